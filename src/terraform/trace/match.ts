import { isPlain, type Text } from '../../iam/text/text.js'
import { ELEMENTS } from '../../tree/policy-shape.js'
import { asList, isObject, type JsonObject } from '../../tree/value.js'
import { effectiveMembers, type Member, type ObjectValue, textOf, type Value } from '../hcl/values/index.js'
import { isPlannedUnknown } from '../plan/index.js'
import { SourceUnknown } from './source-json.js'

/**
 * How well a statement of the sources fits a planned one: null when they contradict each other, else a score to which
 * every literal that they share adds. What the sources leave unknown fits everything and adds nothing.
 *
 * Equal for IAM are: a scalar and a list of one, lists in any order, numbers and booleans and their text, members in any
 * order, an account and its root user, actions in any case, condition keys in any case. The bare `"*"` and
 * `{"AWS": "*"}` fit each other, since the provider keeps the older text of two that it takes for the same.
 */
export function matchStatement(source: ObjectValue, planned: JsonObject): number | null {
  const members = new Map(effectiveMembers(source).map((one) => [one.name, one]))
  let score = 0
  for (const name of ELEMENTS) {
    const result = matchMember(name, members.get(name), source.open, planned[name])
    if (result === null) return null
    score += result
  }
  return score
}

type Element = (typeof ELEMENTS)[number]

/** Points for a literal that is equal, and for one that fits in part. */
const EQUAL = 2
const PARTLY = 1

function matchMember(name: Element, source: Member | undefined, open: boolean, planned: unknown): number | null {
  const absent = planned === undefined || planned === ''
  if (source === undefined) return absent || open ? 0 : null
  if (absent) return possiblyAbsent(source.value) ? 0 : null
  return matchElement(name, source.value, planned)
}

function possiblyAbsent(value: Value): boolean {
  switch (value.kind) {
    case 'null':
    case 'unknown':
    case 'repeated':
      return true
    case 'oneOf':
      return value.options.some(possiblyAbsent)
    case 'string':
      return value.text === ''
    case 'tuple':
      return value.items.every(possiblyAbsent)
    case 'object':
      return effectiveMembers(value).every((one) => possiblyAbsent(one.value))
    default:
      return false
  }
}

function matchElement(name: Element, source: Value, planned: unknown): number | null {
  if (isUnknownLeaf(planned)) return 0
  if (source.kind === 'oneOf') return best(source.options.map((option) => matchElement(name, option, planned)))
  if (source.kind === 'unknown') return 0
  switch (name) {
    case 'Sid':
    case 'Effect':
      return matchText(source, planned, (text) => text)
    case 'Principal':
    case 'NotPrincipal':
      return matchPrincipal(source, planned)
    case 'Condition':
      return matchMap(source, planned, (text) => text, matchKeys)
    case 'Action':
    case 'NotAction':
      return matchList(source, planned, (text) => text.toLowerCase())
    default:
      return matchList(source, planned, (text) => text)
  }
}

function matchPrincipal(source: Value, planned: unknown): number | null {
  const everyone = source.kind === 'string' && source.text === '*'
  if (typeof planned === 'string' || source.kind !== 'object') {
    if (everyone && planned === '*') return EQUAL
    return everyone || planned === '*' ? matchEveryone(source, planned) : matchText(source, planned, (text) => text)
  }
  return matchMap(
    source,
    planned,
    (text) => text,
    (value, values) => matchList(value, values, accountOf),
  )
}

/** The bare `"*"` against `{"AWS": "*"}`. */
function matchEveryone(source: Value, planned: unknown): number | null {
  const star = { AWS: '*' }
  const other = typeof planned === 'string' ? source : null
  if (other === null) {
    const listed = isObject(planned) && Object.keys(planned).length === 1 ? asList(planned.AWS) : []
    return listed.length === 1 && listed[0] === '*' ? PARTLY : null
  }
  if (other.kind !== 'object') return other.kind === 'unknown' ? 0 : null
  const result = matchMap(
    other,
    star,
    (text) => text,
    (value, values) => matchList(value, values, (text) => text),
  )
  return result === null ? null : Math.min(result, PARTLY)
}

function accountOf(text: string): string {
  const match = /^(?:arn:[a-z-]+:iam::)?([0-9]{12})(:root)?$/.exec(text)
  if (match === null) return text
  return text.startsWith('arn:') === (match[2] !== undefined) ? `account ${match[1]}` : text
}

/** The keys of one condition operator. */
function matchKeys(source: Value, planned: unknown): number | null {
  return matchMap(
    source,
    planned,
    (text) => text.toLowerCase(),
    (value, values) => matchList(value, values, (text) => text),
  )
}

function matchMap(
  source: Value,
  planned: unknown,
  fold: (name: string) => string,
  inner: (value: Value, planned: unknown) => number | null,
): number | null {
  if (isUnknownLeaf(planned) || source.kind === 'unknown') return 0
  if (source.kind === 'oneOf') return best(source.options.map((option) => matchMap(option, planned, fold, inner)))
  if (source.kind !== 'object' || !isObject(planned)) return null
  const members = new Map(effectiveMembers(source).map((one) => [fold(one.name), one.value]))
  let score = 0
  for (const [name, value] of Object.entries(planned)) {
    const member = members.get(fold(name))
    members.delete(fold(name))
    if (member === undefined) {
      if (source.open) continue
      return null
    }
    const result = inner(member, value)
    if (result === null) return null
    score += result
  }
  return [...members.values()].every(possiblyAbsent) ? score : null
}

/** Lists as sets: every planned item fits one of the sources, and every item of the sources is planned. */
function matchList(source: Value, planned: unknown, fold: (text: string) => string): number | null {
  if (isUnknownLeaf(planned)) return 0
  if (source.kind === 'oneOf') return best(source.options.map((option) => matchList(option, planned, fold)))
  if (source.kind === 'unknown') return 0
  const items = source.kind === 'tuple' ? source.items : [source]
  const wanted = asList(planned)
  const used = new Set<Value>()
  let score = 0
  for (const one of wanted) {
    let top: number | null = null
    for (const item of items) {
      const result = matchText(item.kind === 'repeated' ? item.body : item, one, fold)
      if (result === null) continue
      used.add(item)
      top = Math.max(top ?? 0, result)
    }
    if (top === null) return null
    score += top
  }
  return items.every((item) => used.has(item) || possiblyAbsent(item)) ? score : null
}

function matchText(source: Value, planned: unknown, fold: (text: string) => string): number | null {
  if (isUnknownLeaf(planned)) return 0
  if (source.kind === 'oneOf') return best(source.options.map((option) => matchText(option, planned, fold)))
  if (source.kind === 'unknown') return 0
  if (source.kind !== 'string' && source.kind !== 'primitive') return null
  if (typeof planned === 'object') return null
  const text = textOf(source)
  const wanted = fold(String(planned))
  if (isPlain(text)) return fold(text) === wanted ? EQUAL : null
  if (!fits(text, wanted, fold) && !fits(text, String(planned), (piece) => piece)) return null
  return text.some((piece) => typeof piece === 'string') ? PARTLY : 0
}

/** Whether a text with unknown stretches can be the planned one. */
function fits(text: Exclude<Text, string>, planned: string, fold: (text: string) => string): boolean {
  let at = 0
  for (const [i, piece] of text.entries()) {
    if (typeof piece !== 'string') continue
    const wanted = fold(piece)
    const last = i === text.length - 1
    const found = i === 0 ? 0 : last ? planned.length - wanted.length : planned.indexOf(wanted, at)
    if (found < at || !planned.startsWith(wanted, found)) return false
    at = found + wanted.length
  }
  return true
}

function best(results: readonly (number | null)[]): number | null {
  const scores = results.filter((one) => one !== null)
  return scores.length === 0 ? null : Math.max(...scores)
}

/** A leaf that the plan itself does not know. No policy holds null. */
function isUnknownLeaf(planned: unknown): boolean {
  return planned === null || planned === undefined || isPlannedUnknown(planned) || planned instanceof SourceUnknown
}
