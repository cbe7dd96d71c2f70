import { UserError } from '../model/errors.js'
import { openDisk } from '../sources/disk.js'
import { relativePath } from '../sources/files/paths.js'
import type { Sources } from '../sources/sources.js'
import type { GitHubClient } from '../github/api/client.js'
import { type GitHubEvent, parseEvent } from '../github/pull/event.js'
import type { PullSession, RepositoryPlace } from '../github/pull/session.js'
import { type ActionRun, tokenOf } from './environment.js'
import type { FollowUp } from './follow-up.js'
import type { PreparedRun } from './prepare.js'
import type { ConfigTrust } from './trust.js'

/** The pull request that a result is published on. */
export interface PullPlace {
  readonly session: PullSession
  readonly client: GitHubClient
  readonly place: RepositoryPlace
}

/** What is checked, and what the event says about it. */
export interface Material {
  readonly sources: Sources
  readonly pull: PullPlace | null
  readonly trust: ConfigTrust | null
  readonly client: GitHubClient | null
  readonly followUp: FollowUp | null
  /** Files of a pull request that should be checked and cannot be read. */
  readonly lost: readonly UserError[]
}

/** The event of the run, from its payload. */
export function readEvent(run: ActionRun): GitHubEvent {
  const name = run.env.GITHUB_EVENT_NAME ?? ''
  const path = run.env.GITHUB_EVENT_PATH ?? ''
  if (path === '') return parseEvent(name, null)
  const bytes = openDisk({ cwd: '.', workspace: '.' }).source(path).bytes()
  let payload: unknown
  try {
    payload = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    throw new UserError('The payload of the event (GITHUB_EVENT_PATH) is not JSON. Run the action in a workflow.')
  }
  return parseEvent(name, payload)
}

/**
 * Gathers what is checked: the checkout, or on a pull request what its head holds. GitHub's client is loaded only there.
 *
 * @returns the reason when the run follows another one and there is no pull request to tell anything on
 * @throws {UserError} when inputs and event do not go together
 */
export async function gather(
  run: ActionRun,
  prepared: PreparedRun,
  event: GitHubEvent,
): Promise<Material | { readonly nowhere: string }> {
  const { sources, inputs } = prepared
  const alone: Material = { sources, pull: null, trust: null, client: null, followUp: null, lost: [] }
  const { reportFile } = inputs
  const opened = event.kind === 'other' ? null : await openGitHub(run)
  if (opened === null && reportFile !== null) throw new UserError('report-file: needs a token, and a workflow run')
  if (event.kind === 'other' || opened === null) return alone
  const { client, place } = opened
  if (event.kind === 'merge-group') return { ...alone, client }
  const followUp = reportFile === null ? null : await openFollowUp(event, prepared, reportFile, opened)
  if (followUp !== null && 'nowhere' in followUp) return followUp
  const pullEvent = followUp?.event ?? event
  if (pullEvent.kind === 'workflow-run') return alone

  const { pullMaterial } = await import('./pull.js')
  const { configTrust } = await import('./trust.js')
  const { session, sources: judged, lost } = await pullMaterial(pullEvent, prepared, client)
  const trust = await configTrust(prepared.config, configPaths(prepared), session, client)
  return { sources: judged, pull: { session, client, place }, trust, client, followUp, lost }
}

/** Where the configuration is looked for in the repository, by paths from its root, in order. */
function configPaths({ configPaths: paths, root }: PreparedRun): readonly string[] {
  return paths.map((path) => relativePath(root, path)).filter((path) => !path.startsWith('../'))
}

async function openGitHub(run: ActionRun) {
  const token = tokenOf(run.env)
  if (token === null) return null
  const { repositoryPlace, openClient } = await import('../github/pull/session.js')
  const place = repositoryPlace(run.env)
  return place === null ? null : { place, client: openClient(token, place) }
}

async function openFollowUp(
  event: Exclude<GitHubEvent, { kind: 'other' | 'merge-group' }>,
  { disk }: PreparedRun,
  path: string,
  { place, client }: Omit<PullPlace, 'session'>,
) {
  const { followUp } = await import('./follow-up.js')
  const { claimsSize, readClaims } = await import('../report/claims.js')
  const source = disk.source(path)
  claimsSize(source.size, path)
  return followUp(event, readClaims(source.bytes(), path), place.serverUrl, client)
}
