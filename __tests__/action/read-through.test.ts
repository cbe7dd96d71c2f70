import { describe, expect, test } from 'vitest'
import type { CheckOptions } from '../../src/model/options.js'
import {
  ALLOWS,
  attached,
  BLOCKS,
  BY_EFFECT,
  type Change,
  called,
  type Files,
  told,
  unit,
  variable,
} from '../support/changes.js'

/** A change is about what is made of it, however the files that it changes, brings or takes away are named and found. */

const root = { 'app/main.tf': variable('Deny') + attached(BY_EFFECT) }
const callee = { 'mod/main.tf': variable('Deny') + attached(BY_EFFECT) }

const handed = (kind: 'required' | 'optional', path: string) =>
  `terraform {\n  source = "../mod"\n  extra_arguments "v" {\n    commands = get_terraform_commands_that_need_vars()\n    ${kind}_var_files = ["${path}"]\n  }\n}\n`
const V = 'e = "Allow"\n'

describe('files of values that are named count wherever they lie', () => {
  const named = { ...root, 'values/prod.tfvars': V }
  const byName = (...paths: readonly string[]) => ({ terraformVariables: { app: paths } })
  test.each<[string, Files, Change, Partial<CheckOptions>]>([
    ['by the configuration, removed', named, { 'values/prod.tfvars': null }, byName('../values/prod.tfvars')],
    [
      'by the configuration, from the top, removed',
      named,
      { 'values/prod.tfvars': null },
      byName('values/prod.tfvars'),
    ],
    ['by the configuration, renamed', named, { 'x/p.txt': '<- values/prod.tfvars' }, byName('../values/prod.tfvars')],
    [
      'by the configuration, removed where one of the working directory takes its place',
      { ...root, 'v/a.tfvars': 'e = "Deny"\n', 'app/v/a.tfvars': V },
      { 'app/v/a.tfvars': null },
      byName('v/a.tfvars'),
    ],
    [
      'by the configuration with others, removed',
      { ...named, 'values/dev.tfvars': 'e = "Deny"\n' },
      { 'values/prod.tfvars': null },
      byName('../values/dev.tfvars', '../values/prod.tfvars'),
    ],
    ...(['required', 'optional'] as const).flatMap((kind): [string, Files, Change, Partial<CheckOptions>][] => [
      [
        `by a unit, ${kind}, removed`,
        { ...callee, 'live/terragrunt.hcl': handed(kind, '${get_terragrunt_dir()}/../v.tfvars'), 'v.tfvars': V },
        { 'v.tfvars': null },
        {},
      ],
      [
        `by a unit, ${kind}, renamed`,
        { ...callee, 'live/terragrunt.hcl': handed(kind, '${get_terragrunt_dir()}/../v.tfvars'), 'v.tfvars': V },
        { 'w.tfvars': '<- v.tfvars' },
        {},
      ],
      [
        `by what a unit includes, ${kind}, removed`,
        {
          ...callee,
          'live/terragrunt.hcl': 'include "root" {\n  path = find_in_parent_folders("root.hcl")\n}\n',
          'root.hcl': handed(kind, '${get_repo_root()}/v.tfvars').replace('"../mod"', '"${get_repo_root()}/mod"'),
          'v.tfvars': V,
        },
        { 'v.tfvars': null },
        {},
      ],
      [
        `by a unit from a folder above, ${kind}, removed`,
        {
          ...callee,
          'a/live/terragrunt.hcl': handed(kind, '${find_in_parent_folders("v.tfvars")}').replace('../mod', '../../mod'),
          'a/v.tfvars': V,
        },
        { 'a/v.tfvars': null },
        {},
      ],
    ]),
  ])('%s', async (_, base, change, given) => {
    const { findings, problem } = await told(base, change, 'pull-request', given)
    expect({ problem, any: findings.length > 0 }).toEqual({ problem: null, any: true })
  })
})

describe('of sets of values that agree, a change of one counts', () => {
  const sets = { ...root, 'app/envs/dev.tfvars': 'e = "Deny"\n', 'app/envs/prod.tfvars': V }
  test.each<[string, string]>([
    ['the first', 'app/envs/dev.tfvars'],
    ['the last', 'app/envs/prod.tfvars'],
  ])('%s', async (_, path) => {
    const base = { ...sets, 'app/envs/dev.tfvars': 'e = "Deny"\n', 'app/envs/prod.tfvars': 'e = "Deny"\n', [path]: V }
    expect(await told(base, { [path]: 'e = "Deny"\n' })).toEqual({ findings: ['app/main.tf'], problem: null })
  })
})

const manifest = (folder: string) =>
  JSON.stringify({
    Modules: [
      { Key: '', Source: '', Dir: '.' },
      { Key: 'm', Source: 'registry/m/aws', Dir: folder },
    ],
  })

describe('what terraform init noted of modules counts', () => {
  const MODULE = '.terraform/modules/m'
  const installed = {
    'app/main.tf': called('registry/m/aws', '  e = "Deny"\n'),
    [`app/${MODULE}/main.tf`]: variable('Allow') + attached(BY_EFFECT),
    'app/other/main.tf': variable('Allow') + attached(ALLOWS),
  }
  // Without the code of the module it is not known what becomes of the policy.
  const ASKS = called('registry/m/aws', `  e = "Deny"\n  bucket_policy = ${BLOCKS}\n`)
  const BASE = { ...installed, 'app/.terraform/modules/modules.json': manifest(MODULE) }
  test.each<[string, Files, Change]>([
    ['added', installed, { 'app/.terraform/modules/modules.json': manifest(MODULE) }],
    [
      'changed',
      { ...BASE, 'app/.terraform/modules/modules.json': manifest('other') },
      { 'app/.terraform/modules/modules.json': manifest(MODULE) },
    ],
    ['removed', { ...BASE, 'app/main.tf': ASKS }, { 'app/.terraform/modules/modules.json': null }],
    [
      'renamed',
      { ...BASE, 'app/main.tf': ASKS },
      { 'app/.terraform/modules/modules.old': '<- app/.terraform/modules/modules.json' },
    ],
    [
      'a file of a module, changed',
      { ...BASE, [`app/${MODULE}/main.tf`]: variable('Allow') + attached(ALLOWS) },
      { [`app/${MODULE}/main.tf`]: installed[`app/${MODULE}/main.tf`] },
    ],
    [
      'a default of a module, changed',
      {
        'app/main.tf': called('registry/m/aws'),
        [`app/${MODULE}/main.tf`]: attached(BY_EFFECT),
        [`app/${MODULE}/v.tf`]: variable('Allow'),
        'app/.terraform/modules/modules.json': manifest(MODULE),
      },
      { [`app/${MODULE}/v.tf`]: variable('Deny') },
    ],
    [
      'the call of a module, changed',
      { ...BASE, 'app/main.tf': called('registry/m/aws') },
      { 'app/main.tf': installed['app/main.tf'] },
    ],
    [
      'an override of a module, removed',
      { ...BASE, [`app/${MODULE}/x_override.tf`]: attached(ALLOWS) },
      { [`app/${MODULE}/x_override.tf`]: null },
    ],
  ])('%s', async (_, base, change) => {
    const { findings, problem } = await told(base, change)
    expect({ problem, any: findings.length > 0 }).toEqual({ problem: null, any: true })
  })
})

const COMMON = '${get_terragrunt_dir()}/../common'
const included = (path: string, more = '') => `include "i" {\n  path = ${path}\n}\n${more}`
const OPEN = { 'mod/main.tf': `variable "e" {\n  type = string\n}\n${attached(BY_EFFECT)}` }

describe('what Terragrunt reads counts, changed and removed', () => {
  const runs = unit('${get_repo_root()}/mod')
  test.each<[string, Files, string]>([
    [
      'what is included from beside',
      {
        ...callee,
        'live/terragrunt.hcl': runs + included(`"${COMMON}/x.hcl"`),
        'common/x.hcl': 'inputs = {\n  e = "Allow"\n}\n',
      },
      'common/x.hcl',
    ],
    [
      'what is included from above',
      {
        ...callee,
        'live/terragrunt.hcl': runs + included('find_in_parent_folders("x.hcl")'),
        'x.hcl': 'inputs = {\n  e = "Allow"\n}\n',
      },
      'x.hcl',
    ],
    [
      'configuration that a unit reads',
      {
        ...OPEN,
        'live/terragrunt.hcl': `${runs}locals {\n  c = read_terragrunt_config("../common/x.hcl")\n}\ninputs = {\n  e = local.c.locals.e\n}\n`,
        'common/x.hcl': 'locals {\n  e = "Allow"\n}\n',
      },
      'common/x.hcl',
    ],
    [
      'configuration that what is included reads',
      {
        ...OPEN,
        'live/terragrunt.hcl': runs + included('find_in_parent_folders("root.hcl")'),
        'root.hcl':
          'locals {\n  c = read_terragrunt_config("common/x.hcl")\n}\ninputs = {\n  e = local.c.locals.e\n}\n',
        'common/x.hcl': 'locals {\n  e = "Allow"\n}\n',
      },
      'common/x.hcl',
    ],
    [
      'configuration above that what is included reads',
      {
        ...OPEN,
        'a/live/terragrunt.hcl': runs + included('find_in_parent_folders("root.hcl")'),
        'root.hcl':
          'locals {\n  c = read_terragrunt_config(find_in_parent_folders("env.hcl"))\n}\ninputs = {\n  e = local.c.locals.e\n}\n',
        'a/env.hcl': 'locals {\n  e = "Allow"\n}\n',
      },
      'a/env.hcl',
    ],
    [
      'data that a unit reads',
      {
        ...OPEN,
        'live/terragrunt.hcl': `${runs}inputs = {\n  e = yamldecode(file("e.yaml")).e\n}\n`,
        'live/e.yaml': 'e: Allow\n',
      },
      'live/e.yaml',
    ],
    [
      'data that what is included reads',
      {
        ...OPEN,
        'live/terragrunt.hcl': runs + included('find_in_parent_folders("root.hcl")'),
        'root.hcl': 'inputs = yamldecode(file("${get_terragrunt_dir()}/e.yaml"))\n',
        'live/e.yaml': 'e: Allow\n',
      },
      'live/e.yaml',
    ],
    [
      'values that a unit reads',
      {
        ...OPEN,
        'live/terragrunt.hcl': `${runs}inputs = {\n  e = jsondecode(file("${COMMON}/e.tfvars.json")).e\n}\n`,
        'common/e.tfvars.json': '{"e":"Allow"}',
      },
      'common/e.tfvars.json',
    ],
  ])('%s', async (_, base, path) => {
    const any = async (change: Change) => (await told(base, change)).findings.length > 0
    const text = (base[path] ?? '').replace('Allow', 'Deny')
    expect([await any({ [path]: text }), await any({ [path]: null }), await any({ other: null })]).toEqual([
      true,
      true,
      false,
    ])
  })
})

describe('what a root does not read says nothing of it', () => {
  const env = {
    'live/env.hcl': 'locals {}\n',
    'other/env.hcl': 'locals {}\n',
    'other/e.yaml': 'e: 1\n',
    'live/e.yaml': 'e: 1\n',
  }
  const base = {
    ...callee,
    ...env,
    'root.hcl':
      'locals {\n  c = read_terragrunt_config(find_in_parent_folders("env.hcl"))\n  d = yamldecode(file("${get_terragrunt_dir()}/e.yaml"))\n}\ninputs = {}\n',
    'live/a/terragrunt.hcl': included(
      'find_in_parent_folders("root.hcl")',
      handed('optional', '${get_terragrunt_dir()}/v.tfvars').replace('../mod', '../../mod'),
    ),
    'other/a/terragrunt.hcl': 'inputs = {}\n',
    'other/a/v.tfvars': 'x = 1\n',
    'other/.terraform/modules/modules.json': manifest('x'),
  }
  test.each<[string, Change]>([
    ['configuration of another unit', { 'other/env.hcl': null }],
    ['data of another unit', { 'other/e.yaml': null }],
    ['data above the unit whose own is meant', { 'live/e.yaml': 'e: 2\n' }],
    ['another unit', { 'other/a/terragrunt.hcl': null }],
    ['values beside another unit', { 'other/a/v.tfvars': null }],
    ['what was downloaded for another root', { 'other/.terraform/modules/modules.json': null }],
  ])('%s', async (_, change) => {
    expect(await told(base, change)).toEqual({ findings: [], problem: null })
  })
  test('and what it does read does', async () => {
    expect((await told(base, { 'live/env.hcl': null })).findings).not.toEqual([])
  })
})

test('a module that is removed as a whole counts for who calls it', async () => {
  const base = { 'app/main.tf': called('../mod', `  bucket_policy = ${BLOCKS}\n`), ...callee }
  expect((await told(base, { 'mod/main.tf': null })).findings).not.toEqual([])
})

const service = (effect: string, more = '') =>
  `service: a\nprovider:\n  name: aws\n  stage: dev\n${more}resources:\n  Resources:\n    P:\n      Type: AWS::S3::BucketPolicy\n      Properties:\n        Bucket: b\n        PolicyDocument:\n          Statement:\n            - Effect: Deny\n              Principal: "*"\n              Action: s3:*\n              Resource: arn:aws:s3:::b/*\n              Condition:\n                StringNotEquals:\n                  aws:PrincipalAccount: ${effect}\n`
const ACCOUNTS = 'a: "111111111111"\n'

describe('what a serverless.yml is made of counts, changed and removed', () => {
  test.each<[string, Files, string]>([
    [
      'all of custom',
      { 'serverless.yml': service('${self:custom.a}', 'custom: ${file(c.yml)}\n'), 'c.yml': ACCOUNTS },
      'c.yml',
    ],
    [
      'a member of custom',
      { 'serverless.yml': service('${self:custom.x.a}', 'custom:\n  x: ${file(./c.yml)}\n'), 'c.yml': ACCOUNTS },
      'c.yml',
    ],
    [
      'a name of a file',
      { 'serverless.yml': service('${self:custom.x}', 'custom:\n  x: ${file(./c.yml):a}\n'), 'c.yml': ACCOUNTS },
      'c.yml',
    ],
    [
      'a name of a file, with a default',
      { 'serverless.yml': service("${file(./c.yml):a, 'none'}"), 'c.yml': ACCOUNTS },
      'c.yml',
    ],
    ['a part of a text', { 'serverless.yml': service('"1${file(c.yml):a}"'), 'c.yml': ACCOUNTS }, 'c.yml'],
    [
      'a file by the stage',
      {
        'serverless.yml': service('${self:custom.a}', 'custom: ${file(conf/${self:provider.stage}.yml)}\n'),
        'conf/dev.yml': ACCOUNTS,
      },
      'conf/dev.yml',
    ],
    [
      'a file by an option',
      {
        'serverless.yml': service('${self:custom.a}', "custom: ${file(conf/${opt:stage, 'dev'}.yml)}\n"),
        'conf/prod.yml': ACCOUNTS,
      },
      'conf/prod.yml',
    ],
    [
      'a member by an option',
      {
        'serverless.yml': service('${self:custom.by.${opt:stage}.a}', 'custom:\n  by: ${file(c.yml)}\n'),
        'c.yml': ACCOUNTS,
      },
      'c.yml',
    ],
    [
      'a file that such a file reads',
      {
        'serverless.yml': service('${self:custom.a}', 'custom: ${file(conf/c.yml)}\n'),
        'conf/c.yml': 'a: ${file(d.yml):a}\n',
        'd.yml': ACCOUNTS,
      },
      'd.yml',
    ],
    [
      'a script',
      { 'serverless.yml': service('${self:custom.a}', 'custom: ${file(c.js)}\n'), 'c.js': 'module.exports = {}\n' },
      'c.js',
    ],
    [
      'resources that included ones include',
      {
        'serverless.yml': 'service: a\nprovider:\n  name: aws\nresources: ${file(conf/r.yml)}\n',
        'conf/r.yml': 'Resources: ${file(conf/s.yml)}\n',
        'conf/s.yml': `P:\n${service('"1"').split('    P:\n')[1]}`,
      },
      'conf/s.yml',
    ],
  ])('%s', async (_, base, path) => {
    const any = async (change: Change) => (await told(base, change)).findings.length > 0
    const changed = await any({ [path]: `${base[path]}\n` })
    const isOnlyInIt = path === 'conf/s.yml'
    expect([changed, await any({ [path]: null }), await any({ 'x.yml': 'x: 1\n' })]).toEqual([true, !isOnlyInIt, false])
  })

  test('files of functions alone do not', async () => {
    const base = {
      'serverless.yml': service('"1"', 'functions: ${file(f.yml)}\ncustom:\n  x: ${file(c.yml)}\n'),
      'f.yml': 'f: 1\n',
      'c.yml': 'a: 1\n',
    }
    expect(await told(base, { 'f.yml': 'f: 2\n', 'c.yml': 'a: 2\n' })).toEqual({ findings: [], problem: null })
  })
})
