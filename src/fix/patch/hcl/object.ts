import type { Expr, ObjectElement, ObjectExpr } from '../../../terraform/hcl/syntax/ast.js'
import { type Member, memberNamed, type ObjectValue } from '../../../terraform/hcl/values/value.js'
import type { TextEdit } from '../../../text/edit.js'
import { indentAt, startsLine } from '../json/layout.js'
import { NEGATED, SIBLINGS } from '../json/principal-arn.js'
import {
  appendItem,
  appendToTuple,
  type HclLayout,
  hasHclComment,
  hclLayout,
  keyText,
  listText,
  objectText,
  plainText,
  replace,
} from './layout.js'
import { completeList, extendExpression, replaceValue, type Wanted } from './list.js'
import { hclString, type Insert, type HclEdits } from './insert.js'
import { type Item, itemsOfObject, realignAround, separatorText, standsAlone } from './items.js'

/** Where a member of a statement is written as an element of an HCL object. */
interface Written {
  readonly path: string
  readonly text: string
  readonly object: ObjectExpr
  readonly items: readonly Item[]
  readonly item: Item
  readonly layout: HclLayout
}

function writtenAt(one: Member | null): Written | null {
  const element = one?.origin?.element
  if (one?.origin == null || element === undefined) return null
  const { file } = one.origin
  const items = itemsOfObject(element.object)
  const item = items[element.object.elements.indexOf(element.node)]
  // An expression of a template is written like one of a module.
  if (item === undefined || file.kind === 'json') return null
  return {
    path: file.path,
    text: file.text,
    object: element.object,
    items,
    item,
    layout: hclLayout(file.text, element.object),
  }
}

const COMMENT = 'a comment stands inside the text that would be replaced and would be lost'

/** `Principal` of an HCL object becomes `NotPrincipal`, or an existing `NotPrincipal` is completed. */
export function objectNotPrincipal(statement: ObjectValue, wanted: Wanted): HclEdits {
  const existing = memberNamed(statement, 'NotPrincipal')
  if (existing !== null) return completeObject(existing, wanted)
  const written = writtenAt(memberNamed(statement, 'Principal'))
  if (written === null) return { reason: 'the Principal is not written in this statement' }
  const { path, text, items, item, layout } = written
  if (!isEveryone(item.value)) return { reason: 'the Principal is an expression, or names others besides "*"' }
  if (hasHclComment(text, item)) return { reason: COMMENT }
  const key = text[item.key.start] === '"' ? '"NotPrincipal"' : 'NotPrincipal'
  const principals = wanted.principals.map(hclString)
  const aws = awsElement(item.value)
  if (aws !== null && text.slice(item.start, aws.start).includes('\n')) {
    const inner = itemsOfObject(item.value as ObjectExpr)
    const target = inner.find(({ start }) => start === aws.start)
    if (target === undefined) return { reason: 'the Principal has no AWS member' }
    return { path, text, edits: [replace(item.key, key), ...replaceStar(text, target, inner, principals, layout)] }
  }
  const indent = standsAlone(text, item) ? indentAt(text, item.start) : null
  const list = listText(principals, indent === null ? null : indent + layout.unit, layout)
  const separator = indent === null ? separatorText(text, item) : layout.separator
  const inner = `${keyText('AWS', layout)}${indent === null && layout.separator === ' = ' ? ' = ' : layout.separator}${list}`
  const replacement = `${key}${separator}${objectText(inner, indent, layout)}`
  const realigned = indent === null ? [] : realignAround(text, items, item)
  return { path, text, edits: [replace(item, replacement), ...realigned] }
}

/** `AWS = "*"` or `AWS = ["*"]`, which stands on a line of its own or not. */
function replaceStar(
  text: string,
  item: Item,
  items: readonly Item[],
  principals: readonly string[],
  layout: HclLayout,
): readonly TextEdit[] {
  const { value } = item
  const [star] = value.kind === 'tuple' ? value.items : []
  if (star !== undefined && startsLine(text, star.start)) {
    return [replace(star, principals.join(`,${layout.eol}${indentAt(text, star.start)}`))]
  }
  const indent = standsAlone(text, item) ? indentAt(text, item.start) : null
  return replaceValue(text, item, items, listText(principals, indent, layout), layout)
}

function isEveryone(value: Expr): boolean {
  return plainText(value) === '*' || awsElement(value) !== null
}

/** The only element of `{ AWS = "*" }` or `{ AWS = ["*"] }`. */
function awsElement(value: Expr): ObjectElement | null {
  if (value.kind !== 'object' || value.elements.length !== 1) return null
  const [element] = value.elements
  if (element?.name !== 'AWS') return null
  const inner = element.value
  const star = inner.kind === 'tuple' && inner.items.length === 1 ? inner.items[0] : inner
  return star !== undefined && plainText(star) === '*' ? element : null
}

function completeObject(existing: Member, wanted: Wanted): HclEdits {
  if (existing.value.kind !== 'object') return { reason: 'the NotPrincipal element is an expression' }
  const aws = memberNamed(existing.value, 'AWS')
  const written = writtenAt(aws)
  if (aws === null || written === null) return { reason: 'the list of principals is not written in this statement' }
  const { path, text, items, item, layout } = written
  const result = completeList(text, item, items, aws.value, wanted, layout)
  return 'reason' in result ? result : { path, text, edits: result.edits }
}

const KEY = 'aws:PrincipalArn'

/**
 * Adds `ArnNotEquals aws:PrincipalArn` to the conditions of an HCL object, or appends to a negated list on that key.
 *
 * @param owner the object that a new `Condition` is written into; null when there is none
 */
export function objectPrincipalArn(
  statement: ObjectValue,
  owner: { readonly path: string; readonly text: string; readonly object: ObjectExpr } | null,
  roles: readonly Insert[],
): HclEdits {
  const condition = memberNamed(statement, 'Condition')
  if (condition === null) {
    if (owner === null || statement.open) return { reason: 'the statement is put together from several objects' }
    const layout = hclLayout(owner.text, owner.object)
    return {
      path: owner.path,
      text: owner.text,
      edits: appendItem(owner.text, owner.object, (indent) => conditionText(roles, indent, layout)),
    }
  }
  const written = writtenAt(condition)
  if (written === null || condition.value.kind !== 'object' || written.item.value.kind !== 'object') {
    return { reason: 'the Condition is an expression' }
  }
  const block = written.item.value
  const { value } = condition
  for (const operator of NEGATED) {
    const list = principalArnMember(memberNamed(value, operator))
    const appended = list === null || !isWithin(list, written.path, block) ? null : appendRoles(list, roles)
    if (appended !== null && !('reason' in appended)) return appended
  }
  return addOperator(written, block, value, roles)
}

/** A key of the `ArnNotEquals` that is there, or another operator: each is ANDed, so that a free one serves as well. */
function addOperator(
  { path, text, layout }: Written,
  block: ObjectExpr,
  condition: ObjectValue,
  roles: readonly Insert[],
): HclEdits {
  if (condition.open) return { reason: 'the Condition is an expression' }
  const existing = memberNamed(condition, 'ArnNotEquals')
  const inner = existing !== null && isWithin(existing, path, block) ? writtenAt(existing) : null
  if (principalArnMember(existing) === null && inner?.item.value.kind === 'object') {
    const at = inner.item.value
    return { path, text, edits: appendItem(text, at, (indent) => arnText(roles, indent, inner.layout)) }
  }
  const free = SIBLINGS.find((name) => memberNamed(condition, name) === null)
  if (free === undefined) return { reason: 'every operator that could hold the exemption is in use' }
  return {
    path,
    text,
    edits: appendItem(text, block, (indent) => operatorText(free, roles, indent, hclLayoutOr(text, block, layout))),
  }
}

/** Whether a member is written inside of a span, so that nothing else can have it from there. */
function isWithin({ origin }: Member, path: string, { start, end }: ObjectExpr): boolean {
  return origin !== null && origin.file.path === path && origin.start >= start && origin.end <= end
}

function hclLayoutOr(text: string, object: ObjectExpr, fallback: HclLayout): HclLayout {
  return object.elements.length === 0 ? fallback : hclLayout(text, object)
}

/** The member under aws:PrincipalArn of an operator, whatever the case of its name. */
function principalArnMember(operator: Member | null): Member | null {
  if (operator?.value.kind !== 'object') return null
  return operator.value.members.findLast(({ name }) => name.toLowerCase() === KEY.toLowerCase()) ?? null
}

function appendRoles(list: Member, roles: readonly Insert[]): HclEdits {
  const written = writtenAt(list)
  if (written === null) return { reason: 'the list of aws:PrincipalArn is not written in this statement' }
  const { path, text, items, item, layout } = written
  const { value } = item
  if (value.kind === 'tuple') return { path, text, edits: appendToTuple(text, value, roles.map(hclString)) }
  if (value.kind === 'template') {
    const old = text.slice(value.start, value.end)
    const indent = standsAlone(text, item) ? indentAt(text, item.start) : null
    return {
      path,
      text,
      edits: replaceValue(text, item, items, listText([old, ...roles.map(hclString)], indent, layout), layout),
    }
  }
  if (list.value.kind !== 'tuple') return { reason: 'the list of aws:PrincipalArn is an expression' }
  return { path, text, edits: [extendExpression(text, value, roles)] }
}

function conditionText(roles: readonly Insert[], indent: string | null, layout: HclLayout): string {
  const inner = indent === null ? null : indent + layout.unit
  return `${keyText('Condition', layout)}${layout.separator}${objectText(operatorText('ArnNotEquals', roles, inner, layout), indent, layout)}`
}

function operatorText(operator: string, roles: readonly Insert[], indent: string | null, layout: HclLayout): string {
  const inner = indent === null ? null : indent + layout.unit
  return `${keyText(operator, layout)}${layout.separator}${objectText(arnText(roles, inner, layout), indent, layout)}`
}

function arnText(roles: readonly Insert[], indent: string | null, layout: HclLayout): string {
  const [only] = roles
  const value =
    roles.length === 1 && only !== undefined ? hclString(only) : listText(roles.map(hclString), indent, layout)
  return `"${KEY}"${layout.separator}${value}`
}
