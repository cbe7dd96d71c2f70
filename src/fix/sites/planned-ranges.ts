import type { Policy } from '../../documents/policy.js'
import type { Draft } from '../../rules/drafts/draft.js'
import { JsonTrees } from '../../tree/json.js'
import type { Span } from '../../tree/node.js'
import { terraformFile } from '../../text/terraform-files.js'
import type { PlannedSources } from '../../units/planned-sources.js'
import { statementNode } from './text-span.js'

/** Ranges of JSON files that planned statements come from: what stands there is reported through the plan. */
export async function plannedRanges(
  policies: readonly Policy[],
  sources: PlannedSources,
): Promise<ReadonlyMap<string, readonly Span[]>> {
  const ranges = new Map<string, Span[]>()
  for (const policy of policies) {
    const located = await sources.locate(policy)
    for (const statement of located?.location.statements ?? []) {
      if (!statement.found || terraformFile(statement.range.path)?.syntax === 'hcl') continue
      const { path, start, end } = statement.range
      ranges.set(path, [...(ranges.get(path) ?? []), { start, end }])
    }
  }
  return ranges
}

/** The drafts of a file without those whose statement lies in one of the ranges: a plan tells them. */
export function exceptPlanned(drafts: readonly Draft[], text: string, ranges: readonly Span[]): readonly Draft[] {
  if (ranges.length === 0) return drafts
  const trees = new JsonTrees(text)
  return drafts.filter((draft) => !isPlanned(draft, trees, ranges))
}

/** A template that only a plan can read is told by the plan. */
function isPlanned(draft: Draft, trees: JsonTrees, ranges: readonly Span[]): boolean {
  if (draft.rule === 'policy-unreadable') return true
  if (!('subject' in draft)) return false
  const node = statementNode(draft, trees.at(draft.judged.policy.origin.base))
  return node !== null && ranges.some(({ start, end }) => node.start < end && node.end > start)
}
