import { FEATURE_WORDS, FEATURES, type Feature } from '../../model/options.js'
import {
  type Blocked,
  type Finding,
  isStatementFinding,
  isVerdictFinding,
  type MissingFact,
  type StatementFinding,
} from '../../model/report.js'
import { type RuleId, rowOf } from '../../model/rules.js'
import { cut } from '../../text/cut.js'
import { capitalized, joinWords, plural } from '../../text/words.js'
import { codeSpan, forMarkdown } from '../escape.js'

/** What the Markdown builders may know besides findings. */
export interface MarkdownView {
  /** URL prefix of the rule pages, ending in `/`; null leaves the links out. */
  readonly rulePages: string | null
  /** The texts that were judged, by path. */
  readonly texts: ReadonlyMap<string, string>
  /** The configuration file of the run; null or absent where there is none, so that snippets are a whole file. */
  readonly configuration?: string | null
  /** The page of the workflow run, or null; a text that differs from an older one by it alone says the same. */
  readonly runUrl?: string | null
  /** A link to lines of a file, or null where none is known to lead there. */
  readonly permalink: (path: string, startLine: number, endLine: number) => string | null
}

/** The features of a list of blocked needs, in the order of the documentation. */
export function featuresOf(blocked: readonly Blocked[]): readonly Feature[] {
  return FEATURES.filter((feature) => blocked.some((each) => each.feature === feature))
}

/** At most `limit` of the words, the rest counted. */
export function listSome(words: readonly string[], limit: number): string {
  return words.length <= limit
    ? joinWords(words)
    : `${words.slice(0, limit).join(', ')} and ${words.length - limit} more`
}

const NAME_LENGTH = 200

/** A name that somebody else chose, as a code span; those of AWS are shorter than what is shown. */
export function nameSpan(name: string): string {
  return codeSpan(cut(name, NAME_LENGTH))
}

/** The buckets of findings as code spans, each once. */
export function bucketWords(findings: readonly Finding[]): string {
  const buckets = new Set<string>()
  for (const finding of findings) {
    const bucket = finding.policy?.bucket
    if (bucket !== null && bucket !== undefined) buckets.add(bucket)
  }
  return listSome(
    [...buckets].map((bucket) => nameSpan(bucket)),
    3,
  )
}

/**
 * Heads a comment or an entry: the bucket and what does not work on it. Markdown, without markup around it.
 *
 * @param statements how many different statements the findings are on, where the reader does not look at them
 */
export function headline(findings: readonly Finding[], statements = 1): string {
  const [worst] = findings
  if (worst === undefined) return ''
  if (!isVerdictFinding(worst)) {
    return `${rowOf(worst.rule).title}${onBuckets(findings)}`
  }
  const denies = findings.filter(isStatementFinding)
  const what = statements === 1 ? 'This Deny' : plural(statements, 'Deny statement')
  const blocked = featuresOf(denies.flatMap((finding) => finding.blocked))
  const blocks = statements === 1 ? 'blocks' : 'block'
  if (blocked.length > 0) return `${what} ${blocks} Clumio's ${featureList(blocked)}${onBuckets(findings)}`
  const undecided = featuresOf(denies.flatMap((finding) => finding.undecided))
  if (undecided.length > 0) return `${what} may block Clumio's ${featureList(undecided)}${onBuckets(findings)}`
  return `${rowOf(worst.rule).title}${onBuckets(findings)}`
}

function featureList(features: readonly Feature[]): string {
  return joinWords(features.map((feature) => FEATURE_WORDS[feature]))
}

function onBuckets(findings: readonly Finding[]): string {
  const buckets = bucketWords(findings)
  return buckets === '' ? '' : ` on ${buckets}`
}

/** Names the statement: its Sid, else its place in the policy. */
export function statementName(finding: StatementFinding): string {
  const { index, sid } = finding.statement
  if (sid !== null) return `statement ${nameSpan(sid)}`
  return index === null ? 'a statement without Sid' : `statement ${index + 1}`
}

/** The deciding reasons, as a list. */
export function reasonList(because: readonly string[], limit: number): string {
  const shown = because.slice(0, limit).map((reason) => `- ${forMarkdown(reason)}`)
  if (because.length > limit) shown.push(`- and ${plural(because.length - limit, 'further reason')}`)
  return shown.join('\n')
}

/** The rule id, linked to its page where the page is known. */
export function ruleLink(rule: RuleId, rulePages: string | null): string {
  return rulePages === null ? `\`${rule}\`` : `[\`${rule}\`](${rulePages}${rule}.md)`
}

/**
 * A collapsed block. `body` is finished Markdown; `summary` is shown as HTML, where Markdown's escapes mean nothing: the
 * project's own plain words only.
 */
export function details(summary: string, body: string): string {
  return `<details><summary>${summary}</summary>\n\n${body}\n\n</details>`
}

/** What decides a finding, as a sentence. */
export function reasonSentence(finding: Finding): string {
  if (!isVerdictFinding(finding)) return forMarkdown(finding.message)
  return forMarkdown(`${capitalized(finding.deciding)}.`)
}

/** The page on `learn` beside the pages of the rules, as words behind a fact that it can find out. */
function learnLink(ask: string, rulePages: string | null): string {
  if (rulePages === null || !ask.includes(' learn ')) return ''
  return ` ([how that works](${rulePages.replace(/rules\/$/, 'learn.md')}))`
}

/** A missing fact, and who can tell it. */
export function factWords({ text, ask }: MissingFact, { rulePages }: MarkdownView): string {
  const what = `${capitalized(text)}.`
  return ask === null ? forMarkdown(what) : `${forMarkdown(`${what} Ask ${ask}`)}${learnLink(ask, rulePages)}.`
}
