import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createReview } from './create-review.js'
import { Repository } from './repository.js'
import {
  blobBody,
  commentBody,
  comparisonBody,
  contentBody,
  fileBody,
  postBody,
  pullBody,
  reviewBody,
} from './responses.js'
import { findOperation, type Json, object, type Operation, requestProblems, responseProblems } from './spec.js'
import { Pull, type Rights, type User, WORKFLOW_BOT } from './state.js'

export const REPOSITORY = 'acme/policies'
export const TOKEN = 'ghs_fakeTokenOfTheWorkflow0123456789'

export interface Answer {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

/** Something that goes wrong, as often as `times` says. */
export interface Fault {
  readonly operation: string
  readonly answer: Answer | 'close'
  /** `after`: the call is carried out, and only its answer is lost. */
  readonly when?: 'before' | 'after'
  times?: number
}

export interface RecordedCall {
  readonly operation: string
  readonly method: string
  readonly path: string
  readonly body: unknown
  readonly status: number
}

const NOT_ACCESSIBLE: Answer = { status: 403, body: { message: 'Resource not accessible by integration' } }
const NOT_FOUND: Answer = { status: 404, body: { message: 'Not Found' } }

/**
 * A stateful stand-in for GitHub on a real Git repository. Every request and every answer is validated against
 * GitHub's own description; a request that does not fit is answered 422 and kept in `violations`, which tests assert
 * to be empty.
 */
export class FakeGitHub {
  readonly repository = new Repository()
  readonly calls: RecordedCall[] = []
  readonly violations: string[] = []
  readonly faults: Fault[] = []
  rights: Rights = { contents: 'read', pullRequests: 'write' }
  user: User = WORKFLOW_BOT
  /** Called before each request is handled: a push while the action runs, for instance. */
  onRequest: (operation: string) => void = () => undefined
  readonly pulls: Pull[] = []
  readonly #server: Server

  private constructor(server: Server) {
    this.#server = server
    server.on('request', (request, response) => {
      this.#serve(request, response).catch((error: unknown) => {
        this.violations.push(`the fake failed: ${String(error)}`)
        response.writeHead(500).end()
      })
    })
  }

  static async start(): Promise<FakeGitHub> {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    return new FakeGitHub(server)
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`
  }

  openPull(base: string, head: string): Pull {
    const pull = new Pull(this.repository, this.pulls.length + 1, base, head)
    this.pulls.push(pull)
    return pull
  }

  /** The writing calls so far, by operation. */
  writes(): readonly string[] {
    return this.calls
      .filter(({ operation, method, status }) => method !== 'GET' && operation !== 'graphql' && status < 300)
      .map(({ operation }) => operation)
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
    const operation =
      url.pathname === '/graphql' ? { id: 'graphql', parameters: {} } : findOperation(method, url.pathname)
    const id = operation?.id ?? `${method} ${url.pathname}`
    this.onRequest(id)
    const fault = this.#takeFault(id)
    const real = fault !== null && fault.when !== 'after' ? null : this.#answer(request, operation, url, body)
    const answer = fault?.answer ?? real ?? NOT_FOUND
    this.calls.push({ operation: id, method, path: url.pathname, body, status: answer === 'close' ? 0 : answer.status })
    if (answer === 'close') {
      request.socket.destroy()
      return
    }
    const payload = answer.body === undefined ? '' : JSON.stringify(answer.body)
    response.writeHead(answer.status, { 'content-type': 'application/json; charset=utf-8', ...answer.headers })
    response.end(payload)
  }

  #takeFault(operation: string): Fault | null {
    const fault = this.faults.find((each) => each.operation === operation && (each.times ?? 1) > 0)
    if (fault === undefined) return null
    fault.times = (fault.times ?? 1) - 1
    return fault
  }

  #answer(request: IncomingMessage, operation: Operation | null, url: URL, body: unknown): Answer {
    if (request.headers.authorization !== `token ${TOKEN}`) return { status: 401, body: { message: 'Bad credentials' } }
    if (operation === null) {
      this.violations.push(`not a known operation: ${request.method} ${url.pathname}`)
      return NOT_FOUND
    }
    if (operation.id === 'graphql') return this.#graphql(body)
    const problems = requestProblems(operation.id, url.searchParams, body)
    if (problems.length > 0) {
      this.violations.push(...problems.map((problem) => `${operation.id}: ${problem}`))
      return { status: 422, body: { message: 'Invalid request', errors: problems } }
    }
    const answer = this.#handle(operation, url, body === undefined ? {} : object(body))
    if (answer.status < 300) {
      const own = responseProblems(operation.id, answer.status, answer.body)
      this.violations.push(...own.map((problem) => `answer of ${operation.id}: ${problem}`))
    }
    return answer
  }

  #graphql(body: unknown): Answer {
    const query = String(object(body).query).replace(/\s+/g, ' ').trim()
    if (query !== 'query { viewer { login } }') {
      this.violations.push(`unknown GraphQL query: ${query}`)
      return { status: 200, body: { errors: [{ message: 'unknown query' }] } }
    }
    return { status: 200, body: { data: { viewer: { login: this.user.login } } } }
  }

  #handle(operation: Operation, url: URL, body: Json): Answer {
    const { parameters } = operation
    if (`${parameters.owner}/${parameters.repo}` !== REPOSITORY) return NOT_FOUND
    const area = /^(pulls|issues)\//.test(operation.id) ? this.rights.pullRequests : this.rights.contents
    const writing = /\/(create|update|delete)/.test(operation.id)
    if (area === 'none' || (writing && area !== 'write')) return NOT_ACCESSIBLE
    const number = Number(parameters.pull_number ?? parameters.issue_number ?? Number.NaN)
    if (!Number.isNaN(number)) {
      const pull = this.pulls.find((each) => each.number === number)
      return pull === undefined ? NOT_FOUND : this.#handlePull(operation.id, pull, url, body)
    }
    if (parameters.comment_id !== undefined)
      return this.#handleComment(operation.id, Number(parameters.comment_id), body)
    return this.#handleContents(operation, url)
  }

  #handlePull(id: string, pull: Pull, url: URL, body: Json): Answer {
    switch (id) {
      case 'pulls/get':
        return { status: 200, body: pullBody(pull, REPOSITORY) }
      case 'pulls/list-files':
        return page(this.repository.diff(pull.baseSha, pull.headSha).slice(0, 3_000).map(fileBody), url)
      case 'pulls/list-reviews':
        return page(
          pull.reviews.map((review) => reviewBody(review, pull, REPOSITORY)),
          url,
        )
      case 'pulls/list-review-comments':
        return page(
          pull.comments.map((comment) => commentBody(comment, pull)),
          url,
        )
      case 'issues/list-comments':
        return page(
          pull.conversation.map((post) => postBody(post, pull, REPOSITORY)),
          url,
        )
      case 'pulls/create-review':
        return this.#createReview(pull, body)
      case 'issues/create-comment': {
        if (pull.locked) return { status: 403, body: { message: 'Unable to create comment because issue is locked.' } }
        const post = { id: pull.nextId(), user: this.user, body: String(body.body) }
        pull.conversation.push(post)
        return { status: 201, body: postBody(post, pull, REPOSITORY) }
      }
      default:
        return NOT_FOUND
    }
  }

  #createReview(pull: Pull, body: Json): Answer {
    const result = createReview(pull, this.repository, this.user, body)
    if (!result.ok) return { status: result.status, body: { message: result.message, errors: result.errors } }
    const review = pull.reviews.find(({ id }) => id === result.review)
    return review === undefined ? NOT_FOUND : { status: 200, body: reviewBody(review, pull, REPOSITORY) }
  }

  #handleComment(id: string, comment: number, body: Json): Answer {
    for (const pull of this.pulls) {
      const post = pull.conversation.find((each) => each.id === comment)
      const inline = pull.comments.find((each) => each.id === comment)
      if (id === 'issues/update-comment' && post !== undefined) {
        post.body = String(body.body)
        return { status: 200, body: postBody(post, pull, REPOSITORY) }
      }
      if (id === 'pulls/update-review-comment' && inline !== undefined) {
        inline.body = String(body.body)
        return { status: 200, body: commentBody(inline, pull) }
      }
      if (id === 'pulls/delete-review-comment' && inline !== undefined) {
        pull.comments = pull.comments.filter((each) => each !== inline)
        return { status: 204 }
      }
    }
    return NOT_FOUND
  }

  #handleContents({ id, parameters }: Operation, url: URL): Answer {
    switch (id) {
      case 'repos/get-content': {
        const ref = url.searchParams.get('ref') ?? 'main'
        const path = parameters.path ?? ''
        const bytes = this.repository.file(ref, path)
        const sha = this.repository.blobId(ref, path)
        return bytes === null || sha === null ? NOT_FOUND : { status: 200, body: contentBody(path, sha, bytes) }
      }
      case 'git/get-blob': {
        const sha = parameters.file_sha ?? ''
        const bytes = this.repository.blob(sha)
        return bytes === null ? NOT_FOUND : { status: 200, body: blobBody(sha, bytes) }
      }
      case 'repos/compare-commits-with-basehead': {
        const [base = '', head = ''] = (parameters.basehead ?? '').split('...')
        return { status: 200, body: comparisonBody(this.repository.diff(base, head)) }
      }
      default:
        return NOT_FOUND
    }
  }
}

/** One page of a list, with GitHub's limit and its Link header. */
function page(all: readonly Json[], url: URL): Answer {
  const size = Math.min(100, Number(url.searchParams.get('per_page') ?? 30))
  const number = Number(url.searchParams.get('page') ?? 1)
  const last = Math.max(1, Math.ceil(all.length / size))
  const link = (to: number, rel: string) => {
    const target = new URL(url)
    target.searchParams.set('page', String(to))
    return `<${target.href}>; rel="${rel}"`
  }
  const links = number < last ? [link(number + 1, 'next'), link(last, 'last')] : []
  const headers: Record<string, string> = links.length === 0 ? {} : { link: links.join(', ') }
  return { status: 200, body: all.slice((number - 1) * size, number * size), headers }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
