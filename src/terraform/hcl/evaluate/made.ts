import { isPlain } from '../../../iam/text/text.js'
import { chainOf, madeOf, madeOfText, madeOfValue, type Scope } from '../modules/index.js'
import type { Expr, ForExpr } from '../syntax/index.js'
import { allMade, type Made, type Value, withMade } from '../values/index.js'

/**
 * The value of an expression with what it is made of, as far as it is not known: of a choice that is what chooses, of a
 * repetition what is repeated over, since the rest shows in the value.
 */
export function traced(value: Value, expr: Expr, scope: Scope): Value {
  switch (expr.kind) {
    case 'literal':
    case 'tuple':
      return value
    case 'object': {
      const open = expr.elements.filter(({ name }) => name === null)
      const isOpen = value.kind === 'object' && value.open
      return isOpen
        ? withMade(
            value,
            madeOf(
              open.flatMap((one) => [one.key, one.value]),
              scope,
            ),
          )
        : value
    }
    case 'template':
      return value.made === undefined && isOpen(value) ? withMade(value, madeOfText(expr.parts, scope)) : value
    case 'variable':
    case 'get':
    case 'index':
      return isOpen(value) ? named(value, expr, scope) : value
    case 'conditional':
      if (value.kind === 'oneOf') return withMade(value, allMade([value.made, madeOf([expr.condition], scope)]))
      return value.kind === 'unknown' && value.made === undefined ? withMade(value, madeOf([expr], scope)) : value
    case 'for':
      return looped(value, expr, scope)
    default:
      return called(value, madeOf([expr], scope))
  }
}

function isOpen(value: Value): boolean {
  return value.kind === 'unknown' || value.kind === 'oneOf' || (value.kind === 'string' && !isPlain(value.text))
}

/** A value that a name leads to keeps what it was made of; a step that picks something is a part of that. */
function named(value: Value, expr: Expr, scope: Scope): Value {
  const isPicked = chainOf(expr).steps.some((step) => typeof step !== 'string')
  if (value.made !== undefined && !isPicked) return value
  return withMade(value, allMade([value.made, madeOfValue(expr, scope)]))
}

function looped(value: Value, expr: ForExpr, scope: Scope): Value {
  if (value.kind !== 'tuple') return called(value, madeOf([expr], scope))
  return withItems(value, madeOf([expr.collection, ...(expr.condition === null ? [] : [expr.condition])], scope))
}

/** The items that may not be there, with what decides that. */
function withItems(value: Extract<Value, { kind: 'tuple' }>, made: Made): Value {
  if (value.items.every(({ kind }) => kind !== 'repeated')) return value
  const items = value.items.map((item) =>
    item.kind === 'repeated' && item.made === undefined ? withMade(item, made) : item,
  )
  return { ...value, items }
}

/** What a function or an operator gives. */
function called(value: Value, made: Made): Value {
  switch (value.kind) {
    case 'null':
    case 'primitive':
    case 'json':
      return value
    case 'string':
      return isPlain(value.text) ? value : withMade(value, made)
    case 'tuple':
      return withMade(withItems(value, made), made)
    default:
      return withMade(value, made)
  }
}
