import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bucketOf, evaluateResource } from '../../src/iam/resource.js'

const context = {
  lookup: () => ({ presence: 'no', rests: [] }) as const,
  isUnknownKey: () => false,
  isObjectState: () => false,
}
const on = (target: 'bucket' | 'object', pattern: string) =>
  evaluateResource(
    { kind: 'positive', patterns: [pattern] },
    { target, bucket: bucketOf('aws', 'b1'), variables: false, context },
  )

describe('a Resource on the bucket b1', () => {
  test.each([
    ['arn:aws:s3:::b1', 'T', 'F'],
    ['arn:aws:s3:::b1/*', 'F', 'T'],
    ['arn:aws:s3:::b1/', 'F', 'F'],
    ['arn:aws:s3:::b1/?', 'F', 'T'],
    ['arn:aws:s3:::b1/**', 'F', 'T'],
    ['arn:aws:s3:::b1/??*', 'F', 'T'],
    ['arn:aws:s3:::b1/a', 'F', 'T'],
    ['arn:aws:s3:::b12/*', 'F', 'F'],
    ['arn:aws:s3:::b*', 'T', 'T'],
    ['arn:aws:s3:::*/x', 'F', 'T'],
    ['arn:aws:s3:::b1x', 'F', 'F'],
    ['b1', 'U', 'U'],
    ['s3:::b1/*', 'U', 'U'],
    ['*', 'T', 'T'],
    // The partition, service, Region and account may be patterns.
    ['arn:*:s3:::b1', 'T', 'F'],
    ['arn:*:s3:::b1/*', 'F', 'T'],
    ['arn:aws*:s3:::b1/*', 'F', 'T'],
    ['arn:aw?:s3:::b1/*', 'F', 'T'],
    ['arn:aws-*:s3:::b1/*', 'F', 'F'],
    ['arn:aws?:s3:::b1/*', 'F', 'F'],
    ['arn:aws:s3:*:*:b1', 'T', 'F'],
    ['arn:aws:s3:*:*:b1/*', 'F', 'T'],
    ['arn:*:*:*:*:*', 'T', 'T'],
    ['arn:aws:s?:::b1/*', 'F', 'T'],
    ['arn:aws:s3:us-*:*:b1/*', 'F', 'F'],
    ['arn:aws:s3:?::b1/*', 'F', 'F'],
    // Behind the fifth colon stands the name, in which no colon can be.
    ['arn:aws:s3:::b1:*', 'F', 'F'],
    ['arn:aws:s3:::b1:*/*', 'F', 'F'],
    ['arn:aws:s3:::b?:b1', 'F', 'F'],
    ['arn:aws:s3:::*:b1', 'F', 'T'],
    // Fewer components than an ARN has: what a wildcard at the end of one covers is read in two ways.
    ['arn:aws:s3:*:b1/*', 'U', 'U'],
    ['arn:aws:s3:*', 'U', 'U'],
    ['arn:*', 'U', 'U'],
    // A wildcard that runs over a colon leaves one of the pattern for the key.
    ['arn:aws:s3:*:b1/*:x', 'F', 'U'],
    ['arn:aws:*:b1/a:*:x', 'F', 'U'],
    ['arn:aws:s3:?:b1/*:x', 'F', 'F'],
    ['arn:aws:s3:*:b2/*:x', 'F', 'F'],
    ['arn:aws:s3:*a:b1/*:x', 'F', 'F'],
  ])('%s: the bucket %s, its objects %s', (pattern, bucket, objects) => {
    expect(on('bucket', pattern).value).toBe(bucket)
    expect(on('object', pattern).value).toBe(objects)
  })

  test.each([
    ['arn:aws:s3:::b1/*', 'all'],
    ['arn:aws:s3:::b1/?*', 'all'],
    ['arn:aws:s3:::b1/??*', 'part'],
    ['arn:aws:s3:::b1/a*', 'part'],
    ['arn:aws:s3:::?1/*', 'all'],
    ['arn:*:s3:*:*:b1/*', 'all'],
    ['arn:*:s3:::b1/a*', 'part'],
    ['arn:aws:s3:::b1/*:*', 'part'],
  ])('%s covers %s of the objects', (pattern, scope) => {
    expect(on('object', pattern).scope).toBe(scope)
  })
})

describe('a pattern over several buckets', () => {
  const small = fc.string({ unit: fc.constantFrom('a', 'b', '/', '*', '?'), maxLength: 7 })

  test('covers the same, whether it is compared as text or component by component', () => {
    const check = (name: string, tail: string) => {
      for (const target of ['bucket', 'object'] as const) {
        const cover = (pattern: string) =>
          evaluateResource(
            { kind: 'positive', patterns: [pattern] },
            { target, bucket: bucketOf('aws', name), variables: false, context },
          )
        // A wildcard in the partition keeps the pattern from being compared as text.
        expect([tail, cover(`arn:aws:s3:::${tail}`)]).toEqual([tail, cover(`arn:aw?:s3:::${tail}`)])
      }
    }
    const names = fc.constantFrom('ab', 'aab', 'ba')
    fc.assert(fc.property(names, small, check), { numRuns: 2000 })
    for (const tail of ['ab*', 'ab*/*', 'a*/*', 'ab/*', 'ab/*/*', '*/*', '*', 'ab/a*', 'b*', 'ab*/', 'ab*/a'])
      check('ab', tail)
  })
})
