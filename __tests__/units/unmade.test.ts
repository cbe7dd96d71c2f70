import { describe, expect, test } from 'vitest'
import { checkTree } from '../support/check.js'

const POLICY = `resource "aws_s3_bucket_policy" "p" {
  bucket = "b1"
  policy = jsonencode({
    Statement = [{ Sid = "Vpc", Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::b1/*" }]
  })
}
`
const call = (source: string, more = '') => `module "m" {\n  source = "${source}"\n  ${more}\n}\n`
const ALONE = 'deny-blocks-clumio aws_s3_bucket_policy.p infra'
const CALLED = 'deny-blocks-clumio module.m.aws_s3_bucket_policy.p app'
const LOST = 'policy-unknown app/main.tf app'

/** More than is read of one file. */
const LONG = `# ${'x'.repeat(1022)}\n`.repeat(5000)

async function told(files: Readonly<Record<string, string>>) {
  const { report } = await checkTree(files)
  return report.findings.map(({ rule, policy }) => `${rule} ${policy?.address} ${policy?.root}`).sort()
}

describe('a module that is called is judged through its callers, and not where they are known to make no instance', () => {
  const infra = { 'infra/main.tf': POLICY }
  const off = (value: string) =>
    `${call('../infra', 'count = var.on ? 1 : 0')}variable "on" {\n  default = ${value}\n}\n`
  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['a count of none', { ...infra, 'app/main.tf': call('../infra', 'count = 0') }, []],
    [
      'a count of a module that configures a provider, which Terraform refuses',
      {
        'infra/main.tf': `provider "aws" {\n  region = "us-east-1"\n}\n${POLICY}`,
        'app/main.tf': call('../infra', 'count = 0'),
      },
      [ALONE],
    ],
    [
      'the same in JSON',
      {
        ...infra,
        'infra/p.tf.json': JSON.stringify({ provider: { aws: [{ region: 'us-east-1' }] } }),
        'app/main.tf': call('../infra', 'count = 0'),
      },
      [ALONE],
    ],
    [
      'a count of a module that names a provider only',
      {
        'infra/main.tf': `provider "aws" {\n  alias = "b"\n}\n${POLICY}`,
        'app/main.tf': call('../infra', 'count = 0'),
      },
      [],
    ],
    ...['terraform.tfvars', 'prod.tfvars', 'x.auto.tfvars.json', 'envs/prod.tfvars'].map(
      (name): [string, Readonly<Record<string, string>>, readonly string[]] => [
        `a count of what has a file of values, ${name}`,
        {
          'infra/main.tf': `variable "e" {\n  default = "Allow"\n}\n${POLICY.replace('"Deny"', 'var.e')}`,
          [`infra/${name}`]: name.endsWith('json') ? '{"e":"Deny"}' : 'e = "Deny"\n',
          'app/main.tf': call('../infra', 'count = 0'),
        },
        [ALONE],
      ],
    ),
    ['nothing to make one for', { ...infra, 'app/main.tf': call('../infra', 'for_each = {}') }, []],
    ['no item of a set', { ...infra, 'app/main.tf': call('../infra', 'for_each = toset([])') }, []],
    [
      'a local value that is off',
      { ...infra, 'app/main.tf': `${call('../infra', 'count = local.on ? 1 : 0')}locals {\n  on = false\n}\n` },
      [],
    ],
    ['a variable that is off by default', { ...infra, 'app/main.tf': off('false') }, []],
    [
      'the same where a file of values turns it on',
      { ...infra, 'app/main.tf': off('false'), 'app/prod.tfvars': 'on = true\n' },
      [CALLED.replace('module.m', 'module.m[0]')],
    ],
    [
      'a variable without a value',
      { ...infra, 'app/main.tf': `${call('../infra', 'count = var.n')}variable "n" {}\n` },
      [CALLED],
    ],
    [
      'JSON',
      {
        ...infra,
        'app/main.tf.json': JSON.stringify({ module: { m: { source: '../infra', for_each: {} } } }),
      },
      [],
    ],
    [
      'a call of which another root makes an instance',
      { ...infra, 'app/main.tf': call('../infra'), 'b/main.tf': call('../infra', 'count = 0') },
      [CALLED],
    ],
    [
      'a module between of which there is none',
      { ...infra, 'app/main.tf': call('../mid', 'count = 0'), 'mid/main.tf': call('../infra') },
      [],
    ],
    [
      'a root of its own by its backend',
      {
        'infra/main.tf': `terraform {\n  backend "s3" {}\n}\n${POLICY}`,
        'app/main.tf': call('../infra', 'count = 0'),
      },
      [ALONE],
    ],
    [
      'a caller whose braces do not close, which calls nobody for certain: the module by itself, and the caller is told',
      { ...infra, 'app/main.tf': `${call('../infra', 'count = 0')} this is none {{{\n` },
      [ALONE, LOST],
    ],
    [
      'one that is no configuration otherwise',
      { ...infra, 'app/main.tf': call('../infra', 'count = = 0') },
      [ALONE, CALLED, LOST],
    ],
    [
      'one of which another file is none',
      {
        ...infra,
        'app/main.tf': call('../infra', 'count = var.n'),
        'app/v.tf': 'variable "n" {\n  default = 0\n}\nx {{{\n',
      },
      [ALONE, LOST.replace('main', 'v')],
    ],
    [
      'a caller with an override that cannot be read, so that nobody knows: the module by itself',
      { ...infra, 'app/main.tf': call('../infra', 'count = 0'), 'app/x_override.tf': LONG },
      [ALONE, 'policy-unknown module.m app'],
    ],
  ])('%s', async (_name, files, expected) => {
    expect(await told(files)).toEqual(expected)
  })
})

describe('a file that is too large to be configuration changes nothing in silence', () => {
  const MAIN = `variable "effect" {
  default = "Allow"
}
resource "aws_s3_bucket_policy" "p" {
  bucket = "b"
  policy = jsonencode({ Statement = [{ Effect = var.effect, Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::b/*" }] })
}
`
  test.each([
    ['values of variables', 'terraform.tfvars', 'effect = "Deny"\n', 'deny-may-block-clumio'],
    ['an override', 'main_override.tf', 'variable "effect" {\n  default = "Deny"\n}\n', 'policy-unknown'],
  ])('%s', async (_, path, text, rule) => {
    const { report } = await checkTree({ 'main.tf': MAIN, [path]: LONG + text })
    expect(report.findings).toMatchObject([{ rule, level: 'warning' }])
  })

  test('values that win over it count', async () => {
    const { report } = await checkTree({
      'main.tf': MAIN,
      'terraform.tfvars': `${LONG}effect = "Allow"\n`,
      'z.auto.tfvars': 'effect = "Deny"\n',
    })
    expect(report.findings).toMatchObject([{ rule: 'deny-blocks-clumio' }])
  })
})

describe('with only-changed, a finding counts where a file changed that its statement is made of', () => {
  const DENY = '{ Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::b1/*" }'
  const attached = (policy: string, more = '') =>
    `resource "aws_s3_bucket_policy" "p" {\n  bucket = "b1"\n  policy = ${policy}\n${more}}\n`
  const local = `locals {\n  doc = jsonencode({ Statement = [${DENY}] })\n}\n`
  const files = {
    'attach.tf': attached('local.doc'),
    'doc.tf': local,
    'other.tf': 'resource "aws_sqs_queue" "q" {\n  name = "q"\n}\n',
  }
  const called = {
    'calls.tf': 'module "m" {\n  source = "./mod"\n  n = local.n\n}\n',
    'names.tf': 'locals {\n  n = 1\n}\n',
    'mod/main.tf': `variable "n" {}\n${attached(`jsonencode({ Statement = [${DENY}] })`, '  count = var.n\n')}`,
    'lambda.tf': 'module "l" {\n  source = "./lambda"\n}\n',
    'lambda/main.tf': 'variable "x" {\n  default = 1\n}\n',
  }
  const listed = {
    'main.tf': attached(`jsonencode({ Statement = [merge(${DENY}, { NotAction = jsondecode(file("list.json")) })] })`),
    'list.json': '["s3:GetObject"]',
  }
  test.each<[string, Readonly<Record<string, string>>, string, boolean]>([
    ['the resource that attaches it', files, 'attach.tf', true],
    ['the local value that it is', files, 'doc.tf', true],
    ['another resource of the root', files, 'other.tf', false],
    ['the call of its module', called, 'calls.tf', true],
    ['what its module is called with', called, 'names.tf', true],
    ['another module', called, 'lambda/main.tf', false],
    ['the call of another module', called, 'lambda.tf', false],
    ['a file that it reads', listed, 'list.json', true],
  ])('%s', async (_, sources, changed, isTold) => {
    const { report } = await checkTree(sources, { onlyPaths: new Set([changed]) })
    expect(report.findings.length > 0).toBe(isTold)
  })
})

describe('what is given twice where Terraform takes it once does not win in silence', () => {
  const DENY = '{ Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::b1/*" }'
  const resource = (policy: string) => `resource "aws_s3_bucket_policy" "p" {\n  bucket = "b1"\n${policy}}\n`
  const [blocks, allows] = [`jsonencode({ Statement = [${DENY}] })`, 'jsonencode({ Statement = [] })']
  const once = resource('  policy = local.p\n')
  test.each<[string, Readonly<Record<string, string>>]>([
    ['a resource', { 'main.tf': resource(`  policy = ${blocks}\n`) + resource(`  policy = ${allows}\n`) }],
    [
      'a resource of two files',
      { 'a.tf': resource(`  policy = ${blocks}\n`), 'b.tf': resource(`  policy = ${allows}\n`) },
    ],
    ['an attribute', { 'main.tf': resource(`  policy = ${blocks}\n  policy = ${allows}\n`) }],
    ['a local value', { 'main.tf': `${once}locals {\n  p = ${blocks}\n}\nlocals {\n  p = ${allows}\n}\n` }],
    [
      'a variable',
      {
        'main.tf': `${once}variable "e" {\n  default = "Deny"\n}\nvariable "e" {\n  default = "Allow"\n}\nlocals {\n  p = ${blocks.replace('"Deny"', 'var.e')}\n}\n`,
      },
    ],
  ])('%s', async (_, files) => {
    const { report } = await checkTree(files)
    expect(report.findings.map(({ level }) => level)).toContain('warning')
    expect(report.findings.map(({ level }) => level)).not.toContain('error')
  })

  test('an override is none of these', async () => {
    const { report } = await checkTree({
      'main.tf': resource(`  policy = ${allows}\n`),
      'override.tf': resource(`  policy = ${blocks}\n`),
    })
    expect(report.findings).toMatchObject([{ rule: 'deny-blocks-clumio' }])
  })
})

test('a module that the configuration names files of values for is a root, whoever calls it', async () => {
  const files = {
    'infra/main.tf': `variable "e" {\n  default = "Allow"\n}\n${POLICY.replace('"Deny"', 'var.e')}`,
    'values/prod.tfvars': 'e = "Deny"\n',
    'app/main.tf': call('../infra', 'count = 0'),
  }
  const { report } = await checkTree(files, { terraformVariables: { infra: ['../values/prod.tfvars'] } })
  expect(report.findings.map(({ rule }) => rule)).toEqual(['deny-blocks-clumio'])
})
