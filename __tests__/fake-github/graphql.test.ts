import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { FakeGitHub, TOKEN } from '../support/fake-github/server.js'
import { type Pull, SOMEBODY, type StoredComment } from '../support/fake-github/state.js'

/** The fake itself: what the tests of the action rely on. */

const THREADS = `query ($after: String, $size: Int = 100) {
  repository(owner: "acme", name: "policies") {
    pullRequest(number: 1) {
      reviewThreads(first: $size, after: $after) {
        nodes {
          id isResolved isOutdated resolvedBy { login }
          comments(first: 50) { nodes { id databaseId isMinimized author { login } } }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}`

const change = (name: string, input: string) => `mutation { ${name}(input: { ${input} }) { clientMutationId } }`

let github: FakeGitHub
let pull: Pull

beforeEach(async () => {
  github = await FakeGitHub.start()
  github.repository.commit('main', { 'README.md': 'read me\n' })
  github.repository.commit('change', { 'policy.json': 'one\ntwo\nthree\n' }, 'main')
  pull = github.openPull('main', 'change')
})

afterEach(() => github.stop())

async function ask(query: string, variables: object = {}): Promise<Record<string, unknown>> {
  const headers = { authorization: `token ${TOKEN}`, 'content-type': 'application/json' }
  const response = await fetch(`${github.url}/graphql`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ query, variables }),
  })
  expect(response.status).toBe(200)
  return (await response.json()) as Record<string, unknown>
}

function say(line: number, user = github.user): StoredComment {
  const review = { id: pull.nextId(), user, commit: pull.headSha, state: 'COMMENTED', body: '' } as const
  pull.reviews.push({ ...review })
  const place = { path: 'policy.json', commit: pull.headSha, side: 'RIGHT', line, startLine: null } as const
  const comment = { id: pull.nextId(), review: review.id, user, ...place, inReplyTo: null, body: 'look' }
  pull.comments.push(comment)
  return comment
}

async function threads(variables: object = {}) {
  const { data } = (await ask(THREADS, variables)) as {
    data: { repository: { pullRequest: { reviewThreads: { nodes: unknown[]; pageInfo: unknown } } } }
  }
  return data.repository.pullRequest.reviewThreads
}

test('the token of a workflow has its [bot] as the viewer and none as an author', async () => {
  const { id } = say(1)
  pull.reply(id, 'why?')
  expect(await ask('query { viewer { login } }')).toEqual({ data: { viewer: { login: 'github-actions[bot]' } } })
  const author = (login: string) => ({ author: { login }, isMinimized: false })
  const comments = { nodes: [author('github-actions'), author('somebody')] }
  expect((await threads()).nodes).toMatchObject([{ isResolved: false, isOutdated: false, comments }])
})

test('threads come in pages', async () => {
  for (const line of [1, 2, 3]) say(line)
  const first = await threads({ size: 2 })
  expect(first.nodes).toHaveLength(2)
  expect(first.pageInfo).toEqual({ hasNextPage: true, endCursor: '2' })
  expect((await threads({ size: 2, after: '2' })).nodes).toHaveLength(1)
})

test('a thread whose lines are gone is outdated', async () => {
  say(2)
  github.repository.commit('change', { 'policy.json': 'one\n2\nthree\n' })
  pull.refresh()
  expect((await threads()).nodes).toMatchObject([{ isOutdated: true }])
})

describe('resolving a thread', () => {
  test('is refused without contents: write, with 200', async () => {
    const { id } = say(1)
    const { errors, data } = await ask(change('resolveReviewThread', `threadId: "PRRT_${id}"`))
    expect(errors).toMatchObject([{ type: 'FORBIDDEN', path: ['resolveReviewThread'] }])
    expect(data).toEqual({ resolveReviewThread: null })
    expect(github.writes()).toEqual([])
  })

  test('says who did it, and can be taken back', async () => {
    github.rights = { contents: 'write', pullRequests: 'write' }
    const { id } = say(1)
    await ask(change('resolveReviewThread', `threadId: "PRRT_${id}"`))
    expect((await threads()).nodes).toMatchObject([{ isResolved: true, resolvedBy: { login: 'github-actions[bot]' } }])
    await ask(change('unresolveReviewThread', `threadId: "PRRT_${id}"`))
    expect((await threads()).nodes).toMatchObject([{ isResolved: false, resolvedBy: null }])
    expect(github.writes()).toEqual(['resolveReviewThread', 'unresolveReviewThread'])
  })
})

test('a comment is hidden with pull-requests: write, and refused without', async () => {
  const { id } = say(1, SOMEBODY)
  const hide = change('minimizeComment', `subjectId: "PRRC_${id}", classifier: OUTDATED`)
  await ask(hide)
  expect((await threads()).nodes).toMatchObject([{ comments: { nodes: [{ isMinimized: true }] } }])
  github.rights = { contents: 'write', pullRequests: 'read' }
  expect(await ask(hide)).toMatchObject({ errors: [{ type: 'FORBIDDEN' }] })
})

test.each([
  ['a field that GitHub does not have', 'query { viewer { name2 } }'],
  ['text that is no document', 'query {'],
])('%s is a violation', async (_name, query) => {
  expect(await ask(query)).toMatchObject({ errors: [{}] })
  expect(github.violations).toHaveLength(1)
})

test('what does not exist is NOT_FOUND, with 200', async () => {
  expect(await ask(change('resolveReviewThread', 'threadId: "PRRT_1"'))).toMatchObject({
    errors: [{ type: 'NOT_FOUND' }],
  })
  expect(github.violations).toEqual([])
})
