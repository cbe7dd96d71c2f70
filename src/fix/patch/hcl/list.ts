import type { CallExpr, Expr, TupleExpr } from '../../../terraform/hcl/syntax/ast.js'
import { knownString, type Value } from '../../../terraform/hcl/values/value.js'
import type { TextEdit } from '../../../text/edit.js'
import { indentAt, startsLine } from '../json/layout.js'
import { appendToTuple, type HclLayout, listText, replace } from './layout.js'
import { hclString, type Insert } from './insert.js'
import { type Item, realignAround, separatorText, standsAlone } from './items.js'
import { eolOf } from '../../../text/lines.js'

/** What a list of exempted principals is to hold. */
export interface Wanted {
  /** In the vendor's order. */
  readonly principals: readonly Insert[]
  /** What the planned statement lists already. */
  readonly listed: readonly string[]
  /** What an inert entry stands for: the principals to put in its place. */
  readonly standIns: (entry: string) => readonly string[]
}

export type ListEdits = { readonly edits: readonly TextEdit[] } | { readonly reason: string }

/**
 * Completes the list that an item holds: entries keep their order, stand-ins take the place of inert ones, and what is
 * missing is appended. A list that is an expression is put into `concat()`.
 */
export function completeList(
  text: string,
  item: Item,
  items: readonly Item[],
  evaluated: Value,
  wanted: Wanted,
  layout: HclLayout,
): ListEdits {
  const present = new Set([...wanted.listed, ...entriesOf(evaluated)])
  const missing = wanted.principals.filter(({ arn }) => !present.has(arn))
  if (missing.length === 0) return { edits: [] }
  const { value } = item
  if (value.kind === 'tuple') return completeTuple(text, value, evaluated, missing, wanted)
  if (value.kind === 'template' && evaluated.kind === 'string') {
    const old = text.slice(value.start, value.end)
    const stand = standInsOf(knownString(evaluated), missing, wanted)
    const rest = missing.filter((one) => !stand.includes(one))
    const kept = stand.length === 0 ? [old] : stand.map(hclString)
    const indent = standsAlone(text, item) ? indentAt(text, item.start) : null
    return {
      edits: replaceValue(text, item, items, listText([...kept, ...rest.map(hclString)], indent, layout), layout),
    }
  }
  if (evaluated.kind !== 'tuple' || evaluated.items.length === 0) {
    return { reason: 'the list of principals is an expression whose value is not known' }
  }
  return { edits: [extendExpression(text, value, missing)] }
}

/** The known entries of a list or of a single string. */
export function entriesOf(value: Value): readonly string[] {
  const items = value.kind === 'tuple' ? value.items : [value]
  return items.map(knownString).filter((one) => one !== null)
}

function standInsOf(entry: string | null, missing: readonly Insert[], wanted: Wanted): readonly Insert[] {
  const arns = entry === null ? [] : wanted.standIns(entry)
  return missing.filter(({ arn }) => arns.includes(arn))
}

function completeTuple(
  text: string,
  tuple: TupleExpr,
  evaluated: Value,
  missing: readonly Insert[],
  wanted: Wanted,
): ListEdits {
  const values = evaluated.kind === 'tuple' ? evaluated.items : []
  const edits: TextEdit[] = []
  let left = missing
  for (const [i, entry] of tuple.items.entries()) {
    const value = values[i]
    const stand = standInsOf(value === undefined ? null : knownString(value), left, wanted)
    if (stand.length === 0) continue
    left = left.filter((one) => !stand.includes(one))
    const separator = startsLine(text, entry.start) ? `,${eolOf(text)}${indentAt(text, entry.start)}` : ', '
    edits.push(replace(entry, stand.map(hclString).join(separator)))
  }
  const added = left.length === 0 ? [] : appendToTuple(text, tuple, left.map(hclString))
  return { edits: [...edits, ...added] }
}

/** `var.x` becomes `concat(var.x, […])`; a `concat(…)` gets one more list. */
export function extendExpression(text: string, expr: Expr, added: readonly Insert[]): TextEdit {
  const list = `[${added.map(hclString).join(', ')}]`
  const last = isConcat(expr) ? expr.args.at(-1) : undefined
  if (last !== undefined) return { offset: last.end, length: 0, text: `, ${list}` }
  return replace(expr, `concat(${text.slice(expr.start, expr.end)}, ${list})`)
}

function isConcat(expr: Expr): expr is CallExpr {
  return expr.kind === 'call' && expr.name === 'concat' && !expr.expand
}

/**
 * Replaces the value of an item. One that comes to span lines leaves the column of its neighbours: it keeps a single
 * blank before its `=`, and they are realigned.
 */
export function replaceValue(
  text: string,
  item: Item,
  items: readonly Item[],
  value: string,
  layout: HclLayout,
): readonly TextEdit[] {
  if (!value.includes('\n')) return [replace(item.value, value)]
  const separator = text[item.separator.start] === ':' ? separatorText(text, item) : layout.separator
  return [replace({ start: item.key.end, end: item.end }, `${separator}${value}`), ...realignAround(text, items, item)]
}
