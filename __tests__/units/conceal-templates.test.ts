import { describe, expect, test } from 'vitest'
import { checked, expectUntold, type Files, planOf, told } from '../support/marked.js'

/** What functions of a template cut out of it and put together again are its parts. */
const SECRET = 'Qz7hu-nterW-olf42Rk'
const PARTS = [SECRET, 'Qz7hu', 'nterW', 'olf42', 'vpc-of-one', 'BucketOwnerPreferred']
const plan = planOf(SECRET)

const policy = (vpc: unknown, bucket: unknown = 'b', sid: unknown = 'Only') => ({
  Type: 'AWS::S3::BucketPolicy',
  Properties: {
    Bucket: bucket,
    PolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: sid,
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:*',
          Resource: ['*', 'arn:aws:s3:::b/*'],
          Condition: { StringNotEquals: { 'aws:SourceVpc': vpc } },
        },
      ],
    },
  },
})
const policyText = () => JSON.stringify(policy('vpc-other').Properties.PolicyDocument)
const owned = (bucket: unknown, setting: unknown = 'ObjectWriter') => ({
  Type: 'AWS::S3::Bucket',
  Properties: { BucketName: bucket, OwnershipControls: { Rules: [{ ObjectOwnership: setting }] } },
})
const part = (value: unknown, at = 0) => ({ 'Fn::Select': [at, { 'Fn::Split': ['-', value] }] })
const FOUND = { 'Fn::FindInMap': ['M', 'a', 'v'] }
/** A whole document that a function makes of a text. */
const MADE = { 'Fn::Sub': policyText().replace('vpc-other', `\${One}`) }

const template = (resources: object) =>
  JSON.stringify({
    AWSTemplateFormatVersion: '2010-09-09',
    Parameters: { One: { Type: 'String', AllowedValues: [SECRET] }, Given: { Type: 'String', Default: SECRET } },
    Mappings: { M: { a: { v: SECRET } } },
    Conditions: { C: { 'Fn::Equals': [part({ Ref: 'One' }), 'Qz7hu'] } },
    Resources: resources,
  })

const service = (vpc: string) => `service: x
provider:
  name: aws
custom:
  one: ${SECRET}
resources:
  Parameters:
    One:
      Type: String
      AllowedValues: [${SECRET}]
  Resources:
    P:
      Type: AWS::S3::BucketPolicy
      Properties:
        Bucket: b
        PolicyDocument:
          Statement:
            - Effect: Deny
              Principal: '*'
              Action: 's3:*'
              Resource: 'arn:aws:s3:::b/*'
              Condition:
                StringNotEquals:
                  aws:SourceVpc: ${vpc}
`

describe('of a template that no commit holds and that has a marked value', () => {
  test.each<[name: string, resources: object]>([
    ['what Ref gives', { P: policy({ Ref: 'One' }) }],
    ['what Ref gives by a default', { P: policy({ Ref: 'Given' }) }],
    ['what Fn::Sub makes', { P: policy({ 'Fn::Sub': `vpc-\${One}` }) }],
    ['what Fn::Select takes', { P: policy(part({ Ref: 'One' })) }],
    ['what Fn::FindInMap finds', { P: policy(part(FOUND)) }],
    ['what Fn::Base64 writes', { P: policy({ 'Fn::Base64': part(FOUND) }) }],
    ['what Fn::If decides', { P: policy({ 'Fn::If': ['C', 'vpc-of-one', 'vpc-2'] }) }],
    ['what a Sid is made of', { P: policy('vpc-1', 'b', part({ Ref: 'One' })) }],
    ['the name of a bucket', { P: policy('vpc-1', part({ Ref: 'One' })) }],
    ['the name of a bucket with a setting', { P: policy('vpc-1'), B: owned(part({ Ref: 'One' }, 1)) }],
    ['a setting', { P: policy('vpc-1'), B: owned('b', { 'Fn::If': ['C', 'BucketOwnerPreferred', 'ObjectWriter'] }) }],
    ['what Fn::Join puts together', { P: policy({ 'Fn::Join': ['', ['vpc-Qz7hu-nte', 'rW-olf42Rk']] }) }],
    ['a whole document', { P: { ...policy('vpc-1'), Properties: { Bucket: 'b', PolicyDocument: MADE } } }],
  ])('%s is shown nowhere', async (_name, resources) => {
    const result = await checked({}, { 'out/t.json': template(resources) }, { plan })
    expect(result.report.findings.map(({ rule }) => rule).join()).toMatch(/deny-(?:blocks|may-block)-clumio/)
    expectUntold(result, PARTS)
  })

  test('what is put together is shown nowhere in one that has it in pieces only', async () => {
    const joined = { 'Fn::Join': ['', ['vpc-Qz7hu-nte', 'rW-olf42Rk']] }
    const text = JSON.stringify({ Resources: { P: policy(joined), Q: policy('vpc-1', joined) } })
    const result = await checked({}, { 'out/t.json': text }, { plan })
    expect(result.report.findings.filter(({ rule }) => rule === 'deny-blocks-clumio')).toHaveLength(2)
    expectUntold(result, PARTS)
  })

  test.each<[name: string, text: string]>([
    ['a serverless.yml', service('{ Ref: One }')],
    ['a serverless.yml with a variable', service(`!Select [0, !Split ['-', '\${self:custom.one}']]`)],
    [
      'YAML',
      service('!Ref One')
        .slice(service('').indexOf('resources:\n') + 11)
        .replace(/^ {2}/gm, ''),
    ],
  ])('in %s the same holds', async (name, text) => {
    const path = name === 'YAML' ? 'out/t.yaml' : 'out/serverless.yml'
    const result = await checked({}, { [path]: text }, { plan })
    expect(result.report.findings.map(({ rule }) => rule).join()).toMatch(/deny-(?:blocks|may-block)-clumio/)
    expectUntold(result, PARTS)
  })

  test('nested in one of the commit, too', async () => {
    const outer = { S: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: 'n.json' } } }
    const inner = { P: policy({ 'Fn::Sub': `vpc-\${Given}` }), Q: policy('vpc-1', part({ Ref: 'Given' }, 1)) }
    const result = await checked(
      { 'cfn/t.json': JSON.stringify({ Resources: outer }) },
      { 'cfn/n.json': template({ ...inner, B: owned(part({ Ref: 'Given' }, 1)) }) },
      { plan },
    )
    expect(result.report.findings.filter(({ rule }) => rule === 'deny-blocks-clumio')).toHaveLength(2)
    expectUntold(result, PARTS)
  })

  test('in one of the commit that it nests, too', async () => {
    const given = { Q: part(FOUND), R: { Ref: 'One' } }
    const nested = {
      Type: 'AWS::CloudFormation::Stack',
      Properties: { TemplateURL: '../cfn/n.json', Parameters: given },
    }
    const inner = { P: policy({ Ref: 'Q' }), Q: policy({ 'Fn::Sub': `vpc-\${R}` }), B: owned({ Ref: 'Q' }) }
    const parameters = { Q: { Type: 'String' }, R: { Type: 'String' } }
    const result = await checked(
      { 'cfn/n.json': JSON.stringify({ Parameters: parameters, Resources: inner }) },
      { 'out/t.json': template({ S: nested }) },
      { plan },
    )
    expect(result.report.findings.filter(({ rule }) => rule === 'deny-blocks-clumio')).toHaveLength(2)
    expectUntold(result, PARTS)
  })

  test.each<[name: string, location: unknown]>([
    ['the address of what it nests', { 'Fn::Sub': `./\${One}.json` }],
    ['a part of the address of what it nests', { 'Fn::Join': ['', [part({ Ref: 'One' }), '.json']] }],
  ])('%s is not quoted', async (_name, location) => {
    const stack = { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: location } }
    expectUntold(await checked({}, { 'out/t.json': template({ P: policy('vpc-1'), S: stack }) }, { plan }), PARTS)
  })

  test('names of resources and constructs that hold it are shown nowhere, nor where they stand', async () => {
    const made = { ...policy('vpc-1'), Metadata: { 'aws:cdk:path': `App/${SECRET}/P` } }
    const name = SECRET.replaceAll('-', '')
    const result = await checked(
      {},
      {
        'out/t.json': JSON.stringify({ Resources: { [name]: made, [`B${name}`]: owned('b') } }),
        'out/rows.json': JSON.stringify({ [name]: { bucket: 'b', policy: policyText() } }),
        'out/more.json': JSON.stringify({ a: { [`k${name}`]: { Policy: policyText() } } }),
      },
      { plan: planOf(name) },
    )
    expect(result.report.findings.map(({ policy: of }) => of?.pointer)).toEqual([null, null, null, null])
    expectUntold(result, [name])
  })
})

test('the Sid of a statement that shares its lines with another one is not told with that', async () => {
  const text = `service: x
provider:
  name: aws
resources:
  Resources:
    A:
      Type: AWS::S3::BucketPolicy
      Properties:
        Bucket: b
        PolicyDocument:
          Statement:
            - &s
              Effect: Deny
              Principal: '*'
              Action: 's3:*'
              Resource: '*'
    B:
      Type: AWS::S3::BucketPolicy
      Properties:
        Bucket: c
        PolicyDocument:
          Statement:
            - <<: *s
              Sid: \${file(../made/t.json):Resources.B.Properties.BucketName}
              NotPrincipal: { AWS: [a] }
`
  const left = { 'made/t.json': JSON.stringify({ Resources: { B: owned(SECRET) } }) }
  const { report } = await checked({ 'sls/serverless.yml': text }, left, { plan })
  expect(JSON.stringify(report)).toContain('B, statement 1')
  expect(JSON.stringify(report)).not.toContain(SECRET)
})

test.each<[name: string, plan: string]>([
  ['account', '111122223333'],
  ['Region', 'eu-west-3'],
])('the %s of a bucket is not shown where a plan marks it', async (_name, value) => {
  const arn = 'arn:aws:s3:::b'
  const row = { arn, name: 'b', account_id: '111122223333', region: 'eu-west-3', policy: policyText() }
  const { report } = await checked({}, { 'out/rows.json': JSON.stringify([row]) }, { plan: planOf(value) })
  const [finding] = report.findings
  expect([finding?.policy?.account, finding?.policy?.region]).toEqual([null, null])
})

describe('shown as ever', () => {
  const others: Files = { 'out/other.json': JSON.stringify({ Note: SECRET, Policy: policyText() }) }

  test.each<[name: string, committed: Files, left: Files]>([
    ['is a template that the commit holds', { 'cfn/t.json': template({ P: policy('vpc-other') }) }, {}],
    [
      'is a template without the value',
      {},
      { 'out/t.json': JSON.stringify({ Resources: { P: policy('vpc-other') } }) },
    ],
    ['is a rendered policy beside the value, which nothing makes anything of', {}, others],
  ])('%s', async (_name, committed, left) => {
    const result = await checked(committed, left, { plan })
    expect(told(result)).toContain('vpc-other')
    expect(result.report.findings.map(({ policy: of }) => of?.pointer)).not.toContain(null)
  })
})
