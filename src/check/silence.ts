import type { CheckOptions, IgnoreEntry } from '../model/options.js'
import type { ConfigurationDraft, Draft } from '../rules/drafts/draft.js'
import type { RuleContext } from '../rules/index.js'
import { entryFor, ignoredBy } from './ignore.js'
import type { UnitDraft } from './judge.js'

/** What is told, and what an entry of the configuration silences. */
export interface Silenced {
  readonly told: readonly UnitDraft[]
  readonly ignored: readonly IgnoredDraft[]
}

/** A draft with the entry that silences it. */
export interface IgnoredDraft extends UnitDraft {
  readonly draft: Draft
  readonly entry: IgnoreEntry
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
  const ignored: IgnoredDraft[] = []
  const silenced = new Set<unknown>()
  for (const one of drafts) {
    const { draft, unit } = one
    const entry = isConfiguration(draft) ? null : ignoredBy(draft, ignore, today)
    if (entry !== null && !isConfiguration(draft)) {
      silenced.add(statementOf(draft))
      ignored.push({ unit, draft, entry })
    } else if (draft.rule !== 'ineffective-exemption' || !silenced.has(draft.subject)) told.push(one)
  }
  return { told, ignored }
}

export function isConfiguration(draft: Draft | ConfigurationDraft): draft is ConfigurationDraft {
  return draft.rule === 'expired-ignore'
}

function statementOf(draft: Draft | ConfigurationDraft): unknown {
  return 'subject' in draft ? draft.subject : draft
}
