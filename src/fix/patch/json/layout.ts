import { eolOf } from '../../../text/lines.js'
import { commaAfter } from '../../../tree/json.js'
import type { Member, Node, Span } from '../../../tree/node.js'
import { type Container, type Layout, startsLine, unitBetween } from '../layout/layout.js'

/** Measures the layout of a statement. */
export function layoutOf(text: string, statement: Node): Layout {
  const [first, second] = statement.members
  const separator = first ? colonOf(text, first) : ': '
  return {
    eol: eolOf(text),
    unit: unitOf(text, statement),
    key: (name) => JSON.stringify(name),
    separator,
    comma: first && second ? commaOf(text, first, second) : ', ',
    pad: padOf(text, statement, separator),
    lastComma: '',
  }
}

function colonOf(text: string, { key, value }: Member): string {
  if (value === null) return ': '
  const between = text.slice(key.end, value.start)
  return /^[ \t]*:[ \t]*$/.test(between) ? between : ': '
}

function commaOf(text: string, first: Member, second: Member): string {
  const between = text.slice(first.end, second.start)
  if (/^[ \t]*,[ \t]*$/.test(between)) return between.trimStart()
  return ', '
}

/** `{ "a": 1 }` or `{"a": 1}`: taken from the first object on one line inside the statement, else from the colon. */
function padOf(text: string, statement: Node, colon: string): string {
  const todo: Part[] = [statement]
  for (let part = todo.shift(); part !== undefined; part = todo.shift()) {
    const child = 'members' in part ? part.members[0] : undefined
    if (child !== undefined) {
      const between = text.slice(part.start + 1, child.start)
      if (!between.includes('\n')) return between.length > 0 ? ' ' : ''
    }
    if (todo.length < MAX_LOOKED_AT) todo.push(...partsOf(part))
  }
  return colon.endsWith(' ') ? ' ' : ''
}

/** How many parts of a statement may wait to be looked at for its style. */
const MAX_LOOKED_AT = 200

/** A value, a member, or the key of one. */
type Part = Node | Member | Span

function partsOf(part: Part): readonly Part[] {
  if ('members' in part) return [...part.items, ...part.members]
  if ('name' in part) return part.value === null ? [part.key] : [part.key, part.value]
  return []
}

function unitOf(text: string, statement: Node): string {
  const [first] = statement.members
  const own = first && startsLine(text, first.start) ? unitBetween(text, statement, first) : null
  return own ?? (text.startsWith('\t') || text.includes('\n\t') ? '\t' : '  ')
}

/** An object or a list as what something is appended to. */
export function containerOf(text: string, node: Node, layout: Layout): Container {
  const isObject = node.kind === 'object'
  return {
    text,
    span: node,
    items: isObject ? node.members : node.items,
    pad: isObject ? layout.pad : '',
    commaAfter: (offset) => commaAfter(text, offset),
    lineEnd: (offset) => restOfLine(text, offset),
    commaless: false,
  }
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

/** Whether a value is spread over lines. */
export function isSpread(text: string, { start, end }: Span): boolean {
  return text.slice(start, end).includes('\n')
}
