import { describe, expect, test } from 'vitest'
import { check } from '../../src/check/index.js'
import type { CheckResult } from '../../src/model/report.js'
import type { Source } from '../../src/sources/source.js'
import { OPTIONS, sourcesIn } from '../support/check.js'

const PADDING = 'x'.repeat(20_000)

function item(i: number, condition: object): string {
  const bucket = `bucket-${i}`
  const statement = {
    Sid: 'S',
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`],
    Condition: condition,
  }
  const policyText = JSON.stringify({ Version: '2012-10-17', Statement: [statement] })
  return JSON.stringify({
    resourceType: 'AWS::S3::Bucket',
    resourceName: bucket,
    awsAccountId: '111122223333',
    awsRegion: 'us-west-2',
    configuration: { note: PADDING },
    supplementaryConfiguration: { BucketPolicy: { policyText } },
  })
}

const TLS = { Bool: { 'aws:SecureTransport': 'false' } }
const VPC = { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } }
const COUNT = 220

/** Items of which every hundredth blocks, and more than 4 MB. */
const ITEMS = Array.from({ length: COUNT }, (_, i) => item(i, i % 100 === 7 ? VPC : TLS))
const BLOCKED = ['bucket-7', 'bucket-107', 'bucket-207']

/** A source that comes in pieces that end anywhere, and refuses to be had as a whole. */
function piecemeal(path: string, text: string): Source {
  const bytes = new TextEncoder().encode(text)
  return {
    path,
    by: 'job',
    size: bytes.length,
    bytes: () => {
      throw new Error('the whole file was read')
    },
    *chunks() {
      for (let at = 0; at < bytes.length; at += 70_001) yield bytes.subarray(at, at + 70_001)
    },
  }
}

function checkText(text: string): Promise<CheckResult> {
  return check(sourcesIn([piecemeal('big.json', text)]), OPTIONS)
}

describe('a large file of tool output is read item by item', () => {
  test.each<[string, string, (index: number) => { readonly line: number; readonly pointer: string }]>([
    [
      'a snapshot on one line',
      `{"fileVersion":"1.0","configurationItems":[${ITEMS.join(',')}]}`,
      (i) => ({ line: 1, pointer: `/configurationItems/${i}/supplementaryConfiguration/BucketPolicy/policyText` }),
    ],
    [
      'a list with an item a line',
      `[\n${ITEMS.join(',\n')}\n]\n`,
      (i) => ({ line: i + 2, pointer: `/${i}/supplementaryConfiguration/BucketPolicy/policyText` }),
    ],
    [
      'an item a line, without a list',
      ITEMS.join('\n'),
      (i) => ({ line: i + 1, pointer: '/supplementaryConfiguration/BucketPolicy/policyText' }),
    ],
    ['results that are texts', JSON.stringify({ Results: ITEMS }), (i) => ({ line: 1, pointer: `/Results/${i}` })],
  ])('%s', async (_name, text, placeOf) => {
    const { report, texts, bytes } = await checkText(text)
    expect(report.summary).toMatchObject({ files: 1, policies: COUNT, statements: COUNT, errors: 3 })
    expect(report.unread).toEqual([])
    const told = report.findings.map(({ policy, location }) => ({
      bucket: policy?.bucket,
      line: location.startLine,
      pointer: policy?.pointer,
    }))
    // On one line they are in no order that a reader would know.
    const expected = BLOCKED.map((bucket) => ({ bucket, ...placeOf(Number(bucket.slice(7))) }))
    expect(told).toHaveLength(expected.length)
    expect(told).toEqual(expect.arrayContaining(expected))
    expect([texts.get('big.json') ?? '', bytes]).toEqual(['', new TextEncoder().encode(text).length])
    expect(report.findings[0]).toMatchObject({
      policy: { source: 'policy-wrapped', account: '111122223333', region: 'us-west-2' },
      fix: { applicability: 'text-only' },
    })
  })

  test('one that breaks off is judged as far as it goes, and told', async () => {
    const { report } = await checkText(`{"configurationItems":[${ITEMS.join(',').slice(0, -500)}`)
    expect(report.summary).toMatchObject({ policies: COUNT - 1, errors: 3, warnings: 1 })
    expect(report.unread).toMatchObject([{ reason: expect.stringContaining('not valid JSON') }])
  })

  test('what it holds in places that nobody knows is told once', async () => {
    const odd = JSON.stringify({
      note: JSON.parse(JSON.parse(item(1, VPC)).supplementaryConfiguration.BucketPolicy.policyText),
    })
    const { report } = await checkText(`[${ITEMS.join(',')},${odd},${odd}]`)
    expect(report.summary).toMatchObject({ errors: 3, notices: 1 })
  })
})

test.each<[string, string]>([
  ['a template', `{"Resources":{},"padding":"${'x'.repeat(5_000_000)}"}`],
  ['a plan', `{"format_version":"1.2","padding":"${'x'.repeat(5_000_000)}"}`],
])('%s is no stream', async (_name, text) => {
  const { report } = await checkText(text)
  // It is asked for as a whole.
  expect(report.unread).toHaveLength(1)
})
