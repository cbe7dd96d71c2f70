import { describe, expect, test } from 'vitest'
import { commitFiles } from '../../src/github/pull/links.js'

const FILES = ['shared/a.json', 'shared/sub/b.json', 'main.tf']

const OUT = 'is a symbolic link that leads out of the repository'

/** The names that links give to the files of a commit, by those of the files; a link's id is what it holds. */
async function named(links: Readonly<Record<string, string>>) {
  const { ids, linked, lost } = await followed(links)
  expect(Object.fromEntries(ids)).toEqual(Object.fromEntries(FILES.map((path) => [path, `id of ${path}`])))
  return { names: Object.fromEntries(linked), lost: lost.map(({ path }) => path) }
}

function followed(links: Readonly<Record<string, string>>) {
  const entries = [
    ...FILES.map((path) => ({ path, mode: '100644', sha: `id of ${path}` })),
    ...Object.entries(links).map(([path, target]) => ({ path, mode: '120000', sha: target })),
    { path: 'module', mode: '160000', sha: 'commit' },
  ]
  const fetch = async (sha: string) => (sha === 'broken' ? { unreadable: 'no answer' } : new TextEncoder().encode(sha))
  return commitFiles(entries, fetch)
}

describe('a link of a commit counts as what it leads to there', () => {
  test.each<[string, Readonly<Record<string, string>>, Readonly<Record<string, string>>, readonly string[]]>([
    ['a file', { 'prod/p.json': '../shared/a.json' }, { 'prod/p.json': 'shared/a.json' }, []],
    [
      'a folder',
      { 'prod/all': '../shared' },
      { 'prod/all/a.json': 'shared/a.json', 'prod/all/sub/b.json': 'shared/sub/b.json' },
      [],
    ],
    [
      'a link behind a link',
      { p: 'q', q: 'shared/sub' },
      { 'p/b.json': 'shared/sub/b.json', 'q/b.json': 'shared/sub/b.json' },
      [],
    ],
    [
      'a file behind a folder that is a link',
      { 'x.json': 'q/b.json', q: 'shared/sub' },
      { 'x.json': 'shared/sub/b.json', 'q/b.json': 'shared/sub/b.json' },
      [],
    ],
    [
      'a link in a folder behind a link',
      { 'shared/c.json': 'sub/b.json', 'p/q': '../shared' },
      {
        ...{ 'shared/c.json': 'shared/sub/b.json', 'p/q/c.json': 'shared/sub/b.json' },
        ...{ 'p/q/a.json': 'shared/a.json', 'p/q/sub/b.json': 'shared/sub/b.json' },
      },
      [],
    ],
    [
      'a folder behind a link in one behind a link',
      { 'shared/sub/x': '../../deep', 'deep/y': '../shared/a.json', p: 'shared/sub' },
      {
        ...{ 'deep/y': 'shared/a.json', 'shared/sub/x/y': 'shared/a.json' },
        ...{ 'p/b.json': 'shared/sub/b.json', 'p/x/y': 'shared/a.json' },
      },
      [],
    ],
    [
      'folders that lead to each other',
      { 'shared/sub/t': '../../top', 'top/s': '../shared/sub' },
      { 'top/s/b.json': 'shared/sub/b.json' },
      [],
    ],
    [
      'a way up from where it leads',
      { q: 'shared/sub', 'p.json': 'q/../a.json' },
      { 'p.json': 'shared/a.json', 'q/b.json': 'shared/sub/b.json' },
      [],
    ],
    ['a way up that leads out', { 'x/q': '..', 'p.json': 'x/q/../main.tf' }, {}, ['p.json']],
    ['a way up from a file', { 'p.json': 'main.tf/../shared/a.json', 'q.json': 'gone/../main.tf' }, {}, []],
    ['nothing', { 'p.json': 'gone.json' }, {}, []],
    ['the folder that it lies in', { 'shared/again': '.', top: '..' }, {}, ['top']],
    ['outside', { 'p.json': '/etc/passwd', 'q.json': '../../x.json' }, {}, ['p.json', 'q.json']],
    ['a circle', { a: 'b', b: 'a' }, {}, ['a', 'b']],
    ['what cannot be read', { 'p.json': 'broken' }, {}, ['p.json']],
  ])('%s', async (_, links, names, lost) => {
    expect(await named(links)).toEqual({ names, lost })
  })

  test('to more files than anybody has, those that are not followed are told', async () => {
    const files = Array.from({ length: 7000 }, (_, i) => ({ path: `d/${i}.json`, mode: '100644', sha: `${i}` }))
    const links = ['a', 'b', 'c', 'e.json'].map((path) => ({ path, mode: '120000', sha: path }))
    const target = (sha: string) => new TextEncoder().encode(sha === 'e.json' ? 'd/1.json' : 'd')
    const { linked, lost } = await commitFiles([...files, ...links], async (sha) => target(sha))
    expect(linked.size).toBe(14_001)
    expect(linked.get('e.json')).toBe('d/1.json')
    expect(lost).toEqual([{ path: 'c', reason: expect.stringContaining('more than 20000 files'), names: [] }])
  })

  test('of very many, the others are told', async () => {
    const links = Object.fromEntries(Array.from({ length: 103 }, (_, i) => [`l${i}.json`, 'shared/a.json']))
    const { names, lost } = await named(links)
    expect(Object.keys(names)).toHaveLength(100)
    expect(lost).toEqual(['l100.json', 'l101.json', 'l102.json'])
  })
})

test('folders of links to folders of links are looked through no further than anybody could', async () => {
  const link = (path: string, target: string) => ({ path, mode: '120000', sha: target })
  const twice = (at: number) => ['a', 'b'].map((name) => link(`d${at}/${name}`, `../d${at + 1}`))
  const folders = Array.from({ length: 40 }, (_, at) => twice(at)).flat()
  const entries = [...folders, { path: 'd40/p.json', mode: '100644', sha: 'id' }]
  const started = performance.now()
  const { linked, lost } = await commitFiles(entries, async (sha) => new TextEncoder().encode(sha))
  expect(performance.now() - started).toBeLessThan(10_000)
  expect(linked.size).toBeLessThanOrEqual(20_000)
  expect(lost.map(({ path }) => path)).toContain('d0/a')
})

test.each([
  ['a folder', { live: 'shared' }, 'live/sub', { kind: 'folder', path: 'shared/sub' }],
  ['a folder behind a link', { live: 'q/sub', q: 'shared' }, 'live', { kind: 'folder', path: 'shared/sub' }],
  ['all of the repository', { 'shared/top': '..' }, 'shared/top/main.tf', { kind: 'file', path: 'main.tf' }],
  ['the folder that it lies in', { 'shared/again': '.' }, 'shared/again/again', { kind: 'folder', path: 'shared' }],
  ['a file', { 'p.json': 'shared/a.json' }, 'p.json', { kind: 'file', path: 'shared/a.json' }],
  ['a submodule', { p: 'module' }, 'p', { kind: 'nothing' }],
  ['nothing', { q: 'shared/gone' }, 'q', { kind: 'nothing' }],
  ['nothing behind a link', { p: 'q/gone', q: 'shared' }, 'p', { kind: 'nothing' }],
  ['itself', { p: 'p' }, 'p/x', { kind: 'circle' }],
  ['what is not known', { p: 'q/x', q: '/etc' }, 'p', { kind: 'lost', reason: OUT }],
  ['out of the repository', { p: '../x' }, 'p', { kind: 'lost', reason: OUT }],
])('a path through a link of a commit leads to %s', async (_, links, path, way) => {
  const { tree } = await followed(links)
  expect(tree.way(path)).toMatchObject(way)
})
