import type { CheckOptions, Remedy } from '../model/options.js'
import type { Fix, LineEdit } from '../model/report.js'
import type { Draft, SettingDraft, StatementDraft } from '../rules/drafts/draft.js'
import { reachOf, type TextEdit, toLineEdit } from '../text/edit.js'
import type { LineIndex } from '../text/lines.js'
import type { Span } from '../tree/node.js'
import {
  isExemptible,
  isSensitive,
  MAX_REPLACEMENT,
  noFixReason,
  offer,
  textOnlyReason,
  unreadReason,
  WHY,
  wantedOrder,
} from './offer.js'
import { areOwnLines } from './own-lines.js'
import type { FixRemedy, Patch, RemediableDraft, Site } from './site.js'
import { isTooLarge, policySize } from './size.js'
import { snippet, unshown } from './snippet.js'
import { textOnlyFix, type Wording } from './wording.js'

export interface FinishOptions extends CheckOptions {
  /** Make the other remedy of each fix too, for formats that show it; true unless it is said. */
  readonly alternatives?: boolean
  /** Whether of a file no lines may be shown but those of the policy itself; of none unless it is said. */
  readonly ownLinesOnly?: (path: string) => boolean
}

/** What fixes are made with. */
export interface Task {
  readonly site: Site
  readonly options: FinishOptions
}

/** One remedy of a draft as edits that nobody has tried yet. */
export interface Candidate extends Wording {
  readonly path: string
  readonly edits: readonly TextEdit[]
  /** The edits as one replacement of whole lines; null where that would be too long. */
  readonly line: () => LineEdit | null
  /** Why the edit is shown and not offered, whatever the trial says; null when it may be offered. */
  readonly whyTextOnly: () => string | null
  /** What a person would write, for a fix that is only shown. */
  readonly wanted: () => string
}

/** What becomes of a draft. */
export type Outcome =
  | {
      readonly kind: 'edit'
      readonly fix: Fix
      readonly line: LineEdit
      readonly textEdits: readonly TextEdit[]
      readonly ifMergedTooLong: Fix
      readonly alternative: Fix | null
    }
  | { readonly kind: 'text-only'; readonly fix: Fix; readonly alternative: Fix | null }
  /** `exemption`: what somebody may write who rather exempts Clumio than finds out what is not known. */
  | { readonly kind: 'none'; readonly why: string; readonly exemption?: Fix | null }

/** The edits that could fix a draft, the wanted remedy first; or what becomes of it where there are none. */
export type Proposal =
  | { readonly draft: RemediableDraft; readonly candidates: readonly Candidate[] }
  | { readonly outcome: Outcome }

export async function proposalOf(draft: Draft, task: Task): Promise<Proposal> {
  switch (draft.rule) {
    case 'object-ownership':
      return settingProposal(draft, task)
    case 'policy-unknown':
    case 'policy-unreadable':
      return { outcome: { kind: 'none', why: unreadReason(draft) } }
    default:
      return statementProposal(draft, task)
  }
}

async function statementProposal(draft: StatementDraft, task: Task): Promise<Proposal> {
  const why = noFixReason(draft)
  if (why !== null) {
    const exemption = isExemptible(draft) ? await exemptionOf(draft, task) : null
    return { outcome: { kind: 'none', why, exemption } }
  }
  const obstacle = await task.site.obstacle(draft)
  if (obstacle !== null) return { outcome: inWords(draft, obstacle, task) }
  const candidates: Candidate[] = []
  const refusals = new Map<Remedy, string>()
  for (const remedy of wantedOrder(task.options)) {
    const candidate = await candidateIn(remedy, draft, [...refusals.values()], task)
    if (typeof candidate === 'string') refusals.set(remedy, candidate)
    else candidates.push(candidate)
  }
  return candidates.length > 0 ? { draft, candidates } : { outcome: refusedOutcome(draft, refusals, task) }
}

/**
 * How to exempt Clumio from an undecided statement, as text: by aws:PrincipalArn, which is right whatever the principal
 * and a permissions boundary are.
 */
async function exemptionOf(draft: StatementDraft, task: Task): Promise<Fix> {
  const remedy = 'principal-arn'
  const isEditable = !isSensitive(draft) && (await task.site.obstacle(draft)) === null
  const candidate = isEditable ? await candidateIn(remedy, draft, [], task) : WHY.noEdit
  const text = typeof candidate === 'string' ? snippet(remedy, draft) : candidate.wanted()
  const caveats = caveatsOf([], remedy, draft)
  return textOnlyFix({ draft, remedy, caveats, refusals: [], closing: null, text, why: WHY.undecided })
}

/** A remedy as edits, or why it gives none. */
async function candidateIn(
  remedy: Remedy,
  draft: StatementDraft,
  refusals: readonly string[],
  task: Task,
): Promise<Candidate | string> {
  const offered = offer(remedy, draft)
  if (!offered.offered) return offered.why
  // Every edit adds to the policy; judging the edits of one that S3 refuses anyway would cost for nothing.
  if (isTooLarge(policySize(draft.judged.policy))) return WHY.tooLarge
  const patch = await task.site.patch(draft, remedy)
  const { caveats } = offered
  const { closing } = task.site.manner
  return candidateOf({ draft, remedy, caveats, refusals, closing }, patch, () => snippet(remedy, draft), task)
}

async function settingProposal(draft: SettingDraft, task: Task): Promise<Proposal> {
  const wording = settingWording(draft, task)
  const text = await task.site.settingLines(draft)
  const shown = (why: string): Proposal => ({
    outcome: { kind: 'text-only', fix: textOnlyFix({ ...wording, text, why }), alternative: null },
  })
  const obstacle = await task.site.obstacle(draft)
  if (obstacle !== null) return shown(obstacle)
  const patch = await task.site.patch(draft, wording.remedy)
  const candidate = candidateOf(wording, patch, () => text, task)
  return typeof candidate === 'string'
    ? shown(candidate)
    : { draft, candidates: [{ ...candidate, wanted: () => text }] }
}

function settingWording(draft: SettingDraft, { site }: Task): Wording {
  return {
    draft,
    remedy: 'bucket-owner-enforced',
    caveats: [],
    refusals: [],
    closing: site.manner.closing,
  }
}

function candidateOf(wording: Wording, patch: Patch, member: () => string, task: Task): Candidate | string {
  if (!patch.ok) return patch.why
  const { site } = task
  const { path, edits, element } = patch
  const lines = site.lines(path)
  if (edits.length === 0 || lines === null) return WHY.nothing
  const mayShow = once(() => mayShowLines(wording, patch, lines, task))
  const line = once(() => (mayShow() ? lineEditOf(path, lines, edits) : null))
  return {
    ...wording,
    path,
    edits,
    line,
    whyTextOnly: once(() => (mayShow() ? textOnlyReason(wording.draft, lines, line()) : WHY.otherLines)),
    wanted: () => {
      if (!mayShow()) return member()
      const replacement = lineEditOf(path, lines, edits, element)?.replacement ?? null
      return replacement !== null && replacement.length <= site.manner.longestShown ? replacement : member()
    },
  }
}

/** Whether the lines of an edit may be shown: where they are not public, those of a policy alone of which nothing is marked. */
function mayShowLines(
  { draft }: Wording,
  { path, edits, element, own }: Extract<Patch, { ok: true }>,
  lines: LineIndex,
  { options }: Task,
): boolean {
  if (options.ownLinesOnly?.(path) !== true) return true
  const isMarked = draft.rule !== 'object-ownership' && isSensitive(draft)
  return !isMarked && own !== undefined && areOwnLines(lines, reachOf(edits, element), own, own.isYaml === true)
}

/** Edits, and all lines of an element that they are in, as one replacement; null where that would be too long. */
function lineEditOf(path: string, lines: LineIndex, edits: readonly TextEdit[], element?: Span): LineEdit | null {
  const { start, end } = reachOf(edits, element)
  const length = lines.endOf(lines.positionAt(end).line) - lines.startOf(lines.positionAt(start).line)
  const line = length > MAX_REPLACEMENT ? null : toLineEdit(lines, edits, element)
  return line === null ? null : { path, ...line }
}

/** Lines of a long file cost something, and not all candidates come to be shown. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** A remedy as words, where nothing can be edited. */
export function inWords(draft: StatementDraft, why: string, { site, options }: Task): Outcome {
  const refusals: string[] = []
  const fixes: Fix[] = []
  for (const remedy of wantedOrder(options)) {
    const offered = offer(remedy, draft)
    if (!offered.offered) refusals.push(offered.why)
    else {
      const wording = { draft, remedy, caveats: caveatsOf(offered.caveats, remedy, draft), closing: null }
      const told = fixes.length > 0 || isSensitive(draft) ? [] : [...refusals]
      fixes.push(textOnlyFix({ ...wording, refusals: told, text: snippet(remedy, draft), why }))
    }
  }
  const [fix, other] = fixes
  if (fix === undefined) return { kind: 'none', why: refusals[0] ?? WHY.noEdit }
  const withOther = site.manner.inWords === 'both' && options.alternatives !== false
  return { kind: 'text-only', fix, alternative: withOther ? (other ?? null) : null }
}

function caveatsOf(caveats: readonly string[], remedy: Remedy, draft: StatementDraft): readonly string[] {
  const left = unshown(remedy, draft)
  return left === null ? caveats : [...caveats, left]
}

/** What becomes of a statement for which no remedy gives an edit. */
function refusedOutcome(draft: StatementDraft, refusals: ReadonlyMap<FixRemedy, string>, task: Task): Outcome {
  const [first] = refusals.values()
  if (task.site.manner.unfixed === 'reason') return { kind: 'none', why: first ?? WHY.noEdit }
  const told = wantedOrder(task.options).find((remedy) => offer(remedy, draft).offered)
  return inWords(draft, (told === undefined ? first : refusals.get(told)) ?? WHY.noEdit, task)
}
