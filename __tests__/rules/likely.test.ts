import { describe, expect, test } from 'vitest'
import type { CheckOptions } from '../../src/model/options.js'
import { checkFiles, INTEGRATION } from '../support/check.js'
import { ROLE, SIX } from '../support/vectors.js'

type Json = Readonly<Record<string, unknown>>

async function levelOf(statement: Json, options: Partial<CheckOptions> = {}): Promise<string> {
  const base = { Effect: 'Deny', Action: 's3:*', Resource: 'arn:aws:s3:::b1/*' }
  const text = JSON.stringify({ Version: '2012-10-17', Statement: [{ ...base, ...statement }] })
  const { report } = await checkFiles(text, options)
  return report.findings.map(({ rule, level }) => `${rule} ${level}`).join() || 'nothing'
}

const everyone = (Condition: Json): Json => ({ Principal: '*', Condition })
const NOBODY = { integrations: [] }
const NO_ROLE = { integrations: [{ ...INTEGRATION, roleName: null }] }

describe('how loudly an undecided statement is told (docs/semantics.md, D30)', () => {
  test.each<[string, Json, Partial<CheckOptions>]>([
    ['everybody but the own organization', everyone({ StringNotEquals: { 'aws:PrincipalOrgID': 'o-abc1234567' } }), {}],
    [
      'the same by the organization of the bucket',
      everyone({ StringNotEquals: { 'aws:ResourceOrgID': 'o-abc1234567' } }),
      {},
    ],
    [
      'everybody but paths of the own organization',
      everyone({ 'ForAnyValue:StringNotLike': { 'aws:PrincipalOrgPaths': 'o-abc1234567/*' } }),
      {},
    ],
    [
      'everybody but an account, whichever is the own',
      everyone({ StringNotEquals: { 'aws:PrincipalAccount': '111122223333' } }),
      NOBODY,
    ],
    [
      "everybody but roles with the vendor's tag",
      everyone({ StringNotEquals: { 'aws:PrincipalTag/Vendor': 'Clumio' } }),
      {},
    ],
    [
      'addresses beside an exception for tagged roles',
      everyone({
        NotIpAddress: { 'aws:SourceIp': '52.94.76.0/24' },
        StringNotEquals: { 'aws:PrincipalTag/perimeter': 'off' },
      }),
      {},
    ],
    ['a list that names a role of the vendor, whichever is the right one', { NotPrincipal: { AWS: SIX } }, NO_ROLE],
    [
      'an exception for a role of the vendor, whichever is the right one',
      everyone({ ArnNotLike: { 'aws:PrincipalArn': ROLE } }),
      NO_ROLE,
    ],
    [
      'an exception for the own role in an account that the file does not spell out',
      everyone({
        ArnNotLike: {
          'aws:PrincipalArn': `arn:${'${partition}'}:iam::${'${account}'}:${ROLE.slice(ROLE.indexOf('role/'))}`,
        },
      }),
      {},
    ],
    [
      'the same for all roles of its path',
      everyone({ ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::${account}:role/clumio/*' } }),
      {},
    ],
    ['requests without TLS, with a capital letter', everyone({ Bool: { 'aws:SecureTransport': 'False' } }), {}],
    [
      'requests with an old TLS, by a key that does not exist',
      everyone({ NumericLessThan: { 'aws:TLSVersion': '1.2' } }),
      {},
    ],
  ])('a notice: %s', async (_, statement, options) => {
    expect(await levelOf(statement, options)).toBe('deny-may-block-clumio notice')
  })

  test.each<[string, Json, Partial<CheckOptions>]>([
    ['only the own organization', everyone({ StringEquals: { 'aws:PrincipalOrgID': 'o-abc1234567' } }), {}],
    ['public addresses', everyone({ NotIpAddress: { 'aws:SourceIp': '52.94.76.0/24' } }), {}],
    ['another tag', everyone({ StringNotEquals: { 'aws:PrincipalTag/team': 'backup' } }), {}],
    [
      'a list of roles that the file does not spell out',
      everyone({ ArnNotLike: { 'aws:PrincipalArn': '${admins}' } }),
      {},
    ],
    [
      'an exception for another role of the vendor',
      everyone({ ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/clumio/*' } }),
      NOBODY,
    ],
    [
      'old TLS by a key that does not exist, which IfExists makes true',
      everyone({ NumericLessThanIfExists: { 'aws:TLSVersion': '1.2' } }),
      {},
    ],
    [
      'an exception for another role in an account that the file does not spell out',
      everyone({ ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::${account}:role/clumio/Other' } }),
      {},
    ],
    ['everybody but a list without organizations', everyone({ StringNotEquals: { 'aws:PrincipalOrgID': [] } }), {}],
    ['everybody but a list without accounts', everyone({ StringNotEquals: { 'aws:PrincipalAccount': [] } }), {}],
  ])('not a notice: %s', async (_, statement, options) => {
    expect(await levelOf(statement, options)).not.toBe('deny-may-block-clumio notice')
  })
})
