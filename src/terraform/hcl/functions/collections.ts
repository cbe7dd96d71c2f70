import { compareText } from '../../../text/compare.js'
import {
  decideCondition,
  distinctItems,
  eachOption,
  effectiveMembers,
  entriesOf,
  equals,
  failing,
  getIndex,
  isKnown,
  knownString,
  listOf,
  loosen,
  type Member,
  numberIn,
  oneOf,
  possible,
  possibleAll,
  primitive,
  type SourceOrigin,
  setOf,
  spread,
  type TupleValue,
  toPrimitive,
  tuple,
  unified,
  unnamed,
  type Value,
} from '../values/index.js'
import { characters } from './characters.js'
import type { PureFunction } from './engines.js'

const same: PureFunction = ([value]) => value ?? null

/** Functions over lists, sets and maps. */
export const LIST_FUNCTIONS: Readonly<Record<string, PureFunction>> = {
  concat: (args, origin) => concatenated(args, origin),
  flatten: ([list], origin) => (list === undefined ? null : tuple(flatten(list, 0), origin)),
  compact: ([list], origin) => {
    return list === undefined ? null : listOf(spread(list).flatMap(compactItem).map(asText), origin)
  },
  distinct: ([list], origin) => unique(list, origin),
  toset: ([list], origin) => (list === undefined ? null : setOf(spread(list), list.origin ?? origin)),
  setunion: (args, origin) => setOf(args.flatMap(spread), origin),
  tolist: ([list], origin) => (list === undefined ? null : listOf(spread(list), list.origin ?? origin)),
  tomap: ([map]) => (map === undefined ? null : asMap(map)),
  sensitive: same,
  nonsensitive: same,
  ephemeralasnull: same,
  sort: ([list], origin) => sorted(list, origin),
  reverse: ([list], origin) => (list?.kind === 'tuple' ? sliceOf(list, [...list.items].reverse(), origin) : null),
  keys: ([map], origin) => {
    const entries = map?.kind === 'object' ? entriesOf(map) : null
    return (
      entries &&
      tuple(
        entries.map(({ key }) => key),
        origin,
      )
    )
  },
  values: ([map], origin) => {
    if (map?.kind !== 'object') return null
    const entries = entriesOf(map)
    return tuple(entries?.map(({ value }) => value) ?? spread(map), origin)
  },
  length: ([value], origin) => lengthOf(value, origin),
  element: ([list, index]) => {
    if (list?.kind !== 'tuple' || index === undefined || list.items.length === 0) return null
    const at = numberIn(knownString(index)) ?? Number.NaN
    return getIndex(list, primitive(at % list.items.length), 'an item')
  },
  one: ([list]) => {
    if (list?.kind !== 'tuple') return null
    const [item] = list.items
    if (item === undefined) return { kind: 'null', origin: null }
    return item.kind === 'repeated' ? oneOf([item.body, { kind: 'null', origin: null }], null) : item
  },
  lookup: ([map, key, fallback]) => lookup(map, key, fallback),
  coalesce: (args) => coalesce(args, (value) => value.kind === 'null' || knownString(value) === ''),
  coalescelist: (args) => coalesce(args, (value) => value.kind === 'null' || isEmptyList(value)),
  contains: ([list, wanted], origin) => contains(list, wanted, origin),
  alltrue: ([list], origin) => quantified(list, true, origin),
  anytrue: ([list], origin) => quantified(list, false, origin),
  zipmap: ([names, values], origin) => zipmap(names, values, origin),
  range: (args, origin) => range(args, origin),
  slice: ([list, from, to], origin) => {
    if (list?.kind !== 'tuple' || list.items.some(({ kind }) => kind === 'repeated')) return null
    const start = numeric(from)
    const end = numeric(to)
    return start === null || end === null ? null : sliceOf(list, list.items.slice(start, end), origin)
  },
}

function numeric(value: Value | undefined): number | null {
  const number = value === undefined ? null : numberIn(knownString(value))
  return number === null || Number.isNaN(number) ? null : number
}

function flatten(value: Value, depth: number): readonly Value[] {
  if (depth > 20) return [possible(unnamed('nested lists'))]
  if (value.kind === 'tuple') return value.items.flatMap((item) => flattenItem(item, depth))
  return value.kind === 'oneOf' ? eachOption(value, (option) => flatten(option, depth + 1)) : spread(value)
}

function flattenItem(item: Value, depth: number): readonly Value[] {
  if (item.kind === 'tuple') return flatten(item, depth + 1)
  if (item.kind === 'repeated') return possibleAll(flattenItem(item.body, depth + 1), item.made)
  if (item.kind === 'oneOf') return eachOption(item, (option) => flattenItem(option, depth + 1))
  return [item.kind === 'unknown' ? possible(item) : item]
}

/** Empty strings and null are left out. */
function compactItem(item: Value): readonly Value[] {
  if (item.kind === 'null' || knownString(item) === '') return []
  if (item.kind === 'oneOf') return eachOption(item, compactItem)
  return [item.kind === 'unknown' ? possible(item) : item]
}

function unique(list: Value | undefined, origin: SourceOrigin): Value | null {
  if (list === undefined) return null
  const items = unified(spread(list))
  const mayEqual = (item: Value) =>
    items.length > MAX_COMPARED || items.some((other) => other !== item && equals(item, other) !== false)
  return listOf(distinctItems(items, mayEqual), list.origin ?? origin)
}

/** Comparing every item with every other one takes the square of their number. */
const MAX_COMPARED = 100

function concatenated(args: readonly Value[], origin: SourceOrigin): Value {
  const joined = tuple(args.flatMap(spread), origin)
  return args.some((one) => one.kind === 'tuple' && one.shape === 'tuple') ? { ...joined, shape: 'tuple' } : joined
}

/** A part of a list is a list, one of a tuple a tuple. */
function sliceOf({ shape }: TupleValue, items: readonly Value[], origin: SourceOrigin): Value {
  return shape === undefined
    ? tuple(items, origin)
    : { ...tuple(items, origin), shape: shape === 'tuple' ? shape : 'list' }
}

function asText(item: Value): Value {
  return item.kind === 'repeated' ? item : toPrimitive(item, 'string')
}

/** The members of a map are of one type. */
function asMap(value: Value): Value {
  if (value.kind !== 'object') return loosen(value)
  const members = effectiveMembers(value)
  const values = unified(members.map((one) => one.value))
  return { ...value, shape: 'map', members: members.map((one, i) => ({ ...one, value: values[i] ?? one.value })) }
}

function sorted(list: Value | undefined, origin: SourceOrigin): Value | null {
  if (list?.kind !== 'tuple') return null
  const keyed = list.items.map((item) => ({ item, text: knownString(item) }))
  // An item that may stand anywhere stands first and may be there or not: no place is certain then.
  if (keyed.length > 1 && keyed.some(({ text }) => text === null)) {
    const open = keyed.filter(({ text }) => text === null)
    const known = keyed.filter(({ text }) => text !== null)
    return listOf([...open.map(({ item }) => possible(item)), ...known.map(({ item }) => item)], origin)
  }
  return listOf(
    keyed.sort((a, b) => compareText(a.text ?? '', b.text ?? '')).map(({ item }) => asText(item)),
    origin,
  )
}

function lengthOf(value: Value | undefined, origin: SourceOrigin): Value | null {
  if (value?.kind === 'tuple' && value.items.every(({ kind }) => kind !== 'repeated'))
    return primitive(value.items.length, origin)
  if (value?.kind === 'object' && !value.open) return primitive(effectiveMembers(value).length, origin)
  const text = value?.kind === 'string' ? knownString(value) : null
  if (text !== null) return primitive(characters(text).length, origin)
  if (value?.kind === 'oneOf') {
    const options = value.options.map((option) => lengthOf(option, origin))
    return options.every((option) => option !== null) ? oneOf(options, origin) : null
  }
  return null
}

function lookup(map: Value | undefined, key: Value | undefined, fallback: Value | undefined): Value | null {
  const name = key === undefined ? null : knownString(key)
  if (map?.kind !== 'object' || key === undefined) {
    return map?.kind === 'oneOf'
      ? oneOf(
          map.options.map((option) => lookup(option, key, fallback) ?? unnamed('a member')),
          null,
        )
      : null
  }
  // The default is converted to the type of a map's members.
  const standIn = fallback === undefined ? [] : [map.shape === 'object' ? fallback : loosen(fallback)]
  // A key that is not known may be none of those that there are.
  if (name === null) return oneOf([getIndex(map, key, 'a member'), ...standIn], null)
  const found = effectiveMembers(map).find((one) => one.name === name)
  if (found !== undefined) return found.value
  return map.open ? oneOf([unnamed('a member'), ...standIn], null) : (standIn[0] ?? null)
}

/** The first value that is not empty; an undecided one leaves the later ones possible. */
function coalesce(args: readonly Value[], isEmpty: (value: Value) => boolean): Value | null {
  const options: Value[] = []
  for (const arg of args) {
    if (isEmpty(arg)) continue
    for (const option of arg.kind === 'oneOf' ? arg.options : [arg]) if (!isEmpty(option)) options.push(option)
    if (arg.kind !== 'unknown' && arg.kind !== 'oneOf') break
  }
  return options.length === 0
    ? failing('a list of nothing but empty values')
    : oneOf(args.length === 1 ? options : options.map((option) => unified([option, ...args])[0] ?? option), null)
}

function isEmptyList(value: Value): boolean {
  return value.kind === 'tuple' && value.items.length === 0
}

function contains(list: Value | undefined, wanted: Value | undefined, origin: SourceOrigin): Value | null {
  if (list?.kind !== 'tuple' || wanted === undefined) return null
  const results = list.items.map((item) => (item.kind === 'repeated' ? null : equals(item, wanted)))
  if (results.includes(true)) return primitive(true, origin)
  return results.every((one) => one === false) ? primitive(false, origin) : null
}

function quantified(list: Value | undefined, all: boolean, origin: SourceOrigin): Value | null {
  if (list?.kind !== 'tuple') return null
  const results = list.items.map((item) => (item.kind === 'repeated' ? null : decideCondition(item)))
  if (results.includes(!all)) return primitive(!all, origin)
  return results.every((one) => one === all) ? primitive(all, origin) : null
}

function zipmap(names: Value | undefined, values: Value | undefined, origin: SourceOrigin): Value | null {
  if (names?.kind !== 'tuple' || values?.kind !== 'tuple' || !isKnown(names)) return null
  const members: Member[] = names.items.flatMap((name, i) => {
    const value = values.items[i]
    return value === undefined ? [] : [{ name: knownString(name) ?? '', value, origin: null }]
  })
  return { kind: 'object', members, open: false, origin }
}

function range(args: readonly Value[], origin: SourceOrigin): Value | null {
  const numbers = args.map(numeric)
  const [first, second, third] = numbers
  if (first === null || first === undefined || second === null || third === null) return null
  const [from, to] = second === undefined ? [0, first] : [first, second]
  const step = third ?? (to >= from ? 1 : -1)
  const count = step === 0 ? Number.NaN : Math.ceil((to - from) / step)
  if (!(count >= 0 && count <= MAX_RANGE)) return null
  return listOf(
    Array.from({ length: count }, (_, i) => primitive(from + i * step)),
    origin,
  )
}

const MAX_RANGE = 1024
