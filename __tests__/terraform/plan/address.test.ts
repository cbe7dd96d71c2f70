import { describe, expect, test } from 'vitest'
import { parseAddress, withoutKeys } from '../../../src/terraform/plan/index.js'

const short = (text: string) => {
  const address = parseAddress(text)
  if (address === null) return null
  const modules = address.modules.map(({ name, key }) => [name, key])
  return { modules, at: `${address.mode} ${address.type} ${address.name}`, key: address.key }
}

describe('addresses are tokenised, never split on dots', () => {
  test.each<[string, unknown]>([
    ['aws_s3_bucket_policy.a', { modules: [], at: 'managed aws_s3_bucket_policy a', key: null }],
    ['aws_s3_bucket_policy.a[0]', { modules: [], at: 'managed aws_s3_bucket_policy a', key: 0 }],
    [
      'module.m["a.b"].module.n[1].data.aws_iam_policy_document.d',
      {
        modules: [
          ['m', 'a.b'],
          ['n', 1],
        ],
        at: 'data aws_iam_policy_document d',
        key: null,
      },
    ],
    [
      'module.lake.module.bucket["sandbox[eu]"].aws_s3_bucket_policy.this',
      {
        modules: [
          ['lake', null],
          ['bucket', 'sandbox[eu]'],
        ],
        at: 'managed aws_s3_bucket_policy this',
        key: null,
      },
    ],
    ['aws_s3_bucket_policy.a["q\\"x"]', { modules: [], at: 'managed aws_s3_bucket_policy a', key: 'q"x' }],
    ['aws_s3_bucket_policy.a["s]t"]', { modules: [], at: 'managed aws_s3_bucket_policy a', key: 's]t' }],
    ['aws_s3_bucket_policy.a["$${u}"]', { modules: [], at: 'managed aws_s3_bucket_policy a', key: '${u}' }],
    [
      'aws_s3_bucket_policy.a["back\\\\slash"]',
      { modules: [], at: 'managed aws_s3_bucket_policy a', key: 'back\\slash' },
    ],
    ['aws_s3_bucket_policy.a[""]', { modules: [], at: 'managed aws_s3_bucket_policy a', key: '' }],
    ['aws_s3_bucket_policy.a["é"]', { modules: [], at: 'managed aws_s3_bucket_policy a', key: 'é' }],
    ['aws_s3_bucket_policy.a["\\u00e9\\U0001F600"]', { modules: [], at: 'managed aws_s3_bucket_policy a', key: 'é😀' }],
    ['aws_s3_bucket_policy.module', { modules: [], at: 'managed aws_s3_bucket_policy module', key: null }],
  ])('%s', (text, expected) => {
    expect(short(text)).toEqual(expected)
  })

  test.each([
    [''],
    ['a'],
    ['a.'],
    ['module.m'],
    ['module.m.a'],
    ['a.b["x'],
    ['a.b[x]'],
    ['a.b[0'],
    ['a.b.c'],
    ['a.b["\\q"]'],
  ])('%s is no address', (text) => {
    expect(parseAddress(text)).toBeNull()
  })

  test('without keys it is the address in the configuration', () => {
    const address = parseAddress('module.m["x"].data.aws_iam_policy_document.d[3]')
    expect(address && withoutKeys(address)).toBe('module.m.data.aws_iam_policy_document.d')
  })
})
