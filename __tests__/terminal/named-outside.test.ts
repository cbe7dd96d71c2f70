import { mkdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Report } from '../../src/model/report.js'
import { workplace } from './harness.js'

const place = workplace()

const MODULE = `variable "effect" {}
resource "aws_s3_bucket_policy" "p" {
  bucket = "b1"
  policy = jsonencode({
    Statement = [{ Effect = var.effect, Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::b1/*" }]
  })
}
`
const FILES = {
  'empty/x.txt': '',
  'repo/infra/main.tf': 'module "m" {\n  source = "../m"\n  effect = var.effect\n}\nvariable "effect" {}\n',
  'repo/infra/terraform.tfvars': 'effect = "Deny"\n',
  'repo/m/main.tf': MODULE,
}

async function told(pattern: string): Promise<readonly string[]> {
  const { out } = await place.run(['--format=json', pattern], { cwd: 'empty' })
  return (JSON.parse(out) as Report).findings.map(({ rule }) => rule)
}

test.each(['../repo/infra', '../repo/infra/main.tf'])(
  'a root module outside of the working directory is read with the other files of its checkout: %s',
  async (pattern) => {
    place.write(FILES)
    mkdirSync(place.path('repo/.git'))
    expect(await told(pattern)).toEqual(['deny-blocks-clumio'])
  },
)

test('outside of a checkout it is read with the files of its folder, and what it calls elsewhere is told', async () => {
  place.write(FILES)
  expect(await told('../repo/infra')).not.toContain('deny-blocks-clumio')
  expect(await told('../repo/m')).toEqual(['deny-may-block-clumio'])
})
