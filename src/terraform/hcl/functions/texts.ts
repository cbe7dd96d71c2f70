import { isPlain, joinText, mapStrings, piecesOf, type Text } from '../../../iam/text/text.js'
import { baseName } from '../../../text/paths.js'
import { isTooDeep, joinPath } from '../syntax/index.js'
import {
  boolIn,
  derivedToken,
  failing,
  isBelowWorkingDirectory,
  joinWithin,
  knownString,
  listOf,
  MAX_MADE,
  numberIn,
  parsedDocument,
  parseJson,
  plainString,
  primitive,
  type SourceOrigin,
  spread,
  textOf,
  toPrimitive,
  type Value,
  WORKING_DIRECTORY,
} from '../values/index.js'
import { characters } from './characters.js'
import type { PureFunction } from './engines.js'
import { formatList, formatted } from './format.js'
import { replaced } from './replace.js'

/** Functions over strings and JSON text. */
export const TEXT_FUNCTIONS: Readonly<Record<string, PureFunction>> = {
  jsonencode: ([value], origin) => (value === undefined ? null : { kind: 'json', document: value, origin }),
  jsondecode: ([value]) => decoded(value),
  tostring: ([value]) => (value === undefined ? null : toPrimitive(value, 'string')),
  tonumber: ([value], origin) => {
    const text = value === undefined ? null : knownString(value)
    const number = numberIn(text)
    if (number === null) return text === null ? null : failing('a text that is no number')
    return Number.isNaN(number) ? null : primitive(number, origin)
  },
  tobool: ([value], origin) => {
    const text = value === undefined ? null : knownString(value)
    const bool = boolIn(text)
    if (bool === null) return text === null ? null : failing('a text that is no bool')
    return primitive(bool, origin)
  },
  lower: ([value], origin) => mapped(value, (text) => byCharacter(text, (one) => one.toLowerCase()), origin),
  upper: ([value], origin) => mapped(value, (text) => byCharacter(text, (one) => one.toUpperCase()), origin, 'upper'),
  title: ([value], origin) =>
    mapped(value, (text) => text.replace(/(^|[^\p{L}\p{N}_])(\p{L})/gu, titled), origin, 'title'),
  trimspace: ([value]) => (value === undefined ? null : trimmed(value)),
  chomp: ([value]) => (value === undefined ? null : chomped(value)),
  trimprefix: ([value, prefix], origin) =>
    whole([value, prefix], origin, (text = '', cut = '') => (text.startsWith(cut) ? text.slice(cut.length) : text)),
  trimsuffix: ([value, suffix], origin) =>
    whole([value, suffix], origin, (text = '', cut = '') =>
      cut !== '' && text.endsWith(cut) ? text.slice(0, -cut.length) : text,
    ),
  basename: ([value], origin) => whole([value], origin, baseOf),
  dirname: ([value], origin) =>
    whole([value], origin, (text = '') => cleaned(text.slice(0, text.lastIndexOf('/') + 1))),
  abspath: ([value], origin) => absolute(value, origin),
  startswith: ([value, wanted], origin) => tested(value, wanted, (text, part) => text.startsWith(part), origin),
  endswith: ([value, wanted], origin) => tested(value, wanted, (text, part) => text.endsWith(part), origin),
  strcontains: ([value, wanted], origin) => tested(value, wanted, (text, part) => text.includes(part), origin),
  substr: ([value, from, length], origin) => substring(value, from, length, origin),
  strrev: ([value], origin) => whole([value], origin, (text = '') => characters(text).reverse().join('')),
  indent: ([spaces, value], origin) => {
    const count = spaces === undefined ? null : numberIn(knownString(spaces))
    if (count === null || !Number.isInteger(count) || count < 0 || count > MAX_INDENT) return null
    return indented(value, count, origin)
  },
  trim: ([value, cut], origin) => whole([value, cut], origin, trimmedOf),
  replace: replaced,
  join: ([separator, ...lists], origin) => joinedText(separator, lists, origin),
  split: ([separator, value], origin) => {
    const by = separator === undefined ? null : knownString(separator)
    const text = value === undefined ? null : knownString(value)
    return by === null || text === null || by === ''
      ? null
      : listOf(
          text.split(by).map((item) => plainString(item)),
          origin,
        )
  },
  format: ([format, ...args], origin) => formatted(format, args, origin),
  formatlist: (args, origin) => formatList(args, origin),
}

/** A path from the root of the file system; where Terraform runs, below which a relative one lies, is not known. */
function absolute(value: Value | undefined, origin: SourceOrigin): Value | null {
  const text = value === undefined ? null : knownString(value)
  if (text === null) return value?.kind === 'string' && isBelowWorkingDirectory(value.text) ? value : null
  const path = joinPath('', text.replace(/^\/+/, '')) ?? '..'
  if (path.startsWith('..')) return null
  if (text.startsWith('/')) return plainString(`/${path}`, origin)
  return textValue(path === '' ? WORKING_DIRECTORY : joinText([...WORKING_DIRECTORY, `/${path}`]), origin)
}

/** Go changes the case of each character by itself, and of one that would become several not at all (`unicode.ToUpper`). */
function byCharacter(text: string, change: (character: string) => string): string {
  if (ASCII.test(text)) return change(text)
  return [...text].map((one) => ([...change(one)].length === 1 ? change(one) : (ALONE.get(one) ?? one))).join('')
}

/** What one letter becomes for Go, and two for JavaScript. */
const ALONE: ReadonlyMap<string, string> = new Map([['İ', 'i']])

const ASCII = /^[\0-\x7f]*$/

/** The shortest path that is the same (Go, `filepath.Clean`). */
function cleaned(path: string): string {
  const rooted = path.startsWith('/')
  const steps = (joinPath('', path.replace(/^\/+/, '')) ?? '').split('/').filter((step) => step !== '')
  const kept = rooted ? steps.slice(steps.filter((step) => step === '..').length) : steps
  return rooted ? `/${kept.join('/')}` : kept.join('/') || '.'
}

/** The last step of a path (Go, `filepath.Base`). */
function baseOf(path = ''): string {
  let end = path.length
  while (path[end - 1] === '/') end--
  return end === 0 ? (path === '' ? '.' : '/') : baseName(path.slice(0, end))
}

function titled(_whole: string, before: string, letter: string): string {
  return before + letter.toUpperCase()
}

function textValue(text: Text, origin: SourceOrigin): Value {
  return { kind: 'string', text, origin }
}

function decoded(value: Value | undefined): Value | null {
  if (value === undefined) return null
  const document = parsedDocument(value)
  if (document !== null) return document
  const text = knownString(value)
  if (text === null || isTooDeep(text)) return null
  return parseJson(text, () => value.origin) ?? failing('a text that is no JSON')
}

/** @param by what it makes of a part that is not known; what S3 names is in lower case as it is */
function mapped(
  value: Value | undefined,
  change: (text: string) => string,
  origin: SourceOrigin,
  by: string | null = null,
): Value | null {
  if (value?.kind !== 'string') return null
  const text = mapStrings(value.text, change)
  if (isPlain(text) || by === null) return textValue(text, origin)
  return textValue(
    text.map((piece) => (typeof piece === 'string' ? piece : derivedToken(piece, by))),
    origin,
  )
}

/** White space around JSON text means nothing, so what it is the text of stays. */
function trimmed(value: Value): Value | null {
  if (value.kind === 'json') return value
  if (value.kind !== 'string') return null
  const pieces = piecesOf(value.text).map((piece, i, { length }) => {
    if (typeof piece !== 'string') return piece
    const begun = i === 0 ? piece.replace(SPACE_BEFORE, '') : piece
    return i === length - 1 ? begun.replace(SPACE_BEHIND, '') : begun
  })
  return { ...value, text: joinText(pieces) }
}

/** White space as Go has it (`unicode.IsSpace`), which is not all that it is here. */
const SPACE = '\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000'
const SPACE_BEFORE = new RegExp(`^[${SPACE}]+`)
const SPACE_BEHIND = new RegExp(`(?<![${SPACE}])[${SPACE}]+$`)

/** Line ends at the end are taken away, and nothing else; those that an unknown part may end in stay in it. */
function chomped(value: Value): Value | null {
  if (value.kind === 'json') return value
  if (value.kind !== 'string') return null
  const pieces = isPlain(value.text) ? [value.text] : value.text
  const last = pieces.at(-1)
  if (typeof last !== 'string') return value
  let end = last.length
  while (last[end - 1] === '\n' || last[end - 1] === '\r') end--
  return { ...value, text: joinText([...pieces.slice(0, -1), last.slice(0, end)]) }
}

const MAX_INDENT = 1000

function indented(value: Value | undefined, count: number, origin: SourceOrigin): Value | null {
  const text = value === undefined ? null : knownString(value)
  if (text === null || text.length + (text.split('\n').length - 1) * count > MAX_MADE) return null
  return plainString(text.replaceAll('\n', `\n${' '.repeat(count)}`), origin)
}

/** `trim`: takes any of the characters of `cut` from both ends. */
function trimmedOf(text = '', cut = ''): string {
  const set = new Set(cut)
  const all = [...text]
  let [start, end] = [0, all.length]
  while (start < end && set.has(all[start] ?? '')) start++
  while (end > start && set.has(all[end - 1] ?? '')) end--
  return all.slice(start, end).join('')
}

/** Terraform counts characters as a reader does. */
function substring(
  value: Value | undefined,
  from: Value | undefined,
  length: Value | undefined,
  origin: SourceOrigin,
): Value | null {
  const text = value === undefined ? null : knownString(value)
  const [offset = null, count = null] = [from, length].map((number) =>
    numberIn(number === undefined ? null : knownString(number)),
  )
  if (text === null || offset === null || count === null || Number.isNaN(offset + count)) return null
  const all = characters(text)
  const start = Math.max(0, offset < 0 ? all.length + offset : offset)
  const part = all.slice(start, count < 0 ? all.length : start + count)
  return plainString(part.join(''), origin)
}

/** Applies a function when all its arguments are known strings. */
function whole(
  args: readonly (Value | undefined)[],
  origin: SourceOrigin,
  change: (...texts: readonly string[]) => string,
): Value | null {
  const texts = args.filter((arg) => arg !== undefined).map(knownString)
  return texts.every((text) => text !== null) ? plainString(change(...texts), origin) : null
}

function tested(
  value: Value | undefined,
  wanted: Value | undefined,
  test: (text: string, part: string) => boolean,
  origin: SourceOrigin,
): Value | null {
  const text = value === undefined ? null : knownString(value)
  const part = wanted === undefined ? null : knownString(wanted)
  return text === null || part === null ? null : primitive(test(text, part), origin)
}

function joinedText(separator: Value | undefined, lists: readonly Value[], origin: SourceOrigin): Value | null {
  const by = separator === undefined ? null : knownString(separator)
  const items = lists.flatMap(spread)
  if (by === null || items.some(({ kind }) => kind === 'repeated')) return null
  const [only, ...others] = items
  // A list of one is that one: `join("", data.aws_iam_policy_document.x[*].json)`.
  if (others.length === 0 && (only?.kind === 'string' || only?.kind === 'json')) return only
  const text = joinWithin(
    items.flatMap((item, i) => {
      const text = textOf(item)
      return [...(i === 0 ? [] : [by]), ...piecesOf(text)]
    }),
  )
  return text === null ? null : textValue(text, origin)
}
