import { FEATURE_WORDS } from '../../model/options.js'
import { type Finding, isStatementFinding, type StatementFinding } from '../../model/report.js'
import { plural } from '../../text/words.js'
import { codeSpan, forMarkdown } from '../escape.js'
import { byteLength, fitBlocks } from './fit.js'
import { alternativeFix, isText, noteOf, roleWords, shownFix, snippet, suggestionBlock } from './fix.js'
import { details, headline, type MarkdownView, nameSpan, reasonList, ruleLink, statementName } from './words.js'

/** What one review comment tells. */
export interface CommentInput {
  /** Findings on the comment's lines, worst first, at least one. */
  readonly findings: readonly Finding[]
  /** The lines that one click puts in place of the comment's lines, or null. */
  readonly replacement: string | null
  /** Why an existing edit is not offered by one click; null when it is, or when there is none. */
  readonly reason: string | null
}

const REASONS_SHOWN = 6
const INSTANCES_SHOWN = 10
const ENTRIES_SHOWN = 10
const ACTIONS_SHOWN = 12

/** The blocks of a comment: what it must tell, what it tells as far as there is room, and its last line. */
interface Blocks {
  readonly needed: readonly string[]
  readonly more: readonly string[]
  readonly end: string
}

/**
 * The body of a review comment, without its marker: what breaks, why, the change, whom it exempts, and behind folds
 * the other remedy and the entries to paste. What has no room within `budget` UTF-8 bytes is left out in whole blocks,
 * and said; a suggestion is never cut: null when the comment does not fit with one.
 */
export function commentBody(input: CommentInput, view: MarkdownView, budget: number): string | null {
  const [worst] = input.findings
  if (worst === undefined) throw new Error('a comment tells at least one finding')
  const blocks = isStatementFinding(worst) ? statementComment(worst, input, view) : plainComment(worst, input, view)
  const head = blocks.needed.filter(isText)
  const least = byteLength([...head, leftOut(blocks.more.length), blocks.end].join('\n\n'))
  if (input.replacement !== null && least > budget) return null
  return fitBlocks({ head, items: blocks.more.filter(isText), tail: [blocks.end] }, budget, leftOut)
}

function leftOut(count: number): string {
  return `_${plural(count, 'further part')} of this comment did not fit; the JSON report has all of it._`
}

function statementComment(worst: StatementFinding, input: CommentInput, view: MarkdownView): Blocks {
  return {
    needed: [
      `**${headline(input.findings)}**`,
      reasonsOf(worst, view),
      ...others(input.findings),
      ...change(worst, input, view),
      roleWords(worst),
    ],
    more: [
      worst.alternative === null ? '' : alternativeFix(worst.alternative, view),
      blockedDetails(worst),
      entries(input.findings, view),
    ],
    end: ruleLink(worst.rule, view.rulePages),
  }
}

function plainComment(worst: Finding, input: CommentInput, view: MarkdownView): Blocks {
  return {
    needed: [
      `**${headline(input.findings)}**`,
      forMarkdown(worst.message),
      resourceOf(input.findings),
      ...others(input.findings),
      ...change(worst, input, view),
    ],
    more: [worst.policy === null ? '' : entries(input.findings, view)],
    end: ruleLink(worst.rule, view.rulePages),
  }
}

/** Names the planned resource of a lone finding; several are listed with their statements. */
function resourceOf([worst, ...rest]: readonly Finding[]): string {
  const address = worst?.policy?.address ?? null
  return address === null || rest.length > 0 ? '' : `**Resource:** ${nameSpan(address)}`
}

/** Why the statement blocks, or what would have to be known: what decides, and all of it behind a fold further down. */
function reasonsOf(finding: StatementFinding, view: MarkdownView): string {
  const lead = finding.verdict === 'blocked' ? 'Why' : 'Undecided'
  const part = finding.scope === 'part' ? ' Only part of the objects is affected.' : ''
  const missing = finding.missing.map((fact) => `- ${forMarkdown(fact.text)}`).join('\n')
  const settle =
    missing === '' ? '' : `\n\n**What would settle it:**\n${missing}\n${missingConfiguration(finding, view)}`
  const name = `${statementName(finding)}${ofAddress(finding)}`
  return `**${lead}** (${name}): ${forMarkdown(finding.deciding)}.${part}${settle}`
}

/** The planned resource: the same lines may stand for many, and a bucket's name need not be in them. */
function ofAddress({ policy }: StatementFinding): string {
  return policy.address === null ? '' : ` of ${nameSpan(policy.address)}`
}

function missingConfiguration(finding: StatementFinding, view: MarkdownView): string {
  const lines = finding.missing.flatMap((fact) => (fact.configuration === null ? [] : [fact.configuration]))
  if (lines.length === 0) return ''
  return `\n${snippet([...new Set(lines)], view)}`
}

/** What the comment tells besides its first finding: other instances by name, other rules by their sentence. */
function others(findings: readonly Finding[]): string[] {
  const [worst, ...rest] = findings
  if (worst === undefined || rest.length === 0) return []
  const instances = findings.filter((finding) => finding.rule === worst.rule)
  const different = rest.filter((finding) => finding.rule !== worst.rule)
  const blocks: string[] = []
  if (instances.length > 1) {
    const names = instances.slice(0, INSTANCES_SHOWN).map((finding) => `- ${instanceName(finding)}`)
    if (instances.length > INSTANCES_SHOWN) names.push(`- and ${instances.length - INSTANCES_SHOWN} more`)
    blocks.push(`These lines give ${plural(instances.length, 'finding')}:\n${names.join('\n')}`)
  }
  const sentences = [
    ...new Set(different.map((finding) => `**${headline([finding])}:** ${forMarkdown(finding.message)}`)),
  ]
  return [...blocks, ...sentences.slice(0, INSTANCES_SHOWN)]
}

function instanceName(finding: Finding): string {
  const name = finding.policy?.address ?? finding.policy?.bucket ?? finding.location.path
  return isStatementFinding(finding) ? `${nameSpan(name)}, ${statementName(finding)}` : nameSpan(name)
}

function change(worst: Finding, input: CommentInput, view: MarkdownView): string[] {
  const fix = input.findings.find((finding) => finding.fix !== null)?.fix ?? null
  if (fix === null) {
    return worst.fixUnavailable === null ? [] : [`**No fix is offered:** ${forMarkdown(worst.fixUnavailable)}`]
  }
  if (input.replacement === null) return [shownFix(fix, input.reason, view)]
  return [suggestionBlock(input.replacement), noteOf(fix)]
}

/** Who is denied what; sessions with the same actions share a row, which is the usual case. */
function blockedDetails(finding: StatementFinding): string {
  const rows = new Map<string, string[]>()
  const needs = [
    ...finding.blocked.map((each) => ({ ...each, verdict: 'blocked' })),
    ...finding.undecided.map((each) => ({ ...each, verdict: 'undecided' })),
  ]
  for (const { session, feature, actions, verdict } of needs) {
    const more = actions.length > ACTIONS_SHOWN ? ` and ${actions.length - ACTIONS_SHOWN} more` : ''
    const shown = actions.slice(0, ACTIONS_SHOWN).map((action) => codeSpan(action))
    const cells = `${FEATURE_WORDS[feature]} | ${verdict} | ${shown.join(', ')}${more} |`
    rows.set(cells, [...(rows.get(cells) ?? []), session])
  }
  if (rows.size === 0) return ''
  const lines = [...rows].map(
    ([cells, sessions]) => `| ${sessions.map((each) => codeSpan(each)).join(', ')} | ${cells}`,
  )
  const table = ['| Session | Feature | Verdict | Actions |', '| --- | --- | --- | --- |', ...lines].join('\n')
  return details('All reasons, and the actions by session', `${reasonList(finding.because, REASONS_SHOWN)}\n\n${table}`)
}

/** Entries for the configuration file that say "this is meant", ready to paste. */
function entries(findings: readonly Finding[], view: MarkdownView): string {
  // An ignored Deny takes the finding about its exemption along.
  const denies = findings.filter((finding) => finding.rule !== 'ineffective-exemption')
  const ignore = (denies.length > 0 ? denies : findings)
    .slice(0, ENTRIES_SHOWN)
    .map((finding) =>
      JSON.stringify({ rule: finding.rule, fingerprint: finding.fingerprint, reason: 'say why this is meant' }),
    )
  const buckets = [...new Set(findings.flatMap((finding) => finding.policy?.bucket ?? []))]
  const ignoring = `To accept ${findings.length === 1 ? 'this finding' : 'these findings'}:\n\n${snippet([`"ignore": [${ignore.join(', ')}]`], view)}`
  const protect = JSON.stringify({ buckets: buckets.slice(0, ENTRIES_SHOWN) })
  const protecting =
    buckets.length === 0
      ? ''
      : `Or name all buckets that Clumio backs up, so that policies of others are only counted:\n\n${snippet([`"protect": ${protect}`], view)}`
  return details(
    'Meant as it is? Ignore it, or say what Clumio protects',
    [ignoring, protecting].filter(isText).join('\n\n'),
  )
}
