import type { Expr } from './ast.js'
import type { Context, Scope } from './context.js'
import { effectiveMembers, type Member, type Value } from './value.js'

/**
 * Fills in what a type constraint adds to a value: attributes declared `optional(TYPE, default)`. Without it, conditions
 * over such attributes would stay open and the wrong one of two documents could be taken.
 */
export function applyType(value: Value, type: Expr, scope: Scope, context: Context): Value {
  if (type.kind !== 'call' || !context.spend(1)) return value
  if (value.kind === 'alt') {
    return { ...value, options: value.options.map((option) => applyType(option, type, scope, context)) }
  }
  const [inner] = type.args
  if (inner === undefined) return value
  if (type.name === 'object' && inner.kind === 'object') return withAttributes(value, inner.elements, scope, context)
  if (type.name === 'list' || type.name === 'set')
    return mapItems(value, (item) => applyType(item, inner, scope, context))
  if (type.name === 'map') return mapMembers(value, (item) => applyType(item, inner, scope, context))
  if (type.name === 'tuple' && inner.kind === 'tuple' && value.kind === 'tuple') {
    const items = value.items.map((item, i) => {
      const of = inner.items[i]
      return of === undefined ? item : applyType(item, of, scope, context)
    })
    return { ...value, items }
  }
  return value
}

function mapItems(value: Value, change: (item: Value) => Value): Value {
  if (value.kind !== 'tuple') return value
  const items = value.items.map((item) => (item.kind === 'gen' ? { ...item, body: change(item.body) } : change(item)))
  return { ...value, items }
}

function mapMembers(value: Value, change: (item: Value) => Value): Value {
  if (value.kind !== 'object') return value
  return { ...value, members: value.members.map((one) => ({ ...one, value: change(one.value) })) }
}

function withAttributes(
  value: Value,
  attributes: readonly { readonly name: string | null; readonly value: Expr }[],
  scope: Scope,
  context: Context,
): Value {
  if (value.kind !== 'object') return value
  const present = new Map(effectiveMembers(value).map((one) => [one.name, one]))
  const members: Member[] = [...value.members]
  for (const { name, value: declared } of attributes) {
    if (name === null) continue
    const optional = declared.kind === 'call' && declared.name === 'optional'
    const type = optional ? (declared.args[0] ?? declared) : declared
    const fallback = optional ? (declared.args[1] ?? null) : null
    const given = present.get(name)
    const missing = given === undefined || (given.value.kind === 'null' && fallback !== null)
    if (!missing) {
      members.push({ ...given, value: applyType(given.value, type, scope, context) })
    } else if (optional && !value.open) {
      const made: Value = fallback === null ? { kind: 'null', origin: null } : context.evaluate(fallback, scope)
      members.push({ name, value: applyType(made, type, scope, context), origin: null })
    }
  }
  return { ...value, members }
}
