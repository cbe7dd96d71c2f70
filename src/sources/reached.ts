import { foldersOf } from '../text/paths.js'
import { realIn, type Tree } from './sources.js'

/** Names that the links and folders of one change may lead to. */
const MOST = 50_000

/**
 * All that some paths lead to: themselves, and where one is a link or a folder, what that is and what lies below it, under the
 * name that it has there and under its own. Null where that is more than anybody would look through.
 */
export function reachedFrom(paths: Iterable<string>, tree: Tree, most = MOST): ReadonlySet<string> | null {
  const reached = new Set<string>()
  for (const start of paths) {
    const todo = [start]
    // By their own names: a link may lead to a folder that it lies in.
    const folders = new Set<string>()
    for (let path = todo.pop(); path !== undefined; path = todo.pop()) {
      const real = realIn(tree, path) ?? path
      reached.add(path).add(real)
      if (reached.size > most) return null
      if (tree.status(path) !== 'folder' || folders.has(real)) continue
      folders.add(real)
      todo.push(...tree.list(path))
    }
  }
  return reached
}

/** Whether a path, what it leads to, or a link or a submodule on the way to either is among some that changed. */
export function isReached(path: string, changed: ReadonlySet<string>, tree: Tree): boolean {
  const names = new Set([path, realIn(tree, path) ?? path])
  return [...names].some((one) => changed.has(one) || foldersOf(one).some((folder) => changed.has(folder)))
}

/** Whether some path that changed is one that another may stand for, in which `*` is for what is not known. */
export function isFitted(pattern: string, changed: ReadonlySet<string>): boolean {
  const [head = '', ...parts] = pattern.split('*')
  const fits = (path: string) => {
    let at = path.startsWith(head) ? head.length : -1
    for (const part of parts) {
      const next = at === -1 ? -1 : path.indexOf(part, at)
      at = next === -1 ? -1 : next + part.length
    }
    return at !== -1 && path.endsWith(parts.at(-1) ?? head)
  }
  return [...changed].some(fits)
}
