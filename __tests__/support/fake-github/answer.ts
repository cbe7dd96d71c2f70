/** An HTTP answer, before it is written. */
export interface Answer {
  readonly status: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export const NOT_ACCESSIBLE: Answer = { status: 403, body: { message: 'Resource not accessible by integration' } }
export const NOT_FOUND: Answer = { status: 404, body: { message: 'Not Found' } }
export const LOCKED: Answer = { status: 403, body: { message: 'Unable to create comment because issue is locked.' } }

export function ok(body: unknown): Answer {
  return { status: 200, body }
}

/** GitHub's refusal of a request that makes no sense; some operations give texts as `errors`, others objects. */
export function unprocessable(errors: readonly unknown[]): Answer {
  return { status: 422, body: { message: 'Unprocessable Entity', errors } }
}

/** One page of a list, with GitHub's limit and its Link header. */
export function page(all: readonly unknown[], url: URL): Answer {
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
