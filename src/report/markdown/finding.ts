import {
  type Finding,
  isStatementFinding,
  isVerdictFinding,
  type MissingFact,
  type StatementFinding,
} from '../../model/report.js'
import { joinWords, plural } from '../../text/words.js'
import { codeSpan, forMarkdown, shownFence } from '../escape.js'
import { fixText, isText, noteOf, roleWords, shownFix, snippet } from './fix.js'
import {
  details,
  factWords,
  headline,
  listSome,
  type MarkdownView,
  nameSpan,
  reasonList,
  reasonSentence,
  ruleLink,
} from './words.js'

const REASONS_SHOWN = 6
/** Of the places of one cause, as many are in sight; the others are behind a fold, and more than that are counted. */
const PLACES_SHOWN = 5
const PLACES_LISTED = 200

/** Findings of one rule, one level and one cause, worst first. */
export type CauseGroup = readonly [Finding, ...Finding[]]

/** Findings of one cause in full, for a page where they have no lines of their own: what, where, why, and the patch. */
export function causeBlock(findings: CauseGroup, reason: string | null, view: MarkdownView): string {
  const [first] = findings
  const why = reason === null ? '' : `_(${forMarkdown(reason)})_`
  const where = places(findings, view)
  // Behind a fold nothing is Markdown before an empty line, and behind a list it would be the last place's.
  const here = findings.length === 1 ? [[where, why].filter(isText).join(' ')] : [why, where]
  const blocks = [
    `**${headlineOf(findings)}** · ${first.level} · ${ruleLink(first.rule, view.rulePages)}`,
    reasonSentence(first),
    ...here,
    findings.length === 1 ? fixBlock(first, view) : fixOfAll(findings, view),
    findings.length === 1 ? reasons(first) : '',
  ]
  return blocks.filter(isText).join('\n\n')
}

function headlineOf(findings: CauseGroup): string {
  return headline(findings, statementsIn(findings))
}

function statementsIn(findings: readonly Finding[]): number {
  return new Set(findings.map(({ location: { path, startLine } }) => JSON.stringify([path, startLine]))).size
}

function reasons(finding: Finding): string {
  if (!isVerdictFinding(finding) || finding.because.length === 0) return ''
  const blocks = [reasonList(finding.because, REASONS_SHOWN), roleWords(finding)]
  return details('All reasons', blocks.filter(isText).join('\n\n'))
}

/** The places of findings: the first ones in sight, the others behind a fold. */
export function places(findings: readonly Finding[], view: MarkdownView): string {
  const all = links(findings, view)
  if (all.length === 1) return all.join('')
  const shown = all.slice(0, PLACES_SHOWN).map((link) => `- ${link}`)
  const rest = all.slice(PLACES_SHOWN)
  if (rest.length === 0) return shown.join('\n')
  const count = plural(findings.length - PLACES_SHOWN, 'more place')
  return `${shown.join('\n')}\n\n${details(`and ${count}`, joinWords(rest))}`
}

/** The places of findings, each as a link; of very many the last is a count. */
function links(findings: readonly Finding[], view: MarkdownView): readonly string[] {
  const all = findings.slice(0, PLACES_LISTED).map((finding) => locationLink(finding, view))
  return findings.length > all.length ? [...all, `${findings.length - all.length} more`] : all
}

function fixBlock({ fix, fixUnavailable }: Finding, view: MarkdownView): string {
  if (fix === null) return fixUnavailable === null ? '' : `No fix is offered: ${forMarkdown(fixUnavailable)}`
  return details('The fix', shownFix(fix, null, view))
}

/** The fix of several findings: their one patch where it is one, else the command that makes all edits. */
function fixOfAll(findings: CauseGroup, view: MarkdownView): string {
  const [first] = findings
  const { fix } = first
  const edits = JSON.stringify(fix?.edits)
  if (fix === null || fix.applicability === 'text-only') return fixBlock(first, view)
  if (findings.every((other) => JSON.stringify(other.fix?.edits) === edits)) return fixBlock(first, view)
  const command = shownFence(fixCommand(findings), 'sh')
  const lead = `All ${findings.length} in one go (\`--fix\` makes every edit that there is):`
  const role = isStatementFinding(first) ? roleWords(first) : ''
  return [noteOf(fix), role, `${lead}\n\n${command}`].filter(isText).join('\n\n')
}

/** With what this run was told about the role by its inputs, and the plans that it read. */
function fixCommand(findings: readonly Finding[]): string {
  const roles = new Set(findings.filter(isStatementFinding).flatMap(inputRole))
  const plans = new Set(findings.flatMap(({ policy }) => (policy?.source === 'terraform-plan' ? [policy.path] : [])))
  const isOtherRemedy = findings.every(({ fix }) => fix?.remedy === 'principal-arn')
  const options = [
    ...[...plans].map((path) => `--plan-files ${quotedForShell(path)}`),
    ...(roles.size === 1 ? [...roles].map((arn) => `--clumio-role-id ${quotedForShell(arn)}`) : []),
    ...(isOtherRemedy ? ['--remedy principal-arn'] : []),
  ]
  return ['clumio-policy-check --fix', ...options].join(' ')
}

function inputRole({ roles }: StatementFinding): readonly string[] {
  return roles.flatMap(({ arn, origin }) => (origin === 'the inputs' && arn.startsWith('arn:') ? [arn] : []))
}

function quotedForShell(text: string): string {
  return /^[\w./:@%+=,-]+$/.test(text) && !text.startsWith('-') ? text : `'${text.replaceAll("'", "'\\''")}'`
}

/** One line about findings that are none of this change. */
export function causeLine(findings: CauseGroup, view: MarkdownView): string {
  const [first] = findings
  const name = isVerdictFinding(first) ? `${headlineOf(findings)}. ` : ''
  return `- ${listSome(links(findings, view), PLACES_SHOWN)}: ${name}${reasonSentence(first)}`
}

/** What to do about findings that are told on one line, for a fold with others; empty where there is nothing. */
export function whatToDo(findings: CauseGroup, view: MarkdownView): string {
  const [first] = findings
  const all = findings.length > PLACES_SHOWN ? `All places: ${joinWords(links(findings, view))}.` : ''
  const todo = isStatementFinding(first) && first.fix === null ? settling(first.missing, view) : change(findings, view)
  return [all, todo].filter(isText).join('\n\n')
}

function change(findings: CauseGroup, view: MarkdownView): string {
  const [{ fix }] = findings
  if (fix === null) return ''
  return findings.length > 1 ? fixOfAll(findings, view) : [noteOf(fix), fixText(fix, view)].filter(isText).join('\n\n')
}

/** What would settle undecided statements: who can tell it, and what to paste. */
export function settling(missing: readonly MissingFact[], view: MarkdownView): string {
  if (missing.length === 0) return ''
  const facts = missing.map((fact) => `- ${factWords(fact, view)}`).join('\n')
  const lines = missing.flatMap(({ configuration }) => configuration ?? [])
  return [facts, lines.length === 0 ? '' : snippet([...new Set(lines)], view)].filter(isText).join('\n\n')
}

/** Where a finding is: path and lines, linked where a link is known to lead there, and what it is called in a plan. */
export function locationLink(finding: Finding, view: MarkdownView): string {
  const { path, startLine, endLine } = finding.location
  const lines = startLine === endLine ? `${path}:${startLine}` : `${path}:${startLine}-${endLine}`
  const link = view.permalink(path, startLine, endLine)
  const place = link === null ? codeSpan(lines) : `[${codeSpan(lines)}](${link})`
  const sid =
    isStatementFinding(finding) && finding.statement.sid !== null ? `, ${nameSpan(finding.statement.sid)}` : ''
  const address = finding.policy?.address
  return `${place}${sid}${address === null || address === undefined ? '' : `, ${nameSpan(address)}`}`
}
