import { isObject, member, memberAt } from '../../tree/value.js'
import { AnswerError } from './failure.js'

/**
 * GitHub's answers, read once at the edge: an answer is whatever a server sent, and nothing is taken from it that has not
 * the documented shape. Every function here throws `AnswerError` for another one.
 */

/** A pull request as it is now. */
export interface PullState {
  readonly headSha: string
  readonly locked: boolean
  readonly open: boolean
}

/** A pull request that a commit belongs to. */
export interface CommitPull {
  readonly number: number
  readonly open: boolean
  readonly locked: boolean
  readonly headSha: string
  readonly baseSha: string
  /** Null when the repository was deleted. */
  readonly baseRepositoryId: number | null
}

export interface PullFile {
  readonly path: string
  readonly previousPath: string | null
  readonly status: string
  /** Blob id in the head; null where GitHub gives none. */
  readonly sha: string | null
  readonly changes: number
  /** Missing for binary files, pure renames and large diffs. */
  readonly patch: string | null
}

export interface ReviewComment {
  readonly id: number
  /** The same comment in GraphQL. */
  readonly nodeId: string
  readonly body: string
  readonly login: string | null
  readonly path: string
  /** The comment's lines in the current head; null when it is outdated. */
  readonly startLine: number | null
  readonly line: number | null
  readonly inReplyTo: number | null
  /** True when somebody reacted to it. */
  readonly reacted: boolean
}

/** The thread of a review comment, which only GraphQL tells. */
export interface ThreadState {
  readonly id: string
  readonly resolved: boolean
  /** GraphQL's id of the comment that began it, and whether it is hidden. */
  readonly firstComment: string
  readonly hidden: boolean
}

/** A review or a comment of the conversation. */
export interface Post {
  readonly id: number
  readonly body: string
  readonly login: string | null
  readonly url: string
  /** The same in GraphQL; null where the server has none. */
  readonly nodeId: string | null
  /** True when somebody reacted to it. */
  readonly reacted: boolean
}

/** A file of a commit: its blob id and, where the answer carries it (up to 1 MB), its content. */
export interface CommitFile {
  readonly sha: string
  readonly bytes: Uint8Array | null
}

/** What stands at a path of a commit, as the contents API tells it. */
export type CommitEntry =
  | ({ readonly kind: 'file' } & CommitFile)
  /** A link that leads to no file of the same commit by itself: to a folder, to another link, or out. */
  | { readonly kind: 'link'; readonly target: string }
  | { readonly kind: 'other' }

/** One entry of a commit's tree: a blob with its id; links and submodules have modes of their own. */
export interface TreeEntry {
  readonly path: string
  /** As Git writes it: `100644`, `100755`, `120000` for a link, `160000` for a submodule, `040000` for a folder. */
  readonly mode: string
  readonly sha: string
}

export interface CommitTree {
  readonly entries: readonly TreeEntry[]
  /** True when GitHub does not list all of it. */
  readonly truncated: boolean
}

export function pullState(data: unknown): PullState {
  return {
    headSha: sha(data, 'head', 'sha'),
    locked: memberAt(data, 'locked') === true,
    open: text(data, 'state') === 'open',
  }
}

export function commitPull(data: unknown): CommitPull {
  return {
    number: number(data, 'number'),
    open: text(data, 'state') === 'open',
    locked: memberAt(data, 'locked') === true,
    headSha: sha(data, 'head', 'sha'),
    baseSha: sha(data, 'base', 'sha'),
    baseRepositoryId: orNull(number, data, 'base', 'repo', 'id'),
  }
}

export function pullFile(data: unknown): PullFile {
  return {
    path: text(data, 'filename'),
    previousPath: orNull(text, data, 'previous_filename'),
    status: text(data, 'status'),
    sha: orNull(text, data, 'sha'),
    changes: number(data, 'changes'),
    patch: orNull(text, data, 'patch'),
  }
}

/** The files that a comparison lists. */
export function comparedFiles(data: unknown): readonly PullFile[] {
  return list(member(data, 'files')).map(pullFile)
}

export function blobBytes(data: unknown): Uint8Array {
  const encoding = text(data, 'encoding')
  if (encoding !== 'base64' && encoding !== 'utf-8') throw wrong('encoding')
  return Buffer.from(text(data, 'content'), encoding)
}

/** Null for what is no file: a folder, a link, a submodule. */
function commitFile(data: unknown): CommitFile | null {
  if (!isObject(data) || data.type !== 'file') return null
  const bytes = data.encoding === 'base64' ? Buffer.from(text(data, 'content'), 'base64') : null
  return { sha: text(data, 'sha'), bytes }
}

/** A folder is a list; a submodule is of a type of its own. */
export function commitEntry(data: unknown): CommitEntry {
  if (isObject(data) && data.type === 'symlink') return { kind: 'link', target: text(data, 'target') }
  const file = commitFile(data)
  return file === null ? { kind: 'other' } : { kind: 'file', ...file }
}

/** An answer that does not say whether it is whole counts as cut. */
export function commitTree(data: unknown): CommitTree {
  const entries = list(member(data, 'tree')).map((entry) => ({
    path: text(entry, 'path'),
    mode: text(entry, 'mode'),
    sha: text(entry, 'sha'),
  }))
  return { entries, truncated: memberAt(data, 'truncated') !== false }
}

/** Some reviews without a text have null for it, though described as a string; of deleted users there is no name. */
export function post(data: unknown): Post {
  return {
    id: number(data, 'id'),
    body: orNull(text, data, 'body') ?? '',
    login: orNull(text, data, 'user', 'login'),
    url: text(data, 'html_url'),
    nodeId: orNull(text, data, 'node_id'),
    reacted: hasReactions(data),
  }
}

export function reviewComment(data: unknown): ReviewComment {
  const line = orNull(number, data, 'line')
  return {
    id: number(data, 'id'),
    nodeId: text(data, 'node_id'),
    body: text(data, 'body'),
    login: orNull(text, data, 'user', 'login'),
    path: text(data, 'path'),
    startLine: orNull(number, data, 'start_line') ?? line,
    line,
    inReplyTo: orNull(number, data, 'in_reply_to_id'),
    reacted: hasReactions(data),
  }
}

function hasReactions(data: unknown): boolean {
  return (orNull(number, data, 'reactions', 'total_count') ?? 0) > 0
}

export function viewerLogin(data: unknown): string {
  return text(data, 'viewer', 'login')
}

/** One page of threads, with the cursor of the next one; those whose first comment is gone are left out. */
export function threadPage(data: unknown): { readonly threads: readonly ThreadState[]; readonly next: string | null } {
  const page = memberAt(data, 'repository', 'pullRequest', 'reviewThreads')
  const threads = list(member(page, 'nodes')).flatMap((node) => {
    const [first] = list(memberAt(node, 'comments', 'nodes'))
    if (first === undefined) return []
    const hidden = flag(first, 'isMinimized')
    return [{ id: text(node, 'id'), resolved: flag(node, 'isResolved'), firstComment: text(first, 'id'), hidden }]
  })
  return { threads, next: flag(page, 'pageInfo', 'hasNextPage') ? text(page, 'pageInfo', 'endCursor') : null }
}

export function list(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw wrong('a list')
  return value
}

function text(data: unknown, ...names: readonly string[]): string {
  const value = memberAt(data, ...names)
  if (typeof value !== 'string') throw wrong(names.join('.'))
  return value
}

/** A commit id, SHA-1 or SHA-256. */
function sha(data: unknown, ...names: readonly string[]): string {
  const value = text(data, ...names)
  if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value)) throw wrong(names.join('.'))
  return value
}

function number(data: unknown, ...names: readonly string[]): number {
  const value = memberAt(data, ...names)
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw wrong(names.join('.'))
  return value
}

function flag(data: unknown, ...names: readonly string[]): boolean {
  const value = memberAt(data, ...names)
  if (typeof value !== 'boolean') throw wrong(names.join('.'))
  return value
}

/** Null for what is missing or null, all along the way; anything else must be what `read` wants. */
function orNull<T>(
  read: (data: unknown, ...names: readonly string[]) => T,
  data: unknown,
  ...names: readonly string[]
) {
  return (memberAt(data, ...names) ?? null) === null ? null : read(data, ...names)
}

function wrong(what: string): AnswerError {
  return new AnswerError(`the answer is not as documented (${what})`)
}
