import { describe, expect, test } from 'vitest'
import { check } from '../../src/check/index.js'
import { namedRoots } from '../../src/model/options.js'
import { literalTree } from '../../src/sources/literals.js'
import { asPlan } from '../../src/sources/source.js'
import { sourcesOf } from '../../src/sources/sources.js'
import { OPTIONS, sourceOf } from '../support/check.js'

const ADDRESS = 'aws_s3_bucket_policy.p'

/** A module with one blocking policy; `more` is put in front. */
function moduleOf(bucket: string, more = ''): string {
  return `${more}resource "aws_s3_bucket_policy" "p" {
  bucket = "${bucket}"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "Vpc"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = "arn:aws:s3:::${bucket}/*"
      },
    ]
  })
}
`
}

const NO_CHANGES: Readonly<Record<string, unknown>> = {}

function planOf(
  bucket: string,
  { variables = [] as readonly string[], more = NO_CHANGES, calls = NO_CHANGES } = {},
): string {
  const statement = { Sid: 'Vpc', Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: `arn:aws:s3:::${bucket}/*` }
  const policy = JSON.stringify({ Version: '2012-10-17', Statement: [statement] })
  const change = {
    actions: ['update'],
    before: null,
    after: { bucket, policy },
    after_unknown: {},
    after_sensitive: {},
  }
  const names = { mode: 'managed', type: 'aws_s3_bucket_policy', name: 'p' }
  const isCalled = Object.keys(calls).length > 0
  const address = isCalled ? `module.m.${ADDRESS}` : ADDRESS
  return JSON.stringify({
    format_version: '1.2',
    resource_changes: [{ address, ...names, change }],
    configuration: {
      root_module: {
        ...(isCalled ? { module_calls: calls } : { resources: [{ address: ADDRESS, ...names, expressions: {} }] }),
        variables: Object.fromEntries(variables.map((name) => [name, {}])),
      },
    },
    ...more,
  })
}

/** The findings of the plans among some files, with everything else read as sources. */
async function judged(files: Readonly<Record<string, string>>, plans: readonly string[], options = {}) {
  const tree = literalTree(files)
  const others = Object.keys(files).filter((path) => !plans.includes(path))
  const sources = [
    ...plans.map((path) => asPlan(sourceOf(path, files[path] ?? ''))),
    ...others.flatMap((path) => tree.read(path) ?? []),
  ]
  const { report } = await check(sourcesOf(tree, sources), { ...OPTIONS, ...options })
  return report.findings.filter(({ policy }) => policy?.source === 'terraform-plan')
}

const places = (found: Awaited<ReturnType<typeof judged>>) => found.map(({ location }) => location.path)

describe('a folder is the root of a plan by proof', () => {
  const vpc = 'variable "vpc" {}\n'
  test.each([
    ['the one that declares all that the plan declares', { 'a/main.tf': moduleOf('b1') }, planOf('b1'), 'a/main.tf'],
    [
      'a folder without a variable of the plan is none',
      { 'a/main.tf': moduleOf('b1') },
      planOf('b1', { variables: ['vpc'] }),
      'plan.json',
    ],
    [
      'of two, the one that declares nothing else',
      { 'a/main.tf': moduleOf('b1'), 'b/main.tf': moduleOf('b1', vpc) },
      planOf('b1', { variables: ['vpc'] }),
      'b/main.tf',
    ],
    [
      'of two that fit alike, none',
      { 'a/main.tf': moduleOf('b1'), 'b/main.tf': moduleOf('b1') },
      planOf('b1'),
      'plan.json',
    ],
    [
      'a copy in the cache of Terragrunt is none',
      { 'a/.terragrunt-cache/x/main.tf': moduleOf('b1'), 'm/main.tf': moduleOf('b1') },
      planOf('b1'),
      'm/main.tf',
    ],
  ])('%s', async (_name, files, plan, path) => {
    expect(places(await judged({ ...files, 'plan.json': plan }, ['plan.json']))).toEqual([path])
  })

  test('where several fit, the message names them and terraform-directory', async () => {
    const files = { 'a/main.tf': moduleOf('b1'), 'b/main.tf': moduleOf('b1'), 'plan.json': planOf('b1') }
    const [finding] = await judged(files, ['plan.json'])
    expect(finding?.fix?.note).toContain('several folders declare what the plan holds (a, b)')
    expect(finding?.fix?.note).toContain('terraform-directory')
  })

  test('terraform-directory names a folder for each plan', async () => {
    const files = {
      'a/main.tf': moduleOf('b1'),
      'b/main.tf': moduleOf('b2'),
      'a.json': planOf('b1'),
      'b.json': planOf('b2'),
    }
    const found = await judged(files, ['a.json', 'b.json'], { terraformDirectory: 'a.json=a\nb.json=./b' })
    expect(places(found)).toEqual(['a/main.tf', 'b/main.tf'])
  })
})

test.each([
  ['a', [{ plan: null, folder: 'a' }]],
  [
    'p.json=a\n\n q.json = b ',
    [
      { plan: 'p.json', folder: 'a' },
      { plan: 'q.json', folder: 'b' },
    ],
  ],
  [null, []],
])('terraform-directory %j names these roots', (text, roots) => {
  expect(namedRoots(text)).toEqual(roots)
})

test('plans of one file are located and edited each in its own root', async () => {
  const marked = (name: string) => `variable "${name}" {}\n`
  const files = {
    'a/main.tf': moduleOf('b1', marked('a')),
    'b/main.tf': moduleOf('b2', marked('b')),
    'plans.json': `${planOf('b1', { variables: ['a'] })}\n${planOf('b2', { variables: ['b'] })}\n`,
  }
  const found = await judged(files, ['plans.json'])
  expect(found.map(({ fix }) => fix?.edits.map(({ path }) => path))).toEqual([['a/main.tf'], ['b/main.tf']])
})

describe('no edit that cannot take effect or reaches too far', () => {
  const call = 'module "m" {\n  source = "../m"\n}\n'
  const calls = { m: { source: '../m', module: { resources: [] } } }
  const ignored = (what: string) =>
    moduleOf('b1').replace(/\}\n$/, `  lifecycle {\n    ignore_changes = ${what}\n  }\n}\n`)
  const text = ({ fix }: Awaited<ReturnType<typeof judged>>[number]) => [fix?.applicability, fix?.note ?? '']

  test.each([
    ['a module of one root is edited', { 'm/main.tf': moduleOf('b1'), 'one/main.tf': call }, 'one', 'edit', ''],
    [
      'a module that another root calls too is shown, whatever was planned',
      { 'm/main.tf': moduleOf('b1'), 'one/main.tf': call, 'two/main.tf': call },
      'one',
      'text-only',
      'several root modules of the checkout use this file',
    ],
    [
      'a file of the same name in another root does not count as this one',
      { 'one/main.tf': moduleOf('b1'), 'two/main.tf': '# like one/main.tf\n' },
      'one',
      'edit',
      '',
    ],
    [
      'an attribute under ignore_changes is shown',
      { 'one/main.tf': ignored('[policy]') },
      'one',
      'text-only',
      'ignore_changes',
    ],
    [
      'so is one beside a comment',
      { 'one/main.tf': ignored('[policy/* ours */]') },
      'one',
      'text-only',
      'ignore_changes',
    ],
    [
      'so is one of a resource that ignores all',
      { 'one/main.tf': ignored('all') },
      'one',
      'text-only',
      'ignore_changes',
    ],
    ['another attribute under ignore_changes is none', { 'one/main.tf': ignored('[bucket]') }, 'one', 'edit', ''],
  ])('%s', async (_name, files: Readonly<Record<string, string>>, root, applicability, why) => {
    const plan = planOf('b1', 'm/main.tf' in files ? { calls } : {})
    const [finding] = await judged({ ...files, [`${root}/plan.json`]: plan }, [`${root}/plan.json`])
    expect(finding === undefined ? null : text(finding)).toEqual([applicability, expect.stringContaining(why)])
  })
})

test('planned values alone are judged, and the report says that the plan is reduced', async () => {
  const { resource_changes: [one] = [], ...rest } = JSON.parse(planOf('b1')) as {
    resource_changes?: readonly { address: string; change: { after: unknown } }[]
  }
  const values = { ...one, change: undefined, values: one?.change.after, sensitive_values: {} }
  const plan = JSON.stringify({ ...rest, planned_values: { root_module: { resources: [values] } } })
  const { report } = await check(sourcesOf(literalTree({}), [asPlan(sourceOf('plan.json', plan))]), OPTIONS)
  expect(report.findings.map(({ rule }) => rule)).toEqual(['deny-blocks-clumio'])
  expect(report.notes.join()).toContain('reduced to its planned values')
})
