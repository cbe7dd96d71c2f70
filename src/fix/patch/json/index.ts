import type { Node, Tree } from '../../../tree/node.js'
import type { Obstacle } from '../../remedies/operation.js'
import type { Printer } from '../layout/printer.js'
import { printJson } from './print.js'
import { PLAIN, statementView } from './view.js'

/** A statement as a node of a document. */
export interface NodePlace {
  readonly tree: Tree
  readonly statement: Node
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
export const JSON_PRINTER: Printer<NodePlace> = {
  prints: ({ tree }) => tree.syntax === 'json',
  view: ({ statement }) => statementView(statement, PLAIN),
  print: (operation, { tree, statement }) =>
    printJson(operation, { text: tree.text, statement, written: ({ arn }) => arn }),
  words: (obstacle) => JSON_WORDS[obstacle],
}
