import { selects } from '../clumio/integrations.js'
import { matchesName } from '../text/path-glob.js'
import type { IgnoreEntry, Protect } from '../model/options.js'
import type { ConfigurationFinding } from '../model/report.js'
import type { Place } from '../clumio/integrations.js'
import type { Tags } from '../documents/policy.js'
import type { Draft, RuleSettings } from './draft.js'
import type { Fingerprints } from './fingerprint.js'
import { placeOf } from './judged.js'
import { cut } from './words.js'

/** The entry that silences a draft today, or null. The date of an entry itself still counts (UTC). */
export function ignoredBy(draft: Draft, entries: readonly IgnoreEntry[], today: string): IgnoreEntry | null {
  const place = draftPlace(draft)
  const sid = 'subject' in draft ? draft.subject.statement.sid : null
  const match = entries.find(
    (entry) =>
      !isExpired(entry, today) &&
      (entry.rule === null || entry.rule === draft.rule) &&
      (entry.fingerprint === null || entry.fingerprint === draft.fingerprint) &&
      (entry.sids.length === 0 || (sid !== null && entry.sids.some((pattern) => matchesName(pattern, sid)))) &&
      selects(entry, place),
  )
  return match ?? null
}

function isExpired(entry: IgnoreEntry, today: string): boolean {
  return entry.expires !== null && entry.expires < today
}

function draftPlace(draft: Draft): Place {
  switch (draft.rule) {
    case 'object-ownership': {
      const { origin, bucket } = draft.setting
      return { path: origin.path, bucket, address: origin.address }
    }
    case 'policy-unreadable':
    case 'policy-unknown':
      return { path: draft.origin.path, bucket: draft.bucket, address: draft.origin.address }
    default:
      return placeOf(draft.judged.policy, draft.subject.bucket)
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

/**
 * Whether a place is backed up. What is not known (a bucket's name or tags in a bare policy) never puts a policy out of
 * scope: a Deny must not go unseen because its bucket has no name here.
 */
export function isProtected(protect: Protect, places: readonly Place[], tags: Tags | null): boolean {
  const mayHold = ([key, value]: readonly [string, string]) =>
    tags === null || (tags.known.has(key) ? tags.known.get(key) === value : tags.open)
  if (!Object.entries(protect.tags).every(mayHold)) return false
  return places.length === 0 || places.some((place) => mayMatch(protect, place))
}

function mayMatch(protect: Protect, place: Place): boolean {
  const known: Protect = {
    ...protect,
    buckets: place.bucket === null ? [] : protect.buckets,
    addresses: place.address === null ? [] : protect.addresses,
  }
  return selects(known, place)
}
