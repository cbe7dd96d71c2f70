import { describe, expect, test } from 'vitest'
import { checked, expectUntold, type Files, planOf, SECRET, told } from '../support/marked.js'

const statement = (vpc = '"vpc-1"') => `{
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = "*"
      Condition = { StringNotEquals = { "aws:SourceVpc" = ${vpc} } }
    }`
const policy = (label: string, vpc?: string) => `resource "aws_s3_bucket_policy" "${label}" {
  bucket = "b"
  policy = jsonencode({ Version = "2012-10-17", Statement = [${statement(vpc)}] })
}
`
const JSON_POLICY = JSON.stringify({
  Statement: [{ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::b/*' }],
})
const inJson = (label: string) =>
  JSON.stringify({
    resource: {
      aws_s3_bucket_policy: { [label]: { bucket: 'b', policy: JSON_POLICY } },
      aws_s3_bucket_ownership_controls: { [`o${label}`]: { bucket: 'b', rule: { object_ownership: 'ObjectWriter' } } },
    },
  })
const own: Files = { 'app/main.tf': policy('plain') }

describe('in configuration that no commit holds', () => {
  test.each<[name: string, left: Files, count: number]>([
    ['the label of a resource', { 'app/gen.tf': policy(`n${SECRET}`) }, 2],
    ['the labels of several', { 'app/gen.tf': policy(`n${SECRET}`) + policy(`m${SECRET}`) }, 3],
    ['labels in JSON', { 'app/gen.tf.json': inJson(SECRET) }, 2],
    [
      'the label of a module',
      { 'app/gen.tf': `module "m${SECRET}" {\n  source = "./m"\n}\n`, 'app/m/main.tf': policy('inner') },
      2,
    ],
    [
      'the label of what is in a message',
      { 'app/gen.tf': policy('a', `data.aws_vpc.v${SECRET}.id`) + policy('b', `data.aws_vpc.v${SECRET}.arn`) },
      3,
    ],
  ])('%s is shown nowhere where it holds a marked value', async (_name, left, count) => {
    const result = await checked(own, left)
    const blocking = result.report.findings.filter(({ rule }) => rule === 'deny-blocks-clumio')
    expect(blocking).toHaveLength(count)
    // Each finding has its own place and its own name.
    expect(new Set(blocking.map(({ fingerprint }) => fingerprint)).size).toBe(count)
    expect(new Set(blocking.map(({ policy: of }) => of?.address)).size).toBe(count)
    expectUntold(result)
  })

  test.each<[name: string, left: Files]>([
    [
      'a name',
      {
        'app/gen.tf': `${
          policy('a')
            .replace(/jsonencode.*/, `data.q.x${SECRET}.json`)
            .split('\n')[0]
        }`,
      },
    ],
    [
      'the policy that nobody knows',
      { 'app/gen.tf': `resource "aws_s3_bucket_policy" "u" {\n  bucket = "b"\n  policy = data.q.x${SECRET}.json\n}\n` },
    ],
    [
      'the address of a module',
      { 'app/gen.tf': `module "m" {\n  source = "./none${SECRET}"\n  policy = data.q.x.json\n}\n` },
    ],
    [
      'a part of the address of a module',
      {
        'app/gen.tf': `locals {\n  x = "${SECRET}"\n}\nmodule "m" {\n  source = "./\${substr(local.x, 0, 9)}"\n  policy = data.q.x.json\n}\n`,
      },
    ],
    [
      'the name of a module',
      { 'app/gen.tf': `module "m${SECRET}" {\n  source = "./none"\n  policy = data.q.x.json\n}\n` },
    ],
    [
      'the code of a module of another place',
      { 'app/gen.tf': `module "m${SECRET}" {\n  source = "acme/${SECRET}/aws"\n  policy = data.q.x.json\n}\n` },
    ],
  ])('%s is not quoted where somebody is told why', async (_name, left) => {
    const result = await checked(own, left)
    expect(result.report.unread).not.toEqual([])
    expectUntold(result, ['oneHidden'])
  })

  test('the label of a bucket stands in no lines to write', async () => {
    const bucket = `resource "aws_s3_bucket" "b${SECRET}" {\n  bucket = "b"\n  acl    = "public-read-write"\n}\n`
    const { report } = await checked(own, { 'app/gen.tf': bucket }, { published: true })
    const found = report.findings.filter(({ rule }) => rule === 'object-ownership')
    expect(found.map(({ policy: of }) => of?.address)).toEqual(['aws_s3_bucket.(hidden 1)'])
    expect(found[0]?.fix?.text).toContain('"aws_s3_bucket_ownership_controls" "this"')
    expect(JSON.stringify(report)).not.toContain(SECRET)
  })
})

describe('a module whose source a sensitive value takes part in', () => {
  const call = (source: string) => `module "m" {\n  source = ${source}\n  policy = data.q.x.json\n}\n`
  const sources = [
    '"./${substr(var.x, 0, 9)}"',
    '"./q/${strrev(var.x)}"',
    '"git::https://${substr(var.x, 0, 9)}.x/y.git"',
    '"acme/${substr(var.x, 0, 9)}/aws"',
    '"../../../${substr(var.x, 0, 9)}"',
  ]

  test.each(sources)('%s is not quoted, by a plan that marks it', async (source) => {
    const files = { 'app/main.tf': `variable "x" {}\n${policy('plain')}${call(source)}` }
    const result = await checked(files, { 'app/a.auto.tfvars': `x = "${SECRET}"\n` })
    expect(told(result)).toContain('sensitive value')
    expectUntold(result, ['oneHidden', '7droWneddi'])
  })

  test.each(sources)('%s is not quoted, by its declaration', async (source) => {
    const files = { 'app/main.tf': `variable "x" {\n  sensitive = true\n}\n${policy('plain')}${call(source)}` }
    const result = await checked(files, { 'app/a.auto.tfvars': `x = "${SECRET}"\n` }, { plan: null })
    expect(told(result)).toContain('sensitive value')
    expectUntold(result, ['oneHidden', '7droWneddi'])
  })

  test('is named with its folder where no value of it is one', async () => {
    const result = await checked({ 'app/main.tf': policy('plain') + call('"./none"') }, {}, { plan: null })
    expect(told(result)).toContain('the code of ./none is not in the checkout')
  })
})

describe('shown as ever', () => {
  test('is a label that the commit holds, whatever a plan marks', async () => {
    const files = { 'app/main.tf': `variable "y" {}\n${policy(SECRET)}` }
    const result = await checked(files, { 'app/a.auto.tfvars': `y = "${SECRET}"\n` })
    expect(result.report.findings.map(({ policy: of }) => of?.address)).toEqual([`aws_s3_bucket_policy.${SECRET}`])
  })

  test('is another label beside one with a marked value', async () => {
    const result = await checked({}, { 'app/gen.tf': policy(`n${SECRET}`) + policy('other') })
    expect(result.report.findings.map(({ policy: of }) => of?.address)).toEqual([
      'aws_s3_bucket_policy.(hidden 1)',
      'aws_s3_bucket_policy.other',
    ])
  })

  test('is why a module of the commit is not known', async () => {
    const call = 'module "shared" {\n  source = "./none/shared"\n  policy = data.q.shared.json\n}\n'
    const result = await checked(
      { 'app/main.tf': `variable "y" {}\n${policy('plain')}${call}` },
      { 'app/a.auto.tfvars': 'y = "shared"\n' },
      { plan: planOf('shared') },
    )
    expect(told(result)).toContain('module.shared: the code of ./none/shared is')
  })
})
