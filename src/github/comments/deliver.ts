import type { CheckResult, Finding } from '../../model/report.js'
import { type OverviewInput, overview, type Told, whoseWords } from '../../report/markdown/overview.js'
import type { MarkdownView } from '../../report/markdown/words.js'
import { byUrgency } from '../../report/urgency.js'
import type { HeadFiles } from '../../sources/head.js'
import type { Post, PullFile, PullState, ReviewComment, ThreadState } from '../api/answers.js'
import type { GitHubClient } from '../api/client.js'
import { failureOf } from '../api/failure.js'
import { failureWords } from '../api/failure-words.js'
import { BODY_BYTES } from '../api/limits.js'
import { isCut, type PullRequest } from '../pull/event.js'
import { placedFiles } from '../pull/head.js'
import { sharedCauses } from './causes.js'
import { type Closing, closeComments } from './closing.js'
import { isMarked, markerWord, readMarker } from './marker.js'
import { type Elsewhere, type Placement, place } from './placement.js'
import { FULL, postReviews, type ReviewOutcome } from './review.js'
import { closeSurplus, ownSummary, updateSummary } from './summary.js'
import {
  goneFrom,
  type OwnComment,
  ownComments,
  planThreads,
  roomBeside,
  type SortedComments,
  sortComments,
  type ThreadStep,
  type WrittenThread,
  writeThread,
} from './threads.js'

/** Bytes kept free for the marker in front of the summary. */
const MARKER_BYTES = 1_000

/** How REST names the author of what the workflow's own token posts. */
const WORKFLOW_LOGIN = 'github-actions[bot]'

/** The same on Gitea and Forgejo, which have no GraphQL; nobody else can have these names there. */
const OTHER_LOGINS = ['gitea-actions', 'forgejo-actions']

export interface DeliveryRequest {
  readonly pull: PullRequest
  readonly id: string
  readonly mode: 'review' | 'summary'
  /** The check's result with paths from the repository's root. */
  readonly result: CheckResult
  /** Everything that was found, told or not: a comment about it is not closed. */
  readonly known: readonly Finding[]
  /** False when something that was named could not be checked: what it held is not gone, and no comment is closed. */
  readonly complete: boolean
  /** The page of the pull request that shows its review comments, for where no review of this run is linked. */
  readonly pullUrl: string
  /** What tells runs apart, and where the rest of a summary is that does not fit. */
  readonly about: Pick<OverviewInput, 'whose' | 'rest'>
  /** Sentences that belong on top of the summary, already Markdown. */
  readonly remarks: readonly string[]
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
    const said = failureWords(UNTOLD, failureOf(thrown), request.pull.readOnly)
    // What could not be read for the same reason is part of that.
    const others = delivery.problems.filter((each) => !each.endsWith(said.slice(UNTOLD.length)))
    delivery.problems.splice(0, Number.POSITIVE_INFINITY, ...others, said)
  }
  return { reviewUrl: delivery.reviewUrl, commentUrl: delivery.commentUrl, problems: delivery.problems }
}

const UNTOLD = 'The findings could not be told on the pull request'

/** Reasons why a finding is in the summary although its lines are in the diff. */
const SETTLED = 'somebody resolved or hid its review comment'
const HELD = 'an earlier comment tells it, and GitHub did not say whether somebody has resolved that'
const DELETED = 'somebody deleted its review comment while this run worked'

/** What stands on the pull request from earlier runs. */
interface Standing extends SortedComments {
  /** Those of other ids that stand open. */
  readonly others: readonly OwnComment[]
  /** False when GitHub did not tell which threads are resolved. */
  readonly threadsKnown: boolean
}

const NOTHING: Standing = { open: [], settled: [], others: [], threadsKnown: true }

/** What the review comments tell, and what is left to do. */
interface Inline {
  readonly told: readonly Elsewhere[]
  readonly closings: readonly Closing[]
}

/** What the summary comment says, and of which pull request. */
interface Summarizing {
  readonly told: readonly Told[]
  readonly inline: number
  readonly conversation: readonly Post[]
  /** The head that the pull request has by now, or null when it has not moved. */
  readonly newerHead: string | null
  readonly open: boolean
}

class PullDelivery {
  readonly problems: string[] = []
  reviewUrl: string | null = null
  commentUrl: string | null = null
  readonly #request: DeliveryRequest
  readonly #client: GitHubClient
  #login: Promise<string> | null = null
  readonly #marked: (string | null)[] = []

  constructor(request: DeliveryRequest, client: GitHubClient) {
    this.#request = request
    this.#client = client
  }

  /** The summary comment is written before old comments are closed: it matters more when calls or time run out. */
  async run(): Promise<void> {
    const { pull, result } = this.#request
    // None of these says what the others are asked for.
    const [state, conversation, comments] = await Promise.all([
      this.#client.pull(pull.number),
      this.#client.conversation(pull.number),
      this.#comments(),
    ])
    if (state.locked) {
      this.problems.push('The conversation of the pull request is locked, so nothing is posted there.')
      return
    }
    this.#noteMarked(conversation)
    const moved = state.headSha !== pull.headSha
    const standing = comments === null || moved ? null : await this.#standing(comments)
    const settled = standing === null ? [] : this.#settled(standing)
    const placement = this.#place(state, settled)
    const inline =
      standing === null
        ? { told: everything(placement), closings: [] }
        : await this.#comment(placement, standing, conversation)
    this.#client.openReserve()
    const newerHead = moved ? state.headSha : null
    const inlineCount = countInline(result, inline.told)
    await this.#summarize({ told: inline.told, inline: inlineCount, conversation, newerHead, open: state.open })
    const failure = await closeComments(inline.closings, this.#client)
    if (failure !== null) this.problems.push(failureWords('An old comment could not be closed', failure, pull.readOnly))
  }

  /** Where each finding goes; with another head, or without a diff, nothing goes inline. */
  #place({ headSha, open }: PullState, settled: readonly Finding[]): Placement {
    const { files, result, pull } = this.#request
    const findings = result.report.findings.filter((finding) => !settled.includes(finding))
    const reason =
      headSha !== pull.headSha
        ? 'the pull request has a newer head than the one checked'
        : !open
          ? 'the pull request is closed'
          : files === null
            ? 'the files of the pull request could not be listed'
            : null
    const placement =
      reason === null && files !== null
        ? place(findings, placedFiles(files.list, files.head), result.texts, unlistedWords(files.list, pull))
        : withoutInline(findings, reason ?? '')
    return {
      ...placement,
      summary: [...placement.summary, ...settled.map((finding) => ({ finding, reason: SETTLED, outside: false }))],
    }
  }

  /** Posts and edits review comments; returns what is left for the summary, and the comments to close. */
  async #comment(placement: Placement, standing: Standing, conversation: readonly Post[]): Promise<Inline> {
    const { id, view, pull, result, known, complete } = this.#request
    const causes = sharedCauses(placement.threads)
    const written = placement.threads.map((thread) => writeThread(thread, id, view, causes.get(thread)))
    const present = new Set(known.map(({ fingerprint }) => markerWord(fingerprint)))
    const unread = new Set(result.report.unread.map(({ path }) => path))
    const { steps, replaced, gone } = planThreads(written, standing.open, present, unread)

    const wanted = steps.flatMap((step) => (step.kind === 'post' ? [step] : []))
    // A comment that may be resolved is not posted again: a person may have had enough of it.
    const held = standing.threadsKnown ? [] : wanted.filter((step) => replaced.some(({ by }) => by.includes(step)))
    const threads = wanted.filter((step) => !held.includes(step)).map((step) => step.written)
    const kept = steps.flatMap((step) => (step.kind === 'post' ? [] : [step.own]))
    const { room, surplus } = roomBeside(kept, standing.others)
    const outcome = await postReviews(
      {
        pullNumber: pull.number,
        headSha: pull.headSha,
        id,
        login: () => this.#ownLogin(),
        threads,
        room,
        whose: whoseWords(this.#request.about.whose),
        links: threads.length === 0 ? [] : await this.#linksOfReview(conversation),
      },
      this.#client,
    )
    this.#note(outcome)
    const deleted: WrittenThread[] = []
    const full: WrittenThread[] = []
    for (const [i, step] of steps.entries()) {
      if (step.kind !== 'post' && surplus.has(step.own)) full.push(...written.slice(i, i + 1))
      else if (step.kind === 'edit' && !(await this.#edit(step.own.comment.id, step.written.body)))
        deleted.push(step.written)
    }
    const stands = (step: ThreadStep) => step.kind !== 'post' || outcome.posted.includes(step.written)
    // Applying a suggestion resolves its thread: a finding that was settled and is gone is told anew when it comes back.
    const over = complete ? [...gone, ...goneFrom(standing.settled, present, unread)] : []
    const closings: Closing[] = [
      ...replaced.filter(({ by }) => by.every(stands)).map(({ own }) => ({ own, why: 'replaced' }) as const),
      ...over.map((own) => ({ own, why: 'gone' }) as const),
      ...[...surplus].map((own) => ({ own, why: 'moved' }) as const),
    ]
    const untold: { readonly written: WrittenThread; readonly reason: string }[] = [
      ...outcome.unposted,
      ...held.map((step) => ({ written: step.written, reason: HELD })),
      ...deleted.map((each) => ({ written: each, reason: DELETED })),
      ...full.map((each) => ({ written: each, reason: FULL })),
    ]
    const unposted = untold.flatMap(({ written: each, reason }) =>
      each.thread.findings.map((finding) => ({ finding, reason, outside: false })),
    )
    return { told: [...placement.summary, ...unposted].sort((a, b) => byUrgency(a.finding, b.finding)), closings }
  }

  /** To the summary, where it stands already, and to the run. Neither costs a call. */
  async #linksOfReview(conversation: readonly Post[]): Promise<readonly string[]> {
    const { id, view } = this.#request
    const summary = await ownSummary(conversation, { id, login: () => this.#ownLogin() })
    return [
      ...(summary === null ? [] : [`[Summary](${summary.post.url})`]),
      ...(view.runUrl === undefined || view.runUrl === null ? [] : [`[the run](${view.runUrl})`]),
    ]
  }

  #note(outcome: ReviewOutcome): void {
    this.reviewUrl = outcome.url
    const count = outcome.unposted.length
    if (outcome.failure !== null) {
      this.problems.push(
        failureWords('Review comments could not be posted', outcome.failure, this.#request.pull.readOnly),
      )
    } else if (count > 0) {
      this.problems.push(
        `${count} ${count === 1 ? 'finding is' : 'findings are'} in the summary instead of a review comment.`,
      )
    }
  }

  /** All review comments; null when they could not be listed, or do not matter: then none is posted and none closed. */
  async #comments(): Promise<readonly ReviewComment[] | null> {
    const { mode, pull } = this.#request
    if (mode !== 'review') return null
    try {
      return await this.#client.reviewComments(pull.number)
    } catch (thrown) {
      this.problems.push(failureWords('The review comments could not be listed', failureOf(thrown), pull.readOnly))
      return null
    }
  }

  /** What stands of the comments of earlier runs. */
  async #standing(comments: readonly ReviewComment[]): Promise<Standing> {
    const { id } = this.#request
    this.#noteMarked(comments)
    const own = comments.some(({ body }) => isMarked(body)) ? ownComments(comments, await this.#ownLogin()) : []
    if (own.every(({ marker }) => marker.kind !== 'comment')) return NOTHING
    const threads = await this.#threads()
    const { open, settled } = sortComments(own, threads ?? [])
    const isOwn = ({ marker }: OwnComment) => marker.id === id
    const others = open.filter((each) => !isOwn(each))
    return { open: open.filter(isOwn), settled: settled.filter(isOwn), others, threadsKnown: threads !== null }
  }

  async #threads(): Promise<readonly ThreadState[] | null> {
    const { pull } = this.#request
    try {
      return await this.#client.reviewThreads(pull.number)
    } catch (thrown) {
      this.problems.push(
        failureWords('The threads of the review comments could not be listed', failureOf(thrown), pull.readOnly),
      )
      return null
    }
  }

  /** Findings that a person is done with: told in the summary as long as they are the same. */
  #settled({ open, settled }: Standing): readonly Finding[] {
    const fingerprintsOf = (comments: SortedComments['open']) =>
      new Set(comments.flatMap(({ marker }) => marker.fingerprints))
    const done = fingerprintsOf(settled)
    const standing = fingerprintsOf(open)
    return this.#request.result.report.findings.filter((finding) => {
      const word = markerWord(finding.fingerprint)
      return finding.level !== 'notice' && done.has(word) && !standing.has(word)
    })
  }

  /** False when the comment is there no more. One that could not be edited still stands with its older text. */
  async #edit(comment: number, body: string): Promise<boolean> {
    try {
      await this.#client.updateReviewComment(comment, body)
    } catch (thrown) {
      const failure = failureOf(thrown)
      if (failure.status === 404) return false
      this.problems.push(failureWords('A review comment could not be updated', failure, this.#request.pull.readOnly))
    }
    return true
  }

  async #summarize({ told, inline, conversation, newerHead, open }: Summarizing): Promise<void> {
    const { id, pull, result, view, pullUrl } = this.#request
    const login = () => this.#ownLogin()
    // A summary for the newer head says more than this run can.
    if (newerHead !== null && (await ownSummary(conversation, { id, login }))?.marker.head === newerHead) return
    const stale =
      newerHead === null ? [] : [`_For commit ${pull.headSha.slice(0, 12)}, which is not the newest any more._`]
    const remarks = [...stale, ...this.#request.remarks]
    const inlineUrl = this.reviewUrl ?? pullUrl
    const input = { result, told, inline, inlineUrl, notices: false, remarks, ...this.#request.about }
    const text = overview(input, view, BODY_BYTES - MARKER_BYTES)
    const said = [view.runUrl, inlineUrl].reduce<string>((all, url) => (url ? all.replaceAll(url, '') : all), text)
    // On a pull request that was closed, what stands is brought up to date, and nothing new is posted.
    const worthSaying =
      open && (this.#request.remarks.length > 0 || result.report.findings.some(({ level }) => level !== 'notice'))
    const outcome = await updateSummary(
      { pullNumber: pull.number, id, headSha: pull.headSha, login, text, said, worthSaying, existing: conversation },
      this.#client,
    )
    if (outcome.kind === 'failed') {
      this.problems.push(failureWords('The summary comment could not be written', outcome.failure, pull.readOnly))
    } else if (outcome.kind !== 'none') this.commentUrl = outcome.url
    try {
      await closeSurplus(conversation, { id, login }, this.#client)
    } catch (thrown) {
      this.problems.push(failureWords('A second summary could not be taken away', failureOf(thrown), pull.readOnly))
    }
  }

  /**
   * Asked once, and only when something of ours may stand there. Where GitHub does not say, the name of the workflow's
   * own token is taken, the usual case; but not when somebody else's text carries our marker: if that is this token's,
   * everything would be posted a second time.
   */
  #ownLogin(): Promise<string> {
    this.#login ??= this.#client.viewer().catch((thrown: unknown) => {
      const [other, ...more] = new Set(this.#marked.filter((login) => login !== WORKFLOW_LOGIN))
      if (other === undefined) return WORKFLOW_LOGIN
      const isOther = failureOf(thrown).status === 404 && more.length === 0 && OTHER_LOGINS.some((one) => one === other)
      if (other === null || !isOther) throw thrown
      return other
    })
    return this.#login
  }

  /** Remembers who wrote texts with our marker. */
  #noteMarked(texts: readonly { readonly body: string; readonly login: string | null }[]): void {
    const { id } = this.#request
    this.#marked.push(...texts.filter(({ body }) => readMarker(body)?.id === id).map(({ login }) => login))
  }
}

/** Null where the list is whole. */
function unlistedWords(list: readonly PullFile[], pull: PullRequest): string | null {
  if (!isCut(list, pull)) return null
  return `GitHub lists only ${list.length} of the files that this pull request changes, and not this one`
}

function withoutInline(findings: readonly Finding[], reason: string): Placement {
  const notices = findings.filter((finding) => finding.level === 'notice')
  const others = findings.filter((finding) => finding.level !== 'notice').sort(byUrgency)
  return { threads: [], summary: others.map((finding) => ({ finding, reason, outside: false })), jobSummary: notices }
}

function everything(placement: Placement): readonly Elsewhere[] {
  const reason = 'no review comments are posted'
  const inline = placement.threads.flatMap((thread) =>
    thread.findings.map((finding) => ({ finding, reason, outside: false })),
  )
  return [...placement.summary, ...inline].sort((a, b) => byUrgency(a.finding, b.finding))
}

function countInline(result: CheckResult, told: readonly Told[]): number {
  const elsewhere = new Set<Finding>(told.map(({ finding }) => finding))
  return result.report.findings.filter((finding) => finding.level !== 'notice' && !elsewhere.has(finding)).length
}
