import { type Answer, LOCKED, NOT_ACCESSIBLE, NOT_FOUND, ok, page, unprocessable } from './answer.js'
import { commentProblems, createReview, storeComment } from './create-review.js'
import {
  blobBody,
  commentBody,
  comparisonBody,
  contentBody,
  fileBody,
  postBody,
  pullBody,
  repositoryBody,
  reviewBody,
  treeBody,
} from './responses.js'
import { type Json, type Operation, sample } from './spec.js'
import { FORK, type Pull, REPOSITORY, type Rights, type StoredReview, type World } from './state.js'

interface Call {
  readonly parameters: Readonly<Record<string, string>>
  readonly url: URL
  readonly body: Json
}

interface PullCall extends Call {
  readonly pull: Pull
}

type Handler = (world: World, call: Call) => Answer

interface Entry {
  readonly needs: readonly [area: keyof Rights, level: 'read' | 'write'] | null
  /** A public fork may be read as well; its pull requests are those that come from it. */
  readonly ofFork?: true
  readonly handle: Handler
}

const MOST_FILES = 3_000
const LONGEST_BODY = 65_536

/** The REST operations that the fake carries out, by their ids in GitHub's description. */
const OPERATIONS: Readonly<Record<string, Entry>> = {
  ...reading({
    'pulls/get': onPull((_world, { pull }) => ok(pullBody(pull))),
    'pulls/list': (world, { url }) => page(world.pulls.filter(({ open }) => open).map(simple), url),
    'pulls/list-files': onPull(({ repository }, { pull, url }) =>
      page(repository.diff(pull.baseSha, pull.headSha).slice(0, MOST_FILES).map(fileBody), url),
    ),
    'pulls/list-reviews': onPull(({ user }, { pull, url }) => {
      const shown = pull.reviews.filter((review) => review.state !== 'PENDING' || review.user.login === user.login)
      return page(
        shown.map((review) => reviewBody(review, pull)),
        url,
      )
    }),
    'pulls/get-review': onReview((_world, { pull, review }) => ok(reviewBody(review, pull))),
    'pulls/list-comments-for-review': onReview((_world, { pull, review, url }) =>
      page(
        // Comments come back in the schema of the diff's positions; only what both schemas share is answered.
        pull.comments
          .filter((each) => each.review === review.id)
          .map((each) => ({ ...sample('review-comment'), ...commentBody(each, pull) })),
        url,
      ),
    ),
    'pulls/list-review-comments': onPull((_world, { pull, url }) =>
      page(
        pull.comments.filter((each) => !pull.isDraft(each)).map((each) => commentBody(each, pull)),
        url,
      ),
    ),
    'pulls/get-review-comment': (world, { parameters }) =>
      onComment(world, parameters, (pull, comment) => ok(commentBody(comment, pull))),
    'issues/list-comments': onPull((_world, { pull, url }) =>
      page(
        pull.conversation.map((post) => postBody(post, pull)),
        url,
      ),
    ),
    'issues/get-comment': (world, { parameters }) =>
      onPost(world, parameters, (pull, post) => ok(postBody(post, pull))),
  }),
  ...writing({
    'pulls/create-review': onPull(({ repository, user }, { pull, body }) => {
      const result = createReview(pull, repository, user, body)
      return result.ok ? ok(reviewBody(result.review, pull)) : result.answer
    }),
    'pulls/create-review-comment': onPull(createComment),
    'pulls/update-review': onReview((_world, { pull, review, body }) => {
      review.body = String(body.body)
      return ok(reviewBody(review, pull))
    }),
    'pulls/delete-pending-review': onReview(({ user }, { pull, review }) => {
      if (review.state !== 'PENDING') return unprocessable(['Can not delete a non-pending pull request review'])
      if (review.user.login !== user.login) return NOT_FOUND
      pull.reviews = pull.reviews.filter((each) => each !== review)
      pull.comments = pull.comments.filter((each) => each.review !== review.id)
      return ok(reviewBody(review, pull))
    }),
    'pulls/update-review-comment': (world, { parameters, body }) =>
      onComment(world, parameters, (pull, comment) => {
        const refusal = bodyProblem('PullRequestReviewComment', body.body)
        if (refusal !== null) return refusal
        comment.body = String(body.body)
        return ok(commentBody(comment, pull))
      }),
    'pulls/delete-review-comment': (world, { parameters }) =>
      onComment(world, parameters, (pull, comment) => {
        pull.comments = pull.comments.filter((each) => each !== comment)
        return { status: 204 }
      }),
    'issues/create-comment': onPull(({ user }, { pull, body }) => {
      if (pull.locked) return LOCKED
      const refusal = bodyProblem('IssueComment', body.body)
      if (refusal !== null) return refusal
      const post = { id: pull.nextId(), user, body: String(body.body) }
      pull.conversation.push(post)
      return { status: 201, body: postBody(post, pull) }
    }),
    'issues/update-comment': (world, { parameters, body }) =>
      onPost(world, parameters, (pull, post) => {
        const refusal = bodyProblem('IssueComment', body.body)
        if (refusal !== null) return refusal
        post.body = String(body.body)
        return ok(postBody(post, pull))
      }),
    'issues/delete-comment': (world, { parameters }) =>
      onPost(world, parameters, (pull, post) => {
        pull.conversation = pull.conversation.filter((each) => each !== post)
        return { status: 204 }
      }),
  }),
  'repos/get': {
    needs: null,
    ofFork: true,
    handle: (_world, { parameters }) => ok(repositoryBody(`${parameters.owner}/${parameters.repo}`, 'full-repository')),
  },
  'repos/get-content': {
    needs: ['contents', 'read'],
    ofFork: true,
    handle: ({ repository }, { parameters: { path = '' }, url }) => {
      const ref = url.searchParams.get('ref') ?? 'main'
      // Of a link to a file GitHub gives that file's content, under the id of the link.
      const bytes = repository.linked(ref, path) ?? repository.file(ref, path)
      const sha = repository.blobId(ref, path)
      return bytes === null || sha === null ? NOT_FOUND : ok(contentBody(path, sha, bytes))
    },
  },
  'repos/get-commit': {
    needs: ['contents', 'read'],
    handle: ({ repository }, { parameters: { ref = '' } }) =>
      repository.isCommit(ref) ? ok({ ...sample('commit'), sha: repository.head(ref) }) : NOT_FOUND,
  },
  'repos/compare-commits-with-basehead': {
    needs: ['contents', 'read'],
    handle: ({ repository }, { parameters: { basehead = '' } }) => {
      const [base = '', head = ''] = basehead.split('...')
      if (!repository.isCommit(base) || !repository.isCommit(head)) return NOT_FOUND
      return ok(comparisonBody(repository.diff(base, head)))
    },
  },
  'repos/list-pull-requests-associated-with-commit': {
    needs: ['pullRequests', 'read'],
    ofFork: true,
    // A commit of a fork is known to the fork alone; it names the pull requests that were opened from it elsewhere.
    handle: ({ pulls }, { parameters, url }) => {
      const asked = `${parameters.owner}/${parameters.repo}`
      const found = pulls.filter((each) => each.headSha === parameters.commit_sha && each.headRepository === asked)
      return page(found.map(simple), url)
    },
  },
  'git/get-blob': {
    needs: ['contents', 'read'],
    ofFork: true,
    handle: ({ repository }, { parameters: { file_sha = '' } }) => {
      const bytes = repository.blob(file_sha)
      return bytes === null ? NOT_FOUND : ok(blobBody(file_sha, bytes))
    },
  },
  'git/get-tree': {
    needs: ['contents', 'read'],
    ofFork: true,
    handle: ({ repository }, { parameters: { tree_sha = '' }, url }) =>
      repository.isCommit(tree_sha)
        ? ok(treeBody(repository.head(tree_sha), repository.tree(tree_sha, url.searchParams.has('recursive'))))
        : NOT_FOUND,
  },
  // The workflow's own token belongs to an app, which is nobody.
  'users/get-authenticated': { needs: null, handle: () => NOT_ACCESSIBLE },
}

/** Carries out an operation; null when the fake does not know how to. */
export function carryOut({ id, parameters }: Operation, world: World, url: URL, body: Json): Answer | null {
  const entry = OPERATIONS[id]
  if (entry === undefined) return null
  const asked = `${parameters.owner}/${parameters.repo}`
  const fork = asked === FORK && entry.ofFork === true && world.pulls.some((pull) => pull.headRepository === FORK)
  const other = world.others.has(asked) && id === 'repos/get'
  if (parameters.owner !== undefined && asked !== REPOSITORY && !fork && !other) return NOT_FOUND
  if (entry.needs !== null && !fork) {
    const [area, level] = entry.needs
    const right = world.rights[area]
    if (right === 'none' || (level === 'write' && right !== 'write')) return NOT_ACCESSIBLE
  }
  return entry.handle(world, { parameters, url, body })
}

function reading(handlers: Readonly<Record<string, Handler>>): Record<string, Entry> {
  return entries(handlers, 'read')
}

function writing(handlers: Readonly<Record<string, Handler>>): Record<string, Entry> {
  return entries(handlers, 'write')
}

function entries(handlers: Readonly<Record<string, Handler>>, level: 'read' | 'write'): Record<string, Entry> {
  return Object.fromEntries(
    Object.entries(handlers).map(([id, handle]) => [id, { needs: ['pullRequests', level], handle }]),
  )
}

function simple(pull: Pull): Json {
  return pullBody(pull, 'pull-request-simple')
}

function onPull(handle: (world: World, call: PullCall) => Answer): Handler {
  return (world, call) => {
    const number = Number(call.parameters.pull_number ?? call.parameters.issue_number)
    const pull = world.pulls.find((each) => each.number === number)
    return pull === undefined ? NOT_FOUND : handle(world, { ...call, pull })
  }
}

function onReview(handle: (world: World, call: PullCall & { readonly review: StoredReview }) => Answer): Handler {
  return onPull((world, call) => {
    const review = call.pull.reviews.find(({ id }) => id === Number(call.parameters.review_id))
    return review === undefined ? NOT_FOUND : handle(world, { ...call, review })
  })
}

function onComment(
  world: World,
  parameters: Call['parameters'],
  handle: (pull: Pull, comment: Pull['comments'][number]) => Answer,
): Answer {
  for (const pull of world.pulls) {
    const comment = pull.comments.find(({ id }) => id === Number(parameters.comment_id))
    if (comment !== undefined) return handle(pull, comment)
  }
  return NOT_FOUND
}

function onPost(
  world: World,
  parameters: Call['parameters'],
  handle: (pull: Pull, post: Pull['conversation'][number]) => Answer,
): Answer {
  for (const pull of world.pulls) {
    const post = pull.conversation.find(({ id }) => id === Number(parameters.comment_id))
    if (post !== undefined) return handle(pull, post)
  }
  return NOT_FOUND
}

/** A comment of its own, the one way to a comment on a file as a whole. Its refusals hold objects. */
function createComment({ repository, user }: World, { pull, body }: PullCall): Answer {
  if (pull.locked) return LOCKED
  const problems = commentProblems(body, pull, repository)
  if (problems.length > 0) {
    const [first = ''] = problems
    return unprocessable([
      { resource: 'PullRequestReviewComment', code: 'custom', field: 'pull_request_review_thread', message: first },
    ])
  }
  const review = { id: pull.nextId(), user, commit: String(body.commit_id), state: 'COMMENTED', body: '' } as const
  pull.reviews.push({ ...review })
  return { status: 201, body: commentBody(storeComment(body, pull, review), pull) }
}

function bodyProblem(resource: string, body: unknown): Answer | null {
  const text = String(body)
  const message =
    text.trim() === ''
      ? 'Body cannot be blank'
      : [...text].length > LONGEST_BODY
        ? `Body is too long (maximum is ${LONGEST_BODY} characters)`
        : null
  return message === null ? null : unprocessable([{ resource, code: 'unprocessable', field: 'data', message }])
}
