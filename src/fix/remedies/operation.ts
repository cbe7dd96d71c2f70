import type { Route } from '../../tree/node.js'

/**
 * What a remedy may know of a value, whatever it is written in. Made by a printer, which knows what can be changed where
 * it stands.
 */
export type View = MapView | ListView | TextView | OtherView

export interface MapView {
  readonly kind: 'map'
  readonly names: readonly string[]
  /** The value of a member; of several with the same name that which counts. */
  readonly member: (name: string) => View | null
  /** A member can be added, and no other can already be there that is not seen. */
  readonly extensible: boolean
}

/** Texts of a list; null for what is none, or not known. */
export interface ListView {
  readonly kind: 'list'
  readonly entries: readonly (string | null)[]
}

export interface TextView {
  readonly kind: 'text'
  /** Null where it is not known. */
  readonly text: string | null
}

/** `elsewhere` is not written where only this statement has it from; `unknown` is written here, but nothing to add to. */
export interface OtherView {
  readonly kind: 'elsewhere' | 'unknown'
}

/** Something to write: what it is for AWS, and what the author of a configuration writes for it. */
export interface Insert {
  /** The ARN as AWS reads it. */
  readonly arn: string
  /** What to write instead in a syntax that has expressions: the inside of a quoted string, with `${…}`. */
  readonly template?: string
}

/** What should change in a statement, without a word about how it is written. */
export type Operation = RenameMember | CompleteList | AddMember

/** A member gets another name, and as its value a map of one list; what the value was goes. */
export interface RenameMember {
  readonly kind: 'rename'
  readonly from: string
  readonly to: string
  readonly key: string
  readonly values: readonly Insert[]
}

/** A list, or a single text that becomes one, is completed. Nothing to do where nothing is missing. */
export interface CompleteList {
  readonly kind: 'complete'
  readonly at: Route
  /** All that is missing, in order; printers that can only append do so with all of it. */
  readonly missing: readonly Insert[]
  /** Of these, what takes the place of an entry, by its index. */
  readonly standIns: ReadonlyMap<number, readonly Insert[]>
  /** Of these, what is appended. */
  readonly appended: readonly Insert[]
}

/** A member is added to a map: `names` are its name, and those of the maps of one member in it. */
export interface AddMember {
  readonly kind: 'add'
  readonly at: Route
  readonly names: readonly string[]
  /** What the innermost member holds. */
  readonly values: readonly Insert[]
  /** Whether a single value stands in a list, too. */
  readonly asList: boolean
}

/** A text becomes another one, where it is written. */
export interface SetText {
  readonly kind: 'set'
  readonly text: string
}

/** Why a remedy finds nothing that it could change; each printer says it in the words of its syntax. */
export type Obstacle =
  | 'no-principal'
  | 'principal-elsewhere'
  | 'not-principal-no-map'
  | 'list-elsewhere'
  | 'list-unknown'
  | 'condition-no-map'
  | 'condition-list-unknown'
  | 'statement-in-parts'
  | 'no-operator-free'

export type Change = Operation | { readonly kind: 'none'; readonly obstacle: Obstacle }

/** What should change in a statement for a finding to be gone. */
export type StatementRemedy = (statement: MapView) => Change

export function none(obstacle: Obstacle): Change {
  return { kind: 'none', obstacle }
}
