import { describe, expect, test } from 'vitest'
import { applied, checkFiles, INTEGRATION } from '../support/check.js'

const deny = (resource: string, condition?: unknown) => ({
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: resource,
  ...(condition === undefined ? {} : { Condition: condition }),
})

const policy = (...statements: readonly unknown[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements })

describe('a policy that names many buckets', () => {
  const names = Array.from({ length: 25 }, (_, i) => `arn:aws:s3:::b${i}/*`)

  test('every statement is judged against the bucket it names, however many there are', async () => {
    const { report } = await checkFiles({ 'p.json': policy(...names.map((name) => deny(name))) })
    expect(report.findings.filter(({ rule }) => rule === 'deny-blocks-clumio')).toHaveLength(25)
  })

  test('a wildcard covers the buckets that other statements name', async () => {
    const others = names.map((name) => deny(name, { Bool: { 'aws:SecureTransport': 'false' } }))
    const { report } = await checkFiles({ 'p.json': policy(...others, deny('arn:aws:s3:::b24*')) })
    expect(report.findings.filter(({ rule }) => rule === 'deny-blocks-clumio')).toHaveLength(1)
  })
})

describe('one statement on two buckets of different integrations', () => {
  const text = JSON.stringify(
    {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:*',
          Resource: ['arn:aws:s3:::one/*', 'arn:aws:s3:::two/*'],
          Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } },
        },
      ],
    },
    null,
    2,
  )
  const named = (roleName: string, account: string, bucket: string) => ({
    ...INTEGRATION,
    account,
    roleName,
    buckets: [bucket],
  })
  const integrations = [named('ClumioRole-one', '111111111111', 'one'), named('ClumioRole-two', '222222222222', 'two')]

  test.each(['not-principal', 'principal-arn'] as const)('one edit by %s exempts both roles', async (remedy) => {
    const { report } = await checkFiles(text, { integrations, remedy })
    expect(report.findings.map(({ rule, fix }) => [rule, fix?.applicability])).toEqual([['deny-blocks-clumio', 'edit']])
    const fixed = applied(text, report.findings)
    expect(fixed).toContain('arn:aws:iam::111111111111:role/clumio/ClumioRole-one')
    expect(fixed).toContain('arn:aws:iam::222222222222:role/clumio/ClumioRole-two')
    expect((await checkFiles(fixed, { integrations, remedy })).report.findings).toEqual([])
  })

  test('a bucket that the statement does not block adds no role', async () => {
    const other = text.replace('"arn:aws:s3:::two/*"', '"arn:aws:s3:::one"')
    const fixed = applied(other, (await checkFiles(other, { integrations })).report.findings)
    expect(fixed).toContain('ClumioRole-one')
    expect(fixed).not.toContain('ClumioRole-two')
  })

  test('buckets without an integration of their own share one unnamed role', async () => {
    const { report } = await checkFiles(text, { integrations: [] })
    expect(report.findings.map(({ fix }) => fix?.text?.match(/:root/g)?.length)).toEqual([1])
  })
})

test('a condition operator named like a member of every object is told as it is written', async () => {
  const text = policy(deny('arn:aws:s3:::b1/*', { constructor: { toString: 'x' } }))
  const { report } = await checkFiles({ 'p.json': text })
  expect(JSON.stringify(report)).not.toContain('native code')
  expect(report.findings).toHaveLength(1)
})
