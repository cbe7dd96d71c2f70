import type { TextEdit } from '../../../text/edit.js'
import type { Span } from '../../../tree/node.js'

/** How the author lays out the surroundings of an edit, measured from the text itself. */
export interface Layout {
  readonly eol: string
  /** One step of indentation. */
  readonly unit: string
  /** A name as names are written here. */
  readonly key: (name: string) => string
  /** What stands between a key and its value: `: `, ` = `. */
  readonly separator: string
  /** What stands between neighbours on one line: `, ` or `,`. */
  readonly comma: string
  /** What stands inside braces of a map on one line: a space or nothing. */
  readonly pad: string
  /** What stands behind the last item of a list whose items have lines of their own. */
  readonly lastComma: '' | ','
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

/** One step of indentation, from a thing to what is in it; null where that does not tell. */
export function unitBetween(text: string, outer: Span, inner: Span | undefined): string | null {
  if (inner === undefined) return null
  const from = indentAt(text, outer.start)
  const to = indentAt(text, inner.start)
  return to.startsWith(from) && to.length > from.length ? to.slice(from.length) : null
}

/** A list, on one line or one item a line when `indent` is given: that of the line the list starts in. */
export function listText(items: readonly string[], indent: string | null, layout: Layout): string {
  if (indent === null) return `[${items.join(layout.comma)}]`
  const { eol, unit, lastComma } = layout
  const lines = items.map((item) => `${eol}${indent}${unit}${item}`).join(',')
  return `[${lines}${lastComma}${eol}${indent}]`
}

/** A map of one member, on one line or spread. */
export function mapText(member: string, indent: string | null, { eol, unit, pad }: Layout): string {
  return indent === null ? `{${pad}${member}${pad}}` : `{${eol}${indent}${unit}${member}${eol}${indent}}`
}

/** What is to be written as a member: an operation's names, and its values as they are written. */
interface NewMember {
  readonly names: readonly string[]
  readonly values: readonly string[]
  readonly asList: boolean
}

/**
 * A member that holds maps of one member each, one in the other, and in the innermost the values.
 *
 * @param indent of the line that the member starts in when it may span lines
 * @param tight maps stay on one line even so
 */
export function memberText(member: NewMember, indent: string | null, layout: Layout, tight = false): string {
  const { names, values, asList } = member
  const [name = '', ...inner] = names
  const key = layout.key(name) + layout.separator
  if (inner.length > 0) {
    const deeper = indent === null ? null : indent + layout.unit
    const text = memberText({ ...member, names: inner }, deeper, layout, tight)
    return key + mapText(text, tight ? null : indent, layout)
  }
  const [only] = values
  const isBare = !asList && only !== undefined && values.length === 1
  return key + (isBare ? only : listText(values, indent, layout))
}

/** Replaces a span. */
export function replace({ start, end }: Span, text: string): TextEdit {
  return { offset: start, length: end - start, text }
}

/** Several items in the place of one, in its manner. */
export function inPlaceOf(text: string, entry: Span, items: readonly string[], { eol, comma }: Layout): TextEdit {
  return replace(entry, items.join(startsLine(text, entry.start) ? `,${eol}${indentAt(text, entry.start)}` : comma))
}

/** A list or a map, and how its syntax goes on behind an item. */
export interface Container {
  readonly text: string
  readonly span: Span
  readonly items: readonly Span[]
  /** What stands inside of it when its items are on one line: a space or nothing. */
  readonly pad: string
  /** The offset of the comma behind an item; null when there is none. */
  readonly commaAfter: (offset: number) => number | null
  /** The end of the line when only comments follow on it, which stay with the item before them; else null. */
  readonly lineEnd: (offset: number) => number | null
  /** Items on lines of their own need no comma between them here. */
  readonly commaless: boolean
}

/** The indentation of items that stand on lines of their own, as the last one does; else null. */
export function indentOfItems({ text, items }: Pick<Container, 'text' | 'items'>): string | null {
  const last = items.at(-1)
  return last !== undefined && startsLine(text, last.start) ? indentAt(text, last.start) : null
}

/**
 * Appends items behind the last one and in its manner: on lines of their own where it stands on its own line, else on
 * the same line. A comment behind the last one stays with it; where a comma trails the last one, one trails the new.
 */
export function append(container: Container, items: readonly string[], { eol, comma }: Layout): readonly TextEdit[] {
  const last = container.items.at(-1)
  if (last === undefined) return fill(container, items.join(comma))
  const { end } = last
  const indent = indentOfItems(container)
  if (indent === null) return [{ offset: end, length: 0, text: items.map((item) => comma + item).join('') }]
  const own = container.commaAfter(end)
  const lines = items.map((item) => eol + indent + item).join(',') + (own === null ? '' : ',')
  const lead = own === null && !container.commaless ? ',' : ''
  const from = own === null ? end : own + 1
  const lineEnd = container.lineEnd(from) ?? from
  if (lineEnd === end || lead === '') return [{ offset: lineEnd, length: 0, text: lead + lines }]
  return [
    { offset: end, length: 0, text: lead },
    { offset: lineEnd, length: 0, text: lines },
  ]
}

/** Into a container without items; a comment in it stays. */
function fill({ text, span, pad }: Container, items: string): readonly TextEdit[] {
  const inner = { start: span.start + 1, end: span.end - 1 }
  const isBlank = text.slice(inner.start, inner.end).trim() === ''
  return [isBlank ? replace(inner, pad + items + pad) : { offset: inner.end, length: 0, text: items }]
}
