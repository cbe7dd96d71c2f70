import { describe, expect, test } from 'vitest'
import { check } from '../../src/check/index.js'
import type { CheckOptions } from '../../src/model/options.js'
import { isStatementFinding } from '../../src/model/report.js'
import { markdown } from '../../src/report/formats/markdown.js'
import { literals } from '../../src/sources/literals.js'
import { checkTree, OPTIONS } from '../support/check.js'

/** What is told of a file that no commit holds: a step may have rendered a password beside a policy. */

const SECRET = 'hunter2hunter2'
const STATEMENT = { Sid: 'S', Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::b1/*' }
const POLICY = { Version: '2012-10-17', Statement: [STATEMENT] }
const TEMPLATE = {
  Resources: {
    Db: { Type: 'AWS::RDS::DBInstance', Properties: { MasterUserPassword: SECRET } },
    P: { Type: 'AWS::S3::BucketPolicy', Properties: { Bucket: 'b1', PolicyDocument: POLICY } },
    Z: { Type: 'AWS::RDS::DBInstance', Properties: { MasterUserPassword: SECRET } },
  },
}
const LIST = {
  apiVersion: 'v1',
  kind: 'List',
  items: [
    { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'a' }, stringData: { pw: SECRET } },
    {
      apiVersion: 's3.services.k8s.aws/v1alpha1',
      kind: 'Bucket',
      metadata: { name: 'b1' },
      spec: { name: 'b1', policy: JSON.stringify(POLICY) },
    },
  ],
}
const IN_BLOCKS = `Resources:
  P:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: b1
      PolicyDocument:
        Statement:
          - Effect: Deny
            Action: s3:*
            Resource: arn:aws:s3:::b1/*
            Principal: '*'
    Metadata:
      token: ${SECRET}
`
const IN_TF = `resource "aws_s3_bucket_policy" "p" {
  bucket = "b1"
  policy = jsonencode({ Statement = [
    # ${SECRET}
    {
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = "arn:aws:s3:::b1/*"
    },
    # ${SECRET}
  ] })
}
`
const ON_ONE_LINE = `resource "aws_s3_bucket_policy" "p" {
  bucket = "b1"
  policy = jsonencode({ Id = "${SECRET}", Statement = [{ Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::b1/*" }] })
}
`
const laidOut = JSON.stringify(POLICY, null, 2)

const PUBLISHED: Partial<CheckOptions> = { published: true }

async function toldOf(path: string, text: string, options = PUBLISHED) {
  const result = await check(literals({ [path]: text }), { ...OPTIONS, ...options })
  const [finding] = result.report.findings
  const fix = finding !== undefined && isStatementFinding(finding) ? finding.fix : null
  const context = { color: false, explain: false, rulePages: null, failOn: 'error' } as const
  const shown = JSON.stringify(result.report) + markdown(result, context)
  return { fix, shown }
}

describe('where a job runs, of a file that no commit holds', () => {
  test.each<[string, string, string]>([
    ['a template on one line', 'a.json', JSON.stringify(TEMPLATE)],
    ['a list on one line', 'a.json', JSON.stringify(LIST)],
    ['YAML in brackets', 'a.yaml', JSON.stringify(TEMPLATE)],
    [
      'a member of something else on the line',
      'a.json',
      `{"password": "${SECRET}", ${JSON.stringify(POLICY).slice(1)}`,
    ],
    ['a comment on the line', 'a.json', laidOut.replace('"*",', `"*", // ${SECRET}`)],
    [
      'a comment in YAML on the line',
      'a.yaml',
      IN_BLOCKS.replace("'*'", `'*' # ${SECRET}`).replace(/ {4}Metadata[\s\S]*/, ''),
    ],
    ['a member of something else in configuration', 'a.tf', ON_ONE_LINE],
    ['a comment in configuration on the line', 'a.tf', IN_TF.replace('= "*"', `= "*" # ${SECRET}`)],
    ['a comment that begins above the line', 'a.json', laidOut.replace('"Principal"', `/*\n${SECRET} */ "Principal"`)],
  ])('lines that hold more than the policy are told as the member to write: %s', async (_name, path, text) => {
    const { fix, shown } = await toldOf(path, text)
    expect(fix).toMatchObject({ applicability: 'text-only', edits: [] })
    expect(fix?.text).toContain('NotPrincipal')
    expect(shown).not.toContain('hunter2')
  })

  test.each<[string, string, string]>([
    ['in JSON', 'a.json', JSON.stringify(TEMPLATE, null, 2)],
    ['in YAML', 'a.yaml', IN_BLOCKS],
    ['in configuration', 'a.tf', IN_TF],
    ['in a list', 'a.json', JSON.stringify([{ a: SECRET }, POLICY, { b: SECRET }], null, 2)],
  ])('lines of the policy alone are an edit, and nothing is shown around it: %s', async (_name, path, text) => {
    const { fix, shown } = await toldOf(path, text)
    expect(fix?.applicability).toBe('edit')
    expect(shown).not.toContain('hunter2')
  })

  test('a policy that has a line for itself is an edit', async () => {
    expect((await toldOf('a.json', JSON.stringify(POLICY))).fix?.applicability).toBe('edit')
  })
})

test('what a commit holds keeps its edits', async () => {
  const { report } = await checkTree({ 'a.json': JSON.stringify(TEMPLATE) }, PUBLISHED)
  expect(report.findings).toMatchObject([{ fix: { applicability: 'edit' } }])
})

test('at a terminal a file that is not committed yet keeps its edits', async () => {
  const { fix } = await toldOf('a.json', JSON.stringify(TEMPLATE), {})
  expect(fix?.applicability).toBe('edit')
})
