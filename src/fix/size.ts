import type { Policy } from '../documents/policy.js'
import type { EditGroup, RemediableDraft } from './site.js'

/** S3's limit for a bucket policy, in bytes (S3 User Guide, "Adding a bucket policy"). */
export const POLICY_LIMIT = 20 * 1024

const sizes = new WeakMap<Policy, number>()

/** Bytes of the policy as S3 would store it: without insignificant white space. */
export function policySize(policy: Policy): number {
  const known = sizes.get(policy) ?? new TextEncoder().encode(JSON.stringify(policy.raw)).length
  sizes.set(policy, known)
  return known
}

/** Whether S3 takes no policy of this size. */
export function isTooLarge(bytes: number): boolean {
  return bytes > POLICY_LIMIT
}

/** The policy that a draft is about; null for a setting. */
export function policyOf(draft: RemediableDraft): Policy | null {
  return draft.rule === 'object-ownership' ? null : draft.judged.policy
}

/** Sizes of policies with one edit in them, by the draft that it is for; see `Trial`. */
type Sizes = ReadonlyMap<RemediableDraft, number>

/** What S3's limit leaves of each policy: the edits of all its statements count together. */
export class SizeBudget {
  readonly #shortOnly: ReadonlySet<Policy>
  readonly #bytesAdded = new Map<Policy, number>()

  /** @param shortOnly policies in which NotPrincipal, the longer remedy, would leave no edit for some statement */
  constructor(shortOnly: ReadonlySet<Policy>) {
    this.#shortOnly = shortOnly
  }

  /** Whether the edits of a group fit beside those that were added before. */
  hasRoomFor({ remedy, drafts }: EditGroup, sizes: Sizes): boolean {
    const isLong = (policy: Policy) => remedy === 'not-principal' && this.#shortOnly.has(policy)
    const added = this.#with(drafts, sizes)
    return [...added].every(([policy, bytes]) => !isLong(policy) && !isTooLarge(policySize(policy) + bytes))
  }

  add({ drafts }: EditGroup, sizes: Sizes): void {
    for (const [policy, bytes] of this.#with(drafts, sizes)) this.#bytesAdded.set(policy, bytes)
  }

  /** Bytes added to the policies of some drafts with their edits made too. Statements do not share bytes, so they sum up. */
  #with(drafts: readonly RemediableDraft[], sizes: Sizes): ReadonlyMap<Policy, number> {
    const added = new Map<Policy, number>()
    for (const draft of drafts) {
      const policy = policyOf(draft)
      const size = sizes.get(draft)
      if (policy === null || size === undefined) continue
      const before = added.get(policy) ?? this.#bytesAdded.get(policy) ?? 0
      added.set(policy, before + size - policySize(policy))
    }
    return added
  }
}
