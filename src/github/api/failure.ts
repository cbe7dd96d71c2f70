import { toError } from '../../model/errors.js'
import { member } from '../../tree/value.js'

/** Why a call failed, as far as it decides what to do next. */
export interface Failure {
  readonly kind:
    | 'credentials' // the token is none that GitHub knows
    | 'permission' // the token may not do this, or GitHub hides the resource from it
    | 'locked' // the conversation is locked
    | 'rate-limit' // refused for now, nothing was done
    | 'pending-review' // somebody's draft review is in the way
    | 'invalid' // refused as it is, nothing was done
    | 'unclear' // a server error or a broken connection: it may have been done
    | 'unusable' // the answer is none of GitHub's API, or leads elsewhere: it may have been done
    | 'budget' // not sent: this run has used up its calls or its time
  readonly status: number | null
  /** GitHub's own words; untrusted. */
  readonly message: string
}

/** A call that was not sent, since a run makes a limited number of calls in a limited time. */
export class BudgetError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'BudgetError'
  }
}

/** A request that was given up, since its answer did not arrive, or not all of it. */
export class SilenceError extends Error {
  /** How long it was waited for, in milliseconds. */
  readonly waited: number

  constructor(waited: number) {
    super(`no answer within ${Math.round(waited / 1_000)} seconds`)
    this.name = 'SilenceError'
    this.waited = waited
  }
}

/** An answer that GitHub's API does not give: of another shape or size, or one that leads to another host. */
export class AnswerError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'AnswerError'
  }
}

/** How long a request was waited for in vain, in milliseconds; 0 for any other error. */
export function silenceOf(thrown: unknown): number {
  const silence = [thrown, member(thrown, 'cause')].find((each) => each instanceof SilenceError)
  return silence?.waited ?? 0
}

/** True when the call may have been carried out although it failed: look before it is sent once more. */
export function mayBeDone({ kind }: Failure): boolean {
  return kind === 'unclear' || kind === 'unusable'
}

/**
 * Reads a thrown error of the client. Texts are matched by pattern: GitHub joins several into one string and rewords
 * them over time. A failure without a response (connection, time-out) carries no status.
 */
export function failureOf(thrown: unknown): Failure {
  const error = toError(thrown)
  if (error instanceof BudgetError) return { kind: 'budget', status: null, message: error.message }
  // What our own `fetch` throws arrives as the cause of an error of the library.
  if (error instanceof AnswerError || member(error, 'cause') instanceof AnswerError) {
    return { kind: 'unusable', status: null, message: error.message }
  }
  const errors = member(error, 'errors')
  if (Array.isArray(errors)) return graphqlFailure(errors)
  const response = member(error, 'response')
  const code = response === undefined ? null : member(error, 'status')
  const status = typeof code === 'number' ? code : null
  const message = error.message
  return { kind: kindOf(status, message, retryAfter(thrown) !== null), status, message }
}

/** GraphQL answers 200 with a list of errors; their `type` tells what the status would. */
function graphqlFailure(errors: readonly unknown[]): Failure {
  const reasons = new Set(errors.map((each) => String(member(each, 'message') ?? 'no reason given')))
  const message = [...reasons].join('; ')
  const types = errors.map((each) => String(member(each, 'type') ?? ''))
  if (types.includes('RATE_LIMITED')) return { kind: 'rate-limit', status: 200, message }
  if (types.some((type) => type === 'FORBIDDEN' || type === 'INSUFFICIENT_SCOPES')) {
    return { kind: 'permission', status: 403, message }
  }
  if (types.every((type) => type === 'NOT_FOUND')) return { kind: 'permission', status: 404, message }
  return { kind: types.every((type) => type === '') ? 'unclear' : 'invalid', status: 200, message }
}

function kindOf(status: number | null, message: string, asksToWait: boolean): Failure['kind'] {
  if (status === null || status >= 500) return 'unclear'
  if (status === 429) return 'rate-limit'
  if (status === 403) {
    if (/is locked/i.test(message)) return 'locked'
    return asksToWait || /rate limit|abuse|too quickly/i.test(message) ? 'rate-limit' : 'permission'
  }
  if (status === 401) return 'credentials'
  if (status === 404) return 'permission'
  if (status === 422 && /pending review/i.test(message)) return 'pending-review'
  if (status === 422 && /too quickly/i.test(message)) return 'rate-limit'
  return 'invalid'
}

/** How long GitHub asks to wait, in milliseconds; null when it does not say. `now` in milliseconds since the epoch. */
export function retryAfter(thrown: unknown, now = 0): number | null {
  const headers = member(member(thrown, 'response'), 'headers')
  const seconds = Number(member(headers, 'retry-after') ?? Number.NaN)
  if (Number.isFinite(seconds)) return seconds * 1_000
  if (String(member(headers, 'x-ratelimit-remaining')) !== '0') return null
  const reset = Number(member(headers, 'x-ratelimit-reset') ?? Number.NaN)
  return Number.isFinite(reset) ? Math.max(0, reset * 1_000 - now) : null
}
