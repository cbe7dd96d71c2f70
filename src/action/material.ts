import type { ConfigFile } from '../config/model.js'
import type { GitHubClient } from '../github/api/client.js'
import { type GitHubEvent, type PullEvent, parseEvent, type WorkflowRunEvent } from '../github/pull/event.js'
import type { PullSession, RepositoryPlace } from '../github/pull/session.js'
import { toError, UserError } from '../model/errors.js'
import type { Annotation } from '../report/commands.js'
import { openDisk } from '../sources/disk.js'
import { realPath, relativePath } from '../sources/files/paths.js'
import type { Source } from '../sources/source.js'
import type { Sources } from '../sources/sources.js'
import { configOfPull } from './configuration.js'
import { type ActionRun, proxySecrets, tokenOf } from './environment.js'
import type { FollowUp } from './follow-up.js'
import { configurationOf, type PreparedRun } from './prepare.js'
import type { ConfigPlace, ConfigTrust } from './trust.js'

/** The pull request that a result is published on. */
export interface PullPlace {
  readonly session: PullSession
  readonly client: GitHubClient
  readonly place: RepositoryPlace
}

/** The configuration in use, and its bytes where they are not those of the disk. */
export interface UsedConfig {
  readonly config: ConfigFile | null
  readonly bytes: Uint8Array | null
}

/** What is checked, and what the event says about it. */
export interface Material {
  readonly sources: Sources
  readonly configuration: UsedConfig
  readonly pull: PullPlace | null
  readonly trust: ConfigTrust | null
  readonly client: GitHubClient | null
  readonly followUp: FollowUp | null
  /** Files of a pull request that should be checked and cannot be read. */
  readonly lost: readonly UserError[]
  /** Where less was looked at than was asked for: sentences that are annotated. */
  readonly warnings: readonly string[]
  /** Sentences for the reader about what was judged. */
  readonly notes: readonly string[]
  /** What was annotated of the checkout while GitHub let a question wait. */
  readonly told: readonly Annotation[]
}

/** Annotates what a checkout holds; see `tellEarly`. */
export type Early = (checkout: Material) => Promise<readonly Annotation[]>

/** The event of the run, from its payload. */
export function readEvent(run: ActionRun): GitHubEvent {
  const name = run.env.GITHUB_EVENT_NAME ?? ''
  const path = run.env.GITHUB_EVENT_PATH ?? ''
  const { GITHUB_REF: ref, GITHUB_HEAD_REF: headRef, GITHUB_BASE_REF: baseRef } = run.env
  const place = { repository: run.env.GITHUB_REPOSITORY || null, ref, headRef, baseRef }
  if (path === '') return parseEvent(name, null, place)
  const bytes = openDisk({ cwd: '.', workspace: '.' }).source(path).bytes()
  let payload: unknown
  try {
    payload = JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    throw new UserError('The payload of the event (GITHUB_EVENT_PATH) is not JSON. Run the action in a workflow.')
  }
  return parseEvent(name, payload, place)
}

/**
 * Gathers what is checked: the checkout, or on a pull request what its head holds. GitHub's client is loaded only there.
 *
 * @param early called with the checkout where GitHub lets questions about a pull request's head wait
 * @returns the reason when the run follows another one and there is no pull request to tell anything on
 * @throws {UserError} when inputs and event do not go together
 */
export async function gather(
  run: ActionRun,
  prepared: PreparedRun,
  event: GitHubEvent,
  early: Early,
): Promise<Material | { readonly nowhere: string }> {
  const { sources, inputs } = prepared
  const alone: Material = {
    ...{ sources, configuration: { config: prepared.config, bytes: null }, pull: null, trust: null, client: null },
    ...{
      followUp: null,
      lost: [],
      warnings: [],
      told: [],
      notes: event.kind === 'other' || event.kind === 'merge-group' ? differing(prepared) : [],
    },
  }
  const { reportFile } = inputs
  if (event.kind === 'unknown-pull') return ofUnknownPull(prepared, alone, event.why)
  const opened = event.kind === 'other' ? null : await openGitHub(run)
  if (opened === null && reportFile !== null) throw new UserError('report-file: needs a token, and a workflow run')
  if (opened === null) refuseBlind(event)
  if (opened === null && event.kind === 'pull-request') {
    return withConfigOf(prepared, alone, inputs.comments === 'off' ? [] : [NO_TOKEN])
  }
  if (event.kind === 'other' || opened === null) return alone
  const { client } = opened
  // What a stranger changes is judged only as GitHub tells it: the checkout says nothing of that.
  const isOwn = event.kind === 'pull-request' && !event.trusted
  client.letJudgementWait(isOwn || event.kind === 'merge-group')
  if (event.kind === 'merge-group') return { ...alone, client }
  const followUp = reportFile === null ? null : await openFollowUp(event, prepared, reportFile, opened)
  if (followUp !== null && 'nowhere' in followUp) return followUp
  const pullEvent = followUp?.event ?? event
  if (pullEvent.kind !== 'workflow-run') {
    const answer = ofPull(prepared, pullEvent, { ...opened, sha: run.env.GITHUB_SHA })
    const meanwhile = async () => early(await withConfigOf(prepared, alone, []))
    const told = isOwn && (await isSlow(answer, client)) ? await meanwhile().catch(() => []) : []
    return { ...(await answer), followUp, told }
  }
  const configuration = await usedConfig(prepared, run.env.GITHUB_SHA ?? '', client)
  return { ...alone, configuration, client, notes: [...alone.notes, ofCheckout(pullEvent.headSha)] }
}

/** GitHub checks out the default branch for such a run, whatever it follows. */
function ofCheckout(headSha: string): string {
  const commit = headSha.slice(0, 12)
  return `Without report-file a run of workflow_run judges what is checked out: that is ${commit}, which it follows, only where a step checked that out.`
}

/** Whether GitHub lets somebody wait for an answer; what that fails with is not thrown here. */
async function isSlow(answer: Promise<unknown>, { slow }: Pick<GitHubClient, 'slow'>): Promise<boolean> {
  const settled = () => false
  return Promise.race([answer.then(settled, settled), slow.then(() => true)])
}

/** A pull request of which GitHub tells nothing. */
async function withConfigOf(prepared: PreparedRun, alone: Material, said: readonly string[]): Promise<Material> {
  const { config, bytes, warnings, notes } = await configOfPull(prepared, null)
  return { ...alone, configuration: { config, bytes }, warnings, notes: [...said, ...notes] }
}

/** A pull request of which nothing is known: nor is its base, so that nothing vouches for the configuration. */
async function ofUnknownPull(prepared: PreparedRun, alone: Material, why: string | undefined): Promise<Material> {
  const { configOfNoBase } = await import('./trust.js')
  const material = await withConfigOf(prepared, alone, [unknownPull(why)])
  const trust = configOfNoBase(material.configuration.config, prepared.inputs)
  return { ...material, trust, notes: [...material.notes, ...(trust?.notes ?? [])] }
}

/** Without a pull request the disk is judged: what a step rewrote of the commit is named. */
function differing({ sources }: PreparedRun): readonly string[] {
  const [first, ...others] = sources.files.filter(({ by }) => by === 'nobody').map(({ path }) => path)
  if (first === undefined) return []
  const more = others.length === 0 ? '' : ` (and ${others.length} more files)`
  return [`${first}${more}: judged as the disk has it, which differs from its commit.`]
}

function unknownPull(why: string | undefined): string {
  const said =
    why === undefined ? 'The event holds no pull request' : `It is not known which pull request this is (${why})`
  return `${said}, so the checkout is judged as that of one, and nothing is told on the pull request.`
}

const NO_TOKEN =
  'There is no token, so nothing is told on the pull request; see the input token, or set comments to "off".'

/**
 * Where the checkout says nothing about what is to be judged, or its configuration does not count, GitHub must be asked.
 *
 * @throws {UserError} for such an event.
 */
function refuseBlind(event: GitHubEvent): void {
  if (configurationOf(event) !== 'base') return
  const name = event.kind === 'workflow-run' ? 'workflow_run' : 'pull_request_target'
  throw new UserError(`token: needed under ${name}, where the checkout does not say what is judged, and by which rules`)
}

/** What a pull request's head holds, with the configuration that counts for it. */
async function ofPull(
  prepared: PreparedRun,
  event: PullEvent,
  { client, place, sha }: Omit<PullPlace, 'session'> & { readonly sha: string | undefined },
): Promise<Omit<Material, 'told'>> {
  const { pullMaterial } = await import('./pull.js')
  const { configTrust, touchesConfig } = await import('./trust.js')
  const material = await pullMaterial(event, prepared, { client, place })
  const { session, sources, lost, warnings, notes: judged } = material
  const common = { sources, pull: { session, client, place }, client, followUp: null, lost }
  const where = configPlace(prepared)
  if (event.trusted) {
    const configuration = await usedConfig(prepared, event.pull.baseSha, client)
    const notes = [...judged, ...(touchesConfig(where, session) ? [OTHER_CONFIG] : [])]
    return { ...common, configuration, trust: null, notes, warnings }
  }
  const own = await configOfPull(prepared, { client, commit: event.pull.headSha })
  const { config, bytes } = own
  const isMerge = sha !== event.pull.headSha && isCheckedOut(sha, prepared)
  const trust = await configTrust(config, where, { session, client, inputs: prepared.inputs, isMerge })
  const notes = [...judged, ...own.notes, ...(trust?.notes ?? [])]
  return { ...common, configuration: { config, bytes }, trust, notes, warnings: [...own.warnings, ...warnings] }
}

/** Whether the commit of a run is checked out: on a pull request that is its merge into the base, as the base is now. */
function isCheckedOut(sha: string | undefined, { disk, root }: PreparedRun): boolean {
  return sha !== undefined && disk.checkouts.commitOf(realPath(root) ?? root) === sha
}

const OTHER_CONFIG =
  'The configuration of the base counts: what the pull request changes in it does not count in this event.'

/** The configuration of the base. */
async function usedConfig(prepared: PreparedRun, commit: string, client: GitHubClient): Promise<UsedConfig> {
  const { configOfBase } = await import('./trust.js')
  const found = await configOfBase(prepared.inputs.config, configPlace(prepared), commit, client)
  return found ?? { config: null, bytes: null }
}

/** Where the configuration is looked for in the repository. */
function configPlace({ configPaths: paths, root, map }: PreparedRun): ConfigPlace {
  const candidates = paths.map((path) => relativePath(root, path)).filter((path) => !path.startsWith('../'))
  return { root, candidates, map }
}

/** The client of the run's repository; null without a token, or outside of a workflow. */
export async function openGitHub(run: ActionRun) {
  const token = tokenOf(run.env)
  if (token === null) return null
  const { repositoryPlace, openClient } = await import('../github/pull/session.js')
  const place = repositoryPlace(run.env)
  return place === null ? null : { place, client: openClient(token, place, proxySecrets(run.env)) }
}

async function openFollowUp(
  event: PullEvent | WorkflowRunEvent,
  { disk }: PreparedRun,
  path: string,
  { place, client }: Omit<PullPlace, 'session'>,
) {
  const { followUp } = await import('./follow-up.js')
  const { claimsSize, readClaims } = await import('../report/claims.js')
  const source = disk.source(path)
  claimsSize(sizeOf(source, path), path)
  return followUp(event, readClaims(source.bytes(), path), place.serverUrl, client)
}

/** @throws {UserError} which names the input too: the file is made by another job, and its path says little. */
function sizeOf(source: Source, path: string): number {
  try {
    return source.size
  } catch (thrown) {
    throw new UserError(`report-file: ${toError(thrown).message}`, { path })
  }
}
