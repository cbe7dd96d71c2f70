import { describe, expect, test } from 'vitest'
import type { CheckOptions, IgnoreEntry } from '../../src/model/options.js'
import { applied, checkFiles, INTEGRATION } from '../support/check.js'
import { countCpu } from '../support/cost.js'

const IGNORE: IgnoreEntry = {
  rule: null,
  buckets: [],
  files: [],
  addresses: [],
  sids: [],
  fingerprint: null,
  reason: 'logs',
  expires: null,
  location: { path: 'c.jsonc', startLine: 1, startColumn: 1, endLine: 1, endColumn: 2 },
  introduced: false,
}

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

  test('a statement is judged against each bucket that fits into the 20 KB of a policy', async () => {
    const many = Array.from({ length: 1030 }, (_, i) => `b${i.toString(36).padStart(2, '0')}`)
    const [last = ''] = many.slice(-1)
    const statement = {
      Sid: 'Many',
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:ListBucket',
      Resource: many.map((name) => `arn:aws:s3:::${name}`),
    }
    const protect = { buckets: [last], files: [], addresses: [], tags: {} }
    const { report } = await checkFiles({ 'p.json': policy(statement) }, { protect })
    expect(report.findings.map(({ rule }) => rule)).toEqual(['deny-blocks-clumio'])
  })

  test('what is left out of a policy of very many statements and buckets is told', async () => {
    const harmless = { Bool: { 'aws:SecureTransport': 'false' } }
    const buckets = Array.from({ length: 600 }, (_, i) => `arn:aws:s3:::b${i}`)
    const first = { ...deny('*', harmless), Resource: buckets }
    const others = Array.from({ length: 599 }, () => deny('arn:aws:s3:::*', harmless))
    const { report } = await checkFiles({ 'p.json': policy(first, ...others) })
    const leftOut = 600 * (600 - Math.floor((256 * 1024) / 600))
    expect(report.findings.map(({ rule }) => rule)).toEqual(['policy-unreadable'])
    expect(report.findings[0]?.message).toContain(`${leftOut} pairs of a statement and a bucket were left out`)
    expect(report.unread).toEqual([{ path: 'p.json', reason: expect.stringContaining(String(leftOut)) }])
  })

  test('buckets of more than 20 KB are told, not passed', async () => {
    const statements = Array.from({ length: 2100 }, (_, i) =>
      deny(`arn:aws:s3:::b${i}`, { Bool: { 'aws:SecureTransport': 'false' } }),
    )
    const { report } = await checkFiles({ 'p.json': policy(...statements, deny('arn:aws:s3:::last')) })
    expect(report.findings.map(({ rule }) => rule)).toEqual(['policy-unreadable'])
    expect(report.unread).toEqual([{ path: 'p.json', reason: '53 buckets were left out, since there are too many' }])
  })

  const wildcards = (count: number, name: (i: number) => string) =>
    Array.from({ length: count }, (_, i) => `arn:aws:s3:::${name(i)}`)

  test.each<[string, 'Resource' | 'NotResource', (i: number) => string]>([
    ['that many cover', 'Resource', (i) => `*${i}*/*`],
    ['all but those that many cover', 'NotResource', (i) => `*${i}*/*`],
    ['of which none covers another one', 'NotResource', (i) => `b${10_000 + i}-*-x/*`],
  ])('buckets with wildcards, %s: more than 20 KB are told, in no time', async (_, element, name) => {
    const { Resource, ...others } = deny('')
    const spent = countCpu()
    const { report } = await checkFiles({ 'p.json': policy({ ...others, [element]: wildcards(7000, name) }) })
    expect(spent()).toBeLessThan(10_000)
    expect(report.findings.map(({ rule }) => rule)).toContain('policy-unreadable')
    const reason = expect.stringMatching(/^6[5-7]\d\d buckets were left out, since there are too many$/)
    expect(report.unread).toEqual([{ path: 'p.json', reason }])
  })

  test('and those that fit into 20 KB are judged', async () => {
    const { Resource, ...others } = deny('')
    const statement = { ...others, NotResource: wildcards(1100, (i) => `${i.toString(36)}*`) }
    const { report } = await checkFiles({ 'p.json': policy(statement) })
    expect(report.unread).toEqual([])
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

describe('one statement on several buckets', () => {
  const ONLY_VPC = { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } }
  const on = (...keys: readonly string[]) =>
    JSON.stringify({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'S',
          Effect: 'Deny',
          Principal: '*',
          Action: 's3:*',
          Resource: keys.map((key) => `arn:aws:s3:::${key}`),
          Condition: ONLY_VPC,
        },
      ],
    })
  const ignoring = (...entries: readonly Partial<IgnoreEntry>[]): Partial<CheckOptions> => ({
    ignore: entries.map((entry) => ({ ...IGNORE, ...entry })),
  })
  const bucketsOf = async (text: string, options: Partial<CheckOptions>) => {
    const { report } = await checkFiles(text, options)
    return report.findings.map(({ policy: of }) => of?.bucket)
  }

  test.each<{ name: string; options: Partial<CheckOptions>; told: readonly string[] }>([
    { name: 'an entry for one leaves the other', options: ignoring({ buckets: ['b1'] }), told: ['b2'] },
    { name: 'an entry for the other leaves the one', options: ignoring({ buckets: ['b2'] }), told: ['b1'] },
    { name: 'an entry for both silences it', options: ignoring({ buckets: ['b*'] }), told: [] },
    { name: 'two entries silence it', options: ignoring({ buckets: ['b1'] }, { buckets: ['b2'] }), told: [] },
    { name: 'an entry without buckets silences it', options: ignoring({ sids: ['S'] }), told: [] },
    {
      name: 'an entry that is past its date does not count',
      options: {
        ...ignoring({ buckets: ['b1'] }, { buckets: ['b2'], expires: '2026-08-31' }),
        levels: { 'expired-ignore': 'off' },
      },
      told: ['b2'],
    },
    {
      name: 'an entry for another rule does not count',
      options: ignoring({ buckets: ['b1'], rule: 'deny-may-block-clumio' }),
      told: ['b1'],
    },
  ])('ignored: $name', async ({ options, told }) => {
    expect(await bucketsOf(on('b1/*', 'b2/*'), options)).toEqual(told)
  })

  test('a fingerprint stays when one of the buckets is ignored', async () => {
    const text = on('b1/*', 'b2/*')
    const prints = async (options: Partial<CheckOptions>) =>
      (await checkFiles(text, options)).report.findings.map(({ fingerprint }) => fingerprint)
    const [fingerprint = ''] = await prints({})
    expect(await prints(ignoring({ buckets: ['b1'] }))).toEqual([fingerprint])
    expect(await prints(ignoring({ fingerprint }))).toEqual([])
  })

  test('what is blocked on an ignored bucket and open on another is told as open', async () => {
    const other = { ArnNotEquals: { 'aws:PrincipalArn': `arn:aws:iam::${INTEGRATION.account}:role/clumio/ClumioRole` } }
    const text = on('b1/*', 'b2/*').replace(JSON.stringify(ONLY_VPC), JSON.stringify(other))
    const integrations = [{ ...INTEGRATION, buckets: ['b1'] }]
    const rules = async (options: Partial<CheckOptions>) =>
      (
        await checkFiles(text, { integrations, levels: { 'ineffective-exemption': 'off' }, ...options })
      ).report.findings.map(({ rule }) => rule)
    expect(await rules({})).toEqual(['deny-blocks-clumio'])
    expect(await rules(ignoring({ buckets: ['b1'] }))).toEqual(['deny-may-block-clumio'])
    expect(await rules(ignoring({ buckets: ['b1'], rule: 'deny-may-block-clumio' }))).toEqual(['deny-blocks-clumio'])
  })

  test('the edit exempts the roles of the buckets that are not ignored', async () => {
    const integrations = [{ ...INTEGRATION, buckets: ['b2'] }]
    const text = on('b1/*', 'b2/*')
    expect((await checkFiles(text, { integrations })).report.findings[0]?.fix?.applicability).toBe('text-only')
    const options = { integrations, ...ignoring({ buckets: ['b1'] }) }
    const { report } = await checkFiles(text, options)
    expect(report.findings[0]?.fix?.applicability).toBe('edit')
    expect((await checkFiles(applied(text, report.findings), options)).report.findings).toEqual([])
  })

  test.each([
    { buckets: ['b2'], told: ['b2'] },
    { buckets: ['b1'], told: ['b1'] },
    { buckets: ['other'], told: [] },
  ])('protected: only buckets in $buckets are judged where one is known to be', async ({ buckets, told }) => {
    const protect = { buckets, files: [], addresses: [], tags: {} }
    expect(await bucketsOf(on('b1/*', 'b2/*'), { protect })).toEqual(told)
  })

  test('protected: a statement on other buckets than those is not judged', async () => {
    const protect = { buckets: ['b2'], files: [], addresses: [], tags: {} }
    const text = policy(deny('arn:aws:s3:::b1/*'), deny('arn:aws:s3:::b2/*'))
    expect(await bucketsOf(text, { protect })).toEqual(['b2'])
  })

  test('protected: a bucket whose name is not known never is out of scope', async () => {
    const protect = { buckets: ['b2'], files: [], addresses: [], tags: {} }
    const text = policy(deny(`arn:aws:s3:::\${var.bucket}/*`), deny('arn:aws:s3:::b1/*', ONLY_VPC))
    expect(await bucketsOf(text, { protect })).toEqual([null])
  })

  test.each([
    { keys: ['b1/*', 'b2/*'], scope: 'all' },
    { keys: ['b1/x/*', 'b2/*'], scope: 'part' },
    { keys: ['b1/*', 'b2/x/*'], scope: 'part' },
  ])('the scope of $keys is $scope, in every order', async ({ keys, scope }) => {
    for (const order of [keys, [...keys].reverse()]) {
      expect((await checkFiles(on(...order))).report.findings).toMatchObject([{ scope }])
    }
  })
})
