import type { GitHubClient } from '../api/client.js'
import { type Failure, failureOf } from '../api/failure.js'
import { withMarker } from './marker.js'
import type { OwnComment } from './threads.js'

/** Why a comment of this tool no longer stands for an open finding. */
export interface Closing {
  readonly own: OwnComment
  /** `gone`: nothing is reported there any more. `replaced`: another comment tells the finding. `moved`: the summary does. */
  readonly why: 'gone' | 'replaced' | 'moved'
}

const ASK = 'Please resolve this conversation.'

const WORDS: Readonly<Record<Closing['why'], string>> = {
  gone: `Fixed: this finding is gone, or is ignored by the configuration, or no longer looked at. ${ASK}`,
  replaced: `Replaced by a newer comment, whose lines are the current ones. ${ASK}`,
  moved: `The summary comment tells this finding. ${ASK}`,
}

type Client = Pick<GitHubClient, 'deleteReviewComment' | 'updateReviewComment' | 'resolveThreads'>

/**
 * Closes comments, so that none is in the way of a merge that wants all conversations resolved. One that nobody answered or
 * reacted to is deleted. Another one is edited to say so, and its thread is resolved where the token may do that: by its
 * marker later runs then know that this tool closed it, and not a person.
 *
 * Stops at the first failure that is more than a missing right, and returns it; a later run finds what is left.
 */
export async function closeComments(closings: readonly Closing[], client: Client): Promise<Failure | null> {
  const edited: Closing[] = []
  try {
    for (const closing of closings) if (await sayClosed(closing, client)) edited.push(closing)
    const threads = edited.flatMap(({ own: { thread } }) => (thread === null || thread.resolved ? [] : [thread.id]))
    if (threads.length > 0) await ifAllowed(() => client.resolveThreads(threads))
    return null
  } catch (thrown) {
    return failureOf(thrown)
  }
}

/** Edits or deletes one comment; true when it is still there. */
async function sayClosed({ own, why }: Closing, client: Client): Promise<boolean> {
  const { comment, marker } = own
  try {
    if (!own.answered && !comment.reacted) {
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

/** What the token may not do is left, and what is there no more needs nothing. */
async function ifAllowed(call: () => Promise<void>): Promise<void> {
  try {
    await call()
  } catch (thrown) {
    if (failureOf(thrown).kind !== 'permission') throw thrown
  }
}
