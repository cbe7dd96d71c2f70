import { DEFAULT_FILES } from '../config/defaults.js'
import { UserError } from '../errors.js'
import { matchingPaths } from '../files/match.js'
import { openWorkspace } from '../files/workspace.js'
import type { GitHubClient, PullFile } from '../github/client.js'
import type { PullEvent } from '../github/event.js'
import { headEntries, openPull, overHead, type PullSession } from '../github/session.js'
import type { Lookup, Source } from '../text/source.js'
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
  return {
    session,
    lost: lostFiles(session, map, (path) => toCheck.has(path) && atRoot.lookup(path) === null),
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

/** One error for all of them: green must not mean that nobody looked. */
function lostFiles({ head }: PullSession, map: PathMap, isLost: (path: string) => boolean): readonly UserError[] {
  const lost = [...head].flatMap(([path, file]) =>
    file.kind === 'unknown' && isLost(path) ? [{ path: map.toReport(path), reason: file.reason }] : [],
  )
  const [first] = lost
  if (first === undefined) return []
  const others = lost.length === 1 ? '' : `, and ${lost.length - 1} more of its files`
  const message = `${first.path}${others}: in the pull request, not in the checkout, and not readable through the API (${first.reason}). Check the pull request out`
  return [new UserError(message, { path: first.path })]
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
