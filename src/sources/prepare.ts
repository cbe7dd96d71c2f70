import { dirname, parse, posix, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { DEFAULT_FILES } from '../config/defaults.js'
import type { Inputs } from '../config/inputs.js'
import type { ConfigFile } from '../config/model.js'
import { UserError } from '../model/errors.js'
import { type NamedRoot, namedRoots } from '../model/options.js'
import { mayRead, type Standing } from '../model/trust.js'
import { configPlaces, readConfig } from './configuration.js'
import { type Discovered, type DiscoverOptions, discover, discoverRequired } from './discover.js'
import { type Disk, openDisk } from './disk.js'
import { Checkouts } from './files/checkouts.js'
import { Guard } from './files/guard.js'
import { isInside, linkAt, realPath, relativePath, statOf } from './files/paths.js'
import { isGlob } from './glob.js'
import { matchingPaths } from './match.js'
import { gitRoot, openFolder } from './repository.js'
import { asAsked, asPlan, memorySource, type Source, STDIN_PATH } from './source.js'
import { type Sources, sourcesOf } from './sources.js'

/** Where a run works. All folders are absolute. */
export interface WorkspacePaths {
  /** What no link leads out of. */
  readonly workspace: string
  /** The working directory: paths of inputs and reports are relative to it. */
  readonly cwd: string
}

/** The files that inputs stand for; paths are relative to the working directory. */
export interface FoundFiles {
  /** The files to judge, plans first. */
  readonly paths: readonly string[]
  /** Those of them that were named as plans, and must be plans. */
  readonly plans: ReadonlySet<string>
  /** Those of them that were named. */
  readonly named: ReadonlySet<string>
  /** Files that were named and cannot be checked; what else was found is checked all the same. */
  readonly mistakes: readonly UserError[]
  /** Globs that match nothing. */
  readonly unmatched: readonly string[]
}

/** What the Action and the terminal share of the way from inputs to a check. */
export interface Prepared {
  readonly inputs: Inputs
  readonly standing: Standing
  readonly paths: WorkspacePaths
  readonly disk: Disk
  readonly config: ConfigFile | null
  /** Where the configuration was looked for; absolute, in order. */
  readonly configPaths: readonly string[]
  readonly found: FoundFiles
  /** What is judged when it is what the disk holds. */
  readonly sources: Sources
}

export interface Surroundings {
  /** Absolute; the working directory that inputs name is relative to it. */
  readonly start: string
  /** The workspace for a working directory; both absolute. */
  readonly workspaceOf: (cwd: string) => string
  /** Opens standard input, which `-` among the files means; null where `-` is a name like any other. */
  readonly stdin: (() => Readable) | null
  /** Where the run stands: it says what may be read. */
  readonly standing: Standing
  /** `elsewhere` where the configuration on the disk does not count and is not read; `disk` unless it is said. */
  readonly config?: 'disk' | 'elsewhere'
}

/**
 * Checks the folders that inputs name, reads the configuration and finds the files: the same for Action and terminal.
 *
 * @throws {UserError} for a folder that does not exist or must not be read, a configuration that is missing or not valid,
 * and `-` twice.
 */
export async function prepare(inputs: Inputs, around: Surroundings): Promise<Prepared> {
  const cwd = openFolder(around.start, inputs.workingDirectory ?? '.')
  const paths = { cwd, workspace: around.workspaceOf(cwd) }
  const roots = namedRoots(inputs.terraformDirectory)
  const named = roots.map(({ folder }) => folder)
  for (const folder of named) openFolder(cwd, folder, 'the terraform-directory')
  const checkouts = new Checkouts(realPath(paths.workspace) ?? paths.workspace)
  refuseFolders({ ...inputs, named }, paths, new Guard([paths.workspace], checkouts))
  const further = around.stdin === null ? [] : foldersOutside(inputs.files, paths)
  const disk = openDisk({ ...paths, named: [...named, ...further], checkouts, standing: around.standing })
  const places = configPlaces(inputs.config, cwd, paths.workspace)
  const onDisk = places.paths.map((path) => relativePath(cwd, path))
  const reader = places.named ? disk.source : (path: string) => usualConfig(path, disk, cwd)
  const config = around.config === 'elsewhere' ? null : await readConfig(onDisk, reader)
  const { patterns, piped } = await takeInput(inputs, around.stdin)
  const isTerminal = around.stdin !== null
  const { unopened, ...files } = findFiles(patterns, { ...paths, checkouts: disk.checkouts }, isTerminal)
  const stray = strayRoots(roots, [...files.paths, ...piped.map(({ path }) => path)])
  const found = { ...files, mistakes: [...files.mistakes, ...stray] }
  const given = found.paths.map((path) => {
    const source = disk.source(path, isTerminal && found.plans.has(path))
    return asNamed(found, found.named.has(path) ? asAsked(source) : source)
  })
  const judged = { ...sourcesOf(disk, [...piped, ...given], unopened), means: meaning(patterns.files) }
  const sources = vouchedFor(judged, around.standing)
  return { inputs, standing: around.standing, paths, disk, config, configPaths: places.paths, found, sources }
}

/** Which files stand where patterns look for some: those that patterns mean, and those in a folder of which sources are meant. */
function meaning(patterns: Patterns['files']): (path: string) => boolean {
  const names = (path: string) => [path, posix.join(posix.dirname(path), 'main.tf')]
  return (path) => patterns !== null && matchingPaths(patterns, names(path), DEFAULT_FILES).length > 0
}

interface NamedFolders extends Pick<Inputs, 'workingDirectory'> {
  /** The folders of `terraform-directory`. */
  readonly named: readonly string[]
}

/**
 * Links are written by whoever writes the files of the workspace: one in the place of a named folder, or on the way to it, must
 * not make a run look at nothing, or at what lies elsewhere.
 */
function refuseFolders({ workingDirectory, named }: NamedFolders, { cwd }: WorkspacePaths, guard: Guard): void {
  const all = [
    { input: 'working-directory', name: workingDirectory ?? '.', folder: cwd },
    ...named.map((name) => ({ input: 'terraform-directory', name, folder: resolve(cwd, name) })),
  ]
  for (const { input, name, folder } of all) {
    const refusal = guard.folderRefusal(folder)
    if (refusal !== null) throw new UserError(`${input}: ${name} ${refusal}`)
  }
}

/**
 * The checkouts, or else the folders, of what a person at a terminal names outside of the workspace: a root module is read
 * with its other files and with the modules that it calls.
 */
function foldersOutside(patterns: Inputs['files'], { cwd, workspace }: WorkspacePaths): readonly string[] {
  const fixed = patterns.flatMap((pattern) => (isGlob(pattern) || pattern === STDIN ? [] : resolve(cwd, pattern)))
  return fixed.flatMap((path) => {
    const stats = isInside(workspace, path) ? null : statOf(path)
    if (stats === null) return []
    const folder = stats.isDirectory() ? path : dirname(path)
    return gitRoot(folder, parse(folder).root) ?? folder
  })
}

/** What stands in a usual place of the configuration; a link that leads nowhere, or out, is one that cannot be read. */
function usualConfig(path: string, disk: Disk, cwd: string): Source | null {
  const isLost = () => disk.status(path) === 'outside' || linkAt(resolve(cwd, path)) !== null
  return disk.read(path) ?? (isLost() ? disk.source(path) : null)
}

/** Of the disk only what may be read where a run stands; who vouches for a file is looked up where that matters alone. */
function vouchedFor(sources: Sources, standing: Standing): Sources {
  if (standing !== 'stranger') return sources
  const isRead = ({ by = 'nobody' }: Source) => mayRead(by, standing)
  const read = (path: string) => {
    const source = sources.read(path)
    return source !== null && isRead(source) ? source : null
  }
  const refused = sources.files.filter((source) => source.asked === true && !isRead(source))
  const reasons = refused.map(({ path }) => ({
    path,
    reason: `${path} is in no commit, and in this event nothing else is read`,
  }))
  return { ...sources, read, files: sources.files.filter(isRead), unopened: [...sources.unopened, ...reasons] }
}

/** Roots that are named for plans that are not there: most often a plan is mistyped. */
function strayRoots(roots: readonly NamedRoot[], paths: readonly string[]): readonly UserError[] {
  const isThere = (plan: string) => paths.includes(posix.normalize(plan))
  const stray = roots.flatMap(({ plan }) => (plan === null || isThere(plan) ? [] : [plan]))
  return stray.map((plan) => new UserError(`terraform-directory: ${plan} is none of the plan files`, { path: plan }))
}

/** A source as the user named it: a file of `plan-files` must turn out to be a plan. */
export function asNamed({ plans }: Pick<FoundFiles, 'plans'>, source: Source): Source {
  return plans.has(source.path) ? asPlan(source) : source
}

interface Patterns {
  readonly planFiles: readonly string[]
  /** Null where nothing is looked for. */
  readonly files: readonly string[] | null
}

const STDIN = '-'

/** Reads standard input where it is asked for, and leaves the patterns that mean files. */
async function takeInput(
  inputs: Inputs,
  stdin: Surroundings['stdin'],
): Promise<{ patterns: Patterns; piped: Source[] }> {
  const { planFiles, files } = inputs
  const asked = [...planFiles, ...files].filter((name) => name === STDIN).length
  if (stdin === null || asked === 0) return { patterns: { planFiles, files }, piped: [] }
  if (asked > 1) throw new UserError('standard input (-) can be read only once')
  const source = memorySource(STDIN_PATH, await readAll(stdin()), 'job')
  const isFile = (pattern: string) => pattern !== STDIN
  // Standard input alone stands for itself, not for the default files beside it.
  const alone = files.length > 0 && !files.some(isFile)
  return {
    patterns: { planFiles: planFiles.filter(isFile), files: alone ? null : files.filter(isFile) },
    piped: [planFiles.includes(STDIN) ? asPlan(source) : source],
  }
}

const NO_FILES: Discovered = { paths: [], problems: [], unmatched: [], named: [], unopened: [] }

type Places = Pick<DiscoverOptions, 'cwd' | 'workspace' | 'checkouts'>

function findFiles(patterns: Patterns, places: Places, pipes: boolean): FoundFiles & Pick<Discovered, 'unopened'> {
  const settings = { ...places, defaults: DEFAULT_FILES }
  const plans = discoverRequired(patterns.planFiles, { ...settings, pipes })
  const files = patterns.files === null ? NO_FILES : discover(patterns.files, settings)
  return {
    paths: [...new Set([...plans.paths, ...files.paths])],
    plans: new Set(plans.paths),
    named: new Set([...plans.paths, ...files.named]),
    mistakes: [...plans.problems, ...files.problems],
    unmatched: files.unmatched,
    unopened: files.unopened,
  }
}

/** Everything that comes over a stream. */
export async function readAll(stream: Readable): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(typeof chunk === 'string' ? Buffer.from(chunk) : chunk)
  return Buffer.concat(chunks)
}
