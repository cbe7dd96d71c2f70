import { type Dirent, lstatSync, readdirSync, statSync } from 'node:fs'
import { dirname, resolve, sep } from 'node:path'
import fastGlob from 'fast-glob'
import { toError, UserError } from '../model/errors.js'
import { isInside, relativePath } from './files/paths.js'

/** What a directory stands for, and what is left out while walking. */
export interface GlobDefaults {
  readonly globs: readonly string[]
  /** Names of folders that are not entered unless a pattern names them. */
  readonly ignoredFolders: readonly string[]
  /** Names of files that only a pattern without glob characters reaches. */
  readonly ignoredFiles: readonly string[]
}

export interface Found {
  /** Relative to `cwd`, with `/`. */
  readonly path: string
  /** True for a symbolic link; one that is followed is not listed itself. */
  readonly link: boolean
}

export interface GlobRequest {
  /** Absolute folder to which the result and `excluded` are relative. */
  readonly cwd: string
  readonly excluded: readonly string[]
  readonly defaults: GlobDefaults
  /** Told of each folder (absolute) that cannot be opened. */
  readonly unopened: (folder: string, thrown: unknown) => void
  /** Whether a link (absolute) is one to a folder that is searched in its place; none is without it. */
  readonly follows?: (link: string) => boolean
  /** Where the folders are; the disk unless it is said. */
  readonly system?: GlobSystem
}

/** An entry of a folder as the search takes it. */
export type GlobEntry = Pick<
  Dirent,
  'name' | 'isFile' | 'isDirectory' | 'isSymbolicLink' | 'isBlockDevice' | 'isCharacterDevice' | 'isFIFO' | 'isSocket'
>

/** What the search asks of a file system. */
export interface GlobSystem {
  readonly readdirSync: (folder: string) => readonly GlobEntry[]
  readonly lstatSync: (path: string) => Omit<GlobEntry, 'name'>
}

const ESCAPED = /\\([()[\]{}!*?@+|\\])/g

/** True when a pattern has glob characters that are not escaped. */
export function isGlob(pattern: string): boolean {
  const plain = pattern.replace(ESCAPED, '').replaceAll('\\', '')
  // Most names are plain, and need not load the library.
  if (/^[\w./-]*$/.test(plain)) return false
  return fastGlob.isDynamicPattern(plain)
}

/** A pattern whose escaped glob characters stand for themselves. */
export function unescaped(pattern: string): string {
  return pattern.replace(ESCAPED, '$1')
}

/**
 * Patterns that add and patterns that take away (`!`, wherever they stand), without blank ones.
 *
 * @throws UserError for one whose braces stand for more names than can be looked for
 */
export function sortPatterns(patterns: readonly string[]): {
  readonly wanted: readonly string[]
  readonly excluded: readonly string[]
} {
  const isNegative = (pattern: string) => pattern.startsWith('!') && !pattern.startsWith('!(')
  const trimmed = patterns.map((pattern) => pattern.trim()).filter((pattern) => pattern !== '')
  for (const pattern of trimmed) {
    if (alternativesOf(pattern) > MAX_ALTERNATIVES) {
      throw new UserError(
        `the pattern ${pattern} stands for more than ${MAX_ALTERNATIVES} others: use * or several lines`,
      )
    }
  }
  return {
    wanted: trimmed.filter((pattern) => !isNegative(pattern)),
    excluded: trimmed.filter(isNegative).map((pattern) => pattern.slice(1)),
  }
}

/** The library writes out what braces stand for, one pattern for each. */
const MAX_ALTERNATIVES = 10_000

/** How many patterns the braces of one stand for: the product of what stands beside, the sum of what stands between commas. */
function alternativesOf(pattern: string): number {
  const open: { sum: number; product: number }[] = []
  let here = { sum: 0, product: 1 }
  const parts = pattern.replace(/\\./g, '').split(/([{},]|-?\d+\.\.-?\d+)/)
  for (const part of parts) {
    const [from, to] = part.split('..').map(Number)
    if (part === '{') {
      open.push(here)
      here = { sum: 0, product: 1 }
    } else if (part === ',' && open.length > 0) here = { sum: here.sum + here.product, product: 1 }
    else if (part === '}') {
      const outer = open.pop()
      if (outer !== undefined) here = { ...outer, product: outer.product * (here.sum + here.product) }
    } else if (from !== undefined && to !== undefined && open.length > 0) here.product *= Math.abs(to - from) + 1
  }
  return here.product
}

/** The files and links that a pattern matches, without the ignored and excluded ones. */
export function glob(pattern: string, request: GlobRequest): readonly Found[] {
  return find(splitFixed(pattern, request.cwd), null, request)
}

/** The files and links below a directory (absolute) that the default globs match. */
export function globDirectory(folder: string, request: GlobRequest): readonly Found[] {
  return find({ folder, rest: '**' }, request.defaults.globs, request)
}

function find(wanted: Split, globs: readonly string[] | null, request: GlobRequest): readonly Found[] {
  const { cwd, excluded, defaults } = request
  // fast-glob applies `ignore` only below the folder it is given: one that holds both the pattern and the exclusions.
  const top = commonFolder(cwd, wanted.folder)
  const ignore = [...defaultIgnores(wanted, top, defaults), ...excluded.flatMap((each) => exclusion(each, cwd, top))]
  const patterns = (globs ?? [wanted.rest]).map((rest) => below(top, { folder: wanted.folder, rest }))
  const found: Found[] = []
  for (const { path, dirent } of walk(patterns, top, ignore, request)) {
    const link = dirent.isSymbolicLink()
    if (!link && !dirent.isFile()) continue
    const name = withLineEnds(path)
    found.push({ path: top === cwd ? name : relativePath(cwd, resolve(top, name)), link })
  }
  return found
}

/** The types of the library ask for all of Node's; it calls them with file types, and asks these alone. */
type FastGlobSystem = { readonly readdirSync: typeof readdirSync; readonly lstatSync: typeof lstatSync }

function walk(patterns: string[], cwd: string, ignore: string[], { unopened, system, follows }: GlobRequest) {
  // What a link is, unless it is followed.
  const behind = (path: string) => (follows?.(path) === true ? statSync(path) : lstatSync(path))
  const { readdirSync: readFolder, lstatSync: look } = (system ?? { readdirSync, lstatSync }) as FastGlobSystem
  return fastGlob.sync(patterns.map(withoutLineEnds), {
    cwd,
    ignore: ignore.map(withoutLineEnds),
    dot: true,
    objectMode: true,
    onlyFiles: false,
    // All patterns of a search begin in one folder, so that each entry is met once; whoever asks keeps a set anyway.
    unique: false,
    followSymbolicLinks: follows !== undefined,
    fs: {
      readdirSync: named(tolerant(readFolder, unopened)),
      lstatSync: tolerant(look, unopened),
      statSync: tolerant(behind, unopened) as typeof statSync,
    },
  })
}

/** The line ends of JavaScript, before which a pattern for any folders stops; and what stands for each in the search. */
const LINE_ENDS = ['\n', '\r', '\u2028', '\u2029']
const STAND_INS = ['\uf8d0', '\uf8d1', '\uf8d2', '\uf8d3']

function withoutLineEnds(name: string): string {
  return name.replace(/[\n\r\u2028\u2029]/g, (end) => STAND_INS[LINE_ENDS.indexOf(end)] ?? end)
}

function withLineEnds(name: string): string {
  return name.replace(/[\uf8d0-\uf8d3]/g, (mark) => LINE_ENDS[STAND_INS.indexOf(mark)] ?? mark)
}

/** Lists a folder, its entries by names that patterns match. */
function named(list: typeof readdirSync): typeof readdirSync {
  const renamed = (entry: unknown) => {
    if (typeof entry !== 'object' || entry === null || !('name' in entry)) return entry
    const name = withoutLineEnds(String(entry.name))
    return name === entry.name ? entry : Object.create(entry, { name: { value: name, enumerable: true } })
  }
  const asked = (...args: Parameters<typeof readdirSync>) => list(...args).map(renamed)
  return asked as unknown as typeof readdirSync
}

/** A function of the file system whose failures are told and are no failures of the walk, which passes over ENOENT. */
function tolerant<F extends (...args: never[]) => unknown>(ask: F, unopened: GlobRequest['unopened']): F {
  const asked = (...given: Parameters<F>) => {
    const args = given.map((one: unknown) => (typeof one === 'string' ? withLineEnds(one) : one)) as Parameters<F>
    try {
      return ask(...args)
    } catch (thrown) {
      const [path]: readonly unknown[] = args
      const error = toError(thrown)
      if (typeof path !== 'string') throw error
      if (!('code' in error) || error.code !== 'ENOENT' || path.includes('\ufffd')) unopened(path, error)
      throw Object.assign(new Error(error.message), { code: 'ENOENT' })
    }
  }
  return asked as F
}

/** A pattern as the folder it certainly lies in, absolute, and the pattern below that folder. */
interface Split {
  readonly folder: string
  readonly rest: string
}

function splitFixed(pattern: string, base: string): Split {
  // On Windows a backslash separates folders, except where it escapes a glob character.
  const segments = (sep === '\\' ? pattern.replace(/\\(?![()[\]{}!*?@+|])/g, '/') : pattern).split('/')
  let fixed = 0
  while (fixed < segments.length - 1 && !isGlob(segments[fixed] ?? '')) fixed++
  const folder = segments.slice(0, fixed).map(unescaped).join('/')
  return { folder: resolve(base, fixed > 0 && folder === '' ? '/' : folder), rest: segments.slice(fixed).join('/') }
}

/** A split pattern relative to `top`. */
function below(top: string, { folder, rest }: Split): string {
  const path = relativePath(top, folder)
  return path === '' ? rest : `${fastGlob.convertPathToPattern(path)}/${rest}`
}

function commonFolder(a: string, b: string): string {
  let folder = a
  while (!isInside(folder, b) && folder !== dirname(folder)) folder = dirname(folder)
  return folder
}

/** Folders that the pattern goes into by name are walked; the same name further below is ignored again. */
function defaultIgnores(wanted: Split, top: string, { ignoredFolders, ignoredFiles }: GlobDefaults): string[] {
  const fixed = relativePath(top, wanted.folder).split('/')
  const inside = ignoredFolders.filter((name) => fixed.includes(name))
  const everywhere = ignoredFolders.filter((name) => !inside.includes(name) && !wanted.rest.split('/').includes(name))
  return [
    ...anyOf('**/', ignoredFiles, ''),
    ...anyOf('**/', everywhere, '/**'),
    ...inside.map((name) => below(top, { ...wanted, rest: `**/${name}/**` })),
  ]
}

/** One pattern for several names: each pattern costs a test for every file. */
function anyOf(before: string, names: readonly string[], after: string): string[] {
  if (names.length === 0) return []
  return [before + (names.length === 1 ? names.join('') : `{${names.join(',')}}`) + after]
}

/** An exclusion as patterns relative to `top`, for what it matches and for everything below that. */
function exclusion(pattern: string, cwd: string, top: string): string[] {
  const bare = pattern.replace(/[/\\]+$/, '')
  const readings: string[] = []
  const split = splitFixed(bare, cwd)
  if (isInside(top, split.folder)) readings.push(below(top, split))
  if (bare.startsWith('**/')) readings.push(bare)
  // A name with glob characters also means the file that is called like that.
  if (isGlob(bare) && isInside(top, split.folder)) {
    readings.push(below(top, { folder: split.folder, rest: fastGlob.convertPathToPattern(split.rest) }))
  }
  return readings.flatMap((reading) => [reading, `${reading}/**`])
}
