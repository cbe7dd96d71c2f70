import { lstatSync, readlinkSync, realpathSync, type Stats, statSync } from 'node:fs'
import { isAbsolute, join, posix, relative, resolve, sep } from 'node:path'

/** A path with `/`, whatever the platform's separator. */
export function slashed(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/')
}

/** `path` as it is written in reports: relative to `cwd`, with `/`. */
export function relativePath(cwd: string, path: string): string {
  return slashed(relative(cwd, resolve(cwd, path)))
}

/** Turns paths of a report (relative to the working directory) into paths from the repository's root, and back. */
export interface PathMap {
  readonly toRoot: (path: string) => string
  readonly toReport: (path: string) => string
}

/** `prefix` is the working directory from the repository's root, with `/`; empty when they are the same. */
export function pathMap(prefix: string): PathMap {
  return {
    toRoot: (path) => posix.normalize(posix.join(prefix, path)),
    toReport: (path) => posix.relative(prefix === '' ? '.' : prefix, path),
  }
}

/** The same for a working directory and a root of which either may lie in the other; both absolute. */
export function mapBetween(cwd: string, root: string): PathMap {
  return {
    toRoot: (path) => relativePath(root, resolve(cwd, path)) || '.',
    toReport: (path) => relativePath(cwd, resolve(root, path)),
  }
}

/** True when `path` is `folder` or lies below it; both absolute, no link is followed. */
export function isInside(folder: string, path: string): boolean {
  const rest = relative(folder, path)
  return rest === '' || (rest !== '..' && !rest.startsWith(`..${sep}`) && !isAbsolute(rest))
}

/** The absolute path with every link followed, or null when it does not exist or must not be asked for. */
export function realPath(path: string): string | null {
  try {
    return realpathSync.native(path)
  } catch {
    return null
  }
}

/** A folder under the name that was given for it and under its real one. */
export class WorkspaceBoundary {
  readonly #folder: string
  readonly #real: string

  /** `workspace` is absolute. */
  constructor(workspace: string) {
    this.#folder = workspace
    this.#real = realPath(workspace) ?? workspace
  }

  /** The workspace as a path that, as it is written, stands in it names it; null for another path. */
  topOf(path: string): string | null {
    if (isInside(this.#real, path)) return this.#real
    return isInside(this.#folder, path) ? this.#folder : null
  }
}

/** Links that are followed one after the other; Linux stops at 40 (path_resolution(7)). */
const LINKS = 40

/**
 * By which paths a file is reached: its own, those of the links on the way, and where they lead; from the root, with `/`.
 * Whoever changes one of them changes the file. What leads out of the root, or nowhere, is followed no further.
 *
 * @param root absolute
 * @param path from the root
 */
export function pathsOfFile(root: string, path: string): readonly string[] {
  const way = new Set([path])
  let folder = root
  let rest = path.split('/').filter((part) => part !== '' && part !== '.')
  for (let links = 0; rest.length > 0; ) {
    const [name = '', ...others] = rest
    const here = join(folder, name)
    const target = linkAt(here)
    if (target === null) {
      folder = here
      rest = others
      continue
    }
    way.add(relativePath(root, here))
    const next = resolve(folder, target)
    if (!isInside(root, next) || ++links > LINKS) return [...way]
    folder = root
    rest = [...relativePath(root, next).split('/'), ...others].filter((part) => part !== '')
  }
  way.add(relativePath(root, folder))
  return [...way]
}

/** Where a link leads, as it is written; null for what is none. */
export function linkAt(path: string): string | null {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true ? readlinkSync(path) : null
  } catch {
    // A file where a folder should be: nothing stands there, and no link.
    return null
  }
}

/** What stands at a path, links followed; null for nothing. */
export function statOf(path: string): Stats | null {
  try {
    return statSync(path, { throwIfNoEntry: false }) ?? null
  } catch {
    // A NUL in the name, a file where a folder should be, a loop of links: nothing that could be read.
    return null
  }
}
