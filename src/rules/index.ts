import type { OwnershipSetting } from '../documents/ownership.js'
import { acrossBuckets, bucketRefOf, type JudgedPolicy } from '../verdicts/judged.js'
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
    return whole === null ? [] : [{ kind: 'statement', judged, deny: exceptIgnored(whole, context) } as const]
  })
}

export function ownershipSubjects(settings: readonly OwnershipSetting[]): readonly Subject[] {
  return settings.map((setting) => ({ kind: 'ownership', setting }))
}

/**
 * The same finding on the buckets that no ignore entry silences, when that is some of them. It keeps its fingerprint
 * unless it becomes a finding of another rule.
 */
function exceptIgnored(whole: StatementDraft, context: RuleContext): StatementDraft {
  const { judged, subject, fingerprint } = whole
  const open = subject.perBucket.filter(({ verdict, bucket }) => {
    const rule = denyRule(verdict.verdict)
    return !context.isIgnored({
      rule,
      fingerprint,
      sid: subject.statement.sid,
      place: bucketRefOf(judged.policy, bucket),
    })
  })
  const rest = open.length < subject.perBucket.length ? acrossBuckets(open) : null
  const isSame = rest !== null && denyRule(rest.verdict.verdict) === whole.rule
  const fingerprints = isSame ? { of: () => fingerprint } : context.fingerprints
  return (rest !== null && denyDraft(judged, rest, { ...context, fingerprints })) || whole
}
