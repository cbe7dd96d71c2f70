import type { CheckOptions } from '../model/options.js'
import type { ConfigurationFinding, Finding } from '../model/report.js'
import type { ConfigurationDraft, Draft } from '../rules/drafts/draft.js'
import type { Policy } from '../documents/policy.js'
import type { PlannedDraft } from '../fix/sites/terraform.js'
import type { Gathered } from './gather.js'
import type { Judgement, UnitDraft } from './judge.js'
import { isConfiguration } from './silence.js'

/** Findings with their lines and fixes, and the texts that these refer to. */
export interface Finished {
  readonly findings: readonly Finding[]
  readonly texts: ReadonlyMap<string, string>
  /** Files of which a plan tells every statement. */
  readonly superseded: ReadonlySet<string>
}

/** Finishes findings on plans, and knows which findings of files a plan tells too. */
interface PlannedFinisher {
  readonly isTold: (draft: Draft, path: string, text: string) => boolean
  readonly finish: (drafts: readonly PlannedDraft[], texts: Map<string, string>) => Promise<readonly Finding[]>
}

/** Makes findings of drafts. Lines and edits cost a parser, which is loaded only for files with findings. */
export async function finish(
  told: readonly UnitDraft[],
  judged: Judgement,
  gathered: Gathered,
  options: CheckOptions,
  alternatives: boolean,
): Promise<Finished> {
  const ofConfiguration = told.flatMap(({ draft }) => (isConfiguration(draft) ? [configurationFinding(draft)] : []))
  const byPath = groupByPath(told)
  if (byPath.size === 0) return { findings: ofConfiguration, texts: new Map(), superseded: new Set() }
  const { finishFindings } = await import('../fix/index.js')
  const planned = await plannedFinisher(byPath, judged.planned, gathered, options)
  const isPlan = new Set(gathered.plans.map(({ path }) => path))
  const findings: Finding[] = []
  const texts = new Map<string, string>()
  const superseded = new Set<string>()
  const ofPlans: PlannedDraft[] = []
  for (const [path, { text, drafts }] of byPath) {
    texts.set(path, text)
    if (planned !== null && isPlan.has(path)) {
      ofPlans.push(...drafts.map((draft) => ({ path, draft })))
      continue
    }
    const own = drafts.filter((draft) =>
      planned === null ? counts(draft, options) : !planned.isTold(draft, path, text),
    )
    if (planned !== null && own.length < drafts.length) superseded.add(path)
    findings.push(...(await finishFindings(path, text, own, options, alternatives)))
  }
  if (planned !== null && ofPlans.length > 0) findings.push(...(await planned.finish(ofPlans, texts)))
  return { findings: [...findings, ...ofConfiguration], texts, superseded }
}

function configurationFinding(draft: ConfigurationDraft): ConfigurationFinding {
  return { ...draft, policy: null, fix: null }
}

interface FileDrafts {
  readonly text: string
  readonly drafts: readonly Draft[]
}

function groupByPath(told: readonly UnitDraft[]): ReadonlyMap<string, FileDrafts> {
  const byPath = new Map<string, { text: string; drafts: Draft[] }>()
  for (const { unit, draft } of told) {
    if (isConfiguration(draft)) continue
    const text = 'text' in unit ? unit.text : ''
    const known = byPath.get(unit.path)
    if (known === undefined) byPath.set(unit.path, { text, drafts: [draft] })
    else known.drafts.push(draft)
  }
  return byPath
}

/** With only-changed, what a plan leaves as it is counts only when its source changed, which nobody can tell here. */
function counts(draft: Draft, { onlyPaths }: CheckOptions): boolean {
  return onlyPaths === null || !('subject' in draft) || draft.judged.policy.unchanged !== true
}

/** The part that finds the sources of plans, with the HCL parser; loaded only when a plan was given. */
async function plannedFinisher(
  byPath: ReadonlyMap<string, FileDrafts>,
  policies: readonly Policy[],
  { plans, planned }: Gathered,
  options: CheckOptions,
): Promise<PlannedFinisher | null> {
  const sources = await planned()
  if (sources === null) return null
  const { finishPlanned, isPlannedElsewhere, plannedRanges } = await import('../fix/sites/terraform.js')
  const ofPlans = new Set(plans.map(({ path }) => path))
  const alone = [...byPath.keys()].every((path) => ofPlans.has(path))
  const ranges = alone ? new Map<string, never>() : await plannedRanges(policies, sources)
  return {
    isTold: (draft, path, text) => isPlannedElsewhere(draft, text, ranges.get(path) ?? []),
    finish: (drafts, texts) => finishPlanned(drafts, policies, sources, texts, options),
  }
}
