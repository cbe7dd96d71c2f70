import { type Attribute, type Block, nestedBlocks } from '../../../terraform/hcl/syntax/index.js'
import { memberNamed, type ObjectValue } from '../../../terraform/hcl/values/index.js'
import type { FoundStatement } from '../../../terraform/trace/index.js'
import type { TextEdit } from '../../../text/edit.js'
import type { AddMember, MapView, Obstacle, RenameMember, View } from '../../remedies/operation.js'
import { indentAt, type Layout, listText, replace, startsLine } from '../layout/layout.js'
import type { Printer, Refusal } from '../layout/printer.js'
import { aligned } from './comments.js'
import { hclString, type SourcePatch, type TextPatch } from './insert.js'
import { type Item, itemOfAttribute, tailOf } from './items.js'
import { blockLayout, hasHclComment, plainText } from './layout.js'
import { completeWritten, listView, replaceStar, type Written } from './written.js'

/** Statement blocks of an `aws_iam_policy_document`. */
export const BLOCK_PRINTER: Printer<FoundStatement, SourcePatch> = {
  prints: (statement) => blockOf(statement) !== null,
  view: statementView,
  print: (operation, statement) => {
    const block = blockOf(statement)
    if (block === null) return { reason: NO_BLOCK }
    const principals = principalsOf(block)
    if (operation.kind === 'add') return aligned(statement.origin, addCondition(block, operation))
    if ('reason' in principals) return principals
    const { identifiers } = principals
    if (operation.kind === 'rename') return aligned(statement.origin, rename(principals, identifiers, operation))
    const value = listOf(statement.value)
    if (value === null) return { reason: NOT_AWS }
    const { path, text } = identifiers
    const edits = completeWritten(identifiers, value, operation)
    return aligned(statement.origin, { path, text, edits, element: principals.block })
  },
  words: (obstacle, statement) => words(obstacle, blockOf(statement)),
}

function blockOf({ origin }: FoundStatement): Block | null {
  return origin.style === 'statement-block' || origin.style === 'dynamic-content' ? origin.node : null
}

const NO_BLOCK = 'the statement has no principals block'
const NOT_AWS = 'the principals are not of type AWS'

function words(obstacle: Obstacle, block: Block | null): string {
  switch (obstacle) {
    case 'principal-elsewhere': {
      const principals = block === null ? { reason: NO_BLOCK } : principalsOf(block)
      return 'reason' in principals ? principals.reason : UNREADABLE
    }
    case 'not-principal-no-map':
    case 'list-elsewhere':
      return NOT_AWS
    case 'list-unknown':
      return 'the list of principals is an expression whose value is not known'
    default:
      return NO_BLOCK
  }
}

const UNREADABLE = 'the principals cannot be read'

/** The one block that says whom the statement is about. */
interface Principals {
  readonly block: Block
  readonly isNegated: boolean
  readonly type: Attribute
  readonly identifiers: Written
}

function principalsOf(statement: Block): Principals | Refusal {
  const existing = nestedBlocks(statement.body.blocks, 'not_principals')
  const principals = nestedBlocks(statement.body.blocks, 'principals')
  const [block] = existing.length > 0 ? existing : principals
  if (block === undefined) return { reason: NO_BLOCK }
  if (existing.length + principals.length > 1) return { reason: 'the statement has several principals blocks' }
  const type = block.body.attributes.get('type')
  const identifiers = block.body.attributes.get('identifiers')
  if (block.type === 'dynamic' || type === undefined || identifiers === undefined) {
    return { reason: 'the principals are a dynamic block' }
  }
  const { path, text } = statement.file
  const items = itemsOf(text, block)
  const item = items.find(({ start }) => start === identifiers.start)
  if (item === undefined) return { reason: UNREADABLE }
  const written = { path, text, item, items, layout: layoutOf(text, block, items) }
  return { block, isNegated: existing.length > 0, type, identifiers: written }
}

/** The provider unites conditions of equal test and variable, so that there is always room for one more. */
function statementView(statement: FoundStatement): MapView {
  const block = blockOf(statement)
  const principals = block === null ? { reason: NO_BLOCK } : principalsOf(block)
  const isRefused = 'reason' in principals
  const view = (name: string): View | null => {
    if (isRefused) return name === 'Principal' ? { kind: 'elsewhere' } : null
    if (name === 'Principal') return principals.isNegated ? null : { kind: 'unknown' }
    return name === 'NotPrincipal' && principals.isNegated ? notPrincipalView(principals, statement.value) : null
  }
  return { kind: 'map', names: [], member: view, extensible: true }
}

function notPrincipalView({ type, identifiers }: Principals, statement: ObjectValue): View {
  const value = listOf(statement)
  if (plainText(type.value) !== 'AWS' || value === null) return { kind: 'unknown' }
  const list = listView(identifiers.item.value, value)
  return { kind: 'map', names: ['AWS'], member: (name) => (name === 'AWS' ? list : null), extensible: false }
}

/** The principals of type AWS that a negated statement is evaluated to. */
function listOf(statement: ObjectValue) {
  const value = memberNamed(statement, 'NotPrincipal')?.value
  return value?.kind === 'object' ? (memberNamed(value, 'AWS')?.value ?? null) : null
}

/** `principals` of everyone becomes `not_principals`. */
function rename({ block, type }: Principals, identifiers: Written, operation: RenameMember): TextPatch | Refusal {
  const { path, text } = identifiers
  if (!isEveryone(type, identifiers)) {
    return { reason: 'the principals are expressions, or name others besides "*"' }
  }
  if (hasHclComment(text, block)) {
    return { reason: 'a comment stands inside the block that would be replaced and would be lost' }
  }
  const edits: TextEdit[] = [replace({ start: block.start, end: block.start + 'principals'.length }, 'not_principals')]
  if (plainText(type.value) !== operation.key) edits.push(replace(type.value, `"${operation.key}"`))
  const all = [...edits, ...replaceStar(identifiers, operation.values.map(hclString))]
  return { path, text, edits: all, element: block }
}

function isEveryone(type: Attribute, { item: { value } }: Written): boolean {
  const [star] = value.kind === 'tuple' ? value.items : []
  const single = value.kind === 'tuple' && value.items.length === 1 && star !== undefined && plainText(star) === '*'
  const kind = plainText(type.value)
  return single && (kind === '*' || kind === 'AWS')
}

function itemsOf(text: string, block: Block): readonly Item[] {
  return [...block.body.attributes.values()]
    .map((attribute) => itemOfAttribute(text, attribute))
    .sort((a, b) => a.start - b.start)
}

function layoutOf(text: string, block: Block, items: readonly Item[]): Layout {
  return blockLayout(text, block, items[0])
}

/** One more `condition` block behind the last nested block. */
function addCondition(block: Block, { names, values }: AddMember): TextPatch | Refusal {
  const { path, text } = block.file
  const items = itemsOf(text, block)
  const layout = layoutOf(text, block, items)
  const { eol, unit } = layout
  const last = block.body.blocks.at(-1) ?? null
  const after = last ?? items.at(-1) ?? null
  if (after === null || !startsLine(text, after.start)) return { reason: 'the block is not laid out in lines' }
  const indent = indentAt(text, after.start)
  const [, test = '', variable = ''] = names
  const lines = [
    'condition {',
    `${unit}test     = "${test}"`,
    `${unit}variable = "${variable}"`,
    `${unit}values   = ${listText(values.map(hclString), null, layout)}`,
    '}',
  ].map((line) => indent + line)
  const gap = last === null || blankBefore(text, last) ? eol : ''
  const end = tailOf(text, after)?.lineEnd ?? after.end
  return { path, text, edits: [{ offset: end, length: 0, text: `${gap}${eol}${lines.join(eol)}` }] }
}

function blankBefore(text: string, block: Block): boolean {
  const start = text.lastIndexOf('\n', block.start - 1)
  return start > 0 && text.slice(text.lastIndexOf('\n', start - 1) + 1, start).trim() === ''
}
