import { ORGANIZATION, UNNAMED_ID } from '../../clumio/requests.js'
import type { Given } from '../../iam/choices.js'
import type { Condition } from '../../iam/model.js'
import type { Reason } from '../../iam/reason.js'
import { display } from '../../iam/text/text.js'
import { FEATURE_WORDS, type Feature } from '../../model/options.js'
import { cut } from '../../text/cut.js'
import { joinWords } from '../../text/words.js'

export { cut, joinWords }

/** `backup, inventory and restore` */
export function featureList(features: Iterable<Feature>): string {
  return joinWords([...new Set(features)].map((feature) => FEATURE_WORDS[feature]))
}

const MAX_VALUES = 3

/** The values of a list for a sentence, cut to a few. */
export function quoted(values: readonly string[], last = 'or'): string {
  const shown = values.slice(0, MAX_VALUES).map((value) => `"${cut(value)}"`)
  const more = values.length - shown.length
  return joinWords(more > 0 ? [...shown, `${more} more`] : shown, last)
}

/** `"Sid"`, or the statement's position when it has none. */
export function statementName(sid: string | null, index: number): string {
  return sid === null || sid === '' ? `Deny statement ${index + 1}` : `Deny statement "${cut(sid, 80)}"`
}

/** Under which conditions something is there: `A holds`, `A holds and B does not`. */
export function givenWords(given: readonly Given[]): string {
  const unique = given.filter((one, i) => given.findIndex(({ condition }) => condition === one.condition) === i)
  const of = (wanted: boolean) =>
    unique.filter(({ holds }) => holds === wanted).map(({ condition }) => cut(condition, MAX_CONDITION))
  const [yes, no] = [of(true), of(false)]
  const parts = [
    ...(yes.length === 0 ? [] : [`${joinWords(yes)} ${yes.length === 1 ? 'holds' : 'hold'}`]),
    ...(no.length === 0
      ? []
      : [`${joinWords(no)} ${no.length === 1 ? 'does' : 'do'} not${yes.length === 0 ? ' hold' : ''}`]),
  ]
  return joinWords(parts)
}

/** A logical id has at most 255 characters; one that people read has fewer. */
const MAX_CONDITION = 60

/** One reason as a short sentence. */
export function reasonWords(reason: Reason): string {
  switch (reason.part) {
    case 'effect':
      if (reason.expression !== null)
        return `whether the statement denies at all depends on ${expressionWords(reason.expression)}`
      return 'Effect is neither "Allow" nor "Deny" (it is case-sensitive), so S3 refuses the statement'
    case 'duplicate':
      return duplicateWords(reason.name)
    case 'principal':
      return principalWords(reason)
    case 'action':
      return actionWords(reason)
    case 'resource':
      return resourceWords(reason)
    case 'condition':
      return conditionWords(reason)
  }
}

/** The lint `duplicate-key`. */
function duplicateWords(name: string): string {
  return `the member "${cut(name, 80)}" stands twice in one element (names that differ only in case are the same), so nothing follows`
}

/** Words that stand for what is not followed, in the place of an expression. */
export function isPhrase(token: string): boolean {
  return /^(?:how|what|whether|an?|something|members|values|items|nested)(?: [a-z]+)+$/.test(token)
}

function expressionWords(expression: string): string {
  return isPhrase(expression) ? expression : `"${cut(expression, 80)}"`
}

function principalWords({ why, entry, value }: Extract<Reason, { part: 'principal' }>): string {
  const name = entry === null ? '' : ` "${cut(entry)}"`
  switch (why) {
    case 'everyone':
      return `Principal ${everyoneWords(entry)} includes the Clumio role`
    case 'account':
      return `Principal${name} stands for every principal of the account, the Clumio role included`
    case 'names-role':
      return `Principal names the Clumio role itself:${name}`
    case 'names-session':
      return `Principal names a Clumio session:${name}`
    case 'no-match':
      return 'no entry of Principal is the Clumio role, its account or its session'
    case 'boundary':
      return value === 'T'
        ? 'the Clumio role has a permissions boundary, and AWS applies a Deny with NotPrincipal to such a role whatever the list contains'
        : 'whether NotPrincipal exempts the Clumio role depends on whether it has a permissions boundary'
    case 'session-not-listed':
      return `NotPrincipal does not list the role session${name}`
    case 'complete-list':
      return 'NotPrincipal lists the account, the role and the session'
    case 'incomplete-layers':
      return `NotPrincipal lists the session but not ${entry ?? 'every layer'}, which AWS may check first`
    case 'exempts-everyone':
      return `NotPrincipal ${everyoneWords(entry)} exempts everybody: the statement denies nobody`
    case 'not-listed':
      return value === 'F' ? 'NotPrincipal lists the caller' : 'NotPrincipal does not list the caller'
    case 'unknown':
      return `whether${name || ' the principal'} is the ${isAccount(entry) ? "Clumio role's account" : 'Clumio role'} cannot be read from the file`
    case 'invalid':
      return 'the principal element is not valid, so S3 refuses the statement'
  }
}

function everyoneWords(entry: string | null): string {
  return entry === null || entry === '*' ? '"*"' : entry
}

/** The two ways to write an account as a principal. */
function isAccount(entry: string | null): boolean {
  return entry !== null && (entry.endsWith(':root') || /^\d{12}$/.test(entry))
}

function actionWords({ value, negative, pattern }: Extract<Reason, { part: 'action' }>): string {
  const name = pattern === null ? '' : ` "${cut(pattern)}"`
  if (value === 'U') return `which actions are meant cannot be read from the file${name && ` (${name.trim()})`}`
  if (negative)
    return value === 'T' ? 'NotAction does not leave out what Clumio needs' : `NotAction${name} leaves the action out`
  return value === 'T' ? `Action${name} covers what Clumio needs` : 'Action covers nothing that Clumio needs'
}

function resourceWords({ value, scope, pattern }: Extract<Reason, { part: 'resource' }>): string {
  const name = pattern === null ? '' : ` "${cut(pattern)}"`
  if (value === 'U')
    return `whether the statement covers this bucket cannot be read from the file${name && ` (${name.trim()})`}`
  if (value === 'F') return 'Resource does not cover what Clumio reads or writes'
  return scope === 'part' ? `Resource${name} covers part of the objects` : 'Resource covers what Clumio reads or writes'
}

/** The test of a condition as a person would say it: `aws:SourceVpc is not "vpc-1"`. */
export function testWords(condition: Condition): string {
  const { operator, key, values, set } = condition
  const list = values.length === 0 ? 'any of no values' : quoted(values.map(display))
  if (operator === 'Null' && set !== null) return `${condition.written} is tested on ${cut(key, 80)}`
  if (operator === 'Null') return values[0] === 'true' ? `${key} is absent` : `${key} is present`
  const positive = operator.replace('Not', '')
  const verb = VERBS.get(positive) ?? operator
  const words = operator.includes('Not') && VERBS.has(positive) ? negated(verb) : verb
  const prefix = set === 'all' ? 'every value of ' : set === 'any' ? 'some value of ' : ''
  return `${prefix}${cut(key, 80)} ${words} ${list}`
}

const VERBS: ReadonlyMap<string, string> = new Map([
  ['StringEquals', 'is'],
  ['StringEqualsIgnoreCase', 'is (in any case)'],
  ['StringLike', 'is like'],
  ['ArnEquals', 'is like'],
  ['ArnLike', 'is like'],
  ['IpAddress', 'is in'],
  ['NumericEquals', 'is'],
  ['NumericLessThan', 'is less than'],
  ['NumericLessThanEquals', 'is at most'],
  ['NumericGreaterThan', 'is greater than'],
  ['NumericGreaterThanEquals', 'is at least'],
  ['DateEquals', 'is'],
  ['DateLessThan', 'is before'],
  ['DateLessThanEquals', 'is not after'],
  ['DateGreaterThan', 'is after'],
  ['DateGreaterThanEquals', 'is not before'],
  ['Bool', 'is'],
  ['BinaryEquals', 'is'],
])

function negated(verb: string): string {
  return verb.replace('is', 'is not')
}

function conditionWords(reason: Extract<Reason, { part: 'condition' }>): string {
  const { condition, value, state } = reason
  const test = testWords(condition)
  if (value === 'U') return `whether ${test} cannot be decided from the file`
  if (condition.operator === 'Null' && condition.set !== null)
    return `${condition.written} on ${cut(condition.key, 80)} holds for ${value === 'T' ? 'every' : 'no'} request, whether it carries the key or not`
  const verdict = value === 'T' ? 'holds' : 'does not hold'
  return `the test that ${test} ${verdict} for Clumio: ${stateWords(condition.key, state, reason.holds)}`
}

/** How the token of the organization is displayed. */
const ORGANIZATION_TOKEN = display(ORGANIZATION)
/** How the id of a role is displayed that nobody named. */
const ID_TOKEN = display(UNNAMED_ID)

function stateWords(key: string, state: 'absent' | 'present' | 'maybe', holds: string | null): string {
  if (state === 'absent') return 'its requests do not carry the key'
  if (holds === 'foreign') return 'its requests come from none of the networks named here'
  if (holds === 'public-address') return 'its requests come from public addresses'
  if (holds === 'now') return 'the date has passed'
  if (holds === 'unknown') return 'whatever the key holds'
  const value =
    holds === null
      ? 'known'
      : `"${cut(holds.replaceAll(ORGANIZATION_TOKEN, "the account's organization").replaceAll(ID_TOKEN, '<id of the Clumio role>'))}"`
  return state === 'maybe' && !/orgid$/i.test(key) ? `the key is absent or ${value}` : `the key is ${value}`
}
