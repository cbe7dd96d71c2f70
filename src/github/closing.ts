import type { GitHubClient } from './client.js'
import { type Failure, failureOf } from './failure.js'
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

type Client = Pick<GitHubClient, 'deleteReviewComment' | 'updateReviewComment' | 'resolveThread' | 'hideComment'>

/**
 * Closes comments. Each is first edited to say so: its marker then tells later runs that this tool closed it, and not
 * a person. After that the thread is resolved where the token may do that, else the comment is hidden where it may do
 * that. Only a replaced comment that nobody answered is deleted.
 *
 * Stops at the first failure that is more than a missing right, and returns it; a later run finds what is left.
 */
export async function closeComments(closings: readonly Closing[], client: Client): Promise<Failure | null> {
  const ways = new Set<Way>(['resolve', 'hide'])
  for (const closing of closings) {
    try {
      await closeOne(closing, ways, client)
    } catch (thrown) {
      const failure = failureOf(thrown)
      // Somebody else was faster; the others still have to be closed.
      if (failure.status !== 404) return failure
    }
  }
  return null
}

type Way = 'resolve' | 'hide'

/** @param ways what the token may do, as far as it is known; a way that is refused is not tried again */
async function closeOne({ own, why }: Closing, ways: Set<Way>, client: Client): Promise<void> {
  const { comment, marker, thread } = own
  if (why === 'replaced' && !own.answered) {
    await client.deleteReviewComment(comment.id)
    return
  }
  await client.updateReviewComment(comment.id, withMarker({ ...marker, kind: 'fixed', hash: '' }, WORDS[why]))
  if (thread === null) return
  const resolved = await attempt('resolve', ways, () => client.resolveThread(thread.id))
  if (!resolved) await attempt('hide', ways, () => client.hideComment(comment.nodeId, CLASSIFIER[why]))
}

async function attempt(way: Way, ways: Set<Way>, call: () => Promise<void>): Promise<boolean> {
  if (!ways.has(way)) return false
  try {
    await call()
    return true
  } catch (thrown) {
    const { kind, status } = failureOf(thrown)
    if (kind !== 'permission' || status === 404) throw thrown
    ways.delete(way)
    return false
  }
}
