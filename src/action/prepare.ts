import { dirname, resolve } from 'node:path'
import type { Inputs } from '../config/inputs.js'
import type { GitHubEvent } from '../github/pull/event.js'
import { standingOf } from '../model/trust.js'
import { isInside, mapBetween, type PathMap, realPath, relativePath } from '../sources/files/paths.js'
import { type Prepared, prepare } from '../sources/prepare.js'
import { gitRoot, repositoryRoot } from '../sources/repository.js'
import type { ActionRun } from './environment.js'

/** A run that is prepared, and its repository. */
export interface PreparedRun extends Prepared {
  /** Root of the repository, absolute: paths on GitHub are relative to it. */
  readonly root: string
  /** True where nothing is checked out but another repository. */
  readonly isForeign: boolean
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
  const standing = event.kind === 'unknown-pull' ? 'pull' : standingOf(run.env.GITHUB_EVENT_NAME ?? '')
  // Elsewhere it is not the disk that says what counts: the base does, or the judged commit.
  const config = standing === 'own' ? 'disk' : 'elsewhere'
  const around = { start: workspace, workspaceOf: () => workspace, stdin: null, standing, config } as const
  const prepared = await prepare(inputs, around)
  const { root, isForeign } = ownRoot(prepared, namesOf(run, event))
  return { ...prepared, root, isForeign, map: mapBetween(prepared.paths.cwd, root) }
}

/**
 * Whose configuration counts (docs/trust.md, "Configuration"): where a stranger's text is judged with the rights of the
 * base, that of the base, else that of the checkout, on a pull request as far as its commit holds it.
 */
export function configurationOf(event: GitHubEvent): 'checkout' | 'base' {
  return (event.kind === 'pull-request' && event.trusted) || event.kind === 'workflow-run' ? 'base' : 'checkout'
}

/** The names of the repository that the event is about; a checkout may be one of a fork. */
function namesOf({ env }: ActionRun, event: GitHubEvent): ReadonlySet<string> {
  const head = event.kind === 'pull-request' ? event.pull.headRepository : null
  return new Set([env.GITHUB_REPOSITORY ?? '', head ?? ''].map((name) => name.toLowerCase()))
}

/**
 * The root of the event's own repository: the nearest checkout above the working directory that is not known to be of
 * another one, else the only such below it, else the workspace.
 */
function ownRoot(prepared: Prepared, names: ReadonlySet<string>): Pick<PreparedRun, 'root' | 'isForeign'> {
  const { paths, disk } = prepared
  const { cwd, workspace } = paths
  const isOther = (root: string) => {
    const name = disk.checkouts.repositoryOf(root)
    return name !== null && !names.has(name.toLowerCase())
  }
  let folder = cwd
  for (;;) {
    const root = repositoryRoot(folder, workspace)
    const isCheckout = gitRoot(root, root) !== null
    if (isCheckout && !isOther(root)) return { root, isForeign: false }
    if (root === workspace || !isInside(workspace, dirname(root))) {
      const [below, ...others] = checkoutsBelow(prepared).filter((each) => !isOther(each))
      if (below !== undefined && others.length === 0) return { root: below, isForeign: false }
      return { root: workspace, isForeign: isCheckout }
    }
    folder = dirname(root)
  }
}

/** The checkouts below the working directory that hold files to judge (`actions/checkout` with `path`). */
function checkoutsBelow({ paths: { cwd, workspace }, disk, found }: Prepared): readonly string[] {
  const real = realPath(cwd) ?? cwd
  const top = realPath(workspace) ?? workspace
  const roots = new Set(found.paths.map((path) => disk.checkouts.rootOf(resolve(real, path))))
  // As the workspace is named: nothing else is compared with what a link leads to.
  return [...roots].flatMap((root) =>
    root === null || root === real || !isInside(real, root) ? [] : [resolve(workspace, relativePath(top, root))],
  )
}
