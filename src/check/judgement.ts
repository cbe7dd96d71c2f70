import type { BucketRef } from '../clumio/integrations.js'
import type { AssumptionId } from '../iam/reason.js'
import type { Explanation, Report } from '../model/report.js'
import type { ConfigurationDraft, Draft } from '../rules/drafts/draft.js'
import type { PlannedPolicy } from '../units/supersede.js'
import type { Unit } from '../units/unit.js'

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
  }
}

/** A call takes no more arguments than the stack has room for, so that a long list cannot be spread into one. */
function append<T>(list: T[], more: readonly T[]): void {
  for (const one of more) list.push(one)
}
