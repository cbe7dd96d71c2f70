import { describe, expect, test } from 'vitest'
import { noFixReason, offer, sharedLines, textOnlyReason, wantedOrder } from '../../src/fix/offer.js'
import type { Integration } from '../../src/model/options.js'
import { STDIN_PATH } from '../../src/sources/source.js'
import { LineIndex } from '../../src/text/lines.js'
import { INTEGRATION, OPTIONS } from '../support/check.js'
import { ROLE } from '../support/vectors.js'
import { blockingPolicy, draftOf } from './drafts.js'

async function draftFor(change: Partial<Integration> = {}, member: Readonly<Record<string, unknown>> = {}) {
  return draftOf(blockingPolicy(1, member), { ...OPTIONS, integrations: [{ ...INTEGRATION, ...change }] })
}

const EDIT = { path: 'policy.json', startLine: 2, endLine: 2, replacement: 'b2' }

describe('an edit that holds is only shown', () => {
  test.each([
    { when: 'the role is not known', role: { roleName: null }, reason: 'the Clumio role is not known' },
    {
      when: 'the account is not known',
      role: { account: null },
      reason: 'the account and the Clumio role are not known',
    },
    { when: 'the role is new', role: { introduced: true }, reason: 'the role is new in this pull request' },
    { when: 'only restore is blocked', member: { Action: 's3:PutObject' }, reason: 'nothing but restore' },
    { when: 'the line is too long', edit: null, reason: 'the line is too long' },
    { when: 'its lines become too long', edit: { ...EDIT, replacement: 'x'.repeat(300_000) }, reason: 'too long' },
    { when: 'it was piped', edit: { ...EDIT, path: STDIN_PATH }, reason: 'standard input' },
    { when: 'the file mixes line ends', text: 'a\nb\r\nc\n', reason: 'mixes line ends' },
    { when: 'an old line hides something', text: 'a\nb\u3164\nc\n', reason: 'invisible' },
    { when: 'a new line hides something', edit: { ...EDIT, replacement: 'b\u{e0041}' }, reason: 'invisible' },
    { when: 'another line hides something: it is offered', text: 'a\u202e\nb\nc\n', reason: null },
    { when: 'nothing stands against it: it is offered', reason: null },
  ])('when $when', async ({ role = {}, member = {}, text = 'a\nb\nc\n', edit = EDIT, reason }) => {
    const why = textOnlyReason(await draftFor(role, member), new LineIndex(text), edit)
    if (reason === null) expect(why).toBeNull()
    else expect(why).toContain(reason)
  })
})

describe('a statement gets no fix', () => {
  test.each([
    { when: 'it names the role itself', member: { Principal: { AWS: ROLE } }, reason: 'names Clumio itself' },
    {
      when: 'nobody knows whether it blocks',
      member: { Condition: { StringEquals: { 'aws:PrincipalTag/a': 'b' } } },
      reason: 'undecided',
    },
    { when: 'it blocks everybody: it gets one', member: {}, reason: null },
  ])('when $when', async ({ member, reason }) => {
    const why = noFixReason(await draftFor({}, member))
    if (reason === null) expect(why).toBeNull()
    else expect(why).toContain(reason)
  })
})

describe('NotPrincipal is not offered', () => {
  test.each([
    { when: 'the role has a boundary', role: { boundary: 'present' as const }, reason: 'permissions boundary' },
    { when: 'the plan only creates the role', role: { created: true }, reason: 'does not exist yet' },
    { when: 'everybody is denied: it is offered', reason: null },
  ])('when $when', async ({ role = {}, reason }) => {
    const draft = await draftFor(role)
    const offered = offer('not-principal', draft)
    expect(offered.offered ? null : offered.why).toEqual(reason === null ? null : expect.stringContaining(reason))
    expect(offer('principal-arn', draft)).toEqual({ offered: true, caveats: [] })
  })
})

test.each(['not-principal', 'principal-arn'] as const)('the wanted remedy comes first: %s', (remedy) => {
  const order = wantedOrder({ ...OPTIONS, remedy })
  expect(order[0]).toBe(remedy)
  expect(new Set(order).size).toBe(2)
})

test('what stands against an edit is named, the first three of it', async () => {
  const draft = await draftFor()
  expect(sharedLines(draft, ['a'])).toContain('statements come from the same lines and do not need the same edit (a)')
  expect(sharedLines(draft, ['a', 'b', 'c', 'd', 'e'])).toContain('(a, b, c and 2 more)')
})
