import { type Answer, LOCKED, unprocessable } from './answer.js'
import type { Repository } from './repository.js'
import { type Json, object } from './spec.js'
import type { Pull, Side, StoredComment, StoredReview, User } from './state.js'

export type ReviewResult =
  | { readonly ok: true; readonly review: StoredReview }
  | { readonly ok: false; readonly answer: Answer }

interface Hunk {
  readonly left: ReadonlySet<number>
  readonly right: ReadonlySet<number>
}

/** Creates a review by GitHub's rules, in the order in which GitHub applies them; all of it or nothing. */
export function createReview(pull: Pull, repository: Repository, user: User, body: Json): ReviewResult {
  if (pull.locked) return { ok: false, answer: LOCKED }
  const commit = String(body.commit_id ?? pull.headSha)
  if (!repository.commitsBetween(pull.baseSha, pull.headSha).includes(commit)) {
    return refuse(['commit_id is not part of the pull request'])
  }
  if (pull.reviews.some((review) => review.state === 'PENDING' && review.user.login === user.login)) {
    return refuse(['User can only have one pending review per pull request'])
  }
  if (user.type === 'Bot' && body.event === 'APPROVE') {
    return refuse(['GitHub Actions is not permitted to approve pull requests.'])
  }
  const comments = Array.isArray(body.comments) ? body.comments.map(object) : []
  const text = String(body.body ?? '')
  if (body.event === 'COMMENT' && text === '' && comments.length === 0) return refuse(['Body cannot be blank'])
  const problems = [...sizeProblem(text), ...comments.flatMap((comment) => commentProblems(comment, pull, repository))]
  if (problems.length > 0) return refuse(problems)

  const state = body.event === undefined ? 'PENDING' : 'COMMENTED'
  const review: StoredReview = { id: pull.nextId(), user, commit, state, body: text }
  pull.reviews.push(review)
  for (const comment of comments) storeComment(comment, pull, review)
  return { ok: true, review }
}

export function storeComment(comment: Json, pull: Pull, { id: review, user, commit }: StoredReview): StoredComment {
  const stored: StoredComment = {
    id: pull.nextId(),
    review,
    user,
    commit,
    path: String(comment.path),
    side: sideOf(comment.side),
    line: comment.subject_type === 'file' ? null : Number(comment.line),
    startLine: comment.start_line === undefined ? null : Number(comment.start_line),
    inReplyTo: null,
    body: String(comment.body),
  }
  pull.comments.push(stored)
  return stored
}

/** What GitHub minds about one comment, in its words; empty when nothing is wrong. */
export function commentProblems(comment: Json, pull: Pull, repository: Repository): string[] {
  const entry = repository.diff(pull.baseSha, pull.headSha).find(({ filename }) => filename === comment.path)
  if (entry === undefined) return ['Path could not be resolved']
  const problems = sizeProblem(String(comment.body))
  if (String(comment.body).trim() === '') problems.push('Body cannot be blank')
  if (comment.subject_type === 'file') return problems
  const hunks = hunksOf(entry.patch ?? '')
  const side = sideOf(comment.side)
  const around = (line: unknown, on: Side) => hunks.find((hunk) => sideLines(hunk, on).has(Number(line)))
  const end = around(comment.line, side)
  if (end === undefined) {
    return [
      "Pull request review thread line must be part of the diff and Pull request review thread diff hunk can't be blank",
    ]
  }
  if (comment.start_line === undefined) return problems
  if (Number(comment.start_line) >= Number(comment.line)) {
    return [...problems, 'Pull request review thread start line must precede the end line.']
  }
  if (around(comment.start_line, sideOf(comment.start_side ?? comment.side)) !== end) {
    problems.push('Pull request review thread start line must be part of the same hunk as the line.')
  }
  return problems
}

function sizeProblem(body: string): string[] {
  return [...body].length > 65_536 ? ['Body is too long (maximum is 65536 characters)'] : []
}

function sideOf(side: unknown): Side {
  return side === 'LEFT' ? 'LEFT' : 'RIGHT'
}

export function sideLines(hunk: Hunk, side: Side): ReadonlySet<number> {
  return side === 'LEFT' ? hunk.left : hunk.right
}

/** The lines of each hunk, counted line by line and not taken from the headers' lengths. */
export function hunksOf(patch: string): Hunk[] {
  const hunks: { left: Set<number>; right: Set<number> }[] = []
  let left = 0
  let right = 0
  for (const line of patch.split('\n')) {
    const header = /^@@ -(\d+)\S* \+(\d+)/.exec(line)
    const hunk = hunks.at(-1)
    if (header !== null) {
      left = Number(header[1])
      right = Number(header[2])
      hunks.push({ left: new Set(), right: new Set() })
    } else if (hunk !== undefined && !line.startsWith('\\')) {
      if (!line.startsWith('+')) hunk.left.add(left++)
      if (!line.startsWith('-')) hunk.right.add(right++)
    }
  }
  return hunks
}

/** Several texts come as one string. */
function refuse(problems: readonly string[]): ReviewResult {
  return { ok: false, answer: unprocessable([problems.join(', ')]) }
}
