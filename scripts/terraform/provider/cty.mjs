/**
 * Terraform's values on the wire: MessagePack, with extension types for what is not known yet. Objects and maps are
 * maps, lists and sets are arrays, null is nil.
 */
import { decode, ExtensionCodec, encode } from '@msgpack/msgpack'

class Unknown {}

/** A value that is only known after apply. There is one instance: compare with `===`. */
export const UNKNOWN = new Unknown()

// Extension 0 is an unknown value, 12 one with refinements (say "not null"), which are of no use here.
const extensionCodec = new ExtensionCodec()
extensionCodec.register({
  type: 0,
  encode: (value) => (value instanceof Unknown ? new Uint8Array(1) : null),
  decode: () => UNKNOWN,
})
extensionCodec.register({ type: 12, encode: () => null, decode: () => UNKNOWN })

/** The value of a `DynamicValue` message; null when the message is missing or empty. */
export function fromWire(message) {
  if (message?.msgpack?.length) return decode(message.msgpack, { extensionCodec })
  if (message?.json?.length) return JSON.parse(Buffer.from(message.json).toString('utf8'))
  return null
}

export function toWire(value) {
  return { msgpack: Buffer.from(encode(value, { extensionCodec, ignoreUndefined: true })) }
}

/** True when the value or anything inside it is unknown. */
export function hasUnknown(value) {
  if (value === UNKNOWN) return true
  if (value === null || typeof value !== 'object') return false
  return Object.values(value).some(hasUnknown)
}

/** Deep equality of values; an unknown equals nothing. */
export function equal(a, b) {
  if (hasUnknown(a) || hasUnknown(b)) return false
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
}

/** A copy with the keys of every object in order of their bytes. */
export function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object' || value === UNKNOWN) return value
  const keys = Object.keys(value).sort()
  return Object.fromEntries(keys.map((key) => [key, sorted(value[key])]))
}
