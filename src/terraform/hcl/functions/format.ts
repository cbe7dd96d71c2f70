import { piecesOf, type Text } from '../../../iam/text/text.js'
import {
  joinWithin,
  knownString,
  listOf,
  MAX_MADE,
  numberIn,
  type SourceOrigin,
  sizeOf,
  textOf,
  unnamed,
  type Value,
} from '../values/index.js'
import { characters } from './characters.js'

const VERB = /(%%|%[-0]*\d{0,3}[a-zA-Z])/

/** The verbs `%s`, `%v`, `%d`, `%q`, `%t`, `%b`, `%o`, `%x` and `%X` with a width, and `%%`; any other gives nothing. */
export function formatted(format: Value | undefined, args: readonly Value[], origin: SourceOrigin): Value | null {
  const pattern = format === undefined ? null : knownString(format)
  if (pattern === null) return null
  const pieces: Text[] = []
  let used = 0
  for (const part of pattern.split(VERB)) {
    if (part === '%%') pieces.push('%')
    else if (VERB.test(part)) {
      const arg = args[used++]
      const text = arg === undefined ? null : verbText(part, arg)
      if (text === null) return null
      pieces.push(text)
    } else if (part.includes('%')) return null
    else pieces.push(part)
  }
  const text = joinWithin(pieces.flatMap(piecesOf))
  return text === null ? null : { kind: 'string', text, origin }
}

function verbText(verb: string, arg: Value): Text | null {
  if (/^%[svd]$/.test(verb)) return textOf(arg)
  const text = knownString(arg)
  const [, flags = '', width = '', kind = ''] = /^%([-0]*)(\d*)([a-zA-Z])$/.exec(verb) ?? []
  const made = text === null ? null : plainVerb(kind, text)
  if (made === null) return null
  const missing = Math.max(0, Number(width) - characters(made).length)
  if (flags.includes('-')) return made + ' '.repeat(missing)
  if (!flags.includes('0') || kind === 's' || kind === 'v' || kind === 'q') return ' '.repeat(missing) + made
  return made.startsWith('-') ? `-${'0'.repeat(missing)}${made.slice(1)}` : '0'.repeat(missing) + made
}

const RADIX: Readonly<Record<string, number>> = { d: 10, b: 2, o: 8, x: 16, X: 16 }

function plainVerb(kind: string, text: string): string | null {
  if (kind === 's' || kind === 'v') return text
  if (kind === 't') return text === 'true' || text === 'false' ? text : null
  // Of these JSON writers know several spellings.
  if (kind === 'q') return /[<>&\u007f-\uffff]/.test(text) ? null : JSON.stringify(text)
  const number = numberIn(text)
  const radix = RADIX[kind]
  if (radix === undefined || number === null || !Number.isSafeInteger(number)) return null
  return kind === 'X' ? number.toString(radix).toUpperCase() : number.toString(radix)
}

/** Formats once for each item; arguments that are no lists are repeated. */
export function formatList([format, ...args]: readonly Value[], origin: SourceOrigin): Value | null {
  const lists = args.map((arg) => (arg.kind === 'tuple' ? arg.items : null))
  const sizes = lists.flatMap((list) => (list === null ? [] : [list.length]))
  const [size] = sizes
  if (size === undefined || sizes.some((other) => other !== size)) return null
  const repeated = [format, ...args].map((one) => (one?.kind === 'string' ? sizeOf(one.text) : 1))
  if (size * repeated.reduce((sum, length) => sum + length, 0) > MAX_MADE) return null
  const items = Array.from({ length: size }, (_, i) => {
    const row = args.map((arg, k) => lists[k]?.[i] ?? arg)
    const made = row.some(({ kind }) => kind === 'repeated') ? null : formatted(format, row, origin)
    return made ?? unnamed('a formatted text', origin)
  })
  return listOf(items, origin)
}
