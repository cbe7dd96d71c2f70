import type { Condition } from '../../iam/model.js'
import { OPERATORS } from '../../iam/operators.js'
import type { Reason } from '../../iam/reason.js'
import { display } from '../../iam/text/text.js'
import { cut } from '../../text/cut.js'
import { joinWords, plural } from '../../text/words.js'
import { keyWords } from './key-words.js'
import { reasonWords } from './words.js'

type ConditionReason = Extract<Reason, { part: 'condition' }>
type PrincipalReason = Extract<Reason, { part: 'principal' }>

/** A sentence that is read at a glance. */
const MOST_WORDS = 25
const VALUE_LENGTH = 100
/** A value with more blanks than this is cut at them. */
const VALUE_BLANKS = 2

/**
 * What the conditions of a statement come to for Clumio, as one plain sentence of at most 25 words, in the middle of which it
 * may stand: `only requests from VPC vpc-1 are allowed; Clumio's do not come from it`. "Allowed" is what this statement lets be.
 *
 * @param reasons those of the conditions that decide, at least one: all hold for Clumio, or all are open
 * @param forSome they hold for some of Clumio's sessions only
 */
export function plainConditions(reasons: readonly [ConditionReason, ...ConditionReason[]], forSome = false): string {
  const among: Among = forSome ? FOR_SOME : FOR_ALL
  const sentences = FITS.map((fit) => sentenceOf(reasons, { ...fit, among }))
  return sentences.find(isShort) ?? shortest(reasons)
}

/**
 * Who is denied, in the same way.
 *
 * @param others how many more Clumio sessions than the one that is named a NotPrincipal list leaves out
 * @param bare no condition limits the statement
 */
export function plainPrincipal(reason: PrincipalReason, others: number, bare: boolean): string {
  const { why, entry } = reason
  const always = bare ? ', without a condition' : ''
  switch (why) {
    case 'everyone':
      return `everybody is denied, the Clumio role included${always}`
    case 'account':
      return `every principal of account ${oneValue(accountIn(entry ?? ''))} is denied, the Clumio role included${always}`
    case 'names-role':
    case 'names-session':
      return `the statement denies Clumio by name: ${oneValue(entry ?? '')}`
    case 'session-not-listed': {
      const more = others < 1 ? '' : ` and ${plural(others, 'other')}`
      return `everybody outside of NotPrincipal is denied, and it lacks the Clumio session ${oneValue(lastPart(entry ?? ''))}${more}`
    }
    case 'not-listed':
      return 'everybody outside of NotPrincipal is denied, and it does not list Clumio'
    default:
      return reasonWords(reason)
  }
}

function accountIn(entry: string): string {
  return /(?<!\d)\d{12}(?!\d)/.exec(entry)?.[0] ?? entry
}

function lastPart(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1)
}

/** Whether a sentence is one for a glance. */
export function isShort(sentence: string): boolean {
  return wordsIn(sentence) <= MOST_WORDS
}

/** How many words a reader counts. */
function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length
}

/** Conditions that a sentence names; the others are counted. */
const SHOWN_CONDITIONS = 2

/** What of Clumio's requests is among those that are named, or is not. */
interface Among {
  readonly in: string
  readonly out: string
}

const FOR_ALL: Among = { in: "Clumio's are among them", out: "Clumio's are not among them" }
const FOR_SOME: Among = { in: "some of Clumio's are among them", out: "not all of Clumio's are" }

function sentenceOf(
  reasons: readonly [ConditionReason, ...ConditionReason[]],
  { most, open: openWords, among }: Fit & { readonly among: Among },
): string {
  const [first] = reasons
  if (reasons.length === 1) {
    const clumio = first.value === 'U' ? openWords : clumioWords(first, among)
    return `${oneSentence(first.condition, most)}; ${clumio}`
  }
  const tests = reasons.map(({ condition }) => testOf(condition, most))
  const lets = tests.flatMap((test) => (test.lets === null ? [] : [test.lets]))
  const hits = tests.flatMap((test) => (test.lets === null ? [test.hits] : []))
  const isOpen = first.value === 'U'
  if (hits.length === 0) {
    return `only requests ${counted(lets, 'or')} are allowed; ${isOpen ? openWords : among.out}`
  }
  const except = lets.length === 0 ? '' : `, except those ${counted(lets, 'or')}`
  return `requests ${counted(hits, 'and')} are denied${except}; ${isOpen ? openWords : among.in}`
}

function counted(phrases: readonly string[], last: string): string {
  const unique = [...new Set(phrases)]
  const more = unique.length - SHOWN_CONDITIONS
  if (more <= 0) return joinWords(unique, last)
  return `${joinWords(unique.slice(0, SHOWN_CONDITIONS), last)} (${last} ${plural(more, 'more test')})`
}

/** Where names of keys alone make a sentence too long. */
function shortest([{ value, condition }]: readonly [ConditionReason, ...ConditionReason[]]): string {
  const name = oneValue(condition.key)
  return value === 'U'
    ? `whether the tests on ${name} and others hold for Clumio is not known`
    : `the tests on ${name} and others hold for Clumio's requests`
}

/** How much a sentence says: values of a list, and words for what is not known. */
interface Fit {
  readonly most: number
  readonly open: string
}

const OPEN = "whether Clumio's are among them is not known"
const SHORT_OPEN = "Clumio's may be among them"

const FITS: readonly Fit[] = [
  { most: 2, open: OPEN },
  { most: 1, open: OPEN },
  { most: 1, open: SHORT_OPEN },
  { most: 0, open: SHORT_OPEN },
]

function oneSentence(condition: Condition, most: number): string {
  const { hits, lets } = testOf(condition, most)
  return lets === null ? `requests ${hits} are denied` : `only requests ${lets} are allowed`
}

/** The requests that a test hits; and where that is shorter said so, those that it lets be, else null. */
interface Test {
  readonly hits: string
  readonly lets: string | null
}

function testOf(condition: Condition, most: number): Test {
  const { operator, set, ifExists, key, values } = condition
  const { relation, noun, either } = keyWords(key, oneValue)
  const bare = `without ${noun}`
  if (operator === 'Null' && set !== null) return { hits: set === 'all' ? 'of any kind' : 'of no kind', lets: null }
  const [only, ...others] = values.map(display)
  const flag = others.length === 0 ? only?.toLowerCase() : undefined
  if (operator === 'Null' && !ifExists) return { hits: flag === 'true' ? bare : `with any ${noun}`, lets: null }
  const compared = comparedWith(condition, most)
  const sense = either !== undefined && (flag === 'true' || flag === 'false') ? either[flag] : null
  const which = sense ?? `${relation} ${noun} ${compared}`
  const isNegated = operator.includes('Not')
  if (set === 'all' && !isNegated) return { hits: `with no ${noun} but ${compared}`, lets: null }
  if (set === 'any' && isNegated) return { hits: `with ${noun} other than ${compared}`, lets: null }
  if (isNegated) return { hits: `not ${which}`, lets: which }
  // Of two kinds, the one without the key goes with the one that is denied.
  if (either !== undefined && sense !== null && ifExists)
    return { hits: sense, lets: either[flag === 'true' ? 'false' : 'true'] }
  return { hits: ifExists ? `${bare}, or ${which},` : which, lets: null }
}

const COMPARISONS: readonly (readonly [RegExp, string])[] = [
  [/Like$/, 'like '],
  [/^NumericLessThanEquals$/, 'of at most '],
  [/^NumericLessThan$/, 'below '],
  [/^NumericGreaterThanEquals$/, 'of at least '],
  [/^NumericGreaterThan$/, 'above '],
  [/^DateLessThanEquals$/, 'not after '],
  [/^DateLessThan$/, 'before '],
  [/^DateGreaterThanEquals$/, 'not before '],
  [/^DateGreaterThan$/, 'after '],
]

/** The values with what stands before them; where there is no room, their number. */
function comparedWith(condition: Condition, most: number): string {
  const words = comparison(condition)
  const { length } = condition.values
  if (most > 0 || length === 0) return `${words}${listed(condition.values.map(display), most)}`
  return `${words === '' || words === '= ' ? 'of ' : words}one of ${plural(length, 'value')}`
}

/** What stands before the values; an operator that no document has is called by its name. */
function comparison({ operator, written, ifExists, key }: Condition): string {
  if (!OPERATORS.has(operator) || (operator === 'Null' && ifExists)) return `${oneValue(written)} `
  return COMPARISONS.find(([pattern]) => pattern.test(operator))?.[1] ?? (key.includes('/') ? '= ' : '')
}

/** Values for a sentence: as they are where nothing can be mistaken in them, else in quotes; the rest counted. */
function listed(values: readonly string[], most: number): string {
  if (values.length === 0) return 'of no value'
  const shown = values.slice(0, most).map(oneValue)
  const more = values.length - shown.length
  return joinWords(more > 0 ? [...shown, `${more} more`] : shown, 'or')
}

function oneValue(text: string): string {
  const parts = text.split(/\s+/)
  const short = parts.length > VALUE_BLANKS + 1 ? `${parts.slice(0, VALUE_BLANKS + 1).join(' ')} …` : parts.join(' ')
  const value = cut(short, VALUE_LENGTH).replaceAll(' …', '…')
  return /^[\w.:/*?@+=-]+$/.test(value) ? value : `"${value}"`
}

/** What of Clumio's requests decides a single test. */
function clumioWords({ condition, state, holds }: ConditionReason, among: Among): string {
  const { operator, set, values, key } = condition
  if (holds === 'public-address') return "Clumio's come from public addresses"
  if (holds === 'now' && operator.startsWith('Date') && !operator.includes('Not')) return 'that time has passed'
  const { relation } = keyWords(key, oneValue)
  const isKeyAlone = set !== null || operator === 'Null'
  if (state === 'absent' && (relation === 'with' || (isKeyAlone && testOf(condition, 1).lets === null)))
    return "Clumio's carry none"
  if (testOf(condition, 1).lets === null) return among.in
  if (relation !== 'from') return among.out
  return `Clumio's do not come from ${values.length === 1 ? 'it' : 'them'}`
}
