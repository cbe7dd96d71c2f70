import type { UnknownSource } from '../documents/document.js'
import { type Acl, grantsToOthers, type OwnershipSetting, type Setting } from '../documents/ownership.js'
import type { Policy } from '../documents/policy.js'
import { display, isPlain, type Text } from '../iam/text/text.js'
import { type Plan, Secrets } from '../terraform/plan/index.js'
import type { DeclaredInstance, Inventory } from '../terraform/trace/index.js'

/**
 * What the sources of a root module declare, in the place of a plan: the instances by their addresses. Of values only
 * those are known that say which bucket is meant, and its settings.
 */
export function planOfSources(folder: string, place: number, { instances, outputs, calls }: Inventory): Plan {
  const changes = [...instances, ...calls, ...outputs].map((one) => ({
    address: one.address,
    previousAddress: null,
    parsed: one.parsed,
    actions: ['no-op'],
    deposed: false,
    after: {
      ...(one.bucket === null ? {} : { bucket: display(one.bucket) }),
      ...(one.acl === null ? {} : { acl: one.acl }),
      ...(one.objectOwnership === null ? {} : { rule: [{ object_ownership: one.objectOwnership }] }),
    },
    afterUnknown: {},
    afterSensitive: {},
    before: null,
    beforeSensitive: {},
    imported: false,
  }))
  return {
    kind: 'sources',
    path: keyOf(folder),
    place,
    changes,
    state: [],
    configuration: null,
    providers: new Map(),
    declared: null,
    ignoredTags: { keys: [], prefixes: [] },
    variables: {},
    refreshOnly: false,
    valuesOnly: false,
    malformed: [],
    others: [],
    partial: false,
    secrets: new Secrets(),
  }
}

/** What stands for a root module where others have the path of a file; no file of a checkout is called so. */
export function keyOf(folder: string): string {
  return folder === '' ? '.' : folder
}

/** The rest of what is known of a root module. */
interface Known {
  readonly folder: string
  readonly unit: string | null
  readonly policies: readonly Policy[]
  /** What of it is not known. */
  readonly unknown: readonly UnknownSource[]
}

/** The Object Ownership that the sources of a root module declare. */
export function settingsOfSources(
  plan: Plan,
  { instances }: Inventory,
  { folder, unit, policies, unknown }: Known,
): readonly OwnershipSetting[] {
  const isSame = comparison(instances)
  const controls = instances.filter(({ parsed }) => parsed.type === 'aws_s3_bucket_ownership_controls')
  // Whether a bucket without controls is there already, and what it has, sources do not tell: its ACL may.
  const open = instances.filter(
    (one) => hasAcl(one) && controls.every(({ bucket }) => isSame(bucket, one.bucket) === false),
  )
  const granting = open.filter((one) => grantsToOthers(aclOf(one.bucket, [one], isSame)))
  return [...controls, ...granting].map((one) => {
    const { bucket, objectOwnership: value } = one
    const setting: Setting = value === null ? { kind: 'unknown' } : { kind: 'value', value }
    const own = policies.map((policy) => isSame(policy.bucket, bucket))
    return {
      origin: {
        source: 'terraform-source',
        path: one.range.path,
        root: folder,
        ...(unit === null ? {} : { unit }),
        plan: plan.place,
        at: [],
        base: 0,
        address: one.address,
        wrapped: true,
      },
      bucket: bucket !== null && isPlain(bucket) && !one.hides.bucket ? bucket : null,
      setting,
      sensitive: [one, ...instances.filter(hasAcl)].some(
        (each) => each.hides.setting && isSame(each.bucket, bucket) !== false,
      ),
      acl: aclOf(bucket, instances, isSame),
      policies: {
        known: unknown.every((each) => isOther(each, bucket)) && !own.includes(null),
        list: policies.filter((_, i) => own[i] === true),
      },
    }
  })
}

/** Whether what is not known is about another bucket. */
function isOther({ bucket }: UnknownSource, own: Text | null): boolean {
  return bucket !== null && own !== null && isPlain(own) && own !== bucket
}

/** What names a bucket resource whose name is not known: another resource is another bucket. */
const RESOURCE = /(?:^|\.)aws_s3_bucket\.[\w-]+(?:\[[^\]]*\])?\.bucket$/

function resourceIn(name: Text): string | null {
  const [only, ...more] = isPlain(name) ? [] : name
  return only !== undefined && typeof only !== 'string' && more.length === 0 && RESOURCE.test(only.token)
    ? only.token
    : null
}

/** Whether two names are of one bucket; null where nobody knows. */
type Comparison = (a: Text | null, b: Text | null) => boolean | null

/** How names of buckets compare in a root module: those that two of its resources have are of two buckets, whatever they are. */
function comparison(instances: readonly DeclaredInstance[]): Comparison {
  const own = instances.flatMap(({ parsed, bucket }) =>
    parsed.type === 'aws_s3_bucket' && bucket !== null ? [display(bucket)] : [],
  )
  const declared = new Set(own)
  const isDeclared = (name: Text) => resourceIn(name) !== null || declared.has(display(name))
  return (a, b) => {
    if (a === null || b === null) return null
    if (display(a) === display(b)) return true
    return (isPlain(a) && isPlain(b)) || (isDeclared(a) && isDeclared(b)) ? false : null
  }
}

function hasAcl({ parsed: { type }, written }: DeclaredInstance): boolean {
  return type === 'aws_s3_bucket_acl' || (type === 'aws_s3_bucket' && (written.has('acl') || written.has('grant')))
}

/** A separate ACL resource of the same bucket, or the bucket's own argument; one that may be another bucket's tells nothing. */
function aclOf(bucket: Text | null, instances: readonly DeclaredInstance[], isSame: Comparison): Acl {
  const own = instances.filter(hasAcl).filter((one) => isSame(one.bucket, bucket) !== false)
  const [first] = own
  if (first === undefined) return { kind: 'none' }
  const isSure = own.length === 1 && (first.bucket === bucket || isSame(first.bucket, bucket) === true)
  return first.acl === null || !isSure ? { kind: 'unknown' } : { kind: 'canned', name: first.acl }
}
