import { describe, expect, test } from 'vitest'
import { check } from '../../src/check/index.js'
import { literalTree } from '../../src/sources/literals.js'
import { sourcesOf } from '../../src/sources/sources.js'
import { attached, BLOCKS, type Files } from '../support/changes.js'
import { checkTree, OPTIONS } from '../support/check.js'

/** What a unit of Terragrunt and the files that it includes give together (Terragrunt, "include", `merge_strategy`). */

const module = (effect: string) =>
  `variable "c" {\n  type = any\n  default = {}\n}\n${attached(BLOCKS.replace('"Deny"', effect))}`
const BY_MEMBER = module('try(var.c.e, "Allow")')
const BY_ITEM = module('try(var.c[1], "Allow")')
const BY_VALUE = module('var.c')
const unit = (strategy: string, inputs: string) =>
  `terraform {\n  source = "../mod"\n}\ninclude "root" {\n  path = find_in_parent_folders("root.hcl")\n${strategy}}\ninputs = ${inputs}\n`
const by = (expression: string) => `  merge_strategy = ${expression}\n`

const blockedWith = async (mod: string, strategy: string, inputs: string, above: string) => {
  const { report } = await checkTree({
    'mod/main.tf': mod,
    'root.hcl': `inputs = ${above}\n`,
    'u/terragrunt.hcl': unit(strategy, inputs),
  })
  return report.findings.map(({ level }) => level)
}

test.each([
  ['a map of the unit replaces one above', '', ['{ c = { x = 1 } }', '{ c = { e = "Deny" } }'], BY_MEMBER, []],
  ['so it does where that is said', by('"shallow"'), ['{ c = { x = 1 } }', '{ c = { e = "Deny" } }'], BY_MEMBER, []],
  ['maps are merged', by('"deep"'), ['{ c = { x = 1 } }', '{ c = { e = "Deny" } }'], BY_MEMBER, ['warning']],
  ['maps alone are', by('"deep_map_only"'), ['{ c = { x = 1 } }', '{ c = { e = "Deny" } }'], BY_MEMBER, ['warning']],
  ['lists are put together', by('"deep"'), ['{ c = ["Allow"] }', '{ c = ["Deny", "Deny"] }'], BY_ITEM, ['warning']],
  [
    'by a strategy that is spelled',
    by('"${"deep"}"'),
    ['{ c = { x = 1 } }', '{ c = { e = "Deny" } }'],
    BY_MEMBER,
    ['warning'],
  ],
  ['by one that is not known', by('get_env("M")'), ['{}', '{ c = { e = "Deny" } }'], BY_MEMBER, ['warning']],
  ['what one alone gives is known', by('"deep"'), ['{}', '{ c = { e = "Deny" } }'], BY_MEMBER, ['error']],
  ['a text of the unit counts', by('"deep"'), ['{ c = "Deny" }', '{ c = "Allow" }'], BY_VALUE, ['error']],
  ['what is not merged gives nothing', by('"no_merge"'), ['{}', '{ c = { e = "Deny" } }'], BY_MEMBER, []],
] as const)('%s', async (_, strategy, [own, above], mod, levels) => {
  expect(await blockedWith(mod, strategy, own, above)).toEqual(levels)
})

/** The findings of units of which some files are left by a step and held by no commit. */
async function besides(committed: Files, left: Files) {
  const [head, job] = [literalTree(committed, 'head'), literalTree(left, 'job')]
  const tree = {
    ...head,
    read: (path: string) => head.read(path) ?? job.read(path),
    list: (folder: string) => [...head.list(folder), ...job.list(folder)],
    status: (path: string) => (head.status(path) === 'nothing' ? job.status(path) : head.status(path)),
  }
  const sources = Object.keys(committed).flatMap((path) => tree.read(path) ?? [])
  return check(sourcesOf(tree, sources), OPTIONS)
}

describe('of files that no commit holds a unit takes values', () => {
  const module = `variable "c" {\n  default = "Allow"\n}\n${attached(BLOCKS.replace('"Deny"', 'var.c').replace('{ Effect', '{ Sid = var.c, Effect'))}`
  const including = (path: string) => `terraform {\n  source = "../mod"\n}\ninclude "x" {\n  path = ${path}\n}\n`

  test('not of one somewhere else, and no default in its place', async () => {
    const committed = { 'mod/main.tf': module, 'u/terragrunt.hcl': including('"../left/secrets.hcl"') }
    const result = await besides(committed, { 'left/secrets.hcl': 'inputs = {\n  c = "planted-secret"\n}\n' })
    expect(JSON.stringify(result)).not.toContain('planted-secret')
    expect(result.report.findings).not.toEqual([])
  })

  test.each<[string, Files, Files]>([
    [
      'of one above it',
      { 'u/terragrunt.hcl': including('find_in_parent_folders("root.hcl")') },
      { 'root.hcl': 'inputs = {\n  c = "Deny"\n}\n' },
    ],
    ['of its own', {}, { 'u/terragrunt.hcl': 'terraform {\n  source = "../mod"\n}\ninputs = {\n  c = "Deny"\n}\n' }],
  ])('%s', async (_, committed, left) => {
    const { report } = await besides({ 'mod/main.tf': module, ...committed }, left)
    expect(report.findings.map(({ rule }) => rule)).toEqual(['deny-blocks-clumio'])
  })
})
