// Makes __tests__/support/fake-github/schema.graphql: the part of GitHub's GraphQL schema that the fake GitHub of the
// tests validates and executes against. Run by hand when the schema should be renewed:
//
//   cd "$(mktemp -d)" && npm pack @octokit/graphql-schema@15.26.1 && tar xzf octokit-graphql-schema-*.tgz
//   node scripts/trim-graphql.mjs <that folder>/package
//
// Kept are the fields below with the scalars, enums and inputs of their arguments, without descriptions. The fake
// answers every one of them, so a document that asks for more fails validation instead of getting an invented null.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, print, visit } from 'graphql'

const COMMENT = ['author', 'body', 'databaseId', 'fullDatabaseId', 'id', 'isMinimized', 'minimizedReason', 'url']
const CAN = ['viewerCanDelete', 'viewerCanMinimize', 'viewerCanUpdate', 'viewerDidAuthor']
const CONNECTION = ['nodes', 'pageInfo', 'totalCount']
const FIELDS = {
  Actor: ['login'],
  Bot: ['databaseId', 'id', 'login'],
  IssueComment: [...COMMENT, ...CAN],
  MinimizeCommentPayload: ['clientMutationId', 'minimizedComment'],
  Minimizable: ['isMinimized', 'minimizedReason', 'viewerCanMinimize'],
  Mutation: ['minimizeComment', 'resolveReviewThread', 'unminimizeComment', 'unresolveReviewThread'],
  Node: ['id'],
  PageInfo: ['endCursor', 'hasNextPage', 'hasPreviousPage', 'startCursor'],
  PullRequest: ['headRefOid', 'id', 'isDraft', 'locked', 'number', 'reviewThreads', 'title'],
  PullRequestReview: [...COMMENT, ...CAN],
  PullRequestReviewComment: [...COMMENT, ...CAN, 'outdated', 'path', 'pullRequestReview', 'replyTo'],
  PullRequestReviewCommentConnection: CONNECTION,
  PullRequestReviewThread: [
    ...['comments', 'diffSide', 'id', 'isCollapsed', 'isOutdated', 'isResolved', 'line', 'originalLine'],
    ...['originalStartLine', 'path', 'resolvedBy', 'startLine', 'subjectType', 'viewerCanReply', 'viewerCanResolve'],
    'viewerCanUnresolve',
  ],
  PullRequestReviewThreadConnection: CONNECTION,
  Query: ['node', 'rateLimit', 'repository', 'viewer'],
  RateLimit: ['cost', 'limit', 'remaining', 'resetAt', 'used'],
  Repository: ['id', 'nameWithOwner', 'pullRequest'],
  ResolveReviewThreadPayload: ['clientMutationId', 'thread'],
  UnminimizeCommentPayload: ['clientMutationId', 'unminimizedComment'],
  UnresolveReviewThreadPayload: ['clientMutationId', 'thread'],
  User: ['databaseId', 'id', 'login'],
}
const TARGET = new URL('../__tests__/support/fake-github/schema.graphql', import.meta.url)

const folder = process.argv[2]
if (folder === undefined) throw new Error('usage: node scripts/trim-graphql.mjs <unpacked @octokit/graphql-schema>')
const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
const notice = readFileSync(join(folder, 'LICENSE.md'), 'utf8').trim()
const whole = parse(readFileSync(join(folder, 'schema.graphql'), 'utf8'), { noLocation: true })
const definitions = new Map(whole.definitions.flatMap((each) => (each.name ? [[each.name.value, each]] : [])))

const kept = new Map()
const queue = Object.keys(FIELDS)
for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
  if (kept.has(name) || !definitions.has(name)) continue
  kept.set(name, slim(definitions.get(name)))
  visit(kept.get(name), { NamedType: (type) => void queue.push(type.name.value) })
}
const header = [
  `Part of the GitHub GraphQL schema: @octokit/graphql-schema ${version}, made smaller by scripts/trim-graphql.mjs.`,
  '',
  ...notice.split('\n'),
]
const text = [...kept.keys()].sort().map((name) => print(kept.get(name)))
writeFileSync(TARGET, `${header.map((line) => `# ${line}`.trimEnd()).join('\n')}\n\n${text.join('\n\n')}\n`)

/** A definition without prose, deprecations, and members that are not kept. */
function slim(definition) {
  const wanted = FIELDS[definition.name.value]
  const missing = (wanted ?? []).filter((name) => !definition.fields.some((field) => field.name.value === name))
  if (missing.length > 0) throw new Error(`${definition.name.value} has no ${missing.join(', ')}`)
  const bare = visit(definition, {
    enter: (node) => (node.description === undefined ? undefined : { ...node, description: undefined }),
    Directive: () => null,
  })
  if (wanted === undefined) return bare
  return {
    ...bare,
    fields: bare.fields.filter((field) => wanted.includes(field.name.value)),
    interfaces: (bare.interfaces ?? []).filter(({ name }) =>
      (FIELDS[name.value] ?? ['?']).every((each) => wanted.includes(each)),
    ),
  }
}
