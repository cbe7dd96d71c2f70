import { describe, expect, test } from 'vitest'
import { UserError } from '../../src/errors.js'
import { parseEvent } from '../../src/github/event.js'

const SHA = 'a'.repeat(40)

function payload(head: unknown, more: object = {}) {
  const base = { sha: SHA, repo: { full_name: 'acme/policies' } }
  return { pull_request: { number: 7, head: { sha: SHA, repo: head }, base, ...more } }
}

describe('pull requests', () => {
  test.each([
    ['of the same repository', { full_name: 'acme/policies' }, false],
    ['of a fork', { full_name: 'stranger/policies' }, true],
    ['of a fork that was deleted', null, true],
  ])('%s', (_name, head, fork) => {
    expect(parseEvent('pull_request', payload(head))).toMatchObject({
      kind: 'pull-request',
      trusted: false,
      pull: { number: 7, headSha: SHA, baseSha: SHA, fork, locked: false },
    })
  })

  test('pull_request_target runs with the trust of the base', () => {
    expect(parseEvent('pull_request_target', payload(null))).toMatchObject({ trusted: true })
  })

  test.each([
    null,
    {},
    [],
    'text',
    { pull_request: {} },
    payload(null, { number: '7' }),
    payload(null, { head: { sha: 'main' } }),
  ])('an incomplete payload is an error that names it: %j', (broken) => {
    expect(() => parseEvent('pull_request', broken)).toThrow(UserError)
  })
})

test('a merge group has a base and a head', () => {
  const group = { merge_group: { head_sha: SHA, base_sha: SHA } }
  expect(parseEvent('merge_group', group)).toEqual({ kind: 'merge-group', headSha: SHA, baseSha: SHA })
  expect(() => parseEvent('merge_group', {})).toThrow(UserError)
})

test.each(['push', 'schedule', 'workflow_dispatch', ''])('%j needs nothing of its payload', (name) => {
  expect(parseEvent(name, null)).toEqual({ kind: 'other', name })
})
