import type { Policy } from '../documents/policy.js'
import type { CheckOptions } from '../model/options.js'
import type { Finding, Fix } from '../model/report.js'
import type { Draft } from '../rules/draft.js'
import { finish } from './index.js'
import { placeOf } from './planned.js'
import type { PlannedSources } from './planned-sources.js'
import { statementNode } from './statement.js'
import type { Span } from './tree.js'

export { PlannedSources } from './planned-sources.js'

/**
 * Findings on planned policies: on the lines of the sources where they were found, with the fix in words.
 * `texts` gains the sources that the findings point at.
 */
export async function finishPlanned(
  path: string,
  drafts: readonly Draft[],
  sources: PlannedSources,
  texts: Map<string, string>,
  options: CheckOptions,
): Promise<readonly Finding[]> {
  const findings: Finding[] = []
  for (const draft of drafts) {
    const { finding } = await finish(draft, path, '', options)
    const place = 'subject' in draft ? await placeOf(draft, sources) : null
    if (place === null) findings.push(finding)
    else {
      texts.set(place.location.path, place.text)
      findings.push({ ...finding, location: place.location, fix: explained(finding.fix, place.why) })
    }
  }
  return findings
}

/** The fix of a planned statement is shown; where its lines are not the statement's own, it says which and why. */
function explained(fix: Fix | null, why: string | null): Fix | null {
  if (fix === null || why === null) return fix
  return { ...fix, note: `${why.charAt(0).toUpperCase()}${why.slice(1)}. ${fix.note}` }
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
