import { describe, expect, test } from 'vitest'
import { isStatementFinding } from '../../src/model/report.js'
import { checkFiles } from '../support/check.js'
import { ROLE, SIX } from '../support/vectors.js'

const RESOURCE = '"Resource": ["arn:aws:s3:::b1", "arn:aws:s3:::b1/*"]'
const BASE = `"Effect": "Deny", "Principal": "*", "Action": "s3:*", ${RESOURCE}`
const policy = (...statements: readonly string[]) =>
  `{"Version": "2012-10-17", "Statement": [${statements.map((one) => `{${one}}`).join(', ')}]}`

async function told(files: string | Readonly<Record<string, string>>) {
  const { report } = await checkFiles(files)
  return report.findings.filter(isStatementFinding).map(({ rule, because, fix }) => {
    const name = because
      .map((one) => /the member "([^"]*)" stands twice/.exec(one)?.[1])
      .find((one) => one !== undefined)
    return { rule, name, fix }
  })
}

const undecided = (name: string) => [{ rule: 'deny-may-block-clumio', name, fix: null }]

/** Statements that would be red or green by their last, or their first, member. */
const CASES: readonly (readonly [string, string, string])[] = [
  [
    'an operator',
    `${BASE}, "Condition": {"StringNotEquals": {"aws:SourceVpc": "vpc-1"}, "StringNotEquals": {"aws:PrincipalArn": "${ROLE}"}}`,
    'StringNotEquals',
  ],
  [
    'an operator in another case',
    `${BASE}, "Condition": {"Bool": {"aws:SecureTransport": "false"}, "bool": {"aws:SecureTransport": "true"}}`,
    'bool',
  ],
  [
    'a key',
    `${BASE}, "Condition": {"Bool": {"aws:SecureTransport": "true", "aws:SecureTransport": "false"}}`,
    'aws:SecureTransport',
  ],
  [
    'a key in another case',
    `${BASE}, "Condition": {"Bool": {"aws:SecureTransport": "false", "AWS:securetransport": "false"}}`,
    'AWS:securetransport',
  ],
  [
    'an action',
    `"Effect": "Deny", "Principal": "*", "Action": "s3:GetObject", "Action": "s3:DeleteBucket", ${RESOURCE}`,
    'Action',
  ],
  [
    'an effect that is no text',
    `"Effect": 7, "NotPrincipal": "*", "Action": "s3:*", ${RESOURCE}, "Effect": 7`,
    'Effect',
  ],
  ['an action in another case', `${BASE}, "action": "s3:DeleteBucket"`, 'action'],
  ['a resource', `${BASE}, "Resource": "arn:aws:s3:::b2/*"`, 'Resource'],
  [
    'a condition',
    `${BASE}, "Condition": {"Bool": {"aws:SecureTransport": "true"}}, "Condition": {"Bool": {"aws:SecureTransport": "false"}}`,
    'Condition',
  ],
  ['a principal', `${BASE}, "Principal": {"AWS": "999988887777"}`, 'Principal'],
  [
    'a type of principals',
    `"Effect": "Deny", "Principal": {"AWS": "*", "AWS": "999988887777"}, "Action": "s3:*", ${RESOURCE}`,
    'AWS',
  ],
  [
    'a type of excepted principals',
    `"Effect": "Deny", "NotPrincipal": {"AWS": ${JSON.stringify(SIX)}, "aws": "999988887777"}, "Action": "s3:*", ${RESOURCE}`,
    'aws',
  ],
  ['an effect that ends as Allow', `${BASE}, "Effect": "Allow"`, 'Effect'],
  ['an effect that ends as Deny', `"Effect": "Allow", ${BASE}`, 'Effect'],
  ['a name', `"Sid": "A", "Sid": "B", ${BASE}`, 'Sid'],
  ['a name that is written with escapes', `${BASE}, "\\u0041ction": "s3:DeleteBucket"`, 'Action'],
]

describe('two members of one name leave a statement undecided', () => {
  test.each(CASES)('%s', async (_, statement, name) => {
    expect(await told(policy(statement))).toEqual(undecided(name))
  })

  test.each(CASES)('%s, in JSON with comments', async (_, statement, name) => {
    const text = `// "Action": twice\n${policy(statement).replace('{"Version"', '/* { */ {"Version"').replace(/\]\}$/, ',]}')}`
    expect(await told(text)).toEqual(undecided(name))
  })

  test.each(CASES)('%s, in a wrapped policy', async (_, statement, name) => {
    expect(await told(JSON.stringify({ Policy: policy(statement) }))).toEqual(undecided(name))
  })

  test.each(CASES)('%s, in the policy text of a plan', async (_, statement, name) => {
    const address = 'aws_s3_bucket_policy.b'
    const change = {
      actions: ['create'],
      before: null,
      after: { bucket: 'b1', policy: policy(statement) },
      after_unknown: {},
    }
    const resource = { address, mode: 'managed', type: 'aws_s3_bucket_policy', name: 'b', change }
    const plan = JSON.stringify({
      format_version: '1.2',
      terraform_version: '1.9.0',
      planned_values: {},
      resource_changes: [resource],
    })
    expect(await told({ 'plan.json': plan })).toEqual(undecided(name))
  })

  test.each(CASES)('%s, in a template', async (_, statement, name) => {
    const properties = `{"Bucket": "b1", "PolicyDocument": ${policy(statement)}}`
    const text = `{"Resources": {"P": {"Type": "AWS::S3::BucketPolicy", "Properties": ${properties}}}}`
    expect(await told({ 'template.json': text })).toEqual(undecided(name))
  })

  test.each(CASES)('%s, in a serverless.yml whose variables are filled in', async (_, statement, name) => {
    const named = policy(`${statement}, "Ignored": "\${self:custom.name}"`)
    const text = `service: a\nprovider: {name: aws}\ncustom: {name: b1}\nresources: {Resources: {P: {Type: AWS::S3::BucketPolicy, Properties: {Bucket: b1, PolicyDocument: ${named}}}}}\n`
    expect((await told({ 'serverless.yml': text })).map(({ rule }) => rule)).toEqual(['deny-may-block-clumio'])
    expect((await told({ 'serverless.yml': text }))[0]?.name ?? name).toBe(name)
  })

  test.each(CASES)('%s, in what a loop makes', async (_, statement, name) => {
    const properties = `{"Bucket": "b1", "PolicyDocument": ${policy(`${statement}, "Ignored": "\${One}"`)}}`
    const loop = `["One", ["A"], {"P\${One}": {"Type": "AWS::S3::BucketPolicy", "Properties": ${properties}}}]`
    const text = `{"Transform": "AWS::LanguageExtensions", "Resources": {"Fn::ForEach::L": ${loop}}}`
    expect((await told({ 'template.json': text })).map((one) => one.rule)).toEqual(['deny-may-block-clumio'])
    expect((await told({ 'template.json': text }))[0]?.name ?? name).toBe(name)
  })

  test.each(CASES)('%s, in a text of a template', async (_, statement, name) => {
    const Properties = { Bucket: 'b1', PolicyDocument: policy(statement) }
    const text = JSON.stringify({ Resources: { P: { Type: 'AWS::S3::BucketPolicy', Properties } } })
    expect(await told({ 'template.json': text })).toEqual(undecided(name))
  })
})

describe('the cause that is told of two members of one name is that name', () => {
  const one = '"Principal":"*","Action":"s3:*","Resource":["arn:aws:s3:::b1","arn:aws:s3:::b1/*"]'
  test.each<[string, string]>([
    ['Effect, both valid', `{"Statement":[{"Effect":"Deny","Effect":"Allow",${one}}]}`],
    ['Effect, both Deny', `{"Statement":[{"Effect":"Deny","effect":"Deny",${one}}]}`],
    ['Statement', `{"Statement":[{"Effect":"Deny",${one}}],"Statement":[{"Effect":"Allow",${one}}]}`],
    ['Action', `{"Statement":[{"Effect":"Deny","Action":"s3:Get*",${one}}]}`],
  ])('%s', async (_name, text) => {
    const { report } = await checkFiles(text)
    const [finding] = report.findings
    expect(finding).toMatchObject({ rule: 'deny-may-block-clumio', because: [expect.stringContaining('stands twice')] })
    expect(finding?.message).toContain('which of two members with the same name counts')
    expect(finding?.message).not.toContain('a valid Effect')
    expect(finding).toMatchObject({ missing: [{ id: 'invalid duplicate-key' }] })
  })

  test('an Effect that is not valid is told beside it', async () => {
    const { report } = await checkFiles(`{"Statement":[{"Effect":"deny","Action":"s3:Get*",${one}}]}`)
    expect(report.findings[0]?.message).toContain('a valid Effect')
    expect(report.findings[0]?.message).toContain('which of two members with the same name counts')
  })
})

describe('what two members of one name do not touch', () => {
  test('other statements are judged', async () => {
    const other = `"Sid": "Other", ${BASE}`
    const [first, second] = await told(policy(`${BASE}, "Action": "s3:*"`, other))
    expect([first?.rule, second?.rule].sort()).toEqual(['deny-blocks-clumio', 'deny-may-block-clumio'])
  })

  test('an Allow statement stays harmless', async () => {
    const text = policy(`"Effect": "Allow", "Principal": "*", "Action": "s3:*", "Action": "s3:GetObject", ${RESOURCE}`)
    expect(await told(text)).toEqual([])
  })

  test('the same name in different elements', async () => {
    const condition = { StringNotEquals: { 'aws:PrincipalArn': ROLE }, StringNotLike: { 'aws:PrincipalArn': ROLE } }
    expect(await told(policy(`${BASE}, "Condition": ${JSON.stringify(condition)}`))).toEqual([])
  })
})

describe('two lists of statements or versions leave the whole policy open', () => {
  const blocking = `[{${BASE}}]`
  test('the last list without a Deny', async () => {
    const allow = `[{"Effect": "Allow", "Principal": "*", "Action": "s3:GetObject", ${RESOURCE}}]`
    expect(await told(`{"Statement": ${blocking}, "Statement": ${allow}}`)).toEqual(undecided('Statement'))
  })

  test('two versions', async () => {
    const text = `{"Version": "2008-10-17", "Version": "2012-10-17", "Statement": ${blocking}}`
    expect(await told(text)).toEqual(undecided('Version'))
  })

  test('the last list without any statement', async () => {
    const { report } = await checkFiles(`{"Statement": ${blocking}, "Statement": []}`)
    expect(report.findings.map(({ rule }) => rule)).toEqual(['policy-unreadable'])
  })

  const hidden = `{"Statement": ${blocking}, "Statement": []}`
  test.each([
    ['a template', hidden],
    ['a text of a template', JSON.stringify(hidden)],
  ])('the last list without any statement, in %s', async (_, document) => {
    const properties = `{"Bucket": "b1", "PolicyDocument": ${document}}`
    const text = `{"Resources": {"P": {"Type": "AWS::S3::BucketPolicy", "Properties": ${properties}}}}`
    const { report } = await checkFiles({ 'template.json': text })
    expect(report.findings.map(({ rule }) => rule)).toEqual(['policy-unreadable'])
  })
})
