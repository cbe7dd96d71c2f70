import { markOverwritten } from '../../iam/duplicates.js'
import { InPieces, madeIn, markMade } from '../../iam/made.js'
import { type Reader, readPlainText, UNKNOWN_MEMBERS } from '../../iam/parse.js'
import { choiceOfPartitions, isPlain, substitute, type Text, type Token, wholeToken } from '../../iam/text/text.js'
import { isObject } from '../../tree/value.js'
import { effectiveMembers, type ObjectValue, partsOf, textOf, type Value, weightOf } from '../hcl/values/index.js'

/** Stands in JSON data for what is not known: a text in pieces, or a whole list or map when it is a single token. */
export class SourceUnknown extends InPieces {
  readonly pieces: Exclude<Text, string>

  constructor(pieces: Exclude<Text, string>) {
    super()
    this.pieces = pieces
  }
}

/** Reads statements in which `SourceUnknown`s stand for what is not known. */
export const SOURCE_READER: Reader = {
  text: (value) => (value instanceof SourceUnknown ? value.pieces : readPlainText(value)),
  token: (value) => (value instanceof SourceUnknown ? wholeToken(value.pieces) : null),
}

/** Says more about a token, for instance that it is the name of the bucket at hand; null leaves it as it is. */
export type Meaning = (token: Token) => Text | null

/**
 * An evaluated value as JSON data with explicit unknowns. Undecided choices and repeated items are single tokens; a
 * member that may be missing is one as well, since leaving it out could make a Deny look wider or narrower. What is not known
 * is noted with what it is made of.
 */
function toSourceJson(value: Value, meaning: Meaning, depth = 0): unknown {
  const json = withoutNote(value, meaning, depth)
  if (typeof json !== 'object' || json === null) return json
  const { made } = value
  const parts = json instanceof SourceUnknown && depth <= MAX_DEPTH ? partsOf(value) : []
  const isNoted = made?.always === true || ((made !== undefined || parts.length > 0) && isOpen(json))
  if (!isNoted) return json
  markMade(json, {
    words: (literals) => made?.words(literals) ?? [],
    // Values share their parts: of what comes to very many, the expressions say enough.
    parts: () => (weightOf(parts) > MOST_PARTS ? [] : parts.map((part) => toSourceJson(part, meaning, depth + 1))),
  })
  return json
}

function withoutNote(value: Value, meaning: Meaning, depth: number): unknown {
  if (depth > MAX_DEPTH) return unknownJson({ token: 'something deeply nested' })
  switch (value.kind) {
    case 'primitive':
      return value.value
    case 'null':
      return null
    case 'string':
      return ofText(substitute(value.text, meaning))
    case 'tuple':
      return value.items.map((item) => toSourceJson(item, meaning, depth + 1))
    case 'object': {
      const members = effectiveMembers(value).filter((one) => one.value.kind !== 'null')
      const known = members.map((one) => [one.name, toSourceJson(one.value, meaning, depth + 1)] as const)
      const json = Object.fromEntries(value.open ? [...known, [UNKNOWN_MEMBERS, unknownJson(FURTHER)]] : known)
      const twice = value.members.find(({ name }, i) => value.members.findIndex((one) => one.name === name) < i)
      if (twice !== undefined) markOverwritten(json, twice.name)
      return json
    }
    case 'oneOf': {
      const chosen = choiceOfPartitions(value.options.map((option) => (option.kind === 'string' ? option.text : null)))
      return ofText(substitute(chosen ?? textOf(value), meaning))
    }
    case 'unknown':
      return ofText(substitute([value.token], meaning))
    default:
      return ofText(textOf(value))
  }
}

/** What every statement has one of. */
const REQUIRED = [['Effect'], ['Principal', 'NotPrincipal'], ['Action', 'NotAction'], ['Resource', 'NotResource']]

/** A statement as JSON data. What an open one does not show is among its further members: unknown, not missing. */
export function statementJson(value: ObjectValue, meaning: Meaning): unknown {
  const json = toSourceJson(value, meaning)
  if (!value.open || !isObject(json)) return json
  const missing = REQUIRED.filter((names) => names.every((name) => json[name] === undefined))
  const whole = { ...json, ...Object.fromEntries(missing.map(([name]) => [name, unknownJson(FURTHER)])) }
  const made = madeIn(json)
  if (made !== null) markMade(whole, made)
  return whole
}

const MAX_DEPTH = 100
/** As `weightOf` counts. */
const MOST_PARTS = 1_000

const FURTHER = { token: 'members that the sources leave open' }

function ofText(text: Text): unknown {
  return isPlain(text) ? text : new SourceUnknown(text)
}

function unknownJson(token: Token): SourceUnknown {
  return new SourceUnknown([token])
}

/** Whether a value holds anything that is not known, and of which it is not known either what it stands for. */
export function isOpen(value: unknown, depth = 0): boolean {
  if (value instanceof SourceUnknown) {
    return value.pieces.some((piece) => typeof piece !== 'string' && piece.means === undefined)
  }
  if (typeof value !== 'object' || value === null) return false
  return depth > MAX_DEPTH || Object.values(value).some((inner) => isOpen(inner, depth + 1))
}

/** Whether all of a value is spelled out in the sources. */
export function isLiteral(value: Value): boolean {
  switch (value.kind) {
    case 'string':
      return isPlain(value.text) && value.origin !== null
    case 'primitive':
      return value.origin !== null
    case 'tuple':
      return value.items.every(isLiteral)
    case 'object':
      return !value.open && effectiveMembers(value).every((one) => isLiteral(one.value))
    default:
      return false
  }
}
