import { describe, expect, test } from 'vitest'
import { checkTree } from '../support/check.js'

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
