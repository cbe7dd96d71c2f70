import { type KeyValue, known, type RequestContext } from './context.js'
import { namesAnId } from './text/foreign.js'
import { compile, globMatches, isSomebodyElse, matchSymbols, type Symbols, splitAtColons } from './text/glob.js'
import { isNeverPublic, parseCidr, relation } from './text/ip.js'
import { isPlain, mapStrings, type Text } from './text/text.js'
import { and, fromBoolean, type Tri } from './text/tri.js'
import { hasVariable, resolve } from './variables.js'

type Compare = (request: number, bound: number) => boolean

/** What an operator compares, without its negation. */
export type Family =
  | { readonly kind: 'string'; readonly match: 'exact' | 'ignore-case' | 'like' }
  | { readonly kind: 'arn' }
  | { readonly kind: 'number' | 'date'; readonly compare: Compare; readonly whenPast: boolean }
  | { readonly kind: 'bool' }
  | { readonly kind: 'binary' }
  | { readonly kind: 'address' }
  | { readonly kind: 'null' }

export interface Operator {
  readonly family: Family
  readonly negated: boolean
}

const equal: Compare = (a, b) => a === b
const ordered: readonly (readonly [string, Compare, boolean])[] = [
  // The third member answers for "now" against a bound that has passed: now is greater.
  ['Equals', equal, false],
  ['LessThan', (a, b) => a < b, false],
  ['LessThanEquals', (a, b) => a <= b, false],
  ['GreaterThan', (a, b) => a > b, true],
  ['GreaterThanEquals', (a, b) => a >= b, true],
]

/** The operators of the IAM User Guide, "IAM JSON policy elements: Condition operators". Names are exact. */
export const OPERATORS: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ...pair('StringEquals', 'StringNotEquals', { kind: 'string', match: 'exact' }),
  ...pair('StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase', { kind: 'string', match: 'ignore-case' }),
  ...pair('StringLike', 'StringNotLike', { kind: 'string', match: 'like' }),
  ...pair('ArnEquals', 'ArnNotEquals', { kind: 'arn' }),
  ...pair('ArnLike', 'ArnNotLike', { kind: 'arn' }),
  ...pair('IpAddress', 'NotIpAddress', { kind: 'address' }),
  ...ordered.flatMap(([name, compare, whenPast]): [string, Operator][] => [
    [`Numeric${name}`, { family: { kind: 'number', compare, whenPast }, negated: false }],
    [`Date${name}`, { family: { kind: 'date', compare, whenPast }, negated: false }],
  ]),
  ['NumericNotEquals', { family: { kind: 'number', compare: equal, whenPast: false }, negated: true }],
  ['DateNotEquals', { family: { kind: 'date', compare: equal, whenPast: false }, negated: true }],
  ['Bool', { family: { kind: 'bool' }, negated: false }],
  ['BinaryEquals', { family: { kind: 'binary' }, negated: false }],
  ['Null', { family: { kind: 'null' }, negated: false }],
])

function pair(positive: string, negative: string, family: Family): [string, Operator][] {
  return [
    [positive, { family, negated: false }],
    [negative, { family, negated: true }],
  ]
}

/** One value that the request may hold: a known text, or what the key's state knows about it. */
export type RequestValue = { readonly kind: 'text'; readonly text: Text } | Exclude<KeyValue, { kind: 'values' }>

export interface Scope {
  readonly context: RequestContext
  /** Whether policy variables are recognised (Version 2012-10-17). */
  readonly variables: boolean
  /** The lower-cased key under test. */
  readonly key: string
}

/** `no-value`: a policy variable in the value has no value, so the comparison is documented only for some operators. */
export type ValueMatch = Tri | 'no-value'

/** Whether one policy value matches one request value, before any negation. */
export function matchValue(family: Family, policy: Text, request: RequestValue, scope: Scope): ValueMatch {
  switch (family.kind) {
    case 'string':
    case 'arn':
      return matchText(family, policy, request, scope)
    case 'number':
    case 'date':
      return matchOrdered(family, policy, request)
    case 'bool':
      return matchBool(policy, request)
    case 'address':
      return matchAddress(policy, request)
    case 'binary':
    case 'null':
      // No key of these requests is binary, and Null compares no values.
      return 'U'
  }
}

function matchText(
  family: Extract<Family, { kind: 'string' | 'arn' }>,
  policy: Text,
  request: RequestValue,
  scope: Scope,
): ValueMatch {
  const quick = plainMatch(family, policy, request)
  if (quick !== null) return quick
  const fold = family.kind === 'string' && family.match === 'ignore-case'
  const wildcards = family.kind === 'arn' || family.match === 'like'
  if (request.kind !== 'text' && scope.variables && isVariableOf(policy, scope.key)) {
    // It equals itself; ARN operators compare ARNs only, and of these keys one is known to hold one.
    return family.kind === 'string' || (request.kind === 'foreign' && isArn(request.shape)) ? 'T' : 'U'
  }
  const context = request.kind === 'text' ? withValue(scope, request.text) : scope.context
  const resolved = resolve(policy, { wildcards, variables: scope.variables, fold }, context)
  if (resolved.kind === 'absent') return 'no-value'
  // A1: the id is none of those that the policy names; a pattern that names none may cover it.
  if (request.kind === 'foreign' && (!wildcards || namesAnId(policy))) {
    return family.kind === 'arn' && !mayBeArns(policy, request.shape) ? 'U' : 'F'
  }
  if (resolved.kind === 'unknown') return 'U'
  if (request.kind === 'foreign') return comparable(family, resolved.symbols, compile(request.shape, false))
  if (request.kind !== 'text' || isBlock(request.text)) {
    return family.kind === 'string' && wildcards && isStar(resolved.symbols) ? 'T' : 'U'
  }
  return comparable(family, resolved.symbols, compile(fold ? lower(request.text) : request.text, false))
}

/** A stated range stands for one of its addresses, which as a text is not known. */
function isBlock(text: Text): boolean {
  return isPlain(text) && /^[\da-fA-F:.]+\/\d{1,3}$/.test(text) && parseCidr(text) !== null
}

/** The everyday case without compiling anything: a plain value without variables against a plain one. */
function plainMatch(
  family: Extract<Family, { kind: 'string' | 'arn' }>,
  policy: Text,
  request: RequestValue,
): Tri | null {
  if (!isPlain(policy) || policy.includes('${') || request.kind !== 'text' || !isPlain(request.text)) return null
  const { text } = request
  if (isBlock(text)) return null
  if (family.kind === 'arn') return plainArn(policy, text)
  switch (family.match) {
    case 'exact':
      return fromBoolean(policy === text)
    case 'ignore-case':
      return fromBoolean(policy.toLowerCase() === text.toLowerCase())
    case 'like':
      return fromBoolean(globMatches(policy, text))
  }
}

function plainArn(pattern: string, subject: string): Tri {
  // Without wildcards all parts are the same where the whole is.
  if (!/[*?]/.test(pattern))
    return hasSixParts(pattern) && hasSixParts(subject) ? fromBoolean(pattern === subject) : 'U'
  const patterns = sixParts(pattern)
  const subjects = sixParts(subject)
  if (patterns === null || subjects === null) return 'U'
  return fromBoolean(patterns.every((part, i) => globMatches(part, subjects[i] ?? '')))
}

function hasSixParts(arn: string): boolean {
  let at = -1
  for (let colons = 0; colons < 5; colons++) {
    at = arn.indexOf(':', at + 1)
    if (at === -1) return false
  }
  return true
}

/** Five colons separate the components of an ARN; the last one may hold more of them. */
function sixParts(arn: string): readonly string[] | null {
  const parts = arn.split(':')
  return parts.length < 6 ? null : [...parts.slice(0, 5), parts.slice(5).join(':')]
}

function lower(text: Text): Text {
  return mapStrings(text, (piece) => piece.toLowerCase())
}

const RUN_ONLY = compile('*', true)

function isStar(symbols: Symbols): boolean {
  return symbols.length === 1 && symbols[0] === RUN_ONLY[0]
}

function comparable(family: Extract<Family, { kind: 'string' | 'arn' }>, pattern: Symbols, subject: Symbols): Tri {
  return family.kind === 'string' ? matchSymbols(pattern, subject) : matchArn(pattern, subject)
}

/**
 * ARN operators compare the six colon-separated components separately. What they make of a value with fewer, a lone `*`
 * included, no document says (docs/semantics.md, D16).
 */
function matchArn(pattern: Symbols, subject: Symbols): Tri {
  const patterns = components(pattern)
  const subjects = components(subject)
  // The ARN of an identity of the same template is one, and not the caller's (docs/semantics.md, D29).
  if (subjects !== null && isSomebodyElse(pattern)) return 'F'
  if (patterns === null || subjects === null) return 'U'
  let result: Tri = 'T'
  for (const [i, part] of patterns.entries()) result = and(result, matchSymbols(part, subjects[i] ?? []))
  return result
}

function components(symbols: Symbols): readonly Symbols[] | null {
  const parts = splitAtColons(symbols, 5)
  return parts.length === 6 ? parts : null
}

/** False when one of two texts has other than six parts, which the ARN operators do not define. */
function mayBeArns(policy: Text, shape: Text): boolean {
  return isArn(shape) && (!isPlain(policy) || isArn(policy))
}

function isArn(text: Text): boolean {
  return components(compile(text, false)) !== null
}

/** Whether a value is one policy variable and nothing else, and its key is the one that is tested. */
function isVariableOf(value: Text, key: string): boolean {
  if (!isPlain(value) || !value.startsWith('${') || value.indexOf('}') !== value.length - 1) return false
  const [name = ''] = value.slice(2, -1).split(',', 1)
  return name.trim().toLowerCase() === key
}

/** The context of a request whose key under test holds one value: a variable of that key has this value. */
function withValue({ context, key }: Scope, value: Text): RequestContext {
  return { ...context, lookup: (name) => (name === key ? known(value) : context.lookup(name)) }
}

function matchOrdered(family: Extract<Family, { kind: 'number' | 'date' }>, policy: Text, request: RequestValue): Tri {
  if (!isPlain(policy) || hasVariable(policy)) return 'U'
  const bound = family.kind === 'number' ? parseNumber(policy) : parseDate(policy)
  if (bound === null) return 'U'
  if (request.kind === 'now') {
    // Numeric operators compare seconds; what they make of a date is not defined.
    if (family.kind === 'number' && !request.epoch) return 'U'
    const millis = family.kind === 'number' ? bound * 1000 : bound
    return millis <= Date.parse(`${request.today}T00:00:00Z`) ? fromBoolean(family.whenPast) : 'U'
  }
  if (request.kind !== 'text' || !isPlain(request.text)) return 'U'
  const value = family.kind === 'number' ? parseNumber(request.text) : parseDate(request.text)
  return value === null ? 'U' : fromBoolean(family.compare(value, bound))
}

function parseNumber(text: string): number | null {
  return /^[+-]?\d{1,15}(\.\d{1,15})?$/.test(text) ? Number(text) : null
}

/** Whether a value is written out as a point in time. */
export function isDate(value: Text): boolean {
  return isPlain(value) && parseDate(value) !== null
}

/** ISO 8601 in its W3C profile, or epoch seconds, as milliseconds; null for anything else. */
function parseDate(text: string): number | null {
  if (/^\d{9,12}$/.test(text)) return Number(text) * 1000
  if (!/^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?)?)?$/.test(text)) return null
  const millis = Date.parse(text)
  return Number.isNaN(millis) ? null : millis
}

function matchBool(policy: Text, request: RequestValue): Tri {
  // The two AWS pages disagree on variables under Bool, so they stay unknown like any other odd value.
  if (policy !== 'true' && policy !== 'false') return 'U'
  return request.kind === 'text' && isPlain(request.text) ? fromBoolean(request.text === policy) : 'U'
}

function matchAddress(policy: Text, request: RequestValue): Tri {
  const block = isPlain(policy) ? parseCidr(policy) : null
  if (block === null) return 'U'
  if (request.kind === 'public-address') {
    if (block.bits === 32 && block.length === 0) return 'T'
    return isNeverPublic(block) ? 'F' : 'U'
  }
  const given = request.kind === 'text' && isPlain(request.text) ? parseCidr(request.text) : null
  if (given === null) return 'U'
  const where = relation(given, block)
  return where === 'inside' ? 'T' : where === 'disjoint' ? 'F' : 'U'
}
