import type { Fix, LineEdit } from '../model/report.js'
import { distinctEdits, type TextEdit, toLineEdit } from '../text/edit.js'

/** One finding's fix in a file, with the text edits it was made from. */
export interface Mergeable {
  readonly fix: Fix
  readonly textEdits: readonly TextEdit[]
  /** What is told when the lines of the edit turn out to be too long. */
  readonly instead?: Fix | undefined
}

/**
 * Characters of a replacement. A suggestion repeats whole lines, and every finding on a line carries the whole edit: the
 * many policies of a long line would grow without bounds in a report.
 */
export const MAX_REPLACEMENT = 256 * 1024

export const TOO_LONG = 'the line is too long to be replaced as a whole; lay the file out on lines first'

/**
 * Edits whose lines overlap become one edit that all their findings carry: a suggestion replaces whole lines, so two of
 * them on one line would undo each other. The input's order is kept.
 */
export function mergeEdits(path: string, text: string, fixes: readonly Mergeable[]): readonly Fix[] {
  const result = fixes.map(({ fix }) => fix)
  const order = fixes
    .map((_, i) => i)
    .filter((i) => (fixes[i]?.textEdits.length ?? 0) > 0)
    .sort((a, b) => lineOf(fixes, a).startLine - lineOf(fixes, b).startLine)
  let group: number[] = []
  let end = 0
  const close = () => {
    if (group.length > 1) mergeGroup(path, text, fixes, group, result)
    group = []
  }
  for (const i of order) {
    const line = lineOf(fixes, i)
    if (line.startLine > end) close()
    group.push(i)
    end = Math.max(end, line.endLine)
  }
  close()
  return result
}

function lineOf(fixes: readonly Mergeable[], i: number): LineEdit {
  const edit = fixes[i]?.fix.edits[0]
  if (edit === undefined) throw new Error('a fix with text edits has a line edit')
  return edit
}

function mergeGroup(
  path: string,
  text: string,
  fixes: readonly Mergeable[],
  group: readonly number[],
  result: Fix[],
): void {
  const line = toLineEdit(text, distinctEdits(group.flatMap((i) => fixes[i]?.textEdits ?? [])))
  if (line === null) return
  for (const i of group) {
    const { fix, instead } = fixes[i] ?? {}
    if (fix === undefined) continue
    if (instead !== undefined && line.replacement.length > MAX_REPLACEMENT) {
      result[i] = instead
      continue
    }
    const note = `${fix.note} The edit also fixes the other findings on the same lines.`
    result[i] = { ...fix, note, edits: [{ path, ...line }] }
  }
}
