import { brotliDecompressSync } from 'node:zlib'
import { Language, Parser } from 'web-tree-sitter'
import { GRAMMAR, RUNTIME } from './grammar.js'
import { SyntaxNode } from './nodes.js'

/** A parsed text. With `hasError` it has syntax errors, and nodes stand for what could be read all the same. */
export interface SyntaxTree {
  readonly root: SyntaxNode
  readonly hasError: boolean
}

/** Parses HCL to a syntax tree; offsets are UTF-16 units of the text. */
export type ParseHcl = (text: string) => SyntaxTree

/**
 * The grammar of HCL with the runtime that it needs, loaded when it is first asked for. Loading takes longer than parsing
 * a folder does: who parses more than once keeps the grammar and hands it on.
 */
export class HclGrammar {
  #parser: Promise<ParseHcl> | null = null

  load(): Promise<ParseHcl> {
    this.#parser ??= start()
    return this.#parser
  }
}

async function start(): Promise<ParseHcl> {
  await Parser.init({ wasmBinary: unpack(RUNTIME) })
  const language = await Language.load(unpack(GRAMMAR))
  const parser = new Parser()
  parser.setLanguage(language)
  const named: boolean[] = []
  return (text) => {
    const tree = parser.parse(text)
    if (tree === null) throw new Error('the HCL parser gave no tree')
    const { rootNode } = tree
    return { root: new SyntaxNode(rootNode, { text, types: language.types, named }), hasError: rootNode.hasError }
  }
}

function unpack(packed: string): Uint8Array {
  return brotliDecompressSync(Buffer.from(packed, 'base64'))
}
