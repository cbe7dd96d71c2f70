import { bucketName, bucketsOf, type Origin, type Policy } from '../documents/policy.js'
import { LEVEL_ORDER, type Level } from '../model/rules.js'
import type { PlanWeight } from '../model/trust.js'
import type { Span } from '../tree/node.js'
import type { PlannedSources } from './planned-sources.js'

/**
 * When a plan tells of a statement instead of the file that holds it: a finding is dropped only where another one tells
 * it, or where a plan that may decide has judged that very instance. docs/trust.md says who may.
 */

/** A policy of a plan, with what became of it. */
export interface PlannedPolicy {
  readonly policy: Policy
  readonly weight: PlanWeight
  /** False for one that was left out: nothing follows from it. */
  readonly judged: boolean
  /** Set where a file that nobody else can read is judged by it, whatever it leaves open. */
  readonly reads?: boolean
}

/** What a plan says of a stretch of a file. */
export interface Telling {
  readonly span: Span
  /** The buckets that it speaks of; null is one whose name is not known. */
  readonly buckets: readonly (string | null)[]
  /** What says so; null for the sources of a root module without a plan. */
  readonly by: PlannedInstance | null
  /** A verdict counts whatever it is; otherwise how bad the finding is that the plan tells, null where it tells none. */
  readonly tells: 'verdict' | Level | null
  /** It stands for a file that cannot be read by itself. */
  readonly reads: boolean
  /** The file is not what its reader needs, so that it has to be told itself. */
  readonly isBroken?: boolean
}

/** What a plan holds. */
export interface PlannedInstance {
  /** The path of the plan. */
  readonly plan: string
  /** The folder of its root module; null where it is not known. */
  readonly root: string | null
  readonly address: string | null
}

/** The level of the finding that is told on a statement of a planned policy; null where none is. */
export type ToldLevel = (policy: Policy, index: number) => Level | null

/** What plans, and the sources of root modules without one, say of the files that they read, by path. */
export async function tellingsOf(
  planned: readonly PlannedPolicy[],
  told: ToldLevel,
  sources: PlannedSources,
): Promise<ReadonlyMap<string, readonly Telling[]>> {
  const byPath = new Map<string, Telling[]>()
  for (const { policy, weight, judged, reads = false } of planned) {
    if (!judged) continue
    const located = await sources.locate(policy)
    const buckets = bucketNamesOf(policy)
    const broken = located?.location.broken?.path ?? null
    for (const [index, statement] of (located?.location.statements ?? []).entries()) {
      const tells = weight === 'verdict' ? weight : told(policy, index)
      if ((tells === null && !reads) || !statement.found) continue
      const { path, start, end } = statement.range
      const isBroken = path === broken
      const telling = {
        span: { start, end },
        buckets,
        tells,
        reads: reads && !isBroken,
        isBroken,
        by: plannedInstance(policy, sources),
      }
      byPath.set(path, [...(byPath.get(path) ?? []), telling])
    }
  }
  return byPath
}

function plannedInstance({ origin }: Policy, sources: PlannedSources): PlannedInstance | null {
  if (origin.root !== undefined) return null
  const plan = sources.planOf(origin)
  return { plan: origin.path, root: plan === null ? null : sources.rootOf(plan), address: origin.address }
}

function bucketNamesOf(policy: Policy): Telling['buckets'] {
  if (policy.bucket !== null) return [bucketName({ name: policy.named ?? policy.bucket })]
  return bucketsOf(policy, () => []).map(bucketName)
}

/**
 * Whether plans tell of a statement that the sources of a root module without a whole plan hold: one that a pull request
 * commits silences nothing but what it tells itself.
 *
 * @param buckets those that the finding is about
 */
export async function isToldOfSources(
  policy: Policy,
  index: number,
  finding: Pick<OwnFinding, 'level' | 'buckets'>,
  {
    sources,
    tellings,
  }: { readonly sources: PlannedSources; readonly tellings: ReadonlyMap<string, readonly Telling[]> },
): Promise<boolean> {
  const statement = (await sources.locate(policy))?.location.statements[index]
  if (statement?.found !== true) return false
  const { path, start, end } = statement.range
  const ofPlans = (tellings.get(path) ?? []).filter(({ by }) => by !== null && mayBeOf(by, policy.origin, sources))
  return isToldByPlans({ ...finding, span: { start, end } }, ofPlans)
}

/**
 * Whether what a plan holds may be an instance that sources declare: several roots, calls and instances may be made of the
 * same lines, and a plan tells of its own alone.
 */
function mayBeOf(
  { plan, root, address }: PlannedInstance,
  { root: folder, unit, address: own }: Origin,
  sources: PlannedSources,
): boolean {
  if (root !== null && root !== folder) return false
  if (unit !== undefined && !plan.startsWith(`${unit}/`)) return false
  return address === own || (address !== null && own !== null && sources.mayBeInstance(address, own))
}

/** A finding of a file, as far as a plan may tell it. */
export interface OwnFinding {
  readonly level: Level
  /** Where its statement stands; null for a file that nobody can read, of which a plan shows what it means. */
  readonly span: Span | null
  /** The buckets that it is about; null is one whose name is not known, which may be any. */
  readonly buckets: readonly (string | null)[]
}

/** Whether plans tell all of a finding, for each of its buckets. */
export function isToldByPlans({ level, span, buckets }: OwnFinding, tellings: readonly Telling[]): boolean {
  const isAsBad = ({ tells }: Telling) =>
    tells !== null && (tells === 'verdict' || LEVEL_ORDER[tells] <= LEVEL_ORDER[level])
  const here = tellings.filter((one) =>
    span === null
      ? one.reads || (one.isBroken !== true && isAsBad(one))
      : span.start < one.span.end && span.end > one.span.start && isAsBad(one),
  )
  const isTold = (bucket: string | null) => here.some((one) => bucket === null || one.buckets.includes(bucket))
  return here.length > 0 && buckets.every(isTold)
}
