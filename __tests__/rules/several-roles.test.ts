import { describe, expect, test } from 'vitest'
import { isStatementFinding } from '../../src/model/report.js'
import { json } from '../../src/report/formats/json.js'
import { checkFiles, INTEGRATION } from '../support/check.js'

const OTHER = { ...INTEGRATION, roleName: 'ClumioRole-us-west-2-other' }
const arnOf = ({ account, roleName }: typeof INTEGRATION) => `arn:aws:iam::${account}:role/clumio/${roleName}`

/** A Deny that leaves some roles alone by aws:PrincipalArn. */
const deny = (exempt: readonly string[]) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: {
      Sid: 'Vpc',
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:GetObject',
      Resource: 'arn:aws:s3:::acme/*',
      Condition: {
        StringNotEquals: { 'aws:SourceVpc': 'vpc-1' },
        ...(exempt.length > 0 && { ArnNotEquals: { 'aws:PrincipalArn': exempt } }),
      },
    },
  })

async function findingOf(text: string, integrations: readonly (typeof INTEGRATION)[]) {
  const { report } = await checkFiles(text, { integrations })
  const [finding] = report.findings.filter(isStatementFinding)
  if (finding === undefined) throw new Error('there is a finding')
  return finding
}

describe('a statement that is judged for several roles', () => {
  test('names the one that it blocks, where another one is exempt', async () => {
    const finding = await findingOf(deny([arnOf(INTEGRATION)]), [INTEGRATION, OTHER])
    expect(finding.message).toContain(` on bucket acme for ${arnOf(OTHER)}: `)
    expect(new Set(finding.blocked.map(({ role }) => role))).toEqual(new Set([arnOf(OTHER)]))
  })

  test('blocks all of them where no message names one', async () => {
    const finding = await findingOf(deny([]), [INTEGRATION, OTHER])
    expect(finding.message).toContain(' on bucket acme: ')
    expect(finding.blocked.some(({ role }) => role !== undefined)).toBe(false)
    expect(finding.fix?.note).toMatch(/^Exempts 2 Clumio roles, their sessions and the account's root user from/)
  })

  test('names none of more roles than anybody reads', async () => {
    const others = Array.from({ length: 9 }, (_, at) => ({ ...OTHER, roleName: `Other${at}` }))
    const finding = await findingOf(deny([arnOf(INTEGRATION)]), [INTEGRATION, ...others])
    expect(finding.message).toContain(' on bucket acme: ')
    expect(finding.blocked).toHaveLength((await findingOf(deny([]), [INTEGRATION])).blocked.length)
  })

  test.each([
    ['has the role in the report where it does not do the same to all', [arnOf(INTEGRATION)], { role: arnOf(OTHER) }],
    ['has no role in the report where it does', [], {}],
  ])('%s', async (_name, exempt, role) => {
    const view = { color: false, explain: false, rulePages: null, failOn: 'error' } as const
    const result = await checkFiles(deny(exempt), { integrations: [INTEGRATION, OTHER] })
    const { session, feature, actions, ...rest } = JSON.parse(json(result, view)).findings[0].blocked[0]
    expect([session, feature, actions].every((one) => one !== undefined)).toBe(true)
    expect(rest).toEqual(role)
  })
})
