import { isPlain, joinText, piecesOf, type Text, type Token } from '../../../iam/text/text.js'
import { isTooDeep } from '../syntax/index.js'
import {
  derivedToken,
  jsonOf,
  knownString,
  MAX_MADE,
  type Member,
  oneOf,
  parsedDocument,
  parseJson,
  partsOf,
  plainString,
  type SourceOrigin,
  sizeOf,
  textOf,
  unnamed,
  type Value,
  withParts,
} from '../values/index.js'
import type { Engines } from './engines.js'
import { replaceMatches } from './patterns.js'

/** `replace(text, search, by)`; a search between slashes is a regular expression. Null where it cannot be followed. */
export function replaced(args: readonly Value[], origin: SourceOrigin, engines: Engines): Value | null {
  const [value, from, to] = args
  const search = from === undefined ? null : knownString(from)
  if (value === undefined || to === undefined || search === null || search === '') return null
  if (isRegex(search)) {
    const [source, replacement] = [knownString(value), knownString(to)]
    if (source === null || replacement === null) return null
    const made = replaceMatches(search.slice(1, -1), source, replacement, engines)
    return made === null ? null : plainString(made, origin)
  }
  return replacedText(value, { search, by: textOf(to), left: { characters: MAX_MADE } }, origin)
}

function isRegex(text: string): boolean {
  return text.length > 1 && text.startsWith('/') && text.endsWith('/')
}

interface Replacement {
  readonly search: string
  readonly by: Text
  /** A document has many texts, and all of them together may not grow without end. */
  readonly left: { characters: number }
}

/** A document keeps what it is, with each string and name in it replaced, where its text would come to the same. */
function replacedText(value: Value, replacement: Replacement, origin: SourceOrigin): Value | null {
  if (value.kind === 'oneOf') {
    const options = value.options.map((option) => replacedText(option, replacement, origin))
    return options.includes(null)
      ? null
      : oneOf(
          options.filter((one) => one !== null),
          value.origin,
        )
  }
  const document = parsedDocument(value)
  if (document !== null && isWithinStrings(document, replacement)) {
    const made = withReplaced(document, replacement, 0)
    return value.kind === 'json' ? { ...value, document: made } : jsonOf(made)
  }
  if (value.kind !== 'string' || (document !== null && !isPlain(value.text))) return null
  const made = replaceIn(value.text, replacement)
  if (made === null) return null
  return isPlain(made) && document !== null ? documentText(made, origin) : { kind: 'string', text: made, origin }
}

/** A text that was a document before, which it may be again; what stands in it is written by the call alone. */
function documentText(text: string, origin: SourceOrigin): Value {
  const json = () => (isTooDeep(text) ? null : parseJson(text, () => origin))
  return { kind: 'string', text, origin, json }
}

/** Nothing but these stands in JSON outside of strings, numbers and words, white space in documents of the provider, `-` in YAML. */
const SYNTAX = /^[\s{}[\]:,-]*$/
/** What ends a string of JSON, or is written in another way there: `jsonencode` escapes `<`, `>` and `&`, too. */
const ESCAPED = /["\\<>&\p{Cc}\u2028\u2029]/u

/** Whether all that is replaced in the JSON of a document stands within its strings and names, and stays there. */
function isWithinStrings(document: Value, { search, by }: Replacement): boolean {
  const plain = (text: Text) => piecesOf(text).filter((piece) => typeof piece === 'string')
  if (ESCAPED.test(search) || SYNTAX.test(search) || plain(by).some((piece) => ESCAPED.test(piece))) return false
  const isLost = (text: string) => ESCAPED.test(text) && isOtherwise(text, search)
  const todo = [document]
  for (let one = todo.pop(); one !== undefined; one = todo.pop()) {
    // A document as a string of another one has its quotes escaped.
    if (one.kind === 'json' || wordOf(one).includes(search)) return false
    if (one.kind === 'string' && plain(one.text).some(isLost)) return false
    const names = one.kind === 'object' ? one.members.map(({ name }) => name) : []
    if (names.some((name) => isLost(name) || (name.includes(search) && !isPlain(by)))) return false
    for (const part of partsOf(one)) todo.push(part)
  }
  return true
}

/** A number or a word, as JSON writes it without quotes. */
function wordOf(value: Value): string {
  if (value.kind === 'null') return 'null'
  return value.kind === 'primitive' ? String(value.value) : ''
}

/** Whether a text is found otherwise where it is written as JSON writes it. */
function isOtherwise(text: string, search: string): boolean {
  const written = JSON.stringify(text).replace(
    /[<>&\u2028\u2029]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return written.split(search).length !== text.split(search).length
}

const MAX_DEPTH = 100

/** Every text in a value replaced; one that is another then is written nowhere as such. */
function withReplaced(value: Value, replacement: Replacement, depth: number): Value {
  if (depth > MAX_DEPTH) return unnamed('something deeply nested')
  if (value.kind === 'unknown') return { ...value, token: replacedToken(value.token, replacement) }
  if (value.kind === 'string') {
    const text = replaceIn(value.text, replacement) ?? [{ token: 'a very long text', vague: true }]
    return { kind: 'string', text, origin: text === value.text ? value.origin : null }
  }
  const made = withParts(value, (one) => withReplaced(one, replacement, depth + 1))
  return made.kind === 'object' ? { ...made, members: made.members.map((one) => renamed(one, replacement)) } : made
}

function renamed(member: Member, { search, by }: Replacement): Member {
  if (!member.name.includes(search) || !isPlain(by)) return member
  return { ...member, name: member.name.replaceAll(search, () => by), origin: null }
}

/** A text with something else in the place of each occurrence; null where that is more than is left to spend. */
function replaceIn(text: Text, { search, by, left }: Replacement): Text | null {
  const inserted = piecesOf(by)
  const added = sizeOf(by)
  const pieces: (string | Token)[] = []
  for (const piece of piecesOf(text)) {
    const parts = typeof piece === 'string' ? piece.split(search) : []
    left.characters -= sizeOf([piece]) + Math.max(0, parts.length - 1) * added
    if (left.characters < 0) return null
    if (typeof piece !== 'string') pieces.push(replacedToken(piece, { search, by }))
    for (const [i, part] of parts.entries()) {
      if (i > 0) for (const one of inserted) pieces.push(one)
      pieces.push(part)
    }
  }
  return joinText(pieces)
}

/** What the names and numbers of AWS are made of: what is searched for may stand in one that is not known. */
const OF_NAMES = /^[a-z0-9.:/*-]*$/

/** What is not known may hold what is searched for, unless that is a mark for the very purpose, such as `_ROLE_`. */
function replacedToken(token: Token, { search, by }: Pick<Replacement, 'search' | 'by'>): Token {
  return OF_NAMES.test(search) ? derivedToken(token, `replace ${search} ${JSON.stringify(by)}`) : token
}
