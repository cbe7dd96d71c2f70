import type { DiffEntry } from './repository.js'
import { type Json, sample } from './spec.js'
import type { Pull, StoredComment, StoredPost, StoredReview, User } from './state.js'

/** The bodies of GitHub's answers, made from the least instance that the description allows. */

const WEB = 'https://github.example'

function userBody(user: User): Json {
  return { ...sample('simple-user'), login: user.login, type: user.type }
}

export function pullBody(pull: Pull, repository: string): Json {
  const body = sample('pull-request')
  const side = (ref: string, sha: string, name: string) => ({ ref, sha, full_name: name })
  const head = side(pull.headBranch, pull.headSha, pull.fork ? 'stranger/repo' : repository)
  const base = side(pull.base, pull.baseSha, repository)
  return {
    ...body,
    number: pull.number,
    state: pull.open ? 'open' : 'closed',
    locked: pull.locked,
    html_url: `${WEB}/${repository}/pull/${pull.number}`,
    head: { ...(body.head as Json), ref: head.ref, sha: head.sha },
    base: { ...(body.base as Json), ref: base.ref, sha: base.sha },
  }
}

export function fileBody(entry: DiffEntry): Json {
  return { ...sample('diff-entry'), ...entry }
}

export function reviewBody(review: StoredReview, pull: Pull, repository: string): Json {
  return {
    ...sample('pull-request-review'),
    id: review.id,
    user: userBody(review.user),
    body: review.body,
    state: review.state,
    commit_id: review.commit,
    html_url: `${WEB}/${repository}/pull/${pull.number}#pullrequestreview-${review.id}`,
  }
}

export function commentBody(comment: StoredComment, pull: Pull): Json {
  const line = pull.currentLine(comment, comment.line)
  const start = comment.startLine === null ? null : pull.currentLine(comment, comment.startLine)
  const outdated = line === null || (comment.startLine !== null && start === null)
  return {
    ...sample('pull-request-review-comment'),
    id: comment.id,
    pull_request_review_id: comment.review,
    user: userBody(comment.user),
    body: comment.body,
    path: comment.path,
    side: comment.side,
    start_side: comment.startLine === null ? null : comment.side,
    line: outdated ? null : line,
    start_line: outdated ? null : start,
    original_line: comment.line,
    original_start_line: comment.startLine,
    // GitHub moves commit_id forward; only original_commit_id says what was reviewed.
    commit_id: pull.headSha,
    original_commit_id: comment.commit,
    ...(comment.inReplyTo === null ? {} : { in_reply_to_id: comment.inReplyTo }),
  }
}

export function postBody(post: StoredPost, pull: Pull, repository: string): Json {
  return {
    ...sample('issue-comment'),
    id: post.id,
    user: userBody(post.user),
    body: post.body,
    html_url: `${WEB}/${repository}/pull/${pull.number}#issuecomment-${post.id}`,
  }
}

export function contentBody(path: string, sha: string, bytes: Buffer): Json {
  const small = bytes.length <= 1_000_000
  return {
    ...sample('content-file'),
    type: 'file',
    path,
    name: path.split('/').at(-1) ?? path,
    sha,
    size: bytes.length,
    encoding: small ? 'base64' : 'none',
    content: small ? bytes.toString('base64') : '',
  }
}

export function blobBody(sha: string, bytes: Buffer): Json {
  return { ...sample('blob'), sha, size: bytes.length, encoding: 'base64', content: bytes.toString('base64') }
}

export function comparisonBody(files: readonly DiffEntry[]): Json {
  return { ...sample('commit-comparison'), files: files.slice(0, 300).map(fileBody) }
}
