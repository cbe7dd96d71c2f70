import type { BucketRef } from '../clumio/integrations.js'
import { Budget } from '../iam/choices.js'
import type { AssumptionId } from '../iam/reason.js'
import type { CheckOptions } from '../model/options.js'
import type { Explanation, Report } from '../model/report.js'
import type { ConfigurationDraft, Draft } from '../rules/drafts/draft.js'
import type { PlannedPolicy } from '../units/supersede.js'
import type { SettledUnit, Unit } from '../units/unit.js'
import type { JudgedPolicy } from '../verdicts/judged.js'

/** A finding before anybody looked up its lines, with the unit that it was found in. */
export interface UnitDraft {
  readonly unit: Unit
  readonly draft: Draft | ConfigurationDraft
}

/** What judging some units gives. */
export interface Judgement {
  readonly drafts: readonly UnitDraft[]
  readonly policies: number
  readonly statements: number
  readonly outOfScope: number
  /** Where the policies that were judged, or told instead, stand: what selectors are compared with. */
  readonly places: readonly BucketRef[]
  /** The policies of plans, judged or not: they say which lines of the sources a plan tells of. */
  readonly planned: readonly PlannedPolicy[]
  /** For each policy without an error, what it rests on. */
  readonly assumptions: readonly AssumptionId[]
  readonly explanations: readonly Explanation[]
  readonly unread: Report['unread']
  readonly notes: readonly string[]
  /** The policies of files that something else may read and tell too, with what they count for. */
  readonly ofFiles: readonly FilePolicy[]
}

/** A policy of a file, with what it counts for. */
export interface FilePolicy extends Pick<Judgement, 'assumptions' | 'explanations'> {
  readonly path: string
  readonly text: string
  readonly judged: JudgedPolicy
}

/** Judging that found nothing. */
export const NOTHING: Judgement = {
  drafts: [],
  policies: 0,
  statements: 0,
  outOfScope: 0,
  places: [],
  planned: [],
  assumptions: [],
  explanations: [],
  unread: [],
  notes: [],
  ofFiles: [],
}

/** What a policy comes to that was settled when it was read. */
export function settledJudgement({ path, policy }: SettledUnit, { entries }: CheckOptions): Judgement {
  const { statements, assumptions, bucket } = policy
  const places = entries == null ? [] : [{ path, bucket, address: null, account: null, region: null }]
  return { ...NOTHING, policies: 1, statements, assumptions, places }
}

/** Takes the room that judged policies and their drafts need. */
export function charge(policies: readonly JudgedPolicy[], drafts: readonly UnitDraft[], room: Room): void {
  const pairs = policies.flatMap(({ statements }) => statements.map(({ question }) => question.callers.length / 4))
  room.take(
    pairs.reduce((sum, one) => sum + Math.max(1, one), 0),
    drafts.length,
  )
}

/** What several units give together. */
export function joined(results: readonly Judgement[]): Judgement {
  const sum = new JudgementSum()
  for (const one of results) sum.add(one)
  return sum.total
}

/** Adds up what judging gives, without keeping each part: a large file has a hundred thousand of them. */
export class JudgementSum {
  readonly #lists = {
    drafts: [] as UnitDraft[],
    places: [] as BucketRef[],
    planned: [] as PlannedPolicy[],
    assumptions: [] as AssumptionId[],
    explanations: [] as Explanation[],
    unread: [] as Report['unread'][number][],
    notes: [] as string[],
    ofFiles: [] as FilePolicy[],
  }
  #policies = 0
  #statements = 0
  #outOfScope = 0

  get total(): Judgement {
    return {
      ...this.#lists,
      policies: this.#policies,
      statements: this.#statements,
      outOfScope: this.#outOfScope,
    }
  }

  add(one: Judgement): void {
    this.#policies += one.policies
    this.#statements += one.statements
    this.#outOfScope += one.outOfScope
    append(this.#lists.drafts, one.drafts)
    append(this.#lists.places, one.places)
    append(this.#lists.planned, one.planned)
    append(this.#lists.assumptions, one.assumptions)
    append(this.#lists.explanations, one.explanations)
    append(this.#lists.unread, one.unread)
    append(this.#lists.notes, one.notes)
    append(this.#lists.ofFiles, one.ofFiles)
  }
}

/** A call takes no more arguments than the stack has room for, so that a long list cannot be spread into one. */
function append<T>(list: T[], more: readonly T[]): void {
  for (const one of more) list.push(one)
}

/**
 * How much a run judges. What is written comes to some statements for each of its bytes and is always judged; loops, counts,
 * anchors, modules and nested stacks make any number of policies of a few lines, each of them for every role that matches.
 */
const ALWAYS = 16_000
const PER_BYTES = 10
/** What it takes to tell a finding, against what it takes to judge a statement for one role. */
const FINDING = 4

/** The room for what is judged of files with so many bytes. */
export class Room {
  readonly #budget: Budget
  #isLeft = true

  constructor(bytes: number) {
    this.#budget = new Budget(ALWAYS + Math.floor(bytes / PER_BYTES))
  }

  /** Whether another policy is judged. */
  get isLeft(): boolean {
    return this.#isLeft
  }

  /** @param pairs of a statement and a role that were judged */
  take(pairs: number, findings: number): void {
    this.#isLeft = this.#budget.take(pairs + findings * FINDING)
  }
}

/** What is said of a file of which policies were left out. */
export function leftOut(count: number): string {
  const [policies, are] = count === 1 ? ['policy', 'was'] : ['policies', 'were']
  return `${count} ${policies} that it makes ${are} left out, far more than its text, counted for each role; split it, or judge its plan`
}
