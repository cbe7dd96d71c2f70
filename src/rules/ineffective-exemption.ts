import { isNamed, type NamedIntegration, roleArn, vendorPrincipals } from '../clumio/integrations.js'
import { looksLikeClumio } from '../clumio/roles.js'
import type { Statement } from '../iam/model.js'
import { hasWildcard } from '../iam/principal.js'
import { isPlain, type Text } from '../iam/text/text.js'
import type { JudgedStatement } from '../verdicts/judged.js'
import { causeOf } from './drafts/cause.js'
import { bucketWords, identityOf } from './drafts/deny.js'
import type { StatementDraft } from './drafts/draft.js'
import { cut, statementName } from './drafts/words.js'
import type { Rule, RuleContext, Subject } from './rule.js'

/** An entry that was meant to exempt Clumio and cannot. */
interface Attempt {
  readonly route: readonly string[]
  readonly entry: string
  readonly why: string
}

/**
 * An exemption of Clumio that AWS does not honour, on a statement that nothing else exempts. The deny finding on the
 * same statement says what is blocked; this one says why the attempt did not help, even where that rule is off.
 */
export const ineffectiveExemption: Rule = {
  id: 'ineffective-exemption',
  find: (subject, context) => (subject.kind === 'statement' ? attemptOn(subject, context) : null),
}

function attemptOn(
  { judged, deny }: Extract<Subject, { kind: 'statement' }>,
  { level: levelOf, fingerprints }: RuleContext,
): StatementDraft | null {
  const { subject } = deny
  // Its message quotes the policy, which must not happen where the plan marks it as sensitive.
  // Of a statement with doubled members nothing is sure, not even that it tries.
  const isSilent = judged.policy.sensitive === true || subject.statement.duplicate !== null
  const [attempt] = isSilent ? [] : attempts(subject)
  const level = levelOf('ineffective-exemption')
  if (attempt === undefined || level === null) return null
  const name = statementName(subject.statement.sid, subject.statement.index)
  return {
    ...deny,
    rule: 'ineffective-exemption',
    level,
    message: `${name} tries to exempt Clumio on ${bucketWords(subject)} with "${cut(attempt.entry)}", but ${attempt.why}.`,
    fingerprint: fingerprints.of({ rule: 'ineffective-exemption', ...identityOf(judged, subject) }),
    cause: causeOf('ineffective-exemption', [attempt.entry, attempt.why]),
    route: attempt.route,
    facts: { ...deny.facts, missing: [] },
  }
}

function attempts(subject: JudgedStatement): readonly Attempt[] {
  const roles = subject.integrations.filter(isNamed)
  return [
    ...principalAttempts(subject.statement, subject, roles),
    ...conditionAttempts(subject.statement, subject, roles),
  ]
}

function* principalAttempts(statement: Statement, subject: JudgedStatement, roles: readonly NamedIntegration[]) {
  if (statement.principal.kind !== 'not-principal') return
  const listed = statement.principal.entries.flatMap(({ type, value }) => (type === 'AWS' ? [value] : []))
  const ownIsListed = namesOwn(listed, subject, roles)
  for (const value of listed) {
    if (!isPlain(value) || !isMeant(value, roles)) continue
    const why = principalProblem(value, subject, roles)
    if (why !== null && !(ownIsListed && why === OTHER_ROLE)) yield { route: ['NotPrincipal'], entry: value, why }
  }
}

/** Whether a list holds a right entry for the role; then entries of other roles are other connections' business. */
function namesOwn(values: readonly Text[], subject: JudgedStatement, roles: readonly NamedIntegration[]): boolean {
  const own = vendorPrincipals(roles, subject.bucket.partition)
  return values.some((value) => isPlain(value) && own.includes(value) && !value.endsWith(':root'))
}

/** Whether an entry was meant for Clumio: it says so, or it ends in the configured role's name. */
function isMeant(value: string, roles: readonly NamedIntegration[]): boolean {
  return looksLikeClumio(value) || roles.some(({ roleName }) => value.includes(`/${roleName}`))
}

const OTHER_ROLE = 'it names another account or role than the configured one'

/** Why a NotPrincipal entry does not exempt the Clumio role; null when it is right (docs/semantics.md, D8). */
function principalProblem(
  value: string,
  subject: Pick<JudgedStatement, 'bucket'>,
  roles: readonly NamedIntegration[],
): string | null {
  if (hasWildcard(value)) return 'NotPrincipal takes no wildcards; every role session must be listed literally'
  const parts = value.split(':')
  const [, , service, account = '', ...rest] =
    parts.length >= 6 ? [parts[0], parts[1], parts[2], parts[4], ...parts.slice(5)] : []
  const segments = rest.join(':').split('/')
  if (service === 'sts' && segments[0] === 'assumed-role') {
    if (segments.length !== 3) return "a role session's ARN never carries the role's path"
    return roles.length > 0 && !roles.some((role) => role.account === account && role.roleName === segments[1])
      ? OTHER_ROLE
      : null
  }
  if (service !== 'iam' || segments[0] !== 'role') return null
  const name = segments.at(-1)
  const same = roles.filter((role) => role.account === account && role.roleName === name)
  if (roles.length === 0)
    return segments.length === 2 ? 'the ARN lacks the path of the role (by default /clumio/)' : null
  if (same.length === 0) return OTHER_ROLE
  return same.some((role) => roleArn(role, subject.bucket.partition) === value)
    ? null
    : `the role's path is ${same[0]?.rolePath}, so its ARN is another one`
}

function* conditionAttempts(statement: Statement, subject: JudgedStatement, roles: readonly NamedIntegration[]) {
  for (const { operator, key, values, written } of statement.conditions) {
    if (key.toLowerCase() !== 'aws:principalarn' || !operator.includes('Not')) continue
    const ownIsListed = namesOwn(values, subject, roles)
    for (const value of values) {
      if (!isPlain(value) || !isMeant(value, roles)) continue
      const why = conditionProblem(value, operator, subject, roles)
      if (why !== null && !(ownIsListed && why === OTHER_ROLE))
        yield { route: ['Condition', written], entry: value, why }
    }
  }
}

/** Why a value under a negated aws:PrincipalArn test does not exempt the role (docs/semantics.md, D19, D33). */
function conditionProblem(
  value: string,
  operator: string,
  subject: JudgedStatement,
  roles: readonly NamedIntegration[],
): string | null {
  if (value.includes(':assumed-role/')) return "aws:PrincipalArn holds the role's ARN, never that of a session"
  if (operator.startsWith('StringNotEquals') && hasWildcard(value)) return `${operator} takes a wildcard literally`
  if (hasWildcard(value)) {
    // `role/Clumio*` stops at the path; a pattern with the path in it failed for another reason.
    return /:role\/clumio[^/]*$/i.test(value)
      ? 'the pattern does not cover the path of the role (by default /clumio/)'
      : null
  }
  return principalProblem(value, subject, roles)
}
