import { statSync } from 'node:fs'
import { parse, resolve } from 'node:path'
import { UserError } from '../errors.js'
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
 * @throws {UserError} when there is no such folder.
 */
export function openFolder(cwd: string, name: string): string {
  const folder = resolve(cwd, name)
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return folder
  throw new UserError(`the working directory ${name} is not a directory`, { path: name })
}
