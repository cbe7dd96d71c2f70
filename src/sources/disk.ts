import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { realPath, relativePath, WorkspaceBoundary } from './paths.js'
import type { Source, Voucher } from './source.js'
import type { Status, Tree } from './sources.js'
import { replaceFile, unopened } from './write.js'

/** The disk as a run may see it. As a tree it stays in the workspace. */
export interface Disk extends Tree {
  /** The file at a path that a person or a pattern named; nothing is read before it is asked for. */
  source(path: string): Source
  /**
   * Replaces the content of an existing file in one step: readers see the old bytes or the new ones, and a failure
   * leaves the old ones. The file keeps its mode; a link stays a link, and the file it leads to is replaced.
   *
   * @throws {UserError} when the file does not exist, lies outside of the workspace by a link, or cannot be written.
   */
  replace(path: string, bytes: Uint8Array): void
}

export interface DiskOptions {
  /** Absolute; paths are relative to it. */
  readonly cwd: string
  /** Absolute; the tree does not leave it. */
  readonly workspace: string
  /** Folders outside of the workspace that the user named, such as a Terraform root module. */
  readonly named?: readonly string[]
  /** Who vouches for what lies there; the job unless it is said. */
  readonly by?: Voucher
}

export function openDisk({ cwd, workspace, named = [], by = 'job' }: DiskOptions): Disk {
  const folders = [workspace, ...named.map((folder) => resolve(cwd, folder))]
  const boundaries = folders.map((folder) => new WorkspaceBoundary(folder))
  const isInside = (absolute: string) => boundaries.some((boundary) => boundary.resolveInside(absolute) !== null)
  const statusOf = (absolute: string) =>
    isInside(absolute) ? kindOf(absolute) : outsideOrNothing(absolute, boundaries)
  const scratch = Buffer.allocUnsafeSlow(SCRATCH)
  return {
    source: (path) => new DiskSource({ path, absolute: resolve(cwd, path), linked: false, anyKind: true, by, scratch }),
    replace: (path, bytes) => replaceFile({ cwd, path, bytes, boundaries }),
    read: (path) => {
      const absolute = resolve(cwd, path)
      if (statusOf(absolute) !== 'file') return null
      const name = relativePath(cwd, absolute)
      const [real, top] = [realPath(absolute), realPath(cwd)]
      const linked = top !== null && real !== resolve(top, name)
      return new DiskSource({ path: name, absolute: real ?? absolute, linked, anyKind: false, by, scratch })
    },
    list: (folder) => (isInside(resolve(cwd, folder)) ? namesIn(cwd, folder) : []),
    status: (path) => statusOf(resolve(cwd, path)),
  }
}

/** What leads out of the workspace is told from what is not there by its name alone, or by the link that it is. */
function outsideOrNothing(absolute: string, boundaries: readonly WorkspaceBoundary[]): Status {
  const isNamedInside = boundaries.some((boundary) => boundary.contains(absolute))
  return isNamedInside && realPath(absolute) === null ? 'nothing' : 'outside'
}

function kindOf(absolute: string): Status {
  try {
    const stats = statSync(absolute, { throwIfNoEntry: false })
    if (stats?.isFile()) return 'file'
    return stats?.isDirectory() ? 'folder' : 'nothing'
  } catch {
    return 'nothing'
  }
}

/** The names in a folder as paths; none for a folder that does not exist. */
function namesIn(cwd: string, folder: string): readonly string[] {
  try {
    return readdirSync(resolve(cwd, folder))
      .sort()
      .map((name) => (folder === '' ? name : `${folder}/${name}`))
  } catch {
    return []
  }
}

/** A file on disk, and how it may be opened. */
interface DiskFile {
  readonly path: string
  readonly absolute: string
  readonly linked: boolean
  /** A person may name a pipe (`<(terraform show -json plan)`); what a file mentions must be a regular file. */
  readonly anyKind: boolean
  readonly by: Voucher
  /** Small files are read into it, one after the other. */
  readonly scratch: Buffer
}

/**
 * A file on disk. A regular file is read each time it is asked for: ten thousand of them must not stay in memory, and
 * after `--fix` the new content counts. Pipes can be read only once.
 */
class DiskSource implements Source {
  readonly path: string
  readonly linked: boolean
  readonly by: Voucher
  readonly #file: DiskFile
  #kept: Uint8Array | null = null

  constructor(file: DiskFile) {
    this.path = file.path
    this.linked = file.linked
    this.by = file.by
    this.#file = file
  }

  get size(): number {
    const stats = this.#told(() => statSync(this.#file.absolute, { throwIfNoEntry: false }))
    return stats?.isFile() ? stats.size : this.bytes().length
  }

  bytes(): Uint8Array {
    if (this.#kept !== null) return this.#kept
    const { bytes, regular } = this.#opened(({ descriptor, regular }) => ({ bytes: readFileSync(descriptor), regular }))
    if (!regular) this.#kept = bytes
    return bytes
  }

  /** Few system calls and one decoding, for what nearly every file is. */
  quickText(): string | null {
    const { scratch } = this.#file
    return this.#opened(({ descriptor, regular, size }) => {
      if (!regular || size > scratch.length) return null
      const text = scratch.toString('utf8', 0, readSync(descriptor, scratch, 0, size, 0))
      return isOrdinary(text) ? text : null
    })
  }

  /** In pieces, for plans that are larger than memory should be. */
  *chunks(): Generator<Uint8Array> {
    const { descriptor, regular } = this.#told(() => open(this.#file))
    try {
      if (!regular) {
        yield this.bytes()
        return
      }
      for (;;) {
        const chunk = new Uint8Array(CHUNK)
        const length = readSync(descriptor, chunk, 0, CHUNK, null)
        if (length === 0) return
        yield chunk.subarray(0, length)
      }
    } finally {
      closeSync(descriptor)
    }
  }

  #opened<T>(use: (opened: OpenFile) => T): T {
    return this.#told(() => {
      const opened = open(this.#file)
      try {
        return use(opened)
      } finally {
        closeSync(opened.descriptor)
      }
    })
  }

  /** Failures of the file system as mistakes with the file's name. */
  #told<T>(work: () => T): T {
    try {
      return work()
    } catch (thrown) {
      throw unopened(this.path, thrown)
    }
  }
}

interface OpenFile {
  readonly descriptor: number
  readonly regular: boolean
  /** In bytes. */
  readonly size: number
}

/**
 * The one place where files are opened to be read. What kind of file it is tells the descriptor, so that nothing can be
 * put in its place between a look and the opening; one that must be regular is opened without following a link at its
 * end and without waiting for a writer.
 */
function open({ absolute, anyKind }: DiskFile): OpenFile {
  const careful = anyKind ? 0 : (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
  const descriptor = openSync(absolute, constants.O_RDONLY | careful)
  try {
    const stats = fstatSync(descriptor)
    if (!anyKind && !stats.isFile()) throw new Error('not a regular file')
    return { descriptor, regular: stats.isFile(), size: stats.size }
  } catch (thrown) {
    closeSync(descriptor)
    throw thrown
  }
}

/** Bytes of the largest file that is read in one go as text. */
const SCRATCH = 64 * 1024

/** Bytes read at a time. */
const CHUNK = 4 * 1024 * 1024

/** No mark, no bytes that were no UTF-8, no zero bytes of UTF-16. */
function isOrdinary(text: string): boolean {
  return text.charCodeAt(0) !== 0xfeff && !text.includes('\ufffd') && !text.includes('\0')
}
