import { bucketName } from '../../documents/policy.js'
import type { Level } from '../../model/rules.js'
import type { Draft } from '../../rules/drafts/draft.js'
import { JsonTrees } from '../../tree/json.js'
import type { PlannedSources } from '../../units/planned-sources.js'
import { isToldByPlans, type Telling } from '../../units/supersede.js'
import type { JudgedPolicy } from '../../verdicts/judged.js'
import { WHY } from '../offer.js'
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

/**
 * How many statements of a file's policy nothing else tells; null where something is not told of one without any Deny.
 *
 * @param levelOf how bad the finding is that the file itself tells of a statement
 */
export function untoldOf(
  { judged, text }: { readonly judged: JudgedPolicy; readonly text: string },
  tellings: readonly Telling[],
  levelOf: (index: number) => Level,
): number | null {
  if (tellings.length === 0) return null
  const { origin } = judged.policy
  const tree = new JsonTrees(text).at(origin.base)
  const all = judged.buckets.map(bucketName)
  if (judged.statements.length === 0) {
    const span = tree.at(origin.at)
    return span !== null && isToldByPlans({ level: 'notice', span, buckets: all }, tellings) ? 0 : null
  }
  return judged.statements.filter((subject) => {
    const { statement, perBucket } = subject
    const span = statementNode({ judged, subject }, tree)
    const buckets = perBucket.length > 0 ? perBucket.map(({ bucket }) => bucketName(bucket)) : all
    return span === null || !isToldByPlans({ level: levelOf(statement.index), span, buckets }, tellings)
  }).length
}

/**
 * Drafts of files that are shown and not edited, where the sources of a root read a file and make something of it that they do
 * not tell: what they make of an edit nobody knows either.
 */
export function withUnknownReaders(
  own: ReadonlyMap<string, readonly Draft[]>,
  sources: PlannedSources,
): ReadonlyMap<string, readonly Draft[]> {
  const unknown = new Set([...own.values()].flat().flatMap((draft) => unknownRoot(draft, sources) ?? []))
  if (unknown.size === 0) return own
  const ofPlans = new Set(sources.plans.map(({ path }) => path))
  const isRead = (path: string) =>
    !ofPlans.has(path) && [...sources.checkout().rootsNaming(path)].some((root) => unknown.has(root))
  return new Map([...own].map(([path, drafts]) => [path, isRead(path) ? drafts.map(shownOnly) : drafts]))
}

/** The root in which a policy is not known. */
function unknownRoot(draft: Draft, sources: PlannedSources): string | null {
  if (draft.rule !== 'policy-unknown') return null
  const plan = sources.planOf(draft.origin)
  return draft.origin.root ?? (plan === null ? null : sources.rootOf(plan))
}

function shownOnly(draft: Draft): Draft {
  if (!('judged' in draft)) return draft
  const { judged } = draft
  const { policy } = judged
  return { ...draft, judged: { ...judged, policy: { ...policy, origin: { ...policy.origin, generated: WHY.madeOf } } } }
}
