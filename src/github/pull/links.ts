import { posix } from 'node:path'
import type { FetchBlob } from '../../sources/head.js'
import type { CommittedFiles } from '../../sources/pull.js'
import type { TreeEntry } from '../api/answers.js'

/** Links that are followed: each costs a request. */
const LINKS = 100
/** Names that links may add to a commit. */
const NAMES = 20_000
/** Links that are followed one after the other; Linux stops at 40 (path_resolution(7)). */
const CHAIN = 40
/** A link's content is a path; the longest that Linux takes (path_resolution(7)). */
const PATH_BYTES = 4096

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
  const ofLinks = new Map<string, string>()
  for (const path of targets.keys()) {
    const end = endOf(path, targets)
    const own = end === null ? [] : namesBelow(path, end, ids)
    if (own.length === 0 && end === null) lost.push({ path, reason: 'its symbolic links lead in a circle' })
    for (const { name, file, id } of own) {
      if (linked.size === NAMES) break
      linked.set(name, file)
      ofLinks.set(name, id)
    }
  }
  return { ids: new Map([...ofLinks, ...ids]), linked, lost }
}

function targetOf(path: string, content: Awaited<ReturnType<FetchBlob>>): string | { readonly lost: string } {
  if (!(content instanceof Uint8Array)) return { lost: content.unreadable }
  const target = content.length > PATH_BYTES ? '/' : new TextDecoder().decode(content)
  const end = target.startsWith('/') ? '..' : posix.normalize(posix.join(posix.dirname(path), target))
  return end === '..' || end.startsWith('../')
    ? { lost: 'it is a symbolic link that leads out of the repository' }
    : end
}

/** Where a link leads when those on the way are followed too; null for a circle. */
function endOf(path: string, targets: ReadonlyMap<string, string>): string | null {
  let name = path
  for (let steps = 0; steps <= CHAIN; steps++) {
    const next = followed(name, targets)
    if (next === null) return name
    name = next
  }
  return null
}

/** A path with the first link on its way replaced by what that leads to; null where none is. */
function followed(path: string, targets: ReadonlyMap<string, string>): string | null {
  const parts = path.split('/')
  for (let depth = 1; depth <= parts.length; depth++) {
    const target = targets.get(parts.slice(0, depth).join('/'))
    if (target !== undefined) return posix.normalize(posix.join(target, ...parts.slice(depth)))
  }
  return null
}

/** A name that a link gives to a file. */
interface Alias {
  readonly name: string
  readonly file: string
  readonly id: string
}

/** What a name stands for: a file, or all that is in a folder, under that name. */
function namesBelow(name: string, end: string, ids: ReadonlyMap<string, string>): readonly Alias[] {
  const own = ids.get(end)
  if (own !== undefined) return [{ name, file: end, id: own }]
  const prefix = end === '.' ? '' : `${end}/`
  // A link to a folder that it lies in has no end.
  if (name.startsWith(prefix)) return []
  return [...ids].flatMap(([file, id]) =>
    file.startsWith(prefix) ? [{ name: `${name}/${file.slice(prefix.length)}`, file, id }] : [],
  )
}
