import { describe, expect, test } from 'vitest'
import type { Report } from '../../../src/model/report.js'
import type { RenderContext } from '../../../src/report/format.js'
import { github } from '../../../src/report/formats/github.js'
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
