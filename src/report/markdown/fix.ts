import type { Fix, StatementFinding } from '../../model/report.js'
import { codeFence, codeSpan, forMarkdown, shownFence } from '../escape.js'
import { patchBlocks } from './patch.js'
import { details, type MarkdownView } from './words.js'

/** A suggestion block: GitHub replaces the comment's lines by exactly this. */
export function suggestionBlock(replacement: string): string {
  return codeFence(replacement, 'suggestion')
}

/**
 * A fix that is shown and not offered: the patch of its edits, or the wanted lines as plain text. `why` says why it is
 * not offered by one click, where the fix itself does not.
 */
export function shownFix(fix: Fix, why: string | null, view: MarkdownView): string {
  const reason = why === null ? '' : ` Not offered as a suggestion: ${forMarkdown(why)}.`
  return [`**Fix:** ${forMarkdown(fix.title)}.${reason}`, noteOf(fix), fixText(fix, view)].filter(isText).join('\n\n')
}

/** The other remedy, collapsed. */
export function alternativeFix(fix: Fix, view: MarkdownView): string {
  const body = [noteOf(fix), fixText(fix, view)].filter(isText).join('\n\n')
  return details(`Other remedy: ${forMarkdown(fix.title)}`, body)
}

function fixText(fix: Fix, view: MarkdownView): string {
  const patch = fix.applicability === 'edit' ? patchBlocks(fix.edits, view.texts) : ''
  if (patch !== '') return patch
  if (fix.text !== null) return shownFence(fix.text, '')
  return fix.edits.map((edit) => shownFence(edit.replacement, '')).join('\n\n')
}

/** The fix's own words about why this remedy and what else changes. */
export function noteOf(fix: Fix): string {
  return fix.note === '' ? '' : forMarkdown(fix.note)
}

/** Who is exempted from what once the fix is applied. Empty for a remedy that exempts nobody. */
export function exemptWords(fix: Fix): string {
  switch (fix.remedy) {
    case 'not-principal':
      return "**Exempts** the Clumio role, its listed sessions and the account's root user from every action of this statement."
    case 'principal-arn':
      return '**Exempts** the Clumio role, in all its sessions, from every action of this statement.'
    case 'bucket-owner-enforced':
      return ''
  }
}

const ROLES_SHOWN = 5

/** Which roles the statement was judged for, where each comes from, and what their exemption depends on. */
export function roleWords(finding: StatementFinding): string {
  const shown = finding.roles
    .slice(0, ROLES_SHOWN)
    .map((role) => `- ${codeSpan(role.arn)}: ${forMarkdown(role.origin)}`)
  const rest = finding.roles.length - shown.length
  if (rest > 0) shown.push(`- and ${rest} more`)
  const roles = shown.length === 0 ? '' : `**Role judged:**\n${shown.join('\n')}`
  const boundary =
    finding.fix?.remedy === 'not-principal' && finding.assumptions.includes('A2')
      ? 'This holds only while the role has no permissions boundary, which is assumed here (A2); AWS does not let `NotPrincipal` exempt a role that has one. State it with `"permissionsBoundary"` in the configuration.'
      : ''
  return [roles, boundary].filter(isText).join('\n\n')
}

export function isText(text: string): boolean {
  return text !== ''
}
