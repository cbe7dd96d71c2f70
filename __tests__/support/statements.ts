import fc from 'fast-check'
import { ROLE, ROOT, SIX } from './vectors.js'
import { CANONICAL_ID } from './worlds.js'

/**
 * Deny statements as authors (and bad luck) write them: every element in every form, values that match, values that do
 * not, wildcards, policy variables, template expressions, and what S3 would refuse.
 */
export interface GeneratedStatement {
  readonly version: string | undefined
  readonly statement: Record<string, unknown>
}

/** One of several, as a string, a list of one, or a longer list. */
function oneOrMore<T>(items: fc.Arbitrary<T>, max = 3): fc.Arbitrary<T | T[]> {
  return fc.oneof(items, fc.array(items, { minLength: 1, maxLength: max }))
}

const ADMIN = 'arn:aws:iam::111122223333:role/Admin'
const [, , CREATE = '', , , BACKUP = ''] = SIX

const awsPrincipals = fc.constantFrom(
  '*',
  ROOT,
  '111122223333',
  '999988887777',
  'arn:aws:iam::999988887777:root',
  ROLE,
  ADMIN,
  'arn:aws:iam::111122223333:user/bob',
  ROLE.replace('/clumio/', '/'),
  CREATE,
  BACKUP,
  BACKUP.replace('assumed-role/', 'assumed-role/clumio/'),
  BACKUP.replace('daebaksrv-S3Backup', '*'),
  'arn:aws:iam::111122223333:role/clumio/*',
  'arn:aws-us-gov:iam::111122223333:root',
  'AROAEXAMPLEROLE000001',
  'AIDAEXAMPLEUSER000001',
  '${account_id}',
  'arn:aws:iam::${account_id}:root',
  'arn:aws:iam::${data.aws_caller_identity.current.account_id}:root',
  'arn:${data.aws_partition.current.partition}:iam::111122223333:root',
  'arn:aws:iam::111122223333:role/clumio/${clumio_role_name}',
  'arn:aws:sts::111122223333:assumed-role/${clumio_role_name}/daebaksrv-S3Backup',
  '${s3_backup_role_arn}',
  '${role_base}/clumio/ClumioBackup',
)

const principalMap = fc.record(
  {
    AWS: oneOrMore(awsPrincipals, 4),
    Service: fc.constantFrom<unknown>('cloudtrail.amazonaws.com', ['logging.s3.amazonaws.com']),
    Federated: fc.constant('cognito-identity.amazonaws.com'),
    CanonicalUser: fc.constantFrom(CANONICAL_ID, 'another', 'f'.repeat(64)),
  },
  { requiredKeys: [] },
)

const principals: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 12, arbitrary: fc.constant('*') },
  { weight: 3, arbitrary: fc.record({ AWS: oneOrMore(awsPrincipals, 6) }) },
  { weight: 1, arbitrary: principalMap },
  { weight: 1, arbitrary: fc.subarray([...SIX], { minLength: 1 }).map((list) => ({ AWS: list })) },
  { weight: 1, arbitrary: fc.constantFrom<unknown>({ AWS: SIX }, { AWS: [] }, {}, { aws: '*' }, 'x', ['*'], null, 7) },
)

const principalElement = fc.oneof(
  { weight: 20, arbitrary: principals.map((value) => ({ Principal: value })) },
  { weight: 6, arbitrary: principals.map((value) => ({ NotPrincipal: value })) },
  { weight: 1, arbitrary: fc.constantFrom<object>({}, { Principal: '*', NotPrincipal: { AWS: SIX } }) },
)

const actions = fc.constantFrom(
  's3:*',
  '*',
  'S3:GETOBJECT',
  's3:GetObject*',
  's3:Get?bject',
  's3:List*',
  's3:Put*',
  's3:PutObject',
  's3:Delete*',
  's3:*Object',
  's3:GetBucket*',
  's3express:*',
  's3:${action}',
  '${action}',
  'GetObject',
)

const resources = fc.constantFrom(
  '*',
  'arn:aws:s3:::b1',
  'arn:aws:s3:::b1/*',
  'arn:aws:s3:::b1*',
  'arn:aws:s3:::*',
  'arn:aws:s3:::b?/*',
  'arn:aws:s3:::B1/*',
  'arn:aws:s3:::b2/*',
  'arn:aws:s3:::b1/?*',
  'arn:aws:s3:::b1/??*',
  'arn:aws:s3:::b1/a*',
  'arn:aws:s3:::b1/secret/*',
  'arn:aws:s3:::b1/*.pdf',
  'arn:aws:s3:::*/a',
  'arn:*',
  'arn:*:s3:::b1/*',
  'arn:aws*:s3:::b1',
  'arn:*:s3:::b1*',
  'arn:aws:s3:*:*:b1/*',
  'arn:aws:s3:*:b1/*:x',
  'arn:aws:s3:::b1:*',
  'arn:aws:s3:::*:x',
  'arn:aws-cn:s3:::b1/*',
  'b1/*',
  'arn:aws:s3:us-west-2:111122223333:accesspoint/ap1/object/*',
  'arn:aws:s3:::b1/${aws:username}/*',
  'arn:aws:s3:::b1/${aws:PrincipalAccount}/*',
  'arn:aws:s3:::b1/${aws:PrincipalTag/team}/*',
  "arn:aws:s3:::b1/${aws:PrincipalTag/team, 'none'}*",
  'arn:aws:s3:::b2/${aws:PrincipalTag/team}/*',
  'arn:aws:s3:::${aws:PrincipalTag/team}/*',
  'arn:aws:s3:::b1/${s3:prefix}*',
  'arn:aws:s3:::b1/${s3:ExistingObjectTag/scan}*',
  'arn:aws:s3:::b1/${aws:userid}*',
  'arn:aws:s3:::b1/${*}*',
  'arn:aws:s3:::${bucket_name}',
  'arn:aws:s3:::${bucket_name}/*',
  'arn:aws:s3:::b1/${prefix}/*',
  '${aws_s3_bucket.this.arn}',
  '${aws_s3_bucket.this.arn}/*',
  '${aws_s3_bucket.other.arn}/*',
  'arn:${data.aws_partition.current.partition}:s3:::b1/*',
)

function patternElement(name: string, items: fc.Arbitrary<string>, usual: unknown): fc.Arbitrary<object> {
  return fc.oneof(
    { weight: 12, arbitrary: fc.constant({ [name]: usual }) },
    { weight: 6, arbitrary: oneOrMore(items).map((value) => ({ [name]: value })) },
    { weight: 4, arbitrary: oneOrMore(items).map((value) => ({ [`Not${name}`]: value })) },
    {
      weight: 1,
      arbitrary: fc.constantFrom({}, { [name]: [] }, { [name]: usual, [`Not${name}`]: usual }, { [name]: [{}] }),
    },
  )
}

const VARIABLES = [
  '${aws:PrincipalAccount}',
  '${aws:ResourceAccount}',
  '${AWS:PrincipalOrgID}',
  '${aws:ResourceOrgID}',
  '${aws:PrincipalTag/team}',
  "${aws:PrincipalTag/team, 'data'}",
  "${aws:username, 'none'}",
  '${aws:username}',
  '${aws:Ec2InstanceSourceVpc}',
  '${aws:PrincipalOrgPaths}',
  '${s3:prefix}',
  '${aws:userid}',
  'o-${*}',
  '${account_id}',
  '${org_id}',
]

const NUMBERS = ['1.2', '1.3', '1.20', '100', '600000', 'abc', '${aws:EpochTime}']
const DATES = ['2020-01-01T00:00:00Z', '2026-08-31', '2029-01-01T00:00:00Z', '1577836800', '4102444800', 'soon']
const BOOLS = ['true', 'false', true, false, 'True', '${flag}']
const WILD = ['*', 'x', '?*', '**']

/** Condition keys with values that may mean something for them. */
const KEYS: Readonly<Record<string, readonly unknown[]>> = {
  'aws:PrincipalArn': [
    ROLE,
    ADMIN,
    ROOT,
    BACKUP,
    'arn:aws:iam::*:role/clumio/*',
    'arn:aws:iam::111122223333:role/*ClumioIAMRole*',
    'arn:aws:iam::*:role/Clumio*',
    'arn:aws:*:role/clumio/*',
    'arn:aws:iam::${account_id}:role/clumio/*',
    '${s3_backup_role_arn}',
    '${role_base}/clumio/*',
    'arn:aws:iam::${aws:PrincipalAccount}:role/clumio/*',
  ],
  'AWS:PrincipalAccount': ['111122223333', '999988887777', '1111*', '${account_id}'],
  'aws:PrincipalOrgID': ['o-abc1234567', 'o-zzz9999999', 'o-*', '${aws:ResourceOrgID}', '${org_id}'],
  'aws:ResourceOrgID': ['o-abc1234567', '${aws:PrincipalOrgID}'],
  'aws:PrincipalOrgPaths': ['o-abc1234567/*', 'o-zzz9999999/r-ab12/', '*'],
  'aws:PrincipalTag/Vendor': ['Clumio', 'clumio', 'C*'],
  'aws:PrincipalTag/team': ['data', 'ops', '${aws:PrincipalTag/team}'],
  'aws:PrincipalIsAWSService': BOOLS,
  'aws:PrincipalServiceNamesList': ['logging.s3.amazonaws.com'],
  'aws:PrincipalType': ['AssumedRole', 'assumedrole', 'User'],
  'aws:userId': [
    'AROAEXAMPLEROLE000001:*',
    'AROAEXAMPLEROLE000002:daebaksrv-S3Backup',
    '*:daebaksrv-S3Backup',
    'AIDAEXAMPLEUSER000001',
    '111122223333',
    'AROA*',
    '${s3_backup_role_arn}:*',
  ],
  'aws:username': ['bob', '*'],
  'aws:TokenIssueTime': DATES,
  'aws:CurrentTime': DATES,
  'aws:EpochTime': ['1577836800', '4102444800'],
  'aws:MultiFactorAuthPresent': BOOLS,
  'aws:MultiFactorAuthAge': NUMBERS,
  'aws:SourceVpc': ['vpc-1a2b3c4d', 'vpc-*', 'vpc-0*', '*', '${vpce_id}'],
  'aws:sourceVpce': ['vpce-1a2b3c4d', 'vpce-0a1b2c3d4e5f60718', 'vpce-*', 'vpce-0*', 'vpce-????????', '${vpce_id}'],
  'aws:SourceVpcArn': [
    'arn:aws:ec2:us-west-2:111122223333:vpc/vpc-1a2b3c4d',
    'arn:aws:ec2:*:111122223333:vpc/*',
    'arn:aws:ec2:us-west-2:*:vpc/*',
    'arn:aws:ec2:*:*:vpc/vpc-0*',
  ],
  'aws:VpceAccount': ['111122223333', '*', '7*', '${aws:ResourceAccount}'],
  'aws:VpceOrgID': ['o-abc1234567', '${aws:ResourceOrgID}', 'o-*'],
  'aws:VpceOrgPaths': ['o-abc1234567/*', 'o-*', 'o-*/r-ab12/*'],
  'aws:SourceIp': [
    '52.94.76.0/24',
    '52.94.76.0/28',
    '10.0.0.0/8',
    '203.0.113.0/24',
    '0.0.0.0/1',
    '18.0.0.0/8',
    'fd00::/8',
    '2600::/12',
    '52.94.76.10',
    '300.1.1.1',
    '*',
  ],
  'aws:VpcSourceIp': ['10.0.0.0/8', '192.168.0.0/16'],
  's3:ResourceAccount': ['111122223333', '${aws:PrincipalAccount}'],
  'aws:ResourceTag/env': ['prod', '*'],
  's3:BucketTag/env': ['prod'],
  'aws:CalledVia': ['athena.amazonaws.com'],
  'aws:ViaAWSService': BOOLS,
  'aws:ViaAWSMCPService': BOOLS,
  'aws:SourceAccount': ['111122223333'],
  'aws:SourceArn': ['arn:aws:s3:::b2'],
  'aws:SecureTransport': BOOLS,
  'aws:RequestedRegion': ['us-west-2', 'eu-*'],
  'aws:UserAgent': ['*', '*boto*', 'Boto3/1.26'],
  'aws:Referer': ['https://example.com/*'],
  'aws:TagKeys': ['team'],
  'ec2:SourceInstanceARN': ['arn:aws:ec2:*:*:instance/*'],
  'sts:ExternalId': ['x'],
  'aws:TLSVersion': NUMBERS,
  'x:y': ['z'],
  constructor: ['x'],
  's3:TlsVersion': [...NUMBERS, 1.2],
  's3:signatureversion': ['AWS4-HMAC-SHA256', 'AWS'],
  's3:authType': ['REST-HEADER', 'REST-QUERY-STRING'],
  's3:signatureAge': NUMBERS,
  's3:x-amz-content-sha256': ['UNSIGNED-PAYLOAD'],
  's3:prefix': ['a', 'logs/*', '${prefix}'],
  's3:ExistingObjectTag/scan': ['clean', '*'],
  's3:VersionId': ['v1'],
  's3:x-amz-server-side-encryption': ['AES256', 'aws:kms', '*'],
  's3:x-amz-server-side-encryption-aws-kms-key-id': ['arn:aws:kms:*:*:key/*'],
  's3:x-amz-acl': ['private', 'bucket-owner-*'],
  's3:if-match': ['etag'],
  's3:RequestObjectTagKeys': ['team', 'cost'],
  's3:RequestObjectTag/team': ['data'],
  's3:InventoryAccessibleOptionalFields': ['Size', 'ETag'],
  's3:DataAccessPointAccount': ['111122223333'],
  's3:AccessPointNetworkOrigin': ['VPC'],
  's3:locationconstraint': ['us-west-2'],
}

const TEXT = ['Equals', 'NotEquals', 'EqualsIgnoreCase', 'NotEqualsIgnoreCase', 'Like', 'NotLike'].map(
  (n) => `String${n}`,
)
const ARN = ['ArnEquals', 'ArnNotEquals', 'ArnLike', 'ArnNotLike']
const ORDER = ['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals']
const OTHERS = ['Bool', 'Null', 'IpAddress', 'NotIpAddress', 'BinaryEquals', 'StringFoo', 'constructor']
const ALL_OPERATORS = [...TEXT, ...ARN, ...ORDER.flatMap((n) => [`Numeric${n}`, `Date${n}`]), ...OTHERS]

/** Operators that fit a key's values come up most; any other may. */
function operatorFor(key: string): fc.Arbitrary<string> {
  const fitting = /Ip$/.test(key)
    ? ['IpAddress', 'NotIpAddress']
    : /Arn$|ARN$/.test(key)
      ? [...ARN, ...TEXT]
      : /Time$/.test(key)
        ? ORDER.map((name) => `Date${name}`)
        : /Tls|TLS|Age$/.test(key)
          ? ORDER.map((name) => `Numeric${name}`)
          : /Secure|Service$|MultiFactorAuthPresent/.test(key)
            ? ['Bool']
            : TEXT
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...fitting) },
    { weight: 1, arbitrary: fc.constant('Null') },
    { weight: 1, arbitrary: fc.constantFrom(...ALL_OPERATORS) },
  )
}

const prefixes = fc.oneof({ weight: 3, arbitrary: fc.constant('') }, fc.constantFrom('ForAllValues:', 'ForAnyValue:'))
const suffixes = fc.oneof({ weight: 4, arbitrary: fc.constant('') }, fc.constant('IfExists'))

interface Test {
  readonly operator: string
  readonly key: string
  readonly value: unknown
}

function valuesFor(operator: string, key: string): fc.Arbitrary<unknown> {
  const values = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom<unknown>(...(KEYS[key] ?? ['x'])) },
    { weight: 1, arbitrary: fc.constantFrom<unknown>(...VARIABLES, ...WILD) },
  )
  const list = operator === 'Null' ? fc.constantFrom<unknown>(...BOOLS) : values
  return fc.oneof(
    { weight: 20, arbitrary: oneOrMore(list) },
    { weight: 1, arbitrary: fc.constantFrom<unknown>([], null, {}) },
  )
}

const tests: fc.Arbitrary<Test> = fc
  .constantFrom(...Object.keys(KEYS))
  .chain((key) => fc.tuple(fc.constant(key), operatorFor(key), prefixes, suffixes))
  .chain(([key, name, prefix, suffix]) =>
    fc.record({
      operator: fc.constant(prefix + name + suffix),
      key: fc.constantFrom(key, key, key.toUpperCase()),
      value: valuesFor(name, key),
    }),
  )

/** A Condition block of a few tests; those of one operator share its map. */
const conditions: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(undefined) },
  {
    weight: 12,
    arbitrary: fc.array(tests, { minLength: 1, maxLength: 3, size: 'small' }).map((list) => {
      const block: Record<string, Record<string, unknown>> = {}
      for (const { operator, key, value } of list) {
        block[operator] = { ...(Object.hasOwn(block, operator) ? block[operator] : {}), [key]: value }
      }
      return block
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom<unknown>({}, [], 'x', { StringEquals: 'x' }, { StringEquals: {} }) },
)

const USUAL = {
  version: fc.constant<string | undefined>('2012-10-17'),
  effect: fc.constant<unknown>('Deny'),
  principal: fc.constant<object>({ Principal: '*' }),
  action: fc.constant<object>({ Action: 's3:*' }),
  resource: fc.constant<object>({ Resource: ['arn:aws:s3:::b1', 'arn:aws:s3:::b1/*'] }),
  condition: fc.constant<unknown>(undefined),
}
const ANY = {
  version: fc.oneof({ weight: 5, arbitrary: USUAL.version }, fc.constantFrom(undefined, '2008-10-17')),
  effect: fc.oneof({ weight: 30, arbitrary: USUAL.effect }, fc.constantFrom<unknown>('deny', 'Allow', 7)),
  principal: principalElement,
  action: patternElement('Action', actions, 's3:*'),
  resource: patternElement('Resource', resources, ['arn:aws:s3:::b1', 'arn:aws:s3:::b1/*']),
  condition: conditions,
}

/** Mostly one part is unusual and decides alone; now and then anything goes. */
export const statements: fc.Arbitrary<GeneratedStatement> = fc
  .oneof(
    { weight: 8, arbitrary: fc.record({ ...USUAL, version: ANY.version, condition: conditions }) },
    { weight: 3, arbitrary: fc.record({ ...USUAL, principal: ANY.principal }) },
    { weight: 3, arbitrary: fc.record({ ...USUAL, version: ANY.version, resource: ANY.resource }) },
    { weight: 1, arbitrary: fc.record({ ...USUAL, action: ANY.action }) },
    { weight: 5, arbitrary: fc.record(ANY) },
  )
  .map(({ version, effect, principal, action, resource, condition }) => ({
    version,
    statement: {
      Effect: effect,
      ...principal,
      ...action,
      ...resource,
      ...(condition === undefined ? {} : { Condition: condition }),
    },
  }))
