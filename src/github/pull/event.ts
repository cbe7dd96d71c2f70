import { UserError } from '../../model/errors.js'
import { member } from '../../tree/value.js'
import type { ReadOnly } from '../api/failure-words.js'
import { PULL_FILES } from '../api/limits.js'

/** What a run knows about the pull request from its event, before anything is asked. */
export interface PullRequest {
  readonly number: number
  readonly headSha: string
  readonly baseSha: string
  /** `owner/name` of the head's repository; null when it was deleted. */
  readonly headRepository: string | null
  /** Why the token may only read, whatever the workflow asks for; null when it may have more. */
  readonly readOnly: ReadOnly
  readonly locked: boolean
  /** How many files it changes; null where the event does not say. */
  readonly changedFiles?: number | null
}

export interface PullEvent {
  readonly kind: 'pull-request'
  /** True when the workflow and, by default, the checkout are the base's. */
  readonly trusted: boolean
  readonly pull: PullRequest
}

/** A workflow that runs after another one, with rights that the other one need not have had. */
export interface WorkflowRunEvent {
  readonly kind: 'workflow-run'
  /** What the other workflow ran for. */
  readonly cause: string
  readonly headSha: string
  /** `owner/name` of the repository the head is in; null when it was deleted. */
  readonly headRepository: string | null
  /** The repository that both workflows belong to. */
  readonly repositoryId: number
  /** Page of the other run; null where the payload names none. */
  readonly url: string | null
}

/** The part of an event that this action acts on. */
export type GitHubEvent =
  | PullEvent
  | WorkflowRunEvent
  | { readonly kind: 'merge-group'; readonly headSha: string; readonly baseSha: string }
  /** A pull request of which nothing is known for sure; `why` where the payload says something else than nothing. */
  | { readonly kind: 'unknown-pull'; readonly name: string; readonly why?: string }
  | { readonly kind: 'other'; readonly name: string }

/** What a run's environment says of its event. */
export interface EventPlace {
  /** `owner/name` of the run, where it is known. */
  readonly repository?: string | null
  /** `GITHUB_REF`, and the two variables that are set for a pull request alone. */
  readonly ref?: string | undefined
  readonly headRef?: string | undefined
  readonly baseRef?: string | undefined
}

/**
 * Reads the slice of an event payload that is needed. `pull_request_target` is `trusted`: it runs with the base's
 * workflow and, by default, the base's checkout. Events without a pull request give `other`, however little they hold;
 * of `pull_request` alone the checkout can be judged without knowing more. Where name, payload and environment contradict
 * each other the stricter reading counts: the text is a pull request's, and which one it is is not known.
 *
 * @throws {UserError} when an event that must have a pull request, a merge group or another run has none.
 */
export function parseEvent(name: string, payload: unknown, place: EventPlace = {}): GitHubEvent {
  const { repository = null } = place
  switch (name) {
    case 'pull_request':
      if (member(payload, 'pull_request') == null) return { kind: 'unknown-pull', name }
      return pullEvent(name, payload, repository)
    case 'pull_request_target': {
      const why = contradictionIn(payload, repository)
      if (why !== null) throw new UserError(`The payload of the ${name} event contradicts itself: ${why}.`)
      return { kind: 'pull-request', trusted: true, pull: parsePull(name, payload) }
    }
    case 'workflow_run':
      return parseWorkflowRun(payload)
    default: {
      const why = pullBeside(name, payload, place)
      if (why !== null) return { kind: 'unknown-pull', name, why }
      return name === 'merge_group' ? mergeGroup(payload) : { kind: 'other', name }
    }
  }
}

/** Why an event of another name stands as one of a pull request; null for one that does not. */
function pullBeside(
  name: string,
  payload: unknown,
  { ref = '', headRef = '', baseRef = '' }: EventPlace,
): string | null {
  const event = JSON.stringify(name)
  if (comesWithPull(payload)) return `the event ${event} comes with a pull request`
  const isOfPull = [ref, member(payload, 'ref')].some((one) => typeof one === 'string' && one.startsWith('refs/pull/'))
  return isOfPull || headRef !== '' || baseRef !== ''
    ? `the environment of the event ${event} is that of a pull request`
    : null
}

/**
 * Whether a payload names a pull request: as such, as what a comment stands on, by what dispatched it, or as that of the checks
 * or the run that it is about.
 */
function comesWithPull(payload: unknown): boolean {
  const named = [payload, member(payload, 'issue'), member(payload, 'client_payload')]
  if (named.some((one) => member(one, 'pull_request') != null)) return true
  const run = member(payload, 'check_run')
  const checked = [run, member(run, 'check_suite'), member(payload, 'check_suite'), member(payload, 'workflow_run')]
  return checked.some((one) => {
    const pulls = member(one, 'pull_requests')
    return Array.isArray(pulls) && pulls.length > 0
  })
}

function mergeGroup(payload: unknown): GitHubEvent {
  const group = member(payload, 'merge_group')
  const headSha = sha(member(group, 'head_sha'))
  const baseSha = sha(member(group, 'base_sha'))
  if (headSha === null || baseSha === null) throw broken('merge_group')
  return { kind: 'merge-group', headSha, baseSha }
}

function pullEvent(name: string, payload: unknown, repository: string | null): GitHubEvent {
  const pull = parsePull(name, payload)
  const why = contradictionIn(payload, repository)
  return why === null ? { kind: 'pull-request', trusted: false, pull } : { kind: 'unknown-pull', name, why }
}

/** What in a payload cannot be true together; null where nothing is. */
function contradictionIn(payload: unknown, repository: string | null): string | null {
  const pull = member(payload, 'pull_request')
  const [outer, number] = [member(payload, 'number'), member(pull, 'number')]
  if (typeof outer === 'number' && outer !== number) return 'it names two pull requests'
  const [head, base] = [member(pull, 'head'), member(pull, 'base')]
  const owner = repositoryName(member(base, 'repo'))
  if (repository !== null && owner !== null && owner.toLowerCase() !== repository.toLowerCase())
    return 'its pull request is one of another repository'
  return member(head, 'sha') === member(base, 'sha') ? 'head and base of its pull request are one commit' : null
}

/** Whether a head is in another repository than the base: each of name, id and mark says so alone. */
function isFork(head: unknown, base: unknown): boolean {
  const [own, other] = [repositoryName(head), repositoryName(base)]
  const [id, otherId] = [member(head, 'id'), member(base, 'id')]
  if (own === null || own !== other) return true
  if (typeof id === 'number' && typeof otherId === 'number' && id !== otherId) return true
  return member(head, 'fork') === true && member(base, 'fork') === false
}

function parsePull(name: string, payload: unknown): PullRequest {
  const pull = member(payload, 'pull_request')
  const number = member(pull, 'number')
  const head = member(pull, 'head')
  const base = member(pull, 'base')
  const headSha = sha(member(head, 'sha'))
  const baseSha = sha(member(base, 'sha'))
  if (typeof number !== 'number' || !Number.isSafeInteger(number) || headSha === null || baseSha === null) {
    throw broken(name)
  }
  const headRepository = repositoryName(member(head, 'repo'))
  const fork = isFork(member(head, 'repo'), member(base, 'repo'))
  const dependabot = member(member(pull, 'user'), 'login') === 'dependabot[bot]'
  const limited = fork ? 'fork' : dependabot ? 'dependabot' : null
  return {
    number,
    headSha,
    baseSha,
    headRepository,
    readOnly: name === 'pull_request' ? limited : null,
    locked: member(pull, 'locked') === true,
    changedFiles: count(member(pull, 'changed_files')),
  }
}

function parseWorkflowRun(payload: unknown): WorkflowRunEvent {
  const run = member(payload, 'workflow_run')
  const headSha = sha(member(run, 'head_sha'))
  const cause = text(member(run, 'event'))
  const repositoryId = member(member(payload, 'repository'), 'id')
  if (headSha === null || cause === null || typeof repositoryId !== 'number') throw broken('workflow_run')
  return {
    kind: 'workflow-run',
    cause,
    headSha,
    headRepository: repositoryName(member(run, 'head_repository')),
    repositoryId,
    url: text(member(run, 'html_url')),
  }
}

/** `owner/name` of a repository in a payload; null for one that was deleted. */
function repositoryName(repository: unknown): string | null {
  const name = text(member(repository, 'full_name'))
  return name !== null && /^[\w.-]+\/[\w.-]+$/.test(name) ? name : null
}

function broken(name: string): UserError {
  return new UserError(
    `The payload of the ${name} event (GITHUB_EVENT_PATH) is incomplete. Run the action in a workflow.`,
  )
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function count(value: unknown): number | null {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : null
}

/** True when the list does not hold all files of the pull request, or may not. */
export function isCut(files: readonly unknown[], { changedFiles = null }: Pick<PullRequest, 'changedFiles'>): boolean {
  return files.length >= PULL_FILES || files.length < (changedFiles ?? 0)
}

/** A commit id, SHA-1 or SHA-256. */
function sha(value: unknown): string | null {
  return typeof value === 'string' && /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value) ? value : null
}
