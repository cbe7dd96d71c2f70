import { describe, expect, test } from 'vitest'
import { isStatementFinding } from '../../src/model/report.js'
import { checkFiles } from '../support/check.js'
import { ROLE } from '../support/vectors.js'

async function verdictOf(statement: Record<string, unknown>, context = {}): Promise<string> {
  const base = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: ['arn:aws:s3:::b1', 'arn:aws:s3:::b1/*'] }
  const text = JSON.stringify({ Version: '2012-10-17', Statement: [{ ...base, ...statement }] })
  const { report } = await checkFiles(text, { context })
  return report.findings.find(isStatementFinding)?.verdict ?? 'not-blocked'
}

const SPELLINGS = [
  '${NAME}',
  '${var.name}',
  '{{NAME}}',
  '{{ .Values.name }}',
  '$(NAME)',
  '#{NAME}',
  '#{local.name}',
  '<%= name %>',
  '<%name%>',
  '<NAME>',
  '<your-name>',
  '$NAME',
  '__NAME__',
  '%{name}',
]

test.each(SPELLINGS)('%s is quoted as it is written', async (spelled) => {
  const statement = {
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: 'arn:aws:s3:::b1/*',
    Condition: { StringNotEquals: { 'aws:PrincipalAccount': spelled } },
  }
  const { report } = await checkFiles(JSON.stringify({ Statement: [statement] }))
  expect(report.findings[0]?.message).toContain(`"${spelled}"`)
})

describe('placeholders of every spelling', () => {
  describe.each([...SPELLINGS, 'MY_NAME'])('%s', (spelled) => {
    test.each<[string, Record<string, unknown>, string]>([
      [
        'in the place of an account may be the own',
        { Principal: { AWS: `arn:aws:iam::${spelled}:root` } },
        'undecided',
      ],
      ['for a whole principal too', { Principal: { AWS: spelled } }, 'undecided'],
      ['is no user', { Principal: { AWS: `arn:aws:iam::${spelled}:user/bob` } }, 'not-blocked'],
      [
        'for an account that is exempt',
        { Condition: { StringNotEquals: { 'aws:PrincipalAccount': spelled } } },
        'undecided',
      ],
      ['for an organization', { Condition: { StringNotEquals: { 'aws:PrincipalOrgID': spelled } } }, 'undecided'],
      ['for a role that is exempt', { Condition: { StringNotEquals: { 'aws:PrincipalArn': spelled } } }, 'undecided'],
      [
        'in the ARN of an exempt role',
        { Condition: { ArnNotEquals: { 'aws:PrincipalArn': ROLE.replace('111122223333', spelled) } } },
        'undecided',
      ],
      [
        'for a network, which is never that of Clumio',
        { Condition: { StringNotEquals: { 'aws:SourceVpc': spelled } } },
        'blocked',
      ],
      ['for addresses', { Condition: { NotIpAddress: { 'aws:SourceIp': spelled } } }, 'undecided'],
      ['as the name of the bucket', { Resource: [`arn:aws:s3:::${spelled}`, `arn:aws:s3:::${spelled}/*`] }, 'blocked'],
      [
        'as the objects of the bucket',
        { Resource: `arn:aws:s3:::${spelled}/*`, Action: 's3:ListBucket' },
        'not-blocked',
      ],
    ])('%s', async (_, statement, verdict) => {
      expect(await verdictOf(statement)).toBe(verdict)
    })
  })

  test.each(SPELLINGS)('%s in the key of a tag leaves the tag open', async (spelled) => {
    const Condition = { StringNotEquals: { [`aws:PrincipalTag/${spelled}`]: 'x' } }
    expect(await verdictOf({ Condition }, { 'aws:principaltag/*': null })).toBe('undecided')
  })

  test.each(SPELLINGS)('%s beside itself with a slash is the bucket', async (spelled) => {
    const Resource = [spelled, `${spelled}/*`]
    expect(await verdictOf({ Resource, Action: 's3:GetObject' })).toBe('blocked')
    expect(await verdictOf({ Resource: [spelled, `${spelled}/x/*`], Action: 's3:ListBucket' })).toBe('blocked')
    expect(await verdictOf({ Resource: [spelled, `${spelled}x/*`], Action: 's3:GetObject' })).not.toBe('blocked')
  })

  test.each([
    ['several expressions', '${prefix}${name}'],
    ['text around them', '${prefix}-logs-${name}'],
    ['a bare name', 'BUCKET_ARN'],
    ['an expression named after a bucket', '<bucket-arn>'],
  ])('%s beside itself with a slash is the bucket', async (_, arn) => {
    expect(await verdictOf({ Resource: [`${arn}/*`, arn], Action: 's3:ListBucket' })).toBe('blocked')
    expect(await verdictOf({ Resource: [`${arn}/*`, arn], Action: 's3:GetObject' })).toBe('blocked')
  })
})

describe('words that look like placeholders and are none', () => {
  test.each<[string, Record<string, unknown>, string, Record<string, readonly string[]>?]>([
    [
      'a storage class',
      { Action: 's3:GetObject', Condition: { StringEquals: { 's3:x-amz-storage-class': 'STANDARD_IA' } } },
      'not-blocked',
    ],
    [
      'a tag',
      { Condition: { StringEquals: { 'aws:PrincipalTag/team': 'TEAM_A' } } },
      'blocked',
      { 'aws:principaltag/team': ['TEAM_A'] },
    ],
    ['a folder of Hadoop', { Resource: 'arn:aws:s3:::b1/a_$folder$', Action: 's3:GetObject' }, 'blocked'],
    ['a folder in capitals', { Resource: 'arn:aws:s3:::b1/CUR_REPORTS/*', Action: 's3:GetObject' }, 'blocked'],
    [
      'a name with underscores around it',
      { Resource: 'arn:aws:s3:::b1/__pycache__/*', Action: 's3:GetObject' },
      'blocked',
    ],
    ['a role in capitals', { Principal: { AWS: 'arn:aws:iam::111122223333:role/ADMIN_ROLE' } }, 'not-blocked'],
  ])('%s', async (_, statement, verdict, context = {}) => {
    expect(await verdictOf(statement, context)).toBe(verdict)
  })
})

describe('the bucket of a template whose policy names it by an expression', () => {
  const template = (Resource: unknown, Action = 's3:*') =>
    JSON.stringify({
      Resources: {
        P: {
          Type: 'AWS::S3::BucketPolicy',
          Properties: {
            Bucket: { Ref: 'Name' },
            PolicyDocument: { Statement: [{ Effect: 'Deny', Principal: '*', Action, Resource }] },
          },
        },
      },
    })
  const rules = async (text: string) => (await checkFiles({ 't.json': text })).report.findings.map(({ rule }) => rule)

  test.each<[string, unknown, unknown]>([
    ['a parameter', { Ref: 'Arn' }, { 'Fn::Sub': '${Arn}/*' }],
    ['an import', { 'Fn::ImportValue': 'arn' }, { 'Fn::Join': ['', [{ 'Fn::ImportValue': 'arn' }, '/*']] }],
    ['an attribute', { 'Fn::GetAtt': ['Nested', 'Outputs.Arn'] }, { 'Fn::Sub': '${Nested.Outputs.Arn}/*' }],
  ])('%s beside itself with a slash', async (_, arn, objects) => {
    expect(await rules(template([arn, objects]))).toEqual(['deny-blocks-clumio'])
    expect(await rules(template([arn, objects], 's3:ListBucket'))).toEqual(['deny-blocks-clumio'])
    expect(await rules(template([arn], 's3:ListBucket'))).toEqual(['deny-may-block-clumio'])
  })

  test.each<[string, unknown, string]>([
    ['a parameter called after its ARN', { Ref: 'LogBucketArn' }, 's3:ListBucket'],
    ['objects behind such a parameter', { 'Fn::Sub': '${S3Arn}/*' }, 's3:GetObject'],
    ['an import called after it', { 'Fn::ImportValue': 'data-bucket-arn' }, 's3:ListBucket'],
  ])('%s', async (_, resource, action) => {
    expect(await rules(template(resource, action))).toEqual(['deny-blocks-clumio'])
  })
})

describe('a document about several services is no bucket policy', () => {
  const deny = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: ['arn:aws:s3:::b1', 'arn:aws:s3:::b1/*'] }
  const rules = async (...others: readonly unknown[]) => {
    const policy = JSON.stringify({ Version: '2012-10-17', Statement: [deny, ...others] })
    const { report } = await checkFiles({ 'a.json': policy, 'b.json': JSON.stringify({ Policy: policy }) })
    return report.findings.map(({ rule }) => rule)
  }

  test.each<[string, unknown]>([
    ['actions of another service', { ...deny, Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::111122223333:role/x' }],
    ['actions of another service on everything', { ...deny, Action: ['kms:Decrypt', 'sqs:*'], Resource: '*' }],
    ['resources of another service', { ...deny, Action: '*', Resource: ['arn:aws:dynamodb:*:*:table/x'] }],
    ['a service whose name begins alike', { ...deny, Action: 's3express:CreateSession', Resource: '*' }],
  ])('%s', async (_, other) => {
    expect(await rules(other)).toEqual([])
  })

  test.each<[string, unknown]>([
    ['every action', { ...deny, Action: '*' }],
    ['actions of S3 among others', { ...deny, Action: ['sts:AssumeRole', 's3:GetObject'] }],
    ['exceptions of another service', { ...deny, Action: undefined, NotAction: 'sts:AssumeRole' }],
    ['an action that is an expression', { ...deny, Action: '${action}' }],
    ['an access point', { ...deny, Resource: 'arn:aws:s3:us-west-2:111122223333:accesspoint/x/object/*' }],
  ])('%s makes it none', async (_, other) => {
    expect((await rules(other)).filter((rule) => rule === 'deny-blocks-clumio').length).toBeGreaterThanOrEqual(2)
  })
})
