import type { OwnershipSetting } from './ownership.js'
import type { Policy, UnreadPolicy } from './policy.js'

/** A file of the checkout that another one refers to, as a value. */
export interface LinkedFile {
  readonly path: string
  readonly text: string
  readonly value: unknown
  /** Where the document starts in the text. */
  readonly base: number
  readonly syntax: 'yaml' | undefined
}

/** A file that was read with another one. */
export interface UsedFile extends LinkedFile {
  /** The names that lead to each part that was taken of it; none for all of it. */
  readonly taken: readonly (readonly string[])[]
  /** It was read as a stack, with what its callers give it. */
  readonly nested: boolean
}

/** Yields a file by its path; null where there is none, or none that can be parsed. */
export type OpenFile = (path: string) => Promise<LinkedFile | null>

/** What a source holds that refers to other files of the checkout: it is read once these are at hand. */
export interface Linked {
  /** The files of stacks that it nests: each is judged through its callers only. */
  readonly stacks: readonly string[]
  readonly read: (open: OpenFile) => Promise<LinkedHeld>
}

/** What came of a source together with the files that it refers to. */
export interface LinkedHeld {
  readonly policies: readonly Policy[]
  readonly settings: readonly OwnershipSetting[]
  readonly unread: readonly UnreadPolicy[]
  /** The files that were read with it. */
  readonly files: readonly UsedFile[]
  /** Paths of files that parts of it may come from, which were not read for it; `*` stands for what is not known of one. */
  readonly mentions: readonly string[]
}
