import { compareText } from '../../../text/compare.js'
import { itemOf } from './another.js'
import { allMade, type Made, optionMade, withMade } from './made.js'
import {
  effectiveMembers,
  failing,
  knownString,
  memberNamed,
  type Name,
  type OneOfValue,
  oneOf,
  plainString,
  primitive,
  unknown,
  unnamed,
  type Value,
} from './value.js'

export interface Entry {
  readonly key: Value
  readonly value: Value
}

/** The entries of a list, set or map when it is known which there are; else null. */
export function entriesOf(collection: Value): readonly Entry[] | null {
  if (collection.kind === 'tuple') {
    if (collection.items.some(({ kind }) => kind === 'repeated')) return null
    const isSet = collection.shape === 'set'
    return collection.items.map((value, index) => ({ key: isSet ? value : primitive(index), value }))
  }
  if (collection.kind !== 'object' || collection.open) return null
  // Terraform visits maps in the order of their keys.
  return [...effectiveMembers(collection)]
    .sort((a, b) => compareText(a.name, b.name))
    .map(({ name, value }) => ({ key: plainString(name), value }))
}

const indices = new WeakMap<Value, ReadonlyMap<string, Value> | null>()

/** The values of a `for_each` by key: the elements of a set are their own keys. Null when it is not known. */
export function eachIndex(collection: Value): ReadonlyMap<string, Value> | null {
  const known = indices.get(collection)
  if (known !== undefined) return known
  const index = makeIndex(collection)
  indices.set(collection, index)
  return index
}

function makeIndex(collection: Value): ReadonlyMap<string, Value> | null {
  const entries = entriesOf(collection)
  if (entries === null) return null
  const index = new Map<string, Value>()
  for (const { key, value } of entries) {
    const name = knownString(collection.kind === 'tuple' ? value : key)
    if (name === null) return null
    index.set(name, value)
  }
  return index
}

/** `value.name` */
export function getAttribute(value: Value, name: string, token: Name): Value {
  switch (value.kind) {
    case 'object': {
      const found = memberNamed(value, name)
      if (found !== null) return found.value
      return value.open ? unknown(token) : failing(token)
    }
    case 'oneOf':
      return oneOf(
        value.options.map((option) => getAttribute(option, name, token)),
        value.origin,
        value.made,
      )
    case 'unknown':
      return value.fails ? failing(token) : unknown(token)
    case 'null':
      return failing(token)
    default:
      return unknown(token)
  }
}

/** `value[key]` */
export function getIndex(value: Value, key: Value, token: Name): Value {
  if (value.kind === 'oneOf') {
    return oneOf(
      value.options.map((option) => getIndex(option, key, token)),
      value.origin,
      value.made,
    )
  }
  const name = knownString(key)
  if (value.kind === 'object') {
    if (name !== null) return getAttribute(value, name, token)
    return value.open
      ? unknown(token)
      : choice(
          effectiveMembers(value).map((one) => one.value),
          token,
        )
  }
  if (value.kind === 'null' || (value.kind === 'unknown' && value.fails)) return failing(token)
  if (value.kind !== 'tuple') return unknown(token)
  const index = name === null ? Number.NaN : Number(name)
  const before = value.items.slice(0, Number.isInteger(index) ? index + 1 : value.items.length)
  if (Number.isInteger(index) && before.every(({ kind }) => kind !== 'repeated')) {
    const closed = value.items.every(({ kind }) => kind !== 'repeated')
    return value.items[index] ?? (closed && index >= 0 ? failing(token) : unknown(token))
  }
  return choice(
    value.items.map((item) => (item.kind === 'repeated' ? itemOf(item.body, token) : item)),
    token,
  )
}

/**
 * Whether `value[key]` may be an error: a key that is not known may be none of those that there are, and of items of which
 * nobody knows how many there are one may be none.
 */
export function mayMiss(value: Value, key: Value): boolean {
  if (value.kind === 'oneOf') return value.options.some((option) => mayMiss(option, key))
  const name = knownString(key)
  if (value.kind === 'object') return name === null
  if (value.kind !== 'tuple') return false
  const index = name === null ? Number.NaN : Number(name)
  return !Number.isInteger(index) || value.items.slice(0, index + 1).some(({ kind }) => kind === 'repeated')
}

function choice(options: readonly Value[], token: Name): Value {
  return options.length === 0 ? unknown(token) : oneOf(options, null)
}

/** Items that a value contributes to a list of lists: those of a list, of each option as possible ones. */
export function spread(value: Value): readonly Value[] {
  switch (value.kind) {
    case 'tuple':
      return value.items
    case 'object': {
      const values = effectiveMembers(value).map((one) => one.value)
      return value.open
        ? [...possibleAll(values, value.made), possible(unnamed('a further member'), value.made)]
        : values
    }
    case 'null':
      return []
    case 'oneOf':
      return eachOption(value, spread)
    case 'repeated':
      return possibleAll(spread(value.body), value.made)
    default:
      return [
        { kind: 'repeated', body: value.kind === 'unknown' ? value : unnamed('items of a list'), origin: value.origin },
      ]
  }
}

/**
 * An item that may be there or not.
 *
 * @param made what decides whether it is
 */
export function possible(item: Value, made?: Made): Value {
  if (item.kind !== 'repeated') return withMade<Value>({ kind: 'repeated', body: item, origin: item.origin }, made)
  return made === undefined ? item : withMade(item, allMade([item.made, made]))
}

/** The items of each option of a choice: they are there where the option is. */
export function eachOption(
  { options, made }: OneOfValue,
  itemsOf: (option: Value) => readonly Value[],
): readonly Value[] {
  return options.flatMap((option, i) => possibleAll(itemsOf(option), made && optionMade(made, i)))
}

/** Items each of which may be there or not, as the same decides. */
export function possibleAll(items: readonly Value[], made?: Made): readonly Value[] {
  return items.map((item) => possible(item, made))
}
