import type { Attribute, Block } from '../../../terraform/hcl/syntax/ast.js'
import { nestedBlocks } from '../../../terraform/hcl/syntax/blocks.js'
import { memberNamed, type ObjectValue, type Value } from '../../../terraform/hcl/values/value.js'
import type { TextEdit } from '../../../text/edit.js'
import { indentAt, startsLine } from '../json/layout.js'
import { type HclLayout, hasHclComment, listText, plainText, replace, unitOf } from './layout.js'
import { completeList, replaceValue, type Wanted } from './list.js'
import { hclString, type Insert, type HclEdits } from './insert.js'
import { itemOfAttribute, tailOf } from './items.js'
import { eolOf } from '../../../text/lines.js'

/** `principals` of a policy document's statement becomes `not_principals`, or an existing one is completed. */
export function blockNotPrincipal(statement: ObjectValue, block: Block, wanted: Wanted): HclEdits {
  const { path, text } = block.file
  const existing = nestedBlocks(block.body.blocks, 'not_principals')
  const principals = nestedBlocks(block.body.blocks, 'principals')
  const [only] = existing.length > 0 ? existing : principals
  if (only === undefined) return { reason: 'the statement has no principals block' }
  if (existing.length + principals.length > 1) return { reason: 'the statement has several principals blocks' }
  const type = only.body.attributes.get('type')
  const identifiers = only.body.attributes.get('identifiers')
  if (only.type === 'dynamic' || type === undefined || identifiers === undefined) {
    return { reason: 'the principals are a dynamic block' }
  }
  if (existing.length > 0) {
    const value = memberNamed(statement, 'NotPrincipal')?.value
    return complete(path, text, only, type, identifiers, value?.kind === 'object' ? value : null, wanted)
  }
  if (!isEveryone(type, identifiers)) return { reason: 'the principals are expressions, or name others besides "*"' }
  if (hasHclComment(text, only))
    return { reason: 'a comment stands inside the block that would be replaced and would be lost' }
  const items = itemsOf(text, only)
  const list = listText(wanted.principals.map(hclString), indentAt(text, identifiers.start), layoutOf(text, only))
  const edits: TextEdit[] = [replace({ start: only.start, end: only.start + 'principals'.length }, 'not_principals')]
  if (plainText(type.value) !== 'AWS') edits.push(replace(type.value, '"AWS"'))
  const at = items.find(({ start }) => start === identifiers.start)
  if (at === undefined) return { reason: 'the principals cannot be read' }
  const [star] = identifiers.value.kind === 'tuple' ? identifiers.value.items : []
  if (star !== undefined && startsLine(text, star.start)) {
    const separator = `,${eolOf(text)}${indentAt(text, star.start)}`
    edits.push(replace(star, wanted.principals.map(hclString).join(separator)))
  } else {
    edits.push(...replaceValue(text, at, items, list, layoutOf(text, only)))
  }
  return { path, text, edits }
}

function complete(
  path: string,
  text: string,
  block: Block,
  type: Attribute,
  identifiers: Attribute,
  value: ObjectValue | null,
  wanted: Wanted,
): HclEdits {
  const aws: Value | undefined = value === null ? undefined : memberNamed(value, 'AWS')?.value
  if (plainText(type.value) !== 'AWS' || aws === undefined) return { reason: 'the principals are not of type AWS' }
  const items = itemsOf(text, block)
  const at = items.find(({ start }) => start === identifiers.start)
  if (at === undefined) return { reason: 'the principals cannot be read' }
  const result = completeList(text, at, items, aws, wanted, layoutOf(text, block))
  return 'reason' in result ? result : { path, text, edits: result.edits }
}

function isEveryone(type: Attribute, identifiers: Attribute): boolean {
  const { value } = identifiers
  const [star] = value.kind === 'tuple' ? value.items : []
  const single = value.kind === 'tuple' && value.items.length === 1 && star !== undefined && plainText(star) === '*'
  const kind = plainText(type.value)
  return single && (kind === '*' || kind === 'AWS')
}

function itemsOf(text: string, block: Block) {
  return [...block.body.attributes.values()]
    .map((attribute) => itemOfAttribute(text, attribute))
    .sort((a, b) => a.start - b.start)
}

function layoutOf(text: string, block: Block): HclLayout {
  const [first] = itemsOf(text, block)
  const outer = indentAt(text, block.start)
  const inner = first === undefined ? '' : indentAt(text, first.start)
  const unit = inner.startsWith(outer) && inner.length > outer.length ? inner.slice(outer.length) : unitOf(text)
  return { eol: eolOf(text), unit, quotedKeys: false, separator: ' = ' }
}

/** One more `condition` block behind the last nested block; the provider unites those of equal test and variable. */
export function blockPrincipalArn(block: Block, roles: readonly Insert[]): HclEdits {
  const { path, text } = block.file
  const { eol, unit } = layoutOf(text, block)
  const last = block.body.blocks.at(-1) ?? null
  const items = itemsOf(text, block)
  const after = last ?? items.at(-1) ?? null
  if (after === null || !startsLine(text, after.start)) return { reason: 'the block is not laid out in lines' }
  const indent = indentAt(text, after.start)
  const lines = [
    'condition {',
    `${unit}test     = "ArnNotEquals"`,
    `${unit}variable = "aws:PrincipalArn"`,
    `${unit}values   = [${roles.map(hclString).join(', ')}]`,
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
