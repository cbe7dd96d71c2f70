import type { Attribute, Expr, ObjectElement, ObjectExpr, Span } from '../../../terraform/hcl/syntax/index.js'
import type { TextEdit } from '../../../text/edit.js'
import { startsLine } from '../layout/layout.js'

/** `key = value` of an object or a block. */
export interface Item extends Span {
  readonly key: Span
  readonly separator: Span
  readonly value: Expr
}

function itemOfElement(element: ObjectElement): Item {
  const { keySpan: key, separator, value, start, end } = element
  return { key, separator, value, start, end }
}

export function itemsOfObject(object: ObjectExpr): readonly Item[] {
  return object.elements.map(itemOfElement)
}

export function itemOfAttribute(text: string, { name, value, start, end }: Attribute): Item {
  const at = text.indexOf('=', start + name.length)
  return { key: { start, end: start + name.length }, separator: { start: at, end: at + 1 }, value, start, end }
}

/** What stands between key and value, up to where the value or its parenthesis begins. */
export function separatorText(text: string, { key, separator }: Item): string {
  return text.slice(key.end, skipBlanks(text, separator.end))
}

/** What stands behind an item on its line, up to the line's end: a comma, a comment. */
interface Tail {
  /** Behind the item and its comma. */
  readonly codeEnd: number
  /** Null when there is no comment. */
  readonly comment: number | null
  readonly lineEnd: number
}

/** Null when other code follows on the line. */
export function tailOf(text: string, { end }: Span): Tail | null {
  const newline = text.indexOf('\n', end)
  const lineEnd = newline === -1 ? text.length : text[newline - 1] === '\r' ? newline - 1 : newline
  let at = skipBlanks(text, end)
  let codeEnd = end
  if (text[at] === ',') {
    codeEnd = at + 1
    at = skipBlanks(text, codeEnd)
  }
  // A closed comment is a part of the code for `terraform fmt`.
  if (text.startsWith('/*', at)) {
    const close = text.indexOf('*/', at)
    if (close === -1 || close > lineEnd) return null
    codeEnd = close + 2
    at = skipBlanks(text, codeEnd)
  }
  if (at >= lineEnd) return { codeEnd, comment: null, lineEnd }
  return text[at] === '#' || text.startsWith('//', at) ? { codeEnd, comment: at, lineEnd } : null
}

export function skipBlanks(text: string, from: number): number {
  let at = from
  while (text[at] === ' ' || text[at] === '\t') at++
  return at
}

/** Whether an item has its lines for itself. */
export function standsAlone(text: string, item: Span): boolean {
  return startsLine(text, item.start) && tailOf(text, item) !== null
}

function isOneLine(text: string, { start, end }: Span): boolean {
  return !text.slice(start, end).includes('\n')
}

/** Whether `terraform fmt` gives the item the same `=` column as its neighbours. */
function isGroupable(text: string, item: Item): boolean {
  return text[item.separator.start] === '=' && standsAlone(text, item) && isOneLine(text, item)
}

/** The items around one that share its column: one-line items on consecutive lines. */
function groupOf(text: string, items: readonly Item[], changed: Item): readonly Item[] {
  const at = items.indexOf(changed)
  if (at === -1 || !isGroupable(text, changed)) return []
  let first = at
  let last = at
  while (first > 0 && follows(text, items[first - 1], items[first])) first--
  while (last < items.length - 1 && follows(text, items[last], items[last + 1])) last++
  return items.slice(first, last + 1)
}

function follows(text: string, item: Item | undefined, next: Item | undefined): boolean {
  if (item === undefined || next === undefined || !isGroupable(text, item) || !isGroupable(text, next)) return false
  return text.slice(item.end, next.start).split('\n').length === 2
}

/**
 * Edits of the neighbours of an item that comes to span lines: it leaves their group, and `terraform fmt` gives those
 * before and those after it a column of their own. Nothing where they were not aligned before.
 */
export function realignAround(text: string, items: readonly Item[], changed: Item): readonly TextEdit[] {
  const group = groupOf(text, items, changed)
  if (!isAligned(text, group)) return []
  const at = group.indexOf(changed)
  return [...align(group.slice(0, at)), ...align(group.slice(at + 1))]
}

function isAligned(text: string, group: readonly Item[]): boolean {
  const width = Math.max(...group.map(({ key }) => key.end - key.start))
  return group.every(
    ({ key, separator }) =>
      separator.start - key.start === width + 1 && text.slice(key.end, separator.start).trim() === '',
  )
}

function align(group: readonly Item[]): readonly TextEdit[] {
  const width = Math.max(0, ...group.map(({ key }) => key.end - key.start))
  return group.flatMap(({ key, separator }) => {
    const blanks = width - (key.end - key.start) + 1
    const length = separator.start - key.end
    return blanks === length ? [] : [{ offset: key.end, length, text: ' '.repeat(blanks) }]
  })
}
