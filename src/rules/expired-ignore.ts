import type { ConfigurationDraft } from './drafts/draft.js'
import { cut } from './drafts/words.js'
import type { Rule, RuleContext, Subject } from './rule.js'

/** An ignore entry past its date, which itself still counts (UTC): what it silenced is reported again. */
export const expiredIgnore: Rule = {
  id: 'expired-ignore',
  find(subject, context) {
    return subject.kind === 'ignore-entry' && isExpired(subject.entry, subject.today) ? expired(subject, context) : null
  },
}

/** Whether the last day of an entry, `YYYY-MM-DD`, is before today. */
export function isExpired({ expires }: { readonly expires: string | null }, today: string): boolean {
  return expires !== null && expires < today
}

function expired(
  { entry }: Extract<Subject, { kind: 'ignore-entry' }>,
  { level: levelOf, fingerprints }: RuleContext,
): ConfigurationDraft | null {
  const level = levelOf('expired-ignore')
  if (level === null) return null
  return {
    rule: 'expired-ignore',
    level,
    message: `The ignore entry "${cut(entry.reason, 80)}" expired on ${entry.expires}: what it silenced is reported again; renew its date or remove it.`,
    fingerprint: fingerprints.of({
      rule: 'expired-ignore',
      path: entry.location.path,
      owner: '',
      sid: null,
      content: { ...entry, location: null, introduced: null },
    }),
    cause: null,
    location: entry.location,
    fixUnavailable: 'whether to renew the entry is for a person to decide',
  }
}
