import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Lookup } from '../../src/sources/source.js'
import { sourceOf } from './check.js'

export interface Folder {
  /** Content by path below the folder, with `/`. */
  readonly files: ReadonlyMap<string, Uint8Array>
  readonly lookup: Lookup
}

/** A folder as the check sees it: every file below it, in memory. */
export function folder(root: string): Folder {
  const files = new Map(
    readdirSync(root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const absolute = join(entry.parentPath, entry.name)
        return [absolute.slice(root.length + 1).replaceAll('\\', '/'), readFileSync(absolute)] as const
      }),
  )
  return { files, lookup: lookupIn(files) }
}

export function lookupIn(files: ReadonlyMap<string, Uint8Array>): Lookup {
  const find = (path: string) => {
    const content = files.get(path)
    return content === undefined ? null : sourceOf(path, content)
  }
  const list = (name: string) =>
    [...files.keys()].filter((path) => path.slice(0, Math.max(0, path.lastIndexOf('/'))) === name)
  return Object.assign(find, { list })
}
