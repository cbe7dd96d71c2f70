import { hex, oneOf } from './random.mjs'

const ACCOUNT = '123456789012'
const NAME = 'ClumioRole-us-west-2-831e8db1-7a77-4550-b2a4-838aa526b8df'
export const ROLE = `arn:aws:iam::${ACCOUNT}:role/clumio/${NAME}`
const SESSIONS = [
  'daebaksrv-createS3CustomerSession',
  'Ingestion-ingesttool',
  'daebaksrv-RestoreTargetCheck',
  'daebaksrv-S3Backup',
].map((session) => `arn:aws:sts::${ACCOUNT}:assumed-role/${NAME}/${session}`)

/** Share of the policies in which a statement blocks. */
const BLOCKING_SHARE = 0.01

/** Deny statements that leave Clumio alone, as estates hold them. */
const HARMLESS = [
  (bucket, random) => deny(bucket, random, { Bool: { 'aws:SecureTransport': 'false' } }),
  (bucket, random) => deny(bucket, random, { NumericLessThan: { 's3:TlsVersion': oneOf(random, ['1.2', '1.1']) } }),
  (bucket, random) =>
    deny(bucket, random, {
      StringNotEquals: { 'aws:SourceVpc': `vpc-${hex(random, 17)}` },
      ArnNotEquals: { 'aws:PrincipalArn': [ROLE, role(random)] },
    }),
  (bucket, random) => ({ ...deny(bucket, random), Principal: { AWS: [role(random), role(random)] } }),
  (bucket, random) => ({ ...deny(bucket, random), Action: ['s3:PutBucketWebsite', 's3:DeleteBucketWebsite'] }),
  (bucket, random) => except(deny(bucket, random), [`arn:aws:iam::${ACCOUNT}:root`, ROLE, ...SESSIONS, role(random)]),
  (bucket, random) => deny(bucket, random, { ArnLike: { 'aws:PrincipalArn': role(random) } }),
]

/** Deny statements that lock Clumio out. */
const BLOCKING = [
  (bucket, random) => deny(bucket, random, { StringNotEquals: { 'aws:SourceVpc': `vpc-${hex(random, 17)}` } }),
  (bucket, random) => deny(bucket, random, { NotIpAddress: { 'aws:SourceIp': network(random) } }),
  (bucket, random) => except(deny(bucket, random), [`arn:aws:iam::${ACCOUNT}:root`, role(random)]),
]

/** A policy as it stands in repositories, 0.5 to 3 KB: no two of its statements are equal, in any of them. */
export function policyOf(bucket, random) {
  const shapes = [oneOf(random, random() < BLOCKING_SHARE ? BLOCKING : HARMLESS)]
  while (random() < 0.5) shapes.push(oneOf(random, HARMLESS))
  return {
    Version: '2012-10-17',
    Statement: [...shapes.map((shape) => shape(bucket, random)), ...allows(bucket, random)],
  }
}

/** A document of another kind, of about the same size. */
export function settingsOf(name, random) {
  const settings = Array.from({ length: 5 + Math.floor(random() * 25) }, (_, index) => ({
    name: `${name}-setting-${index}`,
    enabled: random() < 0.5,
    value: hex(random, 32),
  }))
  const owner = { team: 'storage', mail: 'storage@example.com' }
  return { name, version: `1.${Math.floor(random() * 40)}.0`, owner, settings }
}

/** The configuration that names the role. */
export function configuration() {
  return JSON.stringify({ integrations: [{ role: ROLE, permissionsBoundary: false }] })
}

function allows(bucket, random) {
  return Array.from({ length: 1 + Math.floor(random() * 4) }, (_, index) => ({
    Sid: `Grant${index}`,
    Effect: 'Allow',
    Principal: { AWS: Array.from({ length: 1 + Math.floor(random() * 3) }, () => role(random)) },
    Action: ['s3:GetObject', 's3:ListBucket', 's3:PutObject'].slice(0, 1 + Math.floor(random() * 3)),
    Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/${hex(random, 6)}/*`],
  }))
}

function deny(bucket, random, condition) {
  return {
    Sid: `Deny${hex(random, 6)}`,
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/${random() < 0.5 ? '' : `${hex(random, 4)}/`}*`],
    ...(condition === undefined ? {} : { Condition: condition }),
  }
}

function except({ Principal: _, ...statement }, principals) {
  return { ...statement, NotPrincipal: { AWS: principals } }
}

function role(random) {
  return `arn:aws:iam::${ACCOUNT}:role/application-${hex(random, 8)}`
}

function network(random) {
  return `10.${Math.floor(random() * 256)}.${Math.floor(random() * 256)}.0/24`
}
