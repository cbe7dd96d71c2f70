import { describe, expect, test } from 'vitest'
import { blobId } from '../../src/sources/files/blob-id.js'
import { CommitTree } from '../../src/sources/files/commit-tree.js'
import { pathMap } from '../../src/sources/files/paths.js'
import { type ChangedFile, type HeadFiles, readHead } from '../../src/sources/head.js'
import { literalTree } from '../../src/sources/literals.js'
import { committed, overlay } from '../../src/sources/pull.js'
import type { Tree } from '../../src/sources/sources.js'

const gitId = (text: string) => blobId(Buffer.from(text), 'x'.repeat(40))

function file(path: string, head: string | null, status = 'modified'): ChangedFile {
  return { path, status, sha: head === null ? null : gitId(head) }
}

/** Reads the head; `blobs` can be fetched, everything else cannot. */
async function head(
  files: readonly ChangedFile[],
  checkout: Readonly<Record<string, string>>,
  { blobs = [], wanted = true, most = 9 }: { blobs?: readonly string[]; wanted?: boolean; most?: number } = {},
) {
  const calls: string[] = []
  const known = new Map(blobs.map((text) => [gitId(text), Buffer.from(text)]))
  const fetch = async (sha: string) => {
    calls.push(sha)
    return known.get(sha) ?? { unreadable: 'gone' }
  }
  const limits = { files: most, bytes: 1_000 }
  const request = { files, checkout: literalTree(checkout), wanted: () => wanted, fetch, limits }
  return { head: await readHead(request), calls }
}

test("blob ids are Git's, in the hash of the repository", () => {
  expect(gitId('hello\n')).toBe('ce013625030ba8dba906f756967f9e9ca394464a')
  expect(blobId(Buffer.from('hello\n'), 'x'.repeat(64))).toBe(
    '2cf8d83d9ee29543b34a87727421fdecb7e3f3a183d337639025de576db9ebb4',
  )
})

describe('the head of a pull request', () => {
  test('a file that the checkout holds as the head has it is not fetched', async () => {
    const { head: files, calls } = await head([file('a', 'same')], { a: 'same' })
    expect(files.get('a')?.kind).toBe('disk')
    expect(calls).toEqual([])
  })

  test.each([
    ['holds otherwise', { a: 'merged' }],
    ['does not hold', {}],
    ['holds with other line ends', { a: 'head\r\n' }],
  ])('a file that the checkout %s is fetched', async (_name, checkout) => {
    const { head: files } = await head([file('a', 'head\n')], checkout as never, { blobs: ['head\n'] })
    const own = files.get('a')
    expect(own?.kind === 'fetched' ? String(own.bytes()) : null).toBe('head\n')
  })

  test.each<[string, ChangedFile, object]>([
    ['GitHub names no blob', file('a', null), {}],
    ['the blob cannot be read', file('a', 'other'), {}],
    ['nobody needs the file', file('a', 'head'), { wanted: false, blobs: ['head'] }],
    ['enough files were fetched', file('a', 'head'), { most: 0, blobs: ['head'] }],
  ])('is given up when %s', async (_name, entry, how) => {
    expect((await head([entry], {}, how)).head.get('a')?.kind).toBe('unknown')
  })

  test('a file too large to compare is fetched', async () => {
    const large = 'x'.repeat(2_000)
    expect((await head([file('a', large)], { a: large }, { blobs: [large] })).head.get('a')?.kind).toBe('fetched')
  })
})

describe('a checkout with the head over it', () => {
  const over = async (files: readonly ChangedFile[], checkout: Readonly<Record<string, string>>, blobs: string[]) =>
    overlay(literalTree(checkout, 'base'), (await head(files, checkout, { blobs })).head)

  test("the head's content stands before the checkout's, for other files the checkout's", async () => {
    const tree = await over([file('a', 'head')], { a: 'merged', b: 'base' }, ['head'])
    const text = (path: string) => new TextDecoder().decode(tree.read(path)?.bytes())
    expect([text('a'), text('./x/../b')]).toEqual(['head', 'base'])
    expect(tree.read('c')).toBeNull()
  })

  test('the head vouches for what it holds, fetched or not, and for nothing else', async () => {
    const tree = await over([file('a', 'head'), file('b', 'same')], { a: 'merged', b: 'same', c: 'x' }, ['head'])
    expect(['a', 'b', 'c'].map((path) => tree.read(path)?.by)).toEqual(['head', 'head', 'base'])
  })

  test('a removed file that the checkout still holds is taken away, another of that name stays', async () => {
    const removed = file('a', 'old', 'removed')
    const stale = await over([removed], { a: 'old' }, [])
    expect([stale.read('a'), stale.status('a'), stale.list('')]).toEqual([null, 'nothing', []])
    const made = await over([removed], { a: 'made by a step' }, [])
    expect([made.read('a')?.by, made.status('a')]).toEqual(['base', 'file'])
  })

  test('what a link of the checkout leads to is what the head has of it', () => {
    // The checkout has links l → d and p.tf → d/a.tf, and e → d, which the head removes.
    const texts = Object.fromEntries(
      ['d', 'l', 'e'].flatMap((at) => [`${at}/a.tf`, `${at}/b.tf`]).map((at) => [at, '']),
    )
    const checkout: Tree = {
      ...literalTree({ ...texts, 'p.tf': '' }),
      real: (path) => (path === 'p.tf' ? 'd/a.tf' : path.replace(/^[le]\b/, 'd')),
    }
    const gone = { kind: 'removed', stale: true } as const
    const changed = { kind: 'fetched', bytes: () => Buffer.from('new') } as const
    const names = ['p.tf', 'l/a.tf', 'l/b.tf', 'e/a.tf', 'e/b.tf']
    const said = (head: HeadFiles) => {
      const tree = overlay(checkout, new Map([...head, ['e', gone]]))
      return names.map((name) => {
        const source = tree.read(name)
        return [tree.status(name), source && `${source.path} ${String(source.bytes())} ${source.linked ?? false}`]
      })
    }
    const [none, b] = [
      ['nothing', null],
      ['file', 'l/b.tf  false'],
    ]
    expect(said(new Map([['d/a.tf', gone]]))).toEqual([none, none, b, none, none])
    const [p, a] = [
      ['file', 'p.tf new true'],
      ['file', 'l/a.tf new true'],
    ]
    expect(said(new Map([['d/a.tf', changed]]))).toEqual([p, a, b, none, none])
  })

  test('a folder holds what the head adds to it, files and folders', () => {
    const bytes = () => Buffer.from('')
    const added: HeadFiles = new Map(
      ['infra/z.tf', 'infra/m/a.tf', 'infra/m/b.tf', 'infrared.tf', 'top.tf', '../modules/x.tf'].map(
        (path) => [path, { kind: 'fetched', bytes }] as const,
      ),
    )
    const tree = overlay(literalTree({ 'infra/a.tf': '', 'infra/z.tf': '' }), added)
    expect(tree.list('infra')).toEqual(['infra/a.tf', 'infra/m', 'infra/z.tf'])
    expect(tree.list('')).toEqual(['infra', 'infrared.tf', 'top.tf'])
    expect(tree.list('../modules')).toEqual(['../modules/x.tf'])
    expect(['infra/m', 'infra/z.tf', 'infra/gone.tf'].map(tree.status)).toEqual(['folder', 'file', 'nothing'])
    const removed: HeadFiles = new Map([['gone.tf', { kind: 'removed', stale: false }]])
    expect(overlay(literalTree({}), removed).list('')).toEqual([])
  })
})

/** The tree of a commit with some files and links, beside a checkout. */
function commitTree(files: readonly string[], links: Readonly<Record<string, string>>, checkout = literalTree({})) {
  const ids = new Map(files.map((path) => [path, gitId(path)]))
  const texts = new Map(Object.entries(links).map(([path, target]) => [path, { target }]))
  const fetched = (path: string) => [path, { kind: 'fetched', bytes: () => Buffer.from(path) }] as const
  const commit = { ids, linked: new Map(), lost: [], tree: new CommitTree(ids, texts) }
  return committed(commit, { checkout, head: new Map(files.map(fetched)), map: pathMap('') })
}

test('the working directory of a commit has the name that every tree gives it', () => {
  const tree = commitTree(['a/b.tf'], { l: 'a' })
  expect(['', 'a', './a/', 'l', 'l/b.tf'].map((path) => tree.real?.(path))).toEqual(['', 'a', 'a', 'a', 'a/b.tf'])
})

test('what is none of the files of a commit is none of its tree, however it is named', () => {
  const tree = commitTree(['a/b.tf', 'etc/x'], {})
  const names = ['/etc/x', '../etc/x', '.git/config', 'a/.GIT/x', 'a/b.tf/x', 'gone']
  expect(names.map(tree.read)).toEqual(names.map(() => null))
  expect(names.map(tree.status)).toEqual(['outside', 'outside', 'outside', 'outside', 'nothing', 'nothing'])
})

test('a link of a commit is one in its tree, whatever the checkout has in its place', () => {
  const links = { live: 'shared', 'shared/x': '../unit', 'app/gone.tf': 'nothing.tf', 'out.tf': '/out.tf' }
  const tree = commitTree(['unit/a.tf'], links, literalTree({ 'app/gone.tf': '', 'out.tf': '' }))
  expect(tree.list('')).toEqual(['app', 'live', 'out.tf', 'shared', 'unit'])
  expect(tree.list('app')).toEqual(['app/gone.tf'])
  expect(['app/gone.tf', 'out.tf'].map(tree.status)).toEqual(['nothing', 'outside'])
  expect(['app/gone.tf', 'out.tf'].map(tree.read)).toEqual([null, null])
  expect(tree.list('live')).toEqual(['live/x'])
  expect(tree.list('live/x')).toEqual(['live/x/a.tf'])
  expect(['live', 'live/x', 'live/x/a.tf'].map(tree.status)).toEqual(['folder', 'folder', 'file'])
  expect(tree.real?.('live/x/a.tf')).toBe('unit/a.tf')
  expect(tree.read('live/x/a.tf')).toMatchObject({ path: 'live/x/a.tf', linked: true })
})
