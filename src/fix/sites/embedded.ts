import type { TextEdit } from '../../text/edit.js'
import { insideJsonString, insideSingleQuotes, type OffsetMap } from '../../tree/embed.js'
import { readJsonTree } from '../../tree/json.js'
import { type Node, nodeAt, type Route, type Span, type Tree } from '../../tree/node.js'

/** A JSON document that is written as a text within another document. */
export interface EmbeddedText {
  /** Its nodes by their routes in the outer document. */
  readonly tree: Tree
  /** Both texts have the same offsets. */
  readonly inPlace: boolean
  /** Where a span of the inner tree stands in the outer text. */
  readonly outer: (span: Span) => Span
  /** Edits of the inner text as edits of the outer one; null where they cannot be written there. */
  readonly edits: (inner: readonly TextEdit[]) => readonly TextEdit[] | null
}

/**
 * The JSON in the text at a route: in a block of lines, or on one line in quotes. Null where it is written in another
 * way, or where an anchor shares it.
 */
export function embeddedAt(tree: Tree, at: Route): EmbeddedText | null {
  const node = tree.at(at)
  if (node === null || node.kind !== 'string' || node.shared || node.aliasOf !== undefined) return null
  const mark = tree.text[node.start]
  if (mark === '|' || mark === '>') return inBlock(tree, node, at)
  if (tree.text.slice(node.start, node.end).includes('\n')) return null
  if (mark === '"') return inQuotes(insideJsonString(tree.text, node), node, at, escaped)
  return mark === "'" ? inQuotes(insideSingleQuotes(tree.text, node), node, at, doubled) : null
}

/** The lines of a block have the offsets of the outer text, and what is added gets their indentation. */
function inBlock({ text }: Tree, node: Node, at: Route): EmbeddedText | null {
  const head = text.indexOf('\n', node.start)
  if (head === -1 || head >= node.end) return null
  const inner = innerTree(text.slice(head + 1, node.end), at, { text, start: head + 1 })
  return inner === null ? null : { tree: inner, inPlace: true, outer: (one) => one, edits: (edits) => edits }
}

type Write = (text: string) => string | null

function inQuotes(map: OffsetMap, node: Node, at: Route, written: Write): EmbeddedText | null {
  if (map.inner !== node.value) return null
  const tree = innerTree(map.inner, at)
  if (tree === null) return null
  return {
    tree,
    inPlace: false,
    outer: (span) => map.toOuter(span),
    edits: (edits) => {
      const outer: TextEdit[] = []
      for (const { offset, length, text } of edits) {
        const { start, end } = map.toOuter({ start: offset, end: offset + length })
        const put = written(text)
        if (put === null) return null
        outer.push({ offset: start, length: end - start, text: put })
      }
      return outer
    },
  }
}

function escaped(text: string): string {
  return JSON.stringify(text).slice(1, -1)
}

function doubled(text: string): string | null {
  return text.includes('\n') ? null : text.replaceAll("'", "''")
}

/** @param outer the text whose offsets the nodes have, and where the inner text begins in it */
function innerTree(inner: string, at: Route, outer = { text: inner, start: 0 }): Tree | null {
  const { root, end, hasError } = readJsonTree(inner, { at: outer.start, strictCommas: true })
  if (root === null || hasError) return null
  return { syntax: 'json', text: outer.text, root, end, at: (route) => nodeAt(root, route.slice(at.length)) }
}
