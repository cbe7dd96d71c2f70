import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser'
import type { JsonDocument, ParsedJson } from './json.js'

const OPTIONS = { allowTrailingComma: true, disallowComments: false, allowEmptyContent: false }

/** What jsonc-parser's error codes mean to a person. */
const WORDS: Readonly<Record<string, string>> = {
  InvalidSymbol: 'something that is no JSON value stands there',
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
  return { ok: false, reason: WORDS[code] ?? code, offset: first.offset }
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

/** Ranges of the objects and arrays at the top level; an empty list when anything but white space is between them. */
function topLevelValues(text: string): readonly { readonly start: number; readonly end: number }[] {
  const slices: { start: number; end: number }[] = []
  let depth = 0
  let start = 0
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? ''
    if (char === '"') {
      if (depth === 0) return []
      i = endOfString(text, i)
    } else if (char === '{' || char === '[') {
      if (depth++ === 0) start = i
    } else if (char === '}' || char === ']') {
      if (--depth < 0) return []
      if (depth === 0) slices.push({ start, end: i + 1 })
    } else if (depth === 0 && !/\s/.test(char)) return []
  }
  return depth === 0 ? slices : []
}

function endOfString(text: string, open: number): number {
  let i = open + 1
  while (i < text.length && text[i] !== '"') i += text[i] === '\\' ? 2 : 1
  return i
}
