import type { PolicySourceKind } from '../model/report.js'
import type { Source } from '../sources/source.js'
import type { JsonObject } from '../tree/value.js'
import type { Document } from './document.js'
import type { Linked } from './linked.js'
import type { OwnershipSetting } from './ownership.js'
import type { Policy, UnreadPolicy } from './policy.js'

/** Where an object stands: its file, the start of its document in the text, and its route in that document. */
export interface ObjectPlace {
  readonly path: string
  readonly base: number
  readonly at: readonly (string | number)[]
  /** What the document is written in, where that is not JSON. */
  readonly syntax: 'yaml' | undefined
}

/** What an object holds; `broken` says why a policy in it cannot be read. */
export interface Held {
  readonly policies: readonly Policy[]
  readonly settings: readonly OwnershipSetting[]
  readonly broken: string | null
  /** Policies that are there and cannot be read, beside those that can. */
  readonly unread?: readonly UnreadPolicy[]
  /** What is read once the files that it refers to are at hand. */
  readonly linked?: readonly Linked[]
}

/** One form in which bucket policies or ownership settings are written. What a file is gets decided by its content. */
export interface Form {
  readonly id: string
  /** What `policy.source` says of what is read in this form. */
  readonly source: PolicySourceKind
  /**
   * Words of which one stands in every text that the form takes, or that it would tell as unreadable; absent for one that goes
   * by the names of files. They are looked for by their first character, so that one which is rare in texts is the best.
   */
  readonly words?: readonly string[]
  /** Whether a file has a name by which a form without words takes it; absent where any may. */
  readonly isNamed?: (path: string) => boolean
  /** A cheap test of a text: false turns the form away. */
  readonly mayBeIn: (text: string) => boolean
  /** As `mayBeIn`, of a text in YAML; absent where the form is not written in YAML. */
  readonly mayBeInYaml?: (text: string) => boolean
  /** Reads a whole text; null where it is of another form. */
  readonly readText?: (source: Source, text: string) => Document | Promise<Document | null> | null
  /** Reads an object of a document, or null where it is none of this form. */
  readonly readObject?: (object: JsonObject, place: ObjectPlace) => Held | null
  /** Whether an object of this form is one policy and nothing besides, so that it may be settled before it is read. */
  readonly isAlone?: (object: JsonObject) => boolean
  /** Reads what is no object, in a list or alone: another document, written as a text, or a list in a list. */
  readonly readItem?: (item: string | readonly unknown[], place: ObjectPlace) => Held | null
  /** Reads a source of some megabytes or more piece by piece; null where it is of another form, or small enough. */
  readonly readLarge?: (source: Source) => Promise<Document | null>
  /** Reads a source without its text: one that is very large, is no text, or was named as a plan. */
  readonly readBytes?: (source: Source) => Promise<Document | null>
  /** Reads a text in which no form found anything. */
  readonly readRest?: (source: Source, text: string) => Document | Promise<Document> | null
  /** True where an object of this form may be one of a later form as well. */
  readonly beside?: true
}
