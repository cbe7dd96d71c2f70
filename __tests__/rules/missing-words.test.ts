import { describe, expect, test } from 'vitest'
import { reasonWords } from '../../src/rules/drafts/words.js'
import { checkFiles } from '../support/check.js'

const deny = (condition: object, more: object = {}) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: {
      Sid: 'S',
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: 'arn:aws:s3:::acme/*',
      Condition: condition,
      ...more,
    },
  })

describe('what one must know to decide a statement', () => {
  test.each<[string, object, RegExp]>([
    [
      'one fact with what it is',
      { StringNotEquals: { 'aws:PrincipalTag/team': 'x' } },
      /one must know what aws:PrincipalTag\/team is in Clumio's requests: the tag of the Clumio role, or null if it has none \(ask /,
    ],
    [
      'several as a list',
      { StringNotEquals: { 'aws:PrincipalTag/team': 'x', 'aws:PrincipalTag/app': 'y' } },
      /one must know what aws:PrincipalTag\/team is in Clumio's requests and what aws:PrincipalTag\/app is in Clumio's requests\.$/,
    ],
  ])('%s', async (_name, condition, expected) => {
    const { report } = await checkFiles(deny(condition))
    expect(report.findings[0]?.message).toMatch(expected)
  })

  test.each([
    ['how often the statement is there', 'how often the statement is there'],
    ['members that the sources leave open', 'members that the sources leave open'],
    ['${Who}', '"${Who}"'],
    ['Fn::If A', '"Fn::If A"'],
    ['too much to follow', '"too much to follow"'],
  ])('words for what is not followed are no value, an expression is: %s', (expression, shown) => {
    const reason = { part: 'effect', value: 'U', expression } as const
    expect(reasonWords(reason)).toBe(`whether the statement denies at all depends on ${shown}`)
  })
})

test('a policy that is no JSON is not said to be unreadable twice', async () => {
  const { report } = await checkFiles({
    'p.yaml': 'Statement:\n  - {Effect: Deny, Principal: "*", Action: s3:*, Resource: "arn:aws:s3:::a/*"}\n',
  })
  expect(report.findings[0]?.message).toMatch(/^The file holds a bucket policy that was not judged: /)
})
