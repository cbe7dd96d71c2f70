import { type Acl, type OwnershipSetting, ownershipIn } from '../documents/ownership.js'
import type { Policy, Tags } from '../documents/policy.js'
import type { Reader } from '../iam/parse.js'
import { display, type Text } from '../iam/text/text.js'
import { type JsonObject, member, memberAt } from '../tree/value.js'
import { bucketNameOf, typeOf } from './reader.js'
import { originOf, type Place } from './place.js'

/** The ownership that a bucket declares; null where it says nothing of it. */
export function readBucket(place: Place, properties: JsonObject, reader: Reader): OwnershipSetting | null {
  const value = ownershipIn(properties)
  const acl = readAcl(reader.text(member(properties, 'AccessControl')), value === undefined)
  if (value === undefined && acl.kind !== 'grants') return null
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

/** ACLs that let others write can be set only while ACLs are enabled: then they tell it, where nothing else does. */
const WRITABLE = new Set(['PublicReadWrite', 'LogDeliveryWrite'])

function readAcl(text: Text | null, alone: boolean): Acl {
  if (text === null) return { kind: 'none' }
  if (typeof text !== 'string') return { kind: 'unknown' }
  return alone && WRITABLE.has(text) ? { kind: 'grants', grantees: [text] } : { kind: 'canned', name: text }
}

/** Whether CloudFront writes its standard logs to a bucket, which it does by ACL (CloudFront Developer Guide). */
export function takesLogs(setting: OwnershipSetting, resources: JsonObject, reader: Reader): boolean {
  const id = setting.origin.address ?? ''
  const name = shownName(setting, resources)
  return Object.values(resources).some((resource) => {
    if (typeOf(resource) !== 'AWS::CloudFront::Distribution') return false
    const target = reader.text(memberAt(resource, 'Properties', 'DistributionConfig', 'Logging', 'Bucket'))
    const host = target === null ? '' : display(target)
    return host.startsWith(`\${${id}.`) || host.startsWith(`${name}.`)
  })
}

/** The policies of the same template that name this bucket by reference or by name. */
export function withPolicy(
  setting: OwnershipSetting,
  policies: readonly Policy[],
  resources: JsonObject,
): OwnershipSetting {
  const name = shownName(setting, resources)
  const list = policies.filter(({ bucket }) => bucket !== null && display(bucket) === name)
  return { ...setting, policies: { known: true, list } }
}

/** The tags of a policy's bucket that are spelled out. Others are not known: tags of the stack go to its resources too. */
export function tagsOf({ bucket }: Policy, resources: JsonObject, reader: Reader): Tags {
  const isOwn = ([id, resource]: readonly [string, unknown]) =>
    typeOf(resource) === 'AWS::S3::Bucket' && bucket !== null && display(bucketNameOf(id, resource)) === display(bucket)
  const [own, ...others] = Object.entries(resources).filter(isOwn)
  const list = own === undefined || others.length > 0 ? [] : memberAt(own[1], 'Properties', 'Tags')
  if (!Array.isArray(list)) return { known: new Map(), open: true }
  const tags = new Map<string, string>()
  for (const tag of list) {
    const key = reader.text(memberAt(tag, 'Key'))
    const value = reader.text(memberAt(tag, 'Value'))
    if (typeof key === 'string' && typeof value === 'string') tags.set(key, value)
  }
  return { known: tags, open: true }
}

/** The name of a setting's bucket as a reference to it is shown. */
function shownName({ origin }: OwnershipSetting, resources: JsonObject): string {
  const id = origin.address ?? ''
  return display(bucketNameOf(id, member(resources, id)))
}
