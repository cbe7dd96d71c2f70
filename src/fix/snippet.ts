import { type NamedIntegration, roleArn, vendorPrincipals } from '../clumio/integrations.js'
import { looksLikeClumio } from '../clumio/roles.js'
import { ENFORCED } from '../documents/ownership.js'
import type { Remedy } from '../model/options.js'
import type { StatementDraft } from '../rules/drafts/draft.js'
import { isObject, type JsonObject, member } from '../tree/value.js'

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

/** The roles of a statement, with the vendor's placeholders where the account or the role is not known. */
export function rolesOrPlaceholders(draft: StatementDraft): readonly NamedIntegration[] {
  return draft.subject.integrations.map((integration) => ({
    ...integration,
    account: integration.account ?? '<aws_acct_number>',
    roleName: integration.roleName ?? '<Clumio_role_id>',
  }))
}

/** The member that a person would write, laid out on lines of its own. */
export function snippet(remedy: Remedy, draft: StatementDraft): string {
  const named = rolesOrPlaceholders(draft)
  const { partition } = draft.subject.bucket
  const member =
    remedy === 'not-principal'
      ? { NotPrincipal: { AWS: vendorPrincipals(named, partition) } }
      : conditionWith([...new Set(named.map((role) => roleArn(role, partition)))], draft)
  return JSON.stringify(member, null, 2).split('\n').slice(1, -1).join('\n')
}

/** The statement's Condition with the exemption in it; the operator alone where that cannot be shown. */
function conditionWith(arns: readonly string[], { judged, subject }: StatementDraft): JsonObject {
  if (judged.policy.sensitive === true)
    return { ArnNotEquals: { 'aws:PrincipalArn': arns.length === 1 ? arns[0] : arns } }
  const { raw } = subject.statement
  const condition = isObject(raw) ? member(raw, 'Condition') : undefined
  const operator = isObject(condition) ? member(condition, 'ArnNotEquals') : undefined
  const tests = isObject(operator) ? operator : {}
  const key = Object.keys(tests).find((name) => name.toLowerCase() === 'aws:principalarn') ?? 'aws:PrincipalArn'
  const values = [...[tests[key] ?? []].flat(), ...arns]
  const exemption = { ...tests, [key]: values.length === 1 ? values[0] : values }
  if (condition === undefined) return { Condition: { ArnNotEquals: exemption } }
  if (!isSpelledOut(condition)) return { ArnNotEquals: exemption }
  return { Condition: { ...condition, ArnNotEquals: exemption } }
}

/** Whether a Condition is JSON all through, without a mark for what is not known. */
function isSpelledOut(condition: unknown): condition is JsonObject {
  const isText = (value: unknown) => ['string', 'number', 'boolean'].includes(typeof value)
  return (
    isObject(condition) &&
    Object.values(condition).every(
      (tests) => isObject(tests) && Object.values(tests).every((values) => [values].flat().every(isText)),
    )
  )
}

const BUCKET_NAME = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/

/** Text to paste gets only a name that S3 allows. */
export function pastedBucket(bucket: string | null): string {
  return bucket !== null && BUCKET_NAME.test(bucket) ? bucket : '<bucket>'
}

/** The commands that disable the ACLs of a bucket, for a setting that is not written anywhere. */
export function ownershipCommands(bucket: string | null): string {
  const name = pastedBucket(bucket)
  return [
    `aws s3api put-bucket-acl --bucket ${name} --acl private`,
    `aws s3api put-bucket-ownership-controls --bucket ${name} --ownership-controls 'Rules=[{ObjectOwnership=${ENFORCED}}]'`,
  ].join('\n')
}
