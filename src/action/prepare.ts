import { resolve } from 'node:path'
import { CONFIG_PATH, DEFAULT_FILES } from '../config/defaults.js'
import { type Inputs, readInputs } from '../config/inputs.js'
import type { ConfigFile } from '../config/model.js'
import type { UserError } from '../model/errors.js'
import { readConfig } from '../sources/configuration.js'
import { discover, discoverRequired } from '../sources/discover.js'
import { relativePath } from '../sources/paths.js'
import { repositoryRoot } from '../sources/repository.js'
import { openFolder } from '../sources/root.js'
import { openWorkspace, type Workspace } from '../sources/workspace.js'
import type { Report } from '../model/report.js'
import { asPlan, type Source } from '../sources/source.js'
import { type ActionRun, rawInputs } from './environment.js'

/** Where a run works. All folders are absolute. */
export interface Place {
  readonly workspace: string
  /** The working directory: paths of inputs and reports are relative to it. */
  readonly cwd: string
  /** Root of the repository: paths on GitHub are relative to it. */
  readonly root: string
}

export interface Prepared {
  readonly inputs: Inputs
  readonly place: Place
  readonly disk: Workspace
  readonly config: ConfigFile | null
  /** Where the configuration is looked for, from the repository's root, in order. */
  readonly configPaths: readonly string[]
  /** The files to check, relative to the working directory, plans first. */
  readonly paths: readonly string[]
  /** Those of them that were named as plans, and must be plans. */
  readonly plans: ReadonlySet<string>
  /** Files that were named and cannot be checked: the step fails, and what else was found is checked all the same. */
  readonly mistakes: readonly UserError[]
  /** Globs that match nothing. */
  readonly unmatched: readonly string[]
  /** Of the paths, those that were named. */
  readonly named: ReadonlySet<string>
  /** Folders that were found and cannot be opened. */
  readonly unopened: Report['unread']
}

/**
 * Reads inputs and configuration and finds the files.
 *
 * @throws {UserError} for everything that the user has to put right.
 */
export async function prepare(run: ActionRun): Promise<Prepared> {
  const inputs = readInputs(rawInputs(run.env), '')
  const workspace = resolve(run.env.GITHUB_WORKSPACE ?? '.')
  const cwd = openFolder(workspace, inputs.workingDirectory ?? '.')
  const place = { workspace, cwd, root: repositoryRoot(cwd, workspace) }
  const named = inputs.terraformDirectory === null ? [] : [inputs.terraformDirectory]
  const disk = openWorkspace({ cwd, workspace, named })
  const candidates =
    inputs.config === null
      ? [...new Set([resolve(cwd, CONFIG_PATH), resolve(workspace, CONFIG_PATH)])]
      : [resolve(cwd, inputs.config)]
  const config = await readConfig(candidates, inputs.config !== null, cwd, disk)
  const settings = { cwd, workspace, defaults: DEFAULT_FILES }
  const plans = discoverRequired(inputs.planFiles, settings)
  const files = discover(inputs.files, settings)
  return {
    inputs,
    place,
    disk,
    config,
    configPaths: candidates.map((path) => relativePath(place.root, path)),
    paths: [...new Set([...plans.paths, ...files.paths])],
    plans: new Set(plans.paths),
    mistakes: [...plans.problems, ...files.problems],
    unmatched: files.unmatched,
    named: new Set([...plans.paths, ...files.named]),
    unopened: files.unopened,
  }
}

/** A source as the user named it: a file of `plan-files` must turn out to be a plan. */
export function asNamed({ plans }: Prepared, source: Source): Source {
  return plans.has(source.path) ? asPlan(source) : source
}
