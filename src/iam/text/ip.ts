/** An address block: the first `length` bits of `address` are fixed. */
export interface Cidr {
  readonly bits: 32 | 128
  readonly address: bigint
  readonly length: number
}

/** Parses a CIDR block or a bare address (`/32`, `/128`); null when it is neither. */
export function parseCidr(text: string): Cidr | null {
  const slash = text.indexOf('/')
  const host = slash === -1 ? text : text.slice(0, slash)
  const address = host.includes(':') ? parseV6(host) : parseV4(host)
  if (address === null) return null
  const bits = host.includes(':') ? 128 : 32
  const suffix = slash === -1 ? String(bits) : text.slice(slash + 1)
  if (!/^\d{1,3}$/.test(suffix) || Number(suffix) > bits) return null
  return { bits, address, length: Number(suffix) }
}

function parseV4(text: string): bigint | null {
  const parts = text.split('.')
  if (parts.length !== 4) return null
  let address = 0n
  for (const part of parts) {
    if (!/^\d{1,3}$/.test(part) || Number(part) > 255) return null
    address = address * 256n + BigInt(part)
  }
  return address
}

function parseV6(text: string): bigint | null {
  const halves = text.split('::')
  if (halves.length > 2) return null
  const groups = halves.map((half) => (half === '' ? [] : half.split(':')))
  const [head = [], tail = []] = groups
  const missing = 8 - head.length - tail.length
  if (halves.length === 1 ? missing !== 0 : missing < 1) return null
  const all = halves.length === 1 ? head : [...head, ...Array<string>(missing).fill('0'), ...tail]
  let address = 0n
  for (const group of all) {
    if (!/^[0-9a-fA-F]{1,4}$/.test(group)) return null
    address = address * 65536n + BigInt(`0x${group}`)
  }
  return address
}

/** Whether `inner` lies inside `outer`, or overlaps it partly, or not at all. Blocks either nest or are disjoint. */
export function relation(inner: Cidr, outer: Cidr): 'inside' | 'overlaps' | 'disjoint' {
  if (inner.bits !== outer.bits) return 'disjoint'
  const shared = BigInt(inner.bits - Math.min(inner.length, outer.length))
  if (inner.address >> shared !== outer.address >> shared) return 'disjoint'
  return inner.length >= outer.length ? 'inside' : 'overlaps'
}

/**
 * Ranges that are never the egress of a public service: private (RFC 1918, 4193), loopback, link-local, carrier-grade
 * NAT (RFC 6598) and documentation (RFC 5737, 3849); docs/semantics.md, D23.
 */
const NEVER_PUBLIC: readonly Cidr[] = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '100.64.0.0/10',
  '192.0.2.0/24',
  '198.51.100.0/24',
  '203.0.113.0/24',
  'fc00::/7',
  '::1/128',
  'fe80::/10',
  '2001:db8::/32',
].flatMap((block) => parseCidr(block) ?? [])

export function isNeverPublic(block: Cidr): boolean {
  return NEVER_PUBLIC.some((range) => relation(block, range) === 'inside')
}
