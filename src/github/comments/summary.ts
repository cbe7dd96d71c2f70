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

interface OwnSummary {
  readonly post: Post
  readonly marker: Marker
}

/** The summary comments with this `id` that were written under the token's own name, the oldest first. */
async function ownSummaries(
  existing: readonly Post[],
  { id, login }: Pick<SummaryRequest, 'id' | 'login'>,
): Promise<readonly OwnSummary[]> {
  const own: OwnSummary[] = []
  for (const post of existing) {
    const marker = readMarker(post.body)
    if (marker?.kind === 'summary' && marker.id === id && post.login === (await login())) own.push({ post, marker })
  }
  return own.sort((a, b) => a.post.id - b.post.id)
}

/** The one that counts. */
export async function ownSummary(
  existing: readonly Post[],
  request: Pick<SummaryRequest, 'id' | 'login'>,
): Promise<OwnSummary | null> {
  return (await ownSummaries(existing, request))[0] ?? null
}

/** Takes away all but the oldest summary, as two runs at once may have left them; hides those that somebody reacted to. */
export async function closeSurplus(
  existing: readonly Post[],
  request: Pick<SummaryRequest, 'id' | 'login'>,
  client: Pick<GitHubClient, 'deleteComment' | 'updateComment' | 'hideComments'>,
): Promise<void> {
  const [, ...surplus] = await ownSummaries(existing, request)
  for (const { post, marker } of surplus) {
    if (post.reacted && post.nodeId !== null) {
      // By its marker it is no summary any more, and nothing that later runs look at.
      await client.updateComment(post.id, withMarker({ ...marker, kind: 'fixed', hash: '' }, SURPLUS))
      await client.hideComments([post.nodeId])
    } else await client.deleteComment(post.id)
  }
}

const SURPLUS = 'Two runs at once posted a summary each; the older comment is kept up to date.'

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
