import { folderOf, isRelativeSource, join } from '../../text/paths.js'
import { plainTemplate } from '../scan/escapes.js'
import type { TerraformSource } from './declarations.js'

/** Expressions in a source that stand in expressions themselves: more than people chain, fewer than a circle takes. */
const MAX_ROUNDS = 8

/** What the calls of a module lead to. */
export interface Calls {
  /** The folders that sources which are relative name, as far as literals tell them. */
  readonly folders: readonly string[]
  /**
   * Sources that may be in the checkout, and of which nobody knows here what they come to: OpenTofu evaluates them, and
   * takes for a variable the value that it is given, not the default.
   */
  readonly open: readonly string[]
}

/** Where the calls of a module lead, by the sources in its files; literals are taken from all of these. */
export function callsOf(folder: string, files: readonly TerraformSource[]): Calls {
  const all = new Map([...files.flatMap((file) => [...file.literals]), ['path.module', '.'] as const])
  const fixed = new Map([...all].filter(([name]) => name.startsWith('local.')))
  const folders = new Set<string>()
  const open = new Set<string>()
  for (const source of files.flatMap(({ sources }) => sources)) {
    const known = withLiterals(source, fixed)
    if (isUnknown(known) && mayBeHere(known)) open.add(known)
    const usual = withLiterals(known, all)
    if (isRelativeSource(usual) && !TEMPLATE.test(usual)) folders.add(join(folder, usual.replaceAll('\\', '/')))
  }
  return { folders: [...folders], open: [...open] }
}

const TEMPLATE = /[$%]\{/
const MAY_BE_HERE = /^(?:\.|[$%]\{|\\)/

/** Whether a source is a folder of the machine by its whole path, which may be one of the checkout. */
export function isOfMachine(source: string): boolean {
  return /^(?:git::)?(?:file:|\/)/.test(source)
}

/** Whether a source has an expression in it, or an escape that is more than a letter, or is a folder of the machine. */
function isUnknown(source: string): boolean {
  return TEMPLATE.test(source) || source.includes('\\') || isOfMachine(source)
}

/** Whether a source may be a folder of the checkout: by a path, or by what nobody knows. */
export function mayBeHere(source: string): boolean {
  return MAY_BE_HERE.test(source) || isOfMachine(source)
}

/** Whether a call may lead out of the folders that were looked at, seen from its own. */
export function mayLeadOut(source: string, folder: string, isLooked: (folder: string) => boolean): boolean {
  return mayBeHere(source) && (isUnknown(source) || !isLooked(join(folder, source)))
}

/** Whether an open source may be the folder at a path: it ends as the source does behind its last expression. */
function mayBeAt(source: string, path: string): boolean {
  const [, end = ''] = /\}([\w./-]*)$/.exec(source) ?? []
  return end.includes('..') || path.endsWith(end.replace(/^[/.]+|\/[/.]*$/g, ''))
}

/** A text with the literals that stand in it by their names, `${local.a}`. */
export function withLiterals(source: string, literals: ReadonlyMap<string, string>): string {
  let text = source
  for (let round = 0; round < MAX_ROUNDS && text.includes('${') && text.length < 4096; round++) {
    text = plainTemplate(
      text.replace(/(?<!\$)\$\{\s*([\w.-]{1,200})\s*\}/g, (hole, name: string) => literals.get(name) ?? hole),
    )
  }
  return text
}

/** Which modules of a checkout call which. */
export class CallGraph {
  readonly #modules: ReadonlyMap<string, unknown>
  readonly #calls = new Map<string, ReadonlySet<string>>()
  readonly #open = new Map<string, readonly string[]>()
  readonly #reachable = new Map<string, ReadonlySet<string>>()
  readonly #mayBe: (source: string, folder: string) => boolean

  /**
   * @param modules by their folders
   * @param hasLinks whether folders may have other names than those by which they are known
   */
  constructor(modules: ReadonlyMap<string, unknown>, hasLinks: () => boolean) {
    this.#modules = modules
    this.#mayBe = (source, folder) => hasLinks() || mayBeAt(source, folder)
  }

  /** Takes what a module, or the unit that runs one, calls besides what is known of it. */
  add(folder: string, folders: Iterable<string>, open: readonly string[] = []): void {
    this.#calls.set(folder, new Set([...(this.#calls.get(folder) ?? []), ...folders]))
    if (open.length > 0) this.#open.set(folder, open)
    this.#reachable.clear()
  }

  /** Whether anything is known of a folder. */
  has(folder: string): boolean {
    return this.#calls.has(folder)
  }

  /** The closest folder at or above one of which anything is known; null without one. */
  around(folder: string): string | null {
    for (let at = folder; ; at = folderOf(at)) {
      if (this.has(at)) return at
      if (at === '' || at.endsWith('..')) return null
    }
  }

  /** The folders that others call. */
  called(): ReadonlySet<string> {
    return new Set([...this.#calls].flatMap(([from, to]) => [...to].filter((folder) => folder !== from)))
  }

  /** Whether a module has calls of which nobody knows where in the checkout they lead. */
  isOpen(folder: string): boolean {
    return this.#open.has(folder)
  }

  /** The modules to which sources may lead of which nobody knows what they come to. */
  mayBeCalled(open: readonly string[]): readonly string[] {
    return open.length === 0
      ? []
      : [...this.#modules.keys()].filter((folder) => open.some((source) => this.#mayBe(source, folder)))
  }

  /** The folders of a module and of all that it calls, or may call. */
  reachable(root: string): ReadonlySet<string> {
    const known = this.#reachable.get(root)
    if (known !== undefined) return known
    const seen = new Set<string>()
    const todo = [root]
    for (let folder = todo.pop(); folder !== undefined; folder = todo.pop()) {
      if (seen.has(folder)) continue
      seen.add(folder)
      todo.push(...(this.#calls.get(folder) ?? []), ...this.mayBeCalled(this.#open.get(folder) ?? []))
    }
    this.#reachable.set(root, seen)
    return seen
  }
}
