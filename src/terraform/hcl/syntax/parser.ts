import { brotliDecompressSync } from 'node:zlib'
import { Language, Parser } from 'web-tree-sitter'
import { GRAMMAR, RUNTIME } from './grammar.js'
import { SyntaxNode } from './nodes.js'

/**
 * A parsed text. With `hasError` it has syntax errors, and nodes stand for what could be read all the same. It takes a
 * hundred times the memory of its text, which no garbage collector gives back: who parses frees it, or keeps it.
 */
export interface SyntaxTree {
  readonly root: SyntaxNode
  readonly hasError: boolean
  /** No node may be asked any more. */
  free(): void
  /** Nodes are asked later. When others need the memory the tree is freed, once `finish` has asked what is still to be asked. */
  keep(finish: () => void): void
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
  const kept = new KeptTrees()
  return (text) => {
    kept.makeRoom(text.length)
    const tree = parser.parse(withoutExponents(text))
    if (tree === null) throw new Error('the HCL parser gave no tree')
    const { rootNode } = tree
    const root = new SyntaxNode(rootNode, { text, hasError: rootNode.hasError, types: language.types, named })
    return {
      root,
      hasError: rootNode.hasError,
      free: () => tree.delete(),
      keep: (finish) => kept.add({ length: text.length, finish, free: () => tree.delete() }),
    }
  }
}

/**
 * The grammar reads an exponent only behind a point, and loses what stands behind `1e2`: it is given digits in its place, of the
 * same length, and what is written is read from the text. Within strings and names they change nothing of the tree.
 */
function withoutExponents(text: string): string {
  return text.replace(/(?<![\w.])\d{1,400}[eE][-+]?\d{1,400}/g, (number) => number.replace(/[-+eE]/g, '0'))
}

interface KeptTree {
  readonly length: number
  readonly finish: () => void
  readonly free: () => void
}

/** Trees that may still be asked, the oldest first. */
class KeptTrees {
  readonly #trees = new Set<KeptTree>()
  #length = 0

  add(tree: KeptTree): void {
    this.#trees.add(tree)
    this.#length += tree.length
  }

  /** @param length of a text that is to be parsed */
  makeRoom(length: number): void {
    for (const tree of this.#trees) {
      if (this.#length + length <= MAX_KEPT) break
      this.#trees.delete(tree)
      this.#length -= tree.length
      tree.finish()
      tree.free()
    }
  }
}

/** Characters of the texts whose trees are kept: some 200 MB. */
const MAX_KEPT = 2_000_000

/** Text of Z85 (ZeroMQ RFC 32: four bytes in five characters) behind the number of bytes that fill up the last four. */
export function unpack(packed: string): Uint8Array {
  const digits = new Uint8Array(128)
  for (let i = 0; i < Z85.length; i++) digits[Z85.charCodeAt(i)] = i
  const bytes = Buffer.alloc(((packed.length - 1) / 5) * 4)
  for (let at = 1, to = 0; at < packed.length; at += 5, to += 4) {
    let word = 0
    for (let i = at; i < at + 5; i++) word = word * 85 + (digits[packed.charCodeAt(i)] ?? 0)
    bytes.writeUInt32BE(word, to)
  }
  return brotliDecompressSync(bytes.subarray(0, bytes.length - Number(packed[0])))
}

const Z85 = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#'
