import type { Node } from 'web-tree-sitter'
import type { Expr, Span } from './ast.js'

/** A node of the syntax tree. Each question to the tree crosses into WebAssembly, so the answers are kept. */
export class SyntaxNode {
  readonly type: string
  readonly isNamed: boolean
  readonly startIndex: number
  readonly endIndex: number
  readonly #node: Node
  readonly #source: string
  #children: readonly SyntaxNode[] | null = null

  constructor(node: Node, source: string) {
    const { typeId } = node
    const known = NAMED[typeId]
    this.type = node.tree.language.types[typeId] ?? ''
    this.isNamed = known ?? node.isNamed
    if (known === undefined) NAMED[typeId] = this.isNamed
    this.startIndex = node.startIndex
    this.endIndex = node.endIndex
    this.#node = node
    this.#source = source
  }

  get text(): string {
    return this.#source.slice(this.startIndex, this.endIndex)
  }

  /** Without comments, which may stand between any two nodes. */
  get children(): readonly SyntaxNode[] {
    this.#children ??= this.#node.children
      .map((child) => new SyntaxNode(child, this.#source))
      .filter(({ type }) => type !== 'comment')
    return this.#children
  }

  get namedChildren(): readonly SyntaxNode[] {
    return this.children.filter(({ isNamed }) => isNamed)
  }
}

/** By type id: whether nodes of the type are named. There is one grammar. */
const NAMED: boolean[] = []

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
