import { unescapeQuoted } from '../../scan/escapes.js'
import type { Attribute, Block, Body, Expr, ForExpr, HclFile, ObjectElement, Span } from './ast.js'
import { givenTwice } from './blocks.js'
import { convertTemplate } from './convert-template.js'
import { identifiers, type NodeReader, type SyntaxNode } from './nodes.js'
import { numericLiteral } from './numbers.js'

/** Deeper nesting than any person writes is not read: the recursion must end on hostile text. */
const MAX_DEPTH = 120

/**
 * Turns nodes of the syntax tree into expressions. `place` maps a span of the parsed text to one of the file, which
 * differ when the text was taken out of something else.
 */
export class Converter implements NodeReader {
  readonly text: string
  readonly #place: (span: Span) => Span
  readonly #file: HclFile
  #depth = 0

  constructor(file: HclFile, text: string, place: (span: Span) => Span) {
    this.#file = file
    this.text = text
    this.#place = place
  }

  span(node: SyntaxNode): Span {
    return this.between(node.startIndex, node.endIndex)
  }

  between(start: number, end: number): Span {
    return this.#place({ start, end })
  }

  body(node: SyntaxNode | null): Body {
    const attributes = new Map<string, Attribute>()
    const blocks: Block[] = []
    for (const child of node === null ? [] : node.namedChildren) {
      if (child.type === 'block') blocks.push(this.#block(child))
      if (child.type !== 'attribute') continue
      const [name, value] = child.namedChildren
      if (name === undefined || value === undefined) continue
      // What the parser makes of a part of it is another value.
      const written: Expr = child.isBroken ? { kind: 'other', ...this.span(value) } : this.expr(value)
      const read = { file: this.#file, name: name.text, value: written, ...this.span(child) }
      attributes.set(name.text, attributes.has(name.text) ? givenTwice(read) : read)
    }
    return { attributes, blocks }
  }

  #block(node: SyntaxNode): Block {
    const children = node.namedChildren
    const [type] = children
    const labels = children
      .slice(1)
      .filter(({ type: kind }) => kind === 'identifier' || kind === 'string_lit')
      .map((label) => (label.type === 'identifier' ? label.text : unescapeQuoted(label.text.slice(1, -1))))
    const body = children.find(({ type: kind }) => kind === 'body') ?? null
    const convert = (): Body => this.body(body)
    let known: Body | null = null
    return {
      file: this.#file,
      type: type?.text ?? '',
      labels,
      ...this.span(node),
      // Most blocks of a module are never asked for.
      get body() {
        known ??= convert()
        return known
      },
    }
  }

  /** An expression node, or one of the terms that stand without one inside an operation. */
  expr(node: SyntaxNode): Expr {
    const convert = () => (node.type === 'expression' ? this.#terms(node, node.children) : this.#term(node))
    return this.nested(convert) ?? { kind: 'other', ...this.span(node) }
  }

  nested<T>(convert: () => T): T | null {
    if (this.#depth >= MAX_DEPTH) return null
    this.#depth++
    try {
      return convert()
    } finally {
      this.#depth--
    }
  }

  /** A term with its attributes, indices and splats, which the grammar lists beside each other. */
  #terms(parent: SyntaxNode, children: readonly SyntaxNode[]): Expr {
    const [first] = children
    if (first === undefined) return { kind: 'other', ...this.span(parent) }
    let at = 1
    let result: Expr
    if (first.type === '(') {
      const inner = children[1]
      if (inner === undefined || children[2]?.type !== ')') return { kind: 'other', ...this.span(parent) }
      result = this.expr(inner)
      at = 3
    } else {
      result = this.expr(first)
    }
    for (const node of children.slice(at)) result = this.#step(result, first, node)
    return result
  }

  #step(target: Expr, first: SyntaxNode, node: SyntaxNode): Expr {
    const span = this.between(first.startIndex, node.endIndex)
    if (node.type === 'get_attr') return { kind: 'get', target, name: nameOf(node), ...span }
    if (node.type === 'index') return { kind: 'index', target, key: this.#key(node), ...span }
    const [splat] = node.type === 'splat' ? node.namedChildren : []
    if (splat === undefined) return { kind: 'other', ...span }
    const children = splat.namedChildren
    // `a.*.b[0]` is the first of all, `a[*].b[0]` the first of each.
    const index = children.findIndex(({ type }) => type === 'index')
    const own = splat.type === 'attr_splat' && index !== -1 ? index : children.length
    const steps = children.slice(0, own).map((step) => (step.type === 'get_attr' ? nameOf(step) : this.#key(step)))
    let result: Expr = { kind: 'splat', target, steps, ...span }
    for (const step of children.slice(own)) result = this.#step(result, first, step)
    return result
  }

  #key(index: SyntaxNode): Expr {
    const [kind] = index.namedChildren
    if (kind?.type === 'legacy_index') {
      return numericLiteral(kind.text.slice(1), this.span(kind))
    }
    const [key] = kind === undefined ? [] : kind.namedChildren
    return key === undefined ? { kind: 'other', ...this.span(index) } : this.expr(key)
  }

  #term(node: SyntaxNode): Expr {
    const span = this.span(node)
    const [child] = node.namedChildren
    switch (node.type) {
      case 'literal_value':
        return child === undefined ? { kind: 'other', ...span } : this.#literal(child)
      case 'template_expr':
      case 'collection_value':
      case 'operation':
      case 'for_expr':
        return child === undefined ? { kind: 'other', ...span } : this.expr(child)
      case 'quoted_template':
      case 'heredoc_template':
        return convertTemplate(this, node)
      case 'tuple': {
        const items = node.namedChildren.filter(({ type }) => type === 'expression')
        return { kind: 'tuple', items: items.map((item) => this.expr(item)), ...span }
      }
      case 'object': {
        const elements = node.namedChildren.filter(({ type }) => type === 'object_elem')
        return { kind: 'object', elements: elements.flatMap((element) => this.#element(element)), ...span }
      }
      case 'for_tuple_expr':
      case 'for_object_expr':
        return this.#for(node)
      case 'variable_expr':
        return { kind: 'variable', name: node.text, ...span }
      case 'function_call':
        return this.#call(node)
      case 'conditional':
        return this.#conditional(node)
      case 'binary_operation':
        return this.#binary(node)
      case 'unary_operation': {
        const [operator, ...rest] = node.children
        return { kind: 'unary', operator: operator?.text ?? '', operand: this.#terms(node, rest), ...span }
      }
      default:
        return { kind: 'other', ...span }
    }
  }

  #literal(node: SyntaxNode): Expr {
    const span = this.span(node)
    if (node.type === 'string_lit') return convertTemplate(this, node)
    if (node.type === 'numeric_lit') return numericLiteral(node.text, span)
    if (node.type === 'bool_lit') return { kind: 'literal', value: node.text === 'true', ...span }
    return node.type === 'null_lit' ? { kind: 'literal', value: null, ...span } : { kind: 'other', ...span }
  }

  #element(node: SyntaxNode): readonly ObjectElement[] {
    const children = node.children
    const [keyNode, separator, valueNode] = children
    if (keyNode === undefined || separator === undefined || valueNode === undefined) return []
    const key = this.expr(keyNode)
    return [
      {
        key,
        keySpan: this.span(keyNode),
        name: this.#plainKey(keyNode, key),
        separator: this.span(separator),
        value: this.expr(valueNode),
        ...this.span(node),
      },
    ]
  }

  #plainKey(node: SyntaxNode, key: Expr): string | null {
    if (key.kind === 'variable') return node.text === key.name ? key.name : null
    if (key.kind !== 'template' || key.form !== 'quoted' || node.text[0] !== '"') return null
    const inner = node.text.slice(1, -1)
    return key.parts.every(({ kind }) => kind === 'text') && !/[\\$%]/.test(inner) ? inner : null
  }

  #for(node: SyntaxNode): ForExpr | Expr {
    const children = node.namedChildren
    const intro = children.find(({ type }) => type === 'for_intro')
    const [key, value] = children.filter(({ type }) => type === 'expression')
    const collection = intro === undefined ? undefined : intro.namedChildren.find(({ type }) => type === 'expression')
    const body = node.type === 'for_object_expr' ? value : key
    if (intro === undefined || collection === undefined || key === undefined || body === undefined) {
      return { kind: 'other', ...this.span(node) }
    }
    const [condition] = children.filter(({ type }) => type === 'for_cond').flatMap((child) => child.namedChildren)
    return {
      kind: 'for',
      names: identifiers(intro),
      collection: this.expr(collection),
      key: body === value ? this.expr(key) : null,
      body: this.expr(body),
      grouped: children.some(({ type }) => type === 'ellipsis'),
      condition: condition === undefined ? null : this.expr(condition),
      ...this.span(node),
    }
  }

  #call(node: SyntaxNode): Expr {
    const children = node.namedChildren
    const list = children.find(({ type }) => type === 'function_arguments')
    const inner = list === undefined ? [] : list.namedChildren
    return {
      kind: 'call',
      name: children[0]?.text ?? '',
      args: inner.filter(({ type }) => type === 'expression').map((arg) => this.expr(arg)),
      expand: inner.some(({ type }) => type === 'ellipsis'),
      ...this.span(node),
    }
  }

  #conditional(node: SyntaxNode): Expr {
    const [condition, then, otherwise] = node.namedChildren.filter(({ type }) => type === 'expression')
    const span = this.span(node)
    if (condition === undefined || then === undefined || otherwise === undefined) return { kind: 'other', ...span }
    return {
      kind: 'conditional',
      condition: this.expr(condition),
      yes: this.expr(then),
      no: this.expr(otherwise),
      ...span,
    }
  }

  #binary(node: SyntaxNode): Expr {
    const children = node.children
    const at = children.findIndex(({ type }) => OPERATORS.has(type))
    if (at <= 0) return { kind: 'other', ...this.span(node) }
    return {
      kind: 'binary',
      operator: children[at]?.type ?? '',
      left: this.#operand(node, children.slice(0, at)),
      right: this.#operand(node, children.slice(at + 1)),
      ...this.span(node),
    }
  }

  #operand(node: SyntaxNode, children: readonly SyntaxNode[]): Expr {
    return this.nested(() => this.#terms(node, children)) ?? { kind: 'other', ...this.span(node) }
  }
}

const OPERATORS = new Set(['==', '!=', '<', '<=', '>', '>=', '&&', '||', '+', '-', '*', '/', '%'])

function nameOf(getAttr: SyntaxNode): string {
  return getAttr.namedChildren[0]?.text ?? ''
}
