import { pullPayload } from './events.js'
import { FORK, REPOSITORY } from './names.js'
import type { Repository } from './repository.js'

export { FORK, REPOSITORY } from './names.js'

export interface User {
  /** As REST writes it: with `[bot]` for an app. */
  readonly login: string
  readonly type: 'Bot' | 'User'
}

export const WORKFLOW_BOT: User = { login: 'github-actions[bot]', type: 'Bot' }
export const SOMEBODY: User = { login: 'somebody', type: 'User' }

export type Side = 'LEFT' | 'RIGHT'

/** Why something is hidden, in GitHub's words (`ReportedContentClassifiers` in lower case); null when it is shown. */
type Hidden = string | null

export interface StoredComment {
  readonly id: number
  readonly review: number
  readonly user: User
  readonly path: string
  readonly commit: string
  readonly side: Side
  /** Null for a comment on the file as a whole. */
  readonly line: number | null
  readonly startLine: number | null
  /** The first comment of the thread, which may have been deleted since; null for the first itself. */
  readonly inReplyTo: number | null
  body: string
  hidden?: Hidden
  /** How many people reacted to it. */
  reactions?: number
}

export interface StoredReview {
  readonly id: number
  readonly user: User
  readonly commit: string
  state: 'COMMENTED' | 'PENDING'
  body: string
  hidden?: Hidden
}

export interface StoredPost {
  readonly id: number
  readonly user: User
  body: string
  hidden?: Hidden
  reactions?: number
}

/** The comments that stand under each other, oldest first. */
export interface Thread {
  /** That of the first comment, and kept when it is deleted. */
  readonly id: number
  readonly comments: readonly [StoredComment, ...StoredComment[]]
  readonly resolvedBy: User | null
}

/** What the workflow's `permissions:` and GitHub's rules for forks leave of the token. */
export interface Rights {
  readonly contents: 'write' | 'read' | 'none'
  readonly pullRequests: 'write' | 'read' | 'none'
}

/** What the operations of the fake work on. */
export interface World {
  readonly repository: Repository
  readonly pulls: readonly Pull[]
  readonly rights: Rights
  /** Whose token it is. */
  readonly user: User
  /** Repositories besides the own one, `owner/name`, that the token may see. */
  readonly others: ReadonlySet<string>
}

/** A pull request with everything that is said on it. */
export class Pull {
  readonly repository: Repository
  readonly number: number
  readonly base: string
  readonly headBranch: string
  baseSha: string
  headSha: string
  title = 'Change the policies'
  locked = false
  open = true
  draft = false
  fork = false
  /** The repository of the head was deleted. */
  forkDeleted = false
  author: User = SOMEBODY
  reviews: StoredReview[] = []
  comments: StoredComment[] = []
  conversation: StoredPost[] = []
  /** Threads that are resolved, and by whom. */
  readonly resolved = new Map<number, User>()
  #ids: number

  constructor(repository: Repository, number: number, base: string, head: string) {
    this.repository = repository
    this.number = number
    this.#ids = number * 1_000_000
    this.base = base
    this.headBranch = head
    this.baseSha = repository.head(base)
    this.headSha = repository.head(head)
  }

  /** `owner/name`; null when it was deleted. */
  get headRepository(): string | null {
    return this.forkDeleted ? null : this.fork ? FORK : REPOSITORY
  }

  /** An id that nothing else in the fake has. */
  nextId(): number {
    return ++this.#ids
  }

  /** Takes over what was committed to the branches since. */
  refresh(): void {
    this.baseSha = this.repository.head(this.base)
    this.headSha = this.repository.head(this.headBranch)
  }

  /** Drafts are shown to their author alone, and REST lists their comments to nobody. */
  isDraft(comment: StoredComment): boolean {
    return this.reviews.some(({ id, state }) => id === comment.review && state === 'PENDING')
  }

  /** The threads as somebody sees them, oldest first. */
  threads(viewer: User): readonly Thread[] {
    const groups = new Map<number, [StoredComment, ...StoredComment[]]>()
    for (const comment of this.comments) {
      if (this.isDraft(comment) && comment.user.login !== viewer.login) continue
      const id = threadOf(comment)
      const group = groups.get(id)
      if (group === undefined) groups.set(id, [comment])
      else group.push(comment)
    }
    return [...groups].map(([id, comments]) => ({ id, comments, resolvedBy: this.resolved.get(id) ?? null }))
  }

  /** Where a comment's line is in the current head; null when it is outdated. */
  currentLine(comment: StoredComment, line: number): number | null {
    if (comment.side === 'LEFT') return line
    return this.repository.mapLine(comment.path, comment.commit, this.headSha, line)
  }

  /** The lines of the current head that a comment stands on; null when it is outdated. */
  place(comment: StoredComment): { readonly line: number; readonly startLine: number | null } | null {
    if (comment.line === null) {
      return this.repository.blobId(this.headSha, comment.path) === null ? null : { line: 1, startLine: null }
    }
    const line = this.currentLine(comment, comment.line)
    const startLine = comment.startLine === null ? null : this.currentLine(comment, comment.startLine)
    const outdated = line === null || (comment.startLine !== null && startLine === null)
    return outdated ? null : { line, startLine }
  }

  /** Whether a branch that requires conversations to be resolved lets it be merged. */
  get isBlocked(): boolean {
    return this.comments.some((each) => !this.isDraft(each) && !this.resolved.has(threadOf(each)))
  }

  /** The `pull_request` part of an event's payload. */
  payload(): Record<string, unknown> {
    return pullPayload(this)
  }

  /** Somebody answers a review comment. */
  reply(to: number, body: string, user: User = SOMEBODY): number {
    const comment = this.comments.find(({ id }) => id === to)
    if (comment === undefined) throw new Error(`no comment ${to}`)
    const id = this.nextId()
    const review = this.nextId()
    this.reviews.push({ id: review, user, commit: this.headSha, state: 'COMMENTED', body: '' })
    const { path, commit, side, line, startLine } = comment
    const inReplyTo = threadOf(comment)
    this.comments.push({ id, review, user, path, commit, side, line, startLine, inReplyTo, body })
    return id
  }
}

export function threadOf(comment: StoredComment): number {
  return comment.inReplyTo ?? comment.id
}
