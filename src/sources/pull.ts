import { lstatSync, readlinkSync } from 'node:fs'
import { posix, resolve } from 'node:path'
import { DEFAULT_FILES } from '../config/defaults.js'
import { baseName, foldersOf, join } from '../text/paths.js'
import { isNamedAnew, terraformFile } from '../text/terraform-files.js'
import { type Disk, openDisk } from './disk.js'
import { blobId } from './files/blob-id.js'
import { isInside, type PathMap, realPath } from './files/paths.js'
import { type ChangedFile, type HeadFiles, type HeadRequest, headSource, isSubmodule, readHead } from './head.js'
import { matchingPaths } from './match.js'
import { asNamed, type Prepared } from './prepare.js'
import { asAsked, asLinked, memorySource } from './source.js'
import { realIn, type Sources, sourcesOf, type Tree } from './sources.js'

/** The files of a commit by their names, those that links give them too. */
export interface CommittedFiles {
  /** Blob ids by paths from the root. */
  readonly ids: ReadonlyMap<string, string>
  /** The names that lead through a link, each with that of the file itself. */
  readonly linked: ReadonlyMap<string, string>
  /** The links to folders, each with the folder itself. */
  readonly folders: ReadonlyMap<string, string>
  /** The links to what the commit does not hold, whatever the disk does. */
  readonly nowhere: ReadonlySet<string>
  /** Links of which nobody knows what they lead to, each with the reason, which goes on after the name. */
  readonly lost: readonly { readonly path: string; readonly reason: string }[]
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
  const { prepared, root, map, fetch, limits, commit: committedFiles } = request
  const commit = committedFiles?.ids ?? null
  const { disk, paths, found, sources, standing } = prepared
  const checkout = openDisk({ cwd: root, workspace: paths.workspace, standing, checkouts: disk.checkouts })
  const isText = (file: ChangedFile) => !isSubmodule(file) && (commit !== null || !isLink(file, root, disk))
  const touched = request.changed.filter((file) => isText(file) && isOwn(file.path, root, disk))
  const changed = commit === null ? [...touched, ...rewrittenBefore(request, touched)] : allOf(commit, touched)
  const onDisk = new Set(commit === null ? found.paths : found.paths.filter((path) => commit.has(map.toRoot(path))))
  const itself = (path: string) => {
    const name = map.toRoot(path)
    const leadsTo = committedFiles?.linked.get(name) ?? name
    return map.toReport(isNamedAnew(name, leadsTo) ? name : leadsTo)
  }
  const toJudge = new Set([...onDisk, ...addedFiles(changed, checkout, request)].map(itself))
  const isJudged = (path: string) => toJudge.has(map.toReport(path))
  const wanted = (path: string) => isJudged(path) || terraformFile(path) !== null || TEMPLATES.test(path)
  const head = await readHead({ files: changed, checkout, wanted, fetch, limits })

  const own = new Map([...head].map(([path, file]) => [map.toReport(path), file]))
  const named = (path: string) => (onDisk.has(path) ? disk.source(path) : null)
  const asked = new Set([...found.named, ...touched.map(({ path }) => map.toReport(path))])
  const files = [...toJudge].flatMap((path) => headSource(own, path, named) ?? [])
  const lost = lostLinks(request)
  const unread = [...head].flatMap(([path, file]) =>
    file.kind === 'unknown' && isJudged(path)
      ? [{ path: map.toReport(path), reason: file.reason, inCheckout: checkout.read(path) !== null }]
      : [],
  )
  const judged = sourcesOf(
    committedFiles === null ? overlay(disk, own) : committed(disk, own, reported(committedFiles, map)),
    files.map((source) => asNamed(found, asked.has(source.path) ? asAsked(source) : source)),
    [...sources.unopened, ...lost],
  )
  return {
    sources: sources.means === undefined ? judged : { ...judged, means: sources.means },
    head,
    unread,
    rewritten: rewrittenIn(head, checkout).filter(isJudged).map(map.toReport),
  }
}

/** The files of a commit as reports name them. */
function reported({ ids, linked, folders, nowhere, lost }: CommittedFiles, { toReport }: PathMap): CommittedFiles {
  const named = (ways: ReadonlyMap<string, string>) =>
    new Map([...ways].map(([name, end]) => [toReport(name), toReport(end)]))
  return {
    ids: new Map([...ids].map(([path, id]) => [toReport(path), id])),
    linked: named(linked),
    folders: named(folders),
    nowhere: new Set([...nowhere].map(toReport)),
    lost: lost.map(({ path, reason }) => ({ path: toReport(path), reason })),
  }
}

/** The links that patterns mean and of which nobody knows what they lead to, as reports name them. */
function lostLinks({ commit, prepared, map }: PullRequestTexts): CommittedFiles['lost'] {
  const lost = (commit?.lost ?? []).map(({ path, reason }) => {
    const name = map.toReport(path)
    return { path: name, reason: `${name} ${reason}` }
  })
  if (lost.length === 0) return []
  const { files } = prepared.inputs
  // Behind a link may be a folder as well: then anything below it counts.
  const below = (path: string) => EXAMPLES.map((name) => `${path}/${name}`)
  const names = lost.flatMap(({ path }) => [path, ...below(path)])
  const meant = new Set(matchingPaths(files, names, DEFAULT_FILES))
  const isNamed = (path: string) => files.some((pattern) => pattern.startsWith(`${path}/`))
  return lost.filter(({ path }) => isNamed(path) || [path, ...below(path)].some((name) => meant.has(name)))
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
  const { prepared, map } = request
  const missing = changed.filter(
    ({ path, status }) => status !== 'removed' && status !== 'gone' && checkout.read(path) === null,
  )
  if (missing.length === 0) return []
  const paths = missing.map(({ path }) => map.toReport(path))
  return matchingPaths(prepared.inputs.files, paths, DEFAULT_FILES)
}

/** A checkout with the head's files over it, by the same paths. */
export function overlay(checkout: Tree, head: HeadFiles): Tree {
  const added = new Folders([...head].flatMap(([path, file]) => (file.kind === 'fetched' ? [path] : [])))
  const statusOf = (path: string) => {
    const file = head.get(path)
    if (file?.kind === 'fetched') return 'file'
    return file?.kind === 'removed' && file.stale ? 'nothing' : null
  }
  return {
    read: (path) => headSource(head, posix.normalize(path), (own) => checkout.read(own)),
    list: (folder) => [...new Set([...checkout.list(folder), ...(added.entries(folder) ?? [])])].sort(),
    status: (path) => {
      const name = posix.normalize(path)
      const status = statusOf(name) ?? checkout.status(path)
      return status === 'nothing' && added.entries(name) !== undefined ? 'folder' : status
    },
    // What the head has of a path is a file of its own: links are left to the checkout.
    real: (path) => (statusOf(posix.normalize(path)) === 'file' ? posix.normalize(path) : realIn(checkout, path)),
  }
}

/**
 * The files of a commit and nothing else. The checkout only saves fetching them: what it holds counts where it is the very
 * content that the commit has.
 */
export function committed(
  checkout: Tree,
  head: HeadFiles,
  { ids, linked, folders: links, nowhere, lost }: CommittedFiles,
): Tree {
  const out = new Set(lost.map(({ path }) => path))
  const folders = new Folders([...ids.keys(), ...nowhere, ...out])
  const real = (path: string) => {
    const name = join('', path)
    return linked.get(name) ?? behindLinks(name, links)
  }
  const read = (path: string) => {
    const name = posix.normalize(path)
    const source = readFile(name, ids.has(name) ? name : real(name))
    return source !== null && real(name) !== name ? asLinked(source) : source
  }
  const readFile = (name: string, file: string) => {
    const id = ids.get(file)
    if (id === undefined) return null
    const known = headSource(head, file, () => null)
    if (known !== null) return file === name ? known : memorySource(name, known.bytes(), 'head')
    const own = checkout.read(file)
    if (own === null || own.size > MAX_COMPARED) return null
    const bytes = own.bytes()
    return blobId(bytes, id) === id ? memorySource(name, bytes, 'head') : null
  }
  const statusOf = (name: string) => {
    if (folders.entries(name) !== undefined) return 'folder'
    if (ids.has(name)) return 'file'
    if (nowhere.has(name)) return 'nothing'
    return out.has(name) || checkout.status(name) === 'outside' ? 'outside' : 'nothing'
  }
  const list = (folder: string) => {
    const [own, name] = [join('', folder), real(folder)]
    // What a link leads to may hold further links.
    const behind = name === own ? [] : [...(folders.entries(name) ?? [])].map((path) => join(own, baseName(path)))
    return [...new Set([...(folders.entries(folder) ?? []), ...behind])].sort()
  }
  const status = (path: string) => {
    const own = statusOf(posix.normalize(path))
    return own === 'nothing' ? statusOf(real(path)) : own
  }
  return { read, list, real, status }
}

/** Where a path leads once the links on its way are followed, which do not lead in a circle. */
function behindLinks(path: string, links: CommittedFiles['folders']): string {
  for (const name of [path, ...foldersOf(path)]) {
    const end = links.get(name)
    if (end !== undefined) return behindLinks(join(end, path.slice(name.length)), links)
  }
  return path
}

const MAX_COMPARED = 64 * 1024 * 1024

/** What stands directly in each folder of some paths. */
class Folders {
  readonly #entries = new Map<string, Set<string>>()

  constructor(paths: Iterable<string>) {
    for (const path of paths) this.#add(path)
  }

  /** As paths; undefined where there is no such folder. */
  entries(folder: string): ReadonlySet<string> | undefined {
    return this.#entries.get(posix.normalize(folder === '' ? '.' : folder).replace(/\/$/, ''))
  }

  /** Puts a path into its folder, and the folder into the one above. */
  #add(path: string): void {
    for (let at = path; at !== '.' && at !== '..'; at = posix.dirname(at)) {
      const folder = posix.dirname(at)
      const entries = this.#entries.get(folder)
      if (entries?.has(at)) return
      this.#entries.set(folder, (entries ?? new Set()).add(at))
      if (/(?:^|\/)\.\.$/.test(folder)) return
    }
  }
}
