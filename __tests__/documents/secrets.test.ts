import { describe, expect, test } from 'vitest'
import { check } from '../../src/check/index.js'
import { REPORT_FORMATS } from '../../src/report/formats/index.js'
import { literals } from '../../src/sources/literals.js'
import { vouchedBy } from '../../src/sources/source.js'
import { OPTIONS } from '../support/check.js'

const SECRET = 'TOPSECRET'
const json = JSON.stringify

const statement = {
  Sid: `${SECRET}Sid`,
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: ['arn:aws:s3:::acme-prod', 'arn:aws:s3:::acme-prod/*'],
  Condition: { StringNotEquals: { 'aws:SourceVpc': `vpc-${SECRET}` } },
}
const policy = json({ Version: '2012-10-17', Statement: [statement] })
const about = { address: 'aws_s3_bucket_policy.b', mode: 'managed', type: 'aws_s3_bucket_policy', name: 'b' }
const change = { actions: ['create'], before: null, after: { bucket: 'acme-prod', policy }, after_unknown: {} }
const planned = { ...about, change: { ...change, after_sensitive: { policy: true } } }
const plan = { format_version: '1.2', resource_changes: [planned] }
const shown = { ...about, values: change.after, sensitive_values: { policy: true } }
const instance = { attributes: change.after, sensitive_attributes: [[{ type: 'get_attr', value: 'policy' }]] }
const stored = { version: 4, serial: 1, lineage: 'l', resources: [{ ...about, provider: 'p', instances: [instance] }] }
const [SIGNATURE, MARK] = ['4dabf18193072939515e22adb298388d', '1b47061264138c4ac30d75fd1eb44270']
const output = (value: unknown) => ({ sensitive: true, type: 'dynamic', value })
const pulumi = (outputs: object, more: object = {}) => {
  const resource = {
    urn: 'u',
    type: 'aws-native:s3:BucketPolicy',
    outputs: { bucket: 'acme-prod', ...outputs },
    ...more,
  }
  return json({ version: 3, deployment: { resources: [resource] } })
}

/** The rules of the findings on a file, and everything that any format and the explanations say of it. */
async function told(text: string, path = 'out.json') {
  const result = await check(literals({ [path]: text }), { ...OPTIONS, explain: true })
  const context = { color: false, explain: true, rulePages: null, failOn: 'error' } as const
  const parts = [json([result.report, result.explanations])]
  for (const format of REPORT_FORMATS) parts.push((await format.load())(result, context))
  return { said: parts.join('\n'), rules: result.report.findings.map(({ rule }) => rule), report: result.report }
}

describe('a secret policy within something else is judged, and nothing of it is shown in any format', () => {
  test.each<[string, string]>([
    ['a plan in an object', json({ data: plan })],
    ['a plan in a list', json([plan])],
    ['a plan as a text', json({ plan: json(plan) })],
    ['a plan as a text in a list', json({ stdout: [json(plan)] })],
    ['a plan without its format', json({ resource_changes: [planned] })],
    ['a plan without marks', json({ data: { resource_changes: [{ ...about, change }] } })],
    ['one resource of a plan', json(planned)],
    ['resources of a plan, one a line', `${json(planned)}\n${json(planned)}\n`],
    ['a list of resources of a plan', json([planned])],
    ['a change', json(planned.change)],
    ['a change of old formats', json(change)],
    ['a state in an object', json({ x: { format_version: '1.0', values: { root_module: { resources: [shown] } } } })],
    ['resources of a state', json([shown])],
    ['a stored state in a list', json([stored])],
    ['a stored state as a text', json({ state: json(stored) })],
    ['one resource of a stored state', json(stored.resources[0])],
    ['an output', json({ x: output(change.after) })],
    [
      'secret outputs of Pulumi',
      pulumi({ policyDocument: JSON.parse(policy) }, { additionalSecretOutputs: ['policyDocument'] }),
    ],
  ])('%s', async (_name, text) => {
    const { said, rules } = await told(text)
    expect(new Set(rules)).toEqual(new Set(['deny-blocks-clumio']))
    expect(said).not.toContain(SECRET)
  })
})

/** A resource of Pulumi with its outputs, beside the public policy that is made of one of them. */
function beside(resource: object) {
  const row = { urn: 'u', type: 'aws-native:s3:BucketPolicy', outputs: { bucket: 'acme-prod', policyDocument } }
  return json({ version: 3, deployment: { resources: [{ urn: 'o', type: 'random:index:X', ...resource }, row] } })
}
const policyDocument = JSON.parse(policy)
const hidden = { [SIGNATURE]: MARK, plaintext: json(SECRET) }
const row = { bucket: 'acme-prod', policy }
const user = { address: 'random_password.r', mode: 'managed', type: 'random_password', name: 'r' }

describe('a value that a document marks as secret in one place is quoted from none of its others', () => {
  test.each<[string, string]>([
    ['a secret of another resource of Pulumi', beside({ outputs: { result: hidden } })],
    ['a secret input of another resource of Pulumi', beside({ inputs: { deep: [{ result: hidden }] }, outputs: {} })],
    [
      'a secret output of another resource of Pulumi by its name',
      beside({ outputs: { result: SECRET }, additionalSecretOutputs: ['result'] }),
    ],
    [
      'secret outputs that are not named as Pulumi does',
      beside({ outputs: { result: SECRET }, additionalSecretOutputs: { result: true } }),
    ],
    ['a secret output of Terraform', json({ secret: output(SECRET), row })],
    ['a secret output in a text', json({ stdout: json({ secret: output({ deep: [SECRET] }) }), row })],
    ['an item of the same list', json([row, { secret: output(SECRET) }])],
    ['another document of the file', `${json(row)}\n${json({ secret: output(SECRET) })}\n`],
    [
      'a resource of a plan beside',
      json({ row, plan: [{ ...user, change: { after: { result: SECRET }, after_sensitive: { result: true } } }] }),
    ],
    ['a resource of a state', json({ row, s: { ...user, values: { r: SECRET }, sensitive_values: { r: true } } })],
    [
      'a resource of a stored state',
      json({
        row,
        s: { attributes: { r: SECRET }, sensitive_attributes: [[{ type: 'get_attr', value: 'r' }]], schema_version: 0 },
      }),
    ],
    [
      'a variable of a plan',
      json({ row, plan: { format_version: '1.2', planned_values: {}, variables: { v: { value: SECRET } } } }),
    ],
  ])('%s', async (_name, text) => {
    const { said, rules } = await told(text)
    expect(new Set(rules)).toEqual(new Set(['deny-blocks-clumio']))
    expect(said).not.toContain(SECRET)
  })

  test('an encrypted secret, which nobody knows, hides nothing besides', async () => {
    const encrypted = { [SIGNATURE]: MARK, ciphertext: 'v1:x' }
    expect((await told(beside({ outputs: { result: encrypted } }))).said).toContain(`${SECRET}Sid`)
  })
})

describe('a value that one plan or state of a run marks is quoted from no other document', () => {
  const marking = (more: object = {}) => ({
    format_version: '1.2',
    resource_changes: [
      { ...user, change: { actions: ['create'], before: null, after: { r: SECRET }, after_sensitive: { r: true } } },
    ],
    ...more,
  })
  const showing = { format_version: '1.2', resource_changes: [{ ...about, change }], configuration: {} }
  const stateOf = (resources: readonly object[], outputs: object = {}) => ({
    format_version: '1.0',
    values: { outputs, root_module: { resources } },
  })
  const files: readonly [string, Readonly<Record<string, string>>][] = [
    ['two plans of one file', { 'a.json': `${json(showing)}\n${json(marking())}\n` }],
    ['two plans of one file, the marks first', { 'a.json': `${json(marking())}\n${json(showing)}\n` }],
    ['two files', { 'a.json': json(showing), 'b.json': json(marking()) }],
    ['a plan and a state', { 'a.json': json(stateOf([{ ...about, values: row }])), 'b.json': json(marking()) }],
    ['an output of a state', { 'a.json': json(showing), 'b.json': json(stateOf([], { o: output(SECRET) })) }],
    ['what a tool printed', { 'a.json': json(row), 'b.json': json(marking()) }],
  ]
  test.each(files)('%s', async (_name, given) => {
    const result = await check(literals(given), { ...OPTIONS, explain: true })
    const { findings } = result.report
    expect(findings.map(({ rule }) => rule)).toEqual(['deny-blocks-clumio'])
    expect(json([findings, result.explanations])).not.toContain(SECRET)
  })

  const read = async (by: 'head' | 'job') => {
    const sources = literals({ 'a.json': policy, 'b.json': json(marking()) })
    const files = sources.files.map((source) => vouchedBy(source, by))
    return json((await check({ ...sources, files }, OPTIONS)).report.findings)
  }
  test('of a file the text counts as public where a commit holds it', async () => {
    expect(await read('head')).toContain(`${SECRET}Sid`)
    expect(await read('job')).not.toContain(SECRET)
  })

  describe('of sources counts as public, but for what they take from a file that no commit holds', () => {
    const attached = (expression: string) =>
      `resource "aws_s3_bucket_policy" "p" {\n  bucket = "acme-prod"\n  policy = ${expression}\n}\n`
    const made = (sid: string) =>
      attached(`jsonencode(${json({ Statement: [statement] }).replace(`"${SECRET}Sid"`, sid)})`)
    const withSid = made('var.s').replaceAll(`vpc-${SECRET}`, 'vpc-1')
    const declared = `variable "s" {}\n${withSid}`
    const cases: [string, Record<string, string>, Record<string, string>][] = [
      ['values', { 'r/main.tf': declared }, { 'r/x.auto.tfvars': `s = "${SECRET}"\n` }],
      ['values in JSON', { 'r/main.tf': declared }, { 'r/terraform.tfvars.json': json({ s: SECRET }) }],
      ['a policy', { 'r/main.tf': attached('file("p.txt")') }, { 'r/p.txt': policy }],
      ['configuration', { 'r/a.tf': '' }, { 'r/gen.tf': made(`"${SECRET}Sid"`) }],
    ]
    const toldOf = async (held: Record<string, string>, left: Record<string, string>) => {
      const all = literals({ ...held, ...left, 'b.json': json(marking()) }, undefined, 'head')
      const own = (source: (typeof all.files)[number]) => (source.path in left ? vouchedBy(source, 'job') : source)
      const read = (path: string) => {
        const source = all.read(path)
        return source === null ? null : own(source)
      }
      const { report } = await check({ ...all, read, files: all.files.map(own) }, { ...OPTIONS, published: true })
      expect(report.findings).toMatchObject([{ rule: 'deny-blocks-clumio' }])
      return json(report)
    }
    test.each(cases)('%s', async (_name, held, left) => {
      expect(await toldOf(held, left)).not.toContain(SECRET)
      expect(await toldOf({ ...held, ...left }, {})).toContain(SECRET)
    })
  })

  test('the parts of a policy that is marked as a whole are quoted from other plans', async () => {
    const other = { ...change.after, policy: policy.replaceAll('Sid"', 'Sid2"') }
    const marked = { ...about, change: { ...change, after: other, after_sensitive: { policy: true } } }
    const marks = { format_version: '1.2', resource_changes: [marked], configuration: {} }
    const { report } = await check(literals({ 'a.json': json(showing), 'b.json': json(marks) }), OPTIONS)
    const sids = report.findings.map((finding) => ('statement' in finding ? finding.statement.sid : null))
    expect(sids).toEqual([`${SECRET}Sid`, null])
  })

  test('a bucket that another plan marks is not named', async () => {
    const marks = marking({ variables: { v: { value: 'acme-prod' } } })
    const { report } = await check(literals({ 'a.json': json(showing), 'b.json': json(marks) }), OPTIONS)
    expect(report.findings).toMatchObject([{ policy: { bucket: null } }])
  })
})

describe('what is told of a file with secrets shows no line of it', () => {
  const Sid = { [SIGNATURE]: MARK, plaintext: json(SECRET) }
  test.each<[string, string, string]>([
    ['an output in a place that nobody knows', json({ policy: output(policy) }), 'out.json'],
    [
      'outputs of "plan -json"',
      `${json({ '@level': 'info' })}\n${json({ outputs: { p: output(policy) } })}\n`,
      'out.json',
    ],
    [
      'a secret in a statement',
      pulumi({ policyDocument: { Version: '2012-10-17', Statement: [{ ...statement, Sid, Condition: {} }] } }),
      'out.json',
    ],
    ['a plan in YAML', `resource:\n  after_sensitive: {policy: true}\n  policy: '${policy}'\n`, 'out.yaml'],
    [
      'a secret beside a public policy on one line',
      json([{ ...JSON.parse(policy.replaceAll(SECRET, 'x')) }, { sensitive: true, value: SECRET }]),
      'out.json',
    ],
  ])('%s', async (_name, text, path) => {
    const { said, rules } = await told(text, path)
    expect(rules).toHaveLength(1)
    expect(said).not.toContain(SECRET)
  })

  test('a fix that would repeat a line of it is left out, with the reason', async () => {
    const { report } = await told(json([JSON.parse(policy), { sensitive: true, value: 'x' }]))
    expect(report.findings).toMatchObject([{ fix: null, fixUnavailable: expect.stringContaining('secret') }])
  })

  test('the bucket of a policy in a plan that something else holds is not known to be public', async () => {
    const { report } = await told(json({ data: plan }))
    expect(report.findings).toMatchObject([{ policy: { bucket: null } }])
  })
})

test.each<[string, string]>([
  ['an output that is not sensitive', json({ x: { ...output(change.after), sensitive: false } })],
  ['a row', json(change.after)],
])('%s is quoted as ever', async (_name, text) => {
  expect((await told(text)).said).toContain(`${SECRET}Sid`)
})
