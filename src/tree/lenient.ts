import { createScanner, type ParseError, parse, printParseErrorCode } from 'jsonc-parser'
import type { Span } from './node.js'
import type { JsonDocument, ParsedJson } from './parse.js'

const OPTIONS = { allowTrailingComma: true, disallowComments: false, allowEmptyContent: false }

/** What jsonc-parser's error codes mean to a person. None repeats the text: nobody knows what stands where it is broken. */
const WORDS: Readonly<Record<string, string>> = {
  InvalidSymbol: 'something stands there that is no JSON value',
  InvalidNumberFormat: 'a number is malformed',
  PropertyNameExpected: 'a property name in double quotes is expected',
  ValueExpected: 'a value is expected',
  ColonExpected: 'a colon is expected',
  CommaExpected: 'a comma is expected',
  CloseBraceExpected: 'a closing brace is missing',
  CloseBracketExpected: 'a closing bracket is missing',
  EndOfFileExpected: 'more text follows where the document should end',
  UnexpectedEndOfComment: 'a comment is not closed',
  UnexpectedEndOfString: 'a string is not closed',
  UnexpectedEndOfNumber: 'a number is not finished',
  InvalidUnicode: 'a \\u escape is malformed',
  InvalidEscapeCharacter: 'an escape sequence is not valid',
  InvalidCharacter: 'a control character stands in a string',
}

/** JSON with comments and trailing commas, or several JSON documents behind one another. */
export function parseLenient(text: string): ParsedJson {
  const errors: ParseError[] = []
  const value: unknown = parse(text, errors, OPTIONS)
  const [first] = errors
  if (first === undefined) return { ok: true, documents: [{ value, base: 0 }] }
  const several = parseSeveral(text)
  if (several !== null) return { ok: true, documents: several }
  const code = printParseErrorCode(first.error)
  return { ok: false, reason: WORDS[code] ?? 'it is not valid JSON', offset: first.offset }
}

/** The documents of a stream (one per line, or pretty-printed one after the other); null when it is none. */
function parseSeveral(text: string): readonly JsonDocument[] | null {
  const slices = topLevelValues(text)
  if (slices.length < 2) return null
  const documents: JsonDocument[] = []
  for (const { start, end } of slices) {
    const errors: ParseError[] = []
    const value: unknown = parse(text.slice(start, end), errors, OPTIONS)
    if (errors.length > 0) return null
    documents.push({ value, base: start })
  }
  return documents
}

/** Token kinds of jsonc-parser's scanner; its enum is ambient, so the values it documents are named here. */
const TOKEN = {
  openBrace: 1,
  closeBrace: 2,
  openBracket: 3,
  closeBracket: 4,
  comma: 5,
  lineComment: 12,
  blockComment: 13,
  lineBreak: 14,
  blank: 15,
  end: 17,
} as const

/** Whether a comment stands in a text of JSON. */
export function holdsComment(text: string): boolean {
  const scanner = createScanner(text, false)
  for (let kind: number = scanner.scan(); kind !== TOKEN.end; kind = scanner.scan()) if (isComment(kind)) return true
  return false
}

function isComment(kind: number): boolean {
  return kind === TOKEN.lineComment || kind === TOKEN.blockComment
}

/** A text without comments, the lines that held nothing else, and commas behind the last item; all else as it is written. */
export function withoutExtras(text: string): string {
  const scanner = createScanner(text, false)
  let left = ''
  let comma: number | null = null
  for (let kind: number = scanner.scan(); kind !== TOKEN.end; kind = scanner.scan()) {
    if (isComment(kind)) continue
    const closes = kind === TOKEN.closeBrace || kind === TOKEN.closeBracket
    if (closes && comma !== null) left = left.slice(0, comma) + left.slice(comma + 1)
    if (kind === TOKEN.comma) comma = left.length
    else if (kind !== TOKEN.lineBreak && kind !== TOKEN.blank) comma = null
    left += text.slice(scanner.getTokenOffset(), scanner.getTokenOffset() + scanner.getTokenLength())
  }
  return left
    .replace(/^\uFEFF/, '')
    .replace(/[ \t]+$/gm, '')
    .replace(/^\r?\n/gm, '')
}

/**
 * Ranges of the objects and arrays at the top level; an empty list when anything but white space and comments is between
 * them.
 */
function topLevelValues(text: string): readonly Span[] {
  const slices: Span[] = []
  const scanner = createScanner(text, true)
  let depth = 0
  let start = 0
  for (let kind: number = scanner.scan(); kind !== TOKEN.end; kind = scanner.scan()) {
    if (kind === TOKEN.openBrace || kind === TOKEN.openBracket) {
      if (depth === 0) start = scanner.getTokenOffset()
      depth++
    } else if (depth === 0) return []
    else if (kind === TOKEN.closeBrace || kind === TOKEN.closeBracket) {
      depth--
      if (depth === 0) slices.push({ start, end: scanner.getTokenOffset() + 1 })
    }
  }
  return depth === 0 ? slices : []
}
