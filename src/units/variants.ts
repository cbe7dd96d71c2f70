import type { Checkout, RootFolder } from '../terraform/roots/checkout.js'
import { changeBy } from '../terraform/roots/generated.js'
import type { UnitFile } from '../terraform/roots/terragrunt.js'
import { folderOf, join } from '../text/paths.js'
import { isConfiguration, variableFiles } from '../text/terraform-files.js'
import type { Variant } from './root-parts.js'
import type { SourceTree } from './source-tree.js'

/** Variants of one root that are judged; an estate has an environment each, and no more of them. */
export const MAX_VARIANTS = 40

/**
 * The sets of values that a root module is judged with, each by itself: those that Terraform loads by itself, and every
 * further file of values at or below its folder that gives nothing but variables of the root. Where such a file is
 * needed, since a variable has neither default nor value, the root without one is none that anybody applies.
 *
 * @param named files that the configuration names for the root, which count whatever they give
 */
export function variantsOf(root: RootFolder, tree: SourceTree, named: readonly string[]): readonly Variant[] {
  const checkout = tree.checkout()
  if (root.unit !== null && root.unit.source !== null) {
    return [{ name: root.unit.path, unplanned: { files: [], ...inputsOf(root, checkout) } }]
  }
  const files = [...new Set([...named.map((path) => whereOf(path, root.folder, tree)), ...filesOf(root, tree)])]
  const inputs = inputsOf(root, checkout)
  const variants = files.map((path) => ({ name: path, unplanned: { files: [path], ...inputs } }))
  const alone = { name: null, unplanned: { files: [], ...inputs } }
  return variants.length === 0 || isGiven(root, tree) ? [alone, ...variants] : variants
}

/** A file that the configuration names: relative to the root's folder, or to the working directory. */
function whereOf(path: string, folder: string, tree: SourceTree): string {
  const own = join(folder, path)
  return tree.files.lookup(own) === null ? join('', path) : own
}

/** The variables that the module of a folder declares. */
export function declaredBy({ folder }: Pick<RootFolder, 'folder'>, checkout: Checkout): ReadonlySet<string> {
  return new Set((checkout.modules.get(folder) ?? []).flatMap(({ variables }) => [...variables]))
}

/** Files below a root that are loaded only where they are named, and whose names the root all declares. */
function filesOf(root: RootFolder, tree: SourceTree): readonly string[] {
  const checkout = tree.checkout()
  const declared = declaredBy(root, checkout)
  const loaded = loadedIn(root, tree)
  return checkout
    .valuesBelow(root.folder)
    .filter(({ path, names }) => {
      const own = variableFiles(tree.files.list(folderOf(path)))
      const isLoaded = loaded.has(path) || (own.includes(path) && isModule(folderOf(path), tree))
      return !isLoaded && names.length > 0 && names.every((name) => declared.has(name))
    })
    .map(({ path }) => path)
    .sort()
}

/** The files of values that Terraform loads for a root by itself, links followed. */
function loadedIn({ folder }: RootFolder, { files }: SourceTree): ReadonlySet<string> {
  return new Set(variableFiles(files.list(folder)).map((path) => files.real?.(path) ?? path))
}

/** A module that has files of values of its own. */
function isModule(folder: string, tree: SourceTree): boolean {
  return tree.files.list(folder).some(isConfiguration)
}

/** Whether every variable of a root has a value without a further file. */
function isGiven(root: RootFolder, tree: SourceTree): boolean {
  const checkout = tree.checkout()
  const loaded = loadedIn(root, tree)
  // A link may lead to a file anywhere.
  const given = new Set(
    checkout
      .valuesBelow('')
      .filter(({ path }) => loaded.has(path))
      .flatMap(({ names }) => names),
  )
  const files = checkout.modules.get(root.folder) ?? []
  return files.every(({ required }) => [...required].every((name) => given.has(name)))
}

/** Files that include one another: more than people chain. */
const MAX_INCLUDES = 8

/** The files whose `inputs` reach a root: its unit, and what that includes, as far as the names of files tell. */
function inputsOf({ folder, unit }: RootFolder, checkout: Checkout): Pick<Variant['unplanned'], 'units' | 'open'> {
  if (unit === null) return { units: [], open: false }
  const units = [unit.path]
  const module = checkout.modules.get(folder) ?? []
  const isOpen = ({ givesMore, generates }: UnitFile) =>
    givesMore || generates.some((one) => changeBy(one, module)?.open === true)
  let open = isOpen(unit)
  // Of several that are included the last counts most.
  for (const path of checkout.includedBy(unit).toReversed()) {
    const file = path === null ? null : checkout.unitAt(path)
    if (file !== null && path !== null && units.length <= MAX_INCLUDES) units.push(path)
    // What gives nothing may be left out.
    open ||= file === null ? path === null || !checkout.holds(path) : isOpen(file) || units.length > MAX_INCLUDES
  }
  return { units, open }
}
