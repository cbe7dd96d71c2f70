import type { Expr, ObjectExpr } from '../../../terraform/hcl/syntax/index.js'
import { knownString, type Member, type Value } from '../../../terraform/hcl/values/index.js'
import type { TextEdit } from '../../../text/edit.js'
import type { CompleteList, Insert, View } from '../../remedies/operation.js'
import { append, indentAt, inPlaceOf, type Layout, listText, replace, startsLine } from '../layout/layout.js'
import { hclString } from './insert.js'
import { type Item, itemsOfObject, realignAround, separatorText, standsAlone } from './items.js'
import { containerOf, objectLayout } from './layout.js'

/** `key = value` as it is written, with what stands around it. */
export interface Written {
  readonly path: string
  readonly text: string
  readonly item: Item
  /** The item and its neighbours, in order. */
  readonly items: readonly Item[]
  readonly layout: Layout
}

/** Where a member of a statement is written as an element of an HCL object; null where it is not. */
export function writtenAt(one: Member | null): Written | null {
  const element = one?.origin?.element
  if (one?.origin == null || element === undefined) return null
  const { file } = one.origin
  const items = itemsOfObject(element.object)
  const item = items[element.object.elements.indexOf(element.node)]
  // An expression of a template is written like one of a module.
  if (item === undefined || file.kind === 'json') return null
  return { path: file.path, text: file.text, items, item, layout: objectLayout(file.text, element.object) }
}

/** Whether a member is written inside of an object, so that nothing else can have it from there. */
export function isWithin({ origin }: Member, path: string, { start, end }: ObjectExpr): boolean {
  return origin !== null && origin.file.path === path && origin.start >= start && origin.end <= end
}

/** A list of texts, or a single one, as it is written and as it is evaluated. */
export function listView({ kind }: Expr, value: Value): View {
  const entries = value.kind === 'tuple' ? value.items.map(knownString) : []
  if (kind === 'tuple') return { kind: 'list', entries }
  if (kind === 'template' && value.kind === 'string') return { kind: 'text', text: knownString(value) }
  return entries.length > 0 ? { kind: 'list', entries } : { kind: 'unknown' }
}

/**
 * Completes the list that an item holds: entries keep their order, stand-ins take the place of inert ones, and what is
 * missing is appended. A list that is an expression is put into `concat()`.
 */
export function completeWritten(written: Written, value: Value, operation: CompleteList): readonly TextEdit[] {
  const { text, item, layout } = written
  const { missing, standIns, appended } = operation
  const expr = item.value
  if (missing.length === 0) return []
  const added = appended.map(hclString)
  if (expr.kind === 'tuple') {
    const edits = [...standIns].flatMap(([i, own]) => {
      const entry = expr.items[i]
      return entry === undefined ? [] : [inPlaceOf(text, entry, own.map(hclString), layout)]
    })
    return added.length === 0 ? edits : [...edits, ...append(containerOf(text, expr), added, layout)]
  }
  if (expr.kind === 'template' && value.kind !== 'tuple') {
    const kept = standIns.get(0)?.map(hclString) ?? [text.slice(expr.start, expr.end)]
    return replaceValue(written, listText([...kept, ...added], indentOf(written), layout))
  }
  return [extendExpression(text, expr, missing)]
}

/** `var.x` becomes `concat(var.x, […])`; a `concat(…)` gets one more list. */
function extendExpression(text: string, expr: Expr, added: readonly Insert[]): TextEdit {
  const list = `[${added.map(hclString).join(', ')}]`
  const last = expr.kind === 'call' && expr.name === 'concat' && !expr.expand ? expr.args.at(-1) : undefined
  if (last !== undefined) return { offset: last.end, length: 0, text: `, ${list}` }
  return replace(expr, `concat(${text.slice(expr.start, expr.end)}, ${list})`)
}

/** The indentation of an item that has its lines for itself, so that its value may span several; else null. */
export function indentOf({ text, item }: Pick<Written, 'text' | 'item'>): string | null {
  return standsAlone(text, item) ? indentAt(text, item.start) : null
}

/**
 * Replaces the value of an item. One that comes to span lines leaves the column of its neighbours: it keeps a single
 * blank before its `=`, and they are realigned.
 */
export function replaceValue({ text, item, items, layout }: Written, value: string): readonly TextEdit[] {
  if (!value.includes('\n')) return [replace(item.value, value)]
  const separator = text[item.separator.start] === ':' ? separatorText(text, item) : layout.separator
  return [replace({ start: item.key.end, end: item.end }, `${separator}${value}`), ...realignAround(text, items, item)]
}

/** `AWS = "*"` or `AWS = ["*"]`, which stands on a line of its own or not. */
export function replaceStar(written: Written, principals: readonly string[]): readonly TextEdit[] {
  const { text, item, layout } = written
  const [star] = item.value.kind === 'tuple' ? item.value.items : []
  if (star !== undefined && startsLine(text, star.start)) return [inPlaceOf(text, star, principals, layout)]
  return replaceValue(written, listText(principals, indentOf(written), layout))
}
