import { closeSync, constants, fstatSync, openSync, readFileSync, readlinkSync, readSync, type Stats } from 'node:fs'

/** The one place where files are opened to be read; who may read what, `guard.ts` decides. */
export interface Opened {
  readonly descriptor: number
  /** Of the open file: nothing can be put in its place any more. */
  readonly stats: Stats
  /** Its path with links resolved, where the system tells it. */
  readonly told: string | null
}

/** Opens a file, which the caller closes. `waiting`: for the writer of a pipe. */
export function openToRead(absolute: string, waiting: boolean): Opened {
  const wait = waiting ? 0 : (constants.O_NONBLOCK ?? 0)
  const descriptor = openSync(absolute, constants.O_RDONLY | wait | (constants.O_NOCTTY ?? 0))
  try {
    return { descriptor, stats: fstatSync(descriptor), told: toldPath(descriptor) }
  } catch (thrown) {
    closeSync(descriptor)
    throw thrown
  }
}

/** Opens a folder, which the caller closes; null where it cannot be opened, or the system does not tell where it lies. */
export function openFolder(absolute: string): { readonly descriptor: number; readonly told: string } | null {
  try {
    const descriptor = openSync(absolute, constants.O_RDONLY | (constants.O_DIRECTORY ?? 0))
    const told = toldPath(descriptor)
    if (told !== null) return { descriptor, told }
    closeSync(descriptor)
  } catch {
    // Not there, or not to be opened: whoever opens the file itself tells why.
  }
  return null
}

/** A regular file, with its size in bytes. */
export type OpenedFile = { readonly descriptor: number; readonly size: number }

/** Opens a regular file in an open folder by its name, which the caller closes; null for a link and for anything else. */
export function openFrom(folder: number, name: string): OpenedFile | null {
  try {
    const descriptor = openSync(`/proc/self/fd/${folder}/${name}`, ALONE)
    const stats = fstatSync(descriptor)
    if (stats.isFile()) return { descriptor, size: stats.size }
    closeSync(descriptor)
  } catch {
    // A link, or nothing that can be opened: whoever opens the file by its path tells why.
  }
  return null
}

/** To read, without waiting for anybody, and not what a link leads to. */
const ALONE = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOCTTY ?? 0) | (constants.O_NOFOLLOW ?? 0)

/** All that is left to read. */
export function readRest(descriptor: number): Uint8Array {
  return readFileSync(descriptor)
}

/** The next bytes, as many as `into` takes; 0 at the end. From `position` where one is given. */
export function readInto(descriptor: number, into: Uint8Array, position: number | null = null): number {
  return readSync(descriptor, into, 0, into.length, position)
}

/** A regular file as it stands there, whatever it belongs to; null for none, and for one that is too large. */
export function readPlain(absolute: string, limit: number): Uint8Array | null {
  try {
    const { descriptor, stats } = openToRead(absolute, false)
    try {
      return stats.isFile() && stats.size <= limit ? readFileSync(descriptor) : null
    } finally {
      closeSync(descriptor)
    }
  } catch {
    // Not there, or not to be read: there is nothing to know from it.
    return null
  }
}

/** Linux tells where an open file lies. */
function toldPath(descriptor: number): string | null {
  try {
    const told = readlinkSync(`/proc/self/fd/${descriptor}`)
    return told.startsWith('/') && !told.endsWith(' (deleted)') ? told : null
  } catch {
    return null
  }
}
