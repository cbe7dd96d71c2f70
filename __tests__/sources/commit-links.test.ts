import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readInputs } from '../../src/config/inputs.js'
import { commitFiles } from '../../src/github/pull/links.js'
import { blobId } from '../../src/sources/files/blob-id.js'
import { mapBetween } from '../../src/sources/files/paths.js'
import { prepare } from '../../src/sources/prepare.js'
import { pullRequestSources } from '../../src/sources/pull.js'
import { realIn, type Sources } from '../../src/sources/sources.js'

/** Where only the commit is read, its links are what they are on a disk that has it checked out. */

let top: string

beforeEach(() => {
  top = realpathSync(mkdtempSync(join(tmpdir(), 'commit-links-')))
  writeFileSync(join(top, 'z.txt'), 'outside')
})

afterEach(() => {
  rmSync(top, { recursive: true, force: true })
})

/** `path` of a file, which holds that, or `path -> target` of a link. */
type Entry = string

const idOf = (text: string) => blobId(Buffer.from(text), '0'.repeat(40))
const split = (entry: Entry) => entry.split(' -> ') as [path: string, target?: string]

/** A folder with files and links, in which the check looks for some. */
async function checkout(entries: readonly Entry[], { name, files, cwd = '.' }: Look & { name: string }) {
  const root = join(top, name)
  rmSync(root, { recursive: true, force: true })
  mkdirSync(join(root, cwd), { recursive: true })
  for (const [path, target] of entries.map(split)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    if (target === undefined) writeFileSync(join(root, path), path)
    else symlinkSync(target, join(root, path))
  }
  const around = { start: join(root, cwd), workspaceOf: () => root, stdin: null, standing: 'own' } as const
  return { root, prepared: await prepare(readInputs({ files }, ''), around) }
}

/** What the check looks for, and from which folder. */
interface Look {
  readonly files: string
  readonly cwd?: string
}

/** What is read of a commit in a workspace with another one. */
async function committed(entries: readonly Entry[], base: readonly Entry[], look: Look): Promise<Sources> {
  const { root, prepared } = await checkout(base, { ...look, name: 'base' })
  const blobs = new Map(entries.map(split).map(([path, target = path]) => [idOf(target), Buffer.from(target)]))
  const fetch = async (id: string) => blobs.get(id) ?? { unreadable: 'no such blob' }
  const tree = entries
    .map(split)
    .map(([path, target]) => ({ path, mode: target === undefined ? '100644' : '120000', sha: idOf(target ?? path) }))
  const { sources } = await pullRequestSources({
    ...{ prepared, root, map: mapBetween(prepared.paths.cwd, root), changed: [], isForeign: false, fetch },
    commit: await commitFiles(tree, fetch),
    limits: { files: 200, bytes: 1000 },
  })
  return sources
}

/** Every name of a folder on the disk, those behind links too, up to some depth. */
function namesIn(root: string, folder: string, depth = 6): readonly string[] {
  const at = join(root, folder)
  if (depth === 0 || !(statSync(at, { throwIfNoEntry: false })?.isDirectory() ?? false)) return []
  return readdirSync(at).flatMap((name) => {
    const path = folder === '' ? name : `${folder}/${name}`
    return [path, ...(isWithin(root, path) ? namesIn(root, path, depth - 1) : [])]
  })
}

function isWithin(root: string, path: string): boolean {
  try {
    return `${realpathSync(join(root, path))}/`.startsWith(`${root}/`)
  } catch {
    return false
  }
}

/** All that a tree says of some names. */
function said(tree: Sources, names: readonly string[]) {
  return names.map((name) => {
    const status = tree.status(name)
    const source = tree.read(name)
    const text =
      source === null ? null : { path: source.path, text: String(source.bytes()), linked: source.linked === true }
    const real = status === 'file' || status === 'folder' ? realIn(tree, name) : null
    return { name, status, text, real, list: tree.list(name) }
  })
}

const judged = ({ files }: Sources) => files.map((source) => `${source.path}: ${String(source.bytes())}`).sort()

const CASES: [name: string, entries: readonly Entry[], found: readonly string[], files?: string][] = [
  ['a file', ['v/a.txt', 'x.json -> v/a.txt'], ['v/a.txt']],
  ['a folder', ['node_modules/q/k.json', 'e -> node_modules/q'], ['node_modules/q/k.json']],
  [
    'a link in a folder behind a link',
    ['node_modules/q/k.txt', 'node_modules/q/k.json -> k.txt', 'e -> node_modules/q'],
    ['node_modules/q/k.txt'],
  ],
  [
    'a folder behind a link in one behind a link',
    ['node_modules/r/s/k.json', 'node_modules/q/t -> ../r/s', 'e -> node_modules/q'],
    ['node_modules/r/s/k.json'],
  ],
  [
    'a link behind three links to folders',
    [
      'node_modules/r/k.txt',
      'node_modules/r/k.json -> k.txt',
      'node_modules/q/t -> ../r',
      'e -> f',
      'f -> node_modules/q',
    ],
    ['node_modules/r/k.txt'],
  ],
  [
    'configuration in a folder behind a link',
    ['node_modules/q/main.txt', 'node_modules/q/main.tf -> main.txt', 'e -> node_modules/q'],
    ['e/main.tf'],
  ],
  [
    'configuration in a folder that is found by itself',
    ['q/main.txt', 'q/main.tf -> main.txt', 'e -> q', 'f -> q'],
    ['q/main.tf'],
  ],
  [
    'configuration in a folder behind two links',
    ['node_modules/q/main.txt', 'node_modules/q/main.tf -> main.txt', 'e -> node_modules/q', 'f -> node_modules/q'],
    ['e/main.tf'],
  ],
  [
    'a name that the pattern means',
    ['q/k.txt', 'q/k.json -> k.txt', 'q/o.json', 'd/e -> ../q'],
    ['q/k.txt'],
    'd/e/k.*',
  ],
  ['a folder that is named', ['q/k.txt', 'q/k.json -> k.txt', 'e -> q', 'o.json'], ['q/k.txt'], 'e'],
  ['a folder above the link', ['a.json', 'd/up -> ..', 'd/b.json'], ['a.json', 'd/b.json']],
  ['the folder of the link', ['d/a.json', 'd/again -> .'], ['d/a.json']],
  [
    'a circle of folders',
    [
      'node_modules/a/x.json',
      'node_modules/a/b -> ../b',
      'node_modules/b/y.json',
      'node_modules/b/a -> ../a',
      'e -> node_modules/a',
    ],
    ['node_modules/a/x.json', 'node_modules/b/y.json'],
  ],
  ['a circle', ['a -> b', 'b -> a', 'c.json -> c.json', 'd.json'], ['d.json']],
  [
    'a way up from what a link leads to',
    ['o/r/s.json', 'o/r/sub/t.json', 'q -> o/r/sub', 'x.json -> q/../s.json'],
    ['o/r/s.json', 'o/r/sub/t.json'],
  ],
  [
    'a way up that stays in it',
    ['o/r/sub/t.json', 'z.txt', 'q -> o/r/sub', 'x.json -> q/../../../z.txt'],
    ['o/r/sub/t.json', 'z.txt'],
  ],
  [
    'a way up that only looks as if it stayed in it',
    ['o/t.json', 'z.txt', 'a/b/q -> ../..', 'a/b/x.json -> q/../z.txt'],
    ['o/t.json'],
  ],
  [
    'a way up from a file',
    ['a.txt', 'z.txt', 'x.json -> a.txt/../z.txt', 'y.json -> gone/../z.txt', 'w.json -> a.txt/.'],
    [],
  ],
  [
    'nothing',
    ['node_modules/q/o.json', 'node_modules/q/k.json -> gone', 'e -> node_modules/q'],
    ['node_modules/q/o.json'],
  ],
  [
    'what leads out',
    ['node_modules/q/o.json', 'node_modules/q/k.json -> /etc/hostname', 'e -> node_modules/q', 'f -> ../..'],
    ['node_modules/q/o.json'],
  ],
  ['a file below a file', ['a.txt', 'e -> a.txt', 'f -> e/k.json'], []],
]

const plain = (entries: readonly Entry[]) => entries.filter((entry) => split(entry)[1] === undefined)

describe('a link of a commit leads where it does on a disk', () => {
  test.each(CASES)('%s', async (_name, entries, found, files = '') => {
    const { root, prepared } = await checkout(entries, { name: 'head', files })
    expect(prepared.sources.files.map(({ path }) => path).sort()).toEqual(found)
    expect(judged(await committed(entries, [], { files }))).toEqual(judged(prepared.sources))
    const tree = await committed(entries, plain(entries), { files })
    const names = ['', ...namesIn(root, '')]
    expect(said(tree, names)).toEqual(said(prepared.sources, names))
  })

  test.each(CASES)('seen from a folder beside it: %s', async (_name, files) => {
    const entries = [...files, 'here/x.txt']
    const look = { files: '../**/*.json', cwd: 'here' }
    const { root, prepared } = await checkout(entries, { ...look, name: 'head' })
    expect(judged(await committed(entries, [], look))).toEqual(judged(prepared.sources))
    const tree = await committed(entries, plain(entries), look)
    const names = ['..', ...namesIn(root, '').map((name) => `../${name}`)]
    expect(said(tree, names)).toEqual(said(prepared.sources, names))
  })
})

test.each<[name: string, head: readonly Entry[], base: readonly Entry[]]>([
  ['to another folder', ['e -> node_modules/b'], ['e -> node_modules/a']],
  ['in another folder', ['node_modules/a/x.json -> ../b/x.json', 'e -> node_modules/a'], ['e -> node_modules/b']],
  ['that is one no more', ['e/y.json'], ['e -> node_modules/a']],
  ['where there was none', ['e -> node_modules/b'], ['e/x.json']],
  ['that is gone', [], ['e -> node_modules/a']],
])('a link of the commit counts, and none of the checkout: %s', async (_name, head, base) => {
  const both = ['node_modules/b/x.json', 'node_modules/a/y.json', 'o.json']
  const { prepared } = await checkout([...both, ...head], { name: 'head', files: '' })
  const tree = await committed([...both, ...head], [...both, ...base], { files: '' })
  expect(judged(tree)).toEqual(judged(prepared.sources))
})

test('a link that nobody follows is told by the name that patterns mean', async () => {
  const entries = ['node_modules/q/k.json -> /etc/hostname', 'node_modules/q/o.json', 'e -> node_modules/q', 'f -> e']
  const { unopened } = await committed(entries, [], { files: '' })
  const reason = 'e/k.json is a symbolic link that leads out of the repository'
  expect(unopened).toEqual([{ path: 'e/k.json', reason }])
})

test('a file behind any number of links is fetched once', async () => {
  const links = Array.from({ length: 90 }, (_, at) => [`l${at} -> d`, `m${at}.tf -> d/a.txt`])
    .flat()
    .slice(0, 100)
  const files = Array.from({ length: 150 }, (_, at) => `d/${at}.json`)
  const { files: judgedFiles } = await committed([...files, 'd/a.txt', ...links], [], { files: '' })
  expect(judgedFiles).toHaveLength(150 + 50)
})
