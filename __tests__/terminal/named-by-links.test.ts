import { mkdirSync, symlinkSync } from 'node:fs'
import { dirname } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Report } from '../../src/model/report.js'
import { workplace } from './harness.js'

const place = workplace()

type Files = Readonly<Record<string, string>>

const document = (effect: string) =>
  `jsonencode({ Statement = [{ Effect = ${effect}, Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::b1/*" }] })`
const POLICY = (effect: string) =>
  `resource "aws_s3_bucket_policy" "p" {\n  bucket = "b1"\n  policy = ${document(effect)}\n}\n`
const DENY = POLICY('"Deny"')
const IN_JSON = JSON.stringify({
  resource: { aws_s3_bucket_policy: { p: { bucket: 'b1', policy: `\${${document('"Deny"')}}` } } },
})
/** A policy of which no word stands in the text. */
const UNSPOKEN = `locals {
  s = [for x in [["Deny", "*"]] : zipmap(["Eff\${"ect"}", "Princi\${"pal"}", "Action", "Resource"], [x[0], x[1], "s3:*", "arn:aws:s3:::b1/*"])]
}
resource "aws_s3_bucket_policy" "p" {
  bucket = "b1"
  policy = jsonencode(zipmap(["State\${"ment"}"], [local.s]))
}
`
const WITH_VALUE = `variable "effect" {\n  default = "Allow"\n}\n${POLICY('var.effect')}`
const DENIES = 'effect = "Deny"\n'
const RUNS = (source: string) => `terraform {\n  source = "${source}"\n}\n`
const unit = (source: string) => `${RUNS(source)}inputs = {\n  effect = "Deny"\n}\n`
const call = (source: string) => `module "m" {\n  source = "${source}"\n}\n`
const POINTER = `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 400\n`
const ROLE = ['--aws-account-id=111122223333', '--clumio-role-id=ClumioRole-us-west-2-x']

async function report(files: Files, links: Files = {}): Promise<Report> {
  place.write({ 'ok.json': '{"Statement": []}', ...files })
  for (const [path, target] of Object.entries(links)) {
    mkdirSync(dirname(place.path(path)), { recursive: true })
    symlinkSync(target, place.path(path))
  }
  return JSON.parse((await place.run(['--format=json', ...ROLE])).out) as Report
}

const rulesOf = ({ findings }: Report) => findings.map(({ rule, policy }) => [rule, policy?.root])

describe('a link makes of a file what its own name says to Terraform', () => {
  test.each<[string, Files, Files, string]>([
    ['configuration of one of another ending', { 'app/m.hcl': DENY }, { 'app/main.tf': 'm.hcl' }, 'app'],
    ['of a text in another folder', { 'v/m.txt': DENY }, { 'app/main.tf': '../v/m.txt' }, 'app'],
    ['of one without an ending', { 'app/main': DENY }, { 'app/main.tf': 'main' }, 'app'],
    ['of a hidden one', { 'app/.m.tf': DENY }, { 'app/main.tf': '.m.tf' }, 'app'],
    ['of one in JSON', { 'app/m.json': IN_JSON }, { 'app/main.tf.json': 'm.json' }, 'app'],
    ['of a text in JSON', { 'v/m.txt': IN_JSON }, { 'app/main.tf.json': '../v/m.txt' }, 'app'],
    ['of a text without a word of policies', { 'app/m.txt': UNSPOKEN }, { 'app/main.tf': 'm.txt' }, 'app'],
    ['of one for OpenTofu', { 'app/m.hcl': DENY }, { 'app/main.tofu': 'm.hcl' }, 'app'],
    [
      'further configuration',
      { 'app/a.tf': WITH_VALUE.split('resource')[0] ?? '', 'app/m.hcl': POLICY('"Deny"') },
      { 'app/main.tf': 'm.hcl' },
      'app',
    ],
    [
      'configuration of a module',
      { 'app/main.tf': call('../mod'), 'v/m.hcl': DENY },
      { 'mod/m.tf': '../v/m.hcl' },
      'app',
    ],
    [
      'a set of values',
      { 'app/main.tf': WITH_VALUE, 'v/a.tfvars': DENIES },
      { 'app/envs/x.tfvars': '../../v/a.tfvars' },
      'app',
    ],
    ['sets of values of a folder', { 'app/main.tf': WITH_VALUE, 'v/a.tfvars': DENIES }, { 'app/envs': '../v' }, 'app'],
    [
      'one in JSON of a text',
      { 'app/main.tf': WITH_VALUE, 'v/a.txt': '{"effect": "Deny"}' },
      { 'app/envs/x.tfvars.json': '../../v/a.txt' },
      'app',
    ],
    [
      'values that are loaded, of a text',
      { 'app/main.tf': WITH_VALUE, 'v/a.txt': DENIES },
      { 'app/x.auto.tfvars': '../v/a.txt' },
      'app',
    ],
    [
      'a unit of Terragrunt',
      { 'mod/m.tf': WITH_VALUE, 'v/t.hcl': unit('../../mod') },
      { 'live/a/terragrunt.hcl': '../../v/t.hcl' },
      'live/a',
    ],
    [
      'a unit whose folder only the link has',
      { 'mod/m.tf': WITH_VALUE, 'v/w/x/terragrunt.hcl': unit('../../mod') },
      { 'live/a/terragrunt.hcl': '../../v/w/x/terragrunt.hcl' },
      'live/a',
    ],
    [
      'a file that a unit includes',
      {
        'mod/m.tf': WITH_VALUE,
        'v/w/x/r.hcl': unit('../mod'),
        'live/a/terragrunt.hcl': `include "r" {\n  path = find_in_parent_folders("r.hcl")\n}\n${RUNS('../../mod')}`,
      },
      { 'live/r.hcl': '../v/w/x/r.hcl' },
      'live/a',
    ],
  ])('%s', async (_, files, links, root) => {
    expect(rulesOf(await report(files, links))).toEqual([['deny-blocks-clumio', root]])
  })

  test('values of one folder are no set of another without a link', async () => {
    const files = { 'app/main.tf': WITH_VALUE, 'v/main.tf': WITH_VALUE, 'v/envs/a.tfvars': DENIES }
    expect(rulesOf(await report(files, { 'app/up': '..' }))).toEqual([['deny-blocks-clumio', 'v']])
  })

  test('links that lead to one another are followed once', async () => {
    const links = { 'app/a': '../v', 'v/b': '../app', 'v/c': '../w', 'w/d': '../v' }
    const files = { 'app/main.tf': WITH_VALUE, 'v/x.txt': '', 'w/x.tfvars': DENIES }
    expect(rulesOf(await report(files, links))).toEqual([['deny-blocks-clumio', 'app']])
  })

  test.each(['app/more.tf', 'app/x.auto.tfvars', 'app/envs/x.tfvars'])(
    'but %s makes nothing of a file that no commit holds, and that is told',
    async (link) => {
      const files = { '.git/HEAD': '', 'app/main.tf': WITH_VALUE, 'v/m.txt': link.endsWith('.tf') ? DENY : DENIES }
      const target = `${'../'.repeat(link.split('/').length - 1)}v/m.txt`
      const { unread, findings } = await report(files, { [link]: target })
      const reason = `${link} is a link to a file of another name, which no commit holds`
      expect(unread).toContainEqual({ path: link, reason })
      expect(findings.map(({ rule }) => rule)).not.toContain('deny-blocks-clumio')
    },
  )
})

describe('a module in a folder that is passed over is judged for those who name it', () => {
  test.each<[string, Files, Files, string]>([
    ['a root', { 'app/main.tf': call('./node_modules/m'), 'app/node_modules/m/m.tf': DENY }, {}, 'app'],
    ['in the folder of Terraform', { 'app/main.tf': call('./.terraform/m'), 'app/.terraform/m/m.tf': DENY }, {}, 'app'],
    [
      'in the cache of Terragrunt',
      { 'app/main.tf': call('../.terragrunt-cache/m'), '.terragrunt-cache/m/m.tf': DENY },
      {},
      'app',
    ],
    [
      'a module',
      { 'app/main.tf': call('./a'), 'app/a/m.tf': call('../node_modules/b'), 'app/node_modules/b/m.tf': DENY },
      {},
      'app',
    ],
    [
      'a module of such a folder',
      {
        'app/main.tf': call('./node_modules/a'),
        'app/node_modules/a/m.tf': call('../b'),
        'app/node_modules/b/m.tf': DENY,
      },
      {},
      'app',
    ],
    ['a link', { 'app/main.tf': call('./l'), 'app/node_modules/b/m.tf': DENY }, { 'app/l': 'node_modules/b' }, 'app'],
    [
      'a unit of Terragrunt',
      { 'live/terragrunt.hcl': unit('../node_modules/m'), 'node_modules/m/m.tf': WITH_VALUE },
      {},
      'live',
    ],
    [
      'a unit, in the folder of Terraform',
      { 'live/terragrunt.hcl': unit('../.terraform/m'), '.terraform/m/m.tf': WITH_VALUE },
      {},
      'live',
    ],
  ])('%s', async (_, files, links, root) => {
    expect(rulesOf(await report(files, links))).toEqual([['deny-blocks-clumio', root]])
  })

  test('and for nobody else', async () => {
    const files = { 'app/main.tf': WITH_VALUE, 'app/node_modules/m/m.tf': DENY, 'node_modules/m/x/m.tf': DENY }
    expect(rulesOf(await report(files))).toEqual([])
  })
})

describe('a pointer of Git LFS gives nothing, and what it stands for is not known', () => {
  const OPEN = 'deny-may-block-clumio'
  test.each<[string, string, Files, string | null]>([
    ['values that are loaded', 'app/terraform.tfvars', { 'app/main.tf': WITH_VALUE }, OPEN],
    ['further values that are loaded', 'app/z.auto.tfvars', { 'app/main.tf': WITH_VALUE }, OPEN],
    ['a set of values', 'app/envs/x.tfvars', { 'app/main.tf': WITH_VALUE }, null],
    ['a unit of Terragrunt', 'live/a/terragrunt.hcl', { 'mod/m.tf': WITH_VALUE }, null],
    ['a unit beside its module', 'mod/terragrunt.hcl', { 'mod/m.tf': WITH_VALUE }, OPEN],
    [
      'a file that a unit includes',
      'live/r.hcl',
      {
        'mod/m.tf': WITH_VALUE,
        'live/a/terragrunt.hcl':
          'include "r" {\n  path = find_in_parent_folders("r.hcl")\n}\nterraform {\n  source = "../../mod"\n}\n',
      },
      OPEN,
    ],
    ['the only configuration', 'app/main.tf', {}, null],
    ['further configuration', 'app/more.tf', { 'app/main.tf': WITH_VALUE }, null],
    ['an override', 'app/more_override.tf', { 'app/main.tf': WITH_VALUE }, 'policy-unknown'],
    ['configuration of a module', 'mod/m.tf', { 'app/main.tf': call('../mod') }, null],
  ])('%s', async (_, path, files, rule) => {
    const { unread, findings, conclusion } = await report({ ...files, [path]: POINTER })
    const why = expect.stringMatching(
      /is a pointer of Git LFS, and the file itself is not there; check out with lfs: true$/,
    )
    expect(unread).toContainEqual({ path, reason: why })
    const told = findings.filter((one) => one.rule === 'policy-unreadable')
    expect(told.map(({ level, location }) => [level, location.path])).toEqual([['notice', path]])
    expect(findings.map((one) => one.rule).filter((one) => one !== 'policy-unreadable')).toEqual(
      rule === null ? [] : [rule],
    )
    expect(conclusion).toBe('success')
  })

  test('a file that an expression reads', async () => {
    const main = 'resource "aws_s3_bucket_policy" "p" {\n  bucket = "b1"\n  policy = file("p.json")\n}\n'
    expect(rulesOf(await report({ 'app/main.tf': main, 'app/p.json': POINTER }))).toEqual([['policy-unknown', 'app']])
  })

  test('the list of modules that were downloaded', async () => {
    const main = 'module "m" {\n  source = "acme/bucket-policy/aws"\n  policy = "{}"\n}\n'
    const found = await report({ 'app/main.tf': main, 'app/.terraform/modules/modules.json': POINTER })
    expect(rulesOf(found)).toEqual([['policy-unknown', 'app']])
  })

  test.each([
    [
      'a template that a stack nests',
      'Resources:\n  S:\n    Type: AWS::CloudFormation::Stack\n    Properties:\n      TemplateURL: n.yaml\n',
    ],
    [
      'what a template includes',
      'Resources:\n  Fn::Transform:\n    Name: AWS::Include\n    Parameters:\n      Location: n.yaml\n',
    ],
  ])('%s', async (_, text) => {
    const { findings } = await report({ 't.yaml': text, 'n.yaml': POINTER })
    expect(findings.map(({ rule, location }) => [rule, location.path])).toEqual([['policy-unreadable', 't.yaml']])
  })

  test('encrypted values are none either', async () => {
    const { unread, findings } = await report({ 'app/main.tf': WITH_VALUE, 'app/terraform.tfvars': '\0GITCRYPT\0abc' })
    expect(unread[0]?.reason).toContain('is encrypted with git-crypt')
    expect(findings.map(({ rule }) => rule)).toContain(OPEN)
  })
})
