import { decode } from '../../text/decode.js'
import type { Lookup, Source } from '../../sources/source.js'
import type { GitHubClient, PullFile } from '../api/client.js'
import { type HeadHunk, parsePatch } from './diff.js'
import { blobId } from '../api/digest.js'
import { failureOf } from '../api/failure.js'
import { HEAD_FILE_BYTES, HEAD_FILES } from '../api/limits.js'

/** A file of the pull request as its head has it. */
export type HeadFile =
  | { readonly kind: 'disk'; readonly bytes: () => Uint8Array } // the checkout holds the same content
  | { readonly kind: 'fetched'; readonly bytes: () => Uint8Array } // the checkout holds other content, or none
  | { readonly kind: 'removed'; readonly stale: boolean } // stale: the checkout still has it
  | { readonly kind: 'unknown'; readonly reason: string }

/** The head's files by path from the repository's root. */
export type HeadFiles = ReadonlyMap<string, HeadFile>

/**
 * Compares the checkout with the head of the pull request, file by file, over Git's blob ids, and fetches what differs.
 * The default checkout of a pull request is a merge into the base, and that of `pull_request_target` is the base: lines
 * and texts of a review must be the head's. Works at fetch depth 1, and whatever steps did to the working tree.
 *
 * @param disk the checkout, by paths from the repository's root
 * @param wanted whether a file may be read by the check, so that it is worth fetching
 */
export async function readHead(
  files: readonly PullFile[],
  disk: Lookup,
  wanted: (path: string) => boolean,
  client: Pick<GitHubClient, 'blob'>,
): Promise<HeadFiles> {
  const head = new Map<string, HeadFile>()
  let fetched = 0
  for (const file of files) {
    if (file.status !== 'removed' && !wanted(file.path)) {
      head.set(file.path, unknown('the check does not read the file'))
      continue
    }
    const own = disk(file.path)
    const bytes = own === null || own.size > HEAD_FILE_BYTES ? null : bytesOf(own)
    const same = bytes !== null && file.sha !== null && blobId(bytes, file.sha) === file.sha
    if (file.status === 'removed') head.set(file.path, { kind: 'removed', stale: same })
    else if (own !== null && same) head.set(file.path, { kind: 'disk', bytes: () => own.bytes() })
    else if (file.sha === null) head.set(file.path, unknown('GitHub names no content for the file'))
    else if (fetched >= HEAD_FILES) head.set(file.path, unknown('too many files differ from the checkout'))
    else {
      fetched++
      head.set(file.path, await fetchHead(file.sha, client))
    }
  }
  return head
}

function unknown(reason: string): HeadFile {
  return { kind: 'unknown', reason }
}

function bytesOf(source: Source): Uint8Array | null {
  try {
    return source.bytes()
  } catch {
    // Not readable is not the same content; the check itself reports files that it needs and cannot read.
    return null
  }
}

async function fetchHead(sha: string, client: Pick<GitHubClient, 'blob'>): Promise<HeadFile> {
  try {
    const bytes = await client.blob(sha)
    return { kind: 'fetched', bytes: () => bytes }
  } catch (thrown) {
    const { kind, status, message } = failureOf(thrown)
    const why = kind === 'budget' || kind === 'unusable' ? message : (status ?? 'no answer')
    return unknown(`the head of the pull request could not be read (${why})`)
  }
}

/** The head's file as far as suggestions depend on it. */
export interface HeadText {
  /** Decoded, without a byte order mark. */
  readonly text: string
  readonly byteOrderMark: boolean
  readonly hunks: readonly HeadHunk[]
}

/** A file of the pull request, for placing: what its head holds, or why nothing can be said inline. */
export type PlacedFile =
  | { readonly kind: 'known'; readonly head: HeadText }
  | { readonly kind: 'unknown'; readonly reason: string }

/** What placing needs to know of each file: hunks and text of the head, or why there are none. */
export function placedFiles(files: readonly PullFile[], head: HeadFiles): ReadonlyMap<string, PlacedFile> {
  return new Map(files.map((file) => [file.path, placedFile(file, head.get(file.path))]))
}

function placedFile(file: PullFile, head: HeadFile | undefined): PlacedFile {
  const no = (reason: string): PlacedFile => ({ kind: 'unknown', reason })
  if (head === undefined || head.kind === 'removed') return no('the pull request removes the file')
  if (head.kind === 'unknown') return no(head.reason)
  if (file.patch === null) {
    return no(file.changes > 0 ? 'GitHub shows no diff for the file' : 'the pull request does not change its text')
  }
  const hunks = parsePatch(file.patch)
  const decoded = decode(head.bytes())
  if (hunks === null) return no('the diff of the file cannot be read')
  if (!decoded.ok) return no(decoded.reason)
  return { kind: 'known', head: { text: decoded.text, byteOrderMark: decoded.encoding.mark, hunks } }
}
