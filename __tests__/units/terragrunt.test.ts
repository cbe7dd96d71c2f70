import { describe, expect, test } from 'vitest'
import { check } from '../../src/check/index.js'
import { literalTree } from '../../src/sources/literals.js'
import { sourcesOf } from '../../src/sources/sources.js'
import { checkTree, INTEGRATION, OPTIONS } from '../support/check.js'

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

const call = (expression: string) => `$${'{'}${expression}}`
const include = (path: string, label = 'common') => `include "${label}" {\n  path = ${path}\n}\n`

/** What the check says of the module, and of the files of Terragrunt. */
async function told(files: Readonly<Record<string, string>>, module = MODULE) {
  const { report } = await checkTree({ 'm/main.tf': module, ...files })
  return report.findings.map(({ rule, level, policy, location }) => `${level} ${rule} ${policy?.root ?? location.path}`)
}

const ON = 'inputs = { on = true }\n'
const BLOCKED = 'error deny-blocks-clumio live/u'
const UNTOLD = 'notice policy-unreadable live/u/terragrunt.hcl'

describe('files of values in the folder of a unit are copied over its module and count more than inputs', () => {
  const OFF = unit('../../m', '', 'inputs = { on = false }\n')
  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['those that are loaded', { 'live/u/terraform.tfvars': 'on = true\n' }, [BLOCKED]],
    ['those by their ending', { 'live/u/x.auto.tfvars.json': '{"on": true}' }, [BLOCKED]],
    ['those that a command line may name', { 'live/u/prod.tfvars': 'on = true\n' }, [BLOCKED]],
    ['in place of those of the module', { 'm/terraform.tfvars': 'on = true\n', 'live/u/terraform.tfvars': '' }, []],
    [
      'with those of the module',
      { 'm/b.auto.tfvars': 'on = true\n', 'live/u/a.auto.tfvars': 'on = false\n' },
      [BLOCKED],
    ],
    ['but no hidden ones, which are not copied', { 'live/u/.x.auto.tfvars': 'on = true\n' }, []],
    ['nor hidden ones of the module', { 'm/.x.auto.tfvars': 'on = true\n' }, []],
    ['nor those of another unit', { 'live/v/terraform.tfvars': 'on = true\n', 'live/v/terragrunt.hcl': '' }, []],
  ])('%s', async (_name, files, expected) => {
    // A file that may be named is a set of values by itself, beside those that are loaded.
    const off = expected.length > 0 ? OFF : OFF.replace('{ on = false }', '{}')
    expect(await told({ 'live/u/terragrunt.hcl': off, ...files })).toEqual(expected)
  })

  test.each<[string, string, string, readonly string[]]>([
    ['in the place of one of the module', 'p.json', 'p.json', [BLOCKED]],
    ['in a folder below', 'a/p.json', 'a/p.json', [BLOCKED]],
    ['not of another path', 'p.json', 'a/p.json', []],
    ['not a hidden one', '.p.json', '.p.json', []],
  ])('a file that the module reads is that of the unit %s', async (_name, named, given, expected) => {
    const policy = (effect: string) =>
      JSON.stringify({
        Statement: [{ Effect: effect, Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::b1/*', Sid: 'S' }],
      })
    const module = `resource "aws_s3_bucket_policy" "p" {\n  bucket = "b1"\n  policy = file("\${path.module}/${named}")\n}\n`
    const files = { [`m/${named}`]: policy('Allow'), [`live/u/${given}`]: policy('Deny') }
    const { report } = await checkTree({ 'm/main.tf': module, 'live/u/terragrunt.hcl': OFF, ...files })
    const found = report.findings.filter(({ policy: of }) => of?.root === 'live/u')
    expect(found.map(({ rule, level }) => `${level} ${rule} live/u`)).toEqual(expected)
  })

  test('configuration there that changes the module is told', async () => {
    const module = MODULE.replace('var.on', 'local.on').concat('locals {\n  on = var.on\n}\n')
    const files = { 'live/u/terragrunt.hcl': OFF, 'live/u/x_override.tf': 'locals {\n  on = true\n}\n' }
    expect(await told(files, module)).toEqual(['notice policy-unreadable live/u/x_override.tf'])
    expect(await told({ ...files, 'live/u/x_override.tf': 'provider "aws" {}\n' }, module)).toEqual([])
  })
})

describe('what a unit hands to Terraform on its command line counts more than inputs and files of values', () => {
  const UNDECIDED = 'warning deny-may-block-clumio live/u'
  const EFFECT = `variable "e" {\n  default = "Allow"\n}\nvariable "f" {\n  default = "Allow"\n}\n${MODULE.replace('var.on ? 1 : 0', '1').replace('"Deny"', 'var.e')}`
  const commands = 'commands = get_terraform_commands_that_need_vars()'
  const extra = (more: string, which = commands) => `extra_arguments "x" {\n    ${which}\n    ${more}\n  }`
  const allowed = (more: string, source = '../../m') => unit(source, more, 'inputs = { e = "Allow" }\n')
  const values = {
    'live/deny.tfvars': 'e = "Deny"\nother = 1\n',
    'live/other.tfvars': 'f = "Deny"\nother = 1\n',
    'live/allow.tfvars': 'e = "Allow"\nother = 1\n',
  }
  const name = (path: string) => `"${call('get_terragrunt_dir()')}/../${path}.tfvars"`
  const found = `find_in_parent_folders("deny.tfvars")`
  const includes = `include "root" {\n  path = find_in_parent_folders("root.hcl")\n}\n`
  test.each<[string, string, readonly string[]]>([
    ['a variable in two arguments', extra('arguments = ["-var", "e=Deny"]'), [UNDECIDED]],
    ['in one', extra('arguments = [\n "-lock=false", # -var\n "--var=e=${local.x}",\n]'), [UNDECIDED]],
    ['another one', extra('arguments = ["-var", "f=Deny"]'), []],
    ['one whose name is not known', extra('arguments = ["-var", local.pair]'), [UNDECIDED]],
    ['arguments that are not known', extra('arguments = local.list'), [UNDECIDED]],
    ['arguments of another command', extra('arguments = local.list', 'commands = ["init", "output"]'), []],
    ['a variable of the environment', extra('env_vars = { TF_VAR_e = "Deny" }'), [UNDECIDED]],
    ['another one there', extra('env_vars = { AWS_REGION = local.region, TF_VAR_f = "x" }'), []],
    ['variables there that are not known', extra('env_vars = local.env'), [UNDECIDED]],
    ['whole arguments there', extra('env_vars = { TF_CLI_ARGS_plan = "-var=e=Deny" }'), [UNDECIDED]],
    ['a file of values', extra(`required_var_files = [${name('deny')}]`), [BLOCKED]],
    ['one that a function finds', extra(`optional_var_files = [${found}]`), [BLOCKED]],
    ['one as an argument', extra(`arguments = ["-var-file", ${name('deny')}]`), [BLOCKED]],
    ['one that may count', extra(`required_var_files = [${name('deny')}]`, 'commands = ["plan"]'), [UNDECIDED]],
    ['one with other values', extra(`required_var_files = [${name('other')}]`), []],
    [
      'the last of several',
      extra(`optional_var_files = [${name('deny')}]\nrequired_var_files = [${name('allow')}]`),
      [BLOCKED],
    ],
    ['one that is not there', extra(`required_var_files = [${name('none')}]`), [UNDECIDED]],
    ['one that need not be there', extra(`optional_var_files = [${name('none')}]`), []],
    ['one that is not known', extra(`optional_var_files = ["${call('local.env')}.tfvars"]`), [UNDECIDED]],
    ['patterns of what is copied', 'exclude_from_copy = ["*.auto.tfvars"]', [UNDECIDED]],
    ['patterns of other files', 'include_in_copy = [".terraform-version"]', []],
  ])('%s', async (_name, more, expected) => {
    expect(await told({ ...values, 'live/u/terragrunt.hcl': allowed(more) }, EFFECT)).toEqual(expected)
    const own = { 'live/u/main.tf': EFFECT, 'live/u/terragrunt.hcl': allowed(more).replace(/ *source = .*\n/, '') }
    expect(await told({ ...values, ...own }, '')).toEqual(expected)
    const above = { 'live/root.hcl': `terraform {\n  ${more}\n}\n`, 'live/u/terragrunt.hcl': includes + allowed('') }
    expect(await told({ ...values, ...above }, EFFECT)).toEqual(expected)
  })

  test('of two blocks with one label that of the unit counts', async () => {
    const above = `terraform {\n  ${extra('arguments = ["-var=e=Deny"]')}\n}\n`
    const files = { 'live/root.hcl': above, 'live/u/terragrunt.hcl': includes + allowed(extra('arguments = []')) }
    expect(await told(files, EFFECT)).toEqual([])
  })

  test('a further set of values does not take the place of what the unit gives', async () => {
    const own = { 'live/u/main.tf': EFFECT.replace('default = "Allow"', ''), 'live/u/x.tfvars': 'e = "Allow"\n' }
    expect(await told({ ...own, 'live/u/terragrunt.hcl': 'inputs = { e = "Deny" }\n' }, '')).toEqual([BLOCKED])
  })
})

describe('the module of a unit is found by what its file says', () => {
  test.each<[string, string]>([
    [
      'a local value before the path',
      `locals {\n  modules = "../.."\n}\n${unit(`${call('local.modules')}//m`, '', ON)}`,
    ],
    ['a local value within the path', `locals {\n  name = "m"\n}\n${unit(`../../${call('local.name')}`, '', ON)}`],
    [
      'a local value that holds others and a function',
      `locals {\n  top = "${ROOT}"\n  path = "${call('local.top')}/m"\n}\nterraform {\n  source = local.path\n}\n${ON}`,
    ],
    ['a function by itself', `terraform {\n  source = find_in_parent_folders("m")\n}\n${ON}`],
  ])('%s', async (_name, text) => {
    expect(await told({ 'live/u/terragrunt.hcl': text })).toEqual([BLOCKED])
  })
})

describe('a unit without a source runs the module of what it includes', () => {
  const beside = `"${call('dirname(find_in_parent_folders("root.hcl"))')}/_common/b.hcl"`
  test.each<[string, string, string]>([
    ['from a file beside one above', beside, unit(`${ROOT}/m`, '')],
    ['from a file below the top of the repository', `"${ROOT}/live/_common/b.hcl"`, unit(`${ROOT}//m`, '')],
    ['from a relative path', '"../_common/b.hcl"', unit(`${ROOT}//m`, '')],
    ['by a path that is one from the folder of the unit', beside, unit('../../m', '')],
    [
      'by a path from the folder of the included file',
      beside,
      unit(`${call('get_parent_terragrunt_dir()')}/../../m`, ''),
    ],
    ['by a local value of the included file', beside, `locals {\n  m = "${ROOT}/m"\n}\n${unit(call('local.m'), '')}`],
  ])('%s', async (_name, path, common) => {
    const files = { 'live/root.hcl': '', 'live/_common/b.hcl': common }
    expect(await told({ ...files, 'live/u/terragrunt.hcl': include(path) + ON })).toEqual([BLOCKED])
    expect(await told({ ...files, 'live/u/terragrunt.hcl': include(path) + ON.replace('true', 'false') })).toEqual([])
  })

  const common = { 'live/_common/b.hcl': unit(`${ROOT}//m`, '', ON), 'live/root.hcl': '' }
  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['with its inputs as well', { 'live/u/terragrunt.hcl': include(beside) }, [BLOCKED]],
    [
      'and its own inputs count more; what is included is no unit by itself',
      { 'live/u/terragrunt.hcl': include(beside) + ON.replace('true', 'false') },
      [],
    ],
    [
      'of several that of the last',
      {
        'live/u/terragrunt.hcl': include('"../_common/none.hcl"', 'a') + include(beside),
        'live/_common/none.hcl': unit('git::https://x.test/m.git', ''),
      },
      [BLOCKED],
    ],
    [
      'but for one that has a source',
      { 'live/u/terragrunt.hcl': include(beside) + unit('git::https://x.test/m.git', '') },
      [],
    ],
  ])('%s', async (_name, more, expected) => {
    expect(await told({ ...common, ...more })).toEqual(expected)
  })
})

describe('inputs that are merged', () => {
  test.each<[string, string, readonly string[]]>([
    ['are known where the last of them says so', 'merge(local.x, { on = false })', []],
    ['are known where all are written', 'merge({ on = true }, { on = false })', []],
    ['and the last of them counts', 'merge({ on = false }, { on = true })', [BLOCKED]],
    ['are not known where others may come behind', 'merge({ on = false }, local.x)', [BLOCKED]],
  ])('%s', async (_name, inputs, expected) => {
    expect(await told({ 'live/u/terragrunt.hcl': unit('../../m', '', `inputs = ${inputs}\n`) })).toEqual(expected)
  })
})

describe('a unit whose module nobody can tell is told where its inputs are those of one that may write a bucket policy', () => {
  const source = `${call('include.common.locals.base')}/m`
  test.each<[string, string, readonly string[]]>([
    ['by a local value of what it includes', unit(source, '', ON), [UNTOLD]],
    ['by a folder within the path', unit(`../../${call('get_env("X")')}/m`, '', ON), [UNTOLD]],
    ['by a file that is not found', `${include('find_in_parent_folders("none.hcl")')}${ON}`, [UNTOLD]],
    [
      'by inputs that are merged',
      unit(source, '', 'inputs = merge(local.x, {\n  "on" = true # { y = 1 }\n})\n'),
      [UNTOLD],
    ],
    ['not where the module lacks a name', unit(source, '', 'inputs = {\n  on = true\n  other = 1\n}\n'), []],
    ['names within values are none', unit(source, '', 'inputs = { on = { other = 1 } }\n'), [UNTOLD]],
    [
      'names within a text are none',
      unit(source, '', 'inputs = {\n  on = <<-EOT\n    other = 1\n  EOT\n}\n'),
      [UNTOLD],
    ],
    ['not without inputs', unit(source, ''), []],
    ['not where it is known to come from elsewhere', unit('git::https://x.test/m.git', '', ON), []],
    ['not where the version alone is unknown', unit(`git::https://x.test/m.git?ref=${call('local.v')}`, '', ON), []],
  ])('%s', async (_name, text, expected) => {
    expect(await told({ 'live/u/terragrunt.hcl': text })).toEqual(expected)
  })

  test('not where no such module has to do with buckets', async () => {
    const module = 'variable "on" {}\nresource "aws_iam_policy" "p" {\n  name = var.on\n}\n'
    expect(await told({ 'live/u/terragrunt.hcl': unit(source, '', ON) }, module)).toEqual([])
  })

  test('a module from elsewhere that is named in what it includes gets what makes it write one', async () => {
    const files = {
      'live/u/terragrunt.hcl': `${include('"../b.hcl"')}inputs = { attach_policy = true }\n`,
      'live/b.hcl': unit('tfr:///terraform-aws-modules/s3-bucket/aws?version=4.1.0', ''),
    }
    expect(await told(files)).toEqual(['warning policy-unreadable live/u/terragrunt.hcl'])
  })
})

describe('a file that Terragrunt writes into the module of a unit', () => {
  const OPEN = MODULE.replace('var.on ? 1 : 0', 'local.n').concat('locals {\n  n = var.on ? 1 : 0\n}\n')
  const block = (name: string, contents: string) => `generate "x" {\n  path = ${name}\n  contents = ${contents}\n}\n`
  const heredoc = (text: string) => `<<EOF\n${text}\nEOF`
  const VALUE = heredoc('variable "on" {\n  default = true\n}')
  const PROVIDER = heredoc(
    `provider "aws" {\n  region = "${call('local.region')}"\n}\nterraform {\n  backend "s3" {}\n}`,
  )
  const SURE = 'warning policy-unreadable live/u/terragrunt.hcl'
  test.each<[string, string, readonly string[]]>([
    ['overrides the default of a variable', block('"z_override.tf"', VALUE), [BLOCKED, SURE]],
    ['gives a variable a value', block('"z.auto.tfvars"', heredoc('on = true')), [BLOCKED, SURE]],
    ['gives it in JSON', block('"terraform.tfvars.json"', heredoc('{"on": true}')), [BLOCKED, SURE]],
    ['takes the place of another', block('"main.tf"', VALUE), [BLOCKED, SURE]],
    [
      'is written by an attribute',
      'generate = {\n  p = {\n    path = "z.auto.tfvars"\n    contents = "on = true\\n"\n  }\n}\n',
      [BLOCKED, SURE],
    ],
    ['overrides a local value', block('"z_override.tf"', heredoc('locals {\n  n = 1\n}')), [SURE]],
    ['may hold a policy by a module', block('"m.tf"', heredoc('module "b" {\n  source = "./s3-bucket"\n}')), [UNTOLD]],
    ['overrides by what is not known', block('"z_override.tf"', 'local.text'), [BLOCKED, UNTOLD]],
    ['has a name that is not known', block('local.name', VALUE), [BLOCKED, UNTOLD]],
    ['is not known beside the others', block('"z.tf"', 'file("z.tf")'), [UNTOLD]],
    ['is not known by an attribute', 'generate = local.files\n', [BLOCKED, UNTOLD]],
    ['holds more than its text', block('"z_override.tf"', heredoc(call('local.text'))), [BLOCKED, UNTOLD]],
    ['is silent as a provider and a backend', block('"provider.tf"', PROVIDER), []],
    ['is silent as an override of them', block('"provider_override.tf"', PROVIDER), []],
    ['is silent where nothing loads it', block('"z.tfvars"', heredoc('on = true')), []],
    ['is silent as no configuration', block('".terraform-version"', '"1.9"'), []],
    ['is silent with another variable', block('"z.tf"', VALUE.replace('"on"', '"region"')), []],
    ['is silent with values of none', block('"z.auto.tfvars"', heredoc('region = "r"')), []],
  ])('%s', async (_name, text, expected) => {
    const own = `${unit('../../m', '')}${text}`
    expect((await told({ 'live/u/terragrunt.hcl': own }, OPEN)).sort()).toEqual([...expected].sort())
    const files = { 'live/root.hcl': text, 'live/u/terragrunt.hcl': include('"../root.hcl"') + unit('../../m', '') }
    const above = expected.map((one) => one.replace('u/terragrunt.hcl', 'root.hcl'))
    expect((await told(files, OPEN)).sort()).toEqual(above.sort())
  })

  test('is told where it holds the only policy of the root', async () => {
    const text = block('"p.tf"', heredoc(MODULE))
    expect(await told({ 'live/u/terragrunt.hcl': text, 'live/u/main.tf': 'locals {}\n' }, '')).toEqual([SURE])
    expect(await toldBeside({ 'live/u/terragrunt.hcl': text, 'live/u/main.tf': 'locals {}\n' })).toEqual([SURE])
  })
})

/** What is said where nobody names the files of Terragrunt. */
async function toldBeside(files: Readonly<Record<string, string>>) {
  const tree = literalTree(files, 'head')
  const judged = Object.keys(files).filter((path) => path.endsWith('.tf'))
  const { report } = await check(
    sourcesOf(
      tree,
      judged.flatMap((path) => tree.read(path) ?? []),
    ),
    OPTIONS,
  )
  return report.findings.map(({ rule, level, location }) => `${level} ${rule} ${location.path}`)
}

describe('a unit in JSON gives its module values', () => {
  const source = { terraform: { source: '../../m' } }
  test.each<[string, unknown, number]>([
    ['by its inputs', { ...source, inputs: { on: true } }, 1],
    ['by inputs that are off none', { ...source, inputs: { on: false } }, 0],
    ['by an expression what is not known', { ...source, inputs: { on: call('local.on') } }, 1],
    ['by an expression for all of them', { ...source, inputs: call('local.inputs') }, 1],
    ['by what it includes', { ...source, include: { root: { path: '../root.hcl' } } }, 1],
    ['by what it lets be written', { ...source, generate: { x: { path: 'x.auto.tfvars' } } }, 1],
    ['without any none', source, 0],
  ])('%s', async (_name, text, count) => {
    const found = await told({ 'live/u/terragrunt.hcl.json': JSON.stringify(text) })
    expect(found).toEqual(count === 0 ? [] : [BLOCKED])
  })

  test('one that cannot be read gives any', async () => {
    const files = { 'live/u/terragrunt.hcl.json': '{"inputs": {', 'live/u/main.tf': MODULE }
    expect(await told(files, '')).toEqual([BLOCKED])
  })

  test('and is told where it lets a policy be written', async () => {
    const unitText = JSON.stringify({ generate: { p: { path: 'p.tf', contents: MODULE } } })
    const found = await toldBeside({ 'live/u/terragrunt.hcl.json': unitText, 'live/u/main.tf': 'locals {}\n' })
    expect(found).toEqual([`${UNTOLD}.json`])
  })
})
