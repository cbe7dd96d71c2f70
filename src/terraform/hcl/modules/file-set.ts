import { matchesName } from '../../../text/path-glob.js'
import { baseName } from '../../../text/paths.js'
import { joinPath } from '../syntax/index.js'
import type { Context } from './context.js'

/** How many files may be looked at for a pattern. */
const MAX_ENTRIES = 10_000

/** How deep `**` is followed. */
const MAX_DEPTH = 32

/**
 * The files that a pattern of `fileset()` names, as paths below a folder, hidden ones too; null where not all of them are
 * to be seen. `**` is special where it is a whole step (Terraform, "fileset Function"; bmatcuk/doublestar). Classes of
 * characters, and braces that are not one pair within a step, are not known here.
 *
 * @param root the folder of the root module
 */
export function filesNamed(
  pattern: string,
  { top, root }: { readonly top: string; readonly root: string },
  context: Context,
): readonly string[] | null {
  const steps = stepsOf(pattern)
  return steps === null ? null : filesBelow(top, steps, root, context)
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

/** The files that steps lead to from a folder. */
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
      context.sources.names(folder.path).map((path) => below(folder, path, steps)),
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
