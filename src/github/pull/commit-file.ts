import { posix } from 'node:path'
import { UserError } from '../../model/errors.js'
import type { GitHubClient } from '../api/client.js'

/** What yields the files of a commit, links as what they are. */
export type CommitEntries = Pick<GitHubClient, 'entry' | 'blob'>

/** Links that are followed one after the other; Linux stops at 40 (path_resolution(7)). */
export const CHAIN = 40

/**
 * The content of a file of a commit, by its path from the repository's root, with every link followed: the API follows
 * only one at the end of a path, and only to a file. Null where nothing stands there.
 *
 * @throws {UserError} for a link that leads out of the repository, and for too many of them; else what the client throws.
 */
export async function commitFileBytes(path: string, commit: string, client: CommitEntries): Promise<Uint8Array | null> {
  let name = posix.normalize(path)
  for (let links = 0; links <= CHAIN; links++) {
    const entry = await client.entry(name, commit)
    if (entry?.kind === 'file') return entry.bytes ?? client.blob(entry.sha)
    if (entry?.kind === 'other') return null
    const next = entry === null ? await throughFolders(name, commit, client) : followed(name, entry.target)
    if (next === null) return null
    if (leadsOut(next)) {
      throw new UserError(`${path} is a link that leads out of the repository`, { path })
    }
    name = next
  }
  throw new UserError(`${path} leads through more than ${CHAIN} links`, { path })
}

/** The path with the first folder on its way that is a link replaced by what that leads to; null where none is. */
async function throughFolders(path: string, commit: string, client: CommitEntries): Promise<string | null> {
  const parts = path.split('/')
  for (let depth = 1; depth < parts.length; depth++) {
    const folder = parts.slice(0, depth).join('/')
    const entry = await client.entry(folder, commit)
    if (entry === null || entry.kind === 'file') return null
    if (entry.kind === 'link') {
      const target = followed(folder, entry.target)
      return posix.normalize(posix.join(target, ...parts.slice(depth)))
    }
  }
  return null
}

/** Where a link leads, as a path from the root; one that begins there with `../` leads out, as an absolute one does. */
export function followed(path: string, target: string): string {
  return target.startsWith('/') ? '..' : posix.normalize(posix.join(posix.dirname(path), target))
}

/** Whether a path from the root leads out of the repository. */
export function leadsOut(path: string): boolean {
  return path === '..' || path.startsWith('../')
}
