import type { Node } from 'jsonc-parser'
import type { TextEdit } from '../../../text/edit.js'
import { append, indentAt, type Layout, printList, printMember, startsLine } from './layout.js'
import { elements, hasComment, keyAndValue, memberNode, memberValue, type Span, spanOf } from '../../../tree/json.js'

/** Edits of one statement, or the reason there are none. */
export type Edits = { readonly edits: readonly TextEdit[] } | { readonly reason: string }

const COMMENT = 'a comment stands inside the text that would be replaced and would be lost'

/**
 * `Principal` becomes `NotPrincipal` with the given principals, or an existing `NotPrincipal` is completed with those it
 * lacks (docs/semantics.md, D34). Only the lines of that member change.
 *
 * @param standIns what an inert entry of the list stands for: the principals to put in its place
 */
export function notPrincipalEdits(
  text: string,
  statement: Node,
  principals: readonly string[],
  standIns: (entry: string) => readonly string[],
  layout: Layout,
): Edits {
  const existing = memberNode(statement, 'NotPrincipal')
  if (existing !== null) return complete(text, existing, principals, standIns, layout)
  const principal = memberNode(statement, 'Principal')
  const pair = principal === null ? null : keyAndValue(principal)
  if (pair === null) return { reason: 'the statement has no Principal to replace' }
  const rename: TextEdit = { ...sizeOf(spanOf(pair.key)), text: '"NotPrincipal"' }
  const value = replaceValue(text, pair.key, pair.value, principals, layout)
  return 'reason' in value ? value : { edits: [rename, ...value.edits] }
}

function sizeOf({ start, end }: Span): { readonly offset: number; readonly length: number } {
  return { offset: start, length: end - start }
}

/** `"*"` → an object with the list; `{"AWS": "*"}` → the list in its place; `{"AWS": ["*"]}` → the list's items. */
function replaceValue(text: string, key: Node, value: Node, principals: readonly string[], layout: Layout): Edits {
  const indent = startsLine(text, key.offset) ? indentAt(text, key.offset) : null
  if (value.type === 'string') {
    const list = printList(principals, indent === null ? null : indent + layout.unit, layout)
    return { edits: [{ ...sizeOf(spanOf(value)), text: printMember('AWS', list, indent, layout) }] }
  }
  const aws = memberValue(value, 'AWS')
  if (aws === null) return { reason: 'the Principal has no AWS member' }
  return replaceWhole(text, aws, principals, indent, layout)
}

function replaceWhole(
  text: string,
  aws: Node,
  principals: readonly string[],
  indent: string | null,
  layout: Layout,
): Edits {
  if (hasComment(text, spanOf(aws))) return { reason: COMMENT }
  const [first] = elements(aws)
  const last = elements(aws).at(-1)
  if (first && last && startsLine(text, first.offset)) {
    const separator = `,${layout.eol}${indentAt(text, first.offset)}`
    const items = principals.map((item) => JSON.stringify(item)).join(separator)
    return { edits: [{ offset: first.offset, length: spanOf(last).end - first.offset, text: items }] }
  }
  const line = indent === null ? null : indentAt(text, aws.offset)
  return { edits: [{ ...sizeOf(spanOf(aws)), text: printList(principals, line, layout) }] }
}

/** Keeps every entry in its order, puts stand-ins in the place of inert ones, and appends what is missing. */
function complete(
  text: string,
  property: Node,
  principals: readonly string[],
  standIns: (entry: string) => readonly string[],
  layout: Layout,
): Edits {
  const pair = keyAndValue(property)
  if (pair === null || pair.value.type !== 'object') return { reason: 'the NotPrincipal element is not a map' }
  const aws = memberValue(pair.value, 'AWS')
  if (aws === null) {
    const nested = (pair.value.children ?? []).find((child) => startsLine(text, child.offset))
    const list = printList(principals, nested ? indentAt(text, nested.offset) : null, layout)
    return { edits: append(text, pair.value, [`"AWS"${layout.colon}${list}`], layout) }
  }
  const entries = aws.type === 'array' ? elements(aws) : [aws]
  if (entries.some((entry) => entry.type !== 'string')) return { reason: 'the list holds expressions' }
  const listed = new Set(entries.map((entry) => String(entry.value)))
  const missing = principals.filter((principal) => !listed.has(principal))
  const replaced = new Map<Node, readonly string[]>()
  const placed = new Set<string>()
  for (const entry of entries) {
    const stand = standIns(String(entry.value)).filter(
      (principal) => missing.includes(principal) && !placed.has(principal),
    )
    if (stand.length === 0) continue
    for (const principal of stand) placed.add(principal)
    replaced.set(entry, stand)
  }
  const rest = missing.filter((principal) => !placed.has(principal))
  if (aws.type === 'string') {
    const items = [...(replaced.get(aws) ?? [String(aws.value)]), ...rest]
    const indent = startsLine(text, pair.key.offset) ? indentAt(text, aws.offset) : null
    return { edits: [{ ...sizeOf(spanOf(aws)), text: printList(items, indent, layout) }] }
  }
  const edits = [...replaced].map(([entry, items]) => inPlace(text, entry, items, layout))
  const added =
    rest.length === 0
      ? []
      : append(
          text,
          aws,
          rest.map((item) => JSON.stringify(item)),
          layout,
        )
  return { edits: [...edits, ...added] }
}

function inPlace(text: string, entry: Node, items: readonly string[], layout: Layout): TextEdit {
  const separator = startsLine(text, entry.offset) ? `,${layout.eol}${indentAt(text, entry.offset)}` : layout.comma
  return { ...sizeOf(spanOf(entry)), text: items.map((item) => JSON.stringify(item)).join(separator) }
}
