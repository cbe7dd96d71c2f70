import { describe, expect, test } from 'vitest'
import { locatePolicy, SourceUnknown } from '../../../src/terraform/trace/index.js'
import { request, textFiles } from './workspace.js'

const UNKNOWN = 'unknown'

/** What an expression of the sources is evaluated to. */
async function evaluated(expression: string, more: string, files: Readonly<Record<string, string>>): Promise<unknown> {
  return plain((await statementOf(`{ Effect = "Deny", Action = ${expression} }`, more, files)).Action)
}

async function statementOf(
  statement: string,
  more = '',
  files: Readonly<Record<string, string>> = {},
): Promise<Readonly<Record<string, unknown>>> {
  const main = `resource "aws_s3_bucket_policy" "p" {
  bucket = "b"
  policy = jsonencode({ Statement = [${statement}] })
}
${more}
`
  const sources = textFiles({ 'main.tf': main, ...files })
  const { statements } = await locatePolicy(request('aws_s3_bucket_policy.p', null), sources)
  const [found] = statements
  return found?.found ? (found.source as Readonly<Record<string, unknown>>) : {}
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
    ['a text with what may be an error in it may be one', 'try("${aws_iam_role.r[0].name}/x", "next")', UNKNOWN, OPEN],
    [
      'a list with what may be an error in it may be one',
      'try(["${aws_iam_role.r[0].name}/x"], ["next"])',
      UNKNOWN,
      OPEN,
    ],
    ['a member of what is not known may be an error', 'try("${data.x.y.z.a}/x", "next")', UNKNOWN],
    ['can cannot tell that', 'can("${data.x.y.z.a}/x") ? "there" : "missing"', UNKNOWN],
    ['an inner try takes it', 'try(length([try(aws_iam_role.r[0].name, "x")]), "next")', 1, OPEN],
    ['an attribute that is known after apply is none', 'length(try([data.x.y.z], []))', 1],
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

describe('the instances of a module are a list for count, and an object for for_each', () => {
  const called = (more: string) => `module "m" {\n  source = "./m"\n  ${more}\n}`
  const COUNTED = called('count = 2\n  v = "v${count.index}"')
  const KEYED = called('for_each = { b = "B", a = "A" }\n  v = each.value')
  const files = {
    'm/main.tf':
      'variable "v" {\n  default = "v"\n}\noutput "o" {\n  value = var.v\n}\noutput "l" {\n  value = [var.v, "x"]\n}\nvariable "w" {\n  default = null\n}\noutput "w" {\n  value = var.w\n}',
  }
  const rows: readonly (readonly [string, string, unknown, string])[] = [
    ['a splat', 'join(",", module.m[*].o)', 'v0,v1', COUNTED],
    ['an old splat', 'join(",", module.m.*.o)', 'v0,v1', COUNTED],
    ['a splat of one', 'one(module.m[*].o)', 'v', called('count = 1')],
    ['a splat of none', 'length(module.m[*].o)', 0, called('count = 0')],
    ['a splat of a module that is called once', 'one(module.m[*].o)', 'v', called('')],
    ['lists of each', 'join(",", flatten(module.m[*].l))', 'v0,x,v1,x', COUNTED],
    ['how many there are', 'length(module.m)', 2, COUNTED],
    ['a loop', 'join(",", [for one in module.m : one.o])', 'v0,v1', COUNTED],
    ['values, by their keys', 'join(",", values(module.m)[*].o)', 'A,B', KEYED],
    ['an item of values', 'values(module.m)[1].o', 'B', KEYED],
    ['keys', 'join(",", keys(module.m))', 'a,b', KEYED],
    ['a loop over keys', 'join(",", [for k, one in module.m : "${k}${one.o}"])', 'aA,bB', KEYED],
    ['an instance as a whole', 'lookup(module.m["b"], "o", "none")', 'B', KEYED],
    ['an output that is not there', 'module.m[*].none', [UNKNOWN, UNKNOWN], COUNTED],
    [
      'an output of an instance that needs another output of it',
      'join(",", [module.n.o, module.m[0].w])',
      'v,v',
      `${called('count = 1\n  w = module.n.o')}\nmodule "n" {\n  source = "./m"\n  v = one(module.m[*].o)\n}`,
    ],
  ]
  holds(rows.map(([name, expression, value, more]) => [name, expression, value, more, files] as Case))
})

/** A declared variable with its default. */
function variable(type: string, value: string): string {
  return `variable "v" {\n  type    = ${type}\n  default = ${value}\n}`
}

describe('values of different types are never equal', () => {
  holds([
    ['a list and a tuple', 'var.v == [] ? 1 : 2', 2, variable('list(string)', '[]')],
    ['a list and a tuple, unequal', 'var.v != [] ? 1 : 2', 1, variable('list(string)', '[]')],
    ['a bool and a string', 'var.v == "true" ? 1 : 2', 2, variable('bool', 'true')],
    ['a string and a bool', 'var.v == true ? 1 : 2', 2, variable('string', '"true"')],
    ['a number and a string', 'var.v == "1" ? 1 : 2', 2, variable('number', '1')],
    ['a number that a type makes a string', 'var.v == "1" ? 1 : 2', 1, variable('string', '1')],
    ['a string that a type makes a bool', 'var.v == true ? 1 : 2', 1, variable('bool', '"true"')],
    ['a map and an object', 'var.v == {} ? 1 : 2', 2, variable('map(string)', '{}')],
    ['an object and an object', '{ a = 1 } == { a = 1 } ? 1 : 2', 1],
    ['objects with other members', '{ a = 1 } == { b = 1 } ? 1 : 2', 2],
    ['a tuple and a tuple', '[] == [] ? 1 : 2', 1],
    ['a list and a list', 'var.v == tolist(["a"]) ? 1 : 2', 1, variable('list(string)', '["a"]')],
    ['a list and a text', 'var.v == "" ? 1 : 2', 2, variable('list(string)', '[]')],
    ['members of a list', 'contains([1], "1") ? 1 : 2', 2],
    ['members of a list that are converted', 'contains(tolist([1, "a"]), "1") ? 1 : 2', 1],
    ['members of a map of one type', 'var.v.one == "1" ? 1 : 2', 1, variable('map(any)', '{ one = 1, two = "2" }')],
    ['results of a conditional', '(true ? 1 : "2") == "1" ? 1 : 2', 1],
    ['results of a conditional of one type', '(true ? 1 : 2) == "1" ? 1 : 2', 2],
    ['a result whose type is open', '(true ? 1 : data.x.y.z) == "1" ? 1 : 2', UNKNOWN],
    ['lists whose type is open', 'slice(concat(data.x.y.z, []), 0, 0) == [] ? 1 : 2', UNKNOWN],
    ['parts of a text that cannot be the same', '"a${data.x.y.z}" == "" ? 1 : 2', 2],
    ['a name from a provider', 'aws_iam_role.r[0].name == "r" ? 1 : 2', 1, ONE],
    [
      'a setting that a provider may convert',
      'aws_x.y.flag == "true" ? 1 : 2',
      UNKNOWN,
      'resource "aws_x" "y" {\n  flag = true\n}',
    ],
    ['null and null', 'var.v == null ? 1 : 2', 1, variable('list(string)', 'null')],
  ])
})

describe('a set has its elements once, in their order', () => {
  holds([
    ['of texts', 'tolist(toset(["west", "east", "west"]))', ['east', 'west']],
    ['of numbers', 'tolist(toset([10, 9]))', [9, 10]],
    ['by place', 'tolist(toset(["west", "east"]))[0]', 'east'],
    ['in a loop', '[for a in toset(["b", "a"]) : a]', ['a', 'b']],
    ['whose keys are the elements', '[for k, a in toset(["b", "a"]) : k]', ['a', 'b']],
    ['joined', 'join(",", toset(["b", "a"]))', 'a,b'],
    ['united', 'tolist(setunion(["b"], ["a"]))[0]', 'a'],
    ['of a variable', 'tolist(var.v)[0]', 'a', variable('set(string)', '["b", "a", "a"]')],
    ['whatever the order they are written in', 'toset(["b", "a"]) == toset(["a", "b"]) ? 1 : 2', 1],
    ['distinct keeps the order', 'distinct(["b", "a", "b"])', ['b', 'a']],
    ['how many is open with one that is not known', 'length(toset([data.x.y.z, "x"]))', UNKNOWN],
    ['how many are distinct is open too', 'length(distinct([data.x.y.z, "x"]))', UNKNOWN],
    ['how many are united is open too', 'length(setunion([data.x.y.z], ["x"]))', UNKNOWN],
    ['a single one counts', 'length(toset([data.x.y.z]))', 1],
    ['the place is open with one that is not known', 'tolist(toset(["x", data.x.y.z]))[0]', UNKNOWN],
    ['what is known is there', 'toset([data.x.y.z, "x"])', [UNKNOWN, 'x']],
    ['the place is open in a sorted list', 'sort(["x", data.x.y.z])[0]', UNKNOWN],
  ])
})

describe('a value is not guessed', () => {
  holds([
    ['of numbers that cannot be held exactly', '"${0.1 + 0.2}" == "0.3" ? 1 : 2', UNKNOWN],
    ['of numbers that can it is known', '10 / 4 == 2.5 ? 1 : 2', 1],
    ['by place of a map with a key that is not known', 'values({ (data.x.y.z) = "v", z = "w" })[0]', UNKNOWN],
    ['by place behind an attribute splat: it is one of all', '[{ a = "x" }, { a = "y" }].*.a[1]', 'y'],
    ['by place behind a splat: it is one of each', '[{ a = ["x", "z"] }, { a = ["y", "w"] }][*].a[1]', ['z', 'w']],
  ])
})

describe('what may replace a member leaves it open', () => {
  holds([
    ['an argument behind it', 'merge({ a = "W" }, data.x.y.z).a', UNKNOWN],
    ['an argument before it does not', 'merge(data.x.y.z, { a = "W" }).a', 'W'],
    ['a key that is not known, behind it', '{ a = "W", (data.x.y.z) = "G" }["a"]', UNKNOWN],
    ['a key that is not known, before it, does not', '{ (data.x.y.z) = "G", a = "W" }["a"]', 'W'],
    ['a key that is not known, of another argument', 'merge({ a = "W" }, { (data.x.y.z) = "G" }).a', UNKNOWN],
    ['objects of which one is chosen', 'merge({ a = "W" }, data.x.y.z ? { a = "G" } : {}).a', UNKNOWN],
    ['objects of which each replaces it', 'merge({ a = "W" }, data.x.y.z ? { a = "G" } : { a = "G" }).a', UNKNOWN],
    ['objects of which none replaces it', 'merge({ a = "W" }, data.x.y.z ? { b = "G" } : {}).a', 'W'],
    ['a list of objects that is not known', 'merge({ a = "W" }, data.x.y.z...).a', UNKNOWN],
    ['a list of objects that is known', 'merge([{ a = "W" }, { a = "G" }]...).a', 'G'],
    [
      'a key in JSON',
      'jsondecode("{}") == 1 ? 1 : jsondecode(<<-EOT\n  { "a": "W", "${data.x.y.z}": "G" }\n  EOT\n  ).a',
      UNKNOWN,
    ],
    ['nothing', 'merge({ a = "W" }, null).a', 'W'],
    ['a null behind it', 'merge({ a = "W" }, { a = null }).a == null ? 1 : 2', 1],
  ])
})

const HEREDOC = `locals {
  a = <<-EOT
    one
      two

    three
  EOT
  b = <<-EOT
    one \${"x"}
  \${"two"}
  EOT
  c = <<-EOT
    %{ for x in ["a"] }
      \${x}
    %{ endfor }
  EOT
  d = <<EOT
    one
EOT
}`

describe('an indented heredoc loses the least indentation of its lines', () => {
  holds([
    ['of each line', 'local.a', 'one\n  two\n\nthree\n', HEREDOC],
    ['expressions stand at the start of a line too', 'local.b', '  one x\ntwo\n', HEREDOC],
    ['so do directives', 'local.c', '\n  a\n\n', HEREDOC],
    ['another heredoc keeps it', 'local.d', '    one\n', HEREDOC],
    ['lines of a list', 'split("\\n", chomp(local.a))[0]', 'one', HEREDOC],
  ])
})

const MARKED = `locals {
  whole = <<-EOT
    A
      b
    %{~ if true ~}
      c
  %{ endif ~}
    d \${~ "x" ~}\u0020
     e
  EOT
  loop = <<EOT
  A
  %{ for x in [1,2] ~}
   x\${x}
  %{ endfor ~}
  z
EOT
  quoted = "a \\n \${~ "x" ~} \\t b"
  branches = "%{ if false ~} a %{ else ~} b %{~ endif } c"
  json = jsondecode(<<EOT
{ "a": "W \${~ "x" ~} y %{~ if true ~} z %{ endif ~}" }
EOT
  ).a
}`
const BARE = 'A\n   b\n  %{~ if true ~}\n   c\n\n  %{~ endif ~}\n\n   d ${~ "x" ~} \n\n e'

describe('marks take away the white space beside them, within their line', () => {
  // As Terraform 1.11.4 answers.
  holds([
    [
      'of a template file',
      'templatefile("${path.module}/p.tpl", {})',
      'A\n   b\n   c\n\n\n   dx\n e',
      '',
      { 'p.tpl': BARE },
    ],
    ['of a heredoc, before its indentation', 'local.whole', '    A\n      b\n      c\n      dx     e\n', MARKED],
    ['of the directives of a loop', 'local.loop', '  A\n     x1\n     x2\n    z\n', MARKED],
    ['where escapes stand for it', 'local.quoted', 'axb', MARKED],
    ['of the branch that is taken', 'local.branches', 'b c', MARKED],
    ['within a string of a JSON template', 'local.json', 'Wxyz ', MARKED],
  ])
})

describe('texts are cut as Terraform cuts them', () => {
  holds([
    ['chomp takes line ends from the end', 'chomp("\\n  a \\r\\n\\n")', '\n  a '],
    ['chomp leaves what is no line end', 'chomp("  a  ")', '  a  '],
    ['substr counts characters', 'substr("a😀bc", 0, 2)', 'a😀'],
    ['substr counts a letter with its mark as one', 'substr("xe\\u0301y", 1, 1)', '\u00e9'],
    ['substr from the end', 'substr("a😀bc", -3, 2)', '😀b'],
    ['substr to the end', 'substr("a😀bc", 1, -1)', '😀bc'],
    ['substr of nothing', 'substr("abc", 1, 0)', ''],
    ['substr from beyond the end', 'substr("abc", 5, 2)', ''],
    ['substr from before the start', 'substr("abc", -5, 2)', 'ab'],
  ])
})

const NOT_NULL = `module "m" {
  source = "./m"
  v      = null
}
module "w" {
  source = "./m"
  v      = data.x.y.z ? null : "given"
}
module "n" {
  source = "./n"
  v      = null
}`
const DEFAULTS = {
  'm/main.tf':
    'variable "v" {\n  type = string\n  default = "default"\n  nullable = false\n}\noutput "o" {\n  value = var.v\n}',
  'n/main.tf': 'variable "v" {\n  type = string\n  default = "default"\n}\noutput "o" {\n  value = var.v\n}',
}

describe('null for a variable', () => {
  holds([
    ['is the default where it must not be null', 'module.m.o', 'default', NOT_NULL, DEFAULTS],
    ['is null where it may', 'module.n.o == null ? 1 : 2', 1, NOT_NULL, DEFAULTS],
    ['may be the default', 'module.w.o == null ? 1 : 2', 2, NOT_NULL, DEFAULTS],
    [
      'of the root is the default as well',
      'var.v',
      'default',
      'variable "v" {\n  default = "default"\n  nullable = false\n}',
      { 'terraform.tfvars': 'v = null\n' },
    ],
  ])
})

describe('of a statement with members that are not known', () => {
  const REST = 'Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "*"'

  test('what is not written is unknown, not missing', async () => {
    const statement = await statementOf('merge(data.x.y.z, { Sid = "S" })')
    expect(plain(statement.Sid)).toBe('S')
    for (const name of ['Effect', 'Principal', 'Action', 'Resource']) expect(plain(statement[name])).toBe(UNKNOWN)
  })

  test('what is written stands', async () => {
    const statement = await statementOf(`merge(data.x.y.z, { ${REST.replace('Principal', 'NotPrincipal')} })`)
    expect(statement).toMatchObject({ Effect: 'Deny', NotPrincipal: '*', Action: 's3:*', Resource: '*' })
    expect(statement).not.toHaveProperty('Principal')
  })

  test('of another statement it is missing', async () => {
    expect(await statementOf('{ Effect = "Deny" }')).toEqual({ Effect: 'Deny' })
  })
})

describe('a statement of a policy document that another one may replace', () => {
  const block = (sid: string) => `statement {
    sid       = ${sid}
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = ["*"]
  }`
  const certainty = async (below: string, above: string) => {
    const main = `resource "aws_s3_bucket_policy" "p" {
  bucket = "b"
  policy = data.aws_iam_policy_document.d.json
}
data "aws_iam_policy_document" "e" {
  ${block(below)}
}
data "aws_iam_policy_document" "d" {
  source_policy_documents = [data.aws_iam_policy_document.e.json]
  ${block(above)}
}
`
    const { statements } = await locatePolicy(request('aws_s3_bucket_policy.p', null), textFiles({ 'main.tf': main }))
    return statements.map((one) => one.found && one.certain)
  }

  test.each([
    ['is there where the Sids differ', '"A"', '"B"', [true, true]],
    ['is gone where they are the same', '"A"', '"A"', [true]],
    ['may be there where the Sid above is not known', '"A"', 'data.x.y.z', [false, true]],
    ['may be there where its own Sid is not known', 'data.x.y.z', '"B"', [false, true]],
    ['is there where the Sids cannot be the same', '"A"', '"B${data.x.y.z}"', [true, true]],
    ['is there where the one above has no Sid', '"A"', 'null', [true, true]],
  ])('%s', async (_name, below, above, certain) => {
    expect(await certainty(below, above)).toEqual(certain)
  })
})
