import { describe, expect, test } from 'vitest'
import { checkFiles } from '../support/check.js'

/** Inputs made to be slow, deep or confusing: the check reports on every one, fast, and never throws. */

type Json = Readonly<Record<string, unknown>>

const BASE = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: ['arn:aws:s3:::b1', 'arn:aws:s3:::b1/*'] }

function policy(...statements: readonly Json[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements.map((each) => ({ ...BASE, ...each })) })
}

function many<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, i) => make(i))
}

function nested(depth: number, open: string, close: string): string {
  return open.repeat(depth) + 1 + close.repeat(depth)
}

/** A blocking statement with one more member, written out. */
function withMember(name: string, json: string): string {
  return `{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::b1/*",${JSON.stringify(name)}:${json}}]}`
}

function template(resource: string): string {
  return `{"Resources":{"P":{"Type":"AWS::S3::BucketPolicy","Properties":{"Bucket":"b1","PolicyDocument":{"Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":${resource}}]}}}}}`
}

const N = 100_000

const CASES: readonly (readonly [name: string, text: string, rule: string | null])[] = [
  ['200 kB of stars', policy({ Action: '*'.repeat(2 * N) }), 'deny-may-block-clumio'],
  [
    'stars and letters',
    policy({ Condition: { StringNotLike: { 'aws:PrincipalArn': '*a'.repeat(N) } } }),
    'deny-may-block-clumio',
  ],
  [
    'stars and letters of a length that counts',
    policy({ Condition: { StringNotLike: { 'aws:PrincipalArn': '*a'.repeat(1000) } } }),
    'deny-blocks-clumio',
  ],
  [
    'expressions of a length that counts',
    policy({ Resource: `arn:aws:s3:::b1/${'${x}*a'.repeat(30)}` }),
    'deny-blocks-clumio',
  ],
  ['colons', policy({ Condition: { ArnNotLike: { 'aws:PrincipalArn': ':'.repeat(N) } } }), 'deny-may-block-clumio'],
  [
    'braces that never close',
    policy({ Resource: ['arn:aws:s3:::b1', `arn:aws:s3:::b1/${'${'.repeat(500)}`] }),
    'deny-blocks-clumio',
  ],
  [
    'lists in a condition',
    withMember('Condition', `{"StringEquals":{"aws:SourceVpc":${nested(N, '[', ']')}}}`),
    'policy-unreadable',
  ],
  ['lists in a member nobody knows', withMember('x', nested(N, '[', ']')), 'policy-unreadable'],
  ['objects in a member nobody knows', withMember('x', nested(N, '{"a":', '}')), 'policy-unreadable'],
  ['lists, deep enough for a parser to fail', withMember('x', nested(8000, '[', ']')), 'policy-unreadable'],
  ['lists in a file with comments', `// why\n${withMember('x', nested(N, '[', ']'))}`, 'policy-unreadable'],
  ['intrinsic functions', template(nested(20_000, '{"Fn::Join":["",[', ']]}')), 'policy-unreadable'],
  [
    'policies wrapped in policies',
    many(12, (i) => i).reduce((text) => JSON.stringify({ Policy: text }), policy({})),
    'policy-unreadable',
  ],
  ['a policy below lists', `{"x":${'['.repeat(N)}${policy({})}${']'.repeat(N)}}`, 'policy-unreadable'],
  [
    'a manifest below lists',
    `{"apiVersion":"s3.aws.upbound.io/v1","kind":"List","x":${'['.repeat(N)}${policy({})}${']'.repeat(N)}}`,
    'policy-unreadable',
  ],
  [
    'many policies in places that nobody knows',
    JSON.stringify({ x: many(2000, () => JSON.parse(policy({}))) }),
    'policy-unreadable',
  ],
  ['the prototype as a member', withMember('__proto__', '{"Effect":"Allow","Sid":"x"}'), 'deny-blocks-clumio'],
  ['the prototype as an operator', withMember('Condition', '{"__proto__":{"x":"y"}}'), 'deny-may-block-clumio'],
  [
    'the prototype as a condition key',
    withMember('Condition', '{"StringEquals":{"__proto__":"x"}}'),
    'deny-may-block-clumio',
  ],
  [
    'the prototype of a document with comments',
    `//\n${withMember('__proto__', '{"Effect":"Allow"}')}`,
    'deny-blocks-clumio',
  ],
  [
    'names that objects have',
    withMember('Condition', '{"toString":{"valueOf":"y"},"constructor":{"constructor":"x"}}'),
    'deny-may-block-clumio',
  ],
  [
    'half of a character',
    policy({ Sid: '\ud800', Resource: ['arn:aws:s3:::b1/*', 'arn:aws:s3:::b1/\udc00'] }),
    'deny-blocks-clumio',
  ],
  ['control characters', policy({ Sid: '\u0000\u001b[2J', Action: ['s3:*', '\u0007'] }), 'deny-blocks-clumio'],
  ['20000 actions', policy({ Action: ['s3:*', ...many(20_000, (i) => `s3:X${i}`)] }), 'deny-blocks-clumio'],
  ['20000 resources', policy({ Resource: many(20_000, (i) => `arn:aws:s3:::b1/p${i}`) }), 'deny-blocks-clumio'],
  [
    '20000 principals',
    policy({ Principal: { AWS: ['*', ...many(20_000, (i) => `arn:aws:iam::111122223333:user/u${i}`)] } }),
    'deny-blocks-clumio',
  ],
  [
    '20000 values',
    policy({ Condition: { ArnNotLike: { 'aws:PrincipalArn': many(20_000, (i) => `arn:aws:iam::*:role/r${i}*`) } } }),
    'deny-blocks-clumio',
  ],
  [
    '5000 operators',
    policy({ Condition: Object.fromEntries(many(5000, (i) => [`Op${i}`, { 'aws:SourceVpc': 'x' }])) }),
    'deny-may-block-clumio',
  ],
  ['300 statements', policy(...many(300, (i) => ({ Sid: `s${i}` }))), 'deny-blocks-clumio'],
  ['5 MB of white space', ' '.repeat(5_000_000) + policy({}), 'deny-blocks-clumio'],
  ['comments', '/**/'.repeat(2 * N) + policy({}), 'deny-blocks-clumio'],
  ['comments that never close', policy({}) + '/*'.repeat(2 * N), 'policy-unreadable'],
  [
    'braces before the names of a policy',
    `${'{'.repeat(2 * N)}"Statement": "Effect": "Principal": "s3:`,
    'policy-unreadable',
  ],
  [
    'empty documents before the names of a policy',
    `${'[] '.repeat(2 * N)}"Statement": "Effect": "Principal": s3:`,
    'policy-unreadable',
  ],
  ['the names of a policy, over and over', `${'Statement '.repeat(2 * N)} Effect Principal s3:`, null],
]

describe('hostile files', () => {
  test.each(CASES)(
    '%s',
    async (_, text, rule) => {
      const { report } = await checkFiles(text)
      expect(report.findings[0]?.rule ?? null).toBe(rule)
    },
    120_000,
  )

  test('members that stand twice: nothing follows, whichever counts', async () => {
    const text =
      '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::b2","Resource":"arn:aws:s3:::b1/*"}]}'
    const { report } = await checkFiles(text)
    expect(report.findings.map(({ rule, policy: where }) => [rule, where?.bucket])).toEqual([
      ['deny-may-block-clumio', 'b1'],
    ])
  })
})
