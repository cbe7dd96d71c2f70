import { compareText } from '../../text/compare.js'
import type { GitHubClient, NewComment } from '../api/client.js'
import { type Failure, failureOf, mayBeDone } from '../api/failure.js'
import { failureReason } from '../api/failure-words.js'
import { COMMENTS_PER_REVIEW, REVIEWS_PER_RUN, STANDING_COMMENTS } from '../api/limits.js'
import { readMarker, textHash, withMarker } from './marker.js'
import type { WrittenThread } from './threads.js'

export interface ReviewRequest {
  readonly pullNumber: number
  /** The commit whose lines the comments name. */
  readonly headSha: string
  readonly id: string
  /** The name under which the token posts. */
  readonly login: () => Promise<string>
  /** Worst first. */
  readonly threads: readonly WrittenThread[]
  /** How many comments the pull request has room for. */
  readonly room: number
  /** What tells this run from others, as Markdown. */
  readonly whose: string
  /** Markdown links to what belongs to it: the summary, the run. */
  readonly links: readonly string[]
}

export interface ReviewOutcome {
  readonly posted: readonly WrittenThread[]
  /** What must be told elsewhere, with the reason. */
  readonly unposted: readonly { readonly written: WrittenThread; readonly reason: string }[]
  /** Page of the first review of this run. */
  readonly url: string | null
  /** What stopped the posting, when something other than single comments did. */
  readonly failure: Failure | null
}

type Client = Pick<GitHubClient, 'createReview' | 'reviews'>

/**
 * Posts comments as reviews: few large ones, since every review notifies. GitHub takes a review whole or not at all
 * and does not say which comment it minds, so a refused one is posted again in halves, within the number of reviews a
 * run may make. Never leaves a draft; never posts twice what may have been stored.
 */
export async function postReviews(request: ReviewRequest, client: Client): Promise<ReviewOutcome> {
  const posted: WrittenThread[] = []
  const unposted: { written: WrittenThread; reason: string }[] = []
  const giveUp = (threads: readonly WrittenThread[], reason: string) =>
    unposted.push(...threads.map((written) => ({ written, reason })))
  let url: string | null = null
  let failure: Failure | null = null
  let reviews = 0

  const { room } = request
  giveUp(request.threads.slice(room), FULL)
  const queue = batches(request.threads.slice(0, room), COMMENTS_PER_REVIEW)
  for (let batch = queue.shift(); batch !== undefined; batch = queue.shift()) {
    if (failure !== null) giveUp(batch, failureReason(failure))
    else if (reviews === REVIEWS_PER_RUN) giveUp(batch, `a run posts at most ${REVIEWS_PER_RUN} reviews`)
    else {
      const result = await postOne(batch, request, client)
      if (result.ok) {
        reviews++
        url ??= result.url
        posted.push(...batch)
      } else if (result.failure.kind === 'invalid' && batch.length > 1) {
        queue.unshift(...batches(batch, Math.ceil(batch.length / 2)))
      } else {
        giveUp(batch, failureReason(result.failure))
        if (result.failure.kind !== 'invalid') failure = result.failure
      }
    }
  }
  return { posted, unposted, url, failure }
}

/** Why a finding has no review comment. */
export const FULL = `a pull request gets at most ${STANDING_COMMENTS} review comments`

function batches<T>(all: readonly T[], size: number): T[][] {
  const result: T[][] = []
  for (let at = 0; at < all.length; at += size) result.push(all.slice(at, at + size))
  return result
}

type Posted = { readonly ok: true; readonly url: string } | { readonly ok: false; readonly failure: Failure }

/** One review. Where it is unclear whether GitHub stored it, looks before it says so or posts it once more. */
async function postOne(batch: readonly WrittenThread[], request: ReviewRequest, client: Client): Promise<Posted> {
  const comments = bottomUp(batch)
  const hash = textHash(JSON.stringify([request.headSha, comments]))
  const marker = { kind: 'review', id: request.id, head: request.headSha, fingerprints: [], hash } as const
  const review = {
    commit: request.headSha,
    body: withMarker(marker, [reviewText(batch, request.whose), ...request.links].join(' · ')),
    comments,
  }
  for (let tries = 1; ; tries++) {
    try {
      return { ok: true, url: (await client.createReview(request.pullNumber, review)).url }
    } catch (thrown) {
      const failure = failureOf(thrown)
      if (!mayBeDone(failure) && failure.kind !== 'invalid') return { ok: false, failure }
      const stored = await findReview(hash, request, client)
      if (typeof stored === 'string') return { ok: true, url: stored }
      if (stored === 'unknown' || failure.kind === 'invalid' || tries > 1) return { ok: false, failure }
    }
  }
}

/** The page of a review that was stored although the call failed, null when there is none, or that nobody knows. */
async function findReview(hash: string, request: ReviewRequest, client: Client): Promise<string | 'unknown' | null> {
  try {
    const login = await request.login()
    const reviews = await client.reviews(request.pullNumber)
    const own = reviews.find((each) => each.login === login && readMarker(each.body)?.hash === hash)
    return own === undefined ? null : own.url
  } catch {
    return 'unknown'
  }
}

/** Later lines first: a batch that is committed together must not shift the lines of what follows. */
function bottomUp(batch: readonly WrittenThread[]): readonly NewComment[] {
  return batch
    .map(({ thread, body }) => ({ path: thread.path, startLine: thread.startLine, endLine: thread.endLine, body }))
    .sort((a, b) => compareText(a.path, b.path) || b.startLine - a.startLine)
}

function reviewText(batch: readonly WrittenThread[], whose: string): string {
  const offers = batch.filter(({ thread }) => thread.suggestion !== null).length
  const places = batch.length === 1 ? 'One place' : `${batch.length} places`
  const suggestions = offers === 0 ? '' : offers === 1 ? ', one with a suggestion' : `, ${offers} with a suggestion`
  return `**Clumio policy check${whose}:** ${places} to look at${suggestions}.`
}
