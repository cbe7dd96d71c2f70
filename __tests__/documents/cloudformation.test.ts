import { describe, expect, test } from 'vitest'
import { isStatementFinding } from '../../src/model/report.js'
import { checkFiles } from '../support/check.js'

type Json = Readonly<Record<string, unknown>>

const DENY = {
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: { 'Fn::Sub': '${Logs.Arn}/*' },
  Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } },
}
const TLS = { ...DENY, Condition: { Bool: { 'aws:SecureTransport': 'false' } } }
const NOTHING = { Ref: 'AWS::NoValue' }

function template(document: unknown): string {
  return JSON.stringify({
    Resources: {
      Logs: { Type: 'AWS::S3::Bucket', Properties: {} },
      Policy: { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: { Ref: 'Logs' }, PolicyDocument: document } },
    },
  })
}

function statements(...list: readonly unknown[]): string {
  return template({ Version: '2012-10-17', Statement: list })
}

async function verdictsOf(text: string): Promise<readonly (readonly [string | null, readonly string[]])[]> {
  const { report } = await checkFiles(text)
  return report.findings
    .filter(isStatementFinding)
    .map(({ policy, verdict, missing }) => [
      `${policy.pointer?.split('PolicyDocument')[1]} ${verdict}`,
      missing.map(({ text: words }) => words),
    ])
}

describe('statements that a template chooses', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'a blocking one may be there',
      statements(TLS, { 'Fn::If': ['Prod', DENY, NOTHING] }),
      ['/Statement/1/Fn::If/1 undecided'],
    ],
    ['a harmless one may be there', statements({ 'Fn::If': ['Prod', TLS, NOTHING] }), []],
    ['an Allow may be there', statements({ 'Fn::If': ['Prod', { ...DENY, Effect: 'Allow' }, NOTHING] }), []],
    ['one of two', statements({ 'Fn::If': ['Prod', TLS, DENY] }), ['/Statement/0/Fn::If/2 undecided']],
    [
      'one in another',
      statements({ 'Fn::If': ['Prod', NOTHING, { 'Fn::If': ['Test', DENY, NOTHING] }] }),
      ['/Statement/0/Fn::If/2/Fn::If/1 undecided'],
    ],
    [
      'lists of statements',
      template({ Statement: { 'Fn::If': ['Prod', [TLS, DENY], [TLS]] } }),
      ['/Statement/Fn::If/1/1 undecided'],
    ],
    ['a transformed statement', statements(TLS, { 'Fn::Transform': { Name: 'x' } }), ['/Statement/1 undecided']],
    ['the effect of one', statements({ ...DENY, Effect: { Ref: 'Effect' } }), ['/Statement/0 undecided']],
    ['the effect of a harmless one', statements({ ...TLS, Effect: { Ref: 'Effect' } }), []],
    [
      'a whole document',
      template({ 'Fn::If': ['Prod', { Statement: [DENY] }, { Statement: [TLS] }] }),
      ['/Fn::If/1/Statement/0 undecided'],
    ],
  ])('%s', async (_, text, expected) => {
    const found = await verdictsOf(text)
    expect(found.map(([where]) => where)).toEqual(expected)
    for (const [, missing] of found)
      expect(missing.join()).toMatch(/the value of "(?:Fn::|\$\{|Effect)|whether the condition \w+ holds/)
  })
})

describe('dynamic references', () => {
  const role = '{{resolve:ssm:/clumio/role-arn}}'
  test.each<[string, Json, string]>([
    ['may hold the Clumio role', { StringNotLike: { 'aws:PrincipalArn': role } }, 'undecided'],
    [
      'may hold the rest of its name',
      { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/clumio/{{resolve:ssm:/x}}' } },
      'undecided',
    ],
    ['never hold its network', { StringNotEquals: { 'aws:SourceVpce': '{{resolve:ssm:/vpce}}' } }, 'blocked'],
  ])('%s', async (_, condition, verdict) => {
    const found = await verdictsOf(statements({ ...DENY, Condition: condition }))
    expect(found.map(([where]) => where)).toEqual([`/Statement/0 ${verdict}`])
  })
})

describe('the bucket of a policy, by whatever expression its name is made of', () => {
  const sub = (text: string) => ({ 'Fn::Sub': text })
  const own = '${App}-logs-${AWS::AccountId}'
  const withName = (name: unknown, bucket: unknown, resource: string) =>
    JSON.stringify({
      Resources: {
        Logs: { Type: 'AWS::S3::Bucket', Properties: name === undefined ? {} : { BucketName: name } },
        Policy: {
          Type: 'AWS::S3::BucketPolicy',
          Properties: { Bucket: bucket, PolicyDocument: { Statement: [{ ...DENY, Resource: sub(resource) }] } },
        },
      },
    })

  test.each<[string, string, string]>([
    [
      'a parameter that names the bucket',
      withName({ Ref: 'Name' }, { Ref: 'Logs' }, 'arn:aws:s3:::${Name}/*'),
      'blocked',
    ],
    ['the same substitution twice', withName(undefined, sub(own), `arn:\${AWS::Partition}:s3:::${own}/*`), 'blocked'],
    ['the substitution that names it', withName(sub(own), { Ref: 'Logs' }, `arn:aws:s3:::${own}/*`), 'blocked'],
    ['a reference where a name is given', withName(sub(own), sub(own), '${Logs.Arn}/*'), 'blocked'],
    ['another parameter', withName({ Ref: 'Name' }, { Ref: 'Logs' }, 'arn:aws:s3:::${Other}/*'), 'undecided'],
    ['a name that refers to its own bucket', withName({ Ref: 'Logs' }, { Ref: 'Logs' }, '${Logs.Arn}/*'), 'blocked'],
  ])('%s', async (_, text, verdict) => {
    const found = await verdictsOf(text)
    expect(found.map(([where]) => where)).toEqual([`/Statement/0 ${verdict}`])
  })
})

test('what would settle a condition leaves out identities that are somebody else for sure', async () => {
  const join = (...pieces: readonly unknown[]) => ({ 'Fn::Join': ['', pieces] })
  const users = [join({ 'Fn::GetAtt': ['Writer', 'RoleId'] }, ':*'), join({ Ref: 'Reader' }, ':*')]
  const text = JSON.stringify({
    Resources: {
      Logs: { Type: 'AWS::S3::Bucket', Properties: {} },
      Writer: { Type: 'AWS::IAM::Role', Properties: {} },
      Policy: {
        Type: 'AWS::S3::BucketPolicy',
        Properties: {
          Bucket: { Ref: 'Logs' },
          PolicyDocument: { Statement: [{ ...DENY, Condition: { StringNotLike: { 'aws:userId': users } } }] },
        },
      },
    },
  })
  const [found] = await verdictsOf(text)
  expect(found?.[1]).toEqual([expect.stringContaining('the unique id'), expect.stringContaining('"${Reader}"')])
})

describe('protected by the tags of the bucket', () => {
  const tag = (value: unknown, key: unknown = 'backup') => ({ Key: key, Value: value })
  const outOfScope = async (tags: unknown, bucket: unknown = { Ref: 'Logs' }) => {
    const text = JSON.stringify({
      Conditions: { Always: { 'Fn::Equals': ['a', 'a'] } },
      Resources: {
        Logs: { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'logs', Tags: tags } },
        Other: { Type: 'AWS::S3::Bucket', Properties: { Tags: [tag('none')] } },
        Policy: {
          Type: 'AWS::S3::BucketPolicy',
          Properties: { Bucket: bucket, PolicyDocument: { Statement: [DENY] } },
        },
      },
    })
    const protect = { buckets: [], files: [], addresses: [], tags: { backup: 'clumio' } }
    const { summary } = (await checkFiles(text, { protect })).report
    expect(summary.policies + summary.outOfScope).toBe(1)
    return summary.outOfScope === 1
  }

  test.each<[string, unknown, boolean]>([
    ['the wanted value', [tag('clumio')], false],
    ['another value', [tag('none')], true],
    ['another value beside expressions', [tag({ Ref: 'Team' }, 'team'), tag('none')], true],
    ['no such tag, which may come from the stack', [tag('x', 'team')], false],
    ['no tags', undefined, false],
    ['a value that is an expression', [tag({ Ref: 'Backup' })], false],
    ['a value from a parameter store', [tag('{{resolve:ssm:backup}}')], false],
    ['a key that is an expression', [tag('none', { Ref: 'Key' })], false],
    ['a tag that may be left out', [{ 'Fn::If': ['Prod', tag('none'), NOTHING] }], false],
    ['a list that is an expression', { 'Fn::If': ['Prod', [tag('none')], NOTHING] }, false],
    ['another value beside one with the same key', [tag('clumio'), tag('none')], false],
    ['another value beside one that may have its key', [tag('clumio', { Ref: 'Key' }), tag('none')], false],
    ['another value beside one that a macro makes', [{ 'Fn::Transform': { Name: 'Tag' } }, tag('none')], false],
    [
      'another value beside one that may take its place',
      [{ 'Fn::If': ['Prod', tag('x'), NOTHING] }, tag('none')],
      false,
    ],
    [
      'another value beside another tag that may be left out',
      [{ 'Fn::If': ['Prod', tag('x', 'team'), NOTHING] }, tag('none')],
      true,
    ],
    ['a tag that is there for sure', [{ 'Fn::If': ['Always', tag('none'), tag('clumio')] }], true],
  ])('%s', async (_name, tags, expected) => {
    expect(await outOfScope(tags)).toBe(expected)
  })

  test('by name, and never by the tags of another bucket', async () => {
    expect(await outOfScope([tag('none')], 'logs')).toBe(true)
    expect(await outOfScope([tag('none')], { Ref: 'Parameter' })).toBe(false)
    expect(await outOfScope([tag('clumio')], { Ref: 'Other' })).toBe(true)
  })
})

describe('tags of a bucket that is not there for sure', () => {
  const TAGGED = { BucketName: 'logs', Tags: [{ Key: 'backup', Value: 'none' }] }
  const bucket = (more: object = {}, properties: object = TAGGED) => ({
    Type: 'AWS::S3::Bucket',
    ...more,
    Properties: properties,
  })
  const policy = (more: object = {}, name: unknown = 'logs') => ({
    Type: 'AWS::S3::BucketPolicy',
    ...more,
    Properties: { Bucket: name, PolicyDocument: { Statement: [{ ...DENY, Resource: 'arn:aws:s3:::logs/*' }] } },
  })
  const [NEVER, OPEN, OTHER] = [{ Condition: 'Never' }, { Condition: 'Open' }, { Condition: 'Other' }]
  const isOpen = (value: string) => ({ 'Fn::Equals': [{ Ref: 'Stage' }, value] })
  const Conditions = { Never: { 'Fn::Equals': ['a', 'b'] }, Open: isOpen('a'), Other: isOpen('b') }
  const Parameters = { Stage: { Type: 'String' }, Names: { Type: 'CommaDelimitedList' } }
  const loop = (list: unknown, made: object) => ({ 'Fn::ForEach::Each': ['N', list, made] })
  const outOfScope = async (resources: object, more: object = {}) => {
    const text = JSON.stringify({ Parameters, Conditions, ...more, Resources: resources })
    const protect = { buckets: [], files: [], addresses: [], tags: { backup: 'clumio' } }
    const { summary, findings } = (await checkFiles(text, { protect })).report
    expect(findings.length > 0).toBe(summary.outOfScope === 0)
    return summary.outOfScope === 1
  }

  test.each<[string, object, boolean]>([
    ['there', { B: bucket(), P: policy() }, true],
    ['left out by its condition', { B: bucket(NEVER), P: policy() }, false],
    ['that may be left out', { B: bucket(OPEN), P: policy() }, false],
    ['that may be left out, and the policy under another condition', { B: bucket(OPEN), P: policy(OTHER) }, false],
    ['that is there where the policy is', { B: bucket(OPEN), P: policy(OPEN) }, true],
    ['that the policy refers to', { B: bucket(OPEN), P: policy({}, { Ref: 'B' }) }, true],
    ['with a condition that is none', { B: bucket({ Condition: { Ref: 'Open' } }), P: policy() }, false],
    ['beside one that is left out', { B: bucket(), C: bucket(NEVER, { BucketName: 'logs' }), P: policy() }, true],
    ['beside one of its name without tags', { B: bucket(), C: bucket({}, { BucketName: 'logs' }), P: policy() }, false],
    ['beside one of its name with the same tags', { B: bucket(), C: bucket(OPEN), P: policy() }, true],
    ['that a loop makes', { ...loop(['a'], { 'B${N}': bucket() }), P: policy() }, true],
    ['that a loop may make', { ...loop({ Ref: 'Names' }, { 'B${N}': bucket() }), P: policy() }, false],
    ['that a macro makes anew', { B: bucket({ 'Fn::Transform': { Name: 'M' } }), P: policy() }, false],
    [
      'whose properties a macro makes anew',
      { B: bucket({}, { ...TAGGED, 'Fn::Transform': { Name: 'M' } }), P: policy() },
      false,
    ],
  ])('%s', async (_name, resources, expected) => {
    expect(await outOfScope(resources)).toBe(expected)
  })

  test.each<[string, unknown, boolean]>([
    ["a transform of AWS's own", 'AWS::Serverless-2016-10-31', true],
    ['a macro', ['AWS::LanguageExtensions', 'Retag'], false],
    ['a macro with parameters', { Name: 'Retag', Parameters: {} }, false],
  ])('under %s', async (_name, Transform, expected) => {
    expect(await outOfScope({ B: bucket(), P: policy() }, { Transform })).toBe(expected)
  })

  test('written twice', async () => {
    const twice = (text: string) => text.replace('"Tags":', '"Tags":[{"Key":"backup","Value":"clumio"}],"Tags":')
    const text = JSON.stringify({ Resources: { B: bucket(), P: policy() } })
    const protect = { buckets: [], files: [], addresses: [], tags: { backup: 'clumio' } }
    expect((await checkFiles(text, { protect })).report.summary.outOfScope).toBe(1)
    expect((await checkFiles(twice(text), { protect })).report.summary.outOfScope).toBe(0)
  })

  test('nor is a name that is written twice known', async () => {
    const protect = { buckets: ['prod-*'], files: [], addresses: [], tags: {} }
    const anywhere = { Bucket: { Ref: 'B' }, PolicyDocument: { Statement: [{ ...DENY, Resource: '*' }] } }
    const text = JSON.stringify({ Resources: { B: bucket(), P: { ...policy(), Properties: anywhere } } })
    const twice = text.replace('"BucketName":', '"BucketName":"prod-logs","BucketName":')
    expect((await checkFiles(text, { protect })).report.summary.outOfScope).toBe(1)
    expect((await checkFiles(twice, { protect })).report.summary.outOfScope).toBe(0)
  })

  test('and no setting or log of one that is left out counts', async () => {
    const ownership = { BucketName: 'logs', OwnershipControls: { Rules: [{ ObjectOwnership: 'ObjectWriter' }] } }
    const distribution = {
      Type: 'AWS::CloudFront::Distribution',
      Condition: 'Never',
      Properties: { DistributionConfig: { Logging: { Bucket: 'logs.s3.amazonaws.com' } } },
    }
    const told = async (resources: object) => {
      const { report } = await checkFiles(JSON.stringify({ Parameters, Conditions, Resources: resources }))
      return report.findings.map(({ rule, fix }) => [rule, fix?.note])
    }
    const plain = await told({ B: bucket({}, ownership) })
    expect(plain.map(([rule]) => rule)).toEqual(['object-ownership'])
    expect(await told({ B: bucket({}, ownership), D: distribution })).toEqual(plain)
    expect(await told({ B: bucket(NEVER, ownership), D: distribution })).toEqual([])
  })
})
