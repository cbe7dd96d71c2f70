import { mapStrings } from '../../../iam/text.js'
import { type Attribute, type Block, type MergedBlock, nestedBlocks } from '../syntax/index.js'
import type { Context, Scope } from '../modules/index.js'
import {
  equals,
  knownString,
  type Member,
  memberNamed,
  plainString,
  possible,
  type SourceOrigin,
  textOf,
  tuple,
  unknown,
  type Value,
} from '../values/index.js'
import { documentsOf } from './policy-json.js'
import { type Expanded, expandBlocks } from './dynamic.js'

/**
 * The document of a `data "aws_iam_policy_document"`, assembled in the provider's order: source documents, own
 * statements, overriding documents. A later statement replaces an earlier one of the same Sid in its place.
 */
export function policyDocument(block: MergedBlock, scope: Scope, context: Context): Value {
  const origin = blockOrigin(block.block, 'block')
  const statements: Value[] = []
  const add = (document: readonly Value[]) => {
    const before = statements.length
    for (const statement of document) merge(statements, statement, before)
  }
  for (const document of inputs(block, ['source_policy_documents', 'source_json'], scope, context)) add(document)
  add(expandBlocks(block.nested('statement'), scope, context).map((one) => statementOf(one, context)))
  for (const document of inputs(block, ['override_policy_documents', 'override_json'], scope, context)) add(document)
  const version = block.attribute('version')
  const members: Member[] = [
    {
      name: 'Version',
      value:
        version === null
          ? plainString('2012-10-17')
          : context.evaluate(version.value, { ...scope, file: version.file }),
      origin: null,
    },
    { name: 'Statement', value: tuple(statements), origin: null },
  ]
  return { kind: 'json', document: { kind: 'object', members, open: true, origin }, origin }
}

/** @param before how many statements other documents gave: within one no Sid is there twice */
function merge(statements: Value[], statement: Value, before: number): void {
  for (let i = 0; i < before; i++) {
    const other = statements[i]
    if (other !== undefined && mayReplace(statement, other)) statements[i] = possible(other)
  }
  const sid = sidOf(statement)
  const at = sid === null || sid === '' ? -1 : statements.findIndex((other) => sidOf(other) === sid)
  const replaced = statements[at]
  if (replaced === undefined) statements.push(statement)
  // A statement that may not be there leaves the one below it possible.
  else if (statement.kind === 'repeated') statements.splice(at, 1, possible(replaced), statement)
  else statements[at] = statement
}

/** Whether the Sids of two statements may be the same one, without it being known. */
function mayReplace(statement: Value, other: Value): boolean {
  const [sid, below] = [sidValue(statement), sidValue(other)]
  if (sid === null || below === null || (knownString(sid) !== null && knownString(below) !== null)) return false
  return knownString(sid) !== '' && knownString(below) !== '' && equals(sid, below) !== false
}

/** The Sid, as far as it is known; null where there is none. */
function sidValue(statement: Value): Value | null {
  const body = bodyOf(statement)
  if (body.kind !== 'object') return unknown('a Sid')
  const sid = memberNamed(body, 'Sid')?.value ?? null
  if (sid === null) return body.open ? unknown('a Sid') : null
  return sid.kind === 'null' ? null : sid
}

function bodyOf(value: Value): Value {
  return value.kind === 'repeated' ? value.body : value
}

function sidOf(statement: Value): string | null {
  const body = bodyOf(statement)
  if (body.kind !== 'object') return null
  const sid = body.members.findLast(({ name }) => name === 'Sid')
  return sid === undefined ? null : knownString(sid.value)
}

/** The statements of each document that an attribute lists. */
function inputs(
  block: MergedBlock,
  names: readonly string[],
  scope: Scope,
  context: Context,
): readonly (readonly Value[])[] {
  return names.flatMap((name) => {
    const attribute = block.attribute(name)
    if (attribute === null) return []
    const value = context.evaluate(attribute.value, { ...scope, file: attribute.file })
    return value.kind === 'tuple' ? value.items.map(documentsOf) : [documentsOf(value)]
  })
}

function blockOrigin(block: Block | null, style: 'block' | 'statement-block' | 'dynamic-content'): SourceOrigin | null {
  if (block === null) return null
  const span = { file: block.file, start: block.start, end: block.end }
  return block.file.kind === 'json' ? { ...span, style: 'tf-json' } : { ...span, style, node: block }
}

/** A `statement` block as the JSON object that the provider makes of it. */
function statementOf(expanded: Expanded, context: Context): Value {
  const { block, scope, repeated } = expanded
  const members: Member[] = []
  const attributes = block.body.attributes
  const put = (name: string, attribute: Attribute | undefined, fallback: Value | null) => {
    const value =
      attribute === undefined
        ? fallback
        : replaceMarks(context.evaluate(attribute.value, { ...scope, file: attribute.file }))
    if (value === null || value.kind === 'null') return
    const origin = attribute === undefined ? null : { file: attribute.file, start: attribute.start, end: attribute.end }
    members.push({ name, value, origin })
  }
  put('Sid', attributes.get('sid'), null)
  put('Effect', attributes.get('effect'), plainString('Allow'))
  members.push(...principals(block, 'principals', 'Principal', scope, context))
  members.push(...principals(block, 'not_principals', 'NotPrincipal', scope, context))
  put('Action', attributes.get('actions'), null)
  put('NotAction', attributes.get('not_actions'), null)
  put('Resource', attributes.get('resources'), null)
  put('NotResource', attributes.get('not_resources'), null)
  members.push(...conditions(block, scope, context))
  const style = expanded.dynamic ? 'dynamic-content' : 'statement-block'
  const statement: Value = { kind: 'object', members, open: false, origin: blockOrigin(block, style) }
  return repeated ? { kind: 'repeated', body: statement, origin: statement.origin } : statement
}

/** The provider writes policy variables as `&{…}`, since `${…}` is an expression. */
function replaceMarks(value: Value): Value {
  if (value.kind === 'string') return { ...value, text: mapStrings(value.text, (text) => text.replaceAll('&{', '${')) }
  if (value.kind === 'tuple') return { ...value, items: value.items.map(replaceMarks) }
  if (value.kind === 'repeated') return { ...value, body: replaceMarks(value.body) }
  return value.kind === 'oneOf' ? { ...value, options: value.options.map(replaceMarks) } : value
}

function attributeValue(block: Block, name: string, scope: Scope, context: Context): Value {
  const attribute = block.body.attributes.get(name)
  if (attribute === undefined) return unknown(name)
  return replaceMarks(context.evaluate(attribute.value, { ...scope, file: attribute.file }))
}

/** `type = "*"` with `identifiers = ["*"]` is the bare `"*"`, everything else a map from type to identifiers. */
function principals(
  statement: Block,
  type: 'principals' | 'not_principals',
  name: 'Principal' | 'NotPrincipal',
  scope: Scope,
  context: Context,
): readonly Member[] {
  const blocks = expandBlocks(nestedBlocks(statement.body.blocks, type), scope, context)
  const [first] = blocks
  if (first === undefined) return []
  const only = blocks.length === 1 ? first.block : null
  const span = only === null ? null : { file: only.file, start: only.start, end: only.end }
  const byType = new Map<string, Value[]>()
  let open = false
  for (const { block, scope: inner, repeated } of blocks) {
    const kind = knownString(attributeValue(block, 'type', inner, context))
    const identifiers = attributeValue(block, 'identifiers', inner, context)
    if (kind === '*' && isStar(identifiers))
      return [{ name, value: plainString('*', identifiers.origin), origin: span }]
    // Its name stands for everybody only with "*" as the one identifier; what else it holds is not known here.
    if (kind === '*') return [{ name, value: unknown('principals'), origin: span }]
    if (kind === null) open = true
    else byType.set(kind, [...(byType.get(kind) ?? []), repeated ? possibleItems(identifiers) : identifiers])
  }
  return [{ name, value: united(byType, open, blockOrigin(only, 'block')), origin: span }]
}

/** The identifiers of a block that may not be there. */
function possibleItems(identifiers: Value): Value {
  return identifiers.kind === 'tuple'
    ? { ...identifiers, items: identifiers.items.map(possible) }
    : possible(identifiers)
}

function isStar(identifiers: Value): boolean {
  const [item] = identifiers.kind === 'tuple' ? identifiers.items : []
  return (
    identifiers.kind === 'tuple' && identifiers.items.length === 1 && item !== undefined && knownString(item) === '*'
  )
}

function united(byType: ReadonlyMap<string, readonly Value[]>, open: boolean, origin: SourceOrigin | null): Value {
  const members = [...byType].map(([name, values]) => ({ name, value: joined(values, open), origin: null }))
  return { kind: 'object', members, open, origin }
}

/** A block of which it is not known what it is about may add to any list. */
function joined(values: readonly Value[], open: boolean): Value {
  const [only] = values
  if (values.length === 1 && only !== undefined && !open) return only
  const items = values.flatMap((value) => (value.kind === 'tuple' ? value.items : [value]))
  return tuple(open ? [...items, possible(unknown('values of another block'))] : items)
}

/** Blocks of the same test and variable are united. */
function conditions(statement: Block, scope: Scope, context: Context): readonly Member[] {
  const blocks = expandBlocks(nestedBlocks(statement.body.blocks, 'condition'), scope, context)
  if (blocks.length === 0) return []
  const tests = new Map<string, Map<string, Value[]>>()
  let open = false
  for (const { block, scope: inner, repeated } of blocks) {
    const test = knownString(attributeValue(block, 'test', inner, context))
    const variable = textOf(attributeValue(block, 'variable', inner, context))
    if (test === null || repeated || typeof variable !== 'string') {
      open = true
      continue
    }
    const variables = tests.get(test) ?? new Map<string, Value[]>()
    tests.set(test, variables)
    variables.set(variable, [...(variables.get(variable) ?? []), attributeValue(block, 'values', inner, context)])
  }
  const members = [...tests].map(([name, variables]) => ({ name, value: united(variables, open, null), origin: null }))
  return [{ name: 'Condition', value: { kind: 'object', members, open, origin: null }, origin: null }]
}
