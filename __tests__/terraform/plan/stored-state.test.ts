import { describe, expect, test } from 'vitest'
import { readPlans } from '../../../src/terraform/plan/index.js'
import { checkFiles } from '../../support/check.js'

const POLICY = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Sid: 'Vpc', Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::b1/*' }],
})
const PROVIDER = 'provider["registry.terraform.io/hashicorp/aws"]'
const resource = (instances: readonly unknown[], more: object = {}) => ({
  mode: 'managed',
  type: 'aws_s3_bucket_policy',
  name: 'p',
  provider: PROVIDER,
  instances,
  ...more,
})
const instance = (more: object = {}) => ({
  schema_version: 0,
  attributes: { bucket: 'b1', id: 'b1', policy: POLICY },
  sensitive_attributes: [],
  ...more,
})
const state = (...resources: readonly unknown[]) =>
  JSON.stringify({
    version: 4,
    terraform_version: '1.11.4',
    serial: 3,
    lineage: '3c1f7a6e',
    outputs: {},
    resources,
    check_results: null,
  })

async function judged(text: string) {
  const { report } = await checkFiles({ 'terraform.tfstate.json': text })
  return report.findings.map(({ rule, policy }) => [rule, policy?.source, policy?.address, policy?.bucket])
}

test('a state tells Object Ownership, and ACLs that grant to others', async () => {
  const uri = 'http://acs.amazonaws.com/groups/global/AllUsers'
  const of = (type: string, attributes: object) => resource([instance({ attributes })], { type })
  const found = await judged(
    state(
      of('aws_s3_bucket', { bucket: 'b1', grant: [{ type: 'Group', uri, permissions: ['READ'] }] }),
      of('aws_s3_bucket', { bucket: 'b2', grant: [{ type: 'CanonicalUser', id: 'x', permissions: ['FULL_CONTROL'] }] }),
      of('aws_s3_bucket_ownership_controls', { bucket: 'b3', rule: [{ object_ownership: 'ObjectWriter' }] }),
      of('aws_s3_bucket_ownership_controls', { bucket: 'b4', rule: [{ object_ownership: 'BucketOwnerEnforced' }] }),
    ),
  )
  expect(found.map(([rule, , , bucket]) => `${rule} ${bucket}`)).toEqual(['object-ownership b1', 'object-ownership b3'])
})

describe('a state as Terraform stores it', () => {
  const blocks = (address: string, bucket: string | null = 'b1') => [
    ['deny-blocks-clumio', 'terraform-state', address, bucket],
  ]
  test.each<[string, object, string]>([
    ['a resource', resource([instance()]), 'aws_s3_bucket_policy.p'],
    ['by count', resource([instance({ index_key: 0 })]), 'aws_s3_bucket_policy.p[0]'],
    ['by key', resource([instance({ index_key: 'a.b' })]), 'aws_s3_bucket_policy.p["a.b"]'],
    [
      'by a key with marks of templates',
      resource([instance({ index_key: 'a${b}%{c}' })]),
      'aws_s3_bucket_policy.p["a$${b}%%{c}"]',
    ],
    ['in a module', resource([instance()], { module: 'module.m["x"]' }), 'module.m["x"].aws_s3_bucket_policy.p'],
    [
      'of a provider with an alias',
      resource([instance()], { provider: `module.m.${PROVIDER}.west` }),
      'aws_s3_bucket_policy.p',
    ],
    [
      'of a fork of the provider',
      resource([instance()], { provider: 'provider["registry.terraform.io/x/minio"]' }),
      'aws_s3_bucket_policy.p',
    ],
    [
      'with flat attributes',
      resource([{ schema_version: 0, attributes_flat: instance().attributes }]),
      'aws_s3_bucket_policy.p',
    ],
    [
      'of the provider for Cloud Control',
      resource([instance({ attributes: { bucket: 'b1', policy_document: POLICY } })], {
        type: 'awscc_s3_bucket_policy',
      }),
      'awscc_s3_bucket_policy.p',
    ],
    ['that is only read', resource([instance()], { mode: 'data' }), 'data.aws_s3_bucket_policy.p'],
  ])('is judged: %s', async (_, one, address) => {
    expect(await judged(state(one))).toEqual(blocks(address))
  })

  test.each<[string, object]>([
    ['a deposed object', resource([instance({ deposed: '00000001' })])],
    ['another type', resource([instance()], { type: 'aws_vpc_endpoint_policy' })],
  ])('nothing of it: %s', async (_, one) => {
    expect(await judged(state(one))).toEqual([])
  })

  test('what is only read is not told beside what has it', async () => {
    const both = state(resource([instance()]), resource([instance()], { mode: 'data' }))
    expect(await judged(both)).toEqual(blocks('aws_s3_bucket_policy.p'))
  })

  test.each<[string, string]>([
    ['without values', state(resource([{ schema_version: 0 }]))],
    ['whose policy is no text', state(resource([instance({ attributes: { bucket: 'b1', policy: null } })]))],
    ['whose name is none', state(resource([instance()], { name: 'no name' }))],
  ])('is told: a resource %s', async (_, text) => {
    const { report } = await checkFiles({ 'terraform.tfstate.json': text })
    expect(report.findings).toMatchObject([{ rule: 'policy-unreadable', level: 'warning' }])
  })

  test('is told: a resource with two values, of which the first one is hidden', async () => {
    const text = state(resource([instance()])).replace('"attributes":', '"attributes":{"bucket":"b0"},"attributes":')
    expect((await judged(text)).map(([rule]) => rule)).toEqual(['deny-blocks-clumio', 'policy-unreadable'])
  })

  test('of some megabytes is read as a whole, with its marks', async () => {
    const [policy] = [{ type: 'get_attr', value: 'policy' }]
    const filler = resource([instance({ attributes: { id: 'x'.repeat(4 * 1024 * 1024) } })], { type: 'aws_instance' })
    const text = state(filler, resource([instance({ sensitive_attributes: [[policy]] })]))
    expect(await judged(text)).toEqual(blocks('aws_s3_bucket_policy.p'))
  })

  test.each<[string, unknown]>([
    ['the policy', [[{ type: 'get_attr', value: 'policy' }]]],
    ['something that cannot be read', 'all'],
    ['a path that is none', [{ type: 'get_attr', value: 'policy' }]],
  ])('what it marks is not quoted: %s', async (_, sensitive_attributes) => {
    const { report } = await checkFiles({ 's.json': state(resource([instance({ sensitive_attributes })])) })
    expect(report.findings.map(({ rule }) => rule)).toEqual(['deny-blocks-clumio'])
    expect(JSON.stringify(report)).not.toContain('Vpc')
  })

  test('a sensitive output hides what holds its value', async () => {
    const text = state(resource([instance()])).replace(
      '"outputs":{}',
      '"outputs":{"o":{"value":"arn:aws:s3:::b1/*","type":"string","sensitive":true}}',
    )
    const { report } = await checkFiles({ 's.json': text })
    expect(report.findings).toHaveLength(1)
    expect(JSON.stringify(report)).not.toContain('Vpc')
  })

  test.each(['3', '5', '"4"'])('another version is none: %s', (version) => {
    const text = state(resource([instance()])).replace('"version":4', `"version":${version}`)
    expect(readPlans('s.json', [new TextEncoder().encode(text)])).toEqual({ kind: 'none' })
  })
})
