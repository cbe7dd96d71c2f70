import { describe, expect, test } from 'vitest'
import { checkFiles, checkTree } from '../support/check.js'
import { edited, filesIn, policyOf, told } from '../support/templates.js'

const STATEMENT = `Sid: In
Effect: Deny
Principal: "*"
Action: s3:*
Resource: arn:aws:s3:::acme/*
Condition: {StringNotEquals: {aws:SourceVpc: vpc-1}}
`

function indented(text: string, columns: number): string {
  return text.trim().replace(/^/gm, ' '.repeat(columns))
}

const INCLUDE = 'Fn::Transform: {Name: AWS::Include, Parameters: {Location: part.yaml}}'
const DOCUMENT = `Statement:\n  -\n${indented(STATEMENT, 4)}\n`

/** A template that includes a part, and the part. */
function including(template: string, part: string): Readonly<Record<string, string>> {
  return filesIn(`=== t.yaml\n${template}\n=== part.yaml\n${part}\n`)
}

function resource(properties: string): string {
  return `Resources:\n  B: {Type: AWS::S3::Bucket, Properties: {BucketName: acme}}\n  P:\n    Type: AWS::S3::BucketPolicy\n    Properties:\n${indented(properties, 6)}\n`
}

describe('what a template includes from the checkout is judged in its place, and told where it is written', () => {
  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['a document', including(resource(`Bucket: acme\nPolicyDocument:\n  ${INCLUDE}`), DOCUMENT), 'part.yaml'],
    [
      'a document by the short form',
      including(
        resource('Bucket: acme\nPolicyDocument: !Transform {Name: AWS::Include, Parameters: {Location: part.yaml}}'),
        DOCUMENT,
      ),
      'part.yaml',
    ],
    [
      'a document that refers to the template',
      including(
        resource(`Bucket: !Ref B\nPolicyDocument:\n  ${INCLUDE}`),
        DOCUMENT.replace('arn:aws:s3:::acme/*', '!Sub "${B.Arn}/*"'),
      ),
      'part.yaml',
    ],
    [
      'the statements of a document',
      including(resource(`Bucket: acme\nPolicyDocument:\n  Version: 2012-10-17\n  ${INCLUDE}`), DOCUMENT),
      't.yaml',
    ],
    [
      'one statement',
      including(resource(`Bucket: acme\nPolicyDocument:\n  Statement:\n    - ${INCLUDE}`), STATEMENT),
      't.yaml',
    ],
    [
      'all properties',
      including(resource(INCLUDE), `Bucket: acme\nPolicyDocument:\n${indented(DOCUMENT, 2)}`),
      'part.yaml',
    ],
    [
      'a resource',
      including(
        `Resources:\n  B: {Type: AWS::S3::Bucket}\n  P:\n    ${INCLUDE}`,
        `Type: AWS::S3::BucketPolicy\nProperties:\n  Bucket: acme\n  PolicyDocument:\n${indented(DOCUMENT, 4)}`,
      ),
      'part.yaml',
    ],
    [
      'the only resource',
      including(
        `Resources:\n  P:\n    ${INCLUDE}`,
        `Type: AWS::S3::BucketPolicy\nProperties:\n  Bucket: acme\n  PolicyDocument:\n${indented(DOCUMENT, 4)}`,
      ),
      'part.yaml',
    ],
    [
      'the properties beside a type',
      including(
        `Resources:\n  P:\n    Type: AWS::S3::BucketPolicy\n    ${INCLUDE}`,
        `Properties:\n  Bucket: acme\n  PolicyDocument:\n${indented(DOCUMENT, 4)}`,
      ),
      'part.yaml',
    ],
    [
      'resources',
      including(
        `Resources:\n  B: {Type: AWS::S3::Bucket}\n  ${INCLUDE}`,
        `P:\n  Type: AWS::S3::BucketPolicy\n  Properties:\n    Bucket: acme\n    PolicyDocument:\n${indented(DOCUMENT, 6)}`,
      ),
      'part.yaml',
    ],
    [
      'sections of the template',
      including(
        'Transform: [{Name: AWS::Include, Parameters: {Location: part.yaml}}]\nResources: {B: {Type: AWS::S3::Bucket}}',
        resource(`Bucket: acme\nPolicyDocument:\n${indented(DOCUMENT, 2)}`).replace(/ {2}B: .*\n/, ''),
      ),
      'part.yaml',
    ],
  ])('%s', async (_, files, path) => {
    expect(await told(files)).toEqual([`blocked ${path} P In`])
    const { report } = await checkTree(files)
    const [finding] = report.findings
    expect(finding?.fix?.applicability).toBe(path === 'part.yaml' ? 'edit' : 'text-only')
    if (path === 'part.yaml') expect(await told(await edited(files))).toEqual([])
  })
})

test.each([
  [
    'the whole of a document',
    resource(
      'Bucket: acme\nPolicyDocument:\n  Fn::Transform: {Name: AWS::Include, Parameters: {Location: "s3://b/p.yaml"}}',
    ),
  ],
  [
    'a part of a document',
    resource(
      'Bucket: acme\nPolicyDocument:\n  Version: 2012-10-17\n  Fn::Transform: {Name: AWS::Include, Parameters: {Location: "s3://b/p.yaml"}}',
    ),
  ],
  ['all properties', resource('Fn::Transform: {Name: AWS::Include, Parameters: {Location: gone.yaml}}')],
  [
    'what a macro makes',
    resource('Bucket: acme\nPolicyDocument:\n  Version: 2012-10-17\n  Fn::Transform: {Name: Mine}'),
  ],
])('%s that is not in the checkout is told', async (_, template) => {
  const { report } = await checkTree({ 't.yaml': template })
  expect(report.findings).toMatchObject([{ rule: 'policy-unreadable', level: 'warning' }])
  expect(report.unread).toHaveLength(1)
})

describe('what a transform makes of a resource is told where that may be a bucket policy', () => {
  const ELSEWHERE = '{Name: AWS::Include, Parameters: {Location: "s3://b/p.yaml"}}'
  const written = `PolicyDocument:\n  Statement:\n    -\n${indented(STATEMENT, 6)}`

  test.each([
    ['of one without a type', `Resources: {Q: {Fn::Transform: ${ELSEWHERE}}}`, 'notice'],
    ['of one without a type, by the short form', `Resources: {Q: !Transform ${ELSEWHERE}}`, 'notice'],
    ['of one without a type, by a macro', 'Resources: {Q: {Fn::Transform: {Name: Mine}}}', 'notice'],
    [
      'of what a macro over all of it is given',
      'Transform: {Name: Mine, Parameters: {P: {Statement: [{Effect: Deny, Principal: "*", Action: "s3:*", Resource: "arn:aws:s3:::b/*"}]}}}\nResources: {Q: {Type: AWS::SNS::Topic}}',
      'notice',
    ],
    [
      'of a file that is gone',
      'Resources: {Q: {Fn::Transform: {Name: AWS::Include, Parameters: {Location: g.yaml}}}}',
      'notice',
    ],
    ['of a bucket policy', `Resources: {Q: {Type: AWS::S3::BucketPolicy, Fn::Transform: ${ELSEWHERE}}}`, 'warning'],
    [
      'of those of a loop',
      `Resources: {"Fn::ForEach::L": [N, [a], {"Q\${N}": {Fn::Transform: ${ELSEWHERE}}}]}`,
      'notice',
    ],
    ['of a loop as a whole', `Resources: {"Fn::ForEach::L": [N, [a], {Fn::Transform: ${ELSEWHERE}}]}`, 'notice'],
    ['of the list of a loop', `Resources: {"Fn::ForEach::L": {Fn::Transform: ${ELSEWHERE}}}`, 'notice'],
    [
      'of a stack',
      `Resources: {Q: {Type: AWS::CloudFormation::Stack, Properties: {Fn::Transform: ${ELSEWHERE}}}}`,
      'notice',
    ],
    [
      'of an application',
      `Resources: {Q: {Type: AWS::Serverless::Application, Fn::Transform: ${ELSEWHERE}}}`,
      'notice',
    ],
  ])('%s', async (_, template, level) => {
    const { report } = await checkTree({ 't.yaml': template })
    expect(report.findings).toMatchObject([{ rule: 'policy-unreadable', level }])
    expect(report.unread).toHaveLength(1)
  })

  test.each([
    ['beside the type', `${resource(`Bucket: acme\n${written}`)}    Fn::Transform: {Name: Mine}\n`],
    ['among the properties', resource(`Bucket: acme\nFn::Transform: {Name: Mine}\n${written}`)],
  ])('%s of a policy that is written out, which is judged as it is written', async (_, template) => {
    const { report } = await checkTree({ 't.yaml': template })
    expect(report.findings.map(({ rule, level }) => [rule, level]).sort()).toEqual([
      ['deny-blocks-clumio', 'error'],
      ['policy-unreadable', 'notice'],
    ])
  })

  test.each([
    ['of a resource of another type', `Resources: {Q: {Type: AWS::SNS::Topic, Fn::Transform: ${ELSEWHERE}}}`],
    [
      'in a value of another resource',
      `Resources: {Q: {Type: AWS::SNS::Topic, Properties: {Fn::Transform: ${ELSEWHERE}}}}`,
    ],
    [
      'of a resource that a condition leaves out',
      `Conditions: {No: !Equals [a, b]}\nResources: {Q: {Condition: No, Fn::Transform: ${ELSEWHERE}}}`,
    ],
  ])('but not %s', async (_, template) => {
    const { report } = await checkTree({ 't.yaml': `${template}\nMetadata: {of: AWS::S3::BucketPolicy}` })
    expect([report.findings, report.unread]).toEqual([[], []])
  })
})

test('what includes itself is read up to a bound', async () => {
  const part = `Statement:\n  - ${INCLUDE}\n  -\n${indented(STATEMENT, 4)}\n`
  const files = including(resource(`Bucket: acme\nPolicyDocument:\n  ${INCLUDE}`), part)
  expect((await told(files)).some((one) => one.startsWith('blocked'))).toBe(true)
})

describe('documents as a text', () => {
  const json = (resourceArn: string, principal = '"*"') =>
    `{"Statement":[{"Sid":"T","Effect":"Deny","Principal":${principal},"Action":"s3:*","Resource":"${resourceArn}"}]}`
  test.each<[string, string]>([
    ['as it is', `'${json('arn:aws:s3:::acme/*')}'`],
    ['by Fn::Sub', `!Sub '${json('arn:${AWS::Partition}:s3:::${B}/*')}'`],
    ['by Fn::Sub with names of its own', `!Sub ['${json('${Arn}/*')}', {Arn: !GetAtt B.Arn}]`],
    ['by Fn::Join', `!Join ['', ['${json('X').split('X')[0]}', !GetAtt B.Arn, '/*${json('X').split('X')[1]}']]`],
    ['by Fn::ToJsonString', `{'Fn::ToJsonString': ${json('arn:aws:s3:::acme/*')}}`],
  ])('%s are judged', async (_, document) => {
    const { report } = await checkTree({ 't.yaml': resource(`Bucket: !Ref B\nPolicyDocument: ${document}`) })
    expect(report.findings.map(({ rule }) => rule)).toEqual(['deny-blocks-clumio'])
  })

  test('an expression outside of its strings is told', async () => {
    const { report } = await checkTree({
      't.yaml': resource('Bucket: !Ref B\nPolicyDocument: !Sub \'{"Statement": ${Statements}}\''),
    })
    expect(report.findings).toMatchObject([{ rule: 'policy-unreadable' }])
  })
})

describe('what get-template prints', () => {
  const body = policyOf(`-\n${indented(STATEMENT, 2)}`).trim()
  test.each<[string, string, string]>([
    ['in JSON', 'o.json', JSON.stringify({ TemplateBody: body })],
    ['in YAML, in quotes', 'o.yaml', `StagesAvailable:\n- Original\nTemplateBody: ${JSON.stringify(body)}\n`],
    ['in YAML, in lines', 'o.yaml', `StagesAvailable:\n- Original\nTemplateBody: |\n${indented(body, 2)}\n`],
  ])('%s is judged and not edited', async (_, path, text) => {
    const { report } = await checkTree({ [path]: text })
    expect(report.findings).toMatchObject([{ rule: 'deny-blocks-clumio', fix: { applicability: 'text-only' } }])
  })

  test('is told where it cannot be read', async () => {
    const { report } = await checkTree({ 'o.json': JSON.stringify({ TemplateBody: `${body}\n  x: {{` }) })
    expect(report.findings).toMatchObject([{ rule: 'policy-unreadable' }])
  })
})

describe('of a file that no commit holds, only what is of a policy or a template is put into one', () => {
  const SECRET = 'PLANTED-SECRET'
  const whole = resource(`Bucket: acme\nPolicyDocument:\n  ${INCLUDE}`)
  const inStatement = resource(
    `Bucket: acme\nPolicyDocument:\n  Statement:\n    - ${INCLUDE}\n      Effect: Deny\n      Principal: "*"\n      Action: s3:*\n      Resource: arn:aws:s3:::acme/*`,
  )
  const inCondition = resource(
    `Bucket: acme\nPolicyDocument:\n  Statement:\n    - Effect: Deny\n      Principal: "*"\n      Action: s3:*\n      Resource: arn:aws:s3:::acme/*\n      Condition:\n        StringEquals:\n          ${INCLUDE}`,
  )
  const serverless = `service: a\nresources:\n${indented(
    resource(
      'Bucket: acme\nPolicyDocument:\n  Statement:\n    - Sid: $' +
        '{file(part.yaml):token}\n      Effect: Deny\n      Principal: "*"\n      Action: s3:*\n      Resource: arn:aws:s3:::acme/*',
    ),
    2,
  )}\n`

  test.each([
    ['a policy', whole, DOCUMENT],
    ['a statement', resource(`Bucket: acme\nPolicyDocument:\n  Statement:\n    - ${INCLUDE}`), STATEMENT],
    [
      'resources',
      `Resources:\n  ${INCLUDE}\n`,
      `P: {Type: AWS::S3::BucketPolicy, Properties: {Bucket: acme, PolicyDocument: {Statement: {Sid: In, Effect: Deny, Principal: "*", Action: "s3:*", Resource: "*"}}}}\n`,
    ],
  ])('%s is', async (_, template, part) => {
    const { report } = await checkFiles({ 't.yaml': template, 'part.yaml': part })
    expect(report.findings.map(({ rule }) => rule)).toContain('deny-blocks-clumio')
  })

  test.each([
    ['keys of a statement', 't.yaml', inStatement, `Sid: ${SECRET}\n`],
    ['keys of a condition', 't.yaml', inCondition, `private_key: ${SECRET}\n`],
    ['a policy with more beside it', 't.yaml', whole, `${DOCUMENT}token: ${SECRET}\n`],
    ['a value that serverless takes', 'serverless.yml', serverless, `token: ${SECRET}\n`],
  ])('%s are not', async (_, path, template, part) => {
    const { report } = await checkFiles({ [path]: template, 'part.yaml': part })
    expect(report.findings).not.toEqual([])
    expect(JSON.stringify(report)).not.toContain(SECRET)
  })
})
