/**
 * Times whole processes and prints ratios within one run; absolute times belong to the machine. Nothing passes or fails
 * by it.
 *
 *   npm run bench -- [--runs N] [--files N] [--json]
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { generate } from './generate.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const root = resolve(here, '..')
const cli = join(root, 'dist', 'cli.js')

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '7' },
    files: { type: 'string', default: '10000' },
    json: { type: 'boolean', default: false },
  },
})
const runs = count('--runs', values.runs)
const files = count('--files', values.files)

const work = mkdtempSync(join(tmpdir(), 'bench-'))
try {
  const policies = generate(join(work, 'policies'), files)
  const comparisons = [
    {
      title: 'examples',
      measured: { name: 'dist/cli.js examples', args: [cli, 'examples'], cwd: root },
      baseline: { name: 'node -e 0', args: ['-e', '0'], cwd: root },
    },
    {
      title: `${policies.files} files, ${(policies.bytes / 1e6).toFixed(1)} MB`,
      measured: { name: 'dist/cli.js .', args: [cli, '.'], cwd: policies.folder },
      baseline: { name: 'list, read, parse', args: [join(here, 'read-only.mjs'), '.'], cwd: policies.folder },
    },
  ].map(compare)
  const result = { node: process.version, runs, comparisons }
  process.stdout.write(values.json ? `${JSON.stringify(result, null, 2)}\n` : table(result))
} finally {
  rmSync(work, { recursive: true, force: true })
}

/** Runs both programs in turn, so that a slow moment of the machine meets both. */
function compare({ title, measured, baseline }) {
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

function table({ node, runs, comparisons }) {
  const lines = [`node ${node}, ${runs} runs each, whole processes, ms`]
  for (const { title, measured, baseline, ratio, memoryRatio } of comparisons) {
    lines.push('', title, `  ${row(['', 'min', 'median', 'max', 'peak MB'])}`)
    for (const one of [measured, baseline]) {
      const numbers = [one.min, one.median, one.max, one.peakMemory].map((number) => number.toFixed(0))
      lines.push(`  ${row([one.name, ...numbers])}`)
    }
    lines.push(`  ${row(['ratio', '', ratio.toFixed(2), '', memoryRatio.toFixed(2)])}`)
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
