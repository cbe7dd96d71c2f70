import { brotliDecompressSync } from 'node:zlib'
import type * as TreeSitter from 'web-tree-sitter'
import './globals.js'
// By path, because the package's `exports` give an ES module its other build, which a bundle cannot start.
// @ts-expect-error The declarations stand under the package's name only.
import runtime from '../../../../node_modules/web-tree-sitter/web-tree-sitter.cjs'
import { GRAMMAR, RUNTIME } from './grammar.js'

const treeSitter: typeof TreeSitter = runtime

/** Parses HCL to a syntax tree; offsets are UTF-16 units of the text. Broken text gives a tree that `hasError`. */
export type ParseHcl = (text: string) => TreeSitter.Tree

let ready: Promise<ParseHcl> | null = null

/** Starts the parser, once. */
export function loadParser(): Promise<ParseHcl> {
  ready ??= start()
  return ready
}

async function start(): Promise<ParseHcl> {
  await treeSitter.Parser.init({ wasmBinary: unpack(RUNTIME) })
  const language = await treeSitter.Language.load(unpack(GRAMMAR))
  const parser = new treeSitter.Parser()
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
