import type { LineEdit, Location } from '../../model/report.js'
import { grouped } from '../../text/group.js'
import type { LineIndex, LineIndices } from '../../text/lines.js'
import { forTerminal } from '../escape.js'
import { type HunkLine, hunksOf } from '../hunks.js'
import { cellsOf, windowOf } from './cells.js'
import type { Color, Paint } from './style.js'

/** Columns for source text. */
const ROOM = 140
const LEAST_ROOM = 40
/** Columns for lines of an edit: the ARN of a session must be seen to its end. */
const EDIT_ROOM = 240
/** A longer range shows its first and last lines. */
const MAX_LINES = 12
const HEAD_LINES = 7
const TAIL_LINES = 3

/** How the lines of a location are shown. */
export interface FrameView {
  readonly paint: Paint
  /** Columns of the terminal, or null. */
  readonly width: number | null
}

/** The lines of a location, with the part of one line underlined, or several lines marked at their left. */
export function sourceFrame(
  location: Location,
  index: LineIndex,
  color: Color,
  { paint, width }: FrameView,
): readonly string[] {
  const { startLine, endLine } = location
  if (startLine > index.count) return []
  const last = Math.min(endLine, index.count)
  const gutter = String(last).length
  const bar = `${' '.repeat(gutter + 1)}${paint('│', 'blue')}`
  // Before the text stand the indent, the number, the bar and the mark; ellipses may stand at both of its ends.
  const room = width === null ? ROOM : Math.max(LEAST_ROOM, Math.min(ROOM, width - gutter - 10))
  if (startLine === last) return [bar, ...singleLine(location, index.lineText(startLine), room, { color, paint })]
  const lines = [bar]
  for (let number = startLine; number <= last; number++) {
    const skipped = last - startLine + 1 - HEAD_LINES - TAIL_LINES
    if (last - startLine + 1 > MAX_LINES && number === startLine + HEAD_LINES) {
      lines.push(`${bar} ${paint(`  … ${skipped} lines`, 'dim')}`)
      number += skipped - 1
      continue
    }
    const { text } = windowOf(index.lineText(number), 0, 0, room)
    lines.push(`${paint(`${String(number).padStart(gutter)} │`, 'blue')} ${paint('┃', color)} ${text}`)
  }
  return lines
}

function singleLine(
  { startLine, startColumn, endColumn }: Location,
  line: string,
  room: number,
  { color, paint }: { readonly color: Color; readonly paint: Paint },
): string[] {
  const from = Math.max(0, startColumn - 1)
  const window = windowOf(line, from, endColumn - 1, room)
  const mark = paint('^'.repeat(window.markWidth), color, 'bold')
  return [
    `${paint(`${startLine} │`, 'blue')} ${window.text}`,
    `${' '.repeat(String(startLine).length + 1)}${paint('│', 'blue')} ${' '.repeat(window.markStart)}${mark}`,
  ]
}

const SIGNS = { same: ' ', removed: '-', added: '+' } as const
const SIGN_COLORS = { same: 'dim', removed: 'red', added: 'green' } as const

/** What edits are shown with. */
export interface EditView extends FrameView {
  readonly texts: ReadonlyMap<string, string>
  readonly indices: LineIndices
}

/** Edits as a coloured diff, file by file. Edits of a file whose text is not known show only what they put in. */
export function editFrames(edits: readonly LineEdit[], view: EditView, known: string): readonly string[] {
  const { texts, indices, paint } = view
  const lines: string[] = []
  for (const [path, own] of grouped(edits, (edit) => edit.path)) {
    const text = texts.get(path)
    if (path !== known) lines.push(paint(`in ${forTerminal(path)}`, 'bold'))
    if (text === undefined) {
      lines.push(...own.flatMap((edit) => textLines(edit.replacement)).map((line) => paint(`+ ${line}`, 'green')))
    } else lines.push(...diffLines(own, indices.of(text), view))
  }
  return lines
}

function diffLines(edits: readonly LineEdit[], text: LineIndex, { paint, width }: FrameView): readonly string[] {
  const hunks = hunksOf(text, edits, 1)
  const widest = Math.max(...hunks.flatMap(({ lines }) => lines.map((line) => line.newLine ?? line.oldLine ?? 0)), 0)
  const gutter = String(widest).length
  // Before the text stand the indent, the number and the sign.
  const room = width === null ? EDIT_ROOM : Math.max(LEAST_ROOM, width - gutter - 8)
  return hunks.flatMap(({ lines }, at) => [
    ...(at === 0 ? [] : [paint(`${' '.repeat(gutter)} ⋮`, 'dim')]),
    ...withChanges(lines).flatMap(({ line, from, to }) => {
      const number = String(line.kind === 'removed' ? line.oldLine : line.newLine).padStart(gutter)
      const shown = windowOf(line.text.replace(/\r$/, ''), from, to, EDIT_ROOM).text
      return piecesOf(shown, room).map((piece, at) => {
        const lead = at === 0 ? `${paint(number, 'dim')} ` : ' '.repeat(gutter + 1)
        return `${lead}${paint(`${at === 0 ? SIGNS[line.kind] : ' '} ${piece}`, SIGN_COLORS[line.kind])}`
      })
    }),
  ])
}

/** A line in pieces of so many columns: the end of an ARN must be seen. */
function piecesOf(line: string, room: number): readonly string[] {
  const pieces = ['']
  let used = 0
  for (const { shown, width } of cellsOf(line)) {
    if (used + width > room) {
      pieces.push('')
      used = 0
    }
    pieces[pieces.length - 1] += shown
    used += width
  }
  return pieces
}

/** A line of a hunk with the part of it that is changed. */
interface ChangedLine {
  readonly line: HunkLine
  readonly from: number
  readonly to: number
}

/** Removed lines and the added ones that follow them, one by one: a policy in one line is cut around what changes. */
function withChanges(lines: readonly HunkLine[]): readonly ChangedLine[] {
  const partners = new Map<HunkLine, HunkLine>()
  let removed: HunkLine[] = []
  for (const line of lines) {
    if (line.kind === 'removed') removed.push(line)
    else if (line.kind === 'same') removed = []
    else {
      const [first, ...rest] = removed
      removed = rest
      if (first !== undefined) partners.set(line, first).set(first, line)
    }
  }
  return lines.map((line) => ({ line, ...changedPart(line.text, partners.get(line)?.text ?? null) }))
}

/** What of a text differs from another one, between their common start and their common end. */
function changedPart(text: string, other: string | null): { readonly from: number; readonly to: number } {
  if (other === null) return { from: 0, to: 0 }
  const least = Math.min(text.length, other.length)
  let from = 0
  while (from < least && text.charCodeAt(from) === other.charCodeAt(from)) from++
  let end = 0
  while (end < least - from && text.charCodeAt(text.length - 1 - end) === other.charCodeAt(other.length - 1 - end))
    end++
  return { from, to: text.length - end }
}

/** Lines of a text for the terminal, each escaped. */
export function textLines(text: string): readonly string[] {
  return text.split(/\r\n|\n/).map((line) =>
    cellsOf(line)
      .map((cell) => cell.shown)
      .join(''),
  )
}
