import { posix } from 'node:path'
import { DEFAULT_FILES } from '../config/defaults.js'
import { terraformFile } from '../text/terraform-files.js'
import { openDisk } from './disk.js'
import { type ChangedFile, type HeadFiles, type HeadRequest, headSource, readHead } from './head.js'
import { matchingPaths } from './match.js'
import type { PathMap } from './files/paths.js'
import { asNamed, type Prepared } from './prepare.js'
import { type Sources, sourcesOf, type Tree } from './sources.js'

export interface PullRequestTexts {
  readonly prepared: Prepared
  /** Root of the repository, absolute, and the way between its paths and those of reports. */
  readonly root: string
  readonly map: PathMap
  /** What the pull request changes, by paths from the root; nothing where GitHub did not list it. */
  readonly changed: readonly ChangedFile[]
  readonly fetch: HeadRequest['fetch']
  readonly limits: HeadRequest['limits']
}

/** A file to judge of which the head's content could not be had. */
export interface UnreadFile {
  /** As reports name it. */
  readonly path: string
  readonly reason: string
  /** True where the checkout has another version, which is judged; else the file is not judged at all. */
  readonly inCheckout: boolean
}

/** What is judged on a pull request. */
export interface PullRequestSources {
  readonly sources: Sources
  /** By paths from the root. */
  readonly head: HeadFiles
  readonly unread: readonly UnreadFile[]
}

/** Policies and templates that Terraform may read, besides its own files. */
const TEMPLATES = /\.(?:json|jsonc|tpl|tftpl|template|hcl)$/i

/**
 * Decides which text is judged on a pull request: the head's where it differs from the checkout and can be had, else
 * the checkout's. Files that the head adds are judged where the patterns mean them.
 */
export async function pullRequestSources(request: PullRequestTexts): Promise<PullRequestSources> {
  const { prepared, root, map, changed, fetch, limits } = request
  const { disk, paths, found, sources } = prepared
  const checkout = openDisk({ cwd: root, workspace: paths.workspace })
  const onDisk = new Set(found.paths)
  const toJudge = new Set([...onDisk, ...addedFiles(changed, checkout, request)])
  const isJudged = (path: string) => toJudge.has(map.toReport(path))
  const wanted = (path: string) => isJudged(path) || terraformFile(path) !== null || TEMPLATES.test(path)
  const head = await readHead({ files: changed, checkout, wanted, fetch, limits })

  const own = new Map([...head].map(([path, file]) => [map.toReport(path), file]))
  const named = (path: string) => (onDisk.has(path) ? disk.source(path) : null)
  const files = [...toJudge].flatMap((path) => headSource(own, path, named) ?? [])
  const unread = [...head].flatMap(([path, file]) =>
    file.kind === 'unknown' && isJudged(path)
      ? [{ path: map.toReport(path), reason: file.reason, inCheckout: checkout.read(path) !== null }]
      : [],
  )
  return {
    sources: sourcesOf(
      overlay(disk, own),
      files.map((source) => asNamed(found, source)),
      sources.unopened,
    ),
    head,
    unread,
  }
}

/** The files of a pull request that the checkout does not hold and the patterns of `files` mean, as reports name them. */
function addedFiles(changed: readonly ChangedFile[], checkout: Tree, request: PullRequestTexts): readonly string[] {
  const { prepared, map } = request
  const missing = changed.filter(({ path, status }) => status !== 'removed' && checkout.read(path) === null)
  if (missing.length === 0) return []
  const paths = missing.map(({ path }) => map.toReport(path))
  return matchingPaths(prepared.inputs.files, paths, DEFAULT_FILES)
}

/** A checkout with the head's files over it, by the same paths. */
export function overlay(checkout: Tree, head: HeadFiles): Tree {
  const statusOf = (path: string) => {
    const file = head.get(path)
    if (file?.kind === 'fetched') return 'file'
    return file?.kind === 'removed' && file.stale ? 'nothing' : null
  }
  return {
    read: (path) => headSource(head, posix.normalize(path), (own) => checkout.read(own)),
    list: (folder) => [...new Set([...checkout.list(folder), ...headEntries(head, folder)])].sort(),
    status: (path) => {
      const name = posix.normalize(path)
      const status = statusOf(name) ?? checkout.status(path)
      return status === 'nothing' && headEntries(head, name).length > 0 ? 'folder' : status
    },
  }
}

/** What stands directly in a folder of the head and may be missing from the checkout, as paths; sorted. */
function headEntries(head: HeadFiles, folder: string): readonly string[] {
  const name = posix.normalize(folder === '' ? '.' : folder).replace(/\/$/, '')
  const prefix = name === '.' ? '' : `${name}/`
  const entries = new Set<string>()
  for (const [path, file] of head) {
    if (file.kind !== 'fetched' || !path.startsWith(prefix) || path.startsWith('../', prefix.length)) continue
    const end = path.indexOf('/', prefix.length)
    entries.add(end === -1 ? path : path.slice(0, end))
  }
  return [...entries].sort()
}
