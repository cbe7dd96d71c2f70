import type { GitHubClient } from '../../src/github/api/client.js'
import { blobFetcher } from '../../src/github/pull/head.js'
import { type ChangedFile, type HeadFiles, readHead } from '../../src/sources/head.js'
import { literalTree } from '../../src/sources/literals.js'

/** The head of a pull request over a checkout of literal texts; everything is worth fetching unless it is said. */
export function headOver(
  checkout: Readonly<Record<string, string | Uint8Array>>,
  files: readonly ChangedFile[],
  client: Pick<GitHubClient, 'blob'>,
  wanted: (path: string) => boolean = () => true,
): Promise<HeadFiles> {
  const limits = { files: 200, bytes: 1_000_000 }
  return readHead({ files, checkout: literalTree(checkout), wanted, fetch: blobFetcher(client), limits })
}
