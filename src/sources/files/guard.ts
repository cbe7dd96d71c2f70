import { closeSync, type Stats, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import type { Checkouts } from './checkouts.js'
import { openFolder, openToRead } from './open.js'
import { isInside, realPath, relativePath, WorkspaceBoundary } from './paths.js'

/** Why something is never read or written; the message goes on after the name of the file. */
export class Refused extends Error {}

export const LEADS_OUT = 'is a link that leads out of the workspace'
export const GITS_OWN = "is not read: it is one of Git's own files"
export const NOT_REGULAR = 'is not a regular file, but a pipe, a socket, a device or a folder'

/** A file that was opened to be read. Whoever asked for it closes the descriptor. */
export interface OpenFile {
  readonly descriptor: number
  readonly regular: boolean
  /** In bytes. */
  readonly size: number
  /** Absolute, with links resolved; null for what is no file. */
  readonly real: string | null
}

/** How a file may be opened. */
export interface Opening {
  /** Whether it may be a pipe that lies outside of the workspace: one that a person named, `<(terraform show -json plan)`. */
  readonly pipe: boolean
  /** Whether a path that, as it is written, stands outside of the workspace may be read: one that a person named. */
  readonly outside: boolean
}

/**
 * Decides what may be read: regular files that stand in the workspace when every link is followed, none of them Git's own.
 * The decision falls on the descriptor, so that nothing can be put in the place of a file between a look and the opening.
 */
export class Guard {
  readonly #boundaries: readonly WorkspaceBoundary[]
  readonly #checkouts: Checkouts

  /** `folders` are absolute: the workspace, and others that a person named. */
  constructor(folders: readonly string[], checkouts: Checkouts) {
    this.#boundaries = folders.map((folder) => new WorkspaceBoundary(folder))
    this.#checkouts = checkouts
  }

  /** Whether a path, as it is written, stands in the workspace. */
  contains(absolute: string): boolean {
    return this.#top(absolute) !== null
  }

  /** Where a path of the workspace lies when none of its steps below the workspace is a link. */
  plain(absolute: string): string {
    const top = this.#top(absolute)
    return top === null ? absolute : resolve(realPath(top) ?? top, relativePath(top, absolute))
  }

  /**
   * Why a path must not be asked for, or null. `real` is where it leads to.
   *
   * @param outside whether one that, as it is written, stands outside of the workspace is a person's own word
   */
  refusal(absolute: string, real: string, outside: boolean): string | null {
    const named = this.#top(absolute)
    if (named !== null && isGits(relativePath(named, absolute))) return GITS_OWN
    const top = this.#top(real)
    if (top === null) return outside && named === null ? (isGits(real) ? GITS_OWN : null) : LEADS_OUT
    return this.#isGitsOwn(top, real) ? GITS_OWN : null
  }

  /** Why nothing in a folder that a person named may be read, or null: a link may stand for it, or for a step on the way. */
  folderRefusal(absolute: string): string | null {
    const real = realPath(absolute) ?? absolute
    return this.refusal(join(absolute, ANY_FILE), join(real, ANY_FILE), true)
  }

  /**
   * Opens a file to be read, without waiting for anybody.
   *
   * @throws {Refused} for what is never read; else what the file system throws
   */
  open(absolute: string, { pipe, outside }: Opening): OpenFile {
    const before = statSync(absolute)
    // A tape that is opened is wound back: a device is not even opened.
    const isPipe = pipe && before.isFIFO() && !this.contains(absolute)
    if (!isPipe && !before.isFile()) throw new Refused(NOT_REGULAR)
    const { descriptor, stats, told } = openToRead(absolute, isPipe)
    try {
      if (isPipe && stats.isFIFO()) return { descriptor, regular: false, size: 0, real: null }
      if (!stats.isFile()) throw new Refused(NOT_REGULAR)
      const real = told ?? pathOf(absolute, stats)
      const refusal = this.refusal(absolute, real, outside)
      if (refusal !== null) throw new Refused(refusal)
      return { descriptor, regular: true, size: stats.size, real }
    } catch (thrown) {
      closeSync(descriptor)
      throw thrown
    }
  }

  /**
   * Opens a folder of the workspace in which files may be read, by whatever name but those of Git; null for any other, and
   * where the system does not tell where an open folder lies. Whoever asked for it closes the descriptor.
   */
  openFolder(absolute: string): number | null {
    const opened = this.contains(absolute) ? openFolder(absolute) : null
    if (opened === null) return null
    const { descriptor, told } = opened
    // Nothing but the name of a file in it is left to tell.
    if (this.refusal(join(absolute, ANY_FILE), join(told, ANY_FILE), false) === null) return descriptor
    closeSync(descriptor)
    return null
  }

  /** The workspace that a path stands in as it is written, or its real path. */
  #top(path: string): string | null {
    for (const boundary of this.#boundaries) {
      const top = boundary.topOf(path)
      if (top !== null) return top
    }
    return null
  }

  #isGitsOwn(top: string, real: string): boolean {
    if (isGits(relativePath(top, real))) return true
    for (let folder = dirname(real); folder !== top && isInside(top, folder); folder = dirname(folder)) {
      if (this.#checkouts.isGitFolder(folder)) return true
    }
    return false
  }
}

/** What stands for the files of a folder where only the way to them is asked about. */
const ANY_FILE = 'file'

/** Whether a step of a path is `.git`, in whatever letters: a disk may not tell them apart. */
export function isGits(path: string): boolean {
  return /(?:^|[/\\])\.git(?:[/\\]|$)/i.test(path)
}

/** Where an open file really lies, where the system does not tell it: the path must lead to the same file still. */
function pathOf(absolute: string, stats: Stats): string {
  const real = realPath(absolute)
  const now = real === null ? null : statSync(real, { throwIfNoEntry: false })
  if (real === null || now?.ino !== stats.ino || now.dev !== stats.dev) {
    throw new Refused('is not read: it was replaced while it was opened')
  }
  return real
}
