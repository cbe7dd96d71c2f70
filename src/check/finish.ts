import type * as Fixes from '../fix/sites/index.js'
import type { SiteContext } from '../fix/sites/index.js'
import type { CheckOptions } from '../model/options.js'
import type { ConfigurationFinding, Finding } from '../model/report.js'
import type { Level } from '../model/rules.js'
import type { Policy } from '../documents/policy.js'
import type { ConfigurationDraft, Draft } from '../rules/drafts/draft.js'
import { type PlannedPolicy, tellingsOf, type ToldLevel } from '../units/supersede.js'
import type { Gathered } from './gather.js'
import type { Judgement, UnitDraft } from './judge.js'
import { isConfiguration } from './silence.js'

/** Findings with their lines and fixes, and the texts that these refer to. */
export interface Finished {
  readonly findings: readonly Finding[]
  readonly texts: ReadonlyMap<string, string>
  /** Files of which a plan tells statements instead. */
  readonly superseded: ReadonlySet<string>
}

/** Makes findings of drafts. Lines and edits cost a parser, which is loaded only for files with findings. */
export async function finish(
  told: readonly UnitDraft[],
  judged: Judgement,
  gathered: Gathered,
  options: CheckOptions,
): Promise<Finished> {
  const findings: Finding[] = told.flatMap(({ draft }) => (isConfiguration(draft) ? [configurationFinding(draft)] : []))
  const texts = new Map(told.flatMap(({ unit }) => ('text' in unit ? [[unit.path, unit.text] as const] : [])))
  const byPath = groupByPath(told)
  if (byPath.size === 0) return { findings, texts, superseded: new Set() }
  const fixes = await import('../fix/sites/index.js')
  const context = { options, texts, planned: await plannedContext(judged, gathered) }
  const { own, superseded } = await withoutSuperseded(byPath, judged.planned, context, fixes)
  for (const { site, drafts } of await fixes.sitesOf(own, context)) {
    const finished = await fixes.finish(drafts, site, options)
    findings.push(...finished.findings)
    for (const [path, text] of finished.texts) texts.set(path, text)
  }
  return { findings, texts, superseded }
}

function configurationFinding(draft: ConfigurationDraft): ConfigurationFinding {
  return { ...draft, policy: null, fix: null }
}

function groupByPath(told: readonly UnitDraft[]): ReadonlyMap<string, readonly Draft[]> {
  const byPath = new Map<string, Draft[]>()
  for (const { unit, draft } of told) {
    if (isConfiguration(draft)) continue
    const known = byPath.get(unit.path)
    if (known === undefined) byPath.set(unit.path, [draft])
    else known.push(draft)
  }
  return byPath
}

async function plannedContext(
  { planned: policies }: Judgement,
  { planned }: Gathered,
): Promise<SiteContext['planned']> {
  const sources = await planned()
  return sources === null ? null : { sources, policies: policies.map(({ policy }) => policy) }
}

/** Drafts without those that a plan tells of the same lines. */
async function withoutSuperseded(
  byPath: ReadonlyMap<string, readonly Draft[]>,
  policies: readonly PlannedPolicy[],
  { planned, texts, options }: SiteContext,
  { exceptPlanned }: Pick<typeof Fixes, 'exceptPlanned'>,
): Promise<{ readonly own: ReadonlyMap<string, readonly Draft[]>; readonly superseded: ReadonlySet<string> }> {
  if (planned === null) {
    return { own: filled(byPath, (drafts) => drafts.filter((one) => counts(one, options))), superseded: new Set() }
  }
  const ofPlans = new Set(planned.sources.plans.map(({ path }) => path))
  const alone = [...byPath.keys()].every((path) => ofPlans.has(path))
  const told = toldLevels([...byPath.values()].flat())
  const tellings = alone ? null : await tellingsOf(policies, told, planned.sources)
  const own = filled(byPath, (drafts, path) =>
    ofPlans.has(path) ? drafts : exceptPlanned(drafts, texts.get(path) ?? '', tellings?.get(path) ?? []),
  )
  const superseded = [...byPath].filter(([path, drafts]) => (own.get(path)?.length ?? 0) < drafts.length)
  return { own, superseded: new Set(superseded.map(([path]) => path)) }
}

/** What is told of the statements of policies: what was silenced is in no draft any more. */
function toldLevels(drafts: readonly Draft[]): ToldLevel {
  const levels = new Map<Policy, Map<number, Level>>()
  for (const draft of drafts) {
    if (draft.rule !== 'deny-blocks-clumio' && draft.rule !== 'deny-may-block-clumio') continue
    const { policy } = draft.judged
    const own = levels.get(policy) ?? new Map<number, Level>()
    levels.set(policy, own.set(draft.subject.statement.index, draft.level))
  }
  return (policy, index) => levels.get(policy)?.get(index) ?? null
}

/** What is kept of each file's drafts, for the files of which something is. */
function filled(
  byPath: ReadonlyMap<string, readonly Draft[]>,
  keep: (drafts: readonly Draft[], path: string) => readonly Draft[],
): ReadonlyMap<string, readonly Draft[]> {
  const own = [...byPath].map(([path, drafts]) => [path, keep(drafts, path)] as const)
  return new Map(own.filter(([, drafts]) => drafts.length > 0))
}

/** With only-changed, what a plan leaves as it is counts only when its source changed, which nobody can tell here. */
function counts(draft: Draft, { onlyPaths }: CheckOptions): boolean {
  return onlyPaths === null || !('subject' in draft) || draft.judged.policy.unchanged !== true
}
