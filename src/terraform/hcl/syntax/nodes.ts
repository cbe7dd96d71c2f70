import type { Node } from 'web-tree-sitter'
import type { Expr, Span } from './ast.js'

/** What the nodes of a tree share. */
export interface ParsedText {
  readonly text: string
  /** Something of the text cannot be read. */
  readonly hasError: boolean
  /** The names of the grammar's types of nodes, by id. */
  readonly types: readonly string[]
  /** By type id, whether nodes of the type are named: kept for all texts of the grammar. */
  readonly named: boolean[]
}

/** What may stand behind an attribute. */
const BEHIND = /^[ \t]*(?:[\r\n},]|#|\/[/*]|$)/
const MAX_BLANKS = 200

/** A node of the syntax tree. Each question to the tree crosses into WebAssembly, so the answers are kept. */
export class SyntaxNode {
  readonly type: string
  readonly isNamed: boolean
  readonly startIndex: number
  readonly endIndex: number
  readonly #node: Node
  readonly #parsed: ParsedText
  #children: readonly SyntaxNode[] | null = null

  constructor(node: Node, parsed: ParsedText) {
    const { typeId } = node
    const isNamed = parsed.named[typeId] ?? node.isNamed
    parsed.named[typeId] = isNamed
    this.type = parsed.types[typeId] ?? ''
    this.isNamed = isNamed
    this.startIndex = node.startIndex
    this.endIndex = node.endIndex
    this.#node = node
    this.#parsed = parsed
  }

  /** Something in it cannot be read, or stands behind it on its line and belongs to it: `1e2`, which the grammar does not know. */
  get isBroken(): boolean {
    const { text, hasError } = this.#parsed
    if (!hasError) return false
    return this.#node.hasError || !BEHIND.test(text.slice(this.endIndex, this.endIndex + MAX_BLANKS))
  }

  get text(): string {
    return this.#parsed.text.slice(this.startIndex, this.endIndex)
  }

  /** Without comments, which may stand between any two nodes. */
  get children(): readonly SyntaxNode[] {
    this.#children ??= this.#node.children
      .map((child) => new SyntaxNode(child, this.#parsed))
      .filter(({ type }) => type !== 'comment')
    return this.#children
  }

  get namedChildren(): readonly SyntaxNode[] {
    return this.children.filter(({ isNamed }) => isNamed)
  }
}

/** What turns syntax nodes into expressions, as the parts of it that need each other see it. */
export interface NodeReader {
  readonly text: string
  span(node: SyntaxNode): Span
  between(start: number, end: number): Span
  expr(node: SyntaxNode): Expr
  /** Runs a nested conversion, or gives null when the nesting is beyond the limit. */
  nested<T>(convert: () => T): T | null
}

export function identifiers(node: SyntaxNode): readonly string[] {
  return node.namedChildren.filter(({ type }) => type === 'identifier').map(({ text }) => text)
}
