import { UserError } from '../model/errors.js'
import { pullRequestSources, type UnreadFile } from '../sources/pull.js'
import type { Sources } from '../sources/sources.js'
import type { GitHubClient } from '../github/api/client.js'
import { HEAD_FILE_BYTES, HEAD_FILES } from '../github/api/limits.js'
import type { PullEvent } from '../github/pull/event.js'
import { blobFetcher } from '../github/pull/head.js'
import { listPull, type PullSession } from '../github/pull/session.js'
import type { PreparedRun } from './prepare.js'

/** What the check reads on a pull request, and what is known of the pull request. */
export interface PullMaterial {
  readonly session: PullSession
  readonly sources: Sources
  /** What belongs to the check, is not in the checkout, and could not be read from the head either. */
  readonly lost: readonly UserError[]
}

/**
 * Lists a pull request's files and gathers the texts to judge.
 *
 * @throws {UserError} when the checkout is the base's and the head cannot be read: judging the base says nothing about
 * the pull request.
 */
export async function pullMaterial(
  { pull, trusted }: PullEvent,
  prepared: PreparedRun,
  client: GitHubClient,
): Promise<PullMaterial> {
  const { files, problems } = await listPull(pull, client)
  if (trusted && files === null) throw new UserError(problems.join(' '))
  const { sources, head, unread } = await pullRequestSources({
    prepared,
    root: prepared.root,
    map: prepared.map,
    changed: files ?? [],
    fetch: blobFetcher(client),
    limits: { files: HEAD_FILES, bytes: HEAD_FILE_BYTES },
  })
  if (trusted) refuseUnread(unread)
  const stale = unread.filter(({ inCheckout }) => inCheckout)
  const lost = unread.filter(({ inCheckout }) => !inCheckout)
  return {
    session: { pull, files, head, problems: [...problems, ...staleWords(stale)] },
    sources,
    lost: lostError(lost),
  }
}

/** One error for all of them: green must not mean that nobody looked. */
function lostError(lost: readonly UnreadFile[]): readonly UserError[] {
  const [first] = lost
  if (first === undefined) return []
  const message = `${manyFiles(lost)}: in the pull request, not in the checkout, and not readable through the API (${first.reason}). Check the pull request out`
  return [new UserError(message, { path: first.path })]
}

/** The checkout may be of another version. */
function staleWords(stale: readonly UnreadFile[]): readonly string[] {
  const [first] = stale
  if (first === undefined) return []
  return [
    `${manyFiles(stale)}: judged as the checkout has it, and not commented inline, since it differs from the head of the pull request and that could not be read (${first.reason}).`,
  ]
}

function manyFiles(files: readonly UnreadFile[]): string {
  return `${files[0]?.path ?? ''}${files.length < 2 ? '' : ` and ${files.length - 1} more files`}`
}

function refuseUnread([first]: readonly UnreadFile[]): void {
  if (first === undefined) return
  const { path, reason } = first
  throw new UserError(`${path} cannot be checked as the pull request has it: ${reason}`, { path })
}
