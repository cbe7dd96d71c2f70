import { posix } from 'node:path'
import type { FetchBlob } from '../../sources/head.js'
import type { CommittedFiles } from '../../sources/pull.js'
import type { TreeEntry } from '../api/answers.js'
import { CHAIN, followed, leadsOut, PATH_BYTES } from './commit-file.js'

/** Links that are followed: each costs a request. */
const LINKS = 100
/** Names that links may add to a commit. */
const NAMES = 20_000

/**
 * The files of a commit's tree with its links followed within it. A link counts as what it leads to: a file is that file
 * under another name, a folder all that is in it.
 */
export async function commitFiles(entries: readonly TreeEntry[], fetch: FetchBlob): Promise<CommittedFiles> {
  const ids = new Map(entries.filter(({ mode }) => mode.startsWith('100')).map(({ path, sha }) => [path, sha]))
  const links = entries.filter(({ mode }) => mode === '120000')
  const lost: { path: string; reason: string }[] = links
    .slice(LINKS)
    .map(({ path }) => ({ path, reason: `it is one of more than ${LINKS} symbolic links` }))
  const targets = new Map<string, string>()
  for (const { path, sha } of links.slice(0, LINKS)) {
    const target = targetOf(path, await fetch(sha))
    if (typeof target === 'string') targets.set(path, target)
    else lost.push({ path, reason: target.lost })
  }
  const linked = new Map<string, string>()
  for (const path of targets.keys()) {
    const end = endOf(path, targets)
    if (end === null) lost.push({ path, reason: 'its symbolic links lead in a circle' })
    const own = end === null ? [] : namesBelow(path, end, ids)
    if (linked.size + own.length > NAMES) {
      lost.push({ path, reason: `symbolic links lead to more than ${NAMES} files, and this one was not followed` })
    } else for (const [name, file] of own) linked.set(name, file)
  }
  const ofLinks = [...linked].map(([name, file]) => [name, ids.get(file) ?? ''] as const)
  return { ids: new Map([...ofLinks, ...ids]), linked, lost }
}

function targetOf(path: string, content: Awaited<ReturnType<FetchBlob>>): string | { readonly lost: string } {
  if (!(content instanceof Uint8Array)) return { lost: content.unreadable }
  const target = content.length > PATH_BYTES ? '/' : new TextDecoder().decode(content)
  const end = followed(path, target)
  return leadsOut(end) ? { lost: 'it is a symbolic link that leads out of the repository' } : end
}

/** Where a link leads when those on the way are followed too; null for a circle. */
function endOf(path: string, targets: ReadonlyMap<string, string>): string | null {
  let name = path
  for (let steps = 0; steps <= CHAIN; steps++) {
    const next = throughFirst(name, targets)
    if (next === null) return name
    name = next
  }
  return null
}

/** A path with the first link on its way replaced by what that leads to; null where none is. */
function throughFirst(path: string, targets: ReadonlyMap<string, string>): string | null {
  const parts = path.split('/')
  for (let depth = 1; depth <= parts.length; depth++) {
    const target = targets.get(parts.slice(0, depth).join('/'))
    if (target !== undefined) return posix.normalize(posix.join(target, ...parts.slice(depth)))
  }
  return null
}

/** What a name stands for: a file, or all that is in a folder, by the names that a link gives, with their own. */
function namesBelow(
  name: string,
  end: string,
  ids: ReadonlyMap<string, string>,
): readonly (readonly [name: string, file: string])[] {
  if (ids.has(end)) return [[name, end]]
  const prefix = end === '.' ? '' : `${end}/`
  // A link to a folder that it lies in has no end.
  if (name.startsWith(prefix)) return []
  return [...ids.keys()].flatMap((file) =>
    file.startsWith(prefix) ? [[`${name}/${file.slice(prefix.length)}`, file] as const] : [],
  )
}
