import { gunzipSync } from 'node:zlib'
import { UserError } from '../model/errors.js'
import { decode, detectEncoding } from '../text/decode.js'
import { ByteReader, ByteSyntaxError } from '../tree/stream.js'
import { isObject, member, parsedJson } from '../tree/value.js'
import { type RequestEvent, requestEvent } from './event.js'

/** Bytes of text that are read at most. */
export const MAX_EVENT_BYTES = 256 * 1024 * 1024
export const TOO_LARGE =
  'standard input holds more than 256 MB of events; ask for fewer of them, such as one role and one day'

const OPEN_BRACE = 0x7b
const OPEN_BRACKET = 0x5b
const END = -1
/** Members that hold events: of files in S3, of `lookup-events`, of `get-query-results`. */
const LISTS = new Set(['Records', 'Events', 'QueryResultRows'])

/**
 * Reads events one after the other: one event, lists of them, what the AWS CLI prints and files of a trail, behind one
 * another or one a line, packed by gzip or not.
 *
 * @param each gets every event
 * @throws {UserError} for whatever is no event of CloudTrail
 */
export function readEvents(bytes: Uint8Array, each: (event: RequestEvent) => void): void {
  const reader = new ByteReader([utf8(unpacked(bytes))], true)
  const take = (value: unknown) => {
    const event = requestEvent(eventIn(value))
    if (event === null) refuse(`line ${reader.line} holds no event of CloudTrail`)
    else each(event)
  }
  try {
    if (reader.next() === END) refuse('it is empty; did the command before the pipe fail?')
    for (let byte = reader.next(); byte !== END; byte = reader.next()) {
      if (byte === OPEN_BRACE) readObject(reader, take)
      else if (byte === OPEN_BRACKET) reader.array(() => take(reader.value()))
      else reader.fail('an object or a list is expected')
    }
  } catch (thrown) {
    if (!(thrown instanceof ByteSyntaxError)) throw thrown
    refuse(`line ${reader.line} is not valid JSON: ${thrown.message}`)
  }
}

function refuse(why: string): never {
  throw new UserError(`learn - takes events of CloudTrail from standard input: ${why}`)
}

/** An event, or an object around a list of them. */
function readObject(reader: ByteReader, take: (value: unknown) => void): void {
  const rest: [string, unknown][] = []
  let isList = false
  reader.object((name) => {
    if (LISTS.has(name) && reader.next() === OPEN_BRACKET) {
      isList = true
      reader.array(() => take(reader.value()))
    } else rest.push([name, reader.value()])
  })
  if (!isList) take(Object.fromEntries(rest))
}

/** The event in what stands around it: a text of `lookup-events` or of CloudTrail Lake, a row of cells, EventBridge. */
function eventIn(value: unknown): unknown {
  const row = Array.isArray(value) ? Object.fromEntries(value.filter(isObject).flatMap(Object.entries)) : value
  const text = ['CloudTrailEvent', 'eventJson', 'eventjson']
    .map((name) => member(row, name))
    .find((one) => one !== undefined)
  if (typeof text !== 'string') return isObject(member(row, 'detail')) ? member(row, 'detail') : row
  return parsedJson(text)
}

function unpacked(bytes: Uint8Array): Uint8Array {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b) return bytes
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_EVENT_BYTES })
  } catch (thrown) {
    const isLarge = thrown instanceof RangeError
    throw isLarge ? new UserError(TOO_LARGE) : refuse('what gzip packed is broken')
  }
}

/** PowerShell writes UTF-16. */
function utf8(bytes: Uint8Array): Uint8Array {
  const { name, mark } = detectEncoding(bytes)
  if (name === 'utf-8') return mark ? bytes.subarray(3) : bytes
  const decoded = decode(bytes)
  return decoded.ok ? new TextEncoder().encode(decoded.text) : refuse(decoded.reason)
}
