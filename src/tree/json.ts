import { createScanner, type Node, parseTree } from 'jsonc-parser'

/** Token kinds of jsonc-parser's scanner; its enum is ambient, so the values it documents are named here. */
const TOKEN = { comma: 5, lineComment: 12, blockComment: 13, end: 17 } as const

/** Offsets are zero-based UTF-16 units into the whole file's text; `end` is exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** The syntax tree of one JSON document of a file, with offsets into the file. */
export class JsonTree {
  readonly text: string
  readonly #root: Node | undefined

  /** @param base where the document starts; a file may hold several */
  constructor(text: string, base: number) {
    this.text = text
    // The parser stops behind the first value, so what follows in the file costs nothing.
    this.#root = parseTree(text.slice(base), [], { allowTrailingComma: true })
    if (this.#root !== undefined) shift(this.#root, base)
  }

  /** Where the document ends; what follows in the file is another one. */
  get end(): number {
    return this.#root === undefined ? this.text.length : spanOf(this.#root).end
  }

  /** The value at a route of names and indices; of members with the same name the last counts, as in JSON.parse. */
  at(route: readonly (string | number)[]): Node | null {
    let node: Node | null = this.#root ?? null
    for (const step of route) {
      if (node === null) return null
      node = typeof step === 'number' ? (elements(node)[step] ?? null) : (memberValue(node, step) ?? null)
    }
    return node
  }
}

/** Moves a tree that nobody else has seen yet. */
function shift(root: Node, by: number): void {
  const todo: { offset: number; children?: Node[] }[] = [root]
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    node.offset += by
    if (node.children !== undefined) todo.push(...node.children)
  }
}

const trees: { readonly base: number; readonly tree: JsonTree }[] = []

/** The tree of a document; the last few are kept, since a file is asked about once for each of its findings. */
export function treeOf(text: string, base: number): JsonTree {
  const known = trees.find((one) => one.base === base && one.tree.text === text)
  if (known) return known.tree
  const tree = new JsonTree(text, base)
  trees.unshift({ base, tree })
  trees.length = Math.min(trees.length, 4)
  return tree
}

export function spanOf(node: Node): Span {
  return { start: node.offset, end: node.offset + node.length }
}

export function elements(node: Node): readonly Node[] {
  return node.type === 'array' ? (node.children ?? []) : []
}

/** The `property` node of a member: its children are the key and the value. */
export function memberNode(object: Node, name: string): Node | null {
  if (object.type !== 'object') return null
  return (object.children ?? []).findLast((property) => property.children?.[0]?.value === name) ?? null
}

export function memberValue(object: Node, name: string): Node | null {
  return memberNode(object, name)?.children?.[1] ?? null
}

/** Key and value of a complete property node. */
export function keyAndValue(property: Node): { readonly key: Node; readonly value: Node } | null {
  const [key, value] = property.children ?? []
  return key === undefined || value === undefined ? null : { key, value }
}

/** Whether a comment stands inside a span: it would be lost with the text that an edit replaces. */
export function hasComment(text: string, { start, end }: Span): boolean {
  const scanner = createScanner(text.slice(start, end), false)
  for (let kind: number = scanner.scan(); kind !== TOKEN.end; kind = scanner.scan()) {
    if (kind === TOKEN.lineComment || kind === TOKEN.blockComment) return true
  }
  return false
}

/** The offset of a comma that follows a value before the next token, or null. */
export function commaAfter(text: string, offset: number): number | null {
  const scanner = createScanner(text, true)
  scanner.setPosition(offset)
  const kind: number = scanner.scan()
  return kind === TOKEN.comma ? scanner.getTokenOffset() : null
}
