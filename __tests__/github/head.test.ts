import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { PullFile } from '../../src/github/api/answers.js'
import { placedFiles } from '../../src/github/pull/head.js'
import { blobId } from '../../src/sources/files/blob-id.js'
import { headOver } from '../support/head.js'

function file(path: string, head: string | null, more: Partial<PullFile> = {}): PullFile {
  const sha = head === null ? null : blobId(Buffer.from(head), 'x'.repeat(40))
  return { path, previousPath: null, status: 'modified', sha, changes: 1, patch: '@@ -1 +1 @@\n-a\n+b', ...more }
}

const NO_BLOBS = { blob: () => Promise.reject(new Error('gone')) }

describe('what placing may use', () => {
  test.each<[string, PullFile, string | RegExp]>([
    ['text and hunks', file('a', 'b\n'), 'known'],
    ['no patch of a large diff', file('a', 'b\n', { patch: null }), /no diff/],
    ['a pure rename', file('a', 'b\n', { patch: null, changes: 0 }), /does not change/],
    ['a patch that cannot be read', file('a', 'b\n', { patch: 'Binary files differ' }), /cannot be read/],
    ['a removed file', file('a', 'b\n', { status: 'removed' }), /removes/],
  ])('%s', async (_name, entry, expected) => {
    const head = await headOver({ a: 'b\n' }, [entry], NO_BLOBS)
    const placed = placedFiles([entry], head).get('a')
    expect(placed?.kind === 'unknown' ? placed.reason : placed?.kind).toMatch(expected)
  })

  test('bytes that are no text', async () => {
    const bytes = Buffer.from([0xc3, 0x28])
    const sha = createHash('sha1').update('blob 2\0').update(bytes).digest('hex')
    const entry = file('a', 'x', { sha })
    const head = await headOver({ a: bytes }, [entry], NO_BLOBS)
    expect(placedFiles([entry], head).get('a')?.kind).toBe('unknown')
  })
})
