import type { Document } from '../documents/document.js'
import { type CheckOptions, namedRoots } from '../model/options.js'
import { planWeight, type Standing } from '../model/trust.js'
import { lookupOf, realIn, type Sources, type Tree } from '../sources/sources.js'
import type { Plan } from '../terraform/plan/index.js'
import type { Coverage } from '../terraform/roots/declarations.js'
import { isConfiguration } from '../text/terraform-files.js'
import type { PlannedSources } from '../units/planned-sources.js'
import type { PlanUnit, Unit } from '../units/unit.js'
import { withAssemblies } from './assemblies.js'
import type { Isolation } from './isolate.js'
import { linkedUnits, unitsIn } from './linked.js'
import type { ReadSource } from './read.js'

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
  const terraform = read.flatMap(({ document }) => (document.kind === 'terraform' ? [document] : []))
  const plans = read.flatMap(({ document }) => plansIn(document))
  const roots = await rootsOf(plans, terraform, sources, options)
  const linked = await linkedUnits(read, { sources, options, isolation })
  const alone = read.filter(({ path, document }) => !linked.through.has(path) || isPlanFile(document))
  const units = withAssemblies(
    [...alone.flatMap(({ path, document }) => unitsOf(path, document, roots, options)), ...linked.units],
    sources,
  )
  return {
    units: [
      ...sources.unopened.map((one) => ({ kind: 'unopened', ...one }) as const),
      ...units,
      ...(await isolation.guardAsync(
        options.terraformDirectory ?? '.',
        () => rootUnits(terraform, units, options),
        unlisted,
      )),
      ...options.ignore.map((entry) => ({ kind: 'ignore-entry', path: entry.location.path, entry }) as const),
    ],
    plans,
    mistakes: read.flatMap((one) => mistakeOf(one) ?? []),
    planned: plannedSources(terraform, plans, sources, options),
  }
}

function unitsOf(
  path: string,
  document: ReadSource['document'],
  roots: PlanRoots,
  { onlyPaths }: CheckOptions,
): readonly Unit[] {
  if (document.kind === 'no-plan') return [{ kind: 'unopened', path, reason: notAPlan(path, document.reason) }]
  if (document.kind === 'unopened') return [{ ...document, path }]
  if (document.kind === 'read' && document.plan !== undefined) {
    const { plans, broken } = document.plan
    const whole = plans.map((plan): Unit => ({ kind: 'plan', path, root: roots.get(plan.facts.plan) ?? null, ...plan }))
    if (broken === null) return whole
    return [...whole, { kind: 'unreadable', path, text: '', reason: broken, offset: 0, holds: 'plan' }]
  }
  // The files of a pull request never include a plan that the job has just made.
  if (onlyPaths !== null && !onlyPaths.has(path)) return []
  return unitsIn(path, document)
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
      if (document.plan?.broken == null) return null
      return { path, reason: `${path} does not hold whole plans: ${document.plan.broken}` }
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

/** A repository with Terraform and no plan must not look checked. */
async function rootUnits(
  terraform: readonly TerraformDocument[],
  units: readonly Unit[],
  { terraformDirectory, standing = 'own' }: CheckOptions,
): Promise<readonly Unit[]> {
  if (terraform.length === 0) return []
  const { unplannedRoots } = await import('../terraform/roots/declarations.js')
  const sources = terraform.map(({ source }) => source)
  const covers = units.flatMap((unit) => (unit.kind === 'plan' ? coverageOf(unit, standing) : []))
  return unplannedRoots(sources, covers, terraformDirectory).map((root) => {
    const text = terraform.find(({ source }) => source.path === root.path)?.text ?? ''
    return { kind: 'root', path: root.path, root, text }
  })
}

/** What a plan file tells of the bucket policies that its roots declare. */
function coverageOf({ facts, policies }: PlanUnit, standing: Standing): readonly Coverage[] {
  const told = [...policies.map(({ origin }) => origin.address), ...facts.unknown, ...facts.unreadable]
  const addresses = new Set(told.flatMap((one) => (typeof one === 'string' ? one : (one?.address ?? []))))
  const decides = planWeight(facts.by, standing) === 'verdict'
  return [{ plan: facts.plan, addresses, decides }]
}

function plannedSources(
  terraform: readonly TerraformDocument[],
  plans: readonly Plan[],
  tree: Tree,
  { terraformDirectory }: CheckOptions,
): Gathered['planned'] {
  if (plans.length === 0) return async () => null
  let loaded: Promise<PlannedSources> | null = null
  const load = async () => {
    const { PlannedSources } = await import('../units/planned-sources.js')
    const sources = terraform.map(({ source }) => source)
    return new PlannedSources(plans, sources, namedRoots(terraformDirectory), {
      lookup: lookupOf(tree),
      list: (folder) => tree.list(folder),
      status: (path) => tree.status(path),
      real: (path) => realIn(tree, path),
    })
  }
  return () => {
    loaded ??= load()
    return loaded
  }
}
