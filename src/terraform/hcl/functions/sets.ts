import {
  effectiveMembers,
  equals,
  failing,
  isKnown,
  knownString,
  listOf,
  numberIn,
  plainString,
  primitive,
  type SourceOrigin,
  setOf,
  type TupleValue,
  tuple,
  type Value,
} from '../values/index.js'
import type { PureFunction } from './engines.js'

/** Functions that combine lists and sets. They say nothing of lists in which anything is unknown. */
export const SET_FUNCTIONS: Readonly<Record<string, PureFunction>> = {
  setintersection: (args, origin) => ofScalars(args, origin, (first, others) => keep(first, others, true)),
  setsubtract: (args, origin) => ofScalars(args, origin, (first, others) => keep(first, others, false)),
  setproduct: (args, origin) => product(args, origin),
  chunklist: ([list, size], origin) => {
    const step = size === undefined ? null : numberIn(knownString(size))
    if (list === undefined || !isList(list) || step === null || !Number.isInteger(step) || step < 0) return null
    const { items } = list
    if (items.length === 0) return listOf([], origin)
    const length = step === 0 ? items.length : step
    const starts = Array.from({ length: Math.ceil(items.length / length) }, (_, i) => i * length)
    return listOf(
      starts.map((start) => listOf(items.slice(start, start + length), origin)),
      origin,
    )
  },
  index: ([list, wanted], origin) => {
    if (list === undefined || wanted === undefined || !isList(list)) return null
    for (const [at, item] of list.items.entries()) {
      const equal = equals(item, wanted)
      if (equal === null) return null
      if (equal) return primitive(at, origin)
    }
    return failing('an item that is not in the list')
  },
  matchkeys: ([values, keys, wanted], origin) => {
    if (![values, keys, wanted].every((one) => one !== undefined && isList(one))) return null
    const [list, names, search] = [values, keys, wanted] as TupleValue[]
    if (list === undefined || list.items.length !== names?.items.length) return null
    const texts = new Set(search?.items.map(knownString))
    return listOf(
      list.items.filter((_, i) => texts.has(knownString(names.items[i] ?? list))),
      origin,
    )
  },
  transpose: ([map], origin) => transposed(map, origin),
}

function isList(value: Value): value is TupleValue {
  return value.kind === 'tuple' && isKnown(value)
}

function ofScalars(
  args: readonly Value[],
  origin: SourceOrigin,
  combine: (first: readonly Value[], others: readonly ReadonlySet<string>[]) => readonly Value[],
): Value | null {
  const lists = args.flatMap((arg) => (isList(arg) ? [arg.items] : []))
  const [first, ...others] = lists
  if (first === undefined || lists.length < args.length) return null
  if (lists.flat().some((item) => knownString(item) === null)) return null
  const texts = others.map((items) => new Set(items.map((item) => knownString(item) ?? '')))
  return setOf(combine(first, texts), origin)
}

function keep(items: readonly Value[], others: readonly ReadonlySet<string>[], inAll: boolean): readonly Value[] {
  return items.filter((item) => {
    const text = knownString(item) ?? ''
    return inAll ? others.every((other) => other.has(text)) : !others.some((other) => other.has(text))
  })
}

const MAX_PRODUCT = 4096

/** Every combination, the last list running fastest; of sets the result is a set in an order that is not known here. */
function product(args: readonly Value[], origin: SourceOrigin): Value | null {
  const lists = args.flatMap((arg) => (isList(arg) ? [arg] : []))
  if (lists.length < 2 || lists.length < args.length || lists.every(({ shape }) => shape === 'set')) return null
  const count = lists.reduce((total, { items }) => total * items.length, 1)
  if (count > MAX_PRODUCT) return null
  const rows = lists.reduce<readonly (readonly Value[])[]>(
    (made, { items }) => made.flatMap((row) => items.map((item) => [...row, item])),
    [[]],
  )
  return tuple(
    rows.map((row) => ({ ...tuple(row, origin), shape: 'tuple' })),
    origin,
  )
}

/** A map of lists of texts, turned round: names and texts in the order of the alphabet. */
function transposed(map: Value | undefined, origin: SourceOrigin): Value | null {
  if (map?.kind !== 'object' || !isKnown(map)) return null
  const names = new Map<string, string[]>()
  for (const { name, value } of effectiveMembers(map)) {
    for (const item of value.kind === 'tuple' ? value.items : []) {
      const text = knownString(item)
      if (text === null) return null
      names.set(text, [...(names.get(text) ?? []), name])
    }
  }
  const members = [...names].map(([name, list]) => ({
    name,
    value: listOf(
      list.sort().map((text) => plainString(text)),
      origin,
    ),
    origin: null,
  }))
  return { kind: 'object', members, open: false, shape: 'map', origin }
}
