import { describe, expect, test } from 'vitest'
import type { CheckOptions } from '../../src/model/options.js'
import type { StatementFinding } from '../../src/model/report.js'
import { checkFiles, INTEGRATION } from '../support/check.js'

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

describe('a Deny that names a session of the Clumio role which the vendor does not list', () => {
  const arn = (role: string, account = INTEGRATION.account) =>
    `arn:aws:sts::${account}:assumed-role/${role}/daebaksrv-OtherCheck`
  const own = INTEGRATION.roleName ?? ''
  const unnamed = { integrations: [], account: INTEGRATION.account }

  test.each<{ name: string; principal: string | string[]; options?: Partial<CheckOptions>; assumed: string[] }>([
    { name: 'the role is configured', principal: arn(own), assumed: ['A4'] },
    { name: 'beside others', principal: ['arn:aws:iam::111122223333:role/x', arn(own)], assumed: ['A4'] },
    { name: 'the role has no name', principal: arn(own), options: unnamed, assumed: ['A4'] },
    {
      name: 'it is one role of two',
      principal: arn(own),
      options: { integrations: [{ ...INTEGRATION, roleName: 'ClumioRole-other' }, INTEGRATION] },
      assumed: ['A4'],
    },
    { name: 'another role', principal: arn('Other'), assumed: [] },
    { name: 'another account', principal: arn(own, '999999999999'), assumed: [] },
  ])('is harmless only if Clumio has no such session: $name', async ({ principal, options, assumed }) => {
    const statement = { Effect: 'Deny', Principal: { AWS: principal }, Action: 's3:*', Resource: 'arn:aws:s3:::b1/*' }
    const { report } = await checkFiles(JSON.stringify({ Statement: [statement] }), options)
    expect(report.findings).toEqual([])
    expect(report.assumptions.map(({ id }) => id)).toEqual(assumed)
  })
})
