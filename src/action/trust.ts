import { type Introduced, introducedBy, type Overriding } from '../config/changes.js'
import type { ConfigFile } from '../config/model.js'
import { type CommitEntries, commitFileBytes } from '../github/pull/commit-file.js'
import { isCut } from '../github/pull/event.js'
import type { PullSession } from '../github/pull/session.js'
import { toError, UserError } from '../model/errors.js'
import type { ConfigurationChange } from '../model/report.js'
import { type PathMap, pathsOfFile } from '../sources/files/paths.js'
import { foldersOf } from '../text/paths.js'

/** What a pull request changes in the configuration that it is checked with. */
export interface ConfigTrust {
  readonly introduced: Introduced
  readonly changed: readonly ConfigurationChange[]
  /** Sentences about what could not be compared. */
  readonly notes: readonly string[]
}

/** Where a configuration is looked for, and how its paths are told. */
export interface ConfigPlace {
  /** Root of the repository; absolute. */
  readonly root: string
  /** From the root, in the order in which they are looked for. */
  readonly candidates: readonly string[]
  readonly map: PathMap
}

interface ComparedPull {
  readonly session: PullSession
  readonly client: CommitEntries
  readonly inputs: Overriding | null
  /**
   * Whether the checkout is the merge of the pull request into its base: else a branch that began at an old base brings the
   * configuration of that one, which the list of changed files does not tell.
   */
  readonly isMerge: boolean
}

/**
 * Compares the configuration in use with the one of the pull request's base, in both directions. Whoever opens a pull
 * request writes its configuration too; a role that only the pull request names must not end up in one-click
 * suggestions. Where the base's file cannot be read, everything counts as new.
 *
 * @returns null where the configuration is that of the base
 */
export async function configTrust(
  config: ConfigFile | null,
  place: ConfigPlace,
  { session, client, inputs, isMerge }: ComparedPull,
): Promise<ConfigTrust | null> {
  if (isMerge && !touchesConfig(place, session)) return null
  const base = await comparedBase(place, { commit: session.pull.baseSha, none: config === null }, client)
  const path = config?.path ?? base.config?.path ?? place.candidates[0] ?? ''
  const gone: readonly ConfigurationChange[] =
    config === null && base.config !== null
      ? [{ path, line: 1, text: 'the configuration file is removed', greener: false, isIgnore: false }]
      : []
  const { introduced, changed } = changesOf(config, base.config, { path, inputs })
  return { introduced, changed: [...changed, ...gone], notes: base.notes }
}

/** As `configTrust` where nobody knows which base there is: all that a configuration says counts as new. */
export function configOfNoBase(config: ConfigFile | null, inputs: Overriding): ConfigTrust | null {
  if (config === null) return null
  const notes = [`The base is not known, so everything in ${config.path} counts as new.`]
  return { ...changesOf(config, null, { path: config.path, inputs }), notes }
}

function changesOf(
  config: ConfigFile | null,
  base: ConfigFile | null,
  { path, inputs }: { readonly path: string; readonly inputs: Overriding | null },
): Omit<ConfigTrust, 'notes'> {
  const introduced = introducedBy(config, base, inputs)
  const changed = introduced.changes.map(({ kind, ...change }) => ({ path, ...change, isIgnore: kind === 'ignore' }))
  return { introduced, changed }
}

/**
 * Whether a pull request may change the configuration: one of the files by which it is reached is in the list, or a folder
 * on the way, which is the commit of a submodule. Of a list that is cut, or that there is none of, nobody knows what it
 * leaves out.
 */
export function touchesConfig(
  { root, candidates }: ConfigPlace,
  { files, pull }: Pick<PullSession, 'files' | 'pull'>,
): boolean {
  if (files === null || isCut(files, pull)) return true
  const ways = new Set(candidates.flatMap((path) => pathsOfFile(root, path)).flatMap((way) => [way, ...foldersOf(way)]))
  return files.some(({ path, previousPath }) => ways.has(path) || (previousPath !== null && ways.has(previousPath)))
}

/** Not readable, or not valid: nothing in it can vouch for a role. */
async function comparedBase(
  place: ConfigPlace,
  { commit, none }: { readonly commit: string; readonly none: boolean },
  client: CommitEntries,
): Promise<{ readonly config: ConfigFile | null; readonly notes: readonly string[] }> {
  try {
    return { config: (await baseConfig(place, commit, client))?.config ?? null, notes: [] }
  } catch (thrown) {
    const why = toError(thrown).message
    return {
      config: null,
      notes: [
        none
          ? `Whether the pull request removes a configuration is not known: that of the base cannot be read (${why}).`
          : `The configuration of the base cannot be read (${why}), so everything in it counts as new.`,
      ],
    }
  }
}

/** A configuration with the bytes that it was read from. */
export interface BaseConfig {
  readonly config: ConfigFile
  readonly bytes: Uint8Array
}

/** The configuration that a commit holds, links followed; null where it has none. Throws what reading it throws. */
export async function baseConfig(
  { candidates, map }: ConfigPlace,
  commit: string,
  client: CommitEntries,
): Promise<BaseConfig | null> {
  for (const path of candidates) {
    const bytes = await commitFileBytes(path, commit, client)
    if (bytes === null) continue
    const { parseConfig } = await import('../config/file.js')
    return { config: await parseConfig(bytes, map.toReport(path)), bytes }
  }
  return null
}

/**
 * The configuration where that of the checkout does not count.
 *
 * @param named the file that an input names
 * @throws {UserError} when a named file is not there, or when it cannot be read: then nobody knows what is wanted.
 */
export async function configOfBase(
  named: string | null,
  place: ConfigPlace,
  commit: string,
  client: CommitEntries,
): Promise<BaseConfig | null> {
  let found: BaseConfig | null
  try {
    found = await baseConfig(place, commit, client)
  } catch (thrown) {
    if (thrown instanceof UserError) throw thrown
    throw new UserError(`The configuration of the base cannot be read (${toError(thrown).message}).`)
  }
  if (found === null && named !== null) {
    throw new UserError(
      `config: ${named} is not in the base of the pull request, and in this event no other configuration counts`,
      { path: named },
    )
  }
  return found
}
