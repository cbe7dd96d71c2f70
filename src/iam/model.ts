import type { Route } from '../tree/node.js'
import type { Given } from './choices.js'
import type { Text } from './text/text.js'

export type PrincipalType = 'AWS' | 'Service' | 'Federated' | 'CanonicalUser'

export interface PrincipalEntry {
  readonly type: PrincipalType
  readonly value: Text
}

/** `everyone` is the bare `"*"`; the map form `{"AWS": "*"}` is an entry (the two function differently). */
export type PrincipalElement =
  | {
      readonly kind: 'principal' | 'not-principal'
      readonly everyone: boolean
      readonly entries: readonly PrincipalEntry[]
      /** True when part of the element is not known (a whole list or map that is one token). */
      readonly partial: boolean
    }
  | { readonly kind: 'invalid'; readonly reason: 'missing' | 'both' | 'bare-string' | 'malformed' }

/** `Action`/`NotAction` or `Resource`/`NotResource`; `missing` is allowed where the container names the bucket. */
export type PatternElement =
  | { readonly kind: 'positive' | 'negative'; readonly patterns: readonly Text[] }
  | { readonly kind: 'invalid'; readonly reason: 'missing' | 'both' | 'empty' | 'malformed' }

export type SetOperator = 'all' | 'any' | null

export interface Condition {
  /** As written, for messages: `ForAnyValue:StringNotLikeIfExists`. */
  readonly written: string
  readonly set: SetOperator
  /** Operator name without set prefix and `IfExists`, as written. */
  readonly operator: string
  readonly ifExists: boolean
  /** As written; compare it lower-cased. */
  readonly key: string
  readonly values: readonly Text[]
}

export interface Statement {
  /** Position in the policy's `Statement` list, from 0. */
  readonly index: number
  readonly sid: string | null
  readonly effect: 'Allow' | 'Deny' | 'invalid'
  /**
   * The expression on which it depends whether the statement is there (or denies) at all; null for a plain one. What such
   * a statement denies is never sure.
   */
  readonly conditional: string | null
  /** Of a choice of which one alternative is there for sure: how many there are, and in which of them this one is. */
  readonly oneOf?: { readonly of: number; readonly own: readonly number[] }
  /** The conditions under which it is there, of those that nobody knows; absent where there are none. */
  readonly given?: readonly Given[]
  /** Of them, those under which the whole of it is there. */
  readonly under?: readonly Given[]
  /** The statement with the choices in it, where this is what they make of it: all of those are told as one. */
  readonly whole?: unknown
  /** What names in it are known to stand for where the text does not say that: `NAME = VALUE`, for fingerprints. */
  readonly stands?: readonly string[]
  /** The way to it from the item of the list, through the choices around it; absent where it is the item. */
  readonly at?: Route
  /**
   * The name that two members of the statement, its Condition, one of its operators or its principal map share, exactly or
   * but for their case. The grammar forbids that, so nothing follows from such a statement (docs/semantics.md, D31).
   */
  readonly duplicate: string | null
  /** A name that the sources have twice where their language lets the last one win, for messages. */
  readonly overwritten: string | null
  readonly principal: PrincipalElement
  readonly action: PatternElement
  readonly resource: PatternElement
  readonly conditions: readonly Condition[]
  /** True when the Condition block is not the map of maps that it must be. */
  readonly malformedCondition: boolean
  /** The parsed JSON, for fingerprints and messages. */
  readonly raw: unknown
}

export interface PolicyDocument {
  readonly version: string | null
  /** Policy variables are literal text unless the version is `2012-10-17` (IAM User Guide, "Version"). */
  readonly variables: boolean
  readonly statements: readonly Statement[]
}
