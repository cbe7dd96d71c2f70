import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type Answer, NOT_FOUND } from './answer.js'
import { asGitea, NO_PAGE } from './gitea.js'
import { fieldsOf, runGraphql } from './graphql.js'
import { carryOut } from './operations.js'
import { Repository } from './repository.js'
import { findOperation, type Operation, object, requestProblems, responseProblems } from './spec.js'
import { Pull, type Rights, type User, WORKFLOW_BOT, type World } from './state.js'

export type { Answer } from './answer.js'
export { REPOSITORY } from './state.js'

export const TOKEN = 'ghs_fakeTokenOfTheWorkflow0123456789'

/** Something that goes wrong, as often as `times` says. */
export interface Fault {
  /** An operation's id, `*` for all; `graphql` for every document, `graphql:resolveReviewThread` for those that ask for this field. */
  readonly operation: string
  /**
   * What is answered instead: `close` breaks the connection, `silence` leaves it open, `stall` as well after the headers, and
   * `trickle` sends a byte now and then. Without one the real answer is only late.
   */
  readonly answer?: Answer | 'close' | 'silence' | 'stall' | 'trickle'
  /** Makes another answer of what GitHub says: one that its description does not allow, for instance. */
  readonly alter?: (body: unknown) => unknown
  /** Only for requests of which this holds. */
  readonly matches?: (body: unknown) => boolean
  /** `after`: the call is carried out, and only its answer is lost. */
  readonly when?: 'before' | 'after'
  /** Milliseconds before anything is answered. */
  readonly delay?: number
  times?: number
}

export interface RecordedCall {
  /** The operation's id; for GraphQL `graphql:` and the fields at the top of the document. */
  readonly operation: string
  readonly method: string
  readonly path: string
  readonly body: unknown
  readonly status: number
  /** What it changed: the operation itself, or the fields of a mutation. */
  readonly wrote: readonly string[]
}

/**
 * Whose addresses and answers: GitHub Enterprise Server has `/api/v3` and `/api/graphql`, Gitea and Forgejo `/api/v1`, and no
 * GraphQL.
 */
export type Kind = 'github' | 'enterprise' | 'gitea'

const BELOW: Readonly<Record<Kind, string>> = { github: '', enterprise: '/api/v3', gitea: '/api/v1' }

/**
 * A stateful stand-in for GitHub on a real Git repository. Every request and every answer is validated against
 * GitHub's own description; a request that does not fit is answered 422 and kept in `violations`, which tests assert
 * to be empty.
 */
export class FakeGitHub implements World {
  readonly repository = new Repository()
  readonly calls: RecordedCall[] = []
  readonly violations: string[] = []
  readonly faults: Fault[] = []
  rights: Rights = { contents: 'read', pullRequests: 'write' }
  user: User = WORKFLOW_BOT
  /** Called before each request is handled: a push while the action runs, for instance. */
  onRequest: (operation: string) => void = () => undefined
  /** Holds a request back before it is handled, so that runs can be made to meet. */
  before: (operation: string) => Promise<void> = async () => undefined
  readonly pulls: Pull[] = []
  readonly others = new Set<string>()
  readonly #server: Server
  readonly #kind: Kind

  private constructor(server: Server, kind: Kind) {
    this.#server = server
    this.#kind = kind
    if (kind === 'gitea') this.user = { login: 'gitea-actions', type: 'User' }
    server.on('request', (request, response) => {
      this.#serve(request, response).catch((error: unknown) => {
        this.violations.push(`the fake failed: ${String(error)}`)
        response.writeHead(500).end()
      })
    })
  }

  static async start({ kind = 'github' }: { readonly kind?: Kind } = {}): Promise<FakeGitHub> {
    // A run on a busy machine may pause between two requests for longer than a server usually keeps a connection.
    const server = createServer({ keepAliveTimeout: 600_000 })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return new FakeGitHub(server, kind)
  }

  /** What the runner sets as `GITHUB_API_URL`. */
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}${BELOW[this.#kind]}`
  }

  openPull(base: string, head: string): Pull {
    const pull = new Pull(this.repository, this.pulls.length + 1, base, head)
    this.pulls.push(pull)
    return pull
  }

  /** What was changed so far, by operation. */
  writes(): readonly string[] {
    return this.calls.flatMap(({ wrote }) => wrote)
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections()
    await new Promise((resolve) => this.#server.close(resolve))
    this.repository.remove()
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.url)
    const method = request.method ?? 'GET'
    const text = await readBody(request)
    const body: unknown = text === '' ? undefined : JSON.parse(text)
    const operation = this.#operation(method, url.pathname, body)
    const id = operation?.id ?? `${method} ${url.pathname}`
    this.onRequest(id)
    await this.before(id)
    const fault = this.#takeFault(id, body)
    if (fault?.delay !== undefined) await new Promise((resolve) => setTimeout(resolve, fault.delay))
    const lost = fault?.answer !== undefined && fault.when !== 'after'
    const { answer: real, wrote } = lost
      ? { answer: NOT_FOUND, wrote: [] }
      : this.#answer(request, operation, url, body)
    const answer = fault?.answer ?? (fault?.alter ? { ...real, body: fault.alter(real.body) } : real)
    const status = typeof answer === 'string' ? 0 : answer.status
    this.calls.push({ operation: id, method, path: url.pathname, body, status, wrote })
    if (typeof answer === 'string') {
      misbehave(answer, request, response)
      return
    }
    const payload = answer.body === undefined ? '' : JSON.stringify(answer.body)
    response.writeHead(answer.status, { ...this.#limits(), ...answer.headers })
    response.end(payload)
  }

  #operation(method: string, path: string, body: unknown): Operation | null {
    const below = BELOW[this.#kind]
    if (path === below.replace(/v3$/, 'graphql').replace(/^$/, '/graphql')) {
      return { id: `graphql:${fieldsOf(body).join(',')}`, parameters: {} }
    }
    return path.startsWith(`${below}/`) ? findOperation(method, path.slice(below.length)) : null
  }

  #takeFault(operation: string, body: unknown): Fault | null {
    const [kind, fields = ''] = operation.split(':')
    const names = [operation, kind, ...fields.split(',').map((field) => `${kind}:${field}`)]
    const fault = this.faults.find(
      (each) =>
        (each.operation === '*' || names.includes(each.operation)) &&
        (each.times ?? 1) > 0 &&
        (each.matches?.(body) ?? true),
    )
    if (fault === undefined) return null
    fault.times = (fault.times ?? 1) - 1
    return fault
  }

  #answer(
    request: IncomingMessage,
    operation: Operation | null,
    url: URL,
    body: unknown,
  ): { readonly answer: Answer; readonly wrote: readonly string[] } {
    const only = (answer: Answer) => ({ answer, wrote: [] })
    if (request.headers.authorization !== `token ${TOKEN}`) {
      return only({ status: 401, body: { message: 'Bad credentials' } })
    }
    if (this.#kind === 'gitea' && url.pathname.endsWith('/graphql')) return only(NO_PAGE)
    if (operation === null) {
      this.violations.push(`not a known operation: ${request.method} ${url.pathname}`)
      return only(NOT_FOUND)
    }
    if (operation.id.startsWith('graphql:')) {
      const { body: data, done, violations } = runGraphql(body, this)
      this.violations.push(...violations.map((problem) => `GraphQL: ${problem}`))
      return { answer: { status: 200, body: data }, wrote: done }
    }
    const problems = [...acceptProblems(request), ...requestProblems(operation.id, url.searchParams, body)]
    if (problems.length > 0) {
      this.violations.push(...problems.map((problem) => `${operation.id}: ${problem}`))
      return only({ status: 422, body: { message: 'Invalid request', errors: problems } })
    }
    const answer = carryOut(operation, this, url, body === undefined ? {} : object(body))
    if (answer === null) {
      this.violations.push(`the fake cannot do ${operation.id}`)
      return only(NOT_FOUND)
    }
    if (answer.status >= 300) return only(answer)
    if (this.#kind === 'gitea')
      return { answer: asGitea(answer), wrote: request.method === 'GET' ? [] : [operation.id] }
    const own = responseProblems(operation.id, answer.status, answer.body)
    this.violations.push(...own.map((problem) => `answer of ${operation.id}: ${problem}`))
    return { answer, wrote: request.method === 'GET' ? [] : [operation.id] }
  }

  /** The headers of every answer; the workflow's token has a thousand calls in an hour. */
  #limits(): Record<string, string> {
    return {
      'content-type': 'application/json; charset=utf-8',
      'x-ratelimit-limit': '1000',
      'x-ratelimit-remaining': String(Math.max(0, 999 - this.calls.length)),
      'x-ratelimit-reset': '1790000000',
    }
  }
}

function misbehave(
  how: 'close' | 'silence' | 'stall' | 'trickle',
  request: IncomingMessage,
  response: ServerResponse,
): void {
  if (how === 'silence') return
  if (how === 'close') {
    request.socket.destroy()
    return
  }
  response.writeHead(200, { 'content-type': 'application/json' }).flushHeaders()
  if (how === 'stall') return
  const timer = setInterval(() => response.write(' '), 20)
  response.on('close', () => clearInterval(timer))
}

/** The fake answers JSON only: no diffs, no raw content. */
function acceptProblems({ headers: { accept = '' } }: IncomingMessage): string[] {
  return /^application\/(?:vnd\.github(?:\.v3)?\+json|json)$/.test(accept) ? [] : [`not spoken: ${accept}`]
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
