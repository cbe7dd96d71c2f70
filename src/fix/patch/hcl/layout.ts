import type { Expr, ObjectExpr, Span, TupleExpr } from '../../../terraform/hcl/syntax/ast.js'
import type { TextEdit } from '../../../text/edit.js'
import { eolOf } from '../../../text/lines.js'
import { indentAt, startsLine } from '../json/layout.js'
import { type Item, itemsOfObject, separatorText, skipBlanks, tailOf } from './items.js'

/** How the author writes objects, measured around the edit. */
export interface HclLayout {
  readonly eol: string
  /** One step of indentation. */
  readonly unit: string
  readonly quotedKeys: boolean
  /** Between key and value of an item that spans lines. */
  readonly separator: string
}

/** The layout of an object's items; of a file's where it has none on a line of its own. */
export function hclLayout(text: string, object: ObjectExpr): HclLayout {
  const items = itemsOfObject(object)
  const [first] = items
  const outer = indentAt(text, object.start)
  const inner = first !== undefined && startsLine(text, first.start) ? indentAt(text, first.start) : null
  const colon = first !== undefined && text[first.separator.start] === ':'
  return {
    eol: eolOf(text),
    unit: inner?.startsWith(outer) && inner.length > outer.length ? inner.slice(outer.length) : unitOf(text),
    quotedKeys: first !== undefined && text[first.key.start] === '"',
    separator: colon && first !== undefined ? separatorText(text, first) : ' = ',
  }
}

export function unitOf(text: string): string {
  return /^\t/m.test(text) ? '\t' : '  '
}

export function keyText(name: string, { quotedKeys }: HclLayout): string {
  return quotedKeys || !/^[A-Za-z_][\w-]*$/.test(name) ? `"${name}"` : name
}

/** A list, on lines of its own when `indent` (that of the line it starts in) is given. */
export function listText(items: readonly string[], indent: string | null, layout: HclLayout): string {
  if (indent === null) return `[${items.join(', ')}]`
  const lines = items.map((item) => `${indent}${layout.unit}${item},${layout.eol}`)
  return `[${layout.eol}${lines.join('')}${indent}]`
}

/** An object of one item. */
export function objectText(item: string, indent: string | null, layout: HclLayout): string {
  if (indent === null) return `{ ${item} }`
  return `{${layout.eol}${indent}${layout.unit}${item}${layout.eol}${indent}}`
}

/** Replaces a span. */
export function replace({ start, end }: Span, text: string): TextEdit {
  return { offset: start, length: end - start, text }
}

/** Whether a comment stands in a span, outside of strings. */
export function hasHclComment(text: string, { start, end }: Span): boolean {
  const code = text.slice(start, end).replace(/"(?:\\.|[^"\\])*"/g, '""')
  return /#|\/\/|\/\*/.test(code)
}

/** The plain text of a quoted string without expressions; null for everything else. */
export function plainText(expr: Expr): string | null {
  if (expr.kind !== 'template' || expr.form !== 'quoted') return null
  const [only] = expr.parts
  if (only === undefined) return ''
  return expr.parts.length === 1 && only.kind === 'text' ? only.raw : null
}

/** Appends items to a literal list, in its manner. */
export function appendToTuple(text: string, tuple: TupleExpr, items: readonly string[]): readonly TextEdit[] {
  const last = tuple.items.at(-1)
  if (last === undefined) return [replace({ start: tuple.start, end: tuple.end }, `[${items.join(', ')}]`)]
  if (!startsLine(text, last.start))
    return [{ offset: last.end, length: 0, text: items.map((item) => `, ${item}`).join('') }]
  const indent = indentAt(text, last.start)
  const eol = eolOf(text)
  const tail = tailOf(text, last)
  const comma = commaAt(text, last.end)
  const lines = items.map((item) => `${eol}${indent}${item}`).join(',') + (comma === null ? '' : ',')
  if (comma === null) {
    const end = tail?.lineEnd ?? last.end
    if (end === last.end) return [{ offset: end, length: 0, text: `,${lines}` }]
    return [
      { offset: last.end, length: 0, text: ',' },
      { offset: end, length: 0, text: lines },
    ]
  }
  return [{ offset: tail?.lineEnd ?? comma + 1, length: 0, text: lines }]
}

function commaAt(text: string, from: number): number | null {
  const at = skipBlanks(text, from)
  return text[at] === ',' ? at : null
}

/**
 * Appends an item to an object, behind the last one and in its manner. `make` writes it for the indentation of its
 * line, or on one line when that is null.
 */
export function appendItem(
  text: string,
  object: ObjectExpr,
  make: (indent: string | null) => string,
): readonly TextEdit[] {
  const items = itemsOfObject(object)
  const last = items.at(-1)
  if (last === undefined) return [replace(object, `{ ${make(null)} }`)]
  if (!startsLine(text, last.start)) return [{ offset: last.end, length: 0, text: `, ${make(null)}` }]
  const indent = indentAt(text, last.start)
  const eol = eolOf(text)
  const tail = tailOf(text, last)
  const comma = commaAt(text, last.end)
  const written = `${eol}${indent}${make(indent)}`
  const end = tail?.lineEnd ?? last.end
  // Commas between items are optional; the author's way is kept.
  const needed = comma === null && usesCommas(text, items)
  if (comma !== null) return [{ offset: end, length: 0, text: `${written},` }]
  if (!needed) return [{ offset: end, length: 0, text: written }]
  if (end === last.end) return [{ offset: end, length: 0, text: `,${written}` }]
  return [
    { offset: last.end, length: 0, text: ',' },
    { offset: end, length: 0, text: written },
  ]
}

function usesCommas(text: string, items: readonly Item[]): boolean {
  const before = items.at(-2)
  return before !== undefined && commaAt(text, before.end) !== null
}
