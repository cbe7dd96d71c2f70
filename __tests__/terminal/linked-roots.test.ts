import { mkdirSync, symlinkSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { Report } from '../../src/model/report.js'
import { workplace } from './harness.js'

const place = workplace()

const MAIN = `variable "effect" {
  default = "Allow"
}

resource "aws_s3_bucket_policy" "p" {
  bucket = "b1"
  policy = <<-EOT
    {
      "Version": "2012-10-17",
      "Statement": [{
        "Effect": "\${var.effect}",
        "Principal": "*",
        "Action": "s3:*",
        "Resource": "arn:aws:s3:::b1/*"
      }]
    }
  EOT
}
`
const ROLE = ['--aws-account-id=111122223333', '--clumio-role-id=ClumioRole-us-west-2-x']

async function findings() {
  const { out } = await place.run(['--format=json', ...ROLE])
  const report = JSON.parse(out) as Report
  return report.findings.map(({ rule, policy, fix }) => [rule, policy?.root, fix?.applicability])
}

describe('a root module whose configuration is a link to the file of another folder', () => {
  test('is judged with its own values', async () => {
    place.write({
      'a/main.tf': MAIN,
      'a/terraform.tfvars': 'effect = "Allow"\n',
      'b/terraform.tfvars': 'effect = "Deny"\n',
    })
    symlinkSync('../a/main.tf', place.path('b/main.tf'))
    expect(await findings()).toEqual([['deny-blocks-clumio', 'b', 'text-only']])
  })

  test('uses the file: no ARN of one account is offered there', async () => {
    place.write({ 'a/main.tf': MAIN.replace('"Allow"', '"Deny"') })
    mkdirSync(place.path('b'))
    symlinkSync('../a/main.tf', place.path('b/main.tf'))
    for (const [, , applicability] of await findings()) expect(applicability).toBe('text-only')
  })
})
