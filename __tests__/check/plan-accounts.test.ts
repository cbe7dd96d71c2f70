import { describe, expect, test } from 'vitest'
import type { Integration } from '../../src/model/options.js'
import { checkFiles, INTEGRATION } from '../support/check.js'
import { ROLE_NAME } from '../support/vectors.js'

/**
 * Everybody outside of an account is denied. That leaves Clumio alone where the bucket is in it, which the provider
 * configuration of its policy decides (docs/semantics.md, D29).
 */
const [OWN, ELSE] = ['111111111111', '222222222222']
const FULL = 'registry.terraform.io/hashicorp'
const NAMED: Integration = { ...INTEGRATION, account: null, partition: null }

/** An expression of a plan's configuration: a value, or what it refers to. */
const is = (constant_value: unknown) => ({ constant_value })
const from = (...references: readonly string[]) => ({ references })
const assumed = (role_arn: unknown, more: object = {}) => ({ assume_role: [{ role_arn, ...more }] })
const arnIn = (account: string) => `arn:aws:iam::${account}:role/deploy`
const roleIn = (account: string) => assumed(is(arnIn(account)))
const region = (name: string) => ({ region: is(name) })

type Providers = Readonly<Record<string, object | null>>

function configured(providers: Providers) {
  const entries = Object.entries(providers).map(([key, expressions]) => {
    const [name = ''] = key.slice(key.lastIndexOf(':') + 1).split('.')
    return [key, { name, full_name: `${FULL}/${name}`, ...(expressions === null ? {} : { expressions }) }] as const
  })
  return Object.fromEntries(entries)
}

interface World {
  readonly providers?: Providers
  /** The key of the configuration that each resource is made with; undefined where the plan has no configuration. */
  readonly policy?: string
  readonly caller?: string
  readonly role?: string
  /** Where they stand, as far as it is not the root. */
  readonly at?: string
  readonly type?: string
  readonly variables?: Readonly<Record<string, unknown>>
  readonly options?: Parameters<typeof checkFiles>[1]
  readonly resources?: readonly object[]
  readonly allowed?: string
}

/** A plan of one bucket policy, with a caller identity of the account `OWN` in its state. */
function planOf(world: World): string {
  const {
    providers,
    policy = 'aws',
    caller = 'aws',
    role = 'aws',
    variables = {},
    resources = [],
    allowed = OWN,
  } = world
  const type = world.type ?? 'aws_s3_bucket_policy'
  const text = JSON.stringify({
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: ['arn:aws:s3:::b', 'arn:aws:s3:::b/*'],
        Condition: { StringNotEquals: { 'aws:PrincipalAccount': allowed } },
      },
    ],
  })
  const declared = [
    { mode: 'managed', type, name: 'p', provider_config_key: policy },
    { mode: 'data', type: 'aws_caller_identity', name: 'me', provider_config_key: caller },
    { mode: 'managed', type: 'aws_iam_role', name: 'r', provider_config_key: role },
  ]
  const module = world.at === undefined ? '' : `module.${world.at}.`
  const written =
    world.at === undefined
      ? { resources: declared }
      : { module_calls: { [world.at]: { module: { resources: declared } } } }
  const attribute = type.startsWith('awscc') ? 'policy_document' : 'policy'
  return JSON.stringify({
    format_version: '1.2',
    variables: Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, { value }])),
    resource_changes: [
      {
        address: `${module}${type}.p`,
        mode: 'managed',
        type,
        name: 'p',
        change: { actions: ['create'], before: null, after: { bucket: 'b', [attribute]: text }, after_unknown: {} },
      },
      ...resources.filter((one) => 'change' in one),
    ],
    prior_state: {
      values: {
        root_module: {
          resources: [
            {
              address: `${module}data.aws_caller_identity.me`,
              mode: 'data',
              type: 'aws_caller_identity',
              name: 'me',
              values: { account_id: OWN },
            },
            ...resources.filter((one) => !('change' in one)),
          ],
        },
      },
    },
    ...(providers === undefined
      ? {}
      : {
          configuration: {
            provider_config: configured(providers),
            root_module: {
              ...written,
              variables: Object.fromEntries(Object.keys(variables).map((name) => [name, {}])),
            },
          },
        }),
  })
}

async function rules(world: World): Promise<readonly string[]> {
  const { report } = await checkFiles({ 'plan.json': planOf(world) }, { integrations: [NAMED], ...world.options })
  return report.findings.map(({ rule }) => rule)
}

const OTHER = 'aws.other'
const OF_VAR = from('var.r')

describe('the account of a caller identity is that of the bucket', () => {
  test.each<[name: string, world: World]>([
    ['in a plan without its configuration', {}],
    ['where nothing is configured', { providers: {} }],
    [
      'by the same configuration',
      { providers: { aws: region('a'), [OTHER]: roleIn(OWN) }, policy: OTHER, caller: OTHER },
    ],
    ['by one for another Region', { providers: { aws: region('a'), [OTHER]: region('b') }, policy: OTHER }],
    [
      'by one for another Region, the other way round',
      { providers: { aws: region('a'), [OTHER]: region('b') }, caller: OTHER },
    ],
    [
      'by one with the same role under another name of the session',
      {
        providers: {
          aws: assumed(is(arnIn(OWN)), { session_name: from('var.s') }),
          [OTHER]: { ...region('b'), ...assumed(is(arnIn(OWN)), { session_name: is('b') }) },
        },
        policy: OTHER,
      },
    ],
    [
      'by a role of a variable that is in one account',
      {
        providers: { aws: assumed(OF_VAR), [OTHER]: { ...region('b'), ...assumed(OF_VAR) } },
        policy: OTHER,
        variables: { r: arnIn(OWN) },
      },
    ],
    [
      'where a check of the account is written with a variable',
      {
        providers: {
          aws: { allowed_account_ids: from('var.r') },
          [OTHER]: { ...region('b'), allowed_account_ids: from('var.r') },
        },
        policy: OTHER,
      },
    ],
    [
      'of the provider for Cloud Control',
      { providers: { aws: region('a'), awscc: region('a') }, policy: 'awscc', type: 'awscc_s3_bucket_policy' },
    ],
    ['beside another provider', { providers: { aws: region('a'), postgresql: { password: from('var.p') } } }],
    [
      'in a module that inherits it, as Terraform before 1.1 wrote the key',
      { providers: { aws: roleIn(OWN) }, policy: 'm:aws', caller: 'aws', at: 'm' },
    ],
    [
      'in a module behind one that does not use it',
      { providers: { aws: roleIn(OWN), 'module.o.module.m:aws': null }, policy: 'module.o.module.m:aws', at: 'm' },
    ],
    [
      'by a configuration with instances that differ in the Region',
      { providers: { aws: region('a'), [OTHER]: { region: from('each.key') } }, policy: OTHER },
    ],
    [
      'by a role of the state where the configuration has no caller',
      {
        providers: { aws: region('a'), [OTHER]: roleIn(ELSE) },
        policy: OTHER,
        role: OTHER,
        allowed: ELSE,
        resources: [
          {
            address: 'aws_iam_role.r',
            type: 'aws_iam_role',
            values: { name: 'ClumioOther', arn: `arn:aws:iam::${ELSE}:role/ClumioOther` },
          },
        ],
      },
    ],
  ])('%s', async (_name, world) => {
    expect(await rules(world)).toEqual([])
  })
})

describe('the account of a caller identity may be another one', () => {
  test.each<[name: string, world: World]>([
    [
      'than that of a policy with a role of its own',
      { providers: { aws: region('a'), [OTHER]: roleIn(ELSE) }, policy: OTHER },
    ],
    [
      'where the identity has a role of its own',
      { providers: { aws: region('a'), [OTHER]: roleIn(ELSE) }, caller: OTHER },
    ],
    ['by another profile', { providers: { aws: { profile: is('a') }, [OTHER]: { profile: is('b') } }, policy: OTHER }],
    [
      'by profiles of which a plan keeps nothing, as those of lower("A") and lower("B")',
      { providers: { aws: { profile: {} }, [OTHER]: { profile: {} } }, policy: OTHER },
    ],
    [
      'by roles of which a plan keeps nothing',
      { providers: { aws: assumed({}), [OTHER]: assumed({}) }, policy: OTHER },
    ],
    ['by other keys', { providers: { aws: region('a'), [OTHER]: { access_key: from('var.k') } }, policy: OTHER }],
    [
      'by roles that refer to the same, since texts around it are not known',
      { providers: { aws: assumed(OF_VAR), [OTHER]: assumed(OF_VAR) }, policy: OTHER, variables: { r: 'deploy' } },
    ],
    [
      'by roles out of a map of accounts',
      {
        providers: { aws: assumed(OF_VAR), [OTHER]: assumed(OF_VAR) },
        policy: OTHER,
        variables: { r: { a: OWN, b: ELSE } },
      },
    ],
    [
      'by instances of a configuration for accounts',
      { providers: { [OTHER]: assumed(from('local.roles', 'each.key')) }, policy: OTHER, caller: OTHER },
    ],
    [
      'of the provider for Cloud Control',
      { providers: { aws: region('a'), awscc: roleIn(ELSE) }, policy: 'awscc', type: 'awscc_s3_bucket_policy' },
    ],
    [
      'by one that nests without end',
      {
        providers: { aws: region('a'), [OTHER]: assumed(JSON.parse(`${'['.repeat(1000)}${']'.repeat(1000)}`)) },
        policy: OTHER,
      },
    ],
    ['by a configuration that is not there', { providers: { aws: region('a') }, policy: OTHER }],
    [
      'in a module of which nobody knows what it is handed',
      { providers: { aws: region('a'), [OTHER]: roleIn(ELSE) }, policy: 'm:aws', caller: 'aws', at: 'm' },
    ],
    [
      'in a plan without its configuration whose roles are in several',
      {
        resources: [
          {
            address: 'aws_iam_role.r',
            type: 'aws_iam_role',
            values: { name: 'ClumioOther', arn: `arn:aws:iam::${ELSE}:role/ClumioOther` },
          },
        ],
      },
    ],
  ])('%s', async (_name, world) => {
    expect(await rules(world)).toEqual(['deny-may-block-clumio'])
  })

  test('and a policy outside of it is known to block where the account is', async () => {
    expect(await rules({ allowed: ELSE })).toEqual(['deny-blocks-clumio'])
  })
})

describe('the Clumio role of a plan', () => {
  const values = { name: ROLE_NAME, path: '/clumio/' }
  const known = (account: string) => ({
    address: 'aws_iam_role.r',
    type: 'aws_iam_role',
    values: { ...values, arn: `arn:aws:iam::${account}:role/clumio/${ROLE_NAME}` },
  })
  const created = {
    address: 'aws_iam_role.r',
    type: 'aws_iam_role',
    change: { actions: ['create'], before: null, after: values, after_unknown: { arn: true } },
  }
  const none = { integrations: [] }
  const two = { aws: region('a'), [OTHER]: roleIn(ELSE) }

  test.each<[name: string, world: World, account: string | null]>([
    [
      'is that of the bucket, by the same configuration',
      { providers: two, policy: OTHER, role: OTHER, resources: [known(ELSE)] },
      ELSE,
    ],
    [
      'is that of the bucket, by one for another Region',
      { providers: { aws: region('a'), [OTHER]: region('b') }, role: OTHER, resources: [known(OWN)] },
      OWN,
    ],
    [
      'is that of the bucket in one account of two configurations',
      { providers: two, role: OTHER, resources: [known(OWN)] },
      OWN,
    ],
    ['is not that of a bucket of another account', { providers: two, role: OTHER, resources: [known(ELSE)] }, null],
    [
      'is not that of a bucket whose account is not known',
      { providers: two, policy: OTHER, resources: [known(OWN)] },
      null,
    ],
    ['is that of the bucket in a plan without its configuration', { resources: [known(ELSE)] }, ELSE],
    ['is in the account of the caller where the plan creates it', { providers: two, resources: [created] }, OWN],
    [
      'is not in the account of the caller of another configuration',
      { providers: two, policy: OTHER, role: OTHER, resources: [created] },
      null,
    ],
  ])('%s', async (_name, world, account) => {
    const { report } = await checkFiles(
      { 'plan.json': planOf({ ...world, allowed: '333333333333', options: none }) },
      none,
    )
    const text = JSON.stringify(report.findings)
    expect(report.findings.map(({ rule }) => rule)).toEqual([
      account === null ? 'deny-may-block-clumio' : 'deny-blocks-clumio',
    ])
    expect([OWN, ELSE].find((one) => text.includes(`arn:aws:iam::${one}:role`)) ?? null).toBe(account)
  })
})
