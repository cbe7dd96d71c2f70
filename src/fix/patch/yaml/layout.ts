import { eolOf } from '../../../text/lines.js'
import type { Member, Node, Span, Tree } from '../../../tree/node.js'

/** How the author lays out the surroundings of an edit. */
export interface YamlLayout {
  readonly eol: string
  /** One step of indentation, of maps. */
  readonly unit: string
  /** What stands before the mark of a list's item, from where its key stands: nothing, or a step. */
  readonly listIndent: string
  /** The quote around names; empty where they have none. */
  readonly nameQuote: Quote
  /** The quote around keys of conditions, which have a colon in them. */
  readonly keyQuote: Quote
  /** The quote around texts; empty where they have none. */
  readonly textQuote: Quote
}

type Quote = '' | '"' | "'"

/** How many nodes are looked at for the style of a text. */
const MAX_LOOKED_AT = 2000

/** Measures the layout at a statement; what it does not tell is measured at the rest of its document. */
export function layoutOf({ text, root }: Tree, statement: Node): YamlLayout {
  const own = membersIn(statement)
  const step = (kind: Node['kind']) =>
    stepIn(text, own, kind) ?? (root === null ? null : stepIn(text, membersIn(root), kind))
  const [first] = statement.members
  return {
    eol: eolOf(text),
    unit: step('object') || '  ',
    listIndent: step('array') ?? '  ',
    nameQuote: first === undefined ? '' : quoteAt(text, first.key),
    keyQuote: keyQuoteIn(text, statement),
    textQuote: textQuoteIn(text, statement),
  }
}

/** The indentation of values of a kind below their keys; null where none is written in lines. */
function stepIn(text: string, members: readonly Member[], kind: Node['kind']): string | null {
  for (const { key, value } of members) {
    if (value?.style !== 'block' || value.kind !== kind || value.aliasOf !== undefined) continue
    const steps = columnOf(text, value.start) - columnOf(text, key.start)
    if (steps >= 0 && text.slice(key.end, value.start).includes('\n')) return ' '.repeat(steps)
  }
  return null
}

function keyQuoteIn(text: string, statement: Node): Quote {
  const keyed = membersIn(statement).find(({ name }) => /^\w+:[^:]/.test(name)) ?? statement.members[0]
  return keyed === undefined ? '' : quoteAt(text, keyed.key)
}

/** The quote that the author puts around ARNs, else around any text. */
function textQuoteIn(text: string, statement: Node): Quote {
  const scalars = scalarsIn(statement)
  const arn = scalars.find(({ value }) => typeof value === 'string' && value.startsWith('arn:'))
  if (arn !== undefined) return quoteAt(text, arn)
  // A lone star needs its quotes, and tells only which ones the author takes.
  const free = scalars.find(({ value }) => typeof value === 'string' && /^[A-Za-z0-9]/.test(value))
  return free === undefined ? '' : quoteAt(text, free)
}

export function quoteAt(text: string, { start }: Span): Quote {
  const mark = text[start]
  return mark === '"' || mark === "'" ? mark : ''
}

/** The quote that is used anywhere in a node; double ones where none is. */
export function anyQuote(text: string, node: Node): '"' | "'" {
  const quotes = scalarsIn(node).map((one) => quoteAt(text, one))
  return quotes.find((quote) => quote !== '') || '"'
}

/**
 * The quote around what stands in a list, or in a function in its place; null where that tells nothing: a name without a
 * colon may do without quotes where an ARN may not.
 */
export function quoteBeside(text: string, items: readonly Node[]): Quote | null {
  const scalars = [...items.filter(({ kind }) => kind === 'string'), ...items.flatMap(scalarsIn)]
  const told = scalars.find(
    (one) => quoteAt(text, one) !== '' || (one.style === 'plain' && String(one.value).includes(':')),
  )
  return told === undefined ? null : quoteAt(text, told)
}

/** The members of a node and what is in it, those of aliases left out. */
export function membersIn(node: Node): readonly Member[] {
  const members: Member[] = []
  const todo: Node[] = [node]
  for (let next = todo.shift(); next !== undefined && members.length < MAX_LOOKED_AT; next = todo.shift()) {
    if (next.aliasOf !== undefined) continue
    if (next.marked !== true) members.push(...next.members)
    for (const inner of [...next.items, ...next.members.map(({ value }) => value)]) if (inner !== null) todo.push(inner)
  }
  return members
}

function scalarsIn(node: Node): readonly Node[] {
  const found: Node[] = []
  const todo: Node[] = [node]
  for (let next = todo.shift(); next !== undefined && found.length < MAX_LOOKED_AT; next = todo.shift()) {
    if (next.aliasOf !== undefined) continue
    if (next.kind === 'string') found.push(next)
    for (const inner of [...next.items, ...next.members.map(({ value }) => value)]) if (inner !== null) todo.push(inner)
  }
  return found
}

/** Characters before an offset on its line. */
export function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1)
}

/** The offset at which the line of an offset ends, before its line end. */
export function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset)
  if (newline === -1) return text.length
  return text[newline - 1] === '\r' && newline - 1 >= offset ? newline - 1 : newline
}
