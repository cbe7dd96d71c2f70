import type { Checkout } from '../terraform/roots/checkout.js'
import type { ExtraArguments } from '../terraform/roots/extra-arguments.js'
import { changeBy, changeOf } from '../terraform/roots/generated.js'
import { nameOf } from '../terraform/roots/names.js'
import { ownFolder, type RootFolder, unitFolder } from '../terraform/roots/root-folder.js'
import type { UnitFile } from '../terraform/roots/terragrunt.js'
import type { Unplanned } from '../terraform/trace/index.js'
import { folderOf, join } from '../text/paths.js'
import { copiedOver, isConfiguration, isUnit, variableFiles } from '../text/terraform-files.js'
import type { SourceTree } from './source-tree.js'

/** What a root module without a plan is judged with: the values of its variables. */
export interface Variant {
  /** What a reader calls it: the file of values. Null for what Terraform loads by itself. */
  readonly name: string | null
  readonly unplanned: Unplanned
  /** Where files would stand that give it other values, and do not, or no longer. */
  readonly sought: readonly string[]
}

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
  const inputs = inputsOf(root, tree.checkout())
  const folder = ownFolder(root)
  const further = filesOf(root, tree).filter((path) => !inputs.files.includes(path))
  const byName = new Map(named.map((path) => [whereOf(path, folder, tree), join(folder, path)]))
  const files = [...new Set([...byName.keys(), ...further])]
  const sought = soughtFor(root, tree.checkout())
  const variants = files.map((path) => ({
    name: path,
    unplanned: { ...inputs, files: [...inputs.files, path] },
    sought: [...sought, byName.get(path) ?? path],
  }))
  const alone = { name: unitFolder(root) === null ? null : (root.unit?.path ?? null), unplanned: inputs, sought }
  // A unit gives values that are not looked at here.
  const isAlone = variants.length === 0 || root.unit !== null || isGiven(root, tree)
  return isAlone ? [alone, ...variants] : variants
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
  const over = unitFolder(root)
  const loaded = loadedIn(root.folder, over, tree)
  return checkout
    .valuesBelow(ownFolder(root))
    .filter(({ path, names }) => {
      const own = variableFiles(tree.files.list(folderOf(path)))
      const isLoaded = loaded.has(path) || (own.includes(path) && isModule(folderOf(path), tree))
      return !isLoaded && names.length > 0 && names.every((name) => declared.has(name))
    })
    .map(({ path }) => path)
    .sort()
}

/**
 * The files of values that Terraform loads for a root by itself, links followed.
 *
 * @param over the folder of the unit of Terragrunt that runs the code of another folder; null for a root that has its own
 */
export function loadedIn(folder: string, over: string | null, tree: SourceTree): ReadonlySet<string> {
  const { files } = tree
  // A unit that a link leads to may run the module beside it, where nothing is copied.
  const isCopied = over !== null && tree.real(over) !== folder
  const paths = isCopied ? copiedOver(files.list(folder), files.list(over)) : files.list(folder)
  return new Set(variableFiles(paths).map((path) => nameOf(path, (one) => tree.real(one))))
}

/** A module that has files of values of its own, or a unit that runs one. */
function isModule(folder: string, tree: SourceTree): boolean {
  return tree.files.list(folder).some((path) => isConfiguration(path) || isUnit(path))
}

/** Whether every variable of a root has a value without a further file. */
function isGiven(root: RootFolder, tree: SourceTree): boolean {
  const checkout = tree.checkout()
  const loaded = loadedIn(root.folder, null, tree)
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

/** What gives a root values besides files that Terraform loads: its unit, and what that includes, as far as their texts tell. */
function inputsOf(root: RootFolder, checkout: Checkout): Variant['unplanned'] {
  const { folder, unit } = root
  if (unit === null) return { files: [], units: [], open: false, restated: new Set() }
  const units = [unit.path]
  const module = checkout.modules.get(folder) ?? []
  const isOpen = ({ givesMore, generates }: UnitFile) =>
    givesMore || generates.some((one) => changeBy(one, module)?.open === true)
  const beside = checkout.filesIn(folderOf(unit.path)) ?? []
  let open = isOpen(unit) || (beside !== module && beside.some((one) => changeOf(one, module)?.open === true))
  // Of several that are included the last counts most.
  for (const path of checkout.ways.includedBy(unit).toReversed()) {
    const file = path === null ? null : checkout.unitAt(path)
    if (file !== null && path !== null && units.length <= MAX_INCLUDES) units.push(path)
    // What gives nothing may be left out.
    open ||= file === null ? path === null || !checkout.holds(path) : isOpen(file) || units.length > MAX_INCLUDES
  }
  return { units, deep: unit.merges, open, ...handedTo(root, units, checkout) }
}

/** Where something would stand that a unit includes or hands over, before what it finds of these now. */
function soughtFor({ folder, unit }: RootFolder, checkout: Checkout): readonly string[] {
  if (unit === null) return []
  const own = folderOf(unit.path)
  const units = [unit, ...checkout.ways.includedBy(unit).map((path) => (path === null ? null : checkout.unitAt(path)))]
  const handed = units.flatMap((one) => one?.hands.flatMap(({ files }) => files.map(({ path }) => path)) ?? [])
  const paths = [...unit.includes.filter((one) => one !== null), ...handed]
  return [
    ...paths.flatMap((path) => checkout.ways.sought(path, own)),
    // A file beside the module is one of the unit as well, once that is copied over it.
    ...handed.map(({ path }) => join(folder, path)).filter((path) => !checkout.isThere(path)),
  ]
}

/** What is handed to a root on the command line: the later a file of values stands there, the more it counts. */
function handedTo(
  { folder, unit }: RootFolder,
  units: readonly string[],
  checkout: Checkout,
): Pick<Variant['unplanned'], 'files' | 'restated'> {
  const own = folderOf(unit?.path ?? '')
  const blocks = new Map<string, ExtraArguments>()
  for (const one of units.toReversed().flatMap((path) => checkout.unitAt(path)?.hands ?? [])) {
    blocks.delete(one.label)
    blocks.set(one.label, one)
  }
  const all = [...blocks.values()]
  const files: string[] = []
  let any = all.some((one) => one.any)
  for (const { path, required } of all.flatMap((one) => one.files)) {
    const found = checkout.ways.placeOf(path, own)
    const isThere = found !== null && checkout.isThere(found)
    // A file beside the module is one of the unit as well, once that is copied over it.
    any ||= found === null || (!isThere && own !== folder && checkout.isThere(join(folder, path.path)))
    if (found !== null && (isThere || required)) files.push(found)
  }
  return { files, restated: any ? null : new Set(all.flatMap(({ names }) => names)) }
}
