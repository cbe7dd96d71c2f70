import { describe, expect, test } from 'vitest'
import { checkTree } from '../support/check.js'
import { edited, filesIn, told } from '../support/templates.js'

/** What several items of `resources`, or its extensions, say of one resource is never silent. */

const HEAD = `service: reports
custom: {name: acme}
provider: {name: aws}
`
const STATEMENT = '{Sid: Own, Effect: Allow, Principal: "*", Action: "s3:*", Resource: "arn:aws:s3:::acme/*"}'
const DENY = STATEMENT.replace('Allow', 'Deny')
const policy = (statements: string) =>
  `{Type: AWS::S3::BucketPolicy, Properties: {Bucket: acme, PolicyDocument: {Statement: ${statements}}}}`
const document = (statements: string) => `{Properties: {PolicyDocument: {Statement: ${statements}}}}`
const WHOLE = `Resources: {P: ${policy(`[${STATEMENT}]`)}}`
const service = (resources: string, files = '') => filesIn(`=== serverless.yml\n${HEAD}${resources}\n${files}`)

describe('items of the list of resources are merged', () => {
  const list = (...items: readonly string[]) => `resources:\n${items.map((one) => `  - ${one}`).join('\n')}`

  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    [
      'a part of a statement',
      service(list(WHOLE, `Resources: {P: ${document('[{Effect: Deny}]')}}`)),
      ['blocked serverless.yml P Own'],
    ],
    [
      'a part in another file',
      service(list(WHOLE, '${file(r.yml)}'), `=== r.yml\nResources: {P: ${document('[{Effect: Deny}]')}}\n`),
      ['blocked r.yml P Own'],
    ],
    [
      'both in files',
      service(
        list('${file(a.yml)}', '${file(b.yml)}'),
        `=== a.yml\n${WHOLE}\n=== b.yml\nResources: {P: ${document('[{Effect: Deny}]')}}\n`,
      ),
      ['blocked b.yml P Own'],
    ],
    [
      'a list in a file',
      service(
        'resources: ${file(list.yml)}',
        `=== list.yml\n- ${WHOLE}\n- Resources: {P: ${document('[{Effect: Deny}]')}}\n`,
      ),
      ['blocked list.yml P Own'],
    ],
    [
      'a list in a list',
      service(list(WHOLE, `[{Resources: {P: ${document('[{Effect: Deny}]')}}}]`)),
      ['blocked serverless.yml P Own'],
    ],
    [
      'resources in a file',
      service(list(WHOLE, 'Resources: {P: "${file(r.yml):P}"}'), `=== r.yml\nP: ${document('[{Effect: Deny}]')}\n`),
      ['blocked r.yml P Own'],
    ],
    [
      'a document that has no type of its own',
      service(list(WHOLE, `Resources: {P: ${document(`[{}, ${DENY.replace('Own', 'Second')}]`)}}`)),
      ['blocked serverless.yml P Second'],
    ],
    [
      'a document before its type',
      service(
        list(
          `Resources: {P: ${document(`[${DENY}]`)}}`,
          'Resources: {P: {Type: AWS::S3::BucketPolicy, Properties: {Bucket: acme}}}',
        ),
      ),
      ['blocked serverless.yml P Own'],
    ],
    [
      'an index of a list',
      service(list(WHOLE, `Resources: {P: ${document('{"0": {Effect: Deny}}')}}`)),
      ['blocked serverless.yml P Own'],
    ],
    [
      'a condition in the place of one that does not hold',
      service(
        list(
          `{Conditions: {N: {"Fn::Equals": [a, b]}, Y: {"Fn::Equals": [a, a]}}, Resources: {P: ${policy(`[${DENY}]`).replace('{', '{Condition: N, ')}}}`,
          'Resources: {P: {Condition: Y}}',
        ),
      ),
      ['blocked serverless.yml P Own'],
    ],
    [
      'a text in the place of a document',
      service(
        list(
          WHOLE,
          `Resources: {P: {Properties: {PolicyDocument: '{"Statement": [{"Sid": "Own", "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::acme/*"}]}'}}}`,
        ),
      ),
      ['blocked serverless.yml P Own'],
    ],
    [
      'an effect that allows',
      service(list(WHOLE.replace('Allow', 'Deny'), `Resources: {P: ${document('[{Effect: Allow}]')}}`)),
      [],
    ],
    ['another resource', service(list(WHOLE, 'Resources: {B: {Type: AWS::S3::Bucket}}')), []],
  ])('%s', async (_name, files, expected) => {
    expect(await told(files)).toEqual(expected)
    const { report } = await checkTree(files)
    expect(report.findings.filter(({ fix }) => fix?.applicability === 'edit')).toEqual([])
    expect(await edited(files)).toEqual(files)
  })

  test.each<[string, readonly string[]]>([
    ['resources', [WHOLE.replace('Allow', 'Deny'), 'Resources: {B: {Type: AWS::S3::Bucket}}']],
    [
      'resources under a condition of several',
      [
        `{Conditions: {N: {"Fn::Equals": [a, b]}}, Resources: {P: ${policy(`[${DENY}]`).replace('{', '{Condition: N, ')}}}`,
        'Conditions: {N: {"Fn::Equals": [b]}}',
      ],
    ],
  ])('and what only one of them says is edited: %s', async (_name, items) => {
    const files = service(list(...items))
    const { report } = await checkTree(files)
    expect(report.findings.map(({ fix }) => fix?.applicability)).toEqual(['edit'])
    expect(await told(await edited(files))).toEqual([])
  })
})

test('thousands of items take no longer than they are', async () => {
  const items = Array.from({ length: 8000 }, (_, i) => ({ Resources: { [`T${i}`]: { Type: 'AWS::SNS::Topic' } } }))
  const last = { Resources: { P: { Properties: { PolicyDocument: { Statement: [{ Effect: 'Deny' }] } } } } }
  const first = {
    Resources: {
      P: {
        Type: 'AWS::S3::BucketPolicy',
        Properties: {
          Bucket: 'acme',
          PolicyDocument: {
            Statement: [
              { Sid: 'Own', Effect: 'Allow', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::acme/*' },
            ],
          },
        },
      },
    },
  }
  const text = JSON.stringify({ service: 's', provider: {}, resources: [first, ...items, last] })
  expect(await told({ 'serverless.json': text })).toEqual(['blocked serverless.json P Own'])
})

describe('extensions of what Serverless makes are told', () => {
  const MADE = `ServerlessDeploymentBucketPolicy: ${document(`[${DENY}]`)}`
  const OTHER = `Other: ${document(`[${DENY}]`)}`
  const EFFECT = `ServerlessDeploymentBucketPolicy: ${document('[{Effect: Deny}]')}`
  const BUCKET = 'Resources: {B: {Type: AWS::S3::Bucket}}'

  test.each<[string, string, (extensions: string) => Readonly<Record<string, string>>]>([
    ['written out', 'serverless.yml', (one) => service(`resources: {extensions: {${one}}}`)],
    [
      'written out beside resources',
      'serverless.yml',
      (one) => service(`resources: {${BUCKET}, extensions: {${one}}}`),
    ],
    ['in a list', 'serverless.yml', (one) => service(`resources:\n  - ${BUCKET}\n  - extensions: {${one}}`)],
    ['as a file', 'e.yml', (one) => service('resources: {extensions: "${file(e.yml)}"}', `=== e.yml\n${one}\n`)],
    [
      'as a file, in a list',
      'e.yml',
      (one) => service(`resources:\n  - ${BUCKET}\n  - extensions: \${file(e.yml)}`, `=== e.yml\n${one}\n`),
    ],
    ['in a file', 'e.yml', (one) => service('resources: ${file(e.yml)}', `=== e.yml\nextensions: {${one}}\n`)],
    [
      'in a file of a list',
      'e.yml',
      (one) => service('resources: ["${file(e.yml)}"]', `=== e.yml\nextensions: {${one}}\n`),
    ],
    [
      'in files of one another',
      'f.yml',
      (one) => service('resources: ${file(e.yml)}', `=== e.yml\nextensions: \${file(f.yml)}\n=== f.yml\n${one}\n`),
    ],
    ['as resources without a type', 'serverless.yml', (one) => service(`resources: {Resources: {${one}}}`)],
    [
      'as resources without a type, in a file',
      'e.yml',
      (one) => service('resources: ${file(e.yml)}', `=== e.yml\nResources: {${one}}\n`),
    ],
  ])('%s', async (_name, path, files) => {
    for (const one of [MADE, OTHER, EFFECT]) expect(await told(files(one)), one).toEqual([`policy-unreadable ${path}`])
  })

  test('a part of one in another item', async () => {
    const half = `Other: ${document('[{Action: "s3:*", Resource: "arn:aws:s3:::acme/*"}]')}`
    const rest = `Other: ${document('[{Effect: Deny, Principal: "*"}]')}`
    const files = service(`resources:\n  - extensions: {${half}}\n  - extensions: {${rest}}`)
    expect(await told(files)).toEqual(['policy-unreadable serverless.yml'])
  })

  test('what is no policy of a bucket is silent', async () => {
    const queue = `Other: ${document(`[${DENY.replaceAll('s3:', 'sqs:')}]`)}`
    expect(await told(service(`resources: {extensions: {${queue}}}`))).toEqual([])
  })
})

test('resources of a service count beside a template that stands in its file', async () => {
  const files = service(
    `resources: {Resources: {P: ${policy(`[${DENY}]`)}}}\nTemplateBody: {Resources: {B: {Type: AWS::S3::Bucket}}}`,
  )
  expect(await told(files)).toEqual(['policy-unreadable serverless.yml'])
})

describe('what nobody takes of a file is told as by itself', () => {
  const BARE = `{Version: "2012-10-17", Statement: [${DENY}]}`
  const rules = async (files: Readonly<Record<string, string>>) =>
    (await checkTree(files)).report.findings.map(({ rule, location }) => `${rule} ${location.path}`)

  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    [
      'beside a part that is taken',
      service(
        'resources: {Resources: {P: "${file(e.yml):a}"}}',
        `=== e.yml\na: {Type: AWS::SNS::Topic}\nb: ${policy(`[${DENY}]`)}\n`,
      ),
      ['policy-unreadable e.yml'],
    ],
    [
      'beside the sections of a template',
      service(
        'resources: ${file(e.yml)}',
        `=== e.yml\nResources: {T: {Type: AWS::SNS::Topic}}\nMetadata: {X: {BucketPolicy: ${BARE}}}\n`,
      ),
      ['policy-unreadable e.yml'],
    ],
    [
      'and nothing twice',
      service('resources: ${file(e.yml)}', `=== e.yml\n${WHOLE.replace('Allow', 'Deny')}\n`),
      ['deny-blocks-clumio e.yml'],
    ],
    [
      'what two take each a part of',
      {
        ...service(
          'resources: {Resources: {P: "${file(e.yml):a}"}}',
          `=== e.yml\na: ${policy(`[${DENY}]`)}\nb: ${policy(`[${DENY}]`)}\n`,
        ),
        'x/serverless.yml': `${HEAD}resources: {Resources: {P: "\${file(../e.yml):b}"}}\n`,
      },
      ['deny-blocks-clumio e.yml', 'deny-blocks-clumio e.yml'],
    ],
  ])('%s', async (_, files, expected) => {
    expect(await rules(files)).toEqual(expected)
  })
})

describe('whoever takes a file that is whole by itself, and tells nothing of it, takes it from nobody', () => {
  const POLICY = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Sid: 'Own', Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::acme/*' }],
  })
  const include = (path: string) => `{Fn::Transform: {Name: AWS::Include, Parameters: {Location: ${path}}}}`
  const TOPIC = '{Type: AWS::SNS::Topic}'
  const TEMPLATE = `Resources:\n  P: ${policy(`[${DENY}]`)}\n`
  const at = (path: string, text: string, caller: string) => ({ [path]: text, 'x/e.yaml': caller })
  const never = 'Conditions: {Never: {Fn::Equals: [a, b]}}\n'

  test.each<[string, Readonly<Record<string, string>>]>([
    [
      'in the metadata of a topic',
      at('p.json', POLICY, `Resources: {S: {Type: AWS::SNS::Topic, Metadata: ${include('../p.json')}}}\n`),
    ],
    ['in a mapping', at('p.json', POLICY, `Mappings: {M: ${include('../p.json')}}\nResources: {S: ${TOPIC}}\n`)],
    [
      'in a bucket policy that is never made',
      at(
        'p.json',
        POLICY,
        `${never}Resources: {P: {Type: AWS::S3::BucketPolicy, Condition: Never, Properties: {Bucket: b, PolicyDocument: ${include('../p.json')}}}}\n`,
      ),
    ],
    [
      'as a stack that it is not',
      at(
        'p.json',
        POLICY,
        `Resources: {S: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ../p.json}}}\n`,
      ),
    ],
    [
      'a template',
      at('t.yaml', TEMPLATE, `Resources: {S: {Type: AWS::SNS::Topic, Metadata: ${include('../t.yaml')}}}\n`),
    ],
    [
      'by a variable of a serverless.yml',
      {
        'p.json': POLICY,
        'x/serverless.yml': `${HEAD}resources: {Resources: {S: {Type: AWS::SNS::Topic, Metadata: "\${file(../p.json)}"}}}\n`,
      },
    ],
  ])('%s', async (_, files) => {
    const { report } = await checkTree(files)
    expect(report.findings.map(({ rule }) => rule)).toEqual(['deny-blocks-clumio'])
  })

  test('a policy that is taken is told once', async () => {
    const caller = `Resources: {P: {Type: AWS::S3::BucketPolicy, Properties: {Bucket: acme, PolicyDocument: ${include('../p.json')}}}}\n`
    const { report } = await checkTree(at('p.json', POLICY, caller))
    expect(report.findings.map(({ rule }) => rule)).toEqual(['deny-blocks-clumio'])
  })
})
