import { folderOf, isBelow } from '../../text/paths.js'
import { valuesIn } from './generated.js'

/** A file with values of variables. */
export interface Values {
  readonly path: string
  readonly text: string
}

/** The modules of a checkout. */
interface Modules {
  /** The closest folder with one, at or above another. */
  readonly around: (folder: string) => string | null
  readonly declares: (folder: string, variable: string) => boolean
}

/** The files of a checkout with values of variables, and the folders that they are in, links counted. */
export class ValueFiles {
  readonly #files = new Map<string, Values>()
  readonly #names = new Map<Values, readonly string[] | null>()
  /** Where links lead, to folders and to such files, by their places. */
  readonly #links = new Map<string, string>()
  readonly #tops = new Map<string, readonly string[]>()

  add(path: string, text: string): void {
    this.#files.set(path, { path, text })
  }

  /** Notes where a place leads. */
  link(place: string, target: string): void {
    if (place !== target) this.#links.set(place, target)
  }

  get all(): readonly Values[] {
    return [...this.#files.values()]
  }

  /** The files with the names that they give. */
  get named(): readonly { readonly path: string; readonly names: readonly string[] }[] {
    return this.all.map((file) => ({ path: file.path, names: this.#namesIn(file) ?? [] }))
  }

  /** The folders of modules that the files are for: in them, or below them and with nothing but their variables. */
  modules({ around, declares }: Modules): ReadonlySet<string> {
    const found = this.named.flatMap(({ path, names }) => {
      const own = folderOf(path)
      const module = around(own)
      if (module === null || module === own) return module ?? []
      return names.length > 0 && names.every((name) => declares(module, name)) ? module : []
    })
    return new Set(found)
  }

  /** Those at or below a folder, be it by a link. */
  below(folder: string): readonly { readonly path: string; readonly names: readonly string[] }[] {
    return this.named.filter(({ path }) => this.isBelow(path, folder))
  }

  /** Whether a path is that of a folder or of something below it, be it by a link. */
  isBelow(path: string, folder: string): boolean {
    return this.#topsOf(folder).some((top) => isBelow(path, top))
  }

  /** A folder, and where links at or below it lead; what leads back to it adds nothing. */
  #topsOf(folder: string): readonly string[] {
    const known = this.#tops.get(folder)
    if (known !== undefined) return known
    const tops = [folder]
    const isKnown = (target: string) => isBelow(folder, target) || tops.some((one) => isBelow(target, one))
    for (const top of tops)
      for (const [place, target] of this.#links) if (isBelow(place, top) && !isKnown(target)) tops.push(target)
    this.#tops.set(folder, tops)
    return tops
  }

  /** Whether a file of values gives a variable one; one in JSON that is broken does where it names it at all. */
  gives(file: Values, variable: string): boolean {
    return this.#namesIn(file)?.includes(variable) ?? file.text.includes(`"${variable}"`)
  }

  #namesIn(file: Values): readonly string[] | null {
    const names = this.#names.get(file)
    if (names !== undefined) return names
    const found = valuesIn(file.path, file.text)
    this.#names.set(file, found)
    return found
  }
}
