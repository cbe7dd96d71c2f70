import type { Location } from '../model/report.js'
import { lineIndexOf } from '../text/lines.js'
import type { Span } from '../tree/node.js'

/** A span of a text as lines and columns. */
export function locationOf(path: string, text: string, { start, end }: Span): Location {
  const index = lineIndexOf(text)
  const from = index.positionAt(start)
  const to = index.positionAt(end)
  return { path, startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column }
}

/** The place of what was read from a text that is not known any more, or that shows no lines: the start of its file. */
export function startOf(path: string): Location {
  return locationOf(path, '', { start: 0, end: 0 })
}
