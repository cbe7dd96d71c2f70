import { expect, test } from 'vitest'
import { configurationFiles, isConfiguration, terraformFile, variableFiles } from '../../src/text/terraform-files.js'

test.each([
  ['main.tf', 'configuration', 'hcl', 'both'],
  ['a/b/main.tf.json', 'configuration', 'json', 'both'],
  ['main.tofu', 'configuration', 'hcl', 'opentofu'],
  ['main.tofu.json', 'configuration', 'json', 'opentofu'],
  ['override.tf', 'override', 'hcl', 'both'],
  ['a/policy_override.tf.json', 'override', 'json', 'both'],
  ['a/policy_override.tofu', 'override', 'hcl', 'opentofu'],
  ['policyoverride.tf', 'configuration', 'hcl', 'both'],
  ['terraform.tfvars', 'variables', 'hcl', 'both'],
  ['prod.tfvars.json', 'variables', 'json', 'both'],
  ['a/.hidden.auto.tfvars', 'variables', 'hcl', 'both'],
  ['.auto.tfvars.json', 'variables', 'json', 'both'],
])('%s is of the kind %s in %s for %s', (path, kind, syntax, tool) => {
  expect(terraformFile(path)).toEqual({ kind, syntax, tool })
  expect(isConfiguration(path)).toBe(kind !== 'variables')
})

test.each([
  '.main.tf',
  'a/.hidden_override.tf.json',
  '.tf',
  'a/.tofu',
  'main.tf.bak',
  'main.hcl',
  'tf',
  'main.tf/notes.md',
  'plan.json',
])('%s is nothing that Terraform reads', (path) => {
  expect(terraformFile(path)).toBeNull()
  expect(isConfiguration(path)).toBe(false)
})

test('overrides are read last, each group by name, and a .tofu file in place of the .tf file of its name', () => {
  const folder = ['x/override.tf', 'x/b.tf', 'x/a_override.tf', 'x/a.tofu', 'x/a.tf', 'x/c.tf.json', 'x/v.auto.tfvars']
  expect(configurationFiles(folder)).toEqual(['x/a.tofu', 'x/b.tf', 'x/c.tf.json', 'x/a_override.tf', 'x/override.tf'])
})

test('of the files of values those are read that no command line has to name', () => {
  const folder = ['z.auto.tfvars', 'prod.tfvars', 'terraform.tfvars.json', 'a.auto.tfvars.json', 'terraform.tfvars']
  expect(variableFiles(folder)).toEqual([
    'terraform.tfvars',
    'terraform.tfvars.json',
    'a.auto.tfvars.json',
    'z.auto.tfvars',
  ])
})

test('files of values are read by their ending, hidden ones first', () => {
  expect(variableFiles(['a.auto.tfvars', '.z.auto.tfvars', '.auto.tfvars.json', '.dev.tfvars', '.tfvars'])).toEqual([
    '.auto.tfvars.json',
    '.z.auto.tfvars',
    'a.auto.tfvars',
  ])
})
