import { conclusionOf } from './conclusion.js'
import { bucketsOf, type Policy, type Tags } from './documents/policy.js'
import type { Place } from './clumio/integrations.js'
import type { Document, PlanFacts } from './documents/document.js'
import { readDocument } from './documents/read.js'
import type { UnknownPolicy } from './documents/terraform.js'
import { UserError } from './errors.js'
import type { AssumptionId } from './iam/reason.js'
import type { CheckOptions, Protect } from './model/options.js'
import type { CheckResult, ConfigurationFinding, Explanation, Finding, Report } from './model/report.js'
import { LEVEL_ORDER, type Level } from './model/rules.js'
import type { Draft, RuleSettings } from './rules/draft.js'
import { explanationsOf } from './rules/explanations.js'
import { Fingerprints } from './rules/fingerprint.js'
import { entryFor, expiredIgnores, ignoredBy } from './rules/ignore.js'
import { plannedUnread, policyFindings, settingFindings, unplannedFinding, unreadableFinding } from './rules/index.js'
import { judgePolicy, placeOf } from './rules/judged.js'
import { isProtected } from './rules/protect.js'
import { ASSUMPTIONS } from './rules/words.js'
import type { PlannedDraft } from './fix/planned-findings.js'
import type { PlannedSources } from './fix/planned-sources.js'
import type { Plan } from './terraform/model.js'
import { compareText } from './text/compare.js'
import type { Lookup, Source } from './text/source.js'
import { VERSION } from './model/tool.js'

/** What the shells may listen to while a long check runs. */
export interface CheckHooks {
  /** Collect an explanation for every Deny statement judged, not only for those with a finding. */
  readonly explain?: boolean
  /** Make the other remedy of each fix too, for formats that show it; true unless it is said. */
  readonly alternatives?: boolean
  /** Folders that could not be opened while files were looked for. */
  readonly unopened?: Report['unread']
  /** Called after each file. */
  readonly progress?: (filesDone: number) => void
}

/**
 * The whole check: files → documents → policies → verdicts → findings → report. It sees sources, a lookup for further
 * ones and options; never the environment, the disk, the clock or GitHub.
 */
export async function check(
  sources: Iterable<Source>,
  lookup: Lookup,
  options: CheckOptions,
  hooks: CheckHooks = {},
): Promise<CheckResult> {
  const run = new Run(options, lookup, hooks)
  for (const { path, reason } of hooks.unopened ?? []) run.addUnopened(path, reason)
  let files = 0
  for (const source of sources) {
    files++
    run.add(source.path, await read(source))
    hooks.progress?.(files)
  }
  return run.finish(files)
}

/**
 * Parsers recurse as deep as a document nests; one that nests deeper than the stack is reported, not fatal. Nor is a
 * file that cannot be opened: what else there is gets judged.
 */
async function read(source: Source): Promise<Document | Unopened> {
  try {
    const document = readDocument(source)
    return document instanceof Promise ? await document : document
  } catch (error) {
    if (error instanceof UserError) return { kind: 'unopened', reason: error.message }
    if (!(error instanceof RangeError)) throw error
    return { kind: 'unreadable', text: '', reason: 'it nests too deeply or is too large', offset: 0 }
  }
}

/** A file that could not be opened. */
interface Unopened {
  readonly kind: 'unopened'
  readonly reason: string
}

/** A planned policy of which the sources may tell more; they are read when all files are. */
interface Pending {
  readonly path: string
  readonly plan: PlanFacts
  readonly options: CheckOptions
}

/** Finishes findings on plans, and knows which findings of files a plan tells too. */
interface PlannedFinisher {
  readonly isPlan: (path: string) => boolean
  readonly isTold: (draft: Draft, path: string, text: string) => boolean
  readonly finish: (drafts: readonly PlannedDraft[]) => Promise<readonly Finding[]>
}

/** What one run collects, file by file. */
class Run {
  readonly #options: CheckOptions
  readonly #settings: RuleSettings
  readonly #explain: boolean
  readonly #alternatives: boolean
  readonly #fingerprints = new Fingerprints()
  readonly #drafts = new Map<string, Draft[]>()
  readonly #texts = new Map<string, string>()
  readonly #ignored: Report['ignored'][number][] = []
  readonly #unread: Report['unread'][number][] = []
  readonly #unopened: Report['unread'][number][] = []
  readonly #assumptions = new Map<AssumptionId, number>()
  readonly #explanations: Explanation[] = []
  readonly #notes = new Set<string>()
  readonly #terraform: Extract<Document, { kind: 'terraform' }>[] = []
  readonly #plans: Plan[] = []
  readonly #plannedPolicies: Policy[] = []
  readonly #pending: (Pending & { readonly unknown: UnknownPolicy })[] = []
  readonly #deferred: (Pending & { readonly policy: Policy })[] = []
  readonly #lookup: Lookup
  #sources: PlannedSources | null = null
  /** Files whose statements are reported through a plan. */
  readonly #told = new Set<string>()
  /** Text of the file that is being added; it is kept only when the file has a finding. */
  #text = ''
  #policies = 0
  #statements = 0
  #outOfScope = 0

  constructor(options: CheckOptions, lookup: Lookup, hooks: CheckHooks) {
    this.#options = options
    this.#lookup = lookup
    this.#explain = hooks.explain === true
    this.#alternatives = hooks.alternatives !== false
    this.#settings = {
      featuresSet: options.featuresSet,
      isIgnored: (one) => entryFor(one, options.ignore, options.today) !== null,
      level: (rule, standard) => {
        const set = options.levels[rule]
        return set === 'off' ? null : (set ?? standard)
      },
    }
  }

  add(path: string, document: Document | Unopened): void {
    if (document.kind === 'nothing') return
    if (document.kind === 'unopened') {
      this.#unopened.push({ path, reason: document.reason })
      this.addUnopened(path, document.reason)
      return
    }
    if (document.kind === 'no-plan') {
      throw new UserError(
        document.reason === undefined
          ? `${path} is not a Terraform plan; give the output of "terraform show -json <plan file>".`
          : `${path} cannot be checked as a plan: ${document.reason}.`,
        { path },
      )
    }
    if (document.kind === 'terraform') {
      this.#terraform.push(document)
      return
    }
    const plan = document.kind === 'read' ? document.plan : undefined
    if (plan) this.#plans.push(...plan.plans)
    // The files of a pull request never include a plan that the job has just made.
    if (!plan && this.#options.onlyPaths !== null && !this.#options.onlyPaths.has(path)) return
    this.#text = document.text
    if (document.kind === 'unreadable') {
      this.#unread.push({ path, reason: document.reason })
      const draft = unreadableFinding(path, document, this.#settings, this.#fingerprints)
      if (draft) this.#keep(path, [draft])
      return
    }
    const options = plan ? this.#withRoles(plan) : this.#options
    for (const policy of document.policies) {
      if (plan && policy.deferred === true) this.#deferred.push({ path, plan, policy, options })
      else this.#addPolicy(path, policy, options, plan)
    }
    if (plan) this.#addUnread(path, plan, options)
    this.#keep(path, settingFindings(document.settings, this.#settings, this.#fingerprints))
  }

  /** Says that a file or folder was not judged since it could not be opened. */
  addUnopened(path: string, reason: string): void {
    this.#unread.push({ path, reason })
    this.#notes.add(`${reason}; nothing of it was judged.`)
  }

  /** The roles that a plan holds count where nobody configured one; the report says what was found either way. */
  #withRoles(plan: PlanFacts): CheckOptions {
    const configured = this.#options.integrations.length > 0
    for (const { address, integration } of plan.roles) {
      const use = configured
        ? 'the configured roles are used instead'
        : 'it is the role that policies of this plan are judged for'
      this.#notes.add(`The plan holds the Clumio role ${integration.roleName} (${address}); ${use}.`)
    }
    return configured
      ? this.#options
      : { ...this.#options, integrations: plan.roles.map(({ integration }) => integration) }
  }

  #addUnread(path: string, plan: PlanFacts, options: CheckOptions): void {
    for (const one of plan.unreadable) this.#addUnknown('policy-unreadable', path, one)
    this.#pending.push(...plan.unknown.map((unknown) => ({ path, plan, unknown, options })))
    if (plan.plans.some(({ partial }) => partial)) {
      this.#notes.add(
        `The plan ${path} is partial: Terraform stopped before it was complete, and only what it holds was judged.`,
      )
    }
  }

  #addUnknown(rule: 'policy-unreadable' | 'policy-unknown', path: string, one: UnknownPolicy): void {
    this.#unread.push({ path, reason: `${one.address}: ${one.why}` })
    const draft = plannedUnread(rule, path, one, this.#settings, this.#fingerprints)
    if (draft) this.#keep(path, [draft])
  }

  /** Policies known only after apply: from their sources where these tell them, else reported; never passed. */
  async #judgePending(): Promise<void> {
    for (const { path, plan, policy, options } of this.#deferred) {
      const filled = (await (await this.#plannedSources())?.filled(policy)) ?? policy
      this.#addPolicy(path, filled, options, plan)
    }
    for (const { path, plan, unknown, options } of this.#pending) {
      const found = (await (await this.#plannedSources())?.sourcePolicy(path, unknown)) ?? null
      if (found !== null) this.#addPolicy(path, found.policy, options, plan)
      if (found?.complete !== true) this.#addUnknown('policy-unknown', path, unknown)
    }
  }

  #addPolicy(path: string, policy: Policy, options: CheckOptions, plan: PlanFacts | undefined): void {
    if (plan) this.#plannedPolicies.push(policy)
    if (options.protect !== null && !isInScope(policy, options.protect, plan)) {
      this.#outOfScope++
      return
    }
    const judged = judgePolicy(policy, options)
    this.#policies++
    this.#statements += judged.statements.length
    const drafts = policyFindings(judged, this.#settings, this.#fingerprints)
    this.#keep(path, drafts)
    if (!drafts.some(({ level }) => level === 'error')) {
      for (const id of judged.assumptions) this.#assumptions.set(id, (this.#assumptions.get(id) ?? 0) + 1)
    }
    if (this.#explain) this.#explanations.push(...explanationsOf(judged))
  }

  /** Keeps what no ignore entry silences. A statement whose Deny finding is ignored has no exemption finding either. */
  #keep(path: string, drafts: readonly Draft[]): void {
    const { ignore, today } = this.#options
    const silenced = new Set<unknown>()
    for (const draft of drafts) {
      const subject = 'subject' in draft ? draft.subject : draft
      const entry = ignoredBy(draft, ignore, today)
      if (entry !== null) {
        silenced.add(subject)
        const { fingerprint, rule, level, message } = draft
        this.#ignored.push({ fingerprint, rule, level, message, path, reason: entry.reason, expires: entry.expires })
      } else if (!(draft.rule === 'ineffective-exemption' && silenced.has(subject))) {
        const kept = this.#drafts.get(path) ?? []
        kept.push(draft)
        this.#drafts.set(path, kept)
        this.#texts.set(path, this.#text)
      }
    }
  }

  /** A repository with Terraform and no plan must not look checked. */
  async #addUnplanned(): Promise<void> {
    if (this.#terraform.length === 0) return
    const { unplannedRoots } = await import('./documents/terraform-source.js')
    const { terraformDirectory } = this.#options
    for (const root of unplannedRoots(
      this.#terraform.map(({ source }) => source),
      this.#plans,
      terraformDirectory,
    )) {
      this.#text = this.#terraform.find(({ source }) => source.path === root.path)?.text ?? ''
      const at = { text: this.#text, offset: root.offset }
      const draft = unplannedFinding(root, at, this.#settings, this.#fingerprints)
      if (draft) this.#keep(root.path, [draft])
    }
  }

  async finish(files: number): Promise<CheckResult> {
    this.#text = ''
    await this.#judgePending()
    await this.#addUnplanned()
    const { ignore, today, failOn } = this.#options
    const expired: readonly ConfigurationFinding[] = expiredIgnores(ignore, today, this.#settings, this.#fingerprints)
    const findings: Finding[] = [...(await this.#finishDrafts()), ...expired].sort(inOrder)
    const count = (level: Level) => findings.filter((finding) => finding.level === level).length
    const report: Report = {
      version: 1,
      tool: { name: 'clumio-policy-check', version: VERSION },
      conclusion: conclusionOf(
        findings.map(({ level }) => level),
        failOn,
      ),
      summary: {
        files,
        policies: this.#policies,
        statements: this.#statements,
        errors: count('error'),
        warnings: count('warning'),
        notices: count('notice'),
        ignored: this.#ignored.length,
        outOfScope: this.#outOfScope,
      },
      assumptions: [...this.#assumptions]
        .sort(([a], [b]) => compareText(a, b))
        .map(([id, policies]) => ({ id, text: ASSUMPTIONS[id], policies })),
      findings,
      ignored: this.#ignored,
      unread: this.#unread.filter(({ path }) => !this.#told.has(path)),
      notes: [...this.#notes],
    }
    return { report, texts: this.#texts, explanations: this.#explanations, unopened: this.#unopened }
  }

  /** Lines and edits cost a parser, which is loaded only for files with findings. */
  async #finishDrafts(): Promise<readonly Finding[]> {
    if (this.#drafts.size === 0) return []
    const { finishFindings } = await import('./fix/index.js')
    const planned = await this.#plannedFinisher()
    const findings: Finding[] = []
    const ofPlans: PlannedDraft[] = []
    for (const [path, drafts] of this.#drafts) {
      if (planned?.isPlan(path)) {
        ofPlans.push(...drafts.map((draft) => ({ path, draft })))
        continue
      }
      const text = this.#texts.get(path) ?? ''
      const own = drafts.filter((draft) =>
        planned === null ? this.#counts(draft) : !planned.isTold(draft, path, text),
      )
      if (planned !== null && own.length < drafts.length) this.#told.add(path)
      findings.push(...(await finishFindings(path, text, own, this.#options, this.#alternatives)))
    }
    if (planned !== null && ofPlans.length > 0) findings.push(...(await planned.finish(ofPlans)))
    return findings
  }

  /** With only-changed, what a plan leaves as it is counts only when its source changed, which nobody can tell here. */
  #counts(draft: Draft): boolean {
    return this.#options.onlyPaths === null || !('subject' in draft) || draft.judged.policy.unchanged !== true
  }

  /** The part that finds the sources of plans, with the HCL parser; loaded only when a plan was given. */
  async #plannedFinisher(): Promise<PlannedFinisher | null> {
    const sources = await this.#plannedSources()
    if (sources === null) return null
    const { finishPlanned, isPlannedElsewhere, plannedRanges } = await import('./fix/planned-findings.js')
    const paths = new Set(this.#plans.map(({ path }) => path))
    const alone = [...this.#drafts.keys()].every((path) => paths.has(path))
    const ranges = alone ? new Map<string, never>() : await plannedRanges(this.#plannedPolicies, sources)
    return {
      isPlan: (path) => paths.has(path),
      isTold: (draft, path, text) => isPlannedElsewhere(draft, text, ranges.get(path) ?? []),
      finish: (drafts) => finishPlanned(drafts, this.#plannedPolicies, sources, this.#texts, this.#options),
    }
  }

  async #plannedSources(): Promise<PlannedSources | null> {
    const { list } = this.#lookup
    if (this.#plans.length === 0 || list === undefined) return null
    if (this.#sources === null) {
      const { PlannedSources } = await import('./fix/planned-findings.js')
      const terraform = this.#terraform.map(({ source }) => source)
      const files = { lookup: this.#lookup, list }
      this.#sources = new PlannedSources(this.#plans, terraform, this.#options.terraformDirectory, files)
    }
    return this.#sources
  }
}

function isInScope(policy: Policy, protect: Protect, plan: PlanFacts | undefined): boolean {
  const places = bucketsOf(policy, () => []).map((bucket) => placeOf(policy, bucket))
  return isProtected(protect, places, policy.tags ?? tagsOf(policy, places, plan))
}

/** The tags of the policy's bucket, where the plan holds them; null where nobody knows them. */
function tagsOf(policy: Policy, places: readonly Place[], plan: PlanFacts | undefined): Tags | null {
  if (plan === undefined) return null
  const name = places[0]?.bucket
  const bucket = plan.buckets.find(
    (one) => one.address === policy.origin.address || (one.bucket !== null && one.bucket === name),
  )
  return bucket?.tags ?? null
}

/** By path, line, column, then the worse level, then the rule: the same order in every output. */
function inOrder(a: Finding, b: Finding): number {
  return (
    compareText(a.location.path, b.location.path) ||
    a.location.startLine - b.location.startLine ||
    a.location.startColumn - b.location.startColumn ||
    LEVEL_ORDER[a.level] - LEVEL_ORDER[b.level] ||
    compareText(a.rule, b.rule) ||
    compareText(a.fingerprint, b.fingerprint)
  )
}
