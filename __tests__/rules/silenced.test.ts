import { describe, expect, test } from 'vitest'
import { check } from '../../src/check/index.js'
import type { CheckOptions, ConfiguredEntries, IgnoreEntry } from '../../src/model/options.js'
import { markdown } from '../../src/report/formats/markdown.js'
import { pretty } from '../../src/report/formats/pretty.js'
import { asAsked } from '../../src/sources/source.js'
import { checkFiles, OPTIONS, sourceOf, sourcesIn } from '../support/check.js'

const DENY = {
  Sid: 'OnlyOurVpc',
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: ['arn:aws:s3:::logs-a', 'arn:aws:s3:::logs-a/*'],
  Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } },
}
const POLICY = JSON.stringify({ Version: '2012-10-17', Statement: [DENY] }, null, 2)
const CONFIG = '.github/clumio-policy-check.jsonc'
const at = (line: number) => ({ path: CONFIG, startLine: line, startColumn: 3, endLine: line, endColumn: 9 })
const IGNORE: IgnoreEntry = {
  rule: 'deny-blocks-clumio',
  files: [],
  buckets: ['logs-*'],
  addresses: [],
  sids: [],
  fingerprint: null,
  reason: 'not backed up',
  expires: null,
  location: at(3),
  introduced: false,
}

describe('an ignored finding', () => {
  test('is whole in the report, with its lines, and without a fix', async () => {
    const [finding] = (await checkFiles(POLICY)).report.findings
    const { report } = await checkFiles(POLICY, { ignore: [IGNORE] })
    const { fix, fixUnavailable } = report.ignored[0] ?? {}
    expect([fix, fixUnavailable]).toEqual([null, null])
    expect(report.ignored).toEqual([
      { ...finding, fix: null, alternative: null, fixUnavailable: null, reason: 'not backed up', expires: null },
    ])
    expect(report.ignored[0]?.location).toMatchObject({ path: 'policy.json', startLine: 7 })
  })

  test('of a policy that cannot be read has its line too', async () => {
    const broken = POLICY.replace('"Deny",', '"Deny"')
    const entry: IgnoreEntry = { ...IGNORE, rule: 'policy-unreadable', buckets: [], files: ['*.json'] }
    const { report } = await checkFiles(broken, { ignore: [entry] })
    expect(report.findings).toEqual([])
    expect(report.ignored[0]).toMatchObject({
      rule: 'policy-unreadable',
      location: { path: 'policy.json', startLine: 7 },
    })
  })

  test('has its Sid whole, whatever a message shows of it, and is compared by the whole', async () => {
    const sid = 'S'.repeat(300)
    const text = POLICY.replace('OnlyOurVpc', sid)
    const { report } = await checkFiles(text, { ignore: [{ ...IGNORE, sids: [sid] }] })
    expect(report.ignored[0]).toMatchObject({ statement: { sid } })
    expect(report.ignored[0]?.message).not.toContain(sid)
  })
})

describe('an entry that met nothing', () => {
  const NONE: ConfiguredEntries = { integrations: [], protect: null }
  const named = (buckets: readonly string[]) => ({ name: 'R', files: [], buckets, addresses: [], location: at(5) })
  const protect = { files: [], buckets: ['prod-*'], addresses: [], tags: {} }

  test.each<{ name: string; options: Partial<CheckOptions>; line: number }>([
    { name: 'of ignore', options: { entries: NONE, ignore: [{ ...IGNORE, buckets: ['log-*'] }] }, line: 3 },
    { name: 'of integrations', options: { entries: { ...NONE, integrations: [named(['prod-*'])] } }, line: 5 },
    { name: 'of protect', options: { entries: { ...NONE, protect: at(7) }, protect }, line: 7 },
  ])('$name is told where it stands', async ({ options, line }) => {
    const { report } = await checkFiles(POLICY, options)
    const told = report.findings.filter(({ rule }) => rule === 'unused-entry')
    expect(told).toMatchObject([{ level: 'notice', policy: null, fix: null, location: at(line) }])
  })

  test.each<{ name: string; options: Partial<CheckOptions>; text?: string }>([
    { name: 'in a run of a part', options: { ignore: [{ ...IGNORE, buckets: ['x'] }] } },
    { name: 'that silenced something', options: { entries: NONE, ignore: [IGNORE] } },
    {
      name: 'beside another one for the same',
      options: { entries: NONE, ignore: [IGNORE, { ...IGNORE, buckets: ['*a'] }] },
    },
    {
      name: 'that has expired',
      options: { entries: NONE, ignore: [{ ...IGNORE, buckets: ['x'], expires: '2020-01-01' }] },
    },
    { name: 'of integrations without lists', options: { entries: { ...NONE, integrations: [named([])] } } },
    {
      name: 'of integrations that a policy fits',
      options: { entries: { ...NONE, integrations: [named(['logs-*'])] } },
    },
    {
      name: 'where something was not judged',
      options: { entries: { ...NONE, protect: at(7) }, protect },
      text: POLICY.replace('"Deny",', '"Deny"'),
    },
    {
      name: 'with the rule off',
      options: { entries: { ...NONE, protect: at(7) }, protect, levels: { 'unused-entry': 'off' } },
    },
  ])('$name is not told', async ({ options, text = POLICY }) => {
    const { report } = await checkFiles(text, options)
    expect(report.findings.map(({ rule }) => rule)).not.toContain('unused-entry')
  })
})

describe('with only-changed', () => {
  const expired: IgnoreEntry = { ...IGNORE, expires: '2020-01-01' }
  const ROOT = {
    'infra/main.tf': 'resource "aws_s3_bucket_policy" "a" {\n  bucket = "b"\n  policy = data.x.y.json\n}\n',
  }

  test.each<{ name: string; changed: readonly string[]; rules: readonly string[] }>([
    { name: 'what no changed file is about is not told', changed: ['docs.json'], rules: [] },
    { name: 'an expired entry counts when the configuration changed', changed: [CONFIG], rules: ['expired-ignore'] },
    {
      name: 'a root without a plan counts when a file of it did',
      changed: ['infra/x.tfvars'],
      rules: ['policy-unknown'],
    },
    { name: 'a file beside the configuration of a root is none of it', changed: ['infra/README.md'], rules: [] },
    { name: 'a root whose name begins alike is another one', changed: ['infra-b/main.tf'], rules: [] },
  ])('$name', async ({ changed, rules }) => {
    const { report } = await checkFiles(ROOT, { ignore: [expired], onlyPaths: new Set(changed) })
    expect(report.findings.map(({ rule }) => rule)).toEqual(rules)
  })
})

test('with the rule off that tells what blocks, nobody says that nothing does', async () => {
  const context = { color: false, explain: false, rulePages: null, failOn: 'error' } as const
  const off = await checkFiles(POLICY, { levels: { 'deny-blocks-clumio': 'off' } })
  expect(off.report).toMatchObject({ findings: [], conclusion: 'success' })
  expect(off.report.notes.join()).toContain('The rule deny-blocks-clumio is off')
  for (const format of [pretty, markdown]) {
    expect(format(off, context)).toContain('the rule deny-blocks-clumio is off in the configuration')
    expect(format(off, context)).not.toContain('No Deny statement blocks')
  }
  const other = await checkFiles(POLICY.replace('s3:*', 's3:CreateBucket'), { levels: { 'object-ownership': 'off' } })
  expect(pretty(other, context)).toContain('No Deny statement blocks Clumio')
  expect(other.report.notes).toEqual([])
})

test('a pointer in the place of a file is said to stand for what may be a policy', async () => {
  const pointer = 'version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n'
  const { report } = await check(sourcesIn([asAsked(sourceOf('p.json', pointer))]), OPTIONS)
  expect(report.findings).toMatchObject([{ level: 'warning', message: expect.stringMatching(/^The file may hold /) }])
})
