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
    ['PolicyDocument', `Resources:\n  P:\n${YAML}      PolicyDocument:\n        Statement: []\n`],
  ])('%s in YAML', async (_name, text) => {
    expect(await told(text, 't.yaml')).toEqual(WARNING)
  })

  test.each([
    [
      't.json',
      `{"Resources":{"P":{"Type":"AWS::S3::BucketPolicy","Type":"AWS::S3::Bucket","Properties":{"PolicyDocument":${P}}}}}`,
    ],
    ['t.yaml', `Resources:\n  P:\n${YAML}    Type: AWS::S3::Bucket\n`],
  ])('Type in %s, and the policy that the other type does not attach', async (path, text) => {
    expect((await told(text, path)).toSorted()).toEqual([...NOTICE, ...WARNING])
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

describe('in a member beside what a form reads', () => {
  const allow = P.replace('Deny', 'Allow')
  const template = `"Resources":{"P":${resource('AWS::S3::BucketPolicy', allow)}}`
  const plan = '"format_version":"1.2","resource_changes":[]'
  const manifest = `"apiVersion":"s3.services.k8s.aws/v1alpha1","kind":"Bucket","metadata":{"name":"b"},"spec":{"name":"b","policy":${JSON.stringify(allow)}}`

  test.each([
    ['a text beside statements', `${allow.slice(0, -1)},"Policy":${TEXT}}`, 't.json'],
    ['an object beside statements', `${allow.slice(0, -1)},"Nested":${P}}`, 't.json'],
    ['a text beside Resources', `{${template},"Policy":${TEXT}}`, 't.json'],
    ['statements beside Resources', `{${template},${P.slice(1)}`, 't.json'],
    ['Metadata of a template', `{${template},"Metadata":{"BucketPolicy":${P}}}`, 't.json'],
    ['the default of a parameter', `{${template},"Parameters":{"P":{"Type":"String","Default":${TEXT}}}}`, 't.json'],
    [
      'functions in Metadata',
      `{${template},"Metadata":{"X":${P.replace('"arn:aws:s3:::b/*"', '{"Fn::Sub":"${Bucket.Arn}/*"}')}}}`,
      't.json',
    ],
    ['beside TemplateBody', `{"TemplateBody":{${template}},"Policy":${TEXT}}`, 't.json'],
    ['beside TemplateBody, a text', `{"TemplateBody":${JSON.stringify(`{${template}}`)},"Policy":${TEXT}}`, 't.json'],
    [
      'Metadata in YAML',
      `Metadata:\n  X:\n    BucketPolicy: ${P}\nResources:\n  P:\n${YAML.replace('Deny', 'Allow')}`,
      't.yaml',
    ],
    [
      'extensions in a serverless.yml',
      `service: s\nprovider: {name: aws}\nresources:\n  Resources:\n    B: {Type: AWS::S3::Bucket}\n  extensions:\n    P:\n      Properties: {PolicyDocument: ${P}}\n`,
      'serverless.yml',
    ],
    ['beside a manifest', `{${manifest},"Policy":${TEXT}}`, 'm.json'],
    [
      'another object in a list of manifests',
      `{"apiVersion":"v1","kind":"List","items":[{${manifest}},{"apiVersion":"v1","kind":"ConfigMap","data":{"p":${TEXT}}}]}`,
      'm.json',
    ],
    ['a text beside the changes of a plan', `{${plan},"Policy":${TEXT}}`, 'p.json'],
    ['statements beside the changes of a plan', `{${plan},${P.slice(1)}`, 'p.json'],
    ['a template beside the changes of a plan', `{${plan},"Resources":{"P":${PLACED}}}`, 'p.json'],
  ])('%s', async (_name, text, path) => {
    expect(await told(text, path)).toEqual(NOTICE)
  })

  test.each([
    [
      'the policy of the template once more',
      `{"Resources":{"P":${resource('AWS::S3::BucketPolicy', allow)}},"Metadata":${allow}}`,
      't.json',
    ],
    ['a policy of another kind', `{${template},"Metadata":${P.replaceAll('s3:', 'sqs:')}}`, 't.json'],
    [
      'an endpoint in a list of manifests',
      `{"apiVersion":"v1","kind":"List","items":[{${manifest}},{"apiVersion":"ec2.services.k8s.aws/v1alpha1","kind":"VPCEndpoint","spec":{"policyDocument":${TEXT}}}]}`,
      'm.json',
    ],
    ['a member of plans that holds no values', `{${plan},"checks":[{"x":${TEXT}}]}`, 'p.json'],
  ])('%s is silent', async (_name, text, path) => {
    expect(await told(text, path)).toEqual([])
  })
})

describe('in a resource of a template that is not known to attach one', () => {
  const inside = (type: string, properties: string) =>
    `{"Resources":{"P":${PLACED.replace('Deny', 'Allow')},"X":{"Type":"${type}","Properties":${properties}}}}`
  const open = P.replace('"arn:aws:s3:::b/*"', '{"Fn::Sub":"arn:aws:s3:::${B}/*"}')
  const typed = (type: string) => `{"Resources":{"R":${resource('', open).replace('""', type)}}}`
  const TYPED = resource('', open).replace('""', '{"Fn::Sub":"AWS::S3::${N}"}')
  const deep = JSON.stringify(JSON.stringify({ Parameters: { Bucket: 'b', Policy: P } }))
  const pieces = JSON.stringify({ 'Fn::Join': ['', [P.replace('b/*"}]}', ''), { Ref: 'B' }, '/*"}]}']] })

  test.each([
    ['a module', inside('My::S3::Bucket::MODULE', `{"Policy":${P}}`)],
    ['a property that a macro reads', inside('AWS::S3::Bucket', `{"BucketPolicy":${P}}`)],
    ['a state machine', inside('AWS::StepFunctions::StateMachine', `{"DefinitionString":${deep}}`)],
    ['a state machine in pieces', inside('AWS::StepFunctions::StateMachine', `{"DefinitionString":${pieces}}`)],
    ['a document of Systems Manager', inside('AWS::SSM::Document', `{"Content":{"Policy":${TEXT}}}`)],
    ['one in YAML', inside('AWS::SSM::Document', JSON.stringify({ Content: `schemaVersion: "0.3"\npolicy: ${P}` }))],
    [
      'a parameter of a product',
      inside('AWS::ServiceCatalog::CloudFormationProvisionedProduct', `{"P":[{"Value":${TEXT}}]}`),
    ],
    ['a type in lower case', inside('aws::s3::bucketpolicy', `{"Bucket":"b","PolicyDocument":${P}}`)],
    ['members in lower case', `{"Resources":{"X":${PLACED.replace('Properties', 'properties')}}}`],
    [
      'a second property of a bucket policy',
      inside('AWS::S3::BucketPolicy', `{"PolicyDocument":${EMPTY},"Policy":${P}}`),
    ],
    ['a type that a function gives', typed('{"Fn::Sub":"AWS::S3::BucketPolicy"}')],
    ['a type that nobody knows', typed('{"Ref":"Type"}')],
    ['a type that a loop makes', `{"Resources":{"Fn::ForEach::L":["N",["a"],{"R":${TYPED}}]}}`],
    ['code', inside('AWS::Lambda::Function', JSON.stringify({ Code: { ZipFile: `import json\npolicy = ${P}` } }))],
    ['functions in it', inside('My::MODULE', `{"P":${P.replace('"arn:aws:s3:::b/*"', '{"Fn::GetAtt":["B","Arn"]}')}}`)],
  ])('%s', async (_name, text) => {
    expect(await told(text, 't.json')).toEqual(NOTICE)
  })

  test.each([
    ['an endpoint', inside('AWS::EC2::VPCEndpoint', `{"PolicyDocument":${P}}`)],
    ['an access point', inside('AWS::S3::AccessPoint', `{"Policy":${P}}`)],
    ['an access point of several Regions', inside('AWS::S3::MultiRegionAccessPointPolicy', `{"Policy":${P}}`)],
    ['a control policy', inside('AWS::Organizations::Policy', `{"Content":${P}}`)],
    ['a policy of another kind', inside('My::MODULE', `{"Policy":${P.replaceAll('s3:', 'sqs:')}}`)],
    [
      'what a bucket policy has already',
      `{"Resources":{"P":${PLACED.replace('Deny', 'Allow')},"X":{"Type":"My::MODULE","Properties":${P.replace('Deny', 'Allow')}}}}`,
    ],
  ])('%s is silent', async (_name, text) => {
    expect(await told(text, 't.json')).toEqual([])
  })
})

describe('functions of a template in what is none', () => {
  const open = P.replace('"arn:aws:s3:::b/*"', '{"Fn::Sub":"arn:aws:s3:::${B}/*"}')

  test.each([
    ['a policy by itself', open, WARNING],
    ['a list of policies', `[${open}]`, WARNING],
    ['a resource by itself', `{"R":${resource('AWS::S3::BucketPolicy', open)}}`, NOTICE],
    ['a resource without a type', `{"Resources":{"R":${resource('', open).replace('"Type":"",', '')}}}`, NOTICE],
    ['the properties of one', `{"Bucket":"b","PolicyDocument":${open}}`, NOTICE],
    ['among other data', `{"data":[{"x":${open}}]}`, NOTICE],
    ['beside another policy', `${P.replace('Deny', 'Allow').slice(0, -1)},"Nested":${open}}`, NOTICE],
  ])('%s', async (_name, text, level) => {
    expect(await told(text, 'p.json')).toEqual(level)
  })

  test.each([
    ['a policy of another service', open.replaceAll('s3:', 'sqs:')],
    ['a policy of an identity', open.replace('"Principal":"*",', '')],
    ['a trust policy', `{"AssumeRolePolicyDocument":${open}}`],
  ])('%s: silent', async (_name, text) => {
    expect(await told(text, 'p.json')).toEqual([])
  })

  test('a file that a template includes is judged there', async () => {
    const include = '{"Fn::Transform":{"Name":"AWS::Include","Parameters":{"Location":"p.json"}}}'
    const template = `{"Resources":{"R":${resource('AWS::S3::BucketPolicy', include)}}}`
    const { report } = await checkFiles({ 't.json': template, 'p.json': open })
    expect(report.unread).toEqual([])
    expect(report.findings.map(({ location }) => location.path)).toEqual(['p.json'])
  })
})

describe('a policy in texts in one another', () => {
  const within = (holder: string, texts: number) => {
    let text = P
    for (let i = 0; i < texts; i++) text = `{"${holder}":${JSON.stringify(text)}}`
    return text
  }
  const inTemplate = (texts: number) =>
    JSON.stringify({ Resources: { X: { Type: 'AWS::SSM::Document', Properties: { Content: within('c', texts) } } } })

  test.each([4, 5, 8, 12])('%i of them', async (texts) => {
    expect(await told(within('x', texts), 'p.json')).toEqual(NOTICE)
    expect(await told(inTemplate(texts), 't.json')).toEqual(NOTICE)
  })

  test('in more than are read, where the policy of a bucket belongs', async () => {
    expect(await told(within('BucketPolicy', 5), 'p.json')).toEqual(WARNING)
  })

  test('in more than are read, with letters that are escaped', async () => {
    const text = within('x', 5).replaceAll('Statement', String.raw`\\u0053tatement`)
    expect(await told(text, 'p.json')).toEqual(NOTICE)
  })

  test.each([
    ['a text', TEXT, String.raw`\u005cu0053tatement`],
    ['a text in a text', JSON.stringify(TEXT), String.raw`\u005cu005cu0053tatement`],
  ])('with letters whose escapes are escaped, in %s', async (_name, text, name) => {
    const { report } = await checkFiles({ 'p.json': `{"Policy":${text.replace('Statement', name)}}` })
    expect(report.findings.map(({ rule }) => rule)).toEqual(['deny-blocks-clumio'])
  })

  test('a policy of another kind is silent', async () => {
    expect(await told(within('x', 8).replaceAll('s3:', 'sqs:'), 'p.json')).toEqual([])
    expect(await told(inTemplate(8).replaceAll('s3:', 'sqs:'), 't.json')).toEqual([])
    expect(await told(within('KeyPolicy', 8), 'p.json')).toEqual([])
  })
})

describe('statements where no policy has them', () => {
  const [statement] = POLICY.Statement
  const policy = (inner: unknown) => JSON.stringify({ Version: '2012-10-17', Statement: inner })

  test.each([
    ['a list in a list', [[statement]]],
    ['an object of statements', { 0: statement }],
    ['a list of objects of statements', [{ only: statement }]],
    ['a text', JSON.stringify([statement])],
    ['a text in a text', JSON.stringify(JSON.stringify([statement]))],
    ['a list that nests deeply', Array.from({ length: 150 }).reduce((inner) => [inner], statement)],
  ])('%s', async (_name, inner) => {
    expect(await told(policy(inner), 'p.json')).toEqual(WARNING)
    expect(await told(JSON.stringify({ Policy: policy(inner) }), 'p.json')).toEqual(WARNING)
  })

  test.each([
    ['of another service', [[{ ...statement, Action: 'sqs:*', Resource: '*' }]]],
    ['without a principal', { 0: { Effect: 'Allow', Action: 's3:*', Resource: '*' } }],
    ['none', 'none'],
  ])('%s: silent', async (_name, inner) => {
    expect(await told(policy(inner), 'p.json')).toEqual([])
  })
})

describe('a name that cannot be seen as it is written', () => {
  const template = `Resources:
  P:
    Type: "AWS::S3::BucketPolicy"
    Properties:
      Bucket: b
      PolicyDocument:
        Statement:
          - Effect: Deny
            Principal: "*"
            Action: "*"
            Resource: "*"
`
  const manifest = `apiVersion: "s3.services.k8s.aws/v1alpha1"
kind: "Bucket"
metadata:
  name: b
spec:
  name: b
  policy: "{\\"Statement\\":[{\\"Effect\\":\\"Deny\\",\\"Principal\\":\\"*\\",\\"Action\\":\\"*\\",\\"Resource\\":\\"arn:aws:s3:::b/*\\"}]}"
`
  const policy = `"Statement":
  - "Effect": "Deny"
    "Principal": "*"
    "Action": "s3:*"
    "Resource": "arn:aws:s3:::b/*"
`
  const base64 = (text: string) => Buffer.from(text).toString('base64')
  const ways: Readonly<Record<string, (written: string, quoted: string) => string>> = {
    'a line end that is escaped': (text, quoted) =>
      text.replaceAll(quoted, `${quoted.slice(0, 2)}\\\n        ${quoted.slice(2)}`),
    'one of Windows': (text, quoted) =>
      text.replaceAll(quoted, `${quoted.slice(0, 3)}\\\r\n          ${quoted.slice(3)}`),
    'every letter escaped': (text, quoted) =>
      text.replaceAll(quoted, [...quoted].map((one) => `\\x${one.charCodeAt(0).toString(16)}`).join('')),
    'a slash and a point that are escaped': (text, quoted) =>
      text.replaceAll(quoted, quoted.replaceAll('/', '\\/').replaceAll('.', '\\x2e')),
  }
  const quoted = [
    ['t.yaml', template, 'AWS::S3::BucketPolicy'],
    ['m.yaml', manifest, 's3.services.k8s.aws/v1alpha1'],
    ['p.yaml', policy, 'Statement'],
    ['p.yaml', policy, 'Effect'],
    ['p.yaml', policy, 'Principal'],
    ['p.yaml', policy, 's3:*'],
  ] as const

  test.each(Object.keys(ways).flatMap((way) => quoted.map((one) => [way, ...one] as const)))(
    '%s, in %s',
    async (way, path, text, name) => {
      const rulesOf = async (written: string) => {
        const { report } = await checkFiles({ [path]: written })
        return report.findings.map(({ rule }) => rule)
      }
      const plain = await rulesOf(text)
      expect(plain).toHaveLength(1)
      expect(await rulesOf(ways[way]?.(text, name) ?? '')).toEqual(plain)
    },
  )

  test.each([
    ['of the usual name', `!!binary ${base64('s3.services.k8s.aws/v1alpha1')}`, ''],
    ['of the long name', `!<tag:yaml.org,2002:binary> "${base64('s3.services.k8s.aws/v1alpha1')}"`, ''],
    ['that is escaped', `!!bin%61ry ${base64('s3.services.k8s.aws/v1alpha1')}`, ''],
    [
      'that a directive names',
      `!e!ary ${base64('s3.services.k8s.aws/v1alpha1')}`,
      '%TAG !e! tag:yaml.org,2002:bin\n---\n',
    ],
    ['over lines', `!!binary |\n  ${base64('s3.services.k8s.aws/v1alpha1').replace('c', 'c\n  ')}`, ''],
  ])('base64 with a tag %s, which readers of Kubernetes decode', async (_name, value, before) => {
    const written = before + manifest.replace('"s3.services.k8s.aws/v1alpha1"', value)
    const { report } = await checkFiles({ 'm.yaml': written })
    expect(report.findings.map(({ rule }) => rule)).toEqual(['deny-blocks-clumio'])
  })

  test('a text of YAML with such a line end in one of JSON', async () => {
    const text = JSON.stringify({ TemplateBody: template.replace('BucketPolicy', 'Buck\\\n      etPolicy') })
    const { report } = await checkFiles({ 'printed.json': text })
    expect(report.findings.map(({ rule }) => rule)).toEqual(['deny-blocks-clumio'])
  })

  test('a template that only some readers of YAML take, as with a tab where a line goes on', async () => {
    const text = template.replace('Properties:', 'Metadata: {X: "a\n\tb"}\n    Properties:')
    expect(await told(text, 't.yaml')).toEqual(WARNING)
  })

  test('commands that go over lines in a workflow are silent', async () => {
    const text =
      'jobs:\n  a:\n    steps:\n      - run: |\n          echo "Statement" \\\n            "Principal: Effect: s3:" \\\n            x\n'
    expect(await told(text, 'w.yaml')).toEqual([])
  })
})
