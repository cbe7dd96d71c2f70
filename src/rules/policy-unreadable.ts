import type { Origin } from '../documents/policy.js'
import { isPointer } from '../text/stand-ins.js'
import { joinWords, plural } from '../text/words.js'
import type { JudgedPolicy, Unjudged } from '../verdicts/judged.js'
import { causeOf } from './drafts/cause.js'
import type { UnreadDraft } from './drafts/draft.js'
import { cut } from './drafts/words.js'
import { unreadPlannedPolicy } from './policy-unknown.js'
import type { Rule, RuleContext, Subject } from './rule.js'

/** A file or a planned policy that holds a bucket policy which nobody could read: never silent. */
export const policyUnreadable: Rule = {
  id: 'policy-unreadable',
  find(subject, context) {
    if (subject.kind === 'unreadable-file') return unreadableFile(subject, context)
    if (subject.kind === 'crowded-policy') return crowdedPolicy(subject, context)
    if (subject.kind !== 'planned-policy' || subject.state !== 'unreadable') return null
    return unreadPlannedPolicy('policy-unreadable', subject, context, 'correct it')
  },
}

/** What was left out of a policy with very many statements and buckets, in words; null where nothing was. */
export function leftOutOf({ buckets, pairs, integrations }: Unjudged): string | null {
  const parts = [
    ...(buckets === 0 ? [] : [plural(buckets, 'bucket')]),
    ...(integrations === 0 ? [] : [plural(integrations, 'integration')]),
    ...(pairs === 0 ? [] : [plural(pairs, 'pair of a statement and a bucket', 'pairs of a statement and a bucket')]),
  ]
  if (parts.length === 0) return null
  return `${joinWords(parts)} ${buckets + pairs + integrations === 1 ? 'was' : 'were'} left out, since there are too many`
}

/** What is left out of a policy is told: the rest of it was judged, and says nothing of these buckets. */
function crowdedPolicy(
  { judged, text }: Extract<Subject, { kind: 'crowded-policy' }>,
  { level: levelOf, fingerprints }: RuleContext,
): UnreadDraft | null {
  const level = levelOf('policy-unreadable')
  if (level === null) return null
  const { policy, place, unjudged } = judged
  const { origin } = policy
  const owner = origin.address ?? ''
  return {
    rule: 'policy-unreadable',
    level,
    message: `In this policy ${leftOutOf(unjudged)}. Split it: ${whyCrowded(judged)}.`,
    fingerprint: fingerprints.of({ rule: 'policy-unreadable', path: place.path, owner, sid: null, content: null }),
    cause: null,
    origin,
    bucket: null,
    text,
    offset: 0,
  }
}

function whyCrowded({ policy, unjudged }: JudgedPolicy): string {
  if (unjudged.integrations > 0) return 'it has very many statements for as many roles'
  const isLong = JSON.stringify(policy.raw).length > 20 * 1024
  return isLong ? 'it is far over the 20 KB that S3 takes' : 'it names very many buckets by wildcards and expressions'
}

function unreadableFile(
  { path, text, reason, offset, holds, unsure }: Extract<Subject, { kind: 'unreadable-file' }>,
  { level: levelOf, fingerprints }: RuleContext,
): UnreadDraft | null {
  const level = levelOf('policy-unreadable', unsure === true || holds === 'unknown' ? 'notice' : undefined)
  if (level === null) return null
  const what = holds === 'plan' ? 'is meant as a plan but cannot be read' : 'holds a bucket policy that was not judged'
  // What stands in the place of a text says nothing of it.
  const isOpen = unsure === true || (holds !== 'plan' && isPointer(text))
  const words = isOpen ? 'may hold a bucket policy that was not judged' : what
  const origin: Origin = { source: 'policy-json', path, at: [], base: 0, address: null, wrapped: false }
  return {
    rule: 'policy-unreadable',
    level,
    message:
      holds === 'unknown'
        ? `Whether a bucket policy is there is not known: ${cut(reason, 200)}.`
        : `The file ${words}: ${cut(reason, 200)}.`,
    fingerprint: fingerprints.of({ rule: 'policy-unreadable', path, owner: '', sid: null, content: null }),
    cause: causeOf('policy-unreadable', [reason]),
    origin,
    bucket: null,
    text,
    offset,
  }
}
