import { expect, test } from 'vitest'
import { mayName } from '../../src/terraform/roots/readers.js'

const RUNNING = { folder: 'modules/m', root: 'live/a' }

test.each([
  ['a path from the module', 'file("${path.module}/policy.json")', 'modules/m/policy.json', true],
  ['the same name in another folder', 'file("${path.module}/policy.json")', 'live/b/policy.json', false],
  ['a path above the module', 'file("${path.module}/../shared/policy.json")', 'modules/shared/policy.json', true],
  ['a path from the root', 'file("${path.root}/policy.json")', 'live/a/policy.json', true],
  ['a path from another root', 'file("${path.root}/policy.json")', 'live/b/policy.json', false],
  ['a relative path, which starts at the root', 'file("policy.json")', 'live/a/policy.json', true],
  ['a name that is joined to the module', 'join("/", [path.module, "policy.json"])', 'modules/m/policy.json', true],
  ['a relative path that leads elsewhere', 'file("./policy.json")', 'live/b/policy.json', false],
  ['a folder that is not known', 'file("${var.dir}/policy.json")', 'live/b/policy.json', true],
  [
    'a folder that is not known, with another behind it',
    'file("${var.dir}/x/policy.json")',
    'live/b/policy.json',
    false,
  ],
  ['a format', 'file(format("%s/policy.json", local.dir))', 'live/b/policy.json', true],
  ['a longer name', 'file("${path.module}/my-policy.json")', 'modules/m/policy.json', false],
  ['a second mention', '# policy.json\nx = file("${path.module}/policy.json")', 'modules/m/policy.json', true],
  ['no mention', 'file("${path.module}/other.json")', 'modules/m/policy.json', false],
])('%s', (_name, text, file, named) => {
  expect(mayName(text, RUNNING, file)).toBe(named)
})
