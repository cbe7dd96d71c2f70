/** What Git may hold, or the disk, in the place of the text that is meant. */

const GIT_CRYPT = '\0GITCRYPT\0'

/** Whether bytes are a file as git-crypt writes it (https://github.com/AGWA/git-crypt). */
export function isEncrypted(bytes: Uint8Array): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, GIT_CRYPT.length)) === GIT_CRYPT
}

/** Whether a text is a pointer of Git LFS (https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md). */
export function isPointer(text: string): boolean {
  return text.length <= 1024 && /^version https:\/\/(?:git-lfs|hawser)\.github\.com\/spec\/v1\r?\n/.test(text)
}
