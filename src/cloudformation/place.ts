import type { Origin } from '../documents/policy.js'
import type { Route } from '../tree/node.js'

/** Where a resource is declared. */
export interface Place {
  readonly path: string
  readonly base: number
  readonly syntax: 'yaml' | undefined
  /** The route of the resource in its document. */
  readonly at: Route
  readonly id: string
  /** Why the template cannot be edited, though it is written out; null where it can. */
  readonly generated: string | null
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
