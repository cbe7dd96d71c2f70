import type { CheckOptions } from '../model/options.js'
import type { IgnoredFinding } from '../model/report.js'
import type { ConfigurationDraft, Draft } from '../rules/drafts/draft.js'
import type { RuleContext } from '../rules/index.js'
import { entryFor, ignoredBy } from './ignore.js'
import type { UnitDraft } from './judge.js'

/** What is told, and what an entry of the configuration silences. */
export interface Silenced {
  readonly told: readonly UnitDraft[]
  readonly ignored: readonly IgnoredFinding[]
}

/** What of the configuration decides how and whether a finding is told, for the rules. */
export function tellingOf({ ignore, today, levels, featuresSet }: CheckOptions): Omit<RuleContext, 'fingerprints'> {
  return {
    featuresSet,
    isIgnored: (one) => entryFor(one, ignore, today) !== null,
    level: (rule, standard) => {
      const set = levels[rule]
      return set === 'off' ? null : (set ?? standard)
    },
  }
}

/** Takes out what ignore entries silence. A statement whose Deny finding is ignored has no exemption finding either. */
export function silence(drafts: readonly UnitDraft[], { ignore, today }: CheckOptions): Silenced {
  const told: UnitDraft[] = []
  const ignored: IgnoredFinding[] = []
  const silenced = new Set<unknown>()
  for (const one of drafts) {
    const { draft, unit } = one
    const entry = isConfiguration(draft) ? null : ignoredBy(draft, ignore, today)
    if (entry !== null) {
      silenced.add(statementOf(draft))
      const { fingerprint, rule, level, message } = draft
      const { reason, expires } = entry
      ignored.push({ fingerprint, rule, level, message, path: unit.path, reason, expires })
    } else if (draft.rule !== 'ineffective-exemption' || !silenced.has(draft.subject)) told.push(one)
  }
  return { told, ignored }
}

/** Says of entries with a fingerprint that no finding has why they silence nothing; in part of a run nobody can tell. */
export function unusedNotes(drafts: readonly UnitDraft[], { ignore, onlyPaths }: CheckOptions): readonly string[] {
  if (onlyPaths !== null) return []
  const found = new Set(drafts.map(({ draft }) => draft.fingerprint))
  return ignore
    .filter(({ fingerprint }) => fingerprint !== null && !found.has(fingerprint))
    .map(
      ({ location: { path, startLine } }) =>
        `The ignore entry in ${path}, line ${startLine}, has a fingerprint that no finding has: a fingerprint goes by what a statement says, so that one that was changed is told again.`,
    )
}

export function isConfiguration(draft: Draft | ConfigurationDraft): draft is ConfigurationDraft {
  return draft.rule === 'expired-ignore'
}

function statementOf(draft: Draft | ConfigurationDraft): unknown {
  return 'subject' in draft ? draft.subject : draft
}
