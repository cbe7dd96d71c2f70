import type { GitHubEvent } from '../github/pull/event.js'
import type { CheckOptions } from '../model/options.js'
import type { PathMap } from '../sources/files/paths.js'
import { reachedFrom } from '../sources/reached.js'
import { realIn } from '../sources/sources.js'
import { foldersOf } from '../text/paths.js'
import type { Material } from './material.js'

/** What `only-changed` leaves to be told, and what is to be said of it. */
export interface OnlyChanged {
  /** As reports name them; null where everything is told. */
  readonly paths: CheckOptions['onlyPaths']
  readonly problem: string | null
}

/**
 * The files that the change of an event is about, as reports name them: those that it touches, and what these lead to where
 * they are links. What changes and is a folder of the checkout is the commit of a submodule: every file below it may be
 * another one now.
 */
export async function onlyChanged(event: GitHubEvent, material: Material, map: PathMap): Promise<OnlyChanged> {
  const { changedFiles } = await import('../github/pull/session.js')
  const { sources, pull, client } = material
  const { paths, problem } = await changedFiles(event, pull?.session ?? null, client)
  if (paths === null) return { paths, problem }
  const reached = reachedFrom([...paths].map(map.toReport), sources)
  if (reached === null) return { paths: null, problem: TOO_MANY }
  const isAbout = (path: string) =>
    foldersOf(map.toRoot(path)).some((folder) => paths.has(folder)) || reached.has(realIn(sources, path) ?? path)
  const about = sources.files.map(({ path }) => path).filter(isAbout)
  return { paths: new Set([...reached, ...about]), problem }
}

const TOO_MANY =
  'What changes are links or folders with more files than are looked through, so findings in all files are reported.'
