import type * as Fixes from '../fix/sites/index.js'
import type { FixParts, SiteContext } from '../fix/sites/index.js'
import type { CheckOptions } from '../model/options.js'
import type { ConfigurationFinding, Finding, IgnoredFinding } from '../model/report.js'
import type { ConfigurationDraft, Draft } from '../rules/drafts/draft.js'
import type { Gathered } from './gather.js'
import type { Judgement, UnitDraft } from './judge.js'
import { isConfiguration, type Silenced } from './silence.js'

/** Findings with their lines and fixes, and the texts that these refer to. */
export interface Finished {
  readonly findings: readonly Finding[]
  readonly ignored: readonly IgnoredFinding[]
  readonly texts: ReadonlyMap<string, string>
  /** Files of which a plan tells statements instead. */
  readonly superseded: ReadonlySet<string>
}

/** What findings are made with. */
export interface FinishContext extends FixParts {
  readonly options: CheckOptions
}

/** Makes findings of drafts. Lines and edits cost a parser, which is loaded only for files with findings. */
export async function finish(
  silenced: Silenced,
  judged: Judgement,
  gathered: Gathered,
  { options, sites, printers }: FinishContext,
): Promise<Finished> {
  const { told, ignored: hidden } = silenced
  const findings: Finding[] = told.flatMap(({ draft }) => (isConfiguration(draft) ? [configurationFinding(draft)] : []))
  const texts = new Map(
    [...told, ...hidden].flatMap(({ unit }) => ('text' in unit ? [[unit.path, unit.text] as const] : [])),
  )
  const byPath = groupByPath(told)
  if (byPath.size + hidden.length === 0) return { findings, ignored: [], texts, superseded: new Set() }
  const fixes = await import('../fix/sites/index.js')
  const context: SiteContext = {
    options,
    texts,
    planned: await plannedContext(judged, gathered),
    ...(printers === undefined ? {} : { printers }),
  }
  const { own, superseded } = await withoutSuperseded(byPath, context, fixes)
  for (const { site, drafts } of await fixes.sitesOf(own, context, sites)) {
    const finished = await fixes.finish(drafts, site, options)
    findings.push(...finished.findings)
    for (const [path, text] of finished.texts) texts.set(path, text)
  }
  const ignored = hidden.length === 0 ? [] : await locateIgnored(hidden, texts, context, fixes)
  return { findings, ignored, texts, superseded }
}

/** What entries silence, with its lines; the texts that these refer to are added to `texts`. */
async function locateIgnored(
  hidden: Silenced['ignored'],
  texts: Map<string, string>,
  context: SiteContext,
  fixes: typeof Fixes,
): Promise<readonly IgnoredFinding[]> {
  const entries = new Map(hidden.map(({ draft, entry }) => [draft, entry]))
  const { own } = await withoutSuperseded(groupByPath(hidden), context, fixes)
  const ignored: IgnoredFinding[] = []
  for (const { site, drafts } of await fixes.sitesOf(own, context)) {
    for (const { draft, finding, text } of await fixes.locateAll(drafts, site, context.options)) {
      const entry = entries.get(draft)
      if (entry !== undefined) ignored.push({ ...finding, reason: entry.reason, expires: entry.expires })
      if (text !== null) texts.set(finding.location.path, text)
    }
  }
  return ignored
}

/** A finding on an entry of the configuration, which says itself where it stands. */
export function configurationFinding(draft: ConfigurationDraft): ConfigurationFinding {
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
  return sources === null ? null : { sources, policies }
}

/** Drafts without those that a plan tells of the same lines. */
async function withoutSuperseded(
  byPath: ReadonlyMap<string, readonly Draft[]>,
  { planned, texts, options }: SiteContext,
  { exceptPlanned, plannedRanges }: Pick<typeof Fixes, 'exceptPlanned' | 'plannedRanges'>,
): Promise<{ readonly own: ReadonlyMap<string, readonly Draft[]>; readonly superseded: ReadonlySet<string> }> {
  if (planned === null) {
    return { own: filled(byPath, (drafts) => drafts.filter((one) => counts(one, options))), superseded: new Set() }
  }
  const ofPlans = new Set(planned.sources.plans.map(({ path }) => path))
  const alone = [...byPath.keys()].every((path) => ofPlans.has(path))
  const ranges = alone ? null : await plannedRanges(planned.policies, planned.sources)
  const own = filled(byPath, (drafts, path) =>
    ofPlans.has(path) ? drafts : exceptPlanned(drafts, texts.get(path) ?? '', ranges?.get(path) ?? []),
  )
  const superseded = [...byPath].filter(([path, drafts]) => (own.get(path)?.length ?? 0) < drafts.length)
  return { own, superseded: new Set(superseded.map(([path]) => path)) }
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
