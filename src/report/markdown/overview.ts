import { FEATURE_WORDS, FEATURES } from '../../model/options.js'
import {
  type CheckResult,
  type ConfigurationChange,
  type Finding,
  isStatementFinding,
  type MissingFact,
  type Report,
  type StatementFinding,
} from '../../model/report.js'
import { cut } from '../../text/cut.js'
import { grouped } from '../../text/group.js'
import { plural } from '../../text/words.js'
import { codeSpan, forMarkdown } from '../escape.js'
import { ignoredBlocks, ignoredPlace } from '../ignored.js'
import { NOT_LOOKED_AT } from '../not-looked-at.js'
import { nothingChecked } from '../nothing.js'
import { byUrgency } from '../urgency.js'
import { type CauseGroup, causeBlock, causeLine, places, whatToDo } from './finding.js'
import { fitBlocks } from './fit.js'
import { alternativeFix, isText, snippet } from './fix.js'
import { details, factWords, listSome, type MarkdownView, nameSpan, reasonSentence } from './words.js'

/** A finding that is told in full, with the reason why here. */
export interface Told {
  readonly finding: Finding
  /** Why it is not a review comment; null where nothing needs saying. */
  readonly reason: string | null
  /** True where it is none of the pull request's lines: then it gets a line, not a section. */
  readonly outside?: boolean
}

export interface OverviewInput {
  readonly result: CheckResult
  /** What is told in full, in any order. */
  readonly told: readonly Told[]
  /** Findings that review comments tell instead. */
  readonly inline: number
  /** Where these comments are, or null. */
  readonly inlineUrl?: string | null
  /** Whether findings of level notice are told as well; a pull request is not bothered with them. */
  readonly notices: boolean
  /** Sentences about this run that belong on top, already Markdown; none on a plain report. */
  readonly remarks: readonly string[]
  /** What tells this run from others, each in a word and a name; the heading has it. */
  readonly whose?: readonly (readonly [word: string, name: string])[]
  /** Where all is that does not fit, as Markdown; the report unless it is said. */
  readonly rest?: string
}

const ROWS_SHOWN = 50
const NOTES_SHOWN = 30
const CHANGES_SHOWN = 30
/** Characters of one change; the report has all of it. */
const CHANGE_LENGTH = 500
const UNREAD_SHOWN = 20
/** Names of a row, which stands for all that have the same cells. */
const NAMES_SHOWN = 3

/**
 * The overview of a run within a budget of UTF-8 bytes: what the change itself configures, verdict, counts, table,
 * findings told in full, undecided statements by what would settle them, what the result rests on. Used for the
 * summary comment, the job summary and the `markdown` format.
 */
export function overview(input: OverviewInput, view: MarkdownView, budget: number): string {
  const { report } = input.result
  const findings = report.findings.filter((finding) => input.notices || finding.level !== 'notice')
  const all = [...input.told].sort((a, b) => byUrgency(a.finding, b.finding))
  const outside = all.filter((one) => one.outside === true)
  const own = all.filter((one) => one.outside !== true)
  const told = own.filter(({ finding }) => !isOpenQuestion(finding))
  const head = [
    changed(report.changed ?? []),
    `## ${verdict(report)}${whoseWords(input.whose)}`,
    notes(report.notes),
    ...input.remarks,
    counts(input, report.findings.length - findings.length, view),
    table(findings),
    told.length === 0 ? '' : `### ${input.inline > 0 ? 'Findings outside the review comments' : 'Findings'}`,
  ].filter(isText)
  const items = [
    ...byCause(told).map((group) => causeBlock(findingsOf(group), sameReason(group), view)),
    ...undecided(
      own.map(({ finding }) => finding),
      view,
    ),
    ...elsewhere(outside, view),
  ]
  const tail = [unread(report), ignored(report), assumptions(report), NOT_LOOKED_AT].filter(isText)
  return fitBlocks({ head, items, tail }, budget, (count) => leftOut(count, input.rest))
}

function leftOut(count: number, rest = 'the JSON report'): string {
  return `_${plural(count, 'further entry', 'further entries')} did not fit here; ${rest} has all of them._`
}

/** What tells a run from others, for behind the name of the check; empty where there is nothing. */
export function whoseWords(names: OverviewInput['whose'] = []): string {
  return names.length === 0 ? '' : ` (${names.map(([word, name]) => `${word} ${nameSpan(name)}`).join(', ')})`
}

/** The result in one line. */
function verdict(report: Report): string {
  const blocking = report.findings.filter((finding) => finding.rule === 'deny-blocks-clumio').length
  const open = report.findings.filter(isOpenQuestion).length
  const others = report.findings.length - blocking - open
  const parts = [
    blocking > 0 ? `${plural(blocking, 'Deny statement')} ${blocking === 1 ? 'locks' : 'lock'} Clumio out` : '',
    open > 0
      ? `${blocking > 0 || ignoredBlocks(report) !== null ? '' : 'no Deny is known to lock Clumio out, '}${open} undecided`
      : '',
    others > 0 ? plural(others, blocking + open > 0 ? 'other finding' : 'finding') : '',
  ].filter(isText)
  const calm = report.findings.every((finding) => finding.level === 'notice')
  const nothing = nothingChecked(report)
  const hidden = ignoredBlocks(report)
  const mark = report.conclusion === 'failure' ? '❌' : calm && nothing === null ? '✅' : '⚠️'
  const found = [...(parts.length === 0 && nothing === null ? [noFinding(report)] : parts), nothing, hidden]
  return `${mark} Clumio policy check: ${found.filter((part) => part !== null).join(', ')}`
}

function noFinding(report: Report): string {
  return `no finding in ${plural(report.summary.policies, 'bucket policy', 'bucket policies')}`
}

/** What the pull request changes in its own rules, before what these rules find. */
function changed(changes: readonly ConfigurationChange[]): string {
  if (changes.length === 0) return ''
  const shown = changes
    .slice(0, CHANGES_SHOWN)
    .map(({ text, greener }) => `> - ${greener ? '⚠️ ' : ''}${forMarkdown(cut(text, CHANGE_LENGTH))}`)
  if (changes.length > CHANGES_SHOWN) shown.push(`> - and ${changes.length - CHANGES_SHOWN} more`)
  const greener = changes.filter((each) => each.greener).length
  const lead = greener === 0 ? '' : ` ⚠️ marks what may make the result greener: ${greener} of ${changes.length}.`
  return `> **Changed by this pull request**, in the configuration that it is checked with.${lead}\n>\n${shown.join('\n')}`
}

/** Facts of the run; first, so that they are seen. */
function notes(all: readonly string[]): string {
  if (all.length === 0) return ''
  const shown = all.slice(0, NOTES_SHOWN).map((note) => `> - ${forMarkdown(note)}`)
  if (all.length > NOTES_SHOWN) shown.push(`> - and ${all.length - NOTES_SHOWN} more`)
  return shown.join('\n')
}

/** What was looked at; what there is none of is left out. */
function counts(
  { result: { report }, inline, inlineUrl = null }: OverviewInput,
  hidden: number,
  { runUrl }: MarkdownView,
) {
  const { summary } = report
  const some = (count: number, words: string) => (count > 0 ? words : '')
  const comments = `${plural(inline, 'finding')} in review comments`
  const parts = [
    some(
      summary.policies,
      `${plural(summary.policies, 'policy', 'policies')} with ${plural(summary.statements, 'statement')} judged in ${plural(summary.files, 'file')}`,
    ),
    some(summary.outOfScope, `${summary.outOfScope} out of scope`),
    some(report.unread.length, `${report.unread.length} unread`),
    some(summary.ignored, `${summary.ignored} ignored`),
    some(inline, inlineUrl === null ? comments : `[${comments}](${inlineUrl})`),
    some(hidden, `${plural(hidden, 'notice')}, told in the job summary only`),
    runUrl === undefined || runUrl === null ? '' : `[the run](${runUrl})`,
  ].filter(isText)
  return parts.length === 0 ? '' : `${parts.join(' · ')}.`
}

type Group = readonly [Told, ...Told[]]

/** What is told, with all of one cause together, where the first of it stood. What is shown and what is edited are two. */
function byCause(told: readonly Told[]): readonly Group[] {
  const groups = new Map<string, [Told, ...Told[]]>()
  for (const [at, one] of told.entries()) {
    const { cause, level, fix } = one.finding
    const key = cause === null ? `${at}` : JSON.stringify([cause, level, fix?.applicability])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [one])
    else group.push(one)
  }
  return [...groups.values()]
}

function findingsOf([first, ...rest]: Group): CauseGroup {
  return [first.finding, ...rest.map(({ finding }) => finding)]
}

function sameReason([first, ...rest]: Group): string | null {
  return rest.every(({ reason }) => reason === first.reason) ? first.reason : null
}

/** What is none of the pull request's lines: a line for each cause, and behind them all patches, in folds. */
function elsewhere(outside: readonly Told[], view: MarkdownView): readonly string[] {
  const groups = byCause(outside).map(findingsOf)
  const [first, ...rest] = chunks(groups).map((some) => some.map((group) => causeLine(group, view)).join('\n'))
  if (first === undefined) return []
  const todos = chunks(groups).map((some) => [...new Set(some.map((group) => whatToDo(group, view)))].filter(isText))
  const folds = todos.filter((some) => some.length > 0)
  return [
    `### Outside of this pull request's changes\n\n${first}`,
    ...rest,
    ...folds.map((some) => details('What to change, or to find out', some.join('\n\n'))),
  ]
}

/** What has no room is left out by the chunk. */
const CHUNK = 10

function chunks<T>(all: readonly T[]): readonly (readonly T[])[] {
  return [...grouped(all.entries(), ([at]) => Math.floor(at / CHUNK)).values()].map((some) =>
    some.map(([, one]) => one),
  )
}

/**
 * Which feature is blocked on which bucket; those with the same cells share a row. A dash says that no finding concerns
 * it, not more. One finding needs no table.
 */
function table(findings: readonly Finding[]): string {
  const cellsOf = new Map<string, Map<string, 'blocked' | 'undecided'>>()
  const judged = findings.filter(isStatementFinding)
  // Worst first: of many buckets not all are shown.
  for (const finding of [...judged].sort(byUrgency)) {
    const name = finding.policy.bucket ?? finding.policy.address ?? finding.policy.path
    const row = cellsOf.get(name) ?? new Map<string, 'blocked' | 'undecided'>()
    cellsOf.set(name, row)
    for (const { feature } of finding.undecided) if (!row.has(feature)) row.set(feature, 'undecided')
    for (const { feature } of finding.blocked) row.set(feature, 'blocked')
  }
  if (judged.length < 2) return ''
  const rows = grouped([...cellsOf], ([, row]) => FEATURES.map((feature) => row.get(feature) ?? '–').join(' | '))
  const lines = [...rows].slice(0, ROWS_SHOWN).map(([cells, own]) => {
    return `| ${listSome(
      own.map(([name]) => nameSpan(name)),
      NAMES_SHOWN,
    )} | ${cells} |`
  })
  const head = `| Bucket | ${FEATURES.map((feature) => FEATURE_WORDS[feature]).join(' | ')} |\n|${' --- |'.repeat(FEATURES.length + 1)}`
  return `${head}\n${lines.join('\n')}`
}

function isOpenQuestion(finding: Finding): boolean {
  return finding.rule === 'deny-may-block-clumio'
}

interface OpenQuestion {
  readonly fact: MissingFact | null
  readonly findings: [StatementFinding, ...StatementFinding[]]
}

/** One block per missing fact, with who can tell it, the statements it would settle and the line that supplies it. */
function undecided(findings: readonly Finding[], view: MarkdownView): string[] {
  const groups = new Map<string, OpenQuestion>()
  for (const finding of findings) {
    if (finding.rule !== 'deny-may-block-clumio' || !isStatementFinding(finding)) continue
    for (const fact of finding.missing.length > 0 ? finding.missing : [null]) {
      const key = fact === null ? finding.message : fact.id
      const group = groups.get(key)
      if (group === undefined) groups.set(key, { fact, findings: [finding] })
      else group.findings.push(finding)
    }
  }
  const [first, ...rest] = [...groups.values()].map((group) => openQuestion(group, view))
  return first === undefined ? [] : [`### Undecided, by what would settle it\n\n${first}`, ...rest]
}

function openQuestion({ fact, findings }: OpenQuestion, view: MarkdownView): string {
  const [finding] = findings
  const { alternative } = finding
  const configuration = fact?.configuration ?? null
  const blocks = [
    `**${fact === null ? forMarkdown(finding.message) : factWords(fact, view)}**`,
    fact === null ? '' : reasonSentence(finding),
    places(findings, view),
    configuration === null ? '' : snippet([configuration], view),
    alternative === null ? '' : alternativeFix(alternative, finding, view),
  ]
  return blocks.filter(isText).join('\n\n')
}

function unread(report: Report): string {
  if (report.unread.length === 0) return ''
  const shown = report.unread
    .slice(0, UNREAD_SHOWN)
    .map(({ path, reason }) => `- ${codeSpan(path)}: ${forMarkdown(reason)}`)
  if (report.unread.length > UNREAD_SHOWN) shown.push(`- and ${report.unread.length - UNREAD_SHOWN} more`)
  return `### Not read\n\n${shown.join('\n')}`
}

function ignored(report: Report): string {
  if (report.ignored.length === 0) return ''
  const shown = report.ignored.slice(0, UNREAD_SHOWN).map((one) => {
    const { rule, reason, expires } = one
    const { place, names } = ignoredPlace(one)
    const what = names.map(({ kind, name }) => `, ${kind} ${nameSpan(name)}`).join('')
    const until = expires === null ? '' : ` (until ${forMarkdown(expires)})`
    return `- \`${rule}\` at ${codeSpan(place)}${what}: ${forMarkdown(reason)}${until}`
  })
  if (report.ignored.length > UNREAD_SHOWN) shown.push(`- and ${report.ignored.length - UNREAD_SHOWN} more`)
  return details(`Ignored by the configuration: ${report.ignored.length}`, shown.join('\n'))
}

function assumptions(report: Report): string {
  if (report.assumptions.length === 0) return ''
  const lines = report.assumptions.map(
    ({ id, text, policies }) =>
      `- ${forMarkdown(id)}: ${forMarkdown(text)} (${plural(policies, 'policy', 'policies')})`,
  )
  return `What the result rests on:\n${lines.join('\n')}`
}
