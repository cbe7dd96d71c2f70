import { partitionOfRegion } from '../../clumio/roles.js'
import { parsePolicy, type Reader, readPlainText, statementsOf } from '../../iam/parse.js'
import type { Text } from '../../iam/text/text.js'
import {
  bucketResource,
  deferredStatements,
  hidesSome,
  isBucketPolicy,
  isIgnored,
  isPlannedUnknown,
  isSensitiveDocument,
  masked,
  type Plan,
  type PlanIndex,
  type PlannedResource,
  type StateResource,
} from '../../terraform/plan/index.js'
import { isObject, type JsonObject, member } from '../../tree/value.js'
import type { TaggedBucket, UnknownPolicy } from '../document.js'
import { markDuplicates } from '../duplicates.js'
import type { OwnershipSetting } from '../ownership.js'
import { type Origin, type Policy, someTags, type Tags } from '../policy.js'
import { bucketOf, type Hidden, hiddenIn, isPresent, originIn } from './planned-facts.js'
import { othersHolding } from './planned-others.js'
import { ownershipInState, plannedOwnership } from './planned-ownership.js'

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

export function plannedPolicies(index: PlanIndex): PlannedPolicies {
  const { plan } = index
  return plan.kind === 'state' || plan.refreshOnly ? fromState(plan) : new PlanReader(index).read()
}

class PlanReader {
  readonly #plan: Plan
  readonly #index: PlanIndex
  readonly #policies: Policy[] = []
  readonly #unknown: UnknownPolicy[] = []
  readonly #unreadable: UnknownPolicy[] = []
  readonly #buckets: TaggedBucket[] = []
  /** The buckets of the policies that are resources of their own; null for one that is not known. */
  #separate: ReadonlySet<string | null> | null = null
  #hidesDocuments: boolean | null = null

  constructor(index: PlanIndex) {
    this.#plan = index.plan
    this.#index = index
  }

  read(): PlannedPolicies {
    // What is destroyed or absent after the plan is not judged; a no-op policy is.
    for (const change of this.#plan.changes.filter(isPresent)) {
      if (isBucketPolicy(change.parsed.type)) this.#policy(change)
      else if (change.parsed.type === 'aws_s3_bucket') this.#bucket(change)
    }
    this.#unreadable.push(...malformedIn(this.#plan))
    const policies = { told: this.#policies, untold: [...this.#unknown, ...this.#unreadable] }
    return {
      policies: this.#policies,
      settings: plannedOwnership(this.#index, policies),
      unknown: this.#unknown,
      unreadable: [...this.#unreadable, ...othersHolding(this.#plan, this.#policies)],
      buckets: this.#buckets,
    }
  }

  #bucket(change: PlannedResource): void {
    const name = change.after?.bucket
    const bucket = typeof name === 'string' ? name : null
    const tags = tagsIn(change.after ?? {}, change.afterUnknown, this.#plan)
    this.#buckets.push({ address: change.address, bucket, tags })
    // The attribute is computed too: unless the configuration sets it, it echoes the bucket's present policy.
    if (this.#index.isSet(change.parsed, 'policy') || this.#isOnly(change)) this.#policy(change)
  }

  /**
   * Of a plan without its configuration nobody can tell an echo: where no other resource has the policy, it counts. A bucket
   * that is not there yet has none to echo.
   */
  #isOnly(change: PlannedResource): boolean {
    if (this.#index.configured(change.parsed) !== null) return false
    const isWritten = typeof change.after?.policy === 'string'
    if (isWritten && change.actions.includes('create')) return true
    if (!this.#plan.valuesOnly && !(isWritten && this.#plan.configuration === null)) return false
    this.#separate ??= new Set(
      this.#plan.changes
        .filter(({ parsed }) => isBucketPolicy(parsed.type))
        .map(({ after }) => (typeof after?.bucket === 'string' ? after.bucket : null)),
    )
    const name = change.after?.bucket
    return !this.#separate.has(null) && !(typeof name === 'string' && this.#separate.has(name))
  }

  #policy(change: PlannedResource): void {
    const text = change.after?.policy
    const bucket = bucketOf(this.#index, change)
    if (typeof text === 'string') {
      const facts = { unchanged: isNoOp(change), partition: this.#partitionOf(change) }
      const policy = text === '' ? null : policyOf(text, originIn(this.#plan, change), bucket, facts)
      if (policy !== null) this.#policies.push({ ...policy, ...this.#hiddenIn(change, bucket, policy.raw) })
      else if (text !== '') this.#untold(this.#unreadable, change, 'its text in the plan is not a policy in JSON')
    } else if (change.afterUnknown.policy === true) this.#deferred(change, bucket)
    // A policy that somebody sets is a text; a bucket without one has none.
    else if (isObject(text) || Array.isArray(text)) this.#untold(this.#unreadable, change, 'it is no text in the plan')
  }

  /** A policy of which nothing is read. */
  #untold(list: UnknownPolicy[], change: PlannedResource, why: string): void {
    const bucket = bucketOf(this.#index, change)
    const { sensitive, hidesBucket } = this.#hiddenIn(change, bucket, null)
    const name = typeof bucket === 'string' && !hidesBucket ? bucket : null
    // Which documents it is made of is not known, so that every one counts.
    this.#hidesDocuments ??= this.#plan.changes.some(isSensitiveDocument)
    const mayHide = sensitive || this.#hidesDocuments
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
      origin: originIn(this.#plan, change),
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
}

/** The partition that the values of a bucket or of its policy tell: by an ARN, else by a Region. */
function partitionIn(values: JsonObject | null | undefined): string | null {
  const { arn, region } = values ?? {}
  const own = typeof arn === 'string' ? /^arn:([a-z-]+):/.exec(arn)?.[1] : undefined
  return own ?? (typeof region === 'string' && region !== '' ? partitionOfRegion(region) : null)
}

/**
 * Tags of the bucket's own with those that the provider adds, which are all that it writes: what it leaves alone is missing among
 * these, and the bucket may have it with another value. What the plan does not know may be anything.
 */
function tagsIn(values: JsonObject, unknown: JsonObject, { ignoredTags }: Plan): Tags {
  const [own, all] = ['tags', 'tags_all'].map((name) => masked(values[name], unknown[name], name))
  if (isPlannedUnknown(own)) return someTags(new Map())
  const written = isTags(all) ? all : null
  const known = new Map<string, string>()
  const open = new Set<string>()
  for (const [key, value] of [own, all].flatMap((tags) => (isTags(tags) ? Object.entries(tags) : []))) {
    const isSure = typeof value === 'string' && (written === null || member(written, key) === value)
    if (isSure && !isIgnored(key, ignoredTags)) known.set(key, value)
    else open.add(key)
  }
  for (const key of open) known.delete(key)
  return { known, mayHave: (key) => written === null || open.has(key) || isIgnored(key, ignoredTags) }
}

function isTags(tags: unknown): tags is JsonObject {
  return isObject(tags) && !isPlannedUnknown(tags)
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

function malformedIn({ malformed }: Plan): readonly UnknownPolicy[] {
  return malformed.map((one) => ({ ...one, bucket: null, sensitive: true, hidesBucket: true }))
}

/** A state holds the policies as they are; the bucket's own attribute only echoes a separate resource. */
function fromState(plan: Plan): PlannedPolicies {
  const policies: Policy[] = []
  const unreadable: UnknownPolicy[] = []
  const buckets: TaggedBucket[] = []
  const nameIn = ({ values }: StateResource) => (typeof values.bucket === 'string' ? values.bucket : null)
  const managed = plan.state.filter(({ parsed }) => parsed.mode === 'managed')
  const policyBuckets = (some: readonly StateResource[]) =>
    new Set(some.filter(({ parsed }) => isBucketPolicy(parsed.type)).map(nameIn))
  const own = policyBuckets(managed)
  // What is only read tells what is in force on a bucket that another root manages.
  const read = plan.state.filter(
    (one) => one.parsed.mode === 'data' && isBucketPolicy(one.parsed.type) && !own.has(nameIn(one)),
  )
  const separate = policyBuckets([...managed, ...read])
  for (const resource of [...managed, ...read]) {
    const { type } = resource.parsed
    const bucket = nameIn(resource)
    if (type === 'aws_s3_bucket') {
      buckets.push({ address: resource.address, bucket, tags: tagsIn(resource.values, {}, plan) })
    }
    if (!isBucketPolicy(type) && (type !== 'aws_s3_bucket' || separate.has(bucket))) continue
    const text = resource.values.policy
    if (text === '' || (typeof text !== 'string' && !isBucketPolicy(type))) continue
    if (typeof text !== 'string') {
      const hidden = hiddenIn(resource.sensitive, bucket, null, plan)
      const name = hidden.hidesBucket ? null : bucket
      unreadable.push({ address: resource.address, bucket: name, why: 'the state does not hold its text', ...hidden })
      continue
    }
    const origin: Origin = { ...originIn(plan, resource), source: 'terraform-state' }
    const policy = policyOf(text, origin, bucket, { unchanged: true, partition: partitionIn(resource.values) })
    const hidden = hiddenIn(resource.sensitive, bucket, policy?.raw ?? null, plan)
    if (policy !== null) policies.push({ ...policy, ...hidden })
    else {
      const name = hidden.hidesBucket ? null : bucket
      unreadable.push({ address: resource.address, bucket: name, why: 'its text is not a policy in JSON', ...hidden })
    }
  }
  unreadable.push(...malformedIn(plan), ...othersHolding(plan, policies))
  const settings = ownershipInState(plan, { told: policies, untold: unreadable })
  return { policies, settings, unknown: [], unreadable, buckets }
}
