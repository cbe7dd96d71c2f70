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

/** A text in chunks, which can be walked more than once. */
const pieces = (text: string, size: number): Iterable<Uint8Array> => ({
  *[Symbol.iterator]() {
    const bytes = encode(text)
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
  },
})

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
    for (const size of [1, 2, 3, 5, 7, 16, 61, 1000]) {
      expect(readPlans('plan.json', pieces(text, size))).toEqual(whole)
    }
  })
})

/** A plan of one bucket policy, on one line or indented. */
const planOf = (name: string, indent = 0) =>
  JSON.stringify(plan({ resource_changes: [policy(`aws_s3_bucket_policy.${name}`)] }), null, indent)
const sorted = (name: string) =>
  JSON.stringify({
    configuration: {},
    format_version: '1.2',
    resource_changes: [policy(`aws_s3_bucket_policy.${name}`)],
  })
const state = { format_version: '1.0', values: { root_module: { resources: [] } } }
const cutOff = (text: string, at = -30) => text.slice(0, at)
const cutInText = (text: string) => text.slice(0, text.indexOf('_bucket_policy') + 4)

describe('a document that is cut off', () => {
  test.each<[string, readonly string[], readonly string[], number]>([
    ['hides no plan on a later line', [cutOff(planOf('a')), planOf('b')], ['b'], 1],
    ['hides none where it ends within a text', [cutInText(planOf('a')), planOf('b'), planOf('c')], ['b', 'c'], 1],
    ['hides none before it', [planOf('a'), cutOff(planOf('b')), planOf('c')], ['a', 'c'], 1],
    ['may be one of several', [cutOff(planOf('a')), planOf('b'), cutInText(planOf('c')), planOf('d')], ['b', 'd'], 2],
    ['hides none whose members are sorted', [cutInText(sorted('a')), sorted('b')], ['b'], 1],
    ['hides none when it is indented', [cutOff(planOf('a', 2)), planOf('b')], ['b'], 1],
    ['hides none that is indented', [cutInText(planOf('a', 2)), planOf('b', 2)], ['b'], 1],
    ['may lie between lines of the wrapper', ['::debug::x', cutOff(planOf('a')), '::debug::{', planOf('b')], ['b'], 1],
  ])('%s', (_name, texts, names, broken) => {
    for (const text of [texts.join('\n'), `${texts.join('\n')}\n`, texts.join('\n').replaceAll('\n', '\r\n')]) {
      const result = resultOf(text)
      const plans = result.kind === 'plans' ? result.plans : []
      const addresses = plans.flatMap(({ changes }) => changes.map(({ address }) => address))
      expect(addresses).toEqual(names.map((name) => `aws_s3_bucket_policy.${name}`))
      expect(plans.map(({ place }) => place)).toEqual(names.map((_each, place) => place))
      const count =
        broken === 1 ? expect.not.stringContaining('documents') : expect.stringContaining(`${broken} documents`)
      expect(result).toMatchObject({ broken: count })
      for (const size of [1, 2, 3, 5, 7, 61, 1000]) expect(readPlans('plan.json', pieces(text, size))).toEqual(result)
    }
  })

  test.each<[string, string]>([
    ['on one line', JSON.stringify(plan({ prior_state: state, checks: [] }))],
    ['indented', JSON.stringify(plan({ prior_state: state, checks: [] }), null, 2)],
    ['indented by tabs', JSON.stringify(plan({ prior_state: state, checks: [] }), null, '\t')],
  ])('is not taken for the state within it: %s', (_name, text) => {
    expect(resultOf(text.slice(0, -3))).toMatchObject({ kind: 'unreadable' })
  })
})
