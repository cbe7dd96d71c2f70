import { describe, expect, test } from 'vitest'
import { check } from '../../src/check/index.js'
import type { CheckOptions } from '../../src/model/options.js'
import type { Report } from '../../src/model/report.js'
import type { Standing, Voucher } from '../../src/model/trust.js'
import { literalTree } from '../../src/sources/literals.js'
import { memorySource } from '../../src/sources/source.js'
import { sourcesOf } from '../../src/sources/sources.js'
import { isToldByPlans, type OwnFinding, type Telling } from '../../src/units/supersede.js'
import { OPTIONS } from '../support/check.js'

describe('a finding of a file is told by plans', () => {
  const own: OwnFinding = { level: 'error', span: { start: 10, end: 20 }, buckets: ['b1'] }
  const telling: Telling = {
    span: { start: 0, end: 15 },
    buckets: ['b1'],
    by: { plan: 'plan.json', root: null, address: null },
    reads: false,
    tells: 'error',
  }
  test.each<[string, Partial<OwnFinding>, readonly Partial<Telling>[], boolean]>([
    ['where one tells the same statement and bucket', {}, [{}], true],
    ['never where none does', {}, [], false],
    ['not where it tells another statement', {}, [{ span: { start: 20, end: 30 } }], false],
    ['not where it tells another bucket', {}, [{ buckets: ['b2'] }], false],
    ['not where its bucket is not known', {}, [{ buckets: [null] }], false],
    ['for any bucket where its own is not known', { buckets: [null] }, [{ buckets: ['b2'] }], true],
    ['only for all of its buckets', { buckets: ['b1', 'b2'] }, [{}], false],
    ['by several together', { buckets: ['b1', 'b2'] }, [{}, { buckets: ['b2'] }], true],
    ['not where it is told as less', {}, [{ tells: 'warning' }], false],
    ['where it is told as more', { level: 'notice' }, [{ tells: 'warning' }], true],
    ['by a verdict, whatever it is', {}, [{ tells: 'verdict' }], true],
    ['not by a verdict on another bucket', {}, [{ tells: 'verdict', buckets: ['b2'] }], false],
    [
      'in a file that cannot be read, whatever is found in it',
      { span: null, buckets: [null] },
      [{ tells: null, reads: true }],
      true,
    ],
    [
      'not by a root module that finds nothing where the file says something',
      {},
      [{ tells: null, reads: true }],
      false,
    ],
    ['anywhere in a file that only a plan can read', { span: null, buckets: [null] }, [{}], true],
  ])('%s', (_name, more, tellings, told) => {
    expect(
      isToldByPlans(
        { ...own, ...more },
        tellings.map((one) => ({ ...telling, ...one })),
      ),
    ).toBe(told)
  })
})

const AWS = 'registry.terraform.io/hashicorp/aws'
const statement = (effect: string, bucket: string) => ({
  Sid: 'OnlyOurVpc',
  Effect: effect,
  Principal: '*',
  Action: 's3:*',
  Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`],
})
const policyText = (bucket: string) =>
  JSON.stringify({ Version: '2012-10-17', Statement: [statement('Deny', bucket)] }, null, 2)
const planText = (bucket: string, address = 'aws_s3_bucket_policy.b', more: object = {}) =>
  JSON.stringify({
    format_version: '1.2',
    resource_changes: [
      {
        address,
        mode: 'managed',
        type: 'aws_s3_bucket_policy',
        name: 'b',
        provider_name: AWS,
        change: { actions: ['create'], before: null, after: { bucket, policy: policyText('b1') }, after_unknown: {} },
      },
    ],
    ...more,
  })
const HCL = `resource "aws_s3_bucket_policy" "b" {
  bucket = "b1"
  policy = file("policy.json")
}
`

/** What is told of a file and a plan of it, by the file that tells it. */
async function told(...given: Parameters<typeof reportOf>): Promise<readonly string[]> {
  const { findings } = await reportOf(...given)
  return findings.map(({ rule, policy }) => `${rule} ${policy?.source}`)
}

async function reportOf(
  plan: string,
  by: Voucher,
  standing: Standing,
  options: Partial<CheckOptions> = {},
  hcl = HCL,
): Promise<Report> {
  const texts = { 'main.tf': hcl, 'policy.json': policyText('b1') }
  const tree = literalTree(texts, 'head')
  const files = [memorySource('plan.json', new TextEncoder().encode(plan), by)]
  for (const path of Object.keys(texts)) {
    const source = tree.read(path)
    if (source !== null) files.push(source)
  }
  return (await check(sourcesOf(tree, files), { ...OPTIONS, standing, ...options })).report
}

const FILE = 'deny-blocks-clumio policy-json'
const PLAN = 'deny-blocks-clumio terraform-plan'
const SOURCES = 'deny-blocks-clumio terraform-source'
const IGNORED = {
  ignore: [
    {
      rule: null,
      files: [],
      buckets: [],
      addresses: ['aws_s3_bucket_policy.*'],
      sids: [],
      fingerprint: null,
      reason: 'r',
      expires: null,
      introduced: false,
      location: { path: 'c', startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
    },
  ],
} satisfies Partial<CheckOptions>
const OTHERS = { protect: { files: ['policy.json'], buckets: [], addresses: [], tags: {} } }

describe('a policy is counted once, by what tells it', () => {
  test.each<[string, string, Voucher, Standing, number]>([
    ['the plan that reads its file', planText('b1'), 'job', 'pull', 1],
    ['the root module that reads its file', '{}', 'job', 'own', 1],
    ['both where the plan is for another bucket', planText('b2'), 'job', 'pull', 2],
  ])('%s', async (_name, plan, by, standing, count) => {
    const { summary, assumptions } = await reportOf(plan, by, standing)
    expect([summary.policies, summary.statements]).toEqual([count, count])
    for (const { policies } of assumptions) expect(policies).toBeLessThanOrEqual(count)
  })

  test('and so is one that leaves Clumio alone', async () => {
    const quiet = policyText('b1').replace('"Principal": "*"', '"Principal": { "AWS": "999988887777" }')
    const tree = literalTree({ 'main.tf': HCL, 'policy.json': quiet })
    const files = ['main.tf', 'policy.json'].flatMap((path) => tree.read(path) ?? [])
    const { report } = await check(sourcesOf(tree, files), OPTIONS)
    expect(report.findings).toEqual([])
    expect(report.summary).toMatchObject({ policies: 1, statements: 1 })
  })
})

describe('a plan and the file that it is made of', () => {
  test.each<[string, string, Voucher, Standing, Partial<CheckOptions>, readonly string[]]>([
    ['are one finding', planText('b1'), 'job', 'pull', {}, [PLAN]],
    ['are one where the plan is committed and tells it', planText('b1'), 'head', 'pull', {}, [PLAN]],
    ['are told by the sources for another bucket, committed', planText('b2'), 'head', 'pull', {}, [SOURCES]],
    ['are two for two buckets, made by the job', planText('b2'), 'job', 'pull', {}, [FILE]],
    [
      'stay apart where neither a committed plan nor the sources tell anything',
      planText('b1'),
      'head',
      'pull',
      IGNORED,
      [FILE],
    ],
    ['are one verdict where the job made the plan', planText('b1'), 'job', 'pull', IGNORED, []],
    ['are one verdict on own ground', planText('b1'), 'head', 'own', IGNORED, []],
    ['stay apart where the plan is left out, committed', planText('b1'), 'head', 'pull', OTHERS, [FILE]],
    ['stay apart where the plan is left out, made by the job', planText('b1'), 'job', 'pull', OTHERS, [FILE]],
    ['stay apart where nobody answers for the plan', planText('b1'), 'nobody', 'pull', IGNORED, [FILE]],
  ])('%s', async (_name, plan, by, standing, options, expected) => {
    expect(await told(plan, by, standing, options)).toEqual(expected)
  })
})

describe('the notice of a root module is lifted', () => {
  const NOTICE = 'policy-unknown terraform-source'
  const other = HCL.replace('"b" {', '"c" {').replace('policy.json', 'none.json')
  const whole = {
    configuration: {
      root_module: {
        resources: ['b', 'c'].map((name) => ({ mode: 'managed', type: 'aws_s3_bucket_policy', name, expressions: {} })),
      },
    },
  }
  const empty = JSON.stringify({ format_version: '1.2', resource_changes: [] })
  test.each<[string, string, Voucher, Standing, readonly string[]]>([
    ['for what a plan holds', planText('b1'), 'job', 'own', [NOTICE, PLAN]],
    ['for what it declares and has no instance of', planText('b1', undefined, whole), 'job', 'pull', [PLAN]],
    ['not for that where the plan is committed', planText('b1', undefined, whole), 'head', 'pull', [NOTICE, PLAN]],
    ['not by an empty plan', empty, 'job', 'own', [NOTICE, SOURCES]],
    [
      'not for a policy of a module of that name',
      planText('b1', 'module.m.aws_s3_bucket_policy.b'),
      'head',
      'pull',
      [NOTICE, SOURCES, PLAN],
    ],
  ])('%s', async (_name, plan, by, standing, expected) => {
    expect([...(await told(plan, by, standing, {}, HCL + other))].sort()).toEqual([...expected].sort())
  })
})
