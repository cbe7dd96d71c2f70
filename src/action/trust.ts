import { type Introduced, introducedBy } from '../config/changes.js'
import type { ConfigFile } from '../config/model.js'
import type { PullSession } from '../github/pull/session.js'
import { type CommitStore, commitReader } from '../sources/commit.js'
import { readConfig } from '../sources/configuration.js'

/** What a pull request changes in the configuration that it is checked with. */
export interface ConfigTrust {
  readonly introduced: Introduced
  /** Sentences for the top of the summary. */
  readonly notes: readonly string[]
}

const EMPTY: ConfigFile = {
  path: '',
  integrations: [],
  protect: null,
  features: null,
  remedy: null,
  context: {},
  levels: {},
  ignore: [],
}

/**
 * Compares the configuration in use with the one of the pull request's base. Whoever opens a pull request writes its
 * configuration too; a role that only the pull request names must not end up in one-click suggestions. Where the base's
 * file cannot be read, everything counts as new.
 *
 * @param candidates where the configuration is looked for, from the repository's root, in order
 */
export async function configTrust(
  config: ConfigFile | null,
  candidates: readonly string[],
  session: PullSession,
  client: CommitStore,
): Promise<ConfigTrust | null> {
  const { files, pull } = session
  const touched = (path: string) =>
    files === null || files.some((file) => file.path === path || file.previousPath === path)
  if (!candidates.some(touched)) return null
  const base = await baseConfig(candidates, pull.baseSha, client)
  const introduced = introducedBy(config ?? EMPTY, base)
  const gone = config === null && base !== null ? ['the configuration file is removed'] : []
  const texts = [...gone, ...introduced.changes.map(({ text }) => text)]
  return { introduced, notes: texts.map((text) => `Changed by this pull request: ${text}`) }
}

async function baseConfig(
  candidates: readonly string[],
  baseSha: string,
  client: CommitStore,
): Promise<ConfigFile | null> {
  try {
    return await readConfig(candidates, commitReader(client, baseSha, 'base'))
  } catch {
    // Not readable, or not valid: nothing in it can vouch for a role.
    return null
  }
}
