import { hidesStatements, markDuplicates, TWO_LISTS } from '../documents/duplicates.js'
import type { OwnershipSetting } from '../documents/ownership.js'
import type { Policy, UnreadPolicy } from '../documents/policy.js'
import { parsePolicy, type Reader } from '../iam/parse.js'
import type { Route } from '../tree/node.js'
import { isObject, type JsonObject, member, memberAt } from '../tree/value.js'
import { bucketsByName, loggedBuckets, policiesByBucket, readBucket, shownName, tagsOf } from './buckets.js'
import { chosenDocument, intrinsic } from './calls.js'
import { type Declared, declaredIn } from './loops.js'
import { originOf, type Place } from './place.js'
import { intrinsicReader, typeOf } from './reader.js'
import { resolved, type Scope, scopeOf } from './scope.js'

/** What a CloudFormation template (or a CDK output) declares about buckets. */
export interface Template {
  readonly policies: readonly Policy[]
  readonly settings: readonly OwnershipSetting[]
  readonly unread: readonly UnreadPolicy[]
}

/** Where a template stands. */
export interface TemplatePlace {
  readonly path: string
  readonly base: number
  readonly syntax: 'yaml' | undefined
  /** The route of the template in its document. */
  readonly at: Route
  /** Why nothing in it can be edited; null where it is a source. */
  readonly printed: string | null
}

/** How a kind of templates is read. */
export interface Dialect {
  readonly reader: (scope: Scope) => Reader
}

const CLOUDFORMATION: Dialect = { reader: intrinsicReader }

/** An object with `Resources` whose members have a `Type` (CloudFormation User Guide, "Template anatomy"). */
export function isTemplate(value: unknown): value is JsonObject {
  if (!isObject(value)) return false
  const resources = member(value, 'Resources')
  return isObject(resources) && declaredIn(resources, []).some(({ resource }) => typeOf(resource) !== null)
}

export function readTemplate(template: JsonObject, where: TemplatePlace, dialect = CLOUDFORMATION): Template {
  const written = member(template, 'Resources')
  const declared = isObject(written) ? declaredIn(written, [...where.at, 'Resources']) : []
  const resources = Object.fromEntries(declared.map(({ id, resource }) => [id, resource]))
  const scope = scopeOf(template, resources)
  const reader = dialect.reader(scope)
  const buckets = bucketsByName(resources)
  const policies: Policy[] = []
  const settings: OwnershipSetting[] = []
  const unread: UnreadPolicy[] = []
  const isMade = declared.some(({ resource }) => constructOf(resource) !== null)
  for (const one of declared) {
    const properties = memberAt(one.resource, 'Properties')
    if (!isObject(properties)) continue
    const place = placeOf(one, where, isMade)
    if (typeOf(one.resource) === 'AWS::S3::BucketPolicy') {
      const policy = readBucketPolicy(place, properties, scope, reader)
      if ('why' in policy) unread.push(policy)
      else policies.push({ ...policy, tags: tagsOf(policy, buckets, reader) })
    } else if (typeOf(one.resource) === 'AWS::S3::Bucket') {
      const setting = readBucket(place, properties, reader)
      if (setting) settings.push(setting)
    }
  }
  return { policies, settings: related(settings, { policies, resources, reader }), unread }
}

interface Around {
  readonly policies: readonly Policy[]
  readonly resources: JsonObject
  readonly reader: Reader
}

/** Settings with the policies of their buckets, and whether logs are written there. */
function related(settings: readonly OwnershipSetting[], around: Around): readonly OwnershipSetting[] {
  const { policies, resources, reader } = around
  if (settings.length === 0) return []
  const own = policiesByBucket(policies)
  const logged = loggedBuckets(resources, reader)
  return settings.map((setting) => {
    const name = shownName(setting, resources)
    return {
      ...setting,
      policies: { known: true, list: own.get(name) ?? [] },
      aclsNeeded: logged.has(name) || logged.has(`\${${setting.origin.address ?? ''}`),
    }
  })
}

/** The construct that the CDK made a resource of. */
function constructOf(resource: unknown): string | null {
  const path = memberAt(resource, 'Metadata', 'aws:cdk:path')
  return typeof path === 'string' ? path : null
}

function placeOf({ id, resource, at }: Declared, where: TemplatePlace, isMade: boolean): Place {
  const { path, base, syntax, printed } = where
  const construct = constructOf(resource)
  const made = `the CDK wrote this template: change ${construct === null ? 'its constructs' : `the construct ${construct}`}`
  return { path, base, syntax, at, id, generated: printed ?? (isMade ? made : null) }
}

function readBucketPolicy(place: Place, properties: JsonObject, scope: Scope, reader: Reader): Policy | UnreadPolicy {
  const written = member(properties, 'PolicyDocument')
  const origin = originOf(place, ['Properties', 'PolicyDocument'])
  const bucket = reader.text(member(properties, 'Bucket'))
  if (typeof written === 'string') return readText(written, { origin, bucket }, reader)
  if (!isObject(written)) return { origin, why: 'its PolicyDocument is no object', include: null }
  const call = intrinsic(written)
  if (call !== null && call.name !== 'Fn::If') return unreadCall(origin, call.name, call.argument)
  const given = resolved(call === null ? written : chosenDocument(written), scope)
  const raw = isObject(given) ? given : written
  const policy = policyIn(raw, { origin, bucket }, reader)
  if ('why' in policy) return policy
  // What aliases and loops make of an object depends on the rest of the document.
  if (place.syntax !== undefined || place.at.length > 2) return policy
  const reread = (changed: JsonObject): Policy | null => {
    const read = readBucketPolicy(place, { ...properties, PolicyDocument: changed }, scope, reader)
    return 'why' in read ? null : read
  }
  return { ...policy, reread }
}

type PolicyPlace = Pick<Policy, 'origin' | 'bucket'>

function policyIn(raw: JsonObject, { origin, bucket }: PolicyPlace, reader: Reader): Policy | UnreadPolicy {
  const document = parsePolicy(raw, reader)
  if (document.statements.length === 0 && hidesStatements(raw)) return { origin, why: TWO_LISTS, include: null }
  return { origin, document, raw, bucket, hasTokens: true }
}

/** A document as a text, in JSON. */
function readText(text: string, { origin, bucket }: PolicyPlace, reader: Reader): Policy | UnreadPolicy {
  try {
    const raw: unknown = JSON.parse(text)
    if (isObject(raw)) {
      markDuplicates(raw, text)
      return policyIn(raw, { origin: { ...origin, wrapped: true }, bucket }, reader)
    }
  } catch {
    // Told below.
  }
  return { origin, why: 'its PolicyDocument is a text that is no JSON object', include: null }
}

function unreadCall(origin: Policy['origin'], name: string, argument: unknown): UnreadPolicy {
  const location = memberAt(argument, 'Parameters', 'Location')
  if (name === 'Fn::Transform' && memberAt(argument, 'Name') === 'AWS::Include') {
    const include = typeof location === 'string' ? location : null
    const what = include === null ? 'a location that is not spelled out' : `"${include.slice(0, 100)}"`
    return { origin, why: `its PolicyDocument is included from ${what}, which is not in the checkout`, include }
  }
  return { origin, why: `its PolicyDocument is what ${name} gives`, include: null }
}
