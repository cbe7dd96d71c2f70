import { describe, expect, test } from 'vitest'
import type { StatementFinding } from '../../src/model/report.js'
import { checkFiles } from '../support/check.js'

async function verdictOf(statement: Record<string, unknown>): Promise<string> {
  const base = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: ['arn:aws:s3:::b1', 'arn:aws:s3:::b1/*'] }
  const { report } = await checkFiles(JSON.stringify({ Version: '2012-10-17', Statement: [{ ...base, ...statement }] }))
  const [finding] = report.findings.filter((each): each is StatementFinding => each.rule.startsWith('deny-'))
  return finding?.verdict ?? 'not-blocked'
}

const B1 = 'arn:aws:s3:::b1'

describe('strings that no policy can hold are unknown, at no cost', () => {
  test.each<[string, Record<string, unknown>]>([
    ['an action of stars', { Action: '*'.repeat(200_000) }],
    ['an action of expressions', { Action: '${x}'.repeat(50_000) }],
    ['a resource of expressions', { Resource: `${B1}/${'${x}*'.repeat(30_000)}` }],
    ['a resource of wildcards', { Resource: `${B1}/${'*a'.repeat(100_000)}` }],
    ['a resource of variables', { Resource: `${B1}/${'${aws:userid}*'.repeat(10_000)}` }],
    ['a bucket of expressions', { Resource: `arn:aws:s3:::${'${x}'.repeat(20_000)}/*` }],
    ['a principal of expressions', { Principal: { AWS: '${x}a'.repeat(50_000) } }],
    ['an ARN pattern', { Condition: { ArnNotLike: { 'aws:PrincipalArn': `arn:*:*:*:*:${'*c'.repeat(100_000)}` } } }],
    ['open variables', { Condition: { StringNotLike: { 'aws:PrincipalArn': '${'.repeat(100_000) } } }],
  ])('%s', async (_, statement) => {
    expect(await verdictOf(statement)).toBe('undecided')
  })

  test('the other strings of a list still count', async () => {
    expect(await verdictOf({ Action: ['s3:*', '*a'.repeat(100_000)] })).toBe('blocked')
    expect(await verdictOf({ Resource: [`${B1}/*`, `${B1}/${'*a'.repeat(100_000)}`] })).toBe('blocked')
  })
})
