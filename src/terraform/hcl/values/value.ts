import type { Text, Token } from '../../../iam/text/text.js'
import type { Embedded } from '../../../tree/embed.js'
import type { Node } from '../../../tree/node.js'
import {
  type Block,
  type CallExpr,
  type Expr,
  type HclFile,
  heldNumber,
  type ObjectElement,
  type ObjectExpr,
  type Span,
} from '../syntax/index.js'
import { allMade, type Made, withMade } from './made.js'

/**
 * Where a value was written. The handle of each style is what an editor changes:
 * `object` an HCL object, `json-text` a JSON node in a heredoc, a template or a plain file, `statement-block` and
 * `dynamic-content` a block of a policy document, `merge` a call of merge(), `tf-json` a value of a `.tf.json` file,
 * `quoted-json` JSON inside a quoted HCL string, `filled-json` what `templatestring` makes of a text, `expression` anything else.
 */
export type SourceOrigin = Span & { readonly file: HclFile } & (
    | { readonly style: 'object'; readonly node: ObjectExpr }
    | { readonly style: 'json-text'; readonly node: Node; readonly region: JsonRegion }
    | { readonly style: 'statement-block' | 'dynamic-content' | 'block'; readonly node: Block }
    | { readonly style: 'merge'; readonly node: CallExpr }
    | { readonly style: 'tf-json' | 'quoted-json' | 'filled-json' }
    | { readonly style: 'expression'; readonly node: Expr }
  )

export type OriginStyle = SourceOrigin['style']

/** JSON text within a file, with the expressions in it. */
export interface JsonRegion extends Embedded {
  /** Template syntax holds here: a literal `${` is written `$${`, each `${…}` is a hole, each `%{…}` blank. */
  readonly escapes: boolean
  /** The masked text has syntax errors: offsets may serve to locate, never to rewrite. */
  readonly hasError: boolean
}

interface Written {
  /** Null for values that come from the plan or are computed. */
  readonly origin: SourceOrigin | null
  /** Of a value that is not known as a whole, what it is made of. */
  readonly made?: Made
}

/** A string, in pieces where parts of it are not known. */
export interface StringValue extends Written {
  readonly kind: 'string'
  readonly text: Text
  readonly loose?: Loose
  /** The value that the string is JSON text of; null when it is none. Read on demand. */
  readonly json?: () => Value | null
}

export interface PrimitiveValue extends Written {
  readonly kind: 'primitive'
  readonly value: number | boolean
  readonly loose?: Loose
}

/** Terraform may have converted it to another primitive type, which counts where it is compared. */
type Loose = true

export interface NullValue extends Written {
  readonly kind: 'null'
}

export interface TupleValue extends Written {
  readonly kind: 'tuple'
  /** An item may be `repeated`. */
  readonly items: readonly Value[]
  /** Its type, where that is known. A set has its items in Terraform's order. */
  readonly shape?: 'tuple' | 'list' | 'set'
}

export interface Member {
  readonly name: string
  readonly value: Value
  /** The member as written, key included. */
  readonly origin: MemberSpan | null
}

export type MemberSpan = Span & {
  readonly file: HclFile
  /** Of a member of an HCL object: the element and the object that it is written in. */
  readonly element?: { readonly object: ObjectExpr; readonly node: ObjectElement }
}

export interface ObjectValue extends Written {
  readonly kind: 'object'
  /** Of members with the same name the last one counts. */
  readonly members: readonly Member[]
  /** There may be further members. */
  readonly open: boolean
  /** Its type, where that is known. */
  readonly shape?: 'object' | 'map'
}

/** A choice that is not decided: one of the options, or an item that is any number of times one of them. */
export interface OneOfValue extends Written {
  readonly kind: 'oneOf'
  readonly options: readonly Value[]
  /** The expression that it is the value of; absent where it is not known yet. */
  readonly name?: Token
}

/** Only inside a tuple: no, one or several items like the body. */
export interface RepeatedValue extends Written {
  readonly kind: 'repeated'
  readonly body: Value
}

/** The text of a JSON document whose value is known in structure. */
export interface JsonValue extends Written {
  readonly kind: 'json'
  readonly document: Value
}

/** Not known. Two whose tokens are the same stand for the same value (`isSameToken`). */
export interface UnknownValue extends Written {
  readonly kind: 'unknown'
  readonly token: Token
  /** Its expression is an error for certain, such as a member that an object does not have: `try` goes on. */
  readonly fails?: true
  /** What it is the text of, in a language that is not read: `yamlencode(…)`. */
  readonly encodes?: Value
}

export type Value =
  | StringValue
  | PrimitiveValue
  | NullValue
  | TupleValue
  | ObjectValue
  | OneOfValue
  | RepeatedValue
  | JsonValue
  | UnknownValue

const MAX_OPTIONS = 16

/** What an unknown value is called by: the name of a value, such as `var.a`, or a token of it. */
export type Name = string | Token

export function unknown(name: Name, origin: SourceOrigin | null = null): UnknownValue {
  return { kind: 'unknown', token: tokenOf(name), origin }
}

/** An unknown value of which only words can be said that fit others as well. */
export function unnamed(words: string, origin: SourceOrigin | null = null): UnknownValue {
  return unknown({ token: words, vague: true }, origin)
}

/** The value of an expression that is an error. */
export function failing(name: Name): UnknownValue {
  return { kind: 'unknown', token: tokenOf(name), fails: true, origin: null }
}

function tokenOf(name: Name): Token {
  return typeof name === 'string' ? { token: name } : name
}

export function isFailing(value: Value): boolean {
  return value.kind === 'unknown' && value.fails === true
}

export function plainString(text: string, origin: SourceOrigin | null = null): StringValue {
  return { kind: 'string', text, origin }
}

export function tuple(items: readonly Value[], origin: SourceOrigin | null = null): TupleValue {
  return { kind: 'tuple', items, origin }
}

export function primitive(value: number | boolean, origin: SourceOrigin | null = null): PrimitiveValue {
  return { kind: 'primitive', value, origin }
}

/** The number that a text of digits stands for; what no double holds is not known. */
export function numberValue(written: string, origin: SourceOrigin | null = null): Value {
  const value = heldNumber(written)
  return Number.isNaN(value) ? unnamed('a number', origin) : primitive(value, origin)
}

/**
 * A choice of several values; nested choices are joined, and a long list becomes unknown.
 *
 * @param made what chooses, besides what chooses in nested ones
 */
export function oneOf(options: readonly Value[], origin: SourceOrigin | null, made?: Made): Value {
  const flat = options.flatMap((option) => (option.kind === 'oneOf' ? option.options : [option]))
  const [only] = flat
  if (flat.length === 1 && only !== undefined) return only
  const all = allMade([made, ...options.map((option) => (option.kind === 'oneOf' ? option.made : undefined))])
  const choice: Value =
    flat.length > MAX_OPTIONS ? unnamed('one of many values', origin) : { kind: 'oneOf', options: flat, origin }
  return withMade(choice, all)
}

export function memberNamed(object: ObjectValue, name: string): Member | null {
  return object.members.findLast((one) => one.name === name) ?? null
}

/** The members that count: of those with the same name the last. */
export function effectiveMembers(object: ObjectValue): readonly Member[] {
  const last = new Map<string, Member>()
  for (const one of object.members) last.set(one.name, one)
  return [...last.values()]
}

/** The string that a value is, when all of it is known. */
export function knownString(value: Value): string | null {
  if (value.kind === 'string') return typeof value.text === 'string' ? value.text : null
  return value.kind === 'primitive' ? String(value.value) : null
}

/** A value as a piece of text: strings as they are, everything unknown as a token. */
export function textOf(value: Value): Text {
  if (value.kind === 'string') return value.text
  if (value.kind === 'primitive') return String(value.value)
  if (value.kind === 'unknown') return [value.token]
  if (value.kind === 'oneOf' && value.name !== undefined) return [value.name]
  return [{ token: TEXT_TOKENS[value.kind], vague: true }]
}

const TEXT_TOKENS: Readonly<Record<Exclude<Value['kind'], 'string' | 'primitive' | 'unknown'>, string>> = {
  null: 'null',
  tuple: 'a list',
  object: 'an object',
  oneOf: 'one of several values',
  repeated: 'a repeated value',
  json: 'a JSON document',
}

/** Where Terraform runs, `path.cwd`: the folder of the root module, unless `-chdir` leads there from another one. */
export const WORKING_DIRECTORY = [{ token: 'path.cwd' }] as const satisfies Text

/** Whether a text is a path that begins where Terraform runs. */
export function isBelowWorkingDirectory(text: Text): boolean {
  const [first] = typeof text === 'string' ? [] : text
  return typeof first === 'object' && first.token === 'path.cwd'
}

/** Applies a function to a value, or to each option of an undecided one. */
export function mapOptions(value: Value, change: (option: Value) => Value): Value {
  return value.kind === 'oneOf' ? oneOf(value.options.map(change), value.origin, value.made) : change(value)
}

/** Whether nothing in the value is unknown. `limit` bounds the nodes looked at. */
export function isKnown(value: Value, limit = 10_000): boolean {
  let left = limit
  const todo: Value[] = [value]
  for (let one = todo.pop(); one !== undefined; one = todo.pop()) {
    if (left-- <= 0) return false
    if (one.kind === 'unknown' || one.kind === 'oneOf' || one.kind === 'repeated') return false
    if (one.kind === 'string' && typeof one.text !== 'string') return false
    if (one.kind === 'tuple') for (const item of one.items) todo.push(item)
    if (one.kind === 'json') todo.push(one.document)
    if (one.kind === 'object') {
      if (one.open) return false
      for (const each of effectiveMembers(one)) todo.push(each.value)
    }
  }
  return true
}
