import { type Fix, OTHER_REMEDY, type StatementFinding, UNNAMED_ROLE } from '../../model/report.js'
import { codeFence, codeSpan, forMarkdown, shownFence } from '../escape.js'
import { pasted } from '../snippets.js'
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
export function shownFix(fix: Fix, why: string | null, view: MarkdownView, note = noteOf(fix)): string {
  const reason = why === null ? '' : ` Not offered as a suggestion: ${forMarkdown(why)}.`
  return [`**Fix:** ${forMarkdown(fix.title)}.${reason}`, note, fixText(fix, view)].filter(isText).join('\n\n')
}

const REMEDY_WORDS: Readonly<Record<Fix['remedy'], string>> = {
  'not-principal': 'the list in NotPrincipal',
  'principal-arn': 'an exception on aws:PrincipalArn',
  'bucket-owner-enforced': 'bucket owner enforced',
}

/**
 * The other remedy, collapsed; of an undecided statement, the way out for who rather exempts Clumio than finds out. The
 * sentences with which the note of the first remedy begins, too, are not said again.
 */
export function alternativeFix(
  fix: Fix,
  { verdict, fix: first }: Pick<StatementFinding, 'verdict' | 'fix'>,
  view: MarkdownView,
): string {
  const sentences = fix.note.split(/(?<=\.) /)
  const known = first?.note.split(/(?<=\.) /) ?? []
  const from = sentences.findIndex((sentence, at) => sentence !== known[at])
  const note = from === -1 ? '' : sentences.slice(from).join(' ')
  const body = [forMarkdown(note), fixText(fix, view)].filter(isText).join('\n\n')
  const lead =
    verdict === 'blocked' ? `Other remedy: ${REMEDY_WORDS[fix.remedy]}` : 'Or exempt Clumio without finding out'
  return details(lead, body)
}

export function fixText(fix: Fix, view: MarkdownView): string {
  const patch = fix.applicability === 'edit' ? patchBlocks(fix.edits, view.texts) : ''
  if (patch !== '') return patch
  if (fix.text !== null) return shownFence(fix.text, '')
  return fix.edits.map((edit) => shownFence(edit.replacement, '')).join('\n\n')
}

/**
 * The fix's own words: whom it exempts from what, on which condition, why this remedy.
 *
 * @param above the other remedy is shown further down
 */
export function noteOf(fix: Fix, above = false): string {
  const note = above ? fix.note.replace(OTHER_REMEDY, 'use the other remedy below') : fix.note
  return note === '' ? '' : forMarkdown(note)
}

const ROLES_SHOWN = 5

/** Which roles the statement was judged for, and where each comes from. */
export function roleWords(finding: StatementFinding): string {
  if (finding.roles.length === 0) return ''
  const shown = finding.roles.slice(0, ROLES_SHOWN).map(({ arn, origin }) => {
    const from = origin === UNNAMED_ROLE ? origin : `from ${origin}`
    return `${arn.startsWith('arn:') ? codeSpan(arn) : forMarkdown(arn)} (${forMarkdown(from)})`
  })
  const rest = finding.roles.length - shown.length
  if (rest > 0) shown.push(`and ${rest} more`)
  return shown.length === 1
    ? `**Role:** ${shown.join('')}`
    : `**Roles:**\n${shown.map((each) => `- ${each}`).join('\n')}`
}

export function isText(text: string): boolean {
  return text !== ''
}

/** What to paste into the configuration, and where. */
export function snippet(members: readonly string[], { configuration = null }: MarkdownView): string {
  const { lead, text } = pasted(members, configuration)
  return `${forMarkdown(lead)}\n\n${shownFence(text, 'jsonc')}`
}
