import { describe, expect, test } from 'vitest'
import { bucketOf, evaluateResource } from '../../src/iam/resource.js'

const context = {
  lookup: () => ({ presence: 'no', rests: [] }) as const,
  isUnknownKey: () => false,
  isObjectState: () => false,
}
const on = (target: 'bucket' | 'object', pattern: string) =>
  evaluateResource({ kind: 'positive', patterns: [pattern] }, target, bucketOf('aws', 'b1'), false, context)

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
  ])('%s covers %s of the objects', (pattern, scope) => {
    expect(on('object', pattern).scope).toBe(scope)
  })
})
