import { describe, expect, test } from 'vitest'
import { checkTree, INTEGRATION } from '../support/check.js'

const MODULE = `variable "on" {
  default = false
}
resource "aws_s3_bucket_policy" "p" {
  count  = var.on ? 1 : 0
  bucket = "b1"
  policy = jsonencode({
    Statement = [{ Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::b1/*" }]
  })
}
`
const ROOT = '$' + '{get_repo_root()}'
const unit = (source: string, more: string, inputs = '') =>
  `terraform {\n  source = "${source}"\n  ${more}\n}\n${inputs}`
const given = (more: string) => `extra_arguments "x" {\n    commands = ["apply"]\n    ${more}\n  }`

describe('a unit of Terragrunt is a root of its own', () => {
  const files = {
    'm/main.tf': MODULE.replace('"b1"', 'var.name')
      .replace('default = false', 'default = true')
      .replace('b1/*', '${var.name}/*')
      .concat('variable "name" {}\n'),
    'live/dev/u/terragrunt.hcl': unit('../../../m', '', 'inputs = { name = "dev-b" }\n'),
    'live/prod/u/terragrunt.hcl': unit('../../../m', '', 'inputs = { name = "prod-b" }\n'),
  }
  const ACCOUNTS = { dev: '111111111111', prod: '222222222222' } as const
  const integrations = (['dev', 'prod'] as const).map((env) => ({
    ...INTEGRATION,
    account: ACCOUNTS[env],
    files: [`live/${env}/**`],
  }))

  test('with its folder, its bucket and the role that its files choose', async () => {
    const { report } = await checkTree(files, { integrations })
    expect(report.summary.policies).toBe(2)
    expect(
      report.findings
        .map(({ policy, message, fix }) => [
          policy?.root,
          policy?.bucket,
          message.includes(policy?.bucket ?? '?'),
          /\d{12}/.exec(fix?.text ?? '')?.[0],
        ])
        .sort(),
    ).toEqual([
      ['live/dev/u', 'dev-b', true, ACCOUNTS.dev],
      ['live/prod/u', 'prod-b', true, ACCOUNTS.prod],
    ])
  })
})

describe('a unit of Terragrunt gives its module values', () => {
  test.each<[string, string, number]>([
    ['a module from the top of the repository', unit(`${ROOT}//m`, '', 'inputs = { on = true }\n'), 1],
    ['with one slash', unit(`${ROOT}/m`, '', 'inputs = { on = true }\n'), 1],
    ['whose inputs say so is off', unit(`${ROOT}//m`, '', 'inputs = { on = false }\n'), 0],
    ['files of values that are not read', unit('../../m', given('required_var_files = ["x.tfvars"]')), 1],
    ['variables of the environment', unit('../../m', given('env_vars = { TF_VAR_on = "true" }')), 1],
    ['arguments', unit('../../m', given('arguments = ["-var", "on=true"]')), 1],
    ['arguments without values', unit('../../m', given('arguments = ["-lock-timeout=1m"]')), 0],
  ])('%s', async (_name, text, count) => {
    const { report } = await checkTree({ 'm/main.tf': MODULE, 'live/u/terragrunt.hcl': text })
    expect(report.findings.filter(({ rule }) => rule === 'deny-blocks-clumio')).toHaveLength(count)
  })
})
