/**
 * The parser of HTTP that GitHub's client brings along is WebAssembly in a literal of 65 kB, three quarters of which are
 * for nothing: `http-parser.cjs` holds the same bytes compressed. It is committed, since compressed bytes may differ
 * between versions of Node, and the build holds it against the package. After an upgrade of that package:
 *
 *   node scripts/http-parser.mjs
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'

const require = createRequire(import.meta.url)
const target = fileURLToPath(new URL('http-parser.cjs', import.meta.url))

/** The module that stands for the package's own; throws an Error with one sentence when it has other bytes. */
export function httpParser() {
  if (!require(target).equals(packaged()))
    throw new Error('run node scripts/http-parser.mjs: the package is another one')
  return readFileSync(target, 'utf8')
}

function packaged() {
  return require('undici/lib/llhttp/llhttp-wasm.js')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const packed = brotliCompressSync(packaged()).toString('base64')
  writeFileSync(
    target,
    `// Made by scripts/http-parser.mjs; do not edit.
module.exports = require('node:zlib').brotliDecompressSync(
  Buffer.from(
    '${packed}',
    'base64',
  ),
)
`,
  )
}
