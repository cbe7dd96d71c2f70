import { describe, expect, test } from 'vitest'
import { Checkout } from '../../src/terraform/roots/checkout.js'
import { variableAround } from '../../src/text/variable-block.js'

/** The file of a checkout that restates the default of `policy` in the root module `app`; null where none does. */
function restating(files: Readonly<Record<string, string>>): string | null {
  const paths = Object.keys({ 'app/main.tf': '', ...files })
  const entries = (folder: string) => {
    const prefix = folder === '' ? '' : `${folder}/`
    const below = paths.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length))
    return [...new Set(below.map((path) => prefix + (path.split('/')[0] ?? '')))]
  }
  const checkout = new Checkout({
    text: (path) => new TextEncoder().encode(files[path] ?? 'variable "policy" {}\n'),
    list: entries,
    status: (path) => (path === '..' ? 'outside' : paths.includes(path) ? 'file' : 'folder'),
    real: (path) => path,
  })
  return checkout.restates('policy', 'app')
}

describe('a default is restated by a variables file that is not loaded by itself', () => {
  test.each<[string, string, string]>([
    ['in HCL', 'app/prod.tfvars', 'policy = "{}"\n'],
    ['in HCL behind others', 'app/prod.tfvars', 'a = 1\n  policy= "{}"\n'],
    ['in JSON on one line', 'app/prod.tfvars.json', '{"policy": "{}"}'],
    ['in JSON on lines', 'app/prod.tfvars.json', '{\n  "a": 1,\n  "policy": "{}"\n}\n'],
    ['in JSON with escapes', 'app/prod.tfvars.json', '{"a": 1, "p\\u006flicy": "{}"}'],
    ['in JSON that is broken', 'app/prod.tfvars.json', '{"a": 1, "policy": "{}"'],
    ['in JSON in another folder', 'envs/prod.tfvars.json', '{"policy": "{}"}'],
    ['in another folder', 'envs/prod.tfvars', 'policy = "{}"\n'],
  ])('%s', (_name, path, text) => {
    expect(restating({ [path]: text })).toBe(path)
  })

  test.each<[string, string, string]>([
    ['one that is loaded', 'app/terraform.tfvars.json', '{"policy": "{}"}'],
    ['one in JSON that gives others', 'app/prod.tfvars.json', '{"my_policy": "{}", "a": {"policy": 1}}'],
    ['one in HCL that gives others', 'app/prod.tfvars', 'my_policy = "{}"\npolicy_name = "policy"\n'],
    ['one in JSON that gives nothing', 'app/prod.tfvars.json', '["policy"]'],
  ])('%s restates nothing', (_name, path, text) => {
    expect(restating({ [path]: text })).toBeNull()
  })
})

describe('the variable that a place is in the block of', () => {
  test.each<[string, string, string | null]>([
    ['on its first line', 'variable "a" { default = "@" }', 'a'],
    ['on a line of the block', 'variable "a" {\n  default = <<E\n{@}\nE\n}\n', 'a'],
    ['without quotes', '  variable a {\r\n  default = "@"\r\n}\r\n', 'a'],
    ['the last of several', 'variable "a" {\n}\nvariable "b" {\n  default = "@"\n}\n', 'b'],
    ['none behind a block', 'variable "a" {\n  default = ""\n}\n@', null],
    ['none behind a block on one line', 'variable "a" { default = "" } # b\n@', null],
    ['none in another block', 'variable "a" {\n}\nlocals {\n  b = "@"\n}\n', null],
    ['none where there is none', 'locals {\n  variable = "@"\n}\n', null],
    ['none in an empty text', '@', null],
  ])('%s', (_name, text, name) => {
    expect(variableAround(text.replace('@', ''), text.indexOf('@'))).toBe(name)
  })
})
