import type { ChangeFacts } from '../model/options.js'
import { callsOf } from '../terraform/roots/calls.js'
import { mayMakeName, mayName } from '../terraform/roots/readers.js'
import { ownFolder, type RootFolder } from '../terraform/roots/root-folder.js'
import { plainText } from '../terraform/scan/escapes.js'
import { baseName, folderOf, foldersOf, isAtOrBelow, join } from '../text/paths.js'
import {
  isConfiguration,
  isOfTerragrunt,
  isUnit,
  MANIFEST,
  terraformFile,
  variableFiles,
} from '../text/terraform-files.js'
import type { SourceTree } from './source-tree.js'
import type { Variant } from './variants.js'

/** A file of a module, by what it declares and what it names: `local.a`, `module.m`, `aws_s3_bucket.b`. */
interface Linked {
  readonly path: string
  readonly declares: ReadonlySet<string>
  readonly names: ReadonlySet<string>
  /** The names of its calls, which an override of one repeats. */
  readonly labels: ReadonlySet<string>
  /** The folders of the modules that it calls, as they are written and with links followed. */
  readonly calls: readonly { readonly written: string; readonly folder: string }[]
}

const NONE: ReadonlySet<string> = new Set()

/** What a change is about of what was read for a root module. */
interface ReadChange {
  readonly any: boolean
  /** An expression read it, and no text says where: all of the root may be made of it. */
  readonly whole: boolean
}

/**
 * Which findings of root modules a change is about, though their lines are not in it: whoever changes a module call, a
 * local value or a default changes what is made of it. Files are followed by the names that they declare and use. What a
 * file declared that is there no more nobody can follow: all that could have read it counts.
 */
export class ChangedSources {
  readonly #tree: SourceTree
  readonly #changed: ReadonlySet<string>
  readonly #facts: ChangeFacts | null
  /** Changed paths at which nothing stands: they were removed, or renamed. */
  readonly #gone: readonly string[]
  readonly #folders = new Map<string, readonly Linked[]>()
  readonly #known = new Map<string, boolean>()
  readonly #texts = new Map<string, string>()

  constructor(tree: SourceTree, changed: ReadonlySet<string>, facts: ChangeFacts | null) {
    this.#tree = tree
    this.#gone = [...changed].filter((path) => !tree.stands(path))
    this.#facts = facts
    // Where a link leads nowhere, what it led to may be what is gone.
    const dangling = this.#gone.length === 0 ? [] : [...tree.checkout().lost.keys()].filter((one) => !tree.stands(one))
    this.#changed = new Set([...changed, ...dangling])
  }

  /** Whether a file is one that a change is about by itself. */
  holds(path: string): boolean {
    return this.#changed.has(path)
  }

  /** Whether a change is about a root module as a whole, with some values of its variables. */
  isAboutAll(
    root: RootFolder,
    { unplanned: { files, units }, sought }: Pick<Variant, 'unplanned' | 'sought'>,
  ): boolean {
    const { folder, unit } = root
    const loaded = variableFiles(this.#tree.files.list(folder))
    const read = [...loaded, ...files, ...units, ...sought, join(folder, MANIFEST)]
    if (read.some((path) => this.#isChanged(path))) return true
    if (unit !== null && units.some((path) => this.#mayRead(path, folderOf(unit.path)))) return true
    const runIn = this.#tree.real(ownFolder(root))
    const folders = new Set([folder, ownFolder(root), runIn])
    const isValues = (path: string) => folders.has(folderOf(path)) && terraformFile(path)?.kind === 'variables'
    if ([...this.#changed].some(isValues)) return true
    const own = this.#tree.checkout().modules.get(folder) ?? []
    const states = own.filter(({ keepsState }) => keepsState)
    // It may be a root since the change: it says so itself, or nobody calls it any more.
    const isOld = states.some(({ path }) => !this.#isChanged(path))
    const isCalled = () => states.length > 0 && this.#isCalled(folder)
    if (unit === null ? !isOld && (this.#wasCalled(folder) || isCalled()) : this.#wasIncluded(unit.path)) return true
    const needs = files.length === 0 && own.some(({ required }) => required.size > 0)
    const reached = this.#gone.length === 0 ? NONE : this.#tree.checkout().reachable(folder)
    return this.#gone.some((path) => mayHaveRead({ folder, runIn }, path, reached, needs))
  }

  /** Whether what runs a root module by its own name alone was part of a unit that is changed or gone. */
  #wasIncluded(path: string): boolean {
    return !isUnit(path) && this.#facts?.named.has(`${path}/`) === true
  }

  #isCalled(folder: string): boolean {
    const checkout = this.#tree.checkout()
    return [...checkout.modules.keys()].some((one) => one !== folder && checkout.reachable(one).has(folder))
  }

  /** Whether a file that is changed or gone may have called a module. */
  #wasCalled(folder: string): boolean {
    const { named = null } = this.#facts ?? {}
    const ways = [folder, ...[folder, ...foldersOf(folder)].map((one) => `*/${folder.slice(folderOf(one).length)}`)]
    if (ways.some((one) => named?.has(`${join('', one)}/`))) return true
    // A unit of Terragrunt may have had the source of a file that it included.
    return (
      this.#gone.some(isUnit) &&
      this.#tree.checkout().unitFiles.some(({ text }) => plainText(text).includes(baseName(folder)))
    )
  }

  /**
   * What a change is about of what was read for a root module.
   *
   * @param texts the files that statements were found in
   */
  take(root: string, read: ReadonlySet<string>, texts: ReadonlySet<string>): ReadChange {
    const isListed = (folder: string) =>
      this.#isChanged(folder) || [folder, this.#tree.real(folder)].some((one) => this.#facts?.folders.has(one))
    const found = [...read].filter((path) => (path.endsWith('/') ? isListed(path.slice(0, -1)) : this.#isChanged(path)))
    const folders = found.length === 0 ? [] : [...this.#tree.checkout().reachable(root)]
    const files = folders.flatMap((folder) => this.#tree.checkout().modules.get(folder) ?? [])
    const isNamed = (path: string) => files.some((file) => this.#textOf(file.path).includes(baseName(path)))
    // Files are not followed by the names of those with configuration.
    const isFollowed = (path: string) => terraformFile(path) === null && isNamed(path)
    const isOpen = (path: string) => path.endsWith('/') || !(texts.has(this.#tree.real(path)) || isFollowed(path))
    return { any: found.length > 0, whole: found.some(isOpen) }
  }

  /** Whether a change is about a file of some modules: configuration, or a template by its name. */
  touches(folders: ReadonlySet<string>): boolean {
    const isOne = (path: string) => isConfiguration(path) || /\.tf?tpl$/.test(path)
    return [...this.#changed].some((path) => isOne(path) && folders.has(folderOf(path)))
  }

  /**
   * Whether a change is about what is made in one of some files.
   *
   * @param root the folders of the root module and of all that it calls
   */
  isAbout(paths: readonly string[], root: ReadonlySet<string>): boolean {
    const key = [...root, '', ...paths].join('\n')
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
      for (const { path, calls, labels } of files) {
        const call = calls.find((one) => one.folder === folder)
        if (call === undefined) continue
        if (this.#isChanged(call.written)) return true
        for (const one of this.#filesIn(folderOf(path)))
          if (one.path === path || [...one.labels].some((label) => labels.has(label))) seen.add(one.path)
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
    const text = this.#textOf(path)
    return [...this.#changed].some((one) => terraformFile(one) === null && text.includes(baseName(one)))
  }

  /**
   * Whether a file of Terragrunt may make values of what is changed: of configuration that it reads, of data.
   *
   * @param folder that of the unit, in which and above which files are found
   */
  #mayRead(path: string, folder: string): boolean {
    const text = this.#textOf(path)
    const running = { folder: folderOf(path), root: folder }
    const isOpen = this.#tree.checkout().unitAt(path)?.includes.includes(null) === true
    const isAbove = (one: string) =>
      isAtOrBelow(folder, folderOf(one)) && (text.includes(`"${baseName(one)}"`) || (isOpen && isOfTerragrunt(one)))
    const isNamed = (one: string) => isAbove(one) || mayName(text, running, one) || mayMakeName(text, one)
    return [...this.#changed].some((one) => !isConfiguration(one) && isNamed(one))
  }

  /** The text of a file, with names as they are usually written. */
  #textOf(path: string): string {
    const text = this.#texts.get(path) ?? plainText(this.#tree.lines(path)?.text ?? '')
    this.#texts.set(path, text)
    return text
  }

  /** A file, what it leads to, or a link on the way to it. */
  #isChanged(path: string): boolean {
    const real = this.#tree.real(path)
    return this.#isOnTheWay(path) || (real !== path && this.#isOnTheWay(real))
  }

  #isOnTheWay(path: string): boolean {
    for (let at = path; at !== '' && !at.endsWith('..'); at = folderOf(at)) if (this.#changed.has(at)) return true
    return false
  }

  #filesIn(folder: string): readonly Linked[] {
    const known = this.#folders.get(folder)
    if (known !== undefined) return known
    const sources = this.#tree.checkout().modules.get(folder) ?? []
    const files = sources.map((source): Linked => {
      const text = this.#textOf(source.path)
      const { folders, open } = callsOf(folder, [...sources.filter((one) => one !== source).map(literalsOf), source])
      const calls = [...folders, ...this.#tree.checkout().calls.mayBeCalled(open)]
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
        labels: source.calls,
        calls: calls.map((written) => ({ written: join('', written), folder: this.#tree.real(written) })),
      }
    })
    this.#folders.set(folder, files)
    return files
  }
}

/**
 * Whether a root module may have read a file by its name or its place, that is there no more.
 *
 * @param runIn the folder of its unit, or its own, links followed
 * @param needs a variable of it has no value without a further file: of such sets of values it was judged with each alone
 */
function mayHaveRead(
  { folder, runIn }: { readonly folder: string; readonly runIn: string },
  path: string,
  reached: ReadonlySet<string>,
  needs: boolean,
): boolean {
  const own = folderOf(path)
  if (path === MANIFEST || path.endsWith(`/${MANIFEST}`) || path.includes('.terraform/modules/'))
    return isAtOrBelow(path, folder)
  if (terraformFile(path)?.kind === 'variables')
    return own === folder || own === runIn || (needs && isAtOrBelow(own, folder))
  if (isConfiguration(path)) return own === runIn || reached.has(own)
  return isOfTerragrunt(path) && [folder, runIn].some((one) => isAtOrBelow(one, own))
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
