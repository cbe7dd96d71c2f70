import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Lookup, Source } from './source.js'
import { Boundary, realPath, relativePath } from './paths.js'
import { replaceFile, unopened } from './write.js'

/** The disk as `check` may see it: sources by path, and a lookup that stays in the workspace. */
export interface Workspace {
  /** The file at a path that the user or a glob named; nothing is read before it is asked for. */
  source(path: string): Source
  /** A further file that a file mentions, or null where there is none or it lies outside of the workspace. */
  readonly lookup: Lookup
  /**
   * Replaces the content of an existing file in one step: readers see the old bytes or the new ones, and a failure
   * leaves the old ones. The file keeps its mode; a link stays a link, and the file it leads to is replaced.
   *
   * @throws {UserError} when the file does not exist, lies outside of the workspace by a link, or cannot be written.
   */
  replace(path: string, bytes: Uint8Array): void
}

export interface WorkspaceOptions {
  /** Absolute; paths are relative to it. */
  readonly cwd: string
  /** Absolute; no lookup leaves it. */
  readonly workspace: string
  /** Folders outside of the workspace that the user named, such as a Terraform root module. */
  readonly named?: readonly string[]
}

export function openWorkspace({ cwd, workspace, named = [] }: WorkspaceOptions): Workspace {
  const boundaries = [workspace, ...named.map((folder) => resolve(cwd, folder))].map((folder) => new Boundary(folder))
  return {
    source: (path) => new DiskSource(cwd, path),
    replace: (path, bytes) => replaceFile(cwd, path, bytes, boundaries),
    lookup: Object.assign(
      (path: string) => {
        const absolute = resolve(cwd, path)
        if (!inside(boundaries, absolute)) return null
        if (!isFile(absolute)) return null
        const real = realPath(cwd)
        const name = relativePath(cwd, absolute)
        return new DiskSource(cwd, name, real !== null && realPath(absolute) !== resolve(real, name))
      },
      { list: (folder: string) => listFolder(cwd, folder, boundaries) },
    ),
  }
}

function inside(boundaries: readonly Boundary[], absolute: string): boolean {
  return boundaries.some((boundary) => boundary.resolveInside(absolute) !== null)
}

/** The names in a folder as paths; none for a folder that does not exist or lies outside of the workspace. */
function listFolder(cwd: string, folder: string, boundaries: readonly Boundary[]): readonly string[] {
  const absolute = resolve(cwd, folder)
  if (!inside(boundaries, absolute)) return []
  try {
    return readdirSync(absolute)
      .sort()
      .map((name) => (folder === '' ? name : `${folder}/${name}`))
  } catch {
    return []
  }
}

/** A source whose content is at hand, for standard input and for tests. */
export function memorySource(path: string, bytes: Uint8Array): Source {
  return { path, size: bytes.length, bytes: () => bytes }
}

/**
 * A file on disk. A regular file is read each time it is asked for: ten thousand of them must not stay in memory, and
 * after `--fix` the new content counts. Pipes (`<(terraform show -json plan)`) can be read only once.
 */
class DiskSource implements Source {
  readonly path: string
  readonly linked: boolean
  readonly #absolute: string
  #kept: Uint8Array | null = null

  constructor(cwd: string, path: string, linked = false) {
    this.path = path
    this.linked = linked
    this.#absolute = resolve(cwd, path)
  }

  get size(): number {
    const stats = this.#opened(() => statSync(this.#absolute, { throwIfNoEntry: false }))
    return stats?.isFile() ? stats.size : this.bytes().length
  }

  bytes(): Uint8Array {
    if (this.#kept !== null) return this.#kept
    const { bytes, regular } = this.#opened(() => read(this.#absolute))
    if (!regular) this.#kept = bytes
    return bytes
  }

  /** Few system calls and one decoding, for what nearly every file is. */
  quickText(): string | null {
    return this.#opened(() => readQuickly(this.#absolute))
  }

  /** In pieces, for plans that are larger than memory should be. */
  *chunks(): Generator<Uint8Array> {
    const file = this.#opened(() => openSync(this.#absolute, 'r'))
    try {
      if (!fstatSync(file).isFile()) {
        yield this.bytes()
        return
      }
      for (;;) {
        const chunk = new Uint8Array(CHUNK)
        const length = readSync(file, chunk, 0, CHUNK, null)
        if (length === 0) return
        yield chunk.subarray(0, length)
      }
    } finally {
      closeSync(file)
    }
  }

  #opened<T>(open: () => T): T {
    try {
      return open()
    } catch (thrown) {
      throw unopened(this.path, thrown)
    }
  }
}

function readQuickly(path: string): string | null {
  const file = openSync(path, 'r')
  try {
    const stats = fstatSync(file)
    if (!stats.isFile() || stats.size > SCRATCH.length) return null
    const text = SCRATCH.toString('utf8', 0, readSync(file, SCRATCH, 0, stats.size, 0))
    return isOrdinary(text) ? text : null
  } finally {
    closeSync(file)
  }
}

/** Small files are read into it, one after the other. */
const SCRATCH = Buffer.allocUnsafeSlow(64 * 1024)

/** No mark, no bytes that were no UTF-8, no zero bytes of UTF-16. */
function isOrdinary(text: string): boolean {
  return text.charCodeAt(0) !== 0xfeff && !text.includes('\ufffd') && !text.includes('\0')
}

/** Bytes read at a time. */
const CHUNK = 4 * 1024 * 1024

function read(path: string): { bytes: Uint8Array; regular: boolean } {
  const file = openSync(path, 'r')
  try {
    return { bytes: readFileSync(file), regular: fstatSync(file).isFile() }
  } finally {
    closeSync(file)
  }
}

function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
  } catch {
    return false
  }
}
