import type { Text } from '../../iam/text/text.js'
import {
  bucketResource,
  hides,
  type Marks,
  type Plan,
  type PlanIndex,
  type PlannedResource,
} from '../../terraform/plan/index.js'
import type { JsonObject } from '../../tree/value.js'
import type { Origin, Policy } from '../policy.js'

/** Whether there is a resource after the plan: what is destroyed or absent is not judged, a no-op is. */
export function isPresent({ deposed, after, parsed }: PlannedResource): boolean {
  return !deposed && after !== null && parsed.mode === 'managed'
}

export function originIn({ path, place }: Plan, { address }: Pick<PlannedResource, 'address'>): Origin {
  return { source: 'terraform-plan', path, plan: place, at: [], base: 0, address, wrapped: true }
}

/** The name of the bucket that a resource is about: its own, else that of the bucket resource it refers to. */
export function bucketOf(index: PlanIndex, change: PlannedResource): string | null {
  const own = change.after?.bucket
  if (typeof own === 'string' && own !== '') return own
  if (change.parsed.type === 'aws_s3_bucket') return null
  const name = bucketResource(index, change)?.after?.bucket
  return typeof name === 'string' && name !== '' ? name : null
}

/** Of a policy in a plan or a state, what may not be shown. */
export type Hidden = Required<Pick<Policy, 'sensitive' | 'hidesBucket'>>

/** Marks hide, and so do values that are marked anywhere else. A bucket's name stands in the policy's Resources too. */
export function hiddenIn(marks: Marks, bucket: Text | null, raw: JsonObject | null, { secrets }: Plan): Hidden {
  const hidesBucket = hides(marks, 'bucket') || secrets.isIn(bucket)
  return { hidesBucket, sensitive: hidesBucket || hides(marks, 'policy') || secrets.isIn(raw) }
}
