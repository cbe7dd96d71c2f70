import type { Policy } from '../../documents/policy.js'
import type { Statement } from '../../iam/model.js'
import type { StatementDraft } from '../../rules/drafts/draft.js'
import type { TextEdit } from '../../text/edit.js'
import { type Member, memberOf, type Node, type Route, type Tree } from '../../tree/node.js'
import { columnOf, lineEnd } from '../patch/yaml/layout.js'

/** A statement of a policy, by the place that it is read from and what reads it. */
interface User {
  readonly policy: Policy
  readonly route: string
  readonly name: string
}

/**
 * Names of the statements, and of whatever else, that are read from lines of an edit through aliases or loops, and that
 * no given draft is about.
 *
 * @param policies all that the text holds
 */
export function otherUsers(
  edits: readonly TextEdit[],
  tree: Tree,
  policies: readonly Policy[],
  covered: readonly StatementDraft[],
): readonly string[] {
  const done = new Map<Policy, Set<string>>()
  for (const { judged, subject } of covered) {
    const own = done.get(judged.policy) ?? new Set<string>()
    done.set(judged.policy, own.add(routeOf(judged.policy, subject.statement)))
  }
  const isDone = ({ policy, route }: User) => done.get(policy)?.has(route) === true
  const users = policies.flatMap((policy) => policy.document.statements.map((statement) => userOf(policy, statement)))
  const names = new Set<string>()
  for (const edit of edits) {
    for (const route of routesTo(tree, edit)) {
      const reading = users.filter((one) => isWithin(one.route, route))
      for (const user of reading) if (!isDone(user)) names.add(user.name)
      // Only what the template makes something of counts, not where an anchor happens to be written.
      if (reading.length === 0 && route.includes('/Resources/')) names.add(route.split('/').slice(0, 4).join('/'))
    }
  }
  return [...names]
}

function userOf(policy: Policy, statement: Statement): User {
  const { index, sid } = statement
  const name = `${policy.origin.address ?? 'the policy'}, statement ${sid === null ? index + 1 : JSON.stringify(sid)}`
  return { policy, route: routeOf(policy, statement), name }
}

/** The route of a statement in its document; of one in a branch of a choice, that of the branch. */
function routeOf({ origin, raw }: Policy, { index, at = [] }: Statement): string {
  const isItem = at.length === 0 || Array.isArray(raw.Statement)
  const way = at.includes('Statement') ? at : ['Statement', ...(isItem ? [index] : []), ...at]
  return pathOf([...origin.at, ...way])
}

/** A statement that is not in a list has its own members behind the name of the list. */
function isWithin(statement: string, route: string): boolean {
  const single = statement.endsWith('/0') ? statement.slice(0, -2) : null
  return (
    `${route}/`.startsWith(`${statement}/`) ||
    (single !== null && `${route}/`.startsWith(`${single}/`) && !/^\/\d/.test(route.slice(single.length)))
  )
}

function pathOf(route: Route): string {
  return route.map((step) => `/${step}`).join('')
}

/** Every route under which what an edit changes is read. A document stands for few nodes more than it has characters. */
function routesTo({ root, text }: Tree, edit: TextEdit): readonly string[] {
  const found: string[] = []
  const visit = (node: Node, path: string): boolean => {
    let isInside = mergesEdited(node, edit, text)
    if (isInside) found.push(path)
    for (const [step, child] of childrenOf(node)) isInside = visit(child, `${path}/${step}`) || isInside
    if (isInside) return true
    if (!holds(node.aliasOf ?? node, edit, text) || node.members.length + node.items.length === 0) return false
    found.push(path)
    return true
  }
  if (root !== null) visit(root, '')
  return found
}

/** Whether an edit is in a node. What is added below one in lines stands behind a comment on its last line. */
function holds({ start, end, style }: Node, { offset }: TextEdit, text: string): boolean {
  return offset >= start && offset <= (style === 'flow' ? end : lineEnd(text, end))
}

/** Whether an edit changes what a merge key brings to a node: not a member that the node has itself. */
function mergesEdited(node: Node, edit: TextEdit, text: string): boolean {
  return (node.merged ?? []).some((given) => {
    const source = given.aliasOf ?? given
    if (!holds(source, edit, text)) return false
    const changed = source.members.find((member) => isWithinMember(member, edit, text))
    return changed === undefined || memberOf(node, changed.name)?.key.start === changed.key.start
  })
}

/** Lines behind the last one of a member are in it when they are indented deeper than its name. */
function isWithinMember({ start, end, key }: Member, { offset, text: added }: TextEdit, text: string): boolean {
  if (offset >= start && offset < end) return true
  const indent = /^\r?\n( *)/.exec(added)?.[1]?.length ?? 0
  return offset >= end && offset <= lineEnd(text, end) && indent > columnOf(text, key.start)
}

function childrenOf(node: Node): readonly (readonly [string | number, Node])[] {
  const members = node.members.flatMap(({ name, value }) => (value === null ? [] : [[name, value] as const]))
  return [...node.items.entries(), ...members]
}
