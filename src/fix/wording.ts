import { ENFORCED } from '../documents/ownership.js'
import { listedLayers } from '../iam/principal.js'
import { type Fix, type LineEdit, OTHER_REMEDY } from '../model/report.js'
import type { StatementDraft } from '../rules/drafts/draft.js'
import { capitalized } from '../text/words.js'
import type { FixRemedy, RemediableDraft } from './site.js'

/** What the words of a fix are made from. */
export interface Wording {
  readonly draft: RemediableDraft
  readonly remedy: FixRemedy
  /** What somebody has to make sure of. */
  readonly caveats: readonly string[]
  /** Why the other remedies, which come first, are not the one. */
  readonly refusals: readonly string[]
  /** A sentence behind all others; null for none. */
  readonly closing: string | null
}

/** A fix that may be applied by one click. */
export function editFix({ edit, ...wording }: Wording & { readonly edit: LineEdit }): Fix {
  const note = noteOf(wording, null)
  return {
    remedy: wording.remedy,
    title: titleOf(wording.remedy),
    applicability: 'edit',
    note,
    text: null,
    edits: [edit],
  }
}

/** A fix that is shown, with the reason why it is not offered. */
export function textOnlyFix({ text, why, ...wording }: Wording & { readonly text: string; readonly why: string }): Fix {
  const note = noteOf(wording, why)
  return { remedy: wording.remedy, title: titleOf(wording.remedy), applicability: 'text-only', note, text, edits: [] }
}

const TITLES: Readonly<Record<FixRemedy, string>> = {
  'not-principal': 'Exempt Clumio with NotPrincipal',
  'principal-arn': 'Exempt Clumio with aws:PrincipalArn',
  'bucket-owner-enforced': `Set Object Ownership to ${ENFORCED}`,
}

function titleOf(remedy: FixRemedy): string {
  return TITLES[remedy]
}

function noteOf(wording: Wording, why: string | null): string {
  const { draft, closing } = wording
  const note = draft.rule === 'object-ownership' ? settingNote(why) : statementNote(draft, wording, why)
  return closing === null ? note : `${note} ${closing}`
}

function settingNote(why: string | null): string {
  return why === null
    ? 'ACLs are disabled and the bucket owner owns every object, existing ones too. Readers and writers that rely on ACLs must get access by policy first.'
    : `Shown only: ${why}. With ${ENFORCED}, ACLs no longer count; grant by policy what they granted before.`
}

function statementNote(draft: StatementDraft, { remedy, caveats, refusals }: Wording, why: string | null): string {
  const [refusal] = refusals
  const instead = remedy === 'not-principal' ? 'aws:PrincipalArn' : 'NotPrincipal'
  const boundary =
    remedy === 'not-principal' && draft.subject.integrations.some(({ boundaryStated }) => !boundaryStated)
      ? [`if the role has a permissions boundary, ${OTHER_REMEDY}`]
      : []
  const who = remedy === 'principal-arn' ? exemptedByArn(draft) : exemptedByNotPrincipal(draft)
  const notes = [
    ...(why === null ? [] : [`shown only: ${why}`]),
    ...(refusal === undefined ? [] : [`not by ${instead}: ${refusal}`]),
    `exempts ${who} from this statement, for every action in it`,
    ...boundary,
    ...caveats,
  ]
  return notes.map((note) => `${capitalized(note)}.`).join(' ')
}

/** Words for the usual numbers of sessions. */
const COUNTS: Readonly<Record<number, string>> = { 2: 'two', 3: 'three', 4: 'four', 5: 'five', 6: 'six' }

function exemptedByArn({ subject: { integrations } }: StatementDraft): string {
  return integrations.length > 1
    ? `${integrations.length} Clumio roles, in every session,`
    : 'the Clumio role, in every session,'
}

/** Whom NotPrincipal exempts: the root user too, unless the list named the account before. */
function exemptedByNotPrincipal({ subject }: StatementDraft): string {
  const { principal } = subject.statement
  const { callers } = subject.question
  const [caller] = callers
  const hadRoot =
    principal.kind === 'not-principal' && caller !== undefined && listedLayers(principal, caller).account === 'T'
  const accounts = new Set(subject.integrations.map(({ account }) => account)).size
  const roots = accounts > 1 ? "the accounts' root users" : "the account's root user"
  if (subject.integrations.length > 1) return `${subject.integrations.length} Clumio roles, their sessions and ${roots}`
  const count = new Set(callers.map(({ session }) => session)).size
  const sessions = count === 1 ? 'its session' : `its ${COUNTS[count] ?? count} sessions`
  return hadRoot ? `the Clumio role and ${sessions}` : `the Clumio role, ${sessions} and the account's root user`
}

/** The edit of a finding whose lines other findings are about too. */
export function mergedFix(fix: Fix, edit: LineEdit): Fix {
  return { ...fix, note: `${fix.note} The edit also fixes the other findings on the same lines.`, edits: [edit] }
}

/** A fix that is an edit, with a reason why it is shown and not offered. */
export function shownInstead(fix: Fix, why: string, longest: number): Fix {
  if (fix.applicability !== 'edit') return fix
  const text = fix.edits.map(({ replacement }) => replacement).join('\n')
  const note = `Shown only: ${why}. ${fix.note}`
  return { ...fix, applicability: 'text-only', note, text: text.length <= longest ? text : null, edits: [] }
}
