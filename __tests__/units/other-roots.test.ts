import { expect, test } from 'vitest'
import { check } from '../../src/check/index.js'
import type { CheckOptions } from '../../src/model/options.js'
import type { Voucher } from '../../src/model/trust.js'
import { literalTree } from '../../src/sources/literals.js'
import { memorySource } from '../../src/sources/source.js'
import { sourcesOf } from '../../src/sources/sources.js'
import { OPTIONS } from '../support/check.js'

/**
 * A plan tells of its own root module, and of nothing else that is made of the same lines (docs/trust.md, "Plans"). Here it
 * was made where the statement allows; what is called with `Deny` beside it blocks.
 */
const statement = (effect: string, bucket: string) =>
  `{"Statement":[{"Sid":"S","Effect":"${effect}","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::${bucket}/*"}]}`

const planned = (address: string, bucket = 'b') => {
  const module = /^module\.(\w+)\./.exec(address)?.[1]
  const resource = { address: 'aws_s3_bucket_policy.x', mode: 'managed', type: 'aws_s3_bucket_policy', name: 'x' }
  const root = { resources: [resource] }
  return JSON.stringify({
    format_version: '1.2',
    terraform_version: '1.9.0',
    resource_changes: [
      {
        address,
        ...(module === undefined ? {} : { module_address: `module.${module}` }),
        mode: 'managed',
        type: 'aws_s3_bucket_policy',
        name: 'x',
        provider_name: 'registry.terraform.io/hashicorp/aws',
        change: {
          actions: ['create'],
          before: null,
          after: { bucket, policy: statement('Allow', bucket) },
          after_unknown: {},
        },
      },
    ],
    configuration: {
      root_module: module === undefined ? root : { module_calls: { [module]: { source: '../mod', module: root } } },
    },
  })
}

async function blocked(
  files: Readonly<Record<string, string>>,
  plan: { readonly path: string; readonly text: string; readonly by?: Voucher },
  options: Partial<CheckOptions> = {},
): Promise<readonly (string | null)[]> {
  const tree = literalTree(files, 'head')
  const sources = [
    memorySource(plan.path, new TextEncoder().encode(plan.text), plan.by ?? 'job'),
    ...Object.keys(files).flatMap((path) => tree.read(path) ?? []),
  ]
  const { report } = await check(sourcesOf(tree, sources), { ...OPTIONS, standing: 'pull', ...options })
  const errors = report.findings.filter(({ level }) => level === 'error')
  return errors.map(({ policy }) => policy?.address ?? null)
}

const resource = (effect: string, bucket = 'b') =>
  `resource "aws_s3_bucket_policy" "x" {\n  bucket = "${bucket}"\n  policy = ${JSON.stringify(statement(effect, bucket))}\n}\n`
const rendered = (effect: string, bucket = 'b') =>
  `resource "aws_s3_bucket_policy" "x" {\n  bucket = "${bucket}"\n  policy = templatefile("../p.json.tftpl", { e = "${effect}", b = "${bucket}" })\n}\n`
const template = { 'p.json.tftpl': statement(`$${'{e}'}`, `$${'{b}'}`) }
const call = (name: string, effect: string, bucket = '"b"') =>
  `module "${name}" {\n  source = "../mod"\n  e      = "${effect}"\n  b      = ${bucket}\n}\n`
const mod = {
  'mod/main.tf': `variable "e" {}
variable "b" {}
resource "aws_s3_bucket_policy" "x" {
  bucket = var.b
  policy = jsonencode({
    Statement = [{ Effect = var.e, Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::\${var.b}/*" }]
  })
}
`,
}
const OWN = 'aws_s3_bucket_policy.x'
const IN_MODULE = 'module.m.aws_s3_bucket_policy.x'

test.each<[name: string, files: Readonly<Record<string, string>>, address: string, told: readonly (string | null)[]]>([
  ['its own root, alone', { 'a/main.tf': resource('Allow') }, OWN, []],
  [
    'another root with the same template',
    { ...template, 'a/main.tf': rendered('Allow'), 'b/main.tf': rendered('Deny') },
    OWN,
    [OWN],
  ],
  [
    'another root with the same module',
    { ...mod, 'a/main.tf': call('m', 'Allow'), 'b/main.tf': call('m', 'Deny') },
    IN_MODULE,
    [IN_MODULE],
  ],
  [
    'another root with the same module for a bucket that nobody knows',
    { ...mod, 'a/main.tf': call('m', 'Allow'), 'b/main.tf': `variable "n" {}\n${call('m', 'Deny', 'var.n')}` },
    IN_MODULE,
    [IN_MODULE],
  ],
  [
    'another call of the module in its own root',
    { ...mod, 'a/main.tf': call('m', 'Allow') + call('n', 'Deny') },
    IN_MODULE,
    ['module.n.aws_s3_bucket_policy.x'],
  ],
])('a plan tells of %s what it holds', async (_name, files, address, told) => {
  expect(await blocked(files, { path: 'a/plan.json', text: planned(address) })).toEqual(told)
  expect(await blocked(files, { path: 'a/plan.json', text: planned(address), by: 'head' })).toEqual(told)
})

test('a plan in the working directory is of no root there where another folder declares the same', async () => {
  const plan = { path: 'plan.json', text: planned(OWN) }
  expect(await blocked({ 'infra/main.tf': resource('Allow'), 'main.tf': resource('Deny') }, plan)).toEqual([OWN])
  expect(await blocked({ 'infra/main.tf': resource('Allow'), 'main.tf': 'locals {}\n' }, plan)).toEqual([])
  expect(await blocked({ 'main.tf': resource('Allow') }, plan)).toEqual([])
})

test('a plan may be of a folder in which OpenTofu reads other files than Terraform', async () => {
  const files = { 'a/main.tf': resource('Allow'), 'a/main.tofu': 'locals {}\n', 'b/main.tf': resource('Deny') }
  expect(await blocked(files, { path: 'plan.json', text: planned(OWN) })).toEqual([OWN])
})

test.each([
  ['the folder of another unit', 'live/a/plan.json'],
  ['the folder of the code', 'mod/plan.json'],
  ['another folder', 'plans/plan.json'],
])('a plan in %s tells nothing of a unit that runs the same code', async (_name, path) => {
  const unit = (effect: string) =>
    `terraform {\n  source = "../../mod"\n}\ninputs = {\n  e = "${effect}"\n  b = "b"\n}\n`
  const files = { ...mod, 'live/a/terragrunt.hcl': unit('Allow'), 'live/b/terragrunt.hcl': unit('Deny') }
  expect(await blocked(files, { path, text: planned(OWN) })).toEqual([OWN])
  expect(await blocked(files, { path: 'live/b/plan.json', text: planned(OWN) })).toEqual([])
})
