import { relativePath } from '../sources/paths.js'
import { openWorkspace } from '../sources/workspace.js'
import { UserError } from '../model/errors.js'
import type { GitHubClient } from '../github/api/client.js'
import { type GitHubEvent, parseEvent } from '../github/pull/event.js'
import type { PullSession, RepositoryPlace } from '../github/pull/session.js'
import type { Lookup, Source } from '../sources/source.js'
import { type ActionRun, tokenOf } from './environment.js'
import type { FollowUp } from './follow-up.js'
import { type PathMap, pathMap } from './paths.js'
import { asNamed, type Prepared } from './prepare.js'
import type { ConfigTrust } from './trust.js'

/** The pull request that a result is told on. */
export interface PullPlace {
  readonly session: PullSession
  readonly client: GitHubClient
  readonly place: RepositoryPlace
}

/** What is checked, and what the event says about it. */
export interface Material {
  readonly sources: readonly Source[]
  readonly lookup: Lookup
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
  const bytes = openWorkspace({ cwd: '.', workspace: '.' }).source(path).bytes()
  let payload: unknown
  try {
    payload = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    throw new UserError('The payload of the event (GITHUB_EVENT_PATH) is not JSON. Run the action in a workflow.')
  }
  return parseEvent(name, payload)
}

/** Paths of reports to paths from the repository's root, and back. */
export function rootMap({ place }: Prepared): PathMap {
  return pathMap(relativePath(place.root, place.cwd))
}

/**
 * Gathers what is checked: the checkout, or on a pull request what its head holds. GitHub's client is loaded only there.
 *
 * @returns the reason when the run follows another one and there is no pull request to tell anything on
 * @throws {UserError} when inputs and event do not go together
 */
export async function gather(
  run: ActionRun,
  prepared: Prepared,
  event: GitHubEvent,
): Promise<Material | { readonly nowhere: string }> {
  const { disk, paths, inputs } = prepared
  const fromDisk = { sources: paths.map((path) => asNamed(prepared, disk.source(path))), lookup: disk.lookup }
  const alone: Material = { ...fromDisk, pull: null, trust: null, client: null, followUp: null, lost: [] }
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

  const { headSources } = await import('./pull.js')
  const { configTrust } = await import('./trust.js')
  const { session, sources, lookup, lost } = await headSources(pullEvent, prepared, rootMap(prepared), client)
  const trust = await configTrust(prepared.config, prepared.configPaths, session, client)
  return { sources, lookup, pull: { session, client, place }, trust, client, followUp, lost }
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
  { disk }: Prepared,
  path: string,
  { place, client }: Omit<PullPlace, 'session'>,
) {
  const { followUp } = await import('./follow-up.js')
  const { claimsSize, readClaims } = await import('../report/claims.js')
  const source = disk.source(path)
  claimsSize(source.size, path)
  return followUp(event, readClaims(source.bytes(), path), place.serverUrl, client)
}
