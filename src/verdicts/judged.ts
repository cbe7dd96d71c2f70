import {
  callersOf,
  integrationsFor,
  joinIntegrations,
  partitionsOf,
  type BucketRef,
  regionOf,
} from '../clumio/integrations.js'
import { judgeStatement, type Question, type StatementVerdict } from '../clumio/judge.js'
import { needsOf } from '../clumio/needs.js'
import { bucketName, bucketsOf, mayConcern, type NamedBucket, type Policy } from '../documents/policy.js'
import { bindDocument, bindText } from '../iam/bind.js'
import type { PolicyDocument, Statement } from '../iam/model.js'
import type { AssumptionId } from '../iam/reason.js'
import { bucketOf } from '../iam/resource.js'
import type { CheckOptions, Integration } from '../model/options.js'
import { mayMatch } from './protect.js'

/** One Deny statement, judged on one bucket. */
export interface BucketVerdict {
  readonly statement: Statement
  readonly verdict: StatementVerdict
  readonly bucket: NamedBucket
  readonly integrations: readonly Integration[]
  readonly question: Question
  /** The document that was judged, with known facts in the place of tokens. */
  readonly document: PolicyDocument
}

/** One Deny statement, with the verdict of the bucket where it is worst. */
export interface JudgedStatement extends BucketVerdict {
  /** Of every bucket on which the statement is not harmless: one edit must exempt all their roles. */
  readonly integrations: readonly Integration[]
  /** The buckets on which the statement is not harmless, the worst first. */
  readonly perBucket: readonly BucketVerdict[]
}

/** A policy with the verdict of each Deny statement on the buckets that are backed up. */
export interface JudgedPolicy {
  readonly policy: Policy
  readonly place: BucketRef
  readonly statements: readonly JudgedStatement[]
  readonly assumptions: ReadonlySet<AssumptionId>
}

const SEVERITY = { blocked: 2, undecided: 1, 'not-blocked': 0 } as const

/**
 * Judges every Deny statement of a policy against each bucket of the policy that it names or may cover and that may be
 * backed up.
 *
 * @param only the index of the one statement to judge
 */
export function judgePolicy(policy: Policy, options: CheckOptions, only?: number): JudgedPolicy {
  const all = bucketsOf(policy, (bucket) =>
    partitionsOf(options.integrations, { ...bucketRefOf(policy, null), bucket }),
  )
  const buckets = protectedOf(policy, all, options)
  const place = bucketRefOf(policy, buckets[0] ?? null)
  const harmless = policy.document.statements.every(({ effect }) => effect === 'Allow')
  if (harmless) return { policy, place, statements: [], assumptions: new Set() }
  const found = new Map<number, BucketVerdict[]>()
  const assumptions = new Set<AssumptionId>()
  // Where there is one bucket only, every statement is about it.
  const several = all.length > 1 ? policy.document.statements : []
  const concerns = new Map(several.map((statement) => [statement.index, mayConcern(policy, statement)]))
  for (const bucket of buckets) {
    const setting = settingOf(policy, bucket, options)
    for (const given of setting.document.statements) {
      const statement = blocksInAll(given, setting) ? { ...given, conditional: null } : given
      if (statement.effect === 'Allow' || (only !== undefined && statement.index !== only)) continue
      if (concerns.get(statement.index)?.(bucket) === false) continue
      const verdict = withSources(
        policy,
        withoutStated(judgeStatement(statement, setting.document.variables, setting.question), setting.integrations),
      )
      for (const id of verdict.assumptions) assumptions.add(id)
      const judged = found.get(statement.index) ?? []
      judged.push({ statement, verdict, bucket, ...setting })
      found.set(statement.index, judged)
    }
  }
  const statements = [...found.values()]
    .flatMap((judged) => acrossBuckets(judged) ?? [])
    .sort((a, b) => a.statement.index - b.statement.index)
  return { policy, place, statements, assumptions }
}

/** Whether every branch of a choice blocks, one of which is there for sure: then it does not matter which. */
function blocksInAll(
  { oneOf, index }: Statement,
  { document, question }: Pick<BucketVerdict, 'document' | 'question'>,
): boolean {
  if (oneOf === undefined) return false
  const branches = document.statements.filter((one) => one.index === index)
  const isBlocked = (branch: Statement) =>
    branch.effect === 'Deny' &&
    judgeStatement({ ...branch, conditional: null }, document.variables, question).verdict === 'blocked'
  return branches.length === oneOf && branches.every(isBlocked)
}

/** That the role has no boundary is an assumption only where nobody said so. */
function withoutStated(verdict: StatementVerdict, integrations: readonly Integration[]): StatementVerdict {
  if (!verdict.assumptions.has('A2') || integrations.some(({ boundaryStated }) => !boundaryStated)) return verdict
  return { ...verdict, assumptions: new Set([...verdict.assumptions].filter((id) => id !== 'A2')) }
}

function withSources({ fromSources }: Policy, verdict: StatementVerdict): StatementVerdict {
  return fromSources === true ? { ...verdict, assumptions: new Set([...verdict.assumptions, 'A6']) } : verdict
}

/**
 * One statement from its verdicts on several buckets: that of the bucket where it is worst, for the roles of all on
 * which it is not harmless, and of a scope that holds for all. Null when there is none.
 */
export function acrossBuckets(judged: readonly BucketVerdict[]): JudgedStatement | null {
  const sorted = [...judged].sort(byHarm)
  const [worst] = sorted
  if (worst === undefined) return null
  const perBucket = sorted.filter(({ verdict }) => verdict.verdict !== 'not-blocked')
  const lists = new Set(perBucket.map(({ integrations }) => integrations))
  const integrations = lists.size > 1 ? [...lists].reduce(joinIntegrations) : worst.integrations
  const isPart = perBucket.some(({ verdict }) => verdict.verdict === worst.verdict.verdict && verdict.scope === 'part')
  return { ...worst, verdict: isPart ? { ...worst.verdict, scope: 'part' } : worst.verdict, integrations, perBucket }
}

function byHarm({ verdict: a }: BucketVerdict, { verdict: b }: BucketVerdict): number {
  return SEVERITY[b.verdict] - SEVERITY[a.verdict] || b.blocked.length - a.blocked.length
}

/** The buckets that are backed up; all of them where no one is, since whether to judge the policy is decided before. */
function protectedOf(
  policy: Policy,
  buckets: readonly NamedBucket[],
  { protect }: CheckOptions,
): readonly NamedBucket[] {
  const inside = protect === null ? [] : buckets.filter((bucket) => mayMatch(protect, bucketRefOf(policy, bucket)))
  return inside.length > 0 ? inside : buckets
}

/** Where a policy stands, for selectors. */
export function bucketRefOf(policy: Policy, bucket: NamedBucket | null): BucketRef {
  return { path: policy.origin.path, bucket: bucketName(bucket), address: policy.origin.address }
}

function settingOf(
  policy: Policy,
  bucket: NamedBucket,
  options: CheckOptions,
): Pick<BucketVerdict, 'document' | 'question' | 'integrations'> {
  const place = bucketRefOf(policy, bucket)
  const integrations = integrationsFor(options.integrations, place, bucket.partition, options.account)
  const callers = integrations.flatMap((integration) => callersOf(integration, bucket.partition))
  const account = integrations.find((one) => one.account !== null)?.account ?? null
  const roles = integrations.flatMap(({ roleName }) => (roleName === null ? [] : [roleName]))
  const facts = { account, partition: bucket.partition, bucket: policy.bucket, roles }
  const document = policy.hasTokens ? bindDocument(policy.document, facts) : policy.document
  return {
    document,
    integrations,
    question: {
      callers,
      needs: needsOf(options.features),
      bucket: bucketOf(bucket.partition, bindText(bucket.name, facts)),
      facts: { context: options.context, region: regionOf(integrations), today: options.today },
    },
  }
}
