/** What Git may hold, or the disk, in the place of the text that is meant. */

import { decode } from './decode.js'

const GIT_CRYPT = '\0GITCRYPT\0'

/** What is said of each; behind the name of the file without the first word. */
export const POINTER = 'it is a pointer of Git LFS, and the file itself is not there; check out with lfs: true'
export const ENCRYPTED = 'it is encrypted with git-crypt; unlock the checkout before the check'

/** What is said of bytes that stand in the place of the text that is meant; null for a text. */
export function standInOf(bytes: Uint8Array): string | null {
  if (isEncrypted(bytes)) return ENCRYPTED
  return bytes.length <= 1024 && isPointer(new TextDecoder('latin1').decode(bytes)) ? POINTER : null
}

/** The text that bytes are; null where they are none, or stand in the place of the one that is meant. */
export function meantText(bytes: Uint8Array): string | null {
  const decoded = standInOf(bytes) === null ? decode(bytes) : null
  return decoded?.ok === true ? decoded.text : null
}

/** Whether bytes are a file as git-crypt writes it (https://github.com/AGWA/git-crypt). */
export function isEncrypted(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, GIT_CRYPT.length)) === GIT_CRYPT
}

/** Whether a text is a pointer of Git LFS (https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md). */
export function isPointer(text: string): boolean {
  return text.length <= 1024 && /^version https:\/\/(?:git-lfs|hawser)\.github\.com\/spec\/v1\r?\n/.test(text)
}
