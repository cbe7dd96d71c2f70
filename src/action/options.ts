import { buildOptions, isWhole, type OptionSources } from '../config/options.js'
import { markerWord } from '../github/comments/marker.js'
import type { GitHubEvent } from '../github/pull/event.js'
import type { CheckOptions, RunIdentity } from '../model/options.js'
import { jobId } from '../sources/identity.js'
import type { ActionRun } from './environment.js'
import type { PreparedRun } from './prepare.js'

/** What a run is checked by: its inputs, a configuration, and where it stands. */
export function optionsOf(
  run: ActionRun,
  prepared: PreparedRun,
  event: GitHubEvent,
  { config, onlyPaths, change }: Pick<OptionSources, 'config' | 'onlyPaths' | 'change'>,
): CheckOptions {
  const { inputs, standing } = prepared
  const built = buildOptions({ inputs, config, today: today(run), onlyPaths, change, whole: isWhole(inputs, config) })
  return { ...built, standing, published: true, run: identityOf(run, event, idOf(run, prepared)) }
}

/** `YYYY-MM-DD` in UTC. */
export function today(run: ActionRun): string {
  return run.now().toISOString().slice(0, 10)
}

/** What keeps the comments of this run apart from those of others. */
export function idOf(run: ActionRun, { inputs }: PreparedRun): string {
  return markerWord(inputs.id ?? jobId(inputs, run.env))
}

/** Which run it is; on a pull request the commit is its head. */
function identityOf({ env }: ActionRun, event: GitHubEvent, id: string): RunIdentity {
  const judged = event.kind === 'pull-request' ? event.pull.headSha : 'headSha' in event ? event.headSha : null
  return { repository: env.GITHUB_REPOSITORY || null, commit: (judged ?? env.GITHUB_SHA) || null, id: () => id }
}
