import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { GRAMMAR, RUNTIME } from '../../../src/terraform/hcl/syntax/grammar.js'
import { HclGrammar } from '../../../src/terraform/hcl/syntax/index.js'
import { unpack } from '../../../src/terraform/hcl/syntax/parser.js'

const require = createRequire(import.meta.url)

test('the embedded runtime is the file of the installed package', () => {
  const root = require.resolve('vitest/package.json').replace(/vitest[\\/]package\.json$/, '')
  const file = readFileSync(join(root, 'web-tree-sitter/web-tree-sitter.wasm'))
  expect(file.equals(unpack(RUNTIME))).toBe(true)
})

test('the embedded grammar is the file with the recorded checksum', () => {
  // `.ci/run` holds the file, and so the checksum, to the package's archive.
  const { wasm } = require('../../../scripts/grammar/package.json') as { wasm: string }
  expect(`sha512-${createHash('sha512').update(unpack(GRAMMAR)).digest('base64')}`).toBe(wasm)
})

test('broken text has an error, and text without any has none', async () => {
  const parse = await new HclGrammar().load()
  expect(parse('locals {\n  a = 1\n}\n').hasError).toBe(false)
  expect(parse('locals {\n  a = \n}\n').hasError).toBe(true)
})
