import { describe, expect, test } from 'vitest'
import type { CheckOptions } from '../../src/model/options.js'
import type { StatementFinding } from '../../src/model/report.js'
import { checkFiles, INTEGRATION } from '../support/check.js'

async function missingFor(condition: Record<string, unknown>, options: Partial<CheckOptions>): Promise<string[]> {
  const statement = {
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: 'arn:aws:s3:::b1/*',
    Condition: condition,
  }
  const text = JSON.stringify({ Version: '2012-10-17', Statement: [statement] })
  const { report } = await checkFiles(text, options)
  return report.findings
    .filter((each): each is StatementFinding => each.rule === 'deny-may-block-clumio')
    .flatMap(({ missing }) => missing.map(({ id }) => id))
}

const NOTHING = { integrations: [] }
const NO_ROLE = { integrations: [{ ...INTEGRATION, roleName: null }] }
const ROLE = 'arn:aws:iam::111122223333:role/clumio/ClumioRole-us-west-2-831e8db1-7a77-4550-b2a4-838aa526b8df'

describe('what an undecided condition waits for', () => {
  test.each<[string, Record<string, unknown>, Partial<CheckOptions>, string[]]>([
    [
      'the account, not a key that holds it',
      { StringNotEquals: { 'aws:PrincipalAccount': '111122223333' } },
      NOTHING,
      ['account'],
    ],
    ['the role, not a key that holds it', { ArnNotEquals: { 'aws:PrincipalArn': ROLE } }, NO_ROLE, ['role']],
    ["the role's id", { StringNotLike: { 'aws:userId': 'AROAEXAMPLEROLE000001:*' } }, {}, ['role-id']],
    [
      'an expression of the file',
      { ArnNotEquals: { 'aws:PrincipalArn': ['${admin_arns}'] } },
      {},
      ['expression ${admin_arns}'],
    ],
    [
      'the key of a policy variable',
      { StringNotEquals: { 'aws:PrincipalType': '${aws:PrincipalTag/kind}' } },
      {},
      ['aws:principaltag/kind'],
    ],
    ['a value that can be compared', { Bool: { 'aws:SecureTransport': 'False' } }, {}, ['invalid value']],
    [
      'a bound, where no version would tell',
      { NumericLessThan: { 's3:TlsVersion': '${minimum}' } },
      {},
      ['expression ${minimum}'],
    ],
    [
      'a bound, where the version is known',
      { NumericLessThan: { 's3:TlsVersion': '${minimum}' } },
      { context: { 's3:tlsversion': ['1.3'] } },
      ['expression ${minimum}'],
    ],
    ['the version, where the bound is known', { NumericLessThan: { 's3:TlsVersion': '1.3' } }, {}, ['s3:tlsversion']],
    ['a bound that is a number', { NumericLessThan: { 's3:TlsVersion': 'new' } }, {}, ['invalid value']],
    [
      'both the address and the range',
      { NotIpAddress: { 'aws:SourceIp': '${range}' } },
      {},
      ['aws:sourceip', 'expression ${range}'],
    ],
    [
      'the range, where the address is known',
      { NotIpAddress: { 'aws:SourceIp': '${range}' } },
      { context: { 'aws:sourceip': ['203.0.113.7'] } },
      ['expression ${range}'],
    ],
    [
      'the key itself, of two addresses',
      { NotIpAddress: { 'aws:SourceIp': '203.0.113.0/24' } },
      { context: { 'aws:sourceip': ['203.0.113.7', '198.51.100.1'] } },
      ['aws:sourceip'],
    ],
    ['the key itself', { StringNotEquals: { 'aws:PrincipalOrgID': 'o-abc1234567' } }, {}, ['aws:principalorgid']],
  ])('%s', async (_, condition, options, expected) => {
    expect(await missingFor(condition, options)).toEqual(expected)
  })
})
