import type { Location } from '../model/report.js'
import type { StatementDraft } from '../rules/draft.js'
import type { TextEdit } from '../text/edit.js'
import { lineIndexOf } from '../text/lines.js'
import { statementNode } from './statement.js'
import { treeOf } from '../tree/json.js'
import { memberAt, type Node, type Span } from '../tree/node.js'

/** A span of a text as lines and columns. */
export function locationOf(path: string, text: string, { start, end }: Span): Location {
  const index = lineIndexOf(text)
  const from = index.positionAt(start)
  const to = index.positionAt(end)
  return { path, startLine: from.line, startColumn: from.column, endLine: to.line, endColumn: to.column }
}

/**
 * Where a person would edit: the lines of the edit, else the element that the finding is about, else the statement, else
 * the string that holds the policy.
 */
export function statementSpan(draft: StatementDraft, text: string, edits: readonly TextEdit[]): Span {
  const { origin } = draft.judged.policy
  if (origin.wrapped) return treeOf(text, origin.base).at(origin.at) ?? NOWHERE
  const statement = statementNode(draft, text)
  if (statement === null) return treeOf(text, origin.base).at(origin.at) ?? NOWHERE
  const element = memberAt(statement, draft.route)
  if (edits.length === 0) return element ?? headOf(text, statement)
  // A renamed Principal is shown whole; edits of a Condition as the lines they touch.
  const first = Math.min(...edits.map(({ offset }) => offset))
  if (element !== null && first >= element.start && first < element.end && draft.route.length === 1) return element
  return linesOf(text, edits)
}

const NOWHERE: Span = { start: 0, end: 0 }

/** The first line of a statement, for findings on the whole of it. */
function headOf(text: string, statement: Node): Span {
  const { start, end } = statement
  const newline = text.indexOf('\n', start)
  return { start, end: newline === -1 ? end : Math.min(end, newline) }
}

function linesOf(text: string, edits: readonly TextEdit[]): Span {
  const index = lineIndexOf(text)
  const first = index.positionAt(Math.min(...edits.map(({ offset }) => offset))).line
  const last = index.positionAt(Math.max(...edits.map(({ offset, length }) => offset + length))).line
  const indent = index.lineText(first).length - index.lineText(first).trimStart().length
  return { start: index.startOf(first) + indent, end: index.endOf(last) }
}
