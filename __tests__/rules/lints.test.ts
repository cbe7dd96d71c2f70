import { describe, expect, test } from 'vitest'
import { isStatementFinding } from '../../src/model/report.js'
import { checkFiles } from '../support/check.js'

const base = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: ['arn:aws:s3:::b1', 'arn:aws:s3:::b1/*'] }
const vpc = { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } }

async function because(statement: unknown, Version: string | undefined = '2012-10-17'): Promise<readonly string[]> {
  const { report } = await checkFiles(JSON.stringify({ Version, Statement: [statement] }))
  return report.findings.flatMap((finding) => (isStatementFinding(finding) ? finding.because : []))
}

describe('what is odd about a statement is among its reasons', () => {
  test.each<[string, unknown, string]>([
    [
      'a wildcard inside a principal ARN',
      { ...base, Principal: { AWS: ['*', 'arn:aws:iam::111122223333:role/*'] }, Condition: vpc },
      'the wildcard in Principal "arn:aws:iam::111122223333:role/*" stands for nothing: principals are compared literally',
    ],
    [
      'a unique id in a principal list',
      { ...base, Principal: { AWS: ['*', 'AIDAJQABLZS4A3QDU576Q'] }, Condition: vpc },
      '"AIDAJQABLZS4A3QDU576Q" is a unique id, which AWS shows in place of a role or user that was deleted',
    ],
    [
      'a wildcard that StringNotEquals takes literally',
      { ...base, Condition: { StringNotEquals: { 'aws:PrincipalArn': ['arn:aws:iam::1*', 'x'] } } },
      'StringNotEquals compares "arn:aws:iam::1*" literally, wildcards included',
    ],
    [
      'the account root under aws:PrincipalArn',
      { ...base, Condition: { ArnNotEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:root' } } },
      '"arn:aws:iam::111122223333:root" under aws:PrincipalArn stands for the root user alone, not for the account',
    ],
    [
      'a key that AWS does not list',
      { ...base, Condition: { StringEquals: { 'aws:NoSuchKey': 'x' } } },
      'no AWS document lists the condition key aws:NoSuchKey',
    ],
    [
      'a set operator on a key with one value',
      { ...base, Condition: { 'ForAnyValue:StringNotEquals': { 'aws:SourceVpc': 'vpc-1' } } },
      'aws:SourceVpc holds one value, so a set operator on it is misplaced',
    ],
    [
      'a key with several values and no set operator',
      { ...base, Condition: { StringNotLike: { 'aws:PrincipalOrgPaths': 'o-1/*' } } },
      'aws:PrincipalOrgPaths holds several values, so it needs a set operator',
    ],
  ])('%s', async (_name, statement, words) => {
    expect(await because(statement)).toContain(words)
  })

  test.each<[string | undefined, string]>([
    ['2008-10-17', 'the Version of the policy is "2008-10-17"'],
    [undefined, 'the policy has no Version'],
  ])('variables under Version %s are literal text', async (version, why) => {
    const own = { StringNotEquals: { 'aws:PrincipalAccount': '${aws:ResourceAccount}' } }
    const text = JSON.stringify({ Version: version, Statement: [{ ...base, Condition: own }] })
    const { report } = await checkFiles(text)
    const reasons = report.findings.flatMap((finding) => (isStatementFinding(finding) ? finding.because : []))
    expect(reasons).toContain(
      `"\${aws:ResourceAccount}" is compared literally, since ${why}: variables need "2012-10-17"`,
    )
  })

  test('a plain statement has none', async () => {
    expect(await because({ ...base, Condition: vpc })).toHaveLength(4)
  })
})

describe('reasons say what was tested', () => {
  test.each<[string, unknown, string]>([
    [
      'a set prefix before Null',
      { 'ForAllValues:Null': { 'aws:PrincipalArn': 'true' } },
      'ForAllValues:Null on aws:PrincipalArn holds for every request, whether it carries the key or not',
    ],
    [
      'a list without values',
      { 'ForAllValues:StringEquals': { 'aws:CalledVia': [] } },
      'the test that every value of aws:CalledVia is any of no values holds for Clumio: its requests do not carry the key',
    ],
    [
      'an id that no organization has',
      { StringNotEquals: { 'aws:PrincipalOrgID': 'none' } },
      'the test that aws:PrincipalOrgID is not "none" holds for Clumio: the key is "the account\'s organization"',
    ],
    [
      'a Resource with a colon in the name',
      { Bool: { 'aws:SecureTransport': 'true' } },
      '"arn:aws:s3:::b1:*" is not the form of a bucket\'s ARN or of its objects\'',
    ],
  ])('%s', async (_name, Condition, words) => {
    expect(await because({ ...base, Resource: [...base.Resource, 'arn:aws:s3:::b1:*'], Condition })).toContain(words)
  })

  test('the form of a principal that is everybody', async () => {
    expect(await because({ ...base, Principal: { AWS: '*' }, Condition: vpc })).toContain(
      'Principal {"AWS": "*"} includes the Clumio role',
    )
  })
})

describe('what an operator cannot compare is told as such', () => {
  test.each<[string, unknown]>([
    ['a date that is none', { DateGreaterThan: { 'aws:CurrentTime': 'tomorrow' } }],
    ['a truth value that is none', { Bool: { 'aws:SecureTransport': 'maybe' } }],
  ])('%s', async (_name, condition) => {
    const { report } = await checkFiles(
      JSON.stringify({ Version: '2012-10-17', Statement: [{ ...base, Condition: condition }] }),
    )
    expect(report.findings.map(({ message }) => message)).toEqual([
      expect.stringContaining('a value that the operator can compare'),
    ])
  })
})
