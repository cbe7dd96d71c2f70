import { describe, expect, test } from 'vitest'
import { UserError } from '../../src/model/errors.js'
import { claimsSize, readClaims } from '../../src/report/claims.js'
import { json } from '../../src/report/formats/json.js'
import { blocking, edit, fix, result, undecided } from '../support/findings.js'

const CONTEXT = { color: false, explain: false, rulePages: null, failOn: 'error' } as const
const FINDING = { rule: 'deny-blocks-clumio', fingerprint: 'f' }
const REPORT = { version: 1, tool: { name: 'clumio-policy-check' }, findings: [FINDING] }

function read(value: unknown) {
  return readClaims(Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)), 'report.json')
}

test('nothing but rule and fingerprint is taken from a report', () => {
  const findings = [blocking({}, { fix: fix([edit('policy.json', 1, 1, 'x')]) }), undecided({ lines: [2, 2] })]
  expect(read(json(result(findings), CONTEXT))).toEqual(
    findings.map(({ rule, fingerprint }) => ({ rule, fingerprint })),
  )
})

test('further members are no mistake: a later version may add some', () => {
  expect(read({ ...REPORT, more: 1, findings: [{ ...FINDING, more: 1 }] })).toEqual([FINDING])
})

describe('what is no report is an error that names the file', () => {
  test.each<[string, unknown]>([
    ['no JSON', '{ "version": 1'],
    ['no UTF-8', `"${'\ud800'}`],
    ['nesting without end', '['.repeat(200_000)],
    ['null', null],
    ['a list', []],
    ['the report of another tool', { ...REPORT, tool: { name: 'other' } }],
    ['another version', { ...REPORT, version: 2 }],
    ['a version that is a text', { ...REPORT, version: '1' }],
    ['findings that are no list', { ...REPORT, findings: { length: 1 } }],
    ['inherited members', '{ "__proto__": { "version": 1 } }'],
    ['a finding that is none', { ...REPORT, findings: [null] }],
    ['a rule that is not known', { ...REPORT, findings: [{ ...FINDING, rule: 'constructor' }] }],
    ['a fingerprint that is no text', { ...REPORT, findings: [{ ...FINDING, fingerprint: ['f'] }] }],
    ['a fingerprint with markup', { ...REPORT, findings: [{ ...FINDING, fingerprint: 'f --> @all' }] }],
    ['a long fingerprint', { ...REPORT, findings: [{ ...FINDING, fingerprint: 'f'.repeat(201) }] }],
    ['too many findings', { ...REPORT, findings: Array(20_001).fill(FINDING) }],
  ])('%s', (_name, value) => {
    expect(() => read(value)).toThrow(UserError)
    expect(() => read(value)).toThrow('report-file: report.json')
  })

  test('a file that is larger than any report', () => {
    expect(() => claimsSize(20_000_001, 'report.json')).toThrow('has more than 20000000 bytes')
  })
})
