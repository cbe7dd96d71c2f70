import { baseName, folderOf, join } from '../../text/paths.js'
import { isNamedAnew, isOfTerragrunt } from '../../text/terraform-files.js'

/** Folders that hold copies, or nothing of the repository. */
export const SKIPPED: ReadonlySet<string> = new Set(['node_modules', '.git', '.terraform', '.terragrunt-cache'])

/** Whether a folder is passed over unless something names it. */
export function isPassedOver(folder: string): boolean {
  return folder.split('/').some((name) => SKIPPED.has(name))
}

/**
 * The path by which a file counts: where it really lies, unless a link makes something of it that its own name does not.
 * Then it is that of the link, in the folder that really holds it. So it is for every file of Terragrunt, whose paths begin
 * in the folder in which Terragrunt finds it.
 *
 * @param real where a path leads once links are followed
 */
export function nameOf(path: string, real: (path: string) => string): string {
  const leadsTo = real(path)
  if (leadsTo === path || !(isOfTerragrunt(path) || isNamedAnew(path, leadsTo))) return leadsTo
  return join(real(folderOf(path)), baseName(path))
}
