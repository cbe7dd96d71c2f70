import { describe, expect, test } from 'vitest'
import { locatePolicy } from '../../../src/terraform/trace/index.js'
import { request, textFiles } from './workspace.js'

interface Case {
  readonly name: string
  /** The statement that is to be found stands between « and ». */
  readonly files: Readonly<Record<string, string>>
  readonly address?: string
  readonly planned?: Readonly<Record<string, unknown>>
  readonly style?: string
  readonly method?: string
}

const PLANNED = { Sid: 'S', Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::b/*' }
const OBJECT = '«{ Sid = "S", Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::b/*" }»'
const JSON_TEXT =
  '«{ "Sid": "S", "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::b/*" }»'
const OTHER = '{ Sid = "Other", Effect = "Deny", Principal = "*", Action = "s3:PutObject", Resource = "*" }'
const BLOCK = `«statement {
    sid       = "S"
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = ["arn:aws:s3:::b/*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }»`

/** A policy resource with the given expression, and more top-level text. */
function policy(expression: string, more = ''): Readonly<Record<string, string>> {
  return { 'main.tf': `resource "aws_s3_bucket_policy" "p" {\n  bucket = "b"\n  policy = ${expression}\n}\n${more}\n` }
}

function encoded(statements: string, more = ''): Readonly<Record<string, string>> {
  return policy(`jsonencode({ Version = "2012-10-17", Statement = ${statements} })`, more)
}

function document(body: string, more = ''): Readonly<Record<string, string>> {
  return policy('data.aws_iam_policy_document.d.json', `data "aws_iam_policy_document" "d" {\n  ${body}\n}\n${more}`)
}

function heredoc(statements: string, more = ''): Readonly<Record<string, string>> {
  return policy(`<<EOT\n{ "Statement": [\n${statements}\n] }\nEOT`, more)
}

const CASES: readonly Case[] = [
  { name: 'jsonencode of an object', files: encoded(`[${OBJECT}]`), style: 'object', method: 'sid' },
  { name: 'jsonencode with a single statement object', files: encoded(OBJECT) },
  { name: 'a plain heredoc', files: heredoc(JSON_TEXT), style: 'json-text' },
  { name: 'an indented heredoc', files: policy(`<<-EOT\n    { "Statement": [ ${JSON_TEXT} ] }\n  EOT`) },
  { name: 'a heredoc behind trimspace', files: policy(`trimspace(<<EOT\n{ "Statement": ${JSON_TEXT} }\nEOT\n)`) },
  {
    name: 'expressions in JSON strings',
    files: heredoc(
      '«{ "Sid": "S", "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "${local.arn}/*" }»',
      'locals { arn = "arn:aws:s3:::b" }',
    ),
  },
  {
    name: 'an expression in the place of a JSON value',
    files: heredoc(
      '«{ "Sid": "S", "Effect": "Deny", "Principal": "*", "Action": ${jsonencode(["s3:*"])}, "Resource": "arn:aws:s3:::b/*" }»',
    ),
  },
  {
    name: 'an expression that prints list items',
    files: heredoc(
      '«{ "Sid": "S", "Effect": "Deny", "Principal": "*", "Action": [${join(",", formatlist("\\"%s\\"", ["s3:*"]))}], "Resource": "arn:aws:s3:::b/*" }»',
    ),
  },
  {
    name: 'JSON in a quoted string',
    files: policy(
      `«"{\\"Statement\\":[{\\"Sid\\":\\"S\\",\\"Effect\\":\\"Deny\\",\\"Principal\\":\\"*\\",\\"Action\\":\\"s3:*\\",\\"Resource\\":\\"arn:aws:s3:::b/*\\"}]}"»`,
    ),
    style: 'quoted-json',
  },
  { name: 'a local', files: encoded('[local.s]', `locals {\n  s = ${OBJECT}\n}`) },
  {
    name: 'a local by key',
    files: encoded('[local.all["s"]]', `locals {\n  all = { o = ${OTHER}, s = ${OBJECT} }\n}`),
  },
  { name: 'lookup with a default', files: encoded(`[lookup({}, "x", ${OBJECT})]`) },
  { name: 'concat', files: encoded(`concat([${OTHER}], [${OBJECT}])`) },
  { name: 'flatten', files: encoded(`flatten([[${OTHER}], [[${OBJECT}]]])`) },
  { name: 'compact and a condition', files: encoded(`[for s in [true ? ${OBJECT} : null] : s if s != null]`) },
  {
    name: 'a decided condition',
    files: encoded(`[var.on ? ${OBJECT} : ${OTHER}]`, 'variable "on" { default = true }'),
  },
  { name: 'an undecided condition', files: encoded(`[data.x.y.z ? ${OTHER} : ${OBJECT}]`) },
  { name: 'statements that a condition adds', files: encoded(`concat([${OTHER}], data.x.y.z ? [${OBJECT}] : [])`) },
  { name: 'try', files: encoded(`[try(local.missing.x, ${OBJECT})]`) },
  {
    name: 'try on a member that is not there',
    files: encoded(`[try(local.o.x, false) ? ${OTHER} : ${OBJECT}]`, 'locals {\n  o = { y = true }\n}'),
  },
  { name: 'coalesce', files: encoded(`[coalesce(null, ${OBJECT})]`) },
  {
    name: 'merge: the call, with members from each argument',
    files: encoded(
      '[«merge({ Sid = "S", Effect = "Deny", Principal = "*" }, { Action = "s3:*", Resource = "arn:aws:s3:::b/*" })»]',
    ),
    style: 'merge',
  },
  {
    name: 'a loop over a known list',
    files: encoded(
      `[for x in ["s3:*"] : «{ Sid = "S", Effect = "Deny", Principal = "*", Action = x, Resource = "arn:aws:s3:::b/*" }»]`,
    ),
  },
  {
    name: 'a loop over an unknown list',
    files: encoded(
      `[for x in data.x.y.z : «{ Sid = "S", Effect = "Deny", Principal = "*", Action = x, Resource = "arn:aws:s3:::b/*" }»]`,
    ),
  },
  {
    name: 'a loop over a map',
    files: encoded(
      `[for k, v in { S = "s3:*" } : «{ Sid = k, Effect = "Deny", Principal = "*", Action = v, Resource = "arn:aws:s3:::b/*" }»]`,
    ),
  },
  { name: 'values of a map', files: encoded(`values({ a = ${OTHER}, b = ${OBJECT} })`) },
  {
    name: 'jsondecode of jsonencode',
    files: policy(`jsonencode(jsondecode(jsonencode({ Statement = [${OBJECT}] })))`),
  },
  {
    name: 'replace inside a document',
    files: policy(
      `replace(jsonencode({ Statement = [«{ Sid = "S", Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::NAME/*" }»] }), "NAME", "b")`,
    ),
  },
  {
    name: 'format and join',
    files: encoded(
      `[«{ Sid = "S", Effect = "Deny", Principal = "*", Action = format("s3:%s", "*"), Resource = join(":::", ["arn:aws:s3", "b/*"]) }»]`,
    ),
  },
  {
    name: 'quoted keys with colons',
    files: encoded(
      '[«{ "Sid" : "S", "Effect" : "Deny", "Principal" : "*", "Action" : "s3:*", "Resource" : "arn:aws:s3:::b/*" }»]',
    ),
  },
  {
    name: 'a key in parentheses',
    files: encoded(
      '[«{ ("Sid") = "S", Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::b/*" }»]',
    ),
  },
  {
    name: 'of duplicate keys the last',
    files: encoded(
      `[«{ Sid = "X", Sid = "S", Effect = "Allow", Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::b/*" }»]`,
    ),
  },
  {
    name: 'of duplicate JSON keys the last',
    files: heredoc(
      '«{ "Sid": "X", "Sid": "S", "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::b/*" }»',
    ),
  },
  { name: 'a statement block', files: document(BLOCK), style: 'statement-block' },
  {
    name: 'minified_json',
    files: {
      ...policy('data.aws_iam_policy_document.d.minified_json', `data "aws_iam_policy_document" "d" {\n  ${BLOCK}\n}`),
    },
  },
  {
    name: 'a dynamic block with an iterator',
    files: document(`dynamic "statement" {
    for_each = ["S"]
    iterator = it
    «content {
      sid       = it.value
      effect    = "Deny"
      actions   = ["s3:*"]
      resources = ["arn:aws:s3:::b/*"]
      principals {
        type        = "*"
        identifiers = ["*"]
      }
    }»
  }`),
    style: 'dynamic-content',
  },
  {
    name: 'a source document',
    files: document(
      'source_policy_documents = [data.aws_iam_policy_document.e.json]',
      `data "aws_iam_policy_document" "e" {\n  ${BLOCK}\n}`,
    ),
  },
  {
    name: 'an override replaces in place',
    files: document(
      `override_policy_documents = [data.aws_iam_policy_document.e.json]\n  statement {\n    sid = "S"\n    effect = "Deny"\n    actions = ["s3:*"]\n    resources = ["arn:aws:s3:::b/*"]\n    principals {\n      type = "*"\n      identifiers = ["*"]\n    }\n  }`,
      `data "aws_iam_policy_document" "e" {\n  ${BLOCK}\n}`,
    ),
  },
  {
    name: 'of equal Sids the one with the planned condition',
    files: document(
      `source_policy_documents = [data.x.y.z ? data.aws_iam_policy_document.e.json : data.aws_iam_policy_document.f.json]`,
      `data "aws_iam_policy_document" "e" {\n  ${BLOCK}\n}\ndata "aws_iam_policy_document" "f" {\n  ${BLOCK.replace(/[«»]/g, '').replace('principals', 'condition {\n      test = "Bool"\n      variable = "aws:SecureTransport"\n      values = ["false"]\n    }\n    principals')}\n}`,
    ),
  },
  {
    name: 'documents by key of for_each',
    files: {
      'main.tf': `resource "aws_s3_bucket_policy" "p" {\n  for_each = toset(["a"])\n  bucket = "b"\n  policy = data.aws_iam_policy_document.d[each.key].json\n}\ndata "aws_iam_policy_document" "d" {\n  for_each = toset(["a"])\n  ${BLOCK}\n}`,
    },
    address: 'aws_s3_bucket_policy.p["a"]',
  },
  {
    name: 'all documents of a splat',
    files: document(
      'source_policy_documents = data.aws_iam_policy_document.e[*].json',
      `data "aws_iam_policy_document" "e" {\n  count = 1\n  ${BLOCK}\n}`,
    ),
  },
  {
    name: 'a file',
    files: { ...policy('file("${path.module}/p.json")'), 'p.json': `{ "Statement": [${JSON_TEXT}] }` },
  },
  {
    name: 'a file relative to the root',
    files: { ...policy('file("policies/p.json")'), 'policies/p.json': `{ "Statement": [${JSON_TEXT}] }` },
  },
  {
    name: 'a template file with variables',
    files: {
      ...policy('templatefile("${path.root}/p.tpl", { sid = "S" })'),
      'p.tpl':
        '{ "Statement": [«{ "Sid": "${sid}", "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::b/*" }»] }',
    },
  },
  {
    name: 'the branch of a template that is taken',
    files: {
      ...policy('templatefile("${path.module}/p.tpl", { on = true })'),
      'p.tpl': `{ "Statement": [\n%{ if on }\n${JSON_TEXT}\n%{ else }\n${JSON_TEXT.replace(/[«»]/g, '')}\n%{ endif }\n] }`,
    },
  },
  {
    name: 'a loop in a template',
    files: {
      ...policy('templatefile("${path.module}/p.tpl", { sids = ["A", "S"] })'),
      'p.tpl':
        '{ "Statement": [\n%{ for sid in sids ~}\n«{ "Sid": "${sid}", "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::b/*" }»,\n%{ endfor ~}\n{}\n] }',
    },
  },
  {
    name: 'template_file, the predecessor of templatefile',
    files: {
      ...policy(
        'data.template_file.t.rendered',
        'data "template_file" "t" {\n  template = file("${path.module}/p.tpl")\n  vars = { sid = "S" }\n}',
      ),
      'p.tpl':
        '{ "Statement": [«{ "Sid": "${sid}", "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::b/*" }»] }',
    },
  },
  { name: 'the default of a root variable', files: encoded('[var.s]', `variable "s" {\n  default = ${OBJECT}\n}`) },
  {
    name: 'terraform.tfvars before the default',
    files: { ...encoded('[var.s]', `variable "s" {\n  default = ${OTHER}\n}`), 'terraform.tfvars': `s = ${OBJECT}\n` },
  },
  {
    name: 'the last of the auto.tfvars',
    files: {
      ...encoded('[var.s]', 'variable "s" {}'),
      'a.auto.tfvars': `s = ${OTHER}\n`,
      'b.auto.tfvars': `s = ${OBJECT}\n`,
    },
  },
  {
    name: 'defaults of optional attributes',
    files: encoded(
      `concat([${OTHER}], var.o.on ? [${OBJECT}] : [])`,
      'variable "o" {\n  type    = object({ name = string, on = optional(bool, true) })\n  default = { name = "x" }\n}',
    ),
  },
  {
    name: 'a module that is given the policy',
    files: {
      'main.tf': `module "m" {\n  source = "./m"\n  policy = jsonencode({ Statement = [${OBJECT}] })\n}`,
      'm/main.tf':
        'variable "policy" {}\nresource "aws_s3_bucket_policy" "p" {\n  bucket = "b"\n  policy = var.policy\n}',
    },
    address: 'module.m.aws_s3_bucket_policy.p',
  },
  {
    name: 'each.key and each.value of the caller',
    files: {
      'main.tf':
        'module "m" {\n  source   = "./m"\n  for_each = { S = "b" }\n  sid      = each.key\n  name     = each.value\n}',
      'm/main.tf':
        'variable "sid" {}\nvariable "name" {}\nresource "aws_s3_bucket_policy" "p" {\n  bucket = var.name\n  policy = jsonencode({ Statement = [«{ Sid = var.sid, Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::${var.name}/*" }»] })\n}',
    },
    address: 'module.m["S"].aws_s3_bucket_policy.p',
  },
  {
    name: 'count.index of the caller',
    files: {
      'main.tf': 'module "m" {\n  source = "./m"\n  count  = 2\n  sid    = ["A", "S"][count.index]\n}',
      'm/main.tf':
        'variable "sid" {}\nresource "aws_s3_bucket_policy" "p" {\n  bucket = "b"\n  policy = jsonencode({ Statement = [«{ Sid = var.sid, Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::b/*" }»] })\n}',
    },
    address: 'module.m[1].aws_s3_bucket_policy.p',
  },
  {
    name: 'the output of a module',
    files: {
      ...policy('module.m["k.[x]"].json', 'module "m" {\n  source   = "./m"\n  for_each = toset(["k.[x]"])\n}'),
      'm/main.tf': `output "json" {\n  value = jsonencode({ Statement = [${OBJECT}] })\n}`,
    },
  },
  {
    name: 'the ARN of a bucket of the same sources',
    files: encoded(
      '[«{ Sid = "S", Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "${aws_s3_bucket.b.arn}/*" }»]',
      'resource "aws_s3_bucket" "b" {\n  bucket = "b"\n}',
    ),
  },
  {
    name: 'an override file',
    files: {
      ...encoded(`[${OBJECT.replace(/[«»]/g, '')}]`),
      'main_override.tf': `resource "aws_s3_bucket_policy" "p" {\n  policy = jsonencode({ Statement = [${OBJECT}] })\n}`,
    },
  },
  {
    name: 'a .tofu file in the place of the .tf file',
    files: { ...encoded(`[${OBJECT.replace(/[«»]/g, '')}]`), 'main.tofu': encoded(`[${OBJECT}]`)['main.tf'] ?? '' },
  },
  {
    name: 'JSON configuration with an expression',
    files: {
      'main.tf.json':
        '{ "resource": { "aws_s3_bucket_policy": { "p": { "bucket": "b", "policy": «"${jsonencode({ Statement = [{ Sid = \\"S\\", Effect = \\"Deny\\", Principal = \\"*\\", Action = \\"s3:*\\", Resource = \\"arn:aws:s3:::b/*\\" }] })}"» } } } }',
    },
    style: 'tf-json',
  },
  {
    name: 'JSON configuration with a policy document',
    files: {
      'main.tf.json':
        '{ "resource": { "aws_s3_bucket_policy": { "p": { "bucket": "b", "policy": "${data.aws_iam_policy_document.d.json}" } } }, "data": { "aws_iam_policy_document": { "d": { "statement": [ «{ "sid": "S", "effect": "Deny", "actions": ["s3:*"], "resources": ["arn:aws:s3:::b/*"], "principals": [{ "type": "*", "identifiers": ["*"] }] }» ] } } } }',
    },
    style: 'tf-json',
  },
  {
    name: 'a legacy bucket',
    files: { 'main.tf': `resource "aws_s3_bucket" "p" {\n  policy = jsonencode({ Statement = [${OBJECT}] })\n}` },
    address: 'aws_s3_bucket.p',
  },
]

describe('the statement of a policy that is written as', () => {
  test.each(CASES)('$name', async ({ files, address, planned, style, method }) => {
    const marked = Object.entries(files).find(([, text]) => text.includes('«'))
    const [path = '', text = ''] = marked ?? []
    const clean = Object.fromEntries(Object.entries(files).map(([name, one]) => [name, one.replace(/[«»]/g, '')]))
    const located = await locatePolicy(
      request(address ?? 'aws_s3_bucket_policy.p', [planned ?? PLANNED]),
      textFiles(clean),
    )
    const [found] = located.statements
    expect(located.problem).toBeNull()
    expect(found).toMatchObject({ found: true, range: { path } })
    if (!found?.found) return
    const source = clean[path] ?? ''
    expect(source.slice(found.range.start, found.range.end)).toBe(text.slice(text.indexOf('«') + 1, text.indexOf('»')))
    expect(found.range.start).toBe(text.indexOf('«'))
    if (style !== undefined) expect(found.style).toBe(style)
    if (method !== undefined) expect(found.method).toBe(method)
  })
})
