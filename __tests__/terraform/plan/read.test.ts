import { describe, expect, test } from 'vitest'
import { type Plan, readPlans } from '../../../src/terraform/plan/index.js'

const encode = (text: string) => new TextEncoder().encode(text)

const policy = (address: string, more: object = {}) => ({
  address,
  mode: 'managed',
  type: 'aws_s3_bucket_policy',
  name: 'p',
  provider_name: 'registry.terraform.io/hashicorp/aws',
  change: {
    actions: ['create'],
    before: null,
    after: { bucket: 'b', policy: '{"Statement":[]}' },
    after_unknown: {},
    after_sensitive: {},
  },
  ...more,
})
const noise = {
  address: 'null_resource.a',
  mode: 'managed',
  type: 'null_resource',
  name: 'a',
  change: { after: { text: '}]"\\' } },
}
const plan = (members: object = {}) => ({
  format_version: '1.2',
  resource_changes: [noise, policy('aws_s3_bucket_policy.p'), noise],
  ...members,
})

function* pieces(text: string, size: number): Generator<Uint8Array> {
  const bytes = encode(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const resultOf = (text: string) => readPlans('plan.json', [encode(text)])

/** The plans of a text that must hold some. */
function plansIn(text: string): readonly Plan[] {
  const result = resultOf(text)
  if (result.kind !== 'plans') throw new Error(JSON.stringify(result))
  return result.plans
}

describe('reading plans', () => {
  test.each<[string, string, number]>([
    ['one document', JSON.stringify(plan()), 1],
    ['indented', JSON.stringify(plan(), null, 2), 1],
    ['sorted members', JSON.stringify({ resource_changes: plan().resource_changes, format_version: '1.2' }), 1],
    ['one a line, as run-all prints them', `${JSON.stringify(plan())}\n${JSON.stringify(plan())}\n`, 2],
    [
      'behind the line of the wrapper',
      `[command]/usr/bin/terraform-bin show -json x\n${JSON.stringify(plan())}\n\n::debug::exit 0\n`,
      1,
    ],
    ['an old format', JSON.stringify(plan({ format_version: '0.1' })), 1],
    ['unknown members', JSON.stringify(plan({ identity: [{ x: [1, { y: '}' }] }], checks: [] })), 1],
    ['a plan without changes', JSON.stringify({ format_version: '1.2', planned_values: {} }), 1],
  ])('%s', (_name, text, count) => {
    const plans = plansIn(text)
    expect(plans).toHaveLength(count)
  })

  test.each<[string, string]>([
    ['a policy', JSON.stringify({ Version: '2012-10-17', Statement: [] })],
    ['another major version', JSON.stringify(plan({ format_version: '2.0' }))],
    ['no version', JSON.stringify({ resource_changes: [] })],
    ['plain text', 'Terraform will perform the following actions:\n'],
    ['nothing', ''],
  ])('%s is no plan', (_name, text) => {
    expect(resultOf(text)).toEqual({ kind: 'none' })
  })

  test.each<[string, string]>([
    ['a truncated document', JSON.stringify(plan()).slice(0, -30)],
    ['a missing comma', JSON.stringify(plan()).replace(',"resource_changes"', ' "resource_changes"')],
    ['a string that is not closed', '{"format_version": "1.2'],
    ['changes that are no list', JSON.stringify(plan({ resource_changes: { a: 1 } }))],
  ])('%s is unreadable, with an offset', (_name, text) => {
    expect(resultOf(text)).toMatchObject({ kind: 'unreadable' })
  })

  test('only the resources that matter are kept, with the attributes that matter', () => {
    const [first] = plansIn(JSON.stringify(plan()))
    expect(first?.changes.map(({ address }) => address)).toEqual(['aws_s3_bucket_policy.p'])
    expect(first?.changes[0]?.after).toEqual({ bucket: 'b', policy: '{"Statement":[]}' })
  })

  test('the instance key is the unescaped index', () => {
    const change = policy('aws_s3_bucket_policy.p["%%{x}"]', { index: '%{x}' })
    const [first] = plansIn(JSON.stringify(plan({ resource_changes: [change] })))
    expect(first?.changes[0]?.parsed.key).toBe('%{x}')
  })

  test('a type that stands behind the values is found too', () => {
    const { type, ...rest } = policy('aws_s3_bucket_policy.p')
    const text = JSON.stringify(plan({ resource_changes: [{ ...rest, type }] }))
    expect(plansIn(text)).toMatchObject([{ changes: [{ address: 'aws_s3_bucket_policy.p' }] }])
  })

  test('values of sensitive variables are not kept', () => {
    const text = JSON.stringify(
      plan({
        variables: { name: { value: 'demo' }, secret: { value: 'hidden' } },
        configuration: { root_module: { variables: { name: {}, secret: { sensitive: true } } } },
      }),
    )
    expect(plansIn(text)).toMatchObject([{ variables: { name: 'demo' } }])
    expect(JSON.stringify(plansIn(text))).not.toContain('hidden')
  })

  test('the configuration and the state are walked through their modules', () => {
    const resource = {
      address: 'x',
      mode: 'managed',
      type: 'aws_s3_bucket_policy',
      name: 'p',
      expressions: { bucket: { references: ['var.b'] } },
    }
    const state = {
      address: 'module.m.aws_iam_role.r',
      mode: 'managed',
      type: 'aws_iam_role',
      name: 'r',
      values: { arn: 'a', other: 1 },
    }
    const text = JSON.stringify(
      plan({
        configuration: {
          root_module: { module_calls: { m: { source: './m', expressions: {}, module: { resources: [resource] } } } },
        },
        prior_state: { values: { root_module: { child_modules: [{ resources: [state] }] } } },
      }),
    )
    const [first] = plansIn(text)
    expect(first?.configuration?.calls.get('m')).toMatchObject({
      source: './m',
      module: { resources: [{ name: 'p' }] },
    })
    expect(first?.state).toMatchObject([{ address: 'module.m.aws_iam_role.r', values: { arn: 'a' } }])
  })

  test('chunks of any size give the same', () => {
    const text = JSON.stringify(
      plan({ resource_changes: [noise, policy('aws_s3_bucket_policy.p["é\\"]\\\\"]'), noise] }),
      null,
      1,
    )
    const whole = readPlans('plan.json', [encode(text)])
    for (const size of [1, 2, 3, 5, 7, 16, 61, 1000]) expect(readPlans('plan.json', pieces(text, size))).toEqual(whole)
  })
})
