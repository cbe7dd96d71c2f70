import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { PullFile } from '../../src/github/api/client.js'
import { blobId } from '../../src/github/api/digest.js'
import { placedFiles, readHead } from '../../src/github/pull/head.js'
import { headEntries, overHead } from '../../src/github/pull/session.js'
import type { Source } from '../../src/sources/source.js'

function gitId(text: string): string {
  return createHash('sha1')
    .update(`blob ${Buffer.byteLength(text)}\0${text}`)
    .digest('hex')
}

function file(path: string, head: string | null, more: Partial<PullFile> = {}): PullFile {
  const sha = head === null ? null : gitId(head)
  return { path, previousPath: null, status: 'modified', sha, changes: 1, patch: '@@ -1 +1 @@\n-a\n+b', ...more }
}

function source(path: string, text: string): Source {
  const bytes = Buffer.from(text)
  return { path, size: bytes.length, bytes: () => bytes }
}

function disk(files: Record<string, string>) {
  return (path: string) => (files[path] === undefined ? null : source(path, files[path]))
}

/** Blobs by content; everything else cannot be read. */
function blobs(...texts: string[]) {
  const calls: string[] = []
  const known = new Map(texts.map((text) => [gitId(text), Buffer.from(text)]))
  return {
    calls,
    blob: async (sha: string) => {
      calls.push(sha)
      const bytes = known.get(sha)
      if (bytes === undefined) throw new Error('gone')
      return bytes
    },
  }
}

const ALL = () => true

test("blob ids are Git's, in the hash of the repository", async () => {
  expect(blobId(Buffer.from('hello\n'), 'x'.repeat(40))).toBe('ce013625030ba8dba906f756967f9e9ca394464a')
  expect(blobId(Buffer.from('hello\n'), 'x'.repeat(64))).toBe(
    '2cf8d83d9ee29543b34a87727421fdecb7e3f3a183d337639025de576db9ebb4',
  )
})

describe('reading the head', () => {
  test('a file that the checkout holds as the head has it is not fetched', async () => {
    const client = blobs()
    const head = await readHead([file('a', 'same')], disk({ a: 'same' }), ALL, client)
    expect(head.get('a')?.kind).toBe('disk')
    expect(client.calls).toEqual([])
  })

  test.each([
    ['holds otherwise', { a: 'merged' }],
    ['does not hold', {}],
    ['holds with other line ends', { a: 'head\r\n' }],
  ])('a file that the checkout %s is fetched', async (_name, files) => {
    const head = await readHead([file('a', 'head\n')], disk(files), ALL, blobs('head\n'))
    const own = head.get('a')
    expect(own?.kind === 'fetched' ? String(own.bytes()) : null).toBe('head\n')
  })

  test.each<[string, PullFile, boolean]>([
    ['GitHub names no blob', file('a', null), true],
    ['the blob cannot be read', file('a', 'other'), true],
    ['nobody needs the file', file('a', 'head'), false],
  ])('is given up when %s', async (_name, entry, wanted) => {
    const head = await readHead([entry], disk({}), () => wanted, blobs('head'))
    expect(head.get('a')?.kind).toBe('unknown')
  })

  test('a removed file that the checkout still holds is taken away, another of that name stays', async () => {
    const removed = file('a', 'old', { status: 'removed' })
    const stale = await readHead([removed], disk({ a: 'old' }), ALL, blobs())
    expect(overHead(disk({ a: 'old' }), stale)('a')).toBeNull()
    const made = await readHead([removed], disk({ a: 'made by a step' }), ALL, blobs())
    expect(overHead(disk({ a: 'made by a step' }), made)('a')).not.toBeNull()
  })

  test("the head's content stands before the checkout's, for other files the checkout's", async () => {
    const head = await readHead([file('a', 'head')], disk({ a: 'merged', b: 'base' }), ALL, blobs('head'))
    const lookup = overHead(disk({ a: 'merged', b: 'base' }), head)
    expect(String(lookup('a')?.bytes())).toBe('head')
    expect(String(lookup('b')?.bytes())).toBe('base')
  })

  test('a folder holds what the head adds to it, files and folders', () => {
    const bytes = () => Buffer.from('')
    const head = new Map(
      ['infra/z.tf', 'infra/m/a.tf', 'infra/m/b.tf', 'infrared.tf', 'top.tf'].map(
        (path) => [path, { kind: 'fetched', bytes }] as const,
      ),
    )
    expect(headEntries(head, 'infra')).toEqual(['infra/m', 'infra/z.tf'])
    expect(headEntries(head, '')).toEqual(['infra', 'infrared.tf', 'top.tf'])
    expect(headEntries(new Map([['gone.tf', { kind: 'removed', stale: false }]]), '')).toEqual([])
  })
})

describe('what placing may use', () => {
  test.each<[string, PullFile, string | RegExp]>([
    ['text and hunks', file('a', 'b\n'), 'known'],
    ['no patch of a large diff', file('a', 'b\n', { patch: null }), /no diff/],
    ['a pure rename', file('a', 'b\n', { patch: null, changes: 0 }), /does not change/],
    ['a patch that cannot be read', file('a', 'b\n', { patch: 'Binary files differ' }), /cannot be read/],
    ['a removed file', file('a', 'b\n', { status: 'removed' }), /removes/],
  ])('%s', async (_name, entry, expected) => {
    const head = await readHead([entry], disk({ a: 'b\n' }), ALL, blobs())
    const placed = placedFiles([entry], head).get('a')
    expect(placed?.kind === 'unknown' ? placed.reason : placed?.kind).toMatch(expected)
  })

  test('bytes that are no text', async () => {
    const bytes = Buffer.from([0xc3, 0x28])
    const sha = createHash('sha1').update('blob 2\0').update(bytes).digest('hex')
    const entry = file('a', 'x', { sha })
    const head = await readHead([entry], () => ({ path: 'a', size: 2, bytes: () => bytes }), ALL, blobs())
    expect(placedFiles([entry], head).get('a')?.kind).toBe('unknown')
  })
})
