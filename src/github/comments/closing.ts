import type { GitHubClient } from '../api/client.js'
import { type Failure, failureOf } from '../api/failure.js'
import { withMarker } from './marker.js'
import type { OwnComment } from './threads.js'

/** Why a comment of this tool no longer stands for an open finding. */
export interface Closing {
  readonly own: OwnComment
  /** `gone`: nothing is reported there any more. `replaced`: another comment tells the finding. */
  readonly why: 'gone' | 'replaced'
}

const WORDS: Readonly<Record<Closing['why'], string>> = {
  gone: '✅ This finding is gone: fixed, ignored by configuration, or no longer looked at.',
  replaced: 'This comment has been replaced by a newer one, whose lines are the current ones.',
}

const CLASSIFIER = { gone: 'RESOLVED', replaced: 'OUTDATED' } as const

type Client = Pick<GitHubClient, 'deleteReviewComment' | 'updateReviewComment' | 'resolveThreads' | 'hideComments'>

/**
 * Closes comments. Each is first edited to say so: its marker then tells later runs that this tool closed it, and not
 * a person. After that the threads are resolved where the token may do that, else the comments are hidden where it may
 * do that. Only a replaced comment that nobody answered is deleted.
 *
 * Stops at the first failure that is more than a missing right, and returns it; a later run finds what is left.
 */
export async function closeComments(closings: readonly Closing[], client: Client): Promise<Failure | null> {
  const edited: Closing[] = []
  try {
    for (const closing of closings) if (await sayClosed(closing, client)) edited.push(closing)
    await hide(edited, client)
    return null
  } catch (thrown) {
    return failureOf(thrown)
  }
}

/** Edits or deletes one comment; true when it is still there. */
async function sayClosed({ own, why }: Closing, client: Client): Promise<boolean> {
  const { comment, marker } = own
  try {
    if (why === 'replaced' && !own.answered) {
      await client.deleteReviewComment(comment.id)
      return false
    }
    await client.updateReviewComment(comment.id, withMarker({ ...marker, kind: 'fixed', hash: '' }, WORDS[why]))
    return true
  } catch (thrown) {
    // Somebody else was faster; the others still have to be closed.
    if (failureOf(thrown).status === 404) return false
    throw thrown
  }
}

/** Takes closed comments out of sight, in the way that the token allows. */
async function hide(closings: readonly Closing[], client: Client): Promise<void> {
  const seen = closings.filter(({ own: { thread } }) => thread !== null && !thread.resolved && !thread.hidden)
  const threads = seen.flatMap(({ own }) => own.thread?.id ?? [])
  if (threads.length === 0 || (await allowed(() => client.resolveThreads(threads)))) return
  for (const why of ['gone', 'replaced'] as const) {
    const ids = seen.filter((each) => each.why === why).map(({ own }) => own.comment.nodeId)
    if (!(await allowed(() => client.hideComments(ids, CLASSIFIER[why])))) return
  }
}

/** False when the token may not do that. What is there no more needs nothing. */
async function allowed(call: () => Promise<void>): Promise<boolean> {
  try {
    await call()
    return true
  } catch (thrown) {
    const { kind, status } = failureOf(thrown)
    if (kind !== 'permission') throw thrown
    return status === 404
  }
}
