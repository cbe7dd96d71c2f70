import { asList, isObject, type JsonObject, member, memberAt, parsedJson } from '../../tree/value.js'
import type { Address, ConfiguredModule, Declared, IgnoredTags, Plan, PlannedResource, StateResource } from './model.js'

/** How the members of a plan's resources are read. Plans are untrusted, and their values are unvalidated JSON. */

export function asObject(value: unknown): JsonObject | null {
  return isObject(value) ? value : null
}

/** The object that the bytes of a part are the JSON of; null for anything else: then the whole document turns out to be broken. */
export function objectIn(bytes: Uint8Array): JsonObject | null {
  return asObject(parsedJson(new TextDecoder().decode(bytes)))
}

/** Own member by name; plans are untrusted, so inherited names never count. */
export function field(object: JsonObject | null, name: string): unknown {
  return object === null ? undefined : member(object, name)
}

/** Tells whether a state holds a planned resource as it is planned. */
export function heldIn(state: readonly StateResource[]): (planned: PlannedResource) => boolean {
  const identity = (address: string, policy: unknown) => JSON.stringify([address, policy ?? null])
  const held = new Set(state.map(({ address, values }) => identity(address, values.policy)))
  return ({ address, after }) => held.has(identity(address, after?.policy))
}

export function declaredIn(
  { resources, calls }: ConfiguredModule,
  names: Pick<Declared, 'resources' | 'variables'>,
): Declared {
  const expressions = [...resources, ...calls.values()].flatMap((one) => Object.values(one.expressions))
  const references = expressions.flatMap((one) => field(asObject(one), 'references') ?? [])
  const named = references.flatMap((one) => (typeof one === 'string' ? (REFERENCE.exec(one)?.[0] ?? []) : []))
  return { ...names, calls: new Set(calls.keys()), references: new Set(named) }
}

/** The part of a reference that names a variable or a module. */
const REFERENCE = /^(?:var|module)\.[\p{L}_][\p{L}\p{N}_-]*/u

/**
 * What providers of a configuration leave alone of tags, by `ignore_tags` (AWS provider, "ignore_tags Configuration Block"):
 * any, where a plan does not tell which.
 */
export function ignoredTags(providers: unknown): IgnoredTags {
  const blocks = Object.values(asObject(providers) ?? {}).flatMap((one) =>
    asList(memberAt(one, 'expressions', 'ignore_tags') ?? []),
  )
  const listed = (name: string) => blocks.map((block) => constantTexts(member(block, name)))
  const [keys, prefixes] = [listed('keys'), listed('key_prefixes')]
  const isOpen = [...keys, ...prefixes].includes(null)
  return {
    keys: keys.flatMap((one) => one ?? []),
    prefixes: [...prefixes.flatMap((one) => one ?? []), ...(isOpen ? [''] : [])],
  }
}

/** A list of texts that a configuration spells out, of which there is none where it is not written; null for any other. */
function constantTexts(expression: unknown): readonly string[] | null {
  const value = member(expression, 'constant_value')
  if (expression === undefined) return []
  return Array.isArray(value) ? value.map(String) : null
}

export function isIgnored(key: string, { keys, prefixes }: IgnoredTags): boolean {
  return keys.includes(key) || prefixes.some((one) => key.startsWith(one))
}

/** `index` is the key unescaped, so it is preferred to the one in the address. */
export function keyOf(raw: JsonObject | null, parsed: Address): Address['key'] {
  const index = field(raw, 'index')
  return typeof index === 'string' || typeof index === 'number' ? index : parsed.key
}

/** The types that a check of bucket policies looks at; of every other resource only what it marks as sensitive counts. */
export const TYPES: ReadonlySet<string> = new Set([
  'aws_s3_bucket_policy',
  'awscc_s3_bucket_policy',
  'aws_s3_bucket',
  'aws_s3_bucket_ownership_controls',
  'aws_s3_bucket_acl',
  'aws_iam_role',
  'aws_iam_policy_document',
  'aws_caller_identity',
])

/** The types of resources that attach a policy to a bucket. */
const POLICY_TYPES: ReadonlySet<unknown> = new Set(['aws_s3_bucket_policy', 'awscc_s3_bucket_policy'])

export function isBucketPolicy(type: unknown): boolean {
  return POLICY_TYPES.has(type)
}

/** Values, or what says something of each, with the attribute of the AWSCC provider under the name that AWS's has. */
export function aligned(type: unknown, values: unknown): unknown {
  if (type !== 'awscc_s3_bucket_policy') return values
  const { policy_document: policy, ...rest } = asObject(values) ?? {}
  return policy === undefined ? values : { ...rest, policy }
}

/** The attributes that anything here reads; the rest of a resource is let go. */
const ATTRIBUTES = [
  'bucket',
  'id',
  'arn',
  'region',
  'policy',
  'rule',
  'acl',
  'grant',
  'access_control_policy',
  'tags',
  'tags_all',
  'name',
  'path',
  'permissions_boundary',
  'unique_id',
  'account_id',
  'statement',
  'source_policy_documents',
  'override_policy_documents',
  'source_json',
  'override_json',
  'json',
  'version',
]

export function kept(values: JsonObject | null): JsonObject | null {
  if (values === null) return null
  return Object.fromEntries(
    ATTRIBUTES.filter((name) => Object.hasOwn(values, name)).map((name) => [name, values[name]]),
  )
}

/** The configurations of AWS's providers in `provider_config`, whatever a module calls them. */
export function awsProvidersIn(configurations: unknown): Plan['providers'] {
  const all = Object.entries(asObject(configurations) ?? {})
  const own = all.filter(([key, one]) =>
    /(?:^|\/)aws(?:cc)?$/.test(String(member(one, 'full_name') ?? providerIn(key))),
  )
  return new Map(own.map(([key, one]) => [key, asObject(field(asObject(one), 'expressions')) ?? {}]))
}

/** The name of the provider in the key of a configuration: keys are `aws`, `aws.west` and `module.a:aws`. */
export function providerIn(key: string): string {
  return key.slice(key.lastIndexOf(':') + 1).split('.')[0] ?? ''
}
