/**
 * Decides one concrete request against one Deny statement, written from the semantics note and sharing nothing with the
 * product: the oracle of the property tests. Everything about the request is given. `U` stands for what AWS does not
 * define (an invalid statement, an unknown operator), never for what is not known.
 */
export type Answer = 'T' | 'F' | 'U'

export type ConcreteCaller =
  | {
      readonly kind: 'session'
      readonly account: string
      readonly rolePath: string
      readonly roleName: string
      readonly session: string
      readonly roleId: string
      readonly bounded: boolean
    }
  | { readonly kind: 'root'; readonly account: string }
  | { readonly kind: 'user'; readonly account: string; readonly name: string; readonly bounded: boolean }
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'service'; readonly name: string }

export interface ConcreteRequest {
  readonly caller: ConcreteCaller
  readonly partition: string
  /** The canonical user id that stands for the bucket owner's account. */
  readonly canonicalId: string
  /** `s3:GetObject` */
  readonly action: string
  /** `arn:aws:s3:::b1`, or with `/key`. */
  readonly resource: string
  /** What the request carries, by lower-cased key; a key that is missing here is absent. */
  readonly keys: ReadonlyMap<string, readonly string[]>
}

type Json = Readonly<Record<string, unknown>>

const MULTIVALUED = new Set([
  'aws:principalorgpaths',
  'aws:resourceorgpaths',
  'aws:vpceorgpaths',
  'aws:sourceorgpaths',
  'aws:calledvia',
  'aws:tagkeys',
  'aws:principalservicenameslist',
  's3:requestobjecttagkeys',
  's3:inventoryaccessibleoptionalfields',
])

export function denies(statement: Json, version: string | undefined, request: ConcreteRequest): Answer {
  const effect = statement.Effect
  if (effect === 'Allow') return 'F'
  const variables = version === '2012-10-17'
  return all([
    effect === 'Deny' ? 'T' : 'U',
    principalPart(statement, request),
    patternPart(statement, 'Action', 'NotAction', (pattern) =>
      yes(glob(pattern.toLowerCase(), request.action.toLowerCase())),
    ),
    patternPart(statement, 'Resource', 'NotResource', (pattern) => resourceMatches(pattern, variables, request)),
    conditionPart(statement.Condition, variables, request),
  ])
}

function yes(value: boolean): Answer {
  return value ? 'T' : 'F'
}

function not(value: Answer): Answer {
  return value === 'U' ? 'U' : yes(value === 'F')
}

function all(values: readonly Answer[]): Answer {
  return values.includes('F') ? 'F' : values.includes('U') ? 'U' : 'T'
}

function any(values: readonly Answer[]): Answer {
  return values.includes('T') ? 'T' : values.includes('U') ? 'U' : 'F'
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value]
}

/** Whole-string match with `*` and `?`, straight from the definition. */
export function glob(pattern: string, text: string): boolean {
  const memo = new Map<number, boolean>()
  const match = (p: number, t: number): boolean => {
    const key = p * (text.length + 1) + t
    const known = memo.get(key)
    if (known !== undefined) return known
    let result: boolean
    if (p === pattern.length) result = t === text.length
    else if (pattern[p] === '*') result = match(p + 1, t) || (t < text.length && match(p, t + 1))
    else result = t < text.length && (pattern[p] === '?' || pattern[p] === text[t]) && match(p + 1, t + 1)
    memo.set(key, result)
    return result
  }
  return match(0, 0)
}

// Principal (note §2, §3)

interface Entry {
  readonly type: string
  readonly value: string
}

const TYPES = ['AWS', 'Service', 'Federated', 'CanonicalUser']

function principalPart(statement: Json, request: ConcreteRequest): Answer {
  const { Principal: positive, NotPrincipal: negative } = statement
  if ((positive === undefined) === (negative === undefined)) return 'U'
  const value = positive ?? negative
  const entries = value === '*' ? [] : entriesOf(value)
  if (entries === null) return 'U'
  if (positive !== undefined) return value === '*' ? 'T' : any(entries.map((entry) => entryMatches(entry, request)))
  return notPrincipal(
    value === '*' || entries.some(({ type, value: v }) => type === 'AWS' && v === '*'),
    entries,
    request,
  )
}

function entriesOf(value: unknown): readonly Entry[] | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const entries: Entry[] = []
  for (const [type, members] of Object.entries(value)) {
    if (!TYPES.includes(type)) return null
    for (const member of asList(members)) {
      if (typeof member !== 'string') return null
      entries.push({ type, value: member })
    }
  }
  return entries.length === 0 ? null : entries
}

interface Names {
  readonly account: readonly string[]
  readonly own: string | null
  readonly session: string | null
}

function namesOf({ caller, partition }: ConcreteRequest): Names {
  if (caller.kind === 'anonymous' || caller.kind === 'service') return { account: [], own: null, session: null }
  const iam = `arn:${partition}:iam::${caller.account}`
  const account = [`${iam}:root`, caller.account]
  if (caller.kind === 'root') return { account, own: null, session: null }
  if (caller.kind === 'user') return { account, own: `${iam}:user/${caller.name}`, session: null }
  return {
    account,
    own: `${iam}:role${caller.rolePath}${caller.roleName}`,
    session: `arn:${partition}:sts::${caller.account}:assumed-role/${caller.roleName}/${caller.session}`,
  }
}

function entryMatches({ type, value }: Entry, request: ConcreteRequest): Answer {
  const { caller } = request
  if (type === 'Federated') return 'F'
  if (type === 'Service') return yes(caller.kind === 'service' && caller.name === value)
  // Whether the map form reaches services under a Deny is not documented.
  if (type === 'AWS' && value === '*') return caller.kind === 'service' ? 'U' : 'T'
  if (caller.kind === 'anonymous' || caller.kind === 'service') return 'F'
  if (type === 'CanonicalUser') return yes(value === request.canonicalId)
  if (caller.kind === 'session' && value === caller.roleId) return 'T'
  const { account, own, session } = namesOf(request)
  return yes(account.includes(value) || value === own || value === session)
}

function notPrincipal(everyone: boolean, entries: readonly Entry[], request: ConcreteRequest): Answer {
  const { caller } = request
  if (caller.kind === 'service') {
    if (everyone) return 'F'
    return yes(!entries.some(({ type, value }) => type === 'Service' && value === caller.name))
  }
  if ((caller.kind === 'session' || caller.kind === 'user') && caller.bounded) return 'T'
  if (everyone) return 'F'
  const listed = new Set(entries.filter(({ type }) => type === 'AWS').map(({ value }) => value))
  const { account, own, session } = namesOf(request)
  const root = account.some((name) => listed.has(name))
  if (caller.kind === 'anonymous') return 'T'
  if (caller.kind === 'root') return yes(!root)
  const innermost = caller.kind === 'user' ? own : session
  if (innermost === null || !listed.has(innermost)) return 'T'
  return root && own !== null && listed.has(own) ? 'F' : 'U'
}

// Action and Resource (note §4)

function patternPart(statement: Json, name: string, notName: string, matches: (pattern: string) => Answer): Answer {
  const positive = statement[name]
  const negative = statement[notName]
  if ((positive === undefined) === (negative === undefined)) return 'U'
  const patterns = asList(positive ?? negative)
  if (patterns.length === 0 || !patterns.every((pattern) => typeof pattern === 'string')) return 'U'
  const listed = any(patterns.map((pattern) => matches(String(pattern))))
  return positive === undefined ? not(listed) : listed
}

function resourceMatches(pattern: string, variables: boolean, request: ConcreteRequest): Answer {
  if (pattern === '*') return 'T'
  const parts = pattern.split(':')
  if (parts.length < 6) return 'U'
  const head = `${parts.slice(0, 5).join(':')}:`
  const tail = filledIn(parts.slice(5).join(':'), variables, request)
  if (tail === 'undefined') return 'U'
  if (tail === 'no-value') return 'F'
  return yes(glob(head + tail, hide(request.resource)))
}

// Variables (note §5.4): what a variable stands for is literal, so wildcards in it are hidden from `glob`.

const HIDDEN: Readonly<Record<string, string>> = { '*': '\ue000', '?': '\ue001' }

function hide(text: string): string {
  return text.replace(/[*?]/g, (char) => HIDDEN[char] ?? char)
}

function unhide(text: string): string {
  return text.replaceAll('\ue000', '*').replaceAll('\ue001', '?')
}

/** The text with its variables filled in, literal wildcards hidden; or why there is none. */
function filledIn(text: string, variables: boolean, request: ConcreteRequest): string | 'no-value' | 'undefined' {
  if (!variables) return text
  let problem: 'no-value' | 'undefined' | null = null
  const result = text.replace(/\$\{([^}]*)\}/g, (_, inside: string) => {
    if (inside === '*' || inside === '?' || inside === '$') return hide(inside)
    const [, key = '', fallback] = /^([^,]*)(?:,\s*'?(.*?)'?\s*)?$/s.exec(inside) ?? []
    const name = key.trim().toLowerCase()
    const values = request.keys.get(name)
    if (values === undefined && fallback !== undefined) return hide(fallback)
    if (values === undefined) problem ??= 'no-value'
    else if (MULTIVALUED.has(name)) problem ??= 'undefined'
    return hide(values?.[0] ?? '')
  })
  return problem ?? result
}

// Conditions (note §5)

function conditionPart(block: unknown, variables: boolean, request: ConcreteRequest): Answer {
  if (block === undefined) return 'T'
  if (typeof block !== 'object' || block === null || Array.isArray(block)) return 'U'
  const answers: Answer[] = []
  for (const [operator, keys] of Object.entries(block)) {
    if (typeof keys !== 'object' || keys === null || Array.isArray(keys)) return 'U'
    const merged = new Map<string, string[]>()
    for (const [key, value] of Object.entries(keys)) {
      const values = asList(value)
      if (!values.every((one) => ['string', 'number', 'boolean'].includes(typeof one))) return 'U'
      const name = key.toLowerCase()
      merged.set(name, [...(merged.get(name) ?? []), ...values.map(String)])
    }
    for (const [key, values] of merged) answers.push(oneCondition(operator, key, values, variables, request))
  }
  return all(answers)
}

/** Operator name → whether one policy value matches one request value, and whether the operator is negated. */
type Match = (policy: string, value: string) => Answer
const string = (compare: (policy: string, value: string) => boolean): Match => {
  return (policy, value) => yes(compare(policy, value))
}
const number = (compare: (value: number, bound: number) => boolean): Match => {
  return (policy, value) => comparison(toNumber(policy), toNumber(value), compare)
}
const date = (compare: (value: number, bound: number) => boolean): Match => {
  return (policy, value) => comparison(toDate(policy), toDate(value), compare)
}

function comparison(bound: number | null, value: number | null, compare: (value: number, bound: number) => boolean) {
  return bound === null || value === null ? 'U' : yes(compare(value, bound))
}

function toNumber(text: string): number | null {
  return /^[+-]?\d{1,15}(\.\d+)?$/.test(text) ? Number(text) : null
}

function toDate(text: string): number | null {
  if (/^\d{9,12}$/.test(text)) return Number(text)
  if (!/^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?$/.test(text)) return null
  const millis = Date.parse(text)
  return Number.isNaN(millis) ? null : millis / 1000
}

const equalsText = string((policy, value) => unhide(policy) === value)
const equalsFolded = string((policy, value) => unhide(policy).toLowerCase() === value.toLowerCase())
const like = string((policy, value) => glob(policy, hide(value)))
const WITH_VARIABLES = /^(String|Arn)/

const POSITIVE: Readonly<Record<string, Match>> = {
  StringEquals: equalsText,
  StringEqualsIgnoreCase: equalsFolded,
  StringLike: like,
  NumericEquals: number((value, bound) => value === bound),
  NumericLessThan: number((value, bound) => value < bound),
  NumericLessThanEquals: number((value, bound) => value <= bound),
  NumericGreaterThan: number((value, bound) => value > bound),
  NumericGreaterThanEquals: number((value, bound) => value >= bound),
  DateEquals: date((value, bound) => value === bound),
  DateLessThan: date((value, bound) => value < bound),
  DateLessThanEquals: date((value, bound) => value <= bound),
  DateGreaterThan: date((value, bound) => value > bound),
  DateGreaterThanEquals: date((value, bound) => value >= bound),
  Bool: (policy, value) => (policy === 'true' || policy === 'false' ? yes(policy === value) : 'U'),
  BinaryEquals: () => 'U',
  IpAddress: (policy, value) => ipMatches(policy, value),
  ArnEquals: (policy, value) => arnMatches(policy, value),
  ArnLike: (policy, value) => arnMatches(policy, value),
}
const NEGATED: Readonly<Record<string, Match>> = {
  StringNotEquals: equalsText,
  StringNotEqualsIgnoreCase: equalsFolded,
  StringNotLike: like,
  NumericNotEquals: number((value, bound) => value === bound),
  DateNotEquals: date((value, bound) => value === bound),
  NotIpAddress: (policy, value) => ipMatches(policy, value),
  ArnNotEquals: (policy, value) => arnMatches(policy, value),
  ArnNotLike: (policy, value) => arnMatches(policy, value),
}

function arnMatches(policy: string, value: string): Answer {
  if (/^\*+$/.test(policy)) return 'T'
  const six = (text: string) => {
    const parts = text.split(':')
    return parts.length < 6 ? null : [...parts.slice(0, 5), parts.slice(5).join(':')]
  }
  const patterns = six(policy)
  const values = six(hide(value))
  if (patterns === null || values === null) return 'U'
  return yes(patterns.every((pattern, i) => glob(pattern, values[i] ?? '')))
}

function ipMatches(policy: string, value: string): Answer {
  const block = toBits(policy)
  const address = toBits(value)
  if (block === null || address === null) return 'U'
  return yes(address.family === block.family && address.bits.startsWith(block.bits.slice(0, block.length)))
}

function toBits(text: string): { family: number; bits: string; length: number } | null {
  const [host = '', length, ...rest] = text.split('/')
  const numbers = host.includes(':')
    ? toGroups(host)
    : host.split('.').map((part) => (/^\d{1,3}$/.test(part) ? +part : -1))
  const family = host.includes(':') ? 128 : 32
  const width = family === 128 ? 16 : 8
  if (rest.length > 0 || numbers.length !== family / width) return null
  if (!numbers.every((part) => part >= 0 && part < 2 ** width)) return null
  const bits = numbers.map((part) => part.toString(2).padStart(width, '0')).join('')
  const size = length === undefined ? family : /^\d{1,3}$/.test(length) ? +length : -1
  return size < 0 || size > family ? null : { family, bits, length: size }
}

function toGroups(host: string): readonly number[] {
  const parse = (side: string) =>
    side === ''
      ? []
      : side.split(':').map((group) => (/^[0-9a-f]{1,4}$/i.test(group) ? Number.parseInt(group, 16) : -1))
  const [left = '', right, ...more] = host.split('::')
  if (more.length > 0) return []
  if (right === undefined) return parse(left)
  const missing = 8 - parse(left).length - parse(right).length
  return missing < 1 ? [] : [...parse(left), ...Array<number>(missing).fill(0), ...parse(right)]
}

function oneCondition(
  written: string,
  key: string,
  values: readonly string[],
  variables: boolean,
  request: ConcreteRequest,
): Answer {
  const set = /^(ForAllValues|ForAnyValue):/.exec(written)?.[1] ?? null
  const rest = set === null ? written : written.slice(set.length + 1)
  const ifExists = rest.endsWith('IfExists')
  const name = ifExists ? rest.slice(0, -8) : rest
  const present = request.keys.get(key)
  if (values.length === 0) return 'U'
  if (name === 'Null') {
    if (ifExists || set !== null) return 'U'
    return any(
      values.map((value) => (value === 'true' || value === 'false' ? yes((value === 'true') === !present) : 'U')),
    )
  }
  const match = own(POSITIVE, name) ?? own(NEGATED, name)
  if (match === undefined) return 'U'
  const negated = own(NEGATED, name) !== undefined
  if (present === undefined) {
    if (ifExists || set === 'ForAllValues') return 'T'
    return set === 'ForAnyValue' ? 'F' : yes(negated)
  }
  if (MULTIVALUED.has(key) && set === null) return 'U'
  const answers = present.map((value) => {
    const matched = any(values.map((policy) => oneValue(name, match, negated, policy, value, variables, request)))
    return negated ? not(matched) : matched
  })
  return set === 'ForAnyValue' ? any(answers) : all(answers)
}

function own(table: Readonly<Record<string, Match>>, name: string): Match | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}

function oneValue(
  operator: string,
  match: Match,
  negated: boolean,
  policy: string,
  value: string,
  variables: boolean,
  request: ConcreteRequest,
): Answer {
  if (!WITH_VARIABLES.test(operator)) return match(policy, value)
  const filled = filledIn(policy, variables, request)
  if (filled === 'undefined') return 'U'
  // Documented as a match under a negated operator, with a warning that the statement may be invalid: not defined.
  if (filled === 'no-value') return negated ? 'U' : 'F'
  return match(filled, value)
}
