import { describe, expect, test } from 'vitest'
import { denyAllBut } from '../support/all-but.js'
import { checkTree } from '../support/check.js'

const GIVEN = 'variable "a" {}\nvariable "b" {}\nvariable "list" {}\nvariable "map" {}\n'

async function verdicts(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { report } = await checkTree(files)
  return report.findings.map(({ rule }) => rule)
}

const locals = (...lines: readonly string[]) => `locals {\n${lines.map((line) => `  ${line}\n`).join('')}}\n`
const module = (name: string, args: string) => `module "${name}" {\n  source = "./m"\n${args}}\n`

describe('what is not known is another value', () => {
  test.each<[name: string, bucket: string, excepted: string, more?: string]>([
    ['of another conditional', 'var.a ? "a1" : "a2"', 'var.b ? "b1" : "b2"'],
    ['of another lookup()', 'lookup({ x = "a1" }, var.a, "a2")', 'lookup({ x = "b1" }, var.b, "b2")'],
    [
      'of another value of a local',
      'local.x',
      'local.y',
      locals('x = coalesce(var.a, "x")', 'y = coalesce(var.b, "y")'),
    ],
    ['of another item of a loop', 'local.x[0]', 'local.x[1]', locals('x = [for s in [var.a, var.b] : lower(s)]')],
    [
      'of another key of a loop',
      'local.x["p"]',
      'local.x["q"]',
      locals('x = { for k, s in { p = var.a, q = var.b } : k => lower(s) }'),
    ],
    ['of another item of an open list', 'local.x[0]', 'local.x[1]', locals('x = [for s in var.list : lower(s)]')],
    ['of a part of another item', 'local.x[0]', 'local.x[1]', locals('x = [for s in var.list : "p-$${s}"]')],
    [
      'of an item that a function picks',
      'element(local.x, 0)',
      'element(local.x, 1)',
      locals('x = [for s in var.list : lower(s)]'),
    ],
    [
      'of another open list',
      'local.x[0]',
      'local.y[0]',
      locals('x = [for s in var.list : s]', 'y = [for s in var.map : s]'),
    ],
    ['of another member of an open object', 'merge(var.map, { p = var.a }).z', 'merge(var.list, { p = var.a }).z'],
    ['of another long expression', `lower("${'x'.repeat(130)}\${var.a}")`, `lower("${'x'.repeat(130)}\${var.b}")`],
    ['of another sum', 'var.a + 1', 'var.b + 1'],
    ['of another splat', 'var.list[*].a[0]', 'var.list[*].b[0]'],
  ])('%s', async (_name, bucket, excepted, more = '') => {
    const text = GIVEN + more.replaceAll('$$', '$') + denyAllBut(bucket, excepted)
    expect(await verdicts({ 'main.tf': text })).toEqual(['deny-may-block-clumio'])
  })

  const inner = `variable "b" {}\nvariable "excepted" {}\n${denyAllBut('lower(var.b)', 'var.excepted')}`

  test('of the same expression in another module', async () => {
    const main = `${GIVEN}${module('m', '  b = var.a\n  excepted = lower(var.b)\n')}`
    expect(await verdicts({ 'main.tf': main, 'm/main.tf': inner })).toEqual(['deny-may-block-clumio'])
  })

  test('of the same expression for an instance of another collection', async () => {
    const of = (name: string, each: string, body: string) =>
      `data "${name}" "x" {\n  for_each = ${each}\n  ${body}\n}\n`
    const document = of(
      'aws_iam_policy_document',
      '{ k = var.b }',
      `statement {
    effect = "Deny"
    not_resources = ["arn:aws:s3:::\${lower(each.value)}", "arn:aws:s3:::\${lower(each.value)}/*"]
    actions = ["s3:*"]
    principals {
      type = "*"
      identifiers = ["*"]
    }
  }`,
    )
    const policy = `resource "aws_s3_bucket_policy" "p" {
  for_each = { k = var.a }
  bucket   = lower(each.value)
  policy   = data.aws_iam_policy_document.x[each.key].json
}
`
    expect(await verdicts({ 'main.tf': GIVEN + document + policy })).toEqual(['deny-may-block-clumio'])
  })
})

describe('what is not known is the same value', () => {
  test.each<[name: string, bucket: string, excepted: string, more?: string]>([
    ['of a local', 'local.x', 'local.x', locals('x = lookup({ x = "a1" }, var.a, "a2")')],
    ['of a conditional that is written twice', 'var.a ? "a1" : "a2"', 'var.a ? "a1" : "a2"'],
    ['of a call that is written twice', 'lower(var.a)', 'lower(var.a)'],
    ['of a long one', `lower("${'x'.repeat(130)}\${var.a}")`, `lower("${'x'.repeat(130)}\${var.a}")`],
    ['of one item of a loop', 'local.x[1]', 'local.x[1]', locals('x = [for s in [var.a, var.b] : lower(s)]')],
    ['of one item of an open list', 'local.x[0]', 'local.x[0]', locals('x = [for s in var.list : lower(s)]')],
    [
      'of a bucket by its name and its ARN',
      'aws_s3_bucket.b.id',
      'aws_s3_bucket.b.bucket',
      'resource "aws_s3_bucket" "b" {\n  bucket = lower("$${var.a}-logs")\n}\n',
    ],
  ])('%s', async (_name, bucket, excepted, more = '') => {
    const text = GIVEN + more.replaceAll('$$', '$') + denyAllBut(bucket, excepted)
    expect(await verdicts({ 'main.tf': text })).toEqual([])
  })

  test.each([
    ['of a known key', 'toset(["x", "y"])'],
    ['of an open collection', 'var.map'],
  ])('of the bucket of an instance %s', async (_name, each) => {
    const bucket = `resource "aws_s3_bucket" "b" {\n  for_each = ${each}\n  bucket = lower("\${var.a}-\${each.key}")\n}\n`
    const text =
      GIVEN +
      bucket +
      denyAllBut('aws_s3_bucket.b[each.key].id', 'aws_s3_bucket.b[each.key].bucket', `for_each = ${each}`)
    expect(await verdicts({ 'main.tf': text })).toEqual([])
  })

  test('of what is handed to a module', async () => {
    const inner = `variable "b" {}\n${denyAllBut('lower(var.b)', 'lower(var.b)')}`
    const main = `${GIVEN}${module('m', '  for_each = toset(["x"])\n  b = "${each.key}-${var.a}"\n')}`
    expect(await verdicts({ 'main.tf': main, 'm/main.tf': inner })).toEqual([])
  })
})
