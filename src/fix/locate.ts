import type { Location } from '../model/report.js'
import { LineIndex } from '../text/lines.js'
import type { Span } from '../tree/node.js'

/** A span of a text as lines and columns. */
export function locationOf(path: string, lines: LineIndex, { start, end }: Span): Location {
  const from = lines.positionAt(start)
  const to = lines.positionAt(end)
  return { path, startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column }
}

/** The place of what was read from a text that is not known any more, or that shows no lines: the start of its file. */
export function startOf(path: string): Location {
  return locationOf(path, new LineIndex(''), { start: 0, end: 0 })
}
