import type { StatementDraft } from './drafts/draft.js'
import type { Rule, RuleContext, Subject } from './rule.js'

/** A Deny that denies at least one action which Clumio needs to at least one of its sessions. */
export const denyBlocksClumio: Rule = {
  id: 'deny-blocks-clumio',
  find: (subject, context) => denyOf('deny-blocks-clumio', subject, context),
}

/** What a Deny does, where it is the finding of this rule, at the level that the configuration gives it. */
export function denyOf(rule: StatementDraft['rule'], subject: Subject, context: RuleContext): StatementDraft | null {
  if (subject.kind !== 'statement' || subject.deny.rule !== rule) return null
  const level = context.level(rule, subject.deny.level)
  return level === null ? null : { ...subject.deny, level }
}
