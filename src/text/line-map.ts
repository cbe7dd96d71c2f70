/** Where each line of one text is in another; lines are 1-based. */
export interface LineMap {
  /** Null for a line that the other text does not have. */
  readonly exact: (line: number) => number | null
  /** The same, or the place where the line would be. */
  readonly near: (line: number) => number
}

/**
 * Finds the lines of `from` in `to`: those that both begin and end with, then those that each has once, as far as their
 * order is the same, and what stands beside such lines ("patience diff").
 */
export function lineMap(from: string, to: string): LineMap {
  const old = from.split(/\r?\n/)
  const now = to.split(/\r?\n/)
  const found = new Map<number, number>([[-1, -1]])
  const taken = new Set<number>()
  const isFree = (i: number, j: number) => old[i] !== undefined && old[i] === now[j] && !found.has(i) && !taken.has(j)
  const pair = (i: number, j: number) => {
    found.set(i, j)
    taken.add(j)
  }
  const extend = (a: number, b: number, step: 1 | -1) => {
    for (let i = a, j = b; isFree(i, j); i += step, j += step) pair(i, j)
  }
  extend(0, 0, 1)
  const first = found.size - 1
  extend(old.length - 1, now.length - 1, -1)
  const anchors = inOrder(onceInBoth(old, now, first).filter(([i, j]) => isFree(i, j)))
  for (const [i, j] of anchors) pair(i, j)
  for (const [i, j] of anchors) {
    extend(i + 1, j + 1, 1)
    extend(i - 1, j - 1, -1)
  }
  const near = (line: number) => {
    let at = Math.min(line, old.length) - 1
    while (!found.has(at)) at--
    return Math.max(1, (found.get(at) ?? 0) + 1)
  }
  const exact = (line: number) => {
    const at = found.get(line - 1)
    return at === undefined ? null : at + 1
  }
  return { exact, near }
}

type Pair = readonly [old: number, now: number]

/** Lines from `first` on that each text has once; in the order of the old one. */
function onceInBoth(old: readonly string[], now: readonly string[], first: number): readonly Pair[] {
  const places = (lines: readonly string[]) => {
    const at = new Map<string, number | null>()
    for (let i = first; i < lines.length; i++) at.set(lines[i] ?? '', at.has(lines[i] ?? '') ? null : i)
    return at
  }
  const there = places(now)
  return [...places(old)].flatMap(([text, i]) => {
    const j = there.get(text)
    return i === null || j == null ? [] : [[i, j] as const]
  })
}

/** The longest part of some pairs that is in order on both sides. */
function inOrder(pairs: readonly Pair[]): readonly Pair[] {
  interface Link {
    readonly pair: Pair
    readonly before: Link | null
  }
  const ends: Link[] = []
  for (const pair of pairs) {
    let low = 0
    for (let high = ends.length; low < high; ) {
      const middle = (low + high) >> 1
      if ((ends[middle]?.pair[1] ?? 0) < pair[1]) low = middle + 1
      else high = middle
    }
    ends[low] = { pair, before: ends[low - 1] ?? null }
  }
  const kept: Pair[] = []
  for (let link = ends.at(-1) ?? null; link !== null; link = link.before) kept.push(link.pair)
  return kept.reverse()
}
