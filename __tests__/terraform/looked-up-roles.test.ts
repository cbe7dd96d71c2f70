import { expect, test } from 'vitest'
import { checkTree, INTEGRATION } from '../support/check.js'

const CLUMIO = INTEGRATION.roleName ?? ''
const ARN = 'data.aws_iam_role.r.arn'

/** A root whose Deny exempts what a condition on a key of the principal compares with. */
function rootOf(role: string, key = 'aws:PrincipalArn', value = ARN): string {
  return `data "aws_iam_role" "r" {
  ${role}
}

resource "aws_s3_bucket_policy" "p" {
  bucket = "acme"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = { AWS = "*" }
      Action    = "s3:GetObject"
      Resource  = "arn:aws:s3:::acme/*"
      Condition = { StringNotEquals = { "${key}" = ${value} } }
    }]
  })
}
`
}

async function rules(text: string): Promise<readonly string[]> {
  const { report } = await checkTree({ 'main.tf': text }, { integrations: [INTEGRATION] })
  return report.findings.map(({ rule }) => rule)
}

test.each<[string, string, readonly string[]]>([
  ['is the configured one by its name', `name = "${CLUMIO}"`, []],
  ['is another one by another name', 'name = "deploy"', ['deny-blocks-clumio']],
  ["may be Clumio's by a name like it", 'name = "ClumioRole-us-east-1-x"', ['deny-may-block-clumio']],
  ['may be any in another account', `name     = "${CLUMIO}"\n  provider = aws.other`, ['deny-may-block-clumio']],
  ['may be any without a known name', 'name = var.role', ['deny-may-block-clumio']],
])('a role that a data source looks up %s', async (_, role, expected) => {
  expect(await rules(rootOf(role))).toEqual(expected)
})

test('the unique id of the configured role stays unknown', async () => {
  const text = rootOf(`name = "${CLUMIO}"`, 'aws:userid', '"$' + '{data.aws_iam_role.r.unique_id}:x"')
  expect(await rules(text)).not.toEqual([])
})

test.each<[string, string, readonly string[]]>([
  ['is the configured one by its name', `name = "${CLUMIO}"\n  path = "/clumio/"`, []],
  ['is another one by another name', 'name = "deploy"', ['deny-blocks-clumio']],
  ["may be Clumio's by a path like it", 'name = "deploy"\n  path = "/clumio/"', ['deny-may-block-clumio']],
  [
    'may be any in another account',
    `name = "${CLUMIO}"\n  path = "/clumio/"\n  provider = aws.other`,
    ['deny-may-block-clumio'],
  ],
])('a role that the root makes %s', async (_, role, expected) => {
  const text = rootOf(role)
    .replace('data "aws_iam_role"', 'resource "aws_iam_role"')
    .replaceAll(ARN, 'aws_iam_role.r.arn')
  expect(await rules(text)).toEqual(expected)
})
