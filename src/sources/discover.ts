import { accessSync, constants, type Stats } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { UserError } from '../model/errors.js'
import { folderOf } from '../text/paths.js'
import { isNamedAnew } from '../text/terraform-files.js'
import type { Checkouts } from './files/checkouts.js'
import { Guard, NOT_REGULAR } from './files/guard.js'
import { isInside, realPath, relativePath, slashed, statOf } from './files/paths.js'
import {
  type Found,
  type GlobDefaults,
  type GlobRequest,
  glob,
  globDirectory,
  isGlob,
  sortPatterns,
  unescaped,
} from './glob.js'
import type { Unopened } from './sources.js'
import { unopened } from './write.js'

export interface DiscoverOptions {
  /** Absolute; patterns and results are relative to it. */
  readonly cwd: string
  /** Absolute; no link leads out of it. */
  readonly workspace: string
  readonly defaults: GlobDefaults
  /** The checkouts of the workspace: Git's own files are none that anything stands for. */
  readonly checkouts: Checkouts
  /** Whether a pipe outside of the workspace may be named. */
  readonly pipes?: boolean
}

export interface Discovered {
  /** Relative to `cwd`, with `/`, sorted, each file once. */
  readonly paths: readonly string[]
  /** Files that were named and cannot be read. The others are in `paths` all the same. */
  readonly problems: readonly UserError[]
  /** Globs that match no file: no mistake, but worth a word. */
  readonly unmatched: readonly string[]
  /** Of the paths, those that were named. */
  readonly named: readonly string[]
  /** Folders and links that were found and cannot be opened. */
  readonly unopened: readonly Unopened[]
}

/**
 * The files that patterns stand for. A pattern is a file, a directory (the default globs below it) or a glob; `!`
 * subtracts, wherever it stands in the list. Without a pattern that adds, the default globs are meant.
 *
 * A name that exists is taken literally even when it has glob characters (`[id].json`), and as a glob too: otherwise
 * a file that is called like the pattern would take the place of all the files it matches.
 */
export function discover(patterns: readonly string[], options: DiscoverOptions): Discovered {
  const { wanted, excluded } = sortPatterns(patterns)
  const search = new Search(options, excluded)
  if (wanted.length === 0) search.addAll()
  for (const pattern of wanted) search.add(pattern)
  return search.finish()
}

/** The same for files that must be there: every pattern must match a file, and a directory is no file. */
export function discoverRequired(
  patterns: readonly string[],
  options: DiscoverOptions,
): Pick<Discovered, 'paths' | 'problems'> {
  if (sortPatterns(patterns).wanted.length === 0) return { paths: [], problems: [] }
  const found = discover(patterns, options)
  const directories = patterns.filter((pattern) => statOf(resolve(options.cwd, pattern.trim()))?.isDirectory())
  const problems = [
    ...found.problems,
    ...found.unopened.map(({ path, reason }) => new UserError(reason, { path })),
    ...found.unmatched.map((pattern) => problemOf(pattern, 'matches no file')),
    ...directories.map((pattern) => problemOf(pattern, 'is a directory; name the files in it')),
  ]
  return { paths: found.paths, problems }
}

interface FolderFacts {
  /** What stands in it may be read. */
  readonly isOpen: boolean
  /** No link is on the way to it. */
  readonly isPlain: boolean
}

/** Links to folders that are followed. */
const LINKS = 200

class Search {
  readonly #options: DiscoverOptions
  readonly #request: GlobRequest
  readonly #guard: Guard
  /** For the folders of many files. */
  readonly #folders = new Map<string, FolderFacts>()
  readonly #paths = new Set<string>()
  readonly #problems: UserError[] = []
  readonly #unmatched: string[] = []
  readonly #named = new Set<string>()
  readonly #unopened = new Map<string, string>()
  /** The links to folders that were followed, absolute. */
  readonly #followed = new Set<string>()

  constructor(options: DiscoverOptions, excluded: readonly string[]) {
    this.#options = options
    const unopened = (folder: string, thrown: unknown) => this.#addUnopened(relativePath(options.cwd, folder), thrown)
    this.#request = { cwd: options.cwd, excluded, defaults: options.defaults, unopened }
    this.#guard = new Guard([options.workspace], options.checkouts)
  }

  add(pattern: string): void {
    const literal = this.#existing(pattern)
    if (literal?.stats.isDirectory()) this.#addNamedDirectory(pattern, literal.path)
    else if (literal !== null) this.#addNamedFile(pattern, literal.path, literal.stats)
    if (isGlob(pattern)) this.#addGlob(pattern, literal !== null)
    else if (literal === null) this.#problem(pattern, 'does not exist')
  }

  addAll(): void {
    const { cwd } = this.#options
    if (isReadable(cwd)) this.addDirectory(cwd)
    else this.#problem('.', 'cannot be opened')
  }

  addDirectory(folder: string): void {
    this.#keep(globDirectory(folder, this.#following(folder)))
  }

  finish(): Discovered {
    const paths = [...this.#paths].sort()
    const unopened = [...this.#unopened].map(([path, reason]) => ({ path, reason, found: true }) as const)
    return { paths, problems: this.#problems, unmatched: this.#unmatched, named: [...this.#named], unopened }
  }

  #addNamedDirectory(pattern: string, folder: string): void {
    const refusal = this.#refusal(folder)
    if (refusal !== null) this.#problem(pattern, refusal)
    else if (!isReadable(folder)) this.#problem(pattern, 'cannot be opened')
    else this.addDirectory(resolve(this.#options.cwd, this.#reported(folder)))
  }

  #addNamedFile(pattern: string, file: string, stats: Stats): void {
    const isPipe = this.#options.pipes === true && stats.isFIFO() && !this.#guard.contains(file)
    const refusal = stats.isFile() ? this.#refusal(file) : isPipe ? null : NOT_REGULAR
    if (refusal !== null) this.#problem(pattern, refusal)
    else if (!isReadable(file)) this.#problem(pattern, 'cannot be opened')
    else {
      this.#paths.add(this.#reported(file))
      this.#named.add(this.#reported(file))
    }
  }

  /** Why what was named or found must not be read, or null. */
  #refusal(absolute: string): string | null {
    return this.#guard.refusal(absolute, realPath(absolute) ?? absolute, true)
  }

  /**
   * A search that follows links to folders.
   *
   * @param walked the folder that is walked as a whole, of which a link gives nothing more; null for a pattern that may mean
   * the name of a link
   */
  #following(walked: string | null): GlobRequest {
    const known = walked === null ? [] : [realPath(walked) ?? walked]
    const follows = (link: string) => {
      const real = this.#leadsTo(link)
      if (real === null || known.some((one) => this.#isWalked(real, one)) || !this.#follow(link)) return false
      if (walked !== null) known.push(real)
      return true
    }
    return { ...this.#request, follows }
  }

  /** The folder that a link leads to, where that may be searched in its place; else null. */
  #leadsTo(link: string): string | null {
    if (this.#options.defaults.ignoredFolders.includes(basename(link))) return null
    const real = statOf(link)?.isDirectory() === true ? realPath(link) : null
    return real === null || !this.#factsOf(link).isOpen || isAround(link, real) ? null : real
  }

  /** Notes that a link is followed; false for one too many. */
  #follow(link: string): boolean {
    if (this.#followed.size >= LINKS && !this.#followed.has(link)) {
      const path = relativePath(this.#options.cwd, link)
      this.#unopened.set(path, `${path} is one of more than ${LINKS} links to folders`)
      return false
    }
    this.#followed.add(link)
    return true
  }

  /** Whether a folder lies in another one, in none that is passed over on the way. */
  #isWalked(real: string, folder: string): boolean {
    const way = relativePath(folder, real).split('/')
    return isInside(folder, real) && !way.some((name) => this.#options.defaults.ignoredFolders.includes(name))
  }

  #factsOf(folder: string): FolderFacts {
    const known = this.#folders.get(folder)
    if (known !== undefined) return known
    const real = realPath(folder) ?? folder
    const isOpen = this.#guard.refusal(folder, real, true) === null
    const found = { isOpen, isPlain: real === this.#guard.plain(folder) }
    this.#folders.set(folder, found)
    return found
  }

  #addGlob(pattern: string, found: boolean): void {
    const [, whole = null] = /^((?:[\w./-]+\/)?)\*\*\/[^/]*$/.exec(pattern) ?? []
    const walked = whole === null ? null : resolve(this.#options.cwd, whole)
    const kept = this.#keep(glob(pattern, this.#following(walked)))
    if (kept === 0 && !found) this.#unmatched.push(pattern)
  }

  /** Adds what a glob found; returns how many of it may be read. */
  #keep(found: readonly Found[]): number {
    const { cwd } = this.#options
    let kept = 0
    // Files of one folder are found one after the other.
    let last = { folder: '', ...this.#factsOf(cwd) }
    for (const { path, link } of found) {
      const folder = folderOf(path)
      if (folder !== last.folder) last = { folder, ...this.#factsOf(resolve(cwd, folder)) }
      if (!last.isOpen) continue
      if (!link && last.isPlain) {
        this.#paths.add(path)
        kept++
        continue
      }
      const absolute = resolve(cwd, path)
      if (path.includes('\ufffd') && realPath(absolute) === null) this.#addUnopened(path, LOST)
      if (this.#refusal(absolute) !== null || !statOf(absolute)?.isFile()) continue
      this.#paths.add(this.#reported(absolute))
      kept++
    }
    return kept
  }

  /**
   * A link within `cwd` is reported as what it leads to: that is where a person edits, and each file counts once. Where the
   * link makes a file of Terraform of it, which goes by names, it is reported as that.
   */
  #reported(absolute: string): string {
    const { cwd } = this.#options
    const real = realPath(absolute)
    const realCwd = realPath(cwd)
    const own = relativePath(cwd, absolute)
    if (real === null || realCwd === null || !isInside(realCwd, real)) return own
    const leadsTo = relativePath(realCwd, real)
    return isNamedAnew(own, leadsTo) ? own : leadsTo
  }

  /** What stands under the name itself, taken letter by letter or with its escapes removed. */
  #existing(pattern: string): { readonly path: string; readonly stats: Stats } | null {
    for (const name of new Set([pattern, unescaped(pattern)])) {
      const path = resolve(this.#options.cwd, name)
      const stats = statOf(path)
      if (stats !== null) return { path, stats }
    }
    return null
  }

  #addUnopened(path: string, thrown: unknown): void {
    const name = path === '' ? '.' : path
    this.#unopened.set(name, unopened(name, thrown).message)
  }

  #problem(pattern: string, what: string): void {
    this.#problems.push(problemOf(pattern, what))
  }
}

/** Whether a link leads to a folder that it lies in, be it by the links on its way: that has no end. */
function isAround(link: string, real: string): boolean {
  for (let at = dirname(link); ; at = dirname(at)) {
    if (isInside(real, realPath(at) ?? at)) return true
    if (at === dirname(at)) return false
  }
}

/** What opening a file says whose name Node cannot give back to the system. */
const LOST = Object.assign(new Error('no such file'), { code: 'ENOENT' })

function problemOf(pattern: string, what: string): UserError {
  return new UserError(`${slashed(pattern)} ${what}`, { path: slashed(pattern) })
}

function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK)
    return true
  } catch {
    return false
  }
}
