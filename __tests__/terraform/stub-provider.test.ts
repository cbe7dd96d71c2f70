import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { writeBigPlan } from '../../scripts/terraform/big-plan.mjs'
import { readPolicyDocument, type StatementBlock } from '../../scripts/terraform/provider/policy-document.mjs'

const BLOCK: StatementBlock = {
  sid: null,
  effect: null,
  actions: null,
  not_actions: null,
  resources: null,
  not_resources: null,
  principals: [],
  not_principals: [],
  condition: [],
}

type Config = Parameters<typeof readPolicyDocument>[0]

function document(config: Partial<Config>): Record<string, unknown> {
  const read = readPolicyDocument({ statement: [], ...config })
  if (read.error !== undefined) throw new Error(read.error)
  return JSON.parse(String(read.values.minified_json)) as Record<string, unknown>
}

function statement(block: Partial<StatementBlock>): unknown {
  return (document({ statement: [{ ...BLOCK, ...block }] }).Statement as unknown[])[0]
}

const text = (...statements: readonly object[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements })
const condition = (test: string, variable: string, ...values: string[]) => ({ test, variable, values })

describe('aws_iam_policy_document writes', () => {
  test.each<[string, Partial<StatementBlock>, object]>([
    ['Allow where no effect is given', {}, { Effect: 'Allow' }],
    ['a list of one as a string', { actions: ['s3:GetObject'] }, { Effect: 'Allow', Action: 's3:GetObject' }],
    ['longer lists in reverse order', { actions: ['a', 'c', 'b'] }, { Effect: 'Allow', Action: ['c', 'b', 'a'] }],
    ['everyone as *', { principals: [{ type: '*', identifiers: ['*'] }] }, { Effect: 'Allow', Principal: '*' }],
    [
      'everyone of a type as a map',
      { not_principals: [{ type: 'AWS', identifiers: ['*'] }] },
      { Effect: 'Allow', NotPrincipal: { AWS: '*' } },
    ],
    [
      'values of a condition in their order',
      { condition: [condition('StringNotEquals', 'aws:SourceVpc', 'b', 'a')] },
      { Effect: 'Allow', Condition: { StringNotEquals: { 'aws:SourceVpc': ['b', 'a'] } } },
    ],
    [
      'two conditions on different keys beside each other',
      { condition: [condition('StringEquals', 'b', '1'), condition('StringEquals', 'a', '2')] },
      { Effect: 'Allow', Condition: { StringEquals: { a: '2', b: '1' } } },
    ],
    ['variables of policies', { resources: ['a/&{b}'] }, { Effect: 'Allow', Resource: `a/\${b}` }],
  ])('%s', (_name, block, expected) => {
    expect(statement(block)).toEqual(expected)
  })

  test('conditions of equal operator and key united', () => {
    const twice = [
      condition('ArnNotEquals', 'aws:PrincipalArn', 'x'),
      condition('ArnNotEquals', 'aws:PrincipalArn', 'y'),
    ]
    const { Condition } = statement({ condition: twice }) as { Condition: Record<string, Record<string, string[]>> }
    expect(Condition.ArnNotEquals?.['aws:PrincipalArn']?.toSorted()).toEqual(['x', 'y'])
  })

  test('sources, own statements and overrides in this order, a Sid replaced in its place', () => {
    const merged = document({
      source_policy_documents: [text({ Sid: 'A', Effect: 'Deny' }, { Sid: 'B', Effect: 'Deny' })],
      statement: [{ ...BLOCK, sid: 'C' }],
      override_policy_documents: [text({ Sid: 'A', Effect: 'Allow' }, { Effect: 'Deny' })],
    })
    expect(merged.Statement).toEqual([
      { Sid: 'A', Effect: 'Allow' },
      { Sid: 'B', Effect: 'Deny' },
      { Sid: 'C', Effect: 'Allow' },
      { Effect: 'Deny' },
    ])
  })

  test('no Sid twice', () => {
    const twice = [text({ Sid: 'A' }), text({ Sid: 'A' })]
    expect(readPolicyDocument({ statement: [], source_policy_documents: twice }).error).toContain('duplicate Sid (A)')
    const own = [
      { ...BLOCK, sid: 'A' },
      { ...BLOCK, sid: 'A' },
    ]
    expect(readPolicyDocument({ statement: own }).error).toContain('duplicate Sid (A)')
  })

  test('angle brackets and ampersands as escapes', () => {
    const read = readPolicyDocument({ statement: [{ ...BLOCK, resources: ['<&>'] }] })
    expect(read.error ?? read.values.minified_json).toContain('"Resource":"\\u003c\\u0026\\u003e"')
  })
})

test('a plan of a given size is about that size, the same each time, and a plan', () => {
  const folder = mkdtempSync(join(tmpdir(), 'big-plan-'))
  try {
    const [one, two] = [join(folder, 'one.json'), join(folder, 'two.json')]
    const written = writeBigPlan(one, { bytes: 8e6, policies: 6 })
    writeBigPlan(two, { bytes: 8e6, policies: 6 })
    const content = readFileSync(one, 'utf8')
    expect(content === readFileSync(two, 'utf8')).toBe(true)
    expect(Math.abs(written.bytes - 8e6)).toBeLessThan(2e5)
    expect(Buffer.byteLength(content)).toBe(written.bytes)
    const plan = JSON.parse(content) as { resource_changes: { type: string }[] }
    expect(plan.resource_changes).toHaveLength(written.resources)
    expect(plan.resource_changes.filter(({ type }) => type === 'aws_s3_bucket_policy')).toHaveLength(6)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
