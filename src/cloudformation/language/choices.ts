import { PARTITIONS } from '../../clumio/roles.js'
import type { Choice, Item } from '../../iam/choices.js'
import { type ReadText, statementsOf } from '../../iam/parse.js'
import { choiceOfPartitions } from '../../iam/text/text.js'
import { isObject, type JsonObject, member } from '../../tree/value.js'
import { type If, ifCall, isNoValue } from './calls.js'
import { MAX_DEPTH, sameList, sameObject } from './copy.js'

/** What a template knows of the expressions in its policies. */
export interface Known {
  /** What a condition is; null where nobody knows. */
  readonly condition: (name: string) => boolean | null
  readonly text: ReadText
}

/**
 * `Fn::If` among the statements of a policy, where `AWS::NoValue` leaves a branch out, or within one: then the statement
 * is another one under each combination of the conditions that it names.
 */
export function choiceOf(value: unknown, known: Known): Choice | null {
  if (isNoValue(value)) return { by: null, branches: [[]] }
  const found = ifCall(value)
  return found === null ? within(value, known) : among(found, known)
}

/** A document that is an expression: one that chooses among documents chooses among their statements. */
export function chosenDocument(written: JsonObject): JsonObject {
  const versions = (ifCall(written)?.branches ?? []).flatMap((branch) => member(branch, 'Version') ?? [])
  return { Version: versions[0], Statement: [written] }
}

function among({ condition, branches }: If, known: Known): Choice {
  const value = known.condition(condition)
  const given = (i: number) => (value === null ? { given: [{ condition, holds: i === 0 }] } : {})
  const items = branches.map((branch, i) => itemsOf(branch, i + 1).map((item) => ({ ...item, ...given(i) })))
  const meant = value === null ? items : items.slice(value ? 0 : 1, value ? 1 : 2)
  return { by: value === null ? nameOf(condition) : null, branches: meant }
}

function nameOf(condition: string): string {
  return `Fn::If ${condition}`
}

/** The statements of a branch: of a whole document, of a list, or the one that it is. */
function itemsOf(branch: unknown, index: number): readonly Item[] {
  const at = ['Fn::If', index]
  if (isNoValue(branch)) return []
  if (Array.isArray(branch)) return branch.map((value, i) => ({ value, at: [...at, i] }))
  if (!isObject(branch) || member(branch, 'Statement') === undefined) return [{ value: branch, at }]
  const isList = Array.isArray(member(branch, 'Statement'))
  return statementsOf(branch).map((value, i) => ({ value, at: [...at, 'Statement', ...(isList ? [i] : [])] }))
}

/** Conditions of one statement that are tried out in every combination. */
const MAX_CONDITIONS = 4

function within(statement: unknown, known: Known): Choice | null {
  if (!isObject(statement)) return null
  const names = new Set<string>()
  collect(statement, names, known.text)
  if (names.size === 0) return null
  const fixed = new Map<string, boolean>()
  for (const name of names) {
    const value = known.condition(name)
    if (value !== null) fixed.set(name, value)
  }
  const open = [...names].filter((name) => !fixed.has(name))
  const [first] = open
  if (first === undefined || open.length > MAX_CONDITIONS) {
    return fixed.size === 0 ? null : { by: null, branches: [[same(filled(statement, fixed, known.text))]] }
  }
  let combinations: readonly ReadonlyMap<string, boolean>[] = [fixed]
  for (const name of open) {
    combinations = combinations.flatMap((one) => [true, false].map((value) => new Map([...one, [name, value]])))
  }
  const givenIn = (one: ReadonlyMap<string, boolean>) =>
    open.map((condition) => ({ condition, holds: one.get(condition) === true }))
  const whole = filled(statement, fixed, known.text)
  return {
    by: nameOf(first),
    branches: combinations.map((one) => [{ ...same(filled(statement, one, known.text)), given: givenIn(one), whole }]),
  }
}

function same(value: unknown): Item {
  return { value, at: [] }
}

function collect(value: unknown, names: Set<string>, read: ReadText, depth = 0): void {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return
  const found = ifCall(value)
  // Which partition it is changes nothing: a policy is only ever in its bucket's.
  if (found !== null && !choosesPartition(found, read)) names.add(found.condition)
  for (const inner of Object.values(value)) collect(inner, names, read, depth + 1)
}

function choosesPartition({ branches }: If, read: ReadText): boolean {
  const texts = branches.map(read)
  return choiceOfPartitions(texts) !== null || texts.every((text) => PARTITIONS.some((one) => one === text))
}

/** A value under some conditions, without what is nothing under them. */
function filled(value: unknown, conditions: ReadonlyMap<string, boolean>, read: ReadText, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return value
  const found = ifCall(value)
  const holds = found === null || choosesPartition(found, read) ? undefined : conditions.get(found.condition)
  if (found !== null && holds !== undefined) return filled(found.branches[holds ? 0 : 1], conditions, read, depth + 1)
  const inner = (one: unknown) => filled(one, conditions, read, depth + 1)
  if (Array.isArray(value))
    return sameList(
      value,
      value.map(inner).filter((one) => !isNoValue(one)),
    )
  const entries = Object.entries(value).map(([name, one]) => [name, inner(one)] as const)
  return sameObject(
    value,
    entries.filter(([, one]) => !isNoValue(one)),
  )
}
