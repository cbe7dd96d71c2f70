import {
  type BucketRef,
  callersOf,
  IntegrationKeys,
  integrationsFor,
  joinIntegrations,
  partitionsOf,
  regionOf,
  roleArns,
} from '../clumio/integrations.js'
import { type Question, StatementJudge, type StatementVerdict } from '../clumio/judge.js'
import { needsOf } from '../clumio/needs.js'
import { bucketName, bucketsOf, mayConcern, type NamedBucket, type Policy } from '../documents/policy.js'
import { bindDocument, bindText } from '../iam/bind.js'
import { statementKey } from '../iam/choices.js'
import type { PolicyDocument, Statement } from '../iam/model.js'
import type { AssumptionId } from '../iam/reason.js'
import { type Bucket, bucketOf, stepsOf } from '../iam/resource.js'
import { lengthOf } from '../iam/text/text.js'
import type { CheckOptions, Integration } from '../model/options.js'
import { Alternatives, chosenAmong } from './alternatives.js'
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
  /** Set where a root module without a plan was judged with several sets of values. */
  readonly variants?: Variants
  /** What an undecided statement does with the defaults of all parameters, where that is decided. */
  readonly byDefault?: 'blocked' | 'not-blocked'
}

/** A statement that was judged with several sets of values, of which some agree. */
export interface Variants {
  /** What a reader calls the sets with which it is as told; empty where it is so with all. */
  readonly names: readonly string[]
  /** The set that is told. */
  readonly own: string
  /** The same statement with the other sets that agree. */
  readonly others: readonly {
    readonly name: string
    readonly judged: JudgedPolicy
    readonly statement: JudgedStatement
  }[]
}

/** A policy with the verdict of each Deny statement on the buckets that are backed up. */
export interface JudgedPolicy {
  readonly policy: Policy
  readonly place: BucketRef
  readonly statements: readonly JudgedStatement[]
  readonly assumptions: ReadonlySet<AssumptionId>
  /** What was left out, since there is too much: buckets, and pairs of a statement and a bucket that it concerns. */
  readonly unjudged: Unjudged
  /** The buckets that were judged. */
  readonly buckets: readonly NamedBucket[]
}

export interface Unjudged {
  readonly buckets: number
  readonly pairs: number
  /** Integrations that apply to a bucket besides those that were judged, the most of all buckets. */
  readonly integrations: number
}

const SEVERITY = { blocked: 2, undecided: 1, 'not-blocked': 0 } as const

/**
 * Judges every Deny statement of a policy against each bucket of the policy that it names or may cover and that may be
 * backed up.
 *
 * @param only the key of the one statement to judge
 */
export function judgePolicy(policy: Policy, options: CheckOptions, only?: string): JudgedPolicy {
  const all = bucketsOf(policy, (bucket) =>
    partitionsOf(options.integrations, { ...bucketRefOf(policy, null), bucket }),
  )
  const concerned = protectedOf(policy, all, options)
  const denies = policy.document.statements.filter(
    (one) => one.effect !== 'Allow' && (only === undefined || statementKey(one) === only),
  )
  const buckets = withinBounds(concerned, denies)
  const place = bucketRefOf(policy, buckets[0] ?? null)
  if (denies.length === 0)
    return { policy, place, statements: [], assumptions: new Set(), unjudged: NONE_LEFT, buckets }
  const found = new Map<string, BucketVerdict[]>(denies.map((one) => [statementKey(one), []]))
  const most = Math.max(1, Math.floor(MAX_VERDICTS / denies.length))
  const assumptions = new Set<AssumptionId>()
  // Where there is one bucket only, every statement is about it.
  const several = all.length > 1 ? policy.document.statements : []
  const concerns = new Map(several.map((statement) => [statement.index, mayConcern(policy, statement)]))
  const settings = new Settings(
    policy,
    options,
    Math.min(MOST_ROLES, Math.max(LEAST_ROLES, Math.floor(MAX_ROLES / denies.length))),
  )
  let pairs = 0
  for (const bucket of buckets) {
    const setting = settings.of(bucket)
    const question = settings.questionOf(bucket, setting)
    const { document, integrations } = setting
    const alternatives = new Alternatives(setting.chosen, question)
    for (const judge of setting.judges) {
      const judged = found.get(judge.key)
      if (judged === undefined || concerns.get(judge.statement.index)?.(bucket) === false) continue
      if (judged.length >= most) {
        pairs += 1
        continue
      }
      const { statement, verdict } = alternatives.judged(judge)
      for (const id of verdict.assumptions) assumptions.add(id)
      judged.push({ statement, verdict, bucket, document, integrations, question })
    }
  }
  const statements = [...found.values()]
    .flatMap((judged) => acrossBuckets(judged) ?? [])
    .sort((a, b) => a.statement.index - b.statement.index)
  const unjudged = { buckets: concerned.length - buckets.length, pairs, integrations: settings.leftOut }
  return { policy, place, statements: withHints(statements, policy, options), assumptions, unjudged, buckets }
}

/** Undecided statements with what they do with the defaults of all parameters. */
function withHints(
  statements: readonly JudgedStatement[],
  { withDefaults }: Policy,
  options: CheckOptions,
): readonly JudgedStatement[] {
  const isOpen = ({ verdict }: JudgedStatement) => verdict.verdict === 'undecided'
  const assumed = withDefaults === undefined || !statements.some(isOpen) ? null : withDefaults()
  if (assumed === null) return statements
  const byKey = new Map(judgePolicy(assumed, options).statements.map((one) => [statementKey(one.statement), one]))
  return statements.map((one) => {
    // A statement that is not there with the defaults denies nothing.
    const verdict = byKey.get(statementKey(one.statement))?.verdict.verdict ?? 'not-blocked'
    return !isOpen(one) || verdict === 'undecided' ? one : { ...one, byDefault: verdict }
  })
}

const NONE_LEFT: Unjudged = { buckets: 0, pairs: 0, integrations: 0 }

/**
 * How many buckets one policy is judged against. S3 takes 20 KB (20,480 bytes), and a name with the rest of its ARN takes
 * more than ten: no policy that S3 takes names as many.
 */
const MAX_BUCKETS = 2048

/**
 * How many steps the patterns that name no bucket may take with all of the names. Those of 20 KB, each of which may name a
 * bucket with a wildcard, take fewer; with an expression in each of hundreds as well they may take more.
 */
const MAX_STEPS = 64_000_000
/** What a name costs besides its characters. */
const STEPS_OF_NAME = 8

/** The first buckets, as many as there is room for: none where the patterns are too much for even one. */
function withinBounds(buckets: readonly NamedBucket[], denies: readonly Statement[]): readonly NamedBucket[] {
  const steps = denies.reduce((sum, { resource }) => sum + stepsOf(resource), 0)
  let left = MAX_STEPS
  const beyond = buckets.findIndex(({ name }, i) => {
    left -= steps * (lengthOf(name) + STEPS_OF_NAME)
    return left < 0 || i === MAX_BUCKETS
  })
  return beyond === -1 ? buckets : buckets.slice(0, beyond)
}

/**
 * How many verdicts one policy may have. Statements and buckets of 20 KB, the size that S3 takes, come to some 100,000
 * pairs; of a longer policy each statement is judged on the first of the buckets that it concerns, and the rest is told.
 */
const MAX_VERDICTS = 256 * 1024

/**
 * Integrations that count for one bucket: a policy of 20 KB has no room to exempt more of them, and of one with very many
 * statements some are enough to tell what is wrong.
 */
const MOST_ROLES = 100
const MAX_ROLES = 8192
const LEAST_ROLES = 8

/** That the role has no boundary is an assumption only where nobody said so. */
function withoutStated(verdict: StatementVerdict, integrations: readonly Integration[]): StatementVerdict {
  if (!verdict.assumptions.has('A2') || integrations.some(({ boundaryStated }) => !boundaryStated)) return verdict
  return { ...verdict, assumptions: new Set([...verdict.assumptions].filter((id) => id !== 'A2')) }
}

function withSources({ fromSources }: Policy, verdict: StatementVerdict): StatementVerdict {
  if (fromSources === undefined) return verdict
  return { ...verdict, assumptions: new Set([...verdict.assumptions, fromSources === 'deferred' ? 'A6' : 'A7']) }
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
  const { origin, account = null, region = null, through = [] } = policy
  return { path: origin.path, bucket: bucketName(bucket), address: origin.address, account, region, through }
}

/** What the buckets have in common that the same integrations protect in the same partition. */
interface Setting extends Pick<BucketVerdict, 'document' | 'integrations'> {
  readonly facts: Parameters<typeof bindText>[1]
  readonly question: Omit<Question, 'bucket'>
  /** Of every statement that is no Allow, in their order. */
  readonly judges: readonly PolicyJudge[]
  readonly chosen: ReadonlyMap<number, readonly PolicyJudge[]>
}

/** The settings of a policy's buckets, each made once. */
class Settings {
  readonly #policy: Policy
  readonly #options: CheckOptions
  readonly #known = new Map<string, Setting>()
  readonly #keys = new IntegrationKeys()
  readonly #most: number
  leftOut = 0

  /** @param most integrations that count for one bucket */
  constructor(policy: Policy, options: CheckOptions, most: number) {
    this.#policy = policy
    this.#options = options
    this.#most = most
  }

  of({ name, partition }: NamedBucket): Setting {
    const { account, integrations } = this.#options
    const place = bucketRefOf(this.#policy, { name, partition })
    const all = integrationsFor(integrations, place, partition, account)
    const own = all.length > this.#most ? all.slice(0, this.#most) : all
    this.leftOut = Math.max(this.leftOut, all.length - own.length)
    const key = `${partition} ${this.#keys.of(own)}`
    const known = this.#known.get(key)
    if (known !== undefined) return known
    const made = settingOf(this.#policy, partition, own, this.#options)
    this.#known.set(key, made)
    return made
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
  const account = integrations.find((one) => one.account !== null)?.account ?? null
  const facts = { account, partition, bucket: policy.named ?? policy.bucket, roles: roleArns(integrations, partition) }
  const document = policy.hasTokens ? bindDocument(policy.document, facts) : policy.document
  const question = questionOf(integrations, partition, policy.region ?? null, options)
  const judges = document.statements
    .filter(({ effect }) => effect !== 'Allow')
    .map((statement) => new PolicyJudge(statement, { policy, integrations, question, variables: document.variables }))
  return { document, integrations, facts, question, judges, chosen: chosenAmong(judges) }
}

/**
 * What every statement of a policy is judged against, but for the bucket.
 *
 * @param region the bucket's, where something tells it
 */
export function questionOf(
  integrations: readonly Integration[],
  partition: string,
  region: string | null,
  { features, context, today }: CheckOptions,
): Omit<Question, 'bucket'> {
  const callers = integrations.flatMap((integration) => callersOf(integration, partition))
  return { callers, needs: needsOf(features), facts: { context, region: region ?? regionOf(integrations), today } }
}

interface JudgeSetting extends Pick<Setting, 'integrations' | 'question'> {
  readonly policy: Policy
  readonly variables: boolean
}

/** A statement of a policy on the buckets of one setting; made when the first of them asks. */
class PolicyJudge {
  readonly statement: Statement
  readonly key: string
  readonly #setting: JudgeSetting
  readonly #finished = new Map<StatementVerdict, StatementVerdict>()
  #judge: StatementJudge | null = null
  #sure: PolicyJudge | null = null

  constructor(statement: Statement, setting: JudgeSetting) {
    this.statement = statement
    this.key = statementKey(statement)
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
