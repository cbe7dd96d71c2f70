import { LARGE } from '../documents/read.js'
import { fileText } from '../model/trust.js'
import { lookupOf, realIn, type Tree } from '../sources/sources.js'
import { Checkout, type CheckoutTree, type Scanned } from '../terraform/roots/checkout.js'
import { PolicyWriters } from '../terraform/roots/may-write.js'
import { ownFolder, type RootFolder } from '../terraform/roots/root-folder.js'
import { HclGrammar, type SourceFiles } from '../terraform/trace/index.js'
import { decode } from '../text/decode.js'
import { LineIndex } from '../text/lines.js'

/** The files that root modules are made of, read and parsed once for a whole run. */
export class SourceTree {
  readonly files: SourceFiles
  readonly #scanned: Scanned
  readonly #status: CheckoutTree['status']
  readonly #standing: (path: string) => boolean
  /** Files that were reached through a link, by the names that they lead to. */
  readonly #linked = new Set<string>()
  readonly #asked = new Set<string>()
  /** See `SourceFiles.note`. */
  readonly #noted = new Set<string>()
  /** What was read for the root modules that were evaluated, by the folders of their code, and what runs that. */
  readonly #readFor = new Map<string, { readonly paths: Set<string>; readonly by: Set<string> }>()
  /** The folders of those for which a file was read, by where it really lies. */
  readonly #reading = new Map<string, Set<string>>()
  readonly #lines = new Map<string, LineIndex | null>()
  #checkout: Checkout | null = null
  #writers: PolicyWriters | null = null

  /** @param scanned what was looked at of the files before */
  constructor(files: SourceFiles & { readonly status?: CheckoutTree['status'] }, scanned: Scanned = new Map()) {
    this.#scanned = scanned
    this.#status = files.status ?? (() => 'nothing')
    this.#standing = (path) => files.lookup(path) !== null || files.list(path).length > 0
    const note = (path: string) => this.#noted.add(path)
    this.files = { ...files, note, lookup: this.#noting(files), grammar: files.grammar ?? new HclGrammar() }
  }

  /** @param isMarked whether a text holds what a plan of the run marks as sensitive; null where none marks anything */
  static of(tree: Tree, scanned: Scanned, isMarked: ((text: string) => boolean) | null): SourceTree {
    const led = new Map<string, string | null>()
    const real = (path: string) => {
      const known = led.get(path)
      if (known !== undefined) return known
      const found = realIn(tree, path)
      led.set(path, found)
      return found
    }
    const files = {
      real,
      lookup: lookupOf(tree),
      list: (folder: string) => tree.list(folder),
      status: (path: string) => tree.status(path),
      ...(isMarked === null ? {} : { isMarked }),
    }
    return new SourceTree(files, scanned)
  }

  #noting({ lookup, real }: SourceFiles): SourceFiles['lookup'] {
    const noting = (path: string) => {
      const source = lookup(path)
      if (source !== null) this.#asked.add(path)
      const leadsTo = source?.linked === true ? (real?.(path) ?? null) : null
      if (leadsTo !== null) this.#linked.add(leadsTo)
      return source
    }
    return Object.assign(noting, lookup.list === undefined ? {} : { list: lookup.list })
  }

  /** The files that somebody asked for: what the sources say may be made of their text. */
  get asked(): ReadonlySet<string> {
    return this.#asked
  }

  /**
   * Takes what was noted since as read for a root module, and gives all that was read for its code: what was evaluated for
   * one set of values is not read again for the next.
   */
  takeRead(root: RootFolder): ReadonlySet<string> {
    const { folder } = root
    const read = this.#readFor.get(folder) ?? { paths: new Set(), by: new Set() }
    this.#readFor.set(folder, read)
    read.by.add(ownFolder(root))
    for (const path of this.#noted) {
      read.paths.add(path)
      const real = this.real(path)
      this.#reading.set(real, (this.#reading.get(real) ?? new Set()).add(folder))
    }
    this.#noted.clear()
    return read.paths
  }

  /** The root modules that use a file: those whose modules hold or name it, and those that were seen to read it. */
  rootsUsing(path: string): ReadonlySet<string> {
    const checkout = this.checkout()
    const reading = [...(this.#reading.get(this.real(path)) ?? [])]
    const seen = reading.flatMap((folder) => [...(this.#readFor.get(folder)?.by ?? [])])
    return new Set([...checkout.rootsUsing(path), ...seen.filter((root) => checkout.starts.has(root))])
  }

  /** Where a path leads once links are followed; itself where nothing stands there. */
  real(path: string): string {
    return this.files.real?.(path) ?? path
  }

  /** Whether there is a file or a folder at a path. */
  stands(path: string): boolean {
    return this.#standing(path)
  }

  /** Whether a file is reached through a symbolic link, so that an edit of it would be one of another file. */
  isLinked(path: string): boolean {
    return this.#linked.has(path) || this.files.lookup(path)?.linked === true
  }

  /** The modules of the whole checkout, looked at when somebody asks. */
  checkout(): Checkout {
    const { lookup, list, real } = this.files
    this.#checkout ??= new Checkout(
      {
        text: (path) => {
          const source = lookup(path)
          return source === null || source.size > LARGE ? null : source.bytes()
        },
        list,
        status: this.#status,
        real: (path) => real?.(path) ?? path,
        mayName: (path) => fileText(lookup(path)?.by) === 'whole',
      },
      this.#scanned,
    )
    return this.#checkout
  }

  /** The modules of the checkout that may write a bucket policy. */
  writers(): PolicyWriters {
    this.#writers ??= new PolicyWriters(this.checkout())
    return this.#writers
  }

  /** Text of a source file, decoded, with its lines; null where there is none. */
  lines(path: string): LineIndex | null {
    const known = this.#lines.get(path)
    if (known !== undefined) return known
    const source = this.files.lookup(path)
    const decoded = source === null || source.size > LARGE ? null : decode(source.bytes())
    const lines = decoded?.ok === true ? new LineIndex(decoded.text) : null
    this.#lines.set(path, lines)
    return lines
  }
}
