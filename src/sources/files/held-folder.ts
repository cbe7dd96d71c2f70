import { closeSync } from 'node:fs'
import { type Guard, isGits } from './guard.js'
import { type OpenedFile, openFrom } from './open.js'

const GITS = '.git'

/**
 * The folder that a file was read from last, held open: the next file is most often one of the same folder and is opened from
 * it, which no step of a path can lead elsewhere any more. So where a file lies is looked up once for each folder, on the
 * folder's own descriptor, and not for each file; the name in the folder must be no link. It is held within one turn of the
 * event loop.
 */
export class HeldFolder {
  readonly #guard: Guard
  readonly #absolute: (folder: string) => string
  #held: { readonly folder: string; readonly descriptor: number | null } | null = null

  /** @param absolute the absolute path of a folder as paths of files name it */
  constructor(guard: Guard, absolute: (folder: string) => string) {
    this.#guard = guard
    this.#absolute = absolute
  }

  /**
   * Opens a regular file that may be read, which the caller closes; null where `Guard.open` must decide: for a link, for what
   * may not be read, and where the system does not tell where an open folder lies.
   */
  open(path: string): OpenedFile | null {
    const slash = path.lastIndexOf('/')
    const name = path.slice(slash + 1)
    const folder = this.#open(slash === -1 ? '' : path.slice(0, slash))
    return folder === null || (name.length === GITS.length && isGits(name)) ? null : openFrom(folder, name)
  }

  #open(folder: string): number | null {
    if (this.#held?.folder === folder) return this.#held.descriptor
    if (this.#held === null) setImmediate(() => this.#release())
    else this.#release()
    const descriptor = this.#guard.openFolder(this.#absolute(folder))
    this.#held = { folder, descriptor }
    return descriptor
  }

  #release(): void {
    const descriptor = this.#held?.descriptor ?? null
    this.#held = null
    if (descriptor !== null) closeSync(descriptor)
  }
}
