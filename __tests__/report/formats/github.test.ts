import { describe, expect, test } from 'vitest'
import type { Finding, Report } from '../../../src/model/report.js'
import type { Annotation } from '../../../src/report/commands.js'
import type { RenderContext } from '../../../src/report/format.js'
import { early, github } from '../../../src/report/formats/github.js'
import { ignoredFinding, resultOf, statementFinding, undecidedFinding } from '../results.js'

const CONTEXT: RenderContext = { color: false, explain: false, rulePages: null, failOn: 'error' }
const NONE = { ...resultOf([]).report.summary, policies: 0, statements: 0 }
const TITLE = 'title=Clumio policy check'

describe('a run that judged no policy', () => {
  test.each<{ name: string; change?: Partial<Report>; context?: Partial<RenderContext>; lines: readonly string[] }>([
    {
      name: 'is a warning that says what was looked at',
      lines: [`::warning ${TITLE}::Nothing was checked: no bucket policy was judged in 3 files.`],
    },
    {
      name: 'names the patterns that match nothing',
      change: { summary: { ...NONE, files: 0 } },
      context: { unmatched: ['polices/**'] },
      lines: [`::warning ${TITLE}::files: the pattern polices/** matches no file; nothing was checked.`],
    },
    { name: 'without files and patterns has nobody to warn', change: { summary: { ...NONE, files: 0 } }, lines: [] },
    { name: 'is in order where only changed files count', context: { onlyChanged: true }, lines: [] },
  ])('$name', ({ change = {}, context = {}, lines }) => {
    const text = github(resultOf([], { summary: NONE, ...change }), { ...CONTEXT, ...context })
    expect(text.split('\n').slice(0, -1)).toEqual(lines)
  })

  test('is not told once more beside a warning that says why', () => {
    const result = resultOf([undecidedFinding()], { summary: NONE })
    expect(github(result, CONTEXT)).not.toContain('Nothing was checked')
  })
})

test('what the configuration ignores is in the log with its place, bucket and Sid, and is no annotation', () => {
  const text = github(
    resultOf([statementFinding()], { ignored: [ignoredFinding({ reason: 'a\n::error::b' })] }),
    CONTEXT,
  )
  expect(text.split('\n').at(-2)).toBe(
    'Ignored by the configuration: deny-blocks-clumio at a.json:7, bucket data, Sid DenyOutsideVpc: a ::error::b',
  )
})

describe('what was annotated of the checkout before the judgement', () => {
  const lines = (text: string) => text.split('\n').slice(0, -1)
  const at = (startLine: number) =>
    statementFinding({
      fingerprint: `f${startLine}`,
      location: { ...statementFinding().location, startLine, endLine: startLine },
    })
  const judged = (findings: readonly Finding[], told: readonly Annotation[], change: Partial<Report> = {}) =>
    lines(github(resultOf(findings, change), { ...CONTEXT, told }))

  test('is no error, and ten of a level', () => {
    const told = early(resultOf([...Array(12).keys()].map((i) => at(i + 1))))
    expect(told.map(({ level, startLine }) => [level, startLine])).toEqual(
      [...Array(10).keys()].map((i) => ['warning', i + 1]),
    )
  })

  test('is not annotated again, and takes its part of the ten', () => {
    const findings = [...Array(25).keys()].map((i) => at(i + 1))
    const written = judged(findings, early(resultOf(findings)), { conclusion: 'failure' })
    expect(written.filter((line) => line.startsWith('::error'))).toHaveLength(10)
    expect(written.filter((line) => line.startsWith('::warning'))).toEqual([])
    expect(written.at(-1)).toMatch(/^5 more of level error/)
    const green = judged(findings, early(resultOf(findings)), { conclusion: 'success' })
    expect(green).toEqual([expect.stringMatching(/^15 more of level warning/)])
  })

  test('leaves a failed run an error that counts the findings', () => {
    expect(judged([at(1)], early(resultOf([at(1)])), { conclusion: 'failure' })).toEqual([
      `::error ${TITLE}::1 finding is at or above the level "error" of fail-on.`,
    ])
  })

  test('is named where it does not hold', () => {
    const told = early(resultOf([at(1), at(2)]))
    expect(judged([at(3)], told, { conclusion: 'failure' })).toEqual([
      expect.stringMatching(/^::error .*,line=3,/),
      `::notice ${TITLE}::2 annotations of the checkout, made before GitHub had answered, are superseded, since the head of the pull request does not have them: a.json:1, a.json:2.`,
    ])
  })
})
