import { stat } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { GitHubClient } from '../../src/github/api/client.js'
import { type Failure, failureOf } from '../../src/github/api/failure.js'
import { ANSWER_DEPTH, ANSWER_PARTS, REDIRECTS } from '../../src/github/api/limits.js'
import { boundedFetch, type Fetch } from '../../src/github/api/transport.js'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' }
const SHA = 'a'.repeat(40)
const PULL = { head: { sha: SHA }, locked: false, state: 'open' }

/** A server that does what a test says, and remembers what it was asked for. */
class Host {
  handle: Handler = () => undefined
  readonly asked: string[] = []
  readonly server: Server = createServer((request, response) => {
    this.asked.push(`${request.method} ${request.url}`)
    this.handle(request, response)
  })

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
  }
}

const github = new Host()
const elsewhere = new Host()

beforeEach(async () => {
  for (const host of [github, elsewhere]) {
    host.asked.length = 0
    host.handle = (_request, response) => response.writeHead(200, JSON_TYPE).end('[]')
    await new Promise<void>((ready) => host.server.listen(0, '127.0.0.1', ready))
  }
})

afterEach(async () => {
  for (const { server } of [github, elsewhere]) {
    server.closeAllConnections()
    await new Promise((closed) => server.close(closed))
  }
})

/** A client that waits for GitHub as long as a test may take. */
function client(patience = { requestMs: 60_000, silenceMs: 60_000 }): GitHubClient {
  const clock = { now: () => 0, sleep: async () => undefined }
  return new GitHubClient({ token: 't', apiUrl: github.url, owner: 'o', repo: 'r', userAgent: 'test', clock, patience })
}

async function failure(call: Promise<unknown>): Promise<Failure> {
  return call.then(
    (value) => {
      throw new Error(`it succeeded with ${JSON.stringify(value)}`)
    },
    (thrown: unknown) => failureOf(thrown),
  )
}

function answer(body: string, headers: Record<string, string> = JSON_TYPE, status = 200): Handler {
  return (_request, response) => response.writeHead(status, headers).end(body)
}

describe('a server that', () => {
  const trickling: Handler = (_request, response) => {
    response.writeHead(200, JSON_TYPE).write('[')
    const timer = setInterval(() => response.write(' '), 10)
    response.on('close', () => clearInterval(timer))
  }

  test.each<[string, Handler]>([
    ['takes the connection and never answers', () => undefined],
    ['answers the headers and stalls', (_request, response) => response.writeHead(200, JSON_TYPE).flushHeaders()],
    ['stalls in the body', (_request, response) => void response.writeHead(200, JSON_TYPE).write('[{"id":')],
    ['trickles without end', trickling],
  ])('%s is given up, and soon not asked any more', async (_name, handle) => {
    github.handle = handle
    const api = client({ requestMs: 200, silenceMs: 300 })
    expect(await failure(api.conversation(1))).toMatchObject({ kind: 'budget', message: 'GitHub does not answer' })
    expect(await failure(api.pull(1))).toMatchObject({ kind: 'budget' })
    expect(await failure(api.viewer())).toMatchObject({ kind: 'budget' })
    expect(await failure(api.createComment(1, 'x'))).toMatchObject({ kind: 'budget' })
    // A busy machine may give the second one up before it has gone out.
    expect(new Set(github.asked)).toEqual(new Set(['GET /repos/o/r/issues/1/comments?per_page=100']))
    expect(github.asked.length).toBeLessThanOrEqual(2)
  })

  test('does not answer a writing call is not sent it again', async () => {
    github.handle = () => undefined
    const api = client({ requestMs: 100, silenceMs: 60_000 })
    expect(await failure(api.createComment(1, 'x'))).toMatchObject({ kind: 'unclear', status: null })
    expect(github.asked).toHaveLength(1)
  })

  test('does not answer GraphQL is given up too', async () => {
    github.handle = () => undefined
    expect(await failure(client({ requestMs: 50, silenceMs: 80 }).viewer())).toMatchObject({ kind: 'budget' })
  })
})

describe('another host is not asked', () => {
  const files = () => client().files(1)

  test('for the next page of a list', async () => {
    github.handle = answer('[]', { ...JSON_TYPE, link: `<${elsewhere.url}/page?page=2>; rel="next"` })
    expect(await failure(files())).toMatchObject({ kind: 'unusable', message: expect.stringContaining('another host') })
    expect(elsewhere.asked).toEqual([])
  })

  test.each([301, 302, 303, 307, 308])('when a status %i leads there', async (status) => {
    github.handle = answer('', { location: `${elsewhere.url}/files` }, status)
    expect(await failure(files())).toMatchObject({ kind: 'unusable', message: expect.stringContaining('another host') })
    expect(await failure(client().createComment(1, 'x'))).toMatchObject({ kind: 'unusable' })
    expect(elsewhere.asked).toEqual([])
  })

  test.each([301, 302, 307, 308])('but a reading call follows a status %i on the same one', async (status) => {
    github.handle = (request, response) =>
      request.url === '/repos/o/r/pulls/1'
        ? response.writeHead(status, { location: '/repositories/7/pulls/1' }).end()
        : response.writeHead(200, JSON_TYPE).end(JSON.stringify(PULL))
    expect(await client().pull(1)).toEqual({ headSha: SHA, locked: false, open: true })
  })

  test('and the next page on the same one is read', async () => {
    const file = (filename: string) => ({ filename, status: 'added', sha: SHA, changes: 1 })
    github.handle = (request, response) => {
      const first = !request.url?.includes('page=2')
      const link = first ? { link: `<${github.url}/more?page=2>; rel="next"` } : {}
      response.writeHead(200, { ...JSON_TYPE, ...link }).end(JSON.stringify([file(first ? 'a' : 'b')]))
    }
    expect((await files()).map(({ path }) => path)).toEqual(['a', 'b'])
  })

  test('and redirects in a circle end', async () => {
    github.handle = answer('', { location: '/repos/o/r/pulls/1' }, 302)
    expect(await failure(client().pull(1))).toMatchObject({ kind: 'unusable' })
    expect(github.asked).toHaveLength(REDIRECTS + 1)
  })
})

describe('an answer', () => {
  test('that arrived while the process was busy is read, though its time is up', async () => {
    const late: Fetch = () =>
      new Promise((resolve) => {
        stat('.', () => resolve(new Response('[]', { headers: JSON_TYPE }) as Awaited<ReturnType<Fetch>>))
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100)
      })
    const bounded = boundedFetch(late, { apiUrl: github.url, patience: () => 20 })
    expect(await (await bounded(github.url, { method: 'GET' })).text()).toBe('[]')
  })

  test.each<[string, string, Record<string, string>?]>([
    ['that is nested too deep', '['.repeat(ANSWER_DEPTH + 1)],
    ['with too many values', `[${'0,'.repeat(ANSWER_PARTS)}0]`],
    ['that is a page', '<html>sign in</html>', { 'content-type': 'text/html' }],
    ['without a type', '[]', {}],
    ['that is cut off', '[{"id": 1'],
    ['that is no list', '{"a": 1}'],
    ['that is a text', '"x"'],
    ['that is null', 'null'],
    ['that is empty', ''],
    ['whose entries are no objects', '[1]'],
    ['whose entry lacks a field', '[{"filename": "a", "status": "added", "changes": 1}, {"status": "added"}]'],
    ['with another type in a field', `[{"filename": {}, "status": "added", "changes": 1}]`],
  ])('%s is refused', async (_name, body, headers = JSON_TYPE) => {
    github.handle = answer(body, headers)
    const { kind, message } = await failure(client().files(1))
    expect(kind).toBe('unusable')
    expect(message).toMatch(/^(?:the answer|GitHub)/)
    expect(github.asked).toHaveLength(1)
  })

  test('with brackets and quotes in its texts is not nested', async () => {
    const path = `${'['.repeat(500)}"\\"${'{'.repeat(500)}`
    github.handle = answer(JSON.stringify([{ filename: path, status: 'added', sha: null, changes: 1 }]))
    expect((await client().files(1))[0]?.path).toBe(path)
  })

  test.each<[string, unknown]>([
    ['no data', { data: null }],
    ['another shape', { data: { repository: { pullRequest: { reviewThreads: { nodes: [{}] } } } } }],
    ['nothing of it', []],
  ])('of GraphQL with %s is refused', async (_name, body) => {
    github.handle = answer(JSON.stringify(body))
    expect(await failure(client().reviewThreads(1))).toMatchObject({ kind: 'unusable' })
  })

  test('that is larger than what is read is not read to its end', async () => {
    let sent = 0
    github.handle = (_request, response) => {
      response.writeHead(200, JSON_TYPE)
      const chunk = Buffer.alloc(10_000, ' ')
      const timer = setInterval(() => {
        sent++
        response.write(chunk)
      }, 1)
      response.on('close', () => clearInterval(timer))
    }
    const bounded = boundedFetch(fetch as Fetch, { apiUrl: github.url, patience: () => 60_000, answerBytes: 50_000 })
    await expect(bounded(github.url, { method: 'GET' })).rejects.toThrow('more than 50000 bytes')
    expect(sent).toBeGreaterThan(5)
  })

  test('that fails with a page of a proxy is told by its status', async () => {
    github.handle = answer('<html>\n<body>no</body>', { 'content-type': 'text/html' }, 403)
    expect(await failure(client().files(1))).toMatchObject({ kind: 'permission', status: 403, message: 'Forbidden' })
  })
})

describe('what a call fails with repeats no secret', () => {
  const SECRETS = ['ghs_Token0123', 'Pass"word%']
  const secretClient = () => {
    const clock = { now: () => 0, sleep: async () => undefined }
    const [token = '', ...secrets] = SECRETS
    return new GitHubClient({ token, secrets, apiUrl: github.url, owner: 'o', repo: 'r', userAgent: 'test', clock })
  }
  const refuse = (status: number, body: object) => {
    github.handle = (_request, response) => response.writeHead(status, JSON_TYPE).end(JSON.stringify(body))
  }
  const texts = (thrown: unknown): string => {
    const { message, stack, cause, errors } = thrown as Error & { readonly errors?: unknown }
    return [message, stack, JSON.stringify(errors), cause === undefined ? '' : texts(cause)].join('\n')
  }

  test.each<[string, () => void, (github: GitHubClient) => Promise<unknown>, Partial<Failure>]>([
    ['as it is', () => refuse(403, { message: SECRETS.join(' ') }), (it) => it.pull(1), { message: '*** ***' }],
    [
      'in details',
      () => refuse(422, { message: 'no', errors: SECRETS.map((message) => ({ message, field: message })) }),
      (it) => it.createComment(1, ''),
      { kind: 'invalid', status: 422 },
    ],
    [
      'in the place of a host',
      () => {
        github.handle = (_request, response) => response.writeHead(302, { location: 'http://ghs_Token0123.x/' }).end()
      },
      (it) => it.pull(1),
      { kind: 'unusable', message: expect.stringContaining('another host, ***.x') },
    ],
    [
      'of GraphQL',
      () => refuse(200, { errors: SECRETS.map((message) => ({ type: 'FORBIDDEN', message })) }),
      (it) => it.viewer(),
      { kind: 'permission', message: '***' },
    ],
    [
      'that the conversation is locked, beside it',
      () => refuse(403, { message: `${SECRETS[0]} is locked` }),
      (it) => it.pull(1),
      { kind: 'locked', message: '*** is locked' },
    ],
  ])('%s', async (_name, answer, call, expected) => {
    answer()
    const thrown = await call(secretClient()).then(
      () => null,
      (error: unknown) => error,
    )
    expect(failureOf(thrown)).toMatchObject(expected)
    for (const secret of ['ghs_', 'Token0123', 'token0123', 'Pass', 'word%'])
      expect(texts(thrown)).not.toContain(secret)
  })
})
