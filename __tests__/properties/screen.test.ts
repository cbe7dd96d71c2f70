import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FEATURES, type Integration } from '../../src/model/options.js'
import { settleWith } from '../../src/verdicts/screen.js'
import { checkFiles, INTEGRATION, OPTIONS } from '../support/check.js'
import { statements } from '../support/statements.js'
import { BASE_STATEMENT } from '../support/vectors.js'

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

const policies = fc
  .tuple(
    fc.array(fc.oneof({ weight: 3, arbitrary: statements }, fc.constant({ version: undefined, statement: ALLOW })), {
      minLength: 1,
      maxLength: 3,
    }),
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
