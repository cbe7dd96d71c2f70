import type { Route } from '../tree/node.js'

/** An expression among the statements of a policy that leaves open which of them are there. */
export interface Choice {
  /** The expression that decides; null where it is known what it comes to. */
  readonly by: string | null
  /** The statements of each branch; none for a branch that is nothing. */
  readonly branches: readonly (readonly Item[])[]
}

/** A condition that nobody knows, and what it must be for a statement to be there. */
export interface Given {
  readonly condition: string
  readonly holds: boolean
}

/** A statement, or a choice again, with the way to it from the expression that it stands in. */
export interface Item {
  readonly value: unknown
  readonly at: Route
  /** Where it is there; absent where no condition that is not known decides that. */
  readonly given?: readonly Given[]
  /** The statement with the choices in it, where it is what they make of it under some conditions. */
  readonly whole?: unknown
}

/** A statement that may be there, with the alternatives, by number, in which it is. */
export interface Leaf extends Item {
  readonly own: readonly number[]
  /** Of the conditions, those under which the whole of it is there. */
  readonly under?: readonly Given[]
}

/** What an item of a list of statements may come to. */
export interface Leaves {
  readonly leaves: readonly Leaf[]
  /** The outermost expression that decides; null where there is no choice. */
  readonly by: string | null
  /** How many alternatives there are, one of which is meant for sure; null for more than anybody wants to count. */
  readonly of: number | null
}

/** What tells the statements of a policy apart: the place in the list, and the branch of a choice there. */
export function statementKey({ index, at = [] }: { readonly index: number; readonly at?: Route }): string {
  return at.length === 0 ? String(index) : [index, ...at].join('/')
}

/** How many statements the choices of one policy may make of those that are written: each of them is judged. */
export const MAX_CHOSEN = 1024
/** Alternatives of one item; choices in choices make more than anybody writes. */
const MAX_ALTERNATIVES = 64
const MAX_DEPTH = 64

/** How much may still be made of something that a few characters can make much of. */
export class Budget {
  #left: number

  constructor(left: number) {
    this.#left = left
  }

  /** Whether so many more are allowed. */
  take(count: number): boolean {
    this.#left -= count
    return this.#left >= 0
  }
}

/** What an item may come to, through the choices in its branches. What exceeds the budget is taken as it is written. */
export function leavesOf(
  value: unknown,
  choice: (value: unknown) => Choice | null,
  budget: Budget,
  at: Route = [],
): Leaves {
  const found = at.length > MAX_DEPTH * 2 ? null : choice(value)
  const count = found?.branches.reduce((sum, branch) => sum + branch.length, 0) ?? 0
  if (found === null || !budget.take(count)) return { leaves: [{ value, at, own: [0] }], by: null, of: 1 }
  const isSame = (item: Item) => item.at.length === 0
  const branches = found.branches.map((branch) =>
    together(
      branch.map((item) =>
        under(item, isSame(item) ? alone(item.value, at) : leavesOf(item.value, choice, budget, [...at, ...item.at])),
      ),
    ),
  )
  return { ...oneOf(branches), by: found.by ?? branches.find(({ by }) => by !== null)?.by ?? null }
}

/** A statement in which nothing is left to choose. */
function alone(value: unknown, at: Route): Leaves {
  return { leaves: [{ value, at, own: [0] }], by: null, of: 1 }
}

/** What a branch comes to is there where the branch is. */
function under({ given = [], whole }: Item, inner: Leaves): Leaves {
  if (given.length === 0) return inner
  const leaves = inner.leaves.map((leaf): Leaf => {
    const all = { ...leaf, given: [...given, ...(leaf.given ?? [])] }
    return whole === undefined ? { ...all, under: [...given, ...(leaf.under ?? [])] } : { ...all, whole }
  })
  return { ...inner, leaves }
}

/** Of several branches one is meant: their alternatives stand one behind the other. */
function oneOf(branches: readonly Leaves[]): Omit<Leaves, 'by'> {
  let of: number | null = 0
  const leaves: Leaf[] = []
  for (const branch of branches) {
    const before: number = of ?? 0
    for (const leaf of branch.leaves) leaves.push({ ...leaf, own: leaf.own.map((one) => one + before) })
    of = atMost(of === null || branch.of === null ? null : of + branch.of)
  }
  return { leaves, of }
}

/** The items of one branch are all there: each of their alternatives with each of the others'. */
function together(items: readonly Leaves[]): Leaves {
  let all: Leaves = { leaves: [], by: null, of: 1 }
  for (const item of items) {
    const of: number | null = atMost(all.of === null || item.of === null ? null : all.of * item.of)
    const [before, own] = of === null ? [0, 0] : [all.of ?? 0, item.of ?? 0]
    const first = all.leaves.map((leaf) => ({
      ...leaf,
      own: leaf.own.flatMap((one) => upTo(own).map((other) => one * own + other)),
    }))
    const second = item.leaves.map((leaf) => ({
      ...leaf,
      own: upTo(before).flatMap((one) => leaf.own.map((other) => one * own + other)),
    }))
    all = { leaves: [...first, ...second], by: all.by ?? item.by, of }
  }
  return all
}

function atMost(count: number | null): number | null {
  return count !== null && count <= MAX_ALTERNATIVES ? count : null
}

function upTo(count: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => i)
}
