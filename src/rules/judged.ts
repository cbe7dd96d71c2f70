import { callersOf, integrationsFor, joinIntegrations, type Place, regionOf } from '../clumio/integrations.js'
import { judgeStatement, type Question, type StatementVerdict } from '../clumio/judge.js'
import { needsOf } from '../clumio/needs.js'
import { bucketName, bucketsOf, mayConcern, type NamedBucket, type Policy } from '../documents/policy.js'
import { bindDocument, bindText } from '../iam/bind.js'
import type { PolicyDocument, Statement } from '../iam/model.js'
import type { AssumptionId } from '../iam/reason.js'
import { bucketOf } from '../iam/resource.js'
import type { CheckOptions, Integration } from '../model/options.js'

/** One Deny statement, judged for the roles of its bucket. */
export interface JudgedStatement {
  readonly statement: Statement
  readonly verdict: StatementVerdict
  readonly bucket: NamedBucket
  /** Of every bucket on which the statement is not harmless: one edit must exempt all their roles. */
  readonly integrations: readonly Integration[]
  readonly question: Question
  /** The document that was judged, with known facts in the place of tokens. */
  readonly document: PolicyDocument
}

/** A policy with the verdict of each Deny statement on the bucket where it is worst. */
export interface JudgedPolicy {
  readonly policy: Policy
  readonly place: Place
  readonly statements: readonly JudgedStatement[]
  readonly assumptions: ReadonlySet<AssumptionId>
}

const SEVERITY = { blocked: 2, undecided: 1, 'not-blocked': 0 } as const

/**
 * Judges every Deny statement of a policy against each bucket of the policy that it names or may cover.
 *
 * @param only the index of the one statement to judge
 */
export function judgePolicy(policy: Policy, options: CheckOptions, only?: number): JudgedPolicy {
  const partition = options.integrations.find((one) => one.partition !== null)?.partition ?? 'aws'
  const buckets = bucketsOf(policy, partition)
  const place = placeOf(policy, buckets[0] ?? null)
  const harmless = policy.document.statements.every(({ effect }) => effect === 'Allow')
  if (harmless) return { policy, place, statements: [], assumptions: new Set() }
  const worst = new Map<number, JudgedStatement>()
  const assumptions = new Set<AssumptionId>()
  // Where there is one bucket only, every statement is about it.
  const several = buckets.length > 1 ? policy.document.statements : []
  const concerns = new Map(several.map((statement) => [statement.index, mayConcern(policy, statement, partition)]))
  for (const bucket of buckets) {
    const setting = settingOf(policy, bucket, options)
    for (const statement of setting.document.statements) {
      if (statement.effect === 'Allow' || (only !== undefined && statement.index !== only)) continue
      if (concerns.get(statement.index)?.(bucket) === false) continue
      const verdict = withSources(
        policy,
        withoutStated(judgeStatement(statement, setting.document.variables, setting.question), setting.integrations),
      )
      for (const id of verdict.assumptions) assumptions.add(id)
      const judged = { statement, verdict, bucket, ...setting }
      const known = worst.get(statement.index)
      worst.set(statement.index, known === undefined ? judged : worseOf(known, judged))
    }
  }
  const statements = [...worst.values()].sort((a, b) => a.statement.index - b.statement.index)
  return { policy, place, statements, assumptions }
}

/** That the role has no boundary is an assumption only where nobody said so. */
function withoutStated(verdict: StatementVerdict, integrations: readonly Integration[]): StatementVerdict {
  if (!verdict.assumptions.has('A2') || integrations.some(({ boundaryStated }) => !boundaryStated)) return verdict
  return { ...verdict, assumptions: new Set([...verdict.assumptions].filter((id) => id !== 'A2')) }
}

function withSources({ fromSources }: Policy, verdict: StatementVerdict): StatementVerdict {
  return fromSources === true ? { ...verdict, assumptions: new Set([...verdict.assumptions, 'A6']) } : verdict
}

/** The worse verdict of one statement on two buckets, for the roles of both unless it is harmless on one of them. */
function worseOf(known: JudgedStatement, other: JudgedStatement): JudgedStatement {
  const [worse, better] = isWorse(other.verdict, known.verdict) ? [other, known] : [known, other]
  if (better.verdict.verdict === 'not-blocked' || better.integrations === worse.integrations) return worse
  return { ...worse, integrations: joinIntegrations(worse.integrations, better.integrations) }
}

function isWorse(a: StatementVerdict, b: StatementVerdict): boolean {
  if (SEVERITY[a.verdict] !== SEVERITY[b.verdict]) return SEVERITY[a.verdict] > SEVERITY[b.verdict]
  return a.blocked.length > b.blocked.length
}

/** Where a policy stands, for selectors. */
export function placeOf(policy: Policy, bucket: NamedBucket | null): Place {
  return { path: policy.origin.path, bucket: bucketName(bucket), address: policy.origin.address }
}

function settingOf(
  policy: Policy,
  bucket: NamedBucket,
  options: CheckOptions,
): Pick<JudgedStatement, 'document' | 'question' | 'integrations'> {
  const place = placeOf(policy, bucket)
  const integrations = integrationsFor(options.integrations, place, bucket.partition, options.account)
  const callers = integrations.flatMap((integration) => callersOf(integration, bucket.partition))
  const account = integrations.find((one) => one.account !== null)?.account ?? null
  const roles = integrations.flatMap(({ roleName }) => (roleName === null ? [] : [roleName]))
  const facts = { account, partition: bucket.partition, roles }
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
