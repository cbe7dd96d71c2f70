import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isStatementFinding } from '../../src/model/report.js'
import { checkFiles } from '../support/check.js'
import { statements } from '../support/statements.js'
import { spelled, spellings } from '../support/variants.js'

const RUNS = Number(process.env.FC_RUNS ?? 200)
const TIMEOUT = 30_000 + RUNS * 50

/** What a reader and a machine keep of a report: no lines, no edits, no order of reasons. */
async function outcome(text: string): Promise<unknown> {
  const { report } = await checkFiles(text)
  const findings = report.findings.map((finding) => ({
    rule: finding.rule,
    level: finding.level,
    fingerprint: finding.fingerprint,
    ...(isStatementFinding(finding)
      ? {
          verdict: finding.verdict,
          scope: finding.scope,
          blocked: finding.blocked,
          undecided: finding.undecided,
          remedy: finding.fix?.remedy ?? null,
        }
      : {}),
  }))
  return {
    unread: report.unread,
    summary: report.summary,
    findings: findings.map((each) => JSON.stringify(each)).sort(),
  }
}

describe('how a policy is spelled does not matter', () => {
  test(
    'order of members, lists of one, capitals of condition keys, white space',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(statements, { minLength: 1, maxLength: 2 }), spellings, async (list, spelling) => {
          const policy = {
            Version: list[0]?.version ?? '2008-10-17',
            Statement: [
              { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: 'arn:aws:s3:::b1/*' },
              ...list.map(({ statement }) => statement),
            ],
          }
          expect(await outcome(spelled(policy, spelling))).toEqual(await outcome(JSON.stringify(policy)))
        }),
        { numRuns: RUNS },
      )
    },
    TIMEOUT,
  )
})
