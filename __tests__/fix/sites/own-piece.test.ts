import { beforeEach, describe, expect, test, vi } from 'vitest'
import type * as YamlReader from '../../../src/tree/yaml.js'
import { applied, checkFiles } from '../../support/check.js'

/** How many characters the readers of documents were given. */
const read = vi.hoisted(() => ({ yaml: 0, json: 0 }))

vi.mock('../../../src/tree/yaml.js', async (original) => {
  const actual = await original<typeof YamlReader>()
  return {
    ...actual,
    readYamlDocuments: (text: string) => {
      read.yaml += text.length
      return actual.readYamlDocuments(text)
    },
  }
})
vi.mock('../../../src/tree/json.js', async (original) => {
  const actual = await original<typeof import('../../../src/tree/json.js')>()
  return {
    ...actual,
    readJsonTree: (text: string, reading = {}) => {
      read.json += text.length
      return actual.readJsonTree(text, reading)
    },
  }
})

beforeEach(() => Object.assign(read, { yaml: 0, json: 0 }))

const many = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => make(i)).join('')

const STATEMENT = (sid: string) => ({
  Sid: sid,
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: 'arn:aws:s3:::b/*',
  Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } },
})
const POLICY = JSON.stringify({ Version: '2012-10-17', Statement: [STATEMENT('A'), STATEMENT('B')] }, null, 2)
const indented = (text: string, by: number) => text.replaceAll(/^/gm, ' '.repeat(by))

const templateOf = (policies: number) =>
  `Resources:\n${many(policies, (i) => `  P${i}:\n    Type: AWS::S3::BucketPolicy\n    Properties:\n      Bucket: b\n      PolicyDocument:\n        Statement:\n          - Sid: A\n            Effect: Deny\n            Principal: "*"\n            Action: s3:*\n            Resource: arn:aws:s3:::b/*\n            Condition:\n              StringNotEquals:\n                aws:SourceVpce: vpce-1 # ours\n`)}`
const listOf = (policies: number) =>
  `apiVersion: v1\nkind: List\nitems:\n${many(policies, (i) => `  - apiVersion: s3.services.k8s.aws/v1alpha1\n    kind: Bucket\n    metadata:\n      name: b${i}\n    spec:\n      name: b\n      policy: |\n${indented(POLICY, 8)}\n`)}`
const quotedListOf = (policies: number) =>
  `apiVersion: v1\nkind: List\nitems:\n${many(policies, (i) => `  - apiVersion: s3.services.k8s.aws/v1alpha1\n    kind: Bucket\n    metadata:\n      name: b${i}\n    spec:\n      name: b\n      policy: '${JSON.stringify(JSON.parse(POLICY))}'\n`)}`

describe('the text that is read grows with the file, however many policies stand in it', () => {
  const cases = [
    { name: 'a template in YAML', file: templateOf },
    { name: 'a list of manifests with their policies in blocks', file: listOf },
    { name: 'a list of manifests with their policies in quotes', file: quotedListOf },
  ]
  for (const { name, file } of cases) {
    test(name, async () => {
      const costs: number[] = []
      for (const policies of [8, 32]) {
        Object.assign(read, { yaml: 0, json: 0 })
        const { report } = await checkFiles({ 'f.yaml': file(policies) })
        const edits = report.findings.filter(({ fix }) => fix?.applicability === 'edit')
        expect(edits).toHaveLength(report.summary.statements)
        costs.push((read.yaml + read.json) / policies)
      }
      expect(costs[1]).toBeLessThan((costs[0] ?? 0) * 1.2)
    })
  }
})

describe('what is edited in a policy that is read alone', () => {
  const head = 'Resources:\n  P:\n    Type: AWS::S3::BucketPolicy\n    Properties:\n      Bucket: b\n'
  const inner = (indent: string) =>
    ['Sid: A', 'Effect: Deny', 'Principal: "*"', 'Action: s3:*', 'Resource: arn:aws:s3:::b/*'].join(`\n${indent}`)
  const cases = [
    {
      name: 'a block',
      text: `${head}      PolicyDocument:\n        Statement:\n          - ${inner('            ')}\n`,
    },
    {
      name: 'a block with a comment behind its last line',
      text: `${head}      PolicyDocument:\n        Statement:\n          - ${inner('            ')} # all\n`,
    },
    {
      name: 'a map in braces over lines',
      text: `${head}      PolicyDocument: {Statement: [\n          {${inner('           ').replaceAll('\n', ',\n')}}]}\n`,
    },
    {
      name: 'a map that has another one merged into it',
      text: `X: &x\n  Version: "2012-10-17"\n${head}      PolicyDocument:\n        <<: *x\n        Statement:\n          - ${inner('            ')}\n`,
    },
    {
      name: 'a value that an alias brings',
      text: `X: &x s3:*\n${head}      PolicyDocument:\n        Statement:\n          - ${inner('            ').replace('s3:*', '*x')}\n`,
    },
    {
      name: 'a branch of a condition',
      text: `Conditions:\n  C: !Equals [!Ref A, b]\nParameters:\n  A:\n    Type: String\n${head}      PolicyDocument: !If\n        - C\n        - Statement:\n            - ${inner('              ')}\n        - Statement:\n            - ${inner('              ').replace('Sid: A', 'Sid: B')}\n`,
    },
  ]
  for (const { name, text } of cases) {
    for (const remedy of ['not-principal', 'principal-arn'] as const) {
      test(`${name}, with ${remedy}`, async () => {
        const first = await checkFiles({ 'f.yaml': text }, { remedy })
        const told = first.report.findings.map(({ rule, fix }) => [rule, fix?.applicability])
        expect(told).toEqual(told.map(() => ['deny-blocks-clumio', 'edit']))
        expect(told.length).toBe(first.report.summary.statements)
        const { report } = await checkFiles({ 'f.yaml': applied(text, first.report.findings) }, { remedy })
        expect(report.findings).toEqual([])
        expect(report.summary.statements).toBe(first.report.summary.statements)
      })
    }
  }
})
