import type { LineEdit } from '../../model/report.js'
import { hasInvisible } from '../../text/invisible.js'
import { LineIndex } from '../../text/lines.js'
import { hunkAround } from '../pull/diff.js'
import type { HeadText } from '../pull/head.js'

/** What replaces the whole lines `startLine..endLine` of the head when somebody applies it. */
export interface Suggestion {
  readonly startLine: number
  readonly endLine: number
  /** Lines joined by `\n`, without a final line end, never only blank. */
  readonly replacement: string
}

export type SuggestionOrReason =
  | { readonly ok: true; readonly suggestion: Suggestion }
  | { readonly ok: false; readonly reason: string }

/**
 * Whether edits of one file can be one GitHub suggestion, and which. All conditions are those under which GitHub
 * applies a suggestion, or under which its result equals what the edit says: one hunk, the head's lines equal to the
 * text the edits were computed on, one kind of line end, nothing invisible, a change that is more than blank lines.
 */
export function suggestionFor(edits: readonly LineEdit[], head: HeadText, judged: string): SuggestionOrReason {
  const [first] = edits
  if (first === undefined) return no('the fix has no edit')
  if (edits.some((edit) => edit.path !== first.path)) return no('the fix changes more than one file')
  const headIndex = new LineIndex(head.text)
  const merged = mergeEdits(edits, headIndex)
  if (merged === null) return no('the edits of the fix do not fit the file in the head of the pull request')
  const { startLine, endLine, replacement } = merged
  if (hunkAround(head.hunks, startLine, endLine) === null) {
    return no('the lines to change are not all in one hunk of the diff')
  }
  const judgedIndex = new LineIndex(judged)
  if (endLine > judgedIndex.count || !sameLines(headIndex, judgedIndex, startLine, endLine)) {
    return no('the head of the pull request holds other lines there than were checked')
  }
  if (headIndex.eolStyle === 'mixed') {
    return no('the file mixes line ends, and applying a suggestion would rewrite all of them')
  }
  if (head.byteOrderMark && startLine === 1) return no('the first line carries a byte order mark')
  const old = linesOf(headIndex, startLine, endLine)
  if (hasInvisible(old) || hasInvisible(replacement)) {
    return no('the lines hold characters that cannot be seen, and a review could not tell what is applied')
  }
  if (replacement === old) return no('the lines already read so')
  if (replacement.trim() === '') return no('the change leaves only blank lines')
  return { ok: true, suggestion: merged }
}

function no(reason: string): SuggestionOrReason {
  return { ok: false, reason }
}

/** True when both texts have the same lines `startLine..endLine`, line ends aside. */
export function sameLines(a: LineIndex, b: LineIndex, startLine: number, endLine: number): boolean {
  for (let line = startLine; line <= endLine; line++) if (a.lineText(line) !== b.lineText(line)) return false
  return true
}

/**
 * The hunks' right sides are lines of the head's text: the diff and the text describe the same version of the file. The
 * diff of a file with a byte order mark shows it in front of the first line.
 */
export function hunksMatch({ hunks, text, byteOrderMark }: HeadText): boolean {
  const index = new LineIndex(text)
  const lineText = (line: number) => (byteOrderMark && line === 1 ? '\ufeff' : '') + index.lineText(line)
  return hunks.every(
    (hunk) => hunk.endLine <= index.count && hunk.lines.every((line, i) => lineText(hunk.startLine + i) === line),
  )
}

/**
 * Several edits as one: the range from the first changed line to the last, the lines between as they are. Null when
 * two different edits overlap or one lies outside the text.
 */
function mergeEdits(edits: readonly LineEdit[], index: LineIndex): Suggestion | null {
  const sorted = [...edits].sort((a, b) => a.startLine - b.startLine || a.endLine - b.endLine)
  const parts: string[] = []
  let start = 0
  let end = 0
  let previous: LineEdit | null = null
  for (const edit of sorted) {
    if (edit.startLine < 1 || edit.endLine < edit.startLine || edit.endLine > index.count) return null
    if (previous !== null && sameEdit(previous, edit)) continue
    if (previous === null) start = edit.startLine
    else if (edit.startLine <= end) return null
    else if (edit.startLine > end + 1) parts.push(linesOf(index, end + 1, edit.startLine - 1))
    parts.push(edit.replacement)
    end = edit.endLine
    previous = edit
  }
  return { startLine: start, endLine: end, replacement: parts.join('\n') }
}

function sameEdit(a: LineEdit, b: LineEdit): boolean {
  return a.startLine === b.startLine && a.endLine === b.endLine && a.replacement === b.replacement
}

function linesOf(index: LineIndex, startLine: number, endLine: number): string {
  const lines: string[] = []
  for (let line = startLine; line <= endLine; line++) lines.push(index.lineText(line))
  return lines.join('\n')
}
