import type { Policy } from '../documents/policy.js'
import type { Fix } from '../model/report.js'
import type { Draft } from '../rules/drafts/draft.js'
import { namedRoles, sharedLines, WHY } from './offer.js'
import { type Candidate, inWords, type Outcome, proposalOf, type Task } from './propose.js'
import type { EditGroup, RemediableDraft, Trial } from './site.js'
import { isTooLarge, policyOf, SizeBudget } from './size.js'
import { editFix, textOnlyFix } from './wording.js'

/** Edits that are made together, with the candidate of each draft. */
type Group = EditGroup & { readonly members: readonly Candidate[] }

type Attempt =
  | { readonly ok: true; readonly sizes: ReadonlyMap<RemediableDraft, number> }
  | { readonly ok: false; readonly why: string; readonly isOverBudget: boolean }

/** What was decided for a group. */
type Settled =
  /** An edit that is made: the group's own or the same in the other remedy, and the one that could be made as well. */
  | { readonly group: Group; readonly chosen: Group; readonly alternative: Group | null }
  /** No edit; `overBudget` is one for which only the other edits of a policy leave no room. */
  | { readonly group: Group; readonly chosen: null; readonly overBudget: Group | null; readonly why: string }

/**
 * What becomes of all drafts of a site: edits that several drafts share are made once and for all of them, everything
 * is tried out, and S3's limit holds for what all edits of a policy make of it.
 */
export async function settle(drafts: readonly Draft[], task: Task): Promise<ReadonlyMap<Draft, Outcome>> {
  const outcomes = new Map<Draft, Outcome>()
  const candidates = new Map<RemediableDraft, readonly Candidate[]>()
  for (const draft of drafts) {
    const proposal = await proposalOf(draft, task)
    if ('outcome' in proposal) outcomes.set(draft, proposal.outcome)
    else candidates.set(proposal.draft, proposal.candidates)
  }
  const batch = new Batch(candidates, task)
  for (const [draft, outcome] of await batch.outcomes()) outcomes.set(draft, outcome)
  return outcomes
}

/** The accountant of all edits of a site. */
class Batch {
  readonly #task: Task
  readonly #candidates: ReadonlyMap<RemediableDraft, readonly Candidate[]>
  readonly #byEdit = new Map<string, Candidate[]>()
  readonly #trials = new Map<string, Trial>()
  /** Edits of lines from which something else is read as well. */
  readonly #shared = new Set<string>()

  constructor(candidates: ReadonlyMap<RemediableDraft, readonly Candidate[]>, task: Task) {
    this.#task = task
    this.#candidates = candidates
    for (const candidate of [...candidates.values()].flat()) {
      const key = keyOf(candidate)
      const same = this.#byEdit.get(key)
      if (same === undefined) this.#byEdit.set(key, [candidate])
      else same.push(candidate)
    }
  }

  async outcomes(): Promise<ReadonlyMap<Draft, Outcome>> {
    const outcomes = new Map<Draft, Outcome>()
    const groups: Group[] = []
    const grouped = new Set<RemediableDraft>()
    for (const [draft, own] of this.#candidates) {
      if (grouped.has(draft)) continue
      const group = await this.#groupOf(own)
      if (group === null) outcomes.set(draft, await this.#sharedOutcome(own))
      else {
        groups.push(group)
        for (const one of group.drafts) grouped.add(one)
      }
    }
    for (const settled of await this.#settleAll(groups)) {
      const members = membersOf(settled)
      for (const member of settled.group.members) outcomes.set(member.draft, this.#outcomeOf(member, settled, members))
    }
    return outcomes
  }

  /** All that need one edit, in the first remedy in which nothing else is read from the same lines. */
  async #groupOf(own: readonly Candidate[]): Promise<Group | null> {
    for (const candidate of own) {
      const key = keyOf(candidate)
      if (this.#shared.has(key)) continue
      const members = this.#byEdit.get(key) ?? [candidate]
      const drafts = members.map(({ draft }) => draft)
      const { remedy, path, edits } = candidate
      if ((await this.#task.site.others(candidate.draft, drafts, edits)).length === 0) {
        return { remedy, path, edits, drafts, members }
      }
      this.#shared.add(key)
    }
    return null
  }

  /** Not everything that is read from the lines needs the edit: it is shown, with what stands against it. */
  async #sharedOutcome([candidate]: readonly Candidate[]): Promise<Outcome> {
    if (candidate === undefined) return { kind: 'none', why: WHY.noEdit }
    const { draft } = candidate
    const same = this.#byEdit.get(keyOf(candidate)) ?? []
    // Settings that need the edit are left out of the names; of statements all are named, whatever they need.
    const unnamed = draft.rule === 'object-ownership' ? same.map((one) => one.draft) : [draft]
    const why = sharedLines(draft, await this.#task.site.others(draft, unnamed, candidate.edits))
    return { kind: 'text-only', fix: shownOf(candidate, why), alternative: null }
  }

  /** The longer remedy is not used in a policy where it would leave no edit for some statement. */
  async #settleAll(groups: readonly Group[]): Promise<readonly Settled[]> {
    await this.#tryAll(groups)
    await this.#tryAll(await this.#insteadOf(groups))
    const first = await this.#pass(groups, new Set())
    const crowded = first.flatMap((one) => (one.chosen === null ? (one.overBudget?.drafts ?? []) : [])).map(policyOf)
    const shortOnly = new Set(crowded.filter((policy) => policy !== null))
    return shortOnly.size === 0 ? first : this.#pass(groups, shortOnly)
  }

  /** The other remedy of all edits that do not hold: together they cost little more than each by itself. */
  async #insteadOf(groups: readonly Group[]): Promise<readonly Group[]> {
    const others: Group[] = []
    for (const group of groups) {
      if (this.#trials.get(keyOf(group))?.ok !== false) continue
      const other = await this.#inOtherRemedy(group, [])
      if (other !== null) others.push(other)
    }
    return others
  }

  /** The other remedy of all edits that share a policy: where it is full, most of them come to need it. */
  async #tryOthers({ drafts }: Group, all: readonly Group[]): Promise<void> {
    const policies = new Set(drafts.map(policyOf))
    const others: Group[] = []
    for (const group of all) {
      const isNear = group.drafts.some((draft) => policies.has(policyOf(draft)))
      const other = isNear ? await this.#inOtherRemedy(group, []) : null
      if (other !== null) others.push(other)
    }
    await this.#tryAll(others)
  }

  /** Many groups cost little more than one where the edited text is evaluated as a whole. */
  async #tryAll(groups: readonly Group[]): Promise<void> {
    const open = groups.filter((group) => isTriable(group) && !this.#trials.has(keyOf(group)))
    if (open.length === 0) return
    for (const [group, trial] of await this.#task.site.tryOut(open)) this.#trials.set(keyOf(group), trial)
  }

  async #pass(groups: readonly Group[], shortOnly: ReadonlySet<Policy>): Promise<readonly Settled[]> {
    const budget = new SizeBudget(shortOnly)
    const settled: Settled[] = []
    for (const group of groups) settled.push(await this.#settle(group, budget, groups))
    return settled
  }

  async #settle(group: Group, budget: SizeBudget, all: readonly Group[]): Promise<Settled> {
    const first = await this.#attempt(group, budget)
    if (first.ok) {
      const alternative = await this.#alternativeOf(group, budget)
      budget.add(group, first.sizes)
      return { group, chosen: group, alternative }
    }
    if (first.isOverBudget) await this.#tryOthers(group, all)
    const other = await this.#inOtherRemedy(group, [first.why])
    const second = other === null ? null : await this.#attempt(other, budget)
    if (other !== null && second?.ok === true) {
      budget.add(other, second.sizes)
      return { group, chosen: other, alternative: null }
    }
    const overBudget = first.isOverBudget ? group : second?.ok === false && second.isOverBudget ? other : null
    return { group, chosen: null, overBudget, why: first.why }
  }

  async #attempt(group: Group, budget: SizeBudget): Promise<Attempt> {
    const nothing: ReadonlyMap<RemediableDraft, number> = new Map()
    if (!isTriable(group)) return { ok: true, sizes: nothing }
    const trial = await this.#trialOf(group)
    if (!trial.ok) return { ...trial, isOverBudget: false }
    if (group.drafts.some((draft) => isTooLarge(trial.sizes.get(draft) ?? 0))) {
      return { ok: false, why: WHY.tooLarge, isOverBudget: false }
    }
    if (group.members.every((one) => one.whyTextOnly() !== null)) return { ok: true, sizes: nothing }
    const fits = budget.hasRoomFor(group, trial.sizes)
    return fits ? trial : { ok: false, why: WHY.tooLargeTogether, isOverBudget: true }
  }

  async #trialOf(group: Group): Promise<Trial> {
    await this.#tryAll([group])
    return this.#trials.get(keyOf(group)) ?? { ok: false, why: WHY.notCleared }
  }

  /** The same drafts in the other remedy, where it takes all of them too. */
  async #inOtherRemedy(group: Group, refusals: readonly string[]): Promise<Group | null> {
    const [first] = group.drafts
    const own = (first === undefined ? undefined : this.#candidates.get(first)) ?? []
    const found = await this.#groupOf(own.filter(({ remedy }) => remedy !== group.remedy))
    if (found === null || found.members.length !== group.members.length) return null
    return { ...found, members: found.members.map((one) => ({ ...one, refusals })) }
  }

  async #alternativeOf(group: Group, budget: SizeBudget): Promise<Group | null> {
    const { site, options } = this.#task
    if (options.alternatives === false || site.manner.alternative !== 'tried') return null
    const other = await this.#inOtherRemedy(group, [])
    return other !== null && (await this.#attempt(other, budget)).ok ? other : null
  }

  #outcomeOf(member: Candidate, settled: Settled, members: Members): Outcome {
    const { draft } = member
    if (settled.chosen !== null) {
      const taken = members.chosen.get(draft) ?? member
      if (members.isAnyShown && taken.whyTextOnly() === null) {
        return { kind: 'text-only', fix: shownOf(taken, WHY.sharedShown), alternative: null }
      }
      const other = members.other.get(draft)
      return accepted(taken, other === undefined ? this.#shownAlternative(taken, member) : fixOf(other))
    }
    const { why } = settled
    const crowded = members.other.get(draft)
    if (crowded !== undefined) {
      return { kind: 'text-only', fix: shownOf(crowded, WHY.tooLargeTogether), alternative: null }
    }
    if (draft.rule === 'object-ownership') return { kind: 'text-only', fix: shownOf(member, why), alternative: null }
    if (this.#task.site.manner.unfixed === 'words') return inWords(draft, why, this.#task)
    return { kind: 'none', why: member.refusals[0] ?? why }
  }

  /** The other remedy beside an edit in the wanted one, at a site where it is not tried out. */
  #shownAlternative(taken: Candidate, wanted: Candidate): Fix | null {
    const { site, options } = this.#task
    if (options.alternatives === false || site.manner.alternative !== 'shown') return null
    if (taken !== wanted || taken.whyTextOnly() !== null) return null
    const other = this.#candidates.get(taken.draft)?.find(({ remedy }) => remedy !== taken.remedy)
    return other === undefined ? null : shownOf(other, WHY.otherRemedy)
  }
}

type ByDraft = ReadonlyMap<RemediableDraft, Candidate>

/** The candidates of what was decided, by their drafts: one edit may be for a thousand. */
interface Members {
  readonly chosen: ByDraft
  /** Those of the alternative, or of the group for which there is no room. */
  readonly other: ByDraft
  /** Whether one of the chosen ones is only shown. */
  readonly isAnyShown: boolean
}

function membersOf(settled: Settled): Members {
  const chosen = settled.chosen?.members ?? []
  const other = (settled.chosen === null ? settled.overBudget : settled.alternative)?.members ?? []
  const byDraft = (some: readonly Candidate[]) => new Map(some.map((one) => [one.draft, one]))
  const isAnyShown = chosen.some((one) => one.whyTextOnly() !== null)
  return { chosen: byDraft(chosen), other: byDraft(other), isAnyShown }
}

/** The same for all candidates of one edit. */
function keyOf({ remedy, path, edits }: Pick<EditGroup, 'remedy' | 'path' | 'edits'>): string {
  return `${remedy}\n${path}\n${JSON.stringify(edits)}`
}

/** What names a role that nobody knows cannot be judged. */
function isTriable({ drafts }: EditGroup): boolean {
  return drafts.every((draft) => draft.rule === 'object-ownership' || namedRoles(draft.subject) !== null)
}

/** An edit that holds; only shown where it may not be offered. */
function accepted(candidate: Candidate, alternative: Fix | null): Outcome {
  const line = candidate.line()
  const fix = fixOf(candidate)
  if (line === null || fix.applicability === 'text-only') return { kind: 'text-only', fix, alternative }
  const ifMergedTooLong = shownOf(candidate, WHY.tooLong)
  return { kind: 'edit', fix, line, textEdits: candidate.edits, ifMergedTooLong, alternative }
}

function fixOf(candidate: Candidate): Fix {
  const line = candidate.line()
  const why = candidate.whyTextOnly()
  return line === null || why !== null ? shownOf(candidate, why ?? WHY.tooLong) : editFix({ ...candidate, edit: line })
}

function shownOf(candidate: Candidate, why: string): Fix {
  return textOnlyFix({ ...candidate, text: candidate.wanted(), why })
}
