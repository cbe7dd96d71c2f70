/**
 * Times whole processes and prints ratios within one run; absolute times belong to the machine. Nothing passes or fails
 * by it.
 *
 *   npm run bench -- [--runs N] [--files N] [--huge] [--json]
 *
 * `--huge` also reads a plan of 1 GB, which takes a minute and as much room below the temporary folder.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { writeBigPlan } from '../scripts/terraform/big-plan.mjs'
import { generate } from './generate.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const root = resolve(here, '..')
const cli = join(root, 'dist', 'cli.js')

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '7' },
    files: { type: 'string', default: '10000' },
    huge: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})
const runs = count('--runs', values.runs)
const files = count('--files', values.files)
/** A run over a large plan takes seconds: fewer of them say as much. */
const LONG_RUNS = 3
const CHECK_PLAN = [cli, '--plan-files', 'plan.json', 'plan.json']

const work = mkdtempSync(join(tmpdir(), 'bench-'))
try {
  const policies = generate(join(work, 'policies'), files)
  const styles = mappedRoot()
  const comparisons = [
    {
      title: 'examples',
      measured: { name: 'dist/cli.js examples', args: [cli, 'examples'], cwd: root },
      baseline: { name: 'node -e 0', args: ['-e', '0'], cwd: root },
    },
    {
      title: `${policies.files} files, ${megabytes(policies.bytes)}`,
      measured: { name: 'dist/cli.js .', args: [cli, '.'], cwd: policies.folder },
      baseline: { name: 'list, read, parse', args: [join(here, 'read-only.mjs'), '.'], cwd: policies.folder },
    },
    {
      title: 'a plan with its sources: findings on .tf lines, or none',
      measured: { name: 'with findings', args: [...CHECK_PLAN, '--config', 'findings.jsonc'], cwd: styles },
      baseline: { name: 'without', args: [...CHECK_PLAN, '--config', 'none.jsonc'], cwd: styles },
    },
  ].map((each) => compare(each, runs))
  comparisons.push(comparePlan(100e6))
  const result = { node: process.version, runs, comparisons, huge: values.huge ? readHuge(1e9) : null }
  process.stdout.write(values.json ? `${JSON.stringify(result, null, 2)}\n` : table(result))
} finally {
  rmSync(work, { recursive: true, force: true })
}

/**
 * A fixture whose plan has findings in many styles of source, with a configuration that lets all of them be found and
 * one that puts every bucket out of scope: then no source is to be read, and no parser of HCL to be loaded.
 */
function mappedRoot() {
  const folder = join(work, 'styles')
  cpSync(join(root, '__tests__', 'fixtures', 'terraform', 'styles'), folder, { recursive: true })
  const path = join(folder, 'plan.json')
  const plan = JSON.parse(readFileSync(path, 'utf8'))
  // What is known only after apply is looked for in the sources in any case.
  plan.resource_changes = plan.resource_changes.filter(
    ({ type, change }) => type !== 'aws_s3_bucket_policy' || change.after_unknown.policy !== true,
  )
  writeFileSync(path, JSON.stringify(plan))
  const integrations = [{ role: 'arn:aws:iam::123456789012:role/clumio/ClumioRole-us-west-2-0' }]
  writeFileSync(join(folder, 'findings.jsonc'), JSON.stringify({ integrations }))
  writeFileSync(join(folder, 'none.jsonc'), JSON.stringify({ integrations, protect: { buckets: ['another'] } }))
  return folder
}

/** A folder that holds a large plan and nothing else. */
function planFolder(bytes) {
  const folder = mkdtempSync(join(work, 'plan-'))
  const written = writeBigPlan(join(folder, 'plan.json'), { bytes })
  return { folder, title: `a plan of ${megabytes(written.bytes)}, ${written.resources} resources` }
}

function comparePlan(bytes) {
  const { folder, title } = planFolder(bytes)
  const parse = "JSON.parse(require('node:fs').readFileSync('plan.json', 'utf8'))"
  return compare(
    {
      title,
      measured: { name: 'dist/cli.js --plan-files', args: CHECK_PLAN, cwd: folder },
      baseline: { name: 'JSON.parse', args: ['-e', parse], cwd: folder },
    },
    Math.min(runs, LONG_RUNS),
  )
}

/** A plan that is longer than a string of V8 can be; there is nothing to compare it with. */
function readHuge(bytes) {
  const { folder, title } = planFolder(bytes)
  const program = { name: 'dist/cli.js --plan-files', args: CHECK_PLAN, cwd: folder }
  const started = performance.now()
  const peak = peakMemory(program)
  return { title, name: program.name, milliseconds: performance.now() - started, peakMemory: peak }
}

function megabytes(bytes) {
  return `${(bytes / 1e6).toFixed(1)} MB`
}

/** Runs both programs in turn, so that a slow moment of the machine meets both. */
function compare({ title, measured, baseline }, runs) {
  // Untimed: it also warms the disk.
  const memory = { measured: peakMemory(measured), baseline: peakMemory(baseline) }
  const times = { measured: [], baseline: [] }
  for (let run = 0; run < runs; run++) {
    times.measured.push(time(measured))
    times.baseline.push(time(baseline))
  }
  const a = { name: measured.name, ...summary(times.measured), peakMemory: memory.measured }
  const b = { name: baseline.name, ...summary(times.baseline), peakMemory: memory.baseline }
  return {
    title,
    runs,
    measured: a,
    baseline: b,
    ratio: a.median / b.median,
    memoryRatio: a.peakMemory / b.peakMemory,
  }
}

/** Milliseconds from the start to the end of one process. */
function time({ args, cwd }) {
  const started = performance.now()
  const run = spawn(args, cwd)
  const elapsed = performance.now() - started
  finished(run, args)
  return elapsed
}

/** Megabytes, as the process itself sees them when it ends. */
function peakMemory({ args, cwd }) {
  const probe = join(work, 'probe.mjs')
  const peak = join(work, 'peak')
  writeFileSync(
    probe,
    `import { writeFileSync } from 'node:fs'
process.on('exit', () => writeFileSync(${JSON.stringify(peak)}, String(process.resourceUsage().maxRSS)))
`,
  )
  finished(spawn(['--import', probe, ...args], cwd), args)
  return Number(readFileSync(peak, 'utf8')) / 1024
}

function spawn(args, cwd) {
  return spawnSync(process.execPath, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 30 })
}

/** 1 only says that there are findings; after anything else there was nothing to time. */
function finished(run, args) {
  if (run.status === 0 || run.status === 1) return
  throw new Error(`node ${args.join(' ')} ended with ${run.status ?? run.signal}\n${run.stderr}`)
}

function summary(samples) {
  const sorted = [...samples].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const median = sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  return { min: sorted[0], median, max: sorted[sorted.length - 1] }
}

function table({ node, comparisons, huge }) {
  const lines = [`node ${node}, whole processes, ms`]
  for (const { title, runs, measured, baseline, ratio, memoryRatio } of comparisons) {
    lines.push(
      '',
      `${title}, ${runs} ${runs === 1 ? 'run' : 'runs'} each`,
      `  ${row(['', 'min', 'median', 'max', 'peak MB'])}`,
    )
    for (const one of [measured, baseline]) {
      const numbers = [one.min, one.median, one.max, one.peakMemory].map((number) => number.toFixed(0))
      lines.push(`  ${row([one.name, ...numbers])}`)
    }
    lines.push(`  ${row(['ratio', '', ratio.toFixed(2), '', memoryRatio.toFixed(2)])}`)
  }
  if (huge !== null) {
    const { title, name, milliseconds, peakMemory: peak } = huge
    lines.push('', title, `  ${name}: ${(milliseconds / 1000).toFixed(1)} s, peak ${peak.toFixed(0)} MB`)
  }
  return `${lines.join('\n')}\n`
}

function row([name, ...cells]) {
  return [name.padEnd(24), ...cells.map((cell) => cell.padStart(9))].join('').trimEnd()
}

function count(option, value) {
  const number = Number(value)
  if (Number.isInteger(number) && number > 0) return number
  process.stderr.write(`${option} takes a whole number above 0, not '${value}'\n`)
  process.exit(2)
}
