import { describe, expect, test } from 'vitest'
import { checkTree } from '../support/check.js'

const STATEMENT = '{ Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::b1/*" }'
const POLICY = `jsonencode({ Statement = [${STATEMENT}] })`
const JSON_TEXT =
  '{"Statement": [{"Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::b1/*"}]}'
const HEREDOC = `<<EOT\n${JSON_TEXT}\nEOT\n`
const ROLE = 'jsonencode({ Statement = [{ Effect = "Allow", Action = "s3:*", Resource = "*" }] })'
const call = (body: string, source = 'acme/thing/aws') => `module "m" {\n  source = "${source}"\n  ${body}\n}\n`
const DOCUMENT = `data "aws_iam_policy_document" "d" {
  statement {
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = ["arn:aws:s3:::b1/*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}
`

async function told(main: string, files: Readonly<Record<string, string>> = {}) {
  const { report } = await checkTree({ 'main.tf': main, ...files })
  return report.findings.map(({ level, rule }) => `${level} ${rule}`).sort()
}

const JUDGED = ['error deny-blocks-clumio', 'notice policy-unknown']

describe('a module that is not in the checkout is unknown where a value that is handed to it', () => {
  test.each<[string, string, Readonly<Record<string, string>>]>([
    ['is a policy, whatever it is called', call(`access = ${POLICY}`), {}],
    ['has one as a member', call(`settings = { access = ${POLICY} }`), {}],
    ['has one in a list', call(`settings = [{ access = [${POLICY}] }]`), {}],
    ['has one in a heredoc', call(`settings = { access = ${HEREDOC} }`), {}],
    ['has one in a file', call('settings = { access = file("p.txt") }'), { 'p.txt': JSON_TEXT }],
    ['has one in JSON in JSON', call(`settings = jsonencode({ access = ${POLICY} })`), {}],
    ['has one as an object', call(`settings = { access = { Statement = [${STATEMENT}] } }`), {}],
    ['is merged of some', call(`settings = merge({ a = 1 }, { access = ${POLICY} })`), {}],
    ['is a loop', call(`settings = { for key in ["a"] : key => ${POLICY} }`), {}],
    ['is a local value', `${call('settings = local.all')}locals {\n  all = { access = ${POLICY} }\n}\n`, {}],
    [
      'is a variable with a value',
      `${call('settings = var.all')}variable "all" {}\n`,
      { 'terraform.tfvars': `all = { access = ${HEREDOC} }\n` },
    ],
    ['has a document', `${call('settings = { access = data.aws_iam_policy_document.d.json }')}${DOCUMENT}`, {}],
    ['has two, one of which is of a role', call(`settings = { a = ${ROLE}, b = ${POLICY} }`), {}],
  ])('%s', async (_name, main, files) => {
    expect(await told(main, files)).toEqual(JUDGED)
  })

  const UNKNOWN = ['notice policy-unknown']
  const WRAPPERS = 'terraform-aws-modules/s3-bucket/aws//wrappers'
  test.each<[string, string, readonly string[]]>([
    ['has a flag that is set', call('defaults = { attach_deny_x = true }', WRAPPERS), ['warning policy-unknown']],
    [
      'has a flag and a policy',
      call(`items = { a = { bucket = "b1", attach_policy = true, policy = ${POLICY} } }`, WRAPPERS),
      ['error deny-blocks-clumio', 'warning policy-unknown'],
    ],
    ['has a policy that is not known', `${call('items = { policy = var.p }')}variable "p" {}\n`, UNKNOWN],
    ['has statements of another form', call('items = [{ policy = [{ effect = "Deny" }] }]'), UNKNOWN],
    ['has a flag that is off', call('defaults = { attach_deny_x = false, policy = null }'), []],
    ['has the name of a policy', call('items = { policy_arn = aws_iam_policy.p.arn, policy = "Retain" }'), []],
    ['has a policy of a role', call(`items = { a = ${ROLE} }`), []],
    ['has a policy of another service', call(`items = { a = ${POLICY} }`, 'acme/kms/aws'), []],
    ['has nothing of the kind', call('items = { retry = { count = 3 } }'), []],
  ])('%s', async (_name, main, expected) => {
    expect(await told(main)).toEqual(expected)
  })
})
