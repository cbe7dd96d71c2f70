import { type NamedIntegration, roleArn, vendorPrincipals } from '../clumio/integrations.js'
import { looksLikeClumio } from '../clumio/roles.js'
import type { Origin } from '../documents/policy.js'
import { isObject, type JsonObject, member } from '../tree/value.js'
import { listedLayers } from '../iam/principal.js'
import type { CheckOptions, Integration, Remedy } from '../model/options.js'
import type { Fix, LineEdit } from '../model/report.js'
import type { StatementDraft } from '../rules/draft.js'
import { applyTextEdits, type TextEdit, toLineEdit } from '../text/edit.js'
import { eolStyle, lineIndexOf } from '../text/lines.js'
import { STDIN_PATH } from '../sources/source.js'
import { MAX_REPLACEMENT, TOO_LONG } from './merge.js'
import { patchNode } from './patch/index.js'
import type { Patch, Refusal } from './patch/layout/printer.js'
import { notPrincipal } from './remedies/not-principal.js'
import { principalArn } from './remedies/principal-arn.js'
import { namedRoles, noFixReason, offer } from './offer.js'
import { treeOf } from '../tree/json.js'
import type { Node } from '../tree/node.js'
import { type EditedDocument, POLICY_LIMIT, policySize, verifyEdit } from './verify.js'

/** What the other edits of a policy leave of S3's limit for one more. */
export interface Room {
  /** Bytes that the edits of other statements add. */
  readonly grown: number
  /** Set where NotPrincipal, which is the longer one, leaves no edit for some statement of the policy. */
  readonly tight: boolean
}

/** A fix with the text edits it was made from, which merging needs; none for fixes that are only shown. */
export interface BuiltFix {
  readonly fix: Fix
  readonly textEdits: readonly TextEdit[]
  /** Bytes that the edit adds to the policy; missing for fixes that are only shown. */
  readonly growth?: number
  /** What is told in the place of an edit that turns out to be too long together with others on its lines. */
  readonly instead?: Fix
  /** Set where only the edits of other statements leave no room for this one. */
  readonly crowded?: true
}

export type StatementFix =
  | { readonly ok: true; readonly main: BuiltFix; readonly alternative: Fix | null }
  | { readonly ok: false; readonly why: string }

/** The fix of a blocking statement in a JSON source, in the wanted remedy or, where it cannot work, in the other one. */
export async function fixStatement(
  draft: StatementDraft,
  text: string,
  options: CheckOptions,
  alternatives: boolean,
  room: Room,
): Promise<StatementFix> {
  const { subject } = draft
  if (draft.facts.verdict === 'undecided')
    return { ok: false, why: 'it is undecided whether the statement blocks Clumio' }
  const why = noFixReason(subject)
  if (why !== null) {
    return { ok: false, why: draft.judged.policy.sensitive === true ? 'it looks intended, or is not valid' : why }
  }
  const task = { draft, text, options, room }
  const built: BuiltFix[] = []
  const refused: Refused[] = []
  for (const remedy of wantedOrder(options)) {
    if (built.length > 0 && !alternatives) break
    const refusals = built.length === 0 ? refused.map((one) => one.why) : []
    const result = await build(remedy, task, refusals)
    if (result.ok) built.push(result.built)
    else refused.push(result)
  }
  const [main, other] = built
  if (main !== undefined) return { ok: true, main, alternative: other?.fix ?? null }
  const wanted = refused.find(({ shown }) => shown !== undefined)?.shown
  if (wanted !== undefined) return { ok: true, main: wanted, alternative: null }
  return { ok: false, why: refused[0]?.why ?? 'no edit clears it' }
}

/** The remedies, the wanted one first. */
export function wantedOrder({ remedy }: CheckOptions): readonly Remedy[] {
  return remedy === 'not-principal' ? ['not-principal', 'principal-arn'] : ['principal-arn', 'not-principal']
}

/** What the fix of one statement is made from. */
interface Task {
  readonly draft: StatementDraft
  readonly text: string
  readonly options: CheckOptions
  readonly room: Room
}

/** Why a remedy gives no edit; `shown` is what a person may still want to see of it. */
interface Refused {
  readonly ok: false
  readonly why: string
  readonly shown?: BuiltFix
}

type Built = { readonly ok: true; readonly built: BuiltFix } | Refused

async function build(remedy: Remedy, task: Task, refusals: readonly string[]): Promise<Built> {
  const { draft, text } = task
  const { subject, judged } = draft
  const offered = offer(remedy, subject)
  if (!offered.offered) return { ok: false, why: offered.why }
  const roles = namedRoles(subject)
  const wording = { remedy, caveats: offered.caveats, refusals, draft }
  if (judged.policy.origin.wrapped)
    return { ok: true, built: shown(wording, null, snippet(remedy, draft, roles), WRAPPED) }
  const statement = statementNode(draft, text)
  if (statement === null) return { ok: false, why: 'the statement is not written out in this file' }
  // Every edit adds to the policy; judging the edits of one that S3 refuses anyway would cost for nothing.
  if (policySize(judged.policy) > POLICY_LIMIT) return { ok: false, why: FAILURES['too-large'] }
  const edits = editsFor(remedy, draft, text, statement, roles)
  if ('reason' in edits) return { ok: false, why: edits.reason }
  if (edits.edits.length === 0) return { ok: false, why: 'the edit would change nothing' }
  const line = linesLength(text, edits.edits) > MAX_REPLACEMENT ? null : toLineEdit(text, edits.edits)
  const isShort = line !== null && line.replacement.length <= MAX_SHOWN
  const wanted = isShort ? line.replacement : snippet(remedy, draft, roles)
  if (roles === null) return { ok: true, built: shown(wording, null, wanted, unknownRole(subject.integrations)) }
  const edit = line === null ? null : { path: judged.policy.origin.path, ...line }
  return verified(task, wording, edit, edits.edits, wanted)
}

/** The edit, once it is judged; only shown where it may not be offered. */
async function verified(
  { draft, text, options, room }: Task,
  wording: Wording,
  edit: LineEdit | null,
  textEdits: readonly TextEdit[],
  wanted: string,
): Promise<Built> {
  const { policy } = draft.judged
  const after = editedDocument(text, policy.origin, textEdits)
  const result = await verifyEdit(after, policy, draft.subject, wording.remedy, options)
  if (!result.ok) return { ok: false, why: FAILURES[result.why] }
  const textOnly = edit === null ? TOO_LONG : textOnlyReason(draft, text, edit)
  if (textOnly !== null) return { ok: true, built: shown(wording, null, wanted, textOnly) }
  const isTight = room.tight && wording.remedy === 'not-principal'
  if (isTight || policySize(result.policy) + room.grown > POLICY_LIMIT) {
    return { ok: false, why: TOGETHER, shown: { ...shown(wording, null, wanted, TOGETHER), crowded: true } }
  }
  const growth = policySize(result.policy) - policySize(policy)
  const instead = shown(wording, null, wanted, TOO_LONG).fix
  return { ok: true, built: { ...shown(wording, edit, null, null), textEdits, growth, instead } }
}

/** How long the lines are that edits touch. */
function linesLength(text: string, edits: readonly TextEdit[]): number {
  const index = lineIndexOf(text)
  const first = index.positionAt(Math.min(...edits.map(({ offset }) => offset))).line
  const last = index.positionAt(Math.max(...edits.map(({ offset, length }) => offset + length))).line
  return index.endOf(last) - index.startOf(first)
}

/**
 * The edited text of the one document of a file that the edits are in; of a policy that is an element of a list that of
 * the policy, since nobody looks at the other elements.
 */
function editedDocument(text: string, { base, at, source }: Origin, edits: readonly TextEdit[]): EditedDocument {
  const tree = treeOf(text, base)
  const own = source === 'policy-json' && at.length > 0 ? tree.at(at) : null
  const { start, end } = own ?? { start: base, end: tree.end }
  const inside = edits.map((edit) => ({ ...edit, offset: edit.offset - start }))
  return { text: applyTextEdits(text.slice(start, end), inside), at: own === null ? at : [] }
}

/** Longer replacements (a policy on one line) are shown as the member alone. */
const MAX_SHOWN = 2500

/** Of a command's output, and of a plan whose sources were not found. */
const WRAPPED = 'the policy is the output of a command, not a source: change it where it is written'

export const TOO_LARGE = "the policy would exceed S3's limit of 20 KB"

const FAILURES = {
  'too-large': TOO_LARGE,
  'not-cleared': 'the edit would not clear the finding',
  'changes-more': 'the edit would change more than the exemption of Clumio',
} as const

const TOGETHER = "with the policy's other edits it would exceed S3's limit of 20 KB"

/** The syntax node of a statement; a statement that is not in a list is the `Statement` member itself. */
export function statementNode(draft: StatementDraft, text: string): Node | null {
  const { origin } = draft.judged.policy
  const statements = treeOf(text, origin.base).at([...origin.at, 'Statement'])
  if (statements === null) return null
  const node = statements.kind === 'array' ? (statements.items[draft.subject.statement.index] ?? null) : statements
  return node?.kind === 'object' ? node : null
}

function editsFor(
  remedy: Remedy,
  draft: StatementDraft,
  text: string,
  statement: Node,
  roles: readonly NamedIntegration[] | null,
): Patch | Refusal {
  const place = { tree: treeOf(text, draft.judged.policy.origin.base), node: statement }
  const named = roles ?? placeholders(draft)
  const { partition } = draft.subject.bucket
  if (remedy === 'principal-arn') {
    const roles = [...new Set(named.map((role) => roleArn(role, partition)))]
    return patchNode(place, principalArn(roles.map((arn) => ({ arn }))))
  }
  const principals = vendorPrincipals(named, partition).map((arn) => ({ arn }))
  const meant = (entry: string) => standIns(entry, named, partition)
  return patchNode(place, notPrincipal({ principals, listed: null, standIns: meant }))
}

/** What an inert entry of a NotPrincipal list was meant to be: the sessions for a session, the role for a role. */
export function standIns(entry: string, roles: readonly NamedIntegration[], partition: string): readonly string[] {
  const own = vendorPrincipals(roles, partition)
  if (own.includes(entry)) return []
  const meant = roles.filter(
    ({ roleName, account }) => entry.includes(`:${account}:`) && (entry.includes(roleName) || looksLikeClumio(entry)),
  )
  const isSession = entry.includes(':assumed-role/')
  if (!isSession && !entry.includes(':role/')) return []
  // Only wildcards and wrong paths are inert; another role that exists is the author's business.
  const name = isSession ? entry.split(':assumed-role/')[1] : entry.split(':role/')[1]
  const inert = /[*?]/.test(entry) || roles.some(({ roleName }) => `/${name}`.includes(`/${roleName}`))
  if (!inert) return []
  return vendorPrincipals(meant, partition).filter((principal) =>
    isSession ? principal.includes(':assumed-role/') : principal.includes(':role/'),
  )
}

/** The vendor's placeholders where the account or the role is not known. */
function placeholders(draft: StatementDraft): readonly NamedIntegration[] {
  return draft.subject.integrations.map((integration) => ({
    ...integration,
    account: integration.account ?? '<aws_acct_number>',
    roleName: integration.roleName ?? '<Clumio_role_id>',
  }))
}

/** The member that a person would write, laid out on lines of its own. */
export function snippet(remedy: Remedy, draft: StatementDraft, roles: readonly NamedIntegration[] | null): string {
  const named = roles ?? placeholders(draft)
  const { partition } = draft.subject.bucket
  const member =
    remedy === 'not-principal'
      ? { NotPrincipal: { AWS: vendorPrincipals(named, partition) } }
      : conditionWith([...new Set(named.map((role) => roleArn(role, partition)))], draft)
  return JSON.stringify(member, null, 2).split('\n').slice(1, -1).join('\n')
}

/** The statement's Condition with the exemption in it; the operator alone where that cannot be shown. */
function conditionWith(arns: readonly string[], { judged, subject }: StatementDraft): JsonObject {
  const { raw } = subject.statement
  const condition = isObject(raw) ? member(raw, 'Condition') : undefined
  const operator = isObject(condition) ? member(condition, 'ArnNotEquals') : undefined
  const tests = isObject(operator) ? operator : {}
  const key = Object.keys(tests).find((name) => name.toLowerCase() === 'aws:principalarn') ?? 'aws:PrincipalArn'
  const values = [...[tests[key] ?? []].flat(), ...arns]
  const exemption = { ...tests, [key]: values.length === 1 ? values[0] : values }
  if (condition === undefined) return { Condition: { ArnNotEquals: exemption } }
  const isShown = judged.policy.sensitive !== true && isSpelledOut(condition)
  return isShown
    ? { Condition: { ...(condition as JsonObject), ArnNotEquals: exemption } }
    : { ArnNotEquals: exemption }
}

/** Whether a Condition is JSON all through, without a mark for what is not known. */
function isSpelledOut(condition: unknown): boolean {
  const isText = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value)
  return (
    isObject(condition) &&
    Object.values(condition).every(
      (tests) => isObject(tests) && Object.values(tests).every((values) => [values].flat().every(isText)),
    )
  )
}

export function unknownRole(integrations: readonly Integration[]): string {
  const account = integrations.some((integration) => integration.account === null)
  const what = account ? 'the account and the Clumio role are' : 'the Clumio role is'
  return `${what} not known: set aws-account-id and clumio-role-id, or an integration in the configuration file`
}

/** Of what came over standard input. */
export const PIPED = 'it came over standard input: change it where it is written'

/** Characters that change how a line reads without showing: a suggestion over them could hide something. */
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad\u061c]/

/** Why an edit is shown and not offered (contract, "Text-only fixes"); null when it may be offered. */
export function textOnlyReason(draft: StatementDraft, text: string, edit: LineEdit): string | null {
  if (draft.subject.integrations.some(({ introduced }) => introduced)) {
    return 'the role is new in this pull request: a person must confirm that it is the right one'
  }
  if (draft.restoreOnly) {
    return 'it blocks nothing but restore, which is often a deliberate write protection; set features to say that restore must work'
  }
  return unsuitableLines(text, edit)
}

/** Why lines of a file are no place for a suggestion, whatever it says; null when they are. */
export function unsuitableLines(text: string, edit: LineEdit): string | null {
  if (edit.path === STDIN_PATH) return PIPED
  if (eolStyle(text) === 'mixed') return 'the file mixes line ends, and applying a suggestion would rewrite all of them'
  const lines = lineIndexOf(text)
  const touched = text.slice(lines.startOf(edit.startLine), lines.endOf(edit.endLine))
  return INVISIBLE.test(touched) ? 'the lines hold invisible or bidirectional characters' : null
}

export interface Wording {
  readonly remedy: Remedy
  readonly caveats: readonly string[]
  readonly refusals: readonly string[]
  readonly draft: StatementDraft
}

export function shown(wording: Wording, edit: LineEdit | null, text: string | null, textOnly: string | null): BuiltFix {
  const { remedy } = wording
  return {
    textEdits: [],
    fix: {
      remedy,
      title: remedy === 'not-principal' ? 'Exempt Clumio with NotPrincipal' : 'Exempt Clumio with aws:PrincipalArn',
      applicability: edit === null ? 'text-only' : 'edit',
      note: noteOf(wording, textOnly),
      text,
      edits: edit === null ? [] : [edit],
    },
  }
}

/** Words for the usual numbers of sessions. */
const COUNTS: Readonly<Record<number, string>> = { 2: 'two', 3: 'three', 4: 'four', 5: 'five', 6: 'six' }

/** Whom NotPrincipal exempts: the root user too, unless the list named the account before. */
function listedOut({ subject }: StatementDraft): string {
  const { principal } = subject.statement
  const { callers } = subject.question
  const [caller] = callers
  const hadRoot =
    principal.kind === 'not-principal' && caller !== undefined && listedLayers(principal, caller).account === 'T'
  const count = new Set(callers.map(({ session }) => session)).size
  const sessions = count === 1 ? 'its session' : `its ${COUNTS[count] ?? count} sessions`
  return hadRoot ? `the Clumio role and ${sessions}` : `the Clumio role, ${sessions} and the account's root user`
}

function noteOf({ remedy, caveats, refusals, draft }: Wording, textOnly: string | null): string {
  const [refusal] = refusals
  const instead = remedy === 'not-principal' ? 'aws:PrincipalArn' : 'NotPrincipal'
  const boundary =
    remedy === 'not-principal' && draft.subject.integrations.some(({ boundaryStated }) => !boundaryStated)
      ? ['it holds only if the role has no permissions boundary']
      : []
  const who = remedy === 'principal-arn' ? 'the Clumio role, in every session,' : listedOut(draft)
  const effect = `exempts ${who} from this statement, for every action in it`
  const notes = [
    ...(textOnly === null ? [] : [`shown only: ${textOnly}`]),
    ...(refusal === undefined ? [] : [`not by ${instead}: ${refusal}`]),
    effect,
    ...boundary,
    ...caveats,
  ]
  return notes.map((note) => `${note.charAt(0).toUpperCase()}${note.slice(1)}.`).join(' ')
}
