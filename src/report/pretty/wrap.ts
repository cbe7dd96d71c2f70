import { cellsOf } from './cells.js'

/**
 * Words in lines of at most `room` columns; a word that is longer has a line of its own and stays whole, since somebody
 * may want to copy it. Blanks at the start of a text are kept, and so is a text that fits.
 *
 * @param room columns of a line, null for no limit
 * @param first columns of the first line, where something stands before it
 */
export function wrapWords(text: string, room: number | null, first: number | null = room): readonly string[] {
  if (room === null || first === null || columnsOf(text) <= first) return [text]
  const lines: string[] = []
  let line: string | null = null
  let used = 0
  for (const word of text.split(' ')) {
    const width = columnsOf(word)
    const limit = lines.length === 0 ? first : room
    if (line === null) {
      line = word
      used = width
    } else if (used + 1 + width <= limit) {
      line = `${line} ${word}`
      used += 1 + width
    } else {
      lines.push(line)
      line = word
      used = width
    }
  }
  return line === null ? lines : [...lines, line]
}

/** A text behind a label, its further lines below its start. `indent` is how many columns stand before it. */
export function hang(
  label: string,
  text: string,
  { indent, width, paint = (line) => line }: Hanging,
): readonly string[] {
  const room = width === null ? null : Math.max(LEAST, width - indent)
  const [head = '', ...rest] = wrapWords(text, room)
  return [`${label}${paint(head)}`, ...rest.map((line) => `${' '.repeat(indent)}${paint(line)}`)]
}

export interface Hanging {
  readonly indent: number
  /** Columns of the terminal; null where nobody knows or needs it. */
  readonly width: number | null
  readonly paint?: (line: string) => string
}

/** On a narrower terminal words are not wrapped closer than this: it wraps them by itself. */
const LEAST = 30

/** Columns that a text takes in a terminal. */
export function columnsOf(text: string): number {
  return cellsOf(text).reduce((sum, { width }) => sum + width, 0)
}
