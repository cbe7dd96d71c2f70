import { blobId } from '../../sources/files/blob-id.js'
import type { HeadFiles } from '../../sources/head.js'
import type { Tree } from '../../sources/sources.js'
import type { GitHubClient } from '../api/client.js'
import { HEAD_FILE_BYTES, PERMALINK_FILES } from '../api/limits.js'

export type Permalink = (path: string, startLine: number, endLine: number) => string | null

export interface PermalinkRequest {
  /** `GITHUB_SERVER_URL` and `GITHUB_REPOSITORY`. */
  readonly serverUrl: string
  readonly repository: string
  readonly headSha: string
  readonly head: HeadFiles
  readonly disk: Pick<Tree, 'read'>
  /** Paths that links are wanted for, most wanted first. */
  readonly paths: Iterable<string>
}

/**
 * Finds out which files a link can lead to, and whether with lines. A file of the pull request is linked at the head.
 * Another one only if the head has it (a rendered plan is in no commit), with lines if its content is what was checked
 * (the base may have moved it). Unknown files stay without a link.
 */
export async function permalinks(request: PermalinkRequest, client: Pick<GitHubClient, 'entry'>): Promise<Permalink> {
  const known = new Map<string, 'lines' | 'file'>()
  const unlisted: string[] = []
  for (const path of new Set(request.paths)) {
    const file = request.head.get(path)
    if (file?.kind === 'disk' || file?.kind === 'fetched') known.set(path, 'lines')
    else if (file === undefined) unlisted.push(path)
  }
  // All at once: none of the answers says what the others are asked for.
  const asked = unlisted.slice(0, PERMALINK_FILES).map(async (path) => {
    const level = await linkLevel(path, request, client)
    if (level !== null) known.set(path, level)
  })
  await Promise.all(asked)
  return (path, startLine, endLine) => {
    const level = known.get(path)
    if (level === undefined) return null
    const url = `${request.serverUrl}/${request.repository}/blob/${request.headSha}/${encodePath(path)}`
    if (level === 'file') return url
    return startLine === endLine ? `${url}#L${startLine}` : `${url}#L${startLine}-L${endLine}`
  }
}

async function linkLevel(
  path: string,
  request: PermalinkRequest,
  client: Pick<GitHubClient, 'entry'>,
): Promise<'lines' | 'file' | null> {
  try {
    const file = await client.entry(path, request.headSha)
    if (file?.kind !== 'file') return null
    const own = request.disk.read(path)
    const same = own !== null && own.size <= HEAD_FILE_BYTES && blobId(own.bytes(), file.sha) === file.sha
    return same ? 'lines' : 'file'
  } catch {
    // A missing link is no reason to fail; the path is told all the same.
    return null
  }
}

/** A path as part of a URL that stands in a Markdown link. */
function encodePath(path: string): string {
  return path
    .split('/')
    .map((part) => encodeURIComponent(part).replace(/[()'!*]/g, (char) => `%${char.charCodeAt(0).toString(16)}`))
    .join('/')
}
