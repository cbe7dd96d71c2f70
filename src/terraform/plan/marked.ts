import { Lookout } from '../../tree/lookout.js'
import { ByteReader } from '../../tree/stream.js'
import { member } from '../../tree/value.js'
import { objectIn } from './fields.js'
import { addChange, isMark, type Secrets } from './sensitive.js'
import { storedInstances } from './stored-state.js'

/** Bytes of a resource that only its marks are asked of; of a larger one nobody knows what it marks. */
export const MAX_OTHER = 32 * 1024 * 1024

/** What is written before the quote that ends the name of a member with marks, and the part of it that is searched for. */
const MARK_NAME = Buffer.from('sensitive')
const SEARCHED = 'nsitive'
const [QUOTE, COLON] = [0x22, 0x3a]

/**
 * Notes what resources mark that are looked at for nothing else, in each of the shapes that plans and states have: a policy
 * may be made of it. Only one with a mark is parsed.
 */
export class MarkedResources {
  readonly #reader: ByteReader
  readonly #name = new Lookout(SEARCHED)

  constructor(reader: ByteReader) {
    this.#reader = reader
  }

  /** Ends the capture of a resource. Of one that was given up nobody knows what it marks: everything counts as made of it. */
  noteCaptured(secrets: Secrets): void {
    const isMarked = this.#reader.isKept && this.#holdsMark()
    const bytes = this.#reader.taken()
    if (bytes === null) secrets.close()
    else if (isMarked) {
      const resource = objectIn(bytes)
      if (resource === null) secrets.close()
      addChange(secrets, member(resource, 'change'))
      secrets.add(member(resource, 'values'), member(resource, 'sensitive_values'))
      for (const { values, sensitive_values } of storedInstances(resource)) secrets.add(values, sensitive_values)
    }
  }

  /**
   * Whether anything is marked in the resource that the reader has captured: `before_sensitive`, `after_sensitive`,
   * `sensitive_values` or `sensitive_attributes` with a mark in it.
   */
  #holdsMark(): boolean {
    const reader = this.#reader
    for (let at = reader.find(this.#name); at !== -1; at = reader.find(this.#name, at + 1)) {
      if (isMarkedBehind(reader.window, at - MARK_NAME.length + SEARCHED.length)) return true
    }
    return false
  }
}

/** Whether the name of a member with marks, or its last part, begins at a place, and anything is marked. */
function isMarkedBehind(bytes: Buffer, at: number): boolean {
  if (bytes[at] !== MARK_NAME[0] || bytes[at + 1] !== MARK_NAME[1]) return false
  const value = valueAfter(bytes, at + MARK_NAME.length)
  if (value === -1 || isUnmarked(bytes, value)) return false
  try {
    return isMark(new ByteReader([bytes.subarray(value)]).value())
  } catch {
    // A mark that cannot be read is one.
    return true
  }
}

/**
 * Whether the value that begins at a place is one in which nothing is marked, as Terraform writes it: `false`, or lists
 * and objects of nothing else. Says no where it takes a parser to know.
 */
function isUnmarked(bytes: Buffer, start: number): boolean {
  let depth = 0
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at]
    if (byte === 0x7b || byte === 0x5b) depth++
    else if (byte === 0x7d || byte === 0x5d) depth--
    else if (byte === QUOTE) {
      at = endOfName(bytes, at)
      if (at === -1) return false
    } else if (byte === 0x66 && FALSE.equals(bytes.subarray(at, at + FALSE.length))) at += FALSE.length - 1
    else if (byte !== 0x2c && byte !== COLON && behindSpace(bytes, at) === at) return false
    if (depth <= 0) return true
  }
  return false
}

const FALSE = Buffer.from('false')

/** The quote that ends the name of a member; -1 where a text is no name, or has escapes. */
function endOfName(bytes: Buffer, start: number): number {
  let end = start + 1
  while (end < bytes.length && bytes[end] !== QUOTE) end++
  return bytes[end] === QUOTE && bytes[end - 1] !== 0x5c && bytes[behindSpace(bytes, end + 1)] === COLON ? end : -1
}

/** Where the value of a member begins, of whose name the end is looked at; -1 for what is no name. */
function valueAfter(bytes: Buffer, end: number): number {
  let at = end
  while (isOfName(bytes[at])) at++
  if (bytes[at] !== QUOTE) return -1
  at = behindSpace(bytes, at + 1)
  return bytes[at] === COLON ? behindSpace(bytes, at + 1) : -1
}

function isOfName(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 0x61 && byte <= 0x7a) || byte === 0x5f)
}

function behindSpace(bytes: Buffer, from: number): number {
  let at = from
  while (bytes[at] === 0x20 || (bytes[at] ?? 0) === 0x0a || bytes[at] === 0x0d || bytes[at] === 0x09) at++
  return at
}
