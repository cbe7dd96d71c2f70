import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import type { CheckResult, Finding, IgnoredFinding } from '../../../src/model/report.js'
import { RULE_IDS } from '../../../src/model/rules.js'
import { sarif } from '../../../src/report/formats/sarif.js'
import { blocking, edit, fix, result, undecided } from '../../support/findings.js'

const CONTEXT = { color: false, explain: false, rulePages: 'https://example.org/rules/', failOn: 'error' } as const
const SCHEMA: object = JSON.parse(readFileSync(new URL('../../fixtures/sarif-schema.json', import.meta.url), 'utf8'))
const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false, allErrors: true }).compile(
  SCHEMA,
)

interface Result {
  readonly ruleId: string
  readonly level: string
  readonly message: { readonly text: string }
  readonly locations: readonly { readonly physicalLocation: Record<string, unknown> }[]
  readonly partialFingerprints: Readonly<Record<string, string>>
  readonly fixes?: readonly { readonly artifactChanges: readonly unknown[] }[]
  readonly suppressions?: readonly unknown[]
}

interface Run {
  readonly tool: { readonly driver: { readonly rules: readonly Record<string, unknown>[] } }
  readonly invocations: readonly [{ readonly toolExecutionNotifications: readonly { message: { text: string } }[] }]
  readonly results: readonly Result[]
}

/** The one run of a result's log, which must be valid. */
function runOf(of: CheckResult, context: Parameters<typeof sarif>[1] = CONTEXT): Run {
  const log = JSON.parse(sarif(of, context))
  validate(log)
  expect(validate.errors ?? []).toEqual([])
  return log.runs[0]
}

const HOSTILE = '[click](https://evil.example) {0} \u202e ::error:: <script>\n\u0000'
const IGNORED = { ...blocking(), fix: null, reason: 'not backed up', expires: null } as IgnoredFinding

describe('a log is valid SARIF 2.1.0', () => {
  test.each<[string, CheckResult]>([
    ['without findings', result([])],
    ['with each kind of finding', result([blocking(), undecided()], { 'policy.json': 'one\n' })],
    ['with a finding on a plan, which has no text', result([blocking()], { 'policy.json': '' })],
    ['with a fix', result([blocking({}, { fix: fix([edit('policy.json', 1, 1, 'x')]) })], { 'policy.json': 'one\n' })],
    ['with a fix on a file whose text is not known', result([blocking({}, { fix: fix([edit('a.tf', 1, 2, 'x')]) })])],
    ['with a fix without edits', result([blocking({}, { fix: fix([]) })])],
    ['with ignored findings', result([], {}, { ignored: [IGNORED] })],
    ['with files that were not read', result([], {}, { unread: [{ path: 'a.json', reason: 'it is no JSON' }] })],
    ['with half a character in a path', result([blocking({ path: 'a\ud800.json' })])],
    [
      'with hostile texts',
      result([blocking({ path: `${HOSTILE}/a b#?.json`, bucket: HOSTILE }, { message: HOSTILE, because: [HOSTILE] })]),
    ],
  ])('%s', (_name, each) => {
    runOf(each)
    runOf(each, { ...CONTEXT, rulePages: null })
  })
})

test('every rule has help as text and Markdown, within the lengths that GitHub takes', () => {
  const { rules } = runOf(result([])).tool.driver
  expect(rules.map(({ id }) => id)).toEqual([...RULE_IDS])
  for (const rule of rules) {
    expect(rule).toMatchObject({
      name: expect.stringMatching(/^.{1,255}$/),
      shortDescription: { text: expect.stringMatching(/^.{1,1024}$/) },
      fullDescription: { text: expect.stringMatching(/^.{1,1024}$/) },
      help: { text: expect.stringContaining(`https://example.org/rules/${rule.id}.md`), markdown: expect.any(String) },
    })
  }
})

test('a result tells level, place, fingerprint and the edit', () => {
  const finding = blocking({ lines: [2, 3] }, { fix: fix([edit('policy.json', 2, 3, 'x\ny')]) })
  const [only] = runOf(result([finding], { 'policy.json': 'one\ntwo\nthree\n' })).results
  expect(only).toMatchObject({
    ruleId: 'deny-blocks-clumio',
    level: 'error',
    partialFingerprints: { 'clumio-policy-check/v1': finding.fingerprint },
    locations: [
      { physicalLocation: { artifactLocation: { uri: 'policy.json' }, region: { startLine: 2, endLine: 3 } } },
    ],
    fixes: [
      {
        artifactChanges: [
          {
            replacements: [
              {
                deletedRegion: { startLine: 2, startColumn: 1, endLine: 3, endColumn: 6 },
                insertedContent: { text: 'x\ny' },
              },
            ],
          },
        ],
      },
    ],
  })
})

test.each([
  { ends: 'LF', eol: '\n' },
  { ends: 'CRLF', eol: '\r\n' },
])('what a fix inserts has the line ends of the file: $ends', ({ eol }) => {
  const finding = blocking({}, { fix: fix([edit('policy.json', 1, 2, 'x\ny')]) })
  const { results } = runOf(result([finding], { 'policy.json': ['a', 'b', ''].join(eol) }))
  expect(results[0]).toMatchObject({
    fixes: [{ artifactChanges: [{ replacements: [{ insertedContent: { text: `x${eol}y` } }] }] }],
  })
})

test('a fix that is only shown is no fix of the log', () => {
  const shown = fix([edit('policy.json', 1, 1, 'x')], { applicability: 'text-only', text: 'x' })
  expect(runOf(result([blocking({}, { fix: shown })])).results[0]?.fixes).toBeUndefined()
})

test('an ignored finding is there at its place and suppressed, with the reason', () => {
  const { results } = runOf(result([blocking()], {}, { ignored: [IGNORED] }))
  expect(results.map(({ suppressions }) => suppressions)).toEqual([
    undefined,
    [{ kind: 'external', status: 'accepted', justification: 'not backed up' }],
  ])
  const [told, ignored] = results
  expect(ignored).toEqual({ ...told, suppressions: ignored?.suppressions })
})

test('a message has no link and nothing invisible in it', () => {
  const text = runOf(result([blocking({}, { message: HOSTILE })])).results[0]?.message.text ?? ''
  expect(text).not.toMatch(/\]\(|\u202e|\0/)
})

describe("GitHub's limits", () => {
  const many = (count: number, message: string): Finding[] =>
    Array.from({ length: count }, (_, i) =>
      blocking(
        { lines: [i + 1, i + 1] },
        { message, level: i === count - 1 ? 'error' : 'warning', fingerprint: `${i}` },
      ),
    )

  test('no more than 25,000 results and 10 MB, worst first, and the rest is announced', () => {
    const noise = Array.from({ length: 2_000 }, (_, i) => String.fromCodePoint(0x4e00 + ((i * 7919) % 20_000))).join('')
    for (const message of ['Blocked.', noise]) {
      const of = result(many(26_000, message))
      const log = sarif(of, CONTEXT)
      expect(gzipSync(log, { level: 1 }).length).toBeLessThan(10_000_000)
      const { results, invocations } = JSON.parse(log).runs[0] as Run
      expect(results.length).toBeLessThanOrEqual(25_000)
      expect(results[0]?.level).toBe('error')
      expect(invocations[0].toolExecutionNotifications[0]?.message.text).toContain(
        `${26_000 - results.length} results are left out`,
      )
    }
  })

  test('a message is cut', () => {
    const text = runOf(result([blocking({}, { message: 'x'.repeat(200_000) })])).results[0]?.message.text ?? ''
    expect(text).toHaveLength(2_000)
  })
})
