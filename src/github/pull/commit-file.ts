import { posix } from 'node:path'
import { UserError } from '../../model/errors.js'
import { blobId } from '../../sources/files/blob-id.js'
import type { CommitFile } from '../api/answers.js'
import type { GitHubClient } from '../api/client.js'
import { AnswerError } from '../api/failure.js'

/** What yields the files of a commit, links as what they are. */
export type CommitEntries = Pick<GitHubClient, 'entry' | 'blob'>

/** Links that are followed one after the other; Linux stops at 40 (path_resolution(7)). */
const CHAIN = 40

/** A link's content is a path; the longest that Linux takes (path_resolution(7)). */
export const PATH_BYTES = 4096

/**
 * The content of a file of a commit, by its path from the repository's root, with every link followed: the API follows
 * only one at the end of a path, and only to a file. It gives that file's content under the id of the link then. Null where
 * nothing stands there.
 *
 * @throws {UserError} for a link that leads out of the repository, and for too many of them; `AnswerError` for another content
 * than the id of the file says; else what the client throws.
 */
export async function commitFileBytes(path: string, commit: string, client: CommitEntries): Promise<Uint8Array | null> {
  let name = posix.normalize(path)
  // What was given for a link must be what it leads to.
  let said: Uint8Array | null = null
  const agreed = (found: Uint8Array | null) => {
    if (said !== null && (found === null || !isSame(said, found))) throw otherContent()
    return found
  }
  for (let links = 0; links <= CHAIN; links++) {
    const entry = await client.entry(name, commit)
    const found = entry?.kind === 'file' ? await storedAt(entry, client) : entry
    if (found instanceof Uint8Array) return agreed(found)
    if (found?.kind === 'other') return agreed(null)
    const next = found === null ? await throughFolders(name, commit, client) : followed(name, found.target)
    if (next === null) return agreed(null)
    if (leadsOut(next)) {
      throw new UserError(`${path} is a link that leads out of the repository`, { path })
    }
    if (entry?.kind === 'file') said ??= entry.bytes
    name = next
  }
  throw new UserError(`${path} leads through more than ${CHAIN} links`, { path })
}

/** What is stored under the id of a file: its content, or where that is given for a link to it, where the link leads. */
async function storedAt(
  { sha, bytes }: CommitFile,
  client: CommitEntries,
): Promise<Uint8Array | { readonly kind: 'link'; readonly target: string }> {
  if (bytes !== null && blobId(bytes, sha) === sha) return bytes
  const stored = await client.blob(sha)
  if (blobId(stored, sha) !== sha) throw otherContent()
  if (bytes === null) return stored
  const target = stored.length > PATH_BYTES ? '' : new TextDecoder().decode(stored)
  if (!/^[^\0\n]+$/.test(target)) throw otherContent()
  return { kind: 'link', target }
}

function otherContent(): AnswerError {
  return new AnswerError('GitHub answered with another content than the id of the file says')
}

function isSame(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0
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
function followed(path: string, target: string): string {
  return target.startsWith('/') ? '..' : posix.normalize(posix.join(posix.dirname(path), target))
}

/** Whether a path from the root leads out of the repository. */
function leadsOut(path: string): boolean {
  return path === '..' || path.startsWith('../')
}
