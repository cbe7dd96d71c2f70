import type { FetchBlob, HeadFile, HeadFiles } from '../../sources/head.js'
import { decode } from '../../text/decode.js'
import type { PullFile } from '../api/answers.js'
import type { GitHubClient } from '../api/client.js'
import { failureOf } from '../api/failure.js'
import { type HeadHunk, parsePatch } from './diff.js'

/** Fetches blobs of a pull request's head, each once; a failure is a reason for the reader. */
export function blobFetcher(client: Pick<GitHubClient, 'blob'>): FetchBlob {
  const known = new Map<string, ReturnType<FetchBlob>>()
  const fetch: FetchBlob = async (sha) => {
    try {
      return await client.blob(sha)
    } catch (thrown) {
      const { kind, status, message } = failureOf(thrown)
      const why = kind === 'budget' || kind === 'unusable' ? message : (status ?? 'no answer')
      return { unreadable: `the head of the pull request could not be read (${why})` }
    }
  }
  return (sha) => {
    const asked = known.get(sha) ?? fetch(sha)
    known.set(sha, asked)
    return asked
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
