import { resolve } from 'node:path'
import type { Inputs } from '../config/inputs.js'
import { standingOf } from '../model/trust.js'
import { type PathMap, pathMap, relativePath } from '../sources/files/paths.js'
import { type Prepared, prepare } from '../sources/prepare.js'
import { repositoryRoot } from '../sources/repository.js'
import type { ActionRun } from './environment.js'

/** A run that is prepared, and its repository. */
export interface PreparedRun extends Prepared {
  /** Root of the repository, absolute: paths on GitHub are relative to it. */
  readonly root: string
  /** Paths of reports to paths from the root, and back. */
  readonly map: PathMap
}

/**
 * Prepares a run in the workspace of the runner.
 *
 * @throws {UserError} for everything that the user has to put right.
 */
export async function prepareRun(run: ActionRun, inputs: Inputs): Promise<PreparedRun> {
  const workspace = resolve(run.env.GITHUB_WORKSPACE ?? '.')
  const standing = standingOf(run.env.GITHUB_EVENT_NAME ?? '')
  const prepared = await prepare(inputs, { start: workspace, workspaceOf: () => workspace, stdin: null, standing })
  const root = repositoryRoot(prepared.paths.cwd, workspace)
  return { ...prepared, root, map: pathMap(relativePath(root, prepared.paths.cwd)) }
}
