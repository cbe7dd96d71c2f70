import type { Repository } from './repository.js'

export interface User {
  readonly login: string
  readonly type: 'Bot' | 'User'
}

export const WORKFLOW_BOT: User = { login: 'github-actions[bot]', type: 'Bot' }

export type Side = 'LEFT' | 'RIGHT'

export interface StoredComment {
  readonly id: number
  readonly review: number
  readonly user: User
  readonly path: string
  readonly commit: string
  readonly side: Side
  readonly line: number
  readonly startLine: number | null
  readonly inReplyTo: number | null
  body: string
}

export interface StoredReview {
  readonly id: number
  readonly user: User
  readonly commit: string
  readonly state: 'COMMENTED' | 'PENDING'
  body: string
}

export interface StoredPost {
  readonly id: number
  readonly user: User
  body: string
}

/** What the workflow's `permissions:` and GitHub's rules for forks leave of the token. */
export interface Rights {
  readonly contents: 'read' | 'none'
  readonly pullRequests: 'write' | 'read' | 'none'
}

/** A pull request with everything that is said on it. */
export class Pull {
  readonly number: number
  readonly base: string
  readonly headBranch: string
  baseSha: string
  headSha: string
  locked = false
  open = true
  fork = false
  reviews: StoredReview[] = []
  comments: StoredComment[] = []
  conversation: StoredPost[] = []
  readonly #repository: Repository
  #ids = 1_000

  constructor(repository: Repository, number: number, base: string, head: string) {
    this.#repository = repository
    this.number = number
    this.base = base
    this.headBranch = head
    this.baseSha = repository.head(base)
    this.headSha = repository.head(head)
  }

  nextId(): number {
    return ++this.#ids
  }

  /** Takes over what was committed to the branches since. */
  refresh(): void {
    this.baseSha = this.#repository.head(this.base)
    this.headSha = this.#repository.head(this.headBranch)
  }

  /** Where a comment's line is in the current head; null when it is outdated. */
  currentLine(comment: StoredComment, line: number): number | null {
    if (comment.side === 'LEFT') return line
    return this.#repository.mapLine(comment.path, comment.commit, this.headSha, line)
  }

  /** Somebody answers a review comment. */
  reply(to: number, body: string, user: User = { login: 'somebody', type: 'User' }): void {
    const comment = this.comments.find(({ id }) => id === to)
    if (comment === undefined) throw new Error(`no comment ${to}`)
    this.comments.push({ ...comment, id: this.nextId(), user, body, inReplyTo: to })
  }

  /** The `pull_request` part of an event payload. */
  payload(repository: string): Record<string, unknown> {
    const headRepository = this.fork ? 'stranger/repo' : repository
    return {
      number: this.number,
      state: this.open ? 'open' : 'closed',
      locked: this.locked,
      draft: false,
      user: { login: 'somebody', type: 'User' },
      head: { ref: this.headBranch, sha: this.headSha, repo: { full_name: headRepository } },
      base: { ref: this.base, sha: this.baseSha, repo: { full_name: repository } },
    }
  }
}
