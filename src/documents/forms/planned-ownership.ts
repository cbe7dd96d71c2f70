import {
  bucketResource,
  hidesPart,
  type Plan,
  PlanIndex,
  type PlannedResource,
  type StateResource,
} from '../../terraform/plan/index.js'
import { grouped } from '../../text/group.js'
import { type JsonObject, memberAt } from '../../tree/value.js'
import type { UnknownPolicy } from '../document.js'
import { type Acl, grantsToOthers, type OwnershipSetting, type Setting } from '../ownership.js'
import type { Policy } from '../policy.js'
import { bucketOf, hiddenIn, isPresent, originIn } from './planned-facts.js'

/** The policies of a plan: those that were read, and those of which nothing is known. */
interface PolicyLists {
  readonly told: readonly Policy[]
  readonly untold: readonly UnknownPolicy[]
}

/** What a plan says of Object Ownership: controls, controls that it deletes, and buckets with grants and no controls. */
export function plannedOwnership(index: PlanIndex, policies: PolicyLists): readonly OwnershipSetting[] {
  return new OwnershipReader(index, policies).read()
}

/** What a state says of it: what a plan would say that changes nothing. */
export function ownershipInState(plan: Plan, policies: PolicyLists): readonly OwnershipSetting[] {
  const changes = plan.state.filter(({ parsed }) => parsed.mode === 'managed').map(unchanged)
  const settings = plannedOwnership(new PlanIndex({ ...plan, changes }), policies)
  return settings.map((one) => ({ ...one, origin: { ...one.origin, source: 'terraform-state' } }))
}

function unchanged({ address, parsed, values, sensitive }: StateResource): PlannedResource {
  return {
    address,
    parsed,
    previousAddress: null,
    actions: ['no-op'],
    deposed: false,
    before: values,
    after: values,
    afterUnknown: {},
    beforeSensitive: sensitive,
    afterSensitive: sensitive,
    imported: false,
  }
}

class OwnershipReader {
  readonly #index: PlanIndex
  readonly #policies: PoliciesByBucket
  readonly #present: readonly PlannedResource[]
  /** Buckets with controls after the plan. */
  readonly #controlled: ReadonlySet<string | null>
  /** Buckets that any controls of the plan name, those that it deletes too. */
  readonly #named: ReadonlySet<string | null>
  /** The first ACL resource of each bucket. */
  readonly #acls: ReadonlyMap<string | null, readonly PlannedResource[]>

  constructor(index: PlanIndex, policies: PolicyLists) {
    this.#index = index
    this.#policies = new PoliciesByBucket(index, policies)
    const { changes } = index.plan
    this.#present = changes.filter(isPresent)
    const bucketsOf = (list: readonly PlannedResource[]) =>
      new Set(list.filter(isControls).map((change) => bucketOf(index, change)))
    this.#controlled = bucketsOf(this.#present)
    this.#named = bucketsOf(changes)
    const acls = changes.filter(({ parsed, after }) => parsed.type === 'aws_s3_bucket_acl' && after !== null)
    this.#acls = grouped(acls, (change) => bucketOf(index, change))
  }

  read(): readonly OwnershipSetting[] {
    return [
      ...this.#present.filter(isControls).map((change) => this.#controls(change, change.after)),
      ...this.#deletedControls(),
      ...this.#present.map((change) => this.#grantsOf(change)).filter((setting) => setting !== null),
    ]
  }

  /** Controls that the plan deletes while the bucket stays: ACLs are enabled again. */
  #deletedControls(): readonly OwnershipSetting[] {
    const staying = new Set(
      this.#present.filter(({ parsed }) => parsed.type === 'aws_s3_bucket').map(({ after }) => after?.bucket),
    )
    return this.#index.plan.changes
      .filter((change) => isControls(change) && change.after === null && !change.deposed)
      .filter((change) => {
        const bucket = this.#formerBucketOf(change)
        return bucket !== null && staying.has(bucket) && !this.#controlled.has(bucket)
      })
      .map((change) => this.#controls(change, null))
  }

  /** The bucket of what may be deleted. */
  #formerBucketOf(change: PlannedResource): string | null {
    const former = change.before?.bucket
    return bucketOf(this.#index, change) ?? (typeof former === 'string' ? former : null)
  }

  /** An existing bucket with grants to others and no controls in the plan: its ACLs are enabled. */
  #grantsOf(change: PlannedResource): OwnershipSetting | null {
    if (change.parsed.type !== 'aws_s3_bucket' || change.actions.includes('create')) return null
    const bucket = change.after?.bucket
    const acl = this.#aclOf(typeof bucket === 'string' ? bucket : null, change)
    if (!grantsToOthers(acl) || typeof bucket !== 'string' || this.#named.has(bucket)) return null
    const { plan } = this.#index
    return {
      origin: originIn(plan, change),
      bucket: hiddenIn(change.afterSensitive, bucket, null, plan).hidesBucket ? null : bucket,
      setting: { kind: 'unknown' },
      acl,
      policies: { known: true, list: [] },
    }
  }

  #controls(change: PlannedResource, after: JsonObject | null): OwnershipSetting {
    const { plan } = this.#index
    const rule = after !== null && Array.isArray(after.rule) ? after.rule[0] : null
    const value = memberAt(rule, 'object_ownership')
    const bucket = this.#formerBucketOf(change)
    const resource = bucketResource(this.#index, change)
    const marks = after === null ? change.beforeSensitive : change.afterSensitive
    const { hidesBucket } = hiddenIn(marks, bucket, null, plan)
    const setting: Setting =
      after === null ? { kind: 'none' } : typeof value === 'string' ? { kind: 'value', value } : { kind: 'unknown' }
    return {
      origin: originIn(plan, change),
      bucket: hidesBucket ? null : bucket,
      setting,
      sensitive: hidesPart(marks, 'rule') || plan.secrets.isIn(value),
      acl: this.#aclOf(bucket, resource),
      policies: this.#policies.of(bucket, resource),
    }
  }

  /** A separate ACL resource of the same bucket, or grants to others that the bucket already has. */
  #aclOf(bucket: string | null, resource: PlannedResource | null): Acl {
    const [acl] = bucket === null ? [] : (this.#acls.get(bucket) ?? [])
    const canned = acl?.after?.acl
    if (typeof canned === 'string') return { kind: 'canned', name: canned }
    const grants = resource?.actions.includes('create') ? [] : resource?.after?.grant
    const grantees = Array.isArray(grants) ? grants.map(granteeOf).filter((grantee) => grantee !== null) : []
    return grantees.length > 0 ? { kind: 'grants', grantees } : { kind: 'none' }
  }
}

/** A policy of the plan, told or not, with what says whose it is. */
interface Owned {
  readonly policy: Policy | null
  readonly name: string | null
  readonly resource: PlannedResource | null
}

/** Policies by the name of their bucket, and by its resource where one of the two names is not known. */
class PoliciesByBucket {
  readonly #named: ReadonlyMap<string | null, readonly Owned[]>
  readonly #nameless: ReadonlyMap<PlannedResource | null, readonly Owned[]>
  readonly #byResource: ReadonlyMap<PlannedResource | null, readonly Owned[]>

  constructor(index: PlanIndex, { told, untold }: PolicyLists) {
    const all = [
      ...told.map((policy) => ownedBy(index, { policy, address: policy.origin.address, name: policy.bucket })),
      ...untold.map(({ address, bucket }) => ownedBy(index, { policy: null, address, name: bucket })),
    ]
    this.#named = grouped(all, ({ name }) => name)
    this.#nameless = grouped(this.#named.get(null) ?? [], ({ resource }) => resource)
    this.#byResource = grouped(all, ({ resource }) => resource)
  }

  /** The policies of a bucket; not known where one that cannot be read, or told from others, may be its own. */
  of(bucket: string | null, resource: PlannedResource | null): OwnershipSetting['policies'] {
    const named = bucket === null ? [] : (this.#named.get(bucket) ?? [])
    const compared = bucket === null ? this.#byResource : this.#nameless
    const mayBe = resource === null ? compared.size > 0 : compared.has(null)
    const own = [...named, ...(resource === null ? [] : (compared.get(resource) ?? []))]
    return {
      known: !mayBe && own.every(({ policy }) => policy !== null),
      list: own.flatMap(({ policy }) => policy ?? []),
    }
  }
}

function ownedBy(
  index: PlanIndex,
  {
    policy,
    address,
    name,
  }: { readonly policy: Policy | null; readonly address: string | null; readonly name: unknown },
): Owned {
  const change = address === null ? null : index.at(address)
  const isBucket = change?.parsed.type === 'aws_s3_bucket'
  const resource = change === null || isBucket ? change : bucketResource(index, change)
  return { policy, name: typeof name === 'string' ? name : null, resource }
}

function isControls(change: PlannedResource): boolean {
  return change.parsed.type === 'aws_s3_bucket_ownership_controls'
}

/** Groups are always others; an id may be the owner's, so that alone proves nothing. */
function granteeOf(grant: unknown): string | null {
  const uri = memberAt(grant, 'uri')
  return typeof uri === 'string' && uri !== '' ? uri : null
}
