import { evaluateAction } from '../iam/action.js'
import type { RoleSession } from '../iam/caller.js'
import {
  conjunction,
  evaluateConditions,
  evaluateDuplicate,
  evaluateEffect,
  evaluateTarget,
  type Part,
  traced,
} from '../iam/evaluate.js'
import type { Statement } from '../iam/model.js'
import { evaluatePrincipal } from '../iam/principal.js'
import type { AssumptionId, Trace } from '../iam/reason.js'
import {
  type Bucket,
  matchKey,
  matchPatterns,
  type PatternsMatch,
  patternsByBucket,
  type ResourceRequest,
  type ValidPatterns,
} from '../iam/resource.js'
import type { Tri } from '../iam/text/tri.js'
import { type Dependencies, dependenciesOf, memo, placesOf } from './dependencies.js'
import type { Need } from './needs.js'
import { clumioContext, type RequestFacts } from './requests.js'

/** The verdict for one session and one need. */
export interface Cell {
  readonly caller: RoleSession
  readonly need: Need
  readonly value: Tri
  readonly scope: 'all' | 'part'
  readonly trace: Trace
}

export type Verdict = 'blocked' | 'not-blocked' | 'undecided'

/** What one statement means for Clumio on one bucket. */
export interface StatementVerdict {
  readonly verdict: Verdict
  readonly scope: 'all' | 'part'
  /** Cells with T, then with U; those with F are left out. */
  readonly blocked: readonly Cell[]
  readonly undecided: readonly Cell[]
  /** What the verdict rests on: of its blocked cells, or of all cells when it is not blocked. */
  readonly assumptions: ReadonlySet<AssumptionId>
  /** Reasons of the first deciding cell; made on demand, since most verdicts are never explained. */
  readonly example: () => Trace
}

/** The callers, the needs and the facts that every statement of a policy is judged against. */
export interface Question {
  readonly callers: readonly RoleSession[]
  readonly needs: readonly Need[]
  readonly bucket: Bucket
  readonly facts: RequestFacts
}

/**
 * Judges one statement for every session and need: it denies a request when principal, action, resource and every
 * condition match (IAM User Guide, "Policy evaluation logic"). The parts are judged apart and only as often as they can differ: the
 * principal by session, the action by need, the resource by target, the conditions by what their keys depend on.
 */
export function judgeStatement(
  statement: Statement,
  variables: boolean,
  question: Question,
  known: Known = { shared: new SharedParts(), matched: NOT_MATCHED },
): StatementVerdict {
  const effect = evaluateEffect(statement)
  if (statement.duplicate !== null && effect.value !== 'F') {
    return undecidedWhole(conjunction([effect, evaluateDuplicate(statement.duplicate)]), question)
  }
  const parts = new StatementParts(statement, variables, question, known)
  const harmless = effect.value === 'F' ? effect : parts.decidingAll()
  if (harmless !== null) return notBlocked(harmless, () => parts.example(effect))
  const wholes = parts.representatives().map(([caller, need]) => parts.whole(effect, caller, need))
  if (wholes.every(({ value }) => value === 'F')) {
    const assumptions = new Set(wholes.flatMap(({ trace }) => trace.assumptions))
    return { ...notBlocked(effect, () => parts.example(effect)), assumptions }
  }
  const blocked: Cell[] = []
  const undecided: Cell[] = []
  for (const caller of question.callers) {
    for (const { need, value, scope, trace } of parts.rowOf(effect, caller)) {
      ;(value === 'T' ? blocked : undecided).push({ caller, need, value, scope, trace })
    }
  }
  const deciding = blocked.length > 0 ? blocked : undecided
  return {
    verdict: blocked.length > 0 ? 'blocked' : 'undecided',
    scope: scopeOf(deciding, question.callers.length),
    blocked,
    undecided,
    assumptions: new Set(deciding.flatMap((cell) => cell.trace.assumptions)),
    example: () => deciding[0]?.trace ?? effect.trace,
  }
}

/**
 * One statement on many buckets. Nothing but Resource depends on the bucket, so that buckets which it covers in the same
 * way and for the same reasons share one verdict.
 */
export class StatementJudge {
  readonly #statement: Statement
  readonly #variables: boolean
  readonly #question: Omit<Question, 'bucket'>
  readonly #askers: readonly Pick<ResourceRequest, 'target' | 'context'>[]
  /** Whether Resource says the same to everybody. */
  readonly #asksAlike: boolean
  readonly #relevant: (bucket: Bucket) => Statement['resource']
  readonly #verdicts = new Map<string, StatementVerdict>()
  readonly #shared = new SharedParts()
  /** Whether every bucket is covered alike: Resource is not valid, or no pattern of it names one. */
  readonly #coversAlike: boolean

  constructor(statement: Statement, variables: boolean, question: Omit<Question, 'bucket'>) {
    this.#statement = statement
    this.#variables = variables
    this.#question = question
    const dependencies = dependenciesOf(statement, variables, question.callers)
    this.#asksAlike = !dependencies.inResource
    this.#askers = askersOf(dependencies, question).map(([caller, need]) => ({
      target: need.target,
      context: clumioContext(caller, need.lower, question.facts),
    }))
    this.#relevant = patternsByBucket(statement.resource)
    const { resource } = statement
    this.#coversAlike = resource.kind === 'invalid' || resource.patterns.every((pattern) => pattern === '*')
  }

  on(bucket: Bucket): StatementVerdict {
    const { resource } = this.#statement
    const relevant = this.#coversAlike ? resource : this.#relevant(bucket)
    const said = this.#coversAlike || relevant.kind === 'invalid' ? [] : this.#matchesOf(relevant, bucket)
    return memo(this.#verdicts, said.map(({ match }) => matchKey(match)).join('\n'), () => {
      const statement = { ...this.#statement, resource: relevant }
      const matched = this.#asksAlike ? new Map(said.map(({ target, match }) => [target, match])) : NOT_MATCHED
      return judgeStatement(
        statement,
        this.#variables,
        { ...this.#question, bucket },
        { shared: this.#shared, matched },
      )
    })
  }

  /** What Resource says of a bucket, to everybody who may be told something else. */
  #matchesOf(resource: ValidPatterns, bucket: Bucket) {
    const variables = this.#variables
    return this.#askers.map(({ target, context }) => ({
      target,
      match: matchPatterns(resource, { target, bucket, variables, context }),
    }))
  }
}

/** What Resource says of the bucket and of its objects, where it says the same to everybody. */
type Matched = ReadonlyMap<Need['target'], PatternsMatch>

const NOT_MATCHED: Matched = new Map()

/** Sessions and needs for which Resource may be read differently. */
function askersOf(
  { inResource, bySession, kindOf }: Dependencies,
  { callers, needs }: Omit<Question, 'bucket'>,
): readonly (readonly [RoleSession, Need])[] {
  const some = firstOfEach(needs, (need) => `${need.target} ${inResource ? kindOf(need) : ''}`)
  return (inResource && bySession ? callers : callers.slice(0, 1)).flatMap((caller) =>
    some.map((need) => [caller, need] as const),
  )
}

function firstOfEach<T>(list: readonly T[], kindOf: (one: T) => string): readonly T[] {
  const first = new Map<string, T>()
  for (const one of list) {
    const kind = kindOf(one)
    if (!first.has(kind)) first.set(kind, one)
  }
  return [...first.values()]
}

/**
 * What a statement does that is one of several alternatives: the features that each of them blocks are blocked for sure,
 * whatever is meant; the rest is as open as it is whether the statement is there.
 *
 * @param sure its verdict as if it was there for sure
 */
export function alternativeVerdict(
  features: ReadonlySet<Need['feature']>,
  sure: StatementVerdict,
  open: StatementVerdict,
  { callers }: Pick<Question, 'callers'>,
): StatementVerdict {
  const blocked = sure.blocked.filter(({ need }) => features.has(need.feature))
  const [first] = blocked
  if (first === undefined) return open
  if (blocked.length === sure.blocked.length) return sure
  const told = new Map<RoleSession, Set<Need>>()
  for (const { caller, need } of blocked) told.set(caller, (told.get(caller) ?? new Set()).add(need))
  const undecided = open.undecided.filter(({ caller, need }) => told.get(caller)?.has(need) !== true)
  return { ...sure, scope: scopeOf(blocked, callers.length), blocked, undecided, example: () => first.trace }
}

/** Open for every session and need. */
function undecidedWhole({ trace }: Part, { callers, needs }: Question): StatementVerdict {
  const cells = callers.flatMap((caller) =>
    needs.map((need): Cell => ({ caller, need, value: 'U', scope: 'all', trace })),
  )
  return {
    verdict: 'undecided',
    scope: 'all',
    blocked: [],
    undecided: cells,
    assumptions: new Set(trace.assumptions),
    example: () => trace,
  }
}

function notBlocked(part: Part, example: () => Trace): StatementVerdict {
  const assumptions = new Set(part.trace.assumptions)
  return { verdict: 'not-blocked', scope: 'all', blocked: [], undecided: [], assumptions, example }
}

/** `all` when every deciding action is denied on all that it needs, for every session (docs/semantics.md, D3). */
function scopeOf(cells: readonly Cell[], sessions: number): 'all' | 'part' {
  if (!cells.every((cell) => cell.scope === 'all')) return 'part'
  const needs = new Set(cells.map((cell) => cell.need))
  return cells.length === needs.size * sessions ? 'all' : 'part'
}

/** What of one statement is the same on every bucket. */
class SharedParts {
  readonly principals = new Map<RoleSession, Part>()
  readonly actions = new Map<string, Part>()
  readonly conditions = new Map<string, Part>()
  readonly same = new Map<string, Part>()
}

/** What is known of a statement's parts already. */
interface Known {
  readonly shared: SharedParts
  readonly matched: Matched
}

/** The parts of one statement, each judged once for what it depends on. */
class StatementParts {
  readonly #statement: Statement
  readonly #variables: boolean
  readonly #question: Question
  readonly #shared: SharedParts
  readonly #matched: Matched
  readonly #resources = new Map<string, Part & { readonly scope: 'all' | 'part' }>()
  readonly #wholes = new Map<string, Part>()
  readonly #rows = new Map<string, readonly Omit<Cell, 'caller'>[]>()
  readonly #numbers = new Map<Part, number>()
  readonly #dependencies: Dependencies
  readonly #places: ReadonlyMap<RoleSession, number>

  constructor(statement: Statement, variables: boolean, question: Question, { shared, matched }: Known) {
    this.#statement = statement
    this.#variables = variables
    this.#question = question
    this.#shared = shared
    this.#matched = matched
    this.#dependencies = dependenciesOf(statement, variables, question.callers)
    this.#places = placesOf(question.callers, this.#dependencies)
  }

  /**
   * A part that alone makes the statement harmless for every cell: conditions that do not hold and depend on nothing, or
   * a principal that is nobody of Clumio. Null when the cells must be looked at one by one.
   */
  decidingAll(): Part | null {
    const { callers, needs } = this.#question
    const [caller] = callers
    const [need] = needs
    if (caller === undefined || need === undefined) return null
    const { bySession, severalRoles, kindOf } = this.#dependencies
    const isOfOneRole = !bySession && !severalRoles
    if (this.#statement.conditions.length > 0 && isOfOneRole && new Set(needs.map(kindOf)).size === 1) {
      const conditions = this.conditions(caller, need)
      if (conditions.value === 'F') return conditions
    }
    const principals = callers.map((each) => this.principal(each))
    if (!principals.every(({ value }) => value === 'F')) return null
    const assumptions = [...new Set(principals.flatMap(({ trace }) => trace.assumptions))]
    const [first] = principals
    return first === undefined ? null : { ...first, trace: { ...first.trace, assumptions } }
  }

  /** Sessions and needs, first ones first, such that each cell has the same parts as one of them. */
  representatives(): readonly (readonly [RoleSession, Need])[] {
    const { callers, needs } = this.#question
    const { kindOf } = this.#dependencies
    const ofNeed = (need: Need) => `${this.#numberOf(this.action(need))} ${need.target} ${kindOf(need)}`
    const someNeeds = firstOfEach(needs, ofNeed)
    return firstOfEach(callers, (caller) => this.#ofCaller(caller)).flatMap((caller) =>
      someNeeds.map((need) => [caller, need] as const),
    )
  }

  /** What is the same for two callers of whom no part says anything different. */
  #ofCaller(caller: RoleSession): string {
    const { bySession } = this.#dependencies
    return `${this.#numberOf(this.principal(caller))} ${bySession ? this.#places.get(caller) : ''}`
  }

  /** The cells of a caller that are not harmless. */
  rowOf(effect: Part, caller: RoleSession): readonly Omit<Cell, 'caller'>[] {
    return memo(this.#rows, this.#ofCaller(caller), () =>
      this.#question.needs.flatMap((need) => {
        const { value, trace } = this.whole(effect, caller, need)
        return value === 'F' ? [] : [{ need, value, scope: this.resource(caller, need).scope, trace }]
      }),
    )
  }

  /** Reasons of a cell for a statement that blocks nothing: one whose action it covers, when there is one. */
  example(effect: Part): Trace {
    const { callers, needs } = this.#question
    const [caller] = callers
    const need = needs.find((one) => this.action(one).value !== 'F') ?? needs[0]
    return caller === undefined || need === undefined ? effect.trace : this.whole(effect, caller, need).trace
  }

  /** The whole statement; equal parts give the same whole, which most cells of a statement share. */
  whole(effect: Part, caller: RoleSession, need: Need): Part {
    const principal = this.principal(caller)
    const action = this.action(need)
    if (principal.value === 'F' || action.value === 'F') return this.#join([effect, principal, action])
    return this.#join([effect, principal, action, this.resource(caller, need), this.conditions(caller, need)])
  }

  #join(parts: readonly Part[]): Part {
    const key = parts.map((part) => this.#numberOf(part)).join(' ')
    return memo(this.#wholes, key, () => conjunction(parts))
  }

  #numberOf(part: Part): number {
    const known = this.#numbers.get(part)
    if (known !== undefined) return known
    this.#numbers.set(part, this.#numbers.size)
    return this.#numbers.size - 1
  }

  /** Parts that say the same are one part. */
  #once(part: Part): Part {
    const [reason] = part.trace.reasons
    const said = reason?.part === 'principal' ? `${part.value} ${reason.why} ${reason.entry}` : JSON.stringify(reason)
    const key = `${part.trace.assumptions.join()} ${said}`
    return memo(this.#shared.same, key, () => part)
  }

  principal(caller: RoleSession): Part {
    return memo(this.#shared.principals, caller, () =>
      this.#once(traced((trace) => evaluatePrincipal(this.#statement.principal, caller, trace))),
    )
  }

  action(need: Need): Part {
    return memo(this.#shared.actions, need.lower, () =>
      this.#once(traced((trace) => evaluateAction(this.#statement.action, need.lower, trace))),
    )
  }

  resource(caller: RoleSession, need: Need): Part & { readonly scope: 'all' | 'part' } {
    const key = need.target + (this.#dependencies.inResource ? this.#key(caller, need) : '')
    return memo(this.#resources, key, () =>
      evaluateTarget(this.#statement, this.#variables, this.#request(caller, need), this.#matched.get(need.target)),
    )
  }

  conditions(caller: RoleSession, need: Need): Part {
    return memo(this.#shared.conditions, this.#key(caller, need), () =>
      evaluateConditions(this.#statement, this.#variables, this.#request(caller, need).context),
    )
  }

  #request(caller: RoleSession, need: Need) {
    const { bucket, facts } = this.#question
    return { target: need.target, bucket, context: clumioContext(caller, need.lower, facts) }
  }

  #key(caller: RoleSession, need: Need): string {
    const { bySession, kindOf } = this.#dependencies
    return `${bySession ? this.#places.get(caller) : ''}|${kindOf(need)}`
  }
}
