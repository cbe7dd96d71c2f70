import { effectiveMembers, type Value } from './value.js'

/** How deep types are compared; what lies deeper is taken to fit. */
const MAX_DEPTH = 20

/**
 * Whether Terraform finds one type for several values, as it must for the results of a conditional and for the elements
 * of a list (cty, `convert.Unify`). False only where it certainly does not: what is not known fits everything.
 */
export function haveOneType(values: readonly Value[], depth = 0): boolean {
  const open = (value: Value) => value.kind === 'unknown' || value.kind === 'null' || value.kind === 'repeated'
  const known = values
    .flatMap((value) => (value.kind === 'oneOf' ? value.options : [value]))
    .filter((one) => !open(one))
  if (depth > MAX_DEPTH || known.length < 2) return true
  const objects = known.filter((value) => value.kind === 'object')
  const tuples = known.filter((value) => value.kind === 'tuple')
  if (objects.length + tuples.length === 0) return true
  if (objects.length === known.length) return objectsFit(objects, depth)
  return tuples.length === known.length && tuplesFit(tuples, depth)
}

/** Objects with the same attributes fit by attribute; others only as maps, whose elements are of one type. */
function objectsFit(objects: readonly Extract<Value, { kind: 'object' }>[], depth: number): boolean {
  if (objects.some(({ open }) => open)) return true
  const maps = objects.map((object) => new Map(effectiveMembers(object).map((one) => [one.name, one.value])))
  const names = new Set(maps.flatMap((map) => [...map.keys()]))
  if (maps.every((map) => map.size === names.size)) {
    return [...names].every((name) => {
      const values = maps.flatMap((map) => map.get(name) ?? [])
      return haveOneType(values, depth + 1)
    })
  }
  return haveOneType(
    maps.flatMap((map) => [...map.values()]),
    depth + 1,
  )
}

/** Tuples of the same length fit by place; others only as lists. */
function tuplesFit(tuples: readonly Extract<Value, { kind: 'tuple' }>[], depth: number): boolean {
  if (tuples.some(({ items }) => items.some(({ kind }) => kind === 'repeated'))) return true
  const [first] = tuples
  const length = first?.items.length ?? 0
  if (tuples.every(({ items }) => items.length === length)) {
    return Array.from({ length }, (_, i) => tuples.flatMap(({ items }) => items[i] ?? [])).every((values) =>
      haveOneType(values, depth + 1),
    )
  }
  return haveOneType(
    tuples.flatMap(({ items }) => items),
    depth + 1,
  )
}
