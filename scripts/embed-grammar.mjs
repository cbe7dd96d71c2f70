/**
 * Makes src/terraform/hcl/syntax/grammar.ts: the WebAssembly of the tree-sitter runtime and of its Terraform grammar, each as
 * base64 of brotli, so that the bundle is complete without files beside it. Run by hand after an upgrade of either
 * package and commit the result: compressed bytes may differ between versions of Node, so the build never runs this.
 *
 *   node scripts/embed-grammar.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'

const root = fileURLToPath(new URL('..', import.meta.url))
const parts = [
  { name: 'RUNTIME', folder: 'web-tree-sitter', file: 'web-tree-sitter.wasm' },
  { name: 'GRAMMAR', folder: '@tree-sitter-grammars/tree-sitter-hcl', file: 'tree-sitter-terraform.wasm' },
]

const notices = []
const constantsText = []
for (const { name, folder, file } of parts) {
  const at = join(root, 'node_modules', folder)
  const { version, license } = JSON.parse(readFileSync(join(at, 'package.json'), 'utf8'))
  const bytes = readFileSync(join(at, file))
  const packed = brotliCompressSync(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  })
  notices.push(` * - ${file} of ${folder} ${version} (${license})`)
  constantsText.push(`export const ${name} = '${packed.toString('base64')}'`)
}

writeFileSync(
  join(root, 'src/terraform/hcl/syntax/grammar.ts'),
  `/**
 * Made by scripts/embed-grammar.mjs; do not edit. Each constant is base64 of brotli of an unchanged file:
${notices.join('\n')}
 * Their licence texts are in dist/licenses.txt.
 */
${constantsText.join('\n')}
`,
)
