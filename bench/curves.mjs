/**
 * Measures time and memory as inputs grow, and draws both: a picture for `docs/performance.md`, and its table on standard
 * output. Takes some minutes and 3 GB below the temporary folder.
 *
 *   node bench/curves.mjs [--runs N] [--out docs/pictures/performance.svg]
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { CASES } from './cases.mjs'
import { draw } from './chart.mjs'
import { measure } from './measure.mjs'

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '3' },
    out: { type: 'string', default: 'docs/pictures/performance.svg' },
  },
})

const CURVES = [
  { name: 'policies', unit: 'files', sizes: [100, 1_000, 10_000, 100_000], of: 'policies' },
  { name: 'plan', unit: 'MB of plan', sizes: [1, 10, 100, 1_000], of: 'plan', scale: 1e6 },
]

const work = mkdtempSync(join(tmpdir(), 'curves-'))
try {
  const curves = CURVES.map(({ of, scale = 1, ...curve }) => ({
    ...curve,
    points: curve.sizes.map((size) => ({ size, ...pointAt(of, size * scale) })),
  }))
  writeFileSync(values.out, draw(curves))
  process.stdout.write(table(curves))
} finally {
  rmSync(work, { recursive: true, force: true })
}

/** Each size in a folder of its own, which is gone before the next. */
function pointAt(name, size) {
  const folder = mkdtempSync(join(work, 'size-'))
  const { measured } = CASES[name](folder, size)
  const { median, peakMemory } = measure(measured, Number(values.runs), work)
  rmSync(folder, { recursive: true, force: true })
  return { seconds: median / 1000, megabytes: peakMemory }
}

function table(curves) {
  const rows = curves.flatMap(({ unit, points }) =>
    points.map(
      ({ size, seconds, megabytes }) => `| ${size} ${unit} | ${seconds.toFixed(2)} s | ${megabytes.toFixed(0)} MB |`,
    ),
  )
  return ['| input | time | peak memory |', '| --- | --- | --- |', ...rows, ''].join('\n')
}
