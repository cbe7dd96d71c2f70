import { piecesOf } from '../../iam/text/text.js'
import { holdsPolicy } from '../../text/policy-text.js'
import { TEMPLATE_TYPE } from '../../text/terraform-types.js'
import { effectiveMembers, memberNamed, parsedDocument, type Value } from '../hcl/values/index.js'

/** Names of arguments that are policies, or flags that make a module write one. */
export const MAY_BE_POLICY = /polic(?:y|ies)|^attach_|statements?$/i

/** Members that only name a policy, or say something of one. */
const NAMES_ONE = /_(?:arns?|names?|ids?|prefix|path|description)$/i

/** Members of statements, in the ways in which modules take them. */
const OF_STATEMENT = /^(?:effect|(?:not_?)?principals?|statements?)$/i

/** What an argument of a module hands to it. */
export interface Handed {
  /** Steps to the documents within its value; none leads to the value itself. */
  readonly documents: readonly (readonly number[])[]
  /** A member within may be a policy, or a flag that makes the module write one. */
  readonly asks: boolean
}

/** Values that are looked at in one argument. */
const MAX_VALUES = 20_000

/** Policy documents in a value, and what is called like one, at any depth. */
export function handedIn(value: Value): Handed {
  const documents: (readonly number[])[] = []
  let asks = false
  const todo: { readonly value: Value; readonly route: readonly number[] }[] = [{ value, route: [] }]
  for (const one of todo) {
    if (todo.length > MAX_VALUES) return { documents, asks: true }
    if (isDocument(one.value)) {
      documents.push(one.route)
      continue
    }
    if (one.value.kind === 'object') {
      asks ||= effectiveMembers(one.value).some((member) => mayAsk(member.name, member.value))
    }
    todo.push(...below(one.value).map((inner, step) => ({ value: inner, route: [...one.route, step] })))
  }
  return { documents, asks }
}

/** A text with the words of a bucket policy, or with the type of one in a template. */
export interface HeldText {
  /** The file that it is written in; null where that is not known. */
  readonly path: string | null
  readonly isTemplate: boolean
}

/** Texts in a value, at any depth, that hold a bucket policy and are no JSON of which the documents are known. */
export function textsHolding(value: Value): readonly HeldText[] {
  const found: HeldText[] = []
  const todo = [value]
  for (const one of todo) {
    if (todo.length > MAX_VALUES) break
    const inner = below(one)
    todo.push(...inner)
    if (one.kind !== 'string' || inner.length > 0) continue
    const text = piecesOf(one.text)
      .map((piece) => (typeof piece === 'string' ? piece : ''))
      .join('')
    const isTemplate = text.includes(TEMPLATE_TYPE)
    if (isTemplate || holdsPolicy(text)) found.push({ path: one.origin?.file.path ?? null, isTemplate })
  }
  return found
}

/** The value that steps lead to; null where there is none. */
export function valueAt(value: Value, route: readonly number[]): Value | null {
  let at: Value | null = value
  for (const step of route) at = at === null ? null : (below(at)[step] ?? null)
  return at
}

/** The values within one, in an order that is always the same. */
function below(value: Value): readonly Value[] {
  switch (value.kind) {
    case 'object':
      return effectiveMembers(value).map((member) => member.value)
    case 'tuple':
      return value.items
    case 'repeated':
      return [value.body]
    case 'oneOf':
      return value.options
    case 'unknown':
      return value.encodes === undefined ? [] : [value.encodes]
    default: {
      const document = parsedDocument(value)
      return document === null ? [] : [document]
    }
  }
}

/** A text or an object that is a policy, as far as it is known, or that has the words of one. */
function isDocument(value: Value): boolean {
  if (value.kind === 'object') {
    const statement = memberNamed(value, 'Statement')?.value.kind
    return statement === 'object' || statement === 'tuple'
  }
  if (value.kind !== 'json' && value.kind !== 'string') return false
  const document = parsedDocument(value)
  if (document !== null) return document.kind === 'object' && memberNamed(document, 'Statement') !== null
  const pieces = value.kind === 'string' ? [value.text].flat() : []
  return pieces.some((piece) => typeof piece === 'string' && piece.includes('Statement'))
}

function mayAsk(name: string, value: Value): boolean {
  if (!MAY_BE_POLICY.test(name) || NAMES_ONE.test(name)) return false
  if (value.kind === 'primitive') return value.value === true
  if (value.kind === 'object' || value.kind === 'tuple') return hasStatement(value)
  return value.kind === 'unknown' || value.kind === 'oneOf'
}

function hasStatement(value: Value): boolean {
  const todo = [value]
  for (const one of todo) {
    if (todo.length > MAX_VALUES) return true
    if (one.kind === 'object' && effectiveMembers(one).some(({ name }) => OF_STATEMENT.test(name))) return true
    todo.push(...below(one))
  }
  return false
}
