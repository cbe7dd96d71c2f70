import type { Expr, Marks, TemplateExpr, TemplatePart } from './ast.js'
import { identifiers, type NodeReader, type SyntaxNode } from './nodes.js'
import { takeAway } from './taken-away.js'

/** A quoted string or a heredoc. Text is what stands between the other parts: the tree leaves out blanks beside them. */
export function convertTemplate(converter: NodeReader, node: SyntaxNode): TemplateExpr {
  const heredoc = node.type === 'heredoc_template'
  const [start, end] = heredoc ? heredocContent(converter.text, node) : quotedContent(node)
  const written = partsOf(converter, node, start, end)
  return {
    kind: 'template',
    form: heredoc ? 'heredoc' : 'quoted',
    content: converter.between(start, end),
    parts: takeAway(written, { isQuoted: !heredoc, isFlush: converter.text.startsWith('<<-', node.startIndex) }),
    ...converter.span(node),
  }
}

/** The parts of a template file that was parsed as the content `start..end` of a heredoc. */
export function templateParts(
  converter: NodeReader,
  node: SyntaxNode,
  start: number,
  end: number,
): readonly TemplatePart[] {
  return takeAway(partsOf(converter, node, start, end), { isQuoted: false, isFlush: false })
}

function partsOf(converter: NodeReader, node: SyntaxNode, start: number, end: number): readonly TemplatePart[] {
  const inner = node.namedChildren.filter(({ type }) => PARTS.has(type))
  return parts(converter, inner, start, end)
}

const PARTS = new Set(['template_interpolation', 'template_directive'])

function quotedContent(node: SyntaxNode): readonly [number, number] {
  return [node.startIndex + 1, Math.max(node.startIndex + 1, node.endIndex - 1)]
}

/** From the line after the opening mark to the start of the line of the closing one. */
function heredocContent(text: string, node: SyntaxNode): readonly [number, number] {
  const marks = node.namedChildren.filter(({ type }) => type === 'heredoc_identifier')
  const open = marks[0]?.endIndex ?? node.startIndex
  const close = marks.at(-1)?.startIndex ?? node.endIndex
  const newline = text.indexOf('\n', open)
  const start = newline === -1 ? open : newline + 1
  return [start, Math.max(start, text.lastIndexOf('\n', close - 1) + 1)]
}

function parts(
  converter: NodeReader,
  nodes: readonly SyntaxNode[],
  start: number,
  end: number,
): readonly TemplatePart[] {
  const result: TemplatePart[] = []
  let at = start
  for (const node of nodes) {
    if (node.startIndex < at) continue
    if (node.startIndex > at) result.push(text(converter, at, node.startIndex))
    result.push(part(converter, node))
    at = node.endIndex
  }
  if (at < end) result.push(text(converter, at, end))
  return result
}

function text(converter: NodeReader, start: number, end: number): TemplatePart {
  return { kind: 'text', raw: converter.text.slice(start, end), ...converter.between(start, end) }
}

function part(converter: NodeReader, node: SyntaxNode): TemplatePart {
  const marks = marksOf(converter, node)
  if (node.type === 'template_interpolation') {
    return { kind: 'hole', expr: expression(converter, node) ?? null, ...marks }
  }
  const [directive] = node.namedChildren
  const known = converter.nested(() => directive && (loop(converter, directive) ?? branch(converter, directive)))
  return known ?? { kind: 'hole', expr: null, ...marks }
}

function marksOf(converter: NodeReader, node: SyntaxNode): Marks {
  const { startIndex, endIndex } = node
  return {
    stripBefore: converter.text[startIndex + 2] === '~',
    stripAfter: converter.text[endIndex - 2] === '~',
    ...converter.span(node),
  }
}

function loop(converter: NodeReader, node: SyntaxNode): TemplatePart | undefined {
  const children = node.namedChildren
  const intro = children.find(({ type }) => type === 'template_for_start')
  const outro = children.find(({ type }) => type === 'template_for_end')
  const collection = intro && expression(converter, intro)
  if (!intro || !outro || !collection) return undefined
  return {
    kind: 'for',
    intro: marksOf(converter, intro),
    outro: marksOf(converter, outro),
    names: identifiers(intro),
    collection,
    body: partsOf(converter, node, intro.endIndex, outro.startIndex),
    ...converter.span(node),
  }
}

function branch(converter: NodeReader, node: SyntaxNode): TemplatePart | undefined {
  const children = node.children
  const intro = children.find(({ type }) => type === 'template_if_intro')
  const middle = children.find(({ type }) => type === 'template_else_intro')
  const outro = children.find(({ type }) => type === 'template_if_end')
  const condition = intro && expression(converter, intro)
  if (!intro || !outro || !condition) return undefined
  const inner = children.filter(({ type }) => PARTS.has(type))
  const split = middle?.startIndex ?? outro.startIndex
  return {
    kind: 'if',
    intro: marksOf(converter, intro),
    middle: middle === undefined ? null : marksOf(converter, middle),
    outro: marksOf(converter, outro),
    condition,
    yes: parts(
      converter,
      inner.filter(({ startIndex }) => startIndex < split),
      intro.endIndex,
      split,
    ),
    no: middle
      ? parts(
          converter,
          inner.filter(({ startIndex }) => startIndex > split),
          middle.endIndex,
          outro.startIndex,
        )
      : [],
    ...converter.span(node),
  }
}

function expression(converter: NodeReader, node: SyntaxNode): Expr | undefined {
  const found = node.namedChildren.find(({ type }) => type === 'expression')
  return found && converter.expr(found)
}
