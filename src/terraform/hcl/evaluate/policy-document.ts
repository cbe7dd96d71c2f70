import { mapStrings } from '../../../iam/text/text.js'
import { assembleDocument, type DocumentValues, type NestedBlock, renderStatement } from '../../provider/index.js'
import { type Context, madeOf, madeOfBlocks, type Scope } from '../modules/index.js'
import { type Attribute, type Block, type MergedBlock, nestedBlocks } from '../syntax/index.js'
import {
  allMade,
  equals,
  knownString,
  type Made,
  type Member,
  type MemberSpan,
  memberNamed,
  plainString,
  possible,
  possibleAll,
  type SourceOrigin,
  tuple,
  unnamed,
  type Value,
  withMade,
} from '../values/index.js'
import { type Expanded, expandBlocks } from './dynamic.js'
import { documentsOf } from './policy-json.js'

/** The document of a `data "aws_iam_policy_document"`. */
export function policyDocument(block: MergedBlock, scope: Scope, context: Context): Value {
  const origin = blockOrigin(block.block, 'block')
  const statements = assembleDocument(
    [
      ...inputs(block, SOURCES, scope, context),
      expandBlocks(block.nested('statement'), scope, context).map((one) => statementOf(one, context)),
      ...inputs(block, OVERRIDES, scope, context),
    ],
    EVALUATED,
  )
  if (statements === null) return unnamed('too much to follow', origin)
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
    { name: 'Statement', value: tuple(statements.map((one) => withInputs(one, block, scope))), origin: null },
  ]
  return { kind: 'json', document: { kind: 'object', members, open: true, origin }, origin }
}

const SOURCES = ['source_policy_documents', 'source_json']
const OVERRIDES = ['override_policy_documents', 'override_json']

/** A statement of which only another document decides whether it is there. */
function withInputs(statement: Value, block: MergedBlock, scope: Scope): Value {
  if (statement.kind !== 'repeated' || statement.made !== undefined) return statement
  const attributes = [...SOURCES, ...OVERRIDES].flatMap((name) => block.attribute(name) ?? [])
  return withMade(statement, allMade(attributes.map((one) => madeOf([one.value], { ...scope, file: one.file }))))
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

/** A `statement` block as the JSON object that the provider makes of it; each member where its attribute is written. */
function statementOf(expanded: Expanded, context: Context): Value {
  const { block, scope, repeated } = expanded
  const expand = (type: string) => expandBlocks(nestedBlocks(block.body.blocks, type), scope, context)
  const nested = {
    principals: expand('principals'),
    not_principals: expand('not_principals'),
    condition: expand('condition'),
  }
  const rendered = renderStatement(
    {
      attribute: (name) => attributeValue(block, name, scope, context),
      nested: (type) => nested[type].map((one) => nestedBlock(one, context)),
    },
    EVALUATED,
  )
  const members = rendered.map(({ name, from, value }): Member => {
    if (from === 'principals' || from === 'not_principals') {
      return principalsMember(name, withMade(value, madeOfNested(value, nested[from], context)), nested[from])
    }
    if (from === 'condition')
      return { name, value: withMade(value, madeOfNested(value, nested[from], context)), origin: null }
    const attribute = block.body.attributes.get(from)
    return { name, value, origin: attribute === undefined ? null : spanOf(attribute) }
  })
  const style = expanded.dynamic ? 'dynamic-content' : 'statement-block'
  const statement: Value = { kind: 'object', members, open: false, origin: blockOrigin(block, style) }
  return repeated ? possible(statement, expanded.made) : withMade(statement, expanded.made)
}

/** What tells blocks apart of which the provider's document shows nothing, or not that they are there. */
function madeOfNested(value: Value, blocks: readonly Expanded[], context: Context): Made | undefined {
  const isNamed = ({ block, scope }: Expanded) =>
    ['test', 'variable', 'type'].every((name) => {
      const attribute = attributeValue(block, name, scope, context)
      return attribute === undefined || knownString(attribute) !== null
    })
  const lost = blocks.filter((one) => value.kind === 'unknown' || one.repeated || !isNamed(one))
  return allMade([...blocks.map(({ made }) => made), lost.length === 0 ? undefined : madeOfBlocks(lost)])
}

/** Several blocks are one member, which is written nowhere as such. */
function principalsMember(name: string, value: Value, [only, ...others]: readonly Expanded[]): Member {
  if (only === undefined || others.length > 0) return { name, value, origin: null }
  const written = value.kind === 'object' ? { ...value, origin: blockOrigin(only.block, 'block') } : value
  return { name, value: written, origin: spanOf(only.block) }
}

function spanOf({ file, start, end }: Block | Attribute): MemberSpan {
  return { file, start, end }
}

function nestedBlock({ block, scope, repeated }: Expanded, context: Context): NestedBlock<Value> {
  return { attribute: (name) => attributeValue(block, name, scope, context), repeated }
}

function attributeValue(block: Block, name: string, scope: Scope, context: Context): Value | undefined {
  const attribute = block.body.attributes.get(name)
  return attribute === undefined ? undefined : context.evaluate(attribute.value, { ...scope, file: attribute.file })
}

/** Values of the sources. */
const EVALUATED: DocumentValues<Value> = {
  isBlocks: (nested): nested is readonly NestedBlock<Value>[] => Array.isArray(nested),
  text: knownString,
  isAbsent: (value) => value.kind === 'null' || (value.kind === 'tuple' && value.items.length === 0),
  everyone: (identifiers) => (isStar(identifiers) ? plainString('*', identifiers.origin) : null),
  plain: (text) => plainString(text),
  unknown: (what) => unnamed(what),
  mapTexts,
  lists: joined,
  possibleItems: (value) => (value.kind === 'tuple' ? { ...value, items: possibleAll(value.items) } : possible(value)),
  object: (members, open) => ({
    kind: 'object',
    members: members.map(([name, value]) => ({ name, value, origin: null })),
    open,
    origin: null,
  }),
  mayEqual: (a, b) => equals(a, b) !== false,
  sid: (statement) => {
    const body = statement.kind === 'repeated' ? statement.body : statement
    if (body.kind !== 'object') return unnamed('a Sid')
    const sid = memberNamed(body, 'Sid')?.value
    if (sid === undefined) return body.open ? unnamed('a Sid') : undefined
    return sid.kind === 'null' ? undefined : sid
  },
  isPossible: ({ kind }) => kind === 'repeated',
  possible,
}

function isStar(value: Value): boolean {
  const [item] = value.kind === 'tuple' ? value.items : []
  return value.kind === 'tuple' && value.items.length === 1 && item !== undefined && knownString(item) === '*'
}

function mapTexts(value: Value, change: (text: string) => string): Value {
  switch (value.kind) {
    case 'string':
      return { ...value, text: mapStrings(value.text, change) }
    case 'tuple':
      return { ...value, items: value.items.map((item) => mapTexts(item, change)) }
    case 'repeated':
      return { ...value, body: mapTexts(value.body, change) }
    case 'oneOf':
      return { ...value, options: value.options.map((option) => mapTexts(option, change)) }
    default:
      return value
  }
}

/** A block of which it is not known what it is about may add to any list. */
function joined(values: readonly Value[], open: boolean): Value {
  const [only] = values
  if (values.length === 1 && only !== undefined && !open) return only
  const items = values.flatMap((value) => (value.kind === 'tuple' ? value.items : [value]))
  return tuple(open ? [...items, possible(unnamed('values of another block'))] : items)
}
