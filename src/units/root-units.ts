import type { ChangeFacts } from '../model/options.js'
import { scanSource, type TerraformSource } from '../terraform/roots/declarations.js'
import { OF_BUCKETS } from '../terraform/roots/may-write.js'
import { isPassedOver } from '../terraform/roots/names.js'
import { ownFolder, type RootFolder } from '../terraform/roots/root-folder.js'
import { type DeclaredInstance, readManifest } from '../terraform/trace/index.js'
import { compareText } from '../text/compare.js'
import { decode } from '../text/decode.js'
import { folderOf, join } from '../text/paths.js'
import { isConfiguration, MANIFEST } from '../text/terraform-files.js'
import { ChangedSources } from './changed-sources.js'
import { type Coverage, coveredIn } from './coverage.js'
import { closedFolders, type KnownUnits, lostFiles, passedOver } from './passed-over.js'
import { type RootPart, rootPart } from './root-parts.js'
import { keyOf } from './root-plan.js'
import type { SourceTree } from './source-tree.js'
import type { RootUnit, UnopenedUnit, UnreadableUnit } from './unit.js'
import { MAX_VARIANTS, variantsOf } from './variants.js'

/** What root modules are looked for by. */
export interface RootSearch extends KnownUnits {
  /** Files that are to be judged. */
  readonly judged: readonly TerraformSource[]
  readonly coverages: readonly Coverage[]
  /** Files of values by the folders of roots, as the configuration names both. */
  readonly variables: Readonly<Record<string, readonly string[]>>
  /** The files of a change that the run is about; null where it is about everything. */
  readonly onlyPaths: ReadonlySet<string> | null
  /** What else is known of the change. */
  readonly change?: ChangeFacts | undefined
  /** Whether a file is where those are looked for that are to be judged. */
  readonly isMeant: (path: string) => boolean
  /** What keeps a failure on one root from the others. */
  readonly guard: (path: string, make: () => Promise<RootUnit | null>) => Promise<RootUnit | null>
}

/** The root modules of the judged files, of which plans do not tell everything, and what none of them tells. */
export async function rootUnits(
  tree: SourceTree,
  search: RootSearch,
): Promise<readonly (RootUnit | UnreadableUnit | UnopenedUnit)[]> {
  const units: RootUnit[] = []
  const { onlyPaths, judged, isMeant, change = null } = search
  const changed = onlyPaths === null ? null : new ChangedSources(tree, onlyPaths, change)
  const judge = async (root: RootFolder) => {
    // What has the same code has its parts counted together.
    const before = units.flatMap((one) => (one.folder === root.folder ? one.parts : [])).length
    const unit = await search.guard(keyOf(root.folder), () => unitOf(root, before, tree, { ...search, changed }))
    if (unit !== null) units.push(unit)
    return unit
  }
  const wanted = wantedOf(tree, search.judged)
  const found = rootsToJudge(tree, wanted, search)
  for (const root of found) await judge(root)
  const made = new Set([...found.map(({ folder }) => folder), ...units.flatMap(modulesOf)])
  await judgeUnmade(tree, { wanted, made }, (folder) => judge({ folder, unit: null }))
  const passed = once(
    passedOver(tree, units, judged, search).filter(({ path }) => isMeant(path)),
    tree,
  )
  const left = [...passed, ...tornIn(units, tree), ...lostTo(found, wanted, tree, search)]
  return [...units, ...left.filter(({ path }) => changed?.holds(path) !== false)]
}

/** What is told of a file by several of its names, once. */
function once(units: readonly UnreadableUnit[], tree: SourceTree): readonly UnreadableUnit[] {
  const saidBy = ({ path, offset, reason }: UnreadableUnit) => `${offset} ${tree.real(path)} ${reason}`
  return [...new Map(units.toReversed().map((unit) => [saidBy(unit), unit])).values()].reverse()
}

/** Files of judged roots of which something may be lost: nobody knows what Terraform makes of them, if anything. */
function tornIn(units: readonly RootUnit[], tree: SourceTree): readonly UnreadableUnit[] {
  const parts = units.flatMap((unit) => unit.parts)
  const told = new Set(parts.flatMap(({ unknown }) => unknown.map(({ range }) => range.path)))
  const paths = new Set(parts.flatMap(({ torn }) => [...torn]).filter((path) => !told.has(path)))
  return [...paths].map((path) => {
    const text = tree.lines(path)?.text ?? ''
    return { kind: 'unreadable', path, text, reason: TORN, offset: 0, unsure: true }
  })
}

const TORN = 'it has syntax errors, behind which something may stand that was not read'

/**
 * What cannot be read of the roots that no whole plan tells of, and of the folders that none of the others has: those that
 * are judged, and those of which nobody can read any configuration.
 */
function lostTo(
  roots: readonly RootFolder[],
  wanted: ReadonlySet<string>,
  tree: SourceTree,
  { coverages, isMeant }: RootSearch,
): readonly UnopenedUnit[] {
  const isCovered = (root: RootFolder) => coveredIn(root, coverages, () => false).isCovered
  const covered = roots.filter(isCovered)
  const told = new Set(covered.flatMap(({ folder }) => [...tree.checkout().reachable(folder)]))
  const closed = closedFolders(tree, isMeant).filter((folder) => !isCovered({ folder, unit: null }))
  const others = new Set([...wanted, ...closed].filter((folder) => !told.has(folder)))
  return lostFiles(
    tree,
    roots.filter((root) => !covered.includes(root)),
    others,
  )
}

/** @param before how many parts of the same code there are: several units of Terragrunt may run it */
async function unitOf(
  root: RootFolder,
  before: number,
  tree: SourceTree,
  { coverages, variables, judged, isRead, changed }: RootSearch & { readonly changed: ChangedSources | null },
): Promise<RootUnit> {
  const { folder } = root
  const own = ownFolder(root)
  const named = Object.entries(variables).find(([name]) => join('', name) === own)?.[1] ?? []
  const looking = { root, tree, changed, isRead, ...coveredIn(root, coverages, (one) => isShared(one, tree, judged)) }
  const all = variantsOf(root, tree, named)
  const parts: RootPart[] = []
  for (const variant of all.slice(0, Math.max(0, MAX_VARIANTS - before))) {
    parts.push(await rootPart(variant, before + parts.length, looking))
  }
  const further = all.length - parts.length
  const isTouched = parts.some(({ isAnew }) => isAnew) || changed?.touches(tree.checkout().reachable(folder)) !== false
  return { kind: 'root', path: keyOf(folder), folder, root: own, parts, further, isTouched }
}

/**
 * Whether several modules of the checkout declare the resource, or the call of the module, that an address begins with: a plan
 * may have been made in one that others call, too. What one of the two tools does not read, the other one may have made a plan
 * of.
 */
function isShared(
  { modules: [call], type, name }: DeclaredInstance['parsed'],
  tree: SourceTree,
  judged: readonly TerraformSource[],
): boolean {
  const checkout = tree.checkout()
  const declares = ({ resources, calls }: TerraformSource) =>
    call === undefined ? resources.has(`${type}.${name}`) : calls.has(call.name)
  const declaring = new Set(judged.filter(declares).map(({ path }) => folderOf(path)))
  for (const [folder, files] of checkout.modules) if (files.some(declares)) declaring.add(folder)
  const runs = checkout.roots().filter(({ folder, unit }) => unit !== null && declaring.has(folder))
  return declaring.size + Math.max(0, runs.length - 1) > 1
}

/** Copies that tools make of a module. */
const CACHE = /(?:^|\/)(?:\.terragrunt-cache|\.terraform)(?:\/|$)/

/** The folders that the judged files belong to, links followed and those that link to them. */
function wantedOf(tree: SourceTree, judged: readonly TerraformSource[]): ReadonlySet<string> {
  const holders = judged.flatMap(({ path }) => [...tree.checkout().holdersOf(path)])
  return new Set(holders.filter((folder) => !CACHE.test(folder) || tree.checkout().isLedTo(folder)))
}

/** Whether the files of a module, and of those that it calls, have anything that may lead to a policy. */
function isRelevant(reached: Iterable<string>, tree: SourceTree): boolean {
  const checkout = tree.checkout()
  const folders = [...reached]
  const files = folders.flatMap((folder) => checkout.modules.get(folder) ?? [])
  if (files.some(({ mayHold }) => mayHold) || folders.some((folder) => checkout.calls.isOpen(folder))) return true
  return files.some(({ hands }) => hands) && (files.some(({ names }) => names) || checkout.namesPolicies)
}

/** Whether a module that was downloaded for a root has something of a bucket in it. */
function isInstalled(root: string, tree: SourceTree): boolean {
  const { files } = tree
  const manifest = files.lookup(join(root, MANIFEST))
  const decoded = manifest === null ? null : decode(manifest.bytes())
  const modules = decoded?.ok === true ? [...readManifest(decoded.text).values()] : []
  const folders = new Set(modules.map(({ folder }) => join(root, folder)).filter((folder) => CACHE.test(folder)))
  return [...folders].some((folder) =>
    files
      .list(folder)
      .filter(isConfiguration)
      .some((path) => {
        const { resources, mayHold } = scanSource(path, tree.lines(path)?.text ?? '')
        return mayHold && [...resources].some((name) => OF_BUCKETS.test(name))
      }),
  )
}

/**
 * The roots that the judged files belong to: those of which a file is among them, and for a module that none of these
 * uses those that do. One without anything that may lead to a policy is passed over.
 */
function rootsToJudge(
  tree: SourceTree,
  wanted: ReadonlySet<string>,
  { isMeant, variables }: Pick<RootSearch, 'isMeant' | 'variables'>,
): readonly RootFolder[] {
  const checkout = tree.checkout()
  const own = checkout.roots()
  // Whoever gives a module values by its name runs it.
  const named = new Set(Object.keys(variables).map((name) => join('', name)))
  for (const root of own) named.delete(ownFolder(root))
  const further = [...named].filter((folder) => checkout.modules.has(folder)).map((folder) => ({ folder, unit: null }))
  const roots = [...own, ...further]
    .map((root) => ({ root, reached: checkout.reachable(root.folder) }))
    .filter(({ root, reached }) => isRelevant(reached, tree) || isInstalled(root.folder, tree))
  // Files of a folder that is passed over are judged only for those who run its module.
  const isRun = ({ folder, unit }: RootFolder) => unit !== null && isPassedOver(folder) && isMeant(unit.path)
  const meant = roots.filter(({ root }) => wanted.has(root.folder) || isRun(root))
  const reached = new Set(meant.flatMap((one) => [...one.reached]))
  const left = [...wanted].filter((folder) => !reached.has(folder) && isRelevant([folder], tree))
  const others = roots.filter((one) => !meant.includes(one) && left.some((folder) => one.reached.has(folder)))
  return [...meant, ...others].map(({ root }) => root)
}

/**
 * Modules that are called and of which no judged root tells which instances there are, most often since the call stands
 * in what cannot be read: they are judged as roots. Those that call others come first. Where a root is known to make no
 * instance (`count = 0`), none is planned, and nothing is told.
 */
async function judgeUnmade(
  tree: SourceTree,
  { wanted, made }: { readonly wanted: ReadonlySet<string>; readonly made: Set<string> },
  judge: (folder: string) => Promise<RootUnit | null>,
): Promise<void> {
  const left = () => [...wanted].filter((folder) => !made.has(folder) && isRelevant([folder], tree))
  if (left().length === 0) return
  const checkout = tree.checkout()
  const callers = [...checkout.modules.keys()]
    .map((folder) => ({ folder, reached: checkout.reachable(folder) }))
    .sort((a, b) => b.reached.size - a.reached.size || compareText(a.folder, b.folder))
  for (const { folder, reached } of callers) {
    if (made.has(folder) || !left().some((one) => reached.has(one))) continue
    const unit = await judge(folder)
    for (const module of [folder, ...(unit === null ? [] : modulesOf(unit))]) made.add(module)
  }
}

/** The folders of modules whose instances a judged root tells. */
function modulesOf({ parts }: RootUnit): readonly string[] {
  return parts.flatMap(({ modules }) => [...modules])
}
