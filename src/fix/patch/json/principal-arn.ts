import type { Node } from 'jsonc-parser'
import { append, indentAt, type Layout, printList, printMember, startsLine } from './layout.js'
import type { Edits } from './not-principal.js'
import { keyAndValue, memberNode, memberValue, spanOf } from '../../../tree/json.js'

/** Negated operators whose list under aws:PrincipalArn exempts what it names; a set operator never does. Each is ANDed. */
export const SIBLINGS = ['ArnNotEquals', 'ArnNotLike', 'StringNotEquals', 'StringNotLike']
export const NEGATED = SIBLINGS.flatMap((name) => [name, `${name}IfExists`])
const KEY = 'aws:PrincipalArn'

/**
 * Exempts roles by `ArnNotEquals aws:PrincipalArn`, ANDed in (docs/semantics.md, D34): appended to a negated
 * list on that key, else as a key of an existing `ArnNotEquals`, else as an operator, else as a Condition.
 *
 * @param isOpaque a value that is not what it looks like: the filler of an expression
 */
export function principalArnEdits(
  text: string,
  statement: Node,
  roles: readonly string[],
  layout: Layout,
  isOpaque: (value: Node) => boolean = () => false,
): Edits {
  const condition = memberNode(statement, 'Condition')
  const block = condition === null ? null : (keyAndValue(condition)?.value ?? null)
  if (block === null) return addCondition(text, statement, roles, layout)
  if (block.type !== 'object') return { reason: 'the Condition element is not a map' }
  for (const operator of NEGATED) {
    const value = principalArnValue(memberValue(block, operator))
    if (value !== null && !isOpaque(value)) return appendRoles(text, value, roles, layout)
  }
  const value = roles.length === 1 ? JSON.stringify(roles[0]) : null
  const existing = memberValue(block, 'ArnNotEquals')
  const container = existing?.type === 'object' && principalArnValue(existing) === null ? existing : block
  const indent = indentOfMembers(text, container)
  if (container === existing) {
    return {
      edits: append(text, container, [`"${KEY}"${layout.colon}${value ?? printList(roles, indent, layout)}`], layout),
    }
  }
  const free = SIBLINGS.find((name) => memberValue(block, name) === null)
  if (free === undefined) return { reason: 'every operator that could hold the exemption is in use' }
  const inner = indent === null ? null : indent + layout.unit
  const member = printMember(KEY, value ?? printList(roles, inner, layout), memberIndent(text, block, indent), layout)
  return { edits: append(text, block, [`"${free}"${layout.colon}${member}`], layout) }
}

/** The value under aws:PrincipalArn, whatever the case of its name; the last one counts. */
function principalArnValue(operator: Node | null): Node | null {
  if (operator?.type !== 'object') return null
  const property = (operator.children ?? []).findLast(
    (child) => String(child.children?.[0]?.value).toLowerCase() === KEY.toLowerCase(),
  )
  return property?.children?.[1] ?? null
}

function appendRoles(text: string, value: Node, roles: readonly string[], layout: Layout): Edits {
  if (value.type === 'array')
    return {
      edits: append(
        text,
        value,
        roles.map((role) => JSON.stringify(role)),
        layout,
      ),
    }
  if (value.type !== 'string') return { reason: 'the list of aws:PrincipalArn is an expression' }
  const { start, end } = spanOf(value)
  const property = value.parent
  const indent = property && startsLine(text, property.offset) ? indentAt(text, property.offset) : null
  const list = printList([String(value.value), ...roles], indent, layout)
  return { edits: [{ offset: start, length: end - start, text: list }] }
}

/** The indentation of an object's members when they stand on lines of their own, else null. */
function indentOfMembers(text: string, object: Node): string | null {
  const last = object.children?.at(-1)
  return last && startsLine(text, last.offset) ? indentAt(text, last.offset) : null
}

/** New operators are spread over lines when the author's other operators are. */
function memberIndent(text: string, block: Node, indent: string | null): string | null {
  if (indent === null) return null
  const spread = (block.children ?? []).every((child) => {
    const inner = child.children?.[1]
    return inner === undefined || text.slice(inner.offset, spanOf(inner).end).includes('\n')
  })
  return spread ? indent : null
}

function addCondition(text: string, statement: Node, roles: readonly string[], layout: Layout): Edits {
  const indent = indentOfMembers(text, statement)
  const one = indent === null ? null : indent + layout.unit
  const two = one === null ? null : one + layout.unit
  const value = roles.length === 1 ? JSON.stringify(roles[0]) : printList(roles, two, layout)
  const operator = `"ArnNotEquals"${layout.colon}${printMember(KEY, value, one, layout)}`
  const block =
    indent === null
      ? `{${layout.pad}${operator}${layout.pad}}`
      : `{${layout.eol}${one}${operator}${layout.eol}${indent}}`
  return { edits: append(text, statement, [`"Condition"${layout.colon}${block}`], layout) }
}
