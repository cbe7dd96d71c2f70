import { describe, expect, test } from 'vitest'
import { checkTree } from '../support/check.js'

/** Which value it is that an expression has, where a part of it may be an error. */

const root = (effect: string) => `variable "env" {}
variable "at" {}

locals {
  effects = { dev = "Allow" }
  nested  = { dev = { effect = "Allow" } }
}

resource "aws_s3_bucket_policy" "p" {
  bucket = "b1"
  policy = jsonencode({
    Statement = [{ Effect = ${effect}, Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::b1/*" }]
  })
}
`

async function rulesOf(effect: string): Promise<readonly string[]> {
  const { report } = await checkTree({ 'main.tf': root(effect) })
  return report.findings.map(({ rule }) => rule)
}

describe('a key that is not known may be none of those that there are', () => {
  test.each([
    ['lookup() may take its default', 'lookup(local.effects, var.env, "Deny")'],
    ['an inner lookup() as well', 'lookup(lookup(local.nested, var.env, { effect = "Deny" }), "effect", "Allow")'],
    ['a default that is null is none of them', 'lookup(local.effects, var.env, null) == null ? "Deny" : "Allow"'],
    ['an empty default is passed over', 'coalesce(lookup(local.effects, var.env, ""), "Deny")'],
    ['try() may go on', 'try(local.effects[var.env], "Deny")'],
    ['also behind further members', 'try(local.nested[var.env].effect, "Deny")'],
    ['and from an item that may not be there', 'try(["Allow"][var.at], "Deny")'],
    ['or that a loop may leave out', 'try([for name, effect in local.effects : effect if name == var.env][0], "Deny")'],
    ['can() is not certain', 'can(local.effects[var.env]) ? "Allow" : "Deny"'],
  ])('%s', async (_, effect) => {
    expect(await rulesOf(effect)).toEqual(['deny-may-block-clumio'])
  })

  test.each([
    ['a known key', 'lookup(local.effects, "dev", "Deny")'],
    ['a known key within try()', 'try(local.effects["dev"], "Deny")'],
    ['an error outside of try(), with which nothing is applied', 'local.effects[var.env]'],
  ])('not so %s', async (_, effect) => {
    expect(await rulesOf(effect)).toEqual([])
  })

  test('a key that is none of them is certain', async () => {
    expect(await rulesOf('lookup(local.effects, "prod", "Deny")')).toEqual(['deny-blocks-clumio'])
    expect(await rulesOf('try(local.effects["prod"], "Deny")')).toEqual(['deny-blocks-clumio'])
  })
})

describe('what Terraform refuses is no success of can() and try()', () => {
  test.each([
    'tobool(1)',
    'tobool(0)',
    'tostring([])',
    'tostring({})',
    'tostring(["a"])',
    'tomap(["a"])',
    'tolist({ a = 1 })',
    'toset({ a = 1 })',
    'tolist([1, []])',
    'concat(null)',
    'one([1, 2])',
    'sort([[]])',
    'compact([[]])',
    'coalesce([], "a")',
    'slice([1], 0, 2)',
    'zipmap(["a"], [])',
    'format("%d", "x")',
    'lower("a", "b")',
  ])('%s', async (expression) => {
    expect(await rulesOf(`can(${expression}) ? "Allow" : "Deny"`)).not.toEqual([])
    expect(await rulesOf(`try(${expression}, null) == null ? "Deny" : "Allow"`)).not.toEqual([])
  })

  test.each([
    'tobool("true")',
    'tostring(1)',
    'tonumber("1")',
    'tolist(["a", "b"])',
    'toset(["a"])',
    'tomap({ a = "b" })',
    'concat(["a"], [])',
    'one(["a"])',
    'coalesce("", "a")',
    'jsonencode({ a = 1 })',
    'lower("A")',
  ])('but %s is', async (expression) => {
    expect(await rulesOf(`can(${expression}) ? "Allow" : "Deny"`)).toEqual([])
  })

  test('a letter that is two for JavaScript alone', async () => {
    expect(await rulesOf('lower("İ") == "i" ? "Deny" : "Allow"')).toEqual(['deny-blocks-clumio'])
  })
})
