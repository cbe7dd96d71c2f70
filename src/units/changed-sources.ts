import { calledFolders } from '../terraform/roots/declarations.js'
import { baseName, folderOf, join } from '../text/paths.js'
import { terraformFile } from '../text/terraform-files.js'
import type { SourceTree } from './source-tree.js'

/** A file of a module, by what it declares and what it names: `local.a`, `module.m`, `aws_s3_bucket.b`. */
interface Linked {
  readonly path: string
  readonly declares: ReadonlySet<string>
  readonly names: ReadonlySet<string>
  /** The folders of the modules that it calls, as they are written and with links followed. */
  readonly calls: readonly { readonly written: string; readonly folder: string }[]
}

const NONE: ReadonlySet<string> = new Set()

/**
 * Which findings of a root module a change is about, though their lines are not in it: whoever changes a module call, a
 * local value or a default changes what is made of it. Files are followed by the names that they declare and use.
 */
export class ChangedSources {
  readonly #tree: SourceTree
  readonly #changed: ReadonlySet<string>
  readonly #folders = new Map<string, readonly Linked[]>()
  readonly #known = new Map<string, boolean>()

  constructor(tree: SourceTree, changed: ReadonlySet<string>) {
    this.#tree = tree
    this.#changed = changed
  }

  /**
   * Whether a change is about what is made in one of some files.
   *
   * @param root the folders of the root module and of all that it calls
   */
  isAbout(paths: readonly string[], root: ReadonlySet<string>): boolean {
    const key = paths.join('\n')
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const found = this.#follow(paths, [...root])
    this.#known.set(key, found)
    return found
  }

  #follow(paths: readonly string[], root: readonly string[]): boolean {
    const seen = new Set(paths)
    if (this.#calledBy(seen, root)) return true
    for (const path of seen) {
      if (this.#isChanged(path) || this.#readsChanged(path)) return true
      const own = this.#filesIn(folderOf(path))
      const names = own.find((one) => one.path === path)?.names ?? NONE
      for (const other of own) {
        const shared = [...other.declares].filter((name) => names.has(name))
        if (shared.length > 0) seen.add(other.path)
        if (shared.some((name) => name.startsWith('module.')) && this.#callsInto(other, seen)) return true
      }
    }
    return false
  }

  /** Adds the files that call the modules of others; true where a link on the way to one is changed. */
  #calledBy(seen: Set<string>, root: readonly string[]): boolean {
    const files = root.flatMap((folder) => this.#filesIn(folder))
    const folders = new Set([...seen].map(folderOf))
    for (const folder of folders) {
      for (const { path, calls } of files) {
        const call = calls.find((one) => one.folder === folder)
        if (call === undefined) continue
        if (this.#isChanged(call.written)) return true
        seen.add(path)
        folders.add(folderOf(path))
      }
    }
    return false
  }

  /** Adds the files of the modules that a file calls, whose outputs it may use. */
  #callsInto({ calls }: Linked, seen: Set<string>): boolean {
    for (const { folder } of calls) for (const { path } of this.#filesIn(folder)) seen.add(path)
    return calls.some(({ written }) => this.#isChanged(written))
  }

  /** Whether a file names one that is changed and that it may read, such as a list of names. */
  #readsChanged(path: string): boolean {
    const text = this.#tree.lines(path)?.text ?? ''
    return [...this.#changed].some((one) => terraformFile(one) === null && text.includes(baseName(one)))
  }

  /** A file, or a link on the way to it. */
  #isChanged(path: string): boolean {
    for (let at = path; at !== '' && !at.endsWith('..'); at = folderOf(at)) if (this.#changed.has(at)) return true
    return false
  }

  #filesIn(folder: string): readonly Linked[] {
    const known = this.#folders.get(folder)
    if (known !== undefined) return known
    const sources = this.#tree.checkout().modules.get(folder) ?? []
    const real = (path: string) => this.#tree.files.real?.(path) ?? path
    const files = sources.map((source): Linked => {
      const text = this.#tree.lines(source.path)?.text ?? ''
      const calls = calledFolders(folder, [...sources.filter((one) => one !== source).map(literalsOf), source])
      return {
        path: source.path,
        declares: new Set([
          ...source.resources,
          ...source.data,
          ...[...source.variables].map((name) => `var.${name}`),
          ...[...source.calls].map((name) => `module.${name}`),
          ...[...source.locals].map((name) => `local.${name}`),
        ]),
        names: namesIn(text),
        calls: calls.map((written) => ({ written: join('', written), folder: real(written) })),
      }
    })
    this.#folders.set(folder, files)
    return files
  }
}

/** Of another file only what a source may be made of. */
function literalsOf<T extends { readonly sources: readonly string[] }>(source: T): T {
  return { ...source, sources: [] }
}

/** Every two words with a dot between them, and the two labels of a block, which an override repeats. */
function namesIn(text: string): ReadonlySet<string> {
  const names = new Set<string>()
  for (const [path] of text.matchAll(/[\w-]+(?:\.[\w-]+)+/g)) {
    const steps = path.split('.')
    for (let i = 0; i + 1 < steps.length && i < 2; i++) names.add(`${steps[i]}.${steps[i + 1]}`)
  }
  for (const [, type, name] of text.matchAll(/"([\w-]+)"[ \t]+"([\w-]+)"/g)) names.add(`${type}.${name}`)
  return names
}
