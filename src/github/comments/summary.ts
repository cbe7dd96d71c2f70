import type { Post } from '../api/answers.js'
import type { GitHubClient } from '../api/client.js'
import { type Failure, failureOf, mayBeDone } from '../api/failure.js'
import { type Marker, readMarker, textHash, withMarker } from './marker.js'

export interface SummaryRequest {
  readonly pullNumber: number
  readonly id: string
  readonly headSha: string
  /** The name under which the token posts; asked for only where it matters. */
  readonly login: () => Promise<string>
  readonly text: string
  /** The text without what differs from run to run and says nothing else: one that says the same is not written again. */
  readonly said: string
  /** False when there is nothing to say: then only an existing comment is brought up to date. */
  readonly worthSaying: boolean
  /** The conversation as it was listed just before. */
  readonly existing: readonly Post[]
}

export type SummaryOutcome =
  | { readonly kind: 'none' }
  | { readonly kind: 'created' | 'updated' | 'kept'; readonly url: string }
  | { readonly kind: 'failed'; readonly failure: Failure }

type Client = Pick<GitHubClient, 'conversation' | 'createComment' | 'updateComment'>

/** The oldest summary comment with this `id` that was written under the token's own name. */
export async function ownSummary(
  existing: readonly Post[],
  { id, login }: Pick<SummaryRequest, 'id' | 'login'>,
): Promise<{ readonly post: Post; readonly marker: Marker } | null> {
  for (const post of existing) {
    const marker = readMarker(post.body)
    if (marker?.kind === 'summary' && marker.id === id && post.login === (await login())) return { post, marker }
  }
  return null
}

/** Brings the one summary comment of this `id` up to date, or makes it. Writes nothing when it already says the same. */
export async function updateSummary(request: SummaryRequest, client: Client): Promise<SummaryOutcome> {
  const hash = textHash(request.said)
  const marker: Marker = { kind: 'summary', id: request.id, head: request.headSha, fingerprints: [], hash }
  const body = withMarker(marker, request.text)
  const old = await ownSummary(request.existing, request)
  if (old !== null && old.marker.hash === hash && old.marker.head === request.headSha)
    return { kind: 'kept', url: old.post.url }
  if (old === null && !request.worthSaying) return { kind: 'none' }
  const written: WrittenSummary = { request, body, hash }
  try {
    return await (old === null ? create(written, client) : update(old.post.id, written, client))
  } catch (thrown) {
    return { kind: 'failed', failure: failureOf(thrown) }
  }
}

/** A summary with its finished body. */
interface WrittenSummary {
  readonly request: SummaryRequest
  readonly body: string
  readonly hash: string
}

/** Brings the comment up to date; one that somebody deleted meanwhile is made again. */
async function update(id: number, written: WrittenSummary, client: Client): Promise<SummaryOutcome> {
  const { request, body } = written
  try {
    return { kind: 'updated', url: (await client.updateComment(id, body)).url }
  } catch (thrown) {
    if (failureOf(thrown).status !== 404) throw thrown
    // GitHub also says "not found" where it will not say more: what still stands must not be written a second time.
    if ((await ownSummary(await client.conversation(request.pullNumber), request)) !== null) throw thrown
    return request.worthSaying ? create(written, client) : { kind: 'none' }
  }
}

/** Makes the comment; after an unclear answer looks for it before it is posted once more. */
async function create({ request, body, hash }: WrittenSummary, client: Client): Promise<SummaryOutcome> {
  try {
    return { kind: 'created', url: (await client.createComment(request.pullNumber, body)).url }
  } catch (thrown) {
    if (!mayBeDone(failureOf(thrown))) throw thrown
    const stored = await ownSummary(await client.conversation(request.pullNumber), request)
    if (stored?.marker.hash === hash) return { kind: 'created', url: stored.post.url }
    return { kind: 'created', url: (await client.createComment(request.pullNumber, body)).url }
  }
}
