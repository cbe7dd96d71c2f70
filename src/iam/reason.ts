import type { Condition } from './model.js'
import type { Tri } from './text/tri.js'

/** The declared assumptions, by id (docs/semantics.md, D32). */
export type AssumptionId = 'A1' | 'A2' | 'A3' | 'A4' | 'A5' | 'A6' | 'A7'

/** What would settle an unknown part. `id` groups, `key` is a lower-cased condition key. */
export type Unknown =
  | { readonly kind: 'context'; readonly key: string }
  | { readonly kind: 'account' }
  | { readonly kind: 'role' }
  | { readonly kind: 'role-id' }
  | { readonly kind: 'boundary' }
  | { readonly kind: 'canonical-user' }
  | { readonly kind: 'layers'; readonly missing: readonly string[] }
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'time' }
  | { readonly kind: 'object-state'; readonly key: string }
  | { readonly kind: 'invalid'; readonly problem: string }

/** Why one part of a statement came out as it did: facts only, the words are made elsewhere. */
export type Reason =
  /** `expression`: what decides whether the statement denies at all; null where Effect is not valid. */
  | { readonly part: 'effect'; readonly value: Tri; readonly expression: string | null }
  /** Two members of one element share this name. */
  | { readonly part: 'duplicate'; readonly value: 'U'; readonly name: string }
  | {
      readonly part: 'principal'
      readonly value: Tri
      readonly why:
        | 'everyone'
        | 'account'
        | 'names-role'
        | 'names-session'
        | 'no-match'
        | 'boundary'
        | 'session-not-listed'
        | 'complete-list'
        | 'incomplete-layers'
        | 'exempts-everyone'
        | 'not-listed'
        | 'unknown'
        | 'invalid'
      /** The entry that decides; of everybody the form that is written, `*` or `{"AWS": "*"}`. */
      readonly entry: string | null
    }
  | { readonly part: 'action'; readonly value: Tri; readonly negative: boolean; readonly pattern: string | null }
  | { readonly part: 'resource'; readonly value: Tri; readonly scope: 'all' | 'part'; readonly pattern: string | null }
  | {
      readonly part: 'condition'
      readonly value: Tri
      readonly condition: Condition
      /** What the request holds for the key, in the evaluator's terms. */
      readonly state: 'absent' | 'present' | 'maybe'
      readonly holds: string | null
    }

/** Collects what an evaluation rests on. Passed only where somebody wants to know; evaluation never reads it. */
export interface Trace {
  readonly reasons: Reason[]
  readonly unknowns: Unknown[]
  /** May name one twice. */
  readonly assumptions: AssumptionId[]
}

export function newTrace(): Trace {
  return { reasons: [], unknowns: [], assumptions: [] }
}
