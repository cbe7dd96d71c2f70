import { baseName, folderOf, isBelow, join } from '../../text/paths.js'
import { isUnit, UNIT, UNIT_JSON } from '../../text/terraform-files.js'
import { isPassedOver } from './names.js'
import { lostUnit, type UnitFile, unitFile } from './terragrunt.js'
import type { Start, UnitPath } from './unit-path.js'

/** The ways of a checkout. Paths are relative to the working directory. */
export interface Ways {
  readonly top: string
  /** Whether something stands at a path, be it a link to what is not known. */
  readonly isThere: (path: string) => boolean
  /** Where a path leads once links are followed; itself where nothing stands there. */
  readonly real: (path: string) => string
  /** The same, but the name stays that a link gives to a file of Terragrunt or of values. */
  readonly named: (path: string) => string
}

/** A file of Terragrunt, and the links by which it is found. */
interface Followed {
  readonly path: string
  readonly text: string
  readonly by: readonly string[]
}

/** Files that are found behind links: with links behind links a few folders may stand for any number. */
const MOST = 500

/**
 * The files of Terragrunt of a checkout, each by the name under which Terragrunt finds it: the folder that its paths begin
 * in is that of a link, and not that of the file to which the link leads.
 */
export class Units {
  readonly #ways: Ways
  readonly #files = new Map<string, UnitFile>()
  readonly #texts = new Map<string, string>()
  /** Files that units include, and that are none by their names. */
  readonly #included = new Set<string>()
  /** Files that are found once more behind a link to a folder, each with the name under which it was found before. */
  readonly #again = new Map<string, string>()
  /** Files that are none by their names, and to which one by its name leads. */
  readonly #led = new Set<string>()

  constructor(ways: Ways) {
    this.#ways = ways
  }

  /** @param leadsTo where the file really lies */
  add(path: string, leadsTo: string, text: string): void {
    if (this.#texts.has(path)) return
    this.#texts.set(path, text)
    if (isUnit(path) && !isUnit(leadsTo)) this.#led.add(leadsTo)
    const unit = unitFile(path, text)
    const gives = unit.written !== null || unit.givesMore || unit.hands.length > 0 || /inputs|generate/.test(text)
    if (isUnit(path) || gives) this.#files.set(path, unit)
  }

  /**
   * Adds the files at and below a folder once more for each link that leads to it: Terragrunt finds them there as well, and
   * their paths begin in the folder of the link.
   *
   * @param links folders by the places of the links that lead to them
   * @returns what is left out, since there are too many
   */
  follow(links: ReadonlyMap<string, string>): readonly string[] {
    const all = [...this.#texts].map(([path, text]): Followed => ({ path, text, by: [] }))
    const left: string[] = []
    for (const { path, text, by } of all) {
      for (const [place, target] of links) {
        // A link to a folder that it lies in has no end.
        if (!isBelow(path, target) || isBelow(place, target) || by.includes(place)) continue
        const name = join(place, path.slice(target.length))
        if (this.#again.size >= MOST) left.push(name)
        else {
          this.#again.set(name, path)
          this.add(name, path, text)
          if (this.#led.has(path)) this.#led.add(name)
          all.push({ path: name, text, by: [...by, place] })
        }
      }
    }
    return left.filter(isUnit)
  }

  /** Notes a file of which nobody knows what it says. */
  lose(path: string): void {
    if (baseName(path) === UNIT) this.#files.set(path, lostUnit(path))
  }

  /** The texts that were looked at, each where Terragrunt finds it. */
  get texts(): readonly { readonly path: string; readonly text: string }[] {
    return [...this.#texts].flatMap(([path, text]) => (this.#led.has(path) ? [] : [{ path, text }]))
  }

  get folders(): readonly string[] {
    return [...this.#files.keys()].map(folderOf)
  }

  /** The file at a path; null where there is none that gives anything. */
  at(path: string): UnitFile | null {
    return this.#files.get(path) ?? this.#files.get(this.#ways.named(path)) ?? null
  }

  /** The unit of a folder. */
  in(folder: string): UnitFile | null {
    return this.#files.get(join(folder, UNIT)) ?? this.#files.get(join(folder, UNIT_JSON)) ?? null
  }

  /** Those that are run, each with the folder of the module that it runs; null as in `sourceOf`. */
  get run(): readonly (readonly [UnitFile, string | null])[] {
    const own = [...this.#files.values()].filter(({ path }) => !this.#included.has(path) && !this.#led.has(path))
    return own.map((unit) => [unit, this.sourceOf(unit)])
  }

  /** Whether a unit that is found once more behind a link comes to the same there in every way. */
  #isTold(unit: UnitFile): boolean {
    const before = this.#files.get(this.#again.get(unit.path) ?? '')
    if (before === undefined || isPassedOver(before.path)) return false
    return JSON.stringify(this.#reads(unit)) === JSON.stringify(this.#reads(before))
  }

  /** What a unit runs, includes and hands over, by the names of the files themselves. */
  #reads(unit: UnitFile) {
    const own = folderOf(unit.path)
    const included = this.includedBy(unit)
    const hands = [unit, ...included.map((path) => (path === null ? null : this.at(path)))].flatMap(
      (one) => one?.hands ?? [],
    )
    const itself = (path: string | null): string | null => (path === null ? null : this.#ways.named(path))
    return {
      module: this.sourceOf(unit) ?? this.#ways.real(own),
      included: included.map(itself),
      handed: hands.flatMap(({ files }) => files.map(({ path }) => itself(this.placeOf(path, own)))),
    }
  }

  /** The folder of the module of another folder that a unit runs; null where it runs its own, or one from elsewhere. */
  sourceOf({ path, source, written }: UnitFile): string | null {
    const own = folderOf(path)
    const place = source === null ? null : this.placeOf(source, own)
    if (place !== null) return this.#ways.real(place)
    // Behind a link its own module is that of the folder to which that leads.
    return written === null && this.#again.has(path) ? this.#ways.real(own) : null
  }

  /** Where a path of a file of Terragrunt leads, seen from the folder of the unit; null where nothing is found. */
  placeOf({ start, path }: UnitPath, own: string): string | null {
    const folder = this.#startOf(start, own)
    const place = folder === null ? null : join(folder, path)
    return place === null || this.#again.has(place) ? place : this.#ways.named(place)
  }

  /**
   * The paths at which nothing stands, and at which something would be found before what a path of a file of Terragrunt
   * leads to, seen from the folder of the unit.
   */
  sought({ start, path }: UnitPath, own: string): readonly string[] {
    const { isThere } = this.#ways
    const before =
      start.kind === 'beside'
        ? this.sought(start.file, own)
        : start.kind === 'above'
          ? this.#above(start.name, own).tried.map((folder) => join(folder, start.name))
          : []
    const place = this.placeOf({ start, path }, own)
    return place === null || isThere(place) ? before : [...before, place]
  }

  /** The closest folder above one that has something of a name, null where none has; and those that were tried before. */
  #above(name: string, own: string): { readonly folder: string | null; readonly tried: readonly string[] } {
    const { top, isThere } = this.#ways
    const tried: string[] = []
    for (let folder = own; folder !== top && folder !== ''; ) {
      folder = folderOf(folder)
      if (isThere(join(folder, name))) return { folder, tried }
      tried.push(folder)
    }
    return { folder: null, tried }
  }

  /** The folder that a path begins in; null where none above has what is looked for. */
  #startOf(start: Start, own: string): string | null {
    if (start.kind === 'folder') return start.folder
    if (start.kind === 'beside') {
      const file = this.placeOf(start.file, own)
      return file === null ? null : folderOf(file)
    }
    if (start.kind !== 'above') return start.kind === 'own' ? own : this.#ways.top
    const { folder } = this.#above(start.name, own)
    return folder === null || start.isIn ? folder : join(folder, start.name)
  }

  /** The files that a unit includes, the closest to it last; null in the list for one that cannot be told. */
  includedBy({ path, includes }: UnitFile): readonly (string | null)[] {
    return includes.map((one) => (one === null ? null : this.placeOf(one, folderOf(path))))
  }

  /**
   * A unit without a source runs the module of what it includes, of several that of the last, where the path is one from
   * the unit's own folder (Terragrunt, "include block"). What comes to the same behind a link is one unit.
   */
  inherit(): void {
    for (const unit of [...this.#files.values()]) {
      const files = this.includedBy(unit).filter((path) => path !== null)
      for (const path of files) if (baseName(path) !== UNIT) this.#included.add(path)
      if (unit.written !== null) continue
      const from = files
        .map((path) => this.#files.get(path) ?? null)
        .findLast((one) => one !== null && one.written !== null)
      if (from) this.#files.set(unit.path, { ...unit, source: from.source, written: from.written })
    }
    const told = [...this.#files.values()].filter((unit) => this.#isTold(unit))
    for (const { path } of told) this.#files.delete(path)
  }
}
