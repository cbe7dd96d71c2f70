import { describe, expect, test } from 'vitest'
import type { Judge } from '../../src/run-cli.js'
import { resultOf } from '../report/results.js'
import { workplace } from './harness.js'

const place = workplace()
const ACCOUNT = '123456789012'
const OTHER = '210987654321'
const NAME = 'ClumioRole-us-west-2-831e8db1-7a77-4550-b2a4-838aa526b8df'
const ROLE = ['--aws-account-id', ACCOUNT, '--clumio-role-id', NAME]

const policy = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'OnlyOurVpc',
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: ['arn:aws:s3:::acme-a', 'arn:aws:s3:::acme-a/*'],
      Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-0a1b2c3d' } },
    },
  ],
}
const text = JSON.stringify(policy)

describe('fix - prints the policy corrected', () => {
  test.each([
    ['on one line', text],
    ['laid out', `${JSON.stringify(policy, null, 2)}\n`],
    ['with comments', `// why\n${JSON.stringify(policy, null, 2).replace('"Deny",', '"Deny", // everybody')}`],
    ['as get-bucket-policy prints it', JSON.stringify({ Policy: text }, null, 4)],
    [
      'in an item of AWS Config',
      JSON.stringify({
        resourceType: 'AWS::S3::Bucket',
        supplementaryConfiguration: { BucketPolicy: { policyText: text } },
      }),
    ],
    ['in a row', JSON.stringify([{ name: 'acme-a', policy }])],
  ])('%s', async (_name, stdin) => {
    const { code, out, err } = await place.run([...ROLE, 'fix', '-'], { stdin })
    expect(code).toBe(0)
    const {
      Statement: [statement],
    } = JSON.parse(out)
    expect(statement.NotPrincipal.AWS).toHaveLength(6)
    expect(statement).toMatchObject({ Sid: 'OnlyOurVpc', Condition: policy.Statement[0]?.Condition })
    expect(err).toContain('No Deny statement blocks Clumio')
    const again = await place.run([...ROLE, 'fix', '-'], { stdin: out })
    expect([again.code, again.out]).toEqual([0, out])
  })

  /** A statement that a parser does not give back as it is written. */
  const odd =
    '{"Effect": "Deny", "Principal": {"AWS": "arn:aws:iam::999988887777:user/x"}, "Action": "s3:GetObject", "Action": "s3:PutObject", "Resource": "arn:aws:s3:::acme-a/*", "Condition": {"StringEquals": {"__proto__": "x"}, "NumericEquals": {"s3:max-keys": [12345678901234567890123, 1.10, 1e400]}}}'
  const beside = `{"Version": "2012-10-17", "Statement": [${JSON.stringify(policy.Statement[0])}, ${odd}]}`
  test.each([
    ['alone', beside],
    ['with a comment', `// why\n${beside}`],
    ['with a comma behind the last item', beside.replace(/\]\}$/, '],}')],
    ['as an object in a row', `[{"name": "acme-a", "policy": ${beside}}]`],
  ])('%s, with what else stands in it as it is written', async (_name, stdin) => {
    const { out } = await place.run([...ROLE, 'fix', '-'], { stdin })
    expect(out).toContain(odd)
    expect(JSON.parse(out).Statement[0].NotPrincipal.AWS).toHaveLength(6)
  })

  test('in the layout that it came in', async () => {
    const { out } = await place.run([...ROLE, 'fix', '-'], { stdin: text })
    expect(out.trimEnd()).not.toContain('\n')
  })

  test('for the roles of the account that is told beside it', async () => {
    place.write({
      'clumio.jsonc': JSON.stringify({
        integrations: [ACCOUNT, OTHER].map((one) => ({ role: `arn:aws:iam::${one}:role/clumio/${NAME}` })),
      }),
    })
    const stdin = JSON.stringify([{ name: 'acme-a', account_id: OTHER, policy }])
    const { code, out } = await place.run(['--config', 'clumio.jsonc', 'fix', '-'], { stdin })
    expect([code, out.includes(OTHER), out.includes(ACCOUNT)]).toEqual([0, true, false])
  })

  test('as it came, and fails, where nothing may be changed', async () => {
    const { code, out, err } = await place.run(['fix', '-'], { stdin: text })
    expect([code, out]).toEqual([1, `${text}\n`])
    expect(err).toContain('OnlyOurVpc')
  })

  test('with the report in any format, or in a file', async () => {
    const { out, err } = await place.run([...ROLE, '--format', 'json', 'fix', '-'], { stdin: text })
    expect(JSON.parse(out).Statement).toHaveLength(1)
    expect(JSON.parse(err)).toMatchObject({ conclusion: 'success', summary: { policies: 1 } })
    const told = await place.run([...ROLE, '--format', 'json', '--output', 'report.json', 'fix', '-'], { stdin: text })
    expect([told.err, JSON.parse(place.read('report.json')).conclusion]).toEqual(['', 'success'])
  })
})

describe('the exit code of fix - says whether something that blocks is left', () => {
  const writes = JSON.stringify({
    ...policy,
    Statement: [{ ...policy.Statement[0], Action: 's3:DeleteObject', Resource: 'arn:aws:s3:::acme-a/*' }],
  })
  test.each<[string, readonly string[], number]>([
    ['a protection against writes is left, as a warning', [], 1],
    ['and corrected where restore must work', ['--features', 'restore'], 0],
    ['nothing is to fail', ['--fail-on', 'never'], 0],
    ['restore does not matter', ['--features', 'backup'], 0],
  ])('%s', async (_name, options, expected) => {
    expect((await place.run([...ROLE, ...options, 'fix', '-'], { stdin: writes })).code).toBe(expected)
  })
})

test.each([
  [['fix', 'policy.json'], 'fix reads standard input and takes no files: fix -; --fix edits files'],
  [['fix', '-', 'policy.json'], 'takes no files'],
  [['learn', 'trail.json'], 'learn reads standard input and takes no files: learn -'],
  [['fix'], 'fix does not exist; the command that reads standard input is "fix -"'],
])('a command without its dash, or with files: %j', async (argv, says) => {
  const { code, out, err } = await place.run([...ROLE, ...argv])
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain(says)
})

test('each mistake of a configuration stands on a line of its own', async () => {
  place.write({ 'wrong.jsonc': '{ "featres": [],\n "remedies": 1 }' })
  const { code, err } = await place.run(['--config', 'wrong.jsonc', 'fix', '-'], { stdin: text })
  expect([
    code,
    err
      .trimEnd()
      .split('\n')
      .map((line) => line.slice(0, 36)),
  ]).toEqual([2, ['error: wrong.jsonc:1:3: unknown key ', '- line 2, column 2: unknown key "rem']])
})

describe('fix - prints nothing and says why', () => {
  test.each([
    ['without input', '', 'standard input is empty'],
    ['for the error of a command', 'An error occurred (NoSuchBucketPolicy)', 'no document'],
    ['for another document', '{"a": 1}', 'no bucket policy'],
    ['for several policies', `${text}\n${text}`, '2 policies'],
    ['for a normalised copy', JSON.stringify([{ name: 'acme-a', policy_std: policy }]), 'normalised'],
    ['for what cannot be read', text.slice(0, -3), 'cannot be read'],
  ])('%s', async (_name, stdin, why) => {
    const { code, out, err } = await place.run([...ROLE, 'fix', '-'], { stdin })
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(why)
  })

  test('exit code 2 where a bug shows, with what was corrected', async () => {
    const check: Judge = async () => ({
      ...resultOf([]),
      failures: [{ path: '<policy>', error: new TypeError('x is undefined') }],
    })
    const { code, out, err } = await place.run([...ROLE, 'fix', '-', '--format', 'json'], { stdin: text, check })
    expect([code, JSON.parse(out)]).toEqual([2, policy])
    expect(err).toContain('<policy> was not judged because of a bug')
    expect(err).toContain('TypeError: x is undefined')
    expect(err).toContain('"conclusion": "failure"')
  })

  test.each(['--fix', '--diff'])('beside %s', async (flag) => {
    const { code, err } = await place.run([flag, 'fix', '-'], { stdin: text })
    expect([code, err.includes('is for files')]).toEqual([2, true])
  })
})
