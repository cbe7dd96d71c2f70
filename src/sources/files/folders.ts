import { posix } from 'node:path'

/** What stands directly in each folder of some paths. */
export class Folders {
  readonly #entries = new Map<string, Set<string>>()

  constructor(paths: Iterable<string>) {
    for (const path of paths) this.#add(path)
  }

  /** As paths; undefined where there is no such folder. */
  entries(folder: string): ReadonlySet<string> | undefined {
    return this.#entries.get(posix.normalize(folder === '' ? '.' : folder).replace(/\/$/, ''))
  }

  /** Puts a path into its folder, and the folder into the one above. */
  #add(path: string): void {
    for (let at = path; at !== '.' && at !== '..'; at = posix.dirname(at)) {
      const folder = posix.dirname(at)
      const entries = this.#entries.get(folder)
      if (entries?.has(at)) return
      this.#entries.set(folder, (entries ?? new Set()).add(at))
      if (/(?:^|\/)\.\.$/.test(folder)) return
    }
  }
}
