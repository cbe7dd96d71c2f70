import { describe, expect, test } from 'vitest'
import { attached, BLOCKS, BY_EFFECT, type Change, DENY, type Files, told, unit } from '../support/changes.js'
import { checkTree } from '../support/check.js'

/** A name is what it comes to, whichever way it is spelled: with escapes, with literals in templates, or by functions. */

const harmless = `variable "e" {\n  default = "Allow"\n}\n${attached(BY_EFFECT)}`
const calling = (source: string, more = '') => `module "m" {\n  source = ${source}\n${more}}\n`
const blocking = '  e = "Deny"\n'
const rulesIn = async (files: Files) => (await checkTree(files)).report.findings.map(({ rule }) => rule)

/** Sources of a module in the folder beside. */
const KNOWN = [
  ['an escaped letter', String.raw`"../\u006dod"`],
  ['an escaped point', String.raw`"\u002e./mod"`],
  ['a literal in a template', '"../m${"od"}"'],
  ['brackets', '("../mod")'],
  ['the folder of the module', '"${path.module}/../mod"'],
  ['a local value with an escape', 'local.s'],
  ['the default of a variable', '"${var.base}/mod"'],
] as const
const COMPUTED = [
  ['a function', 'join("/", ["..", "mod"])'],
  ['a function in a template', '"../m${lower("OD")}"'],
  ['a local value that a function makes', 'local.f'],
  ['a directive', '"../m%{ if true }od%{ endif }"'],
  ['strip markers', '"${~"../mod"~}"'],
] as const
const NAMES = `locals {\n  s = "../\\u006dod"\n  f = format("..%smod", "/")\n}\nvariable "base" {\n  default = ".."\n}\n`

describe('a module is judged with what its caller gives it', () => {
  test.each([...KNOWN, ...COMPUTED])('by %s', async (_, source) => {
    const rules = await rulesIn({ 'app/main.tf': NAMES + calling(source, blocking), 'mod/main.tf': harmless })
    expect(rules).toEqual(['deny-blocks-clumio'])
  })

  test.each([
    ['a literal', '"./node_${"modules"}/m"'],
    ['a function', '"./${join("", ["node_", "modules"])}/m"'],
  ])('in a folder that is passed over unless %s names it', async (_, source) => {
    const files = { 'app/main.tf': calling(source), 'app/node_modules/m/main.tf': attached(BLOCKS) }
    expect([...new Set(await rulesIn(files))]).toEqual(['deny-blocks-clumio'])
  })

  test('a source in JSON may have a template as well', async () => {
    const call = JSON.stringify({ module: { m: { source: '../m${"od"}', e: 'Deny' } } })
    expect(await rulesIn({ 'app/main.tf.json': call, 'mod/main.tf': harmless })).toEqual(['deny-blocks-clumio'])
  })

  test.each([
    ['a variable without a value', '"../${var.none}"', ['policy-unknown']],
    ['a path from the top of the machine', '"/srv/checkout/mod"', ['policy-unknown']],
    ['an address of a file', '"git::file:///srv/checkout//mod"', ['policy-unknown']],
    ['one that leads elsewhere for certain', '"git::https://example.com/${var.none}.git"', []],
  ])('one that may be any is told where its arguments fit: by %s', async (_, source, rules) => {
    const files = { 'app/main.tf': `variable "none" {}\n${calling(source, blocking)}`, 'mod/main.tf': harmless }
    expect(await rulesIn(files)).toEqual(rules)
  })
})

describe('a unit of Terragrunt runs the module that its source names', () => {
  test.each([
    ['with an escape', String.raw`"../\u006dod"`],
    ['with a literal in a template', '"../m${"od"}"'],
    ['as the address of a file', '"file://../mod"'],
    ['as the address of a file from the top', '"file://${get_repo_root()}/mod"'],
    ['with a query', '"../mod?ref=v1"'],
    ['by a local value with an escape', 'local.s'],
  ])('%s', async (_, source) => {
    const run = `locals {\n  s = "../\\u006dod"\n}\nterraform {\n  source = ${source}\n}\ninputs = {\n  e = "Deny"\n}\n`
    const rules = await rulesIn({ 'live/terragrunt.hcl': run, 'mod/main.tf': harmless })
    expect(rules).toEqual(['deny-blocks-clumio'])
  })

  test('in JSON as well', async () => {
    const run = JSON.stringify({ terraform: { source: '../${"mod"}' }, inputs: { e: 'Deny' } })
    const rules = await rulesIn({ 'live/terragrunt.hcl.json': run, 'mod/main.tf': harmless })
    expect(rules).toEqual(['deny-blocks-clumio'])
  })

  test.each([
    ['letters beyond those of English', '"../módulo"', 'módulo'],
    ['a mark in its name', '"../m@1+x"', 'm@1+x'],
  ])('%s may be in it', async (_, source, folder) => {
    const run = `terraform {\n  source = ${source}\n}\ninputs = {\n  e = "Deny"\n}\n`
    const rules = await rulesIn({ 'live/terragrunt.hcl': run, [`${folder}/main.tf`]: harmless })
    expect(rules).toEqual(['deny-blocks-clumio'])
  })

  test.each([
    ['a function', '"${join("/", ["..", "mod"])}"'],
    ['a local value that a function makes', 'local.f'],
    ['a path from the top of the machine', '"/srv/checkout/mod"'],
    ['a repository on the disk', '"git::file://${get_repo_root()}//mod"'],
  ])('what %s makes of it is told', async (_, source) => {
    const run = `locals {\n  f = join("/", ["..", "mod"])\n}\nterraform {\n  source = ${source}\n}\ninputs = {\n  e = "Deny"\n}\n`
    const rules = await rulesIn({ 'live/terragrunt.hcl': run, 'mod/main.tf': harmless })
    expect(rules).toEqual(['policy-unreadable'])
  })

  test.each([
    ['an argument on the command line', 'arguments = ["-v${"ar"}=e=Deny"]'],
    ['one that goes on with what is not known', 'arguments = ["-v${get_env("X")}"]'],
    ['a file of values', String.raw`required_var_files = ["../v\u002etfvars"]`],
  ])('%s may give a variable a value', async (_, argument) => {
    const run = unit('../mod', '').replace(
      /\}\n$/,
      `  extra_arguments "a" {\n    commands = ["plan", "apply"]\n    ${argument}\n  }\n}\n`,
    )
    const files = { 'live/terragrunt.hcl': run, 'mod/main.tf': harmless, 'v.tfvars': 'e = "Deny"\n' }
    expect(await rulesIn(files)).not.toEqual([])
  })
})

describe('an edit of what several root modules use is text', () => {
  const multiline = attached(BLOCKS.replace(DENY, `\n    ${DENY},\n  `))
  const policy = JSON.stringify(
    { Statement: [{ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::b/*' }] },
    null,
    2,
  )
  const reading = (expression: string) => attached(`file(${expression})`)
  const waysOf = async (files: Files, read = Object.keys(files)) => {
    const { report } = await checkTree(files)
    const found = report.findings.filter(({ location }) => read.includes(location.path))
    return [...new Set(found.map(({ fix }) => fix?.applicability))]
  }

  test.each([...KNOWN, ...COMPUTED])('a module that another calls by %s', async (_, source) => {
    const files = { 'a/main.tf': calling('"../mod"'), 'b/main.tf': NAMES + calling(source), 'mod/main.tf': multiline }
    expect(await waysOf(files)).toEqual(['text-only'])
  })

  test('a module that one calls may be edited', async () => {
    expect(await waysOf({ 'a/main.tf': calling('"../mod"'), 'mod/main.tf': multiline })).toEqual(['edit'])
  })

  test('a source that leads elsewhere is none of it', async () => {
    const other = calling('"../${local.kind}/elsewhere"')
    const files = { 'a/main.tf': calling('"../mod"'), 'b/main.tf': other, 'mod/main.tf': multiline }
    expect(await waysOf(files, ['mod/main.tf'])).toEqual(['edit'])
  })

  test.each([
    ['an escaped letter', String.raw`"../p/\u0078.json"`],
    ['a literal in a template', '"../${"p"}/x.json"'],
    ['a name that is computed', '"../p/${lower("X")}.json"'],
    ['a path that is joined', 'join("/", ["..", "p", "x.json"])'],
    ['a format', 'format("../p/%s.json", "x")'],
  ])('a policy that another reads by %s', async (_, path) => {
    const files = { 'a/main.tf': reading('"../p/x.json"'), 'b/main.tf': reading(path), 'p/x.json': policy }
    expect(await waysOf(files)).toEqual(['text-only'])
  })
})

describe('a change is about what is made of it', () => {
  test.each<[string, Files, Change]>([
    ...[...KNOWN, ...COMPUTED].map(([name, source]): [string, Files, Change] => [
      `a call by ${name}`,
      { 'app/main.tf': NAMES + calling(source), 'mod/main.tf': harmless },
      { 'app/main.tf': NAMES + calling(source, blocking) },
    ]),
    ...(['required', 'optional'] as const).map((kind): [string, Files, Change] => [
      `${kind} files of values by an escaped name`,
      {
        'live/terragrunt.hcl': unit('../mod').replace(
          /\}\n$/,
          `  extra_arguments "a" {\n    commands = ["plan", "apply"]\n    ${kind}_var_files = ["../v\\u002etfvars"]\n  }\n}\n`,
        ),
        'mod/main.tf': harmless,
        'v.tfvars': 'e = "Allow"\n',
      },
      { 'v.tfvars': 'e = "Deny"\n' },
    ]),
    ...[
      String.raw`find_in_parent_folders("r\u006fot.hcl")`,
      'find_in_parent_folders("${"root"}.hcl")',
      'find_in_parent_folders(join(".", ["root", "hcl"]))',
    ].map((path): [string, Files, Change] => [
      `what a unit includes by ${path}`,
      {
        'live/a/terragrunt.hcl': `include "r" {\n  path = ${path}\n}\n${unit('../../mod')}`,
        'live/root.hcl': 'inputs = {\n  e = "Allow"\n}\n',
        'mod/main.tf': harmless,
      },
      { 'live/root.hcl': 'inputs = {\n  e = "Deny"\n}\n' },
    ]),
    ...[String.raw`"../e\u006ev.hcl"`, '"../e${"n"}v.hcl"', '"../${lower("ENV")}.hcl"'].map(
      (path): [string, Files, Change] => [
        `what a unit reads by ${path}`,
        {
          'live/terragrunt.hcl': unit('../mod', `inputs = {\n  e = read_terragrunt_config(${path}).locals.e\n}\n`),
          'env.hcl': 'locals {\n  e = "Allow"\n}\n',
          'mod/main.tf': `${attached(BY_EFFECT)}variable "e" {}\n`,
        },
        { 'env.hcl': 'locals {\n  e = "Deny"\n}\n' },
      ],
    ),
    [
      'data that a call is given, of a module by a spelled name',
      {
        'app/main.tf': calling(String.raw`"../\u006dod"`, '  e = jsondecode(file("${path.module}/v.jsn")).e\n'),
        'app/v.jsn': '{"e":"Allow"}',
        'mod/main.tf': harmless,
      },
      { 'app/v.jsn': '{"e":"Deny"}' },
    ],
    [
      'a call by a function that is taken away',
      {
        'app/main.tf': calling('join("/", ["..", "mod"])', '  e = "Allow"\n'),
        'mod/main.tf': harmless.replace('Allow', 'Deny'),
      },
      { 'app/main.tf': null },
    ],
  ])('%s', async (_, base, change) => {
    const { findings, problem } = await told(base, change)
    expect([...findings, problem].filter((one) => one !== null)).not.toEqual([])
  })

  test('a name that is spelled out in full says nothing of other files', async () => {
    const base = { 'app/main.tf': calling('"../mod"', blocking), 'mod/main.tf': harmless, 'b/env.hcl': 'locals {}\n' }
    expect(await told(base, { 'b/env.hcl': 'locals {\n  a = 1\n}\n' })).toEqual({ findings: [], problem: null })
  })
})
