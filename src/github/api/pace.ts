import { BudgetError, failureOf, retryAfter, silenceOf } from './failure.js'
import {
  API_CALLS,
  GRACE_MS,
  LONGEST_WAIT_MS,
  READ_RETRY_PAUSE_MS,
  READ_TRIES,
  REQUEST_TIMEOUT_MS,
  RESERVED_CALLS,
  RESERVED_MS,
  RUN_MS,
  SECONDARY_WAIT_MS,
  SILENCE_MS,
  TOTAL_WAIT_MS,
  UNTOLD_SILENCE_MS,
  WRITE_PAUSE_MS,
  WRITE_TRIES,
} from './limits.js'

export interface Clock {
  /** Milliseconds since the epoch. */
  readonly now: () => number
  readonly sleep: (milliseconds: number) => Promise<void>
}

/** How long GitHub may be silent, in milliseconds. */
export interface Patience {
  /** For one request. */
  readonly requestMs: number
  /** For all requests of a run that get no answer. */
  readonly silenceMs: number
  /** Of that, while the judgement waits for the answers; all of it unless another number is given. */
  readonly untoldMs?: number
  /** For one call, its waits and repetitions included, before something else is done meanwhile. */
  readonly graceMs?: number
}

const USUAL_PATIENCE: Patience = { requestMs: REQUEST_TIMEOUT_MS, silenceMs: SILENCE_MS, untoldMs: UNTOLD_SILENCE_MS }

const SYSTEM_CLOCK: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
}

/**
 * What sending a call twice does: nothing (`read`), the same as once (`repeatable`: an edit, a deletion, a thread
 * resolved), or a second comment (`once`).
 */
export type CallKind = 'read' | 'repeatable' | 'once'

const TRIES: Readonly<Record<CallKind, number>> = { read: READ_TRIES, repeatable: WRITE_TRIES, once: 1 }

/**
 * When calls go out, and how many. Writes are a second apart. A call is tried again when GitHub refused it for being
 * too early, for then nothing was done; after an unclear answer only when doing it twice is harmless. One run gets a
 * number of calls and a time, of which a part is kept for its last words. A server that does not answer is asked no more:
 * whoever waits for the run should not wait for that.
 */
export class Pace {
  readonly #clock: Clock
  readonly #patience: Patience
  readonly #start: number
  #calls = 0
  #waited = 0
  #silence = 0
  #lastWrite: number | null = null
  #reserved = true
  #tellSlow: () => void = () => undefined
  /** Whether the judgement waits for the answers. */
  judgementWaits = false
  /** Comes when a call lets somebody wait for longer than a short time, whatever for. */
  readonly slow = new Promise<void>((resolve) => {
    this.#tellSlow = resolve
  })

  constructor(clock: Clock = SYSTEM_CLOCK, patience: Patience = USUAL_PATIENCE) {
    this.#clock = clock
    this.#patience = patience
    this.#start = clock.now()
  }

  /** Calls sent so far, repeated ones included. */
  get calls(): number {
    return this.#calls
  }

  /** How long the request that goes out now may take, in milliseconds. */
  get patience(): number {
    return Math.max(0, Math.min(this.#patience.requestMs, this.#silenceLeft(), this.#remaining()))
  }

  /** Lets the calls that follow use what was kept back. */
  openReserve(): void {
    this.#reserved = false
  }

  /**
   * Sends a call, again where that is allowed and sensible.
   *
   * @throws {BudgetError} instead of sending more than a run may; else whatever the last try threw.
   */
  async send<T>(kind: CallKind, call: () => Promise<T>): Promise<T> {
    const timer = setTimeout(this.#tellSlow, this.#patience.graceMs ?? GRACE_MS)
    try {
      return await this.#send(kind, call)
    } finally {
      clearTimeout(timer)
    }
  }

  async #send<T>(kind: CallKind, call: () => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      this.#spend()
      try {
        return await call()
      } catch (thrown) {
        this.#silence += silenceOf(thrown)
        const wait = this.#waitFor(thrown, kind, tries)
        if (wait === null || this.#waited + wait > TOTAL_WAIT_MS || wait >= this.#remaining()) throw thrown
        this.#waited += wait
        await this.#clock.sleep(wait)
      }
    }
  }

  /** Keeps a second between writes, measured from the end of the previous pause. */
  async beforeWrite(): Promise<void> {
    const now = this.#clock.now()
    if (this.#lastWrite !== null) await this.#clock.sleep(Math.max(0, this.#lastWrite + WRITE_PAUSE_MS - now))
    this.#lastWrite = this.#clock.now()
  }

  /** Counts one call. */
  #spend(): void {
    if (this.#calls >= API_CALLS - (this.#reserved ? RESERVED_CALLS : 0)) {
      throw new BudgetError(`this run has made its ${this.#calls} calls`)
    }
    if (this.#remaining() <= 0) throw new BudgetError('this run has used up its time')
    if (this.#silenceLeft() <= 0) throw new BudgetError('GitHub does not answer')
    this.#calls++
  }

  #silenceLeft(): number {
    const { silenceMs, untoldMs = silenceMs } = this.#patience
    return (this.judgementWaits ? untoldMs : silenceMs) - this.#silence
  }

  #remaining(): number {
    return this.#start + RUN_MS - (this.#reserved ? RESERVED_MS : 0) - this.#clock.now()
  }

  /** How long to wait before the same call may go out again; null when it must not. */
  #waitFor(thrown: unknown, kind: CallKind, tries: number): number | null {
    const failure = failureOf(thrown)
    if (failure.kind === 'rate-limit') {
      const asked = retryAfter(thrown, this.#clock.now()) ?? SECONDARY_WAIT_MS
      return tries < READ_TRIES && asked <= LONGEST_WAIT_MS ? asked : null
    }
    return failure.kind === 'unclear' && tries < TRIES[kind] ? READ_RETRY_PAUSE_MS * 2 ** (tries - 1) : null
  }
}
