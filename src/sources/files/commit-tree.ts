import { Folders } from './folders.js'

/** What a symbolic link of a commit holds: a path as it is written there, or why nobody knows it. */
export type LinkText = { readonly target: string } | { readonly lost: string }

/** Where a path of a commit leads. */
export type Way =
  /** A file or a folder, by a path from the root through no link (`''` is the root), and how many links were followed. */
  | { readonly kind: 'file' | 'folder'; readonly path: string; readonly links: number }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'circle' }
  /** Out of the repository, or where nobody knows; the reason goes on after the name. */
  | { readonly kind: 'lost'; readonly reason: string }

/** Links that are followed on one way; Linux stops at 40 (path_resolution(7)). */
export const LINKS = 40

/** The files and links of a commit, by paths from the root. Ways are followed as a file system does. */
export class CommitTree {
  readonly #files: ReadonlyMap<string, unknown>
  readonly #folders: Folders
  readonly #sorted = new Map<string, readonly string[]>()
  readonly links: ReadonlyMap<string, LinkText>

  constructor(files: ReadonlyMap<string, unknown>, links: ReadonlyMap<string, LinkText>) {
    this.#files = files
    this.links = links
    this.#folders = new Folders([...files.keys(), ...links.keys()])
  }

  /** The files, folders and links that stand directly in a folder, which is reached through no link, as paths; sorted. */
  entries(folder: string): readonly string[] {
    const known = this.#sorted.get(folder) ?? [...(this.#folders.entries(folder) ?? [])].sort()
    this.#sorted.set(folder, known)
    return known
  }

  /** What stands at a path through no link. */
  at(path: string): 'file' | 'folder' | 'link' | 'nothing' {
    if (this.links.has(path)) return 'link'
    if (this.#files.has(path)) return 'file'
    return path === '' || this.#folders.entries(path) !== undefined ? 'folder' : 'nothing'
  }

  /** Where a path leads once every link on it is followed: a `..` goes up from where that is. */
  way(path: string): Way {
    const rest = path.split('/').reverse()
    let at = ''
    let kind: 'file' | 'folder' = 'folder'
    let links = 0
    for (let step = rest.pop(); step !== undefined; step = rest.pop()) {
      if (kind === 'file') return { kind: 'nothing' }
      if (step === '' || step === '.') continue
      if (step === '..') {
        if (at === '') return { kind: 'lost', reason: LEADS_OUT }
        at = at.slice(0, Math.max(0, at.lastIndexOf('/')))
        continue
      }
      const name = at === '' ? step : `${at}/${step}`
      const link = this.links.get(name)
      if (link === undefined) {
        const found = this.at(name)
        if (found !== 'file' && found !== 'folder') return { kind: 'nothing' }
        kind = found
        at = name
        continue
      }
      if ('lost' in link) return { kind: 'lost', reason: link.lost }
      if (link.target.startsWith('/')) return { kind: 'lost', reason: LEADS_OUT }
      if (++links > LINKS) return { kind: 'circle' }
      rest.push(...link.target.split('/').reverse())
    }
    return { kind, path: at, links }
  }
}

const LEADS_OUT = 'is a symbolic link that leads out of the repository'
