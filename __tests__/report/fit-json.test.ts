import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/model/report.js'
import { github } from '../../src/report/formats/github.js'
import { json } from '../../src/report/formats/json.js'
import { markdown } from '../../src/report/formats/markdown.js'
import { pretty } from '../../src/report/formats/pretty.js'
import { sarif } from '../../src/report/formats/sarif.js'
import { checkFiles } from '../support/check.js'
import { expiredIgnore, ignoredFinding, resultOf, statementFinding } from './results.js'

/** The report stays in proportion to what was checked, and tells every finding. */

const CONTEXT = { color: false, explain: false, rulePages: null, failOn: 'error' } as const
const DENY = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' }
const many = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i))
const policy = (...statements: readonly unknown[]) => ({ Version: '2012-10-17', Statement: statements })
const allow = (buckets: number) => ({
  Effect: 'Allow',
  Principal: '*',
  Action: 's3:GetObject',
  Resource: many(buckets, (i) => `arn:aws:s3:::a${i}/*`),
})

const CASES = [
  {
    name: 'a long Sid of a statement on many buckets',
    value: policy(allow(300), { ...DENY, Sid: 'S'.repeat(20_000) }),
    findings: 1,
  },
  { name: 'one finding', value: policy({ ...DENY, Resource: 'arn:aws:s3:::b1/*' }), findings: 1 },
  { name: 'many statements on many buckets', value: policy(allow(100), ...many(100, () => DENY)), findings: 100 },
  { name: 'statements on one line', value: policy(allow(1), ...many(150, () => DENY)), findings: 150 },
  {
    name: 'a list of policies on one line',
    value: many(60, (i) => policy({ ...DENY, Resource: `arn:aws:s3:::b${i}/*` })),
    findings: 60,
  },
  {
    name: 'undecided statements',
    value: policy(allow(1), ...many(100, () => ({ ...DENY, Condition: { Bool: { 'aws:x': 'true' } } }))),
    findings: 100,
  },
  {
    name: 'a long name that every finding repeats',
    value: {
      Resources: {
        [`P${'x'.repeat(20_000)}`]: {
          Type: 'AWS::S3::BucketPolicy',
          Properties: { Bucket: 'b1', PolicyDocument: policy(...many(100, () => DENY)) },
        },
      },
    },
    findings: 100,
  },
]

describe('the JSON report', () => {
  test.each(CASES)('has at most 50 bytes for each byte and 64 KB: $name', async ({ value, findings }) => {
    const text = JSON.stringify(value)
    const result = await checkFiles(text)
    const written = json(result, CONTEXT)
    const report = JSON.parse(written)
    expect(report.findings).toHaveLength(findings)
    expect(report.findings.map(({ fingerprint }: { fingerprint: string }) => fingerprint)).toEqual(
      result.report.findings.map(({ fingerprint }) => fingerprint),
    )
    expect(Buffer.byteLength(written)).toBeLessThanOrEqual(text.length * 50 + 64 * 1024)
    for (const [i, finding] of report.findings.entries()) {
      expect(Object.keys(finding)).toEqual(Object.keys(report.findings[0]))
      expect(finding.location).toEqual(result.report.findings[i]?.location)
    }
  })

  test('what is cut says how much is missing', async () => {
    const result = await checkFiles(JSON.stringify(policy(allow(1), ...many(150, () => DENY))))
    const [first] = JSON.parse(json(result, CONTEXT)).findings
    const [whole] = result.report.findings
    const actions: readonly string[] = first.blocked[0].actions
    expect(actions.at(-1)).toMatch(/^… and \d+ more$|^\d+ in all$/)
    expect(whole !== undefined && 'blocked' in whole && whole.blocked[0]?.actions).toHaveLength(11)
  })

  test('a Sid is whole, whatever its length', async () => {
    const Sid = 'S'.repeat(20_000)
    const result = await checkFiles(JSON.stringify(policy({ ...DENY, Sid, Resource: 'arn:aws:s3:::b1/*' })))
    expect(JSON.parse(json(result, CONTEXT)).findings[0].statement.sid).toBe(Sid)
  })

  test('nothing is cut of a report that is short enough', async () => {
    const result = await checkFiles(JSON.stringify(policy({ ...DENY, Resource: 'arn:aws:s3:::b1/*' })))
    expect(json(result, CONTEXT)).toBe(json({ ...result, bytes: Number.POSITIVE_INFINITY }, CONTEXT))
  })

  test('an edit of a line that several findings are about stands at the first of them', async () => {
    const result = await checkFiles(
      JSON.stringify(many(20, (i) => policy({ ...DENY, Resource: `arn:aws:s3:::b${i}/*` }))),
    )
    const { findings } = JSON.parse(json(result, CONTEXT))
    const edits = findings.map(({ fix }: { fix: { edits: unknown[] } }) => fix.edits.length)
    expect(edits).toEqual([1, ...many(19, () => 0)])
    expect(findings[1].fix).toMatchObject({
      applicability: 'edit',
      note: expect.stringContaining('an earlier finding'),
    })
  })

  test('what blocks is told, however much a pull request changes in the configuration', async () => {
    const text = JSON.stringify(policy({ ...DENY, Resource: 'arn:aws:s3:::b1/*' }))
    const result = await checkFiles(text)
    const changed = many(3000, (i) => ({
      path: 'c.json',
      line: i + 1,
      text: `ignore entry ${i} is new`,
      greener: true,
      isIgnore: true,
    }))
    const notice: Finding = { ...expiredIgnore(), level: 'notice' }
    const findings = [...many(3000, () => notice), ...result.report.findings]
    const written = json({ ...result, report: { ...result.report, changed, findings } }, CONTEXT)
    expect(Buffer.byteLength(written)).toBeLessThanOrEqual(text.length * 50 + 64 * 1024)
    const report = JSON.parse(written)
    expect(report.findings.map(({ rule }: Finding) => rule)).toContain('deny-blocks-clumio')
    expect(report.changed[0].text).toBe('ignore entry 0 is new')
    const counted = `${3000 - report.changed.length} of "changed" are left out here.`
    expect(report.notes).toContain(counted)
  })

  test('only ignore entries of what a pull request changes are left out, and a change of a setting keeps its words', async () => {
    const text = JSON.stringify(policy({ ...DENY, Resource: 'arn:aws:s3:::b1/*' }))
    const result = await checkFiles(text)
    const words = (what: string, i: number) => `${what} ${i} ${'x'.repeat(200)} is removed`
    const change = (i: number, isIgnore: boolean) => ({ path: 'c.json', line: i + 1, greener: true, isIgnore })
    const entries = many(3000, (i) => ({ ...change(i, true), text: words('ignore', i) }))
    const settings = many(2000, (i) => ({ ...change(i, false), text: words('setting', i) }))
    const changed = [...entries, ...settings]
    const report = JSON.parse(json({ ...result, report: { ...result.report, changed } }, CONTEXT))
    const told: readonly string[] = report.changed.map((each: { text: string }) => each.text)
    expect(told.filter((each) => each.startsWith('setting'))).toEqual(settings.map((each) => each.text))
    const count = told.length - settings.length
    expect(count).toBeGreaterThan(10)
    expect(report.notes).toContain(`${3000 - count} of "changed" are left out here.`)
    expect(report.findings.map(({ rule }: Finding) => rule)).toEqual(['deny-blocks-clumio'])
  })

  test('of thousands of statements that are none the worst are told, and the others counted', async () => {
    const text = JSON.stringify(policy(...many(400, () => 0), { ...DENY, Resource: 'arn:aws:s3:::b1' }))
    const result = await checkFiles(text)
    const limit = text.length * 50 + 64 * 1024
    for (const render of [json, sarif, pretty]) {
      const written = render(result, CONTEXT)
      expect(Buffer.byteLength(written)).toBeLessThanOrEqual(limit)
      expect(written).toContain('deny-blocks-clumio')
    }
    const report = JSON.parse(json(result, CONTEXT))
    expect(report.findings[report.findings.length - 1].rule).toBe('deny-blocks-clumio')
    const leftOut = 401 - report.findings.length
    expect(leftOut).toBeGreaterThan(0)
    expect(report.notes).toEqual([expect.stringContaining(`${leftOut} findings are counted in the summary`)])
    // Of one cause they are lines below what decides them all.
    const findings = result.report.findings.map((finding) => ({ ...finding, cause: null }))
    const apart = { ...result, report: { ...result.report, findings } }
    for (const length of ['summary', 'all'] as const) {
      expect(pretty(apart, { ...CONTEXT, length })).toMatch(/… and \d+ more findings, counted below/)
    }
  })
})

describe('every format that is printed', () => {
  const BYTES = 1000
  const LIMIT = BYTES * 50 + 64 * 1024
  const long = 'x'.repeat(1000)
  const findings = many(2000, (i) => statementFinding({ message: `${long} ${i}` }))
  const ignored = many(2000, () => ignoredFinding({ reason: long }))

  test.each([
    ['json', json],
    ['markdown', markdown],
    ['github', github],
  ])('has at most 50 bytes for each byte and 64 KB, and counts what is left out: %s', (_name, render) => {
    const result = resultOf(findings, { ignored: render === github ? ignored : [] })
    const written = render({ ...result, bytes: BYTES }, CONTEXT)
    expect(Buffer.byteLength(written)).toBeLessThanOrEqual(LIMIT)
    expect(Buffer.byteLength(written)).toBeGreaterThan(LIMIT / 3)
    expect(written).toMatch(/\d+ (?:findings are counted|further entries|more lines are left out)/)
    expect(Buffer.byteLength(render(result, CONTEXT))).toBeGreaterThan(LIMIT)
  })

  test('texts of JSON that leaves findings out are cut as those of JSON that tells all are', () => {
    const unread = many(100, (i) => ({ path: `f${i}.json`, reason: long }))
    const result = resultOf(findings, { unread })
    const report = JSON.parse(json({ ...result, bytes: BYTES }, CONTEXT))
    expect(report.findings.length).toBeGreaterThan(50)
    for (const { message } of report.findings) expect(message.length).toBeLessThanOrEqual(60)
    for (const { reason } of report.unread) expect(reason.length).toBeLessThanOrEqual(60)
    expect(report.notes.at(-1)).toContain(`${2000 - report.findings.length} findings are counted in the summary`)
  })
})
