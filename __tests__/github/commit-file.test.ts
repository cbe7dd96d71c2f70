import { describe, expect, test } from 'vitest'
import { AnswerError } from '../../src/github/api/failure.js'
import { type CommitEntries, commitFileBytes } from '../../src/github/pull/commit-file.js'
import { UserError } from '../../src/model/errors.js'
import { blobId } from '../../src/sources/files/blob-id.js'

type Entry = string | { readonly link: string } | { readonly link: string; readonly content: string }

const LARGE = 'large'.repeat(10)

/** What stands under the names of a commit: links by where they lead, with what GitHub says that their files hold. */
const ENTRIES: Readonly<Record<string, Entry>> = {
  small: 'small',
  large: LARGE,
  folder: 'folder',
  'folder/file': 'small',
  'folder/up': { link: '../small' },
  'folder/out': { link: '../../elsewhere' },
  link: { link: 'folder/file' },
  chain: { link: './link' },
  through: { link: 'folder' },
  absolute: { link: '/etc/passwd' },
  gone: { link: 'nowhere' },
  circle: { link: 'circle' },
  'folder/known': { link: '../small', content: 'small' },
  'folder/twice': { link: 'known', content: 'small' },
  'folder/other': { link: '../small', content: 'another' },
  'folder/lost': { link: '../nowhere', content: 'small' },
  'folder/away': { link: '../../elsewhere', content: 'small' },
}

const idOf = (text: string) => blobId(Buffer.from(text), '')
const TEXTS = Object.values(ENTRIES).map((entry) => (typeof entry === 'string' ? entry : entry.link))
const BLOBS = new Map(TEXTS.map((text) => [idOf(text), Buffer.from(text)]))

const STORE: CommitEntries = {
  entry: async (path) => {
    const found = ENTRIES[path]
    if (found === undefined) return null
    if (typeof found === 'object' && 'content' in found)
      return { kind: 'file', sha: idOf(found.link), bytes: Buffer.from(found.content) }
    if (typeof found === 'object') return { kind: 'link', target: found.link }
    if (found === 'folder') return { kind: 'other' }
    return { kind: 'file', sha: idOf(found), bytes: found === LARGE ? null : Buffer.from(found) }
  },
  blob: async (sha) => BLOBS.get(sha) ?? Buffer.from('no such blob'),
}

describe('a file of a commit', () => {
  test.each([
    { rule: 'that is not there is none', path: 'none', text: null },
    { rule: 'comes with its bytes', path: 'small', text: 'small' },
    { rule: 'is asked for by its id where it is too large to come along', path: 'large', text: LARGE },
    { rule: 'is no folder', path: 'folder', text: null },
    { rule: 'is found behind a link', path: 'link', text: 'small' },
    { rule: 'is found behind a link that goes up', path: 'folder/up', text: 'small' },
    { rule: 'is found behind links one after the other', path: 'chain', text: 'small' },
    { rule: 'is found behind a link that GitHub followed', path: 'folder/known', text: 'small' },
    { rule: 'is found behind two of them', path: 'folder/twice', text: 'small' },
    { rule: 'is found through a folder that is a link', path: 'through/file', text: 'small' },
    { rule: 'does not stand below a file', path: 'small/file', text: null },
    { rule: 'that a link names and that is not there is none', path: 'gone', text: null },
  ])('$rule', async ({ path, text }) => {
    const bytes = await commitFileBytes(path, 'c1', STORE)
    expect(bytes === null ? null : String(bytes)).toBe(text)
  })

  test.each([
    { rule: 'an absolute link', path: 'absolute', says: 'absolute is a link that leads out of the repository' },
    {
      rule: 'a link out of the root',
      path: 'folder/out',
      says: 'folder/out is a link that leads out of the repository',
    },
    { rule: 'a circle of links', path: 'circle', says: 'circle leads through more than 40 links' },
  ])('$rule is a mistake of the user', async ({ path, says }) => {
    const reading = commitFileBytes(path, 'c1', STORE)
    await expect(reading).rejects.toThrow(UserError)
    await expect(reading).rejects.toThrow(says)
  })
  test('a link that GitHub followed out is a mistake of the user', async () => {
    await expect(commitFileBytes('folder/away', 'c1', STORE)).rejects.toThrow('leads out of the repository')
  })

  const lie = (bytes: string | null, blob: string): CommitEntries => ({
    entry: async (path) =>
      path === 'a' ? { kind: 'file', sha: idOf('{}\n'), bytes: bytes === null ? null : Buffer.from(bytes) } : null,
    blob: async () => Buffer.from(blob),
  })
  test.each<[string, string, CommitEntries]>([
    ['given for a link', 'folder/other', STORE],
    ['given for a link to nothing', 'folder/lost', STORE],
    ['of a file', 'a', lie('{"more":1}\n', '{}\n')],
    ['cut off', 'a', lie('{', '{}\n')],
    ['of a large file', 'a', lie(null, '{"more":1}\n')],
    ['that the blob repeats', 'a', lie('{"more":1}\n', '{"more":1}\n')],
    ['in the place of what might be a path', 'a', { ...lie('x', '{}'), blob: async () => Buffer.from('x') }],
  ])('another content than the id says is none: %s', async (_name, path, store) => {
    const reading = commitFileBytes(path, 'c1', store)
    await expect(reading).rejects.toThrow(AnswerError)
    await expect(reading).rejects.toThrow('another content than the id of the file says')
  })
})
