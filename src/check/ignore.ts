import type { BucketRef } from '../clumio/integrations.js'
import { selects } from '../clumio/integrations.js'
import type { IgnoreEntry } from '../model/options.js'
import type { Draft, Ignorable } from '../rules/drafts/draft.js'
import { isExpired } from '../rules/expired-ignore.js'
import { matchesName } from '../text/path-glob.js'
import { bucketRefOf } from '../verdicts/judged.js'

/**
 * The entry that silences a draft today, or null. The date of an entry itself still counts (UTC). A statement that is
 * harmful on several buckets is silenced only when every one of them is, by one entry or by several.
 *
 * @param used gets the entries that fit, whether they silence it or not
 */
export function ignoredBy(
  draft: Draft,
  entries: readonly IgnoreEntry[],
  today: string,
  used: Set<IgnoreEntry>,
): IgnoreEntry | null {
  if (entries.length === 0) return null
  const sid = 'subject' in draft ? draft.subject.statement.sid : null
  const matches = bucketsOfDraft(draft).map((place) => entriesFor({ ...draft, sid, place }, entries, today))
  for (const entry of matches.flat()) used.add(entry)
  return matches.some((each) => each.length === 0) ? null : (matches[0]?.[0] ?? null)
}

/** The entries that silence a finding on one place today, in their order. */
export function entriesFor(one: Ignorable, entries: readonly IgnoreEntry[], today: string): readonly IgnoreEntry[] {
  const { rule, fingerprint, sid, place } = one
  return entries.filter(
    (entry) =>
      !isExpired(entry, today) &&
      (entry.rule === null || entry.rule === rule) &&
      (entry.fingerprint === null || entry.fingerprint === fingerprint) &&
      (entry.sids.length === 0 || (sid !== null && entry.sids.some((pattern) => matchesName(pattern, sid)))) &&
      selects(entry, place),
  )
}

function bucketsOfDraft(draft: Draft): readonly BucketRef[] {
  switch (draft.rule) {
    case 'object-ownership': {
      const { origin, bucket } = draft.setting
      return [{ path: origin.path, bucket, address: origin.address }]
    }
    case 'policy-unreadable':
    case 'policy-unknown':
      return [{ path: draft.origin.path, bucket: draft.bucket, address: draft.origin.address }]
    default:
      return draft.subject.perBucket.map(({ bucket }) => bucketRefOf(draft.judged.policy, bucket))
  }
}
