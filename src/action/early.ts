import { check } from '../check/index.js'
import { GRACE_MS } from '../github/api/limits.js'
import type { GitHubEvent } from '../github/pull/event.js'
import { type Annotation, commandOf } from '../report/commands.js'
import { early } from '../report/formats/github.js'
import { mapPaths } from '../report/paths.js'
import { type ActionRun, log } from './environment.js'
import type { Material } from './material.js'
import { optionsOf } from './options.js'
import type { PreparedRun } from './prepare.js'

/**
 * Annotates what the checkout holds, for a pull request of which GitHub has not told yet what its head does. An annotation
 * cannot be taken back, and the head may be green where its test merge into the base is not: so none is an error, and
 * status, reports and comments come from the judgement that follows, which annotates only what is new in it.
 *
 * With `only-changed` nothing is told: which findings count, only GitHub's list of files says. Nor is anything where a step
 * wrote over a file of the commit: what it wrote is not what is judged, and may hold what nobody is to read.
 *
 * @returns what was annotated
 */
export async function tellEarly(
  run: ActionRun,
  prepared: PreparedRun,
  event: GitHubEvent,
  checkout: Material,
): Promise<readonly Annotation[]> {
  if (prepared.inputs.onlyChanged || prepared.sources.files.some(({ by }) => by === 'nobody')) return []
  let told: readonly Annotation[]
  try {
    const { config } = checkout.configuration
    const result = await check(checkout.sources, optionsOf(run, prepared, event, { config }))
    told = early(mapPaths(result, prepared.map.toRoot))
  } catch {
    // What fails here fails in the judgement that counts, and is told there.
    return []
  }
  if (told.length > 0) log(run, WAITING)
  for (const annotation of told) run.write(`${commandOf(annotation)}\n`)
  return told
}

const WAITING = `GitHub has not answered for ${GRACE_MS / 1000} seconds: what the checkout holds is annotated now, as warnings, and judged again with the answer.`
