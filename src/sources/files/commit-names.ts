import { baseName, folderOf, isBelow } from '../../text/paths.js'
import { type CommitTree, LINKS } from './commit-tree.js'

/** Names that links may add to a commit. */
const NAMES = 20_000
/** Names that are looked at, those of links to more than that too. */
const STEPS = 200_000
/** Of the longest path, in characters; Linux takes no longer ones (path_resolution(7)). */
const LENGTH = 4096

/** A link of which nobody knows what it leads to. */
export interface LostLink {
  /** From the root. */
  readonly path: string
  /** Goes on after the name. */
  readonly reason: string
  /** The names that other links give it. */
  readonly names: readonly string[]
}

/** The names that links give to the files of a commit. */
export interface LinkedNames {
  /** Each with the file itself. */
  readonly linked: ReadonlyMap<string, string>
  readonly lost: readonly LostLink[]
}

/**
 * The names by which links of a commit lead to its files, be it through links in a folder behind another one. A link to a
 * folder that it lies in, be it by the links on its way, has no end and gives none.
 */
export function linkedNames(tree: CommitTree): LinkedNames {
  const linked = new Map<string, string>()
  const lost = new Map<string, LostLink & { readonly names: string[] }>()
  const lose = ({ name, entry }: Place, reason: string) => {
    const known = lost.get(entry) ?? { path: entry, reason, names: [] }
    lost.set(entry, known)
    if (name !== entry) known.names.push(name)
  }
  let names = NAMES
  let steps = STEPS
  for (const link of tree.links.keys()) {
    // What is no folder is one name.
    const found = namesOf(link, tree, Math.max(1, Math.min(names, steps)))
    steps -= found.steps
    if (found.isCut) {
      lose({ name: link, entry: link }, TOO_MANY)
      continue
    }
    names -= found.steps
    for (const [name, file] of found.files) linked.set(name, file)
    for (const { place, reason } of found.lost) lose(place, reason)
  }
  return { linked, lost: [...lost.values()] }
}

const TOO_MANY = `is not followed: symbolic links lead to more than ${NAMES} files, or to longer paths than a file can have`
const CIRCLE = 'is a symbolic link that leads in a circle'

/** What stands in a folder: by the name that links give it, and by its own. */
interface Place {
  readonly name: string
  readonly entry: string
}

/** The same with the links on the way to it: how many they are, and the folders that they lie in. */
interface Found extends Place {
  readonly links: number
  readonly within: readonly string[]
}

interface Names {
  readonly files: readonly (readonly [name: string, file: string])[]
  readonly lost: readonly { readonly place: Place; readonly reason: string }[]
  /** Names that were looked at. */
  readonly steps: number
  /** Whether there are more. */
  readonly isCut: boolean
}

/** The files that a link leads to, and the links among them that are lost, of at most as many names. */
function namesOf(link: string, tree: CommitTree, most: number): Names {
  const files: [name: string, file: string][] = []
  const lost: { place: Place; reason: string }[] = []
  const todo: Found[] = [{ name: link, entry: link, links: 0, within: [] }]
  let steps = 0
  for (let place = todo.pop(); place !== undefined; place = todo.pop()) {
    if (++steps > most || place.name.length > LENGTH) return { files, lost, steps, isCut: true }
    const next = behind(place, tree)
    if (typeof next === 'string') files.push([place.name, next])
    else if ('reason' in next) lost.push({ place, reason: next.reason })
    else for (const one of next.places) todo.push(one)
  }
  return { files, lost, steps, isCut: false }
}

/** The file that a name stands for, what stands in its folder, or why nobody knows. */
function behind(
  place: Found,
  tree: CommitTree,
): string | { readonly places: readonly Found[] } | { readonly reason: string } {
  const { name, entry, links, within } = place
  const kind = tree.at(entry)
  if (kind === 'file') return entry
  if (kind !== 'link') return { places: placesIn(entry, place, tree) }
  const way = tree.way(entry)
  if (way.kind === 'lost') return { reason: way.reason }
  if (way.kind === 'nothing') return { places: [] }
  if (way.kind === 'circle') return { reason: CIRCLE }
  if (links + way.links > LINKS) return { reason: CIRCLE }
  if (way.kind === 'file') return way.path
  const around = [...within, folderOf(entry)]
  // A link to a folder that it lies in, be it by the links on its way, has no end.
  if (around.some((folder) => isBelow(folder, way.path))) return { places: [] }
  return { places: placesIn(way.path, { name, entry, links: links + way.links, within: around }, tree) }
}

function placesIn(folder: string, { name, links, within }: Found, tree: CommitTree): readonly Found[] {
  return tree.entries(folder).map((entry) => ({ name: `${name}/${baseName(entry)}`, entry, links, within }))
}
