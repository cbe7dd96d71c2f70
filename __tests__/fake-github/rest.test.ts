import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { beginReview, push, pushBase, rebase, squash } from '../support/fake-github/people.js'
import { FakeGitHub, TOKEN } from '../support/fake-github/server.js'
import type { Pull } from '../support/fake-github/state.js'

/** The fake refuses what GitHub refuses. */

const LINES = Array.from({ length: 30 }, (_, i) => `line ${i + 1}`)
const withLines = (...changed: number[]) =>
  LINES.map((line, i) => (changed.includes(i + 1) ? `${line}!` : line)).join('\n')

let github: FakeGitHub
let pull: Pull

beforeEach(async () => {
  github = await FakeGitHub.start()
  github.repository.commit('main', { 'a.txt': withLines() })
  github.repository.commit('change', { 'a.txt': withLines(5, 25), 'new.txt': 'one\ntwo\n' }, 'main')
  pull = github.openPull('main', 'change')
})

afterEach(() => github.stop())

interface Reply {
  readonly status: number
  readonly body: Record<string, unknown> & { readonly errors?: readonly unknown[] }
}

async function call(method: string, path: string, body?: unknown, token = TOKEN): Promise<Reply> {
  const headers = { authorization: `token ${token}`, accept: 'application/vnd.github+json' }
  const init = body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) }
  const response = await fetch(`${github.url}/repos/acme/policies${path}`, init)
  const text = await response.text()
  return { status: response.status, body: text === '' ? {} : JSON.parse(text) }
}

function review(...comments: object[]) {
  return call('POST', '/pulls/1/reviews', { commit_id: pull.headSha, event: 'COMMENT', body: 'hello', comments })
}

describe('a review', () => {
  const at = (line: number, more: object = {}) => ({ path: 'a.txt', body: 'x', line, side: 'RIGHT', ...more })

  test.each<[string, object]>([
    ['an added line', at(5)],
    ['a context line', at(8)],
    ['a removed line, on the left', at(5, { side: 'LEFT' })],
    ['a range in one hunk', at(8, { start_line: 2, start_side: 'RIGHT' })],
    ['a line without a side', { path: 'new.txt', body: 'x', line: 1 }],
  ])('takes %s', async (_name, comment) => {
    expect((await review(comment)).status).toBe(200)
    expect(github.violations).toEqual([])
  })

  test.each<[string, object, RegExp]>([
    ['a line outside of every hunk', at(15), /part of the diff/],
    ['a path that is not in the diff', at(5, { path: 'b.txt' }), /Path could not be resolved/],
    ['a range over two hunks', at(25, { start_line: 5, start_side: 'RIGHT' }), /same hunk/],
    ['a range of one line', at(5, { start_line: 5, start_side: 'RIGHT' }), /precede the end line/],
    ['a body that is too long', at(5, { body: 'x'.repeat(65_537) }), /too long/],
    ['a body of blanks', at(5, { body: ' ' }), /blank/],
  ])('is refused whole for %s', async (_name, comment, reason) => {
    const { status, body } = await review(at(4), comment)
    expect(status).toBe(422)
    expect(body.errors?.[0]).toMatch(reason)
    expect([pull.reviews, pull.comments]).toEqual([[], []])
  })

  test('joins the reasons into one text', async () => {
    expect((await review(at(15), at(5, { body: ' ' }))).body.errors).toHaveLength(1)
  })

  test.each<[string, object]>([
    ['a side that is none', at(5, { side: 'BOTH' })],
    ['a file-level comment, which this call cannot make', at(5, { subject_type: 'file' })],
  ])('with %s is a violation', async (_name, comment) => {
    expect((await review(comment)).status).toBe(422)
    expect(github.violations).not.toEqual([])
  })

  test('is refused in the order in which GitHub checks', async () => {
    const bad = () => review(at(15))
    expect((await bad()).body.errors?.[0]).toMatch(/diff/)
    beginReview(pull, 'a.txt', 5, github.user)
    expect((await bad()).body.errors?.[0]).toMatch(/pending review/)
    const gone = pull.headSha
    squash(pull, { 'new.txt': 'other\n' })
    const late = await call('POST', '/pulls/1/reviews', { commit_id: gone, event: 'COMMENT', body: 'x', comments: [] })
    expect(late.body.errors?.[0]).toMatch(/commit_id/)
    pull.locked = true
    expect((await bad()).body.message).toMatch(/locked/)
    github.rights = { contents: 'read', pullRequests: 'read' }
    expect((await bad()).body.message).toMatch(/not accessible/)
  })

  test('of an earlier commit is taken, and its comments are where the lines are now', async () => {
    const first = pull.headSha
    push(pull, { 'a.txt': `zero\n${withLines(5, 25)}` })
    await call('POST', '/pulls/1/reviews', { commit_id: first, event: 'COMMENT', body: 'x', comments: [at(5)] })
    const { body } = await call('GET', '/pulls/1/comments')
    expect(body).toMatchObject([{ line: 6, original_line: 5, original_commit_id: first, commit_id: pull.headSha }])
  })
})

describe('a comment', () => {
  beforeEach(() => review({ path: 'a.txt', body: 'x', line: 5, side: 'RIGHT' }))

  test('keeps its place across a rebase', async () => {
    pushBase(pull, { 'base.txt': 'x\n' })
    rebase(pull)
    expect((await call('GET', '/pulls/1/comments')).body).toMatchObject([{ line: 5 }])
  })

  test('is outdated when its line is gone', async () => {
    push(pull, { 'a.txt': withLines(25) })
    expect((await call('GET', '/pulls/1/comments')).body).toMatchObject([{ line: null, original_line: 5 }])
  })

  test('of a review that was not submitted is listed to nobody', async () => {
    beginReview(pull, 'a.txt', 5)
    expect((await call('GET', '/pulls/1/comments')).body).toHaveLength(1)
    expect((await call('GET', '/pulls/1/reviews')).body).toHaveLength(1)
  })

  test('on a file as a whole is made by a call of its own', async () => {
    const file = { commit_id: pull.headSha, path: 'new.txt', body: 'x', subject_type: 'file' }
    const { status, body } = await call('POST', '/pulls/1/comments', file)
    expect([status, body.subject_type, body.line]).toEqual([201, 'file', 1])
  })

  test('that is refused has objects for reasons', async () => {
    const { body } = await call('POST', '/pulls/1/comments', {
      commit_id: pull.headSha,
      path: 'a.txt',
      body: 'x',
      line: 15,
    })
    expect(body.errors?.[0]).toMatchObject({ resource: 'PullRequestReviewComment', message: expect.any(String) })
  })
})

describe('lists', () => {
  test('come in pages of at most a hundred', async () => {
    push(pull, Object.fromEntries(Array.from({ length: 120 }, (_, i) => [`f/${i}`, 'x\n'])))
    expect((await call('GET', '/pulls/1/files')).body).toHaveLength(30)
    expect((await call('GET', '/pulls/1/files?per_page=100&page=2')).body).toHaveLength(22)
  })

  test('of files leave the patch of a large diff out', async () => {
    push(pull, { 'a.txt': withLines(), 'large.txt': 'x\n'.repeat(20_001) })
    const files = (await call('GET', '/pulls/1/files')).body as unknown as readonly Record<string, unknown>[]
    expect(files.find(({ filename }) => filename === 'large.txt')).toMatchObject({ changes: 20_001 })
    expect(files.find(({ filename }) => filename === 'large.txt')).not.toHaveProperty('patch')
  })

  test("of a commit's pull requests are asked of the head's repository", async () => {
    pull.fork = true
    const path = `commits/${pull.headSha}/pulls`
    const ask = async (name: string) => {
      const response = await fetch(`${github.url}/repos/${name}/${path}`, {
        headers: { authorization: `token ${TOKEN}`, accept: 'application/json' },
      })
      return [response.status, await response.json()]
    }
    expect(await ask('stranger/policies')).toMatchObject([
      200,
      [{ number: 1, base: { repo: { full_name: 'acme/policies' } } }],
    ])
    expect(await ask('acme/policies')).toEqual([200, []])
    pull.forkDeleted = true
    expect((await ask('stranger/policies'))[0]).toBe(404)
  })
})

test.each<[string, string, string, unknown]>([
  ['an unknown path', 'GET', '/nothing', undefined],
  ['an unknown parameter', 'GET', '/pulls/1/files?size=3', undefined],
  ['an unknown member of a body', 'POST', '/issues/1/comments', { body: 'x', extra: 1 }],
  ['a missing member of a body', 'POST', '/issues/1/comments', {}],
])('%s is a violation', async (_name, method, path, body) => {
  expect((await call(method, path, body)).status).toBeGreaterThanOrEqual(400)
  expect(github.violations).toHaveLength(1)
})

test('a token that is not known gets nothing', async () => {
  expect((await call('GET', '/pulls/1', undefined, 'other')).status).toBe(401)
})
