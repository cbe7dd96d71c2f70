import { conclusionOf } from './conclusion.js'
import { bucketsOf, type Policy } from './documents/policy.js'
import { type Document, readDocument } from './documents/read.js'
import type { AssumptionId } from './iam/reason.js'
import type { CheckOptions } from './model/options.js'
import type { CheckResult, ConfigurationFinding, Explanation, Finding, Report } from './model/report.js'
import { LEVEL_ORDER, type Level } from './model/rules.js'
import { becauseOf } from './rules/deny.js'
import type { Draft, RuleSettings } from './rules/draft.js'
import { Fingerprints } from './rules/fingerprint.js'
import { expiredIgnores, ignoredBy, isProtected } from './rules/ignore.js'
import { policyFindings, settingFindings, unreadableFinding } from './rules/index.js'
import { type JudgedPolicy, judgePolicy, placeOf } from './rules/judged.js'
import { ASSUMPTIONS } from './rules/words.js'
import type { Lookup, Source } from './text/source.js'
import { VERSION } from './model/tool.js'

/** What the shells may listen to while a long check runs. */
export interface CheckHooks {
  /** Collect an explanation for every Deny statement judged, not only for those with a finding. */
  readonly explain?: boolean
  /** Called after each file. */
  readonly progress?: (filesDone: number) => void
}

/**
 * The whole check: files → documents → policies → verdicts → findings → report. It sees sources, a lookup for further
 * ones and options; never the environment, the disk, the clock or GitHub.
 */
export async function check(
  sources: Iterable<Source>,
  _lookup: Lookup,
  options: CheckOptions,
  hooks: CheckHooks = {},
): Promise<CheckResult> {
  const run = new Run(options, hooks.explain === true)
  let files = 0
  for (const source of sources) {
    files++
    if (options.onlyPaths === null || options.onlyPaths.has(source.path)) run.add(source.path, await read(source))
    hooks.progress?.(files)
  }
  return run.finish(files)
}

/** Parsers recurse as deep as a document nests; one that nests deeper than the stack is reported, not fatal. */
async function read(source: Source): Promise<Document> {
  try {
    const document = readDocument(source)
    return document instanceof Promise ? await document : document
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return { kind: 'unreadable', text: '', reason: 'it nests too deeply or is too large', offset: 0 }
  }
}

/** What one run collects, file by file. */
class Run {
  readonly #options: CheckOptions
  readonly #settings: RuleSettings
  readonly #explain: boolean
  readonly #fingerprints = new Fingerprints()
  readonly #drafts = new Map<string, Draft[]>()
  readonly #texts = new Map<string, string>()
  readonly #ignored: Report['ignored'][number][] = []
  readonly #unread: Report['unread'][number][] = []
  readonly #assumptions = new Map<AssumptionId, number>()
  readonly #explanations: Explanation[] = []
  #policies = 0
  #statements = 0
  #outOfScope = 0

  constructor(options: CheckOptions, explain: boolean) {
    this.#options = options
    this.#explain = explain
    this.#settings = {
      featuresSet: options.featuresSet,
      level: (rule, standard) => {
        const set = options.levels[rule]
        return set === 'off' ? null : (set ?? standard)
      },
    }
  }

  add(path: string, document: Document): void {
    if (document.kind === 'nothing') return
    this.#texts.set(path, document.text)
    if (document.kind === 'unreadable') {
      this.#unread.push({ path, reason: document.reason })
      const draft = unreadableFinding(path, document, this.#settings, this.#fingerprints)
      if (draft) this.#keep(path, [draft])
      return
    }
    for (const policy of document.policies) this.#addPolicy(path, policy)
    this.#keep(path, settingFindings(document.settings, this.#settings, this.#fingerprints))
  }

  #addPolicy(path: string, policy: Policy): void {
    const places = bucketsOf(policy, 'aws').map((bucket) => placeOf(policy, bucket))
    if (!isProtected(this.#options.protect, places)) {
      this.#outOfScope++
      return
    }
    const judged = judgePolicy(policy, this.#options)
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
        const { fingerprint, rule } = draft
        this.#ignored.push({ fingerprint, rule, reason: entry.reason, expires: entry.expires })
      } else if (!(draft.rule === 'ineffective-exemption' && silenced.has(subject))) {
        const kept = this.#drafts.get(path) ?? []
        kept.push(draft)
        this.#drafts.set(path, kept)
      }
    }
  }

  async finish(files: number): Promise<CheckResult> {
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
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([id, policies]) => ({ id, text: ASSUMPTIONS[id], policies })),
      findings,
      ignored: this.#ignored,
      unread: this.#unread,
      notes: [],
    }
    const cited = new Set(findings.map(({ location }) => location.path))
    const texts = new Map([...this.#texts].filter(([path]) => cited.has(path)))
    return { report, texts, explanations: this.#explanations }
  }

  /** Lines and edits cost a parser, which is loaded only for files with findings. */
  async #finishDrafts(): Promise<readonly Finding[]> {
    if (this.#drafts.size === 0) return []
    const { finishFindings } = await import('./fix/index.js')
    const findings: Finding[] = []
    for (const [path, drafts] of this.#drafts) {
      findings.push(...(await finishFindings(path, this.#texts.get(path) ?? '', drafts, this.#options)))
    }
    return findings
  }
}

function explanationsOf({ policy, place, statements }: JudgedPolicy): readonly Explanation[] {
  return statements.map(({ statement, verdict }) => ({
    path: policy.origin.path,
    bucket: place.bucket,
    address: policy.origin.address,
    index: statement.index,
    sid: statement.sid,
    verdict: verdict.verdict,
    because: becauseOf(verdict.example),
  }))
}

/** By path, line, column, then the worse level, then the rule: the same order in every output. */
function inOrder(a: Finding, b: Finding): number {
  return (
    compare(a.location.path, b.location.path) ||
    a.location.startLine - b.location.startLine ||
    a.location.startColumn - b.location.startColumn ||
    LEVEL_ORDER[a.level] - LEVEL_ORDER[b.level] ||
    compare(a.rule, b.rule) ||
    compare(a.fingerprint, b.fingerprint)
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
