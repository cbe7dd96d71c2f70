import type { ChangedFile } from '../../sources/head.js'
import type { GitHubClient } from '../api/client.js'
import { failureOf } from '../api/failure.js'

/** Modes of what is a file with a text of its own; links and submodules have others (git-fast-import(1)). */
const FILE_MODES: ReadonlySet<string> = new Set(['100644', '100755', '100664'])

/**
 * The files in which two commits differ, by their trees, where the list of a pull request is cut. Nothing of it is known
 * when one of the trees is cut, too: then a sentence says so.
 */
export async function treeChanges(
  base: string,
  head: string,
  client: Pick<GitHubClient, 'tree'>,
): Promise<readonly ChangedFile[] | { readonly unknown: string }> {
  try {
    const trees = { base: await client.tree(base), head: await client.tree(head) }
    if (trees.base.truncated || trees.head.truncated)
      return { unknown: 'the repository has more files than GitHub lists' }
    const files = (entries: typeof trees.base.entries) =>
      new Map(entries.filter(({ mode }) => FILE_MODES.has(mode)).map(({ path, sha }) => [path, sha]))
    const [before, now] = [files(trees.base.entries), files(trees.head.entries)]
    const present = [...now].filter(([path, sha]) => before.get(path) !== sha)
    const gone = [...before].filter(([path]) => !now.has(path))
    return [
      ...present.map(([path, sha]) => ({ path, sha, status: before.has(path) ? 'modified' : 'added' })),
      ...gone.map(([path, sha]) => ({ path, sha, status: 'removed' })),
    ]
  } catch (thrown) {
    const { status, message } = failureOf(thrown)
    return { unknown: `the files of the commits could not be listed (${status ?? message})` }
  }
}
