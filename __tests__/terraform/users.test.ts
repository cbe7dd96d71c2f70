import { describe, expect, test } from 'vitest'
import { memorySource } from '../../src/sources/source.js'
import { Checkout } from '../../src/terraform/roots/checkout.js'
import { SourceTree } from '../../src/units/source-tree.js'
import { variantsOf } from '../../src/units/variants.js'

type Texts = Readonly<Record<string, string>>

/** The tree of some files; `links` are files that are others under a further name. */
function treeOf(files: Texts, links: Texts = {}) {
  const paths = [...Object.keys(files), ...Object.keys(links)]
  const real = (path: string) => links[path] ?? path
  return {
    text: (path: string) => {
      const text = files[real(path)]
      return text === undefined ? null : new TextEncoder().encode(text)
    },
    list: (folder: string) => {
      const prefix = folder === '' ? '' : `${folder}/`
      const below = paths.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length))
      return [...new Set(below.map((path) => prefix + (path.split('/')[0] ?? '')))].sort()
    },
    status: (path: string) => (path.startsWith('..') ? 'outside' : paths.includes(path) ? 'file' : 'folder') as 'file',
    real,
  }
}

const BACKEND = 'terraform {\n  backend "s3" {}\n}\n'
const call = (source: string) => `module "m" {\n  source = "${source}"\n}\n`
const unit = (source: string) => `terraform {\n  source = "${source}"\n}\ninputs = {}\n`

describe('a file is used by the same roots that are judged', () => {
  test.each<[string, Texts, readonly string[]]>([
    ['one that nobody calls', { 'm/main.tf': '' }, ['m']],
    ['its callers', { 'm/main.tf': '', 'a/main.tf': call('../m'), 'b/main.tf': call('../m') }, ['a', 'b']],
    ['its caller, and itself where it has a backend', { 'm/main.tf': BACKEND, 'a/main.tf': call('../m') }, ['a', 'm']],
    ['the unit that runs it', { 'm/main.tf': BACKEND, 'u/terragrunt.hcl': unit('../m') }, ['u']],
    ['each unit', { 'm/main.tf': '', 'u/terragrunt.hcl': unit('../m'), 'v/terragrunt.hcl': unit('../m') }, ['u', 'v']],
    ['a unit in its own folder', { 'm/main.tf': '', 'm/terragrunt.hcl': 'inputs = {}\n' }, ['m']],
  ])('%s', (_name, files, roots) => {
    expect([...new Checkout(treeOf(files)).rootsUsing('m/main.tf')].sort()).toEqual(roots)
  })

  test('one that a root names', () => {
    const files = { 'p.json': '{}', 'a/main.tf': 'locals {\n  p = file("../p.json")\n}\n', 'b/main.tf': '' }
    expect([...new Checkout(treeOf(files)).rootsUsing('p.json')]).toEqual(['a'])
  })
})

describe('a file of values that is loaded through a link', () => {
  const variable = 'variable "name" {}\n'
  const variants = (files: Texts, links: Texts) => {
    const { text, ...tree } = treeOf(files, links)
    const lookup = (path: string) => {
      const bytes = text(path)
      return bytes === null ? null : memorySource(path, bytes, 'head')
    }
    return variantsOf({ folder: 'app', unit: null }, new SourceTree({ lookup, ...tree }), []).map(({ name }) => name)
  }

  test.each([
    ['elsewhere in the checkout', 'shared/common.tfvars', ['app/prod.tfvars']],
    ['below the root', 'app/envs/common.tfvars', ['app/prod.tfvars']],
  ])('%s gives what the root needs, and is no variant', (_name, path, further) => {
    const files = { 'app/main.tf': variable, 'app/prod.tfvars': 'name = "p"\n', [path]: 'name = "c"\n' }
    expect(variants(files, { 'app/terraform.tfvars': path })).toEqual([null, ...further])
  })
})
