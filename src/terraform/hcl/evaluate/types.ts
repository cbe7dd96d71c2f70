import type { Context, Scope } from '../modules/index.js'
import type { Expr } from '../syntax/index.js'
import {
  effectiveMembers,
  failing,
  haveOneType,
  listOf,
  loosen,
  type Member,
  setOf,
  toPrimitive,
  unified,
  type Value,
} from '../values/index.js'

/**
 * A value as a type constraint makes it: attributes that the type does not have are dropped, those declared
 * `optional(TYPE, default)` filled in. In edited sources a value that the type refuses is an error.
 */
export function applyType(value: Value, type: Expr, scope: Scope, context: Context): Value {
  if (!context.spend(1)) return value
  if (value.kind === 'oneOf') {
    return { ...value, options: value.options.map((option) => applyType(option, type, scope, context)) }
  }
  if (context.sources.edited && isRefused(value, type)) return failing('a value that does not fit its type')
  if (type.kind === 'variable') return named(value, type.name)
  const [inner] = type.kind === 'call' ? type.args : []
  if (type.kind !== 'call' || inner === undefined) return loosen(value)
  if (type.name === 'object' && inner.kind === 'object') return withAttributes(value, inner.elements, scope, context)
  if (type.name === 'tuple' && inner.kind === 'tuple' && value.kind === 'tuple') {
    const items = value.items.map((item, i) => {
      const of = inner.items[i]
      return of === undefined ? item : applyType(item, of, scope, context)
    })
    return { ...value, items, shape: 'tuple' }
  }
  if (!COLLECTIONS.has(type.name)) return loosen(value)
  return collected(type.name, value, (item) => applyType(item, inner, scope, context))
}

const COLLECTIONS = new Set(['list', 'set', 'map'])

/** A type that is a bare name; `list`, `set` and `map` leave the type of their elements open. */
function named(value: Value, type: string): Value {
  if (type === 'string' || type === 'number' || type === 'bool') return toPrimitive(value, type)
  if (COLLECTIONS.has(type)) return collected(type, value, (item) => item)
  return type === 'any' ? value : loosen(value)
}

/** Elements of one type: what the type leaves open, they have in common. */
function collected(type: string, value: Value, change: (item: Value) => Value): Value {
  if (type === 'map' && value.kind === 'object') {
    const members = effectiveMembers(value)
    const values = unified(members.map((one) => change(one.value)))
    return { ...value, shape: 'map', members: members.map((one, i) => ({ ...one, value: values[i] ?? one.value })) }
  }
  if (type === 'map' || value.kind !== 'tuple') return value
  const items = value.items.map((item) =>
    item.kind === 'repeated' ? { ...item, body: change(item.body) } : change(item),
  )
  return type === 'set' ? setOf(items, value.origin) : listOf(items, value.origin)
}

/** Whether a type certainly takes no such value; elements and attributes are looked at one by one after that. */
function isRefused(value: Value, type: Expr): boolean {
  const compound = value.kind === 'object' || value.kind === 'tuple'
  if (type.kind === 'variable') return compound && ['string', 'number', 'bool'].includes(type.name)
  if (type.kind !== 'call' || !compound) return false
  const [inner] = type.args
  const elements = value.kind === 'tuple' ? value.items : effectiveMembers(value).map((one) => one.value)
  if (type.name === 'list' || type.name === 'set')
    return value.kind === 'object' || (isAny(inner) && !haveOneType(elements))
  if (type.name === 'map') return value.kind === 'tuple' || (isAny(inner) && !haveOneType(elements))
  if (type.name !== 'object' || inner?.kind !== 'object') return false
  if (value.kind === 'tuple') return true
  const names = new Set(effectiveMembers(value).map((one) => one.name))
  const required = inner.elements.filter((one) => one.name !== null && !isOptional(one.value))
  return !value.open && required.some(({ name }) => name !== null && !names.has(name))
}

function isAny(type: Expr | undefined): boolean {
  return type?.kind === 'variable' && type.name === 'any'
}

function isOptional(type: Expr): type is Extract<Expr, { kind: 'call' }> {
  return type.kind === 'call' && type.name === 'optional'
}

function withAttributes(
  value: Value,
  attributes: readonly { readonly name: string | null; readonly value: Expr }[],
  scope: Scope,
  context: Context,
): Value {
  if (value.kind !== 'object') return value
  const present = new Map(effectiveMembers(value).map((one) => [one.name, one]))
  const members: Member[] = []
  for (const { name, value: declared } of attributes) {
    if (name === null) return value
    const type = isOptional(declared) ? (declared.args[0] ?? declared) : declared
    const fallback = isOptional(declared) ? (declared.args[1] ?? null) : null
    const given = present.get(name)
    const missing = given === undefined || (given.value.kind === 'null' && fallback !== null)
    if (!missing) {
      members.push({ ...given, value: applyType(given.value, type, scope, context) })
    } else if (isOptional(declared) && !value.open) {
      const made: Value = fallback === null ? { kind: 'null', origin: null } : context.evaluate(fallback, scope)
      members.push({ name, value: applyType(made, type, scope, context), origin: null })
    }
  }
  return { ...value, members, shape: 'object' }
}
