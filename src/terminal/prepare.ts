import { join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { CONFIG_PATH, DEFAULT_FILES } from '../config/defaults.js'
import type { Inputs } from '../config/inputs.js'
import { buildOptions } from '../config/options.js'
import { UserError } from '../model/errors.js'
import { readConfig } from '../sources/configuration.js'
import { type Discovered, discover, discoverRequired } from '../sources/discover.js'
import { openFolder, workspaceOf } from '../sources/root.js'
import { readAll } from '../sources/stdin.js'
import { memorySource, openWorkspace, type Workspace } from '../sources/workspace.js'
import type { CheckOptions } from '../model/options.js'
import type { Report } from '../model/report.js'
import { asPlan, type Source, STDIN_PATH } from '../sources/source.js'

/** Everything a check needs, gathered before it starts. */
export interface Prepared {
  /** The working directory, absolute. */
  readonly folder: string
  readonly workspace: Workspace
  readonly options: CheckOptions
  /** Plans first. */
  readonly sources: readonly Source[]
  /** Files that were named and cannot be checked; what else was found is checked all the same. */
  readonly problems: readonly UserError[]
  /** Globs that match nothing. */
  readonly unmatched: readonly string[]
  /** Paths of sources that were named. */
  readonly named: ReadonlySet<string>
  /** Folders that were found and cannot be opened. */
  readonly unopened: Report['unread']
}

export interface Surroundings {
  readonly cwd: string
  readonly stdin: Readable
  readonly now: Date
}

const STDIN = '-'

/**
 * From inputs to sources and options.
 *
 * @throws {UserError} when the configuration is not valid or nothing can be read at all.
 */
export async function prepare(inputs: Inputs, { cwd, stdin, now }: Surroundings): Promise<Prepared> {
  const folder = openFolder(cwd, inputs.workingDirectory ?? '.')
  const root = workspaceOf(cwd, folder)
  const named = inputs.terraformDirectory === null ? [] : [inputs.terraformDirectory]
  for (const name of named) openFolder(folder, name, 'the terraform-directory')
  const workspace = openWorkspace({ cwd: folder, workspace: root, named })
  const usual = [folder, cwd, root].map((one) => join(one, CONFIG_PATH))
  const candidates = inputs.config === null ? usual : [resolve(folder, inputs.config)]
  const config = await readConfig(candidates, inputs.config !== null, folder, workspace)
  const options = buildOptions({ inputs, config, today: now.toISOString().slice(0, 10) })
  const read = [...inputs.planFiles, ...inputs.files].filter((name) => name === STDIN)
  if (read.length > 1) throw new UserError('standard input (-) can be read only once')
  const piped = read.length === 0 ? [] : [memorySource(STDIN_PATH, await readAll(stdin))]
  const input = inputs.planFiles.includes(STDIN) ? piped.map(asPlan) : piped
  const found = findFiles(inputs, folder, root)
  const plans = new Set(found.plans)
  const files = found.paths.map((path) => (plans.has(path) ? asPlan(workspace.source(path)) : workspace.source(path)))
  return { folder, workspace, options, sources: [...input, ...files], ...found }
}

const NO_FILES: Discovered = { paths: [], problems: [], unmatched: [], named: [], unopened: [] }

function findFiles(inputs: Inputs, cwd: string, workspace: string) {
  const isFile = (pattern: string) => pattern !== STDIN
  const settings = { cwd, workspace, defaults: DEFAULT_FILES }
  const plans = discoverRequired(inputs.planFiles.filter(isFile), settings)
  // Standard input alone stands for itself, not for the default files beside it.
  const onlyInput = inputs.files.length > 0 && !inputs.files.some(isFile)
  const files = onlyInput ? NO_FILES : discover(inputs.files.filter(isFile), settings)
  return {
    plans: plans.paths,
    paths: [...new Set([...plans.paths, ...files.paths])],
    problems: [...plans.problems, ...files.problems],
    unmatched: files.unmatched,
    named: new Set([...plans.paths, ...files.named]),
    unopened: files.unopened,
  }
}
