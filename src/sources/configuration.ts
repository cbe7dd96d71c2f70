import type { ConfigFile } from '../config/model.js'
import { relativePath } from './paths.js'
import type { Workspace } from './workspace.js'

/**
 * The configuration: the first of the candidates that exists, or the one that was named, which must exist. Its parser is
 * loaded only where there is one.
 *
 * @param candidates absolute
 * @param cwd absolute; the configuration's path is reported relative to it
 * @throws {UserError} when it cannot be read or is not valid.
 */
export async function readConfig(
  candidates: readonly string[],
  named: boolean,
  cwd: string,
  workspace: Workspace,
): Promise<ConfigFile | null> {
  for (const candidate of candidates) {
    const path = relativePath(cwd, candidate)
    const source = named ? workspace.source(path) : workspace.lookup(path)
    if (source === null) continue
    const { parseConfig } = await import('../config/file.js')
    return parseConfig(source.bytes(), path)
  }
  return null
}
