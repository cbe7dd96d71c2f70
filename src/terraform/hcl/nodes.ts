import type { Node } from 'web-tree-sitter'
import type { Expr, Span } from './ast.js'

/** What turns syntax nodes into expressions, as the parts of it that need each other see it. */
export interface NodeReader {
  readonly text: string
  span(node: Node): Span
  between(start: number, end: number): Span
  expr(node: Node): Expr
  /** Runs a nested conversion, or gives null when the nesting is beyond the limit. */
  nested<T>(convert: () => T): T | null
}

export function namedChildren(node: Node): readonly Node[] {
  return node.namedChildren.filter((child) => child.type !== 'comment')
}

export function allChildren(node: Node): readonly Node[] {
  return node.children.filter((child) => child.type !== 'comment')
}

export function identifiers(node: Node): readonly string[] {
  return namedChildren(node)
    .filter(({ type }) => type === 'identifier')
    .map(({ text }) => text)
}
