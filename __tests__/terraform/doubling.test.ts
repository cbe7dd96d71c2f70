import { expect, test } from 'vitest'
import { checkFiles } from '../support/check.js'

/** A few lines may make a list of a billion items. They are told, and take nothing else down. */

const statement = (values: string) => `
data "aws_iam_policy_document" "d" {
  statement {
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = ["arn:aws:s3:::b/*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "StringNotEquals"
      variable = "aws:SourceVpc"
      values   = ${values}
    }
  }
}
resource "aws_s3_bucket_policy" "p" {
  bucket = "b"
  policy = data.aws_iam_policy_document.d.json
}
`

const locals = (next: (before: string) => string) =>
  `variable "v" {}\nlocals {\n  l0 = "a"\n${Array.from({ length: 32 }, (_, i) => `  l${i + 1} = ${next(`local.l${i}`)}\n`).join('')}}\n`

test.each([
  ['a choice between lists', (before: string) => `var.v ? [${before}, ${before}] : [${before}]`],
  ['a list', (before: string) => `[${before}, ${before}]`],
  ['an object', (before: string) => `{ a = ${before}, b = ${before} }`],
])('%s that holds the one before it twice', async (_name, next) => {
  const other = { 'other/main.tf': statement('["vpc-1"]') }
  const { report } = await checkFiles({ 'main.tf': locals(next) + statement('local.l32'), ...other })
  expect(report.findings.map(({ location }) => location.path)).toContain('other/main.tf')
  const told = [...report.findings.map(({ location }) => location.path), ...report.unread.map(({ path }) => path)]
  expect(told).toContain('main.tf')
})
