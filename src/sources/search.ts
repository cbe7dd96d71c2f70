import { DEFAULT_FILES } from '../config/defaults.js'
import { baseName } from '../text/paths.js'
import { realIn, type Tree } from './sources.js'

/** Names that are looked at; what has more is not searched through. */
const MOST_NAMES = 50_000

/** Names that are those of files: most are, and need not be asked about. */
const OF_FILE = /\.(?:jsonc?|ya?ml|tf|tofu|tpl|tftpl|template|md|txt|[jt]sx?|py|go|sh)$/

const IGNORED: ReadonlySet<string> = new Set(DEFAULT_FILES.ignoredFolders)

/**
 * What of a tree is looked for by its path, in no folder that a search passes over. Links are followed, each folder once.
 */
export function* pathsIn(tree: Tree, isOne: (path: string) => boolean): Generator<string> {
  const todo = ['']
  const seen = new Set<string | null>()
  let left = MOST_NAMES
  for (const folder of todo) {
    for (const path of tree.list(folder)) {
      const name = baseName(path)
      if (isOne(path)) yield path
      if (--left < 0) return
      if (OF_FILE.test(name) || IGNORED.has(name) || tree.status(path) !== 'folder') continue
      const real = realIn(tree, path)
      if (!seen.has(real)) todo.push(path)
      seen.add(real)
    }
  }
}

/** Whether a tree has something that is looked for by its path, see `pathsIn`. */
export function holdsPath(tree: Tree, isOne: (path: string) => boolean): boolean {
  return pathsIn(tree, isOne).next().done !== true
}
