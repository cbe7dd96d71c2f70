import { REPOSITORY, repositoryId, WEB } from './names.js'
import type { DiffEntry } from './repository.js'
import { type Json, sample } from './spec.js'
import type { Pull, StoredComment, StoredPost, StoredReview, User } from './state.js'

/** The bodies of GitHub's answers, made from the least instance that the description allows. */

export function nodeId(kind: 'PR' | 'PRR' | 'PRRC' | 'PRRT' | 'IC', id: number): string {
  return `${kind}_${id}`
}

/** The page of a pull request, or of something said on it. */
export function pageOf(pull: Pull, anchor = ''): string {
  return `${WEB}/${REPOSITORY}/pull/${pull.number}${anchor === '' ? '' : `#${anchor}`}`
}

function userBody(user: User): Json {
  return { ...sample('simple-user'), login: user.login, type: user.type }
}

export function repositoryBody(name: string, schema: 'repository' | 'full-repository' = 'repository'): Json {
  const [owner = '', repo = ''] = name.split('/')
  return {
    ...sample(schema),
    id: repositoryId(name),
    name: repo,
    full_name: name,
    owner: userBody({ login: owner, type: 'User' }),
    default_branch: 'main',
    fork: name !== REPOSITORY,
  }
}

export function pullBody(pull: Pull, schema: 'pull-request' | 'pull-request-simple' = 'pull-request'): Json {
  const body = sample(schema)
  const head = pull.headRepository
  return {
    ...body,
    id: pull.number,
    node_id: nodeId('PR', pull.number),
    number: pull.number,
    title: pull.title,
    state: pull.open ? 'open' : 'closed',
    locked: pull.locked,
    draft: pull.draft,
    user: userBody(pull.author),
    html_url: pageOf(pull),
    head: {
      ...(body.head as Json),
      ref: pull.headBranch,
      sha: pull.headSha,
      repo: head === null ? null : repositoryBody(head),
    },
    base: { ...(body.base as Json), ref: pull.base, sha: pull.baseSha, repo: repositoryBody(REPOSITORY) },
  }
}

export function fileBody(entry: DiffEntry): Json {
  return { ...sample('diff-entry'), ...entry }
}

export function reviewBody(review: StoredReview, pull: Pull): Json {
  return {
    ...sample('pull-request-review'),
    id: review.id,
    node_id: nodeId('PRR', review.id),
    user: userBody(review.user),
    body: review.body,
    state: review.state,
    commit_id: review.commit,
    html_url: pageOf(pull, `pullrequestreview-${review.id}`),
  }
}

/** What people felt about it; nothing where nobody said. */
function reactions({ reactions: count = 0 }: { readonly reactions?: number }): Json {
  return count === 0 ? {} : { reactions: { ...sample('reaction-rollup'), total_count: count, '+1': count } }
}

export function commentBody(comment: StoredComment, pull: Pull): Json {
  const place = pull.place(comment)
  return {
    ...sample('pull-request-review-comment'),
    ...reactions(comment),
    id: comment.id,
    node_id: nodeId('PRRC', comment.id),
    pull_request_review_id: comment.review,
    user: userBody(comment.user),
    body: comment.body,
    path: comment.path,
    html_url: pageOf(pull, `discussion_r${comment.id}`),
    subject_type: comment.line === null ? 'file' : 'line',
    side: comment.side,
    start_side: comment.startLine === null ? null : comment.side,
    line: place === null ? null : place.line,
    start_line: place === null ? null : place.startLine,
    original_line: comment.line ?? 1,
    original_start_line: comment.startLine,
    // GitHub moves commit_id forward; only original_commit_id says what was reviewed.
    commit_id: pull.headSha,
    original_commit_id: comment.commit,
    ...(comment.inReplyTo === null ? {} : { in_reply_to_id: comment.inReplyTo }),
  }
}

export function postBody(post: StoredPost, pull: Pull): Json {
  return {
    ...sample('issue-comment'),
    ...reactions(post),
    id: post.id,
    node_id: nodeId('IC', post.id),
    user: userBody(post.user),
    body: post.body,
    html_url: pageOf(pull, `issuecomment-${post.id}`),
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

export function treeBody(sha: string, entries: readonly Json[]): Json {
  return { ...sample('git-tree'), sha, tree: entries, truncated: false }
}
