import { createHash } from 'node:crypto'

/**
 * The id under which Git stores this content, in the hash of a given id's length: SHA-1, or SHA-256 in repositories of
 * that format.
 */
export function blobId(bytes: Uint8Array, like: string): string {
  const hash = createHash(like.length === 64 ? 'sha256' : 'sha1')
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}
