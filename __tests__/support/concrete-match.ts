/** Comparisons of the concrete evaluator, one policy value with one request value, straight from their definitions. */

export type Answer = 'T' | 'F' | 'U'

export function yes(value: boolean): Answer {
  return value ? 'T' : 'F'
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

/**
 * What a policy variable stands for is literal: wildcards in it are hidden from `glob`, and so are those of what it is
 * compared with.
 */
const HIDDEN: Readonly<Record<string, string>> = { '*': '\ue000', '?': '\ue001' }

export function hide(text: string): string {
  return text.replace(/[*?]/g, (char) => HIDDEN[char] ?? char)
}

export function unhide(text: string): string {
  return text.replaceAll('\ue000', '*').replaceAll('\ue001', '?')
}

/** Operator name → whether one policy value matches one request value, and whether the operator is negated. */
export type Match = (policy: string, value: string) => Answer
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
export const WITH_VARIABLES = /^(String|Arn)/

export const POSITIVE: Readonly<Record<string, Match>> = {
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
export const NEGATED: Readonly<Record<string, Match>> = {
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
