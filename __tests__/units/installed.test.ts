import { describe, expect, test } from 'vitest'
import { checkTree } from '../support/check.js'

const STATEMENT = '{ Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::b1/*" }'
const SOURCE = 'acme/bucket/aws'
const HOST = 'registry.terraform.io/'

interface Entry {
  readonly Source?: string
  readonly Version?: string
  readonly Dir?: string
}

/** What is told of a call with a policy; the installed module does nothing with it. */
async function told(source: string, version: string | null, entry: Entry) {
  const installed = { Key: 'm', Source: HOST + SOURCE, Version: '1.0.0', Dir: '.terraform/modules/m', ...entry }
  const { report } = await checkTree({
    'main.tf': `module "m" {
  source = "${source}"
  ${version === null ? '' : `version = "${version}"`}
  policy = jsonencode({ Statement = [${STATEMENT}] })
}
`,
    '.terraform/modules/modules.json': JSON.stringify({ Modules: [{ Key: '', Source: '', Dir: '.' }, installed] }),
    '.terraform/modules/m/main.tf': 'variable "policy" {}\n',
  })
  return report.findings.map(({ rule }) => rule)
}

const UNKNOWN = ['deny-blocks-clumio', 'policy-unknown']

describe('an installed module counts where it is what the call asks for', () => {
  test.each<[string, string, string | null, Entry, boolean]>([
    ['of the registry', SOURCE, '1.0.0', {}, true],
    ['of that of OpenTofu', SOURCE, '1.0.0', { Source: `registry.opentofu.org/${SOURCE}` }, true],
    ['with a range that the version is in', SOURCE, '~> 1.0', {}, true],
    ['without a version', SOURCE, null, {}, true],
    ['a release before its time, as it is named', SOURCE, '2.0.0-rc1', { Version: '2.0.0-rc1' }, true],
    ['of Git', 'git@github.com:acme/m.git', null, { Source: 'git::ssh://git@github.com/acme/m.git' }, true],
    [
      'by the short name',
      'github.com/acme/m?ref=v1',
      null,
      { Source: 'git::https://github.com/acme/m.git?ref=v1' },
      true,
    ],
    ['of a bucket', 'b.s3.amazonaws.com/m.zip', null, { Source: 's3::https://s3.amazonaws.com/b/m.zip' }, true],
    ['not of another source', SOURCE, '1.0.0', { Source: `${HOST}other/bucket/aws` }, false],
    ['that names no source', SOURCE, '1.0.0', { Source: '' }, true],
    [
      'not of another reference',
      'github.com/acme/m?ref=v1',
      null,
      { Source: 'git::https://github.com/acme/m.git' },
      false,
    ],
    ['not in another version', SOURCE, '= 1.0.0', { Version: '9.9.9' }, false],
    ['not outside of a range', SOURCE, '>= 1.1, < 2.0', {}, false],
    ['that names no version', SOURCE, '1.0.0', { Version: '' }, true],
    ['not where nothing is', SOURCE, '1.0.0', { Dir: 'nowhere' }, false],
  ])('%s', async (_name, source, version, entry, counts) => {
    expect((await told(source, version, entry)).sort()).toEqual(counts ? [] : UNKNOWN)
  })

  test('and its own policy counts, though nothing of the root speaks of any', async () => {
    const entry = { Key: 'm', Source: HOST + SOURCE, Version: '1.0.0', Dir: '.terraform/modules/m' }
    const { report } = await checkTree({
      'main.tf': `module "m" {\n  source = "${SOURCE}"\n  name = "b1"\n}\n`,
      '.terraform/modules/modules.json': JSON.stringify({ Modules: [entry] }),
      '.terraform/modules/m/main.tf': `variable "name" {}
resource "aws_s3_bucket_policy" "p" {
  bucket = var.name
  policy = jsonencode({ Statement = [${STATEMENT}] })
}
`,
    })
    expect(report.findings.map(({ rule, location }) => `${rule} ${location.path}`)).toEqual([
      'deny-blocks-clumio main.tf',
    ])
  })

  test('a module within, which is not there, is unknown too', async () => {
    const entry = { Key: 'm', Source: HOST + SOURCE, Version: '1.0.0', Dir: '.terraform/modules/m' }
    const { report } = await checkTree({
      'main.tf': `module "m" {\n  source = "${SOURCE}"\n  policy = jsonencode({ Statement = [${STATEMENT}] })\n}\n`,
      '.terraform/modules/modules.json': JSON.stringify({ Modules: [entry] }),
      '.terraform/modules/m/main.tf':
        'variable "policy" {}\nmodule "n" {\n  source = "./n"\n  policy = var.policy\n}\n',
    })
    expect(report.findings.map(({ rule }) => rule).sort()).toEqual(UNKNOWN)
  })
})
