import { expect, test } from 'vitest'
import { treeChanges } from '../../src/github/pull/trees.js'

const file = (path: string, sha: string, mode = '100644') => ({ path, sha, mode })
const BASE = [file('same', '1'), file('changed', '2'), file('gone', '3'), file('folder', '4', '040000')]
const HEAD = [
  file('same', '1'),
  file('changed', '5'),
  file('new', '6', '100755'),
  file('folder', '7', '040000'),
  file('link', '8', '120000'),
  file('module', '9', '160000'),
]

function client(cut: string | null = null) {
  return {
    tree: async (commit: string) => ({ entries: commit === 'base' ? BASE : HEAD, truncated: commit === cut }),
  }
}

test('files that two commits have in different ways, or one of them only; links and submodules are no files', async () => {
  expect(await treeChanges('base', 'head', client())).toEqual([
    { path: 'changed', sha: '5', status: 'modified' },
    { path: 'new', sha: '6', status: 'added' },
    { path: 'gone', sha: '3', status: 'removed' },
  ])
})

test.each(['base', 'head'])('of a cut tree of the %s nothing is known', async (cut) => {
  expect(await treeChanges('base', 'head', client(cut))).toEqual({ unknown: expect.stringContaining('more files') })
})

test('nor of one that GitHub does not give', async () => {
  const failing = { tree: () => Promise.reject(new Error('socket hang up')) }
  expect(await treeChanges('base', 'head', failing)).toEqual({ unknown: expect.stringContaining('socket hang up') })
})
