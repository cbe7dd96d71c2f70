import { describe, expect, test } from 'vitest'
import { type CommitEntries, commitFileBytes } from '../../src/github/pull/commit-file.js'
import { UserError } from '../../src/model/errors.js'

/** What stands under the names of a commit: links by where they lead; folders and large files as they come. */
const ENTRIES: Readonly<Record<string, string | { readonly link: string } | 'folder'>> = {
  small: 'small',
  large: 'large',
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
}

const STORE: CommitEntries = {
  entry: async (path, commit) => {
    const found = ENTRIES[path]
    if (found === undefined) return null
    if (typeof found !== 'string') return { kind: 'link', target: found.link }
    if (found === 'folder') return { kind: 'other' }
    return { kind: 'file', sha: `${commit}:${path}`, bytes: found === 'large' ? null : Buffer.from(found) }
  },
  blob: async (sha) => Buffer.from(sha),
}

describe('a file of a commit', () => {
  test.each([
    { rule: 'that is not there is none', path: 'none', text: null },
    { rule: 'comes with its bytes', path: 'small', text: 'small' },
    { rule: 'is asked for by its id where it is too large to come along', path: 'large', text: 'c1:large' },
    { rule: 'is no folder', path: 'folder', text: null },
    { rule: 'is found behind a link', path: 'link', text: 'small' },
    { rule: 'is found behind a link that goes up', path: 'folder/up', text: 'small' },
    { rule: 'is found behind links one after the other', path: 'chain', text: 'small' },
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
})
