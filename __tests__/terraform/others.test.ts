import { describe, expect, test } from 'vitest'
import { checkFiles } from '../support/check.js'

const deny = {
  Sid: 'Vpc',
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: 'arn:aws:s3:::acme-secret/*',
  Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } },
}
const document = { Version: '2012-10-17', Statement: [deny] }
const text = JSON.stringify(document)
const template = JSON.stringify({
  Resources: { P: { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: 'acme-secret', PolicyDocument: document } } },
})
const desired = JSON.stringify({ Bucket: 'acme-secret', PolicyDocument: document })

function resource(address: string, after: object | null, more: object = {}) {
  const [type = '', name = ''] = address.split('.')
  const change = { actions: ['create'], before: null, after, after_unknown: {}, after_sensitive: {} }
  return { address, mode: 'managed', type, name, provider_name: 'registry.terraform.io/acme/acme', change, ...more }
}

async function toldIn(files: Readonly<Record<string, string>>) {
  const { report } = await checkFiles(files)
  // Nothing of the values is told, whatever is marked.
  expect(JSON.stringify(report)).not.toContain('acme-secret')
  expect(report.unread).toHaveLength(report.findings.length)
  return report.findings.map(({ rule, level, policy }) => `${level} ${rule} ${policy?.address}`)
}

const planOf = (...resources: readonly object[]) => ({
  'plan.json': JSON.stringify({ format_version: '1.2', resource_changes: resources }),
})

const UNREADABLE = 'policy-unreadable'

describe('a plan tells what holds a bucket policy and is not judged', () => {
  test.each<[string, string, object, string | null]>([
    ['the template of a stack', 'aws_cloudformation_stack.a', { template_body: template }, 'warning'],
    ['of a stack set', 'aws_cloudformation_stack_set.a', { template_body: template }, 'warning'],
    ['of a stack of Cloud Control', 'awscc_cloudformation_stack.a', { template_body: template }, 'warning'],
    [
      'a template in YAML',
      'aws_cloudformation_stack.a',
      { template_body: 'P: {Type: AWS::S3::BucketPolicy}' },
      'warning',
    ],
    ['a template without one', 'aws_cloudformation_stack.a', { template_body: text }, null],
    [
      'a resource of Cloud Control',
      'aws_cloudcontrolapi_resource.a',
      { type_name: 'AWS::S3::BucketPolicy', desired_state: desired },
      'warning',
    ],
    [
      'one that is known after apply',
      'aws_cloudcontrolapi_resource.a',
      { type_name: 'AWS::S3::BucketPolicy' },
      'warning',
    ],
    [
      'one of another kind',
      'aws_cloudcontrolapi_resource.a',
      { type_name: 'AWS::S3::AccessPoint', desired_state: desired },
      null,
    ],
    ['a policy in a resource that nobody knows', 'acme_thing.a', { policy: text }, 'notice'],
    ['as an object', 'kubernetes_manifest.a', { manifest: { spec: [{ policy: document }] } }, 'notice'],
    ['a policy in a file', 'local_file.a', { content: text }, 'notice'],
    ['a template in an object', 'aws_s3_object.a', { content: 'x: AWS::S3::BucketPolicy' }, 'notice'],
    ['a text with one that cannot be parsed', 'acme_thing.a', { script: `put <<EOF\n${text}\nEOF` }, 'notice'],
    [
      'a policy in JSON in JSON',
      'aws_lambda_invocation.a',
      { input: JSON.stringify({ a: { policy: text } }) },
      'notice',
    ],
    ['a policy in a text in a text', 'acme_thing.a', { policy: JSON.stringify(JSON.stringify(text)) }, 'notice'],
    [
      'a policy with functions',
      'acme_thing.a',
      { policy: text.replace(/"arn:[^"]*"/, '{"Fn::GetAtt":["B","Arn"]}') },
      'notice',
    ],
    ['a policy behind very many values', 'acme_thing.a', { policy: text, other: Array(100_000).fill('x') }, 'notice'],
    ['very many values', 'acme_thing.a', { other: Array(100_000).fill('x') }, null],
    [
      'an object in JSON',
      'aws_sfn_state_machine.a',
      { definition: JSON.stringify({ States: [{ Policy: document }] }) },
      'notice',
    ],
    [
      'the address of a template',
      'aws_cloudformation_stack.a',
      { template_url: 'https://example.com/acme-secret.json' },
      'notice',
    ],
    ['no address of one', 'aws_cloudformation_stack.a', { template_url: null }, null],
    [
      'a trust policy in JSON',
      'aws_lambda_invocation.a',
      { input: JSON.stringify({ p: text.replaceAll('s3', 'sts') }) },
      null,
    ],
    ['a trust policy', 'acme_thing.a', { policy: text.replaceAll('s3', 'sts') }, null],
    ['the policy of an endpoint', 'aws_vpc_endpoint_policy.a', { policy: text }, null],
    ['the policy of an access point', 'aws_s3control_access_point_policy.a', { policy: text }, null],
  ])('%s', async (_, address, after, level) => {
    expect(await toldIn(planOf(resource(address, after)))).toEqual(
      level === null ? [] : [`${level} ${UNREADABLE} ${address}`],
    )
  })

  test.each<[string, object]>([
    [
      'what is destroyed',
      resource('acme_thing.a', null, { change: { actions: ['delete'], before: { policy: text }, after: null } }),
    ],
    ['a deposed object', resource('acme_thing.a', { policy: text }, { deposed: 'abc' })],
    ['a data source', resource('acme_thing.a', { policy: text }, { mode: 'data' })],
  ])('but for %s', async (_, one) => {
    expect(await toldIn(planOf(one))).toEqual([])
  })

  const config = { payload: JSON.stringify({ policy: text }) }
  const action = { address: 'action.aws_lambda_invoke.a', type: 'aws_lambda_invoke', name: 'a', config_values: config }
  const outputs = { o: { sensitive: true, value: text } }
  const changed = { actions: ['create'], before: null, after: { p: text }, after_unknown: false }
  test.each<[string, object, string | null]>([
    ['what an action is given', { action_invocations: [action] }, action.address],
    ['sensitive', { action_invocations: [{ ...action, config_sensitive: { payload: true } }] }, action.address],
    ['in a block', { action_invocations: [{ ...action, config_values: { config: [config] } }] }, action.address],
    [
      'what one is given later',
      { deferred_action_invocations: [{ reason: 'unknown', action_invocation: action }] },
      action.address,
    ],
    ['an output', { output_changes: { o: changed } }, 'output.o'],
    ['a sensitive output', { output_changes: { o: { ...changed, after_sensitive: true } } }, 'output.o'],
    ['an output as an object', { output_changes: { o: { ...changed, after: document } } }, 'output.o'],
    ['with the planned values', { output_changes: { o: changed }, planned_values: { outputs } }, 'output.o'],
    ['the planned values alone', { resource_changes: undefined, planned_values: { outputs } }, 'output.o'],
    ['no output that is gone', { output_changes: { o: { ...changed, before: text, after: null } } }, null],
    ['no output of another kind', { output_changes: { o: { ...changed, after: text.replaceAll('s3', 'sqs') } } }, null],
  ])('so it does of %s', async (_, members, told) => {
    const plan = { format_version: '1.2', resource_changes: [], ...members }
    const wanted = told === null ? [] : [`notice ${UNREADABLE} ${told}`]
    expect(await toldIn({ 'plan.json': JSON.stringify(plan) })).toEqual(wanted)
  })

  test.each<[string, object]>([
    ['a state', { format_version: '1.0', values: { outputs, root_module: {} } }],
    ['a stored state', { version: 4, serial: 1, lineage: 'x', outputs, resources: [] }],
  ])('and %s of its outputs', async (_, held) => {
    expect(await toldIn({ 'plan.json': JSON.stringify(held) })).toEqual([`notice ${UNREADABLE} output.o`])
  })

  test('but for an output of a policy that is attached', async () => {
    const attached = resource('aws_s3_bucket_policy.p', { bucket: 'acme-secret', policy: text })
    const plan = {
      format_version: '1.2',
      resource_changes: [{ ...attached, provider_name: 'aws' }],
      output_changes: { o: changed },
    }
    const { report } = await checkFiles({ 'plan.json': JSON.stringify(plan) })
    expect(report.findings.map(({ rule }) => rule)).toEqual(['deny-blocks-clumio'])
  })

  test('but for a policy that another resource attaches', async () => {
    const attached = {
      ...resource('aws_s3_bucket_policy.p', { bucket: 'acme-secret', policy: text }),
      provider_name: 'aws',
    }
    const { report } = await checkFiles(planOf(attached, resource('local_file.f', { content: text })))
    expect(report.findings.map(({ rule }) => rule)).toEqual(['deny-blocks-clumio'])
  })

  const address = 'aws_cloudformation_stack.a'
  const values = { template_body: template }
  const managed = { address, mode: 'managed', type: 'aws_cloudformation_stack', name: 'a' }
  const stored = {
    version: 4,
    serial: 1,
    lineage: 'x',
    resources: [
      { ...managed, provider: 'provider["aws"]', instances: [{ attributes: values, sensitive_attributes: [] }] },
    ],
  }
  test.each<[string, object]>([
    [
      'its planned values alone',
      { format_version: '1.2', planned_values: { root_module: { resources: [{ ...managed, values }] } } },
    ],
    ['a state', { format_version: '1.0', values: { root_module: { resources: [{ ...managed, values }] } } }],
    ['a stored state', stored],
  ])('so does %s', async (_, held) => {
    expect(await toldIn({ 'plan.json': JSON.stringify(held) })).toEqual([`warning ${UNREADABLE} ${address}`])
  })

  test('once, where the prior state holds it too', async () => {
    const plan = {
      format_version: '1.2',
      resource_changes: [resource(address, values)],
      planned_values: { root_module: { resources: [{ ...managed, values }] } },
      prior_state: { values: { root_module: { resources: [{ ...managed, values }] } } },
    }
    expect(await toldIn({ 'plan.json': JSON.stringify(plan) })).toHaveLength(1)
  })
})
