import { decode } from '../../text/decode.js'
import { baseName, folderOf } from '../../text/paths.js'
import { isConfiguration, terraformFile, variableFiles } from '../../text/terraform-files.js'
import { isObject } from '../../tree/value.js'
import { join, scanTerraform, scanTerraformJson, type TerraformSource } from './declarations.js'

/** The tree of a checkout, as far as it is looked at here. Paths are relative to the working directory. */
export interface CheckoutTree {
  readonly text: (path: string) => Uint8Array | null
  readonly list: (folder: string) => readonly string[]
  readonly status: (path: string) => 'file' | 'folder' | 'nothing' | 'outside'
  /** Where a path leads once links are followed; null where nothing stands there. */
  readonly real: (path: string) => string | null
}

/** Folders that hold copies, or nothing of the repository. */
const SKIPPED = new Set(['node_modules', '.git', '.terraform', '.terragrunt-cache'])

/** Files and folders that are looked at; in a larger checkout nobody can tell here who uses a module. */
const MAX_ENTRIES = 50_000

const UNIT = 'terragrunt.hcl'

/** A file with values of variables. */
interface Values {
  readonly path: string
  readonly text: string
}

/**
 * The modules of the whole checkout, up to the workspace, whatever a run judges of it: who uses a file, and which files
 * give a variable its value.
 */
export class Checkout {
  readonly #tree: CheckoutTree
  readonly #modules = new Map<string, TerraformSource[]>()
  readonly #texts = new Map<string, string>()
  readonly #values: Values[] = []
  /** The folders that a module or a unit calls, links followed. */
  readonly #calls = new Map<string, ReadonlySet<string>>()
  /** False where the checkout is too large to be looked at as a whole. */
  readonly isWhole: boolean

  constructor(tree: CheckoutTree) {
    this.#tree = tree
    let top = ''
    for (let above = '..'; tree.status(above) === 'folder' && above.length < 300; above = `${above}/..`) top = above
    this.isWhole = this.#walk(top)
    for (const [folder, files] of this.#modules) {
      const called = files.flatMap(({ sources }) => sources.map((source) => this.#real(join(folder, source))))
      this.#calls.set(folder, new Set(called))
    }
  }

  /** The roots whose modules hold or read a file: those of the folder it is in, and those that name it. */
  rootsUsing(path: string): ReadonlySet<string> {
    const real = this.#real(path)
    const own = this.#moduleAround(folderOf(real))
    const name = baseName(real)
    const readers = [...this.#texts].filter(([file, text]) => folderOf(file) !== own && text.includes(name))
    const modules = new Set([...(own === null ? [] : [own]), ...readers.map(([file]) => folderOf(file))])
    const called = new Set([...this.#calls.values()].flatMap((folders) => [...folders]))
    const roots = [...this.#modules.keys()].filter((folder) => !called.has(folder))
    return new Set(roots.filter((root) => this.#reaches(root, modules)))
  }

  /** Whether a module declares a variable; null where no such module is known. */
  declares(folder: string, variable: string): boolean | null {
    const files = this.#modules.get(this.#real(folder))
    return files === undefined ? null : files.some(({ variables }) => variables.has(variable))
  }

  /** A file of the checkout that gives a variable a value and that Terraform does not load by itself; null without one. */
  restates(variable: string, root: string): string | null {
    const loaded = new Set(variableFiles(this.#tree.list(root)).map((path) => this.#real(path)))
    return this.#values.find((file) => !loaded.has(file.path) && gives(file, variable))?.path ?? null
  }

  #reaches(root: string, modules: ReadonlySet<string>): boolean {
    const seen = new Set<string>()
    const todo = [root]
    for (let folder = todo.pop(); folder !== undefined; folder = todo.pop()) {
      if (modules.has(folder)) return true
      if (seen.has(folder)) continue
      seen.add(folder)
      todo.push(...(this.#calls.get(folder) ?? []))
    }
    return false
  }

  /** The closest folder at or above one that holds a module. */
  #moduleAround(folder: string): string | null {
    for (let at = folder; ; at = folderOf(at)) {
      if (this.#modules.has(at)) return at
      if (at === '' || at.endsWith('..')) return null
    }
  }

  #real(path: string): string {
    return this.#tree.real(path) ?? path
  }

  #walk(top: string): boolean {
    let entries = 0
    const todo = [top]
    const seen = new Set<string>()
    for (let folder = todo.pop(); folder !== undefined; folder = todo.pop()) {
      const real = this.#real(folder)
      if (seen.has(real)) continue
      seen.add(real)
      for (const path of this.#tree.list(folder)) {
        const name = baseName(path)
        if (++entries > MAX_ENTRIES) return false
        if (SKIPPED.has(name)) continue
        if (terraformFile(path) !== null || name === UNIT) this.#add(this.#real(path), name)
        else if (this.#tree.status(path) === 'folder') todo.push(path)
      }
    }
    return true
  }

  #add(path: string, name: string): void {
    const bytes = this.#tree.text(path)
    const decoded = bytes === null ? null : decode(bytes)
    if (decoded?.ok !== true) return
    const { text } = decoded
    if (name !== UNIT && !isConfiguration(path)) {
      this.#values.push({ path, text })
      return
    }
    const folder = folderOf(path)
    const scanned = path.endsWith('.json') ? scanTerraformJson(path, text) : scanTerraform(path, text)
    const source = name === UNIT ? { ...scanned, sources: unitSources(text) } : scanned
    this.#modules.set(folder, [...(this.#modules.get(folder) ?? []), source])
    this.#texts.set(path, text)
  }
}

/** Whether a variables file gives a variable a value; one in JSON that is broken does where it names it at all. */
function gives({ path, text }: { readonly path: string; readonly text: string }, variable: string): boolean {
  if (terraformFile(path)?.syntax !== 'json') return new RegExp(`^[ \\t]*${variable}[ \\t]*=`, 'm').test(text)
  try {
    const values: unknown = JSON.parse(text)
    return isObject(values) && Object.hasOwn(values, variable)
  } catch {
    return text.includes(`"${variable}"`)
  }
}

const UNIT_SOURCE = /^[ \t]*source[ \t]*=[ \t]*"([^"\n$]{1,1000})"/gm

/** The folders that a unit of Terragrunt takes its module from; `//` marks the part that is copied. */
function unitSources(text: string): readonly string[] {
  return [...text.matchAll(UNIT_SOURCE)]
    .map(([, source]) => (source ?? '').replaceAll('//', '/'))
    .filter((source) => /^\.{1,2}\//.test(source))
}
