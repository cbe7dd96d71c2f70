import { matchesName } from '../../../text/path-glob.js'
import { baseName } from '../../../text/paths.js'
import { type Context, expressionOrigin, type Scope } from '../modules/index.js'
import { type CallExpr, joinPath } from '../syntax/index.js'
import { knownString, plainString, setOf, type Value } from '../values/index.js'

/** How many files a pattern may name, and how many may be looked at for it. */
const MAX_FILES = 1000
const MAX_ENTRIES = 10_000

/** How deep `**` is followed. */
const MAX_DEPTH = 32

/**
 * `fileset(folder, pattern)`: paths of files below the folder, hidden ones too. `**` is special where it is a whole
 * step (Terraform, "fileset Function"; bmatcuk/doublestar). Classes of characters, and braces that are not one pair
 * within a step, are not known here.
 */
export function fileSet(
  folder: Value | undefined,
  pattern: Value | undefined,
  call: CallExpr,
  { scope, context }: { readonly scope: Scope; readonly context: Context },
): Value | null {
  const [base, wanted] = [folder, pattern].map((value) => (value === undefined ? null : knownString(value)))
  if (typeof base !== 'string' || typeof wanted !== 'string' || base.startsWith('/')) return null
  const steps = stepsOf(wanted)
  const root = (scope.module.root ?? scope.module).config.folder
  const top = joinPath(root, base)
  const found = steps === null || top === null ? null : filesBelow(top, steps, root, context)
  // A folder that is not there, or not to be seen, says nothing of the one that Terraform saw.
  if (found === null || found.length === 0 || found.length > MAX_FILES) return null
  return setOf(
    found.map((file) => plainString(file)),
    expressionOrigin(call, scope.file),
  )
}

/** A step of a pattern: the names that it stands for, or any number of folders. */
type Step = '**' | readonly string[]

/** Null for a pattern that is not known here. */
function stepsOf(pattern: string): readonly Step[] | null {
  if (/[[\]\\]/.test(pattern)) return null
  const steps: Step[] = []
  for (const step of pattern.split('/')) {
    const names = step === '**' ? '**' : alternativesOf(step)
    if (names === null || ['', '.', '..'].includes(step)) return null
    steps.push(names)
  }
  return steps
}

/** `x.{a,b}` as `x.a` and `x.b`; null where braces stand otherwise. */
function alternativesOf(name: string): readonly string[] | null {
  const [, before = '', inner, after = ''] = /^([^{}]*)\{([^{}]*)\}([^{}]*)$/.exec(name) ?? []
  if (inner === undefined) return /[{}]/.test(name) ? null : [name]
  return inner.split(',').map((one) => `${before}${one}${after}`)
}

/** A folder or a file, with the steps that may come next. */
interface Entry {
  readonly path: string
  /** Its path below the top. */
  readonly below: string
  readonly next: ReadonlySet<number>
}

/** The files that a pattern names, as paths below the top; null where not all of them are to be seen. */
function filesBelow(top: string, steps: readonly Step[], root: string, context: Context): readonly string[] | null {
  const fixed = fixedSteps(steps)
  const start = joinPath(top, fixed.join('/'))
  // What `terraform init` writes below the root module is there for Terraform, and rarely in a checkout.
  if (start === null || (fixed.length < steps.length - 1 && isAtOrAbove(start, root))) return null
  const files: string[] = []
  let left = MAX_ENTRIES
  let level: readonly Entry[] = [{ path: start, below: fixed.join('/'), next: following([fixed.length], steps) }]
  for (let depth = 0; level.length > 0; depth++) {
    const entries = level.flatMap((folder) =>
      context.sources.list(folder.path).map((path) => below(folder, path, steps)),
    )
    left -= entries.length
    if (depth > MAX_DEPTH || left < 0 || !context.spend(entries.length)) return null
    const alive = entries.filter(({ next }) => next.size > 0)
    const folders = new Set(alive.filter(({ path }) => context.sources.list(path).length > 0))
    for (const one of alive) if (!folders.has(one) && one.next.has(steps.length)) files.push(one.below)
    level = [...folders]
  }
  return files
}

/** The names of folders with which a pattern begins. */
function fixedSteps(steps: readonly Step[]): readonly string[] {
  const names = steps.slice(0, -1).map((step) => (step !== '**' && step.length === 1 ? (step[0] ?? '') : '*'))
  const first = names.findIndex((name) => /[*?]/.test(name))
  return first === -1 ? names : names.slice(0, first)
}

/** What stands in a folder, with the steps that its name takes. */
function below(folder: Entry, path: string, steps: readonly Step[]): Entry {
  const name = baseName(path)
  const taken = [...folder.next].flatMap((at) => {
    const step = steps[at]
    if (step === undefined) return []
    if (step === '**') return [at]
    return step.some((one) => matchesName(one, name)) ? [at + 1] : []
  })
  return { path, below: folder.below === '' ? name : `${folder.below}/${name}`, next: following(taken, steps) }
}

/** Positions, and those behind a `**`, which may stand for nothing. */
function following(positions: readonly number[], steps: readonly Step[]): ReadonlySet<number> {
  const all = new Set(positions)
  for (const at of all) if (steps[at] === '**') all.add(at + 1)
  return all
}

function isAtOrAbove(folder: string, root: string): boolean {
  return folder === '' || folder === root || root.startsWith(`${folder}/`) || /^\.\.(?:\/\.\.)*$/.test(folder)
}
