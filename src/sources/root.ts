import { statSync } from 'node:fs'
import { parse, resolve } from 'node:path'
import { UserError } from '../model/errors.js'
import { isInside } from './paths.js'
import { repositoryRoot } from './repository.js'

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
  if (isFolder(folder)) return folder
  throw new UserError(`${what} ${name} is not a directory`, { path: name })
}

function isFolder(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false
  } catch {
    // A file where a folder should be, a NUL in the name: no folder stands there.
    return false
  }
}
