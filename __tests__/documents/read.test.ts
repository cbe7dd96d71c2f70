import { describe, expect, test } from 'vitest'
import { encode } from '../../src/text/decode.js'
import { checkFiles } from '../support/check.js'

const deny = {
  Sid: 'vpc',
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: ['arn:aws:s3:::b1', 'arn:aws:s3:::b1/*'],
  Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } },
}
const policy = { Version: '2012-10-17', Statement: [deny] }
const text = JSON.stringify(policy, null, 2)

/** ASCII text with so many bytes for each character, little endian, and further bytes around it. */
function bytesOf(ascii: string, width: number, before: readonly number[] = [], after: readonly number[] = []) {
  const wide = [...ascii].flatMap((char) => [char.charCodeAt(0), ...Array<number>(width - 1).fill(0)])
  return [...before, ...wide, ...after]
}

async function rulesIn(content: string | Uint8Array, path = 'file.json'): Promise<readonly string[]> {
  const { report } = await checkFiles({ [path]: content })
  return report.findings.map(({ rule }) => rule)
}

describe('what is read as a bucket policy', () => {
  test.each<[string, string | Uint8Array]>([
    ['plain JSON', text],
    ['one line', JSON.stringify(policy)],
    ['Statement as one object', JSON.stringify({ Statement: deny })],
    ['comments and a trailing comma', `// why\n${text.replace(/\n}$/, ',\n}')}`],
    ['a byte order mark', encode(text, { name: 'utf-8', mark: true })],
    ['UTF-16, little endian, with mark', encode(text, { name: 'utf-16le', mark: true })],
    ['UTF-16, big endian, with mark', encode(text, { name: 'utf-16be', mark: true })],
    ['UTF-16 without mark', encode(text, { name: 'utf-16le', mark: false })],
    ['CRLF', text.replaceAll('\n', '\r\n')],
    ['an element of a list', JSON.stringify([{ other: true }, policy])],
    ['documents behind one another', `{"a": 1}\n${text}\n`],
    ['the output of get-bucket-policy', JSON.stringify({ Policy: JSON.stringify(policy) })],
    ['a wrapped policy beside other members', JSON.stringify({ Name: 'b1', data: { Policy: JSON.stringify(policy) } })],
    ['a template with expressions in strings', text.replaceAll('b1', '${bucket}')],
    ['a template that names the bucket by its ARN', text.replaceAll('arn:aws:s3:::b1', '${bucket_arn}')],
    [
      'names with escapes',
      text.replace('"Principal"', '"Princip\\u0061l"').replace('"Statement"', '"St\\u0061tement"'),
    ],
    ['names with escapes and comments', `// why\n${text.replace('"Principal"', '"\\u0050rincipal"')}`],
    ['a template of Jinja', text.replaceAll('b1', '{{ bucket }}')],
  ])('%s', async (_name, content) => {
    expect(await rulesIn(content)).toEqual(['deny-blocks-clumio'])
  })

  test.each<[string, string]>([
    ['a list in a list', JSON.stringify({ Statement: [[deny]] })],
    ['an object of statements', JSON.stringify({ Statement: { first: deny } })],
    ['a text', JSON.stringify({ Statement: JSON.stringify([deny]) })],
    [
      'lists as deep as anybody likes',
      `{"Statement":${'['.repeat(50_000)}${JSON.stringify(deny)}${']'.repeat(50_000)}}`,
    ],
    [
      'a list in a list, as get-bucket-policy prints it',
      JSON.stringify({ Policy: JSON.stringify({ Statement: [[deny]] }) }),
    ],
  ])('Statement as %s is told', async (_name, content) => {
    const { report } = await checkFiles({ 'file.json': content })
    expect(report.findings).toMatchObject([{ rule: 'policy-unreadable', level: 'warning' }])
  })

  test('Statement as a list in a list is silent where it is none of a bucket', async () => {
    const role = { ...deny, Action: 'sts:AssumeRole', Resource: 'arn:aws:iam::111122223333:role/r' }
    expect(await rulesIn(JSON.stringify({ Statement: [[role]] }))).toEqual([])
  })

  test.each([['policy.tftpl'], ['notes.template'], ['x.jsonc'], ['odd.txt']])(
    'by its content, not its name: %s',
    async (path) => {
      expect(await rulesIn(text, path)).toEqual(['deny-blocks-clumio'])
    },
  )
})

const allow = { Effect: 'Allow', Action: 's3:*', Resource: 'arn:aws:s3:::b1/*' }

test('a Sid is the string as it is written', async () => {
  for (const sid of ['${{ secrets.X }}', '${var.sid}', '{{ sid }}']) {
    const { report } = await checkFiles(JSON.stringify({ Statement: [{ ...deny, Sid: sid }] }))
    expect(report.findings).toMatchObject([{ statement: { sid } }])
    expect(report.findings[0]?.message).toContain(sid)
  }
})

describe('what stays silent', () => {
  test.each<[string, unknown]>([
    ['an identity policy', { Statement: [{ ...allow, Effect: 'Deny' }] }],
    ['a role trust policy', { Statement: [{ Effect: 'Deny', Principal: { AWS: '*' }, Action: 'sts:AssumeRole' }] }],
    ['a service control policy', { Statement: [{ Effect: 'Deny', Action: 's3:*', Resource: '*' }] }],
    ['a resource control policy', { Statement: [{ ...deny, Resource: '*' }] }],
    ['an endpoint policy on everything', { Statement: [{ ...deny, Resource: '*', Effect: 'Allow' }] }],
    ['a key policy', { Statement: [{ ...deny, Action: 'kms:*', Resource: '*' }] }],
    ['a topic policy', { Statement: [{ ...deny, Action: 'sns:*', Resource: 'arn:aws:sns:us-east-1:111122223333:t' }] }],
    ['a queue policy in a template', { Statement: [{ ...deny, Action: 'sqs:*', Resource: '${queue_arn}' }] }],
    [
      'an access point policy',
      { Statement: [{ ...deny, Resource: 'arn:aws:s3:us-west-2:111122223333:accesspoint/a/object/*' }] },
    ],
    ['an expedition of other keys', { lockfileVersion: 3, packages: { Statement: 'Principal' } }],
    ['a wrapped key policy', { Policy: JSON.stringify({ Statement: [{ ...deny, Action: 'kms:*', Resource: '*' }] }) }],
    ['a harmless Deny', { Statement: [{ ...deny, Condition: { Bool: { 'aws:SecureTransport': 'false' } } }] }],
  ])('%s', async (_name, value) => {
    const { report } = await checkFiles(JSON.stringify(value))
    expect(report.findings).toEqual([])
    expect(report.unread).toEqual([])
    const wide = encode(JSON.stringify(value), { name: 'utf-16le', mark: false })
    expect((await checkFiles({ 'wide.json': wide })).report.unread).toEqual([])
  })

  test.each([['null'], ['42'], ['"Statement Principal"'], ['[]'], [''], ['Statement: Principal'], ['{{{']])(
    'odd text: %s',
    async (content) => {
      expect(await rulesIn(content)).toEqual([])
    },
  )
})

describe('what cannot be read is reported', () => {
  test.each<[string, string | Uint8Array | readonly number[], string]>([
    ['a missing comma', text.replace('"Deny",', '"Deny"'), 'a comma is expected'],
    ['an expression outside a string', text.replace('"vpc-1"', '${vpcs}'), 'template expression'],
    ['truncated text', text.slice(0, -10), ''],
    ['YAML', 'Statement:\n  - Effect: Deny\n    Principal: "*"\n    Action: s3:*\n', 'in YAML'],
    ['a heading above the policy', `### policy\n${text}`, ''],
    [
      'a wrapped policy that is broken',
      JSON.stringify({ Policy: text.replace('"Deny",', '"Deny"') }),
      'not valid JSON',
    ],
    [
      'JSON with escapes in names that is broken',
      text.replace('"Principal"', '"Princip\\u0061l"').replace('"Deny",', '"Deny"'),
      'comma',
    ],
    ['UTF-16 with a byte too many at the end', bytesOf(text, 2, [], [0]), 'UTF-16'],
    ['UTF-16 with a byte too few at the end', bytesOf(text, 2).slice(0, -1), 'UTF-16'],
    ['UTF-16 with mark and a byte too many', bytesOf(text, 2, [0xff, 0xfe], [0]), 'UTF-16'],
    ['UTF-16 with a byte too many at the start', bytesOf(text, 2, [0x20]), 'UTF-16'],
    ['UTF-16 with a byte too many inside', bytesOf(text, 2).toSpliced(40, 0, 0x20), 'UTF-16'],
    ['UTF-32, little endian', bytesOf(text, 4), 'UTF-16'],
    ['UTF-32, little endian, with mark', bytesOf(text, 4, [0xff, 0xfe, 0, 0]), 'UTF-16'],
    ['UTF-32, big endian', [0, 0, 0, ...bytesOf(text, 4)].slice(0, -3), 'UTF-16'],
    ['bytes that are no text', new Uint8Array([...new TextEncoder().encode(text), 0xff, 0xfe, 0x41]), 'UTF-8'],
  ])('%s', async (_name, given, why) => {
    const content = typeof given === 'string' ? given : Uint8Array.from(given)
    const { report } = await checkFiles({ 'a/b.json': content })
    expect(report.findings).toMatchObject([
      { rule: 'policy-unreadable', level: 'warning', policy: { path: 'a/b.json' } },
    ])
    expect(report.findings[0]?.message).toContain(why)
    expect(report.unread).toMatchObject([{ path: 'a/b.json' }])
  })

  test('it names the line where the text stops being JSON', async () => {
    const { report } = await checkFiles(text.replace('"Deny",', '"Deny"'))
    expect(report.findings[0]?.location.startLine).toBe(7)
  })

  const yaml = 'Statement:\n- Effect: Deny\n  Principal: "*"\n  Action: s3:*\n  Resource: arn:aws:s3:::b1/*\n'
  test.each<[string, string]>([
    ['a bare word in JSON', text.replace('{', '{"password": hunter2hunter2,')],
    ['a bare word as a name', text.replace('{', '{hunter2hunter2: 1,')],
    ['a word behind a string', text.replace('{', '{"password": "x"hunter2hunter2,')],
    ['an alias', `password: *hunter2hunter2\n${yaml}`],
    ['the header of a block', `password: |hunter2hunter2\n${yaml}`],
    ['a tag', `password: !hunter2hunter2 [\n${yaml}`],
    ['a quote that is not closed', `password: "hunter2hunter2\n${yaml}`],
    ['an escape', `password: "\\xhunter2hunter2"\n${yaml}`],
    ['a value that begins with a character of YAML', `password: @hunter2hunter2\n${yaml}`],
    ['a colon too many', `password: b: hunter2hunter2\n${yaml}`],
    ['a word behind a document', `--- hunter2hunter2: x\n... hunter2hunter2\n${yaml}`],
  ])('the reason never repeats what is broken: %s', async (_name, content) => {
    const { report } = await checkFiles({ 'a/b.yaml': content })
    expect(report.findings).toMatchObject([{ rule: 'policy-unreadable' }])
    expect(JSON.stringify(report)).not.toContain('hunter2')
  })

  test('a document that nests deeper than any parser goes', async () => {
    const deep = `${'['.repeat(200_000)}"Statement" "Principal"${']'.repeat(200_000)}`
    expect((await checkFiles(deep)).report.conclusion).toBe('success')
  })
})

describe('CloudFormation and CDK templates', () => {
  const template = (statement: unknown, extra: Record<string, unknown> = {}) => ({
    AWSTemplateFormatVersion: '2010-09-09',
    Resources: {
      Logs: { Type: 'AWS::S3::Bucket', Properties: {} },
      Other: { Type: 'AWS::IAM::Role', Properties: {} },
      LogsPolicy: {
        Type: 'AWS::S3::BucketPolicy',
        Properties: { Bucket: { Ref: 'Logs' }, PolicyDocument: { Version: '2012-10-17', Statement: [statement] } },
      },
      ...extra,
    },
  })
  const arn = { 'Fn::GetAtt': ['Logs', 'Arn'] }
  const verdictOf = async (statement: Record<string, unknown>) => {
    const { explanations } = await checkFiles(JSON.stringify(template({ ...deny, ...statement })), {}, true)
    return explanations[0]?.verdict
  }

  test.each<[string, Record<string, unknown>, string]>([
    ['a reference to the bucket is the bucket', { Resource: [arn, { 'Fn::Join': ['', [arn, '/*']] }] }, 'blocked'],
    ['by Fn::Sub', { Resource: [{ 'Fn::Sub': '${Logs.Arn}/*' }] }, 'blocked'],
    ['by name', { Resource: [{ 'Fn::Sub': 'arn:${AWS::Partition}:s3:::${Logs}/*' }] }, 'blocked'],
    [
      'by the name in a string ARN',
      { Resource: [{ 'Fn::Join': ['', ['arn:aws:s3:::', { Ref: 'Logs' }, '/*']] }] },
      'blocked',
    ],
    ['a bucket that is spelled out, which must be its own', { Resource: ['arn:aws:s3:::other/*'] }, 'blocked'],
    ['an imported resource may be the bucket', { Resource: { 'Fn::ImportValue': 'x' } }, 'undecided'],
    ['the account by pseudo parameter', { Resource: [arn], Principal: { AWS: { Ref: 'AWS::AccountId' } } }, 'blocked'],
    [
      "the account's root",
      { Resource: [arn], Principal: { AWS: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:root' } } },
      'blocked',
    ],
    [
      'a role of the template is not Clumio',
      { Resource: [arn], Principal: { AWS: { 'Fn::GetAtt': ['Other', 'Arn'] } } },
      'not-blocked',
    ],
    ['a parameter may be anything', { Resource: [arn], Principal: { AWS: { Ref: 'SomeRole' } } }, 'undecided'],
    [
      'an unresolved VPC is still not Clumio (docs/semantics.md, D22)',
      { Resource: [arn], Condition: { StringNotEquals: { 'aws:SourceVpc': { Ref: 'Vpc' } } } },
      'blocked',
    ],
    [
      'a role of the template exempted by its id leaves Clumio blocked (docs/semantics.md, D29)',
      { Resource: [arn], Condition: { StringNotLike: { 'aws:userId': { 'Fn::Sub': '${Other.RoleId}:*' } } } },
      'blocked',
    ],
    [
      'an action that is chosen, and blocks either way',
      { Resource: [arn], Action: { 'Fn::If': ['A', 's3:*', 's3:Get*'] } },
      'blocked',
    ],
    [
      'an action that is chosen, and blocks one way',
      { Resource: [arn], Action: { 'Fn::If': ['A', 's3:*', 's3:CreateBucket'] } },
      'undecided',
    ],
    ['an action that is not known', { Resource: [arn], Action: { Ref: 'Action' } }, 'undecided'],
  ])('%s', async (_name, statement, verdict) => {
    expect(await verdictOf(statement)).toBe(verdict)
  })

  test('a Deny in a template is fixed in the template', async () => {
    const before = `${JSON.stringify(template({ ...deny, Resource: [arn] }), null, 2)}\n`
    const { report } = await checkFiles({ 'stack.template': before })
    expect(report.findings).toMatchObject([
      {
        policy: { source: 'cloudformation', pointer: '/Resources/LogsPolicy/Properties/PolicyDocument/Statement/0' },
        fix: { applicability: 'edit', remedy: 'not-principal' },
      },
    ])
  })

  test('policies of other resources stay silent', async () => {
    const endpoint = { Type: 'AWS::EC2::VPCEndpoint', Properties: { PolicyDocument: policy } }
    const queue = { Type: 'AWS::SQS::QueuePolicy', Properties: { PolicyDocument: policy } }
    const text = JSON.stringify({ Resources: { endpoint, queue } })
    expect(await rulesIn(text)).toEqual([])
  })
})

describe('a Resource with a part too few', () => {
  const short = { ...deny, Resource: 'arn:aws:s3:*:b1/*' }
  test('alone is a bucket policy all the same, and undecided for its form', async () => {
    const { report } = await checkFiles(JSON.stringify({ Statement: [short] }))
    expect(report.findings).toMatchObject([
      { rule: 'deny-may-block-clumio', missing: [{ id: 'invalid resource-format', configuration: null }] },
    ])
    expect(report.findings[0]?.message).toContain('a Resource that is no ARN')
  })

  test('of another service makes none', async () => {
    expect(await rulesIn(JSON.stringify({ Statement: [{ ...short, Resource: 'arn:aws:sqs:*:q' }] }))).toEqual([])
  })
})
