import { decode } from '../text/decode.js'
import { isEncrypted } from '../text/stand-ins.js'
import { blobId } from './files/blob-id.js'
import { isContentOf, lfsPointer } from './files/lfs.js'
import { memorySource, type Source, vouchedBy } from './source.js'
import type { Tree } from './sources.js'

/** A file that a pull request changes, by its path from the repository's root. */
export interface ChangedFile {
  readonly path: string
  /** `removed`; `gone` where the checkout may hold another version, which does not count either; or any other word. */
  readonly status: string
  /** Blob id in the head; null where GitHub gives none. */
  readonly sha: string | null
  /** The patch of its text, where GitHub tells it. */
  readonly patch?: string | null
}

/** Whether what changes is the commit of a submodule, which is no file: its patch has nothing but that commit's id. */
export function isSubmodule({ sha, patch }: ChangedFile): boolean {
  if (sha === null || patch === undefined || patch === null || patch.length > 1000) return false
  const [hunk = '', ...lines] = patch.trimEnd().split('\n')
  const isCommit = (line: string) => /^[-+]Subproject commit [0-9a-f]{40,64}(?:-dirty)?$/.test(line)
  return hunk.startsWith('@@ ') && lines.every(isCommit) && lines.some((line) => line === `+Subproject commit ${sha}`)
}

/** A file of the pull request as its head has it. */
export type HeadFile =
  | { readonly kind: 'disk'; readonly bytes: () => Uint8Array } // the checkout holds the same content
  | { readonly kind: 'fetched'; readonly bytes: () => Uint8Array } // the checkout holds other content, or none
  | { readonly kind: 'removed'; readonly stale: boolean } // stale: the checkout still has it
  | { readonly kind: 'unknown'; readonly reason: string }

/** The head's files by path. */
export type HeadFiles = ReadonlyMap<string, HeadFile>

/** Fetches a blob by its id: its bytes, or why it cannot be had. */
export type FetchBlob = (sha: string) => Promise<Uint8Array | { readonly unreadable: string }>

export interface HeadRequest {
  readonly files: readonly ChangedFile[]
  /** The checkout, by paths from the repository's root. */
  readonly checkout: Pick<Tree, 'read'>
  /** Whether a file may be read by the check, so that it is worth fetching. */
  readonly wanted: (path: string) => boolean
  readonly fetch: FetchBlob
  /** Files that are fetched at most, and bytes of the largest that is compared. */
  readonly limits: { readonly files: number; readonly bytes: number }
}

/**
 * Compares the checkout with the head of the pull request, file by file, over Git's blob ids, and fetches what differs.
 * The default checkout of a pull request is a merge into the base, and that of `pull_request_target` is the base: lines
 * and texts of a review must be the head's. Works at fetch depth 1, and whatever steps did to the working tree.
 */
export async function readHead({ files, checkout, wanted, fetch, limits }: HeadRequest): Promise<HeadFiles> {
  const head = new Map<string, HeadFile>()
  let fetched = 0
  for (const { path, status, sha } of files) {
    if (status === 'gone') {
      head.set(path, { kind: 'removed', stale: true })
      continue
    }
    if (status !== 'removed' && !wanted(path)) {
      head.set(path, unknown('the check does not read the file'))
      continue
    }
    const own = checkout.read(path)
    const bytes = own === null ? null : bytesOf(own, limits.bytes)
    const same = bytes !== null && sha !== null && blobId(bytes, sha) === sha
    if (status === 'removed') head.set(path, { kind: 'removed', stale: same })
    else if (own !== null && same) head.set(path, { kind: 'disk', bytes: () => own.bytes() })
    else if (sha === null) head.set(path, unknown('GitHub names no content for the file'))
    else if (fetched >= limits.files) head.set(path, unknown('too many files differ from the checkout'))
    else {
      fetched++
      head.set(path, fetchedFile(await fetch(sha), sha, bytes))
    }
  }
  return head
}

/**
 * What the answer for a blob is worth: another content than its id says is none. What Git LFS put in the place of its
 * pointer is the text of the head. What is no text may be a policy that the checkout holds in clear.
 */
function fetchedFile(content: Awaited<ReturnType<FetchBlob>>, sha: string, own: Uint8Array | null): HeadFile {
  if (!(content instanceof Uint8Array)) return unknown(content.unreadable)
  if (blobId(content, sha) !== sha) return unknown('GitHub answered with another content than the id of the file says')
  const pointer = lfsPointer(content)
  if (pointer !== null && own !== null && isContentOf(own, pointer)) return { kind: 'disk', bytes: () => own }
  if (isEncrypted(content)) return unknown('its content there is encrypted with git-crypt')
  return isBinary(content) ? unknown('its content there is binary') : { kind: 'fetched', bytes: () => content }
}

/** Neither text nor an archive: an archive is told by what reads plans. */
function isBinary(bytes: Uint8Array): boolean {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return false
  const decoded = decode(bytes)
  return !decoded.ok || (decoded.encoding.name === 'utf-8' && decoded.text.includes('\0'))
}

function unknown(reason: string): HeadFile {
  return { kind: 'unknown', reason }
}

function bytesOf(source: Source, limit: number): Uint8Array | null {
  try {
    return source.size > limit ? null : source.bytes()
  } catch {
    // Not readable is not the same content; the check itself reports files that it needs and cannot read.
    return null
  }
}

/** The head's file at a path, or what the checkout has there where the head has the same or is not known. */
export function headSource(head: HeadFiles, path: string, checkout: (path: string) => Source | null): Source | null {
  const file = head.get(path)
  if (file?.kind === 'fetched') return memorySource(path, file.bytes(), 'head')
  if (file?.kind === 'removed' && file.stale) return null
  const own = checkout(path)
  if (file?.kind !== 'disk') return own
  return own === null ? memorySource(path, file.bytes(), 'head') : vouchedBy(own, 'head')
}
