import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { brotliDecompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { GRAMMAR, RUNTIME } from '../../../src/terraform/hcl/syntax/grammar.js'
import { HclGrammar } from '../../../src/terraform/hcl/syntax/index.js'

const require = createRequire(import.meta.url)

test.each([
  ['runtime', RUNTIME, 'web-tree-sitter/web-tree-sitter.wasm'],
  ['grammar', GRAMMAR, '@tree-sitter-grammars/tree-sitter-hcl/tree-sitter-terraform.wasm'],
])('the embedded %s is the file of the installed package', (_name, packed, file) => {
  const root = require.resolve('vitest/package.json').replace(/vitest[\\/]package\.json$/, '')
  expect(brotliDecompressSync(Buffer.from(packed, 'base64')).equals(readFileSync(root + file))).toBe(true)
})

test('broken text has an error, and text without any has none', async () => {
  const parse = await new HclGrammar().load()
  expect(parse('locals {\n  a = 1\n}\n').hasError).toBe(false)
  expect(parse('locals {\n  a = \n}\n').hasError).toBe(true)
})
