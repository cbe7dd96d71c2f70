import { describe, expect, test } from 'vitest'
import { parseEvent } from '../../src/github/pull/event.js'
import { UserError } from '../../src/model/errors.js'

const SHA = 'a'.repeat(40)
const BASE = 'b'.repeat(40)

function payload(head: unknown, more: object = {}) {
  const base = { sha: BASE, repo: { full_name: 'acme/policies' } }
  return { pull_request: { number: 7, head: { sha: SHA, repo: head }, base, ...more } }
}

function withRepos(head: object, base: object) {
  const name = { full_name: 'acme/policies' }
  const given = payload({ ...name, ...head })
  return { pull_request: { ...given.pull_request, base: { sha: BASE, repo: { ...name, ...base } } } }
}

describe('what contradicts itself is a pull request of which nothing is known', () => {
  const own = payload({ full_name: 'acme/policies' })
  test.each<[string, string, object, string]>([
    ['another event that comes with one', 'push', own, 'the event "push"'],
    ['an event without a name', '', own, 'the event ""'],
    ['a review of one', 'pull_request_review', own, 'the event "pull_request_review"'],
    ['two numbers', 'pull_request', { ...own, number: 8 }, 'two pull requests'],
    ['head and base in one', 'pull_request', payload(null, { base: { sha: SHA } }), 'one commit'],
  ])('%s', (_name, event, given, why) => {
    expect(parseEvent(event, given, { repository: 'acme/policies' })).toEqual({
      kind: 'unknown-pull',
      name: event,
      why: expect.stringContaining(why),
    })
  })

  const one = { pull_requests: [{ number: 7 }] }
  const none = { pull_requests: [] }
  const group = { merge_group: { head_sha: SHA, base_sha: BASE } }
  test.each<[string, object]>([
    ['issue_comment', { issue: { number: 7, pull_request: { url: 'x' } } }],
    ['issues', { issue: { number: 7, pull_request: {} } }],
    ['check_suite', { check_suite: one }],
    ['check_run', { check_run: one }],
    ['check_run', { check_run: { ...none, check_suite: one } }],
    ['deployment', { workflow_run: one }],
    ['repository_dispatch', { client_payload: { pull_request: { number: 7 } } }],
    ['merge_group', { ...group, pull_request: {} }],
  ])('%s that comes with a pull request: %j', (name, given) => {
    const why = `the event "${name}" comes with a pull request`
    expect(parseEvent(name, given)).toEqual({ kind: 'unknown-pull', name, why })
  })

  const OTHERS = ['push', 'schedule', 'workflow_dispatch', 'deployment', 'issue_comment', 'merge_group', '']
  describe.each(OTHERS)('%j in the environment of a pull request', (name) => {
    test.each([
      { ref: 'refs/pull/7/merge' },
      { headRef: 'change' },
      { ref: 'refs/heads/main', headRef: '', baseRef: 'main' },
    ])('%j', (place) => {
      const why = `the environment of the event "${name}" is that of a pull request`
      expect(parseEvent(name, group, place)).toEqual({ kind: 'unknown-pull', name, why })
    })
  })

  test.each<[string, object]>([
    ['push', { ref: 'refs/heads/main' }],
    ['push', { ref: 'refs/tags/refs/pull/7' }],
    ['issue_comment', { issue: { number: 7 } }],
    ['check_suite', { check_suite: none }],
    ['check_run', { check_run: { ...none, check_suite: none } }],
    ['deployment', { deployment: { ref: 'main' }, workflow_run: none }],
    ['repository_dispatch', { client_payload: {} }],
    ['workflow_dispatch', { ref: 'refs/heads/change', inputs: { pull_request: '7' } }],
    ['schedule', { schedule: '0 0 * * *' }],
  ])('%s without one stands by itself: %j', (name, given) => {
    const place = { ref: 'refs/heads/main', headRef: '', baseRef: '', repository: 'acme/policies' }
    expect(parseEvent(name, given, place)).toEqual({ kind: 'other', name })
    expect(
      parseEvent('merge_group', { ...group, ...given }, { ...place, ref: 'refs/heads/gh-readonly-queue/x' }),
    ).toEqual({
      kind: 'merge-group',
      headSha: SHA,
      baseSha: BASE,
    })
  })

  test('one of another repository', () => {
    expect(parseEvent('pull_request', own, { repository: 'Acme/Policies' }).kind).toBe('pull-request')
    expect(parseEvent('pull_request', own, { repository: 'other/policies' }).kind).toBe('unknown-pull')
    expect(() => parseEvent('pull_request_target', own, { repository: 'other/policies' })).toThrow(UserError)
  })

  test('where a stranger is judged with rights of the base, nothing is', () => {
    const one = payload(null, { base: { sha: SHA } })
    expect(() => parseEvent('pull_request_target', one)).toThrow(UserError)
    expect(() => parseEvent('pull_request_target', { ...own, number: 8 })).toThrow(UserError)
  })
})

describe('pull requests', () => {
  test.each([
    ['of the same repository', payload({ full_name: 'acme/policies' }), null],
    ['of a fork', payload({ full_name: 'stranger/policies' }), 'fork'],
    ['of a fork that was deleted', payload(null), 'fork'],
    ['of a fork of the same name', withRepos({ id: 1 }, { id: 2 }), 'fork'],
    ['of what is marked as a fork', withRepos({ fork: true }, { fork: false }), 'fork'],
    ['of a repository that is a fork itself', withRepos({ fork: true }, { fork: true }), null],
    ['by Dependabot', payload({ full_name: 'acme/policies' }, { user: { login: 'dependabot[bot]' } }), 'dependabot'],
  ])('%s', (_name, given, readOnly) => {
    expect(parseEvent('pull_request', given)).toMatchObject({
      kind: 'pull-request',
      trusted: false,
      pull: { number: 7, headSha: SHA, baseSha: BASE, readOnly, locked: false },
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
