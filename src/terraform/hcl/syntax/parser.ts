import { brotliDecompressSync } from 'node:zlib'
import { Language, Parser, type Tree } from 'web-tree-sitter'
import { GRAMMAR, RUNTIME } from './grammar.js'

/** Parses HCL to a syntax tree; offsets are UTF-16 units of the text. Broken text gives a tree that `hasError`. */
export type ParseHcl = (text: string) => Tree

let ready: Promise<ParseHcl> | null = null

/** Starts the parser, once. */
export function loadParser(): Promise<ParseHcl> {
  ready ??= start()
  return ready
}

async function start(): Promise<ParseHcl> {
  await Parser.init({ wasmBinary: unpack(RUNTIME) })
  const language = await Language.load(unpack(GRAMMAR))
  const parser = new Parser()
  parser.setLanguage(language)
  return (text) => {
    const tree = parser.parse(text)
    if (tree === null) throw new Error('the HCL parser gave no tree')
    return tree
  }
}

function unpack(packed: string): Uint8Array {
  return brotliDecompressSync(Buffer.from(packed, 'base64'))
}
