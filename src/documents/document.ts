import type { Integration } from '../model/options.js'
import type { Voucher } from '../model/trust.js'
import type { PlanAccounts } from '../terraform/accounts/index.js'
import type { Plan } from '../terraform/plan/index.js'
import type { TerraformSource } from '../terraform/roots/declarations.js'
import type { Span } from '../tree/node.js'
import type { Linked } from './linked.js'
import type { OwnershipSetting } from './ownership.js'
import type { Policy, Tags, UnreadPolicy } from './policy.js'
import type { Settled } from './settled.js'

/** What a source turned out to hold. Nothing that holds a policy is dropped: it is read, or unread with a reason. */
export type Document =
  | {
      readonly kind: 'read'
      readonly text: string
      readonly policies: readonly Policy[]
      readonly settings: readonly OwnershipSetting[]
      /** Policies that are there and cannot be read. */
      readonly unread?: readonly UnreadPolicy[]
      /** What refers to other files of the checkout. */
      readonly linked?: readonly Linked[]
      /** What the plans of a plan file say, each for itself. */
      readonly plan?: PlanFile
    }
  /** It is a policy of which nothing is to be told, and nothing besides; `length` is that of its text. */
  | { readonly kind: 'settled'; readonly policy: Settled; readonly length: number }
  /** A file too large to be kept: what it holds is read from it each time it is asked for, one after the other. */
  | { readonly kind: 'stream'; readonly entries: () => Iterable<StreamEntry> }
  /** It holds a policy but cannot be parsed. `offset` is where, zero-based in `text`, when there is a text. */
  | {
      readonly kind: 'unreadable'
      readonly text: string
      readonly reason: string
      readonly offset: number
      /** Set when it is no policy but a plan. */
      readonly holds?: 'plan'
      /** Set where it is not sure to hold the policy of a bucket. */
      readonly unsure?: true
    }
  /** A `.tf` file: what it declares. */
  | { readonly kind: 'terraform'; readonly text: string; readonly source: TerraformSource }
  /** It must be a plan, and is none. */
  | { readonly kind: 'no-plan'; readonly reason?: string }
  | { readonly kind: 'nothing' }

/** A policy of a large file, or one that is there and cannot be read. */
export type StreamEntry =
  | { readonly kind: 'policy'; readonly policy: Policy }
  | { readonly kind: 'unread'; readonly unread: UnreadPolicy }

/** The plans of a file: what one says, or puts in place, is nothing that another one knows of. */
export interface PlanFile {
  readonly plans: readonly PlanPart[]
  /** Why not every document of it can be read; null where every one could. */
  readonly broken: string | null
}

/** One plan of a file. */
export interface PlanPart {
  readonly facts: PlanFacts
  readonly policies: readonly Policy[]
  readonly settings: readonly OwnershipSetting[]
}

/** What a plan says besides its policies. */
export interface PlanFacts {
  readonly plan: Plan
  readonly unknown: readonly UnknownPolicy[]
  readonly unreadable: readonly UnknownPolicy[]
  /** Buckets with their tags, for `protect`. */
  readonly buckets: readonly TaggedBucket[]
  readonly roles: readonly DiscoveredRole[]
  readonly accounts: PlanAccounts
  /** Who answers for the plan file. */
  readonly by: Voucher
}

/** A planned bucket policy whose content is in no plan. */
export interface UnknownPolicy {
  readonly address: string
  readonly bucket: string | null
  readonly why: string
  /** Nothing of its text may be shown, whoever tells it. */
  readonly sensitive: boolean
  /** The name of its bucket may not be shown, whoever tells it. */
  readonly hidesBucket: boolean
  /** Set where it is not sure to be the policy of a bucket. */
  readonly unsure?: true
  /** What to do about it, where that is not to correct it. */
  readonly advice?: string
}

/** What may hold or write a bucket policy of a root module without a plan, and of which its sources do not tell the text. */
export interface UnknownSource {
  readonly address: string
  readonly bucket: string | null
  /** The values that are missing, by their names. */
  readonly missing: readonly string[]
  /** A clause that says why it is not known. */
  readonly why: string
  /** Where it is written. */
  readonly range: Span & { readonly path: string }
  /** Whether it is a bucket policy for sure. */
  readonly sure: boolean
  /** What to do about it, where that is not to give a plan or values. */
  readonly advice?: string
}

/** A planned bucket with its tags, those that the provider adds by default included. */
export interface TaggedBucket {
  readonly address: string
  readonly bucket: string | null
  readonly tags: Tags
}

/** A Clumio role that a plan holds. */
export interface DiscoveredRole {
  readonly integration: Integration
  readonly address: string
  readonly standing: RoleStanding
}

/** What a plan says of where one of its roles comes from. */
export interface RoleStanding {
  /** A managed resource of the state before the plan is this role. */
  readonly existed: boolean
  /** The plan creates, replaces or imports it. */
  readonly added: boolean
  /** The accounts of the plan's callers; none where the plan does not tell. */
  readonly callers: readonly string[]
}
