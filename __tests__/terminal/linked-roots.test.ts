import { mkdirSync, symlinkSync } from 'node:fs'
import { dirname } from 'node:path'
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

const DENY = MAIN.replace('"Allow"', '"Deny"').replaceAll('b1', 'b2').replace('"p"', '"q"')
const CALL = 'module "m" {\n  source = "./m"\n}\n'
const RUNS = 'terraform {\n  source = "../infra"\n}\n'

describe('what a root module would read and a link leads away is not known, and told', () => {
  const cases: readonly { name: string; link: string; files: Readonly<Record<string, string>> }[] = [
    { name: 'values that are read unasked', link: 'infra/terraform.tfvars', files: { 'infra/main.tf': MAIN } },
    { name: 'values in JSON', link: 'infra/terraform.tfvars.json', files: { 'infra/main.tf': MAIN } },
    { name: 'further values', link: 'infra/x.auto.tfvars', files: { 'infra/main.tf': MAIN } },
    { name: 'further values in JSON', link: 'infra/x.auto.tfvars.json', files: { 'infra/main.tf': MAIN } },
    { name: 'values of a variant', link: 'infra/envs/prod.tfvars', files: { 'infra/main.tf': MAIN } },
    { name: 'configuration', link: 'infra/more.tf', files: { 'infra/main.tf': MAIN } },
    { name: 'configuration in JSON', link: 'infra/more.tf.json', files: { 'infra/main.tf': MAIN } },
    { name: 'configuration for OpenTofu', link: 'infra/more.tofu', files: { 'infra/main.tf': MAIN } },
    { name: 'configuration that holds all policies', link: 'infra/more.tf', files: { 'infra/main.tf': 'locals {}\n' } },
    { name: 'the only configuration of a folder', link: 'prod/main.tf', files: { 'infra/main.tf': MAIN } },
    { name: 'the only configuration of all', link: 'prod/main.tf', files: {} },
    { name: 'the only configuration for OpenTofu', link: 'prod/main.tofu', files: {} },
    {
      name: 'the only configuration beside values',
      link: 'prod/main.tf',
      files: { 'prod/x.tfvars': 'effect = "Deny"\n' },
    },
    { name: 'an override', link: 'infra/override.tf', files: { 'infra/main.tf': MAIN } },
    { name: 'a further override', link: 'infra/more_override.tf', files: { 'infra/main.tf': MAIN } },
    { name: 'the folder of a module', link: 'infra/m', files: { 'infra/main.tf': `${MAIN}${CALL}` } },
    {
      name: 'a folder on the way to a module',
      link: 'infra/on',
      files: { 'infra/main.tf': `${MAIN}${CALL.replace('./m', './on/the/way')}` },
    },
    {
      name: 'configuration of a module',
      link: 'modules/m/more.tf',
      files: { 'infra/main.tf': `${MAIN}${CALL.replace('./m', '../modules/m')}`, 'modules/m/main.tf': 'locals {}\n' },
    },
    { name: 'a unit of Terragrunt beside it', link: 'infra/terragrunt.hcl', files: { 'infra/main.tf': MAIN } },
    { name: 'a unit of Terragrunt that runs it', link: 'live/terragrunt.hcl', files: { 'infra/main.tf': MAIN } },
    {
      name: 'a file that a unit includes',
      link: 'root.hcl',
      files: {
        'infra/main.tf': MAIN,
        'live/terragrunt.hcl': `include "root" {\n  path = find_in_parent_folders("root.hcl")\n}\n${RUNS}`,
      },
    },
  ]
  const ways = [
    { leads: 'out of the workspace', target: () => place.path('outside') },
    { leads: 'nowhere', target: () => 'gone' },
  ]
  const all = cases.flatMap((one) => ways.map((way) => ({ ...one, ...way })))
  test.each(all)('$name, $leads', async ({ link, files, leads, target }) => {
    place.write({ outside: link.includes('tfvars') ? 'effect = "Deny"\n' : DENY })
    place.write(Object.fromEntries(Object.entries(files).map(([path, text]) => [`ws/${path}`, text])))
    mkdirSync(dirname(place.path(`ws/${link}`)), { recursive: true })
    symlinkSync(target(), place.path(`ws/${link}`))
    const { code, out } = await place.run(['--format=json', ...ROLE], { cwd: 'ws' })
    const report = JSON.parse(out) as Report
    expect(code).toBe(0)
    expect(report.unread).toContainEqual({ path: link, reason: `${link} is a link that leads ${leads}` })
    expect(report.findings).toContainEqual(
      expect.objectContaining({ rule: 'policy-unreadable', level: 'notice', fingerprint: expect.anything() }),
    )
  })

  test.each(['infra/terraform.tfvars', 'infra/x.auto.tfvars.json', 'infra/terragrunt.hcl'])(
    'of a variable that %s may give the default does not count',
    async (link) => {
      place.write({ '.git/HEAD': '', 'infra/main.tf': MAIN })
      symlinkSync('gone', place.path(link))
      expect((await findings()).map(([rule]) => rule)).toContain('deny-may-block-clumio')
    },
  )

  test('of a module with an override that cannot be read it is said that nobody knows what that changes', async () => {
    place.write({ '.git/HEAD': '', 'infra/main.tf': MAIN })
    symlinkSync('gone', place.path('infra/override.tf'))
    const { out } = await place.run(['--format=json', ...ROLE])
    const why = 'what infra/override.tf changes of it cannot be read'
    expect((JSON.parse(out) as Report).unread).toContainEqual({
      path: 'infra/main.tf',
      reason: `aws_s3_bucket_policy.p: ${why}`,
    })
  })

  test.each(['docs/packer.hcl', 'infra/notes.txt', 'infra/unused'])(
    '%s, which it does not read, is not told',
    async (link) => {
      place.write({ '.git/HEAD': '', 'infra/main.tf': MAIN })
      mkdirSync(dirname(place.path(link)), { recursive: true })
      symlinkSync('gone', place.path(link))
      expect(await findings()).toEqual([])
    },
  )

  test.each([
    { name: 'where files looks for something else', inputs: ['infra'] },
    { name: 'in a folder that is passed over', link: 'node_modules/x/main.tf' },
    { name: 'beside a file of its name for OpenTofu', link: 'prod/main.tf', files: { 'prod/main.tofu': MAIN } },
  ])(
    'the only configuration of a folder is not told $name',
    async ({ link = 'prod/main.tf', inputs = [], files = {} }) => {
      place.write({ '.git/HEAD': '', 'infra/other.tf': MAIN, ...files })
      mkdirSync(dirname(place.path(link)), { recursive: true })
      symlinkSync('gone', place.path(link))
      const { out } = await place.run(['--format=json', ...ROLE, ...inputs])
      expect((JSON.parse(out) as Report).unread).toEqual([])
    },
  )
})

/** A unit that takes over the inputs of the closest `root.hcl` above it, and runs a module, or the one beside it. */
const unit = (source: string | null) =>
  `include "root" {\n  path = find_in_parent_folders("root.hcl")\n}\n${source === null ? '' : `terraform {\n  source = "${source}"\n}\n`}`
const gives = (effect: string) => `inputs = {\n  effect = "${effect}"\n}\n`
const ROOTS = { '.git/HEAD': '', 'shared/root.hcl': gives('Allow'), 'live/root.hcl': gives('Deny') }
const TOP = `\${get_repo_root()}/mod`

describe('a unit of Terragrunt behind a link to a folder is judged there, where its paths begin', () => {
  const denied = (root: string) => [['deny-blocks-clumio', root, 'text-only']]
  test.each<{ name: string; files: Record<string, string>; links: Record<string, string>; found: unknown }>([
    {
      name: 'that runs a module of elsewhere',
      files: { 'mod/main.tf': MAIN, 'shared/unit/terragrunt.hcl': unit(TOP) },
      links: { 'live/prod': '../shared/unit' },
      found: denied('live/prod'),
    },
    {
      name: 'that runs the module beside it',
      files: { 'shared/unit/main.tf': MAIN, 'shared/unit/terragrunt.hcl': unit(null) },
      links: { 'live/prod': '../shared/unit' },
      found: denied('live/prod'),
    },
    {
      name: 'whose module is found from there',
      files: { 'live/mod/main.tf': DENY, 'shared/mod/main.tf': MAIN, 'shared/unit/terragrunt.hcl': unit('../mod') },
      links: { 'live/prod': '../shared/unit' },
      found: [['deny-blocks-clumio', 'live/prod', 'edit']],
    },
    {
      name: 'further below',
      files: { 'mod/main.tf': MAIN, 'shared/all/a/unit/terragrunt.hcl': unit(TOP) },
      links: { 'live/all': '../shared/all' },
      found: denied('live/all/a/unit'),
    },
    {
      name: 'behind a link behind a link',
      files: { 'mod/main.tf': MAIN, 'units/u/terragrunt.hcl': unit(TOP), 'units/root.hcl': gives('Allow') },
      links: { 'shared/set/u': '../../units/u', 'live/set': '../shared/set' },
      found: denied('live/set/u'),
    },
    {
      name: 'with the values of its folder',
      files: {
        'mod/main.tf': MAIN,
        'shared/unit/terragrunt.hcl': unit(TOP),
        'shared/unit/terraform.tfvars': 'effect = "Allow"\n',
      },
      links: { 'live/prod': '../shared/unit' },
      found: [],
    },
    {
      name: 'once where it comes to the same there',
      files: { 'mod/main.tf': MAIN, 'shared/root.hcl': gives('Deny'), 'shared/unit/terragrunt.hcl': unit(TOP) },
      links: { 'shared/again': 'unit' },
      found: [['deny-blocks-clumio', 'shared/unit', 'edit']],
    },
    {
      name: 'and a link to a folder that it lies in has no end',
      files: { 'mod/main.tf': MAIN, 'shared/unit/terragrunt.hcl': unit(TOP) },
      links: { 'shared/unit/self': '.', 'shared/unit/up': '..', 'shared/a': '../live', 'live/b': '../shared/unit' },
      found: denied('live/b'),
    },
  ])('$name', async ({ files, links, found }) => {
    place.write({ ...ROOTS, ...files })
    for (const [link, target] of Object.entries(links)) {
      mkdirSync(dirname(place.path(link)), { recursive: true })
      symlinkSync(target, place.path(link))
    }
    expect(await findings()).toEqual(found)
  })

  test('more than anybody has are told', async () => {
    place.write({ ...ROOTS, 'mod/main.tf': MAIN, 'd14/terragrunt.hcl': unit(TOP) })
    for (let i = 0; i < 14; i++) {
      mkdirSync(place.path(`d${i}`))
      for (const name of ['a', 'b']) symlinkSync(`../d${i + 1}`, place.path(`d${i}/${name}`))
    }
    const { out } = await place.run(['--format=json', ...ROLE])
    const reason = expect.stringContaining('is one of more files of Terragrunt than are followed through links')
    expect((JSON.parse(out) as Report).unread).toContainEqual({
      path: expect.stringMatching(/terragrunt\.hcl$/),
      reason,
    })
  })
})

test.each(['node_modules/x', '.terraform/x', 'vendor/x'])(
  'a root module and a policy behind a link to %s are judged',
  async (folder) => {
    const policy = { Statement: [{ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::b3/*' }] }
    place.write({ '.git/HEAD': '', [`${folder}/main.tf`]: DENY, [`${folder}/p.json`]: JSON.stringify(policy) })
    symlinkSync(folder, place.path('app'))
    expect((await findings()).map(([rule, root]) => [rule, root])).toEqual([
      ['deny-blocks-clumio', folder],
      ['deny-blocks-clumio', null],
    ])
  },
)

test('a root module behind a link to its folder is told once: for Terraform its paths begin where it really lies', async () => {
  place.write({ '.git/HEAD': '', 'shared/app/main.tf': CALL.replace('./m', '../m'), 'shared/m/main.tf': DENY })
  mkdirSync(place.path('live'))
  symlinkSync('../shared/app', place.path('live/prod'))
  expect(await findings()).toEqual([['deny-blocks-clumio', 'shared/app', 'edit']])
})
