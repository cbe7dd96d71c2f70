import { describe, expect, test } from 'vitest'
import type { StatementFinding } from '../../src/model/report.js'
import { checkFiles } from '../support/check.js'

async function findingOn(statement: Record<string, unknown>): Promise<StatementFinding | undefined> {
  const base = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: ['arn:aws:s3:::b1', 'arn:aws:s3:::b1/*'] }
  const { report } = await checkFiles(JSON.stringify({ Version: '2012-10-17', Statement: [{ ...base, ...statement }] }))
  return report.findings.find((each): each is StatementFinding => each.rule.startsWith('deny-'))
}

describe('what a part of a statement depends on', () => {
  test('a variable in a resource is filled in for each action on its own', async () => {
    // Reads carry the tag, whatever it is; deletions do not, and a resource with such a variable matches nothing then.
    const finding = await findingOn({ Resource: 'arn:aws:s3:::b1/${s3:ExistingObjectTag/scan}*' })
    const undecided = finding?.undecided.flatMap(({ actions }) => actions) ?? []
    expect(undecided).toContain('s3:GetObject')
    expect(undecided).not.toContain('s3:DeleteObject')
  })
})
