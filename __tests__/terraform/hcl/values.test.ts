import { describe, expect, test } from 'vitest'
import { locatePolicy, SourceUnknown } from '../../../src/terraform/hcl/index.js'
import { request, textFiles } from './workspace.js'

const UNKNOWN = 'unknown'

/** What an expression of the sources is evaluated to. */
async function evaluated(expression: string, more: string, files: Readonly<Record<string, string>>): Promise<unknown> {
  const main = `resource "aws_s3_bucket_policy" "p" {
  bucket = "b"
  policy = jsonencode({ Statement = [{ Effect = "Deny", Action = ${expression} }] })
}
${more}
`
  const sources = textFiles({ 'main.tf': main, ...files })
  const { statements } = await locatePolicy(request('aws_s3_bucket_policy.p', null), sources)
  const [found] = statements
  return plain(found?.found ? (found.source as { readonly Action?: unknown }).Action : undefined)
}

function plain(value: unknown): unknown {
  if (value instanceof SourceUnknown) return UNKNOWN
  return Array.isArray(value) ? value.map(plain) : value
}

/** Name, expression, value, and what stands beside the expression. */
type Case = readonly [
  name: string,
  expression: string,
  value: unknown,
  more?: string,
  files?: Readonly<Record<string, string>>,
]

function holds(cases: readonly Case[]): void {
  const rows = cases.map(([name, expression, value, more = '', files = {}]) => ({
    name,
    expression,
    value,
    more,
    files,
  }))
  test.each(rows)('$name', async ({ expression, value, more, files }) => {
    expect(await evaluated(expression, more, files)).toEqual(value)
  })
}

const NONE = 'resource "aws_iam_role" "r" {\n  count = 0\n  name = "r"\n}'
const ONE = 'resource "aws_iam_role" "r" {\n  count = 1\n  name = "r"\n}'
const EACH = 'resource "aws_iam_role" "r" {\n  for_each = toset(["k"])\n  name = "r"\n}'
const OPEN = 'resource "aws_iam_role" "r" {\n  count = data.x.y.z ? 1 : 0\n  name = "r"\n}'
const CHILD = { 'm/main.tf': 'output "o" {\n  value = "o"\n}' }

describe('an instance that is not there is an error', () => {
  holds([
    ['try goes on behind a count of none', 'try(aws_iam_role.r[0].name, "next")', 'next', NONE],
    ['an index within the count is there', 'try(aws_iam_role.r[0].name, "next")', 'r', ONE],
    ['an index behind the count is not', 'try(aws_iam_role.r[1].name, "next")', 'next', ONE],
    ['a key of for_each is there', 'try(aws_iam_role.r["k"].name, "next")', 'r', EACH],
    ['another key of for_each is not', 'try(aws_iam_role.r["z"].name, "next")', 'next', EACH],
    ['the whole instance is not there either', 'can(aws_iam_role.r["z"]) ? "there" : "missing"', 'missing', EACH],
    ['can tells', 'can(aws_iam_role.r[0].name) ? "there" : "missing"', 'missing', NONE],
    ['null takes its place', 'try(aws_iam_role.r[0].name, null) == null ? "null" : "x"', 'null', NONE],
    ['a count that is not known leaves both open', 'try(aws_iam_role.r[0].name, "next")', UNKNOWN, OPEN],
    ['outside of try the plan shows that it is there', 'aws_iam_role.r[0].name', 'r', OPEN],
    ['a text with an error in it is one', 'try("${aws_iam_role.r[0].name}/x", "next")', 'next', NONE],
    ['a list with an error in it is one', 'try([aws_iam_role.r[0].name], "next")', 'next', NONE],
    ['an object with an error in it is one', 'try({ a = aws_iam_role.r[0].name }.b, "next")', 'next', NONE],
    ['a call with an error in it is one', 'try(upper(aws_iam_role.r[0].name), "next")', 'next', NONE],
    ['a comparison with an error in it is one', 'try(aws_iam_role.r[0].name == "r", "next")', 'next', NONE],
    [
      'a module without instances',
      'try(module.m[0].o, "next")',
      'next',
      'module "m" {\n  source = "./m"\n  count = 0\n}',
      CHILD,
    ],
    [
      'a key that a module does not have',
      'try(module.m["z"].o, "next")',
      'next',
      'module "m" {\n  source = "./m"\n  for_each = { a = 1 }\n}',
      CHILD,
    ],
    ['a text that is no number', 'try(tonumber("x"), "next")', 'next'],
    ['a text that is no JSON', 'try(jsondecode("{").a, "next")', 'next'],
    ['nothing but empty values', 'try(coalesce(null, ""), "next")', 'next'],
  ])
})
