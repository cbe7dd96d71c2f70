import { linkedNames } from '../../sources/files/commit-names.js'
import { CommitTree, type LinkText } from '../../sources/files/commit-tree.js'
import type { FetchBlob } from '../../sources/head.js'
import type { CommittedFiles } from '../../sources/pull.js'
import type { TreeEntry } from '../api/answers.js'
import { PATH_BYTES } from './commit-file.js'

/** Links that are followed: each costs a request. */
const LINKS = 100

/**
 * The files of a commit's tree with its links followed within it. A link counts as what it leads to: a file is that file
 * under another name, a folder all that is in it, be it by further links.
 */
export async function commitFiles(entries: readonly TreeEntry[], fetch: FetchBlob): Promise<CommittedFiles> {
  const ids = new Map(entries.filter(({ mode }) => mode.startsWith('100')).map(({ path, sha }) => [path, sha]))
  const tree = new CommitTree(ids, await linksIn(entries, fetch))
  return { ids, tree, ...linkedNames(tree) }
}

const LINK = '120000'

/** What the links of a commit hold. */
async function linksIn(entries: readonly TreeEntry[], fetch: FetchBlob): Promise<ReadonlyMap<string, LinkText>> {
  const links = new Map<string, LinkText>()
  for (const { path, sha } of entries.filter(({ mode }) => mode === LINK)) {
    const text = links.size < LINKS ? textOf(await fetch(sha)) : { lost: `is one of more than ${LINKS} symbolic links` }
    links.set(path, text)
  }
  return links
}

function textOf(content: Awaited<ReturnType<FetchBlob>>): LinkText {
  if (!(content instanceof Uint8Array)) return { lost: `cannot be read: ${content.unreadable}` }
  // Longer ones lead nowhere that could be looked at.
  return { target: content.length > PATH_BYTES ? '/' : new TextDecoder().decode(content) }
}
