import { isVendorRoleName } from '../clumio/roles.js'
import type { NamedRole } from '../config/role.js'
import type { Feature } from '../model/options.js'
import type { Caller, RequestEvent } from './event.js'
import { featureOf, headersOf, isPrivate, OF_COPIES } from './operations.js'

/** What some requests say of one condition key. */
export interface Tally {
  /** Requests that could tell it. */
  readonly asked: number
  /** Those that had it. */
  readonly there: number
  /** Null where one of them may not be shown, is no plain text, or there are too many. */
  readonly values: readonly string[] | null
}

export interface HeaderTally extends Tally {
  readonly key: string
  /** The operations that had it in every request, in some, and in none. */
  readonly operations: Readonly<Record<'all' | 'some' | 'none', readonly string[]>>
  readonly ofCopies: boolean
}

export interface RoleSeen extends Omit<Caller, 'session'> {
  /** Requests by session name. */
  readonly sessions: ReadonlyMap<string, number>
}

/** What the requests of the role prove that succeeded. */
export interface Evidence {
  /** Requests of the role to S3 that succeeded, each once. */
  readonly requests: number
  /** Those that S3 or a policy refused. */
  readonly failed: number
  /** All events, of whomever. */
  readonly events: number
  readonly roles: readonly RoleSeen[]
  readonly features: ReadonlyMap<Feature, number>
  readonly endpoints: Tally
  /** Keys that every event may tell: `s3:TlsVersion` and the like. */
  readonly told: readonly (Tally & { readonly key: string })[]
  readonly viaService: number
  readonly headers: readonly HeaderTally[]
}

/** More different values than this are no list that a person would keep up to date. */
const MAX_VALUES = 20
/** What a value of an entry may be: no blank, no invisible character, nothing that looks like a placeholder. */
const PLAIN = /^[\w:/.,=+@-]{1,2048}$/

class Count {
  asked = 0
  there = 0
  readonly #values = new Set<string>()
  #isOpen = true

  /** @param value null for one that may not be shown; undefined where the key is not there */
  add(value: string | null | undefined): void {
    this.asked++
    if (value === undefined) return
    this.there++
    if (value === null || !PLAIN.test(value) || this.#values.size > MAX_VALUES) this.#isOpen = false
    else this.#values.add(value)
  }

  get values(): readonly string[] | null {
    return this.#isOpen && this.#values.size <= MAX_VALUES ? [...this.#values].sort() : null
  }

  tally(): Tally {
    const { asked, there, values } = this
    return { asked, there, values }
  }
}

/** Values of keys that CloudTrail writes in words of its own. */
const TOLD: readonly (readonly [string, (event: RequestEvent) => string | undefined])[] = [
  ['s3:TlsVersion', ({ tls }) => /^TLSv(1(?:\.[0-9])?)$/.exec(tls ?? '')?.[1]],
  ['s3:signatureversion', ({ signature }) => wordIn({ SigV4: 'AWS4-HMAC-SHA256', SigV2: 'AWS' }, signature)],
  [
    's3:authType',
    ({ authentication }) => wordIn({ AuthHeader: 'REST-HEADER', QueryString: 'REST-QUERY-STRING' }, authentication),
  ],
  ['s3:x-amz-content-sha256', ({ headers }) => headers.get('x-amz-content-sha256') ?? undefined],
]

function wordIn(words: Readonly<Record<string, string>>, word: string | null): string | undefined {
  return word !== null && Object.hasOwn(words, word) ? words[word] : undefined
}

/** Gathers what events prove; memory grows with what differs among them, and with their ids. */
export class Gathering {
  readonly #isWanted: (caller: Caller) => boolean
  readonly #ids = new Set<string>()
  readonly #roles = new Map<string, RoleSeen & { readonly sessions: Map<string, number> }>()
  readonly #features = new Map<Feature, number>()
  readonly #endpoints = new Count()
  readonly #told = TOLD.map(([key, read]) => ({ key, read, count: new Count() }))
  /** By header, over the requests that can carry it; and by operation. */
  readonly #headers = new Map<string, { readonly all: Count; readonly by: Map<string, Count> }>()
  #events = 0
  #requests = 0
  #failed = 0
  #viaService = 0

  /** @param roles those of the configuration; without one, roles named in the vendor's way count */
  constructor(roles: readonly NamedRole[], account: string | null) {
    this.#isWanted = (caller) =>
      roles.length === 0
        ? isVendorRoleName(caller.role) && (account ?? caller.account) === caller.account
        : roles.some((role) => isRole(role, caller))
  }

  add(event: RequestEvent): void {
    if (event.id !== null && this.#ids.has(event.id)) return
    if (event.id !== null) this.#ids.add(event.id)
    this.#events++
    if (!event.s3 || event.caller === null || !this.#isWanted(event.caller)) return
    if (!event.succeeded) {
      this.#failed++
      return
    }
    this.#requests++
    this.#session(event.caller)
    const feature = featureOf(event.operation)
    if (feature !== null) this.#features.set(feature, (this.#features.get(feature) ?? 0) + 1)
    this.#endpoints.add(event.endpoint ?? undefined)
    for (const { read, count } of this.#told) count.add(read(event))
    if (event.viaService) this.#viaService++
    this.#countHeaders(event)
  }

  #session({ session, ...role }: Caller): void {
    const key = `${role.partition}:${role.account}:${role.role}`
    const seen = this.#roles.get(key) ?? { ...role, sessions: new Map<string, number>() }
    // A row without the issuer says less than others of the same role, of which an account has one.
    this.#roles.set(key, { ...seen, path: seen.path ?? role.path })
    seen.sessions.set(session, (seen.sessions.get(session) ?? 0) + 1)
  }

  #countHeaders({ operation, headers }: RequestEvent): void {
    for (const header of headersOf(operation)) {
      const value = isPrivate(header) && headers.has(header) ? null : headers.get(header)
      const seen = this.#headers.get(header) ?? { all: new Count(), by: new Map<string, Count>() }
      this.#headers.set(header, seen)
      const own = seen.by.get(operation) ?? new Count()
      seen.by.set(operation, own)
      seen.all.add(value)
      own.add(value)
    }
  }

  /** What all of it proves. */
  evidence(): Evidence {
    return {
      events: this.#events,
      requests: this.#requests,
      failed: this.#failed,
      roles: [...this.#roles.values()],
      features: this.#features,
      endpoints: this.#endpoints.tally(),
      told: this.#told.map(({ key, count }) => ({ key, ...count.tally() })),
      viaService: this.#viaService,
      headers: [...this.#headers].map(([header, { all, by }]) => headerTally(header, all, by)),
    }
  }
}

function headerTally(header: string, all: Count, by: ReadonlyMap<string, Count>): HeaderTally {
  const having = (is: (count: Count) => boolean) => [...by].filter(([, count]) => is(count)).map(([name]) => name)
  const operations = {
    all: having(({ asked, there }) => there === asked),
    some: having(({ asked, there }) => there > 0 && there < asked),
    none: having(({ there }) => there === 0),
  }
  return { key: keyOf(header), ...all.tally(), operations, ofCopies: OF_COPIES.has(header) }
}

/** `x-amz-acl` → `s3:x-amz-acl`; Object Lock's keys have names of their own. */
function keyOf(header: string): string {
  return `s3:${header.replace(/^x-amz-(?=object-lock-)/, '')}`
}

/** An account has one role of a name, so what is not stated, or not told, needs no comparing. */
function isRole(role: NamedRole, caller: Caller): boolean {
  const agree = (stated: string | null, told: string | null) => stated === null || told === null || stated === told
  return (
    role.name === caller.role &&
    agree(role.account, caller.account) &&
    agree(role.partition, caller.partition) &&
    agree(role.path, caller.path)
  )
}
