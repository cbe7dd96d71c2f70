import fc from 'fast-check'
import type { ContextFact, Integration } from '../../src/model/options.js'
import { INTEGRATION } from './check.js'
import type { ConcreteRequest } from './concrete.js'

/** Everything that the evaluator may not know, chosen: one way the world can be. */
export interface World {
  readonly account: string
  readonly roleName: string
  readonly roleId: string
  readonly bounded: boolean
  /** Whether the canonical user id of the statements is the bucket owner's. */
  readonly ownsCanonicalId: boolean
  readonly region: string
  readonly now: string
  /** Values of keys by lower-cased name; null for absent. */
  readonly keys: Readonly<Record<string, readonly string[] | null>>
  /** What the expressions of a template stand for. */
  readonly tokens: Readonly<Record<string, string>>
}

export const CANONICAL_ID = '79a59df900b949e55d96a1e698fbacedfd6e09d98eacf8f8d5218e7cd47ef2be'
export const TODAY = '2026-09-01'
const ACCOUNTS = ['111122223333', '999988887777']
const ROLE_NAMES = ['ClumioIAMRole-uw-2-831e8db1-7a77-4550-b2a4-838aa526b8df', 'ClumioBackup']
const ROLE_IDS = ['AROAEXAMPLEROLE000001', 'AROAEXAMPLEROLE000002']

/** Keys that a request may carry, with the values they may have. Those that only some actions carry are in `CARRIED`. */
const CHOICES: Readonly<Record<string, readonly (readonly string[] | null)[]>> = {
  'aws:principalorgid': [['o-abc1234567'], ['o-zzz9999999']],
  'aws:principalorgpaths': [['o-abc1234567/r-ab12/ou-ab12-1/'], ['o-zzz9999999/r-ab12/']],
  'aws:principaltag/vendor': [null, ['Clumio'], ['Other']],
  'aws:principaltag/team': [null, ['data'], ['ops']],
  'aws:multifactorauthpresent': [null, ['false']],
  'aws:viaawsmcpservice': [null, ['false']],
  'aws:sourcevpc': [null, ['vpc-0fedcba9876543210'], ['vpc-9f8e7d6c']],
  'aws:sourcevpce': [null, ['vpce-0fedcba9876543210'], ['vpce-9f8e7d6c']],
  'aws:sourcevpcarn': [null, ['arn:aws:ec2:us-west-2:777788889999:vpc/vpc-0fedcba9876543210']],
  'aws:vpceaccount': [null, ['777788889999']],
  'aws:vpceorgid': [null, ['o-vendor12345']],
  'aws:vpceorgpaths': [null, ['o-vendor12345/r-ab12/ou-ab12-1/']],
  'aws:sourceip': [null, ['52.94.76.10'], ['18.200.1.2'], ['2600:1f18::1']],
  'aws:vpcsourceip': [null, ['10.1.2.3'], ['192.168.5.5'], ['100.64.1.1']],
  'aws:resourcetag/env': [null, ['prod'], ['dev']],
  's3:buckettag/env': [null, ['prod'], ['dev']],
  'aws:useragent': [['[aws-sdk-java/2.20]'], ['Boto3/1.26']],
  'aws:tlsversion': [null, ['1.2']],
  'x:y': [null, ['z']],
  's3:tlsversion': [['1.2'], ['1.3']],
  's3:x-amz-content-sha256': [null, ['UNSIGNED-PAYLOAD']],
  's3:prefix': [null, ['a'], ['logs/']],
  's3:existingobjecttag/scan': [null, ['clean'], ['dirty']],
  's3:versionid': [['v1'], ['v2']],
  's3:x-amz-server-side-encryption': [null, ['AES256'], ['aws:kms']],
  's3:x-amz-server-side-encryption-aws-kms-key-id': [null, ['arn:aws:kms:us-west-2:111122223333:key/1']],
  's3:x-amz-acl': [null, ['private'], ['bucket-owner-full-control']],
  's3:if-match': [null, ['etag']],
  's3:requestobjecttag/team': [null, ['data']],
  's3:requestobjecttagkeys': [null, ['team'], ['team', 'cost']],
  's3:inventoryaccessibleoptionalfields': [null, ['Size'], ['Size', 'ETag']],
}

const OBJECT_READS = ['getobject', 'getobjecttagging', 'getobjectversion', 'getobjectversiontagging']
/** Which actions carry a key (AWS Service Authorization Reference, "Amazon S3"); a key not listed goes with every one. */
const CARRIED: Readonly<Record<string, readonly string[]>> = {
  's3:prefix': ['listbucket', 'listbucketversions'],
  's3:existingobjecttag/scan': [...OBJECT_READS, 'putobjectacl', 'putobjecttagging'],
  's3:versionid': ['getobjectversion', 'getobjectversiontagging'],
  's3:x-amz-server-side-encryption': ['putobject'],
  's3:x-amz-server-side-encryption-aws-kms-key-id': ['putobject'],
  's3:x-amz-acl': ['putobject', 'putobjectacl'],
  's3:if-match': ['putobject', 'deleteobject'],
  's3:requestobjecttag/team': ['putobject', 'putobjecttagging'],
  's3:requestobjecttagkeys': ['putobject', 'putobjecttagging'],
  's3:inventoryaccessibleoptionalfields': ['putinventoryconfiguration'],
}

/** The values that policies of the tests write as `${name}`; the account and the bucket are what they say. */
export const TOKENS: Readonly<Record<string, readonly string[]>> = {
  bucket_name: ['b1', 'b2'],
  'aws_s3_bucket.other.arn': ['arn:aws:s3:::b1', 'arn:aws:s3:::b2'],
  account_id: [...ACCOUNTS, '123456789012'],
  clumio_role_name: [...ROLE_NAMES, 'Admin'],
  s3_backup_role_arn: [
    `arn:aws:iam::${ACCOUNTS[0]}:role/clumio/${ROLE_NAMES[0]}`,
    `arn:aws:iam::${ACCOUNTS[0]}:role/Admin`,
  ],
  role_base: [`arn:aws:iam::${ACCOUNTS[0]}:role`, `arn:aws:iam::${ACCOUNTS[1]}:role`],
  org_id: ['o-abc1234567', 'o-zzz9999999'],
  vpce_id: ['vpce-1a2b3c4d'],
  prefix: ['a', 'logs'],
  action: ['GetObject', 'Put*'],
  flag: ['true', 'false'],
}

export const worlds: fc.Arbitrary<World> = fc
  .record({
    account: fc.constantFrom(...ACCOUNTS),
    roleName: fc.constantFrom(...ROLE_NAMES),
    roleId: fc.constantFrom(...ROLE_IDS),
    bounded: fc.boolean(),
    ownsCanonicalId: fc.boolean(),
    region: fc.constantFrom('us-west-2', 'eu-west-1'),
    now: fc.constantFrom('2026-09-01T02:00:00Z', '2027-01-31T10:20:30Z', '2031-06-01T00:00:00Z'),
    keys: chosen(CHOICES),
    tokens: chosen(TOKENS),
  })
  .map((world) => ({
    ...world,
    tokens: {
      ...world.tokens,
      'data.aws_caller_identity.current.account_id': world.account,
      'data.aws_partition.current.partition': 'aws',
      'aws_s3_bucket.this.arn': 'arn:aws:s3:::b1',
    },
  }))

function chosen<V>(choices: Readonly<Record<string, readonly V[]>>): fc.Arbitrary<Record<string, V>> {
  return fc.record(
    Object.fromEntries(Object.entries(choices).map(([name, values]) => [name, fc.constantFrom(...values)])),
  )
}

/** What of a world somebody told the evaluator. */
export interface Knowledge {
  readonly role: 'named' | 'account' | 'nothing'
  readonly roleId: boolean
  readonly boundary: boolean
  readonly region: boolean
  readonly keys: readonly string[]
  /** All the keys that the statement tests are stated too. */
  readonly tested: boolean
  /** Sometimes a fact lists another value besides the right one. */
  readonly vague: boolean
}

export const knowledge: fc.Arbitrary<Knowledge> = fc.record({
  role: fc.constantFrom('named', 'named', 'account', 'nothing'),
  roleId: fc.boolean(),
  boundary: fc.boolean(),
  region: fc.boolean(),
  keys: fc.subarray(Object.keys(CHOICES)).chain((keys) => fc.constantFrom([], keys.slice(0, 6), keys)),
  tested: fc.boolean(),
  vague: fc.boolean(),
})

/** Ranges that stand for addresses in facts, as users state Clumio's egress. */
const RANGES: Readonly<Record<string, string>> = { '52.94.76.10': '52.94.76.0/24', '18.200.1.2': '18.200.0.0/16' }

/** The facts of `context` that say, truly, what the world is like. */
export function factsOf(world: World, known: Knowledge, statement: unknown): Record<string, ContextFact> {
  const { keys, tested, vague } = known
  const text = tested ? JSON.stringify(statement).toLowerCase() : ''
  const facts: Record<string, ContextFact> = {}
  for (const key of Object.keys(CHOICES)) {
    if (!keys.includes(key) && !text.includes(key)) continue
    const value = world.keys[key] ?? null
    const [first] = value ?? []
    if (key === 'aws:sourceip' && first !== undefined && vague) facts[key] = [RANGES[first] ?? first]
    else facts[key] = value !== null && vague && value.length === 1 && key.includes('tag/') ? [...value, 'else'] : value
  }
  return facts
}

export function integrationOf(world: World, known: Knowledge): Integration {
  return {
    ...INTEGRATION,
    account: known.role === 'nothing' ? null : world.account,
    roleName: known.role === 'named' ? world.roleName : null,
    roleId: known.roleId ? world.roleId : null,
    boundary: known.boundary ? (world.bounded ? 'present' : 'none') : 'unknown',
  }
}

/** The request of one session for one action, with everything that it carries. */
export function requestOf(world: World, session: string, action: string, key: string | null): ConcreteRequest {
  const keys = new Map<string, readonly string[]>()
  const name = action.slice('s3:'.length).toLowerCase()
  for (const [condition, value] of Object.entries(world.keys)) {
    const lacks = condition === 's3:x-amz-content-sha256' && name === 'getbucketobjectlockconfiguration'
    if (value !== null && !lacks && (CARRIED[condition]?.includes(name) ?? true)) keys.set(condition, value)
  }
  const organization = world.keys['aws:principalorgid'] ?? []
  const seconds = Date.parse(world.now) / 1000
  const certain: Readonly<Record<string, string>> = {
    'aws:principalarn': `arn:aws:iam::${world.account}:role/clumio/${world.roleName}`,
    'aws:principalaccount': world.account,
    'aws:resourceaccount': world.account,
    's3:resourceaccount': world.account,
    'aws:resourceorgid': organization[0] ?? '',
    'aws:principalisawsservice': 'false',
    'aws:viaawsservice': 'false',
    'aws:principaltype': 'AssumedRole',
    'aws:userid': `${world.roleId}:${session}`,
    'aws:securetransport': 'true',
    'aws:requestedregion': world.region,
    'aws:currenttime': world.now,
    'aws:epochtime': String(seconds),
    'aws:tokenissuetime': new Date((seconds - 60) * 1000).toISOString(),
    's3:signatureversion': 'AWS4-HMAC-SHA256',
    's3:authtype': 'REST-HEADER',
  }
  for (const [condition, value] of Object.entries(certain)) keys.set(condition, [value])
  return {
    caller: {
      kind: 'session',
      account: world.account,
      rolePath: '/clumio/',
      roleName: world.roleName,
      session,
      roleId: world.roleId,
      bounded: world.bounded,
    },
    partition: 'aws',
    canonicalId: world.ownsCanonicalId ? CANONICAL_ID : 'another',
    action,
    resource: key === null ? 'arn:aws:s3:::b1' : `arn:aws:s3:::b1/${key}`,
    keys,
  }
}

/** The statement as AWS gets it: every expression replaced by what it stands for. */
export function rendered(value: unknown, world: World): unknown {
  if (typeof value === 'string') return value.replace(/\$\{([^}]*)\}/g, (whole, name) => world.tokens[name] ?? whole)
  if (Array.isArray(value)) return value.map((item) => rendered(item, world))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, rendered(inner, world)]))
}
