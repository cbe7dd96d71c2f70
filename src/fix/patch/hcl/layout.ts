import type { Expr, ObjectExpr, Span, TupleExpr } from '../../../terraform/hcl/syntax/index.js'
import { eolOf } from '../../../text/lines.js'
import { type Container, type Layout, startsLine, unitBetween } from '../layout/layout.js'
import { itemsOfObject, separatorText, skipBlanks, tailOf } from './items.js'

const COMMON = { comma: ', ', pad: ' ', lastComma: ',' } as const

/** The layout of an object's items; of a file's where it has none on a line of its own. */
export function objectLayout(text: string, object: ObjectExpr): Layout {
  const [first] = itemsOfObject(object)
  const inner = first !== undefined && startsLine(text, first.start) ? first : undefined
  const isColon = first !== undefined && text[first.separator.start] === ':'
  const isQuoted = first !== undefined && text[first.key.start] === '"'
  return {
    ...COMMON,
    eol: eolOf(text),
    unit: unitBetween(text, object, inner) ?? unitOf(text),
    key: (name) => (isQuoted || !/^[A-Za-z_][\w-]*$/.test(name) ? `"${name}"` : name),
    separator: isColon ? separatorText(text, first) : ' = ',
  }
}

/** @param first the first attribute of the block */
export function blockLayout(text: string, block: Span, first: Span | undefined): Layout {
  const unit = unitBetween(text, block, first) ?? unitOf(text)
  return { ...COMMON, eol: eolOf(text), unit, key: (name) => name, separator: ' = ' }
}

function unitOf(text: string): string {
  return text.startsWith('\t') || text.includes('\n\t') ? '\t' : '  '
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

/** An object or a list as what something is appended to. Commas between the items of an object are the author's choice. */
export function containerOf(text: string, expr: ObjectExpr | TupleExpr): Container {
  const commaAfter = (offset: number) => {
    const at = skipBlanks(text, offset)
    return text[at] === ',' ? at : null
  }
  const isObject = expr.kind === 'object'
  const items = isObject ? expr.elements : expr.items
  const before = items.at(-2)
  return {
    text,
    span: expr,
    items,
    pad: isObject ? ' ' : '',
    commaAfter,
    lineEnd: (offset) => tailOf(text, { start: offset, end: offset })?.lineEnd ?? null,
    commaless: isObject && (before === undefined || commaAfter(before.end) === null),
  }
}
