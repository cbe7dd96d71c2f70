import type { OwnershipSetting } from '../../documents/ownership.js'
import { cut } from '../../rules/drafts/words.js'
import { bucketResource, type Plan, type PlanIndex, type PlannedResource } from '../../terraform/plan/index.js'
import type { PlannedSources } from '../../units/planned-sources.js'

export function isControls({ parsed }: PlannedResource): boolean {
  return parsed.mode === 'managed' && parsed.type === 'aws_s3_bucket_ownership_controls'
}

/**
 * What of the plans' ACLs stands against `BucketOwnerEnforced` (docs/semantics.md, D43), as a clause; null when
 * nothing does. An ACL of a bucket that cannot be told counts: applying both would fail.
 */
export function aclObstacle(
  setting: OwnershipSetting,
  plan: Plan,
  change: PlannedResource,
  sources: PlannedSources,
): string | null {
  const index = sources.indexOf(plan)
  const own = identityOf(change, index)
  for (const other of sources.plans) {
    const acl = aclLike(own, sources.indexOf(other), other === plan)
    if (acl !== null) return removal(acl, setting)
  }
  const inline = own.resource === null ? null : inlineAcl(own.resource, index)
  return inline === null
    ? null
    : `the argument "${inline}" of ${cut(own.resource?.address ?? '')} must be removed in the same change`
}

/** The first ACL of a plan that may be of a bucket; in another plan only a name tells. */
function aclLike(own: BucketIdentity, index: PlanIndex, samePlan: boolean): PlannedResource | null {
  const acls = index.ofType('aws_s3_bucket_acl').filter(isAcl)
  return acls.find((one) => mayBeSame(own, identityOf(one, index), samePlan)) ?? null
}

function isAcl({ parsed, after, deposed }: PlannedResource): boolean {
  return parsed.mode === 'managed' && parsed.type === 'aws_s3_bucket_acl' && after !== null && !deposed
}

function removal(acl: PlannedResource, { acl: state }: OwnershipSetting): string {
  const address = cut(acl.address)
  const remove = `the ACL resource ${address} must be removed in the same change, since applying it fails once ACLs are disabled`
  const isPrivate = acl.after?.acl === 'private' && state.kind !== 'grants'
  // Removing the resource leaves the grants on the bucket, and disabling ACLs then fails.
  return isPrivate ? remove : `${remove}; apply it once with acl = "private" before`
}

interface BucketIdentity {
  readonly name: string | null
  readonly resource: PlannedResource | null
}

/** The bucket that a resource is about, or the bucket itself: its name and its resource, as far as the plan tells. */
function identityOf(change: PlannedResource, index: PlanIndex): BucketIdentity {
  if (change.parsed.type === 'aws_s3_bucket') return { name: text(change.after?.bucket), resource: change }
  const resource = bucketResource(index, change)
  const name = text(change.after?.bucket) ?? text(change.before?.bucket) ?? text(resource?.after?.bucket)
  return { name, resource }
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function mayBeSame(a: BucketIdentity, b: BucketIdentity, samePlan: boolean): boolean {
  if (a.name !== null && b.name !== null) return a.name === b.name
  if (!samePlan) return false
  if (a.resource !== null && b.resource !== null) return a.resource === b.resource
  return true
}

/** An ACL in the bucket's own block, as it was written before there was a resource for it. */
function inlineAcl(bucket: PlannedResource, index: PlanIndex): string | null {
  return ['acl', 'grant'].find((name) => index.isSet(bucket.parsed, name)) ?? null
}
