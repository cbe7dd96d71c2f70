import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const dist = join(root, 'dist')
const read = (name: string) => readFileSync(join(dist, name), 'utf8')
const json = (path: string): unknown => JSON.parse(readFileSync(join(root, path), 'utf8'))

const ENTRIES = ['cli.js', 'index.js']
const SHARED = 'check.js'

/** Loaded only by what needs them, the large ones first. */
const HEAVY = [
  'undici.cjs',
  'hcl.js',
  'http-parser.cjs',
  're2js.js',
  'octokit.js',
  'yaml.js',
  'web-tree-sitter.js',
  'github.js',
  'github-comments-deliver.js',
  'regex.js',
  'yaml-reader.js',
]
const LIGHT = [
  'action-trust.js',
  'actions-core.js',
  'config-file.js',
  'documents-wrapped-stream.js',
  'fast-glob.cjs',
  'fix-sites.js',
  'fix.js',
  'github-comments-permalink.js',
  'jsonc-parser.js',
  'plans.js',
  'report-claims.js',
  'report-formats-json.js',
  'report-formats-markdown.js',
  'report-formats-pretty.js',
  'report-formats-sarif.js',
  'run-learn.js',
  'terraform-plan.js',
  'tree-json.js',
  'tree-lenient.js',
]
const SCRIPTS = [...ENTRIES, SHARED, ...HEAVY, ...LIGHT].sort()

const MAX_BYTES = 1.7 * 1024 * 1024
const STARTER_BYTES = 4096

describe('what is shipped', () => {
  test('the bundles have names that say what they are, and nothing else is there', () => {
    expect(readdirSync(dist).sort()).toEqual([...SCRIPTS, 'licenses.txt', 'package.json'].sort())
  })

  test('all of it is at most 1.7 MB', () => {
    const bytes = readdirSync(dist).reduce((sum, name) => sum + statSync(join(dist, name)).size, 0)
    expect(bytes).toBeLessThanOrEqual(MAX_BYTES)
  })

  test.each(SCRIPTS)('%s is minified', (name) => {
    const text = read(name)
    expect(text).not.toMatch(/^\s*(?:\/\/|\/\*)/m)
    // A few line ends stand in texts of the program.
    expect(text.split('\n').length).toBeLessThanOrEqual(3 + text.length / 1000)
  })

  test.each(ENTRIES)('%s only starts what both entries share', (name) => {
    expect([...read(name).matchAll(/\brequire\(["'](\.[^"']*)["']/g)].map((match) => match[1])).toEqual([`./${SHARED}`])
    expect(statSync(join(dist, name)).size).toBeLessThan(STARTER_BYTES)
  })

  test('every chunk is found by its name', () => {
    const table = /\{((?:\d+:"[\w-]+",?)+)\}/.exec(read(SHARED))?.[1] ?? ''
    const names = [...table.matchAll(/"([\w-]+)"/g)].map((match) => `${match[1]}.js`)
    // What is no module of the bundle stands beside it, and is required by its path.
    const [beside, chunks] = [true, false].map((is) =>
      [...HEAVY, ...LIGHT].filter((one) => one.endsWith('.cjs') === is),
    )
    expect(beside).toEqual(['undici.cjs', 'http-parser.cjs', 'fast-glob.cjs'])
    for (const name of beside ?? []) {
      const needs = name === 'http-parser.cjs' ? 'undici.cjs' : SHARED
      expect(read(needs)).toContain(`"./${name}"`)
    }
    expect(names.sort()).toEqual(chunks?.sort())
  })

  test('the command is executable', () => {
    expect(read('cli.js').startsWith('#!/usr/bin/env node\n')).toBe(true)
    if (process.platform !== 'win32') expect(statSync(join(dist, 'cli.js')).mode & 0o111).toBe(0o111)
  })
})

describe('a run over policies', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dist-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  test('loads neither the API client nor the HCL parser', () => {
    cpSync(dist, folder, { recursive: true })
    for (const name of [...HEAVY, ...LIGHT.filter((name) => name.startsWith('report-') && !name.includes('pretty'))])
      rmSync(join(folder, name))
    const run = spawnSync(process.execPath, [join(folder, 'cli.js'), 'examples', '!**/*.yaml', '!**/*.tf'], {
      cwd: root,
      encoding: 'utf8',
    })
    expect([run.status, run.stderr]).toEqual([1, ''])
    expect(run.stdout).toContain('examples/')
  })
})

test('a run that ends without an answer does not pass', () => {
  const folder = mkdtempSync(join(tmpdir(), 'silent-'))
  const hook = join(folder, 'silent.cjs')
  writeFileSync(
    hook,
    'Object.defineProperty(process, "stdin", { value: { async *[Symbol.asyncIterator]() { await new Promise(() => {}) } } })',
  )
  const run = spawnSync(process.execPath, ['--require', hook, join(dist, 'cli.js'), '-'], { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  expect([run.status, run.stderr]).toEqual([2, 'error: the check ended without a result: please report it\n'])
})

describe('what is installed', () => {
  const manifest = json('package.json') as Record<string, unknown>
  const lock = json('package-lock.json') as {
    packages: Record<string, { version?: string; hasInstallScript?: boolean } | undefined>
  }
  const installed = Object.entries(lock.packages).map(([path, one]) => ({
    name: `${path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)}@${one?.version}`,
    runsScript: one?.hasInstallScript === true,
  }))
  const bundled = [...read('licenses.txt').matchAll(/^(\S+@\d\S*)\nLicense: /gm)].map((match) => match[1] ?? '')
  const grammar = json('scripts/grammar/package.json') as { name: string; version: string }
  const embedded = `${grammar.name}@${grammar.version}`

  test('the package brings nothing with it', () => {
    for (const kind of ['dependencies', 'optionalDependencies', 'peerDependencies', 'bundledDependencies'])
      expect(manifest[kind]).toBeUndefined()
  })

  test('install scripts do not run', () => {
    expect(readFileSync(join(root, '.npmrc'), 'utf8').split('\n')).toContain('ignore-scripts=true')
  })

  test('every bundled package is installed as its archive is, by no script', () => {
    expect(bundled).toContain(embedded)
    for (const name of bundled.filter((name) => name !== embedded)) {
      const found = installed.filter((one) => one.name === name)
      expect(found.length, name).toBeGreaterThan(0)
      expect(found.filter((one) => one.runsScript).length, name).toBe(0)
    }
  })

  test('the grammar, whose package has an install script, is embedded without installing it', () => {
    expect(installed.filter(({ name }) => name.startsWith(`${grammar.name}@`))).toEqual([])
  })
})
