import { LineIndex } from './lines.js'

/** Replaces `length` UTF-16 units at `offset` of the original text. */
export interface TextEdit {
  readonly offset: number
  readonly length: number
  readonly text: string
}

/** A stretch of a text, in UTF-16 units; `end` is exclusive. */
interface TextSpan {
  readonly start: number
  readonly end: number
}

/** Replaces whole lines, both ends included, 1-based; `replacement` is joined by `\n`, without a final newline. */
export interface LineRange {
  readonly startLine: number
  readonly endLine: number
  readonly replacement: string
}

/** Each edit once; equal ones come from findings that one change clears. */
export function distinctEdits(edits: readonly TextEdit[]): readonly TextEdit[] {
  return [...new Map(edits.map((edit) => [`${edit.offset}:${edit.length}:${edit.text}`, edit])).values()]
}

/** From the first to the last of what edits, and a span, touch. */
export function reachOf(edits: readonly TextEdit[], around?: TextSpan): TextSpan {
  const spans = edits.map(({ offset, length }) => ({ start: offset, end: offset + length }))
  const all = around === undefined ? spans : [...spans, around]
  return { start: Math.min(...all.map(({ start }) => start)), end: Math.max(...all.map(({ end }) => end)) }
}

/** Applies edits whose offsets all refer to the original text. Throws when two of them overlap. */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = [...edits].sort((a, b) => a.offset - b.offset || a.length - b.length)
  let result = ''
  let at = 0
  for (const edit of sorted) {
    if (edit.offset < at) throw new Error(`overlapping edits at offset ${edit.offset}`)
    result += text.slice(at, edit.offset) + edit.text
    at = edit.offset + edit.length
  }
  return result + text.slice(at)
}

/**
 * Applies whole-line edits as a GitHub suggestion does: the file's own line ends are kept, identical edits count once.
 * Throws when two different edits overlap or a range lies outside the text.
 */
export function applyLineEdits(text: string, edits: readonly LineRange[]): string {
  const index = new LineIndex(text)
  const unique = new Map<string, LineRange>()
  for (const edit of edits) unique.set(`${edit.startLine}:${edit.endLine}:${edit.replacement}`, edit)
  const textEdits = [...unique.values()].map((edit) => {
    if (edit.startLine < 1 || edit.endLine < edit.startLine || edit.endLine > index.count) {
      throw new Error(`edit of lines ${edit.startLine} to ${edit.endLine} lies outside the text`)
    }
    const offset = index.startOf(edit.startLine)
    return { offset, length: index.endOf(edit.endLine) - offset, text: edit.replacement.replaceAll('\n', index.eol) }
  })
  return applyTextEdits(text, textEdits)
}

/**
 * The smallest whole-line replacement that turns `before` into what the text edits make of it, or null when nothing
 * changes. Both ends of the edits stay in: a replacement covers every line that an edit or the given span touches and
 * no other.
 */
export function toLineEdit(before: LineIndex, edits: readonly TextEdit[], around?: TextSpan): LineRange | null {
  if (edits.length === 0) return null
  const { start: first, end: last } = reachOf(edits, around)
  const startLine = before.positionAt(first).line
  const endLine = Math.max(startLine, before.positionAt(last).line)
  const start = before.startOf(startLine)
  const end = before.endOf(endLine)
  const inside = edits.map((edit) => ({ ...edit, offset: edit.offset - start }))
  const old = before.text.slice(start, end)
  const replacement = applyTextEdits(old, inside)
  return replacement === old ? null : { startLine, endLine, replacement: replacement.replaceAll('\r\n', '\n') }
}
