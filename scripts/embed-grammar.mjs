/**
 * Makes src/terraform/hcl/syntax/grammar.ts: the WebAssembly of the tree-sitter runtime and of its Terraform grammar, each as
 * Z85 (ZeroMQ RFC 32) of brotli, so that the bundle is complete without files beside it. Run by hand after an upgrade of either
 * package and commit the result: compressed bytes may differ between versions of Node, so the build never runs this.
 *
 * The runtime is an installed package. The grammar's package is not: of all that it brings only one file is needed, and
 * installing it would run its install script, which prepares a native module. So its archive is fetched, held against
 * the checksum in scripts/grammar/package.json, and that one file and the licence are taken out of it.
 *
 *   node scripts/embed-grammar.mjs           after a new version and its checksum (npm view NAME dist.integrity)
 *   node scripts/embed-grammar.mjs --check   fails when the committed bytes are not those of the packages
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib'

const root = fileURLToPath(new URL('..', import.meta.url))
const target = join(root, 'src/terraform/hcl/syntax/grammar.ts')
const home = join(root, 'scripts/grammar')
const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } })

const Z85 = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#'

const scratch = mkdtempSync(join(tmpdir(), 'grammar-'))
try {
  const runtime = join(root, 'node_modules/web-tree-sitter')
  const grammar = fetchPackage(readManifest(home))
  const parts = [
    { name: 'RUNTIME', manifest: readManifest(runtime), folder: runtime, file: 'web-tree-sitter.wasm' },
    { name: 'GRAMMAR', manifest: readManifest(home), folder: grammar, file: 'tree-sitter-terraform.wasm' },
  ]
  const licence = readFileSync(join(grammar, 'LICENSE'))
  const wasm = join(grammar, 'tree-sitter-terraform.wasm')
  if (values.check) check(parts, licence)
  else {
    writeFileSync(target, moduleOf(parts))
    writeFileSync(join(home, 'LICENSE'), licence)
    writeFileSync(
      join(home, 'package.json'),
      `${JSON.stringify({ ...readManifest(home), wasm: checksum(readFileSync(wasm)) }, null, 2)}\n`,
    )
  }
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

/** Downloads a package without installing it; the folder that it is unpacked to. */
function fetchPackage({ name, version, integrity }) {
  const packed = run('npm', ['pack', `${name}@${version}`, '--json', '--pack-destination', scratch])
  const archive = join(scratch, JSON.parse(packed)[0].filename)
  const found = checksum(readFileSync(archive))
  if (found !== integrity) throw new Error(`${name} ${version} has the checksum ${found}, not ${integrity}`)
  run('tar', ['-xzf', archive, '-C', scratch])
  return join(scratch, 'package')
}

/** A checksum as npm writes it. */
function checksum(bytes) {
  return `sha512-${createHash('sha512').update(bytes).digest('base64')}`
}

function run(command, args) {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8' })
  if (status !== 0) throw error ?? new Error(`${command} ${args.join(' ')} failed:\n${stderr}`)
  return stdout
}

function readManifest(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
}

function moduleOf(parts) {
  const notices = parts.map(
    ({ manifest, file }) => ` * - ${file} of ${manifest.name} ${manifest.version} (${manifest.license})`,
  )
  const lines = parts.map(({ name, folder, file }) => {
    const bytes = readFileSync(join(folder, file))
    const packed = brotliCompressSync(bytes, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
    })
    return `export const ${name} =\n  '${encoded(packed)}'`
  })
  return `/**
 * Made by scripts/embed-grammar.mjs; do not edit. Each constant is Z85 of brotli of an unchanged file, behind the number of bytes that fill it up:
${notices.join('\n')}
 * Their licence texts are in dist/licenses.txt.
 */
${lines.join('\n')}
`
}

/** Bytes as Z85 writes four of them in five characters, behind the number of zero bytes that fill up the last four. */
function encoded(bytes) {
  const filler = -bytes.length & 3
  const padded = Buffer.concat([bytes, Buffer.alloc(filler)])
  let text = String(filler)
  for (let at = 0; at < padded.length; at += 4) {
    const word = padded.readUInt32BE(at)
    for (let power = 85 ** 4; power >= 1; power /= 85) text += Z85[Math.floor(word / power) % 85]
  }
  return text
}

function decoded(text) {
  const words = text.slice(1).match(/.{5}/gs) ?? []
  const bytes = Buffer.alloc(words.length * 4)
  for (const [i, digits] of words.entries())
    bytes.writeUInt32BE(
      [...digits].reduce((word, digit) => word * 85 + Z85.indexOf(digit), 0),
      i * 4,
    )
  return bytes.subarray(0, bytes.length - Number(text[0]))
}

function check(parts, licence) {
  const text = readFileSync(target, 'utf8')
  for (const { name, folder, file } of parts) {
    const packed = new RegExp(`export const ${name} =\\s*'([^']*)'`).exec(text)?.[1] ?? ''
    const embedded = packed === '' ? Buffer.alloc(0) : brotliDecompressSync(decoded(packed))
    if (!embedded.equals(readFileSync(join(folder, file)))) throw new Error(`${name} is not ${file}`)
  }
  if (!licence.equals(readFileSync(join(home, 'LICENSE')))) throw new Error('the licence is not that of the package')
}
