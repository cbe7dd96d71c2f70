import { describe, expect, test } from 'vitest'
import type { FailOn } from '../../src/model/options.js'
import { commandOf } from '../../src/report/commands.js'
import { github } from '../../src/report/formats/github.js'
import { blocking, result, undecided } from '../support/findings.js'

function lines(...parameters: Parameters<typeof result>): string[] {
  return render('error', ...parameters)
}

function render(failOn: FailOn, ...parameters: Parameters<typeof result>): string[] {
  const context = { color: false, explain: false, rulePages: null, failOn }
  return github(result(...parameters), context)
    .split('\n')
    .slice(0, -1)
}

function levels(output: readonly string[]): string[] {
  return output.map((line) => /^::(\w+) /.exec(line)?.[1] ?? 'text')
}

describe('annotations', () => {
  test('name rule, file and lines', () => {
    expect(lines([blocking({ lines: [3, 9] })])).toEqual([
      '::error title=Deny blocks Clumio,file=policy.json,line=3,endLine=9::The Deny statement blocks Clumio on hd-test.',
    ])
  })

  test('carry columns only on one line, with the end included', () => {
    const location = { path: 'a.json', startLine: 3, startColumn: 5, endLine: 3, endColumn: 9 }
    expect(lines([blocking({}, { location, message: 'x' })])).toEqual([
      '::error title=Deny blocks Clumio,file=a.json,line=3,endLine=3,col=5,endColumn=8::x',
    ])
  })

  test('come worst first, ten of each level, and the rest is counted', () => {
    const findings = [undecided(), ...Array.from({ length: 12 }, (_, i) => blocking({ lines: [i + 1, i + 1] }))]
    const output = lines(findings)
    expect(levels(output)).toEqual([...Array<string>(10).fill('error'), 'text', 'warning'])
    expect(output[10]).toBe('2 more of level error are not annotated: GitHub shows 10 of each per step.')
  })

  test.each([
    ['file', { path: 'a,b:c%\n::error::x.json' }],
    ['message', {}],
  ])('no %s ends its command', (_name, where) => {
    const output = lines([blocking(where, { message: 'one\n::set-output name=x::y\r\n##[error]z' })])
    expect(output).toHaveLength(1)
    expect(output[0]).toMatch(/^::error [^:]*::one%0A::set-output name=x::y%0A##\[error\]z$/)
  })

  test('cut messages at what the runner keeps', () => {
    const [line] = lines([blocking({}, { message: 'x'.repeat(5_000) })])
    expect(line?.split('::').at(-1)).toHaveLength(4_096)
  })

  test('leave out what is zero or missing', () => {
    expect(commandOf({ level: 'notice', title: 'T', message: 'm', startLine: 0, endLine: 0 })).toBe(
      '::notice title=T::m',
    )
  })
})

describe('conclusion and annotations agree', () => {
  test('with fail-on "never" errors are shown as warnings', () => {
    expect(levels(render('never', [blocking()], {}, { conclusion: 'success' }))).toEqual(['warning'])
  })

  test('a run that fails on warnings has an error annotation', () => {
    const output = render('warning', [undecided()], {}, { conclusion: 'failure' })
    expect(levels(output)).toEqual(['error', 'warning'])
    expect(output[0]).toContain('1 finding is at or above the level "warning"')
  })

  test('nothing found gives no annotation', () => {
    expect(lines([])).toEqual([])
  })
})
