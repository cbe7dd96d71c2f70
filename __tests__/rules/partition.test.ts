import { describe, expect, test } from 'vitest'
import { partitionOfRegion, regionOfRoleName } from '../../src/clumio/roles.js'
import type { CheckOptions } from '../../src/model/options.js'
import { isStatementFinding, type StatementFinding } from '../../src/model/report.js'
import { applied, checkFiles, INTEGRATION } from '../support/check.js'
import { ROLE, ROLE_NAME, ROOT, SIX } from '../support/vectors.js'

type Statement = Record<string, unknown>

const text = (...statements: readonly Statement[]) =>
  JSON.stringify({ Version: '2012-10-17', Statement: statements.map((one) => ({ Effect: 'Deny', ...one })) }, null, 2)
const all = (arn: string) => [arn, `${arn}/*`]

async function findingsIn(file: string, options: Partial<CheckOptions> = {}): Promise<readonly StatementFinding[]> {
  const { report } = await checkFiles(file, { remedy: 'principal-arn', ...options })
  return report.findings.filter(isStatementFinding)
}

async function verdictsIn(file: string, options: Partial<CheckOptions> = {}): Promise<readonly string[]> {
  return (await findingsIn(file, options)).map(({ verdict, scope }) => `${verdict} ${scope}`)
}

const named = (partition: string | null, roleName = ROLE_NAME) => ({
  integrations: [{ ...INTEGRATION, partition, roleName }],
})
const GOV = 'ClumioRole-us-gov-west-1-831e8db1-7a77-4550-b2a4-838aa526b8df'

describe('a pattern in the partition is matched against that of the bucket', () => {
  test.each<[string, readonly string[], Partial<CheckOptions>, readonly string[]]>([
    ['any partition', all('arn:*:s3:::b1'), {}, ['blocked all']],
    ['any that begins so', all('arn:aws*:s3:::b1'), {}, ['blocked all']],
    ['single characters', all('arn:aw?:s3:::b1'), {}, ['blocked all']],
    ['none that fits', all('arn:aws-*:s3:::b1'), {}, []],
    ['that of a role of another partition', all('arn:aws-*:s3:::b1'), named('aws-cn'), ['blocked all']],
    ['that of the Region in the role name', all('arn:aws-us-*:s3:::b1'), named(null, GOV), ['blocked all']],
    ['one is enough for the objects', ['arn:*:s3:::b1/*'], {}, ['blocked all']],
    ['without a role the first that fits', all('arn:aws-*:s3:::b1'), { integrations: [] }, ['blocked all']],
    ['without a role it is aws', all('arn:aw*:s3:::b1'), { integrations: [] }, ['blocked all']],
    [
      'or what another Resource spells out',
      [...all('arn:*:s3:::b1'), 'arn:aws-cn:s3:::b1/x'],
      { integrations: [] },
      ['blocked all'],
    ],
  ])('%s', async (_, Resource, options, expected) => {
    expect(await verdictsIn(text({ Principal: '*', Action: 's3:*', Resource }), options)).toEqual(expected)
  })
})

describe('of two partitions that are spelled out, only the own one counts', () => {
  const own = { Principal: '*', Action: 's3:GetObject' }
  test.each<[string, readonly string[], Partial<CheckOptions>, readonly string[]]>([
    ['the objects in the other', ['arn:aws:s3:::b1', 'arn:aws-cn:s3:::b1/*'], {}, []],
    ['the objects in the own', ['arn:aws-cn:s3:::b1', 'arn:aws:s3:::b1/*'], {}, ['blocked all']],
    [
      'the own is the first where no role tells it',
      ['arn:aws-cn:s3:::b1', 'arn:aws:s3:::b1/*'],
      { integrations: [] },
      [],
    ],
    ['the own is that of the role', ['arn:aws:s3:::b1', 'arn:aws-cn:s3:::b1/*'], named('aws-cn'), ['blocked all']],
    ['nothing of a bucket that is named in another one only', ['arn:aws-cn:s3:::b1/*'], {}, []],
    ['which is there where no role tells it', ['arn:aws-cn:s3:::b1/*'], { integrations: [] }, ['blocked all']],
  ])('%s', async (_, Resource, options, expected) => {
    expect(await verdictsIn(text({ ...own, Resource }), options)).toEqual(expected)
  })

  test('a statement about the other partition is not about the bucket', async () => {
    const other = { Principal: '*', Action: 's3:*', Resource: all('arn:aws-cn:s3:::b1') }
    const tls = { ...other, Resource: all('arn:aws:s3:::b1'), Condition: { Bool: { 'aws:SecureTransport': 'false' } } }
    expect(await verdictsIn(text(tls, other))).toEqual([])
  })

  test('each of two buckets has its own', async () => {
    const integrations = [INTEGRATION, { ...INTEGRATION, partition: 'aws-cn', account: '999988887777' }]
    const file = text(
      { Principal: { AWS: 'arn:aws-cn:iam::999988887777:root' }, Action: 's3:*', Resource: 'arn:aws-cn:s3:::b2/*' },
      { Principal: { AWS: ROOT }, Action: 's3:*', Resource: 'arn:aws:s3:::b1/*' },
    )
    expect(await verdictsIn(file, { integrations })).toEqual(['blocked all', 'blocked all'])
  })
})

test('that a bucket is in another partition than the role is said', async () => {
  const Resource = ['arn:aws-cn:s3:::b1/*']
  const { report } = await checkFiles({ 'p.json': text({ Principal: '*', Action: 's3:GetObject', Resource }) }, {})
  expect(report.findings).toEqual([])
  expect(report.notes).toEqual([
    'p.json names b1 in the partition aws-cn, and the Clumio role is in aws: what is said of another partition does not concern it.',
  ])
})

describe('an expression in the partition is that of the bucket', () => {
  const spellings = [
    '${partition}',
    '${var.partition}',
    '{{ partition }}',
    '<partition>',
    '$PARTITION',
    '__PARTITION__',
    'PARTITION',
    'aws${suffix}',
  ]
  test.each(spellings)('%s', async (spelled) => {
    const statement = { Principal: { AWS: `arn:${spelled}:iam::111122223333:root` }, Action: 's3:*' }
    expect(await verdictsIn(text({ ...statement, Resource: all(`arn:${spelled}:s3:::b1`) }))).toEqual(['blocked all'])
    const exempt = { ArnNotEquals: { 'aws:PrincipalArn': ROLE.replace('arn:aws:', `arn:${spelled}:`) } }
    expect(await verdictsIn(text({ ...statement, Resource: all('arn:*:s3:::b1'), Condition: exempt }))).toEqual([])
  })

  test('unless what is spelled out of it cannot be', async () => {
    const Resource = ['arn:aws:s3:::b1', 'arn:aws-cn${x}:s3:::b1/*']
    expect(await verdictsIn(text({ Principal: '*', Action: 's3:GetObject', Resource }))).toEqual([])
  })

  test('a choice of partitions in a template', async () => {
    const partition = { 'Fn::If': ['China', 'aws-cn', 'aws'] }
    const arn = (tail: string) => ({ 'Fn::Sub': [`arn:\${P}:s3:::b1${tail}`, { P: partition }] })
    const file = JSON.stringify({
      Resources: {
        P: {
          Type: 'AWS::S3::BucketPolicy',
          Properties: {
            Bucket: 'b1',
            PolicyDocument: {
              Statement: [
                { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: [arn(''), arn('/*')] },
                {
                  Effect: 'Deny',
                  NotPrincipal: { AWS: SIX.map((one) => ({ 'Fn::Join': [':', ['arn', partition, one.slice(8)]] })) },
                  Action: 's3:*',
                  Resource: [arn(''), arn('/*')],
                },
              ],
            },
          },
        },
      },
    })
    expect(await verdictsIn(file)).toEqual(['blocked all'])
  })
})

test('a choice between the same ARN in two partitions is the own one', async () => {
  const choice = (tail: string) => ({ 'Fn::If': ['China', `arn:aws-cn:s3:::b1${tail}`, `arn:aws:s3:::b1${tail}`] })
  const template = (Resource: unknown) => {
    const PolicyDocument = { Statement: [{ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource }] }
    return JSON.stringify({
      Resources: { P: { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: 'b1', PolicyDocument } } },
    })
  }
  expect(await verdictsIn(template([choice(''), choice('/*')]))).toEqual(['blocked all'])
  const other = { 'Fn::If': ['China', 'arn:aws-cn:s3:::b2/*', 'arn:aws:s3:::b1/*'] }
  expect(await verdictsIn(template(other))).toEqual(['undecided all'])
})

describe('edits write the real partition', () => {
  test.each<[string, Partial<CheckOptions>, string]>([
    ['of the role', named('aws-us-gov'), 'arn:aws-us-gov:'],
    ['of the Region in its name', named(null, GOV), 'arn:aws-us-gov:'],
    ['aws where nothing tells it', named(null, 'Own'), 'arn:aws:'],
  ])('%s', async (_, options, start) => {
    for (const remedy of ['principal-arn', 'not-principal'] as const) {
      const file = text({ Principal: '*', Action: 's3:*', Resource: all('arn:*:s3:::b1') })
      const { report } = await checkFiles(file, { ...options, remedy })
      const after = applied(file, report.findings)
      expect(after).toContain(`${start}iam::111122223333:role/clumio/`)
      expect(after.match(/arn:[^:]*:iam/g)?.every((one) => one === `${start}iam`)).toBe(true)
      expect(await verdictsIn(after, options)).toEqual([])
    }
  })
})

describe('exemptions are recognised beside a pattern', () => {
  const Resource = all('arn:*:s3:::b1')
  test.each<[string, Statement]>([
    ['a condition', { Principal: '*', Condition: { ArnNotEquals: { 'aws:PrincipalArn': ROLE } } }],
    [
      'a condition with a pattern',
      { Principal: '*', Condition: { ArnNotLike: { 'aws:PrincipalArn': ROLE.replace('aws', '*') } } },
    ],
    ['a list', { NotPrincipal: { AWS: SIX } }],
  ])('%s', async (_, statement) => {
    const { report } = await checkFiles(text({ ...statement, Action: 's3:*', Resource }))
    expect(report.findings).toEqual([])
  })
})

describe('partitions by Region', () => {
  test.each([
    ['us-west-2', 'aws'],
    ['cn-north-1', 'aws-cn'],
    ['us-gov-east-1', 'aws-us-gov'],
    ['eusc-de-east-1', 'aws-eusc'],
    ['us-iso-east-1', 'aws-iso'],
    ['us-isob-east-1', 'aws-iso-b'],
    ['us-isof-south-1', 'aws-iso-f'],
    ['eu-isoe-west-1', 'aws-iso-e'],
    ['eu-west-1', 'aws'],
  ])('%s is in %s', (region, partition) => {
    expect(partitionOfRegion(region)).toBe(partition)
    expect(regionOfRoleName(`ClumioRole-${region}-831e8db1-7a77-4550-b2a4-838aa526b8df`)).toBe(region)
  })
})
