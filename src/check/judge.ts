import type { BucketRef } from '../clumio/integrations.js'
import type { UnknownPolicy } from '../documents/document.js'
import { bucketName, bucketsOf, type Policy, shownBucket, type UnreadPolicy } from '../documents/policy.js'
import type { CheckOptions } from '../model/options.js'
import { planWeight } from '../model/trust.js'
import { explanationsOf } from '../rules/drafts/explanations.js'
import type { Identity } from '../rules/drafts/fingerprint.js'
import {
  draftsOn,
  leftOutOf,
  ownershipSubjects,
  type Rule,
  type RuleContext,
  type Subject,
  statementSubjects,
} from '../rules/index.js'
import { plural } from '../text/words.js'
import type { PlannedPolicy } from '../units/supersede.js'
import type { PlanUnit, RootUnit, StreamUnit, Unit } from '../units/unit.js'
import { toldUnread } from '../units/unread.js'
import { bucketRefOf, type JudgedPolicy, judgePolicy } from '../verdicts/judged.js'
import { isProtected } from '../verdicts/protect.js'
import { foldVariants, type JudgedVariant } from '../verdicts/variants.js'
import type { Gathered } from './gather.js'
import type { Isolation } from './isolate.js'
import {
  charge,
  type Judgement,
  JudgementSum,
  joined,
  leftOut,
  NOTHING,
  type Room,
  settledJudgement,
  type UnitDraft,
} from './judgement.js'
import { roleNotes, withRoles } from './roles.js'
import {
  type PolicyVariant,
  partialNotes,
  rootPolicies,
  rootSettings,
  type TagsOf,
  tagsByBucket,
  unknownIn,
} from './roots.js'

/** What judging needs to know besides the units. */
export interface JudgeContext {
  readonly options: CheckOptions
  readonly rules: readonly Rule[]
  readonly ruleContext: RuleContext
  /** Explain every Deny statement, not only those with a finding. */
  readonly explain: boolean
  readonly isolation: Isolation
  readonly room: Room
  /** In a plan, the tags of its buckets. */
  readonly tagsOf?: TagsOf
}

/** Judges every unit; what a plan knows only after apply comes last, from its sources where these tell it. */
export async function judge({ units, planned }: Gathered, context: JudgeContext): Promise<Judgement> {
  const { isolation } = context
  const results = units.map((unit) =>
    isolation.guard(
      unit.path,
      () => judgeUnit(unit, context),
      (reason) => unreadUnit(unit, reason, context),
    ),
  )
  for (const unit of units) if (unit.kind === 'plan') results.push(await judgeDeferred(unit, planned, context))
  return joined(results)
}

function judgeUnit(unit: Unit, context: JudgeContext): Judgement {
  switch (unit.kind) {
    case 'unreadable': {
      const { path, reason } = unit
      const drafts = draftsIn(unit, [{ ...unit, kind: 'unreadable-file' }], context)
      return { ...NOTHING, drafts, unread: [{ path, reason }] }
    }
    case 'root':
      return judgeRoot(unit, context)
    case 'file':
      return joined([
        ...withinRoom(unit.policies, unit, context, (policy) => judgeOne(policy, unit, context)),
        { ...NOTHING, drafts: draftsIn(unit, ownershipSubjects(unit.settings, context.options), context) },
      ])
    case 'settled':
      return settledJudgement(unit, context.options)
    case 'stream':
      return judgeStream(unit, context)
    case 'plan':
      return judgePlan(unit, context)
    case 'ignore-entry': {
      const { entry } = unit
      const { today } = context.options
      return { ...NOTHING, drafts: draftsIn(unit, [{ kind: 'ignore-entry', entry, today }], context) }
    }
    case 'unopened': {
      const { path, reason, found } = unit
      const subject = { kind: 'unreadable-file', path, text: '', reason, offset: 0, holds: 'unknown' } as const
      const drafts = found === true ? draftsIn(unit, [subject], context) : []
      return { ...NOTHING, drafts, unread: [{ path, reason }], notes: [`${reason}; nothing of it was judged.`] }
    }
  }
}

/** A root module without a plan: each policy with every set of values, and those that agree told once. */
function judgeRoot(unit: RootUnit, outer: JudgeContext): Judgement {
  const context = inRoot(unit.root, outer)
  const results = withinRoom(rootPolicies(unit), unit, context, (variants) =>
    outer.isolation.guard(
      unit.path,
      () => judgeVariants(variants, unit, context),
      (reason) => unreadUnit(unit, reason, context),
    ),
  )
  const { subjects, unread } = unknownIn(unit)
  const drafts = draftsIn(unit, [...ownershipSubjects(rootSettings(unit), context.options), ...subjects], context)
  return joined([...results, { ...NOTHING, drafts, unread }])
}

/** Judges what there is room for, and tells how many were left out. */
function withinRoom<T>(
  all: readonly T[],
  unit: Unit,
  context: JudgeContext,
  judgeEach: (one: T) => Judgement,
): readonly Judgement[] {
  const results: Judgement[] = []
  for (const one of all) {
    if (!context.room.isLeft) return [...results, unreadUnit(unit, leftOut(all.length - results.length), context)]
    results.push(judgeEach(one))
  }
  return results
}

function judgeVariants(variants: readonly PolicyVariant[], unit: RootUnit, context: JudgeContext): Judgement {
  const { options, ruleContext, explain } = context
  // Whoever writes a pull request may write a root that reads a file, and an entry that ignores it.
  const isOwn = (options.standing ?? 'own') === 'own'
  const judged: JudgedVariant[] = []
  const planned: PlannedPolicy[] = []
  const places: BucketRef[] = []
  const outside: (string | null)[] = []
  for (const { name, policy } of variants) {
    const own = bucketsOf(policy, () => []).map((bucket) => bucketRefOf(policy, bucket))
    const isIn = options.protect === null || isProtected(options.protect, own, policy.tags ?? null)
    const weight = isOwn && policy.open !== true ? 'verdict' : 'finding'
    planned.push({ policy, weight, judged: isIn, reads: isOwn })
    if (!isIn) outside.push(own[0]?.bucket ?? null)
    if (!isIn) continue
    judged.push({ name, judged: judgePolicy(policy, options) })
    places.push(...(own.length > 0 ? own : [bucketRefOf(policy, null)]))
  }
  const names = new Set(judged.flatMap((one) => one.judged.buckets.map(bucketName)))
  const outOfScope = new Set(outside.filter((name) => name === null || !names.has(name))).size
  if (judged.length === 0) return { ...NOTHING, planned, outOfScope: Math.max(1, outOfScope) }
  const count = unit.parts.length
  const told = count === 1 ? judged.map((one) => one.judged) : foldVariants(judged, count)
  const drafts = draftsIn(
    unit,
    told.flatMap((one) => statementSubjects(one, ruleContext)),
    context,
  )
  const isError = drafts.some(({ draft }) => draft.level === 'error')
  charge(
    judged.map((one) => one.judged),
    drafts,
    context.room,
  )
  const besides = besidesStatements(
    judged.map((one) => one.judged),
    unit,
    context,
  )
  return {
    ...NOTHING,
    ...besides,
    planned,
    drafts: [...drafts, ...besides.drafts],
    policies: 1,
    outOfScope,
    places,
    statements: Math.max(...judged.map((one) => one.judged.statements.length)),
    assumptions: isError ? [] : [...new Set(judged.flatMap((one) => [...one.judged.assumptions]))],
    explanations: explain ? told.flatMap(explanationsOf) : [],
  }
}

/** The policies of a large file, each forgotten once it is judged; what cannot be read is told once for each reason. */
function judgeStream(unit: StreamUnit, context: JudgeContext): Judgement {
  const sum = new JudgementSum()
  const unread = new Map<string, { readonly first: UnreadPolicy; readonly count: number }>()
  for (const entry of unit.entries()) {
    if (entry.kind === 'policy') sum.add(judgeOne(entry.policy, unit, context))
    else {
      const { first = entry.unread, count = 0 } = unread.get(entry.unread.why) ?? {}
      unread.set(first.why, { first, count: count + 1 })
    }
  }
  for (const { first, count } of unread.values()) {
    const subject = {
      kind: 'unreadable-file',
      path: unit.path,
      text: '',
      offset: 0,
      ...toldUnread(first, count),
    } as const
    sum.add({
      ...NOTHING,
      drafts: draftsIn(unit, [subject], context),
      unread: [{ path: unit.path, reason: subject.reason }],
    })
  }
  return sum.total
}

function judgePlan(unit: PlanUnit, outer: JudgeContext): Judgement {
  const { facts, policies, settings } = unit
  const context = inPlan(unit, outer)
  return joined([
    { ...NOTHING, notes: roleNotes(unit.facts, outer.options) },
    ...withinRoom(
      policies.filter(({ deferred }) => deferred !== true),
      unit,
      context,
      (policy) => judgeOne(policy, unit, forPolicy(unit, context, policy.origin)),
    ),
    ...facts.unreadable.map((policy) => unjudged(unit, policy, 'unreadable', context)),
    {
      ...NOTHING,
      notes: partialNotes(unit),
      drafts: draftsIn(unit, ownershipSubjects(settings, context.options), context),
    },
  ])
}

/** Policies known only after apply: from their sources where these tell them, else reported; never passed. */
async function judgeDeferred(unit: PlanUnit, planned: Gathered['planned'], outer: JudgeContext): Promise<Judgement> {
  const context = inPlan(unit, outer)
  const results: Judgement[] = []
  const { isolation } = context
  for (const policy of unit.policies.filter(({ deferred }) => deferred === true)) {
    // What cannot be read in the sources stays as the plan has it.
    const fill = async () => (await (await planned())?.filled(policy)) ?? policy
    const filled = await isolation.guardAsync(unit.path, fill, () => policy)
    results.push(judgeOne(filled, unit, forPolicy(unit, context, policy.origin)))
  }
  for (const unknown of unit.facts.unknown) {
    const find = async () => (await (await planned())?.sourcePolicy(unit.facts.plan, unknown)) ?? null
    const found = await isolation.guardAsync(unit.path, find, () => null)
    if (found !== null) results.push(judgeOne(found.policy, unit, forPolicy(unit, context, unknown)))
    if (found?.complete === true) continue
    const cause =
      found === null ? ((await (await planned())?.whyUnknown(unit.facts.plan, unknown.address)) ?? null) : null
    const why = cause === null ? unknown.why : `${unknown.why}, and ${cause}`
    results.push(unjudged(unit, { ...unknown, why }, 'unknown', context))
  }
  return joined(results)
}

/** What a plan brings along: the tags of its buckets, and the root module to which its addresses belong. */
function inPlan(unit: PlanUnit, context: JudgeContext): JudgeContext {
  const { root } = unit
  const within = root === null ? context : inRoot(root, context)
  return { ...within, tagsOf: tagsByBucket(unit.facts) }
}

/** With the roles of a plan that may be in the account of a policy's bucket. */
function forPolicy(
  { facts }: PlanUnit,
  context: JudgeContext,
  { address }: Pick<Policy['origin'], 'address'>,
): JudgeContext {
  return { ...context, options: withRoles(facts, context.options, address ?? '') }
}

/** Addresses belong to a root module, whatever file they stand in. */
function inRoot(root: string, context: JudgeContext): JudgeContext {
  const { ruleContext } = context
  const of = (identity: Identity) => ruleContext.fingerprints.of({ ...identity, root })
  return { ...context, ruleContext: { ...ruleContext, fingerprints: { of } } }
}

/** A planned policy that is told instead of judged. */
function unjudged(
  unit: PlanUnit,
  policy: UnknownPolicy,
  state: 'unreadable' | 'unknown',
  context: JudgeContext,
): Judgement {
  const { path, facts } = unit
  const { address, bucket, why } = policy
  const subject = { kind: 'planned-policy', state, path, plan: facts.plan.place, ...policy } as const
  return {
    ...NOTHING,
    drafts: draftsIn(unit, [subject], context),
    places: [{ path, bucket, address }],
    unread: [{ path, reason: `${address}: ${why}` }],
  }
}

/** A policy that is too much to be judged is told as one that cannot be read. */
function judgeOne(policy: Policy, unit: Unit, context: JudgeContext): Judgement {
  return context.isolation.guard(
    unit.path,
    () => judgePolicyOf(policy, unit, context),
    (reason) => unreadPolicy(policy, unit, reason, context),
  )
}

function unreadPolicy({ origin }: Policy, unit: Unit, why: string, context: JudgeContext): Judgement {
  return unit.kind === 'plan'
    ? unjudged(
        unit,
        { address: origin.address ?? unit.path, bucket: null, why, sensitive: true, hidesBucket: true },
        'unreadable',
        context,
      )
    : unreadUnit(unit, why, context)
}

/** A unit of which nothing was judged: a finding of its file, and its reason in the report. */
function unreadUnit(unit: Unit, reason: string, context: JudgeContext): Judgement {
  const { path } = unit
  const text = 'text' in unit ? unit.text : ''
  const subject = { kind: 'unreadable-file', path, text, reason, offset: 0 } as const
  const drafts = context.isolation.guard(
    path,
    () => draftsIn(unit, [subject], context),
    () => [],
  )
  return { ...NOTHING, drafts, unread: [{ path, reason }] }
}

function judgePolicyOf(policy: Policy, unit: Unit, context: JudgeContext): Judgement {
  const { options, ruleContext, explain } = context
  const facts = unit.kind === 'plan' ? unit.facts : null
  const judgedAs = (isJudged: boolean): readonly PlannedPolicy[] =>
    facts === null ? [] : [{ policy, weight: planWeight(facts.by, options.standing ?? 'own'), judged: isJudged }]
  const places = bucketsOf(policy, () => []).map((bucket) => bucketRefOf(policy, bucket))
  const { tagsOf = () => null } = context
  if (options.protect !== null && !isProtected(options.protect, places, policy.tags ?? tagsOf(policy, places)))
    return { ...NOTHING, planned: judgedAs(false), outOfScope: 1 }
  const judged = judgePolicy(policy, options)
  const drafts = draftsIn(unit, statementSubjects(judged, ruleContext), context)
  const besides = besidesStatements([judged], unit, context)
  charge([judged], drafts, context.room)
  const assumptions = drafts.some(({ draft }) => draft.level === 'error') ? [] : [...judged.assumptions]
  const explanations = explain ? explanationsOf(judged) : []
  const isRead = unit.kind === 'file' && policy.origin.source === 'policy-json'
  return {
    ...NOTHING,
    ...besides,
    ofFiles: isRead ? [{ path: unit.path, text: unit.text, judged, assumptions, explanations }] : [],
    planned: judgedAs(true),
    drafts: [...drafts, ...besides.drafts],
    policies: 1,
    // Nobody asks for them but who looks for entries that met nothing.
    places: options.entries == null ? [] : places.length > 0 ? places : [bucketRefOf(policy, null)],
    statements: judged.statements.length,
    assumptions,
    explanations,
  }
}

/** What is to be told of judged policies besides their statements: what was left out of them, and what concerns nobody. */
function besidesStatements(
  policies: readonly JudgedPolicy[],
  unit: Unit,
  context: JudgeContext,
): Pick<Judgement, 'drafts' | 'unread' | 'notes'> {
  const { path } = unit
  const text = 'text' in unit ? unit.text : ''
  const crowded = policies.flatMap((judged) => {
    const reason = leftOutOf(judged.unjudged)
    return reason === null ? [] : [{ judged, reason }]
  })
  const subjects = crowded.map(({ judged }) => ({ kind: 'crowded-policy', judged, text }) as const)
  return {
    drafts: draftsIn(unit, subjects, context),
    unread: crowded.map(({ reason }) => ({ path, reason })),
    notes: policies.flatMap((judged) => elsewhereNotes(judged, path)),
  }
}

/** Of buckets in another partition than the role's: that nothing of them blocks it goes without saying, so it is said. */
function elsewhereNotes({ buckets, policy }: JudgedPolicy, path: string): readonly string[] {
  const [first, ...others] = buckets.filter(({ elsewhere }) => elsewhere !== undefined)
  if (first === undefined) return []
  const name = shownBucket(policy, first) ?? 'a bucket'
  const more = others.length === 0 ? '' : ` and ${plural(others.length, 'other bucket')}`
  return [
    `${path} names ${name}${more} in the partition ${first.elsewhere}, and the Clumio role is in ${first.partition}: what is said of another partition does not concern it.`,
  ]
}

function draftsIn(
  unit: Unit,
  subjects: readonly Subject[],
  { ruleContext, rules }: JudgeContext,
): readonly UnitDraft[] {
  return draftsOn(subjects, ruleContext, rules).map((draft) => ({ unit, draft }))
}
