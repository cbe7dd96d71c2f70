import { knownString, listOf, numberIn, plainString, type SourceOrigin, type Value } from '../values/index.js'
import type { PureFunction } from './engines.js'

/** Functions over ranges of IPv4 addresses; ranges of IPv6 stay unknown. */
export const ADDRESS_FUNCTIONS: Readonly<Record<string, PureFunction>> = {
  cidrhost: ([prefix, host], origin) => {
    const range = rangeIn(prefix)
    const number = whole(host)
    if (range === null || number === null) return null
    const at = number < 0 ? range.size + number : number
    return at < 0 || at >= range.size ? null : plainString(dotted(range.start + at), origin)
  },
  cidrnetmask: ([prefix], origin) => {
    const range = rangeIn(prefix)
    return range && plainString(dotted(2 ** 32 - range.size), origin)
  },
  cidrsubnet: ([prefix, bits, number], origin) => {
    const range = rangeIn(prefix)
    const [more, at] = [whole(bits), whole(number)]
    if (range === null || more === null || at === null || more < 0 || range.length + more > 32) return null
    const size = range.size / 2 ** more
    return at < 0 || at >= 2 ** more ? null : subnet(range.start + at * size, range.length + more, origin)
  },
  cidrsubnets: ([prefix, ...bits], origin) => {
    const range = rangeIn(prefix)
    if (range === null) return null
    const subnets: Value[] = []
    let next = range.start
    for (const bit of bits) {
      const more = whole(bit)
      if (more === null || more < 1 || range.length + more > 32) return null
      const size = range.size / 2 ** more
      const start = Math.ceil(next / size) * size
      if (start + size > range.start + range.size) return null
      subnets.push(subnet(start, range.length + more, origin))
      next = start + size
    }
    return listOf(subnets, origin)
  },
}

interface Range {
  readonly start: number
  readonly size: number
  readonly length: number
}

function rangeIn(value: Value | undefined): Range | null {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(
    value === undefined ? '' : (knownString(value) ?? ''),
  )
  if (match === null) return null
  const bytes = match.slice(1, 5).map(Number)
  const length = Number(match[5])
  if (bytes.some((byte) => byte > 255) || length > 32) return null
  const size = 2 ** (32 - length)
  const address = bytes.reduce((sum, byte) => sum * 256 + byte, 0)
  return { start: Math.floor(address / size) * size, size, length }
}

function subnet(start: number, length: number, origin: SourceOrigin): Value {
  return plainString(`${dotted(start)}/${length}`, origin)
}

function dotted(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.')
}

function whole(value: Value | undefined): number | null {
  const number = value === undefined ? null : numberIn(knownString(value))
  return number !== null && Number.isSafeInteger(number) ? number : null
}
