import { selects } from '../clumio/integrations.js'
import { matchesName } from '../text/path-glob.js'
import type { IgnoreEntry } from '../model/options.js'
import type { ConfigurationFinding } from '../model/report.js'
import type { Place } from '../clumio/integrations.js'
import type { Draft, Ignorable, RuleSettings } from './draft.js'
import type { Fingerprints } from './fingerprint.js'
import { placeOf } from './judged.js'
import { cut } from './words.js'

/**
 * The entry that silences a draft today, or null. The date of an entry itself still counts (UTC). A statement that is
 * harmful on several buckets is silenced only when every one of them is, by one entry or by several.
 */
export function ignoredBy(draft: Draft, entries: readonly IgnoreEntry[], today: string): IgnoreEntry | null {
  const sid = 'subject' in draft ? draft.subject.statement.sid : null
  const matches = draftPlaces(draft).map((place) => entryFor({ ...draft, sid, place }, entries, today))
  return matches.includes(null) ? null : (matches[0] ?? null)
}

/** The first entry that silences a finding on one place today, or null. */
export function entryFor(one: Ignorable, entries: readonly IgnoreEntry[], today: string): IgnoreEntry | null {
  const { rule, fingerprint, sid, place } = one
  const match = entries.find(
    (entry) =>
      !isExpired(entry, today) &&
      (entry.rule === null || entry.rule === rule) &&
      (entry.fingerprint === null || entry.fingerprint === fingerprint) &&
      (entry.sids.length === 0 || (sid !== null && entry.sids.some((pattern) => matchesName(pattern, sid)))) &&
      selects(entry, place),
  )
  return match ?? null
}

function isExpired(entry: IgnoreEntry, today: string): boolean {
  return entry.expires !== null && entry.expires < today
}

function draftPlaces(draft: Draft): readonly Place[] {
  switch (draft.rule) {
    case 'object-ownership': {
      const { origin, bucket } = draft.setting
      return [{ path: origin.path, bucket, address: origin.address }]
    }
    case 'policy-unreadable':
    case 'policy-unknown':
      return [{ path: draft.origin.path, bucket: draft.bucket, address: draft.origin.address }]
    default:
      return draft.subject.on.map(({ bucket }) => placeOf(draft.judged.policy, bucket))
  }
}

/** One finding for each entry that is past its date: what it silenced is reported again. */
export function expiredIgnores(
  entries: readonly IgnoreEntry[],
  today: string,
  settings: RuleSettings,
  fingerprints: Fingerprints,
): readonly ConfigurationFinding[] {
  const level = settings.level('expired-ignore', 'warning')
  if (level === null) return []
  return entries
    .filter((entry) => isExpired(entry, today))
    .map((entry) => ({
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
      location: entry.location,
      policy: null,
      fix: null,
      fixUnavailable: 'whether to renew the entry is for a person to decide',
    }))
}
