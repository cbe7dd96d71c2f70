import type { AssumptionId } from './reason.js'
import type { Text } from './text/text.js'

/** What the request holds for a condition key, as far as it is known (docs/semantics.md, D2). */
export type KeyValue =
  /** One of these alternatives; for a multivalued key each alternative is the whole set. */
  | { readonly kind: 'values'; readonly alternatives: readonly (readonly Text[])[] }
  | { readonly kind: 'unknown' }
  /** Some id that is none of those the policy names (assumption A1); `shape` is what every such id looks like. */
  | { readonly kind: 'foreign'; readonly shape: Text }
  /** A public address that nobody told us. */
  | { readonly kind: 'public-address' }
  /** The moment of the request, which lies on or after this day (`YYYY-MM-DD`, UTC); `epoch` as seconds, else a date. */
  | { readonly kind: 'now'; readonly today: string; readonly epoch: boolean }

export type KeyState =
  | { readonly presence: 'no'; readonly rests: readonly AssumptionId[] }
  | {
      readonly presence: 'yes' | 'maybe'
      readonly value: KeyValue
      readonly multivalued: boolean
      /** Assumptions that the state rests on. */
      readonly rests: readonly AssumptionId[]
      /** An assumption under which the key counts as present for every operator but Null (docs/semantics.md, D20). */
      readonly presentUnder?: AssumptionId
    }

/** The context of one request: the state of a lower-cased condition key. */
export interface RequestContext {
  readonly lookup: (key: string) => KeyState
  /** True for a key name that no AWS document lists: its condition stays unknown. */
  readonly isUnknownKey: (key: string) => boolean
  /** True for a key whose value depends on the single object (an object's tags), which no fact can settle. */
  readonly isObjectState: (key: string) => boolean
}

export function absent(...rests: AssumptionId[]): KeyState {
  return { presence: 'no', rests }
}

export function known(value: Text, ...rests: AssumptionId[]): KeyState {
  return {
    presence: 'yes',
    value: { kind: 'values', alternatives: [[value]] },
    multivalued: false,
    rests,
  }
}

export function unknown(presence: 'yes' | 'maybe', multivalued = false): KeyState {
  return { presence, value: { kind: 'unknown' }, multivalued, rests: [] }
}

/** A key that the request may lack, with the value it has otherwise. */
export function maybe(value: Text): Exclude<KeyState, { presence: 'no' }> {
  return { presence: 'maybe', value: { kind: 'values', alternatives: [[value]] }, multivalued: false, rests: [] }
}
