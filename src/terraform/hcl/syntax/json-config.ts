import { readJsonTree } from '../../../tree/json.js'
import type { Member, Node } from '../../../tree/node.js'
import type { Attribute, Block, Body, Expr, HclFile, ObjectElement, Span } from './ast.js'
import { givenTwice } from './blocks.js'
import { readTemplate } from './file.js'
import { numericLiteral } from './numbers.js'
import type { ParseHcl } from './parser.js'

/** How many names stand between a top-level key and the body of a block in `.tf.json`. */
const LABELS: Readonly<Record<string, number>> = {
  ...{ resource: 2, data: 2, ephemeral: 2, action: 2 },
  ...{ module: 1, variable: 1, output: 1, check: 1 },
  ...{ locals: 0, removed: 0 },
}

const MAX_DEPTH = 100

/** Reads a configuration file in JSON syntax. Strings are templates; every span is that of a JSON value. */
export function readJsonFile(path: string, text: string, parse: ParseHcl): HclFile {
  const { root, hasError } = isTooDeep(text)
    ? { root: null, hasError: true }
    : readJsonTree(text, { strictCommas: true })
  let body: Body | null = null
  const file: HclFile = {
    path,
    text,
    kind: 'json',
    hasError: hasError || root === null,
    get body() {
      body ??= new JsonReader(file, parse).top(root)
      return body
    },
  }
  return file
}

/** Whether brackets nest deeper than a recursive parser should follow. */
export function isTooDeep(text: string): boolean {
  let depth = 0
  for (let at = 0; at < text.length; at++) {
    const char = text.charCodeAt(at)
    if (char === OPEN_BRACE || char === OPEN_BRACKET) depth++
    else if (char === CLOSE_BRACE || char === CLOSE_BRACKET) depth--
    if (depth > MAX_DEPTH) return true
  }
  return false
}

const OPEN_BRACE = 123
const CLOSE_BRACE = 125
const OPEN_BRACKET = 91
const CLOSE_BRACKET = 93

/** What is known of a block before its body is reached. */
interface BlockHead {
  readonly type: string
  readonly labels: readonly string[]
  /** How many names still come before the body. */
  readonly depth: number
  readonly span: Span
}

class JsonReader {
  readonly #file: HclFile
  readonly #parse: ParseHcl

  constructor(file: HclFile, parse: ParseHcl) {
    this.#file = file
    this.#parse = parse
  }

  top(root: Node | null): Body {
    const attributes = new Map<string, Attribute>()
    const blocks: Block[] = []
    // A list of bodies is a body as well (HCL JSON syntax specification, "Bodies").
    const bodies = root?.kind === 'array' ? root.items : [root]
    for (const { name, value, span } of bodies.flatMap(properties)) {
      const depth = LABELS[name]
      if (depth !== undefined) blocks.push(...this.#blocks({ type: name, labels: [], depth, span }, value))
      // Files of variable values have attributes at the top.
      attributes.set(name, this.#attribute(name, value, span))
    }
    return { attributes, blocks }
  }

  #blocks(head: BlockHead, node: Node): readonly Block[] {
    const { type, labels, depth, span } = head
    if (node.kind === 'array') {
      return node.items.flatMap((child) => this.#blocks({ ...head, span: spanOf(child) }, child))
    }
    if (node.kind !== 'object') return []
    if (depth > 0) {
      return properties(node).flatMap(({ name, value, span: inner }) =>
        this.#blocks({ type, labels: [...labels, name], depth: depth - 1, span: inner }, value),
      )
    }
    const read = (): Body => this.#body(node)
    let body: Body | null = null
    const block: Block = {
      file: this.#file,
      type,
      labels,
      ...span,
      get body() {
        body ??= read()
        return body
      },
    }
    return [block]
  }

  /** JSON does not say what is an attribute and what a nested block: each member is read as both. */
  #body(node: Node): Body {
    const attributes = new Map<string, Attribute>()
    const blocks: Block[] = []
    for (const { name, value, span } of properties(node)) {
      const read = this.#attribute(name, value, span)
      attributes.set(name, attributes.has(name) ? givenTwice(read) : read)
      const inner = value.kind === 'array' ? span : spanOf(value)
      blocks.push(...this.#blocks({ type: name, labels: [], depth: name === 'dynamic' ? 1 : 0, span: inner }, value))
    }
    return { attributes, blocks }
  }

  #attribute(name: string, value: Node, span: Span): Attribute {
    return { file: this.#file, name, value: this.#expr(value), ...span }
  }

  #expr(node: Node): Expr {
    const span = spanOf(node)
    switch (node.kind) {
      case 'string':
        return this.#string(String(node.value), span)
      case 'array':
        return { kind: 'tuple', items: node.items.map((child) => this.#expr(child)), ...span }
      case 'object':
        return { kind: 'object', elements: properties(node).map((property) => this.#element(property)), ...span }
      case 'number':
        return numericLiteral(this.#file.text.slice(node.start, node.end), span)
      case 'boolean':
        return { kind: 'literal', value: node.value as boolean, ...span }
      default:
        return { kind: 'literal', value: null, ...span }
    }
  }

  #element({ name, key, value, span }: Property): ObjectElement {
    const separator = { start: key.end, end: value.start }
    return {
      key: this.#string(name, spanOf(key)),
      keySpan: spanOf(key),
      name,
      separator,
      value: this.#expr(value),
      ...span,
    }
  }

  #string(text: string, span: Span): Expr {
    if (!text.includes('${') && !text.includes('%{')) {
      return { kind: 'template', form: 'json', content: span, parts: [{ kind: 'text', raw: text, ...span }], ...span }
    }
    const template = readTemplate(this.#file, text, this.#parse, () => span)
    return template === null ? { kind: 'other', ...span } : { ...template, form: 'json', ...span }
  }
}

interface Property {
  readonly name: string
  readonly key: Span
  readonly value: Node
  readonly span: Span
}

function properties(node: Node | null): readonly Property[] {
  return (node?.members ?? []).flatMap(({ name, key, value, start, end }: Member) =>
    value === null ? [] : [{ name, key, value, span: { start, end } }],
  )
}

function spanOf({ start, end }: Span): Span {
  return { start, end }
}
