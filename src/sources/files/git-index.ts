import { applied, readLink, type SharedLink } from './split-index.js'

/** A file as the index of a checkout lists it. */
export interface IndexEntry {
  /** Id of the blob, in hexadecimal digits. */
  readonly id: string
  /** As in a tree: `0o120000` is a link, `0o160000` the commit of a submodule. */
  readonly mode: number
}

/** What the index of a checkout lists, by paths from its root. */
export type GitIndex = ReadonlyMap<string, IndexEntry>

/**
 * Reads an index (https://git-scm.com/docs/index-format, versions 2 to 4), and the shared one where it is only what differs
 * from that. Entries of an unsettled merge are left out: of these it is not known what the commit has.
 *
 * @param idBytes length of an id: 20, or 32 in repositories of the SHA-256 format
 * @param sharedIndex the shared index of an id; null where it is not there
 * @returns null for what is no index, or one that is cut off, or that cannot be understood without an extension of Git
 */
export function readIndex(
  bytes: Uint8Array,
  idBytes: number,
  sharedIndex: (id: string) => Uint8Array | null = () => null,
): GitIndex | null {
  const own = readEntries(bytes, idBytes)
  const link = own === null ? null : linkIn(bytes, own.end, idBytes)
  if (own === null || link === undefined) return null
  if (link === null) return own.entries.some(({ name }) => name === '') ? null : indexOf(own.entries)
  const shared = sharedIndex(link.id)
  if (shared === null || hex(shared.subarray(-idBytes)) !== link.id) return null
  const base = readEntries(shared, idBytes)
  const merged = base === null ? null : applied(link, base.entries, own.entries)
  return merged === null ? null : indexOf(merged)
}

/** An entry as a file holds it, with how it takes part in an unsettled merge, 0 for not at all. */
interface RawEntry extends IndexEntry {
  readonly name: string
  readonly stage: number
}

function indexOf(entries: readonly RawEntry[]): GitIndex {
  const settled = entries.filter(({ stage }) => stage === 0)
  return new Map(settled.map(({ name, id, mode }) => [name, { id, mode }]))
}

/** The entries of one file, and where its extensions begin. */
function readEntries(
  bytes: Uint8Array,
  idBytes: number,
): { readonly entries: readonly RawEntry[]; readonly end: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < HEADER || view.getUint32(0) !== SIGNATURE) return null
  const version = view.getUint32(4)
  if (version < 2 || version > 4) return null
  const text = new TextDecoder()
  const entries: RawEntry[] = []
  let at = HEADER
  let before: Uint8Array = new Uint8Array()
  for (let left = view.getUint32(8); left > 0; left--) {
    const flagsAt = at + STATS + idBytes
    if (flagsAt + 2 > bytes.length) return null
    const flags = view.getUint16(flagsAt)
    const isExtended = (flags & 0x4000) !== 0
    const nameAt = flagsAt + (isExtended ? 4 : 2)
    const shared = version === 4 ? sharedPrefix(bytes, nameAt, before) : { kept: 0, next: nameAt }
    const end = shared === null ? -1 : bytes.indexOf(0, shared.next)
    if (shared === null || end === -1) return null
    const name = joined(before.subarray(0, shared.kept), bytes.subarray(shared.next, end))
    const id = hex(bytes.subarray(at + STATS, flagsAt))
    entries.push({ name: text.decode(name), id, mode: view.getUint32(at + MODE), stage: (flags & 0x3000) >> 12 })
    before = name
    // Before version 4 an entry is filled up to a multiple of eight bytes, with one at least.
    at = version === 4 ? end + 1 : at + (Math.floor((end - at) / 8) + 1) * 8
  }
  return { entries, end: at }
}

/**
 * What an index says of the shared one that it belongs to; null where it stands by itself, undefined where it has an extension
 * that it cannot be understood without, or is cut off.
 */
function linkIn(bytes: Uint8Array, start: number, idBytes: number): SharedLink | null | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let link: SharedLink | null = null
  let at = start
  while (at + EXTENSION <= bytes.length - idBytes) {
    const name = Buffer.from(bytes.subarray(at, at + 4)).toString('latin1')
    const content = bytes.subarray(at + EXTENSION, at + EXTENSION + view.getUint32(at + 4))
    if (name === 'link') {
      const found = readLink(content, idBytes)
      if (found === null) return undefined
      link = found.id === '0'.repeat(2 * idBytes) ? null : found
    } else if (!/^(?:[A-Z]|sdir)/.test(name)) return undefined
    at += EXTENSION + content.length
  }
  // At the end stands an id of the whole, and nothing else.
  return at === bytes.length - idBytes ? link : undefined
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex')
}

/** Bytes of an extension's name and length. */
const EXTENSION = 8
const SIGNATURE = 0x44495243
const HEADER = 12
/** Bytes of the state of a file, before its id; the mode stands within. */
const STATS = 40
const MODE = 24

/** How much of the name before an entry's name begins with: all but as many bytes as a number says. */
function sharedPrefix(
  bytes: Uint8Array,
  start: number,
  before: Uint8Array,
): { readonly kept: number; readonly next: number } | null {
  let value = 0
  for (let at = start; at < bytes.length && at < start + 5; at++) {
    const byte = bytes[at] ?? 0
    value = (value << 7) | (byte & 0x7f)
    if ((byte & 0x80) === 0) return value > before.length ? null : { kept: before.length - value, next: at + 1 }
    value++
  }
  return null
}

function joined(start: Uint8Array, rest: Uint8Array): Uint8Array {
  if (start.length === 0) return rest
  const whole = new Uint8Array(start.length + rest.length)
  whole.set(start)
  whole.set(rest, start.length)
  return whole
}
