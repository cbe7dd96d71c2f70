import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FEATURES, type Integration } from '../../src/model/options.js'
import { settleWith } from '../../src/verdicts/screen.js'
import { checkFiles, INTEGRATION, OPTIONS } from '../support/check.js'
import { statements } from '../support/statements.js'
import { BASE_STATEMENT, ROLE, ROOT, SIX } from '../support/vectors.js'

const RUNS = Number(process.env.FC_RUNS ?? 300)
const TIMEOUT = 60_000 + RUNS * 50

const ALLOW = { ...BASE_STATEMENT, Effect: 'Allow' }
const OTHER: Integration = { ...INTEGRATION, roleName: 'ClumioBackup', account: '999988887777' }

/** What a run may know, and what it is asked for. */
const options = fc.record({
  integrations: fc.constantFrom<readonly Integration[]>(
    [INTEGRATION],
    [],
    [{ ...INTEGRATION, boundaryStated: true }],
    [{ ...INTEGRATION, boundary: 'present' }],
    [{ ...INTEGRATION, boundary: 'unknown' }],
    [{ ...INTEGRATION, account: null, partition: null }],
    [INTEGRATION, OTHER],
    [INTEGRATION, { ...OTHER, buckets: ['b2*'] }],
    [{ ...INTEGRATION, roleId: 'AROAEXAMPLEROLE000001' }],
    [{ ...INTEGRATION, partition: 'aws-cn' }],
    [{ ...INTEGRATION, sessions: [] }],
  ),
  account: fc.constantFrom(null, '111122223333'),
  features: fc.constantFrom(FEATURES, ['restore' as const]),
  protect: fc.constantFrom(
    null,
    { buckets: ['b1'], files: [], addresses: [], tags: {} },
    { buckets: ['other'], files: [], addresses: [], tags: {} },
  ),
  context: fc.constantFrom(
    {},
    { 'aws:sourcevpc': ['vpc-1a2b3c4d'], 'aws:principalorgid': ['o-abc1234567'], 'aws:principaltag/*': null },
    { 'aws:principalarn': ['arn:aws:iam::111122223333:role/app'], 'aws:sourcevpce': ['vpce-0fedcba9876543210'] },
    { 'aws:sourceip': ['52.94.76.10'], 's3:prefix': null, 'aws:securetransport': ['false'] },
  ),
  entries: fc.constantFrom(null, {
    integrations: [{ name: 'r', files: [], addresses: [], buckets: ['b1'], location: at(1) }],
    protect: at(2),
  }),
})

function at(line: number) {
  return { path: 'config.jsonc', startLine: line, startColumn: 1, endLine: line, endColumn: 2 }
}

/** Names that may be Clumio's, or are nobody and nothing of it, or only seem so. */
const names = fc.constantFrom(
  ROLE,
  ROLE.toUpperCase(),
  ROLE.toLowerCase(),
  ROLE.replace('iam', 'IAM'),
  ROOT,
  ...SIX.slice(2),
  ...['role/app', 'role/a/b', 'user/bob', 'role/__NAME__', 'role/APP_NAME', 'role/app*', 'role/s3:x', 'group/g'].map(
    (name) => `arn:aws:iam::111122223333:${name}`,
  ),
  'arn:aws:iam::000000000000:role/somebody',
  'arn:aws-cn:iam::999988887777:role/x',
  'vpc-0fedcba9876543210',
  'vpc-9f8e7d6c',
  'vpc-1a2b3c4d',
  'VPC-1A2B3C4D',
  'vpce-0fedcba9876543210',
  'vpc-00000000',
)
const several = fc.oneof(names, fc.array(names, { minLength: 1, maxLength: 4 }))
const operators = fc.constantFrom(
  ...[
    'StringEquals',
    'StringNotEquals',
    'StringEqualsIgnoreCase',
    'StringNotEqualsIgnoreCase',
    'StringLike',
    'StringNotLike',
  ],
  ...['ArnEquals', 'ArnNotEquals', 'ArnLike', 'ArnNotLike', 'ForAnyValue:StringLike', 'ForAllValues:StringNotEquals'],
  ...['StringNotLikeIfExists', 'Bool', 'Null', 'NumericEquals', 'DateLessThan', 'IpAddress', 'BinaryEquals'],
)
const keys = fc.constantFrom('aws:PrincipalArn', 'AWS:principalarn', 'aws:SourceVpc', 'aws:sourceVpce', 'aws:SourceArn')

/** Statements about such names. */
const strangers = fc
  .record({
    principal: fc.oneof(
      { weight: 3, arbitrary: fc.constant<object>({ Principal: '*' }) },
      several.map((list): object => ({ Principal: { AWS: list } })),
      several.map((list): object => ({ NotPrincipal: { AWS: list } })),
      several.map((list): object => ({ NotPrincipal: { AWS: [...SIX, list].flat() } })),
    ),
    tests: fc.dictionary(operators, fc.dictionary(keys, several, { minKeys: 1, maxKeys: 2 }), { maxKeys: 2 }),
  })
  .map(({ principal, tests }) => {
    const { Principal: _, ...usual } = BASE_STATEMENT as Record<string, unknown>
    return { version: '2012-10-17', statement: { ...usual, ...principal, Condition: tests } }
  })

const policies = fc
  .tuple(
    fc.array(
      fc.oneof(
        { weight: 3, arbitrary: statements },
        { weight: 2, arbitrary: strangers },
        fc.constant({ version: undefined, statement: ALLOW }),
      ),
      { minLength: 1, maxLength: 3 },
    ),
    fc.constantFrom<object>({}, {}, {}, { Id: 'x' }, { extra: { Statement: [] } }, { statement: [] }),
  )
  .map(([list, more]) => ({
    ...(list[0]?.version === undefined ? {} : { Version: list[0].version }),
    ...more,
    Statement: list.map(({ statement }) => statement),
  }))

/** Texts of a policy: as it is laid out, as it may be spelled, and with a member twice. */
const texts = fc
  .tuple(policies, fc.constantFrom(0, 2, '\t'), fc.constantFrom('', '', '', 'twice', 'escaped', 'comment', 'list'))
  .map(([policy, indent, oddity]) => {
    const text = JSON.stringify(oddity === 'list' ? [policy] : policy, null, indent)
    if (oddity === 'twice')
      return text.replace(/"(Effect|Principal|Condition|Statement|Version)"/, '"$1": "Allow", "$1"')
    if (oddity === 'escaped') return text.replace('"Effect"', '"Eff\\u0065ct"').replace('Deny', 'D\\u0065ny')
    return oddity === 'comment' ? `// "a"\n${text}` : text
  })

test(
  'a run says the same whether policies are settled at a look or judged, as all are that are explained',
  async () => {
    await fc.assert(
      fc.asyncProperty(texts, options, async (text, told) => {
        const { explanations: _, ...settled } = await checkFiles(text, told)
        const { explanations: __, ...judged } = await checkFiles(text, told, true)
        expect(settled).toEqual(judged)
      }),
      { numRuns: RUNS },
    )
  },
  TIMEOUT,
)

test('most policies that leave Clumio alone are settled, so that the rule above is about something', () => {
  const settle = settleWith(OPTIONS)
  const sampled = fc.sample(policies, { numRuns: 1000, seed: 7 })
  expect(sampled.filter((policy) => settle?.(policy, 'p.json') != null).length).toBeGreaterThan(100)
})
