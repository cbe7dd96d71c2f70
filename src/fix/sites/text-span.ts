import type { StatementDraft } from '../../rules/drafts/draft.js'
import type { TextEdit } from '../../text/edit.js'
import type { LineIndex } from '../../text/lines.js'
import { memberAt, memberValue, type Node, nodeAt, type Route, type Span, type Tree } from '../../tree/node.js'
import { columnOf, lineEnd } from '../patch/yaml/layout.js'

/**
 * The syntax node of a statement, in the branch of a choice where it stands in one; a statement that is not in a list is
 * the `Statement` member itself. Null for what is not written out there.
 */
export function statementNode(draft: Pick<StatementDraft, 'judged' | 'subject'>, tree: Tree): Node | null {
  const node = nodeAt(itemNode(draft, tree), draft.subject.statement.at ?? [])
  return node?.kind === 'object' && node.members.every(({ name }) => !name.startsWith('Fn::')) ? node : null
}

/** What stands in the list of statements, whatever expression it is. */
function itemNode({ judged, subject }: Pick<StatementDraft, 'judged' | 'subject'>, tree: Tree): Node | null {
  const { index, at = [] } = subject.statement
  const document = tree.at(judged.policy.origin.at)
  const statements = memberValue(document, 'Statement')
  if (statements === null) return at.length > 0 ? document : null
  return statements.kind === 'array' ? (statements.items[index] ?? null) : statements
}

/**
 * Where a person would edit: the lines of the edit, else the element that the finding is about, else the statement, else
 * the string that holds the policy.
 */
export function statementSpan(draft: StatementDraft, tree: Tree, lines: LineIndex, edits: readonly TextEdit[]): Span {
  const { origin } = draft.judged.policy
  if (origin.wrapped) return tree.at(origin.at) ?? NOWHERE
  const statement = statementNode(draft, tree)
  if (statement === null) {
    const item = itemNode(draft, tree)
    return item === null ? (tree.at(origin.at) ?? NOWHERE) : headOf(tree.text, item)
  }
  const element = memberAt(statement, draft.route)
  if (edits.length === 0) return element ?? headOf(tree.text, statement)
  // A renamed Principal is shown whole; edits of a Condition as the lines they touch.
  const first = Math.min(...edits.map(({ offset }) => offset))
  if (element !== null && first >= element.start && first < element.end && draft.route.length === 1) return element
  return linesOf(lines, edits)
}

const NOWHERE: Span = { start: 0, end: 0 }

/** The first line of a statement, for findings on the whole of it. */
function headOf(text: string, statement: Node): Span {
  const { start, end } = statement
  const newline = text.indexOf('\n', start)
  return { start, end: newline === -1 ? end : Math.min(end, newline) }
}

function linesOf(index: LineIndex, edits: readonly TextEdit[]): Span {
  const first = index.positionAt(Math.min(...edits.map(({ offset }) => offset))).line
  const last = index.positionAt(Math.max(...edits.map(({ offset, length }) => offset + length))).line
  const indent = index.lineText(first).length - index.lineText(first).trimStart().length
  return { start: index.startOf(first) + indent, end: index.endOf(last) }
}

/** A part of a document that means the same where it is read as a document of its own. */
export interface Piece extends Span {
  /** What stands before it then: in YAML its first line must be as deep as the others. */
  readonly before: string
}

/**
 * What is written at a route, to be read alone. Null where nothing is, and where aliases or merge keys of YAML bring
 * something into it, or take something out of it.
 */
export function ownPiece(tree: Tree, at: Route): Piece | null {
  const node = tree.at(at)
  if (node === null) return null
  if (tree.syntax === 'json') return { start: node.start, end: node.end, before: '' }
  const above = at.map((_, length) => tree.at(at.slice(0, length)))
  if (above.some((one) => one === null || isElsewhere(one)) || !isWrittenHere(node)) return null
  // Behind the last value of a block its comment stands, and behind that what is added.
  const end = node.style === 'block' ? lineEnd(tree.text, node.end) : node.end
  return { start: node.start, end, before: ' '.repeat(columnOf(tree.text, node.start)) }
}

function isWrittenHere(root: Node): boolean {
  const todo: Node[] = [root]
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    if (isElsewhere(node)) return false
    for (const item of node.items) todo.push(item)
    for (const { value } of node.members) if (value !== null) todo.push(value)
  }
  return true
}

function isElsewhere({ shared, aliasOf, merged }: Node): boolean {
  return shared || aliasOf !== undefined || merged !== undefined
}
