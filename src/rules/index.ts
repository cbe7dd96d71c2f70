import type { OwnershipSetting } from '../documents/ownership.js'
import type { CheckOptions } from '../model/options.js'
import { acrossBuckets, bucketRefOf, type JudgedPolicy } from '../verdicts/judged.js'
import { mayMatch } from '../verdicts/protect.js'
import { denyDraft, denyRule } from './drafts/deny.js'
import type { ConfigurationDraft, Draft, StatementDraft } from './drafts/draft.js'
import { RULE_LIST } from './registry.js'
import type { Rule, RuleContext, Subject } from './rule.js'

export { leftOutOf } from './policy-unreadable.js'
export type { Rule, RuleContext, Subject } from './rule.js'

/** What the rules find on subjects: the subjects in their order, the rules in theirs. */
export function draftsOn(
  subjects: readonly Subject[],
  context: RuleContext,
  rules: readonly Rule[] = RULE_LIST,
): readonly (Draft | ConfigurationDraft)[] {
  return subjects.flatMap((subject) =>
    rules.map((rule) => rule.find(subject, context)).filter((draft) => draft !== null),
  )
}

/** The statements of a judged policy that are not harmless, in their order. */
export function statementSubjects(judged: JudgedPolicy, context: RuleContext): readonly Subject[] {
  return judged.statements.flatMap((statement) => {
    const whole = denyDraft(judged, statement, context)
    return whole === null ? [] : byIgnored(whole, context).map((deny) => ({ kind: 'statement', judged, deny }) as const)
  })
}

/** The settings of buckets that may be backed up: by the name of the bucket and the file, since their addresses are no policy's. */
export function ownershipSubjects(
  settings: readonly OwnershipSetting[],
  { protect }: Pick<CheckOptions, 'protect'>,
): readonly Subject[] {
  const isIn = ({ origin: { path, unit }, bucket }: OwnershipSetting) => {
    const through = unit === undefined ? [] : [`${unit}/terragrunt.hcl`]
    return protect === null || mayMatch(protect, { path, bucket, address: null, through })
  }
  return settings.filter(isIn).map((setting) => ({ kind: 'ownership', setting }))
}

/**
 * The same finding on the buckets that no ignore entry silences, and on those that one does, where there are both. It keeps
 * its fingerprint unless it becomes a finding of another rule.
 */
function byIgnored(whole: StatementDraft, context: RuleContext): readonly StatementDraft[] {
  const { judged, subject, fingerprint } = whole
  const isIgnored = ({ verdict, bucket }: (typeof subject.perBucket)[number]) =>
    context.isIgnored({
      rule: denyRule(verdict.verdict),
      fingerprint,
      sid: subject.statement.sid,
      place: bucketRefOf(judged.policy, bucket),
    })
  const ignored = new Set(subject.perBucket.filter(isIgnored))
  if (ignored.size === 0 || ignored.size === subject.perBucket.length) return [whole]
  const of = (own: boolean) => {
    const some = acrossBuckets(subject.perBucket.filter((one) => ignored.has(one) === own))
    const isSame = some !== null && denyRule(some.verdict.verdict) === whole.rule
    const fingerprints = isSame ? { of: () => fingerprint } : context.fingerprints
    return (some !== null && denyDraft(judged, some, { ...context, fingerprints })) || []
  }
  return [of(false), of(true)].flat()
}
