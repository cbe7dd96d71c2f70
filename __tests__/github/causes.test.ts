import { expect, test } from 'vitest'
import { sharedCauses } from '../../src/github/comments/causes.js'
import type { Thread } from '../../src/github/comments/placement.js'
import { blocking, edit, fix } from '../support/findings.js'

const FIX = fix([edit('a.json', 1, 1, 'x')])

function thread(path: string, ...causes: readonly (string | null)[]): Thread {
  const findings = causes.map((cause) => blocking({ path }, { cause, fix: FIX }))
  return { path, startLine: 1, endLine: 1, findings, suggestion: null, reason: null }
}

test('the first comment of a cause explains it, with the other places; the others name the first', () => {
  const [a, b, c] = [thread('a.json', 'x'), thread('b.json', 'x'), thread('c.json', 'x')]
  const later = { kind: 'later', first: a, fix: FIX, fixUnavailable: null }
  expect([...sharedCauses([a, b, c])]).toEqual([
    [a, { kind: 'first', others: [b, c] }],
    [b, later],
    [c, later],
  ])
})

test.each<[string, readonly Thread[]]>([
  ['another cause', [thread('a.json', 'x'), thread('b.json', 'y')]],
  ['no cause', [thread('a.json', null), thread('b.json', null)]],
  ['one more cause', [thread('a.json', 'x'), thread('b.json', 'x', 'y')]],
  ['a finding without one', [thread('a.json', 'x'), thread('b.json', 'x', null)]],
])('comments with %s stand by themselves', (_name, threads) => {
  expect(sharedCauses(threads).size).toBe(0)
})

test('several causes are shared whatever their order and number', () => {
  const threads = [thread('a.json', 'x', 'y'), thread('b.json', 'y', 'x', 'x')]
  expect(sharedCauses(threads).size).toBe(2)
})
