import { piecesOf } from '../../iam/text/text.js'
import { type JsonObject, member, memberAt } from '../../tree/value.js'
import type { Surroundings } from '../policy.js'
import { TEMPLATE_READER } from '../template.js'
import { ACCOUNTS, BUCKETS, isOfOther, NAMES, plainName, REGIONS } from './names.js'

/** What the objects around a policy say of it. */
export interface Around extends Surroundings {
  /** What the policies in it are for; `unsure` of a type that is not known, though it is called as one of a bucket's policy. */
  readonly kind: 'bucket' | 'other' | 'unsure' | null
  /** The Pulumi resource that it is in. */
  readonly urn: string | null
}

export const NOTHING_AROUND: Around = {
  account: null,
  region: null,
  names: [],
  sure: 0,
  kind: null,
  urn: null,
}

/** What an object adds to what is known around it. */
export function aroundIn(object: JsonObject, outer: Around): Around {
  const byName = new Map(Object.entries(object).map(([name, value]) => [plainName(name), value]))
  const told = <T>(names: readonly string[], read: (value: unknown) => T | null): readonly T[] =>
    names.flatMap((name) => read(byName.get(name)) ?? [])
  const sure = told(BUCKETS, bucketFrom)
  const buckets = [...sure, ...told(NAMES, bucketFrom)]
  const [account = outer.account] = [...ownersIn(byName.get('resources')), ...told(ACCOUNTS, accountFrom)]
  const [region = outer.region] = told(REGIONS, regionFrom)
  const own = buckets.length > 0 ? { names: buckets, sure: sure.length } : { names: outer.names, sure: outer.sure }
  const urn = member(object, 'urn')
  return {
    account,
    region,
    ...own,
    kind: kindOf(object) ?? outer.kind,
    urn: typeof urn === 'string' ? urn : outer.urn,
  }
}

function accountFrom(value: unknown): string | null {
  // A tool that prints numbers drops leading zeros.
  const text = typeof value === 'number' && Number.isInteger(value) ? String(value).padStart(12, '0') : value
  return typeof text === 'string' && /^\d{12}$/.test(text) ? text : null
}

function regionFrom(value: unknown): string | null {
  return typeof value === 'string' && /^[a-z]{2,4}(?:-[a-z]{2,12}){1,2}-\d{1,2}$/.test(value) ? value : null
}

/**
 * A bucket's name, as it is or in its ARN, in the letters that names have (S3 User Guide, "Bucket naming rules"), with what
 * is still to be filled in.
 */
function bucketFrom(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > 100) return null
  const name = value.replace(/^arn:[a-z-]+:s3:::/, '')
  const filled = piecesOf(TEMPLATE_READER.text(name) ?? '').map((one) => (typeof one === 'string' ? one : 'x'))
  return /^[a-z0-9](?:[a-z0-9.-]{0,61}[a-z0-9])?$/.test(filled.join('')) ? name : null
}

/** The account that owns the bucket of a CloudTrail event, which may be another than the caller's. */
function ownersIn(resources: unknown): readonly string[] {
  if (!Array.isArray(resources)) return []
  return resources.flatMap((one) => {
    const type = member(one, 'type')
    return type === 'AWS::S3::Bucket' ? (accountFrom(member(one, 'accountId')) ?? []) : []
  })
}

/** The types by which AWS Config, Pulumi and Terraform's state name a bucket or its policy. */
const BUCKET_TYPE =
  /^(?:AWS::S3::Bucket(?:Policy)?|aws-native:s3:Bucket(?:Policy)?|aws:s3\/bucket(?:V2|Policy)?:Bucket(?:V2|Policy)?|(?:aws|awscc)_s3_bucket(?:_policy)?)$/
/** A type of a bucket's policy as a later version may call it. */
const UNSURE_TYPE = /^(?:AWS::S3::|aws-native:s3:|aws:s3\/)bucketPolicy/i
const OTHER_TYPE = /^(?:AWS::\w+::\w+|aws(?:-native|cc)?:[\w/-]+:\w+|(?:aws|awscc)_\w+|[A-Z_]+_POLICY)$/

/** What the policies in an object are for, by what it says of itself; null where it says nothing. */
function kindOf(object: JsonObject): Around['kind'] {
  const event = eventOf(object)
  if (event !== null) return event === 'PutBucketPolicy' ? 'bucket' : 'other'
  const types = ['resourceType', 'ResourceType', 'resource_type', 'type', 'Type'].map((name) => member(object, name))
  const type = types.find((one) => typeof one === 'string')
  if (typeof type === 'string' && BUCKET_TYPE.test(type)) return member(object, 'Type') === type ? null : 'bucket'
  // Templates, which say `Type`, are read by another form.
  if (typeof type === 'string' && UNSURE_TYPE.test(type) && member(object, 'Type') !== type) return 'unsure'
  if (typeof type === 'string' && (OTHER_TYPE.test(type) || isPulumi(object))) return 'other'
  return Object.keys(object).some(isOfOther) ? 'other' : null
}

/** The operation of a CloudTrail event; rows of CloudTrail Lake and Athena have its names in lower case. */
function eventOf(object: JsonObject): string | null {
  const name = member(object, 'eventName') ?? member(object, 'eventname')
  const source = member(object, 'eventSource') ?? member(object, 'eventsource')
  return typeof name === 'string' && typeof source === 'string' ? name : null
}

/** A resource as Pulumi's state and its preview hold it (Pulumi, `apitype.ResourceV3`). */
function isPulumi(object: JsonObject): boolean {
  return typeof member(object, 'urn') === 'string' && typeof member(object, 'type') === 'string'
}

const NONE: ReadonlySet<string> = new Set()
const OF_ITEM: ReadonlySet<string> = new Set(['configuration', 'supplementaryconfiguration'])
/** What AWS Config tells of a change (`configurationItemDiff`). */
const OF_CHANGE: ReadonlySet<string> = new Set(['previousvalue'])
const OF_EVENT: ReadonlySet<string> = new Set(['requestparameters', 'responseelements'])

/**
 * The members of an object, by their plain names, that tell of a state that is gone, or of a request that was refused: no
 * policy in them is in force. What stands beside them is another matter.
 */
export function voidMembers(object: JsonObject): ReadonlySet<string> {
  const status = member(object, 'configurationItemStatus')
  if (status === 'ResourceDeleted' || status === 'ResourceDeletedNotRecorded') return OF_ITEM
  if (member(object, 'changeType') !== undefined && member(object, 'updatedValue') !== undefined) return OF_CHANGE
  const error = member(object, 'errorCode') ?? member(object, 'errorcode')
  return eventOf(object) !== null && typeof error === 'string' && error !== '' ? OF_EVENT : NONE
}

const OF_REPORT: ReadonlySet<string> = new Set([
  'version',
  'tool',
  'conclusion',
  'summary',
  'context',
  'assumptions',
  'findings',
  'ignored',
  'changed',
  'notes',
  'unread',
])
/** SARIF 2.1.0, section 3.13. */
const OF_SARIF: ReadonlySet<string> = new Set(['$schema', 'version', 'runs', 'inlineExternalProperties', 'properties'])

/** The members of a report of this tool, or of one in SARIF: they repeat lines of what was judged. */
export function reportMembers(object: JsonObject): ReadonlySet<string> {
  if (memberAt(object, 'tool', 'name') === 'clumio-policy-check') return OF_REPORT
  return Array.isArray(member(object, 'runs')) && String(member(object, '$schema')).includes('sarif') ? OF_SARIF : NONE
}

/** The operations of a step of a preview that leave nothing in place (Pulumi, `apitype.OpType`). */
const TAKES_AWAY = /^(?:delete|discard|remove|read-discard)/

/**
 * The members of a Pulumi object that tell what is in place in the end: of a step the new state, of a resource what the
 * provider made of it, in a preview what the program asks for; null for any other object.
 *
 * @param isPlanned whether the resource is in a step of a preview
 */
export function pulumiMembers(object: JsonObject, isPlanned: () => boolean): JsonObject | null {
  if (isStep(object)) {
    const { oldState: _, ...rest } = object
    return TAKES_AWAY.test(String(member(object, 'op'))) ? {} : rest
  }
  if (!isPulumi(object)) return null
  const { inputs, outputs, ...rest } = object
  const [first, second] = isPlanned() ? [{ inputs }, { outputs }] : [{ outputs }, { inputs }]
  const holds = (one: object) => Object.values(one).some(holdsPolicyMember)
  return { ...rest, ...(holds(first) || !holds(second) ? first : second) }
}

function holdsPolicyMember(state: unknown): boolean {
  return (member(state, 'policy') ?? member(state, 'policyDocument') ?? null) !== null
}

/** A step of `pulumi preview --json`. */
export function isStep(object: JsonObject): boolean {
  return typeof member(object, 'op') === 'string' && typeof member(object, 'urn') === 'string'
}
