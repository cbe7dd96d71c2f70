import { FEATURE_WORDS } from '../../model/options.js'
import { type Finding, type Fix, isStatementFinding, type StatementFinding, sessionName } from '../../model/report.js'
import { joinWords, plural } from '../../text/words.js'
import { codeSpan, forMarkdown } from '../escape.js'
import { settling } from './finding.js'
import { byteLength, fitBlocks } from './fit.js'
import { alternativeFix, isText, noteOf, roleWords, shownFix, snippet, suggestionBlock } from './fix.js'
import {
  details,
  headline,
  listSome,
  type MarkdownView,
  nameSpan,
  reasonList,
  reasonSentence,
  ruleLink,
  statementName,
} from './words.js'

/** What one review comment tells. */
export interface CommentInput {
  /** Findings on the comment's lines, worst first, at least one. */
  readonly findings: readonly Finding[]
  /** The lines that one click puts in place of the comment's lines, or null. */
  readonly replacement: string | null
  /** Why an existing edit is not offered by one click; null when it is, or when there is none. */
  readonly reason: string | null
  /** Of several comments on one cause, which one this is; absent where it is the only one. */
  readonly shared?: SharedCause | undefined
}

/** A place that a comment stands at. */
export interface CommentPlace {
  readonly path: string
  readonly startLine: number
}

/** One cause in several places: the first comment explains it, the others say where that is. */
export type SharedCause =
  | { readonly kind: 'first'; readonly others: readonly CommentPlace[] }
  | {
      readonly kind: 'later'
      readonly first: CommentPlace
      readonly fix: Fix | null
      readonly fixUnavailable: string | null
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
 * The body of a review comment, without its marker: what breaks, why in one sentence, the change, whom it exempts, and
 * behind folds the other remedy, all reasons and the entries to paste. What has no room within `budget` UTF-8 bytes is
 * left out in whole blocks, and said; a suggestion is never cut: null when the comment does not fit with one.
 */
export function commentBody(input: CommentInput, view: MarkdownView, budget: number): string | null {
  const [worst] = input.findings
  if (worst === undefined) throw new Error('a comment tells at least one finding')
  const blocks = blocksOf(worst, input, view)
  const head = blocks.needed.filter(isText)
  const tail = [blocks.end].filter(isText)
  const least = byteLength([...head, leftOut(blocks.more.length), ...tail].join('\n\n'))
  if (input.replacement !== null && least > budget) return null
  return fitBlocks({ head, items: blocks.more.filter(isText), tail }, budget, leftOut)
}

function blocksOf(worst: Finding, input: CommentInput, view: MarkdownView): Blocks {
  if (input.shared?.kind === 'later') return laterComment(input, input.shared, view)
  return isStatementFinding(worst) ? statementComment(worst, input, view) : plainComment(worst, input, view)
}

function leftOut(count: number): string {
  return `_${plural(count, 'further part')} of this comment did not fit; the JSON report has all of it._`
}

/** What another comment explains: the change, and where that comment is. */
function laterComment(
  input: CommentInput,
  shared: Extract<SharedCause, { kind: 'later' }>,
  view: MarkdownView,
): Blocks {
  const { findings, replacement, reason } = input
  const lead = `**${headline(findings)}**${nameWords(findings)}, for the reason told at ${placeSpan(shared.first)}.`
  const fix = fixOf(findings)
  const unavailable = findings[0]?.fixUnavailable ?? null
  const note = fix === null || fix.note === shared.fix?.note ? '' : noteOf(fix)
  if (fix === null) {
    const isTold = unavailable === null || unavailable === shared.fixUnavailable
    return { needed: [lead, isTold ? '' : noFix(unavailable)], more: [], end: '' }
  }
  const change = replacement === null ? [shownFix(fix, reason, view, note)] : [suggestionBlock(replacement), note]
  return { needed: [lead, ...change], more: [], end: '' }
}

/** The statement and the planned resources, which the lines need not name. */
function nameWords(findings: readonly Finding[]): string {
  const statements = findings.filter(isStatementFinding).slice(0, 1).map(statementName)
  const addresses = [...new Set(findings.flatMap(({ policy }) => policy?.address ?? []))].map(nameSpan)
  const names = [...statements, ...addresses]
  return names.length === 0 ? '' : ` (${listSome(names, INSTANCES_SHOWN)})`
}

function placeSpan({ path, startLine }: CommentPlace): string {
  return codeSpan(`${path}:${startLine}`)
}

function otherPlaces({ shared }: CommentInput): string {
  if (shared?.kind !== 'first') return ''
  return `The same cause at ${listSome(shared.others.map(placeSpan), INSTANCES_SHOWN)}.`
}

function statementComment(worst: StatementFinding, input: CommentInput, view: MarkdownView): Blocks {
  return {
    needed: [
      `**${headline(input.findings)}**`,
      reasonsOf(worst),
      worst.missing.length === 0 ? '' : `**What would settle it:**\n${settling(worst.missing, view)}`,
      otherPlaces(input),
      ...others(input.findings),
      ...change(worst, input, view),
    ],
    more: [
      worst.alternative === null ? '' : alternativeFix(worst.alternative, worst, view),
      allReasons(worst),
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
      otherPlaces(input),
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

/** Why the statement blocks, or what is open, in one sentence; all reasons are behind a fold further down. */
function reasonsOf(finding: StatementFinding): string {
  const part = finding.scope === 'part' ? ' Only part of the objects is affected.' : ''
  const { address } = finding.policy
  // The same lines may stand for many planned resources, and a bucket's name need not be in them.
  const name = `${statementName(finding)}${address === null ? '' : ` of ${nameSpan(address)}`}`
  return `${reasonSentence(finding).replace(/\.$/, '')} (${name}).${part}`
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

function fixOf(findings: readonly Finding[]): Fix | null {
  return findings.find((finding) => finding.fix !== null)?.fix ?? null
}

function noFix(why: string): string {
  return `**No fix is offered:** ${forMarkdown(why)}`
}

function change(worst: Finding, input: CommentInput, view: MarkdownView): string[] {
  const fix = fixOf(input.findings)
  const alternative = isStatementFinding(worst) ? worst.alternative : null
  if (fix === null) {
    // The way out of an undecided statement says itself why it is none that is offered.
    return worst.fixUnavailable === null || alternative !== null ? [] : [noFix(worst.fixUnavailable)]
  }
  const note = noteOf(fix, alternative !== null)
  if (input.replacement === null) return [shownFix(fix, input.reason, view, note)]
  return [suggestionBlock(input.replacement), note]
}

/** All reasons, who was judged, and who is denied what. */
function allReasons(finding: StatementFinding): string {
  const table = actionTable(finding)
  if (table === '') return ''
  const blocks = [reasonList(finding.because, REASONS_SHOWN), roleWords(finding), table]
  return details('All reasons, and the actions by session', blocks.filter(isText).join('\n\n'))
}

/** Who is denied what; sessions with the same actions share a row, and sessions that share all of them are told once. */
function actionTable(finding: StatementFinding): string {
  const rows = new Map<string, string[]>()
  const needs = [
    ...finding.blocked.map((each) => ({ ...each, verdict: 'blocked' })),
    ...finding.undecided.map((each) => ({ ...each, verdict: 'undecided' })),
  ]
  for (const need of needs) {
    const { feature, actions, verdict } = need
    const more = actions.length > ACTIONS_SHOWN ? ` and ${actions.length - ACTIONS_SHOWN} more` : ''
    const shown = actions.slice(0, ACTIONS_SHOWN).map((action) => codeSpan(action))
    const cells = `${FEATURE_WORDS[feature]} | ${verdict} | ${shown.join(', ')}${more} |`
    rows.set(cells, [...(rows.get(cells) ?? []), sessionName(need)])
  }
  if (rows.size === 0) return ''
  const sessions = new Set([...rows.values()].map((each) => joinWords(each.map(codeSpan))))
  const [only = ''] = sessions
  if (sessions.size === 1) {
    return [
      `By ${only}:\n`,
      '| Feature | Verdict | Actions |',
      '| --- | --- | --- |',
      ...[...rows.keys()].map((cells) => `| ${cells}`),
    ].join('\n')
  }
  const lines = [...rows].map(([cells, own]) => `| ${own.map(codeSpan).join(', ')} | ${cells}`)
  return ['| Session | Feature | Verdict | Actions |', '| --- | --- | --- | --- |', ...lines].join('\n')
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
