import type { Node } from 'jsonc-parser'
import type { TextEdit } from '../../../text/edit.js'
import { eolOf } from '../../../text/lines.js'
import { commaAfter, elements, keyAndValue, spanOf } from '../../../tree/json.js'

/** How the author lays out the surroundings of an edit, measured from the text itself. */
export interface Layout {
  readonly eol: string
  /** One step of indentation. */
  readonly unit: string
  /** What stands between a key and its value: `: `, `:`, ` : `. */
  readonly colon: string
  /** What stands between neighbours on one line: `, ` or `,`. */
  readonly comma: string
  /** What stands inside braces of an object on one line: a space or nothing. */
  readonly pad: string
}

/** Measures the layout of a statement. */
export function layoutOf(text: string, statement: Node): Layout {
  const [first, second] = statement.children ?? []
  const colon = first ? colonOf(text, first) : ': '
  return {
    eol: eolOf(text),
    unit: unitOf(text, statement),
    colon,
    comma: first && second ? commaOf(text, first, second) : ', ',
    pad: padOf(text, statement, colon),
  }
}

function colonOf(text: string, property: Node): string {
  const pair = keyAndValue(property)
  if (pair === null) return ': '
  const between = text.slice(spanOf(pair.key).end, pair.value.offset)
  return /^[ \t]*:[ \t]*$/.test(between) ? between : ': '
}

function commaOf(text: string, first: Node, second: Node): string {
  const between = text.slice(spanOf(first).end, second.offset)
  if (/^[ \t]*,[ \t]*$/.test(between)) return between.trimStart()
  return ', '
}

/** `{ "a": 1 }` or `{"a": 1}`: taken from the first object on one line inside the statement, else from the colon. */
function padOf(text: string, statement: Node, colon: string): string {
  const todo: Node[] = [statement]
  for (let node = todo.shift(); node !== undefined; node = todo.shift()) {
    const [child] = node.children ?? []
    if (node.type === 'object' && child !== undefined) {
      const between = text.slice(node.offset + 1, child.offset)
      if (!between.includes('\n')) return between.length > 0 ? ' ' : ''
    }
    if (todo.length < MAX_LOOKED_AT) todo.push(...(node.children ?? []))
  }
  return colon.endsWith(' ') ? ' ' : ''
}

/** How many nodes of a statement are looked at for its style. */
const MAX_LOOKED_AT = 200

function unitOf(text: string, statement: Node): string {
  const [first] = statement.children ?? []
  if (first && startsLine(text, first.offset)) {
    const outer = indentAt(text, statement.offset)
    const inner = indentAt(text, first.offset)
    if (inner.startsWith(outer) && inner.length > outer.length) return inner.slice(outer.length)
  }
  return text.startsWith('\t') || text.includes('\n\t') ? '\t' : '  '
}

/** The white space at the start of the line that an offset stands in. */
export function indentAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1
  let end = start
  while (text[end] === ' ' || text[end] === '\t') end++
  return text.slice(start, end)
}

/** Whether nothing but white space stands before an offset on its line. */
export function startsLine(text: string, offset: number): boolean {
  let at = offset - 1
  while (at >= 0 && text[at] !== '\n' && (text[at] ?? '').trim() === '') at--
  return at < 0 || text[at] === '\n'
}

/** A list of strings, on one line or one item a line; `indent` is that of the line the list starts in. */
export function printList(items: readonly string[], indent: string | null, layout: Layout): string {
  const quoted = items.map((item) => JSON.stringify(item))
  if (indent === null) return `[${quoted.join(layout.comma)}]`
  const inner = indent + layout.unit
  return `[${layout.eol}${quoted.map((item) => inner + item).join(`,${layout.eol}`)}${layout.eol}${indent}]`
}

/** An object of one member, on one line or spread. */
export function printMember(key: string, value: string, indent: string | null, layout: Layout): string {
  const member = JSON.stringify(key) + layout.colon + value
  if (indent === null) return `{${layout.pad}${member}${layout.pad}}`
  return `{${layout.eol}${indent}${layout.unit}${member}${layout.eol}${indent}}`
}

/**
 * Appends items to a list or members to an object, behind the last one and in its manner: on lines of their own where
 * the last one stands on its own line, else on the same line. A comment behind the last one stays with it.
 */
export function append(text: string, container: Node, items: readonly string[], layout: Layout): TextEdit[] {
  const children = container.type === 'array' ? elements(container) : (container.children ?? [])
  const last = children.at(-1)
  if (last === undefined) return fillEmpty(text, container, items, layout)
  const end = spanOf(last).end
  const comma = commaAfter(text, end)
  if (!startsLine(text, last.offset)) {
    const added = items.map((item) => layout.comma + item).join('')
    // With a trailing comma the items go before it, which then trails them.
    return [{ offset: end, length: 0, text: added }]
  }
  const indent = indentAt(text, last.offset)
  const lines = items.map((item) => layout.eol + indent + item).join(',')
  const from = comma === null ? end : comma + 1
  const line = restOfLine(text, from)
  const tail = comma === null ? '' : ','
  if (line === null) return [{ offset: from, length: 0, text: (comma === null ? ',' : '') + lines + tail }]
  const edits: TextEdit[] = [{ offset: line, length: 0, text: lines + tail }]
  return comma === null ? [{ offset: end, length: 0, text: ',' }, ...edits] : edits
}

/** The end of the line behind an offset when only white space and closed comments follow there; else null. */
function restOfLine(text: string, offset: number): number | null {
  const newline = text.indexOf('\n', offset)
  if (newline === -1) return null
  const end = text[newline - 1] === '\r' ? newline - 1 : newline
  const rest = text.slice(offset, end).trim()
  if (rest === '' || rest.startsWith('//')) return end
  return rest.startsWith('/*') && rest.indexOf('*/') === rest.length - 2 ? end : null
}

function fillEmpty(text: string, container: Node, items: readonly string[], layout: Layout): TextEdit[] {
  const { start, end } = spanOf(container)
  const inner = text.slice(start + 1, end - 1)
  if (inner.trim() !== '') return [{ offset: end - 1, length: 0, text: items.join(layout.comma) }]
  const pad = container.type === 'object' ? layout.pad : ''
  return [{ offset: start + 1, length: inner.length, text: pad + items.join(layout.comma) + pad }]
}
