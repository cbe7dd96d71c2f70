import { compareText } from '../../text/compare.js'
import { baseName, folderOf, foldersOf, isBelow, join } from '../../text/paths.js'
import { meantText, standInOf } from '../../text/stand-ins.js'
import {
  configurationFiles,
  isConfiguration,
  isNamedAnew,
  isOfTerragrunt,
  replacedByOpenTofu,
  terraformFile,
  variableFiles,
} from '../../text/terraform-files.js'
import { plainText } from '../scan/escapes.js'
import { CallGraph, callsOf } from './calls.js'
import { namesPolicy, scanSource, type TerraformSource } from './declarations.js'
import { isPassedOver, nameOf, SKIPPED } from './names.js'
import { mayName } from './readers.js'
import type { RootFolder } from './root-folder.js'
import type { UnitFile } from './terragrunt.js'
import { Units } from './units.js'
import { TOO_MANY, UNREAD } from './unread.js'
import { ValueFiles, type Values } from './value-files.js'

/** The tree of a checkout, as far as it is looked at here. Paths are relative to the working directory. */
export interface CheckoutTree {
  readonly text: (path: string) => Uint8Array | null
  readonly list: (folder: string) => readonly string[]
  readonly status: (path: string) => 'file' | 'folder' | 'nothing' | 'outside'
  /** Where a path leads once links are followed; null where nothing stands there. */
  readonly real: (path: string) => string | null
  /** Whether a link may make another file of a file than its name says; it may without it. */
  readonly mayName?: (path: string) => boolean
}

/** Files and folders that are looked at; in a larger checkout nobody can tell here who uses a module. */
const MAX_ENTRIES = 50_000

/** Files that were looked at before, by their paths. */
export type Scanned = ReadonlyMap<string, { readonly text: string; readonly source: TerraformSource }>

/**
 * The modules of the whole checkout, up to the workspace, whatever a run judges of it: which are roots, who uses a file,
 * and which files give a variable its value.
 */
export class Checkout {
  readonly #tree: CheckoutTree
  readonly #scanned: Scanned
  readonly #modules = new Map<string, TerraformSource[]>()
  readonly #texts = new Map<string, string>()
  /** Those in which names are spelled in another way than they are looked for, as they are usually written. */
  readonly #plain = new Map<string, string>()
  /** The folders that hold a file, under its own name or by a link to it: for each of them Terraform reads it. */
  readonly #holders = new Map<string, Set<string>>()
  readonly #values = new ValueFiles()
  readonly #units: Units
  readonly #lost = new Map<string, string>()
  /** The links to folders, by their places. */
  readonly #links = new Map<string, string>()
  #namesPolicies: boolean | null = null
  #starts: ReadonlySet<string> | null = null
  /** Asked of one file by each finding in it. */
  readonly #usedBy = new Map<string, ReadonlySet<string>>()
  /** What modules and units call, links followed. */
  readonly #calls: CallGraph
  readonly #top: string
  /** False where the checkout is too large to be looked at as a whole. */
  readonly isWhole: boolean

  constructor(tree: CheckoutTree, scanned: Scanned = new Map()) {
    this.#tree = tree
    this.#scanned = scanned
    this.#calls = new CallGraph(this.#modules, () => this.#links.size > 0)
    let top = ''
    for (let above = '..'; tree.status(above) === 'folder' && above.length < 300; above = `${above}/..`) top = above
    this.#top = top
    const isThere = (path: string) => this.isThere(path)
    this.#units = new Units({ top, isThere, real: (path) => this.#real(path), named: (path) => this.#named(path) })
    this.isWhole = this.#walk(top)
    for (const path of scanned.keys()) {
      const real = this.#real(path)
      if (this.#texts.has(real) || replacedByOpenTofu(tree.list(folderOf(path))).has(path)) continue
      this.#add(real, isNamedAnew(path, real) ? path : real)
    }
    this.#follow()
    const [left] = this.#units.follow(this.#links)
    if (left !== undefined) this.#lost.set(left, `${left} ${TOO_MANY}`)
    this.#units.inherit()
    for (const [, called] of this.#units.run) if (called !== null) this.#reach(called)
    this.#follow()
    for (const [{ path }, called] of this.#units.run) this.#calls.add(folderOf(path), called === null ? [] : [called])
  }

  /** Notes what modules call, and looks at that where it was not come by. */
  #follow(): void {
    // What is added on the way has its own calls looked at.
    for (const [folder, files] of this.#modules) {
      if (this.#calls.has(folder)) continue
      const { folders, open } = callsOf(folder, files)
      const called = new Set(folders.map((one) => this.#real(one)))
      for (const one of called) this.#reach(one)
      this.#calls.add(folder, called, open)
    }
  }

  /** Looks at a module that is called: outside of the top, or in a folder that is passed over unless it is named. */
  #reach(folder: string): void {
    if (this.#isBeside(folder)) this.#walk(folder)
    if (this.#modules.has(folder) || !isPassedOver(folder)) return
    for (const path of configurationFiles(this.#tree.list(folder))) this.#see(path, folder)
  }

  /** Whether a folder of modules that may be read lies outside of the top: one that a person named is judged there. */
  #isBeside(folder: string): boolean {
    const above = this.#top === '' ? '..' : `${this.#top}/..`
    const isAbove = folder === above || folder.startsWith(`${above}/`)
    return isAbove && !this.#modules.has(folder) && this.#tree.status(folder) === 'folder'
  }

  /** The files of each module's folder, links followed. */
  get modules(): ReadonlyMap<string, readonly TerraformSource[]> {
    return this.#modules
  }

  /** Files with values of variables, wherever they lie. */
  get values(): readonly Values[] {
    return this.#values.all
  }

  /** Files of Terraform, and links to anything, that cannot be read, by their paths as they are listed; each with the reason. */
  get lost(): ReadonlyMap<string, string> {
    return this.#lost
  }

  /** Whether a file of values or of Terragrunt names policies, which it may hand to any module. */
  get namesPolicies(): boolean {
    this.#namesPolicies ??= [...this.values, ...this.unitFiles].some(({ text }) => namesPolicy(text))
    return this.#namesPolicies
  }

  /**
   * Folders that are root modules: those with configuration that no other folder calls, and those that say where their
   * state is kept, or that have files of values, which only a root is given by Terraform. A unit of Terragrunt that runs the module of another folder is a root with that module's code.
   */
  roots(): readonly RootFolder[] {
    const called = this.#calls.called()
    const run = new Set(this.#units.run.map(([, folder]) => folder))
    const withValues = this.#values.modules({
      around: (folder) => this.#calls.around(folder),
      declares: (folder, name) => this.declares(folder, name) === true,
    })
    const roots: RootFolder[] = []
    for (const [folder, files] of this.#modules) {
      const unit = this.#units.in(folder)
      const isOwn =
        unit !== null || (withValues.has(folder) && !run.has(folder)) || files.some(({ keepsState }) => keepsState)
      const isRoot = isOwn || !called.has(folder)
      if (isRoot) roots.push({ folder, unit: unit?.source == null ? unit : null })
    }
    for (const [unit, folder] of this.#units.run)
      if (folder !== null && this.#modules.has(folder)) roots.push({ folder, unit })
    roots.push(...this.#inCircles(roots))
    return roots.sort((a, b) => compareText(a.folder, b.folder) || compareText(a.unit?.path ?? '', b.unit?.path ?? ''))
  }

  /** Where the paths of files of Terragrunt lead. */
  get ways(): Pick<Units, 'placeOf' | 'sought' | 'includedBy'> {
    return this.#units
  }

  /** Whether a unit runs a module that is not in the checkout, or not to be told. */
  leadsOut(unit: UnitFile): boolean {
    const folder = this.#units.sourceOf(unit)
    return folder === null || !this.#modules.has(folder)
  }

  /** Modules that call each other in a circle have no root; the first of them by name is taken for it. */
  #inCircles(roots: readonly RootFolder[]): readonly RootFolder[] {
    const reached = new Set(roots.flatMap(({ folder }) => [...this.reachable(folder)]))
    const found: RootFolder[] = []
    for (const folder of [...this.#modules.keys()].sort(compareText)) {
      if (reached.has(folder)) continue
      found.push({ folder, unit: null })
      for (const one of this.reachable(folder)) reached.add(one)
    }
    return found
  }

  /** The folders of a module and of all that it calls, or may call. */
  reachable(root: string): ReadonlySet<string> {
    return this.#calls.reachable(root)
  }

  /** What modules call. */
  get calls(): Pick<CallGraph, 'isOpen' | 'mayBeCalled'> {
    return this.#calls
  }

  /** The files of Terragrunt that were looked at. */
  get unitFiles(): readonly { readonly path: string; readonly text: string }[] {
    return this.#units.texts
  }

  /** A file of Terragrunt that may give inputs; null where there is none. */
  unitAt(path: string): UnitFile | null {
    return this.#units.at(path)
  }

  /** Whether something stands at a path, be it a link to what is not known. */
  isThere(path: string): boolean {
    return this.#tree.status(path) !== 'nothing'
  }

  /** Whether a file of the checkout was looked at. */
  holds(path: string): boolean {
    return this.#texts.has(this.#real(path))
  }

  /** The folders that hold a file, its own or by a link to it. */
  holdersOf(path: string): ReadonlySet<string> {
    return this.#holders.get(this.#real(path)) ?? new Set([folderOf(this.#named(path))])
  }

  /** Files with values of variables at or below a folder, with the names that they give. */
  valuesBelow(folder: string): readonly { readonly path: string; readonly names: readonly string[] }[] {
    return this.#values.below(this.#real(folder))
  }

  /** Whether a path is that of a folder or of something below it, be it by a link. */
  isBelow(path: string, folder: string): boolean {
    return this.#values.isBelow(path, this.#real(folder))
  }

  /** Whether a link leads to a folder that is passed over, or to one that it lies in. */
  isLedTo(folder: string): boolean {
    return [...this.#links].some(
      ([place, target]) => isPassedOver(target) && !isPassedOver(place) && isBelow(folder, target),
    )
  }

  /** Whether a file lies in no module, nor below one. */
  isApart(path: string): boolean {
    return ['', ...foldersOf(path)].every((folder) => !this.modules.has(folder))
  }

  /** The roots whose modules hold or read a file: those of the folder it is in, and those that name it. */
  rootsUsing(path: string): ReadonlySet<string> {
    const real = this.#real(path)
    const around = this.#calls.around(folderOf(real))
    const own = this.#holders.get(real) ?? new Set(around === null ? [] : [around])
    const known = this.#usedBy.get(real) ?? this.#rootsWith(real, own)
    this.#usedBy.set(real, known)
    return known
  }

  /** The roots whose modules name a file, wherever it lies. */
  rootsNaming(path: string): ReadonlySet<string> {
    return this.#rootsWith(this.#real(path), new Set())
  }

  #rootsWith(real: string, own: ReadonlySet<string>): ReadonlySet<string> {
    const name = baseName(real)
    const named = isConfiguration(real)
      ? []
      : [...this.#texts.keys()].filter((one) => this.#plainOf(one).includes(name))
    const uses = (root: string): boolean => {
      const reached = this.reachable(root)
      const reads = (file: string): boolean => {
        const folder = folderOf(file)
        return reached.has(folder) && mayName(this.#plainOf(file), { folder, root }, real)
      }
      return [...own].some((folder) => reached.has(folder)) || named.some(reads)
    }
    return new Set([...this.starts].filter(uses))
  }

  #plainOf(path: string): string {
    return this.#plain.get(path) ?? this.#texts.get(path) ?? ''
  }

  /**
   * Where the calls of each root begin: its own folder, or that of the unit which runs it. Files of Terragrunt that
   * others include, or that run what is not in the checkout, may use a file as well.
   */
  get starts(): ReadonlySet<string> {
    if (this.#starts !== null) return this.#starts
    const roots = this.roots()
    const run = new Set(roots.flatMap(({ folder, unit }) => (unit === null ? [] : [folder])))
    const own = roots.flatMap(({ folder, unit }) => (unit === null && !run.has(folder) ? [folder] : []))
    this.#starts = new Set([...own, ...this.#units.folders])
    return this.#starts
  }

  /** The files of the module in a folder, be it by a link; null where no such module is known. */
  filesIn(folder: string): readonly TerraformSource[] | null {
    return this.#modules.get(this.#real(folder)) ?? null
  }

  /** Whether a module declares a variable; null where no such module is known. */
  declares(folder: string, variable: string): boolean | null {
    const files = this.filesIn(folder)
    return files === null ? null : files.some(({ variables }) => variables.has(variable))
  }

  /** A file of the checkout that gives a variable a value and that Terraform does not load by itself; null without one. */
  restates(variable: string, root: string): string | null {
    const loaded = new Set(variableFiles(this.#tree.list(root)).map((path) => this.#named(path)))
    return this.values.find((file) => !loaded.has(file.path) && this.#values.gives(file, variable))?.path ?? null
  }

  #real(path: string): string {
    return this.#tree.real(path) ?? path
  }

  #named(path: string): string {
    return nameOf(path, (one) => this.#real(one))
  }

  #walk(top: string): boolean {
    let entries = 0
    const todo = [top]
    const seen = new Set<string>()
    for (let folder = todo.pop(); folder !== undefined; folder = todo.pop()) {
      const real = this.#real(folder)
      if (seen.has(real)) continue
      seen.add(real)
      const paths = this.#tree.list(folder)
      const replaced = replacedByOpenTofu(paths)
      for (const path of paths) {
        const name = baseName(path)
        if (++entries > MAX_ENTRIES) return false
        if (SKIPPED.has(name) || replaced.has(path)) continue
        if (terraformFile(path) !== null || isOfTerragrunt(path)) this.#see(path, real)
        else if (this.#tree.status(path) === 'folder') {
          todo.push(path)
          this.#link(join(real, name), this.#real(path))
        } else this.#lose(path, null)
      }
    }
    return true
  }

  #link(place: string, target: string): void {
    if (place === target) return
    this.#links.set(place, target)
    this.#values.link(place, target)
  }

  /** Takes a file of Terraform or Terragrunt in a folder, of which nobody knows what it gives where it cannot be read. */
  #see(path: string, folder: string): void {
    const place = join(folder, baseName(path))
    if (!this.#add(this.#real(path), place)) this.#lose(path, place)
  }

  /** Notes what cannot be read, `own` as the path of a file of Terraform; what it gives is not known then. */
  #lose(path: string, own: string | null): void {
    const status = this.#tree.status(path)
    // Some trees know of folders only what is in them.
    if (own === null && (status === 'file' || this.#tree.list(path).length > 0)) return
    this.#lost.set(path, `${path} ${status === 'file' ? this.#whyNoText(path) : UNREAD[status]}`)
    if (own !== null) this.#units.lose(own)
  }

  /**
   * Takes a file for what its name says; `path` is where it really lies, `place` where it is found.
   *
   * @returns false for one that cannot be read
   */
  #add(path: string, place: string): boolean {
    if (this.#isStray(path, place)) return false
    const text = this.#texts.get(path) ?? this.#scanned.get(path)?.text ?? this.#textOf(path) ?? this.#textOf(place)
    if (text === null) return false
    this.#texts.set(path, text)
    const plain = plainText(text)
    if (plain !== text) this.#plain.set(path, plain)
    if (isOfTerragrunt(place)) this.#units.add(place, path, text)
    else if (isConfiguration(place)) this.#take(path, place, text)
    else {
      const own = this.#named(place)
      this.#values.add(own, text)
      this.#values.link(place, own)
    }
    return true
  }

  #isStray(path: string, place: string): boolean {
    return isNamedAnew(place, path) && this.#tree.mayName?.(place) === false
  }

  #take(path: string, place: string, text: string): void {
    const folder = folderOf(place)
    const holders = this.#holders.get(path) ?? new Set()
    this.#holders.set(path, holders)
    if (holders.has(folder)) return
    holders.add(folder)
    const { source } = this.#scanned.get(path) ?? {}
    const isSame = source !== undefined && !isNamedAnew(place, path)
    const taken = isSame ? source : { ...scanSource(place, text), path }
    const own = this.#modules.get(folder)
    if (own === undefined) this.#modules.set(folder, [taken])
    else own.push(taken)
  }

  #textOf(path: string): string | null {
    const bytes = this.#tree.text(path)
    return bytes === null ? null : meantText(bytes)
  }

  #whyNoText(path: string): string {
    if (this.#isStray(this.#real(path), path)) return 'is a link to a file of another name, which no commit holds'
    return standInOf(this.#tree.text(path) ?? new Uint8Array())?.replace('it ', '') ?? UNREAD.file
  }
}
