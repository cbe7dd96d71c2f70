import type { Route } from '../tree/node.js'
import { isObject, type JsonObject } from '../tree/value.js'

/** A resource, with the route at which it is written; several that a loop makes share one. */
export interface Declared {
  readonly id: string
  readonly resource: unknown
  readonly at: Route
}

const LOOP = 'Fn::ForEach::'
/** A template has at most 500 resources (CloudFormation User Guide, "Understand CloudFormation quotas"). */
const MAX_DECLARED = 500
const MAX_NESTED = 8

/** The resources of a template, those that loops of the language extensions make included. */
export function declaredIn(resources: JsonObject, at: Route, depth = 0): readonly Declared[] {
  const found: Declared[] = []
  for (const [id, resource] of Object.entries(resources)) {
    const made = id.startsWith(LOOP) && depth < MAX_NESTED ? loopOf(resource, [...at, id], depth) : null
    if (made === null) found.push({ id, resource, at: [...at, id] })
    else found.push(...made)
  }
  return found
}

/** `[name, list, body]`; null where it is no loop. A list that is not known counts as one of one unknown item. */
function loopOf(loop: unknown, at: Route, depth: number): readonly Declared[] | null {
  if (!Array.isArray(loop)) return null
  const [name, list, body] = loop
  if (typeof name !== 'string' || !isObject(body)) return null
  const items = Array.isArray(list) && list.every((item) => typeof item === 'string') ? list : [name]
  const found: Declared[] = []
  for (const item of items) {
    if (found.length >= MAX_DECLARED) break
    const inner = declaredIn(body, [...at, 2], depth + 1)
    found.push(
      ...inner.map(({ id, resource, at: route }) => ({
        id: filled(id, name, item),
        resource: filledValue(resource, name, item),
        at: route,
      })),
    )
  }
  return found.slice(0, MAX_DECLARED)
}

function filled(text: string, name: string, item: string): string {
  // `&{Name}` leaves out what a logical id cannot have.
  return text.replaceAll(`\${${name}}`, item).replaceAll(`&{${name}}`, item.replace(/[^A-Za-z0-9]/g, ''))
}

const MAX_DEPTH = 100

function filledValue(value: unknown, name: string, item: string, depth = 0): unknown {
  if (typeof value === 'string') return filled(value, name, item)
  if (typeof value !== 'object' || value === null || depth > MAX_DEPTH) return value
  if (Array.isArray(value)) return value.map((one) => filledValue(one, name, item, depth + 1))
  const entries = Object.entries(value)
  const [only] = entries
  if (entries.length === 1 && only?.[0] === 'Ref' && only[1] === name) return item
  return Object.fromEntries(
    entries.map(([key, inner]) => [filled(key, name, item), filledValue(inner, name, item, depth + 1)]),
  )
}
