import { isMap, isScalar, isSeq, Lexer, parseDocument, Scalar, visit } from 'yaml'
import { withYamlBreaks } from '../../../text/lines.js'
import type { YamlReader } from './engine.js'

/**
 * One document in YAML with merge keys, as Terraform reads it (zclconf/go-cty-yaml, `resolve.go`): the last of two
 * equal keys wins, and what stands unquoted is resolved as in YAML 1.1, keys too. Aliases are not followed without end.
 *
 * @throws RangeError where versions of Terraform differ, or the value is none that JavaScript has
 */
export const readYaml: YamlReader = (written, isBare = false) => {
  // For Terraform these end a line as well, and here they do not.
  if (/[\u0085\u2028\u2029]/.test(written)) throw new RangeError('a line end of YAML 1.1')
  const text = withYamlBreaks(written)
  if (isBare) refuseMore(text)
  const document = parseDocument(text, {
    schema: 'failsafe',
    merge: !isBare,
    uniqueKeys: isBare,
    resolveKnownTags: false,
    prettyErrors: false,
    logLevel: 'error',
  })
  const [error] = document.errors
  if (error !== undefined) throw error
  if (document.contents === null) throw new RangeError('a text without a document')
  visit(document, {
    Pair: (_key, { key }) => {
      if (!isScalar(key)) throw new Error('a key that is no text')
    },
    Collection: (_key, node) => {
      if (node.tag !== undefined && !(isMap(node) && node.tag === MAP) && !(isSeq(node) && node.tag === SEQ)) {
        throw new Error('a tag that Terraform does not know')
      }
    },
    Scalar: (key, node) => {
      // The key of a merge is no text.
      if (typeof node.value !== 'string') return
      const value = resolved(node, node.value)
      if (key === 'key' && value === null) throw new Error('a key that is null')
      // Two that are written in different ways may be one.
      if (key === 'key' && isBare && value !== node.value) throw new Error('a key that is no text')
      node.value = key === 'key' ? String(value) : value
    },
  })
  return document.toJS({ maxAliasCount: 100 })
}

/** Comments, anchors, aliases, tags and directives, by what they begin with; and what the reader puts before a scalar. */
const MORE = /^[#&*!%]/
const BEFORE_SCALAR = '\x1f'

/** @throws for a text with something in it that is no part of its value */
function refuseMore(text: string): void {
  let isText = false
  for (const token of new Lexer().lex(text)) {
    if (!isText && MORE.test(token)) throw new Error('more than a value')
    isText = token === BEFORE_SCALAR
  }
}

const CORE = 'tag:yaml.org,2002:'
const [MAP, SEQ, STR] = [`${CORE}map`, `${CORE}seq`, `${CORE}str`]
const RESOLVED_TAGS: ReadonlySet<string> = new Set(
  ['bool', 'int', 'float', 'null', 'timestamp', 'binary'].map((name) => `${CORE}${name}`),
)

const WORDS: ReadonlyMap<string, boolean | null> = new Map([
  ...cased(['y', 'yes', 'true', 'on'], true),
  ...cased(['n', 'no', 'false', 'off'], false),
  ...cased(['', '~', 'null'], null),
])

/** A word in small letters, with a capital and in capitals; mixed ones are texts. */
function cased<T>(words: readonly string[], value: T): readonly (readonly [string, T])[] {
  return words.flatMap((word) =>
    [word, word.slice(0, 1).toUpperCase() + word.slice(1), word.toUpperCase()].map((one) => [one, value] as const),
  )
}

const DECIMAL = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/
/** Underscores, octal, hexadecimal and binary numbers, infinity. */
const OTHER_NUMBER = /^[-+]?(?:0[box][\da-fA-F_]+|\d[\d_]*|\.(?:inf|Inf|INF))$/
const NOT_A_NUMBER = /^\.(?:nan|NaN|NAN)$/
const DATE = /^(\d{4})-(\d{1,2})-(\d{1,2})$/
const TIME = /^\d{4}-\d{1,2}-\d{1,2}[Tt ]\d/

/** What a scalar stands for. */
function resolved({ tag, type }: Scalar, text: string): string | number | boolean | null {
  if (tag === STR) return text
  if (tag === undefined) return type === Scalar.QUOTE_DOUBLE || type === Scalar.QUOTE_SINGLE ? text : untagged(text)
  const word = WORDS.get(text)
  if (word !== undefined && type === Scalar.PLAIN && RESOLVED_TAGS.has(tag)) return word
  if (RESOLVED_TAGS.has(tag) || tag === '!') throw new RangeError('a tag whose value depends on the version')
  throw new Error('a tag that Terraform does not know')
}

function untagged(text: string): string | number | boolean | null {
  const word = WORDS.get(text)
  if (word !== undefined) return word
  if (NOT_A_NUMBER.test(text)) throw new Error('no number at all')
  if (TIME.test(text)) throw new RangeError('a time')
  if (DECIMAL.test(text)) return decimal(text)
  if (OTHER_NUMBER.test(text)) throw new RangeError('a number whose spelling not every version knows')
  const [, year, month, day] = DATE.exec(text) ?? []
  return year !== undefined && month !== undefined && day !== undefined ? dated(text, [year, month, day]) : text
}

/** The digits that every number holds exactly, and how far it is printed without an exponent. */
const [MAX_DIGITS, MAX_SIZE] = [15, 20]

function decimal(text: string): number {
  const value = Number(text)
  const digits = text
    .replace(/[eE].*$/, '')
    .replace(/[-+.]/g, '')
    .replace(/^0+/, '')
  const size = value === 0 ? 0 : Math.abs(Math.log10(Math.abs(value)))
  if (digits.length > MAX_DIGITS || size > MAX_SIZE || Object.is(value, -0))
    throw new RangeError('a number of many digits')
  return value
}

/** A date as the beginning of its day; one that no calendar has is a text. */
function dated(text: string, [year, month, day]: readonly [string, string, string]): string {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const time = new Date(`${iso}T00:00:00Z`)
  return Number.isNaN(time.getTime()) || time.toISOString().slice(0, 10) !== iso ? text : `${iso}T00:00:00Z`
}
