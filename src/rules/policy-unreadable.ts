import type { Origin } from '../documents/policy.js'
import type { UnreadDraft } from './drafts/draft.js'
import { cut } from './drafts/words.js'
import { unreadPlannedPolicy } from './policy-unknown.js'
import type { Rule, RuleContext, Subject } from './rule.js'

/** A file or a planned policy that holds a bucket policy which nobody could read: never silent. */
export const policyUnreadable: Rule = {
  id: 'policy-unreadable',
  find(subject, context) {
    if (subject.kind === 'unreadable-file') return unreadableFile(subject, context)
    if (subject.kind !== 'planned-policy' || subject.state !== 'unreadable') return null
    return unreadPlannedPolicy('policy-unreadable', subject, context, 'correct it')
  },
}

function unreadableFile(
  { path, text, reason, offset, holds, unsure }: Extract<Subject, { kind: 'unreadable-file' }>,
  { level: levelOf, fingerprints }: RuleContext,
): UnreadDraft | null {
  const level = levelOf('policy-unreadable', unsure === true ? 'notice' : undefined)
  if (level === null) return null
  const what = holds === 'plan' ? 'is meant as a plan but cannot be read' : 'holds a bucket policy but cannot be read'
  const words = unsure === true ? 'holds what reads like a bucket policy and was not judged' : what
  const origin: Origin = { source: 'policy-json', path, at: [], base: 0, address: null, wrapped: false }
  return {
    rule: 'policy-unreadable',
    level,
    message: `The file ${words}: ${cut(reason, 200)}.`,
    fingerprint: fingerprints.of({ rule: 'policy-unreadable', path, owner: '', sid: null, content: null }),
    origin,
    bucket: null,
    text,
    offset,
  }
}
