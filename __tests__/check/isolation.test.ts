import { describe, expect, test } from 'vitest'
import { check } from '../../src/check/index.js'
import { FORMS } from '../../src/documents/forms/index.js'
import { RULE_LIST } from '../../src/rules/registry.js'
import { OPTIONS, sourceOf, sourcesIn } from '../support/check.js'

/** One file that something goes wrong with never takes the others down, wherever it goes wrong. */

const POLICY = (bucket: string) =>
  JSON.stringify(
    {
      Version: '2012-10-17',
      Statement: [{ Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: `arn:aws:s3:::${bucket}/*` }],
    },
    null,
    2,
  )

const SOURCES = sourcesIn([sourceOf('odd.json', POLICY('odd')), sourceOf('prod.json', POLICY('prod'))])

const THROWN = [
  { what: 'the stack runs out', error: new RangeError('Maximum call stack size exceeded'), isBug: false },
  { what: 'a text is too long', error: new RangeError('Invalid string length'), isBug: false },
  { what: 'a bug shows', error: new TypeError('x is undefined'), isBug: true },
] as const

/** Throws while one file is looked at. */
function throwing(where: 'read' | 'judge', error: Error) {
  if (where === 'read') {
    const odd = {
      ...FORMS[0],
      id: 'odd',
      source: 'policy-json',
      mayBeIn: () => true,
      readText: ({ path }: { readonly path: string }) => {
        if (path === 'odd.json') throw error
        return null
      },
    } as const
    return { forms: [odd, ...FORMS], rules: RULE_LIST }
  }
  const rule = {
    id: 'deny-blocks-clumio',
    find: (subject: {
      readonly kind: string
      readonly judged?: { readonly policy: { readonly origin: { path: string } } }
    }) => {
      if (subject.judged?.policy.origin.path === 'odd.json') throw error
      return null
    },
  } as const
  return { forms: FORMS, rules: [rule, ...RULE_LIST] }
}

describe.each(['read', 'judge'] as const)('when %s fails on one file', (where) => {
  test.each(THROWN)('the others are told: $what', async ({ error, isBug }) => {
    const { report, failures = [] } = await check(SOURCES, OPTIONS, {}, throwing(where, error))
    expect(report.findings.filter(({ location }) => location.path === 'prod.json')).toMatchObject([
      { rule: 'deny-blocks-clumio', fix: { applicability: 'edit' } },
    ])
    expect(report.unread.map(({ path }) => path)).toEqual(['odd.json'])
    expect(failures.map(({ path, error: told }) => [path, told])).toEqual(isBug ? [['odd.json', error]] : [])
    expect(report.conclusion).toBe('failure')
  })

  test('a file that is too much is unreadable', async () => {
    const { report } = await check(SOURCES, OPTIONS, {}, throwing(where, new RangeError('Invalid string length')))
    const odd = report.findings.filter(({ location }) => location.path === 'odd.json')
    expect(odd.map(({ rule }) => rule)).toEqual(['policy-unreadable'])
  })

  test('a bug fails the check also where nothing is found', async () => {
    const alone = sourcesIn([sourceOf('odd.json', POLICY('odd'))])
    const { report } = await check(alone, OPTIONS, {}, throwing(where, new TypeError('x is undefined')))
    expect(report.conclusion).toBe('failure')
  })
})
