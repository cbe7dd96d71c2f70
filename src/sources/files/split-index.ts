/**
 * What a split index says of the shared one (https://git-scm.com/docs/index-format, "Split index"): whose entries it leaves
 * out and whose it replaces, by their number.
 */
export interface SharedLink {
  /** The name of the shared index ends with it. */
  readonly id: string
  readonly deleted: ReadonlySet<number>
  /** In their order. */
  readonly replaced: readonly number[]
}

/** Reads the extension that leads to a shared index; null for what is none. */
export function readLink(bytes: Uint8Array, idBytes: number): SharedLink | null {
  const id = Buffer.from(bytes.subarray(0, idBytes)).toString('hex')
  if (bytes.length === idBytes) return { id, deleted: new Set(), replaced: [] }
  const deleted = readBitmap(bytes, idBytes)
  const replaced = deleted === null ? null : readBitmap(bytes, deleted.end)
  return deleted === null || replaced === null ? null : { id, deleted: new Set(deleted.bits), replaced: replaced.bits }
}

/**
 * The entries of a shared index as a split one changes them: the first of its own, which have no names, take the places of
 * those that it replaces, the others are added. Null where the two do not go together.
 */
export function applied<E extends { readonly name: string }>(
  { deleted, replaced }: Pick<SharedLink, 'deleted' | 'replaced'>,
  shared: readonly E[],
  own: readonly E[],
): readonly E[] | null {
  const merged: (E | undefined)[] = [...shared]
  for (const [order, place] of replaced.entries()) {
    const [before, now] = [shared[place], own[order]]
    if (before === undefined || now === undefined || now.name !== '') return null
    merged[place] = { ...now, name: before.name }
  }
  const added = own.slice(replaced.length)
  if (added.some(({ name }) => name === '')) return null
  return [...merged.filter((_entry, place) => !deleted.has(place)), ...added].filter((entry) => entry !== undefined)
}

/** More entries than an index has that is read. */
const MOST_BITS = 2 ** 24

/**
 * The places of the bits that are set in an EWAH bitmap (https://git-scm.com/docs/bitmap-format, "Serialization format for an
 * EWAH bitmap"): words of 64 bits, of which one in some says how many follow that are all the same, and how many as they are.
 */
function readBitmap(
  bytes: Uint8Array,
  start: number,
): { readonly bits: readonly number[]; readonly end: number } | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (start + 8 > bytes.length) return null
  const first = start + 8
  const end = first + 8 * view.getUint32(start + 4)
  if (end + 4 > bytes.length || view.getUint32(start) > MOST_BITS) return null
  const size = view.getUint32(start)
  const bits: number[] = []
  let bit = 0
  for (let at = first; at < end; ) {
    const word = view.getBigUint64(at)
    const [isSet, same, literal] = [(word & 1n) === 1n, Number((word >> 1n) & 0xffffffffn) * 64, Number(word >> 33n)]
    if (bit + same + literal * 64 > size + 64 || at + 8 * literal >= end) return null
    for (let i = 0; i < same; i++) if (isSet) bits.push(bit + i)
    bit += same
    at += 8
    for (let i = 0; i < literal; i++, at += 8, bit += 64) {
      const own = view.getBigUint64(at)
      for (let j = 0; j < 64; j++) if (((own >> BigInt(j)) & 1n) === 1n) bits.push(bit + j)
    }
  }
  return { bits, end: end + 4 }
}
