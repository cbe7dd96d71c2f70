/**
 * Builds `dist/` from `src/`: `tsc` to `lib/`, then `@vercel/ncc` on the compiled JavaScript (`bundle.mjs`). All files
 * are made in memory and checked before any of them is written, and the result is run from an empty directory, where no
 * `node_modules` can hide a hole in the bundle. The same sources give the same bytes on every machine.
 *
 *   node scripts/build.mjs [--out DIR]
 */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { bundle } from './bundle.mjs'
import { refuseInstallScripts, renderLicenses } from './licenses.mjs'
import { smoke } from './smoke.mjs'

/** Entries below `src/`, each with its bundle. */
const ENTRIES = ['index', 'cli']

/** Most bytes of source that may lie in a second chunk; beyond it, what is shared belongs into one of its own. */
const MAX_TWICE = 52 * 1024

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const { values } = parseArgs({ options: { out: { type: 'string' } } })
const out = resolve(root, values.out ?? 'dist')

// Webpack's module and chunk ids are hashes of paths relative to the current directory.
process.chdir(root)
const started = performance.now()
compile()
const files = await makeFiles()
verify(files)
place(files)
const broken = smoke(out)
if (broken !== null) fail(broken)
report(files)

function compile() {
  rmSync('lib', { recursive: true, force: true })
  const tsc = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'], {
    stdio: 'inherit',
  })
  if (tsc.status !== 0) fail('tsc found errors')
}

/** All files of `dist/` as name → content. */
async function makeFiles() {
  try {
    const { files, packages, twice } = await bundle(root, ENTRIES)
    const bytes = twice.reduce((sum, one) => sum + one.bytes * (one.chunks - 1), 0)
    if (bytes > MAX_TWICE) fail(`several chunks hold ${twice.map(({ path }) => path).join(', ')}`)
    refuseInstallScripts(packages)
    return files.set('licenses.txt', Buffer.from(renderLicenses(packages)))
  } catch (thrown) {
    return fail(thrown instanceof Error ? thrown.message : String(thrown))
  }
}

/** What would differ on the next machine fails the build. */
function verify(files) {
  for (const [name, bytes] of files) {
    const text = bytes.toString('latin1')
    if (text.includes(root + sep) || text.includes(root.replaceAll('\\', '/')))
      fail(`${name} names a path of this machine`)
  }
}

/** Writes the files and removes everything else from the folder. */
function place(files) {
  mkdirSync(out, { recursive: true })
  for (const entry of readdirSync(out)) {
    if (!files.has(entry)) rmSync(join(out, entry), { recursive: true, force: true })
  }
  for (const [name, bytes] of files) {
    const path = join(out, name)
    rmSync(path, { force: true })
    writeFileSync(path, bytes, { mode: bytes.subarray(0, 2).toString() === '#!' ? 0o755 : 0o644 })
  }
}

function report(files) {
  for (const name of [...files.keys()].sort()) {
    process.stdout.write(`${String(Math.ceil(statSync(join(out, name)).size / 1024)).padStart(6)} kB  ${name}\n`)
  }
  const total = [...files.values()].reduce((sum, bytes) => sum + bytes.length, 0)
  process.stdout.write(`${String(Math.ceil(total / 1024)).padStart(6)} kB  in ${files.size} files\n`)
  process.stdout.write(`built in ${((performance.now() - started) / 1000).toFixed(1)} s\n`)
}

function fail(message) {
  process.stderr.write(`build: ${message}\n`)
  process.exit(1)
}
