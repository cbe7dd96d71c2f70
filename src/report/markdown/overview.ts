import { FEATURE_WORDS, FEATURES } from '../../model/options.js'
import {
  type CheckResult,
  type ConfigurationChange,
  type Finding,
  isStatementFinding,
  type Report,
} from '../../model/report.js'
import { cut } from '../../text/cut.js'
import { plural } from '../../text/words.js'
import { codeSpan, forMarkdown } from '../escape.js'
import { ignoredBlocks, ignoredPlace } from '../ignored.js'
import { NOT_LOOKED_AT } from '../not-looked-at.js'
import { nothingChecked } from '../nothing.js'
import { byUrgency } from '../urgency.js'
import { findingBlock, locationLink } from './finding.js'
import { fitBlocks } from './fit.js'
import { isText, snippet } from './fix.js'
import { details, type MarkdownView, nameSpan } from './words.js'

/** A finding that is told in full, with the reason why here. */
export interface Told {
  readonly finding: Finding
  /** Why it is not a review comment; null where nothing needs saying. */
  readonly reason: string | null
}

export interface OverviewInput {
  readonly result: CheckResult
  /** What is told in full, in any order. */
  readonly told: readonly Told[]
  /** Findings that review comments tell instead. */
  readonly inline: number
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
const PLACES_SHOWN = 10

/**
 * The overview of a run within a budget of UTF-8 bytes: what the change itself configures, verdict, counts, table,
 * findings told in full, undecided statements by what would settle them, what the result rests on. Used for the
 * summary comment, the job summary and the `markdown` format.
 */
export function overview(input: OverviewInput, view: MarkdownView, budget: number): string {
  const { report } = input.result
  const findings = report.findings.filter((finding) => input.notices || finding.level !== 'notice')
  const told = input.told
    .filter(({ finding }) => !isOpenQuestion(finding))
    .sort((a, b) => byUrgency(a.finding, b.finding))
  const head = [
    changed(report.changed ?? []),
    `## ${verdict(report)}${whose(input)}`,
    notes(report.notes),
    ...input.remarks,
    counts(report, input.inline, input.notices ? 0 : report.findings.length - findings.length),
    table(findings),
    told.length === 0 ? '' : `### ${input.inline > 0 ? 'Findings outside the review comments' : 'Findings'}`,
  ].filter(isText)
  const items = [
    ...told.map(({ finding, reason }) => findingBlock(finding, reason, view)),
    ...undecided(findings, view),
  ]
  const tail = [unread(report), ignored(report), assumptions(report), NOT_LOOKED_AT].filter(isText)
  return fitBlocks({ head, items, tail }, budget, (count) => leftOut(count, input.rest))
}

function leftOut(count: number, rest = 'the JSON report'): string {
  return `_${plural(count, 'further entry', 'further entries')} did not fit here; ${rest} has all of them._`
}

function whose({ whose: names = [] }: OverviewInput): string {
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

function counts(report: Report, inline: number, notices: number): string {
  const { summary } = report
  const undecidedCount = report.findings.filter(isOpenQuestion).length
  const parts = [
    `${plural(summary.policies, 'policy', 'policies')} with ${plural(summary.statements, 'statement')} judged in ${plural(summary.files, 'file')}`,
    `${summary.outOfScope} out of scope`,
    `${undecidedCount} undecided`,
    `${report.unread.length} unread`,
    summary.ignored > 0 ? `${summary.ignored} ignored` : '',
    inline > 0 ? `${plural(inline, 'finding')} in review comments` : '',
    notices > 0 ? `${plural(notices, 'notice')}, told in the job summary only` : '',
  ].filter(isText)
  return `${parts.join(' · ')}.`
}

/** Which feature is blocked on which bucket. A dash says that no finding concerns it, not more. */
function table(findings: readonly Finding[]): string {
  const rows = new Map<string, Map<string, 'blocked' | 'undecided'>>()
  // Worst first: of many buckets not all are shown.
  for (const finding of [...findings].sort(byUrgency)) {
    if (!isStatementFinding(finding)) continue
    const name = finding.policy.bucket ?? finding.policy.address ?? finding.policy.path
    const row = rows.get(name) ?? new Map<string, 'blocked' | 'undecided'>()
    rows.set(name, row)
    for (const { feature } of finding.undecided) if (!row.has(feature)) row.set(feature, 'undecided')
    for (const { feature } of finding.blocked) row.set(feature, 'blocked')
  }
  if (rows.size === 0) return ''
  const lines = [...rows].slice(0, ROWS_SHOWN).map(([name, row]) => {
    const cells = FEATURES.map((feature) => row.get(feature) ?? '–')
    return `| ${nameSpan(name)} | ${cells.join(' | ')} |`
  })
  const head = `| Bucket | ${FEATURES.map((feature) => FEATURE_WORDS[feature]).join(' | ')} |\n|${' --- |'.repeat(FEATURES.length + 1)}`
  const more = rows.size > ROWS_SHOWN ? `\n\n_and ${rows.size - ROWS_SHOWN} more buckets_` : ''
  return `${head}\n${lines.join('\n')}${more}`
}

function isOpenQuestion(finding: Finding): boolean {
  return finding.rule === 'deny-may-block-clumio'
}

/** One block per missing fact, with the statements it would settle and the line that supplies it. */
function undecided(findings: readonly Finding[], view: MarkdownView): string[] {
  const groups = new Map<string, { text: string; configuration: string | null; findings: Finding[] }>()
  for (const finding of findings) {
    if (finding.rule !== 'deny-may-block-clumio' || !isStatementFinding(finding)) continue
    const facts =
      finding.missing.length > 0 ? finding.missing : [{ id: '', text: finding.message, configuration: null }]
    for (const fact of facts) {
      const key = fact.id === '' ? finding.message : fact.id
      const group = groups.get(key) ?? { text: fact.text, configuration: fact.configuration, findings: [] }
      group.findings.push(finding)
      groups.set(key, group)
    }
  }
  const blocks = [...groups.values()].map((group) => {
    const places = group.findings.slice(0, PLACES_SHOWN).map((finding) => `- ${locationLink(finding, view)}`)
    if (group.findings.length > PLACES_SHOWN) places.push(`- and ${group.findings.length - PLACES_SHOWN} more`)
    const supply = group.configuration === null ? '' : `\n\n${snippet([group.configuration], view)}`
    return `**${forMarkdown(group.text)}**\n${places.join('\n')}${supply}`
  })
  const [first, ...rest] = blocks
  return first === undefined ? [] : [`### Undecided, by what would settle it\n\n${first}`, ...rest]
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
