import { describe, expect, test } from 'vitest'
import { parseEvent } from '../../src/github/pull/event.js'
import { UserError } from '../../src/model/errors.js'

const SHA = 'a'.repeat(40)

function payload(head: unknown, more: object = {}) {
  const base = { sha: SHA, repo: { full_name: 'acme/policies' } }
  return { pull_request: { number: 7, head: { sha: SHA, repo: head }, base, ...more } }
}

describe('pull requests', () => {
  test.each([
    ['of the same repository', payload({ full_name: 'acme/policies' }), null],
    ['of a fork', payload({ full_name: 'stranger/policies' }), 'fork'],
    ['of a fork that was deleted', payload(null), 'fork'],
    ['by Dependabot', payload({ full_name: 'acme/policies' }, { user: { login: 'dependabot[bot]' } }), 'dependabot'],
  ])('%s', (_name, given, readOnly) => {
    expect(parseEvent('pull_request', given)).toMatchObject({
      kind: 'pull-request',
      trusted: false,
      pull: { number: 7, headSha: SHA, baseSha: SHA, readOnly, locked: false },
    })
    expect(parseEvent('pull_request_target', given)).toMatchObject({ trusted: true, pull: { readOnly: null } })
  })

  test.each([null, {}, [], 'text', { pull_request: null }])('without a word of one is not known: %j', (empty) => {
    expect(parseEvent('pull_request', empty)).toEqual({ kind: 'unknown-pull', name: 'pull_request' })
    expect(() => parseEvent('pull_request_target', empty)).toThrow('pull_request_target')
  })

  test.each([{ pull_request: {} }, payload(null, { number: '7' }), payload(null, { head: { sha: 'main' } })])(
    'an incomplete payload is an error that names it: %j',
    (broken) => {
      expect(() => parseEvent('pull_request', broken)).toThrow(UserError)
    },
  )
})

test('a merge group has a base and a head', () => {
  const group = { merge_group: { head_sha: SHA, base_sha: SHA } }
  expect(parseEvent('merge_group', group)).toEqual({ kind: 'merge-group', headSha: SHA, baseSha: SHA })
  expect(() => parseEvent('merge_group', {})).toThrow(UserError)
})

describe('a run after another one', () => {
  const run = { head_sha: SHA, event: 'pull_request', head_repository: { full_name: 'stranger/policies' } }
  const given = { workflow_run: { ...run, html_url: 'https://github.example/r' }, repository: { id: 5 } }

  test('knows the other one, and the repository of both', () => {
    expect(parseEvent('workflow_run', given)).toEqual({
      kind: 'workflow-run',
      cause: 'pull_request',
      headSha: SHA,
      headRepository: 'stranger/policies',
      repositoryId: 5,
      url: 'https://github.example/r',
    })
  })

  test.each([
    ['was deleted', null],
    ['has a name that is none', { full_name: '../../user' }],
  ])('has no head repository when that %s', (_name, repository) => {
    const other = { ...given, workflow_run: { ...run, head_repository: repository } }
    expect(parseEvent('workflow_run', other)).toMatchObject({ headRepository: null, url: null })
  })

  test.each([{}, { workflow_run: run }, { ...given, workflow_run: { ...run, head_sha: 'x' } }])(
    'an incomplete payload is an error: %j',
    (broken) => {
      expect(() => parseEvent('workflow_run', broken)).toThrow(UserError)
    },
  )
})

test.each(['push', 'schedule', 'workflow_dispatch', ''])('%j needs nothing of its payload', (name) => {
  expect(parseEvent(name, null)).toEqual({ kind: 'other', name })
})
