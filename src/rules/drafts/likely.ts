import { isVendorRoleName } from '../../clumio/roles.js'
import type { Condition } from '../../iam/model.js'
import type { Reason } from '../../iam/reason.js'
import { display } from '../../iam/text/text.js'
import type { JudgedStatement } from '../../verdicts/judged.js'

/**
 * A hint, no verdict: an undecided statement likely leaves Clumio alone (docs/semantics.md, D30). It exempts the own
 * organization or account by a literal id, or the role's default tag; or it is meant for requests without TLS; or it lists
 * addresses beside an exception for the role's tags; or it exempts a Clumio role while nobody said which role is the right
 * one; or it does so with the defaults of a template's parameters.
 */
export function likelyNotBlocked(subject: JudgedStatement): boolean {
  if (subject.byDefault !== undefined) return subject.byDefault === 'not-blocked'
  const open = subject.verdict.example().reasons.filter((reason) => reason.value === 'U')
  const conditions = open.filter((reason) => reason.part === 'condition').map(({ condition }) => condition)
  if (conditions.some((condition) => exemptsOwn(condition) || isAboutTls(condition))) return true
  const addresses = conditions.some((condition) => condition.operator === 'NotIpAddress')
  const tags = conditions.some((condition) => isNegated(condition) && isPrincipalTag(condition))
  return (addresses && tags) || open.some((reason) => namesAClumioRole(subject, reason))
}

function isNegated(condition: Condition): boolean {
  return condition.operator.includes('Not')
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
  const { statement } = subject
  const names =
    reason.part === 'principal' && statement.principal.kind === 'not-principal'
      ? statement.principal.entries.map((entry) => display(entry.value))
      : reason.part === 'condition' && isNegated(reason.condition)
        ? reason.condition.values.map(display)
        : []
  return names.some((name) => /:role\//.test(name) && isVendorRoleName(name.slice(name.lastIndexOf('/') + 1)))
}
