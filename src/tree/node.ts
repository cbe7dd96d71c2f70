/** Offsets are zero-based UTF-16 units into the whole file's text; `end` is exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Names of members and indices of items, from the top of a document. */
export type Route = readonly (string | number)[]

/** How a node is written: containers in brackets (`flow`) or by indentation (`block`), scalars in quotes or not. */
export type Style = 'flow' | 'block' | 'quoted' | 'plain'

/** A value with the place where it is written, whatever the syntax is. */
export interface Node extends Span {
  readonly kind: 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null'
  /** What a scalar stands for; undefined for objects and arrays. */
  readonly value: string | number | boolean | null | undefined
  readonly style: Style
  /** Other places of the document refer to this node (an anchor): what changes it changes them as well. */
  readonly shared: boolean
  /** What a node that only refers to another one refers to: there its items and members are written. */
  readonly aliasOf?: Node
  /** An expression that is written as a mark before a value (`!Sub`), and read as an object with that one member. */
  readonly marked?: true
  /** Of an array; none for everything else. */
  readonly items: readonly Node[]
  /** Of an object, in the order in which they are written; none for everything else. */
  readonly members: readonly Member[]
  /** Objects whose members an object has as well, but for those that it has itself (merge keys of YAML). */
  readonly merged?: readonly Node[]
}

/** `key: value` of an object, from the first character of the key to the last of the value. */
export interface Member extends Span {
  readonly name: string
  readonly key: Span
  /** Null where the text breaks off behind the key. */
  readonly value: Node | null
}

/** The nodes of one document of a text; a text may hold several, one behind the other. */
export interface Tree {
  readonly syntax: 'json' | 'yaml'
  readonly text: string
  /** Null where there is no value at all. */
  readonly root: Node | null
  /** Where the document ends; what follows in the text is another one. */
  readonly end: number
  /** The value at a route; null where the text has no such place. */
  readonly at: (route: Route) => Node | null
}

/** The member of an object by name; of several with the same name the last counts, as in JSON.parse. */
export function memberOf(object: Node | null, name: string): Member | null {
  return object?.members.findLast((one) => one.name === name) ?? null
}

export function memberValue(object: Node | null, name: string): Node | null {
  return memberOf(object, name)?.value ?? null
}

/** The value at a route below a node; null where the text has no such place. */
export function nodeAt(from: Node | null, route: Route): Node | null {
  let node = from
  for (const step of route) {
    node = typeof step === 'number' ? (node?.items[step] ?? null) : memberValue(node, step)
    if (node === null) return null
  }
  return node
}

/** The member that a route of names ends at; where the text breaks off before, the last one that is there. */
export function memberAt(from: Node, names: Route): Member | null {
  let node: Node | null = from
  let found: Member | null = null
  for (const name of names) {
    const next = memberOf(node, String(name))
    if (next === null) return found
    found = next
    node = next.value
  }
  return found
}
