/** Whole processes: their time, and their memory at its peak. */
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Runs both programs in turn, so that a slow moment of the machine meets both. A program is `{ name, args, cwd }`, of
 * Node unless it has a `command`. `work` is a folder for what the runs leave.
 */
export function compare({ title, measured, baseline }, runs, work) {
  // Untimed: it also warms the disk.
  const memory = { measured: peakMemory(measured, work), baseline: peakMemory(baseline, work) }
  const times = { measured: [], baseline: [] }
  for (let run = 0; run < runs; run++) {
    times.measured.push(time(measured))
    times.baseline.push(time(baseline))
  }
  const ratios = times.measured.map((one, run) => one / times.baseline[run])
  return {
    title,
    runs,
    measured: { name: measured.name, ...summary(times.measured), peakMemory: memory.measured },
    baseline: { name: baseline.name, ...summary(times.baseline), peakMemory: memory.baseline },
    ratio: summary(ratios),
  }
}

/** One program for itself: milliseconds and megabytes. */
export function measure(program, runs, work) {
  const memory = peakMemory(program, work)
  const times = Array.from({ length: runs }, () => time(program))
  return { name: program.name, ...summary(times), peakMemory: memory }
}

/** Milliseconds from the start to the end of one process. */
function time(program) {
  const started = performance.now()
  const run = spawn(program)
  const elapsed = performance.now() - started
  finished(run, program)
  return elapsed
}

/** Megabytes, as the process itself sees them when it ends; null for a program that is not Node's. */
function peakMemory({ command, args, cwd }, work) {
  if (command !== undefined) {
    finished(spawn({ command, args, cwd }), { command, args })
    return null
  }
  const probe = join(work, 'probe.mjs')
  const peak = join(work, 'peak')
  writeFileSync(
    probe,
    `import { writeFileSync } from 'node:fs'
process.on('exit', () => writeFileSync(${JSON.stringify(peak)}, String(process.resourceUsage().maxRSS)))
`,
  )
  finished(spawn({ args: ['--import', probe, ...args], cwd }), { args })
  return Number(readFileSync(peak, 'utf8')) / 1024
}

function spawn({ command = process.execPath, args, cwd }) {
  return spawnSync(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], maxBuffer: 1 << 30 })
}

/** 1 only says that there are findings, and 3 is what `terraform fmt` says of others; else there was nothing to time. */
function finished(run, { command = 'node', args }) {
  if (run.status === 0 || run.status === 1 || (command === 'terraform' && run.status === 3)) return
  throw new Error(`${command} ${args.join(' ')} ended with ${run.status ?? run.signal}\n${run.stderr}`)
}

function summary(samples) {
  const sorted = [...samples].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const median = sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  return { min: sorted[0], median, max: sorted[sorted.length - 1] }
}
