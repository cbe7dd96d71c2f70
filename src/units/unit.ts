import type { PlanFacts, StreamEntry } from '../documents/document.js'
import type { LinkedFile } from '../documents/linked.js'
import type { OwnershipSetting } from '../documents/ownership.js'
import type { Policy } from '../documents/policy.js'
import type { Settled } from '../documents/settled.js'
import type { IgnoreEntry } from '../model/options.js'
import type { RootPart } from './root-parts.js'

/** What is judged as one. */
export type Unit =
  | FileUnit
  | SettledUnit
  | StreamUnit
  | UnreadableUnit
  | UnopenedUnit
  | PlanUnit
  | RootUnit
  | IgnoreUnit

/** A file with policies or ownership settings. */
export interface FileUnit {
  readonly kind: 'file'
  readonly path: string
  readonly text: string
  readonly policies: readonly Policy[]
  readonly settings: readonly OwnershipSetting[]
  readonly readWith?: ReadWith
}

/** The files that a template was read with: those that it nests and includes, and those that do so with it. */
export type ReadWith = readonly Pick<LinkedFile, 'path' | 'text'>[]

/** A file with one policy, of which nothing is to be told. */
export interface SettledUnit {
  readonly kind: 'settled'
  readonly path: string
  readonly policy: Settled
}

/** A file too large to be kept, with what it holds, read anew each time. */
export interface StreamUnit {
  readonly kind: 'stream'
  readonly path: string
  readonly entries: () => Iterable<StreamEntry>
}

/** A file that holds a policy, or is meant as a plan, and cannot be parsed. `offset` is zero-based in `text`. */
export interface UnreadableUnit {
  readonly kind: 'unreadable'
  readonly path: string
  readonly text: string
  readonly reason: string
  readonly offset: number
  readonly holds?: 'plan'
  /** Set where it is not sure to be the policy of a bucket. */
  readonly unsure?: true
  /** Set where a template holds it: what its functions make may stand in the reason. */
  readonly ofTemplate?: true
  readonly readWith?: ReadWith
}

/** A file or folder that could not be opened, with a sentence that says so. */
export interface UnopenedUnit {
  readonly kind: 'unopened'
  readonly path: string
  readonly reason: string
  /** Set where it was found while files were looked for: what it holds is not known. */
  readonly found?: true
}

/** A plan: what it puts in place, with the facts that say what the files of its root mean. */
export interface PlanUnit {
  readonly kind: 'plan'
  readonly path: string
  readonly facts: PlanFacts
  /** The folder of the root module; null where it is not known. */
  readonly root: string | null
  readonly policies: readonly Policy[]
  readonly settings: readonly OwnershipSetting[]
}

/** A root module without a plan, judged from its sources. */
export interface RootUnit {
  readonly kind: 'root'
  /** The folder; `.` is the working directory. */
  readonly path: string
  readonly folder: string
  /** The folder of the unit of Terragrunt that runs its code, where one does; else the same. */
  readonly root: string
  /** What it declares with each set of values. */
  readonly parts: readonly RootPart[]
  /** How many further sets of values there are. */
  readonly further: number
  /** The change that a run is about is about something that it is made of. */
  readonly isTouched: boolean
}

/** An ignore entry of the configuration file. */
export interface IgnoreUnit {
  readonly kind: 'ignore-entry'
  readonly path: string
  readonly entry: IgnoreEntry
}
