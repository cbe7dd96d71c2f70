import type { Fix, LineEdit } from '../model/report.js'
import { distinctEdits, type TextEdit, toLineEdit } from '../text/edit.js'
import type { LineIndex } from '../text/lines.js'
import { MAX_REPLACEMENT } from './offer.js'
import { mergedFix } from './wording.js'

/** One finding's fix in a file, with the text edits it was made from. */
export interface Mergeable {
  readonly fix: Fix
  readonly line: LineEdit
  readonly textEdits: readonly TextEdit[]
  /** What is told when the lines of the edit turn out to be too long together with others. */
  readonly ifMergedTooLong: Fix
}

/**
 * Edits whose lines overlap become one edit that all their findings carry: a suggestion replaces whole lines, so two of
 * them on one line would undo each other. Returns the fixes that are others than before.
 *
 * @param linesOf the lines of a file that an edit is of
 */
export function mergeEdits<T extends Mergeable>(
  all: readonly T[],
  linesOf: (path: string) => LineIndex | null,
): ReadonlyMap<T, Fix> {
  const merged = new Map<T, Fix>()
  for (const path of new Set(all.map(({ line }) => line.path))) {
    const lines = linesOf(path)
    if (lines === null) continue
    const here = all.filter(({ line }) => line.path === path)
    for (const group of overlapping(here)) mergeGroup(path, lines, group, merged)
  }
  return merged
}

/** Edits in the order of their lines, those together that share some. */
function overlapping<T extends Mergeable>(all: readonly T[]): readonly (readonly T[])[] {
  const sorted = [...all].sort((a, b) => a.line.startLine - b.line.startLine)
  const groups: T[][] = []
  let end = 0
  for (const one of sorted) {
    const last = groups.at(-1)
    if (last === undefined || one.line.startLine > end) groups.push([one])
    else last.push(one)
    end = Math.max(end, one.line.endLine)
  }
  return groups
}

function mergeGroup<T extends Mergeable>(
  path: string,
  lines: LineIndex,
  group: readonly T[],
  merged: Map<T, Fix>,
): void {
  if (group.length < 2) return
  const line = toLineEdit(lines, distinctEdits(group.flatMap(({ textEdits }) => textEdits)))
  if (line === null) return
  for (const one of group) {
    const isTooLong = line.replacement.length > MAX_REPLACEMENT
    merged.set(one, isTooLong ? one.ifMergedTooLong : mergedFix(one.fix, { path, ...line }))
  }
}
