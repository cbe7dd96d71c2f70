import { markOverwritten } from '../../iam/duplicates.js'
import { type Reader, readPlainText, UNKNOWN_MEMBERS } from '../../iam/parse.js'
import { choiceOfPartitions, isPlain, substitute, type Text, type Token, wholeToken } from '../../iam/text/text.js'
import { isObject } from '../../tree/value.js'
import { effectiveMembers, type ObjectValue, textOf, type Value } from '../hcl/values/index.js'

/** Stands in JSON data for what is not known: a text in pieces, or a whole list or map when it is a single token. */
export class SourceUnknown {
  readonly pieces: Exclude<Text, string>

  constructor(pieces: Exclude<Text, string>) {
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
 * member that may be missing is one as well, since leaving it out could make a Deny look wider or narrower.
 */
function toSourceJson(value: Value, meaning: Meaning, depth = 0): unknown {
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
  return { ...json, ...Object.fromEntries(missing.map(([name]) => [name, unknownJson(FURTHER)])) }
}

const MAX_DEPTH = 100

const FURTHER = { token: 'members that the sources leave open' }

function ofText(text: Text): unknown {
  return isPlain(text) ? text : new SourceUnknown(text)
}

function unknownJson(token: Token): SourceUnknown {
  return new SourceUnknown([token])
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
