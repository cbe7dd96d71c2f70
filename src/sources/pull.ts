import { lstatSync, readlinkSync } from 'node:fs'
import { isAbsolute, posix, resolve } from 'node:path'
import { DEFAULT_FILES } from '../config/defaults.js'
import { baseName, folderOf, foldersOf, join } from '../text/paths.js'
import { isNamedAnew, terraformFile } from '../text/terraform-files.js'
import { type Disk, openDisk } from './disk.js'
import { blobId } from './files/blob-id.js'
import type { LinkedNames } from './files/commit-names.js'
import type { CommitTree } from './files/commit-tree.js'
import { Folders } from './files/folders.js'
import { isGits } from './files/guard.js'
import { isInside, type PathMap, realPath } from './files/paths.js'
import { type ChangedFile, type HeadFiles, type HeadRequest, headSource, isSubmodule, readHead } from './head.js'
import { matchingPaths } from './match.js'
import { asNamed, type Prepared } from './prepare.js'
import { asAsked, asLinked, memorySource } from './source.js'
import { realIn, type Sources, sourcesOf, type Tree, type Unopened } from './sources.js'

/** The files of a commit, and the names that its links give them; paths are from the root. */
export interface CommittedFiles extends LinkedNames {
  /** Blob ids by the paths of the files themselves. */
  readonly ids: ReadonlyMap<string, string>
  readonly tree: CommitTree
}

export interface PullRequestTexts {
  readonly prepared: Prepared
  /** Root of the repository, absolute, and the way between its paths and those of reports. */
  readonly root: string
  readonly map: PathMap
  /** What the pull request changes, by paths from the root; nothing where GitHub did not list it. */
  readonly changed: readonly ChangedFile[]
  /**
   * All files of the judged commit, their blob ids by paths from the root, where nothing else may be read: what the disk
   * holds counts as far as it is the same. Null where the disk counts.
   */
  readonly commit: CommittedFiles | null
  /** Whether the checkout is of another repository than the pull request's: then its commit says nothing of the head. */
  readonly isForeign: boolean
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
  /** Judged as the head has them, while the checkout holds another text; as reports name them. */
  readonly rewritten: readonly string[]
}

/** Policies and templates that Terraform and templates of CloudFormation may read, besides files of Terraform. */
const TEMPLATES = /\.(?:json|jsonc|ya?ml|tpl|tftpl|template|hcl)$/i

/**
 * Decides which text is judged on a pull request: the head's where it differs from the checkout and can be had, else
 * the checkout's. Files that the head adds are judged where the patterns mean them.
 */
export async function pullRequestSources(request: PullRequestTexts): Promise<PullRequestSources> {
  const { prepared, root, map, fetch, limits, commit } = request
  const { disk, paths, found, sources, standing } = prepared
  const checkout = openDisk({ cwd: root, workspace: paths.workspace, standing, checkouts: disk.checkouts })
  const isText = (file: ChangedFile) => !isSubmodule(file) && (commit !== null || !isLink(file, root, disk))
  const touched = request.changed
    .filter((file) => isOwn(file.path, root, disk))
    // A link that the head removes may still stand in a checkout of the base.
    .map((file) => (file.status === 'removed' && !isText(file) ? { ...file, status: 'gone' } : file))
    .filter((file) => file.status === 'gone' || isText(file))
  const changed = commit === null ? [...touched, ...rewrittenBefore(request, touched)] : allOf(commit.ids, touched)
  const toJudge =
    commit === null
      ? new Set([...found.paths, ...addedFiles(changed, checkout, request)])
      : meantInCommit(commit, checkout, request)
  const itself = (path: string) => commit?.linked.get(path) ?? path
  const judgedFiles = new Set([...toJudge].map((path) => itself(map.toRoot(path))))
  const isJudged = (path: string) => judgedFiles.has(path)
  const isRead = (path: string) => terraformFile(path) !== null || TEMPLATES.test(path)
  const led = new Set([...(commit?.linked ?? [])].flatMap(([name, file]) => (isRead(name) ? [file] : [])))
  const wanted = (path: string) => isJudged(path) || isRead(path) || led.has(path)
  const head = await readHead({ files: changed, checkout, wanted, fetch, limits })

  const own = new Map([...head].map(([path, file]) => [map.toReport(path), file]))
  const onDisk = new Set(found.paths)
  const named = (path: string) => (onDisk.has(path) ? disk.source(path) : null)
  const tree = commit === null ? overlay(disk, own) : committed(commit, { checkout, head, map })
  const textOf = (path: string) => (commit === null ? headSource(own, path, named) : tree.read(path))
  const asked = new Set([...found.named, ...touched.map(({ path }) => map.toReport(path))])
  const files = [...toJudge].flatMap((path) => textOf(path) ?? [])
  const unread = [...head].flatMap(([path, file]) =>
    file.kind === 'unknown' && isJudged(path)
      ? [{ path: map.toReport(path), reason: file.reason, inCheckout: checkout.read(path) !== null }]
      : [],
  )
  const judged = sourcesOf(
    tree,
    files.map((source) => asNamed(found, asked.has(source.path) ? asAsked(source) : source)),
    [...sources.unopened, ...lostLinks(request)],
  )
  return {
    sources: sources.means === undefined ? judged : { ...judged, means: sources.means },
    head,
    unread,
    rewritten: rewrittenIn(head, checkout).filter(isJudged).map(map.toReport),
  }
}

/**
 * The files of a commit that were named or that patterns mean there, as reports name them. What a link leads to counts as the
 * file itself. Where the link makes a file of Terraform of it, or leads out of the working directory, it counts by the name of
 * the link: the one in its own folder, else the first of those that links to the folder give it.
 */
function meantInCommit(
  { ids, linked, tree }: CommittedFiles,
  checkout: Tree,
  request: PullRequestTexts,
): ReadonlySet<string> {
  const { map } = request
  const { paths, named } = request.prepared.found
  const found = new Set(paths.map(map.toRoot))
  // Whether patterns mean a file that the checkout has at the same place, the search there says.
  const isOpen = (path: string) => found.has(path) || checkout.read(path)?.linked !== false
  const meant = meantPaths([...[...ids.keys()].filter(isOpen), ...linked.keys()], request)
  const onDisk = [...named].filter((path) => tree.way(map.toRoot(path)).kind === 'file')
  const files = new Set<string>()
  /** By the places of the links themselves. */
  const byName = new Map<string, string>()
  for (const name of [...onDisk, ...meant].map(map.toRoot)) {
    const file = linked.get(name) ?? name
    if (file === name || (!isNamedAnew(name, file) && !map.toReport(file).startsWith('../'))) files.add(file)
    else {
      const folder = tree.way(folderOf(name))
      const own = join(folder.kind === 'folder' ? folder.path : folderOf(name), baseName(name))
      if (name === own || !byName.has(own)) byName.set(own, name)
    }
  }
  const further = [...byName].flatMap(([own, name]) => (files.has(own) ? [] : [name]))
  return new Set([...files, ...further].map(map.toReport))
}

/** Those of some paths from the root that the patterns of `files` mean, as reports name them. */
function meantPaths(paths: readonly string[], { prepared, map }: PullRequestTexts): readonly string[] {
  const cwd = map.toRoot('')
  return matchingPaths(prepared.inputs.files, paths.map(map.toReport), DEFAULT_FILES, cwd.startsWith('..') ? '' : cwd)
}

/** The links that patterns mean and of which nobody knows what they lead to, as reports name them. */
function lostLinks(request: PullRequestTexts): readonly Unopened[] {
  const { commit, prepared, map } = request
  const lost = commit?.lost ?? []
  if (lost.length === 0) return []
  // Behind a link may be a folder as well: then anything below it counts.
  const below = (path: string) => EXAMPLES.map((name) => `${path}/${name}`)
  const all = lost.flatMap(({ path, names }) => [path, ...names].flatMap((name) => [name, ...below(name)]))
  const meant = new Set(meantPaths(all, request))
  const isNamed = (path: string) => prepared.inputs.files.some((pattern) => pattern.startsWith(`${path}/`))
  const isMeant = (path: string) => isNamed(path) || [path, ...below(path)].some((name) => meant.has(name))
  return lost.flatMap(({ path, names, reason }) => {
    const told = [path, ...names].map(map.toReport).find(isMeant)
    return told === undefined ? [] : [{ path: told, reason: `${told} ${reason}` }]
  })
}

/** Names that patterns for policies, templates and sources match. */
const EXAMPLES = ['a.json', 'a.yaml', 'a.yml', 'a.tf', 'a.tftpl', 'a.template']

/**
 * Whether what changes is a symbolic link, whose blob is the path that it leads to and no text to judge: it is what the
 * checkout says, which holds the same link. GitHub's list of files does not tell.
 */
function isLink({ path, sha }: ChangedFile, root: string, { checkouts }: Pick<Disk, 'checkouts'>): boolean {
  const absolute = resolve(realPath(root) ?? root, path)
  const entry = checkouts.entry(absolute)
  if (sha === null) return false
  if (entry !== null && entry.id === sha) return (entry.mode & FILE_TYPE) === LINK
  const isThere = lstatSync(absolute, { throwIfNoEntry: false })?.isSymbolicLink() === true
  return isThere && blobId(Buffer.from(readlinkSync(absolute)), sha) === sha
}

/** Whether a path of the pull request is one of its repository: not where another one is checked out. */
function isOwn(path: string, root: string, { checkouts }: Pick<Disk, 'checkouts'>): boolean {
  const [top, file] = [realPath(root) ?? root, resolve(realPath(root) ?? root, path)]
  const nearest = checkouts.rootOf(file)
  return nearest === null || nearest === top || !isInside(top, nearest)
}

/**
 * Files that the pull request leaves alone and a step of the job rewrote: what the head holds is what the commit of the
 * checkout does.
 */
function rewrittenBefore(
  { prepared: { sources, disk }, root, map, isForeign }: PullRequestTexts,
  touched: readonly ChangedFile[],
): readonly ChangedFile[] {
  if (isForeign) return []
  const known = new Set(touched.map(({ path }) => path))
  const top = realPath(root) ?? root
  return sources.files.flatMap((source) => {
    const path = map.toRoot(source.path)
    if (known.has(path) || source.by !== 'nobody' || !isOwn(path, root, disk)) return []
    const entry = disk.checkouts.entry(resolve(top, path))
    const isFile = entry !== null && (entry.mode & FILE_TYPE) === REGULAR
    return isFile ? [{ path, sha: entry.id, status: 'modified' }] : []
  })
}

/** Of a mode, what says that it is that of a file, not of a link or a submodule. */
const FILE_TYPE = 0o170000
const REGULAR = 0o100000
const LINK = 0o120000

/** Every file of a commit as one that is to be compared; what the change takes away stays said. */
function allOf(commit: ReadonlyMap<string, string>, touched: readonly ChangedFile[]): readonly ChangedFile[] {
  return [
    ...[...commit].map(([path, sha]) => ({ path, sha, status: 'modified' })),
    ...touched.filter(({ path }) => !commit.has(path)).map(({ path }) => ({ path, sha: null, status: 'gone' })),
  ]
}

/** The files of which the checkout holds another text than its own commit: a step rewrote them. */
function rewrittenIn(head: HeadFiles, checkout: Tree): readonly string[] {
  return [...head].flatMap(([path, file]) => {
    const own = file.kind === 'fetched' ? checkout.read(path) : null
    return own !== null && own.by !== 'head' && own.by !== 'base' ? [path] : []
  })
}

/** The files of a pull request that the checkout does not hold and the patterns of `files` mean, as reports name them. */
function addedFiles(changed: readonly ChangedFile[], checkout: Tree, request: PullRequestTexts): readonly string[] {
  const missing = changed.filter(
    ({ path, status }) => status !== 'removed' && status !== 'gone' && checkout.read(path) === null,
  )
  return missing.length === 0
    ? []
    : meantPaths(
        missing.map(({ path }) => path),
        request,
      )
}

/** A checkout with the head's files over it, by the same paths; what a link of the checkout leads to is what the head has of it. */
export function overlay(checkout: Tree, head: HeadFiles): Tree {
  const added = new Folders([...head].flatMap(([path, file]) => (file.kind === 'fetched' ? [path] : [])))
  const statusOf = (path: string) => {
    const file = head.get(path)
    if (file?.kind === 'fetched') return 'file'
    return file?.kind === 'removed' && file.stale ? 'nothing' : null
  }
  const isSame = ![...head.keys()].some((path) => statusOf(path) !== null)
  /** The path at which the head has another file than the checkout has behind a link, or none. */
  const differing = (name: string) => {
    if (isSame || statusOf(name) !== null) return null
    const gone = foldersOf(name).find((folder) => statusOf(folder) === 'nothing')
    const file = gone ?? realIn(checkout, name) ?? name
    return statusOf(file) === null ? null : file
  }
  return {
    read: (path) => {
      const name = posix.normalize(path)
      const file = differing(name)
      if (file === null) return headSource(head, name, (own) => checkout.read(own))
      const source = headSource(head, file, () => null)
      return source === null ? null : asLinked(memorySource(name, source.bytes(), 'head'))
    },
    list: (folder) => {
      const kept = checkout.list(folder).filter((path) => statusOf(posix.normalize(path)) !== 'nothing')
      return [...new Set([...kept, ...(added.entries(folder) ?? [])])].sort()
    },
    status: (path) => {
      const name = posix.normalize(path)
      const status = statusOf(differing(name) ?? name) ?? checkout.status(path)
      return status === 'nothing' && added.entries(name) !== undefined ? 'folder' : status
    },
    // What the head has of a path is a file of its own: links are left to the checkout.
    real: (path) => (statusOf(posix.normalize(path)) === 'file' ? posix.normalize(path) : realIn(checkout, path)),
  }
}

/** What a commit is read by: the checkout and the head by paths from the root, and the way between these and reports. */
export interface CommitRequest {
  readonly checkout: Pick<Tree, 'read'>
  readonly head: HeadFiles
  readonly map: PathMap
}

/**
 * The files of a commit and nothing else, by the paths of reports. The checkout only saves fetching them: what it holds counts
 * where it is the very content that the commit has.
 */
export function committed({ ids, tree }: CommittedFiles, { checkout, head, map }: CommitRequest): Tree {
  const wayOf = (path: string) => (isAbsolute(path) || isGits(path) ? null : tree.way(map.toRoot(path)))
  const textOf = (file: string) => {
    const known = headSource(head, file, () => null)
    if (known !== null) return known.bytes()
    const [own, id] = [checkout.read(file), ids.get(file)]
    if (own === null || id === undefined || own.size > MAX_COMPARED) return null
    const bytes = own.bytes()
    return blobId(bytes, id) === id ? bytes : null
  }
  return {
    read: (path) => {
      const [name, way] = [map.toRoot(path), wayOf(path)]
      const bytes = way?.kind === 'file' ? textOf(way.path) : null
      if (way?.kind !== 'file' || bytes === null) return null
      const source = memorySource(map.toReport(name), bytes, 'head')
      return way.path === name ? source : asLinked(source)
    },
    list: (folder) => {
      const [name, way] = [join('', folder), wayOf(folder)]
      return way?.kind === 'folder' ? tree.entries(way.path).map((path) => join(name, baseName(path))) : []
    },
    status: (path) => {
      const kind = wayOf(path)?.kind ?? 'lost'
      return kind === 'lost' ? 'outside' : kind === 'circle' ? 'nothing' : kind
    },
    real: (path) => {
      const way = wayOf(path)
      return way?.kind === 'file' || way?.kind === 'folder' ? map.toReport(way.path) : null
    },
  }
}

const MAX_COMPARED = 64 * 1024 * 1024
