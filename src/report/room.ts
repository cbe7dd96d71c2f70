import { LEVEL_ORDER, type Level } from '../model/rules.js'

/**
 * A report has at most as many bytes for each byte that was checked, besides a fixed number: a few short statements may
 * have as many findings, each of which repeats which actions of which session are denied.
 */
const PER_BYTE = 50
const ALWAYS = 64 * 1024

/**
 * How many bytes a report of what was checked may have.
 *
 * @param bytes of the files that were checked; without a number there is no limit
 */
export function roomFor(bytes: number | undefined): number {
  return bytes === undefined ? Number.POSITIVE_INFINITY : bytes * PER_BYTE + ALWAYS
}

/**
 * Those of the findings, the worst first, that have room.
 *
 * @param sizeOf bytes (or characters, where these are what is counted) that one takes
 */
export function withinRoom<T extends { readonly level: Level }>(
  findings: readonly T[],
  sizeOf: (finding: T) => number,
  room: number,
): ReadonlySet<T> {
  const kept = new Set<T>()
  let left = room
  for (const finding of [...findings].sort((a, b) => LEVEL_ORDER[a.level] - LEVEL_ORDER[b.level])) {
    left -= sizeOf(finding)
    if (left < 0) break
    kept.add(finding)
  }
  return kept
}
