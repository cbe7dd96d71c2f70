import { describe, expect, test } from 'vitest'
import { checkTree } from '../../support/check.js'

/** A policy file that sources of Terraform read: its edit is offered where it is known what they make of it. */

const POLICY = `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::data/*" }
  ]
}
`
const reading = (policy: string, around = '') =>
  `${around}\nresource "aws_s3_bucket_policy" "p" {\n  bucket = "data"\n  policy = ${policy}\n}\n`

async function offered(main: string) {
  const { report } = await checkTree({ 'r/main.tf': main, 'r/q.json': POLICY })
  const blocking = report.findings.filter(({ rule }) => rule === 'deny-blocks-clumio')
  return blocking.map(({ location, fix }) => `${location.path} ${fix?.applicability}`)
}

describe('the edit of a file', () => {
  const FILE = 'file("${path.module}/q.json")'
  test.each([
    ['is offered where the file is the policy', reading(FILE), 'r/q.json edit'],
    ['is offered where nothing reads it', reading('var.policy', 'variable "policy" {}'), 'r/q.json edit'],
    [
      'is shown where text is exchanged in it',
      reading(`join("999988887777", split("111122223333", ${FILE}))`),
      'r/q.json text-only',
    ],
    [
      'is shown where it goes through a resource',
      reading('replace(terraform_data.t.output, "1", "2")', `resource "terraform_data" "t" {\n  input = ${FILE}\n}`),
      'r/q.json text-only',
    ],
    [
      'is shown where it goes through a data source',
      reading('data.local_file.q.content', 'data "local_file" "q" {\n  filename = "${path.module}/q.json"\n}'),
      'r/q.json text-only',
    ],
  ])('%s', async (_, main, expected) => {
    expect(await offered(main)).toEqual([expected])
  })
})
