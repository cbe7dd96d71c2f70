import { describe, expect, test } from 'vitest'
import { check } from '../../../src/check/index.js'
import type { Finding } from '../../../src/model/report.js'
import { asPlan } from '../../../src/sources/source.js'
import { applied, OPTIONS, sourceOf, sourcesIn } from '../../support/check.js'
import { textFiles } from '../../terraform/hcl/workspace.js'

const MODULE = `variable "name" {}
resource "aws_s3_bucket_policy" "p" {
  bucket = var.name
  policy = jsonencode({
    Statement = [{
      Sid       = "Vpc"
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = "arn:aws:s3:::\${var.name}/*"
    }]
  })
}
`

const call = (name: string) => `module "m" {\n  source = "../m"\n  name   = "${name}"\n}\n`

function planOf(bucket: string): string {
  const statement = { Sid: 'Vpc', Effect: 'Deny', Principal: '*', Action: 's3:*' }
  const policy = JSON.stringify({ Statement: [{ ...statement, Resource: `arn:aws:s3:::${bucket}/*` }] })
  const change = {
    actions: ['create'],
    before: null,
    after: { bucket, policy },
    after_unknown: {},
    after_sensitive: {},
  }
  const address = 'module.m.aws_s3_bucket_policy.p'
  return JSON.stringify({
    format_version: '1.2',
    resource_changes: [
      { address, module_address: 'module.m', mode: 'managed', type: 'aws_s3_bucket_policy', name: 'p', change },
    ],
  })
}

async function editsOf(plans: Readonly<Record<string, string>>) {
  const files = textFiles({ 'm/main.tf': MODULE, 'one/main.tf': call('b-one'), 'two/main.tf': call('b-two') })
  const lookup = Object.assign(files.lookup, { list: files.list })
  const sources = Object.entries(plans).map(([path, text]) => asPlan(sourceOf(path, text)))
  const { report } = await check(sourcesIn(sources, lookup), OPTIONS)
  return report.findings.map(({ policy, fix }) => [policy?.path, fix?.applicability, JSON.stringify(fix?.edits)])
}

describe('a module that the roots of two plans share', () => {
  test('is edited once, when both need the identical edit', async () => {
    const edits = await editsOf({ 'one/plan.json': planOf('b-one'), 'two/plan.json': planOf('b-two') })
    expect(edits.map(([path, applicability]) => [path, applicability]).sort()).toEqual([
      ['one/plan.json', 'edit'],
      ['two/plan.json', 'edit'],
    ])
    expect(new Set(edits.map(([, , edit]) => edit)).size).toBe(1)
  })

  test('is edited for one plan alone where the other is not given', async () => {
    const edits = await editsOf({ 'one/plan.json': planOf('b-one') })
    expect(edits.map(([, applicability]) => applicability)).toEqual(['edit'])
  })
})

test('where another statement shares the Principal, the exemption goes into the Condition', async () => {
  const statements = [
    { Sid: 'Vpc', Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } } },
    { Sid: 'Tls', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
  ]
  const common = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::b1/*' }
  const main = `locals {
  common = { Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::b1/*" }
}
resource "aws_s3_bucket_policy" "p" {
  bucket = "b1"
  policy = jsonencode({
    Statement = [
      merge(local.common, { Sid = "Vpc", Condition = { StringNotEquals = { "aws:SourceVpc" = "vpc-1" } } }),
      merge(local.common, { Sid = "Tls", Condition = { Bool = { "aws:SecureTransport" = "false" } } }),
    ]
  })
}
`
  const policy = JSON.stringify({ Statement: statements.map((one) => ({ ...common, ...one })) })
  const change = { actions: ['create'], before: null, after: { bucket: 'b1', policy }, after_unknown: {} }
  const address = 'aws_s3_bucket_policy.p'
  const plan = { address, mode: 'managed', type: 'aws_s3_bucket_policy', name: 'p', change }
  const text = JSON.stringify({ format_version: '1.2', resource_changes: [plan] })
  const files = textFiles({ 'main.tf': main })
  const lookup = Object.assign(files.lookup, { list: files.list })
  const { report } = await check(sourcesIn([asPlan(sourceOf('plan.json', text))], lookup), OPTIONS)
  expect(report.findings.map(({ fix }) => [fix?.remedy, fix?.applicability])).toEqual([['principal-arn', 'edit']])
  expect(report.findings[0]?.fix?.edits[0]?.replacement).toContain('ArnNotEquals')
  expect(report.findings[0]?.fix?.note).toContain('Not by NotPrincipal')
})

test.each([
  { name: 'by all in the shorter remedy', count: 30, kinds: ['principal-arn'] },
  { name: 'by as many as fit', count: 75, kinds: ['principal-arn', 'text-only'] },
])('the edits of one planned policy keep it within the 20 KB of S3 together, $name', async ({ count, kinds }) => {
  const statements = Array.from({ length: count }, (_, i) => ({
    Sid: `Vpc${i}`,
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: `arn:aws:s3:::b1/${i}/*`,
    Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } },
  }))
  const policy = JSON.stringify({ Statement: statements })
  const change = { actions: ['create'], before: null, after: { bucket: 'b1', policy }, after_unknown: {} }
  const plan = { address: 'aws_s3_bucket_policy.p', mode: 'managed', type: 'aws_s3_bucket_policy', name: 'p', change }
  const files = textFiles({
    'main.tf':
      'resource "aws_s3_bucket_policy" "p" {\n  bucket = "b1"\n  policy = file("${path.module}/policy.json")\n}\n',
    'policy.json': JSON.stringify({ Statement: statements }, null, 2),
  })
  const lookup = Object.assign(files.lookup, { list: files.list })
  const source = sourceOf('plan.json', JSON.stringify({ format_version: '1.2', resource_changes: [plan] }))
  const { report } = await check(sourcesIn([asPlan(source)], lookup), OPTIONS)
  const offered = report.findings.filter(({ fix }) => fix?.applicability === 'edit')
  const shown = report.findings.filter(({ fix }) => fix?.applicability === 'text-only')
  expect(offered.length + shown.length).toBe(count)
  const kindOf = ({ fix }: Finding) => (fix?.applicability === 'edit' ? fix.remedy : fix?.applicability)
  expect([...new Set(report.findings.map(kindOf))]).toEqual(kinds)
  for (const { fix } of shown) expect(fix?.note).toContain('20 KB')
  const fixed = applied(JSON.stringify({ Statement: statements }, null, 2), offered)
  expect(JSON.stringify(JSON.parse(fixed)).length).toBeLessThanOrEqual(20 * 1024)
})

test('what the edited policy measures counts, not the text that goes: blanks of the source are none of it', async () => {
  const names = Array.from({ length: 22 }, (_, i) => `arn:aws:s3:::b1/${i}${'a'.repeat(884)}`)
  const statements = [
    {
      Action: 's3:*',
      Effect: 'Deny',
      Principal: { AWS: '*' },
      Resource: ['arn:aws:s3:::b1', 'arn:aws:s3:::b1/*'],
      Sid: 'S',
    },
    {
      Action: 's3:GetObject',
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:role/a' },
      Resource: names,
    },
  ]
  const policy = JSON.stringify({ Statement: statements })
  expect(policy.length).toBeGreaterThan(20_000)
  expect(policy.length).toBeLessThan(20_250)
  const change = { actions: ['create'], before: null, after: { bucket: 'b1', policy }, after_unknown: {} }
  const plan = { address: 'aws_s3_bucket_policy.p', mode: 'managed', type: 'aws_s3_bucket_policy', name: 'p', change }
  const files = textFiles({
    'main.tf': `resource "aws_s3_bucket_policy" "p" {
  bucket = "b1"
  policy = jsonencode({
    Statement = [
      {
        Sid       = "S"
        Effect    = "Deny"
        Principal = {${' '.repeat(600)}AWS = "*" }
        Action    = "s3:*"
        Resource  = ["arn:aws:s3:::b1", "arn:aws:s3:::b1/*"]
      },
      ${JSON.stringify(statements[1])},
    ]
  })
}
`,
  })
  const lookup = Object.assign(files.lookup, { list: files.list })
  const source = sourceOf('plan.json', JSON.stringify({ format_version: '1.2', resource_changes: [plan] }))
  const { report } = await check(sourcesIn([asPlan(source)], lookup), OPTIONS)
  expect(report.findings.map(({ fix }) => [fix?.remedy, fix?.applicability])).toEqual([['principal-arn', 'edit']])
  expect(report.findings[0]?.fix?.note).toContain('20 KB')
})
