import { isVendorRoleName } from '../../clumio/roles.js'
import type { Condition } from '../../iam/model.js'
import type { Reason } from '../../iam/reason.js'
import { matchGlob } from '../../iam/text/glob.js'
import { display, isPlain, piecesOf, type Text } from '../../iam/text/text.js'
import type { Integration } from '../../model/options.js'
import type { JudgedStatement } from '../../verdicts/judged.js'

/**
 * A hint, no verdict: an undecided statement likely leaves Clumio alone (docs/semantics.md, D30). It exempts the own
 * organization or account by a literal id, or the role's default tag; or it is meant for requests without TLS; or it lists
 * addresses beside an exception for the role's tags; or it exempts a Clumio role while nobody said which role is the right
 * one, or the right one in an account that the file does not spell out; or it does so with the defaults of a template's
 * parameters. A list without values exempts nobody.
 */
export function likelyNotBlocked(subject: JudgedStatement): boolean {
  if (subject.byDefault !== undefined) return subject.byDefault === 'not-blocked'
  const open = subject.verdict.example().reasons.filter((reason) => reason.value === 'U')
  const conditions = open.filter((reason) => reason.part === 'condition').map(({ condition }) => condition)
  if (conditions.some((condition) => exemptsOwn(condition) || isAboutTls(condition))) return true
  const addresses = conditions.some((condition) => condition.operator === 'NotIpAddress')
  const tags = conditions.some((condition) => isNegated(condition) && isPrincipalTag(condition))
  return (
    (addresses && tags) || open.some((reason) => namesAClumioRole(subject, reason) || namesItsRole(subject, reason))
  )
}

function isNegated({ operator, values }: Condition): boolean {
  return operator.includes('Not') && values.length > 0
}

function isPrincipalTag(condition: Condition): boolean {
  return condition.key.toLowerCase().startsWith('aws:principaltag/')
}

/** The bucket's organization and account are the role's (docs/semantics.md, A5). */
const OWN = new Set([
  ...['aws:principalorgid', 'aws:principalorgpaths', 'aws:principalaccount'],
  ...['aws:resourceorgid', 'aws:resourceorgpaths', 'aws:resourceaccount', 's3:resourceaccount'],
])

function exemptsOwn(condition: Condition): boolean {
  if (!isNegated(condition)) return false
  const key = condition.key.toLowerCase()
  if (OWN.has(key)) return true
  // The vendor's module tags the role `Vendor = Clumio` unless the user overrides it.
  return (
    key === 'aws:principaltag/vendor' && condition.values.some((value) => display(value).toLowerCase() === 'clumio')
  )
}

/** A Deny of requests without TLS, with a slip: `"False"` for `"false"`, or `aws:TLSVersion`, which is no key. */
function isAboutTls({ operator, key, values, ifExists }: Condition): boolean {
  const name = key.toLowerCase()
  if (name === 'aws:tlsversion') return operator.startsWith('NumericLessThan') && !ifExists
  return (
    name === 'aws:securetransport' &&
    operator === 'Bool' &&
    values.every((value) => display(value).toLowerCase() === 'false')
  )
}

/** Only where the role has no name: then a list or condition that names a role of the vendor's format is likely right. */
function namesAClumioRole(subject: JudgedStatement, reason: Reason): boolean {
  if (subject.integrations.some((integration) => integration.roleName !== null)) return false
  return exempted(subject, reason)
    .map(display)
    .some((name) => /:role\//.test(name) && isVendorRoleName(name.slice(name.lastIndexOf('/') + 1)))
}

/** The names of all roles stand there, with expressions before them: in the place of the account, which is then likely the own. */
function namesItsRole(subject: JudgedStatement, reason: Reason): boolean {
  const names = exempted(subject, reason).filter((name) => !isPlain(name))
  return subject.integrations.every((one) => names.some((name) => endsInRole(name, one)))
}

function endsInRole(name: Text, { rolePath, roleName }: Integration): boolean {
  const last = piecesOf(name).at(-1)
  const [, written] = typeof last === 'string' ? (/:role(\/.*)$/.exec(last) ?? []) : []
  if (roleName === null || written === undefined || !/\w/.test(written)) return false
  return matchGlob(written, `${rolePath}${roleName}`) === 'T'
}

/** Whom a statement leaves out by an element that is open. */
function exempted({ statement }: JudgedStatement, reason: Reason): readonly Text[] {
  if (reason.part === 'principal' && statement.principal.kind === 'not-principal') {
    return statement.principal.entries.map(({ value }) => value)
  }
  return reason.part === 'condition' && isNegated(reason.condition) ? reason.condition.values : []
}
