import { lstatSync, readlinkSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { isInside, relativePath } from './files/paths.js'

/** Links that are followed one after the other; Linux stops at 40 (path_resolution(7)). */
const LINKS = 40

/**
 * By which paths a file is reached: its own, those of the links on the way, and where they lead; from the root, with `/`.
 * Whoever changes one of them changes the file. What leads out of the root, or nowhere, is followed no further.
 *
 * @param root absolute
 * @param path from the root
 */
export function pathsOfFile(root: string, path: string): readonly string[] {
  const way = new Set([path])
  let folder = root
  let rest = path.split('/').filter((part) => part !== '' && part !== '.')
  for (let links = 0; rest.length > 0; ) {
    const [name = '', ...others] = rest
    const here = join(folder, name)
    const target = linkAt(here)
    if (target === null) {
      folder = here
      rest = others
      continue
    }
    way.add(relativePath(root, here))
    const next = resolve(folder, target)
    if (!isInside(root, next) || ++links > LINKS) return [...way]
    folder = root
    rest = [...relativePath(root, next).split('/'), ...others].filter((part) => part !== '')
  }
  way.add(relativePath(root, folder))
  return [...way]
}

function linkAt(path: string): string | null {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true ? readlinkSync(path) : null
  } catch {
    // A file where a folder should be: nothing stands there, and no link.
    return null
  }
}
