import { type Json, object } from './spec.js'
import type { Repository } from './repository.js'
import type { Pull, Side, StoredComment, User } from './state.js'

export type ReviewResult =
  | { readonly ok: true; readonly review: number }
  | { readonly ok: false; readonly status: 403 | 422; readonly message: string; readonly errors: readonly string[] }

interface Hunk {
  readonly left: ReadonlySet<number>
  readonly right: ReadonlySet<number>
}

/** Creates a review by GitHub's rules, in the order in which GitHub applies them; all of it or nothing. */
export function createReview(pull: Pull, repository: Repository, user: User, body: Json): ReviewResult {
  if (pull.locked) return refuse(403, 'Unable to create comment because issue is locked.', [])
  const commit = String(body.commit_id ?? pull.headSha)
  if (!repository.commitsBetween(pull.baseSha, pull.headSha).includes(commit)) {
    return unprocessable(['commit_id is not part of the pull request'])
  }
  if (pull.reviews.some((review) => review.state === 'PENDING' && review.user.login === user.login)) {
    return unprocessable(['User can only have one pending review per pull request'])
  }
  const comments = Array.isArray(body.comments) ? body.comments.map(object) : []
  const text = String(body.body ?? '')
  if (body.event === 'COMMENT' && text === '' && comments.length === 0) return unprocessable(['Body cannot be blank'])
  const problems = [...sizeProblem(text), ...comments.flatMap((comment) => commentProblems(comment, pull, repository))]
  if (problems.length > 0) return unprocessable(problems)

  const review = pull.nextId()
  const state = body.event === undefined ? 'PENDING' : 'COMMENTED'
  pull.reviews.push({ id: review, user, commit, state, body: text })
  for (const comment of comments) pull.comments.push(storedComment(comment, pull.nextId(), review, user, commit))
  return { ok: true, review }
}

function storedComment(comment: Json, id: number, review: number, user: User, commit: string): StoredComment {
  return {
    id,
    review,
    user,
    commit,
    path: String(comment.path),
    side: sideOf(comment.side),
    line: Number(comment.line),
    startLine: comment.start_line === undefined ? null : Number(comment.start_line),
    inReplyTo: null,
    body: String(comment.body),
  }
}

function commentProblems(comment: Json, pull: Pull, repository: Repository): string[] {
  const entry = repository.diff(pull.baseSha, pull.headSha).find(({ filename }) => filename === comment.path)
  if (entry === undefined) return ['Path could not be resolved']
  const hunks = hunksOf(entry.patch ?? '')
  const side = sideOf(comment.side)
  const around = (line: unknown, on: Side) => hunks.find((hunk) => sideLines(hunk, on).has(Number(line)))
  const end = around(comment.line, side)
  if (end === undefined) {
    return [
      "Pull request review thread line must be part of the diff and Pull request review thread diff hunk can't be blank",
    ]
  }
  const problems = sizeProblem(String(comment.body))
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
  return body.length > 65_536 ? ['Body is too long (maximum is 65536 characters)'] : []
}

function sideOf(side: unknown): Side {
  return side === 'LEFT' ? 'LEFT' : 'RIGHT'
}

function sideLines(hunk: Hunk, side: Side): ReadonlySet<number> {
  return side === 'LEFT' ? hunk.left : hunk.right
}

/** The lines of each hunk, counted line by line and not taken from the headers' lengths. */
function hunksOf(patch: string): Hunk[] {
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

function refuse(status: 403 | 422, message: string, errors: readonly string[]): ReviewResult {
  return { ok: false, status, message, errors }
}

function unprocessable(problems: readonly string[]): ReviewResult {
  return refuse(422, 'Unprocessable Entity', [problems.join(', ')])
}
