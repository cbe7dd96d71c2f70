import type { TextEdit } from '../../../text/edit.js'
import type { Node, Tree } from '../../../tree/node.js'
import type { Obstacle, SetText } from '../../remedies/operation.js'
import { replace } from '../layout/layout.js'
import type { Printer } from '../layout/printer.js'
import { printJson } from './print.js'
import { PLAIN, statementView } from './view.js'

/** A statement, or another value, as a node of a document. */
export interface NodePlace {
  readonly tree: Tree
  readonly node: Node
}

/** A way of writing documents. */
export interface NodePrinter extends Printer<NodePlace> {
  /** A text becomes another one; null where the node is none. */
  readonly setText: (operation: SetText, node: Node, tree: Tree) => readonly TextEdit[] | null
}

/** JSON has no expressions: what is not a list or a map of texts is some other tool's. */
export const JSON_WORDS: Readonly<Record<Obstacle, string>> = {
  'no-principal': 'the statement has no Principal to replace',
  'principal-elsewhere': 'the Principal is an expression',
  'not-principal-no-map': 'the NotPrincipal element is not a map',
  'list-elsewhere': 'the list holds expressions',
  'list-unknown': 'the list holds expressions',
  'condition-no-map': 'the Condition element is not a map',
  'condition-list-unknown': 'the list of aws:PrincipalArn is an expression',
  'statement-in-parts': 'the statement is put together from several objects',
  'no-operator-free': 'every operator that could hold the exemption is in use',
}

/** Statements of JSON documents. */
export const JSON_PRINTER: NodePrinter = {
  prints: ({ tree }) => tree.syntax === 'json',
  view: ({ node }) => statementView(node, PLAIN),
  print: (operation, { tree, node }) =>
    printJson(operation, { text: tree.text, statement: node, written: ({ arn }) => arn }),
  words: (obstacle) => JSON_WORDS[obstacle],
  setText: ({ text }, node) => (node.kind === 'string' ? [replace(node, JSON.stringify(text))] : null),
}
