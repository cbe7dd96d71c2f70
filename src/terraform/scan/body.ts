import { unescapeQuoted } from './escapes.js'

/** What stands in a body: attributes and blocks, in their order. Offsets are zero-based, `end` is exclusive. */
export interface ScannedBody {
  readonly attributes: readonly ScannedAttribute[]
  readonly blocks: readonly ScannedBlock[]
  /** A block or a value does not end, so that what follows it was not seen. */
  readonly broken: boolean
  /** Something stands in it that is neither. */
  readonly stray: boolean
}

/** `name = value`; the span is that of the value. */
export interface ScannedAttribute {
  readonly name: string
  readonly start: number
  readonly end: number
}

/** `type label "label" { … }`; labels are without quotes. The body is read with `scanBody`. */
export interface ScannedBlock {
  readonly type: string
  readonly labels: readonly string[]
  readonly start: number
  readonly bodyStart: number
  /** Where the closing brace stands. */
  readonly bodyEnd: number
}

/**
 * The attributes and blocks of a body, without a grammar: of a whole text, or between the braces of a block that was
 * found before. It knows labels with and without quotes, comments anywhere, blocks on one line, strings with templates
 * in them and heredocs (HCL native syntax specification, "Lexical Elements" and "Structural Elements"). What is no HCL
 * is passed over.
 */
export function scanBody(text: string, from = 0, to = text.length): ScannedBody {
  const attributes: ScannedAttribute[] = []
  const blocks: ScannedBlock[] = []
  let broken = false
  let stray = false
  for (let at = skipBlank(text, from); at < to; at = skipBlank(text, at)) {
    const name = nameAt(text, at)
    if (name === null) {
      stray = true
      at = elementEnd(text, at)
      continue
    }
    const header = headerAt(text, at, name)
    if (header.kind === 'attribute') {
      const close = valueEnd(text, header.end)
      broken ||= close > to
      const end = Math.min(close, to)
      const start = skipInline(text, header.end)
      attributes.push({ name, start: Math.min(start, end), end })
      at = end
    } else if (header.kind === 'block') {
      const end = closingBrace(text, header.end)
      broken ||= end >= text.length
      blocks.push({ type: name, labels: header.labels, start: at, bodyStart: header.end, bodyEnd: Math.min(end, to) })
      at = end + 1
    } else {
      stray = true
      at = header.end
    }
  }
  return { attributes, blocks, broken, stray }
}

type Header =
  | { readonly kind: 'attribute' | 'other'; readonly end: number }
  | { readonly kind: 'block'; readonly labels: readonly string[]; readonly end: number }

/** What follows a name: `=`, or labels and a brace. `end` is behind it. */
function headerAt(text: string, start: number, name: string): Header {
  const labels: string[] = []
  let at = skipInline(text, start + name.length)
  if (text[at] === '=' && text[at + 1] !== '=') return { kind: 'attribute', end: at + 1 }
  while (at < text.length) {
    if (text[at] === '{') return { kind: 'block', labels, end: at + 1 }
    const label = text[at] === '"' ? quotedLabel(text, at) : nameAt(text, at)
    if (label === null) return { kind: 'other', end: at }
    labels.push(text[at] === '"' ? unescapeQuoted(label.slice(1, -1)) : label)
    at = skipInline(text, at + label.length)
  }
  return { kind: 'other', end: at }
}

const NAME = /[\p{L}_][\p{L}\p{N}_-]*/uy
const LABEL = /"(?:[^"\\\n$%]|\\[^\n]){0,1000}"/y
const BLANK = /[\s\uFEFF]+/y
const INLINE = /[ \t\r]+/y
const HEREDOC = /<<-?([\p{L}_][\p{L}\p{N}_-]*)[ \t\r]*\n/uy

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function nameAt(text: string, at: number): string | null {
  return match(NAME, text, at)?.[0] ?? null
}

function quotedLabel(text: string, at: number): string | null {
  return match(LABEL, text, at)?.[0] ?? null
}

function skipBlank(text: string, from: number): number {
  let at = from
  for (;;) {
    const next = commentEnd(text, at) ?? at + (match(BLANK, text, at)?.[0].length ?? 0)
    if (next === at) return at
    at = next
  }
}

/** Blanks and comments within a line; a line comment ends the line, and is left. */
function skipInline(text: string, from: number): number {
  let at = from
  for (;;) {
    const next = text.startsWith('/*', at)
      ? (commentEnd(text, at) ?? at)
      : at + (match(INLINE, text, at)?.[0].length ?? 0)
    if (next === at) return at
    at = next
  }
}

/** Behind a comment; a line comment ends before the line break. Null where none begins. */
function commentEnd(text: string, at: number): number | null {
  if (text.startsWith('/*', at)) {
    const end = text.indexOf('*/', at + 2)
    return end === -1 ? text.length : end + 2
  }
  if (text[at] !== '#' && !text.startsWith('//', at)) return null
  const end = text.indexOf('\n', at)
  return end === -1 ? text.length : end
}

/** Behind the string, the heredoc, the comment or the character that begins at an offset. */
function elementEnd(text: string, at: number): number {
  if (text[at] === '"') return stringEnd(text, at)
  if (text[at] === '<' && text[at + 1] === '<') return heredocEnd(text, at)
  return commentEnd(text, at) ?? at + 1
}

/** Behind a string with templates in it, in which strings may stand; behind its line where it does not end. */
function stringEnd(text: string, start: number): number {
  // For each open part: a string (-1), or the braces that are open in a template.
  const open = [-1]
  let at = start + 1
  while (at < text.length && open.length > 0) {
    const isString = open.at(-1) === -1
    if (isString && open.length === 1 && text[at] === '\n') return at
    at += isString ? stepInString(text, at, open) : stepInTemplate(text, at, open)
  }
  return at
}

/** How many characters an element of a string has: an escape, the mark that opens a template, or one character. */
function stepInString(text: string, at: number, open: number[]): number {
  const three = text.slice(at, at + 3)
  if (three === '$${' || three === '%%{') return 3
  if (three[0] === '\\') return 2
  if (three[0] === '"') open.pop()
  const opens = three.startsWith('${') || three.startsWith('%{')
  if (opens) open.push(0)
  return opens ? 2 : 1
}

/** The same within a template. */
function stepInTemplate(text: string, at: number, open: number[]): number {
  const char = text[at]
  const depth = open.at(-1) ?? 0
  if (char === '"') open.push(-1)
  else if (char === '}' && depth === 0) open.pop()
  else if (char === '}' || char === '{') open[open.length - 1] = depth + (char === '{' ? 1 : -1)
  return 1
}

function heredocEnd(text: string, at: number): number {
  const [opening, mark] = match(HEREDOC, text, at) ?? []
  if (opening === undefined || mark === undefined) return at + 2
  let line = at + opening.length
  while (line < text.length) {
    const end = text.indexOf('\n', line)
    const stop = end === -1 ? text.length : end
    if (text.slice(line, stop).trim() === mark) return stop
    line = stop + 1
  }
  return text.length
}

/** The end of an attribute's value: the line break outside of brackets, or the brace that closes a block on one line. */
function valueEnd(text: string, from: number): number {
  let depth = 0
  let at = skipPlain(text, from)
  while (at < text.length) {
    const char = text[at] ?? ''
    if (depth === 0 && (char === '\n' || char === '}' || char === '#' || text.startsWith('//', at))) return at
    if (char === '(' || char === '[' || char === '{') depth++
    else if (char === ')' || char === ']' || char === '}') depth--
    at = skipPlain(text, elementEnd(text, at))
  }
  return at
}

/** The brace that closes a block; the end of the text where none does. */
function closingBrace(text: string, from: number): number {
  let depth = 0
  let at = skipPlain(text, from)
  while (at < text.length) {
    const char = text[at] ?? ''
    if (char === '}' && depth === 0) return at
    if (char === '{') depth++
    else if (char === '}') depth--
    at = skipPlain(text, elementEnd(text, at))
  }
  return at
}

/** Characters that neither begin an element of more than one, nor end anything. */
const PLAIN = /[^\n"#/<()[\]{}]+/y

function skipPlain(text: string, at: number): number {
  return at + (match(PLAIN, text, at)?.[0].length ?? 0)
}
