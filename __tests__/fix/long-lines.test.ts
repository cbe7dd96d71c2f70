import { expect, test } from 'vitest'
import { json } from '../../src/report/formats/json.js'
import { applied, checkFiles } from '../support/check.js'

/** Many policies in one list, on lines of their own and on one line. */

const many = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    Version: '2012-10-17',
    Statement: [{ Sid: `S${i}`, Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: [`arn:aws:s3:::b${i}/*`] }],
  }))

test.each([
  { name: 'laid out', text: JSON.stringify(many(20), null, 2) },
  { name: 'on one line', text: JSON.stringify(many(20)) },
  { name: 'between other elements', text: JSON.stringify([1, { a: 'b' }, ...many(3), { Resources: {} }], null, 2) },
  { name: 'with comments', text: JSON.stringify(many(3), null, 2).replaceAll('"Version"', '/* v */ "Version"') },
  { name: 'behind another document', text: `{"a": 1}\n${JSON.stringify(many(3), null, 2)}` },
])('each policy of a list gets its edit: $name', async ({ text }) => {
  const { findings } = (await checkFiles(text)).report
  expect(findings.length).toBeGreaterThan(2)
  expect(findings.map(({ fix }) => fix?.applicability)).toEqual(findings.map(() => 'edit'))
  expect((await checkFiles(applied(text, findings))).report.findings).toEqual([])
})

test.each([
  { name: 'it is so long only with all edits', count: 600 },
  { name: 'it is so long as it is', count: 2000 },
])('a line of more than 256 KB is not replaced as a whole: $name', async ({ count }) => {
  const result = await checkFiles(JSON.stringify(many(count)))
  const { findings } = result.report
  expect(findings).toHaveLength(count)
  for (const { fix } of findings) {
    expect(fix).toMatchObject({ applicability: 'text-only', edits: [] })
    expect(fix?.note).toContain('the line is too long')
    expect(fix?.text).toContain('NotPrincipal')
  }
  const context = { color: false, explain: false, rulePages: null, failOn: 'error' } as const
  expect(json(result, context).length).toBeLessThan(count * 15_000)
})
