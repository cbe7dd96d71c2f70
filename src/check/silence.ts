import type { CheckOptions, IgnoreEntry } from '../model/options.js'
import { rowOf } from '../model/rules.js'
import type { ConfigurationDraft, Draft } from '../rules/drafts/draft.js'
import type { RuleContext } from '../rules/index.js'
import { terraformFile } from '../text/terraform-files.js'
import { entriesFor, ignoredBy } from './ignore.js'
import type { UnitDraft } from './judgement.js'

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

/**
 * What of the configuration decides how and whether a finding is told, for the rules.
 *
 * @param used gets the ignore entries that fit something
 */
export function tellingOf(
  { ignore, today, levels, featuresSet }: CheckOptions,
  used: Set<IgnoreEntry>,
): Omit<RuleContext, 'fingerprints'> {
  return {
    featuresSet,
    isIgnored: (one) => {
      const entries = entriesFor(one, ignore, today)
      for (const entry of entries) used.add(entry)
      return entries.length > 0
    },
    level: (rule, standard = rowOf(rule).defaultLevel) => {
      const set = levels[rule]
      return set === 'off' ? null : (set ?? standard)
    },
  }
}

/**
 * Takes out what ignore entries silence, and with only-changed what no file of the pull request is about. A statement
 * whose Deny finding is ignored has no exemption finding either.
 *
 * @param used gets the ignore entries that fit something
 */
export function silence(
  drafts: readonly UnitDraft[],
  { ignore, today, onlyPaths }: CheckOptions,
  used: Set<IgnoreEntry>,
): Silenced {
  const told: UnitDraft[] = []
  const ignored: IgnoredDraft[] = []
  const silenced = new Set<unknown>()
  for (const one of drafts) {
    const { draft, unit } = one
    if (onlyPaths !== null && !isChanged(one, onlyPaths)) continue
    const entry = isConfiguration(draft) ? null : ignoredBy(draft, ignore, today, used)
    if (entry !== null && !isConfiguration(draft)) {
      silenced.add(statementOf(draft))
      ignored.push({ unit, draft, entry })
    } else if (draft.rule !== 'ineffective-exemption' || !silenced.has(draft.subject)) told.push(one)
  }
  return { told, ignored }
}

export function isConfiguration(draft: Draft | ConfigurationDraft): draft is ConfigurationDraft {
  return draft.rule === 'expired-ignore' || draft.rule === 'unused-entry'
}

/**
 * Whether a pull request is about a unit: of an ignore entry when the configuration is changed, of what a root module
 * without a plan leaves unknown when one of its files is. Other units that it is not about were left out when they were
 * gathered, and what is known of a root module has lines.
 */
function isChanged({ unit, draft }: UnitDraft, paths: ReadonlySet<string>): boolean {
  switch (unit.kind) {
    case 'ignore-entry':
      return paths.has(unit.path)
    case 'root': {
      const { folder, isTouched } = unit
      return draft.rule !== 'policy-unknown' || isTouched || [...paths].some((path) => isFileOf(path, folder))
    }
    default:
      return true
  }
}

/** What a root module is made of, as far as names tell: what Terraform reads below its folder, and templates. */
function isFileOf(path: string, folder: string): boolean {
  const isBelow = folder === '' ? !path.startsWith('../') : path.startsWith(`${folder}/`)
  return isBelow && (terraformFile(path) !== null || /\.tf?tpl$/.test(path))
}

function statementOf(draft: Draft | ConfigurationDraft): unknown {
  return 'subject' in draft ? draft.subject : draft
}
