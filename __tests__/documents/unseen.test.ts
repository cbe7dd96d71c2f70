import { describe, expect, test } from 'vitest'
import { checkFiles } from '../support/check.js'

/** A policy that is there and is not judged is told, wherever it hides. */

const POLICY = {
  Version: '2012-10-17',
  Statement: [{ Sid: 'D', Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::b/*' }],
}
const P = JSON.stringify(POLICY)
const TEXT = JSON.stringify(P)
const EMPTY = '{"Version":"2012-10-17","Statement":[]}'
const resource = (type: string, policy = P) =>
  `{"Type":"${type}","Properties":{"Bucket":"b","PolicyDocument":${policy}}}`
const PLACED = resource('AWS::S3::BucketPolicy')
const BUCKET = '{"Type":"AWS::S3::Bucket"}'
const YAML = `    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: b
      PolicyDocument:
        Statement:
          - Effect: Deny
            Principal: "*"
            Action: s3:*
            Resource: arn:aws:s3:::b/*
`

async function told(text: string, path: string): Promise<readonly string[]> {
  const { report } = await checkFiles({ [path]: text })
  expect(report.unread).toHaveLength(report.findings.length)
  return report.findings.map(({ rule, level }) => `${rule} ${level}`)
}

const WARNING = ['policy-unreadable warning']
const NOTICE = ['policy-unreadable notice']

describe('where two members have one name, and the hidden one has to do with a policy', () => {
  test.each([
    ['Resources', `{"Resources":{"P":${PLACED}},"Resources":{"B":${BUCKET}}}`],
    ['a logical id', `{"Resources":{"P":${PLACED},"P":${BUCKET}}}`],
    [
      'Type',
      `{"Resources":{"P":{"Type":"AWS::S3::BucketPolicy","Type":"AWS::S3::Bucket","Properties":{"PolicyDocument":${P}}}}}`,
    ],
    ['Properties', `{"Resources":{"P":${PLACED.slice(0, -1)},"Properties":{"Bucket":"b","PolicyDocument":${EMPTY}}}}}`],
    ['PolicyDocument', `{"Resources":{"P":${PLACED.slice(0, -2)},"PolicyDocument":${EMPTY}}}}}`],
    ['Policy, a text', `{"Policy":${TEXT},"Policy":"{}"}`],
    ['policy, an object', `{"bucket":"b","policy":${P},"policy":${EMPTY}}`],
  ])('%s in JSON', async (_name, text) => {
    expect(await told(text, 't.json')).toEqual(WARNING)
  })

  test.each([
    ['Resources', `Resources:\n  P:\n${YAML}Resources:\n  B:\n    Type: AWS::S3::Bucket\n`],
    ['a logical id', `Resources:\n  P:\n${YAML}  P:\n    Type: AWS::S3::Bucket\n`],
    ['Type', `Resources:\n  P:\n${YAML}    Type: AWS::S3::Bucket\n`],
    ['PolicyDocument', `Resources:\n  P:\n${YAML}      PolicyDocument:\n        Statement: []\n`],
  ])('%s in YAML', async (_name, text) => {
    expect(await told(text, 't.yaml')).toEqual(WARNING)
  })

  test('what is not hidden is judged', async () => {
    const { report } = await checkFiles({ 't.json': `{"Resources":{"B":${BUCKET}},"Resources":{"P":${PLACED}}}` })
    expect(report.findings.map(({ rule }) => rule)).toEqual(['deny-blocks-clumio'])
  })

  test('of two buckets the Resources tell which one it is', async () => {
    const text = `{"Resources":{"P":${PLACED.replace('"Bucket":"b"', '"Bucket":"b","Bucket":"c"')}}}`
    const { report } = await checkFiles({ 't.json': text })
    expect(report.findings.map(({ rule, policy }) => [rule, policy?.bucket])).toEqual([['deny-blocks-clumio', 'b']])
  })

  test('a name that has nothing to do with a policy is silent', async () => {
    const allow = P.replace('Deny', 'Allow')
    const tags = `{"Resources":{"P":{"Metadata":{"deny":1},"Metadata":{},${resource('AWS::S3::BucketPolicy', allow).slice(1)}}}`
    expect(await told(tags, 't.json')).toEqual([])
  })
})

describe('in a place where nobody looks for one', () => {
  test.each([
    ['a text in JSON', TEXT, 'p.json'],
    ['a text in a text', JSON.stringify(TEXT), 'p.json'],
    ['a list in a list', `[[${P}]]`, 'p.json'],
    ['a list in a list in a list', `[[[${P}]]]`, 'p.json'],
    ['a custom resource', `{"Resources":{"C":${resource('Custom::BucketPolicy')}}}`, 't.json'],
    [
      'a custom resource of the other name',
      `{"Resources":{"C":${resource('AWS::CloudFormation::CustomResource')}}}`,
      't.json',
    ],
    [
      'a text of a custom resource',
      `{"Resources":{"C":{"Type":"Custom::AWS","Properties":{"Create":${JSON.stringify(JSON.stringify({ Policy: P }))}}}}}`,
      't.json',
    ],
    ['a custom resource in YAML', `Resources:\n  P:\n${YAML.replace('AWS::S3', 'Custom')}`, 't.yaml'],
  ])('%s', async (_name, text, path) => {
    expect(await told(text, path)).toEqual(NOTICE)
  })

  test('a policy of another kind in a custom resource is silent', async () => {
    const policy = P.replace('s3:*', 'sqs:*').replace('arn:aws:s3:::b/*', 'arn:aws:sqs:us-east-1:123456789012:q')
    expect(await told(`{"Resources":{"C":${resource('Custom::Queue', policy)}}}`, 't.json')).toEqual([])
  })

  test('a text in the text of Policy is judged', async () => {
    const { report } = await checkFiles({ 'p.json': JSON.stringify({ Policy: TEXT }) })
    expect(report.findings.map(({ rule }) => rule)).toEqual(['deny-blocks-clumio'])
  })
})

describe('where the resources of a template are included', () => {
  const transform = (location: string) =>
    `Resources:\n  Fn::Transform:\n    Name: AWS::Include\n    Parameters:\n      Location: ${location}\n`
  const section = (location: string) =>
    `Transform:\n  Name: AWS::Include\n  Parameters:\n    Location: ${location}\nResources:\n  B:\n    Type: AWS::S3::Bucket\n`

  test.each([
    ['all of them', transform('s3://x/y.yaml')],
    ['some of them', `${transform('s3://x/y.yaml')}  B:\n    Type: AWS::S3::Bucket\n`],
    ['sections of the template', section('s3://x/y.yaml')],
    ['a file that is not there', transform('gone.yaml')],
  ])('%s, from elsewhere', async (_name, text) => {
    expect(await told(text, 't.yaml')).toEqual(NOTICE)
  })

  test('from a file of the checkout, they are judged', async () => {
    const included = `P:\n${YAML.replaceAll(/^ {2}/gm, '')}`
    const { report } = await checkFiles({ 't.yaml': transform('part.txt'), 'part.txt': included })
    expect(
      report.findings.some(({ rule, location }) => rule === 'deny-blocks-clumio' && location.path === 'part.txt'),
    ).toBe(true)
  })
})
