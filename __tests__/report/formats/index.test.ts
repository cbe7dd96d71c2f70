import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { INPUT_NAMES } from '../../../src/config/inputs.js'
import type { ReportFormat } from '../../../src/report/format.js'
import { REPORT_FORMATS } from '../../../src/report/formats/index.js'
import { workplace } from '../../terminal/harness.js'

const place = workplace()
const POLICY = JSON.stringify({ Version: '2012-10-17', Statement: [] })

describe('the list of formats', () => {
  test('is the table of the README', () => {
    const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8').split('\n')
    const start = readme.findIndex((line) => line.startsWith('| `--format`'))
    const rows = readme.slice(start + 2, readme.indexOf('', start)).map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
    expect(rows).toEqual(REPORT_FORMATS.map(({ id, purpose }) => [`\`${id}\``, purpose]))
  })

  test('names each format once', () => {
    expect(new Set(REPORT_FORMATS.map(({ id }) => id)).size).toBe(REPORT_FORMATS.length)
  })

  test('has a format for every file that the Action writes by an input', () => {
    const files = INPUT_NAMES.filter((name) => name.endsWith('-file') && name !== 'report-file')
    const ids = REPORT_FORMATS.map(({ id }) => `${id}-file`)
    expect(files.filter((name) => !ids.includes(name))).toEqual([])
  })
})

describe('a further format', () => {
  const dummy: ReportFormat = {
    id: 'dummy',
    purpose: 'for this test',
    alternatives: false,
    codeScanning: false,
    load: async () => (result) => `files: ${result.report.summary.files}\n`,
  }
  const formats = [...REPORT_FORMATS, dummy]

  test('is in the help', async () => {
    expect((await place.run(['--help'], { formats })).out).toMatch(/^ +dummy +for this test$/m)
    expect((await place.run(['--help'])).out).not.toContain('dummy')
  })

  test('is printed', async () => {
    place.write({ 'a.json': POLICY })
    expect(await place.run(['a.json', '--format=dummy'], { formats })).toMatchObject({ code: 0, out: 'files: 1\n' })
  })

  test('is allowed where the others are, and hinted at', async () => {
    expect((await place.run(['--format=dumy'], { formats })).err).toContain('did you mean "dummy"?')
    expect((await place.run(['--dummy-file=x'], { formats })).err).toContain('use --format dummy --output FILE')
    expect((await place.run(['--format=dummy'])).err).toContain('is not known')
  })
})
