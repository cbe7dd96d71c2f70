import type { Node } from '../../../tree/node.js'
import { JSON_WORDS, type NodePrinter } from '../json/index.js'
import { printJson } from '../json/print.js'
import { PLAIN, statementView } from '../json/view.js'
import { replace } from '../layout/layout.js'
import { quoteAt } from './layout.js'
import { printBlock } from './print.js'

/** Statements of YAML documents: in lines, or in brackets as JSON is. */
export const YAML_PRINTER: NodePrinter = {
  prints: ({ tree }) => tree.syntax === 'yaml',
  view: ({ node }) => statementView(definition(node), PLAIN),
  print: (operation, { tree, node }) => {
    const statement = definition(node)
    if (statement.style !== 'flow') return printBlock(operation, tree, statement)
    const [first] = statement.members
    const quote = first === undefined ? '"' : quoteAt(tree.text, first.key)
    const key = (name: string) => (name.includes(':') && quote === '' ? JSON.stringify(name) : quote + name + quote)
    return printJson(operation, { text: tree.text, statement, written: ({ arn }) => arn, key })
  },
  words: (obstacle) => JSON_WORDS[obstacle],
  setText: ({ text }, node, tree) => {
    if (node.kind !== 'string') return null
    const quote = quoteAt(tree.text, node)
    return [replace(node, quote + text + quote)]
  },
}

/** Where the members of a statement are written. */
function definition(node: Node): Node {
  return node.aliasOf ?? node
}
