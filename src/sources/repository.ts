import { existsSync } from 'node:fs'
import { dirname, join, parse, resolve } from 'node:path'
import { UserError } from '../model/errors.js'
import { isInside, realPath, relativePath, statOf } from './files/paths.js'

/**
 * The root of the repository that `cwd` stands in: the nearest folder with a `.git`, no higher than `workspace`, else
 * the workspace itself. Both are absolute. (`actions/checkout` may put a repository into a folder of the workspace.)
 */
export function repositoryRoot(cwd: string, workspace: string): string {
  return gitRoot(cwd, workspace) ?? workspace
}

/** The nearest folder with a `.git`, no higher than `top`; null where there is none. */
export function gitRoot(cwd: string, top: string): string | null {
  for (let folder = cwd; isInside(top, folder); folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder
    if (folder === dirname(folder)) break
  }
  return null
}

/**
 * The workspace of a command that was started in `start` and works in `folder` (both absolute): the repository, else
 * the folder in which it was started when that holds the other, else the folder itself.
 */
export function workspaceOf(start: string, folder: string): string {
  const top = parse(folder).root
  const repository = repositoryRoot(folder, top)
  if (repository !== top) return repository
  return isInside(start, folder) ? start : folder
}

/**
 * An existing folder as an absolute path.
 *
 * @param what the folder in words, for the message
 * @throws {UserError} when there is no such folder.
 */
export function openFolder(cwd: string, name: string, what = 'the working directory'): string {
  const folder = resolve(cwd, name)
  if (statOf(folder)?.isDirectory()) return folder
  // Not at its place: no file is there to look at.
  throw new UserError(`${what} ${name} is not a directory`)
}

/**
 * Names files for a diff as `git apply` takes them when it runs in `start`: from the root of the repository that
 * `folder` stands in, outside of a repository from `start`. Null for a file that `git apply` passes over there, which is
 * every one that is not below `start`. Git follows no links in names, so these are resolved.
 *
 * @param folder absolute, like `start`; the paths to name are relative to it
 */
export function patchNames(start: string, folder: string): (path: string) => string | null {
  const here = realPath(start) ?? start
  const there = realPath(folder) ?? folder
  const root = gitRoot(there, parse(there).root)
  const base = root ?? here
  const reached = isInside(base, here) ? here : base
  return (path) => {
    const absolute = resolve(there, path)
    return isInside(reached, absolute) ? relativePath(base, absolute) : null
  }
}
