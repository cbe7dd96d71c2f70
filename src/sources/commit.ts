import { memorySource, type Source, type Voucher } from './source.js'

/** What yields the files of commits: GitHub's API, by the paths from the repository's root. */
export interface CommitStore {
  /** Null where the commit has no such file; without bytes for a file that is too large to come along. */
  contents(path: string, commit: string): Promise<{ readonly sha: string; readonly bytes: Uint8Array | null } | null>
  blob(sha: string): Promise<Uint8Array>
}

/** Reads files of one commit, each when it is asked for. Throws what the store throws. */
export function commitReader(
  store: CommitStore,
  commit: string,
  by: Extract<Voucher, 'base' | 'head'>,
): (path: string) => Promise<Source | null> {
  return async (path) => {
    const file = await store.contents(path, commit)
    return file === null ? null : memorySource(path, file.bytes ?? (await store.blob(file.sha)), by)
  }
}
