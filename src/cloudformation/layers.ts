import { duplicateIn, markDuplicate } from '../iam/duplicates.js'
import { isObject, type JsonObject, member } from '../tree/value.js'
import type { Included } from './includes.js'
import { copyOf, MAX_DEPTH } from './language/copy.js'

/** Why nothing is edited that several items of a list come to together. */
export const LAYERED = 'several items of the list "resources" make it together: change it in the one that says this'

/**
 * The items of a list as Serverless makes one of them, by `_.merge` of Lodash (`mergeArrays`): members of objects by name,
 * items of lists by index, and else what a later one says. What only one of them says stays the same object.
 *
 * @param included knows where the items are written, and gets to know of what several make that it is none of the one alone
 */
export function layered(items: readonly JsonObject[], included: Included): JsonObject {
  const layers = new Layers(included)
  const [first = {}, ...others] = items
  return others.reduce((below, item) => layers.object(below, item, 0), first)
}

/** Puts values over others. What it made itself it changes in its place, so that many items take no longer than they are. */
class Layers {
  readonly #included: Included
  readonly #objects = new Set<object>()
  readonly #lists = new Set<unknown[]>()

  constructor(included: Included) {
    this.#included = included
  }

  object(below: JsonObject, above: JsonObject, depth: number): JsonObject {
    const made = (this.#objects.has(below) ? below : copyOf(below, Object.entries(below))) as Record<string, unknown>
    this.#objects.add(made)
    for (const [name, value] of Object.entries(above)) {
      // It is no name of anything in a template.
      if (name !== '__proto__') made[name] = this.#over(member(made, name), value, depth + 1)
    }
    const duplicate = duplicateIn(above)
    if (duplicate !== null) markDuplicate(made, duplicate)
    const place = this.#included.placeOf(above)
    if (place !== null) this.#included.placeMade(made, { ...place, made: LAYERED })
    return made
  }

  #over(below: unknown, above: unknown, depth: number): unknown {
    if (below === above || depth > MAX_DEPTH || typeof above !== 'object' || above === null) return above
    if (Array.isArray(below)) return this.#list(below, above, depth)
    return isObject(below) && isObject(above) ? this.object(below, above, depth) : above
  }

  /** Into a list an object puts what it has under the indexes; its other members are none of the list's. */
  #list(below: unknown[], above: object, depth: number): readonly unknown[] {
    const made = this.#lists.has(below) ? below : [...below]
    this.#lists.add(made)
    for (const [name, value] of Object.entries(above)) {
      if (name === 'length' && Number(value) >= 0 && Number(value) < made.length)
        made.length = Math.floor(Number(value))
      else if (INDEX.test(name)) {
        // A place that nothing was put in is null in the template, as in any JSON.
        while (made.length < Number(name)) made.push(null)
        made[Number(name)] = this.#over(made[Number(name)], value, depth + 1)
      }
    }
    return made
  }
}

/** No policy has more statements. */
const INDEX = /^(?:0|[1-9]\d{0,3})$/
