import { duplicateIn, markDuplicate } from '../iam/duplicates.js'
import { isObject, type JsonObject, member, memberAt } from '../tree/value.js'
import { intrinsic, isNoValue } from './calls.js'

/** What the expressions of a template refer to. */
export interface Scope {
  readonly resources: JsonObject
  /** What a parameter is known to be: the one value that it allows. */
  readonly parameter: (name: string) => string | null
  readonly mappings: unknown
}

export const NO_SCOPE: Scope = { resources: {}, parameter: () => null, mappings: undefined }

export function scopeOf(template: JsonObject, resources: JsonObject): Scope {
  const parameters = member(template, 'Parameters')
  const known = (name: string): string | null => {
    const allowed = memberAt(parameters, name, 'AllowedValues')
    if (!Array.isArray(allowed) || allowed.length !== 1) return null
    const [only] = allowed
    return typeof only === 'string' || typeof only === 'number' ? String(only) : null
  }
  return { resources, parameter: known, mappings: member(template, 'Mappings') }
}

/** No policy nests as deep, not even with expressions. */
const MAX_DEPTH = 100

/**
 * A document with what its template knows in the place of expressions: values of mappings under literal keys, and
 * without what `AWS::NoValue` leaves out. Statements keep their places in their list.
 */
export function resolved(value: unknown, scope: Scope, depth = 0): unknown {
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return value
  const found = mapped(value, scope)
  if (found !== undefined) return found
  if (Array.isArray(value)) return sameOr(value, resolvedItems(value, scope, depth))
  const entries = Object.entries(value)
  const changed = entries
    .filter(([, inner]) => !isNoValue(inner))
    .map(([name, inner]) => {
      const isList = name === 'Statement' && Array.isArray(inner)
      const items = isList ? inner.map((one) => resolved(one, scope, depth + 1)) : null
      return [name, items === null ? resolved(inner, scope, depth + 1) : sameOr(inner, items)] as const
    })
  if (changed.length === entries.length && changed.every(([, inner], i) => inner === entries[i]?.[1])) return value
  const object = Object.fromEntries(changed)
  const duplicate = duplicateIn(value)
  if (duplicate !== null) markDuplicate(object, duplicate)
  return object
}

function resolvedItems(list: readonly unknown[], scope: Scope, depth: number): readonly unknown[] {
  // The branches of Fn::If are found by their place.
  const isBranches = list.length === 3 && typeof list[0] === 'string' && list.some(isNoValue)
  const kept = isBranches ? list : list.filter((item) => !isNoValue(item))
  return kept.map((item) => (isNoValue(item) ? item : resolved(item, scope, depth + 1)))
}

function sameOr(list: unknown, items: readonly unknown[]): unknown {
  const isSame = Array.isArray(list) && list.length === items.length && items.every((item, i) => item === list[i])
  return isSame ? list : items
}

/** What `Fn::FindInMap` under literal keys finds; under the Region only where all Regions have the same. */
export function mapped(value: unknown, { mappings }: Scope): unknown {
  const call = intrinsic(value)
  if (call?.name !== 'Fn::FindInMap' || !Array.isArray(call.argument)) return undefined
  const [name, top, second] = call.argument
  if (typeof name !== 'string' || typeof second !== 'string') return undefined
  const map = member(mappings, name)
  if (typeof top === 'string') return known(memberAt(map, top, second))
  if (intrinsic(top) === null || !isObject(map)) return undefined
  const [first, ...others] = Object.values(map).map((one) => memberAt(one, second))
  return others.every((one) => JSON.stringify(one) === JSON.stringify(first)) ? known(first) : undefined
}

function known(value: unknown): unknown {
  const isText = (one: unknown) => ['string', 'number', 'boolean'].includes(typeof one)
  return isText(value) || (Array.isArray(value) && value.every(isText)) ? value : undefined
}
