import type { Value } from './value.js'

const weights = new WeakMap<Value, number>()

/**
 * The work that going through values takes, in steps: values share their parts, so that a few lines of source can make
 * a list of billions of items. Counted once for each part.
 */
export function weightOf(values: readonly Value[]): number {
  return Math.floor(values.reduce((sum, value) => sum + itemsIn(value), 0) / ITEMS_PER_STEP)
}

/** Going through an item takes far less than evaluating an expression. */
const ITEMS_PER_STEP = 16

/** How many characters count as much as an item of a list. */
const CHARACTERS_PER_ITEM = 64

function itemsIn(value: Value): number {
  // Without parts it is counted faster than looked up.
  if (value.kind === 'string' || value.kind === 'primitive') return 1 + partsOf(value)
  const known = weights.get(value)
  if (known !== undefined) return known
  const items = 1 + partsOf(value)
  weights.set(value, items)
  return items
}

function partsOf(value: Value): number {
  switch (value.kind) {
    case 'string':
      return typeof value.text === 'string' ? value.text.length / CHARACTERS_PER_ITEM : value.text.length
    case 'tuple':
      return sum(value.items)
    case 'object':
      return value.members.reduce((total, one) => total + itemsIn(one.value), 0)
    case 'oneOf':
      return sum(value.options)
    case 'repeated':
      return itemsIn(value.body)
    case 'json':
      return itemsIn(value.document)
    default:
      return 0
  }
}

function sum(values: readonly Value[]): number {
  return values.reduce((total, value) => total + itemsIn(value), 0)
}
