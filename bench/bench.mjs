/**
 * Times whole processes and prints ratios within one run; absolute times belong to the machine. Nothing passes or fails
 * by it.
 *
 *   npm run bench -- [--runs N] [--huge] [--json] [CASE …]
 *
 * Cases: start, policies, mixed, roots (needs a terraform on the PATH), plan, sources; and with `--huge` also items and
 * huge, a plan of 1 GB, which take a minute and as much room below the temporary folder.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { CASES } from './cases.mjs'
import { compare, measure } from './measure.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '7' },
    huge: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
})
const runs = count('--runs', values.runs)
/** Runs that take many seconds, of which a few say as much. */
const LONG = new Set(['items', 'huge'])
const names = positionals.length > 0 ? positionals : Object.keys(CASES).filter((name) => values.huge || !LONG.has(name))
for (const name of names) if (CASES[name] === undefined) refuse(`no such case: ${name}`)

const work = mkdtempSync(join(tmpdir(), 'bench-'))
try {
  const results = names.flatMap((name) => {
    const comparison = CASES[name](work)
    if (comparison === null) return []
    const { title, measured, baseline } = comparison
    if (baseline === null)
      return [{ title, runs: 1, measured: measure(measured, 1, work), baseline: null, ratio: null }]
    return [compare(comparison, runs, work)]
  })
  const result = { node: process.version, results }
  process.stdout.write(values.json ? `${JSON.stringify(result, null, 2)}\n` : table(result))
} finally {
  rmSync(work, { recursive: true, force: true })
}

function table({ node, results }) {
  const lines = [`node ${node}, whole processes, ms`]
  for (const { title, runs, measured, baseline, ratio } of results) {
    lines.push(
      '',
      `${title}, ${runs} ${runs === 1 ? 'run' : 'runs each'}`,
      `  ${row(['', 'min', 'median', 'max', 'peak MB'])}`,
    )
    for (const one of baseline === null ? [measured] : [measured, baseline]) {
      const memory = one.peakMemory === null ? '' : one.peakMemory.toFixed(0)
      lines.push(`  ${row([one.name, ...[one.min, one.median, one.max].map((number) => number.toFixed(0)), memory])}`)
    }
    if (ratio !== null)
      lines.push(`  ${row(['ratio', ...[ratio.min, ratio.median, ratio.max].map((one) => one.toFixed(2))])}`)
  }
  return `${lines.join('\n')}\n`
}

function row([name, ...cells]) {
  return [name.padEnd(24), ...cells.map((cell) => cell.padStart(9))].join('').trimEnd()
}

function count(option, value) {
  const number = Number(value)
  if (Number.isInteger(number) && number > 0) return number
  return refuse(`${option} takes a whole number above 0, not '${value}'`)
}

function refuse(message) {
  process.stderr.write(`${message}\n`)
  process.exit(2)
}
