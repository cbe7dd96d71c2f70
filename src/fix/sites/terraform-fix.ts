import { isNamed, type NamedIntegration, roleArn, vendorPrincipals } from '../../clumio/integrations.js'
import type { Policy } from '../../documents/policy.js'
import { isObject, member } from '../../tree/value.js'
import type { CheckOptions, Remedy } from '../../model/options.js'
import type { Fix, LineEdit } from '../../model/report.js'
import type { StatementDraft } from '../../rules/drafts/draft.js'
import type { FoundStatement } from '../../terraform/trace/index.js'
import { type TextEdit, toLineEdit } from '../../text/edit.js'
import type { PlannedSources } from '../../units/planned-sources.js'
import { planAgain } from './place.js'
import { type PlannedGroup, verifyGroups } from './trial.js'
import { namedRoles, noFixReason, offer } from '../offer.js'
import { POLICY_LIMIT, policySize } from '../verify.js'
import {
  type BuiltFix,
  shown,
  snippet,
  standIns,
  textOnlyReason,
  TOO_LARGE,
  unknownRole,
  wantedOrder,
} from '../statement.js'
import { type Insert, type SourceEdits, sourceNotPrincipal, sourcePrincipalArn } from '../patch/hcl/index.js'

/** What becomes of one planned finding: an edit of its source, the wanted lines in words, or the reason for neither. */
export type PlannedOutcome =
  | { readonly ok: true; readonly main: BuiltFix & { readonly path: string }; readonly alternative: Fix | null }
  | { readonly ok: false; readonly why: string }

interface Candidate {
  readonly draft: StatementDraft
  readonly statement: FoundStatement
  readonly remedy: Remedy
  readonly path: string
  readonly edits: readonly TextEdit[]
  readonly caveats: readonly string[]
  readonly refusals: readonly string[]
}

/**
 * Edits for planned findings, in the style of their sources. A range that several planned statements come from is edited
 * once, and only when all of them need the identical edit; everything is evaluated again on the edited sources before
 * any of it is offered.
 */
export async function fixPlanned(
  drafts: readonly StatementDraft[],
  policies: readonly Policy[],
  sources: PlannedSources,
  options: CheckOptions,
): Promise<ReadonlyMap<StatementDraft, PlannedOutcome>> {
  const outcomes = new Map<StatementDraft, PlannedOutcome>()
  const candidates = new Map<StatementDraft, readonly Candidate[]>()
  for (const draft of drafts) {
    const made = await candidatesOf(draft, sources, options)
    if (Array.isArray(made)) candidates.set(draft, made)
    else outcomes.set(draft, made as PlannedOutcome)
  }
  const users = await sources.usersOf(policies)
  const { groups, alone } = groupsOf(candidates, users)
  for (const [draft, own] of alone) outcomes.set(draft, shared(own, users, sources))
  const accepted = await verifyGroups(groups, policies, sources, options)
  const room = new Room()
  const verify = async (one: Group) => (await verifyGroups([one], policies, sources, options))[0] === true
  for (const [i, group] of groups.entries()) {
    if (accepted[i] === true && room.take(group)) {
      for (const one of group.members) outcomes.set(one.draft, edited(one, candidates.get(one.draft) ?? [], sources))
      continue
    }
    const why = accepted[i] === true ? TOO_LARGE : UNVERIFIED
    const other = inOtherRemedy(group, candidates, users, why)
    const instead = other !== null && (await verify(other)) && room.take(other) ? other.members : []
    for (const one of group.members) outcomes.set(one.draft, refused(one, why))
    for (const one of instead) outcomes.set(one.draft, edited(one, [], sources))
  }
  return outcomes
}

/** What S3's limit leaves of each policy: the edits of all its statements count together. */
class Room {
  readonly #grown = new Map<Policy, number>()

  /** Counts the edits of a group; false, and nothing counted, where a policy would become too large. */
  take({ members }: Group): boolean {
    const grown = new Map(this.#grown)
    for (const { draft, edits } of members) {
      const { policy } = draft.judged
      const size = (grown.get(policy) ?? policySize(policy)) + edits.reduce((sum, edit) => sum + growthOf(edit), 0)
      if (size > POLICY_LIMIT) return false
      grown.set(policy, size)
    }
    for (const [policy, size] of grown) this.#grown.set(policy, size)
    return true
  }
}

/** White space of the sources does not reach the policy. */
function growthOf({ text, length }: TextEdit): number {
  return new TextEncoder().encode(text.replace(/\s+/g, '')).length - length
}

type Users = Awaited<ReturnType<PlannedSources['usersOf']>>

/** The candidates in groups, and those that other statements of their lines stand against. */
function groupsOf(
  candidates: ReadonlyMap<StatementDraft, readonly Candidate[]>,
  users: Users,
): { readonly groups: readonly Group[]; readonly alone: ReadonlyMap<StatementDraft, readonly Candidate[]> } {
  const groups: Group[] = []
  const alone = new Map<StatementDraft, readonly Candidate[]>()
  for (const [draft, own] of candidates) {
    if (groups.some(({ members }) => members.some((one) => one.draft === draft))) continue
    const group = groupOf(own, candidates, users)
    if (group !== null) groups.push(group)
    else alone.set(draft, own)
  }
  return { groups, alone }
}

/** Statements that one edit changes together. */
type Group = PlannedGroup & { readonly members: readonly Candidate[] }

/** The same statements in the other remedy, where the wanted one cannot be offered. */
function inOtherRemedy(
  group: Group,
  all: ReadonlyMap<StatementDraft, readonly Candidate[]>,
  users: Users,
  why: string,
): Group | null {
  const [first] = group.members
  const own = (first === undefined ? undefined : all.get(first.draft)) ?? []
  const others = own.filter(({ remedy }) => remedy !== group.remedy)
  const found = groupOf(others, all, users)
  if (found === null || found.members.length !== group.members.length) return null
  return { ...found, members: found.members.map((one) => ({ ...one, refusals: [why] })) }
}

/** The edits in every remedy that may be offered, the wanted one first; or why there is no edit at all. */
async function candidatesOf(
  draft: StatementDraft,
  sources: PlannedSources,
  options: CheckOptions,
): Promise<readonly Candidate[] | PlannedOutcome> {
  const { subject, judged } = draft
  const deliberate = noFixReason(subject)
  if (deliberate !== null)
    return { ok: false, why: isSensitive(draft) ? 'it looks intended, or is not valid' : deliberate }
  const located = await sources.locate(judged.policy)
  const statement = located?.location.statements[subject.statement.index]
  if (statement === undefined || !statement.found) return words(draft, null, 'its source was not found')
  const roles = namedRoles(subject)
  if (roles === null) return words(draft, null, unknownRole(subject.integrations))
  if (statement.whyNotEditable !== null) return words(draft, roles, statement.whyNotEditable)
  if (judged.policy.fromSources === true && !statement.literal) {
    return words(draft, roles, 'the policy is known only after apply, and parts of the statement are expressions')
  }
  return offersFor(draft, statement, roles, sources, options)
}

/** What a plan marks as sensitive is not quoted; an edit holds the source's own lines and the role's ARNs only. */
function isSensitive({ judged }: StatementDraft): boolean {
  return judged.policy.sensitive === true
}

function offersFor(
  draft: StatementDraft,
  statement: FoundStatement,
  roles: readonly NamedIntegration[],
  sources: PlannedSources,
  options: CheckOptions,
): readonly Candidate[] | PlannedOutcome {
  const candidates: Candidate[] = []
  const refusals = new Map<Remedy, string>()
  for (const remedy of wantedOrder(options)) {
    const offered = offer(remedy, draft.subject)
    if (!offered.offered) {
      refusals.set(remedy, isSensitive(draft) ? 'the form of its principal does not allow it' : offered.why)
      continue
    }
    const edits = editsFor(remedy, draft, statement, roles, sources, options)
    if ('reason' in edits) refusals.set(remedy, edits.reason)
    else if (sources.isLinked(edits.path)) refusals.set(remedy, 'the file is reached through a symbolic link')
    else if (edits.edits.length > 0) {
      candidates.push({
        draft,
        statement,
        remedy,
        ...edits,
        caveats: offered.caveats,
        refusals: [...refusals.values()],
      })
    }
  }
  return candidates.length > 0 ? candidates : words(draft, roles, refusals.get(inWords(draft)) ?? NO_EDIT)
}

function editsFor(
  remedy: Remedy,
  draft: StatementDraft,
  statement: FoundStatement,
  roles: readonly NamedIntegration[],
  sources: PlannedSources,
  options: CheckOptions,
): SourceEdits {
  const { partition } = draft.subject.bucket
  const inserts = insertsFor(
    remedy,
    roles,
    partition,
    sources.isShared(statement.range.path, draft.judged.policy),
    options,
  )
  if ('reason' in inserts) return inserts
  if (remedy === 'principal-arn') return sourcePrincipalArn(statement, inserts.list)
  return sourceNotPrincipal(statement, {
    principals: inserts.list,
    listed: listedIn(draft.subject.statement.raw),
    standIns: (entry) => standIns(entry, roles, partition),
  })
}

/** Entries of the planned NotPrincipal list. */
function listedIn(raw: unknown): readonly string[] {
  const element = isObject(raw) ? member(raw, 'NotPrincipal') : undefined
  const aws = isObject(element) ? member(element, 'AWS') : undefined
  return [aws].flat().filter((entry): entry is string => typeof entry === 'string')
}

/**
 * The principals to write: literals, or in a file that another integration's root may use too the configured
 * expressions, since a literal account would be wrong there (README, "Configuration").
 */
function insertsFor(
  remedy: Remedy,
  roles: readonly NamedIntegration[],
  partition: string,
  shared: boolean,
  options: CheckOptions,
): { readonly list: readonly Insert[] } | { readonly reason: string } {
  const arns = (named: readonly NamedIntegration[]) =>
    remedy === 'principal-arn' ? named.map((role) => roleArn(role, partition)) : vendorPrincipals(named, partition)
  const literal = arns(roles)
  if (!shared || options.integrations.length <= 1) return { list: literal.map((arn) => ({ arn })) }
  const [role, ...others] = roles
  if (role === undefined || others.length > 0 || role.expressions === null) {
    return { reason: 'several accounts may use this file: give "expressions" for the account and the role name' }
  }
  const { account, roleName } = role.expressions
  const template = arns([
    {
      ...role,
      account: account === undefined ? role.account : `\${${account}}`,
      roleName: roleName === undefined ? role.roleName : `\${${roleName}}`,
    },
  ])
  return { list: literal.map((arn, i) => ({ arn, template: template[i] ?? arn })) }
}

/** The planned statements of one range as a group, in the first remedy in which all of them have the identical edit. */
function groupOf(
  own: readonly Candidate[],
  all: ReadonlyMap<StatementDraft, readonly Candidate[]>,
  users: Users,
): Group | null {
  for (const candidate of own) {
    const same = [...all.values()]
      .flat()
      .filter((other) => other.remedy === candidate.remedy && isSameEdit(other, candidate))
    const wanted = users.get(candidate.statement.range.id) ?? []
    const covered = wanted.every(({ policy, index }) =>
      same.some(({ draft }) => draft.judged.policy === policy && draft.subject.statement.index === index),
    )
    if (covered) {
      const { path, edits, remedy } = candidate
      return { path, edits, remedy, drafts: same.map(({ draft }) => draft), members: same }
    }
  }
  return null
}

function isSameEdit(a: Candidate, b: Candidate): boolean {
  return a.path === b.path && JSON.stringify(a.edits) === JSON.stringify(b.edits)
}

const MAX_NAMED = 3

/** Not all statements of the range need the edit: it is shown, with the instances that stand against it. */
function shared(own: readonly Candidate[], users: Users, sources: PlannedSources): PlannedOutcome {
  const [candidate] = own
  if (candidate === undefined) return { ok: false, why: NO_EDIT }
  const { judged, subject } = candidate.draft
  const others = (users.get(candidate.statement.range.id) ?? []).filter(
    ({ policy, index }) => policy !== judged.policy || index !== subject.statement.index,
  )
  const addresses = new Set(others.map(({ policy }) => placeOf(policy, judged.policy)))
  const names = [...addresses].slice(0, MAX_NAMED).join(', ')
  const more = addresses.size > MAX_NAMED ? ` and ${addresses.size - MAX_NAMED} more` : ''
  return asText(
    candidate,
    `other planned statements come from the same lines and do not need the same edit (${names}${more})`,
    sources,
  )
}

/** How to name a policy beside another one: by its address, and by its plan where the address is the same. */
function placeOf({ origin }: Policy, own: Policy): string {
  if (origin.address === null) return origin.path
  if (origin.address !== own.origin.address) return origin.address
  return origin.path === own.origin.path ? `${origin.address} itself` : `${origin.address} in ${origin.path}`
}

const UNVERIFIED =
  'the sources with the edit in them would not give this exemption and nothing else; a type or a condition around the statement may stand against it'

function refused({ draft }: Candidate, why: string): PlannedOutcome {
  return words(draft, draft.subject.integrations.filter(isNamed), why)
}

function edited(candidate: Candidate, all: readonly Candidate[], sources: PlannedSources): PlannedOutcome {
  const text = sources.text(candidate.path)
  const line = text === null ? null : toLineEdit(text, candidate.edits)
  if (text === null || line === null) return { ok: false, why: 'the edit would change nothing' }
  const edit: LineEdit = { path: candidate.path, ...line }
  const reason = textOnlyReason(candidate.draft, text, edit)
  if (reason !== null) return asText(candidate, reason, sources)
  const other = all.find(({ remedy }) => remedy !== candidate.remedy)
  const built = shown(candidate, edit, null, null)
  const main = { ...built, path: candidate.path, textEdits: candidate.edits, fix: planAgain(built.fix) }
  return { ok: true, main, alternative: other === undefined ? null : textFix(other, 'the other remedy', sources) }
}

function asText(candidate: Candidate, why: string, sources: PlannedSources): PlannedOutcome {
  const fix = textFix(candidate, why, sources)
  return { ok: true, main: { fix, textEdits: [], path: candidate.path }, alternative: null }
}

function textFix(candidate: Candidate, why: string, sources: PlannedSources): Fix {
  const text = sources.text(candidate.path)
  const line = text === null ? null : toLineEdit(text, candidate.edits)
  return planAgain(shown(candidate, null, line?.replacement ?? null, why).fix)
}

const NO_EDIT = 'no edit of its source clears it'

/** The remedy to show where no edit can be made. */
function inWords({ subject }: StatementDraft): Remedy {
  return offer('not-principal', subject).offered ? 'not-principal' : 'principal-arn'
}

/** The wanted member in JSON, where no edit of the source can be made. */
function words(draft: StatementDraft, roles: readonly NamedIntegration[] | null, why: string): PlannedOutcome {
  const remedy = inWords(draft)
  const vendors = offer('not-principal', draft.subject)
  const refusals = vendors.offered || isSensitive(draft) ? [] : [vendors.why]
  const wording = { remedy, caveats: [], refusals, draft }
  const built = shown(wording, null, snippet(remedy, draft, roles), why)
  return { ok: true, main: { ...built, path: draft.judged.policy.origin.path }, alternative: null }
}
