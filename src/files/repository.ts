import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isInside } from './paths.js'

/**
 * The root of the repository that `cwd` stands in: the nearest folder with a `.git`, no higher than `workspace`, else
 * the workspace itself. Both are absolute. (`actions/checkout` may put a repository into a folder of the workspace.)
 */
export function repositoryRoot(cwd: string, workspace: string): string {
  for (let folder = cwd; isInside(workspace, folder); folder = dirname(folder)) {
    if (existsSync(join(folder, '.git'))) return folder
    if (folder === dirname(folder)) break
  }
  return workspace
}
