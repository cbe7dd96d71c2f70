import { describe, expect, test } from 'vitest'
import { checkFiles } from '../support/check.js'

const ARN = { 'Fn::GetAtt': ['Logs', 'Arn'] }
const OBJECTS = { 'Fn::Join': ['', [ARN, '/*']] }
const ENFORCED_ACL = { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } }

function controls(value: unknown): string {
  return JSON.stringify({ OwnershipControls: { Rules: [{ ObjectOwnership: value }] } }, null, 4)
}

type Json = Readonly<Record<string, unknown>>

/** A template with one bucket, its policy, and whatever else there is. */
function template(properties: Json, statements: readonly Json[] = [], more: Json = {}): string {
  const policy = {
    Type: 'AWS::S3::BucketPolicy',
    Properties: { Bucket: { Ref: 'Logs' }, PolicyDocument: { Statement: statements } },
  }
  const Resources = {
    Logs: { Type: 'AWS::S3::Bucket', Properties: properties },
    ...(statements.length === 0 ? {} : { LogsPolicy: policy }),
    ...more,
  }
  return JSON.stringify({ Resources }, null, 2)
}

function owned(value: unknown, more: Json = {}): Json {
  return { OwnershipControls: { Rules: [{ ObjectOwnership: value }] }, ...more }
}

function allow(AWS: unknown, more: Json = {}): Json {
  return { Effect: 'Allow', Principal: { AWS }, Action: 's3:PutObject', Resource: OBJECTS, ...more }
}

async function levelOf(text: string): Promise<string | null> {
  const { report } = await checkFiles(text)
  const found = report.findings.filter(({ rule }) => rule === 'object-ownership')
  expect(found.length).toBeLessThan(2)
  return found[0]?.level ?? null
}

const NOT_FOUND =
  'An error occurred (OwnershipControlsNotFoundError) when calling the GetBucketOwnershipControls operation: The bucket ownership controls were not found'
const DENIED = 'An error occurred (AccessDenied) when calling the GetBucketOwnershipControls operation: Access Denied'

describe('what Object Ownership gives (docs/semantics.md, D42), as far as JSON tells', () => {
  test.each<[id: string, what: string, text: string, level: string | null]>([
    ['OO01', 'Enforced', controls('BucketOwnerEnforced'), null],
    [
      'OO01',
      'Enforced in a template, whoever writes',
      template(owned('BucketOwnerEnforced'), [allow('999988887777')]),
      null,
    ],
    [
      'OO02',
      'ObjectWriter, another account writes',
      template(owned('ObjectWriter'), [allow('999988887777')]),
      'warning',
    ],
    [
      'OO03',
      'ObjectWriter, nobody else writes',
      template(owned('ObjectWriter'), [allow({ 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:root' })]),
      'notice',
    ],
    [
      'OO04',
      'Preferred, log delivery by ACL',
      template(owned('BucketOwnerPreferred', { AccessControl: 'LogDeliveryWrite' })),
      'warning',
    ],
    [
      'OO05',
      'Preferred, the policy demands the ACL',
      template(owned('BucketOwnerPreferred'), [
        {
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:PutObject',
          Resource: OBJECTS,
          Condition: { StringNotEquals: ENFORCED_ACL.StringEquals },
        },
        allow('999988887777'),
      ]),
      'notice',
    ],
    ['OO14', 'no controls, as the command says', NOT_FOUND, 'warning'],
    ['OO15', 'no access to the setting', DENIED, null],
    ['OO16', 'a parameter of the template', template(owned({ Ref: 'Setting' })), null],
    ['OO18', 'a value in the wrong case', controls('bucketownerenforced'), 'warning'],
    ['OO18', 'the same in a template', template(owned('bucketownerenforced')), 'warning'],
  ])('%s: %s', async (_id, _what, text, level) => {
    expect(await levelOf(text)).toBe(level)
  })
})

describe('who may write besides the bucket owner', () => {
  const rows: readonly [string, readonly Json[], string][] = [
    ['everyone', [{ ...allow('*'), Principal: '*' }], 'warning'],
    ['a role of another account', [allow('arn:aws:iam::999988887777:role/writer')], 'warning'],
    ['by a wildcard in the action', [allow('999988887777', { Action: 's3:*' })], 'warning'],
    [
      'by everything but some actions',
      [{ ...allow('999988887777'), Action: undefined, NotAction: 's3:Delete*' }],
      'warning',
    ],
    [
      'not by everything but writes',
      [{ ...allow('999988887777'), Action: undefined, NotAction: ['s3:Put*', 's3:Replicate*'] }],
      'notice',
    ],
    ['a principal that the file does not spell out', [allow({ Ref: 'WriterArn' })], 'warning'],
    ['a service', [{ ...allow('x'), Principal: { Service: 'logging.s3.amazonaws.com' } }], 'notice'],
    ['not by reading', [allow('999988887777', { Action: 's3:GetObject' })], 'notice'],
  ]
  test.each(rows)('ObjectWriter, %s', async (_, statements, level) => {
    expect(await levelOf(template(owned('ObjectWriter'), statements))).toBe(level)
  })

  test('a role that the template creates is of the same account', async () => {
    const role = { Writer: { Type: 'AWS::IAM::Role', Properties: { RoleName: 'writer' } } }
    const text = template(owned('ObjectWriter'), [allow({ 'Fn::GetAtt': ['Writer', 'Arn'] })], role)
    expect(await levelOf(text)).toBe('notice')
  })
})

describe('whether the policy makes writers hand their objects over', () => {
  const deny = { Effect: 'Deny', Principal: '*', Action: 's3:PutObject', Resource: OBJECTS }
  test.each<[string, readonly Json[], string]>([
    ['an Allow only with the ACL', [allow('999988887777', { Condition: ENFORCED_ACL })], 'notice'],
    [
      'one Allow with and one without it',
      [allow('999988887777', { Condition: ENFORCED_ACL }), allow('888877776666')],
      'warning',
    ],
    [
      'a Deny with the ACL instead of without it',
      [allow('999988887777'), { ...deny, Condition: ENFORCED_ACL }],
      'warning',
    ],
    [
      'a Deny without any other ACL',
      [allow('999988887777'), { ...deny, Condition: { StringNotEquals: { 's3:x-amz-acl': 'private' } } }],
      'warning',
    ],
  ])('BucketOwnerPreferred, %s', async (_, statements, level) => {
    expect(await levelOf(template(owned('BucketOwnerPreferred'), statements))).toBe(level)
  })
})

describe('ACLs that only exist while they are enabled', () => {
  test.each<[string, string, string | null]>([
    ['log delivery without ownership controls', template({ AccessControl: 'LogDeliveryWrite' }), 'warning'],
    ['a private bucket without ownership controls', template({ AccessControl: 'Private' }), null],
    ['nothing said', template({}), null],
    [
      'a grant to another account in the output of get-bucket-acl',
      JSON.stringify({
        Owner: { ID: 'a1' },
        Grants: [{ Grantee: { ID: 'b2', Type: 'CanonicalUser' }, Permission: 'WRITE' }],
      }),
      'warning',
    ],
    [
      'the owner alone in the output of get-bucket-acl',
      JSON.stringify({
        Owner: { ID: 'a1' },
        Grants: [{ Grantee: { ID: 'a1', Type: 'CanonicalUser' }, Permission: 'FULL_CONTROL' }],
      }),
      null,
    ],
  ])('%s', async (_, text, level) => {
    expect(await levelOf(text)).toBe(level)
  })
})

describe('the change to Enforced', () => {
  async function applicabilityOf(text: string): Promise<string | undefined> {
    const { report } = await checkFiles(text)
    return report.findings.find(({ rule }) => rule === 'object-ownership')?.fix?.applicability
  }

  test.each<[string, string, string]>([
    ['is offered where nobody uses ACLs', template(owned('ObjectWriter')), 'edit'],
    [
      'is shown where the bucket has an ACL',
      template(owned('ObjectWriter', { AccessControl: 'PublicRead' })),
      'text-only',
    ],
    ['is shown where others write', template(owned('ObjectWriter'), [allow('999988887777')]), 'text-only'],
    [
      'is shown where its line hides something',
      template(owned('ObjectWriter')).replace(/("ObjectOwnership")/, '"\u202e": 1, $1'),
      'text-only',
    ],
    ['is shown for the output of a command', controls('ObjectWriter'), 'text-only'],
    [
      'is shown where CloudFront writes its logs by ACL',
      template(owned('BucketOwnerPreferred'), [], {
        Site: {
          Type: 'AWS::CloudFront::Distribution',
          Properties: { DistributionConfig: { Logging: { Bucket: { 'Fn::GetAtt': ['Logs', 'DomainName'] } } } },
        },
      }),
      'text-only',
    ],
  ])('%s', async (_, text, applicability) => {
    expect(await applicabilityOf(text)).toBe(applicability)
  })

  test.each<[string, unknown]>([
    ['by attribute', { 'Fn::GetAtt': ['Logs', 'DomainName'] }],
    ['by name', { 'Fn::Sub': '${Logs}.s3.amazonaws.com' }],
  ])('says so where CloudFront names the bucket of its logs %s', async (_, target) => {
    const site = { DistributionConfig: { Logging: { Bucket: target } } }
    const text = template(owned('BucketOwnerPreferred'), [], {
      Site: { Type: 'AWS::CloudFront::Distribution', Properties: site },
    })
    const { report } = await checkFiles(text)
    expect(report.findings.map(({ fix }) => fix?.note)).toEqual([expect.stringContaining('CloudFront writes')])
  })
})

test('buckets outside of protect have no finding, those without a name do', async () => {
  const protect = { buckets: ['prod-*'], files: [], addresses: ['Policy'], tags: {} }
  const levels = async (name: string | null) => {
    const text = template(owned('ObjectWriter', name === null ? {} : { BucketName: name }))
    return (await checkFiles(text, { protect })).report.findings.map(({ rule }) => rule)
  }
  expect(await levels('prod-a')).toEqual(['object-ownership'])
  expect(await levels(null)).toEqual(['object-ownership'])
  expect(await levels('logs-a')).toEqual([])
})
