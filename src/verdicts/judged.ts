import {
  type BucketRef,
  callersOf,
  integrationsFor,
  joinIntegrations,
  partitionsOf,
  regionOf,
} from '../clumio/integrations.js'
import { type Question, StatementJudge, type StatementVerdict } from '../clumio/judge.js'
import { needsOf } from '../clumio/needs.js'
import { bucketName, bucketsOf, mayConcern, type NamedBucket, type Policy } from '../documents/policy.js'
import { bindDocument, bindText } from '../iam/bind.js'
import type { PolicyDocument, Statement } from '../iam/model.js'
import type { AssumptionId } from '../iam/reason.js'
import { type Bucket, bucketOf } from '../iam/resource.js'
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
  const denies = policy.document.statements.filter(
    ({ effect, index }) => effect !== 'Allow' && (only === undefined || index === only),
  )
  if (denies.length === 0) return { policy, place, statements: [], assumptions: new Set() }
  const found = new Map<number, BucketVerdict[]>(denies.map(({ index }) => [index, []]))
  const most = Math.max(1, Math.floor(MAX_VERDICTS / denies.length))
  const assumptions = new Set<AssumptionId>()
  // Where there is one bucket only, every statement is about it.
  const several = all.length > 1 ? policy.document.statements : []
  const concerns = new Map(several.map((statement) => [statement.index, mayConcern(policy, statement)]))
  const settings = new Settings(policy, options)
  for (const bucket of buckets) {
    const setting = settings.of(bucket)
    const question = settings.questionOf(bucket, setting)
    const { document, integrations } = setting
    for (const given of setting.judges) {
      const judge = blocksInAll(given, setting.judges, question.bucket) ? given.sure : given
      const { statement } = judge
      const judged = found.get(statement.index)
      if (judged === undefined || judged.length >= most) continue
      if (concerns.get(statement.index)?.(bucket) === false) continue
      const verdict = judge.on(question.bucket)
      for (const id of verdict.assumptions) assumptions.add(id)
      judged.push({ statement, verdict, bucket, document, integrations, question })
    }
  }
  const statements = [...found.values()]
    .flatMap((judged) => acrossBuckets(judged) ?? [])
    .sort((a, b) => a.statement.index - b.statement.index)
  return { policy, place, statements, assumptions }
}

/**
 * How many verdicts one policy may have. Statements and buckets of 20 KB, the size that S3 takes, come to some 100,000
 * pairs; of a longer policy each statement is judged on the first of the buckets that it concerns.
 */
const MAX_VERDICTS = 256 * 1024

/** Whether every branch of a choice blocks, one of which is there for sure: then it does not matter which. */
function blocksInAll({ statement }: PolicyJudge, judges: readonly PolicyJudge[], bucket: Bucket): boolean {
  const { index, oneOf } = statement
  if (oneOf === undefined) return false
  const branches = judges.filter((one) => one.statement.index === index)
  return branches.length === oneOf && branches.every(({ sure }) => sure.on(bucket).verdict === 'blocked')
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
  const integrations = lists.size > 1 ? joinIntegrations(lists) : worst.integrations
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
  const { origin, account = null, region = null } = policy
  return { path: origin.path, bucket: bucketName(bucket), address: origin.address, account, region }
}

/** What the buckets have in common that the same integrations protect in the same partition. */
interface Setting extends Pick<BucketVerdict, 'document' | 'integrations'> {
  readonly facts: Parameters<typeof bindText>[1]
  readonly question: Omit<Question, 'bucket'>
  /** Of every statement that is no Allow, in their order. */
  readonly judges: readonly PolicyJudge[]
}

/** The settings of a policy's buckets, each made once. */
class Settings {
  readonly #policy: Policy
  readonly #options: CheckOptions
  readonly #known = new Map<string, Setting>()
  readonly #numbers = new Map<Integration, number>()

  constructor(policy: Policy, options: CheckOptions) {
    this.#policy = policy
    this.#options = options
  }

  of({ name, partition }: NamedBucket): Setting {
    const { account, integrations } = this.#options
    const place = bucketRefOf(this.#policy, { name, partition })
    const own = integrationsFor(integrations, place, partition, account)
    const key = `${partition} ${own.map((one) => this.#numberOf(one)).join(' ')}`
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const made = settingOf(this.#policy, partition, own, this.#options)
    this.#known.set(key, made)
    return made
  }

  /** Roles that nobody names are all the same in one policy. */
  #numberOf(integration: Integration): number {
    if (integration.origin === 'none') return -1
    const number = this.#numbers.get(integration) ?? this.#numbers.size
    this.#numbers.set(integration, number)
    return number
  }

  questionOf({ name, partition }: NamedBucket, { question, facts }: Setting): Question {
    return { ...question, bucket: bucketOf(partition, bindText(name, facts)) }
  }
}

function settingOf(
  policy: Policy,
  partition: string,
  integrations: readonly Integration[],
  options: CheckOptions,
): Setting {
  const callers = integrations.flatMap((integration) => callersOf(integration, partition))
  const account = integrations.find((one) => one.account !== null)?.account ?? null
  const roles = integrations.flatMap(({ roleName }) => (roleName === null ? [] : [roleName]))
  const facts = { account, partition, bucket: policy.bucket, roles }
  const document = policy.hasTokens ? bindDocument(policy.document, facts) : policy.document
  const question = {
    callers,
    needs: needsOf(options.features),
    facts: { context: options.context, region: policy.region ?? regionOf(integrations), today: options.today },
  }
  const judges = document.statements
    .filter(({ effect }) => effect !== 'Allow')
    .map((statement) => new PolicyJudge(statement, { policy, integrations, question, variables: document.variables }))
  return { document, integrations, facts, question, judges }
}

interface JudgeSetting extends Pick<Setting, 'integrations' | 'question'> {
  readonly policy: Policy
  readonly variables: boolean
}

/** A statement of a policy on the buckets of one setting; made when the first of them asks. */
class PolicyJudge {
  readonly statement: Statement
  readonly #setting: JudgeSetting
  readonly #finished = new Map<StatementVerdict, StatementVerdict>()
  #judge: StatementJudge | null = null
  #sure: PolicyJudge | null = null

  constructor(statement: Statement, setting: JudgeSetting) {
    this.statement = statement
    this.#setting = setting
  }

  /** The same statement as if it was there for sure. */
  get sure(): PolicyJudge {
    this.#sure ??= new PolicyJudge({ ...this.statement, conditional: null }, this.#setting)
    return this.#sure
  }

  on(bucket: Bucket): StatementVerdict {
    const { policy, integrations, question, variables } = this.#setting
    this.#judge ??= new StatementJudge(this.statement, variables, question)
    const verdict = this.#judge.on(bucket)
    const finished = this.#finished.get(verdict) ?? withSources(policy, withoutStated(verdict, integrations))
    this.#finished.set(verdict, finished)
    return finished
  }
}
