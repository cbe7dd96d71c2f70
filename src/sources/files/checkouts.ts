import { existsSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Voucher } from '../../model/trust.js'
import { blobId } from './blob-id.js'
import { type GitIndex, type IndexEntry, readIndex } from './git-index.js'
import { pointerTo } from './lfs.js'
import { readPlain } from './open.js'
import { isInside, relativePath } from './paths.js'

/** An index of more bytes is not read. */
const MAX_INDEX = 512 * 1024 * 1024

/** Files of Git's own that are read as text. */
const MAX_CONFIG = 1024 * 1024

/** Who vouches for what a commit holds, and for what lies in no checkout. */
export interface Vouchers {
  readonly held: Extract<Voucher, 'base' | 'head'>
  readonly outside: Voucher
}

/**
 * The checkouts below a folder, each with what its commit holds, as the index of the checkout lists it. Paths are absolute,
 * with links resolved. What of `.git` is read here is read by this class alone.
 */
export class Checkouts {
  readonly #top: string
  /** Root of the checkout that each folder belongs to. */
  readonly #roots = new Map<string, string | null>()
  readonly #indexes = new Map<string, GitIndex | null>()
  readonly #gitFolders = new Map<string, boolean>()

  /** `top` is absolute: no checkout above it counts. */
  constructor(top: string) {
    this.#top = top
  }

  /** The folder with a `.git` that a path lies in, the nearest one; null outside of a checkout. */
  rootOf(path: string): string | null {
    return this.#rootAbove(dirname(path))
  }

  #rootAbove(folder: string): string | null {
    const known = this.#roots.get(folder)
    if (known !== undefined) return known
    const above = () => (folder === this.#top || folder === dirname(folder) ? null : this.#rootAbove(dirname(folder)))
    const root = !isInside(this.#top, folder) ? null : existsSync(join(folder, '.git')) ? folder : above()
    this.#roots.set(folder, root)
    return root
  }

  /** What the checkout's commit holds at a path; null where it holds nothing, or where that is not known. */
  entry(path: string): IndexEntry | null {
    const root = this.rootOf(path)
    if (root === null) return null
    return this.#index(root)?.get(relativePath(root, path)) ?? null
  }

  /**
   * Who vouches for a file: the commit, where it holds this very content, as Git or Git LFS may have written it to the disk;
   * nobody, where it holds another one, or where nobody can read what it holds; the job, where it holds nothing of this name.
   */
  voucher(path: string, bytes: () => Uint8Array, { held, outside }: Vouchers): Voucher {
    const root = this.rootOf(path)
    if (root === null) return outside
    const index = this.#index(root)
    const entry = this.entry(path)
    if (index === null || entry === null) return index === null ? 'nobody' : 'job'
    return isContent(bytes(), entry.id) ? held : 'nobody'
  }

  /** Whether a folder is Git's own: `.git`, or what a `.git` file or a tool made elsewhere, which no commit holds. */
  isGitFolder(folder: string): boolean {
    const known = this.#gitFolders.get(folder)
    if (known !== undefined) return known
    const has = (name: string) => existsSync(join(folder, name))
    const looksLike = has('HEAD') && (has('commondir') || (has('objects') && has('refs')))
    const isGit = looksLike && this.rootOf(folder) !== null && this.entry(join(folder, 'HEAD')) === null
    this.#gitFolders.set(folder, isGit)
    return isGit
  }

  /** `owner/name` of the repository that a checkout was fetched from; null where that is not known. */
  repositoryOf(root: string): string | null {
    const common = commonFolder(gitFolder(root))
    const config = common === null ? null : readText(join(common, 'config'))
    const origin = config === null ? null : originOf(config)
    return /[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(origin ?? '')?.[1] ?? null
  }

  /** The commit that is checked out by its id, as `actions/checkout` does for every event; null for a branch. */
  commitOf(root: string): string | null {
    const folder = gitFolder(root)
    const written = folder === null ? null : readText(join(folder, 'HEAD'))
    return /^([0-9a-f]{40}(?:[0-9a-f]{24})?)\s*$/.exec(written ?? '')?.[1] ?? null
  }

  #index(root: string): GitIndex | null {
    const known = this.#indexes.get(root)
    if (known !== undefined) return known
    const index = openIndex(root)
    this.#indexes.set(root, index)
    return index
  }
}

function isContent(bytes: Uint8Array, id: string): boolean {
  if (blobId(bytes, id) === id) return true
  if (bytes.includes(CARRIAGE_RETURN) && blobId(withoutCarriageReturns(bytes), id) === id) return true
  return blobId(pointerTo(bytes), id) === id
}

const CARRIAGE_RETURN = 13

/** With `core.autocrlf` Git writes line ends that the commit does not have. */
function withoutCarriageReturns(bytes: Uint8Array): Uint8Array {
  return Buffer.from(Buffer.from(bytes).toString('latin1').replaceAll('\r\n', '\n'), 'latin1')
}

/** The address of the remote named `origin`. */
function originOf(config: string): string | null {
  let section = ''
  for (const line of config.split('\n').map((each) => each.trim())) {
    if (line.startsWith('[')) section = line
    else if (section === '[remote "origin"]' && line.startsWith('url')) {
      const [name = '', value = ''] = line.split('=', 2)
      if (name.trim() === 'url') return value.trim()
    }
  }
  return null
}

/** What a checkout's commit holds, nothing where there is no index; null where there is one that cannot be read. */
function openIndex(root: string): GitIndex | null {
  const folder = gitFolder(root)
  if (folder === null || !existsSync(join(folder, 'index'))) return new Map()
  const common = commonFolder(folder)
  const config = (common === null ? null : readText(join(common, 'config'))) ?? ''
  const bytes = readPlain(join(folder, 'index'), MAX_INDEX)
  const shared = (id: string) => readPlain(join(folder, `sharedindex.${id}`), MAX_INDEX)
  return bytes === null ? null : readIndex(bytes, hasLongIds(config) ? 32 : 20, shared)
}

function hasLongIds(config: string): boolean {
  return config.split('\n').some((line) => line.replaceAll(/\s/g, '').toLowerCase() === 'objectformat=sha256')
}

/** The folder that holds a checkout's own state: `.git`, or where the file of that name leads. */
function gitFolder(root: string): string | null {
  const path = join(root, '.git')
  try {
    if (statSync(path).isDirectory()) return path
  } catch {
    return null
  }
  const named = /^gitdir: (.+)$/m.exec(readText(path) ?? '')?.[1]
  return named === undefined ? null : resolve(root, named.trim())
}

/** The folder that the worktrees of a repository share. */
function commonFolder(folder: string | null): string | null {
  if (folder === null) return null
  const named = readText(join(folder, 'commondir'))
  return named === null ? folder : resolve(folder, named.trim())
}

function readText(path: string): string | null {
  const bytes = readPlain(path, MAX_CONFIG)
  return bytes === null ? null : new TextDecoder().decode(bytes)
}
