import { callsOf, mayBeHere } from '../terraform/roots/calls.js'
import type { Checkout } from '../terraform/roots/checkout.js'
import type { TerraformSource } from '../terraform/roots/declarations.js'
import { COPIED_INTO, changeBy, changeOf, WRITTEN_INTO } from '../terraform/roots/generated.js'
import { ownFolder, type RootFolder } from '../terraform/roots/root-folder.js'
import {
  givenElsewhere,
  givenUnknown,
  holdingsOf,
  type UnitFile,
  type UnitHolding,
} from '../terraform/roots/terragrunt.js'
import { baseName, folderOf, isBelow } from '../text/paths.js'
import { holdsPolicy } from '../text/policy-text.js'
import { isConfiguration, replacedByOpenTofu, terraformFile, UNIT, variableFiles } from '../text/terraform-files.js'
import type { SourceTree } from './source-tree.js'
import type { RootUnit, UnopenedUnit, UnreadableUnit } from './unit.js'
import { declaredBy, loadedIn } from './variants.js'

/** What else is known of a file of Terragrunt. */
export interface KnownUnits {
  /** It was looked at by itself. */
  readonly isRead: (path: string) => boolean
  /** A plan tells what it comes to. */
  readonly isPlanned: (path: string) => boolean
}

/**
 * Files of Terraform that hold a bucket policy and belong to nothing that is judged: values that no root module is judged
 * with, configuration that only one of the two tools reads, and what Terragrunt makes when it runs. Whether anybody
 * applies them, they do not say.
 *
 * @param judged files that were looked at, whether a root module holds them or not
 */
export function passedOver(
  tree: SourceTree,
  roots: readonly RootUnit[],
  judged: readonly TerraformSource[],
  { isRead, isPlanned }: KnownUnits,
): readonly UnreadableUnit[] {
  const checkout = tree.checkout()
  const given = new Set(roots.flatMap(({ parts }) => parts.flatMap(({ unplanned }) => unplanned.files)))
  const loaded = new Set(
    roots.flatMap(({ folder, root }) => [...loadedIn(folder, root === folder ? null : root, tree)]),
  )
  const isLoaded = (path: string) => {
    const folder = folderOf(path)
    return loaded.has(path) || (checkout.modules.has(folder) && variableFiles(tree.files.list(folder)).includes(path))
  }
  const isLeft = (path: string) => !given.has(path) && !isLoaded(path)
  const values = checkout.values.filter(({ path, text }) => holdsPolicy(text) && isLeft(path))
  const isUntold = (path: string) => isLeft(path) && !values.some((one) => one.path === path)
  const others = givingMore(tree, roots, isUntold)
  const apart = givingElsewhere(tree, roots, isUntold)
  const replaced = judged.filter(
    ({ path, mayHold }) => mayHold && replacedByOpenTofu(tree.files.list(folderOf(path))).has(path),
  )
  const changing = changingModules(roots, tree)
  return [
    ...checkout.unitFiles.flatMap(({ path, text }) => {
      if (isPlanned(path)) return []
      const own = holdingsOf(text)
      const others = [...givenBy(path, text, tree), ...(changing.get(path) ?? [])]
      const given = others.filter(({ offset }) => own.every((one) => one.offset !== offset))
      return heldByUnit(path, text, [...(isRead(path) ? [] : own), ...given])
    }),
    ...values.map(({ path, text }) => unread(path, text, NO_ROOT)),
    ...others.map((path) => unread(path, tree.lines(path)?.text ?? '', GIVES_MORE)),
    ...apart.map((path) => unread(path, tree.lines(path)?.text ?? '', LIES_ELSEWHERE)),
    ...[...new Set(copiedInto(roots, tree))].map((path) => unread(path, tree.lines(path)?.text ?? '', COPIED_INTO)),
    ...replaced.map(({ path }) => unread(path, tree.lines(path)?.text ?? '', FOR_TERRAFORM)),
  ]
}

/** What files of Terragrunt let be written into modules with bucket policies, by the paths of those files. */
function changingModules(roots: readonly RootUnit[], tree: SourceTree): ReadonlyMap<string, readonly UnitHolding[]> {
  const checkout = tree.checkout()
  const found = new Map<string, UnitHolding[]>()
  for (const { folder, parts } of roots) {
    if (!tree.writers().has(folder)) continue
    const module = checkout.modules.get(folder) ?? []
    for (const path of new Set(parts.flatMap(({ unplanned }) => unplanned.units))) {
      for (const one of checkout.unitAt(path)?.generates ?? []) {
        const change = changeBy(one, module)
        const told = found.get(path) ?? []
        if (change === null || told.some(({ offset }) => offset === one.offset)) continue
        const held = { why: WRITTEN_INTO, offset: one.offset }
        found.set(path, [...told, change.sure ? held : { ...held, unsure: true }])
      }
    }
  }
  return found
}

/** Configuration beside a unit that changes the module with bucket policies which that runs from elsewhere. */
function copiedInto(roots: readonly RootUnit[], tree: SourceTree): readonly string[] {
  const checkout = tree.checkout()
  return roots.flatMap(({ folder, root }) => {
    if (tree.real(root) === folder || !tree.writers().has(folder)) return []
    const module = checkout.modules.get(folder) ?? []
    const beside = checkout.filesIn(root) ?? []
    return beside.flatMap((one) => (changeOf(one, module) === null ? [] : [one.path]))
  })
}

/** The inputs of a unit for a module that is not in the checkout, or that nobody can tell. */
function givenBy(path: string, text: string, tree: SourceTree): readonly UnitHolding[] {
  const checkout = tree.checkout()
  const unit = checkout.unitAt(path)
  if (unit === null || !checkout.leadsOut(unit)) return []
  const held = unit.written === null ? [] : givenElsewhere(text, unit.written)
  if (held.length > 0 || baseName(path) !== UNIT || !isUnknown(unit, checkout)) return held
  return givenUnknown(text, (names) => tree.writers().take(names))
}

/** Whether nobody can tell which module a unit runs: by an expression that is not followed, or by a file that is not found. */
function isUnknown(unit: UnitFile, checkout: Checkout): boolean {
  const { written, source } = unit
  if (written !== null) return mayBeHere(written.slice(1)) && (source === null || written.includes('${'))
  const isMissed = checkout.ways.includedBy(unit).some((path) => path === null || !checkout.holds(path))
  return isMissed && !checkout.modules.has(folderOf(unit.path))
}

/**
 * What root modules would read and nobody can here, most often links out of the workspace: their configuration and that of
 * the modules that they call, files of values, and units of Terragrunt. What they hold or give is not known.
 *
 * @param roots those that no plan tells of as a whole
 * @param others further folders of modules
 */
export function lostFiles(
  tree: SourceTree,
  roots: readonly RootFolder[],
  others: ReadonlySet<string>,
): readonly UnopenedUnit[] {
  const checkout = tree.checkout()
  if (checkout.lost.size === 0) return []
  const folders = new Set([...others, ...roots.flatMap(({ folder }) => [...checkout.reachable(folder)])])
  const called = [...folders].flatMap((folder) => callsOf(folder, checkout.modules.get(folder) ?? []).folders)
  const included = new Set(roots.flatMap(({ unit }) => unit?.includes.flatMap(nameOf) ?? []))
  const isMissed = (path: string) => {
    const name = baseName(path)
    if (isConfiguration(path)) return folders.has(tree.real(folderOf(path)))
    if (terraformFile(path) !== null)
      return roots.some((root) => [root.folder, ownFolder(root)].some((one) => checkout.isBelow(path, one)))
    return name === UNIT || included.has(name) || called.some((folder) => isBelow(folder, path))
  }
  const missed = [...checkout.lost].filter(([path]) => isMissed(path))
  return missed.map(([path, reason]) => ({ kind: 'unopened', path, reason, found: true }))
}

/** The folders that are looked at for modules, and that have configuration of which nothing can be read, links followed. */
export function closedFolders(tree: SourceTree, isMeant: (path: string) => boolean): readonly string[] {
  const checkout = tree.checkout()
  const lost = [...checkout.lost.keys()].filter((path) => isConfiguration(path) && isMeant(path))
  return lost.map((path) => tree.real(folderOf(path))).filter((folder) => !checkout.modules.has(folder))
}

/** The name of a file that is included. */
function nameOf(include: UnitFile['includes'][number]): readonly string[] {
  if (include === null) return []
  const { start, path } = include
  return [start.kind === 'above' && !start.isIn ? start.name : baseName(path)]
}

/**
 * Files of values below a root with bucket policies that give a variable of it, and names that it does not declare: whether
 * it is applied with them, nobody says. Those of a backend are none.
 */
function givingMore(
  tree: SourceTree,
  roots: readonly RootUnit[],
  isLeft: (path: string) => boolean,
): readonly string[] {
  const checkout = tree.checkout()
  const found = new Set<string>()
  for (const root of roots.filter(tells)) {
    const { folder } = root
    const declared = declaredBy(root, checkout)
    for (const { path, names } of checkout.valuesBelow(folder)) {
      const own = names.filter((name) => declared.has(name))
      if (own.length > 0 && own.length < names.length && !names.every((one) => OF_BACKEND.has(one)) && isLeft(path))
        found.add(path)
    }
  }
  return [...found]
}

/** Whether a root has a bucket policy, or may have one. */
function tells({ parts }: RootUnit): boolean {
  return parts.some(({ policies, unknown }) => policies.length + unknown.length > 0)
}

/**
 * Files of values that lie in no module and give nothing but variables of a root with bucket policies, somewhere else than
 * that: it may well be applied with them.
 */
function givingElsewhere(
  tree: SourceTree,
  roots: readonly RootUnit[],
  isLeft: (path: string) => boolean,
): readonly string[] {
  const checkout = tree.checkout()
  // To a unit of Terragrunt values are handed by its own file.
  const own = roots.filter((root) => root.root === root.folder && tells(root)).map((root) => declaredBy(root, checkout))
  return checkout
    .valuesBelow('')
    .filter(({ path, names }) => names.length > 0 && checkout.isApart(path) && isLeft(path))
    .filter(({ names }) => own.some((declared) => names.every((name) => declared.has(name))))
    .map(({ path }) => path)
}

/** Settings of backends that keep state in a bucket or an account of storage (Terraform, "Backend Configuration"). */
const OF_BACKEND: ReadonlySet<string> = new Set(
  `bucket key region dynamodb_table use_lockfile encrypt kms_key_id acl profile
  role_arn workspace_key_prefix assume_role access_key secret_key token shared_credentials_file
  prefix resource_group_name storage_account_name container_name subscription_id tenant_id client_id`.split(/\s+/),
)

function heldByUnit(path: string, text: string, held: readonly UnitHolding[]): readonly UnreadableUnit[] {
  return held.map(({ why, ...told }) => ({ kind: 'unreadable', path, text, reason: why, ...told }))
}

const NO_ROOT =
  'it gives variables a bucket policy, and no root module is judged with it; name it in terraformVariables'
const GIVES_MORE =
  'it gives values to variables of a root module and names others that the root does not declare, so that the root is not judged with it; name it in terraformVariables'
const LIES_ELSEWHERE =
  'it gives values to variables of a root module of another folder, which is not judged with it; name it in terraformVariables'
const FOR_TERRAFORM = 'OpenTofu reads the .tofu file of its name, which counts here; Terraform reads this one'

function unread(path: string, text: string, reason: string): UnreadableUnit {
  const offset = Math.max(0, text.search(/Statement|aws_s3_bucket_policy/))
  return { kind: 'unreadable', path, text, reason, offset, unsure: true }
}
