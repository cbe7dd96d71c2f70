import { applySuggestions, type Comment, suggestionsIn } from '../apply.js'
import type { Files } from './repository.js'
import { type Pull, SOMEBODY, type StoredComment, type User } from './state.js'

/** What people do on a pull request besides the action. Simple switches (locked, draft, title) are set on the pull request. */

/** Commits to the head's branch (null removes a file). */
export function push(pull: Pull, files: Files): void {
  pull.repository.commit(pull.headBranch, files)
  pull.refresh()
}

/** Commits to the base's branch. */
export function pushBase(pull: Pull, files: Files): void {
  pull.repository.commit(pull.base, files)
  pull.refresh()
}

/** Rebases the head's branch onto the base's, and pushes with force: its earlier commits are not of the pull request any more. */
export function rebase(pull: Pull): void {
  pull.repository.git('checkout', '--quiet', pull.headBranch)
  pull.repository.git('rebase', '--quiet', pull.base)
  pull.refresh()
}

/** Makes one commit of the head's, with changes of its own, and pushes with force. */
export function squash(pull: Pull, files: Files = {}): void {
  const { repository } = pull
  const from = repository.mergeBase(pull.baseSha, pull.headSha)
  repository.git('checkout', '--quiet', pull.headBranch)
  repository.git('reset', '--quiet', '--soft', from)
  repository.commit(pull.headBranch, files)
  pull.refresh()
}

/** Resolves the thread of a comment. */
export function resolveThread(pull: Pull, { id, inReplyTo }: StoredComment, user: User = SOMEBODY): void {
  pull.resolved.set(inReplyTo ?? id, user)
}

/** Deletes a comment; answers to it stay. */
export function deleteComment(pull: Pull, comment: StoredComment): void {
  pull.comments = pull.comments.filter((each) => each !== comment)
}

/** Comments on a line of the head. */
export function comment(pull: Pull, path: string, line: number, body: string, user: User = SOMEBODY): StoredComment {
  return addComment(pull, path, line, body, user, 'COMMENTED')
}

/** Begins a review and does not submit it. */
export function beginReview(pull: Pull, path: string, line: number, user: User = SOMEBODY): StoredComment {
  return addComment(pull, path, line, 'to be said later', user, 'PENDING')
}

function addComment(
  pull: Pull,
  path: string,
  line: number,
  body: string,
  user: User,
  state: 'COMMENTED' | 'PENDING',
): StoredComment {
  const review = pull.nextId()
  pull.reviews.push({ id: review, user, commit: pull.headSha, state, body: '' })
  const place = { path, commit: pull.headSha, side: 'RIGHT', line, startLine: null } as const
  const stored: StoredComment = { id: pull.nextId(), review, user, ...place, inReplyTo: null, body }
  pull.comments.push(stored)
  return stored
}

/** The comments whose suggestion the page offers: shown, on current lines, in a thread that nobody resolved. */
export function applicable(pull: Pull): readonly StoredComment[] {
  return pull.comments.filter(
    (each) =>
      suggestionsIn(each.body).length > 0 &&
      (each.hidden ?? null) === null &&
      !pull.isDraft(each) &&
      !pull.resolved.has(each.inReplyTo ?? each.id) &&
      each.line !== null &&
      pull.place(each) !== null,
  )
}

/** What the head's files are after suggestions were committed together, as GitHub does it. */
export function withSuggestions(
  pull: Pull,
  comments: readonly StoredComment[] = applicable(pull),
): Map<string, string> {
  const placed = comments.map((each): Comment => {
    const place = pull.place(each)
    if (place === null) throw new Error('a suggestion on outdated lines')
    return { path: each.path, body: each.body, ...place }
  })
  const paths = [...new Set(comments.map(({ path }) => path))]
  return applySuggestions(new Map(paths.map((path) => [path, headText(pull, path)])), placed)
}

/**
 * Commits suggestions in one batch, as somebody with the right to write does on the page.
 *
 * @returns how many there were
 */
export function commitSuggestions(pull: Pull, comments: readonly StoredComment[] = applicable(pull)): number {
  push(pull, Object.fromEntries(withSuggestions(pull, comments)))
  return comments.length
}

export function headText(pull: Pull, path: string): string {
  const bytes = pull.repository.file(pull.headSha, path)
  if (bytes === null) throw new Error(`${path} is not in the head`)
  return bytes.toString()
}
