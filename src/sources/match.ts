import { posix, resolve } from 'node:path'
import {
  type GlobDefaults,
  type GlobEntry,
  type GlobRequest,
  type GlobSystem,
  glob,
  globDirectory,
  isGlob,
  sortPatterns,
  unescaped,
} from './glob.js'

/**
 * Those of some paths that patterns stand for, although they are not on disk: files that a pull request adds and the
 * checkout does not hold. Folders made of nothing but these names are searched as the disk is, so that patterns mean the
 * same; names that no disk would take are names like others.
 *
 * @param cwd the working directory from the folder above it that holds all of the paths; those that lead out of that match
 * nothing
 */
export function matchingPaths(
  patterns: readonly string[],
  paths: readonly string[],
  defaults: GlobDefaults,
  cwd = '',
): readonly string[] {
  const names = new NameTree(paths, cwd)
  const { wanted, excluded } = sortPatterns(patterns)
  const request: GlobRequest = { cwd: names.top, excluded, defaults, unopened: () => {}, system: names }
  const found = (wanted.length === 0 ? ['.'] : wanted).flatMap((pattern) => matching(pattern, names, request))
  return [...new Set(found)].sort()
}

/** A name that is there is taken letter by letter or with its escapes removed, and as a glob too. */
function matching(pattern: string, names: NameTree, request: GlobRequest): readonly string[] {
  const literal = [...new Set([pattern, unescaped(pattern)])].map((name) => resolve(names.top, name))
  return [
    ...literal.flatMap((path) => names.file(path) ?? []),
    ...literal
      .filter((path) => names.isFolder(path))
      .flatMap((path) => globDirectory(path, request).map((found) => found.path)),
    ...(isGlob(pattern) ? glob(pattern, request).map(({ path }) => path) : []),
  ]
}

/** Folders and files that exist by name alone, below a folder that need not exist. */
class NameTree implements GlobSystem {
  /** Absolute; the working directory. */
  readonly top: string
  /** Absolute names of files, and the path that was given for each. */
  readonly #files = new Map<string, string>()
  /** What stands in each folder, by absolute name. */
  readonly #folders = new Map<string, Map<string, GlobEntry>>()

  constructor(paths: readonly string[], cwd: string) {
    this.top = resolve(ALL, cwd)
    this.#folders.set(ALL, new Map()).set(this.top, new Map())
    for (const path of paths) {
      const steps = posix.normalize(posix.join(cwd, path)).split('/')
      if (path.includes('\0') || path.startsWith('/') || steps[0] === '..' || steps[0] === '.') continue
      this.#add(steps, path)
    }
  }

  file(absolute: string): string | undefined {
    return this.#files.get(absolute)
  }

  isFolder(absolute: string): boolean {
    return this.#folders.has(absolute)
  }

  readonly readdirSync = (folder: string): readonly GlobEntry[] => {
    const entries = this.#folders.get(resolve(folder))
    if (entries === undefined) throw missing(folder)
    return [...entries.values()]
  }

  readonly lstatSync = (path: string): GlobEntry => {
    const absolute = resolve(path)
    if (this.#files.has(absolute)) return entryOf(posix.basename(absolute), true)
    if (this.#folders.has(absolute)) return entryOf(posix.basename(absolute), false)
    throw missing(path)
  }

  #add(steps: readonly string[], path: string): void {
    let folder = ALL
    for (const [at, name] of steps.entries()) {
      const isFile = at === steps.length - 1
      const below = resolve(folder, name)
      // A file and a folder of one name are two entries: of two commits, each may hold one.
      this.#folders.get(folder)?.set(`${isFile} ${name}`, entryOf(name, isFile))
      if (isFile) this.#files.set(below, posix.normalize(path))
      else if (!this.#folders.has(below)) this.#folders.set(below, new Map())
      folder = below
    }
  }
}

/** The folder that all names are in. */
const ALL = resolve('/names')

function missing(path: string): Error {
  return Object.assign(new Error(`${path} is not among the names`), { code: 'ENOENT' })
}

/** What the search asks of an entry of a folder. */
function entryOf(name: string, isFile: boolean): GlobEntry {
  const no = () => false
  return {
    name,
    isFile: () => isFile,
    isDirectory: () => !isFile,
    isSymbolicLink: no,
    isBlockDevice: no,
    isCharacterDevice: no,
    isFIFO: no,
    isSocket: no,
  }
}
