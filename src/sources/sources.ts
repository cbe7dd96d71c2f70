import type { Lookup, Source } from './source.js'

/** What stands under a path; `outside` is what must not be asked for. */
export type Status = 'file' | 'folder' | 'nothing' | 'outside'

/**
 * A tree of texts, wherever they lie: the disk, the objects of a commit, the API, literals. Whatever reads a text asks
 * one: documents, modules, `file()`, the configuration. Paths are relative to the tree's top with `/`; a path that leads
 * out of what the tree may show is as good as one where nothing stands.
 */
export interface Tree {
  /** The file at a path, or null where there is none. Its content is read when it is asked for. */
  read(path: string): Source | null
  /** The names that stand directly in a folder, as paths, sorted; `''` is the top. None for what is no folder. */
  list(folder: string): readonly string[]
  status(path: string): Status
  /** Where a path leads once links are followed, from the tree's top; absent where there are no links. */
  real?(path: string): string | null
}

/** Something that was found and could not be opened; `reason` is a sentence that names it. */
export interface Unopened {
  readonly path: string
  readonly reason: string
  /** Set where the search came upon it: what it holds is not known. */
  readonly found?: true
}

/** All that a check may read: the tree, and which of its files are to be judged. */
export interface Sources extends Tree {
  /** In the order in which they are judged, plans first. */
  readonly files: readonly Source[]
  /** What was found while the files were looked for, and cannot be opened. */
  readonly unopened: readonly Unopened[]
  /** Whether a file is where those are looked for that are to be judged, whatever its name; everywhere where it is absent. */
  readonly means?: (path: string) => boolean
}

/** A tree with the files of it that are to be judged. */
export function sourcesOf(tree: Tree, files: readonly Source[], unopened: readonly Unopened[] = []): Sources {
  return {
    files,
    unopened,
    read: (path) => tree.read(path),
    list: (folder) => tree.list(folder),
    status: (path) => tree.status(path),
    real: (path) => realIn(tree, path),
  }
}

/** Where a path of a tree leads; itself in a tree without links. */
export function realIn(tree: Tree, path: string): string | null {
  return tree.real === undefined ? path : tree.real(path)
}

/** The tree as the functions that the evaluation of sources takes. */
export function lookupOf(tree: Tree): Lookup {
  return Object.assign((path: string) => tree.read(path), { list: (folder: string) => tree.list(folder) })
}
