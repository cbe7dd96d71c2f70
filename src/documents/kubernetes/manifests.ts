import type { Route } from '../../tree/node.js'
import { isObject, type JsonObject, member, memberAt } from '../../tree/value.js'
import type { Surroundings } from '../policy.js'

/** A manifest of a bucket or of its policy. */
export interface Manifest {
  readonly object: JsonObject
  /** Its route in the document. */
  readonly at: Route
  readonly dialect: Dialect
}

/**
 * Who makes a bucket of a manifest: AWS Controllers for Kubernetes (`spec.policy`), Crossplane with Upbound's provider
 * (`spec.forProvider.policy`, a text) or with the community's (`rawPolicy`, a text, or `policy`, its own structure).
 */
export type Dialect = 'ack' | 'upbound' | 'community'

const DIALECTS: readonly (readonly [RegExp, Dialect])[] = [
  [/^s3\.services\.k8s\.aws\//, 'ack'],
  [/^s3\.aws(?:\.m)?\.upbound\.io\//, 'upbound'],
  [/^s3\.aws\.crossplane\.io\//, 'community'],
]

/** Whether the words of such a manifest are in a text. */
export function mayBeManifest(text: string): boolean {
  return text.includes('s3.services.k8s.aws/') || /s3\.aws\.(?:m\.)?(?:upbound|crossplane)\.io\//.test(text)
}

/** Resources of AWS in a cluster; those that are no bucket and no policy of one hold other kinds of policies. */
const OF_AWS = /^[\w-]+\.(?:services\.k8s\.aws|aws(?:\.m)?\.(?:upbound|crossplane)\.io)\//

export function isOfAws(object: JsonObject): boolean {
  return OF_AWS.test(String(member(object, 'apiVersion'))) && typeof member(object, 'kind') === 'string'
}

const OF_MANIFEST: ReadonlySet<unknown> = new Set(['apiVersion', 'kind', 'metadata', 'spec', 'status'])

/** Whether a route in a document leads into what a resource of AWS says: its kind tells what policies it holds. */
export function isOfManifest(root: JsonObject, route: Route): boolean {
  let value: unknown = root
  for (const step of route) {
    if (isObject(value) && isOfAws(value) && OF_MANIFEST.has(step)) return true
    value = Array.isArray(value) ? value[Number(step)] : member(value, String(step))
  }
  return false
}

/** How many objects of one document are looked at, and how deep: what nests deeper than this is not read at all. */
const MAX_OBJECTS = 100_000
const MAX_DEPTH = 200

/** The manifests in a document: itself, the items of a list, what a composition or a resource group makes. */
export function manifestsIn(root: JsonObject, at: Route): readonly Manifest[] {
  if (typeof member(root, 'apiVersion') !== 'string' || typeof member(root, 'kind') !== 'string') return []
  const found: Manifest[] = []
  const seen = new Set<unknown>()
  const todo: { readonly value: unknown; readonly at: Route }[] = [{ value: root, at }]
  for (let next = todo.pop(); next !== undefined && seen.size < MAX_OBJECTS; next = todo.pop()) {
    const { value } = next
    if (typeof value !== 'object' || value === null || seen.has(value)) continue
    seen.add(value)
    const dialect = isObject(value) ? dialectOf(value) : null
    if (dialect !== null && isObject(value)) found.push({ object: value, at: next.at, dialect })
    else if (next.at.length < MAX_DEPTH) {
      const inner: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
      for (const [step, one] of inner.reverse()) {
        if (typeof one === 'object') todo.push({ value: one, at: [...next.at, step] })
      }
    }
  }
  return found
}

function dialectOf(object: JsonObject): Dialect | null {
  const [version, kind] = [member(object, 'apiVersion'), member(object, 'kind')]
  if (typeof version !== 'string' || (kind !== 'Bucket' && kind !== 'BucketPolicy')) return null
  return DIALECTS.find(([pattern]) => pattern.test(version))?.[1] ?? null
}

/** Where a manifest holds its policy. */
export interface Holder {
  readonly value: unknown
  /** Its route in the manifest. */
  readonly below: Route
}

const PARAMETERS = ['forProvider', 'initProvider'] as const

/** The policies of a manifest, as texts or in a structure; what Crossplane takes at the creation only counts where it is alone. */
export function holdersIn({ object, dialect }: Manifest): readonly Holder[] {
  const held = (...below: string[]): readonly Holder[] => {
    const value = memberAt(object, 'spec', ...below)
    return value === undefined || value === null || value === '' ? [] : [{ value, below: ['spec', ...below] }]
  }
  if (dialect === 'ack') return held('policy')
  const names = dialect === 'community' ? ['rawPolicy', 'policy'] : ['policy']
  const [first = []] = PARAMETERS.map((part) => names.flatMap((name) => held(part, name))).filter(
    (one) => one.length > 0,
  )
  return first.slice(0, 1)
}

/** What a manifest says of its bucket. */
export interface BucketFacts extends Surroundings {
  readonly address: string
}

export function factsOf({ object }: Manifest): BucketFacts {
  const text = (...route: string[]) => {
    const value = memberAt(object, ...route)
    return typeof value === 'string' && value !== '' ? [value] : []
  }
  const parameters = ['spec', 'forProvider']
  const sure = [...text(...parameters, 'bucket'), ...text(...parameters, 'bucketName'), ...text('spec', 'name')]
  const external = text('metadata', 'annotations', 'crossplane.io/external-name')
  const references = ['bucketRef', 'bucketNameRef'].flatMap((name) => text(...parameters, name, 'name'))
  const [region = null] = [
    ...text(...parameters, 'region'),
    ...text('metadata', 'annotations', 'services.k8s.aws/region'),
    ...text('spec', 'createBucketConfiguration', 'locationConstraint'),
    ...text('status', 'ackResourceMetadata', 'region'),
    ...text(...parameters, 'locationConstraint'),
  ]
  const [account = null] = [
    ...text('status', 'ackResourceMetadata', 'ownerAccountID'),
    ...text('metadata', 'annotations', 'services.k8s.aws/owner-account-id'),
  ].filter((one) => /^\d{12}$/.test(one))
  const name = [...text('metadata', 'namespace'), ...text('kind'), ...text('metadata', 'name')].join('/')
  const names = [...sure, ...external, ...references, ...text('metadata', 'name')]
  return { names, sure: sure.length, account, region, address: name }
}
