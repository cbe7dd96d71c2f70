import fc from 'fast-check'
import { ROLE, ROOT, SIX } from './vectors.js'

/** Statements that block Clumio, in every shape that docs/semantics.md, D35 tells apart, and some that do not. */

const USER = 'arn:aws:iam::111122223333:user/bob'
const ADMIN = 'arn:aws:iam::111122223333:role/Admin'
const [, , CREATE = '', INGEST = '', RTC = '', BACKUP = ''] = SIX
const WILDCARD = BACKUP.replace('daebaksrv-S3Backup', 'daebaksrv-*')
const PATHLESS = ROLE.replace('/clumio/', '/')
const WITH_PATH = BACKUP.replace('assumed-role/', 'assumed-role/clumio/')

const principals = fc.constantFrom<object>(
  { Principal: '*' },
  { Principal: '*' },
  { Principal: '*' },
  { Principal: { AWS: '*' } },
  { Principal: { AWS: ['*'] } },
  { Principal: { AWS: ['*', USER] } },
  { Principal: { AWS: '*', Service: 'cloudtrail.amazonaws.com' } },
  { Principal: { AWS: ROOT } },
  { Principal: { AWS: '111122223333' } },
  { Principal: { AWS: [USER, ROOT], Service: 'logging.s3.amazonaws.com' } },
  { Principal: { AWS: ROLE } },
  { Principal: { AWS: [CREATE, BACKUP] } },
  { Principal: { AWS: USER } },
  { NotPrincipal: { AWS: ROOT } },
  { NotPrincipal: { AWS: ADMIN } },
  { NotPrincipal: { AWS: [ADMIN, ROOT] } },
  { NotPrincipal: { AWS: [USER] } },
  { NotPrincipal: { AWS: [ROOT, ROLE] } },
  { NotPrincipal: { AWS: [ROOT, ROLE, WILDCARD] } },
  { NotPrincipal: { AWS: WILDCARD } },
  { NotPrincipal: { AWS: [ROOT, PATHLESS, CREATE, INGEST, RTC, BACKUP] } },
  { NotPrincipal: { AWS: [ROOT, PATHLESS, WITH_PATH] } },
  { NotPrincipal: { AWS: [BACKUP, INGEST, 'arn:aws:iam::999988887777:root', ROLE, ROOT] } },
  { NotPrincipal: { AWS: ['arn:aws:iam::111122223333:role/clumio/*', USER] } },
  { NotPrincipal: { AWS: [...SIX, USER] } },
  { NotPrincipal: { Service: 'cloudtrail.amazonaws.com' } },
  { NotPrincipal: { Service: ['cloudtrail.amazonaws.com'], AWS: [] } },
)

const conditions = fc.constantFrom<object>(
  {},
  {},
  { Condition: {} },
  { Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } } },
  { Condition: { StringNotEquals: { 'aws:SourceVpce': ['vpce-1', 'vpce-2'], 'aws:SourceVpc': 'vpc-1' } } },
  { Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
  { Condition: { ArnNotEquals: { 'aws:PrincipalArn': ADMIN } } },
  { Condition: { ArnNotEquals: { 'aws:PrincipalArn': [ADMIN] } } },
  { Condition: { ArnNotLike: { 'AWS:principalARN': [ADMIN, USER] }, Null: { 'aws:TokenIssueTime': 'false' } } },
  { Condition: { StringNotEqualsIfExists: { 'aws:PrincipalArn': ADMIN } } },
  { Condition: { StringNotLike: { 'aws:PrincipalArn': ADMIN }, ArnNotEquals: { 'aws:PrincipalArn': [USER] } } },
  { Condition: { ArnNotEquals: { 'aws:SourceArn': 'arn:aws:s3:::x' } } },
  { Condition: { ArnNotEquals: {} } },
  { Condition: { 'ForAnyValue:ArnNotEquals': { 'aws:PrincipalArn': ADMIN } } },
  { Condition: { StringNotLike: { 'aws:userId': ['AIDAEXAMPLEUSER000001', '111122223333'] } } },
  { Condition: { ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/clumio/*' } } },
  { Condition: { ArnNotLike: { 'aws:PrincipalArn': ['arn:aws:iam::*:role/ClumioIAMRole*', BACKUP] } } },
  { Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-abc1234567' } } },
)

const targets = fc.constantFrom<object>(
  { Action: 's3:*', Resource: ['arn:aws:s3:::b1', 'arn:aws:s3:::b1/*'] },
  { Action: ['s3:GetObject', 's3:ListBucket'], Resource: ['arn:aws:s3:::b1', 'arn:aws:s3:::b1/*'] },
  { NotAction: 's3:GetBucketAcl', Resource: 'arn:aws:s3:::b1/*' },
  { Action: 's3:Get*', NotResource: ['arn:aws:s3:::b1/public/*', 'arn:aws:s3:::b1'] },
  { Action: 's3:PutObject', Resource: 'arn:aws:s3:::b1/*' },
)

const ALLOWS: readonly object[] = [
  {
    Effect: 'Allow',
    Principal: { Service: 'logging.s3.amazonaws.com' },
    Action: 's3:PutObject',
    Resource: 'arn:aws:s3:::b1/logs/*',
  },
  { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b1/*' },
]

export type Statement = Readonly<Record<string, unknown>>

const denies: fc.Arbitrary<Statement> = fc
  .tuple(
    principals,
    conditions,
    targets,
    fc.constantFrom('é', '', null, '🗄 backups'),
    fc.array(fc.nat(99), { minLength: 6, maxLength: 6 }),
  )
  .map(([who, when, what, sid, order]) => {
    const members = Object.entries({ ...(sid === null ? {} : { Sid: sid }), Effect: 'Deny', ...who, ...what, ...when })
    const sorted = members.map((member, i) => ({ member, key: order[i] ?? 0 })).sort((a, b) => a.key - b.key)
    return Object.fromEntries(sorted.map(({ member }) => member))
  })

/** A policy; one that holds an Allow for a service says that the service uses the bucket. */
export const policies: fc.Arbitrary<{ readonly Version: string; readonly Statement: readonly Statement[] }> = fc
  .tuple(fc.array(denies, { minLength: 1, maxLength: 3 }), fc.subarray([...ALLOWS]))
  .map(([list, allows]) => ({ Version: '2012-10-17', Statement: [...(allows as Statement[]), ...list] }))
