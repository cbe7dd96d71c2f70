import { display, isSameText, type Text } from '../../iam/text/text.js'
import { commonEntries } from '../../text/group.js'
import { writtenKey } from '../plan/index.js'
import type { DeclaredInstance } from './inventory.js'

/**
 * The tags that the bucket of a policy has for sure: where a bucket that is declared is it, and is there whenever the policy is.
 * Of several that have its name, those that all have.
 *
 * @param bucket the name of the policy's bucket
 * @param by what attaches the policy
 */
export function tagsOfBucket(
  bucket: Text | null,
  by: DeclaredInstance,
  instances: readonly DeclaredInstance[],
): ReadonlyMap<string, string> {
  const shown = bucket === null ? null : display(bucket)
  const named = instances.filter(
    (one) => one.parsed.type === 'aws_s3_bucket' && (isOwn(one, by) || nameOf(one) === shown),
  )
  const isIt = named.some((one) => isOwn(one, by) || (isThereWith(one, by) && isSure(one, bucket, by)))
  return commonEntries(isIt ? named.map(({ tags }) => tags) : [])
}

/** The bucket that holds the policy itself. */
function isOwn({ address }: DeclaredInstance, by: DeclaredInstance): boolean {
  return address === by.address
}

function nameOf({ bucket }: DeclaredInstance): string | undefined {
  return bucket === null ? undefined : display(bucket)
}

/** Whether a bucket that is called like that of a policy is the same one: in one partition, which the provider says, no other is. */
function isSure(one: DeclaredInstance, bucket: Text | null, by: DeclaredInstance): boolean {
  const isSame = one.bucket !== null && bucket !== null && isSameText(one.bucket, bucket)
  return one.provider === by.provider && (isSame || by.refersTo === withoutKey(one))
}

/** Whether there is a bucket where there is a policy: what the policy refers to is there, and what depends on the same as it. */
function isThereWith({ under }: DeclaredInstance, by: DeclaredInstance): boolean {
  const shared = new Set(by.under.map((one) => one.by))
  return under.every((one) => one.name === by.refersTo || shared.has(one.by))
}

function withoutKey({ address, parsed }: DeclaredInstance): string {
  return address.slice(0, address.length - writtenKey(parsed.key).length)
}
