import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { FORMS } from '../../src/documents/forms/index.js'
import { readDocument } from '../../src/documents/read.js'
import { json } from '../../src/report/formats/json.js'
import { matchesName, matchesPath } from '../../src/text/path-glob.js'
import { judgePolicy } from '../../src/verdicts/judged.js'
import { checkFiles, checkTree, INTEGRATION, OPTIONS, sourceOf } from '../support/check.js'

/** Whatever stands in a file: it is judged or told, in work and with a report that are in proportion to its bytes. */

const RUNS = Number(process.env.FC_RUNS ?? 12)
const SEED = Number(process.env.FC_SEED ?? 11)
const CONTEXT = { color: false, explain: false, rulePages: null, failOn: 'error' } as const

const many = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i))
const DENY = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*' }
const allow = (buckets: number) => ({
  Effect: 'Allow',
  Principal: '*',
  Action: 's3:GetObject',
  Resource: many(buckets, (i) => `arn:aws:s3:::a${i}/*`),
})
const policy = (...statements: readonly unknown[]) => ({ Version: '2012-10-17', Statement: statements })

const size = fc.oneof(fc.nat(5), fc.constantFrom(50, 300))
const text = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.constantFrom('*', '?*', 's3:*', 'arn:aws:s3:::b1', 'arn:aws:s3:::b1/*', '${aws:userid}', '${aws:PrincipalTag/x}'),
  fc.tuple(fc.constantFrom('*', 'a', '*?', '${', '\u0301'), size).map(([one, count]) => one.repeat(count)),
)
const odd = fc.oneof(text, fc.integer(), fc.constant(null), fc.constant({}), fc.constant([]))
const list = fc.oneof(
  odd,
  fc.array(odd, { maxLength: 4 }),
  fc.tuple(text, size).map(([one, n]) => many(n, (i) => one + i)),
)
const condition = fc.dictionary(
  fc.constantFrom('StringEquals', 'StringNotLike', 'Bool', 'Null', 'ForAllValues:StringLike', 'NotIpAddress', 'x'),
  fc.dictionary(fc.constantFrom('aws:SourceVpc', 'aws:userid', 's3:prefix', 'aws:x', ''), list, { maxKeys: 3 }),
  { maxKeys: 3 },
)
const statement = fc.record(
  {
    Sid: odd,
    Effect: fc.constantFrom('Deny', 'Allow', 'deny', 1),
    Principal: fc.oneof(fc.constant('*'), fc.record({ AWS: list }), odd),
    NotPrincipal: fc.record({ AWS: list }),
    Action: fc.oneof(fc.constant('s3:*'), list),
    Resource: fc.oneof(fc.constant('*'), fc.constant('arn:aws:s3:::b1/*'), list),
    NotResource: list,
    Condition: fc.oneof(condition, odd),
  },
  { requiredKeys: ['Effect', 'Action'] },
)
const document = fc
  .tuple(size, fc.array(statement, { maxLength: 6 }), fc.constantFrom(1, 2, 40))
  .map(([buckets, statements, times]) => policy(allow(buckets), ...many(times, () => statements).flat()))
const template = fc.tuple(fc.array(document, { maxLength: 3 }), size).map(([documents, buckets]) => ({
  Resources: Object.fromEntries([
    ...many(buckets, (i) => [`B${i}`, { Type: 'AWS::S3::Bucket', Properties: { BucketName: { Ref: `N${i}` } } }]),
    ...documents.map((PolicyDocument, i) => [
      `P${i}`,
      { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: { Ref: `B${i}` }, PolicyDocument } },
    ]),
  ]),
}))
const written = fc
  .tuple(fc.oneof(document, template, fc.array(document, { maxLength: 3 })), fc.constantFrom(0, 2), size)
  .map(([value, indent, depth]) => {
    const body = JSON.stringify(value, null, indent)
    return depth > 100 ? `{"Metadata":${'['.repeat(depth)}${']'.repeat(depth)},${body.slice(1)}` : body
  })

async function holds(files: Readonly<Record<string, string>>): Promise<void> {
  const result = await checkFiles(files)
  const again = await checkFiles(files)
  expect(result.failures).toEqual([])
  expect(json(again, CONTEXT)).toBe(json(result, CONTEXT))
  const written = JSON.parse(json(result, CONTEXT))
  expect(written.findings).toHaveLength(result.report.findings.length)
}

describe('odd files', () => {
  test('every policy and template is judged without an error of our own, and the same each time', async () => {
    await fc.assert(
      fc.asyncProperty(written, (body) => holds({ 'a.json': body })),
      { numRuns: RUNS, seed: SEED },
    )
  }, 600_000)

  test('a text that is cut off anywhere takes no other file down', async () => {
    const other = JSON.stringify(policy({ ...DENY, Resource: 'arn:aws:s3:::prod/*' }))
    await fc.assert(
      fc.asyncProperty(written, fc.nat(), async (body, at) => {
        const { report, failures } = await checkFiles({ 'a.json': body.slice(0, at % body.length), 'b.json': other })
        expect(failures).toEqual([])
        expect(report.findings.some(({ location }) => location.path === 'b.json')).toBe(true)
      }),
      { numRuns: RUNS, seed: SEED },
    )
  }, 600_000)
})

describe('work', () => {
  test('buckets that a statement covers in the same way share one verdict', () => {
    const body = JSON.stringify(policy(allow(300), ...many(20, () => DENY)))
    const read = readDocument(sourceOf('a.json', body), FORMS)
    if (read instanceof Promise || read.kind !== 'read') throw new Error('no policy was read')
    const [own] = read.policies
    if (own === undefined) throw new Error('no policy was read')
    const { statements } = judgePolicy(own, OPTIONS)
    expect(statements.map(({ perBucket }) => perBucket.length)).toEqual(many(20, () => 300))
    expect(statements.map(({ perBucket }) => new Set(perBucket.map(({ verdict }) => verdict)).size)).toEqual(
      many(20, () => 1),
    )
  })

  test('a template with twice as many policies is parsed about twice as much', async () => {
    const parsed = async (count: number) => {
      const resources = many(count, (i) => [
        [`B${i}`, { Type: 'AWS::S3::Bucket', Properties: { BucketName: `acme-${i}` } }],
        [
          `P${i}`,
          {
            Type: 'AWS::S3::BucketPolicy',
            Properties: {
              Bucket: { Ref: `B${i}` },
              PolicyDocument: policy({ ...DENY, Resource: `arn:aws:s3:::acme-${i}/*` }),
            },
          },
        ],
      ]).flat()
      const body = JSON.stringify({ Resources: Object.fromEntries(resources) }, null, 1)
      let characters = 0
      const parse = JSON.parse
      const spy = vi.spyOn(JSON, 'parse').mockImplementation((one, reviver) => {
        characters += one.length
        return parse(one, reviver)
      })
      const { report } = await checkFiles(body)
      spy.mockRestore()
      expect(report.findings.map(({ fix }) => fix?.applicability)).toEqual(many(count, () => 'edit'))
      return characters
    }
    expect((await parsed(40)) / (await parsed(20))).toBeLessThan(2.5)
  })

  test.each([
    { pattern: `${'*'.repeat(20_000)}b`, name: 'a'.repeat(2000), is: false },
    { pattern: `${'*'.repeat(20_000)}b`, name: `${'a'.repeat(2000)}b`, is: true },
    { pattern: '*a'.repeat(20_000), name: 'a'.repeat(2000), is: false },
    { pattern: '*a'.repeat(1000), name: 'a'.repeat(2000), is: true },
    { pattern: '*?'.repeat(2001), name: 'a'.repeat(2000), is: false },
  ])('a pattern of many stars is matched in one pass ($is)', ({ pattern, name, is }) => {
    expect(matchesName(pattern, name)).toBe(is)
    expect(matchesPath(pattern, name)).toBe(is)
  })

  const BLOCKS = many(20, (i) => ({ ...DENY, Sid: `S${i}` }))
  const resource = (document: unknown) => ({
    Type: 'AWS::S3::BucketPolicy',
    Properties: { Bucket: { Ref: 'X' }, PolicyDocument: document },
  })
  test('what a loop multiplies is judged up to a bound, and the rest is told', async () => {
    const loop = ['X', many(500, (i) => `n${i}`), { ['P$'.concat('{X}')]: resource({ Statement: BLOCKS }) }]
    const template = { Transform: 'AWS::LanguageExtensions', Resources: { 'Fn::ForEach::P': loop } }
    const { report } = await checkFiles(JSON.stringify(template))
    const told = report.findings.filter(({ rule }) => rule === 'policy-unreadable')
    expect(told).toMatchObject([
      { level: 'warning', message: expect.stringMatching(/\d+ policies that it makes were left out/) },
    ])
    expect(report.unread).toHaveLength(1)
    expect(report.findings.length).toBeGreaterThan(1000)
    expect(report.findings.length).toBeLessThan(4500)
  }, 120_000)

  const repeating = {
    'stacks that nest one template': (times: number) => ({
      'main.json': JSON.stringify({
        Resources: Object.fromEntries(
          many(times, (i) => [
            `S${i}`,
            {
              Type: 'AWS::CloudFormation::Stack',
              Properties: { TemplateURL: './inner.json', Parameters: { B: `b${i}` } },
            },
          ]),
        ),
      }),
      'inner.json': JSON.stringify({
        Parameters: { B: { Type: 'String' } },
        Resources: { P: resource({ Statement: BLOCKS.slice(0, 2) }) },
      }),
    }),
    'turns of a loop': (times: number) => ({
      'main.json': JSON.stringify({
        Transform: 'AWS::LanguageExtensions',
        Resources: {
          'Fn::ForEach::P': [
            'X',
            many(times, (i) => `n${i}`),
            { ['P$'.concat('{X}')]: resource({ Statement: BLOCKS.slice(0, 2) }) },
          ],
        },
      }),
    }),
  }
  test.each(Object.entries(repeating))('the edit for all %s is read once', async (_, files) => {
    const parses = async (times: number) => {
      const spy = vi.spyOn(JSON, 'parse')
      const { report } = await checkFiles(files(times))
      const { length } = spy.mock.calls
      spy.mockRestore()
      expect(report.findings.map(({ fix }) => fix?.applicability)).toEqual(many(2 * times, () => 'edit'))
      return length
    }
    const few = await parses(3)
    expect(await parses(12)).toBeLessThanOrEqual(few)
  })

  test('what is written is judged, however much it is', async () => {
    const { report } = await checkFiles(
      Object.fromEntries(
        many(900, (i) => [
          `p${i}.json`,
          JSON.stringify(policy(...many(4, () => ({ ...DENY, Resource: 'arn:aws:s3:::b1/*' })))),
        ]),
      ),
    )
    expect(report.unread).toEqual([])
    expect(report.findings).toHaveLength(3600)
  }, 120_000)

  test('a bucket counts for a hundred integrations, and those left out are told', async () => {
    const integrations = many(130, (i) => ({ ...INTEGRATION, roleName: `r${i}` }))
    const { report } = await checkFiles(JSON.stringify(policy({ ...DENY, Resource: 'arn:aws:s3:::b1/*' })), {
      integrations,
    })
    expect(report.findings.map(({ rule }) => rule).sort()).toEqual(['deny-blocks-clumio', 'policy-unreadable'])
    expect(report.unread).toMatchObject([{ reason: expect.stringContaining('30 integrations were left out') }])
  })

  test('documents that take another one twice, level by level, are given up', async () => {
    const level = (d: number) => `data "aws_iam_policy_document" "d${d}" {
  ${d === 0 ? '' : `source_policy_documents = [data.aws_iam_policy_document.d${d - 1}.json, data.aws_iam_policy_document.d${d - 1}.json]`}
  statement {
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = ["*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
  }
}
`
    const end =
      'resource "aws_s3_bucket_policy" "p" {\n  bucket = "b"\n  policy = data.aws_iam_policy_document.d29.json\n}\n'
    const { report } = await checkTree({ 'main.tf': many(30, level).join('') + end })
    expect(report.findings.length).toBeGreaterThan(0)
  }, 60_000)
})
