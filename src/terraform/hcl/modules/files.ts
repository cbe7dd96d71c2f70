import { fileText, isPublic } from '../../../model/trust.js'
import type { ListFolder, Lookup } from '../../../sources/source.js'
import { folderOf, isBelow } from '../../../text/paths.js'
import { isPointer, meantText } from '../../../text/stand-ins.js'
import {
  configurationFiles,
  copiedOver,
  isOfTerragrunt,
  isUnit,
  MANIFEST,
  terraformFile,
  variableFiles,
} from '../../../text/terraform-files.js'
import type { Engines } from '../functions/index.js'
import {
  type HclFile,
  type HclGrammar,
  joinPath,
  type ModuleConfig,
  mergeFiles,
  type ParseHcl,
  readHclFile,
  readJsonFile,
  readTemplate,
  readTextFile,
  type Span,
  type TemplateExpr,
} from '../syntax/index.js'
import { isPlanOrState, isPolicyText } from './drawn.js'
import { knownText } from './known/index.js'
import { type Installed, readManifest } from './manifest.js'
import { readUnit, type TerragruntUnit } from './unit.js'

/** Files larger than this are no configuration that a person wrote, and are not read. */
const MAX_SIZE = 4 * 1024 * 1024

/** Where the sources of a root module come from. */
export interface SourceFiles {
  readonly lookup: Lookup
  readonly list: ListFolder
  /** Where a path leads once links are followed, so that one file has one name; without it names are taken as they are. */
  readonly real?: (path: string) => string | null
  /**
   * Told of every file that an expression reads, whether it is there or not, and with `/` at its end of every folder that one
   * lists.
   */
  readonly note?: (path: string) => void
  /** Whether a text holds what a plan of the run marks as sensitive; nothing is marked without it. */
  readonly isMarked?: (text: string) => boolean
  /**
   * Set for sources with an edit in them, which Terraform has not accepted yet: then values whose types do not fit are
   * errors. Of sources that a plan was made from they are known to fit.
   */
  readonly edited?: true
  /** Of sources with an edit: what they were before, and whether the text of a path is another one since. */
  readonly before?: { readonly files: SourceFiles; readonly isReplaced: (path: string) => boolean }
  /** Handed on with the files, and to those with an edit in them, so that it is loaded once. */
  readonly grammar?: HclGrammar
}

/** The files of a working tree, read and parsed once each. */
export class Sources {
  readonly #files: SourceFiles
  readonly #parse: ParseHcl
  readonly #engines: Engines
  readonly #before: Sources | null
  readonly #texts = new Map<string, string | null>()
  readonly #parsed = new Map<string, HclFile | null>()
  readonly #modules = new Map<string, ModuleConfig>()
  readonly #templates = new Map<string, TemplateExpr | null>()
  readonly #units = new Map<string, TerragruntUnit | null>()
  readonly #lists = new Map<string, readonly string[]>()
  readonly #marked = new Map<string, boolean>()
  readonly #manifests = new Map<string, ReadonlyMap<string, Installed>>()

  /** @param before the sources before the edit, of which the texts that stay the same are shared */
  constructor(files: SourceFiles, parse: ParseHcl, engines: Engines, before: Sources | null = null) {
    this.#files = files
    this.#parse = parse
    this.#engines = engines
    this.#before = before
  }

  /** Whether the types of values are to be checked. */
  get edited(): boolean {
    return this.#files.edited === true
  }

  /** A configuration file, or null when there is none that can be read. */
  configuration(path: string): HclFile | null {
    return remember(this.#parsed, path, () => {
      if (this.#before !== null && this.#files.before?.isReplaced(path) === false)
        return this.#before.configuration(path)
      const text = this.#isMeant(path) ? this.#text(path) : null
      if (text === null) return null
      const real = this.#real(path)
      if (path.endsWith('.json')) return readJsonFile(real, text, this.#parse)
      return readHclFile(real, text, this.#parse, { keeps: !this.edited })
    })
  }

  /**
   * Whether a file is what its name says. A link can give any name to what a step left in the workspace, and so can a list
   * of files of values: what no commit holds counts by the name of the file itself.
   */
  #isMeant(path: string): boolean {
    const kindOf = (name: string) => terraformFile(name)?.kind ?? (isOfTerragrunt(name) ? 'terragrunt' : null)
    const own = kindOf(this.#real(path))
    return (own !== null && own === kindOf(path)) || fileText(this.#files.lookup(path)?.by) === 'whole'
  }

  /**
   * A file that an expression reads: a policy, a template, data. Of one that no commit holds only what is a policy or a
   * template of one, and of a plan or a state nothing: what a step left there in clear must not be drawn into a comment.
   */
  plain(path: string): HclFile | null {
    this.#files.note?.(path)
    const key = `text:${path}`
    const known = this.#parsed.get(key)
    if (known !== undefined) return known
    const text = this.#text(path)
    const file = text === null ? null : readTextFile(this.#real(path), text)
    const isMeant = file === null ? false : this.#mayBeDrawn(path, file)
    const drawn = isMeant === true ? file : null
    // While that cannot be told, it is not remembered.
    if (isMeant !== null) this.#parsed.set(key, drawn)
    return drawn
  }

  #mayBeDrawn(path: string, file: HclFile): boolean | null {
    const { text } = file
    if (isPlanOrState(text)) return false
    if (fileText(this.#files.lookup(path)?.by) === 'whole') return true
    return isPolicyText({ text, template: () => this.template(file), engines: this.#engines })
  }

  /**
   * Whether something of a file may be shown nowhere: no commit holds it, and a plan of the run marks a value in it. What a
   * function makes of such a value is not known for it any more, so that it has to be followed from here.
   *
   * @param part the span of a part of the file, or a name in it, which then counts alone
   */
  isMarked({ path, text }: HclFile, part?: Span | string): boolean {
    const { isMarked } = this.#files
    if (isMarked === undefined) return false
    const holds = remember(this.#marked, path, () => !isPublic(this.#files.lookup(path)?.by) && isMarked(text))
    if (!holds || part === undefined) return holds
    return isMarked(typeof part === 'string' ? part : text.slice(part.start, part.end))
  }

  /**
   * Where a file really lies that a root module names: in the folder of the unit of Terragrunt that runs it, where that
   * has one of this path, since its files are copied over those of the module.
   */
  copied(path: string, folder: string, unit: string | null): string {
    const over = unit === null ? folder : folderOf(unit)
    const below = folder === '' ? path : path.slice(folder.length + 1)
    if (over === folder || (folder !== '' && !path.startsWith(`${folder}/`)) || /(?:^|\/)\./.test(below)) return path
    const own = over === '' ? below : `${over}/${below}`
    return this.#files.lookup(own) === null ? path : own
  }

  /** A template file as an expression; null when its syntax is broken. */
  template(file: HclFile): TemplateExpr | null {
    return remember(this.#templates, file.path, () => readTemplate(file, file.text, this.#parse))
  }

  /** A text that stands somewhere in a file, as a template; null when its syntax is broken. */
  templateText(file: HclFile, text: string, { start, end }: Span): TemplateExpr | null {
    return readTemplate(file, text, this.#parse, () => ({ start, end }))
  }

  /** The files that stand directly in a folder. */
  list(folder: string): readonly string[] {
    return remember(this.#lists, folder, () => this.#files.list(folder))
  }

  /** The same, for an expression that lists them. */
  names(folder: string): readonly string[] {
    this.#files.note?.(`${folder}/`)
    return this.list(folder)
  }

  /** What the files of a folder declare. A folder without any gives an empty module. */
  module(folder: string): ModuleConfig {
    return remember(this.#modules, folder, () => mergeFiles(folder, this.files(folder)))
  }

  /** The configuration files of a folder, in the order in which Terraform reads them. */
  files(folder: string): readonly HclFile[] {
    const known = knownText(folder)
    if (known !== null) {
      const path = `${folder}/main.tf`
      const file = remember(this.#parsed, path, () => readHclFile(path, known, this.#parse))
      return file === null ? [] : [file]
    }
    const paths = configurationFiles(this.list(folder))
    const files = paths.map((path) => this.configuration(path))
    // What an override changes of the others is not known where it cannot be read.
    const isLost = (file: HclFile | null, i: number) =>
      file === null && terraformFile(paths[i] ?? '')?.kind === 'override'
    return files.some(isLost) ? [] : files.filter((file) => file !== null)
  }

  /**
   * Files with values of root variables, in the order in which later ones win; null for one that cannot be read.
   *
   * @param named files that count besides those that are read unasked
   * @param unit the file of Terragrunt that runs the module of the folder; null for none
   */
  variableFiles(folder: string, named: readonly string[], unit: string | null = null): readonly (HclFile | null)[] {
    const over = unit === null ? folder : folderOf(unit)
    const paths = [over, this.#real(over)].includes(folder)
      ? this.list(folder)
      : copiedOver(this.list(folder), this.list(over))
    return [...variableFiles(paths), ...named].map((path) => this.configuration(path))
  }

  /**
   * What a file of Terragrunt gives to the root module of a unit; null where it cannot be read. A unit may include any file:
   * of those that no commit holds only its own, and those that lie above it, are for it.
   */
  unit(path: string, unit: string): TerragruntUnit | null {
    return remember(this.#units, `${path}\n${unit}`, () => {
      const file = this.#isForUnit(path, unit) ? this.configuration(path) : null
      return file === null ? null : readUnit(file)
    })
  }

  #isForUnit(path: string, unit: string): boolean {
    if (fileText(this.#files.lookup(path)?.by) === 'whole') return true
    const own = this.#real(path)
    if (path === unit) return isUnit(own)
    return [unit, this.#real(unit)].some((one) => isBelow(folderOf(one), folderOf(own)))
  }

  /** The modules of the manifest that `terraform init` writes, by their keys. */
  manifest(root: string): ReadonlyMap<string, Installed> {
    return remember(this.#manifests, root, () => {
      const path = joinPath(root, MANIFEST)
      const text = path === null ? null : this.#text(path)
      return text === null ? new Map() : readManifest(text)
    })
  }

  #real(path: string): string {
    return this.#files.real?.(path) ?? path
  }

  #text(path: string): string | null {
    return remember(this.#texts, path, () => {
      const source = this.#files.lookup(path)
      const quick = source?.quickText?.() ?? null
      if (quick !== null) return isPointer(quick) ? null : quick
      if (source === null || source.size > MAX_SIZE) return null
      return meantText(source.bytes())
    })
  }
}

function remember<T>(known: Map<string, T>, key: string, make: () => T): T {
  const present = known.get(key)
  if (present !== undefined) return present
  const made = make()
  known.set(key, made)
  return made
}
