import { isNamed, type NamedIntegration } from '../clumio/integrations.js'
import { looksLikeClumio } from '../clumio/roles.js'
import { COMMAND_OUTPUT } from '../documents/policy.js'
import type { Statement } from '../iam/model.js'
import { entryMatches, identitiesOf } from '../iam/principal.js'
import { evaluateResource } from '../iam/resource.js'
import { compile, matchExact, matchSymbols } from '../iam/text/glob.js'
import { display, isPlain, type Text } from '../iam/text/text.js'
import type { CheckOptions, Remedy } from '../model/options.js'
import type { LineEdit } from '../model/report.js'
import type { StatementDraft, UnreadDraft } from '../rules/drafts/draft.js'
import { cut } from '../rules/drafts/words.js'
import { STDIN_PATH } from '../sources/source.js'
import { hasInvisible } from '../text/invisible.js'
import type { LineIndex } from '../text/lines.js'
import type { JudgedStatement } from '../verdicts/judged.js'
import type { RemediableDraft } from './site.js'

/**
 * What decides whether a fix is an edit, is only shown, or is none at all: every reason in one place. Those that only a
 * place knows (its source was not found, an expression stands there) come from the place.
 */

/** Reasons that sites and the batch of all edits give. */
export const WHY = {
  wrapped: COMMAND_OUTPUT,
  madeOf: 'sources of Terraform read this file and make something of it that they do not tell: change it by hand',
  readOutside:
    'sources of Terraform that this run leaves out may read this file, and with them the edit is not offered: see what they make of it in a run with the default files and without only-changed, or change it by hand',
  inText: 'the policy is written as a text within the template: change it there',
  inOddText:
    'the policy is written in a text that is shared, or that is no block of lines and not on one line: change it there',
  wrappedSetting: 'it is the output of a command',
  included: 'the statement comes from another file or from a macro: change it there',
  notWritten: 'the statement is not written out in this file',
  settingNotWritten: 'the value is not written out here',
  noSource: 'its source was not found',
  linked: 'the file is reached through a symbolic link',
  noIntegration:
    'the Clumio role of this bucket is not known: none of the integrations is for it, by files (relative to the working directory), buckets, addresses, account and partition',
  nothing: 'the edit would change nothing',
  otherLines: 'no commit holds the file, and lines of it that may hold more than the policy are not repeated here',
  noEdit: 'no edit clears it',
  notCleared: 'the edit would not clear the finding',
  changesMore: 'the edit would change more than the exemption of Clumio',
  unverified:
    'the sources with the edit in them would not give this exemption and nothing else; a type or a condition around the statement may stand against it',
  settingChangesMore: 'the edit would change more than this setting',
  expressions: 'the policy is known only after apply, and parts of the statement are expressions',
  ignored: 'the attribute is under ignore_changes, so that Terraform would never apply the edit',
  sharedModule:
    'several root modules of the checkout use this file, and the ARNs of one account may be wrong in the others: give "expressions" for the account and the role name, or name one integration without lists in the configuration file',
  openSets:
    'a root module that uses this file has more sets of values than are judged, or was not judged, and with them the configured expressions may come to others than the role: write the exemption by hand',
  twoTools:
    'Terraform reads other files of this module than OpenTofu, and with them the configured expressions may come to others than the role: write the exemption by hand',
  sharedShown: 'the same lines also make a statement that is itself shown only',
  severalAccounts: 'several accounts may use this file: give "expressions" for the account and the role name',
  tooLarge: "the policy would exceed S3's limit of 20 KB",
  tooLargeTogether: "with the policy's other edits it would exceed S3's limit of 20 KB",
  tooLong: 'the line is too long to be replaced as a whole; lay the file out on lines first',
  otherRemedy: 'the other remedy',
  undecided: 'it is undecided whether the statement blocks Clumio',
  acls: 'ACLs may be in use: move their grants to the bucket policy and remove them first',
  logs: 'CloudFront writes its standard logs to this bucket by ACL and would stop: move them to another bucket, or to its newer logging, first',
} as const

/** Whether a remedy can be offered for a statement, with what to say about it (docs/semantics.md, D35). */
export type Offer =
  | { readonly offered: true; readonly caveats: readonly string[] }
  | { readonly offered: false; readonly why: string }

/** The remedies, the wanted one first. */
export function wantedOrder({ remedy }: CheckOptions): readonly Remedy[] {
  return remedy === 'not-principal' ? ['not-principal', 'principal-arn'] : ['principal-arn', 'not-principal']
}

/** What a plan marks as sensitive is not quoted; an edit holds the source's own lines and the role's ARNs only. */
export function isSensitive({ judged }: StatementDraft): boolean {
  return judged.policy.sensitive === true
}

/** Why what could not be read gets no fix. */
export function unreadReason({ rule }: UnreadDraft): string {
  return rule === 'policy-unknown' ? 'its text is not known' : 'the policy must be readable first'
}

/** Why a statement gets no fix at all, whatever the remedy; null when it may get one. */
export function noFixReason(draft: StatementDraft): string | null {
  if (draft.rule === 'ineffective-exemption') return 'the fix is that of the Deny finding on the same statement'
  if (draft.facts.verdict === 'undecided') return WHY.undecided
  const why = notToBeFixed(draft.subject)
  return why !== null && isSensitive(draft) ? 'it looks intended, or is not valid' : why
}

/** Whether a statement may be changed so that it leaves Clumio alone, undecided as it is whether it does not do so already. */
export function isExemptible(draft: StatementDraft): boolean {
  return (
    draft.rule === 'deny-may-block-clumio' && draft.facts.missing.length > 0 && notToBeFixed(draft.subject) === null
  )
}

/** The statement is invalid, or denies Clumio on purpose. */
function notToBeFixed(subject: JudgedStatement): string | null {
  const { statement } = subject
  if (statement.principal.kind === 'invalid' || statement.effect === 'invalid' || statement.malformedCondition) {
    return 'the statement is not valid, so S3 refuses it; correct it first'
  }
  const named = namedOnPurpose(subject)
  if (named === null) return null
  return `the statement names Clumio itself ("${cut(named)}"), which looks intended; to permit backups remove that entry, or the statement if it is the only one`
}

/** The entry that denies the Clumio role or a Clumio session by name, in Principal or by aws:PrincipalArn; or null. */
function namedOnPurpose(subject: JudgedStatement): string | null {
  const { statement, question } = subject
  if (statement.principal.kind === 'principal') {
    for (const { type, value } of statement.principal.entries) {
      if (type !== 'AWS') continue
      const hit = question.callers.some((caller) => {
        const { own, session } = identitiesOf(caller)
        return [own, session].some((identity) => identity !== null && matchExact(value, identity) === 'T')
      })
      if (
        hit ||
        (isPlain(value) && value.startsWith('AROA') && question.callers.some((caller) => caller.roleId === value))
      ) {
        return display(value)
      }
    }
  }
  for (const { key, operator, values } of statement.conditions) {
    if (key.toLowerCase() !== 'aws:principalarn' || operator.includes('Not') || operator === 'Null') continue
    const clumio = values.find((value) => looksLikeClumio(display(value)) || namesRole(value, question.callers))
    if (clumio !== undefined) return display(clumio)
  }
  return null
}

function namesRole(value: Text, callers: JudgedStatement['question']['callers']): boolean {
  return callers.some((caller) => {
    const { own } = identitiesOf(caller)
    return own !== null && matchExact(value, own) === 'T'
  })
}

/** Whether a remedy can be offered for a statement as it is written; a sensitive one is not quoted in the reason. */
export function offer(remedy: Remedy, draft: StatementDraft): Offer {
  if (remedy === 'principal-arn') return { offered: true, caveats: [] }
  const offered = offerNotPrincipal(draft.subject)
  return offered.offered || !isSensitive(draft) ? offered : refuse('the form of its principal does not allow it')
}

const BOUNDARY_WHY =
  'the Clumio role has a permissions boundary, and AWS applies a Deny with NotPrincipal to such a role whatever the list contains'
const CREATED_WHY =
  'the plan only creates the Clumio role, and S3 refuses a policy that names a principal which does not exist yet'
const BOUNDARY_CAVEAT =
  'valid only if the Clumio role has no permissions boundary; an exception on aws:PrincipalArn works either way'
const SERVICES_CAVEAT =
  'AWS documents {"AWS":"*"} for IAM principals only, while NotPrincipal covers everyone not listed: AWS services that use this bucket (log delivery, inventory, replication) may fall under the Deny; check them, or use an exception on aws:PrincipalArn'

function offerNotPrincipal(subject: JudgedStatement): Offer {
  const { principal } = subject.statement
  if (subject.integrations.some(({ boundary }) => boundary === 'present')) return refuse(BOUNDARY_WHY)
  if (subject.integrations.some(({ created }) => created === true)) return refuse(CREATED_WHY)
  const caveats = subject.integrations.some(({ boundary }) => boundary === 'unknown') ? [BOUNDARY_CAVEAT] : []
  if (principal.kind === 'invalid') return refuse('the statement is not valid')
  if (principal.kind === 'not-principal' || principal.everyone) return { offered: true, caveats }
  const star = principal.entries.some(({ type, value }) => type === 'AWS' && value === '*')
  if (!star) return refuse(listWhy(subject))
  if (principal.partial || principal.entries.some(({ type }) => type !== 'AWS')) {
    return refuse('Principal names others besides "*", and NotPrincipal cannot keep them')
  }
  const service = serviceInUse(subject)
  if (service !== null) {
    return refuse(`${cut(service, 80)} is allowed to use this bucket, and under NotPrincipal this Deny might reach it`)
  }
  return { offered: true, caveats: [...caveats, SERVICES_CAVEAT] }
}

function refuse(why: string): Offer {
  return { offered: false, why }
}

function listWhy({ statement, question }: JudgedStatement): string {
  const byAccount =
    statement.principal.kind === 'principal' &&
    statement.principal.entries.length === 1 &&
    statement.principal.entries.some((entry) => question.callers.some((caller) => entryMatches(entry, caller) === 'T'))
  return byAccount
    ? 'the statement denies all principals of the account, and NotPrincipal would turn it into a Deny for everyone else as well'
    : 'the statement denies a fixed list, and NotPrincipal would invert it'
}

/**
 * A service principal that an Allow of the same policy grants something that this Deny also matches, unless the
 * statement leaves services out by aws:PrincipalIsAWSService.
 */
function serviceInUse(subject: JudgedStatement): string | null {
  const { statement, document, question } = subject
  const excludesServices = statement.conditions.some(
    ({ key, operator, values }) =>
      key.toLowerCase() === 'aws:principalisawsservice' &&
      operator === 'Bool' &&
      values.every((value) => value === 'false'),
  )
  if (excludesServices) return null
  const context = {
    lookup: () => ({ presence: 'no', rests: [] }) as const,
    isUnknownKey: () => false,
    isObjectState: () => false,
  }
  for (const allow of document.statements) {
    if (allow.effect !== 'Allow' || allow.principal.kind !== 'principal') continue
    const service = allow.principal.entries.find(({ type }) => type === 'Service')
    if (service === undefined || !actionsMeet(allow, statement)) continue
    const shared = (['bucket', 'object'] as const).some((target) =>
      [allow, statement].every(
        ({ resource }) =>
          evaluateResource(resource, { target, bucket: question.bucket, variables: false, context }).value !== 'F',
      ),
    )
    if (shared) return display(service.value)
  }
  return null
}

/** Whether some action is covered by both statements; NotAction is taken to cover it. */
function actionsMeet(allow: Statement, deny: Statement): boolean {
  if (allow.action.kind !== 'positive' || deny.action.kind !== 'positive') return true
  const denied = deny.action.patterns
  return allow.action.patterns.some((allowed) => denied.some((pattern) => patternsMeet(pattern, allowed)))
}

/** Two glob patterns meet when one of them may match what the other stands for, its runs taken as unknown. */
function patternsMeet(a: Text, b: Text): boolean {
  const open = (text: Text): Text =>
    isPlain(text) ? text.split(/(\*)/).map((piece) => (piece === '*' ? { token: '*' } : piece)) : text
  const lower = (text: Text): Text => (isPlain(text) ? text.toLowerCase() : text)
  return matchSymbols(compile(lower(a), true), compile(open(lower(b)), false)) !== 'F'
}

/** The roles to exempt, when all of them are spelled out. */
export function namedRoles(subject: JudgedStatement): readonly NamedIntegration[] | null {
  const named = subject.integrations.filter(isNamed)
  return named.length === subject.integrations.length ? named : null
}

/** What to say where not all roles of a statement are spelled out. */
export function unknownRole({ subject }: StatementDraft): string {
  if (subject.integrations.some(({ instead }) => instead === true)) return WHY.noIntegration
  const account = subject.integrations.some((integration) => integration.account === null)
  const what = account ? 'the account and the Clumio role are' : 'the Clumio role is'
  return `${what} not known: set aws-account-id and clumio-role-id, or an integration in the configuration file`
}

/**
 * Characters of a replacement. A suggestion repeats whole lines, and every finding on a line carries the whole edit: the
 * many policies of a long line would grow without bounds in a report.
 */
export const MAX_REPLACEMENT = 256 * 1024

/** Why an edit is shown and not offered; null when it may be offered. A missing line edit is one that is too long. */
export function textOnlyReason(draft: RemediableDraft, lines: LineIndex, edit: LineEdit | null): string | null {
  if (draft.rule !== 'object-ownership' && namedRoles(draft.subject) === null) return unknownRole(draft)
  if (edit === null || edit.replacement.length > MAX_REPLACEMENT) return WHY.tooLong
  return (draft.rule === 'object-ownership' ? null : toBeConfirmed(draft)) ?? unsuitableLines(lines, edit)
}

/** What a person has to decide first. */
function toBeConfirmed({ subject, restoreOnly, facts }: StatementDraft): string | null {
  const introduced = subject.integrations.find((integration) => integration.introduced)
  if (introduced !== undefined) {
    return (
      introduced.whyIntroduced ?? 'the role is new in this pull request: a person must confirm that it is the right one'
    )
  }
  if (!restoreOnly) return null
  const isAll = facts.undecided.every(({ feature }) => feature === 'restore')
  return `it blocks nothing but restore${isAll ? '' : ' for sure'}, which is often a deliberate write protection; set features to say that restore must work`
}

/** Why lines of a file are no place for a suggestion, whatever it says. */
function unsuitableLines(lines: LineIndex, edit: LineEdit): string | null {
  if (edit.path === STDIN_PATH) return 'it came over standard input: change it where it is written'
  if (lines.eolStyle === 'mixed') return 'the file mixes line ends, and applying a suggestion would rewrite all of them'
  const touched = lines.text.slice(lines.startOf(edit.startLine), lines.endOf(edit.endLine))
  return hasInvisible(touched) || hasInvisible(edit.replacement)
    ? 'the lines hold invisible or bidirectional characters'
    : null
}

/** A default that a file with values of variables sets as well: the edit might change nothing. */
export function restated(file: string): string {
  return `${cut(file)} sets the same variable, and where it is given with -var-file the edit of the default changes nothing: edit both`
}

/** Expressions that the module cannot evaluate. */
export function undeclared(names: readonly string[], folder: string): string {
  const module = folder === '' ? 'the module in the working directory' : `the module in ${cut(folder)}`
  return `the configured expressions name ${names.map((name) => `var.${cut(name)}`).join(' and ')}, which ${module} does not declare`
}

const MAX_NAMED = 3

/** Something else is read from the same lines and does not need the edit. */
export function sharedLines(draft: RemediableDraft, others: readonly string[]): string {
  const what = draft.rule === 'object-ownership' ? 'settings' : 'statements'
  const more = others.length > MAX_NAMED ? ` and ${others.length - MAX_NAMED} more` : ''
  const isTemplate = draft.rule !== 'object-ownership' && draft.judged.policy.origin.source === 'cloudformation'
  const why = `other planned ${what} come from the same lines and do not need the same edit (${others.slice(0, MAX_NAMED).join(', ')}${more})`
  return isTemplate ? why.replace('planned ', '') : why
}
