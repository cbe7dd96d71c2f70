import { describe, expect, test } from 'vitest'
import { checkFiles } from '../support/check.js'
import { countCpu } from '../support/cost.js'
import { edited, filesIn, told } from '../support/templates.js'

/** A template that is nested, with a policy that depends on its parameters. */
const INNER = `=== nested/bucket.yaml
Parameters:
  Who: {Type: String}
  Name: {Type: String, Default: acme-default}
  Mode: {Type: String, Default: prod}
Conditions:
  IsProd: !Equals [!Ref Mode, prod]
Resources:
  Policy:
    Type: AWS::S3::BucketPolicy
    Condition: IsProd
    Properties:
      Bucket: !Ref Name
      PolicyDocument:
        Statement:
          - Sid: Nested
            Effect: Deny
            Principal: {AWS: !Ref Who}
            Action: s3:*
            Resource: !Sub "arn:aws:s3:::\${Name}/*"
            Condition: {StringNotEquals: {aws:SourceVpc: vpc-1}}
`

function calling(parameters: string, url = './nested/bucket.yaml', id = 'Store'): string {
  return `  ${id}:
    Type: AWS::CloudFormation::Stack
    Properties:
      TemplateURL: ${url}
      Parameters: ${parameters}
`
}

function main(...stacks: readonly string[]): Readonly<Record<string, string>> {
  return filesIn(`=== main.yaml\nResources:\n${stacks.join('')}${INNER}`)
}

describe('a nested stack of the checkout is judged through its caller only', () => {
  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['with what it is given', main(calling('{Who: "*"}')), ['blocked nested/bucket.yaml Store.Policy Nested']],
    ['which may be harmless', main(calling('{Who: "arn:aws:iam::123456789012:user/x"}')), []],
    ['or not known', main(calling('{Who: !ImportValue who}')), ['undecided nested/bucket.yaml Store.Policy Nested']],
    ['without what its conditions leave out', main(calling('{Who: "*", Mode: dev}')), []],
    [
      'once for each caller',
      main(calling('{Who: "*", Name: acme-a}'), calling('{Who: "*", Name: acme-b}', undefined, 'Other')),
      ['blocked nested/bucket.yaml Other.Policy Nested', 'blocked nested/bucket.yaml Store.Policy Nested'],
    ],
    [
      'as an application of SAM',
      filesIn(`=== template.yaml
Resources:
  App:
    Type: AWS::Serverless::Application
    Properties: {Location: nested/bucket.yaml, Parameters: {Who: "*"}}
${INNER}`),
      ['blocked nested/bucket.yaml App.Policy Nested'],
    ],
    [
      'through stacks that nest stacks',
      filesIn(`=== main.yaml
Resources:
${calling('{Who: "*"}', 'middle/stack.json')}=== middle/stack.json
{"Parameters": {"Who": {"Type": "String"}}, "Resources": {"In": {"Type": "AWS::CloudFormation::Stack",
 "Properties": {"TemplateURL": "../nested/bucket.yaml", "Parameters": {"Who": {"Ref": "Who"}}}}}}
${INNER}`),
      ['blocked nested/bucket.yaml Store.In.Policy Nested'],
    ],
  ])('%s', async (_, files, expected) => {
    expect(await told(files)).toEqual(expected)
  })

  test('by itself where the caller names a bucket or nothing that is there', async () => {
    const files = main(calling('{Who: "*"}', 'https://s3.amazonaws.com/x/bucket.yaml'), calling('{}', 'gone.yaml', 'B'))
    expect(await told(files)).toEqual(['policy-unreadable main.yaml', 'undecided nested/bucket.yaml Policy Nested'])
  })

  test('in a circle from one of them', async () => {
    const stack = (file: string) => `  S: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ${file}}}\n`
    const files = filesIn(`=== a.yaml\nResources:\n${stack('b.yaml')}=== b.yaml\nResources:\n${stack('a.yaml')}  P:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: acme
      PolicyDocument: {Statement: [{Sid: In, Effect: Deny, Principal: "*", Action: "s3:*", Resource: "arn:aws:s3:::acme/*"}]}
`)
    expect(await told(files)).toEqual(['blocked b.yaml S.P In'])
  })
})

describe('a template that is not read', () => {
  const policy = { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: 'a', PolicyDocument: { Statement: [] } } }
  const body = JSON.stringify({ Resources: { P: policy } })
  const resource = (type: string, properties: string) =>
    filesIn(`=== main.yaml\nResources:\n  S:\n    Type: ${type}\n    Properties: {${properties}}\n`)
  const url = 'TemplateURL: "https://acme.s3.amazonaws.com/x.yaml"'
  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['of a stack that lies in a bucket', resource('AWS::CloudFormation::Stack', url), ['notice']],
    ['whose place is an expression', resource('AWS::CloudFormation::Stack', 'TemplateURL: !Ref Url'), ['notice']],
    ['that is gone', resource('AWS::CloudFormation::Stack', 'TemplateURL: gone.yaml'), ['notice']],
    ['of a stack set that lies in a bucket', resource('AWS::CloudFormation::StackSet', url), ['notice']],
    ['in a stack set', resource('AWS::CloudFormation::StackSet', `TemplateBody: '${body}'`), ['warning']],
    [
      'in a stack set by a function',
      resource('AWS::CloudFormation::StackSet', `TemplateBody: !Sub '${body}'`),
      ['warning'],
    ],
    ['of a stack set without a bucket policy', resource('AWS::CloudFormation::StackSet', "TemplateBody: '{}'"), []],
    ['of a public application', resource('AWS::Serverless::Application', 'Location: {ApplicationId: x}'), []],
  ])('%s is told', async (_, files, levels) => {
    const { report } = await checkFiles(files)
    expect(report.findings.map(({ rule, level }) => `${rule} ${level}`)).toEqual(
      levels.map((level) => `policy-unreadable ${level}`),
    )
    expect(report.unread).toHaveLength(levels.length)
  })
})

describe('an edit of a nested template', () => {
  const both = main(calling('{Who: "*", Name: acme-a}'), calling('{Who: "*", Name: acme-b}', undefined, 'Other'))

  test('is made once for all callers that need it, and clears them', async () => {
    const { report } = await checkFiles(both, { remedy: 'principal-arn' })
    expect(report.findings.map(({ fix }) => fix?.applicability)).toEqual(['edit', 'edit'])
    expect(await told(await edited(both, { remedy: 'principal-arn' }))).toEqual([])
  })

  test('is only shown where another caller does not need it', async () => {
    const files = main(
      calling('{Who: "*"}'),
      calling('{Who: "arn:aws:iam::123456789012:user/x"}', undefined, 'Harmless'),
    )
    const { report } = await checkFiles(files)
    expect(report.findings.map(({ fix }) => fix?.applicability)).toEqual(['text-only'])
    expect(report.findings[0]?.fix?.note).toContain('Harmless.Policy')
  })
})

test('buckets and outputs go from one template to the other', async () => {
  const files = filesIn(`=== main.yaml
Resources:
  Data: {Type: AWS::S3::Bucket, Properties: {BucketName: acme-parent}}
  Inner:
    Type: AWS::CloudFormation::Stack
    Properties: {TemplateURL: inner.yaml, Parameters: {Bucket: !Ref Data, Arn: !GetAtt Data.Arn}}
  OnOutput:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !GetAtt Inner.Outputs.Name
      PolicyDocument: {Statement: [{Sid: Outer, Effect: Deny, Principal: "*", Action: "s3:*", Resource: !Sub "\${Inner.Outputs.Arn}/*"}]}
=== inner.yaml
Parameters: {Bucket: {Type: String}, Arn: {Type: String}}
Resources:
  Own: {Type: AWS::S3::Bucket}
  P:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Bucket
      PolicyDocument: {Statement: [{Sid: Inner, Effect: Deny, Principal: "*", Action: "s3:*", Resource: !Sub "\${Arn}/*"}]}
Outputs: {Name: {Value: !Ref Own}, Arn: {Value: !GetAtt Own.Arn}}
`)
  expect(await told(files)).toEqual(['blocked inner.yaml Inner.P Inner', 'blocked main.yaml OnOutput Outer'])
  const { report } = await checkFiles(files)
  expect(report.findings.map(({ policy }) => policy?.bucket).sort()).toEqual(['acme-parent', null])
})

test('with only-changed a nested template counts when it or its caller changed', async () => {
  const files = main(calling('{Who: "*"}'))
  const onlyOf = (path: string) => told(files, { onlyPaths: new Set([path]) })
  expect(await onlyOf('main.yaml')).toHaveLength(1)
  expect(await onlyOf('nested/bucket.yaml')).toHaveLength(1)
  expect(await onlyOf('other.yaml')).toEqual([])
})

test('stacks that nest more and more are read up to a bound, in no time, and the others are told', async () => {
  const stacks = (next: number) =>
    Array.from({ length: 50 }, (_, i) => calling('{}', `s${next}.yaml`, `S${i}`)).join('')
  const files = Object.fromEntries(Array.from({ length: 9 }, (_, i) => [`s${i}.yaml`, `Resources:\n${stacks(i + 1)}`]))
  const spent = countCpu()
  expect(await told(files)).toEqual(Array.from({ length: 9 }, (_, i) => `policy-unreadable s${i}.yaml`))
  expect(spent()).toBeLessThan(20_000)
})

describe('a stack beyond those that are followed is told', () => {
  const many = (length: number, url: string) =>
    `Resources:\n${Array.from({ length }, (_, i) => calling(`{Who: "*", Name: b${i}}`, url, `S${i}`)).join('')}`
  const BEYOND = 'it stands in a nested stack beyond the 500 that are followed, or the ten in one another'
  const levels = async (files: Readonly<Record<string, string>>) => {
    const { report } = await checkFiles(files)
    return report.findings.flatMap(({ level, message }) => (message.includes(BEYOND) ? [level] : []))
  }
  const two = (mid: number, inner: string) => ({
    'main.yaml': many(10, './mid.yaml'),
    'mid.yaml': many(mid, './inner.yaml'),
    'inner.yaml': inner,
  })
  const allowed = INNER.replace(/^===.*\n/, '').replace('Deny', 'Allow')

  test('as a warning where it declares a bucket policy', async () => {
    expect(await levels(two(50, allowed))).toEqual(['warning'])
    expect(await levels(two(49, allowed))).toEqual([])
  }, 60_000)

  test('as a notice where what it nests or includes may be one', async () => {
    const chain = Object.fromEntries(
      Array.from({ length: 12 }, (_, i) => [`s${i}.yaml`, `Resources:\n${calling('{}', `./s${i + 1}.yaml`)}`]),
    )
    expect(await levels({ ...chain, 's12.yaml': allowed })).toEqual(['notice'])
  })
})
