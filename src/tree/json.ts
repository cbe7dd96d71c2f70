import { createScanner, type Node as JsoncNode, type ParseError, parseTree } from 'jsonc-parser'
import { type Member, type Node, nodeAt, type Route, type Span, type Tree } from './node.js'

/** Token kinds of jsonc-parser's scanner; its enum is ambient, so the values it documents are named here. */
const TOKEN = { comma: 5, lineComment: 12, blockComment: 13, end: 17 } as const

export interface JsonTree {
  /** Null where there is no value at all. */
  readonly root: Node | null
  /** Where the document ends; what follows in the text is another one. */
  readonly end: number
  /** The text has syntax errors: offsets may serve to locate, never to rewrite. */
  readonly hasError: boolean
}

interface Reading {
  /** The offset that the text's first character has in its file; 0 unless given. */
  readonly at?: number
  /** Whether a comma behind the last item is an error; not unless given. */
  readonly strictCommas?: boolean
}

/** Reads the JSON document that a text begins with. Comments are read over, errors survived. */
export function readJsonTree(text: string, { at = 0, strictCommas = false }: Reading = {}): JsonTree {
  const errors: ParseError[] = []
  // The parser stops behind the first value, so what follows in the file costs nothing.
  const root = parseTree(text, errors, { allowTrailingComma: !strictCommas })
  const node = root === undefined ? null : new JsonNode(root, at)
  return { root: node, end: node?.end ?? at + text.length, hasError: errors.length > 0 }
}

/** The documents of one text, each read once. */
export class JsonTrees {
  readonly text: string
  readonly #trees = new Map<number, Tree>()

  constructor(text: string) {
    this.text = text
  }

  /** @param base where the document starts; a text may hold several, one behind the other */
  at(base: number): Tree {
    const known = this.#trees.get(base)
    if (known !== undefined) return known
    const { root, end } = readJsonTree(base === 0 ? this.text : this.text.slice(base), { at: base })
    const at = (route: Route) => nodeAt(root, route)
    const tree: Tree = { syntax: 'json', text: this.text, root, end, at }
    this.#trees.set(base, tree)
    return tree
  }
}

const STYLES = { object: 'flow', array: 'flow', string: 'quoted' } as const

class JsonNode implements Node {
  readonly kind: Node['kind']
  readonly value: Node['value']
  readonly start: number
  readonly end: number
  readonly #node: JsoncNode
  readonly #base: number
  #items: readonly Node[] | null = null
  #members: readonly Member[] | null = null

  constructor(node: JsoncNode, base: number) {
    this.#node = node
    this.#base = base
    // A property is no value, and no other type is left.
    this.kind = node.type as Node['kind']
    this.value = node.value
    this.start = base + node.offset
    this.end = this.start + node.length
  }

  get style(): Node['style'] {
    return this.kind in STYLES ? STYLES[this.kind as keyof typeof STYLES] : 'plain'
  }

  get shared(): boolean {
    return false
  }

  get items(): readonly Node[] {
    this.#items ??= this.kind === 'array' ? this.#children((child) => new JsonNode(child, this.#base)) : []
    return this.#items
  }

  get members(): readonly Member[] {
    this.#members ??= this.kind === 'object' ? this.#children((child) => memberFrom(child, this.#base)) : []
    return this.#members
  }

  #children<T>(read: (child: JsoncNode) => T | null): readonly T[] {
    return (this.#node.children ?? []).map(read).filter((one) => one !== null)
  }
}

function memberFrom(property: JsoncNode, base: number): Member | null {
  const [key, value] = property.children ?? []
  if (key === undefined) return null
  return {
    start: base + property.offset,
    end: base + property.offset + property.length,
    name: String(key.value),
    key: { start: base + key.offset, end: base + key.offset + key.length },
    value: value === undefined ? null : new JsonNode(value, base),
  }
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
