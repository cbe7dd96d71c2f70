import type { GitHubClient } from '../github/api/client.js'
import { failureOf } from '../github/api/failure.js'
import type { GitHubEvent, PullEvent, WorkflowRunEvent } from '../github/pull/event.js'
import { outcomeOf } from '../model/conclusion.js'
import { UserError } from '../model/errors.js'
import type { FailOn } from '../model/options.js'
import type { CheckResult, Finding } from '../model/report.js'
import type { Claim } from '../report/claims.js'

/**
 * A run that tells, with a token that may comment, what an earlier run reported that could not: that of a pull request
 * from a fork. The earlier run executes what the fork wrote, so its report proves nothing. It only says which findings
 * to look for: the head's content is judged again, and what both know is told.
 */
export interface FollowUp {
  readonly event: PullEvent
  readonly claims: readonly Claim[]
  /** Page of the earlier run, below GitHub's own address; null where it is not known. */
  readonly runUrl: string | null
}

export type FollowUpOrReason = FollowUp | { readonly nowhere: string }

/**
 * Says no to inputs that do not fit the event.
 *
 * @throws {UserError} for a report without an event that follows one up, and for plans under `pull_request_target`: to
 * make one, the job would have run what a stranger wrote, with rights to write.
 */
export function refuseUnsafe(
  event: GitHubEvent,
  { reportFile, planFiles }: { readonly reportFile: string | null; readonly planFiles: readonly string[] },
): void {
  const target = event.kind === 'pull-request' && event.trusted
  if (target && planFiles.length > 0) {
    throw new UserError(
      'plan-files: not under pull_request_target, where a plan would run code of the pull request with rights to write. Plan under pull_request.',
    )
  }
  if (reportFile !== null && !target && event.kind !== 'workflow-run') {
    throw new UserError(
      'report-file: for workflows that run on workflow_run or pull_request_target. Without it, this run checks and tells its own findings.',
    )
  }
}

/** The pull request that an earlier run was about, or why there is nothing to tell. */
export async function followUp(
  event: PullEvent | WorkflowRunEvent,
  claims: readonly Claim[],
  serverUrl: string,
  client: Pick<GitHubClient, 'pullsOf'>,
): Promise<FollowUpOrReason> {
  if (event.kind === 'pull-request') return { event, claims, runUrl: null }
  if (event.cause !== 'pull_request') {
    return { nowhere: `The run that this one follows was not for a pull request, but for ${event.cause}.` }
  }
  if (event.headRepository === null) return { nowhere: 'The repository of the pull request was deleted.' }
  try {
    const pulls = await client.pullsOf(event.headRepository, event.headSha)
    const fitting = pulls.filter(
      ({ open, headSha, baseRepositoryId }) =>
        open && headSha === event.headSha && baseRepositoryId === event.repositoryId,
    )
    const [pull] = fitting
    const commit = event.headSha.slice(0, 12)
    if (pull === undefined) return { nowhere: `No open pull request of this repository has ${commit} as its head.` }
    if (fitting.length > 1) {
      return {
        nowhere: `Several open pull requests have ${commit} as their head, and which one is meant is not known.`,
      }
    }
    const { number, headSha, baseSha, locked } = pull
    const { headRepository } = event
    return {
      event: {
        kind: 'pull-request',
        trusted: true,
        pull: { number, headSha, baseSha, headRepository, readOnly: null, locked },
      },
      claims,
      runUrl: pageBelow(serverUrl, event.url),
    }
  } catch (thrown) {
    const { status, message } = failureOf(thrown)
    return { nowhere: `The pull request could not be looked up (${status ?? message}).` }
  }
}

/** The address, when it is one of a run below the server's own. */
function pageBelow(serverUrl: string, url: string | null): string | null {
  return url?.startsWith(`${serverUrl}/`) && /^[\w./-]+$/.test(url.slice(serverUrl.length)) ? url : null
}

/** What of a result is told in a follow-up. */
export interface Confirmed {
  /** The findings that both runs know, with the counts of those. */
  readonly result: CheckResult
  /** Everything this run found: a comment about it stays, whatever the report says. */
  readonly known: readonly Finding[]
  /** Sentences about the difference; plain text. */
  readonly remarks: readonly string[]
}

/** Takes the findings that a report claims and this run confirms. */
export function confirm(result: CheckResult, claims: readonly Claim[], failOn: FailOn): Confirmed {
  const keyOf = ({ rule, fingerprint }: Claim) => `${rule} ${fingerprint}`
  const claimed = new Set(claims.map(keyOf))
  const known = result.report.findings
  const findings = known.filter((finding) => claimed.has(keyOf(finding)))
  const unconfirmed = claimed.size - new Set(findings.map(keyOf)).size
  const unclaimed = known.length - findings.length
  const { conclusion, counts } = outcomeOf(findings, failOn)
  return {
    result: {
      ...result,
      report: {
        ...result.report,
        conclusion,
        summary: { ...result.report.summary, ...counts },
        findings,
      },
    },
    known,
    remarks: [
      ...(unconfirmed === 0 ? [] : [unconfirmedWords(unconfirmed)]),
      ...(unclaimed === 0 ? [] : [unclaimedWords(unclaimed)]),
    ],
  }
}

function unconfirmedWords(count: number): string {
  const [findings, rest] = count === 1 ? ['finding', 'rests'] : ['findings', 'rest']
  return `${count} ${findings} of the first run cannot be confirmed here, since ${count === 1 ? 'it' : 'they'} ${rest} on a plan or on other files or settings.`
}

function unclaimedWords(count: number): string {
  const findings = count === 1 ? '1 finding of this run is' : `${count} findings of this run are`
  return `${findings} not in the report of the first run, and not told here.`
}
