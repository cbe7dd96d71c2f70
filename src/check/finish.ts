import { bucketName, type Policy } from '../documents/policy.js'
import type { FinishOptions } from '../fix/propose.js'
import type { Site } from '../fix/site.js'
import { BareSite } from '../fix/sites/bare.js'
import type * as Fixes from '../fix/sites/index.js'
import type { FixParts, SiteContext } from '../fix/sites/index.js'
import type { CheckOptions } from '../model/options.js'
import {
  type ConfigurationFinding,
  type Finding,
  type Fix,
  type IgnoredFinding,
  isStatementFinding,
} from '../model/report.js'
import type { Level } from '../model/rules.js'
import type { ConfigurationDraft, Draft } from '../rules/drafts/draft.js'
import { originOf } from '../rules/drafts/draft.js'
import type { Sources } from '../sources/sources.js'
import { mayHoldSecrets } from '../text/policy-text.js'
import { terraformFile } from '../text/terraform-files.js'
import type { PlannedSources } from '../units/planned-sources.js'
import { isToldOfSources, type PlannedPolicy, type ToldLevel, tellingsOf } from '../units/supersede.js'
import type { FileUnit } from '../units/unit.js'
import { type Gathered, publicFiles } from './gather.js'
import type { Isolation } from './isolate.js'
import type { Judgement, UnitDraft } from './judgement.js'
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
  readonly sources: Sources
  readonly isolation: Isolation
}

/** What the sites of findings are made from, with what keeps a failure on one of them from the others. */
interface FinishSites extends SiteContext {
  readonly options: FinishOptions
  readonly isolation: Isolation
  /** Those of plans, with what became of them. */
  readonly policies: readonly PlannedPolicy[]
}

/**
 * As `finishAll`, without the texts of files with secrets: no line of such a file is shown, or edited. Nor are lines shown that
 * stand around the edits of a file that is not public.
 */
export async function finish(
  silenced: Silenced,
  judged: Judgement,
  gathered: Gathered,
  context: FinishContext,
): Promise<Finished> {
  const isOpen = publicFiles(context.sources)
  const { options } = context
  const ownLinesOnly = (path: string) => options.published === true && !isOpen(path)
  const finished = await finishAll(silenced, judged, gathered, { ...context, options: { ...options, ownLinesOnly } })
  const isMarked = markedTexts(gathered, isOpen)
  const isSecret = secretTexts(gathered, options, isMarked)
  const texts = new Map([...finished.texts].filter(([path, text]) => !isSecret(path, text)))
  const around = new Map([...texts].filter(([path]) => !ownLinesOnly(path)))
  if (around.size === finished.texts.size) return finished
  const isShown = (fix: Fix | null) => fix?.edits.every(({ path }) => texts.has(path)) ?? true
  const shown = <F extends Finding>(finding: F): F => {
    const { fix, fixUnavailable, location } = finding
    // Names of what else is written there stand in what is told of a fix.
    const isNamed = (one: Fix | null) => isMarked(location.path, `${one?.text ?? ''} ${one?.note ?? ''}`)
    const isTold = isShown(fix) && !isNamed(fix) && !isMarked(location.path, fixUnavailable ?? '')
    const isOther = isStatementFinding(finding) && isShown(finding.alternative) && !isNamed(finding.alternative)
    return {
      ...finding,
      ...(isTold ? {} : { fix: null, fixUnavailable: SECRET_LINES }),
      ...(isStatementFinding(finding) && !isOther ? { alternative: null } : {}),
    }
  }
  return { ...finished, findings: finished.findings.map(shown), texts: around }
}

/** Whether something of a file, which is not public, holds what a plan of the run marks. */
function markedTexts({ plans }: Gathered, isOpen: (path: string) => boolean): IsMarked {
  const marked = plans.map(({ secrets }) => secrets).filter(({ isEmpty }) => !isEmpty)
  return (path, text) => !isOpen(path) && marked.some((secrets) => secrets.isIn(text))
}

type IsMarked = (path: string, text: string) => boolean

/** Whether a text holds what is marked as a secret: in itself, or by a plan of the run where it is not public. */
function secretTexts(gathered: Gathered, { published }: CheckOptions, isMarked: IsMarked): IsMarked {
  const concealed = concealedFiles(gathered)
  return (path, text) => {
    // Sources at a terminal are those of whoever reads it, and are edited.
    if (terraformFile(path) !== null) return published === true && isMarked(path, text)
    return concealed.has(path) || mayHoldSecrets(text) || isMarked(path, text)
  }
}

/** The files of which a policy may not be shown. */
function concealedFiles({ units }: Gathered): ReadonlySet<string> {
  const isConcealed = ({ policies }: FileUnit) => policies.some(({ sensitive }) => sensitive === true)
  return new Set(units.flatMap((unit) => (unit.kind === 'file' && isConcealed(unit) ? unit.path : [])))
}

const SECRET_LINES = 'something in the file is marked as a secret, so that no line of it is shown'

/** Makes findings of drafts. Lines and edits cost a parser, which is loaded only for files with findings. */
async function finishAll(
  silenced: Silenced,
  judged: Judgement,
  gathered: Gathered,
  { options, sites, printers, isolation }: Omit<FinishContext, 'sources'> & { readonly options: FinishOptions },
): Promise<Finished> {
  const { told, ignored: hidden } = silenced
  const findings: Finding[] = told.flatMap(({ draft }) => (isConfiguration(draft) ? [configurationFinding(draft)] : []))
  const texts = new Map(
    [...told, ...hidden].flatMap(({ unit }) => ('text' in unit ? [[unit.path, unit.text] as const] : [])),
  )
  const byPath = groupByPath(told)
  if (byPath.size + hidden.length === 0) return { findings, ignored: [], texts, superseded: new Set() }
  const fixes = await import('../fix/sites/index.js')
  const context: FinishSites = {
    options,
    isolation,
    policies: judged.planned,
    texts,
    held: heldIn(gathered),
    planned: await plannedContext(judged, gathered),
    ...(printers === undefined ? {} : { printers }),
  }
  const { own: left, superseded } = await withoutSuperseded(byPath, context, fixes)
  const own = context.planned === null ? left : fixes.withUnknownReaders(left, context.planned.sources)
  for (const { site, drafts } of await fixes.sitesOf(own, context, sites)) {
    const finished = await finishAt(site, drafts, context, fixes)
    for (const finding of finished.findings) findings.push(finding)
    for (const [path, text] of finished.texts) texts.set(path, text)
  }
  const ignored = hidden.length === 0 ? [] : await locateIgnored(hidden, texts, { context, sites, fixes })
  return { findings, ignored, texts, superseded }
}

/** The policies of files, by path: what else is read from a line is found among them. */
function heldIn({ units }: Gathered): ReadonlyMap<string, readonly Policy[]> {
  const held = new Map<string, readonly Policy[]>()
  for (const unit of units) {
    if (unit.kind === 'file') held.set(unit.path, [...(held.get(unit.path) ?? []), ...unit.policies])
  }
  return held
}

/** What entries silence, with its lines; the texts that these refer to are added to `texts`. */
async function locateIgnored(
  hidden: Silenced['ignored'],
  texts: Map<string, string>,
  { context, sites, fixes }: SiteMaking,
): Promise<readonly IgnoredFinding[]> {
  const entries = new Map(hidden.map(({ draft, entry }) => [draft, entry]))
  const { own } = await withoutSuperseded(groupByPath(hidden), context, fixes)
  const ignored: IgnoredFinding[] = []
  for (const { site, drafts } of await fixes.sitesOf(own, context, sites)) {
    for (const { draft, finding, text } of await fixes.locateAll(drafts, site, context.options)) {
      const entry = entries.get(draft)
      if (entry !== undefined) ignored.push({ ...finding, reason: entry.reason, expires: entry.expires })
      if (text !== null) texts.set(finding.location.path, text)
    }
  }
  return ignored
}

/**
 * Findings of a site. Where looking up lines or trying edits out fails, the drafts for which it does are told without,
 * and the others as ever.
 */
async function finishAt(
  site: Site,
  drafts: readonly Draft[],
  { options, isolation }: FinishSites,
  { finish: finishSome }: Pick<typeof Fixes, 'finish'>,
): Promise<FinishedSome> {
  const bare = async (some: readonly Draft[], reason: string): Promise<FinishedSome> => {
    const made = some.map((draft) => finishSome([draft], new BareSite(pathOf(draft), reason), options))
    return together(await Promise.all(made))
  }
  return isolation.guardAsync(
    pathOf(drafts[0]),
    () => finishSome(drafts, site, options),
    async () => {
      const odd = new Map<Draft, string>()
      for (const draft of drafts) {
        const alone = async () => {
          await finishSome([draft], site, options)
          return null
        }
        const reason = await isolation.guardAsync<string | null>(pathOf(draft), alone, (why) => why)
        if (reason !== null) odd.set(draft, reason)
      }
      const rest = drafts.filter((draft) => !odd.has(draft))
      const told = await Promise.all([...odd].map(([draft, reason]) => bare([draft], reason)))
      const others = isolation.guardAsync(
        pathOf(rest[0]),
        () => finishSome(rest, site, options),
        (reason) => bare(rest, reason),
      )
      return together([await others, ...told])
    },
  )
}

type FinishedSome = Pick<Finished, 'findings' | 'texts'>

function together(some: readonly FinishedSome[]): FinishedSome {
  return {
    findings: some.flatMap(({ findings }) => findings),
    texts: new Map(some.flatMap(({ texts }) => [...texts])),
  }
}

function pathOf(draft: Draft | undefined): string {
  return draft === undefined ? '' : originOf(draft).path
}

interface SiteMaking {
  readonly context: FinishSites
  readonly sites: FixParts['sites'] | undefined
  readonly fixes: typeof Fixes
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
  if (sources === null) return null
  // What a plan and the sources of its root both hold is one policy.
  const held = new Set(
    policies.flatMap(({ policy }) => (policy.origin.root === undefined ? keyOf(policy, sources) : [])),
  )
  const all = policies.map(({ policy }) => policy)
  return { sources, policies: all.filter((one) => one.origin.root === undefined || !held.has(keyOf(one, sources))) }
}

function keyOf({ origin }: Policy, sources: PlannedSources): string {
  const plan = sources.planOf(origin)
  return `${plan === null ? '' : sources.rootOf(plan)}\n${origin.address}`
}

/** Drafts without those that a plan tells of the same lines. */
async function withoutSuperseded(
  byPath: ReadonlyMap<string, readonly Draft[]>,
  { planned, texts, options, isolation, policies }: FinishSites,
  { exceptPlanned }: Pick<typeof Fixes, 'exceptPlanned'>,
): Promise<{ readonly own: ReadonlyMap<string, readonly Draft[]>; readonly superseded: ReadonlySet<string> }> {
  if (planned === null) {
    return { own: filled(byPath, (drafts) => drafts.filter((one) => counts(one, options))), superseded: new Set() }
  }
  const ofPlans = new Set(planned.sources.plans.map(({ path }) => path))
  const ofSources = new Set(planned.sources.plans.flatMap(({ kind, path }) => (kind === 'sources' ? [path] : [])))
  const hasPlans = ofPlans.size > ofSources.size
  const alone = [...byPath.keys()].every((path) => ofPlans.has(path) && !(hasPlans && ofSources.has(path)))
  const told = toldLevels([...byPath.values()].flat())
  // Where nothing is known of what plans say, a statement may be told twice, never not at all.
  const tellings = alone
    ? null
    : await isolation.guardAsync(
        planned.sources.plans[0]?.path ?? '',
        () => tellingsOf(policies, told, planned.sources),
        () => null,
      )
  const own = filled(byPath, (drafts, path) =>
    ofPlans.has(path) ? drafts : exceptPlanned(drafts, texts.get(path) ?? '', tellings?.get(path) ?? []),
  )
  const superseded = [...byPath].filter(([path, drafts]) => (own.get(path)?.length ?? 0) < drafts.length)
  if (hasPlans && tellings !== null) {
    for (const path of ofSources) {
      const left = await notToldByPlans(own.get(path) ?? [], { sources: planned.sources, tellings })
      if (left.length > 0) own.set(path, left)
      else own.delete(path)
    }
  }
  return { own, superseded: new Set(superseded.map(([path]) => path)) }
}

/** Drafts of sources without a whole plan, but for those that plans tell of the same statement and bucket. */
async function notToldByPlans(
  drafts: readonly Draft[],
  told: Parameters<typeof isToldOfSources>[3],
): Promise<readonly Draft[]> {
  const left: Draft[] = []
  for (const draft of drafts) {
    if ('subject' in draft) {
      const { judged, subject, level } = draft
      const buckets = subject.perBucket.map(({ bucket }) => bucketName(bucket))
      if (await isToldOfSources(judged.policy, subject.statement.index, { level, buckets }, told)) continue
    }
    left.push(draft)
  }
  return left
}

/** What is told of the statements of policies: what was silenced is in no draft any more. */
export function toldLevels(drafts: readonly (Draft | ConfigurationDraft)[]): ToldLevel {
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
): Map<string, readonly Draft[]> {
  const own = [...byPath].map(([path, drafts]) => [path, keep(drafts, path)] as const)
  return new Map(own.filter(([, drafts]) => drafts.length > 0))
}

/** With only-changed, what a plan leaves as it is counts only when its source changed, which nobody can tell here. */
function counts(draft: Draft, { onlyPaths }: CheckOptions): boolean {
  return onlyPaths === null || !('subject' in draft) || draft.judged.policy.unchanged !== true
}

/**
 * What was judged, each policy counted by what tells it: not by the file as well whose statements a plan or a root module
 * reads and tells.
 *
 * @param told what is told of the statements of policies
 */
export async function countedOnce(
  judged: Judgement,
  { planned }: Pick<Gathered, 'planned'>,
  told: ToldLevel,
  isolation: Isolation,
): Promise<Judgement> {
  const { ofFiles } = judged
  if (ofFiles.length === 0 || judged.planned.length === 0) return judged
  const find = async () => {
    const sources = await planned()
    return sources === null ? null : tellingsOf(judged.planned, told, sources)
  }
  const tellings = await isolation.guardAsync(ofFiles[0]?.path ?? '', find, () => null)
  if (tellings === null) return judged
  const { untoldOf } = await import('../fix/sites/index.js')
  const left = { ...judged, assumptions: [...judged.assumptions] }
  const gone = new Set<unknown>()
  for (const one of ofFiles) {
    const untold = untoldOf(one, tellings.get(one.path) ?? [], (index) => told(one.judged.policy, index) ?? 'notice')
    if (untold === null) continue
    left.statements -= one.judged.statements.length - untold
    if (untold > 0) continue
    left.policies -= 1
    for (const explanation of one.explanations) gone.add(explanation)
    for (const id of one.assumptions) left.assumptions.splice(left.assumptions.indexOf(id), 1)
  }
  return { ...left, explanations: judged.explanations.filter((one) => !gone.has(one)) }
}
