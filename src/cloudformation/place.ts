import type { Origin } from '../documents/policy.js'
import type { Route } from '../tree/node.js'
import type { JsonObject } from '../tree/value.js'
import type { Included } from './includes.js'
import type { Declared } from './language/loops.js'

/** Where a template stands. */
export interface TemplatePlace {
  readonly path: string
  readonly base: number
  readonly syntax: 'yaml' | undefined
  /** The route of the template in its document. */
  readonly at: Route
  /** Why nothing in it can be edited; null where it is a source. */
  readonly printed: string | null
}

/** Where a resource is declared. */
export interface Place {
  readonly path: string
  readonly base: number
  readonly syntax: 'yaml' | undefined
  /** The route of the resource in its document. */
  readonly at: Route
  /** Its logical id, behind those of the stacks that nest it. */
  readonly id: string
  /** Why the template cannot be edited, though it is written out; null where it can. */
  readonly generated: string | null
}

/** Where a policy document stands. */
export type DocumentPlace = Pick<Origin, 'path' | 'base' | 'at'>

/** What a resource's place is made from. */
export interface PlaceContext {
  readonly where: TemplatePlace
  readonly included: Included
  readonly prefix: string
  readonly generated: string | null
}

export function placeOf({ id, resource, at }: Declared, { where, included, prefix, generated }: PlaceContext): Place {
  const { path, base, syntax } = where
  const own = included.placeOf(resource) ?? { path, base, syntax, at }
  const made = included.placeOf(resource)?.made ?? generated
  return { ...own, id: prefix + id, generated: made }
}

/** @param below the route within the resource */
export function originOf({ path, base, syntax, at, id, generated }: Place, below: Route): Origin {
  return {
    source: 'cloudformation',
    path,
    at: [...at, ...below],
    base,
    address: id,
    wrapped: false,
    ...(syntax === undefined ? {} : { syntax }),
    ...(generated === null ? {} : { generated }),
  }
}

/**
 * Where the policy document of a resource is written: it, or all properties, may be included from another file. One that is
 * made of several has the place of the last as a whole.
 */
export function documentOrigin(place: Place, properties: JsonObject, included: Included): Origin {
  const name = 'PolicyDocument'
  const own = included.placeOf(properties[name])
  const around = included.placeOf(properties)
  if (own !== null) return { ...originOf({ ...place, ...own }, []), wrapped: own.made !== undefined }
  if (around === null) return originOf(place, ['Properties', name])
  return originOf({ ...place, ...around }, around.made === undefined ? [name] : [])
}

/** Whether a document stands at a place, or what functions make a text of, which then has their names behind it. */
export function isAt(place: DocumentPlace, { path, base, at }: Origin): boolean {
  return path === place.path && base === place.base && at.every((step, i) => step === place.at[i])
}
