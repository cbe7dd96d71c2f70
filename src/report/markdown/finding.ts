import { type Finding, isStatementFinding } from '../../model/report.js'
import { codeSpan, forMarkdown } from '../escape.js'
import { isText, roleWords, shownFix } from './fix.js'
import { details, headline, type MarkdownView, nameSpan, reasonList, ruleLink } from './words.js'

const REASONS_SHOWN = 6

/** One finding in full, for a page where it has no lines of its own: what, where, why, and the patch. */
export function findingBlock(finding: Finding, reason: string | null, view: MarkdownView): string {
  const here = reason === null ? '' : ` _(${forMarkdown(reason)})_`
  const judged = isStatementFinding(finding) && finding.rule !== 'ineffective-exemption' && finding.because.length > 0
  const title = `**${headline([finding])}** · ${finding.level} · ${ruleLink(finding.rule, view.rulePages)}`
  const why = judged ? `**Why:** ${forMarkdown(finding.deciding)}.` : forMarkdown(finding.message)
  const reasons = judged ? details('All reasons', reasonList(finding.because, REASONS_SHOWN)) : ''
  const blocks = [title, `${locationLink(finding, view)}${here}`, why, fixBlock(finding, view), reasons]
  return blocks.filter(isText).join('\n\n')
}

function fixBlock(finding: Finding, view: MarkdownView): string {
  if (finding.fix === null) {
    return finding.fixUnavailable === null ? '' : `No fix is offered: ${forMarkdown(finding.fixUnavailable)}`
  }
  const parts = [shownFix(finding.fix, null, view)]
  if (isStatementFinding(finding)) parts.push(roleWords(finding))
  return details('The fix', parts.filter(isText).join('\n\n'))
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
