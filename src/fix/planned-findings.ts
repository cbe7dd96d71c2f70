import type { Policy } from '../documents/policy.js'
import { overwrittenName } from '../iam/parse.js'
import type { CheckOptions } from '../model/options.js'
import { type Finding, type Fix, isStatementFinding } from '../model/report.js'
import type { Draft, SettingDraft, StatementDraft } from '../rules/draft.js'
import { overwrittenLint } from '../rules/lints.js'
import type { TextEdit } from '../text/edit.js'
import { finish } from './index.js'
import { mergeEdits } from './merge.js'
import { type PlannedPlace, placeOf, placeOfUnread } from './planned.js'
import { fixPlanned, type PlannedOutcome } from './planned-fix.js'
import type { PlacedSetting } from './planned-settings.js'
import type { PlannedSources } from './planned-sources.js'
import { statementNode } from './statement.js'
import type { Span } from './tree.js'

export { PlannedSources } from './planned-sources.js'

/** A draft with the file it was found in. */
export interface PlannedDraft {
  readonly path: string
  readonly draft: Draft
}

/**
 * Findings on planned policies: on the lines of the sources where they were found, with edits there. Those of all plans
 * together, since plans may share their sources. `texts` gains the sources that the findings and edits point at.
 */
export async function finishPlanned(
  all: readonly PlannedDraft[],
  policies: readonly Policy[],
  sources: PlannedSources,
  texts: Map<string, string>,
  options: CheckOptions,
): Promise<readonly Finding[]> {
  const drafts = all.map(({ draft }) => draft)
  const blocked = drafts.filter((draft): draft is StatementDraft => draft.rule === 'deny-blocks-clumio')
  const outcomes = await fixPlanned(blocked, policies, sources, options)
  const owned = drafts.filter((draft): draft is SettingDraft => draft.rule === 'object-ownership')
  const settings = owned.length === 0 ? null : await placeOwned(owned, policies, sources)
  const findings: Finding[] = []
  const edited: Edited[] = []
  for (const { path, draft } of all) {
    const finding = await finishOne(draft, path, sources, texts, options)
    const setting = draft.rule === 'object-ownership' ? settings?.get(draft) : undefined
    const outcome = 'subject' in draft ? outcomes.get(draft) : undefined
    if (setting !== undefined && setting.location !== null) texts.set(setting.location.path, setting.text)
    const built = setting ?? (outcome?.ok ? outcome.main : undefined)
    if (built !== undefined && built.textEdits.length > 0) edited.push({ at: findings.length, ...built })
    findings.push(outcome === undefined ? withSetting(finding, setting) : withOutcome(finding, outcome))
  }
  mergeByFile(findings, edited, sources, texts)
  return findings.filter((finding, i) => counts(drafts[i], finding, options))
}

function withSetting(finding: Finding, setting: PlacedSetting | undefined): Finding {
  return setting === undefined
    ? finding
    : { ...finding, location: setting.location ?? finding.location, fix: setting.fix }
}

/** A finding with text edits in a source file. */
interface Edited {
  readonly at: number
  readonly fix: Fix
  readonly textEdits: readonly TextEdit[]
  readonly path: string
}

/** With only-changed, what the plan leaves as it is counts when its source changed (contract, "Action inputs"). */
function counts(draft: Draft | undefined, { location }: Finding, { onlyPaths }: CheckOptions): boolean {
  const unchanged = draft !== undefined && 'subject' in draft && draft.judged.policy.unchanged === true
  return onlyPaths === null || !unchanged || onlyPaths.has(location.path)
}

/** Settings are rare: what places them is loaded with the first one. */
async function placeOwned(
  drafts: readonly SettingDraft[],
  policies: readonly Policy[],
  sources: PlannedSources,
): Promise<ReadonlyMap<SettingDraft, PlacedSetting>> {
  const { placeSettings } = await import('./planned-settings.js')
  return placeSettings(drafts, policies, sources)
}

/** Edits of one file whose lines overlap become one, which all their findings carry. */
function mergeByFile(
  findings: Finding[],
  edited: readonly Edited[],
  sources: PlannedSources,
  texts: Map<string, string>,
): void {
  for (const path of new Set(edited.map((one) => one.path))) {
    const text = sources.text(path)
    if (text === null) continue
    texts.set(path, text)
    const own = edited.filter((one) => one.path === path)
    for (const [i, fix] of mergeEdits(path, text, own).entries()) {
      const at = own[i]?.at ?? -1
      const finding = findings[at]
      if (finding !== undefined) findings[at] = { ...finding, fix }
    }
  }
}

function withOutcome(finding: Finding, outcome: PlannedOutcome): Finding {
  if (!isStatementFinding(finding)) return finding
  if (!outcome.ok) return { ...finding, fix: null, fixUnavailable: outcome.why, alternative: null }
  return { ...finding, fix: outcome.main.fix, fixUnavailable: null, alternative: outcome.alternative }
}

async function finishOne(
  draft: Draft,
  path: string,
  sources: PlannedSources,
  texts: Map<string, string>,
  options: CheckOptions,
): Promise<Finding> {
  const { finding } = await finish(draft, path, '', options, false)
  const place = 'subject' in draft ? await placeOf(draft, sources) : await placeOfUnread(draft, sources)
  if (place === null) return finding
  texts.set(place.location.path, place.text)
  const more = 'subject' in draft ? moreReasons(place, draft) : []
  const because = isStatementFinding(finding) && more.length > 0 ? [...finding.because, ...more] : null
  return { ...finding, location: place.location, ...(because === null ? {} : { because }) } as Finding
}

/** Why a statement was not found in the sources; or what they say that the plan no longer shows. */
function moreReasons({ found, why }: PlannedPlace, { judged }: StatementDraft): readonly string[] {
  if (found === null) return why === null ? [] : [why]
  const overwritten = found.found && judged.policy.sensitive !== true ? overwrittenName(found.source) : null
  return [overwrittenLint({ overwritten })].filter((lint) => lint !== null)
}

/** Ranges of JSON files that planned statements come from: what stands there is reported through the plan. */
export async function plannedRanges(
  policies: readonly Policy[],
  sources: PlannedSources,
): Promise<ReadonlyMap<string, readonly Span[]>> {
  const ranges = new Map<string, Span[]>()
  for (const policy of policies) {
    const located = await sources.locate(policy)
    for (const statement of located?.location.statements ?? []) {
      if (!statement.found || statement.range.path.endsWith('.tf')) continue
      const { path, start, end } = statement.range
      ranges.set(path, [...(ranges.get(path) ?? []), { start, end }])
    }
  }
  return ranges
}

/** Whether a statement of a file lies in one of the ranges; a template that only a plan can read is told by the plan. */
export function isPlannedElsewhere(draft: Draft, text: string, ranges: readonly Span[]): boolean {
  if (draft.rule === 'policy-unreadable') return ranges.length > 0
  if (!('subject' in draft)) return false
  const node = statementNode(draft, text)
  return node !== null && ranges.some(({ start, end }) => node.offset < end && node.offset + node.length > start)
}
