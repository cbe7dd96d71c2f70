import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compile, Glob, globMatches, subjectOf } from '../../src/iam/text/glob.js'
import { checkFiles } from '../support/check.js'
import { countCpu } from '../support/cost.js'

/** Statements with very many patterns, or very long ones: judged in proportion to their bytes, and what is left out is told. */

const RUNS = Number(process.env.FC_RUNS ?? 200)

const many = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i))

/** The same words each time, of letters and wildcards that meet often. */
function words(count: number, length = 40): string[] {
  let seed = 1
  const next = () => {
    seed = (seed * 48_271) % 2_147_483_647
    return '*?ab'[seed % 4] ?? ''
  }
  return many(count, () => many(length, next).join(''))
}

const BUCKET = 'arn:aws:s3:::'
const OTHERS = { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } }
const named = (before: string, list: readonly string[]) => list.map((one) => before + one)

function policy(statement: Readonly<Record<string, unknown>>): string {
  const base = { Sid: 'D', Effect: 'Deny', Principal: '*', Action: 's3:*', Condition: OTHERS }
  return JSON.stringify({ Version: '2012-10-17', Statement: [{ ...base, ...statement }] })
}

describe('a pattern that is longer than a machine word', () => {
  const part = fc.string({ unit: fc.constantFrom('a', 'b', '*', '?'), maxLength: 6 })
  /** Parts that repeat, so that many positions of the pattern are alive at once. */
  const long = fc.tuple(part, fc.nat(30), part).map(([one, times, other]) => one.repeat(times) + other)

  test('matches what a walk from character to character says', () => {
    const subjects = fc.tuple(fc.constantFrom('a', 'b', 'ab', 'aab'), fc.nat(80), part)
    fc.assert(
      fc.property(long, subjects, (pattern, [one, times, other]) => {
        const subject = one.repeat(times) + other
        const answer = new Glob(compile(pattern, true)).match(subjectOf(compile(subject, false)))
        expect({ pattern, subject, answer }).toEqual({
          pattern,
          subject,
          answer: globMatches(pattern, subject) ? 'T' : 'F',
        })
      }),
      { numRuns: RUNS * 20 },
    )
  })

  test('covers as much as without what stands in front of it', () => {
    const covers = (pattern: string, prefix: string) =>
      new Glob(compile(pattern, true)).coverage(subjectOf(compile(prefix, false)))
    fc.assert(
      fc.property(part, part, fc.integer({ min: 20, max: 100 }), (pattern, prefix, length) => {
        const before = 'x'.repeat(length)
        expect(covers(before + pattern, `${before + prefix}/`)).toEqual(covers(pattern, `${prefix}/`))
      }),
      { numRuns: RUNS * 20 },
    )
  })
})

describe('the cost of many patterns', () => {
  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['NotResource', { NotResource: named(BUCKET, words(350)) }],
    ['Resource', { Resource: named(BUCKET, words(350)) }],
    ['Resource, in any partition', { Resource: named('arn:*:s3:::', words(350)) }],
    ['Resource, in any Region', { Resource: named('arn:aws:s3:*:*:', words(350)) }],
    ['a few long ones', { NotResource: many(9, (i) => `${BUCKET}*${'a?'.repeat(1000 - i)}`) }],
  ])('20 KB in %s, as much as S3 takes, take little', async (_, statement) => {
    const cost = countCpu()
    const { report } = await checkFiles(policy(statement))
    expect(cost()).toBeLessThan(3000)
    expect(report.findings.map(({ rule }) => rule)).not.toContain('policy-unreadable')
  })

  test.each<[string, Readonly<Record<string, unknown>>]>([
    ['NotResource', { NotResource: named(BUCKET, words(18_000)) }],
    ['Resource', { Resource: named(BUCKET, words(18_000)) }],
    ['Resource with expressions', { Resource: many(18_000, (i) => `${BUCKET}<name${i}>*a?*b`) }],
    ['long ones', { Resource: many(500, (i) => `${BUCKET}*${'a?'.repeat(1000 - i)}`) }],
  ])('of 1 MB in %s some buckets are left out, and that is told', async (_, statement) => {
    const cost = countCpu()
    const { report } = await checkFiles(policy(statement))
    expect(cost()).toBeLessThan(12_000)
    expect(report.unread).toMatchObject([{ reason: expect.stringContaining('left out') }])
    expect(report.findings.map(({ rule }) => rule)).toContain('policy-unreadable')
  })

  test('hundreds of names with expressions and wildcards in 20 KB may be too many, and that is the reason told', async () => {
    const { report } = await checkFiles(policy({ Resource: words(400, 15).map((one, i) => `${BUCKET}<n${i}>*${one}`) }))
    const [told] = report.findings.filter(({ rule }) => rule === 'policy-unreadable')
    expect(told?.message).toMatch(/left out.* it names very many buckets by wildcards and expressions\.$/)
  }, 60_000)
})
