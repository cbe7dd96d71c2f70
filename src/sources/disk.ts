import { closeSync, readdirSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Standing } from '../model/trust.js'
import { Checkouts, type Vouchers } from './files/checkouts.js'
import { Guard, type OpenFile, type Opening } from './files/guard.js'
import { HeldFolder } from './files/held-folder.js'
import { type OpenedFile, readInto, readRest } from './files/open.js'
import { realPath, relativePath, statOf } from './files/paths.js'
import type { Source, Voucher } from './source.js'
import type { Status, Tree } from './sources.js'
import { replaceFile, unopened } from './write.js'

/** The disk as a run may see it. As a tree it stays in the workspace. */
export interface Disk extends Tree {
  /**
   * The file at a path that a person or a pattern named; nothing is read before it is asked for.
   *
   * @param pipe whether a pipe outside of the workspace may stand for it
   */
  source(path: string, pipe?: boolean): Source
  /**
   * Replaces the content of an existing file in one step: readers see the old bytes or the new ones, and a failure
   * leaves the old ones. The file keeps its mode; a link stays a link, and the file it leads to is replaced.
   *
   * @throws {UserError} when the file does not exist, is one that is never read, or cannot be written.
   */
  replace(path: string, bytes: Uint8Array): void
  /** The checkouts of the workspace, and what their commits hold. */
  readonly checkouts: Checkouts
}

export interface DiskOptions {
  /** Absolute; paths are relative to it. */
  readonly cwd: string
  /** Absolute; the tree does not leave it. */
  readonly workspace: string
  /** Folders outside of the workspace that the user named, such as a Terraform root module. */
  readonly named?: readonly string[]
  /** Where the run stands, by which the checkout is that of the base or of the judged commit; `own` unless it is said. */
  readonly standing?: Standing
  /** Those of the same workspace, where they are known already: each reads git's index once. */
  readonly checkouts?: Checkouts
}

export function openDisk(options: DiskOptions): Disk {
  const { cwd, workspace, named = [], standing = 'own' } = options
  const folders = [workspace, ...named.map((folder) => resolve(cwd, folder))]
  const checkouts = options.checkouts ?? new Checkouts(realPath(workspace) ?? workspace)
  const guard = new Guard(folders, checkouts)
  const top = realPath(cwd)
  const statusOf = (absolute: string, real = realPath(absolute)) => {
    if (real === null) return guard.contains(absolute) ? 'nothing' : 'outside'
    return guard.refusal(absolute, real, false) === null ? kindOf(real) : 'outside'
  }
  const held = new HeldFolder(guard, (folder) => resolve(cwd, folder))
  const disk = { cwd, guard, checkouts, vouchers: vouchersOf(standing), held, scratch: Buffer.allocUnsafeSlow(SCRATCH) }
  return {
    checkouts,
    source: (path, pipe = false) => new DiskSource({ path, linked: false, opening: pipe ? NAMED_PIPE : NAMED }, disk),
    replace: (path, bytes) => replaceFile({ cwd, path, bytes, guard }),
    read: (path) => {
      const absolute = resolve(cwd, path)
      const real = realPath(absolute)
      if (statusOf(absolute, real) !== 'file') return null
      const name = relativePath(cwd, absolute)
      const linked = top !== null && real !== resolve(top, name)
      return new DiskSource({ path: name, linked, opening: FOUND }, disk)
    },
    list: (folder) => (statusOf(resolve(cwd, folder)) === 'folder' ? namesIn(cwd, folder) : []),
    status: (path) => statusOf(resolve(cwd, path)),
    real: (path) => {
      const real = realPath(resolve(cwd, path))
      return real === null || top === null ? null : relativePath(top, real)
    },
  }
}

/** Outside of every checkout there is no commit that could hold a file: who starts a run there means all of it. */
function vouchersOf(standing: Standing): Vouchers {
  return { held: standing === 'stranger' ? 'base' : 'head', outside: standing === 'own' ? 'head' : 'job' }
}

function kindOf(absolute: string): Status {
  const stats = statOf(absolute)
  if (stats?.isFile()) return 'file'
  return stats?.isDirectory() ? 'folder' : 'nothing'
}

/** The names in a folder as paths; none for a folder that does not exist. */
function namesIn(cwd: string, folder: string): readonly string[] {
  try {
    return readdirSync(resolve(cwd, folder))
      .filter((name) => name.toLowerCase() !== '.git')
      .sort()
      .map((name) => (folder === '' ? name : `${folder}/${name}`))
  } catch {
    return []
  }
}

const NAMED: Opening = { pipe: false, outside: true }
const NAMED_PIPE: Opening = { pipe: true, outside: true }
const FOUND: Opening = { pipe: false, outside: false }

/** A file on disk, relative to the working directory, and how it may be opened. */
interface DiskFile {
  readonly path: string
  readonly linked: boolean
  readonly opening: Opening
}

/** What the files of one disk share. */
interface Shared {
  /** Absolute. */
  readonly cwd: string
  readonly guard: Guard
  readonly checkouts: Checkouts
  readonly vouchers: Vouchers
  readonly held: HeldFolder
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
  readonly #file: DiskFile
  readonly #disk: Shared
  #kept: Uint8Array | null = null
  #by: Voucher | null = null

  constructor(file: DiskFile, disk: Shared) {
    this.path = file.path
    this.linked = file.linked
    this.#file = file
    this.#disk = disk
  }

  get #absolute(): string {
    return resolve(this.#disk.cwd, this.path)
  }

  get by(): Voucher {
    this.#by ??= this.#voucher()
    return this.#by
  }

  get size(): number {
    const stats = this.#told(() => statSync(this.#absolute, { throwIfNoEntry: false }))
    return stats?.isFile() ? stats.size : this.bytes().length
  }

  bytes(): Uint8Array {
    if (this.#kept !== null) return this.#kept
    const { bytes, regular } = this.#opened(({ descriptor, regular }) => ({ bytes: readRest(descriptor), regular }))
    if (!regular) this.#kept = bytes
    return bytes
  }

  /** Few system calls and one decoding, for what nearly every file is. */
  quickText(): string | null {
    if (this.#file.opening.pipe) return null
    const opened = this.#disk.held.open(this.path)
    if (opened === null) return this.#opened((file) => (file.regular ? this.#small(file) : null))
    return this.#told(() => {
      try {
        return this.#small(opened)
      } finally {
        closeSync(opened.descriptor)
      }
    })
  }

  #small({ descriptor, size }: OpenedFile): string | null {
    const { scratch } = this.#disk
    if (size > scratch.length || readInto(descriptor, scratch, 0) !== size) return null
    const text = scratch.toString('utf8', 0, size)
    return isOrdinary(text) ? text : null
  }

  /** In pieces, for plans that are larger than memory should be: all in the same room, one after the other. */
  *chunks(): Generator<Uint8Array> {
    const { descriptor, regular } = this.#told(() => this.#open())
    try {
      if (!regular) {
        yield this.bytes()
        return
      }
      const chunk = Buffer.allocUnsafeSlow(CHUNK)
      for (;;) {
        const length = readInto(descriptor, chunk)
        if (length === 0) return
        yield chunk.subarray(0, length)
      }
    } finally {
      closeSync(descriptor)
    }
  }

  /** What cannot be read nobody vouches for; a pipe is what the job makes. */
  #voucher(): Voucher {
    const { checkouts, vouchers } = this.#disk
    try {
      return this.#opened(({ descriptor, real }) =>
        real === null ? 'job' : checkouts.voucher(real, () => readRest(descriptor), vouchers),
      )
    } catch {
      return 'nobody'
    }
  }

  #open(): OpenFile {
    return this.#disk.guard.open(this.#absolute, this.#file.opening)
  }

  #opened<T>(use: (opened: OpenFile) => T): T {
    return this.#told(() => {
      const opened = this.#open()
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

/** Bytes of the largest file that is read in one go as text. */
const SCRATCH = 64 * 1024

/** Bytes read at a time. */
const CHUNK = 256 * 1024

/** No mark, no bytes that were no UTF-8, no zero bytes of UTF-16. */
function isOrdinary(text: string): boolean {
  return text.charCodeAt(0) !== 0xfeff && !text.includes('\ufffd') && !text.includes('\0')
}
