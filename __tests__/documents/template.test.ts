import { describe, expect, test } from 'vitest'
import type { StatementFinding } from '../../src/model/report.js'
import { checkFiles } from '../support/check.js'

async function verdictOf(statement: Record<string, unknown>): Promise<string> {
  const base = { Effect: 'Deny', Action: 's3:*', Resource: ['arn:aws:s3:::b1', 'arn:aws:s3:::b1/*'] }
  const { report } = await checkFiles(JSON.stringify({ Version: '2012-10-17', Statement: [{ ...base, ...statement }] }))
  const [finding] = report.findings.filter((each): each is StatementFinding => each.rule.startsWith('deny-'))
  return finding?.verdict ?? 'not-blocked'
}

describe('template expressions that look like the ARN of a bucket', () => {
  test.each([
    [
      'a role named after S3 may be the Clumio role',
      { Principal: '*', Condition: { ArnNotLike: { 'aws:PrincipalArn': '${s3_backup_role_arn}' } } },
    ],
    [
      'the start of a role ARN may be completed to the Clumio role',
      { Principal: '*', Condition: { ArnNotLike: { 'aws:PrincipalArn': '${role_base}/clumio/ClumioBackup' } } },
    ],
    ['a principal named after a bucket may be the account', { Principal: { AWS: '${bucket_owner_arn}' } }],
  ])('outside of resources: %s', async (_, statement) => {
    expect(await verdictOf(statement)).toBe('undecided')
  })

  test.each([
    ['the ARN itself', ['${module.x.bucket_arn}', '${module.x.bucket_arn}/*']],
    ['the ARN under any name, before a slash', ['${arn}/*']],
  ])('in resources they stand for the bucket: %s', async (_, resource) => {
    expect(await verdictOf({ Principal: '*', Resource: resource })).toBe('blocked')
  })
})

describe('documents behind one another', () => {
  test('comments may hold quotes and braces', async () => {
    const statement = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::b1/*' }
    const text = JSON.stringify({ Statement: [statement] }, null, 2)
    const { report } = await checkFiles(`// the "first" {\n${text}\n/* } don't */ ${text}\n`)
    expect(report.findings.map(({ rule }) => rule)).toEqual(['deny-blocks-clumio', 'deny-blocks-clumio'])
  })
})

describe('a bucket whose name is an expression', () => {
  test.each<[string, string]>([
    ['by its name', 'arn:aws:s3:::${bucket}'],
    ['by its ARN', '${bucket_arn}'],
    ['by a part of its name', 'arn:aws:s3:::${env}-logs'],
  ])('the bucket and its objects are told apart: %s', async (_, arn) => {
    const deny = { Principal: '*' }
    expect(await verdictOf({ ...deny, Resource: arn, Action: 's3:GetObject' })).toBe('not-blocked')
    expect(await verdictOf({ ...deny, Resource: `${arn}/*`, Action: 's3:ListBucket' })).toBe('not-blocked')
    expect(await verdictOf({ ...deny, Resource: arn, Action: 's3:ListBucket' })).toBe('blocked')
    expect(await verdictOf({ ...deny, Resource: `${arn}/*`, Action: 's3:GetObject' })).toBe('blocked')
  })
})
