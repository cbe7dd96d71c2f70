import { bucketName } from '../../documents/policy.js'
import type { Draft } from '../../rules/drafts/draft.js'
import { JsonTrees } from '../../tree/json.js'
import { isToldByPlans, type Telling } from '../../units/supersede.js'
import { statementNode } from './text-span.js'

/** The drafts of a file without those that plans tell instead. */
export function exceptPlanned(drafts: readonly Draft[], text: string, tellings: readonly Telling[]): readonly Draft[] {
  if (tellings.length === 0) return drafts
  const trees = new JsonTrees(text)
  return drafts.filter((draft) => !isPlanned(draft, trees, tellings))
}

/** A template that only a plan can read is told by the plan. */
function isPlanned(draft: Draft, trees: JsonTrees, tellings: readonly Telling[]): boolean {
  const { level } = draft
  if (draft.rule === 'policy-unreadable') return isToldByPlans({ level, span: null, buckets: [null] }, tellings)
  if (!('subject' in draft)) return false
  const span = statementNode(draft, trees.at(draft.judged.policy.origin.base))
  const buckets = draft.subject.perBucket.map(({ bucket }) => bucketName(bucket))
  return span !== null && isToldByPlans({ level, span, buckets }, tellings)
}
