import { forTerminal } from '../escape.js'

/** One character of a source line as a terminal shows it. */
export interface Cell {
  /** Offset in the line, in UTF-16 units. */
  readonly offset: number
  readonly shown: string
  /** Columns that it takes. */
  readonly width: number
}

const TAB_WIDTH = 4
/** East Asian wide and fullwidth characters and emoji (Unicode Standard Annex 11, roughly). */
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|^\p{Emoji_Presentation}/u
const COMBINING = /^\p{M}/u

/** A line of source as cells: tabs as blanks, invisible characters written out. */
export function cellsOf(line: string): readonly Cell[] {
  const cells: Cell[] = []
  let offset = 0
  let column = 0
  for (const char of line) {
    const shown = shownOf(char, line, offset, column)
    const width = shown === char ? widthOf(char) : shown.length
    cells.push({ offset, shown, width })
    offset += char.length
    column += width
  }
  return cells
}

function shownOf(char: string, line: string, offset: number, column: number): string {
  if (char === '\t') return ' '.repeat(TAB_WIDTH - (column % TAB_WIDTH))
  // What is more than one character must be broken here, as `forTerminal` breaks it in a text.
  return char === '[' && line.endsWith('##', offset) ? ' [' : forTerminal(char)
}

function widthOf(char: string): number {
  if (char <= '~') return 1
  return COMBINING.test(char) ? 0 : WIDE.test(char) ? 2 : 1
}

export interface Window {
  readonly text: string
  /** Columns before the marked part, and of it. */
  readonly markStart: number
  readonly markWidth: number
}

const ELLIPSIS = '…'

/**
 * At most `room` columns of a line around its part `from..to` (UTF-16 offsets, `to` exclusive), the ends that are cut
 * off marked by an ellipsis.
 */
export function windowOf(line: string, from: number, to: number, room: number): Window {
  const cells = cellsAround(line, from, to, room)
  const first = cells.findIndex((cell) => cell.offset >= from)
  const markFirst = first === -1 ? cells.length : first
  const start = cutStart(cells, markFirst, room)
  let end = start
  let used = 0
  while (end < cells.length && used + (cells[end]?.width ?? 0) <= room) used += cells[end++]?.width ?? 0
  const shown = cells.slice(start, end)
  const lead = (shown[0]?.offset ?? 0) > 0 ? ELLIPSIS : ''
  const lastShown = shown.at(-1)
  const tail = lastShown !== undefined && lastShown.offset + 1 < line.length && end < cells.length ? ELLIPSIS : ''
  const marked = shown.filter((cell) => cell.offset >= from && cell.offset < to)
  return {
    text: lead + shown.map((cell) => cell.shown).join('') + tail,
    markStart: lead.length + sumWidth(cells.slice(start, markFirst)),
    markWidth: Math.max(1, sumWidth(marked)),
  }
}

/** Cells of a long line only where they can be shown: a minified policy may be one line of megabytes. */
function cellsAround(line: string, from: number, to: number, room: number): readonly Cell[] {
  if (line.length <= 8 * room) return cellsOf(line)
  let begin = Math.max(0, from - 4 * room)
  if (isLowSurrogate(line, begin)) begin--
  let end = Math.min(line.length, Math.max(from, Math.min(to, from + room)) + 4 * room)
  if (isLowSurrogate(line, end)) end++
  return cellsOf(line.slice(begin, end)).map((cell) => ({ ...cell, offset: cell.offset + begin }))
}

function isLowSurrogate(line: string, at: number): boolean {
  const code = line.charCodeAt(at)
  return at > 0 && code >= 0xdc00 && code <= 0xdfff
}

/** The first cell to show, so that the mark is in the window with a third of the room before it. */
function cutStart(cells: readonly Cell[], mark: number, room: number): number {
  if (sumWidth(cells) <= room && (cells[0]?.offset ?? 0) === 0) return 0
  let start = mark
  let before = 0
  while (start > 0 && before + (cells[start - 1]?.width ?? 0) <= room / 3) before += cells[--start]?.width ?? 0
  return start
}

function sumWidth(cells: readonly Cell[]): number {
  return cells.reduce((sum, cell) => sum + cell.width, 0)
}
