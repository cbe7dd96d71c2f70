import type { UnreadDraft } from './drafts/draft.js'
import { cut } from './drafts/words.js'
import type { Rule, RuleContext, Subject } from './rule.js'

/** A planned policy that neither plan nor sources tell, or a root module with policies and no plan. */
export const policyUnknown: Rule = {
  id: 'policy-unknown',
  find(subject, context) {
    if (subject.kind === 'unplanned-root') return unplannedRoot(subject, context)
    if (subject.kind !== 'planned-policy' || subject.state !== 'unknown') return null
    const advice = 'check it again once it is known, or make it depend on known values'
    return unreadPlannedPolicy('policy-unknown', subject, context, advice)
  },
}

/** A root module whose files declare bucket policies while no plan of it was given: it must not look checked. */
function unplannedRoot(
  { root, text }: Extract<Subject, { kind: 'unplanned-root' }>,
  { level: levelOf, fingerprints }: RuleContext,
): UnreadDraft | null {
  const level = levelOf('policy-unknown', 'notice')
  if (level === null) return null
  const { folder, path, address, policies, offset, hasPlan } = root
  const what = policies === 1 ? 'a bucket policy' : `${policies} bucket policies`
  const lacking = hasPlan
    ? ' that no given plan of it holds: plan all of it, and pass'
    : ', and no plan of it was given: pass'
  const where = folder === '' ? 'the working directory' : folder
  return {
    rule: 'policy-unknown',
    level,
    message: `The Terraform root module in ${cut(where)} declares ${what}${lacking} the output of "terraform show -json" as plan-files.`,
    fingerprint: fingerprints.of({ rule: 'policy-unknown', path: folder, owner: '', sid: null, content: null }),
    origin: { source: 'terraform-source', path, at: [], base: 0, address, wrapped: true },
    bucket: null,
    text,
    offset,
  }
}

/** A planned policy whose text is no policy, or whose content no plan holds. */
export function unreadPlannedPolicy(
  rule: 'policy-unreadable' | 'policy-unknown',
  { path, plan, address, bucket, why }: Extract<Subject, { kind: 'planned-policy' }>,
  { level: levelOf, fingerprints }: RuleContext,
  advice: string,
): UnreadDraft | null {
  const level = levelOf(rule)
  if (level === null) return null
  return {
    rule,
    level,
    message: `The policy of ${cut(address)} was not judged: ${cut(why, 400)}; ${advice}.`,
    fingerprint: fingerprints.of({ rule, path, owner: address, sid: null, content: null }),
    origin: { source: 'terraform-plan', path, plan, at: [], base: 0, address, wrapped: true },
    bucket,
    text: '',
    offset: 0,
  }
}
