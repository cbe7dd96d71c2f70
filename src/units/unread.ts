import type { Origin, UnreadPolicy } from '../documents/policy.js'
import { grouped } from '../text/group.js'
import type { UnreadableUnit } from './unit.js'

/** What a file holds and cannot be read: each reason once, where it is met first, with how often. */
export async function unreadUnits(text: string, all: readonly UnreadPolicy[]): Promise<readonly UnreadableUnit[]> {
  const units: UnreadableUnit[] = []
  for (const same of grouped(all, ({ why, unsure }) => `${unsure} ${why}`).values()) {
    const [first] = same
    if (first === undefined) continue
    const offset = await offsetOf(text, first.origin)
    const { path, source } = first.origin
    const made = source === 'cloudformation' ? ({ ofTemplate: true } as const) : {}
    units.push({ kind: 'unreadable', path, text, offset, ...made, ...toldUnread(first, same.length) })
  }
  return units
}

/** What is told of policies that cannot be read for the same reason. */
export function toldUnread(
  { why, unsure }: UnreadPolicy,
  count: number,
): { readonly reason: string; readonly unsure?: true } {
  const more = count === 2 ? 'and so does one more' : `and so do ${count - 1} more`
  if (unsure === true) return { reason: count > 1 ? `${why}, ${more}` : why, unsure }
  return { reason: count > 1 ? `${why} (${count} policies)` : why }
}

/** Where something stands in the text of its file, zero-based. */
async function offsetOf(text: string, { at, base, syntax, address }: Origin): Promise<number> {
  if (syntax === undefined && at.length > 0) {
    const { JsonTrees } = await import('../tree/json.js')
    const node = new JsonTrees(text).at(base).at(at)
    if (node !== null) return node.start
  }
  const id = (address ?? '').split(/[./]/).at(-1) ?? ''
  return address === null ? base : Math.max(0, text.indexOf(id, base))
}
