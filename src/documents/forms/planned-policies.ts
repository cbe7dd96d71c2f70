import { partitionOfRegion } from '../../clumio/roles.js'
import { parsePolicy, type Reader, readPlainText, statementsOf } from '../../iam/parse.js'
import type { Text } from '../../iam/text/text.js'
import {
  bucketResource,
  deferredStatements,
  hides,
  hidesPart,
  hidesSome,
  isBucketPolicy,
  isPlannedUnknown,
  isSensitiveDocument,
  type Marks,
  masked,
  type Plan,
  PlanIndex,
  type PlannedResource,
  type StateResource,
} from '../../terraform/plan/index.js'
import { isObject, type JsonObject, memberAt } from '../../tree/value.js'
import type { TaggedBucket, UnknownPolicy } from '../document.js'
import { markDuplicates } from '../duplicates.js'
import type { Acl, OwnershipSetting, Setting } from '../ownership.js'
import type { Origin, Policy, Tags } from '../policy.js'

/** What a plan says about buckets after it is applied. */
export interface PlannedPolicies {
  readonly policies: readonly Policy[]
  readonly settings: readonly OwnershipSetting[]
  readonly unknown: readonly UnknownPolicy[]
  /** Policies whose text is no policy: an expression that was never evaluated, broken JSON. */
  readonly unreadable: readonly UnknownPolicy[]
  /** Buckets with their tags, for `protect`. */
  readonly buckets: readonly TaggedBucket[]
}

/** Unknown leaves are tokens, named by where they stand in the plan. */
export const PLAN_READER: Reader = {
  text: (value) => (isPlannedUnknown(value) ? [{ token: value.unknown }] : readPlainText(value)),
  token: (value) => (isPlannedUnknown(value) ? { token: value.unknown } : null),
}

export function plannedPolicies(plan: Plan): PlannedPolicies {
  return plan.kind === 'state' || plan.refreshOnly ? fromState(plan) : new PlanReader(plan).read()
}

class PlanReader {
  readonly #plan: Plan
  readonly #index: PlanIndex
  readonly #policies: Policy[] = []
  readonly #unknown: UnknownPolicy[] = []
  readonly #unreadable: UnknownPolicy[] = []
  readonly #buckets: TaggedBucket[] = []

  constructor(plan: Plan) {
    this.#plan = plan
    this.#index = new PlanIndex(plan)
  }

  read(): PlannedPolicies {
    // What is destroyed or absent after the plan is not judged; a no-op policy is.
    const present = this.#plan.changes.filter(
      ({ deposed, after, parsed }) => !deposed && after !== null && parsed.mode === 'managed',
    )
    for (const change of present) {
      if (isBucketPolicy(change.parsed.type)) this.#policy(change)
      else if (change.parsed.type === 'aws_s3_bucket') this.#bucket(change)
    }
    for (const address of this.#plan.malformed) {
      const why = 'its address in the plan cannot be read'
      this.#unreadable.push({ address, bucket: null, why, sensitive: true, hidesBucket: true })
    }
    const settings = [
      ...present.filter(isControls).map((change) => this.#controls(change, change.after)),
      ...this.#deletedControls(present),
      ...present.map((change) => this.#grantsOf(change)).filter((setting) => setting !== null),
    ]
    return {
      policies: this.#policies,
      settings,
      unknown: this.#unknown,
      unreadable: this.#unreadable,
      buckets: this.#buckets,
    }
  }

  #bucket(change: PlannedResource): void {
    const name = change.after?.bucket
    const bucket = typeof name === 'string' ? name : null
    this.#buckets.push({ address: change.address, bucket, tags: tagsIn(change.after ?? {}, change.afterUnknown) })
    // The attribute is computed too: unless the configuration sets it, it echoes the bucket's present policy.
    if (this.#index.isSet(change.parsed, 'policy') || this.#isOnly(change)) this.#policy(change)
  }

  /** Of a plan without its configuration nobody can tell an echo: where no other resource has the policy, it counts. */
  #isOnly(change: PlannedResource): boolean {
    if (!this.#plan.valuesOnly || this.#index.configured(change.parsed) !== null) return false
    const isOwn = ({ parsed, after }: PlannedResource) =>
      isBucketPolicy(parsed.type) && (typeof after?.bucket !== 'string' || after.bucket === change.after?.bucket)
    return !this.#plan.changes.some(isOwn)
  }

  #policy(change: PlannedResource): void {
    const text = change.after?.policy
    const bucket = this.#bucketOf(change)
    if (typeof text === 'string') {
      const facts = { unchanged: isNoOp(change), partition: this.#partitionOf(change) }
      const policy = text === '' ? null : policyOf(text, this.#origin(change), bucket, facts)
      if (policy !== null) this.#policies.push({ ...policy, ...this.#hiddenIn(change, bucket, policy.raw) })
      else if (text !== '') this.#untold(this.#unreadable, change, 'its text in the plan is not a policy in JSON')
    } else if (change.afterUnknown.policy === true) this.#deferred(change, bucket)
  }

  /** A policy of which nothing is read. */
  #untold(list: UnknownPolicy[], change: PlannedResource, why: string): void {
    const bucket = this.#bucketOf(change)
    const { sensitive, hidesBucket } = this.#hiddenIn(change, bucket, null)
    const name = typeof bucket === 'string' && !hidesBucket ? bucket : null
    // Which documents it is made of is not known, so that every one counts.
    const mayHide = sensitive || this.#plan.changes.some(isSensitiveDocument)
    list.push({ address: change.address, bucket: name, why, sensitive: mayHide, hidesBucket })
  }

  /** What of a policy may not be shown; the statements are judged all the same. */
  #hiddenIn(change: PlannedResource, bucket: Text | null, raw: JsonObject | null): Hidden {
    const hidden = hiddenIn(change.afterSensitive, bucket, raw, this.#plan)
    return { ...hidden, sensitive: hidden.sensitive || this.#namesHidden(change) }
  }

  /** A document that the policy is made of has marks, which are lost on the way into its JSON. */
  #namesHidden(change: PlannedResource): boolean {
    return (this.#index.namedBy(change.parsed, 'policy') ?? []).some((reference) => {
      if (reference.type !== 'aws_iam_policy_document') return false
      const planned = this.#index.planned(change.parsed, reference)
      const prior = this.#index.prior(change.parsed, reference)
      return (planned !== null && isSensitiveDocument(planned)) || (prior !== null && hidesSome(prior.sensitive))
    })
  }

  /** Known only after apply: the statements of a deferred policy document, else nothing that a plan holds. */
  #deferred(change: PlannedResource, bucket: Text | null): void {
    const references = this.#index.namedBy(change.parsed, 'policy') ?? []
    const [target] = references
    const isDocument = references.length === 1 && target?.type === 'aws_iam_policy_document'
    const document = isDocument ? this.#index.planned(change.parsed, target) : null
    const used = new Set<PlannedResource>()
    const statements = document === null ? null : deferredStatements(this.#index, document, used)
    if (statements === null) {
      this.#untold(this.#unknown, change, 'it is known only after apply')
      return
    }
    const raw = { Version: document?.after?.version ?? '2012-10-17', Statement: statements }
    const hidden = this.#hiddenIn(change, bucket, raw)
    this.#policies.push({
      origin: this.#origin(change),
      document: parsePolicy(raw, PLAN_READER),
      raw,
      bucket,
      hasTokens: true,
      sensitive: hidden.sensitive || [...used].some(isSensitiveDocument),
      hidesBucket: hidden.hidesBucket,
      unchanged: false,
      deferred: true,
      partition: this.#partitionOf(change),
    })
  }

  #partitionOf(change: PlannedResource): string | null {
    const bucket = change.parsed.type === 'aws_s3_bucket' ? change : bucketResource(this.#index, change)
    return partitionIn(bucket?.after) ?? partitionIn(change.after)
  }

  #origin(change: PlannedResource): Origin {
    const { path, place } = this.#plan
    return { source: 'terraform-plan', path, plan: place, at: [], base: 0, address: change.address, wrapped: true }
  }

  /** The bucket's name from the plan, else a token for the bucket resource that the expression refers to. */
  #bucketOf(change: PlannedResource): Text | null {
    const own = change.after?.bucket
    if (typeof own === 'string' && own !== '') return own
    if (change.parsed.type === 'aws_s3_bucket') return null
    const bucket = bucketResource(this.#index, change)
    const name = bucket?.after?.bucket
    if (typeof name === 'string' && name !== '') return name
    return null
  }

  /** The bucket of what may be deleted. */
  #formerBucketOf(change: PlannedResource): Text | null {
    const former = change.before?.bucket
    return this.#bucketOf(change) ?? (typeof former === 'string' ? former : null)
  }

  /** Controls that the plan deletes while the bucket stays: ACLs are enabled again. */
  #deletedControls(present: readonly PlannedResource[]): readonly OwnershipSetting[] {
    const deleted = this.#plan.changes.filter(
      (change) => isControls(change) && change.after === null && !change.deposed,
    )
    return deleted
      .filter((change) => {
        const bucket = this.#formerBucketOf(change)
        const stays = (other: PlannedResource) =>
          other.parsed.type === 'aws_s3_bucket' && other.after?.bucket === bucket
        return (
          bucket !== null &&
          present.some(stays) &&
          !present.some((other) => isControls(other) && this.#bucketOf(other) === bucket)
        )
      })
      .map((change) => this.#controls(change, null))
  }

  /** An existing bucket with grants to others and no controls in the plan: its ACLs are enabled. */
  #grantsOf(change: PlannedResource): OwnershipSetting | null {
    if (change.parsed.type !== 'aws_s3_bucket' || change.actions.includes('create')) return null
    const bucket = change.after?.bucket
    const acl = this.#aclOf(typeof bucket === 'string' ? bucket : null, change)
    if (acl.kind !== 'grants' || typeof bucket !== 'string') return null
    if (this.#plan.changes.some((other) => isControls(other) && this.#bucketOf(other) === bucket)) return null
    return {
      origin: this.#origin(change),
      bucket: hiddenIn(change.afterSensitive, bucket, null, this.#plan).hidesBucket ? null : bucket,
      setting: { kind: 'unknown' },
      acl,
      policies: { known: true, list: [] },
    }
  }

  #controls(change: PlannedResource, after: JsonObject | null): OwnershipSetting {
    const rule = after !== null && Array.isArray(after.rule) ? after.rule[0] : null
    const value = memberAt(rule, 'object_ownership')
    const bucket = this.#formerBucketOf(change)
    const resource = bucketResource(this.#index, change)
    const marks = after === null ? change.beforeSensitive : change.afterSensitive
    const { hidesBucket } = hiddenIn(marks, bucket, null, this.#plan)
    const setting: Setting =
      after === null ? { kind: 'none' } : typeof value === 'string' ? { kind: 'value', value } : { kind: 'unknown' }
    return {
      origin: this.#origin(change),
      bucket: typeof bucket === 'string' && !hidesBucket ? bucket : null,
      setting,
      sensitive: hidesPart(marks, 'rule') || this.#plan.secrets.isIn(value),
      acl: this.#aclOf(bucket, resource),
      policies: this.#policiesOf(bucket, resource),
    }
  }

  /** The planned policies of a bucket; not known where one that cannot be read, or told from others, may be its own. */
  #policiesOf(bucket: Text | null, resource: PlannedResource | null): OwnershipSetting['policies'] {
    const isOwn = (address: string | null, name: Text | null): boolean | null => {
      if (typeof bucket === 'string' && typeof name === 'string') return name === bucket
      const other = this.#plan.changes.find((one) => one.address === address && !one.deposed)
      const its = other?.parsed.type === 'aws_s3_bucket' ? other : other && bucketResource(this.#index, other)
      return resource === null || !its ? null : its === resource
    }
    const own = this.#policies.map((policy) => isOwn(policy.origin.address, policy.bucket))
    const hidden = [...this.#unknown, ...this.#unreadable].map((one) => isOwn(one.address, one.bucket))
    return {
      known: !own.includes(null) && hidden.every((one) => one === false),
      list: this.#policies.filter((_, i) => own[i] === true),
    }
  }

  /** A separate ACL resource of the same bucket, or grants to others that the bucket already has. */
  #aclOf(bucket: Text | null, resource: PlannedResource | null): Acl {
    const acl = this.#plan.changes.find(
      (change) =>
        change.parsed.type === 'aws_s3_bucket_acl' &&
        change.after !== null &&
        bucket !== null &&
        this.#bucketOf(change) === bucket,
    )
    const canned = acl?.after?.acl
    if (typeof canned === 'string') return { kind: 'canned', name: canned }
    const grants = resource?.actions.includes('create') ? [] : resource?.after?.grant
    const grantees = Array.isArray(grants) ? grants.map(granteeOf).filter((grantee) => grantee !== null) : []
    return grantees.length > 0 ? { kind: 'grants', grantees } : { kind: 'none' }
  }
}

/** The partition that the values of a bucket or of its policy tell: by an ARN, else by a Region. */
function partitionIn(values: JsonObject | null | undefined): string | null {
  const { arn, region } = values ?? {}
  const own = typeof arn === 'string' ? /^arn:([a-z-]+):/.exec(arn)?.[1] : undefined
  return own ?? (typeof region === 'string' && region !== '' ? partitionOfRegion(region) : null)
}

/** A tag of the bucket's own wins over a default one; what the plan does not know may be anything. */
function tagsIn(values: JsonObject, unknown: JsonObject): Tags {
  const known = new Map<string, string>()
  let open = false
  for (const name of ['tags_all', 'tags']) {
    const tags = masked(values[name], unknown[name], name)
    if (isPlannedUnknown(tags)) open = true
    for (const [key, value] of Object.entries(isObject(tags) ? tags : {})) {
      if (typeof value === 'string') known.set(key, value)
      else if (isPlannedUnknown(value)) {
        known.delete(key)
        open = true
      }
    }
  }
  return { known, open }
}

function isControls(change: PlannedResource): boolean {
  return change.parsed.type === 'aws_s3_bucket_ownership_controls'
}

/** Groups are always others; an id may be the owner's, so that alone proves nothing. */
function granteeOf(grant: unknown): string | null {
  const uri = memberAt(grant, 'uri')
  return typeof uri === 'string' && uri !== '' ? uri : null
}

/** Of a policy in a plan or a state, what may not be shown. */
type Hidden = Required<Pick<Policy, 'sensitive' | 'hidesBucket'>>

/** Marks hide, and so do values that are marked anywhere else. A bucket's name stands in the policy's Resources too. */
function hiddenIn(marks: Marks, bucket: Text | null, raw: JsonObject | null, { secrets }: Plan): Hidden {
  const hidesBucket = hides(marks, 'bucket') || secrets.isIn(bucket)
  return { hidesBucket, sensitive: hidesBucket || hides(marks, 'policy') || secrets.isIn(raw) }
}

function isNoOp({ actions }: PlannedResource): boolean {
  return actions.every((action) => action === 'no-op')
}

/** The policy of an attribute's text; null when it is no JSON object with statements. */
function policyOf(
  text: string,
  origin: Origin,
  bucket: Text | null,
  facts: Pick<Policy, 'unchanged' | 'partition'>,
): Policy | null {
  const raw = parseObject(text)
  if (raw === null || statementsOf(raw).length === 0) return null
  const document = parsePolicy(raw, PLAN_READER)
  return { origin, document, raw, bucket, hasTokens: false, ...facts }
}

function parseObject(text: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(text)
    markDuplicates(value, text)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

/** A state holds the policies as they are; the bucket's own attribute only echoes a separate resource. */
function fromState(plan: Plan): PlannedPolicies {
  const policies: Policy[] = []
  const unreadable: UnknownPolicy[] = []
  const buckets: TaggedBucket[] = []
  const bucketOf = ({ values }: StateResource) => (typeof values.bucket === 'string' ? values.bucket : null)
  const own = plan.state.filter(({ parsed }) => parsed.mode === 'managed')
  const separate = new Set(own.filter(({ parsed }) => isBucketPolicy(parsed.type)).map(bucketOf))
  for (const resource of own) {
    const { type } = resource.parsed
    const bucket = bucketOf(resource)
    if (type === 'aws_s3_bucket') {
      buckets.push({ address: resource.address, bucket, tags: tagsIn(resource.values, {}) })
    }
    if (!isBucketPolicy(type) && (type !== 'aws_s3_bucket' || separate.has(bucket))) continue
    const text = resource.values.policy
    if (typeof text !== 'string' || text === '') continue
    const origin: Origin = {
      source: 'terraform-state',
      path: plan.path,
      plan: plan.place,
      at: [],
      base: 0,
      address: resource.address,
      wrapped: true,
    }
    const policy = policyOf(text, origin, bucket, { unchanged: true, partition: partitionIn(resource.values) })
    const hidden = hiddenIn(resource.sensitive, bucket, policy?.raw ?? null, plan)
    if (policy !== null) policies.push({ ...policy, ...hidden })
    else {
      const name = hidden.hidesBucket ? null : bucket
      unreadable.push({ address: resource.address, bucket: name, why: 'its text is not a policy in JSON', ...hidden })
    }
  }
  return { policies, settings: [], unknown: [], unreadable, buckets }
}
