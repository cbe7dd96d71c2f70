import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readInputs } from '../../src/config/inputs.js'
import { blobId } from '../../src/sources/files/blob-id.js'
import { CommitTree } from '../../src/sources/files/commit-tree.js'
import { pathMap } from '../../src/sources/files/paths.js'
import { prepare } from '../../src/sources/prepare.js'
import { type CommittedFiles, pullRequestSources } from '../../src/sources/pull.js'

let root: string

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'pull-')))
})

afterEach(() => {
  rmSync(root, { recursive: true, force: true })
})

/** What is judged where only the commit counts: its files, and what the checkout of the base holds. */
async function judged(
  commit: Readonly<Record<string, string>>,
  { files, base = {}, lost = [] }: { files: string; base?: Record<string, string>; lost?: CommittedFiles['lost'] },
) {
  for (const [path, text] of Object.entries(base)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const prepared = await prepare(readInputs({ files }, ''), {
    start: root,
    workspaceOf: () => root,
    stdin: null,
    standing: 'stranger',
  })
  const blobs = new Map(Object.values(commit).map((text) => [idOf(text), Buffer.from(text)]))
  const ids = new Map(Object.entries(commit).map(([path, text]) => [path, idOf(text)]))
  return pullRequestSources({
    prepared,
    root,
    map: pathMap(''),
    changed: Object.entries(commit).map(([path, text]) => ({ path, sha: idOf(text), status: 'modified' })),
    commit: { ids, linked: new Map(), lost, tree: new CommitTree(ids, new Map()) },
    isForeign: false,
    fetch: async (sha) => blobs.get(sha) ?? { unreadable: 'no such blob' },
    limits: { files: 10, bytes: 1000 },
  })
}

function idOf(text: string): string {
  return blobId(Buffer.from(text), '0'.repeat(40))
}

describe('what a judged file refers to is read as the commit has it, whatever files names', () => {
  test.each(['child.yaml', 'child.yml', 'child.json', 'p.tftpl', 'main.tf'])('%s', async (path) => {
    const { sources } = await judged(
      { 'top.yaml': 'top', [path]: 'new' },
      { files: 'top.yaml', base: { 'top.yaml': 'top', [path]: 'old' } },
    )
    expect(sources.files.map((one) => one.path)).toEqual(['top.yaml'])
    expect(String(sources.read(path)?.bytes())).toBe('new')
  })
})

describe('a link of which nobody knows what it leads to is told where the patterns may mean what is behind it', () => {
  const lost = ['x.json', 'folder', 'docs/other'].map((path) => ({ path, reason: 'is lost', names: [] }))

  test.each([
    ['', ['x.json', 'folder', 'docs/other']],
    ['*.json', ['x.json']],
    ['folder/**/*.json', ['folder']],
    ['docs/other/deep/p.json\n*.json', ['x.json', 'docs/other']],
    ['**/*.yml\n!folder', ['x.json', 'docs/other']],
  ])('%j', async (files, told) => {
    const { sources } = await judged({ 'docs/other/deep/p.json': '{}' }, { files, lost })
    expect(sources.unopened.map(({ path }) => path)).toEqual(told)
  })
})

test.each(['../outside.json', 'nowhere.json', 'p.json', '.git/config'])(
  'a link that a pull request makes is no text of its own, and named it is a mistake: %s',
  async (to) => {
    symlinkSync(to, join(root, 'p.json'))
    const prepared = await prepare(readInputs({ files: 'p.json' }, ''), {
      start: root,
      workspaceOf: () => root,
      stdin: null,
      standing: 'pull',
    })
    const { sources } = await pullRequestSources({
      prepared,
      root,
      map: pathMap(''),
      changed: [{ path: 'p.json', sha: idOf(to), status: 'added' }],
      commit: null,
      isForeign: false,
      fetch: async () => Buffer.from(to),
      limits: { files: 10, bytes: 1000 },
    })
    expect(sources.files).toEqual([])
    expect(prepared.found.mistakes).toHaveLength(1)
  },
)
