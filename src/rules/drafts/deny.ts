import { isNamed, roleArn } from '../../clumio/integrations.js'
import type { Cell, Verdict } from '../../clumio/judge.js'
import { isWriteHeader } from '../../clumio/s3-keys.js'
import { bucketName, shownBucket } from '../../documents/policy.js'
import type { RoleSession } from '../../iam/caller.js'
import type { Reason } from '../../iam/reason.js'
import { display } from '../../iam/text/text.js'
import type { Feature, Integration } from '../../model/options.js'
import { type Blocked, type MissingFact, UNNAMED_ROLE } from '../../model/report.js'
import { type Level, RULES } from '../../model/rules.js'
import { plural } from '../../text/words.js'
import type { JudgedPolicy, JudgedStatement } from '../../verdicts/judged.js'
import { causeOf, sharedPart } from './cause.js'
import type { StatementDraft } from './draft.js'
import type { Fingerprints } from './fingerprint.js'
import { likelyNotBlocked } from './likely.js'
import { lintsOf } from './lints.js'
import { missingFacts } from './missing.js'
import { isShort, plainConditions, plainPrincipal } from './plain.js'
import { cut, featureList, givenWords, joinWords, reasonWords, statementName } from './words.js'

type Judged = Pick<JudgedStatement, 'verdict' | 'question'>

/** What a statement that blocks Clumio or may do so does, at the standard level; null when it is harmless. */
export function denyDraft(
  judged: JudgedPolicy,
  subject: JudgedStatement,
  { featuresSet, fingerprints }: { readonly featuresSet: boolean; readonly fingerprints: Pick<Fingerprints, 'of'> },
): StatementDraft | null {
  const { verdict } = subject.verdict
  if (verdict === 'not-blocked') return null
  const { callers } = subject.question
  const blocked = group(subject.verdict.blocked, callers)
  const undecided = group(subject.verdict.undecided, callers)
  const restoreOnly = verdict === 'blocked' && blocked.every(({ feature }) => feature === 'restore') && !featuresSet
  const rule = denyRule(verdict)
  const blockedLevel: Level = restoreOnly ? 'warning' : RULES['deny-blocks-clumio'].defaultLevel
  const level = verdict === 'blocked' ? blockedLevel : undecidedLevel(subject)
  const facts: StatementDraft['facts'] = {
    verdict,
    scope: subject.verdict.scope,
    blocked,
    undecided,
    because: becauseOf(subject),
    deciding: decidingOf(subject),
    assumptions: [...subject.verdict.assumptions].sort(),
    missing: verdict === 'blocked' ? [] : missingFacts(subject),
    roles: rolesOf(subject),
  }
  const told = verdict === 'blocked' ? blockedMessage(subject, facts) : undecidedMessage(subject, facts)
  const message = withVariants(told, subject, facts.deciding)
  return {
    rule,
    level,
    fingerprint: fingerprints.of({ rule, ...identityOf(judged, subject) }),
    cause: causeOfStatement(rule, judged, subject),
    judged,
    subject,
    ...(judged.policy.sensitive === true ? concealed(judged, subject, facts) : { message, facts }),
    route: routeTo(subject),
    restoreOnly,
  }
}

/** The rule that tells of a statement that is not harmless. */
export function denyRule(verdict: Verdict): 'deny-blocks-clumio' | 'deny-may-block-clumio' {
  return verdict === 'blocked' ? 'deny-blocks-clumio' : 'deny-may-block-clumio'
}

const CONCEALED = 'the policy is marked as sensitive, so nothing of its text is shown'

/** The same finding without any text of the policy: a plan shows sensitive values in clear, a report must not. */
function concealed(
  { policy }: JudgedPolicy,
  subject: JudgedStatement,
  facts: StatementDraft['facts'],
): Pick<StatementDraft, 'message' | 'facts'> {
  const verb = facts.verdict === 'blocked' ? 'blocks' : 'may block'
  const features = featureList([...facts.blocked, ...facts.undecided].map(({ feature }) => feature))
  return {
    message: `${statementName(null, subject.statement.index)} ${verb} Clumio ${features} on ${nameWords(shownBucket(policy, subject.bucket))}; ${CONCEALED}.`,
    facts: { ...facts, because: [CONCEALED], deciding: CONCEALED, missing: [] },
  }
}

/** What identifies a statement across edits, besides the rule. */
export function identityOf(judged: JudgedPolicy, subject: JudgedStatement) {
  const { origin, bucket, sensitive } = judged.policy
  const { sid, raw, whole = raw, under, stands } = subject.statement
  return {
    path: origin.path,
    // A bare policy names its buckets in its Resources, which are content.
    owner: origin.address ?? (bucket === null ? '' : display(bucket)),
    sid,
    content: whole,
    ...(under && { under }),
    ...(stands && { stands }),
    ...(sensitive && { sensitive }),
  }
}

/** Of more roles than these nobody reads which of them each session is of. */
const NAMED_ROLES = 8

/**
 * Cells as the report shows them: one entry for each session and feature, with its actions; and with its role, where the
 * statement does not do the same to all of several.
 */
function group(cells: readonly Cell[], callers: readonly RoleSession[]): readonly Blocked[] {
  const isNamed = differByRole(cells, callers)
  const byOwner = new Map<RoleSession | string, Map<Feature, Set<string>>>()
  const groups: (Omit<Blocked, 'actions'> & { readonly actions: Set<string> })[] = []
  for (const { caller, need } of cells) {
    const { feature } = need
    const owner = isNamed ? caller : caller.session
    const byFeature = byOwner.get(owner) ?? new Map<Feature, Set<string>>()
    byOwner.set(owner, byFeature)
    let actions = byFeature.get(feature)
    if (actions === undefined) {
      actions = new Set()
      byFeature.set(feature, actions)
      groups.push({ session: caller.session, ...(isNamed && { role: arnOf(caller) }), feature, actions })
    }
    actions.add(need.action)
  }
  return groups.map(({ actions, ...one }) => ({ ...one, actions: [...actions] }))
}

/** Whether the cells are not those of every role, and the roles are few enough to be named. */
function differByRole(cells: readonly Cell[], callers: readonly RoleSession[]): boolean {
  const sessions = new Set(callers.map(({ session }) => session))
  const roles = callers.length / sessions.size
  if (roles === 1 || roles > NAMED_ROLES) return false
  const needs = new Map<string, Set<Cell['need']>>()
  for (const { caller, need } of cells) needs.set(caller.session, (needs.get(caller.session) ?? new Set()).add(need))
  const once = [...needs.values()].reduce((sum, { size }) => sum + size, 0)
  return cells.length !== once * roles
}

function rolesIn(callers: readonly RoleSession[]): ReadonlySet<string> {
  return new Set(callers.map(arnOf))
}

/** The ARN of a caller's role; of one that is not named, with what stands for it. */
function arnOf({ partition, account, rolePath, roleName }: RoleSession): string {
  return `arn:${partition}:iam::${display(account)}:role${rolePath}${display(roleName)}`
}

/** Roles that a message names. */
const SHOWN_ROLES = 2

/** Of several roles, for which a statement does what is told; nothing where it does so for all. */
function forRoles(told: readonly Blocked[], { question: { callers } }: JudgedStatement): string {
  const roles = [...new Set(told.flatMap(({ role }) => role ?? []))]
  if (roles.length === 0 || roles.length === rolesIn(callers).size) return ''
  const more = roles.length - SHOWN_ROLES
  const shown = roles.slice(0, SHOWN_ROLES).map((role) => cut(role, MAX_ARN))
  return ` for ${joinWords(more > 0 ? [...shown, plural(more, 'more role')] : shown)}`
}

/** The usual names of roles are shown whole. */
const MAX_ARN = 150

/**
 * The reasons of the deciding cell as sentences, in the order effect, principal, action, resource, conditions; then what
 * is odd about the statement whatever the verdict.
 */
export function becauseOf({ verdict, statement, document, byDefault }: JudgedStatement): readonly string[] {
  const { at = [], given = [] } = statement
  const where = at.length === 0 || given.length === 0 ? [] : [`the statement is there if ${givenWords(given)}`]
  const hint = byDefault === undefined ? [] : [byDefaultWords(byDefault)]
  return [...where, ...verdict.example().reasons.map(reasonWords), ...hint, ...lintsOf(statement, document)]
}

/** The reasons that decide: the open questions of an undecided statement, else its conditions. */
function decidingReasons({ verdict }: Judged): readonly Reason[] {
  const { reasons } = verdict.example()
  const open = reasons.filter(({ value }) => value === 'U')
  return open.length > 0 ? open : reasons.filter(({ part }) => part === 'condition')
}

/**
 * What decides, as one plain sentence: the conditions, behind what NotPrincipal or a name says. That actions and resources
 * are covered is what a reader sees in the statement anyway.
 */
function decidingOf(subject: Judged): string {
  const { reasons } = subject.verdict.example()
  const deciding = decidingReasons(subject)
  const [condition, ...more] = deciding.filter((reason) => reason.part === 'condition')
  const other = deciding.find((reason) => reason.part !== 'condition')
  const principal = reasons.find((reason) => reason.part === 'principal')
  if (condition === undefined || other !== undefined) {
    if (other !== undefined && other.part !== 'principal') return reasonWords(other)
    if (principal === undefined) return 'it denies what Clumio needs'
    return plainPrincipal(principal, otherSessions(subject), condition === undefined)
  }
  const conditions = plainConditions([condition, ...more], isForSome(subject))
  if (principal === undefined || !isPointed(principal)) return conditions
  const who = plainPrincipal(principal, otherSessions(subject), false)
  const both = `${who}; ${conditions}`
  return isShort(both) ? both : who
}

/** Whether a statement that blocks lets some of Clumio's sessions be. */
function isForSome({ verdict, question: { callers } }: Judged): boolean {
  const blocked = new Set(verdict.blocked.map(({ caller }) => caller.session))
  return blocked.size > 0 && callers.some(({ session }) => !blocked.has(session))
}

/** What makes findings on statements one cause; null where nothing may be told of the policy. */
export function causeOfStatement(rule: StatementDraft['rule'], { policy }: JudgedPolicy, subject: JudgedStatement) {
  if (policy.sensitive === true) return null
  const deciding = decidingReasons(subject)
  const principal = subject.verdict
    .example()
    .reasons.filter((reason) => reason.part === 'principal' && (deciding.length === 0 || isPointed(reason)))
  return causeOf(
    rule,
    [...new Set([...principal, ...deciding].map((reason) => JSON.stringify(sharedPart(reason))))].sort(),
  )
}

/** The roles that a statement was judged for, and where each comes from. */
function rolesOf(subject: JudgedStatement): StatementDraft['facts']['roles'] {
  return subject.integrations.map((integration) => ({
    arn: isNamed(integration) ? roleArn(integration, subject.bucket.partition) : unnamedRole(integration),
    origin: ORIGINS[integration.origin],
  }))
}

const ORIGINS: Readonly<Record<Integration['origin'], string>> = {
  input: 'the inputs',
  configuration: 'the configuration file',
  plan: 'the plan',
  none: UNNAMED_ROLE,
}

function unnamedRole({ account, roleName }: Integration): string {
  if (roleName !== null) return `the role ${roleName} of an account that is not known`
  return account === null ? "the Clumio role of the bucket's account" : `the Clumio role of account ${account}`
}

/** A notice where only restore headers are open, or the answer is likely harmless (docs/semantics.md, D30). */
function undecidedLevel(subject: JudgedStatement): Level {
  const { undecided } = subject.verdict
  const onlyRestoreHeaders = undecided.every(
    ({ need, trace }) =>
      need.feature === 'restore' &&
      trace.unknowns.length > 0 &&
      trace.unknowns.every((unknown) => unknown.kind === 'context' && isWriteHeader(unknown.key)),
  )
  return onlyRestoreHeaders || likelyNotBlocked(subject) ? 'notice' : RULES['deny-may-block-clumio'].defaultLevel
}

/** The element to look at: the condition that decides, else the principal. */
function routeTo(subject: JudgedStatement): readonly string[] {
  const principal = subject.statement.principal.kind === 'not-principal' ? 'NotPrincipal' : 'Principal'
  if (subject.verdict.verdict === 'blocked') return [principal]
  const open = subject.verdict.example().reasons.find((reason) => reason.value === 'U')
  switch (open?.part) {
    case 'condition':
      return ['Condition', open.condition.written]
    case 'duplicate':
      return []
    case 'action':
      return [subject.statement.action.kind === 'negative' ? 'NotAction' : 'Action']
    case 'resource':
      return [subject.statement.resource.kind === 'negative' ? 'NotResource' : 'Resource']
    default:
      return [principal]
  }
}

function blockedMessage(subject: JudgedStatement, facts: StatementDraft['facts']): string {
  const name = nameIn(subject)
  const part = facts.scope === 'part' && subject.verdict.blocked.some((cell) => cell.scope === 'part') ? 'part of ' : ''
  const features = featureList(facts.blocked.map(({ feature }) => feature))
  return `${name} blocks Clumio ${features} on ${part}${bucketWords(subject)}${forRoles(facts.blocked, subject)}${alsoOpen(subject, facts)}: ${whenIn(subject, facts.deciding)}${facts.deciding}.`
}

/** What else a statement blocks that is one of several alternatives, of which others do not. */
function alsoOpen({ statement }: JudgedStatement, { blocked, undecided }: StatementDraft['facts']): string {
  const sure = new Set(blocked.map(({ feature }) => feature))
  const open = undecided.map(({ feature }) => feature).filter((feature) => !sure.has(feature))
  return statement.oneOf === undefined || open.length === 0 ? '' : `, and may block ${featureList(open)}`
}

/**
 * The name of a statement, with the conditions under which it is there, or does what is told: of one with choices in it that
 * blocks whichever is meant, there are none.
 */
function nameIn({ statement, verdict }: JudgedStatement): string {
  const { sid, index, at = [], given = [] } = statement
  const name = statementName(sid, index)
  const isAlways = at.length === 0 && verdict.verdict === 'blocked'
  return given.length === 0 || isAlways ? name : `${name} (if ${givenWords(given)})`
}

/** When a statement blocks by what is told, where it blocks by something else as well. */
function whenIn({ statement, bucket, perBucket }: JudgedStatement, deciding: string): string {
  const { at = [], given = [] } = statement
  if (given.length === 0 || at.length > 0) return ''
  const isAlike = perBucket.every((one) => one.bucket !== bucket || decidingOf(one) === deciding)
  return isAlike ? '' : `if ${givenWords(given)}, `
}

/** Sets of values that a message names. */
const SHOWN_VARIANTS = 3

/** Where it is so with some sets of values only, which. */
function withVariants(message: string, { variants }: JudgedStatement, deciding: string): string {
  if (variants === undefined) return message
  const { own, others } = variants
  const like = others.filter(({ statement }) => decidingOf(statement) !== deciding).map(({ name }) => name)
  const same = (variants.names.length > 0 ? variants.names : like.length > 0 ? [own] : []).filter(
    (name) => !like.includes(name),
  )
  if (same.length === 0) return message
  const likewise = like.length === 0 ? '' : `; likewise, by its own values, with ${some(like)}`
  return `${message.slice(0, -1)} (with ${some(same)}${likewise}).`
}

function some(names: readonly string[]): string {
  const more = names.length - SHOWN_VARIANTS
  const shown = names.slice(0, SHOWN_VARIANTS).map((name) => cut(name))
  return joinWords(more > 0 ? [...shown, `${more} more`] : shown)
}

/** Of the facts that would decide a statement, as many stand in its message; all stand in the report. */
const SHOWN_FACTS = 3

/** What a missing fact is explained by, behind the last quoted value in it. */
const HINT = /(?:: the|, or null|; )[^"]*$/

function undecidedMessage(subject: JudgedStatement, facts: StatementDraft['facts']): string {
  const name = nameIn(subject)
  const features = featureList(facts.undecided.map(({ feature }) => feature))
  const [only, ...others] = facts.missing
  // Of several, what to do about each stands in the report alone: a list of sentences is no sentence.
  const needed =
    only !== undefined && others.length === 0
      ? withAsk(only)
      : joinWords(facts.missing.slice(0, SHOWN_FACTS).map(({ text }) => text.replace(HINT, '')))
  const left = facts.missing.length - SHOWN_FACTS
  const more = left > 0 ? ` and ${plural(left, 'more fact')}` : ''
  const hint = subject.byDefault === undefined ? '' : `; ${byDefaultWords(subject.byDefault)}`
  return `${name} may block Clumio ${features} on ${bucketWords(subject)}${forRoles(facts.undecided, subject)}; to decide it, one must know ${needed}${more}${hint}.`
}

/** A missing fact with who can tell it, in one pair of brackets. */
function withAsk({ text, ask }: MissingFact): string {
  if (ask === null) return text
  return text.endsWith(')') ? `${text.slice(0, -1)}; ask ${ask})` : `${text} (ask ${ask})`
}

function byDefaultWords(verdict: NonNullable<JudgedStatement['byDefault']>): string {
  return `with the defaults of the template's parameters it ${verdict === 'blocked' ? 'blocks Clumio' : 'leaves Clumio alone'}`
}

/** The buckets on which a statement does what is told. */
export function bucketWords({ bucket, verdict, perBucket }: JudgedStatement): string {
  const same = perBucket.filter((one) => one.verdict.verdict === verdict.verdict)
  const [name = null, ...others] = new Set([bucket, ...same.map((one) => one.bucket)].map(bucketName))
  const more = others.filter((one) => one !== null)
  if (name === null || more.length === 0) return nameWords(name)
  const shown = [name, ...more].slice(0, SHOWN_BUCKETS).map((one) => cut(one, 63))
  const left = more.length + 1 - shown.length
  return `buckets ${joinWords(left > 0 ? [...shown, `${left} more`] : shown)}`
}

/** Buckets that a message names. */
const SHOWN_BUCKETS = 3

function nameWords(name: string | null): string {
  return name === null ? 'the bucket' : `bucket ${cut(name, 63)}`
}

/** How many more sessions a NotPrincipal list leaves out than the one that is named. */
function otherSessions({ verdict }: Judged): number {
  const isMissing = (reason: Reason) => reason.part === 'principal' && reason.why === 'session-not-listed'
  const missing = verdict.blocked.filter(({ trace }) => trace.reasons.some(isMissing))
  return new Set(missing.map(({ caller }) => caller)).size - 1
}

function isPointed(reason: Reason): boolean {
  return reason.part === 'principal' && reason.why !== 'everyone' && reason.why !== 'account'
}
