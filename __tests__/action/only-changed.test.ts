import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Material, PullPlace } from '../../src/action/material.js'
import { onlyChanged } from '../../src/action/only-changed.js'
import { openDisk } from '../../src/sources/disk.js'
import { CommitTree } from '../../src/sources/files/commit-tree.js'
import { pathMap } from '../../src/sources/files/paths.js'
import { committed } from '../../src/sources/pull.js'
import { reachedFrom } from '../../src/sources/reached.js'
import { sourcesOf, type Tree } from '../../src/sources/sources.js'

let root: string

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'only-changed-')))
})

afterEach(() => {
  rmSync(root, { recursive: true, force: true })
})

/** A checkout of files and links, whose targets begin with `->`. */
function checkout(files: readonly string[]): Tree {
  for (const file of files) {
    const [path = '', target] = file.split(' -> ')
    mkdirSync(dirname(join(root, path)), { recursive: true })
    if (target === undefined) writeFileSync(join(root, path), '{}')
    else symlinkSync(target, join(root, path))
  }
  return openDisk({ cwd: root, workspace: root })
}

const MODIFIED = { status: 'modified', previousPath: null, sha: null, changes: 1, patch: '' }

/** Which of some files a pull request is about that changes a path. */
async function about(tree: Tree, changed: string, judged: readonly string[]) {
  const files = judged.flatMap((path) => tree.read(path) ?? [])
  expect(files).toHaveLength(judged.length)
  const pull = {
    session: { files: [{ path: changed, ...MODIFIED }], pull: {}, head: new Map(), problems: [] },
  } as unknown as PullPlace
  const material = { sources: sourcesOf(tree, files), pull, client: null } as unknown as Material
  const { paths } = await onlyChanged({ kind: 'other', name: '' }, material, pathMap(''))
  return judged.filter((path) => paths?.has(path))
}

const LINK = { target: '../old/p.json' }

describe('what a changed link leads to counts as changed', () => {
  test.each<[string, readonly string[], string, readonly string[], readonly string[]]>([
    ['a file', ['old/p.json', 'live -> old/p.json'], 'live', ['old/p.json'], ['old/p.json']],
    ['nothing beside it', ['a.json', 'b.json', 'live -> a.json'], 'live', ['a.json', 'b.json'], ['a.json']],
    ['what lies below a folder', ['old/d/p.json', 'live -> old'], 'live', ['old/d/p.json'], ['old/d/p.json']],
    ['the same by the link', ['old/p.json', 'live -> old'], 'live', ['live/p.json'], ['live/p.json']],
    ['through one more link', ['old/p.json', 'b -> old', 'live -> b'], 'live', ['old/p.json'], ['old/p.json']],
    ['a link in the folder', ['x.json', 'old/p.json -> ../x.json', 'live -> old'], 'live', ['x.json'], ['x.json']],
    ['by a link that stays', ['old/p.json', 'live -> old', 'b -> live'], 'live', ['b/p.json'], ['b/p.json']],
    ['a file by a link that stays', ['old/p.json', 'b -> old'], 'old/p.json', ['b/p.json'], ['b/p.json']],
    ['a folder with itself', ['old/p.json', 'old/self -> .', 'live -> old'], 'live', ['old/p.json'], ['old/p.json']],
    ['nothing outside', ['p.json', 'live -> /etc'], 'live', ['p.json'], []],
  ])('%s', async (_name, files, changed, judged, counts) => {
    expect(await about(checkout(files), changed, judged)).toEqual(counts)
  })

  test('in a commit that is not checked out', async () => {
    const ids = new Map(['old/p.json', 'old/q.json'].map((path) => [path, 'id']))
    const commit = { ids, linked: new Map(), lost: [], tree: new CommitTree(ids, new Map([['live/p.json', LINK]])) }
    const fetched = (path: string) => [path, { kind: 'fetched', bytes: () => new Uint8Array() }] as const
    const head = new Map([...ids.keys()].map(fetched))
    const tree = committed(commit, { checkout: checkout([]), head, map: pathMap('') })
    expect(await about(tree, 'live', ['old/p.json', 'old/q.json'])).toEqual(['old/p.json'])
    expect(await about(tree, 'live/p.json', ['old/p.json', 'old/q.json'])).toEqual(['old/p.json'])
  })
})

test('more than anybody would look through counts as everything', () => {
  const tree = checkout(['old/a.json', 'old/b.json', 'live -> old'])
  expect(reachedFrom(['live'], tree, 6)).toHaveLength(6)
  expect(reachedFrom(['live'], tree, 5)).toBeNull()
})
