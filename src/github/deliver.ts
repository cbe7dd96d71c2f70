import type { CheckResult, Finding } from '../model/report.js'
import { overview, type Told } from '../report/markdown/overview.js'
import type { MarkdownView } from '../report/markdown/words.js'
import type { GitHubClient, Post, PullFile, ReviewComment } from './client.js'
import { ownSummary, retire, updateSummary } from './comments.js'
import type { PullRequest } from './event.js'
import { failureOf } from './failure.js'
import { type HeadFiles, placedFiles } from './head.js'
import { BODY_BYTES } from './limits.js'
import { markerWord } from './marker.js'
import { byUrgency, type Elsewhere, type Plan, place } from './placement.js'
import { postReviews, type ReviewOutcome } from './review.js'
import { failureWords } from './remarks.js'
import { type OwnComment, ownComments, planThreads, type WrittenThread, writeThread } from './threads.js'

/** Bytes kept free for the marker in front of the summary. */
const MARKER_BYTES = 1_000

/** How REST names the author of what the workflow's own token posts. */
const WORKFLOW_LOGIN = 'github-actions[bot]'

const FIXED = '✅ This finding is gone: fixed, ignored by configuration, or no longer looked at.'
const REPLACED = 'This comment has been replaced by a newer one, whose suggestion fits the current lines.'

export interface DeliveryRequest {
  readonly pull: PullRequest
  readonly id: string
  readonly mode: 'review' | 'summary'
  /** The check's result with paths from the repository's root. */
  readonly result: CheckResult
  readonly view: MarkdownView
  /** The files of the pull request and what its head holds; null when GitHub did not list them. */
  readonly files: { readonly list: readonly PullFile[]; readonly head: HeadFiles } | null
}

export interface Delivery {
  readonly reviewUrl: string | null
  readonly commentUrl: string | null
  /** What could not be done and what to do about it, one sentence each, for the log and the job summary. */
  readonly problems: readonly string[]
}

/**
 * Tells a result on its pull request: review comments with suggestions where the diff has the lines, one summary
 * comment for the rest, and nothing that already stands there. Whatever goes wrong is returned as a problem: the
 * conclusion of the run does not depend on it.
 */
export async function deliver(request: DeliveryRequest, client: GitHubClient): Promise<Delivery> {
  const delivery = new PullDelivery(request, client)
  try {
    await delivery.run()
  } catch (thrown) {
    delivery.problems.push(
      failureWords('The findings could not be told on the pull request', failureOf(thrown), request.pull),
    )
  }
  return { reviewUrl: delivery.reviewUrl, commentUrl: delivery.commentUrl, problems: delivery.problems }
}

class PullDelivery {
  readonly problems: string[] = []
  reviewUrl: string | null = null
  commentUrl: string | null = null
  readonly #request: DeliveryRequest
  readonly #client: GitHubClient
  #login: Promise<string> | null = null

  constructor(request: DeliveryRequest, client: GitHubClient) {
    this.#request = request
    this.#client = client
  }

  async run(): Promise<void> {
    const { pull, result, mode } = this.#request
    const state = await this.#client.pull(pull.number)
    if (state.locked) {
      this.problems.push('The conversation of the pull request is locked, so nothing is posted there.')
      return
    }
    const conversation = await this.#client.conversation(pull.number)
    const moved = state.headSha !== pull.headSha
    const plan = this.#plan(moved, state.open)
    const inline = mode === 'review' ? await this.#comment(plan, moved) : null
    const told = inline === null ? everything(plan) : inline
    await this.#summarize(told, countInline(result, told), conversation, moved ? state.headSha : null)
  }

  /** Where each finding goes; with another head, or without a diff, nothing goes inline. */
  #plan(moved: boolean, open: boolean): Plan {
    const { files, result } = this.#request
    const { findings } = result.report
    const reason = moved
      ? 'the pull request has a newer head than the one checked'
      : !open
        ? 'the pull request is closed'
        : files === null
          ? 'GitHub did not list the files of the pull request'
          : null
    if (reason === null && files !== null) return place(findings, placedFiles(files.list, files.head), result.texts)
    const notices = findings.filter((finding) => finding.level === 'notice')
    const others = findings.filter((finding) => finding.level !== 'notice').sort(byUrgency)
    const why = reason ?? ''
    return { threads: [], summary: others.map((finding) => ({ finding, reason: why })), jobSummary: notices }
  }

  /** Posts, edits and retires review comments; returns what is left for the summary. */
  async #comment(plan: Plan, moved: boolean): Promise<readonly Elsewhere[]> {
    const { id, view, pull, result } = this.#request
    if (moved) return plan.summary
    const comments = await this.#reviewComments()
    if (comments === null) return everything(plan)
    const own = hasMarkers(comments) ? ownComments(comments, id, await this.#ownLogin()) : []
    const written: WrittenThread[] = []
    for (const thread of plan.threads) written.push(await writeThread(thread, id, view))
    const present = new Set<string>()
    for (const { fingerprint } of result.report.findings) present.add(await markerWord(fingerprint))
    const unread = new Set(result.report.unread.map(({ path }) => path))
    const { steps, gone } = planThreads(written, own, present, unread)

    const toPost = steps.flatMap((step) => (step.kind === 'post' ? [step.written] : []))
    const outcome = await postReviews(
      { pullNumber: pull.number, headSha: pull.headSha, id, login: () => this.#ownLogin(), threads: toPost },
      this.#client,
    )
    this.#note(outcome)
    const replaced = steps.flatMap((step) =>
      step.kind === 'post' && outcome.posted.includes(step.written) ? step.replaces : [],
    )
    for (const step of steps) {
      if (step.kind === 'edit')
        await this.#attempt(() => this.#client.updateReviewComment(step.own.comment.id, step.written.body))
    }
    await this.#retire(replaced, REPLACED)
    await this.#retire(gone, FIXED)
    const unposted = outcome.unposted.flatMap(({ written: each, reason }) =>
      each.thread.findings.map((finding) => ({ finding, reason })),
    )
    return [...plan.summary, ...unposted].sort((a, b) => byUrgency(a.finding, b.finding))
  }

  #note(outcome: ReviewOutcome): void {
    this.reviewUrl = outcome.url
    const count = outcome.unposted.length
    if (outcome.failure !== null) {
      this.problems.push(failureWords('Review comments could not be posted', outcome.failure, this.#request.pull))
    } else if (count > 0) {
      this.problems.push(
        `${count} ${count === 1 ? 'finding is' : 'findings are'} in the summary instead of a review comment.`,
      )
    }
  }

  async #reviewComments(): Promise<readonly ReviewComment[] | null> {
    try {
      return await this.#client.reviewComments(this.#request.pull.number)
    } catch (thrown) {
      // Without the list nobody knows what already stands there: nothing is posted inline, and nothing is cleaned up.
      this.problems.push(failureWords('The review comments could not be listed', failureOf(thrown), this.#request.pull))
      return null
    }
  }

  async #retire(comments: readonly OwnComment[], words: string): Promise<void> {
    const failure = await retire(comments, words, this.#client)
    if (failure !== null)
      this.problems.push(failureWords('An old comment could not be removed', failure, this.#request.pull))
  }

  async #attempt(call: () => Promise<void>): Promise<void> {
    try {
      await call()
    } catch (thrown) {
      this.problems.push(failureWords('A review comment could not be updated', failureOf(thrown), this.#request.pull))
    }
  }

  /** @param newerHead the head that the pull request has by now, or null when it has not moved */
  async #summarize(
    told: readonly Told[],
    inline: number,
    conversation: readonly Post[],
    newerHead: string | null,
  ): Promise<void> {
    const { id, pull, result, view } = this.#request
    const login = () => this.#ownLogin()
    // A summary for the newer head says more than this run can.
    if (newerHead !== null && (await ownSummary(conversation, { id, login }))?.marker.head === newerHead) return
    const remarks =
      newerHead === null ? [] : [`_For commit ${pull.headSha.slice(0, 12)}, which is not the newest any more._`]
    const text = overview({ result, told, inline, notices: false, remarks }, view, BODY_BYTES - MARKER_BYTES)
    const worthSaying = result.report.findings.some((finding) => finding.level !== 'notice')
    const outcome = await updateSummary(
      { pullNumber: pull.number, id, headSha: pull.headSha, login, text, worthSaying, existing: conversation },
      this.#client,
    )
    if (outcome.kind === 'failed') {
      this.problems.push(failureWords('The summary comment could not be written', outcome.failure, pull))
    } else if (outcome.kind !== 'none') this.commentUrl = outcome.url
  }

  /**
   * Asked once, and only when something of ours may stand there. Where GitHub does not say, the name of the workflow's
   * own token is taken, the usual case.
   */
  #ownLogin(): Promise<string> {
    this.#login ??= this.#client.viewer().catch(() => WORKFLOW_LOGIN)
    return this.#login
  }
}

function hasMarkers(comments: readonly ReviewComment[]): boolean {
  return comments.some((comment) => comment.body.startsWith('<!-- clumio-policy-check:'))
}

function everything(plan: Plan): readonly Elsewhere[] {
  const reason = 'no review comments are posted'
  const inline = plan.threads.flatMap((thread) => thread.findings.map((finding) => ({ finding, reason })))
  return [...plan.summary, ...inline].sort((a, b) => byUrgency(a.finding, b.finding))
}

function countInline(result: CheckResult, told: readonly Told[]): number {
  const elsewhere = new Set<Finding>(told.map(({ finding }) => finding))
  return result.report.findings.filter((finding) => finding.level !== 'notice' && !elsewhere.has(finding)).length
}
