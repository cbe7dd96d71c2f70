import { describe, expect, test } from 'vitest'
import { check } from '../../../src/check/index.js'
import type { Integration } from '../../../src/model/options.js'
import { asPlan } from '../../../src/sources/source.js'
import { checkTree, INTEGRATION, OPTIONS, sourceOf, sourcesIn } from '../../support/check.js'
import { lookupIn } from '../../support/folder.js'
import { ACCOUNT, ROLE_NAME } from '../../support/vectors.js'

const MODULE = `variable "name" {}
variable "account_id" {}
variable "clumio_role_name" {}

resource "aws_s3_bucket_policy" "this" {
  bucket = var.name
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "OnlyFromOurVpc"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = "arn:aws:s3:::\${var.name}/*"
        Condition = { StringNotEquals = { "aws:SourceVpc" = "vpc-1" } }
      }
    ]
  })
}
`

const ROOT = `module "bucket" {
  source           = "../modules/bucket"
  name             = "prod-data"
  account_id       = "${ACCOUNT}"
  clumio_role_name = "${ROLE_NAME}"
}
`

const POLICY = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'OnlyFromOurVpc',
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: 'arn:aws:s3:::prod-data/*',
      Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } },
    },
  ],
}

const PLAN = JSON.stringify({
  format_version: '1.2',
  resource_changes: [
    {
      address: 'module.bucket.aws_s3_bucket_policy.this',
      mode: 'managed',
      type: 'aws_s3_bucket_policy',
      name: 'this',
      provider_name: 'registry.terraform.io/hashicorp/aws',
      change: { actions: ['create'], before: null, after: { bucket: 'prod-data', policy: JSON.stringify(POLICY) } },
    },
  ],
})

const FILES = { 'modules/bucket/main.tf': MODULE, 'prod/main.tf': ROOT, 'prod/plan.json': PLAN }

async function fixOf(integrations: readonly Integration[], files: Readonly<Record<string, string>> = FILES) {
  const source = asPlan(sourceOf('prod/plan.json', PLAN))
  const bytes = Object.entries(files).map(([path, text]) => [path, new TextEncoder().encode(text)] as const)
  const { report } = await check(sourcesIn([source], lookupIn(new Map(bytes))), { ...OPTIONS, integrations })
  return report.findings[0]?.fix
}

const prod: Integration = { ...INTEGRATION, files: ['prod/**'] }
const dev: Integration = { ...INTEGRATION, account: '999988887777', files: ['dev/**'] }
const expressions = { account: 'var.account_id', roleName: 'var.clumio_role_name' }

describe('a module that lies outside of the root', () => {
  test('with one integration the edit holds literals', async () => {
    const fix = await fixOf([prod])
    expect(fix).toMatchObject({ applicability: 'edit', edits: [{ path: 'modules/bucket/main.tf' }] })
    expect(fix?.edits[0]?.replacement).toContain(`"arn:aws:iam::${ACCOUNT}:role/clumio/${ROLE_NAME}"`)
  })

  test('with several, a literal would be wrong in another account: the fix is text', async () => {
    const fix = await fixOf([prod, dev])
    expect(fix).toMatchObject({ applicability: 'text-only', edits: [] })
    expect(fix?.note).toContain('several accounts may use this file')
  })

  test('with several, the configured expressions stand for literals', async () => {
    const fix = await fixOf([{ ...prod, expressions }, dev])
    expect(fix).toMatchObject({ applicability: 'edit', edits: [{ path: 'modules/bucket/main.tf' }] })
    const lines = fix?.edits[0]?.replacement ?? ''
    expect(lines).toContain('"arn:aws:iam::${var.account_id}:root"')
    expect(lines).toContain('"arn:aws:iam::${var.account_id}:role/clumio/${var.clumio_role_name}"')
    expect(lines).toContain('"arn:aws:sts::${var.account_id}:assumed-role/${var.clumio_role_name}/daebaksrv-S3Backup"')
    expect(lines).not.toContain(ACCOUNT)
  })

  test('an expression that is not known there does not clear the finding, so it is not offered', async () => {
    const fix = await fixOf([{ ...prod, expressions: { account: 'var.nowhere', roleName: 'var.nothing' } }, dev])
    expect(fix?.applicability).toBe('text-only')
  })
})

describe('the policy of a module in a template file', () => {
  const text = JSON.stringify(POLICY, null, 2).replace('prod-data', '${name}')
  const template = (variables: string) => ({
    ...FILES,
    'modules/bucket/main.tf': `variable "name" {}
variable "account_id" {}
variable "clumio_role_name" {}

resource "aws_s3_bucket_policy" "this" {
  bucket = var.name
  policy = templatefile("\${path.module}/policy.json.tftpl", { ${variables} })
}
`,
    'modules/bucket/policy.json.tftpl': `${text}\n`,
  })
  const names = { account: 'account', roleName: 'role' }

  test('names of the module are not known in it, so an edit with them is not offered', async () => {
    const fix = await fixOf([{ ...prod, expressions }, dev], template('name = var.name'))
    expect(fix).toMatchObject({ applicability: 'text-only', edits: [] })
  })

  test('its variables are', async () => {
    const given = 'name = var.name, account = var.account_id, role = var.clumio_role_name'
    const fix = await fixOf([{ ...prod, expressions: names }, dev], template(given))
    expect(fix).toMatchObject({ applicability: 'edit', edits: [{ path: 'modules/bucket/policy.json.tftpl' }] })
    expect(fix?.edits[0]?.replacement).toContain('"arn:aws:iam::${account}:role/clumio/${role}"')
  })

  test('a name that is none of them is not', async () => {
    const fix = await fixOf([{ ...prod, expressions: names }, dev], template('name = var.name'))
    expect(fix).toMatchObject({ applicability: 'text-only', edits: [] })
  })
})

describe('a root module of its own', () => {
  const declared = 'variable "account_id" {}\nvariable "clumio_role_name" {}\n'
  const configuration = { root_module: { variables: { account_id: {}, clumio_role_name: {} } } }
  const given = { variables: { account_id: { value: ACCOUNT }, clumio_role_name: { value: ROLE_NAME } }, configuration }
  const bucketPolicy = (value: string) =>
    `resource "aws_s3_bucket_policy" "this" {\n  bucket = "prod-data"\n  policy = ${value}\n}\n`
  const jsonencoded = bucketPolicy(`jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "OnlyFromOurVpc"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = "arn:aws:s3:::prod-data/*"
        Condition = { StringNotEquals = { "aws:SourceVpc" = "vpc-1" } }
      }
    ]
  })`)
  const text = JSON.stringify(POLICY, null, 2)
  const heredoc = bucketPolicy(`<<-EOT\n${text}\nEOT\n`)
  const ofDefault = `${bucketPolicy('var.text')}variable "text" {\n  default = <<-EOT\n${text}\n  EOT\n}\n`
  const document = `data "aws_iam_policy_document" "this" {
  statement {
    sid       = "OnlyFromOurVpc"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = ["arn:aws:s3:::prod-data/*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "StringNotEquals"
      variable = "aws:SourceVpc"
      values   = ["vpc-1"]
    }
  }
}
${bucketPolicy('data.aws_iam_policy_document.this.json')}`
  const own: Integration = { ...INTEGRATION, buckets: ['prod-*'], expressions }

  async function fixIn(main: string, plan: object, more: Readonly<Record<string, string>> = {}) {
    const change = { ...JSON.parse(PLAN).resource_changes[0], address: 'aws_s3_bucket_policy.this' }
    const planned = JSON.stringify({ format_version: '1.2', ...plan, resource_changes: [change] })
    const files = Object.entries({ 'main.tf': main, ...more })
    const bytes = files.map(([path, content]) => [path, new TextEncoder().encode(content)] as const)
    const sources = sourcesIn([asPlan(sourceOf('plan.json', planned))], lookupIn(new Map(bytes)))
    const { report } = await check(sources, { ...OPTIONS, integrations: [own, { ...dev, buckets: ['z*'] }] })
    return report.findings[0]?.fix
  }

  test.each([
    ['an object', jsonencoded],
    ['a heredoc', heredoc],
    ['a policy document', document],
  ])('the configured expressions stand for literals in %s', async (_name, main) => {
    const fix = await fixIn(declared + main, given)
    expect(fix).toMatchObject({ applicability: 'edit', edits: [{ path: 'main.tf' }] })
    const lines = fix?.edits[0]?.replacement ?? ''
    expect(lines).toContain('"arn:aws:iam::${var.account_id}:role/clumio/${var.clumio_role_name}"')
    expect(lines).not.toContain(ACCOUNT)
  })

  test('so they do where the variables are younger than the plan', async () => {
    const fix = await fixIn(declared + jsonencoded, { configuration: { root_module: {} } })
    expect(fix).toMatchObject({ applicability: 'edit' })
    expect(fix?.edits[0]?.replacement).toContain('"arn:aws:iam::${var.account_id}:root"')
  })

  test.each([
    ['both', '', 'var.account_id and var.clumio_role_name'],
    ['one', 'variable "account_id" {}\n', 'var.clumio_role_name'],
  ])('expressions of which it does not declare %s are told, and the fix is text', async (_name, variables, names) => {
    const fix = await fixIn(variables + jsonencoded, { configuration: { root_module: {} } })
    expect(fix).toMatchObject({ applicability: 'text-only', edits: [] })
    expect(fix?.note).toContain(`the configured expressions name ${names}, which the module`)
  })

  test.each([
    [
      'values of the plan',
      declared,
      { ...given, variables: { ...given.variables, account_id: { value: '999988887777' } } },
    ],
    ['defaults', declared.replace('{}', '{\n  default = "999988887777"\n}'), { configuration: { root_module: {} } }],
    ['values that the plan hides', declared, { configuration }],
  ])('%s that are not known to be those of the role are not offered', async (_name, variables, plan) => {
    const fix = await fixIn(variables + jsonencoded, plan)
    expect(fix).toMatchObject({ applicability: 'text-only', edits: [] })
  })

  test.each([
    ['the default of a variable, which may refer to nothing', 'main.tf', ofDefault, {}],
    ['a file', 'policy.json', bucketPolicy('file("policy.json")'), { 'policy.json': text }],
    [
      'a template, which knows other names',
      'p.tftpl',
      bucketPolicy('templatefile("p.tftpl", {})'),
      { 'p.tftpl': text },
    ],
  ])('literals stand in %s', async (_name, path, main, more) => {
    const fix = await fixIn(declared + main, given, more)
    expect(fix).toMatchObject({ applicability: 'edit', edits: [{ path }] })
    expect(fix?.edits[0]?.replacement).toContain(`"arn:aws:iam::${ACCOUNT}:root"`)
  })
})

describe('an edit of the sources exempts nobody but the role, whatever the sources make of what it adds', () => {
  const root = (variables: { readonly account: string; readonly role: string }, principal = '"*"') =>
    `variable "account" { default = "${variables.account}" }
variable "role" { default = "${variables.role}" }

resource "aws_s3_bucket_policy" "p" {
  bucket = "prod-data"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect    = "Deny"
        Principal = ${principal}
        Action    = "s3:*"
        Resource  = "arn:aws:s3:::prod-data/*"
      }
    ]
  })
}
`
  const around = (open: string, close: string) =>
    root({ account: '', role: '' }).replace('jsonencode(', `${open}jsonencode(`).replace('  })\n', `  })${close}\n`)
  const expressions = { account: 'var.account', roleName: 'var.role' }

  test.each<[string, string, 'edit' | 'text-only']>([
    ['variables that are the role', root({ account: ACCOUNT, role: ROLE_NAME }), 'edit'],
    ['a role that is every one of its path', root({ account: ACCOUNT, role: '*' }), 'text-only'],
    ['a role of which one letter is open', root({ account: ACCOUNT, role: `?${ROLE_NAME.slice(1)}` }), 'text-only'],
    ['a role that begins like it', root({ account: ACCOUNT, role: `${ROLE_NAME.slice(0, 10)}*` }), 'text-only'],
    ['any account', root({ account: '*', role: ROLE_NAME }), 'text-only'],
    ['any role of any account', root({ account: '*', role: '*' }), 'text-only'],
    ['any role, of a list of principals', root({ account: ACCOUNT, role: '*' }, `{ AWS = "${ACCOUNT}" }`), 'text-only'],
    ['another role', root({ account: ACCOUNT, role: 'deploy' }), 'text-only'],
  ])('%s', async (_, text, expected) => {
    for (const remedy of ['not-principal', 'principal-arn'] as const) {
      const { report } = await checkTree(
        { 'main.tf': text },
        { remedy, integrations: [{ ...INTEGRATION, origin: 'configuration', expressions }] },
      )
      expect(report.findings.map(({ rule, fix }) => [rule, fix?.applicability])).toEqual([
        ['deny-blocks-clumio', expected],
      ])
    }
  })

  test.each([
    ['a function that is around it makes more of', around('replace(', `, "${ROLE_NAME}", "*")`)],
    ['a function that is around it makes more of its account of', around('replace(', `, "${ACCOUNT}", "*")`)],
  ])('a literal that %s is not offered', async (_, text) => {
    const { report } = await checkTree({ 'main.tf': text }, { remedy: 'principal-arn' })
    expect(report.findings.map(({ fix }) => fix?.applicability ?? 'none')).not.toContain('edit')
    expect(report.findings).not.toEqual([])
  })
})

describe('an edit makes, moves and removes no policy', () => {
  const root = (other: string, bucket = '"other"') => `locals {
  deny = { Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::prod-data/*" }
}

resource "aws_s3_bucket_policy" "p" {
  bucket = "prod-data"
  policy = jsonencode({ Statement = [local.deny] })
}

resource "aws_s3_bucket_policy" "other" {
  ${other}
  bucket = ${bucket}
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:GetObject", Resource = "arn:aws:s3:::other/*" }]
  })
}
`
  test.each([
    ['a count', root('count = can(local.deny.Principal) && !can(local.deny.Condition) ? 1 : 0')],
    [
      'a for_each',
      root(
        'for_each = toset([for name in keys(local.deny) : name if name == "Effect" || name == "Condition" || name == "NotPrincipal"])',
      ),
    ],
    ['the name of a bucket', root('', '"b-${length(keys(local.deny))}${can(local.deny.Principal)}"')],
  ])('that %s is made from', async (_, text) => {
    const { report } = await checkTree({ 'main.tf': text })
    const blocking = report.findings.filter(({ rule }) => rule === 'deny-blocks-clumio')
    expect(blocking.map(({ fix }) => fix?.applicability === 'edit')).toEqual([false])
  })

  test('one that nothing else depends on is offered', async () => {
    const { report } = await checkTree({ 'main.tf': root('count = can(local.deny.Action) ? 1 : 0') })
    expect(report.findings.map(({ fix }) => fix?.applicability)).toEqual(['edit'])
  })
})

describe('expressions of a root module without a plan', () => {
  const variables = (role: string) =>
    `variable "account_id" {\n  default = "${ACCOUNT}"\n}\nvariable "clumio_role_name" {\n  default = "${role}"\n}\n`
  const main = MODULE.slice(MODULE.indexOf('resource')).replaceAll('${var.name}', 'b1').replace('var.name', '"b1"')
  const sets = (count: number) =>
    Object.fromEntries(
      Array.from({ length: count }, (_, i) => [`app/envs/a${i}.tfvars`, `clumio_role_name = "${ROLE_NAME}"\n`]),
    )
  const fixIn = async (files: Readonly<Record<string, string>>) => {
    const integrations = [{ ...INTEGRATION, expressions }]
    const { report } = await checkTree(files, { integrations })
    return report.findings.find(({ rule }) => rule === 'deny-blocks-clumio')?.fix
  }

  test.each<[string, Readonly<Record<string, string>>, string | null]>([
    ['are offered', { 'app/vars.tf': variables(ROLE_NAME), ...sets(3) }, null],
    ['and in OpenTofu alone', { 'app/main.tofu': main, 'app/vars.tofu': variables(ROLE_NAME) }, null],
    [
      'are text with more sets of values than are judged',
      { 'app/vars.tf': variables(ROLE_NAME), ...sets(45) },
      'more sets',
    ],
    [
      'are text where Terraform reads another file',
      { 'app/vars.tofu': variables(ROLE_NAME), 'app/vars.tf': variables('*') },
      'Terraform reads other files',
    ],
    [
      'and where OpenTofu alone reads what overrides one',
      { 'app/vars.tf': variables('*'), 'app/vars_override.tofu': variables(ROLE_NAME) },
      'Terraform reads other files',
    ],
  ])('%s', async (_name, files, why) => {
    const fix = await fixIn('app/main.tofu' in files ? files : { 'app/main.tf': main, ...files })
    expect(fix).toMatchObject({ applicability: why === null ? 'edit' : 'text-only' })
    expect(fix?.note ?? '').toContain(why ?? '')
  })
})
