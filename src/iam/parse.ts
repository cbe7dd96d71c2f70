import { isObject, type JsonObject, member } from '../tree/value.js'
import { Budget, type Choice, leavesOf, MAX_CHOSEN } from './choices.js'
import { duplicateIn, overwrittenIn } from './duplicates.js'
import type {
  Condition,
  PatternElement,
  PolicyDocument,
  PrincipalElement,
  PrincipalEntry,
  PrincipalType,
  SetOperator,
  Statement,
} from './model.js'
import {
  display,
  isPlain,
  lengthOf,
  namesBucketArn,
  ownBucketArn,
  piecesOf,
  sliceText,
  type Text,
  type Token,
  wholeToken,
} from './text/text.js'

/**
 * How the values of a document become text: plain JSON strings, template strings, CloudFormation intrinsics. Returns
 * null for what is no scalar.
 */
export type ReadText = (value: unknown) => Text | null

/** A whole value (list, map) of which nothing is known, or null when the value is an ordinary one. */
export type ReadToken = (value: unknown) => Token | null

export interface Reader {
  readonly text: ReadText
  /** For Resource and NotResource, where an expression is more likely the bucket's ARN; `text` where it is missing. */
  readonly resource?: ReadText
  /** For the entries of `AWS` in a principal element. */
  readonly principal?: ReadText
  /** For the values of a condition, by its key. */
  readonly condition?: (value: unknown, key: string) => Text | null
  readonly token: ReadToken
  /** The items of a list that an expression makes, where they are known; null for every other value. */
  readonly list?: (value: unknown) => readonly unknown[] | null
  /** What an item of the list of statements may come to; null for an ordinary value. */
  readonly choice?: (value: unknown) => Choice | null
}

/** A reader that says how the texts of every element are read. */
type FullReader = Reader & Required<Pick<Reader, 'resource' | 'principal' | 'condition'>>

/** S3 takes policies of 20 KB: no text of a policy that it accepts is longer, and matching costs time by length. */
const MAX_TEXT = 20 * 1024
const TOO_LONG: Text = [{ token: 'a text longer than a policy may be' }]

/** Scalars as the policy language reads them: numbers and booleans count as their text. */
export const readPlainText: ReadText = (value) => {
  if (typeof value === 'string') return value.length > MAX_TEXT ? TOO_LONG : value
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : null
}

/** The statements of a `Statement` member: one object or a list (IAM User Guide, "Statement"). */
export function statementsOf(policy: JsonObject): readonly unknown[] {
  const statement = member(policy, 'Statement')
  if (Array.isArray(statement)) return statement
  return statement === undefined ? [] : [statement]
}

/** What policies have in common that say the same, whatever stands beside their statements. */
export function statementsKey(policy: JsonObject): string {
  return JSON.stringify(statementsOf(policy))
}

/** ARNs have at most 2048 characters, keys of objects 1024; a policy has no longer string that means something. */
const MAX_LENGTH = 2048
/** Expressions in one string; what has more of them is no ARN or name that anybody can judge. */
const MAX_PIECES = 64

/** A reader that takes a string beyond these limits for an unknown one, so that matching always stays cheap. */
function limited(read: ReadText): ReadText {
  return (value) => {
    if (typeof value === 'string' && value.length > MAX_LENGTH) return unread(value)
    const text = read(value)
    return text === null || isPlain(text) || text.length <= MAX_PIECES ? text : unread(display(text))
  }
}

function unread(text: string): Text {
  return [{ token: `${text.slice(0, 60)}…` }]
}

/** The elements of a statement, for who needs some of them only; as they are in a parsed policy. */
export interface Elements {
  readonly principal: (statement: JsonObject) => PrincipalElement
  readonly action: (statement: JsonObject) => PatternElement
  /** Of the block itself; null where it has another shape. */
  readonly conditions: (block: unknown) => Conditions | null
}

export function elementsOf(given: Reader): Elements {
  const reader = fullReader(given)
  return {
    principal: (statement) => parsePrincipal(statement, reader),
    action: (statement) => parsePatterns(statement, 'Action', reader.text, reader),
    conditions: (block) => parseConditions(block, reader),
  }
}

/** Reads a policy object. Never throws on bad policy text: what is invalid is carried as such and judged unknown. */
export function parsePolicy(policy: JsonObject, given: Reader): PolicyDocument {
  const reader = fullReader(given)
  const version = reader.text(member(policy, 'Version'))
  const duplicate = duplicateIn(policy)
  const budget = new Budget(MAX_CHOSEN)
  const statements = statementsOf(policy).flatMap((raw, index) => parseItem(raw, index, reader, budget))
  return {
    version: typeof version === 'string' ? version : null,
    variables: version === '2012-10-17',
    statements: duplicate === null ? statements : statements.map((one) => withDuplicate(one, duplicate)),
  }
}

function fullReader(given: Reader): FullReader {
  const { text, resource = text, principal = text, condition = text } = given
  return {
    ...given,
    text: limited(text),
    resource: limited(resource),
    principal: limited(principal),
    condition: (value, key) => limited((one) => condition(one, key))(value),
  }
}

/** A policy with two lists of statements, or two versions: which of them counts is not known for any statement. */
function withDuplicate(statement: Statement, duplicate: string): Statement {
  const effect = duplicate.toLowerCase() === 'statement' ? 'invalid' : statement.effect
  return { ...statement, effect, duplicate }
}

/** One item of the list: a statement, or those that an expression chooses from, which share the item's index. */
function parseItem(raw: unknown, index: number, reader: FullReader, budget: Budget): readonly Statement[] {
  const { leaves, by, of } = leavesOf(raw, reader.choice ?? (() => null), budget)
  return leaves.map(({ value, at, own, given, under, whole }) => {
    const token = reader.token(value)
    const statement = token === null ? parseStatement(value, index, reader) : unreadStatement(value, index, token)
    const placed = {
      ...statement,
      ...(at.length === 0 ? {} : { at }),
      ...(given && { given }),
      ...(under && { under }),
      ...(whole !== undefined && { whole }),
    }
    if (by === null) return placed
    const isSure = of !== null && statement.conditional === null
    return { ...placed, conditional: by, ...(isSure ? { oneOf: { of, own } } : {}) }
  })
}

/**
 * The name under which a source of statements says that an object may have members that it does not know, with a token
 * as the value. No element of a policy is called so.
 */
export const UNKNOWN_MEMBERS = ''

/** A statement of which nothing is known. */
function unreadStatement(raw: unknown, index: number, token: Token): Statement {
  const anything = { kind: 'positive', patterns: [[token]] } as const
  return {
    index,
    sid: null,
    effect: 'Deny',
    conditional: token.token,
    duplicate: null,
    overwritten: null,
    principal: { kind: 'principal', everyone: false, entries: [], partial: true },
    action: anything,
    resource: anything,
    conditions: [],
    malformedCondition: false,
    raw,
  }
}

function parseStatement(raw: unknown, index: number, reader: FullReader): Statement {
  const object = isObject(raw) ? raw : {}
  // A name is the string as it is written, whatever its length: nothing is looked up in it.
  const name = member(object, 'Sid')
  const sid = typeof name === 'string' ? name : reader.text(name)
  const effect = reader.text(member(object, 'Effect'))
  const written = effect !== null && !isPlain(effect) ? display(effect) : null
  const condition = parseConditions(member(object, 'Condition'), reader)
  const open = reader.token(member(object, UNKNOWN_MEMBERS))
  const duplicate = isObject(raw) ? firstNamed(raw, duplicateIn) : null
  const isSpelledOut = (effect === 'Allow' || effect === 'Deny') && duplicate?.toLowerCase() !== 'effect'
  return {
    index,
    sid: typeof sid === 'string' ? sid : null,
    effect: isSpelledOut ? effect : written === null ? 'invalid' : 'Deny',
    duplicate,
    overwritten: overwrittenName(raw),
    conditional: written ?? open?.token ?? condition?.open?.token ?? null,
    principal: parsePrincipal(object, reader),
    action: parsePatterns(object, 'Action', reader.text, reader),
    resource: parsePatterns(object, 'Resource', reader.resource, reader),
    conditions: condition?.list ?? [],
    malformedCondition: condition === null,
    raw,
  }
}

/** The name that the sources of a statement have twice in one element where their language lets the last one win. */
export function overwrittenName(raw: unknown): string | null {
  return isObject(raw) ? firstNamed(raw, overwrittenIn) : null
}

/** The first name that a look at the statement's elements finds: of itself, its Condition, the operators, the principals. */
function firstNamed(statement: JsonObject, find: (object: JsonObject) => string | null): string | null {
  const condition = member(statement, 'Condition')
  const operators = isObject(condition) ? Object.values(condition) : []
  const elements = [condition, ...operators, member(statement, 'Principal'), member(statement, 'NotPrincipal')]
  for (const element of [statement, ...elements]) {
    const name = isObject(element) ? find(element) : null
    if (name !== null) return name
  }
  return null
}

function parsePrincipal(statement: JsonObject, reader: FullReader): PrincipalElement {
  const positive = member(statement, 'Principal')
  const negative = member(statement, 'NotPrincipal')
  if (positive !== undefined && negative !== undefined) return { kind: 'invalid', reason: 'both' }
  const value = positive ?? negative
  if (value === undefined) return { kind: 'invalid', reason: 'missing' }
  const kind = positive !== undefined ? 'principal' : 'not-principal'
  // An expression may come to a text, as `!Ref` of a parameter does.
  const text = isObject(value) ? reader.text(value) : null
  const written = typeof text === 'string' ? text : value
  if (written === '*') return { kind, everyone: true, entries: [], partial: false }
  if (written === value && reader.token(value) !== null) return { kind, everyone: false, entries: [], partial: true }
  if (!isObject(written)) return { kind: 'invalid', reason: typeof written === 'string' ? 'bare-string' : 'malformed' }
  const listed = principalEntries(written, reader)
  // S3 refuses an element that names nobody, so nothing follows from it.
  if (listed === null || (listed.entries.length === 0 && !listed.partial))
    return { kind: 'invalid', reason: 'malformed' }
  return { kind, everyone: false, ...listed }
}

/** The entries of a principal map; null where a member is no type of principals. */
function principalEntries(
  value: JsonObject,
  reader: FullReader,
): { readonly entries: readonly PrincipalEntry[]; readonly partial: boolean } | null {
  const entries: PrincipalEntry[] = []
  let partial = false
  for (const [type, members] of Object.entries(value)) {
    if (type === UNKNOWN_MEMBERS && reader.token(members) !== null) {
      partial = true
      continue
    }
    if (!isPrincipalType(type)) return null
    for (const item of asList(members, reader)) {
      const text = type === 'AWS' ? reader.principal(item) : reader.text(item)
      if (text === null) partial = true
      else entries.push({ type, value: text })
    }
  }
  return { entries, partial }
}

function isPrincipalType(name: string): name is PrincipalType {
  return name === 'AWS' || name === 'Service' || name === 'Federated' || name === 'CanonicalUser'
}

function asList(value: unknown, reader: FullReader): readonly unknown[] {
  const made = reader.list?.(value) ?? null
  if (made !== null) return made
  return Array.isArray(value) && reader.token(value) === null ? value : [value]
}

function parsePatterns(
  statement: JsonObject,
  name: 'Action' | 'Resource',
  read: ReadText,
  reader: FullReader,
): PatternElement {
  const positive = member(statement, name)
  const negative = member(statement, `Not${name}`)
  if (positive !== undefined && negative !== undefined) return { kind: 'invalid', reason: 'both' }
  const value = positive ?? negative
  if (value === undefined) return { kind: 'invalid', reason: 'missing' }
  const patterns: Text[] = []
  for (const item of asList(value, reader)) {
    // The elements take strings alone (IAM User Guide, "Grammar of the IAM JSON policy language").
    const text = typeof item === 'number' || typeof item === 'boolean' ? null : read(item)
    if (text === null) return { kind: 'invalid', reason: 'malformed' }
    patterns.push(text)
  }
  if (patterns.length === 0) return { kind: 'invalid', reason: 'empty' }
  return {
    kind: positive !== undefined ? 'positive' : 'negative',
    patterns: name === 'Resource' ? withOwnArns(patterns) : patterns,
  }
}

/** Where an expression stands in one list with itself and something behind a slash, it is the bucket's ARN (docs/semantics.md, D28). */
function withOwnArns(given: readonly Text[]): readonly Text[] {
  const patterns = given.map(namedArn)
  const open = patterns.filter((pattern) => !isPlain(pattern))
  if (open.length < 2) return patterns
  const shown = open.map(display)
  const isBeside = (arn: Text) => {
    const starts = [`${display(arn)}/`, `${display(ownBucketArn(nameOf(arn), []))}/`]
    return shown.some((one) => starts.some((start) => one.startsWith(start)))
  }
  const arns = open.filter((pattern) => isOpenArn(pattern) && isBeside(pattern))
  if (arns.length === 0) return patterns
  return patterns.map((pattern) => {
    const arn = isPlain(pattern) ? undefined : arns.find((one) => `${display(pattern)}/`.startsWith(`${display(one)}/`))
    if (arn === undefined) return pattern
    const rest = sliceText(pattern, lengthOf(arn), lengthOf(pattern))
    return ownBucketArn(nameOf(arn), piecesOf(rest))
  })
}

/** An expression that is called after the ARN of a bucket stands for this one, alone and in front of a slash. */
function namedArn(pattern: Text): Text {
  const [first, second = '/'] = isPlain(pattern) ? [] : pattern
  if (isPlain(pattern) || first === undefined || typeof first === 'string' || typeof second !== 'string') return pattern
  const isNamed = (first.means === undefined || first.means === 'bucket-arn') && namesBucketArn(first.token)
  return isNamed && second.startsWith('/') ? ownBucketArn(first.token, pattern.slice(1)) : pattern
}

function nameOf(arn: Text): string {
  return wholeToken(arn)?.token ?? display(arn)
}

/** An expression, with or without text around it, of which nothing says what it stands for. */
function isOpenArn(pattern: Text): boolean {
  return !isPlain(pattern) && !display(pattern).startsWith('arn:') && pattern.every(isOpen)
}

function isOpen(piece: string | Token): boolean {
  return typeof piece === 'string' ? !piece.includes('/') : piece.means === undefined || piece.means === 'bucket-arn'
}

export interface Conditions {
  readonly list: readonly Condition[]
  /** There may be further conditions, which only narrow what the statement applies to. */
  readonly open: Token | null
}

/** The conditions, one per operator and key. Null when the block has another shape. */
function parseConditions(block: unknown, reader: FullReader): Conditions | null {
  if (block === undefined) return { list: [], open: null }
  let open = reader.token(block)
  if (open !== null) return { list: [], open }
  if (!isObject(block)) return null
  const conditions: Condition[] = []
  for (const [written, keys] of Object.entries(block)) {
    const token = reader.token(keys)
    if (token !== null) {
      open ??= token
      continue
    }
    if (!isObject(keys)) return null
    for (const [key, value] of Object.entries(keys)) {
      if (key === UNKNOWN_MEMBERS && reader.token(value) !== null) {
        open ??= reader.token(value)
        continue
      }
      const values: Text[] = []
      for (const item of asList(value, reader)) {
        const text = reader.condition(item, key)
        if (text === null) return null
        values.push(text)
      }
      conditions.push({ ...parseOperator(written), key, values })
    }
  }
  return { list: conditions, open }
}

function parseOperator(written: string): Pick<Condition, 'written' | 'set' | 'operator' | 'ifExists'> {
  let rest = written
  let set: SetOperator = null
  if (rest.startsWith('ForAllValues:')) set = 'all'
  else if (rest.startsWith('ForAnyValue:')) set = 'any'
  if (set !== null) rest = rest.slice(rest.indexOf(':') + 1)
  const ifExists = rest.endsWith('IfExists')
  return { written, set, operator: ifExists ? rest.slice(0, -'IfExists'.length) : rest, ifExists }
}
