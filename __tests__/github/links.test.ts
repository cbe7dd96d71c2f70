import { describe, expect, test } from 'vitest'
import { commitFiles } from '../../src/github/pull/links.js'

const FILES = ['shared/a.json', 'shared/sub/b.json', 'main.tf']

/** The names of a commit with some files and links, besides those of its files; a link's id is what it holds. */
async function named(links: Readonly<Record<string, string>>) {
  const { ids, linked, lost } = await followed(links)
  for (const path of FILES) expect(ids.get(path)).toBe(`id of ${path}`)
  expect(ids.size).toBe(FILES.length + linked.size)
  return {
    names: Object.fromEntries(
      [...linked].map(([name, file]) => [name, ids.get(name) === `id of ${file}` ? file : null]),
    ),
    lost: lost.map(({ path }) => path),
  }
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
    const { ids, linked, lost } = await commitFiles([...files, ...links], async (sha) => target(sha))
    expect(linked.size).toBe(14_001)
    expect(ids.get('e.json')).toBe('1')
    expect(lost).toEqual([{ path: 'c', reason: expect.stringContaining('more than 20000 files') }])
  })

  test('of very many, the others are told', async () => {
    const links = Object.fromEntries(Array.from({ length: 103 }, (_, i) => [`l${i}.json`, 'shared/a.json']))
    const { names, lost } = await named(links)
    expect(Object.keys(names)).toHaveLength(100)
    expect(lost).toEqual(['l100.json', 'l101.json', 'l102.json'])
  })
})

test.each([
  ['a folder', { live: 'shared' }, { live: 'shared' }, []],
  ['a folder behind a link', { live: 'q/sub', q: 'shared' }, { live: 'shared/sub', q: 'shared' }, []],
  ['all of the repository', { 'shared/top': '..' }, {}, []],
  ['the folder that it lies in', { 'shared/again': '.' }, {}, []],
  ['a file', { 'p.json': 'shared/a.json' }, {}, []],
  ['a submodule', { p: 'module' }, {}, []],
  ['nothing', { 'p.json': 'gone.json', q: 'shared/gone' }, {}, ['p.json', 'q']],
  ['nothing behind a link', { p: 'q/gone', q: 'shared' }, { q: 'shared' }, ['p']],
  ['what is not known', { p: 'q/x', q: '/etc' }, {}, []],
])('of a link of a commit it is known whether it leads to a folder, or nowhere: %s', async (_, links, led, lost) => {
  const { folders, nowhere } = await followed(links)
  expect(Object.fromEntries(folders)).toEqual(led)
  expect([...nowhere]).toEqual(lost)
})
