import { resolve } from 'node:path'
import type { Inputs } from '../config/inputs.js'
import type { GitHubEvent } from '../github/pull/event.js'
import { type PathMap, pathMap, relativePath } from '../sources/paths.js'
import { type Prepared, prepare } from '../sources/prepare.js'
import { repositoryRoot } from '../sources/repository.js'
import type { Voucher } from '../sources/source.js'
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
export async function prepareRun(run: ActionRun, inputs: Inputs, event: GitHubEvent): Promise<PreparedRun> {
  const workspace = resolve(run.env.GITHUB_WORKSPACE ?? '.')
  const by = checkoutVoucher(event)
  const config = configurationOf(event) === 'base' ? 'elsewhere' : 'disk'
  const prepared = await prepare(inputs, { start: workspace, workspaceOf: () => workspace, stdin: null, by, config })
  const root = repositoryRoot(prepared.paths.cwd, workspace)
  return { ...prepared, root, map: pathMap(relativePath(root, prepared.paths.cwd)) }
}

/**
 * Whose configuration counts (docs/trust.md, "Configuration"): where a stranger's text is judged with the rights of the
 * base, that of the base, else that of the checkout.
 */
export function configurationOf(event: GitHubEvent): 'checkout' | 'base' {
  return (event.kind === 'pull-request' && event.trusted) || event.kind === 'workflow-run' ? 'base' : 'checkout'
}

/** Who vouches for the checkout: that of a fork's pull request may be anything that its author's code made of it. */
function checkoutVoucher(event: GitHubEvent): Voucher {
  switch (event.kind) {
    case 'pull-request':
      if (event.trusted) return 'base'
      return event.pull.readOnly === 'fork' ? 'nobody' : 'job'
    case 'workflow-run':
      return 'base'
    case 'unknown-pull':
      return 'nobody'
    case 'merge-group':
    case 'other':
      return 'job'
  }
}
