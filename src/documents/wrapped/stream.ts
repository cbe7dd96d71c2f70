import type { Source } from '../../sources/source.js'
import { ByteReader, ByteSyntaxError } from '../../tree/stream.js'
import { isObject } from '../../tree/value.js'
import { utf8Chunks } from '../chunks.js'
import type { StreamEntry } from '../document.js'
import { markDuplicates } from '../duplicates.js'
import type { Held, ObjectPlace } from '../form.js'
import { nestsTooDeeply } from '../json.js'

/** Reads one item of a list, or one document of several. */
export type ReadItem = (item: unknown, place: ObjectPlace) => Held | null

const OPEN_BRACE = 0x7b
const CLOSE_BRACE = 0x7d
const OPEN_BRACKET = 0x5b
const CLOSE_BRACKET = 0x5d
const COMMA = 0x2c
const END = -1

/** Lists whose items are read one after the other, wherever they stand near the top of a document. */
const LISTS: ReadonlySet<string> = new Set([
  'configurationItems',
  'ConfigurationItems',
  'baseConfigurationItems',
  'BaseConfigurationItems',
  'Results',
  'Records',
  'Events',
  'rows',
  'items',
  'resources',
  'steps',
])
/** What such lists stand in. */
const HOLDERS: ReadonlySet<string> = new Set(['deployment'])
/** Members of documents that mean something as a whole only: plans, states and templates. */
const WHOLES: ReadonlySet<string> = new Set([
  'format_version',
  'terraform_version',
  'lineage',
  'resource_changes',
  'Resources',
  'TemplateBody',
  'Statement',
])
/** Members larger than this are kept only where they may hold a policy. */
const SMALL = 64 * 1024

/**
 * What a file holds, read from its bytes item by item: memory does not grow with the file. What comes behind a place that
 * is no JSON is told as unread.
 */
export function* entriesOf(source: Source, read: ReadItem): Generator<StreamEntry> {
  const { path } = source
  const unread = (why: string, line: number): StreamEntry => {
    const origin = { source: 'policy-wrapped', path, at: [], base: 0, address: null, wrapped: true, line } as const
    return { kind: 'unread', unread: { origin, why } }
  }
  const reader = new ByteReader(utf8Chunks(source), true)
  try {
    for (const { value, at, line, isDeep } of rowsOf(reader)) {
      const held = read(value, { path, base: 0, at, syntax: undefined })
      if (held === null) continue
      if (isDeep) yield unread('it nests too deeply', line)
      else yield* entriesIn(held, line)
    }
  } catch (error) {
    if (!(error instanceof ByteSyntaxError)) throw error
    yield unread(`it is not valid JSON: ${error.message}`, reader.line)
  }
}

function* entriesIn({ policies, unread = [] }: Held, line: number): Generator<StreamEntry> {
  for (const policy of policies) {
    yield { kind: 'policy', policy: { ...policy, origin: { ...policy.origin, line } } }
  }
  for (const one of unread) yield { kind: 'unread', unread: { ...one, origin: { ...one.origin, line } } }
}

interface Row {
  readonly value: unknown
  readonly at: readonly (string | number)[]
  readonly line: number
  readonly isDeep: boolean
}

/** The rows of a text that is one document, or several behind one another. */
function* rowsOf(reader: ByteReader): Generator<Row> {
  for (let byte = reader.next(); byte !== END; byte = reader.next()) {
    if (byte === OPEN_BRACE) yield* members(reader, [])
    else if (byte === OPEN_BRACKET) yield* items(reader, [])
    else reader.fail('an object or a list is expected')
  }
}

function* items(reader: ByteReader, at: Row['at']): Generator<Row> {
  reader.advance()
  let index = 0
  for (let byte = reader.next(); byte !== CLOSE_BRACKET; byte = reader.next()) {
    if (byte === COMMA) {
      reader.advance()
      index++
      continue
    }
    const { line } = reader
    const slice = reader.slice()
    if (!mayHold(slice)) continue
    const { value, isDeep } = parsed(slice, reader)
    yield { value, at: [...at, index], line, isDeep }
  }
  reader.advance()
}

/** The rows of an object's lists, then the object without them, which may be a row itself. */
function* members(reader: ByteReader, at: Row['at']): Generator<Row> {
  const { line } = reader
  reader.advance()
  const rest: [string, unknown][] = []
  let holds = false
  let isDeep = false
  for (let byte = reader.next(); byte !== CLOSE_BRACE; byte = reader.next()) {
    if (byte === COMMA) {
      reader.advance()
      continue
    }
    const name = reader.key()
    const first = reader.next()
    if (at.length === 0 && WHOLES.has(name)) reader.fail('it means something as a whole only')
    if (first === OPEN_BRACKET && LISTS.has(name)) yield* items(reader, [...at, name])
    else if (first === OPEN_BRACE && at.length === 0 && HOLDERS.has(name)) yield* members(reader, [name])
    else {
      const slice = reader.slice()
      const isHolding = mayHold(slice)
      if (!isHolding && slice.length > SMALL) continue
      const { value, isDeep: isInnerDeep } = parsed(slice, reader)
      rest.push([name, value])
      holds ||= isHolding
      isDeep ||= isInnerDeep
    }
  }
  reader.advance()
  if (holds) yield { value: Object.fromEntries(rest), at, line, isDeep }
}

/** Whether the words of a policy are in some bytes; escapes may hide them. */
function mayHold(slice: Uint8Array): boolean {
  const bytes = Buffer.from(slice.buffer, slice.byteOffset, slice.byteLength)
  return bytes.includes('Statement') || bytes.includes('ucketPolicy') || bytes.includes('\\u00')
}

function parsed(slice: Uint8Array, reader: ByteReader): Pick<Row, 'value' | 'isDeep'> {
  const text = new TextDecoder('utf-8').decode(slice)
  try {
    const value: unknown = JSON.parse(text)
    if (isObject(value) || Array.isArray(value)) markDuplicates(value, text)
    return { value, isDeep: nestsTooDeeply(value, text) }
  } catch {
    return reader.fail('a value is malformed')
  }
}
