import type { Policy } from '../../documents/policy.js'
import type { Statement } from '../../iam/model.js'
import type { StatementDraft } from '../../rules/drafts/draft.js'
import type { TextEdit } from '../../text/edit.js'
import { grouped } from '../../text/group.js'
import { type Member, memberOf, type Node, type Route, type Tree } from '../../tree/node.js'
import { columnOf, lineEnd } from '../patch/yaml/layout.js'

/** A statement of a policy, by the place that it is read from and what reads it. */
interface User {
  readonly policy: Policy
  readonly route: string
  readonly name: string
}

/** Who reads what is written in a document: its statements, and whatever else aliases and loops put a line into. */
export class Users {
  readonly #tree: Tree
  readonly #policies: readonly Policy[]
  readonly #reachesElsewhere = new Map<Node, boolean>()
  /** By the edit: that of lines which a loop repeats is asked about by each of hundreds. */
  readonly #touched = new Map<string, { readonly users: readonly User[]; readonly more: readonly string[] }>()
  #byRoute: ReadonlyMap<string, readonly User[]> | null = null

  /** @param policies all that the document holds */
  constructor(tree: Tree, policies: readonly Policy[]) {
    this.#tree = tree
    this.#policies = policies
  }

  /**
   * Names of the statements, and of whatever else, that are read from lines of an edit through aliases or loops, and
   * that no given draft is about.
   */
  othersThan(covered: readonly StatementDraft[], edits: readonly TextEdit[]): readonly string[] {
    const done = new Map<Policy, Set<string>>()
    for (const { judged, subject } of covered) {
      const own = done.get(judged.policy) ?? new Set<string>()
      done.set(judged.policy, own.add(routeOf(judged.policy, subject.statement)))
    }
    const isDone = ({ policy, route }: User) => done.get(policy)?.has(route) === true
    const names = new Set<string>()
    for (const edit of edits) {
      const { users, more } = this.#touchedBy(edit)
      for (const user of users) if (!isDone(user)) names.add(user.name)
      for (const one of more) names.add(one)
    }
    return [...names]
  }

  /** The statements that are read from what an edit changes, and the names of what else is. */
  #touchedBy(edit: TextEdit) {
    const key = `${edit.offset} ${edit.length} ${edit.text}`
    const known = this.#touched.get(key)
    if (known !== undefined) return known
    const users = new Set<User>()
    const more: string[] = []
    for (const route of this.#routesTo(edit)) {
      const reading = this.#readersOf(route)
      for (const user of reading) users.add(user)
      // Only what the template makes something of counts, not where an anchor happens to be written.
      if (reading.length === 0 && route.includes('/Resources/')) more.push(route.split('/').slice(0, 4).join('/'))
    }
    const made = { users: [...users], more }
    this.#touched.set(key, made)
    return made
  }

  /** The statements that a route leads into. One that is not in a list has its own members behind the name of the list. */
  #readersOf(route: string): readonly User[] {
    this.#byRoute ??= grouped(
      this.#policies.flatMap((policy) => policy.document.statements.map((statement) => userOf(policy, statement))),
      (user) => user.route,
    )
    const readers: User[] = []
    for (let end = route.indexOf('/', 1); end !== 0; end = route.indexOf('/', end + 1)) {
      const above = end === -1 ? route : route.slice(0, end)
      readers.push(...(this.#byRoute.get(above) ?? []))
      if (!/^\/\d/.test(route.slice(above.length))) readers.push(...(this.#byRoute.get(`${above}/0`) ?? []))
      if (end === -1) break
    }
    return readers
  }

  /** Every route under which what an edit changes is read. A document stands for few nodes more than it has characters. */
  #routesTo(edit: TextEdit): readonly string[] {
    const { root, text } = this.#tree
    const found: string[] = []
    // Most documents refer to nothing, and of these only what is around the edit is looked at.
    const mayReach = root !== null && this.#reaches(root)
    const isAway = (node: Node) => !holds(node.aliasOf ?? node, edit, text) && !(mayReach && this.#reaches(node))
    const visit = (node: Node, path: string): boolean => {
      let isInside = mergesEdited(node, edit, text)
      if (isInside) found.push(path)
      const enter = (step: string | number, child: Node) => {
        // What is written elsewhere is not in it.
        if (!isAway(child) && visit(child, `${path}/${step}`)) isInside = true
      }
      for (const [i, child] of node.items.entries()) enter(i, child)
      for (const { name, value } of node.members) if (value !== null) enter(name, value)
      if (isInside) return true
      if (node.members.length + node.items.length === 0 || !holds(node.aliasOf ?? node, edit, text)) return false
      found.push(path)
      return true
    }
    if (root !== null && !isAway(root)) visit(root, '')
    return found
  }

  /** Whether an alias or a merge key brings something into a node that is written elsewhere. */
  #reaches(node: Node): boolean {
    const known = this.#reachesElsewhere.get(node)
    if (known !== undefined) return known
    const reaches =
      node.aliasOf !== undefined ||
      node.merged !== undefined ||
      node.items.some((child) => this.#reaches(child)) ||
      node.members.some(({ value }) => value !== null && this.#reaches(value))
    this.#reachesElsewhere.set(node, reaches)
    return reaches
  }
}

function userOf(policy: Policy, statement: Statement): User {
  const { index, sid } = statement
  const isNamed = sid !== null && policy.sensitive !== true
  const name = `${policy.origin.address ?? 'the policy'}, statement ${isNamed ? JSON.stringify(sid) : index + 1}`
  return { policy, route: routeOf(policy, statement), name }
}

/** The route of a statement in its document; of one in a branch of a choice, that of the branch. */
function routeOf({ origin, raw }: Policy, { index, at = [] }: Statement): string {
  const isItem = at.length === 0 || Array.isArray(raw.Statement)
  const way = at.includes('Statement') ? at : ['Statement', ...(isItem ? [index] : []), ...at]
  return pathOf([...origin.at, ...way])
}

function pathOf(route: Route): string {
  return route.map((step) => `/${step}`).join('')
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
