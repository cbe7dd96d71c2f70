import { dirname, resolve } from 'node:path'
import { CONFIG_PATH } from '../config/defaults.js'
import type { ConfigFile } from '../config/model.js'
import { isInside } from './files/paths.js'
import type { Source } from './source.js'

/** Where a configuration may lie, in the order in which it is looked for. */
export interface ConfigPlaces {
  /** Absolute. */
  readonly paths: readonly string[]
  /** True when a person named the file, which then must exist. */
  readonly named: boolean
}

/** The file that was named, else the usual one in the working directory or the nearest folder above, up to `top`. */
export function configPlaces(named: string | null, cwd: string, top: string): ConfigPlaces {
  if (named !== null) return { paths: [resolve(cwd, named)], named: true }
  const paths: string[] = []
  for (let folder = cwd; isInside(top, folder); folder = dirname(folder)) {
    paths.push(resolve(folder, CONFIG_PATH))
    if (folder === dirname(folder)) break
  }
  return { paths, named: false }
}

/** Reads a source by path, or null where there is none. A commit is asked over the network. */
export type ReadSource = (path: string) => Source | null | Promise<Source | null>

/**
 * The configuration: the first of the candidates that exists. Its parser is loaded only where there is one.
 *
 * @param candidates as `read` takes them, and as the configuration's path is reported
 * @throws {UserError} when it cannot be read or is not valid.
 */
export async function readConfig(candidates: readonly string[], read: ReadSource): Promise<ConfigFile | null> {
  for (const path of candidates) {
    const source = await read(path)
    if (source === null) continue
    const { parseConfig } = await import('../config/file.js')
    return parseConfig(source.bytes(), path)
  }
  return null
}
