import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { HOMEPAGE, VERSION } from '../../../src/model/tool.js'
import type { RenderContext } from '../../../src/report/format.js'
import { json } from '../../../src/report/formats/json.js'
import { rulePages } from '../../../src/report/links.js'
import { expiredIgnore, ignoredFinding, resultOf, statementFinding } from '../results.js'

const CONTEXT: RenderContext = { color: true, explain: true, rulePages: 'https://x/', failOn: 'error' }

describe('the JSON report', () => {
  const ignored = [ignoredFinding()]
  const change = {
    ignored,
    unread: [{ path: 'b.json', reason: 'bad' }],
    assumptions: [{ id: 'A1', text: 't', policies: 1 }],
  }
  const result = resultOf([statementFinding(), expiredIgnore()], change)
  const text = json(result, CONTEXT)

  test('has the documented keys, in the documented order, and ends in a newline', () => {
    const report = JSON.parse(text)
    expect(text.endsWith('}\n')).toBe(true)
    expect(Object.keys(report)).toEqual([
      'version',
      'tool',
      'conclusion',
      'summary',
      'context',
      'assumptions',
      'findings',
      'ignored',
      'changed',
      'notes',
      'unread',
    ])
    expect(Object.keys(report.summary)).toEqual([
      'files',
      'policies',
      'statements',
      'errors',
      'warnings',
      'notices',
      'ignored',
      'known',
      'outOfScope',
      'unread',
    ])
    const [statement, entry] = report.findings
    expect(Object.keys(statement)).toEqual([
      'rule',
      'level',
      'message',
      'fingerprint',
      'cause',
      'location',
      'known',
      'policy',
      'statement',
      'verdict',
      'scope',
      'blocked',
      'undecided',
      'because',
      'assumptions',
      'fix',
      'fixUnavailable',
    ])
    expect(Object.keys(statement.location)).toEqual(['path', 'startLine', 'startColumn', 'endLine', 'endColumn'])
    expect(Object.keys(statement.policy)).toEqual([
      'source',
      'path',
      'pointer',
      'address',
      'root',
      'bucket',
      'account',
      'region',
    ])
    expect(Object.keys(statement.blocked[0])).toEqual(['session', 'feature', 'actions'])
    expect(Object.keys(statement.fix)).toEqual(['remedy', 'title', 'applicability', 'note', 'text', 'edits'])
    expect(Object.keys(statement.fix.edits[0])).toEqual(['path', 'startLine', 'endLine', 'replacement'])
    expect(Object.keys(entry)).toEqual([
      'rule',
      'level',
      'message',
      'fingerprint',
      'cause',
      'location',
      'known',
      'policy',
      'fix',
      'fixUnavailable',
    ])
  })

  test('has the values of the result', () => {
    const { alternative, deciding, missing, roles, ...known } = statementFinding()
    const { report } = result
    const { fix: _fix, fixUnavailable: _why, ...told } = known
    const isNew = { known: null }
    expect(JSON.parse(text)).toEqual({
      changed: [],
      ...report,
      context: { ...report.context, id: report.context.id() },
      summary: { ...report.summary, known: 0, unread: 1 },
      findings: [
        { ...known, ...isNew },
        { ...expiredIgnore(), ...isNew },
      ],
      ignored: [{ ...told, ...isNew, reason: 'logs', expires: '2027-01-31' }],
    })
    expect([alternative, deciding.length > 0, missing.length, roles.length]).toEqual([null, true, 0, 1])
  })
})

describe('links to rule pages', () => {
  test.each([
    {
      name: 'lead to the repository and ref of the action',
      env: { GITHUB_ACTION_REPOSITORY: 'o/r', GITHUB_ACTION_REF: 'v1' },
      expected: 'https://github.com/o/r/blob/v1/docs/rules/',
    },
    {
      name: 'lead to the server of an Enterprise',
      env: { GITHUB_ACTION_REPOSITORY: 'o/r', GITHUB_ACTION_REF: 'a b', GITHUB_SERVER_URL: 'https://ghe.example' },
      expected: 'https://ghe.example/o/r/blob/a%20b/docs/rules/',
    },
    {
      name: 'are left out for a local action without a home page',
      env: { GITHUB_ACTION_REPOSITORY: '' },
      expected: null,
    },
    {
      name: 'are left out for a name that is none',
      env: { GITHUB_ACTION_REPOSITORY: 'o/r/../x', GITHUB_ACTION_REF: 'v1' },
      expected: null,
    },
  ])('$name', ({ env, expected }) => {
    expect(rulePages(env, null)).toBe(expected)
  })

  test('version and home page are those of the package', () => {
    const { version, homepage = null } = JSON.parse(readFileSync('package.json', 'utf8'))
    expect([VERSION, HOMEPAGE]).toEqual([version, homepage])
  })

  test('lead to the home page at this version else', () => {
    expect(rulePages({}, 'https://github.com/o/r#readme')).toMatch(
      /^https:\/\/github\.com\/o\/r\/blob\/v\d[\d.]+\/docs\/rules\/$/,
    )
  })
})
