import { posix } from 'node:path'
import type { FetchBlob } from '../../sources/head.js'
import type { CommittedFiles } from '../../sources/pull.js'
import { foldersOf, isBelow } from '../../text/paths.js'
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
  const { targets, lost } = await targetsIn(entries, fetch)
  const standing = new Set(
    entries.flatMap(({ path, mode }) => (mode === LINK ? foldersOf(path) : [path, ...foldersOf(path)])),
  )
  const [linked, folders, nowhere] = [new Map<string, string>(), new Map<string, string>(), new Set<string>()]
  for (const path of targets.keys()) {
    const end = endOf(path, targets)
    const onTheWay = end === null ? undefined : lost.find((one) => isBelow(end, one.path))
    if (end === null) lost.push({ path, reason: 'is a symbolic link that leads in a circle' })
    else if (onTheWay !== undefined) lost.push({ path, reason: onTheWay.reason })
    else if (end !== '.' && !standing.has(end)) nowhere.add(path)
    const own = end === null ? [] : namesBelow(path, end, ids)
    if (linked.size + own.length > NAMES) {
      lost.push({ path, reason: `is not followed: symbolic links lead to more than ${NAMES} files` })
      continue
    }
    for (const [name, file] of own) linked.set(name, file)
    if (end !== null && own.length > 0 && !ids.has(end)) folders.set(path, end)
  }
  const ofLinks = [...linked].map(([name, file]) => [name, ids.get(file) ?? ''] as const)
  return { ids: new Map([...ofLinks, ...ids]), linked, folders, nowhere, lost }
}

const LINK = '120000'

/** Where the links of a commit lead, and those of which it is not known. */
async function targetsIn(entries: readonly TreeEntry[], fetch: FetchBlob) {
  const links = entries.filter(({ mode }) => mode === LINK)
  const lost: { path: string; reason: string }[] = links
    .slice(LINKS)
    .map(({ path }) => ({ path, reason: `is one of more than ${LINKS} symbolic links` }))
  const targets = new Map<string, string>()
  for (const { path, sha } of links.slice(0, LINKS)) {
    const target = targetOf(path, await fetch(sha))
    if (typeof target === 'string') targets.set(path, target)
    else lost.push({ path, reason: target.lost })
  }
  return { targets, lost }
}

function targetOf(path: string, content: Awaited<ReturnType<FetchBlob>>): string | { readonly lost: string } {
  if (!(content instanceof Uint8Array)) return { lost: `cannot be read: ${content.unreadable}` }
  const target = content.length > PATH_BYTES ? '/' : new TextDecoder().decode(content)
  const end = followed(path, target)
  return leadsOut(end) ? { lost: 'is a symbolic link that leads out of the repository' } : end
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
