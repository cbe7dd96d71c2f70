import { type BucketRef, selects } from '../clumio/integrations.js'
import type { Tags } from '../documents/policy.js'
import type { Protect } from '../model/options.js'

/**
 * Whether a place is backed up. What is not known (a bucket's name or tags in a bare policy) never puts a policy out of
 * scope: a Deny must not go unseen because its bucket has no name here.
 */
export function isProtected(protect: Protect, places: readonly BucketRef[], tags: Tags | null): boolean {
  const mayHold = ([key, value]: readonly [string, string]) =>
    tags === null || (tags.known.has(key) ? tags.known.get(key) === value : tags.mayHave(key))
  if (!Object.entries(protect.tags).every(mayHold)) return false
  return places.length === 0 || places.some((place) => mayMatch(protect, place))
}

/** Whether a place is backed up as far as anybody knows it. */
export function mayMatch(protect: Protect, place: BucketRef): boolean {
  const known: Protect = {
    ...protect,
    buckets: place.bucket === null ? [] : protect.buckets,
    addresses: place.address === null ? [] : protect.addresses,
  }
  return selects(known, place)
}
