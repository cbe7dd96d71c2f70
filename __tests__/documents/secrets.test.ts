import { describe, expect, test } from 'vitest'
import { check } from '../../src/check/index.js'
import { REPORT_FORMATS } from '../../src/report/formats/index.js'
import { literals } from '../../src/sources/literals.js'
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
