import { readFileSync } from 'node:fs'
import { buildSchema, executeSync, GraphQLError, type OperationDefinitionNode, parse, validate } from 'graphql'
import { nodeId, pageOf } from './responses.js'
import { type Json, object } from './spec.js'
import {
  type Pull,
  REPOSITORY,
  type StoredComment,
  type StoredPost,
  type StoredReview,
  type Thread,
  threadOf,
  type User,
  type World,
} from './state.js'

/** GitHub's GraphQL API, as far as the tests use it: see scripts/trim-graphql.mjs. */
const SCHEMA = buildSchema(readFileSync(new URL('./schema.graphql', import.meta.url), 'utf8'))

export interface GraphqlResult {
  readonly body: Json
  /** The fields of mutations that were carried out. */
  readonly done: readonly string[]
  /** Why a document is not one for GitHub's schema. */
  readonly violations: readonly string[]
}

/** The fields a document asks for at its top, for faults and the record of calls; empty when it cannot be read. */
export function fieldsOf(body: unknown): readonly string[] {
  try {
    return operationOf(parse(String(object(body).query))).selectionSet.selections.flatMap((each) =>
      each.kind === 'Field' ? [each.name.value] : [],
    )
  } catch {
    return []
  }
}

function operationOf(document: ReturnType<typeof parse>): OperationDefinitionNode {
  const operation = document.definitions.find((each) => each.kind === 'OperationDefinition')
  if (operation === undefined) throw new Error('no operation')
  return operation
}

/**
 * Executes a document on the fake's state. As GitHub does, refusals are answered 200 with an `errors` list whose
 * entries carry a `type`, and the fields concerned are null.
 */
export function runGraphql(body: unknown, world: World): GraphqlResult {
  const { query, variables = {} } = object(body)
  let document: ReturnType<typeof parse>
  try {
    document = parse(String(query))
  } catch (thrown) {
    return refused([String(thrown)])
  }
  const invalid = validate(SCHEMA, document).map(({ message }) => message)
  if (invalid.length > 0) return refused(invalid)
  const done: string[] = []
  const rootValue = { ...queries(world), ...mutations(world, done) }
  const { data, errors = [] } = executeSync({ schema: SCHEMA, document, rootValue, variableValues: object(variables) })
  // An error of GitHub's carries a type; one without is a fault of the request or of the fake.
  const violations = errors.filter(({ extensions }) => extensions.type === undefined).map(({ message }) => message)
  const told = errors.map(({ message, path, locations, extensions }) => ({ ...extensions, path, locations, message }))
  return { body: { data, ...(told.length === 0 ? {} : { errors: told }) }, done, violations }
}

function refused(messages: readonly string[]): GraphqlResult {
  return { body: { errors: messages.map((message) => ({ message })) }, done: [], violations: messages }
}

function failure(type: 'FORBIDDEN' | 'NOT_FOUND', message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { type } })
}

function forbidden(): GraphQLError {
  return failure('FORBIDDEN', 'Resource not accessible by integration')
}

function queries(world: World) {
  return {
    viewer: () => userNode(world.user),
    rateLimit: () => ({ cost: 1, limit: 1_000, remaining: 999, used: 1, resetAt: '2026-01-01T00:00:00Z' }),
    repository: ({ owner, name }: { owner: string; name: string }) => {
      if (`${owner}/${name}` !== REPOSITORY) {
        throw failure('NOT_FOUND', `Could not resolve to a Repository with the name '${owner}/${name}'.`)
      }
      return {
        id: 'R_1',
        nameWithOwner: REPOSITORY,
        pullRequest: ({ number }: { number: number }) => {
          if (world.rights.pullRequests === 'none') throw forbidden()
          const pull = world.pulls.find((each) => each.number === number)
          if (pull === undefined) {
            throw failure('NOT_FOUND', `Could not resolve to a PullRequest with the number of ${number}.`)
          }
          return pullNode(pull, world)
        },
      }
    },
    node: ({ id }: { id: string }) => {
      if (world.rights.pullRequests === 'none') throw forbidden()
      const { pull, subject } = subjectOf(id, world)
      return subject.kind === 'thread' ? threadNode(subject.thread, pull, world) : shown(subject, pull, world)
    },
  }
}

function mutations(world: World, done: string[]) {
  const { rights, user } = world
  const resolving = (
    name: string,
    { input }: Input<{ threadId: string }>,
    change: (pull: Pull, id: number) => void,
  ) => {
    const { pull, subject } = subjectOf(input.threadId, world)
    if (rights.contents !== 'write' || rights.pullRequests !== 'write') throw forbidden()
    if (subject.kind !== 'thread')
      throw failure('NOT_FOUND', `Could not resolve to a node with the global id of '${input.threadId}'.`)
    const { id } = subject.thread
    change(pull, id)
    done.push(name)
    const thread = pull.threads(user).find((each) => each.id === id)
    return { clientMutationId: input.clientMutationId, thread: thread && threadNode(thread, pull, world) }
  }
  const hiding = (name: string, result: string, { input }: Input<{ subjectId: string }>, reason: string | null) => {
    const { pull, subject } = subjectOf(input.subjectId, world)
    if (rights.pullRequests !== 'write') throw forbidden()
    if (subject.kind === 'thread') throw failure('NOT_FOUND', 'A thread cannot be minimized')
    subject.stored.hidden = reason
    done.push(name)
    return { clientMutationId: input.clientMutationId, [result]: shown(subject, pull, world) }
  }
  return {
    resolveReviewThread: (input: Input<{ threadId: string }>) =>
      resolving('resolveReviewThread', input, (pull, id) => pull.resolved.set(id, user)),
    unresolveReviewThread: (input: Input<{ threadId: string }>) =>
      resolving('unresolveReviewThread', input, (pull, id) => pull.resolved.delete(id)),
    minimizeComment: (call: Input<{ subjectId: string; classifier: string }>) =>
      hiding('minimizeComment', 'minimizedComment', call, call.input.classifier.toLowerCase().replace('_', '-')),
    unminimizeComment: (call: Input<{ subjectId: string }>) =>
      hiding('unminimizeComment', 'unminimizedComment', call, null),
  }
}

interface Input<T> {
  readonly input: T & { readonly clientMutationId?: string }
}

type Stored =
  | { readonly kind: 'comment'; readonly stored: StoredComment }
  | { readonly kind: 'review'; readonly stored: StoredReview }
  | { readonly kind: 'post'; readonly stored: StoredPost }

type Subject = Stored | { readonly kind: 'thread'; readonly thread: Thread }

function subjectOf(id: string, { pulls, user }: World): { readonly pull: Pull; readonly subject: Subject } {
  for (const pull of pulls) {
    const comment = pull.comments.find((each) => nodeId('PRRC', each.id) === id)
    if (comment !== undefined) return { pull, subject: { kind: 'comment', stored: comment } }
    const thread = pull.threads(user).find((each) => nodeId('PRRT', each.id) === id)
    if (thread !== undefined) return { pull, subject: { kind: 'thread', thread } }
    const review = pull.reviews.find((each) => nodeId('PRR', each.id) === id)
    if (review !== undefined) return { pull, subject: { kind: 'review', stored: review } }
    const post = pull.conversation.find((each) => nodeId('IC', each.id) === id)
    if (post !== undefined) return { pull, subject: { kind: 'post', stored: post } }
  }
  throw failure('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'.`)
}

function shown(subject: Stored, pull: Pull, world: World) {
  switch (subject.kind) {
    case 'comment':
      return commentNode(subject.stored, pull, world)
    case 'review':
      return { __typename: 'PullRequestReview', ...common(subject.stored, 'PRR', 'pullrequestreview-', pull, world) }
    case 'post':
      return { __typename: 'IssueComment', ...common(subject.stored, 'IC', 'issuecomment-', pull, world) }
  }
}

/** A person or the token itself, in a field of the type `User`: an app keeps its `[bot]` there. */
function userNode({ login }: User) {
  return { __typename: 'User', databaseId: 1, id: `U_${login}`, login }
}

/** An author: an app is a `Bot`, whose login has no `[bot]`. */
function actorNode(user: User) {
  return user.type === 'User'
    ? userNode(user)
    : { __typename: 'Bot', databaseId: 1, id: `BOT_${user.login}`, login: user.login.replace(/\[bot\]$/, '') }
}

function pullNode(pull: Pull, world: World) {
  return {
    __typename: 'PullRequest',
    id: nodeId('PR', pull.number),
    number: pull.number,
    title: pull.title,
    headRefOid: pull.headSha,
    isDraft: pull.draft,
    locked: pull.locked,
    reviewThreads: (slice: Slice) =>
      connection(
        pull.threads(world.user).map((thread) => threadNode(thread, pull, world)),
        slice,
      ),
  }
}

function threadNode(thread: Thread, pull: Pull, world: World) {
  const [first] = thread.comments
  const place = pull.place(first)
  const mayResolve = world.rights.contents === 'write' && world.rights.pullRequests === 'write'
  return {
    __typename: 'PullRequestReviewThread',
    id: nodeId('PRRT', thread.id),
    path: first.path,
    diffSide: first.side,
    subjectType: first.line === null ? 'FILE' : 'LINE',
    line: place === null || first.line === null ? null : place.line,
    startLine: place === null ? null : place.startLine,
    originalLine: first.line,
    originalStartLine: first.startLine,
    isOutdated: place === null,
    isResolved: thread.resolvedBy !== null,
    isCollapsed: thread.resolvedBy !== null || place === null,
    resolvedBy: thread.resolvedBy === null ? null : userNode(thread.resolvedBy),
    viewerCanReply: world.rights.pullRequests === 'write' && !pull.locked,
    viewerCanResolve: mayResolve && thread.resolvedBy === null,
    viewerCanUnresolve: mayResolve && thread.resolvedBy !== null,
    comments: (slice: Slice) =>
      connection(
        thread.comments.map((comment) => commentNode(comment, pull, world)),
        slice,
      ),
  }
}

function commentNode(comment: StoredComment, pull: Pull, world: World): Json {
  const parent = threadOf(comment) === comment.id ? undefined : pull.comments.find(({ id }) => id === comment.inReplyTo)
  const review = pull.reviews.find(({ id }) => id === comment.review)
  return {
    __typename: 'PullRequestReviewComment',
    ...common(comment, 'PRRC', 'discussion_r', pull, world),
    path: comment.path,
    outdated: pull.place(comment) === null,
    replyTo: () => (parent === undefined ? null : commentNode(parent, pull, world)),
    pullRequestReview: () => (review === undefined ? null : shown({ kind: 'review', stored: review }, pull, world)),
  }
}

function common(
  stored: StoredComment | StoredReview | StoredPost,
  kind: 'PRR' | 'PRRC' | 'IC',
  anchor: string,
  pull: Pull,
  { rights, user }: World,
) {
  const { id, body, hidden = null } = stored
  const mayWrite = rights.pullRequests === 'write'
  return {
    id: nodeId(kind, id),
    databaseId: id,
    fullDatabaseId: String(id),
    url: pageOf(pull, `${anchor}${id}`),
    body,
    author: actorNode(stored.user),
    isMinimized: hidden !== null,
    minimizedReason: hidden,
    viewerCanDelete: mayWrite,
    viewerCanMinimize: mayWrite,
    viewerCanUpdate: mayWrite,
    viewerDidAuthor: stored.user.login === user.login,
  }
}

interface Slice {
  readonly first?: number | null
  readonly last?: number | null
  readonly after?: string | null
  readonly before?: string | null
  readonly skip?: number | null
}

/** A part of a list by GitHub's rules: `first` or `last` must be given and be 1 to 100. */
function connection<T>(all: readonly T[], { first, last, after, before, skip }: Slice) {
  const size = first ?? last
  if (size === undefined || size === null || size < 1 || size > 100) {
    throw failure('NOT_FOUND', 'You must provide a `first` or `last` value of 1 to 100 to properly paginate.')
  }
  if (last != null || before != null || skip != null) throw new Error('the fake pages forwards only')
  const start = after == null ? 0 : Number(after)
  const end = Math.min(all.length, start + size)
  return {
    nodes: all.slice(start, end),
    totalCount: all.length,
    pageInfo: {
      startCursor: all.length === 0 ? null : String(start + 1),
      endCursor: end === 0 ? null : String(end),
      hasNextPage: end < all.length,
      hasPreviousPage: start > 0,
    },
  }
}
