import { DEFAULT_FILES } from '../config/defaults.js'
import { UserError } from '../model/errors.js'
import { matchingPaths } from '../sources/match.js'
import { openWorkspace } from '../sources/workspace.js'
import type { GitHubClient, PullFile } from '../github/api/client.js'
import type { PullEvent } from '../github/pull/event.js'
import { headEntries, openPull, overHead, type PullSession } from '../github/pull/session.js'
import type { Lookup, Source } from '../sources/source.js'
import type { PathMap } from './paths.js'
import { asNamed, type Prepared } from './prepare.js'

/** Files that Terraform may read besides those to check: worth fetching where the checkout differs. */
const WORTH_FETCHING = /\.(?:json|jsonc|tpl|tftpl|template|tf|tfvars|hcl)$/i

/** What the check reads on a pull request: the head's content, and the checkout's where the head has the same. */
export interface HeadSources {
  readonly session: PullSession
  readonly sources: readonly Source[]
  readonly lookup: Lookup
  /** What belongs to the check, is not in the checkout, and could not be read from the head either. */
  readonly lost: readonly UserError[]
}

/**
 * Puts the head of a pull request behind sources and lookup.
 *
 * @throws {UserError} when the checkout is the base's and the head cannot be read: judging the base says nothing about
 * the pull request.
 */
export async function headSources(
  { pull, trusted }: PullEvent,
  prepared: Prepared,
  map: PathMap,
  client: GitHubClient,
): Promise<HeadSources> {
  const { place, disk } = prepared
  const atRoot = openWorkspace({ cwd: place.root, workspace: place.workspace })
  const onDisk = new Set(prepared.paths.map(map.toRoot))
  let toCheck: ReadonlySet<string> = onDisk
  const choose = (files: readonly PullFile[]) => {
    toCheck = new Set([...onDisk, ...missingFromDisk(files, atRoot.lookup, prepared, map)])
    return (path: string) => toCheck.has(path) || WORTH_FETCHING.test(path)
  }
  const session = await openPull(pull, atRoot.lookup, choose, client)
  if (trusted) refuseUnread(session, toCheck)

  const overlay = overHead((path) => (onDisk.has(path) ? disk.source(map.toReport(path)) : null), session.head)
  const overLookup = overHead((path) => disk.lookup(map.toReport(path)), session.head)
  const isLost = (path: string) => atRoot.lookup(path) === null
  const lost = unreadFiles(session, map, (path) => toCheck.has(path) && isLost(path))
  const stale = unreadFiles(session, map, (path) => toCheck.has(path) && !isLost(path))
  return {
    session: { ...session, problems: [...session.problems, ...staleWords(stale)] },
    lost: lostError(lost),
    sources: [...toCheck].map(map.toReport).flatMap((path) => {
      const source = named(path, overlay(map.toRoot(path)))
      return source === null ? [] : [asNamed(prepared, source)]
    }),
    lookup: Object.assign((path: string) => named(path, overLookup(map.toRoot(path))), {
      list: (folder: string) => {
        const added = headEntries(session.head, rootFolder(folder, map)).map(map.toReport)
        return [...new Set([...(disk.lookup.list?.(folder) ?? []), ...added])].sort()
      },
    }),
  }
}

/** A folder from the repository's root, `''` for the root itself. */
function rootFolder(folder: string, map: PathMap): string {
  const path = map.toRoot(folder)
  return path === '.' ? '' : path.replace(/\/$/, '')
}

/** The files of a pull request that the checkout does not hold and the patterns of `files` mean. */
function missingFromDisk(
  files: readonly PullFile[],
  disk: Lookup,
  prepared: Prepared,
  map: PathMap,
): readonly string[] {
  const missing = files.filter(({ path, status }) => status !== 'removed' && disk(path) === null)
  if (missing.length === 0) return []
  const paths = missing.map(({ path }) => map.toReport(path))
  return matchingPaths(prepared.inputs.files, paths, DEFAULT_FILES).map(map.toRoot)
}

interface UnreadFile {
  /** As reports name it. */
  readonly path: string
  readonly reason: string
}

/** Files to check of which the head's content could not be had. */
function unreadFiles({ head }: PullSession, map: PathMap, isMeant: (path: string) => boolean): readonly UnreadFile[] {
  return [...head].flatMap(([path, file]) =>
    file.kind === 'unknown' && isMeant(path) ? [{ path: map.toReport(path), reason: file.reason }] : [],
  )
}

/** One error for all of them: green must not mean that nobody looked. */
function lostError(lost: readonly UnreadFile[]): readonly UserError[] {
  const [first] = lost
  if (first === undefined) return []
  const message = `${manyFiles(lost)}: in the pull request, not in the checkout, and not readable through the API (${first.reason}). Check the pull request out`
  return [new UserError(message, { path: first.path })]
}

/** The checkout may be of another version. */
function staleWords(stale: readonly UnreadFile[]): readonly string[] {
  const [first] = stale
  if (first === undefined) return []
  return [
    `${manyFiles(stale)}: judged as the checkout has it, and not commented inline, since it differs from the head of the pull request and that could not be read (${first.reason}).`,
  ]
}

function manyFiles(files: readonly UnreadFile[]): string {
  return `${files[0]?.path ?? ''}${files.length < 2 ? '' : ` and ${files.length - 1} more files`}`
}

function refuseUnread({ files, head, problems }: PullSession, toCheck: ReadonlySet<string>): void {
  if (files === null) throw new UserError(problems.join(' '))
  const unread = [...head].find(([path, file]) => file.kind === 'unknown' && toCheck.has(path))
  if (unread === undefined) return
  const [path, file] = unread
  const reason = file.kind === 'unknown' ? file.reason : ''
  throw new UserError(`${path} cannot be checked as the pull request has it: ${reason}`, { path })
}

/** A source under its path from the working directory, as reports name it. */
function named(path: string, source: Source | null): Source | null {
  if (source === null || source.path === path) return source
  return { path, size: source.size, bytes: () => source.bytes() }
}
