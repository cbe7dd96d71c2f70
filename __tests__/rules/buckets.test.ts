import { describe, expect, test } from 'vitest'
import { checkFiles } from '../support/check.js'

const deny = (resource: string, condition?: unknown) => ({
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: resource,
  ...(condition === undefined ? {} : { Condition: condition }),
})

const policy = (...statements: readonly unknown[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements })

describe('a policy that names many buckets', () => {
  const names = Array.from({ length: 25 }, (_, i) => `arn:aws:s3:::b${i}/*`)

  test('every statement is judged against the bucket it names, however many there are', async () => {
    const { report } = await checkFiles({ 'p.json': policy(...names.map((name) => deny(name))) })
    expect(report.findings.filter(({ rule }) => rule === 'deny-blocks-clumio')).toHaveLength(25)
  })

  test('a wildcard covers the buckets that other statements name', async () => {
    const others = names.map((name) => deny(name, { Bool: { 'aws:SecureTransport': 'false' } }))
    const { report } = await checkFiles({ 'p.json': policy(...others, deny('arn:aws:s3:::b24*')) })
    expect(report.findings.filter(({ rule }) => rule === 'deny-blocks-clumio')).toHaveLength(1)
  })
})

test('a condition operator named like a member of every object is told as it is written', async () => {
  const text = policy(deny('arn:aws:s3:::b1/*', { constructor: { toString: 'x' } }))
  const { report } = await checkFiles({ 'p.json': text })
  expect(JSON.stringify(report)).not.toContain('native code')
  expect(report.findings).toHaveLength(1)
})
