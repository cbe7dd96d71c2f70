import { describe, expect, test } from 'vitest'
import { checkTree } from '../support/check.js'

/**
 * Everybody outside of the account of a caller identity is denied. That leaves Clumio alone where the identity is of the
 * bucket's account, which its provider configuration decides.
 */
const policy = (account: string, provider = '') => `resource "aws_s3_bucket_policy" "p" {
  ${provider}
  bucket = "b"
  policy = jsonencode({
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = ["arn:aws:s3:::b", "arn:aws:s3:::b/*"]
      Condition = { StringNotEquals = { "aws:PrincipalAccount" = ${account} } }
    }]
  })
}
`
const identity = (provider = '') => `data "aws_caller_identity" "me" {\n  ${provider}\n}\n`
const ME = 'data.aws_caller_identity.me.account_id'
const configured = (...bodies: readonly string[]) => bodies.map((body) => `provider "aws" {\n${body}\n}\n`).join('')

const OWN = 'region = "us-east-1"'
const WEST = 'alias = "other"\nregion = "us-west-2"\ndefault_tags {\n  tags = { a = "b" }\n}'
const ROLE = 'alias = "other"\nregion = "us-east-1"\nassume_role {\n  role_arn = "arn:aws:iam::222222222222:role/x"\n}'
const OTHER = 'provider = aws.other'

async function rules(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { report } = await checkTree(files)
  return report.findings.map(({ rule }) => rule)
}

describe('an account is that of the bucket', () => {
  test.each<[name: string, text: string]>([
    ['where nothing is configured', identity() + policy(ME)],
    ['by the same configuration', configured(OWN, ROLE) + identity(OTHER) + policy(ME, OTHER)],
    ['by one for another Region', configured(OWN, WEST) + identity() + policy(ME, OTHER)],
    ['by one for another Region, the other way round', configured(OWN, WEST) + identity(OTHER) + policy(ME)],
    [
      'by one with the same credentials',
      configured('profile = var.p', 'alias = "other"\nprofile = var.p\nregion = "x"') + identity() + policy(ME, OTHER),
    ],
    ['in quotes', configured(OWN, WEST) + identity('provider = "aws.other"') + policy(ME)],
    ['by one that is not there, where both have it', identity(OTHER) + policy(ME, OTHER)],
  ])('%s', async (_name, text) => {
    expect(await rules({ 'main.tf': text })).toEqual([])
  })

  const inner = identity() + policy(ME)

  test.each<[name: string, args: string]>([
    ['in a module', ''],
    ['in a module of another account', 'providers = { aws = aws.other }'],
  ])('%s', async (_name, args) => {
    const main = `${configured(OWN, ROLE)}module "m" {\n  source = "./m"\n  ${args}\n}\n`
    expect(await rules({ 'main.tf': main, 'm/main.tf': inner })).toEqual([])
  })
})

describe('an account may be another one', () => {
  test.each<[name: string, text: string]>([
    ['of a policy with a role of its own', configured(OWN, ROLE) + identity() + policy(ME, OTHER)],
    ['of an identity with a role of its own', configured(OWN, ROLE) + identity(OTHER) + policy(ME)],
    ['of a configuration that is not there', identity(OTHER) + policy(ME)],
    ['of one that is computed', configured(OWN, WEST) + identity('provider = aws.by[each.key]') + policy(ME)],
    [
      'of another profile',
      configured('profile = "a"', 'alias = "other"\nprofile = "b"') + identity() + policy(ME, OTHER),
    ],
  ])('%s', async (_name, text) => {
    expect(await rules({ 'main.tf': text })).toEqual(['deny-may-block-clumio'])
  })

  const output = `${identity()}output "account" {\n  value = ${ME}\n}\n`
  const taking = `variable "account" {}\n${policy('var.account')}`
  const call = (name: string, args: string) => `module "${name}" {\n  source = "./${name}"\n  ${args}\n}\n`

  test.each<[name: string, files: Readonly<Record<string, string>>]>([
    [
      'of a module that is given one',
      {
        'main.tf': configured(OWN, ROLE) + call('m', 'providers = { aws = aws.other }') + policy('module.m.account'),
        'm/main.tf': output,
      },
    ],
    [
      'of a module that is given one under an alias',
      {
        'main.tf': configured(OWN, ROLE) + call('m', 'providers = { aws.x = aws.other }') + policy('module.m.account'),
        'm/main.tf': output.replace('{\n  \n}', '{\n  provider = aws.x\n}'),
      },
    ],
    [
      'of a module that puts the policy in place',
      {
        'main.tf': configured(OWN, ROLE) + identity() + call('m', `account = ${ME}\n  providers = { aws = aws.other }`),
        'm/main.tf': taking,
      },
    ],
    [
      'of a module that configures one itself',
      {
        'main.tf': configured(OWN) + call('m', '') + policy('module.m.account'),
        'm/main.tf': configured('assume_role {\n  role_arn = "arn:aws:iam::222222222222:role/x"\n}') + output,
      },
    ],
  ])('%s', async (_name, files) => {
    expect(await rules(files)).toEqual(['deny-may-block-clumio'])
  })
})
