import { AnswerError, SilenceError } from './failure.js'
import { ANSWER_BYTES, ANSWER_DEPTH, ANSWER_PARTS, REDIRECTS } from './limits.js'

/** What this project asks of `fetch`. */
export type Fetch = (url: string, request: RawRequest) => Promise<RawAnswer>

interface RawRequest {
  readonly method: string
  readonly [option: string]: unknown
}

interface RawAnswer {
  readonly status: number
  readonly statusText: string
  readonly headers: AnswerHeaders
  readonly body: { getReader(): ChunkReader; cancel(): Promise<void> } | null
}

interface ChunkReader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>
}

interface AnswerHeaders extends Iterable<readonly [string, string]> {
  get(name: string): string | null
}

/** An answer that has arrived as a whole, in the form in which the client's library reads it. */
export interface Answer {
  readonly url: string
  readonly status: number
  readonly statusText: string
  readonly headers: AnswerHeaders
  readonly text: () => Promise<string>
  readonly arrayBuffer: () => Promise<ArrayBuffer>
}

export interface TransportOptions {
  /** `GITHUB_API_URL`: no other host is asked for anything. */
  readonly apiUrl: string
  /** How long the request that goes out now may take, its answer included; in milliseconds. */
  readonly patience: () => number
  /** Largest answer in bytes, after decompression. */
  readonly answerBytes?: number
}

/**
 * A `fetch` whose every request ends: in time, with the whole answer, within bounds of size and depth, on the host of the
 * API. The library's own options do not do that: the hook of `@octokit/auth-token` passes on the request as it was before
 * other hooks, so that a signal set there never arrives, and `fetch` follows redirects wherever they lead.
 *
 * Throws `SilenceError` when time is up, `AnswerError` for an answer that GitHub's API does not give.
 */
export function boundedFetch(fetch: Fetch, { apiUrl, patience, answerBytes = ANSWER_BYTES }: TransportOptions) {
  const { origin } = new URL(apiUrl)
  return async (url: string, request: RawRequest): Promise<Answer> => {
    const milliseconds = patience()
    const controller = new AbortController()
    // An answer that arrived while the checkout was judged is read before the time counts as up.
    const end = () => setImmediate(() => controller.abort(new SilenceError(milliseconds)))
    const timer = setTimeout(end, milliseconds)
    try {
      const answer = await followed(fetch, url, { ...request, redirect: 'manual', signal: controller.signal }, origin)
      return await whole(url, answer, answerBytes)
    } catch (thrown) {
      if (controller.signal.aborted) throw controller.signal.reason
      // What was not read to its end need not arrive.
      controller.abort()
      throw thrown
    } finally {
      clearTimeout(timer)
    }
  }
}

/** Follows redirects on the same host, as GitHub gives them for repositories that were renamed or moved. */
async function followed(fetch: Fetch, first: string, request: RawRequest, origin: string): Promise<RawAnswer> {
  let url = new URL(first)
  for (let hops = 0; hops <= REDIRECTS; hops++) {
    if (url.origin !== origin) throw new AnswerError(`an answer leads to another host, ${url.host}`)
    const answer = await fetch(url.href, request)
    const location = answer.headers.get('location')
    if (answer.status < 300 || answer.status > 399 || answer.status === 304 || location === null) return answer
    // After 301 and 302 a writing request would be repeated as a reading one (Fetch Standard, "HTTP-redirect fetch").
    const keepsMethod = answer.status === 307 || answer.status === 308
    if (request.method !== 'GET' && !keepsMethod) throw new AnswerError('a writing request was redirected')
    if (!URL.canParse(location, url.href)) throw new AnswerError('a redirect leads nowhere')
    await answer.body?.cancel()
    url = new URL(location, url)
  }
  throw new AnswerError(`more than ${REDIRECTS} redirects`)
}

/** Reads an answer to its end, as far as it is one of the API. */
async function whole(url: string, answer: RawAnswer, most: number): Promise<Answer> {
  const { status, statusText, headers } = answer
  const bytes = await readBody(answer, most)
  const failed = status >= 400
  const isJson = /^application\/(?:[\w.-]+\+)?json\b/i.test(headers.get('content-type') ?? '')
  if (isJson) checkJson(bytes)
  else if (!failed && bytes.length > 0) throw new AnswerError('the answer is not JSON')
  // The page of a proxy is no reason that anybody wants to read.
  const text = isJson || !failed ? new TextDecoder().decode(bytes) : statusText || 'no reason given'
  return {
    url,
    status,
    statusText,
    headers,
    text: async () => text,
    arrayBuffer: async () => Uint8Array.from(bytes).buffer,
  }
}

async function readBody({ body }: RawAnswer, most: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = body?.getReader()
  for (let part = await reader?.read(); part !== undefined && !part.done; part = await reader?.read()) {
    if (part.value === undefined) continue
    size += part.value.length
    if (size > most) throw new AnswerError(`the answer has more than ${most} bytes`)
    chunks.push(part.value)
  }
  return Buffer.concat(chunks)
}

const QUOTE = 0x22
const BACKSLASH = 0x5c
const OPENING: ReadonlySet<number> = new Set([0x5b, 0x7b])
const CLOSING: ReadonlySet<number> = new Set([0x5d, 0x7d])
const COMMA = 0x2c

/** Refuses JSON that is nested deeper, or has more values, than any answer of the API: parsing it takes much memory. */
function checkJson(bytes: Uint8Array): void {
  let depth = 0
  let parts = 0
  let inText = false
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (inText) {
      if (byte === BACKSLASH) at++
      else if (byte === QUOTE) inText = false
    } else if (byte === QUOTE) inText = true
    else if (byte === COMMA) parts++
    else if (OPENING.has(byte)) {
      parts++
      depth++
    } else if (CLOSING.has(byte)) depth--
    if (depth > ANSWER_DEPTH) throw new AnswerError(`the answer is nested more than ${ANSWER_DEPTH} levels deep`)
    if (parts > ANSWER_PARTS) throw new AnswerError(`the answer has more than ${ANSWER_PARTS} values`)
  }
}
