/**
 * Builds `dist/` from `src/`: `tsc` to `lib/`, then `@vercel/ncc` once per entry on the compiled JavaScript. All files
 * are made in memory and checked before any of them is written, and the result is run from an empty directory, where no
 * `node_modules` can hide a hole in the bundle. The same sources give the same bytes on every machine.
 *
 *   node scripts/build.mjs [--out DIR]
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import ncc from '@vercel/ncc'
import { collectPackages, renderLicenses } from './licenses.mjs'

/** Entries below `src/`, each with its bundle. */
const ENTRIES = ['index', 'cli']

/** A policy with a finding, so that a run loads what it loads only on a finding. */
const POLICY = {
  Statement: [
    {
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: ['arn:aws:s3:::data', 'arn:aws:s3:::data/*'],
      Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } },
    },
  ],
}

/** Runs from an empty directory that must end with exit code 1, one finding, and say so on stdout. */
const SMOKE_RUNS = [
  { file: 'index.js', args: [], says: '::error' },
  ...['pretty', 'json', 'github', 'markdown'].map((format) => ({
    file: 'cli.js',
    args: ['--format', format, '--clumio-role-id', 'arn:aws:iam::123456789012:role/clumio/Clumio'],
    says: 'vpc-1',
  })),
]

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..')
const { values } = parseArgs({ options: { out: { type: 'string' } } })
const out = resolve(root, values.out ?? 'dist')

// Webpack's module and chunk ids are hashes of paths relative to the current directory.
process.chdir(root)
const started = performance.now()
compile()
const files = await bundle()
verify(files)
place(files)
smoke()
report(files)

function compile() {
  rmSync('lib', { recursive: true, force: true })
  const tsc = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'], {
    stdio: 'inherit',
  })
  if (tsc.status !== 0) fail('tsc found errors')
}

/** All files of `dist/` as name → content. */
async function bundle() {
  const files = new Map()
  const packages = new Map()
  for (const name of ENTRIES) {
    const entry = join(root, 'lib', `${name}.js`)
    if (!existsSync(entry)) fail(`src/${name}.ts is missing`)
    // Chunks of a dynamic import() are called `<id>.<filename>`, so those of two entries never share a name.
    const { code, assets, stats } = await ncc(entry, {
      filename: `${name}.js`,
      esm: true,
      cache: false,
      minify: true,
      quiet: true,
    })
    refuseUnresolved(stats.compilation)
    add(files, `${name}.js`, code)
    for (const [asset, { source }] of Object.entries(assets)) add(files, asset, source)
    for (const [path, found] of collectPackages(stats.compilation, root)) packages.set(path, found)
  }
  add(files, 'licenses.txt', renderLicenses(packages))
  return files
}

function add(files, name, content) {
  const bytes = Buffer.from(content)
  const present = files.get(name)
  if (present !== undefined && !present.equals(bytes)) fail(`two entries make different files named ${name}`)
  files.set(name, bytes)
}

/** What would differ on the next machine fails the build. */
function verify(files) {
  for (const [name, bytes] of files) {
    const text = bytes.toString('latin1')
    if (text.includes(root + sep) || text.includes(root.replaceAll('\\', '/')))
      fail(`${name} names a path of this machine`)
  }
}

/** ncc builds an import that it cannot resolve into a call that fails at run time, and exits with 0. */
function refuseUnresolved(compilation) {
  for (const module of compilation.modules) {
    const request = /@@notfound\.js\?(.*)$/.exec(module.resource ?? '')?.[1]
    if (request !== undefined) fail(`cannot resolve '${request}'`)
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

function smoke() {
  const empty = mkdtempSync(join(tmpdir(), 'smoke-'))
  try {
    for (const file of readdirSync(out)) writeFileSync(join(empty, file), readFileSync(join(out, file)))
    const work = join(empty, 'work')
    mkdirSync(work)
    writeFileSync(join(work, 'policy.json'), JSON.stringify(POLICY))
    const env = { PATH: process.env.PATH ?? '', GITHUB_WORKSPACE: work, RUNNER_TEMP: empty }
    for (const { file, args, says } of SMOKE_RUNS) {
      const run = spawnSync(process.execPath, [join(empty, file), ...args], { cwd: work, env, encoding: 'utf8' })
      if (run.status !== 1 || !run.stdout.includes(says)) {
        fail(`${file} ${args.join(' ')} does not run on its own (${run.status}):\n${run.stdout}${run.stderr}`)
      }
    }
  } finally {
    rmSync(empty, { recursive: true, force: true })
  }
}

function report(files) {
  for (const name of [...files.keys()].sort()) {
    process.stdout.write(`${String(Math.ceil(statSync(join(out, name)).size / 1024)).padStart(6)} kB  ${name}\n`)
  }
  process.stdout.write(`built in ${((performance.now() - started) / 1000).toFixed(1)} s\n`)
}

function fail(message) {
  process.stderr.write(`build: ${message}\n`)
  process.exit(1)
}
