import { compareText } from '../../../text/compare.js'
import { heldNumber } from '../syntax/index.js'
import { possibleAll } from './collection.js'
import {
  effectiveMembers,
  knownString,
  plainString,
  primitive,
  type SourceOrigin,
  type TupleValue,
  unnamed,
  type Value,
} from './value.js'

/** A text that Terraform converts to a number, NaN for one that no double holds; null for every other text. */
export function numberIn(text: string | null): number | null {
  return text !== null && /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? heldNumber(text) : null
}

/** A text that Terraform converts to a bool. */
export function boolIn(text: string | null): boolean | null {
  if (text === 'true' || text === '1') return true
  return text === 'false' || text === '0' ? false : null
}

export type PrimitiveType = 'string' | 'number' | 'bool'

/** A value as it is converted to a primitive type; what cannot be read as one is left as it is, its type open. */
export function toPrimitive(value: Value, type: PrimitiveType): Value {
  if (value.kind !== 'string' && value.kind !== 'primitive') return value
  const text = knownString(value)
  if (type === 'string')
    return value.kind === 'primitive' ? plainString(String(value.value), value.origin) : exact(value)
  const made = type === 'number' ? numberIn(text) : boolIn(text)
  if (made === null) return { ...value, loose: true }
  return Number.isNaN(made) ? unnamed('a number', value.origin) : primitive(made, value.origin)
}

function exact<T extends Value>(value: T & { readonly loose?: true }): Value {
  const { loose: _, ...rest } = value
  return rest as Value
}

const loosened = new WeakMap<Value, Value>()

/** A value that may have been converted to another type of its kind: a list to a set, `true` to `"true"`. */
export function loosen(value: Value): Value {
  const known = loosened.get(value)
  if (known !== undefined) return known
  const made = makeLoose(value)
  loosened.set(value, made)
  return made
}

function makeLoose(value: Value): Value {
  switch (value.kind) {
    case 'string':
    case 'primitive':
      return { ...value, loose: true }
    case 'tuple':
      return { kind: 'tuple', items: value.items.map(loosen), origin: value.origin }
    case 'object': {
      const members = effectiveMembers(value).map((one) => ({ ...one, value: loosen(one.value) }))
      return { kind: 'object', members, open: value.open, origin: value.origin }
    }
    case 'oneOf':
      return { ...value, options: value.options.map(loosen) }
    case 'repeated':
      return { ...value, body: loosen(value.body) }
    default:
      return value
  }
}

/** Values as Terraform makes them to be of one type: results of a conditional, elements of a list. */
export function unified(values: readonly Value[]): readonly Value[] {
  const types = new Set(values.filter(({ kind }) => kind !== 'null').map(typeOf))
  if (types.size === 0 || (types.size === 1 && !types.has('other'))) return values
  if (types.has('string') && !types.has('other')) return values.map((value) => toPrimitive(value, 'string'))
  // A single value has nothing to be converted for.
  if (values.length === 1) return values
  return values.map((value) => (typeOf(value) === 'string' ? value : loosen(value)))
}

function typeOf(value: Value): PrimitiveType | 'other' {
  if (value.kind === 'string') return value.loose ? 'other' : 'string'
  if (value.kind !== 'primitive' || value.loose) return 'other'
  return typeof value.value === 'number' ? 'number' : 'bool'
}

export function listOf(items: readonly Value[], origin: SourceOrigin | null): TupleValue {
  return { kind: 'tuple', items: unified(items), shape: 'list', origin }
}

/** Elements in Terraform's order: texts by their characters, numbers by size. */
export function setOf(items: readonly Value[], origin: SourceOrigin | null): TupleValue {
  const different = distinctItems(unified(items), () => true)
  const known = different.filter(isScalar).sort(compareScalars)
  return { kind: 'tuple', items: [...different.filter((item) => !isScalar(item)), ...known], shape: 'set', origin }
}

/**
 * A list without what is there before. An item that may be the same as another one, or for a set may stand at another
 * place, is one that may be there or not, and stands first: then nothing is taken for the place of those behind it.
 */
export function distinctItems(items: readonly Value[], isOpen: (item: Value) => boolean): readonly Value[] {
  const seen = new Set<string>()
  const kept = items.filter((item) => {
    if (!isScalar(item)) return true
    const key = `${typeof knownValue(item)} ${knownString(item)}`
    const fresh = !seen.has(key)
    seen.add(key)
    return fresh
  })
  if (kept.length < 2 || kept.every(isScalar)) return kept
  const open = new Set(kept.filter((item) => !isScalar(item) && isOpen(item)))
  return [...possibleAll([...open]), ...kept.filter((item) => !open.has(item))]
}

function knownValue(value: Value): unknown {
  return value.kind === 'primitive' ? value.value : knownString(value)
}

function isScalar(value: Value): boolean {
  return knownString(value) !== null
}

function compareScalars(a: Value, b: Value): number {
  if (a.kind === 'primitive' && b.kind === 'primitive') return Number(a.value) - Number(b.value)
  return compareText(knownString(a) ?? '', knownString(b) ?? '')
}
