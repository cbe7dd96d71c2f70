import { type Acl, grantsToOthers, type OwnershipSetting, ownershipIn } from '../documents/ownership.js'
import type { Policy } from '../documents/policy.js'
import type { Reader } from '../iam/parse.js'
import { display, type Text } from '../iam/text/text.js'
import { type JsonObject, member, memberAt } from '../tree/value.js'
import { bucketNameOf, typeOf } from './language/reader.js'
import type { Scope } from './language/scope.js'
import { originOf, type Place } from './place.js'

/** The ownership that a bucket declares; null where it says nothing of it. */
export function readBucket(place: Place, properties: JsonObject, reader: Reader): OwnershipSetting | null {
  const value = ownershipIn(properties)
  const acl = readAcl(reader.text(member(properties, 'AccessControl')))
  // An ACL that lets others in works only while ACLs are enabled: then it tells that, where nothing else does.
  if (value === undefined && !grantsToOthers(acl)) return null
  const text = reader.text(value)
  const name = reader.text(member(properties, 'BucketName'))
  const at = value === undefined ? ['AccessControl'] : ['OwnershipControls', 'Rules', 0, 'ObjectOwnership']
  return {
    origin: originOf(place, ['Properties', ...at]),
    bucket: typeof name === 'string' ? name : null,
    setting: typeof text === 'string' ? { kind: 'value', value: text } : { kind: 'unknown' },
    acl,
    policies: { known: true, list: [] },
  }
}

function readAcl(text: Text | null): Acl {
  if (text === null) return { kind: 'none' }
  return typeof text === 'string' ? { kind: 'canned', name: text } : { kind: 'unknown' }
}

/**
 * What stands in front of some dot of the names by which CloudFront writes its standard logs, which it does by ACL
 * (CloudFront Developer Guide): a bucket's name, or `${` and its logical id.
 */
export function loggedBuckets(resources: JsonObject, reader: Reader): ReadonlySet<string> {
  const starts = new Set<string>()
  for (const resource of Object.values(resources)) {
    if (typeOf(resource) !== 'AWS::CloudFront::Distribution') continue
    const target = reader.text(memberAt(resource, 'Properties', 'DistributionConfig', 'Logging', 'Bucket'))
    const host = target === null ? '' : display(target).slice(0, MAX_HOST)
    for (let dot = host.indexOf('.'); dot !== -1; dot = host.indexOf('.', dot + 1)) starts.add(host.slice(0, dot))
  }
  return starts
}

/** A name of the DNS has at most 253 characters; a logical id that is referred to at most 255. */
const MAX_HOST = 300

/** The policies of a template by the bucket that they name, by reference or by name. */
export function policiesByBucket(policies: readonly Policy[]): ReadonlyMap<string, readonly Policy[]> {
  const byBucket = new Map<string, Policy[]>()
  for (const policy of policies) {
    if (policy.bucket === null) continue
    const name = display(policy.bucket)
    const own = byBucket.get(name)
    if (own === undefined) byBucket.set(name, [policy])
    else own.push(policy)
  }
  return byBucket
}

/** The name of a setting's bucket as a reference to it is shown. */
export function shownName(id: string, scope: Scope): string {
  return display(bucketNameOf(id, member(scope.resources, id), scope))
}
