import type { Document } from '../documents/document.js'
import { bucketName, type Policy } from '../documents/policy.js'
import { type CheckOptions, namedRoots } from '../model/options.js'
import { isPublic, planWeight, type Standing } from '../model/trust.js'
import { holdsPath } from '../sources/search.js'
import type { Source } from '../sources/source.js'
import type { Sources, Tree } from '../sources/sources.js'
import type { Plan } from '../terraform/plan/index.js'
import { mayLeadOut } from '../terraform/roots/calls.js'
import { folderOf, isBelow, join } from '../text/paths.js'
import { isConfiguration, isUnit, MANIFEST } from '../text/terraform-files.js'
import type { Coverage } from '../units/coverage.js'
import type { PlannedSources } from '../units/planned-sources.js'
import type { SourceTree } from '../units/source-tree.js'
import type { PlanUnit, RootUnit, Unit } from '../units/unit.js'
import { withAssemblies } from './assemblies.js'
import type { Isolation } from './isolate.js'
import { type Linking, linkedUnits, unitsIn } from './linked.js'
import type { ReadSource } from './read.js'
import { leftOutOf } from './roots.js'

type TerraformDocument = Extract<Document, { kind: 'terraform' }>

/** Something that was named and could not be checked, with a sentence that says so. */
export interface Mistake {
  readonly path: string
  readonly reason: string
}

/** What is judged, each thing as one, and the sources behind the plans. */
export interface Gathered {
  /** Files and plans in the order of the sources, then root modules of which no plan was given. */
  readonly units: readonly Unit[]
  readonly plans: readonly Plan[]
  /** What was named as a plan and is none, or not whole: a plan that is not there must never pass. */
  readonly mistakes: readonly Mistake[]
  /** The sources behind the plans, with the HCL parser, which is loaded at the first call; null without a plan. */
  readonly planned: () => Promise<PlannedSources | null>
}

/** Makes units of documents. Roots are known only when all files were read. */
export async function gather(
  read: readonly ReadSource[],
  sources: Sources,
  options: CheckOptions,
  isolation: Isolation,
): Promise<Gathered> {
  // Most files of a repository hold nothing.
  const held = read.filter(({ document }) => document.kind !== 'nothing')
  const terraform = held.map(({ document }) => document).filter((document) => document.kind === 'terraform')
  const plans = held.flatMap(({ document }) => plansIn(document))
  const rootsOfPlans = await rootsOf(plans, terraform, sources, options)
  const linked = await linkedUnits(held, { sources, options, isolation })
  const alone = held.filter(({ path, document }) => !isUnitOf(path, plans) || isPlanFile(document))
  const own: Unit[] = []
  for (const { path, document } of alone) {
    const taken = isPlanFile(document) ? undefined : linked.through.get(path)
    const judged = taken === undefined ? document : document.kind === 'read' ? taken.left(document) : NOTHING
    const found = unitsOf(path, judged, rootsOfPlans, options)
    own.push(...(found instanceof Promise ? await found : found))
  }
  const known = { documents: terraform, plans, sources }
  const tree = sourceTree(known)
  const units = await withoutSecrets(withAssemblies([...own, ...linked.units], sources), known, tree)
  const roots = await isolation.guardAsync(
    options.terraformDirectory ?? '.',
    () => unplannedRoots(known, units, tree, { options, isolation, read }),
    unlisted,
  )
  const found = sources.unopened.map((one) => ({ kind: 'unopened', ...one }) as const)
  const told = new Set(found.map(({ path }) => path))
  const missed = new Set(roots.flatMap(({ kind, path }) => (kind === 'unopened' ? [path] : [])))
  const others = roots.filter(({ kind, path }) => kind !== 'unopened' || !told.has(path))
  const unplanned = await withoutSecrets(others, known, tree)
  return {
    units: [
      // What a root module lacks is told as that, for the reason for which it was not opened.
      ...found.map((one) => (missed.has(one.path) ? { ...one, found: true as const } : one)),
      ...units,
      ...unplanned,
      ...options.ignore.map((entry) => ({ kind: 'ignore-entry', path: entry.location.path, entry }) as const),
    ],
    plans,
    mistakes: read.filter(({ mustBe }) => mustBe === 'plan').flatMap((one) => mistakeOf(one) ?? []),
    planned: plannedSources(known, unplanned, tree, options),
  }
}

/** Of what cannot be read by itself those who refer to it tell. */
const NOTHING: Document = { kind: 'nothing' }

function unitsOf(
  path: string,
  document: ReadSource['document'],
  roots: PlanRoots,
  { onlyPaths, change }: CheckOptions,
): readonly Unit[] | Promise<readonly Unit[]> {
  if (document.kind === 'no-plan') return [{ kind: 'unopened', path, reason: notAPlan(path, document.reason) }]
  if (document.kind === 'unopened') return [{ ...document, path }]
  if (document.kind === 'read' && document.plan !== undefined) {
    const { plans, broken } = document.plan
    const whole = plans.map((plan): Unit => ({ kind: 'plan', path, root: roots.get(plan.facts.plan) ?? null, ...plan }))
    if (broken === null) return whole
    return [...whole, { kind: 'unreadable', path, text: '', reason: broken, offset: 0, holds: 'plan' }]
  }
  // The files of a pull request never include a plan that the job has just made.
  // What a changed file named before may have been judged through that one.
  if (onlyPaths !== null && !onlyPaths.has(path) && change?.named.has(path) !== true) return []
  return document.kind === 'settled' ? [{ kind: 'settled', path, policy: document.policy }] : unitsIn(path, document)
}

/** The units without what the plans of the run mark as sensitive; what a commit holds is public to its readers. */
async function withoutSecrets(
  units: readonly Unit[],
  { plans, sources }: Terraform,
  tree: () => Promise<SourceTree>,
): Promise<readonly Unit[]> {
  if (units.length === 0 || plans.every(({ secrets }) => secrets.isEmpty)) return units
  const { concealed } = await import('../units/conceal.js')
  const ofRoots = units.some(({ kind }) => kind === 'root') ? await tree() : null
  const asked = (isOpen: boolean) =>
    [...(ofRoots?.asked ?? [])].filter((path) => isPublic(ofRoots?.files.lookup(path)?.by) === isOpen)
  const textOf = (path: string) => ofRoots?.lines(path)?.text ?? ''
  return concealed(units, plans, {
    isPublic: publicFiles(sources),
    notPublic: () => asked(false).map(textOf),
    isInPublic: (part) => asked(true).some((path) => textOf(path).includes(part)),
  })
}

/** Whether a commit holds the text of a file, found out once for each. */
export function publicFiles(sources: Sources): (path: string) => boolean {
  const known = new Map<string, boolean>()
  let files: ReadonlyMap<string, Source> | null = null
  return (path) => {
    files ??= new Map(sources.files.map((file) => [file.path, file]))
    const found = known.get(path) ?? isPublic((files.get(path) ?? sources.read(path))?.by)
    known.set(path, found)
    return found
  }
}

/** Whether a file is the unit of Terragrunt that a plan in its folder was made of: the plan tells what it comes to. */
function isUnitOf(path: string, plans: readonly Plan[]): boolean {
  return isUnit(path) && plans.some((plan) => plan.kind === 'plan' && isBelow(plan.path, folderOf(path)))
}

function isPlanFile(document: ReadSource['document']): boolean {
  return document.kind === 'read' && document.plan !== undefined
}

/** What is wrong with a file that must hold whole plans; null for one that does. */
function mistakeOf({ path, mustBe, document }: ReadSource): Mistake | null {
  if (mustBe !== 'plan') return null
  switch (document.kind) {
    case 'unopened':
      return { path, reason: document.reason }
    case 'unreadable':
      return { path, reason: notAPlan(path, document.reason) }
    case 'read':
      if (document.plan?.broken != null)
        return { path, reason: `${path} does not hold whole plans: ${document.plan.broken}` }
      if (document.plan?.plans.some(({ facts }) => facts.plan.kind === 'state') !== true) return null
      return {
        path,
        reason: `${path} is a state, and says nothing of what is planned; give the output of "terraform show -json <plan file>"`,
      }
    default:
      return { path, reason: notAPlan(path, document.kind === 'no-plan' ? document.reason : undefined) }
  }
}

function notAPlan(path: string, reason: string | undefined): string {
  return reason === undefined
    ? `${path} is not a Terraform plan; give the output of "terraform show -json <plan file>"`
    : `${path} cannot be checked as a plan: ${reason}`
}

/** Root modules that could not be told from each other: nothing of them was judged. */
function unlisted(reason: string): readonly Unit[] {
  return [{ kind: 'unopened', path: '.', reason: `The Terraform root modules were not told apart: ${reason}` }]
}

/** The folders of the root modules of plans; null where one is not known. */
type PlanRoots = ReadonlyMap<Plan, string | null>

function plansIn(document: ReadSource['document']): readonly Plan[] {
  return document.kind === 'read' ? (document.plan?.plans ?? []).map(({ facts }) => facts.plan) : []
}

async function rootsOf(
  plans: readonly Plan[],
  terraform: readonly TerraformDocument[],
  tree: Tree,
  { terraformDirectory }: CheckOptions,
): Promise<PlanRoots> {
  if (plans.length === 0) return new Map()
  const { rootOfPlan } = await import('../terraform/roots/plan-root.js')
  const candidates = {
    sources: terraform.map(({ source }) => source),
    named: namedRoots(terraformDirectory),
    holdsConfiguration: (folder: string) => tree.list(folder).some(isConfiguration),
  }
  const inFile = (path: string) => plans.filter((plan) => plan.path === path).length
  const rootOf = (plan: Plan) => rootOfPlan(plan, { ...candidates, plansInFile: inFile(plan.path) }).folder
  return new Map(plans.map((plan) => [plan, rootOf(plan)]))
}

/** What is known of the Terraform of a run once its files were read. */
interface Terraform {
  readonly documents: readonly TerraformDocument[]
  readonly plans: readonly Plan[]
  readonly sources: Sources
}

/** The sources of a run, with the HCL parser, which is loaded at the first call. */
function sourceTree({ documents, plans, sources }: Terraform): () => Promise<SourceTree> {
  let loaded: Promise<SourceTree> | null = null
  const load = async () => {
    const { SourceTree } = await import('../units/source-tree.js')
    const scanned = new Map(documents.map(({ text, source }) => [source.path, { text, source }]))
    return SourceTree.of(sources, scanned, await marksOf(plans))
  }
  return () => {
    loaded ??= load()
    return loaded
  }
}

/** What tells whether a text holds something that plans mark as sensitive; null where they mark nothing. */
async function marksOf(plans: readonly Plan[]): Promise<((text: string) => boolean) | null> {
  if (plans.every(({ secrets }) => secrets.isEmpty)) return null
  const { marksIn } = await import('../units/conceal.js')
  const marks = marksIn(plans)
  return (text) => marks.isIn(text)
}

/** Root modules that plans do not tell, judged from their sources: a repository with Terraform and no plan is checked too. */
async function unplannedRoots(
  { documents, plans, sources }: Terraform,
  units: readonly Unit[],
  tree: () => Promise<SourceTree>,
  { options, isolation, read }: Pick<Linking, 'options' | 'isolation'> & { readonly read: readonly ReadSource[] },
): Promise<readonly Unit[]> {
  if (!documents.some(({ source }) => source.mayHold || source.hands) && !leadOut(documents, sources)) return []
  const { rootUnits } = await import('../units/root-units.js')
  const { terraformVariables = {}, standing = 'own', onlyPaths, change } = options
  const failed: Unit[] = []
  const seen = new Set(read.map(({ path }) => path))
  const folders = new Set(documents.map(({ source }) => folderOf(source.path)))
  const found = await rootUnits(await tree(), {
    judged: documents.map(({ source }) => source),
    coverages: units.flatMap((unit) => (unit.kind === 'plan' ? [coverageOf(unit, standing)] : [])),
    variables: terraformVariables,
    onlyPaths,
    change,
    isRead: (path) => seen.has(path),
    isPlanned: (path) => isUnitOf(path, plans),
    isMeant: (path) => folders.has(folderOf(path)) || sources.means?.(path) !== false,
    guard: (path, make) =>
      isolation.guardAsync<RootUnit | null>(path, make, (reason) => {
        failed.push({ kind: 'unopened', path, reason: `The Terraform root module in ${path}: ${reason}` })
        return null
      }),
  })
  // What a file says of itself is told already.
  const told = new Set(units.flatMap((unit) => (unit.kind === 'unreadable' ? [unit.path] : [])))
  return [...found.filter(({ kind, path }) => kind !== 'unopened' || !told.has(path)), ...failed]
}

/**
 * Whether a module of the checkout is called that is not among the files that were looked at, or of which nobody knows
 * where it is, modules were downloaded for a root, configuration cannot be read, or Terragrunt runs it: nobody knows what they
 * hold.
 */
function leadOut(documents: readonly TerraformDocument[], tree: Tree): boolean {
  const looked = new Set(documents.map(({ source }) => folderOf(source.path)))
  const paths = new Set(documents.map(({ source }) => source.path))
  const isLost = (path: string) => isConfiguration(path) && !paths.has(path) && tree.status(path) !== 'file'
  if ([...looked].some((folder) => tree.list(folder).some(isLost))) return true
  if (usesTerragrunt(looked, tree)) return true
  const isInitialised = (folder: string) => tree.status(join(folder, MANIFEST)) === 'file'
  if ([...looked].some(isInitialised)) return true
  const isElsewhere = ({ source: { path, sources } }: TerraformDocument) =>
    sources.some((one) => mayLeadOut(one, folderOf(path), (folder) => looked.has(folder)))
  // A unit may be far from all that was looked at, and run what lies anywhere; so may be what cannot be read.
  return documents.some(isElsewhere) || holdsPath(tree, (path) => isUnit(path) || isLost(path))
}

/** Whether files of Terragrunt lie beside or above what was looked at: they may write a policy into a module without one. */
function usesTerragrunt(looked: ReadonlySet<string>, tree: Tree): boolean {
  const folders = new Set<string>()
  for (const folder of looked)
    for (let at = folder; !folders.has(at) && !at.endsWith('..'); at = folderOf(at)) folders.add(at)
  const isOne = (path: string) => /\.hcl(?:\.json)?$/.test(path) && !path.endsWith('.terraform.lock.hcl')
  return [...folders].some((folder) => tree.list(folder).some(isOne))
}

/** What a plan tells of the root module that it was made for. */
function coverageOf({ facts, policies, settings, root }: PlanUnit, standing: Standing): Coverage {
  const told = [
    ...[...policies, ...settings].map(({ origin, bucket }) => [origin.address ?? '', nameIn(bucket)] as const),
    ...[...facts.unknown, ...facts.unreadable].map(({ address, bucket }) => [address, bucket] as const),
  ]
  return { plan: facts.plan, root, told: new Map(told), decides: planWeight(facts.by, standing) === 'verdict' }
}

function nameIn(bucket: Policy['bucket']): string | null {
  return bucketName(bucket === null ? null : { name: bucket })
}

function plannedSources(
  { documents, plans }: Terraform,
  units: readonly Unit[],
  tree: () => Promise<SourceTree>,
  { terraformDirectory }: CheckOptions,
): Gathered['planned'] {
  const variants = units.flatMap((unit) => (unit.kind === 'root' ? unit.parts : []))
  if (plans.length + variants.length === 0) return async () => null
  let loaded: Promise<PlannedSources> | null = null
  const load = async () => {
    const { PlannedSources } = await import('../units/planned-sources.js')
    return new PlannedSources({
      plans,
      terraform: documents.map(({ source }) => source),
      named: namedRoots(terraformDirectory),
      tree: await tree(),
      variants,
      leftOut: leftOutOf(units),
    })
  }
  return () => {
    loaded ??= load()
    return loaded
  }
}
