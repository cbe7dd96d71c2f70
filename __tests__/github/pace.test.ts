import { describe, expect, test } from 'vitest'
import { BudgetError, failureOf, SilenceError } from '../../src/github/api/failure.js'
import { API_CALLS, RESERVED_CALLS, RESERVED_MS, RUN_MS } from '../../src/github/api/limits.js'
import { type CallKind, type Clock, Pace } from '../../src/github/api/pace.js'

/** A clock that only moves when somebody waits, or when a test moves it. */
class Hands implements Clock {
  time = 1_000
  readonly waits: number[] = []
  readonly now = () => this.time
  readonly sleep = async (milliseconds: number) => {
    this.waits.push(milliseconds)
    this.time += milliseconds
  }
}

function answered(status: number, headers: Record<string, string> = {}, message = 'no'): Error {
  return Object.assign(new Error(message), { status, response: { headers } })
}

const LOST = new Error('socket hang up')
const LATER = answered(429, { 'retry-after': '5' })

/** Sends one call that fails as given and then succeeds; tells what came of it. */
async function outcome(kind: CallKind, failures: readonly Error[]) {
  const clock = new Hands()
  const pace = new Pace(clock)
  const left = [...failures]
  const call = async () => {
    const failure = left.shift()
    if (failure !== undefined) throw failure
    return 'done'
  }
  const result = await pace.send(kind, call).catch((thrown: unknown) => failureOf(thrown).kind)
  return { result, calls: pace.calls, waits: clock.waits }
}

describe('a server that is silent', () => {
  const patience = { requestMs: 30_000, silenceMs: 55_000, untoldMs: 15_000 }
  const silent = (pace: Pace) => pace.send('read', async () => Promise.reject(new SilenceError(pace.patience)))

  test('is asked for a short time while the judgement waits, and again once it is there', async () => {
    const pace = new Pace(new Hands(), patience)
    pace.judgementWaits = true
    expect(pace.patience).toBe(15_000)
    await expect(silent(pace)).rejects.toThrow(BudgetError)
    expect(pace.calls).toBe(1)
    pace.judgementWaits = false
    expect(pace.patience).toBe(30_000)
    await expect(silent(pace)).rejects.toThrow(BudgetError)
    expect(pace.calls).toBe(3)
    expect(pace.patience).toBe(0)
  })
})

describe('a call that is not answered within a short time', () => {
  const patience = { requestMs: 30_000, silenceMs: 55_000, graceMs: 20 }
  const later = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

  test('is told while it goes on, one that is answered is not', async () => {
    const pace = new Pace(new Hands(), patience)
    let told = false
    pace.slow.then(() => {
      told = true
    })
    await pace.send('read', async () => 'soon')
    await later(60)
    expect(told).toBe(false)
    const call = pace.send('read', async () => later(200))
    await pace.slow
    expect(told).toBe(true)
    await call
  })
})

describe('trying again', () => {
  test.each<[string, CallKind, readonly Error[], { result: string; calls: number }]>([
    ['a reading call goes out three times', 'read', [LOST, LOST], { result: 'done', calls: 3 }],
    ['and no more', 'read', [LOST, LOST, LOST], { result: 'unclear', calls: 3 }],
    ['a repeatable write goes out twice', 'repeatable', [answered(502)], { result: 'done', calls: 2 }],
    ['and no more', 'repeatable', [answered(502), LOST], { result: 'unclear', calls: 2 }],
    [
      'a creating call goes out once when the answer is unclear',
      'once',
      [answered(502)],
      { result: 'unclear', calls: 1 },
    ],
    ['and again when GitHub took nothing yet', 'once', [LATER, LATER], { result: 'done', calls: 3 }],
    ['a refused call stays refused', 'read', [answered(403)], { result: 'permission', calls: 1 }],
    [
      'so does a wait of an hour',
      'once',
      [answered(429, { 'retry-after': '3600' })],
      { result: 'rate-limit', calls: 1 },
    ],
  ])('%s', async (_name, kind, failures, expected) => {
    expect(await outcome(kind, failures)).toMatchObject(expected)
  })

  test('retry-after is waited out; without it, a minute', async () => {
    expect((await outcome('once', [LATER])).waits).toEqual([5_000])
    const secondary = answered(403, {}, 'You have exceeded a secondary rate limit')
    expect((await outcome('once', [secondary])).waits).toEqual([60_000])
  })
})

describe('the budget of a run', () => {
  const nothing = async () => undefined

  async function spendAll(pace: Pace): Promise<void> {
    for (let i = pace.calls; i < API_CALLS - RESERVED_CALLS; i++) await pace.send('read', nothing)
  }

  test('ends before the last calls, which are kept for the summary', async () => {
    const pace = new Pace(new Hands())
    await spendAll(pace)
    await expect(pace.send('read', nothing)).rejects.toThrow(BudgetError)
    pace.openReserve()
    for (let i = 0; i < RESERVED_CALLS; i++) await pace.send('once', nothing)
    await expect(pace.send('once', nothing)).rejects.toThrow(BudgetError)
    expect(pace.calls).toBe(API_CALLS)
  })

  test('counts a repeated call each time', async () => {
    expect((await outcome('read', [LOST])).calls).toBe(2)
  })

  test('ends with the time, less what is kept for the summary', async () => {
    const clock = new Hands()
    const pace = new Pace(clock)
    clock.time += RUN_MS - RESERVED_MS
    await expect(pace.send('read', nothing)).rejects.toThrow('its time')
    pace.openReserve()
    await pace.send('once', nothing)
    clock.time += RESERVED_MS
    await expect(pace.send('once', nothing)).rejects.toThrow(BudgetError)
  })

  test('no wait goes over the end', async () => {
    const clock = new Hands()
    const pace = new Pace(clock)
    clock.time += RUN_MS - RESERVED_MS - 4_000
    const refused = pace.send('once', async () => {
      throw LATER
    })
    await expect(refused).rejects.toBe(LATER)
    expect(clock.waits).toEqual([])
  })

  test('is told as a failure of its own', () => {
    expect(failureOf(new BudgetError('this run has made its 400 calls'))).toEqual({
      kind: 'budget',
      status: null,
      message: 'this run has made its 400 calls',
    })
  })
})

describe('failures of GraphQL', () => {
  test.each<[string, readonly unknown[], string]>([
    ['a missing right', [{ type: 'FORBIDDEN', message: 'Resource not accessible by integration' }], 'permission'],
    ['a thing that is gone', [{ type: 'NOT_FOUND' }], 'permission'],
    ['a missing right for one of several things', [{ type: 'NOT_FOUND' }, { type: 'FORBIDDEN' }], 'permission'],
    ['a limit', [{ type: 'RATE_LIMITED' }], 'rate-limit'],
    ['a breakdown, which has no type', [{ message: 'Something went wrong while executing your query.' }], 'unclear'],
    ['a refusal', [{ type: 'UNPROCESSABLE' }], 'invalid'],
  ])('%s', (_name, errors, kind) => {
    expect(failureOf(Object.assign(new Error('GraphQL'), { errors })).kind).toBe(kind)
  })
})
