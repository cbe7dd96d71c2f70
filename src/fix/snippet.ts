import { type NamedIntegration, roleArn, vendorPrincipals } from '../clumio/integrations.js'
import { looksLikeClumio } from '../clumio/roles.js'
import { ENFORCED } from '../documents/ownership.js'
import { isPlain } from '../iam/text/text.js'
import type { Remedy } from '../model/options.js'
import type { StatementDraft } from '../rules/drafts/draft.js'
import { isObject, type JsonObject, member } from '../tree/value.js'
import { isSensitive } from './offer.js'
import { TEXT_CALLS } from './patch/json/view.js'
import { KEY, OPERATORS, PREFERRED, WITH_LIST } from './remedies/principal-arn.js'
import { yamlOf } from './shown-yaml.js'

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
      ? { NotPrincipal: exemptedBy(named, draft) }
      : conditionWith([...new Set(named.map((role) => roleArn(role, partition)))], draft)
  const { syntax, wrapped } = draft.judged.policy.origin
  if (syntax === 'yaml' && !wrapped) return yamlOf(member)
  return JSON.stringify(member, null, 2).split('\n').slice(1, -1).join('\n')
}

/** What a snippet cannot show of the element that it is about, and that must stay in it; null where it shows all. */
export function unshown(remedy: Remedy, draft: StatementDraft): string | null {
  const name = remedy === 'not-principal' ? 'NotPrincipal' : 'Condition'
  const element = elementOf(name, draft)
  if (element === undefined) return null
  const isShown =
    !isSensitive(draft) && (remedy === 'not-principal' ? isList(element, draft) : isSpelledOut(element, draft))
  return isShown ? null : `what ${name} already holds must stay in it`
}

function elementOf(name: string, { subject }: StatementDraft): unknown {
  const { raw } = subject.statement
  return isObject(raw) ? member(raw, name) : undefined
}

/** A NotPrincipal with all that it holds already, in its order: what is inert gives way to what it stands for. */
function exemptedBy(named: readonly NamedIntegration[], draft: StatementDraft): JsonObject {
  const { partition } = draft.subject.bucket
  const wanted = vendorPrincipals(named, partition)
  const existing = elementOf('NotPrincipal', draft)
  if (isSensitive(draft) || !isObject(existing) || !isList(existing, draft)) return { AWS: wanted }
  const known = new Set(listedIn(draft) ?? [])
  const list: unknown[] = []
  const add = (entry: unknown) => list.includes(entry) || list.push(entry)
  for (const entry of [member(existing, 'AWS') ?? []].flat()) {
    const meant = typeof entry === 'string' ? standIns(entry, named, partition) : []
    for (const one of meant.length > 0 ? meant : [entry]) add(one)
  }
  for (const principal of wanted) if (!known.has(principal)) add(principal)
  return { ...existing, AWS: list }
}

/** What expressions of a template list: what the statement names in the end, as far as that is known. */
export function listedIn({ judged, subject }: StatementDraft): readonly string[] | null {
  const { principal } = subject.statement
  if (judged.policy.origin.source !== 'cloudformation' || principal.kind !== 'not-principal') return null
  return principal.entries.flatMap(({ type, value }) => (type === 'AWS' && isPlain(value) ? [value] : []))
}

/** Whether an element of principals is JSON all through. */
function isList(element: unknown, draft: StatementDraft): element is JsonObject {
  return isObject(element) && Object.values(element).every((list) => areTexts(list, draft, ['string']))
}

/** Whether all that a member holds is known to be a text, or to stand for one: in a template a function may. */
function areTexts(held: unknown, { judged }: StatementDraft, types: readonly string[]): boolean {
  const isTemplate = judged.policy.origin.source === 'cloudformation'
  // What stands alone may stand for a list.
  const isCall = (one: unknown) => isTemplate && isTextCall(one, Array.isArray(held))
  return [held].flat().every((one) => types.includes(typeof one) || isCall(one))
}

/** The statement's Condition with the exemption in it; the operator alone where that cannot be shown. */
function conditionWith(arns: readonly string[], draft: StatementDraft): JsonObject {
  const condition = elementOf('Condition', draft)
  if (condition === undefined) return { Condition: { ArnNotEquals: { [KEY]: oneOrAll(arns) } } }
  if (isSensitive(draft) || !isSpelledOut(condition, draft)) return { ArnNotEquals: { [KEY]: oneOrAll(arns) } }
  const [operator, key] = exemptionIn(condition) ?? [
    OPERATORS.find((name) => member(condition, name) === undefined),
    KEY,
  ]
  const own = operator ?? PREFERRED
  const tests = member(condition, own)
  const present = isObject(tests) ? tests : {}
  const values = [...[present[key] ?? []].flat().map((one) => (isObject(one) ? one : String(one))), ...arns]
  return { Condition: { ...condition, [own]: { ...present, [key]: oneOrAll([...new Set(values)]) } } }
}

/** The operator and the key of a list that exempts what it names already; null where there is none. */
function exemptionIn(condition: JsonObject): readonly [string, string] | null {
  const preferred = member(condition, PREFERRED)
  for (const operator of WITH_LIST) {
    const tests = member(condition, operator)
    const key = isObject(tests)
      ? Object.keys(tests).findLast((name) => name.toLowerCase() === KEY.toLowerCase())
      : undefined
    if (key !== undefined) return [operator, key]
  }
  return isObject(preferred) ? [PREFERRED, KEY] : null
}

function oneOrAll(values: readonly unknown[]): unknown {
  const [first] = values
  return first !== undefined && values.length === 1 ? first : values
}

/** Whether a Condition is JSON all through, without a mark for what is not known. */
function isSpelledOut(condition: unknown, draft: StatementDraft): condition is JsonObject {
  const types = ['string', 'number', 'boolean']
  return (
    isObject(condition) &&
    Object.values(condition).every(
      (tests) => isObject(tests) && Object.values(tests).every((values) => areTexts(values, draft, types)),
    )
  )
}

/** Whether a value of a template is a function that stands for one text, or in a list for one of its items. */
function isTextCall(value: unknown, inList: boolean): boolean {
  const [only, ...others] = isObject(value) ? Object.keys(value) : []
  return only !== undefined && others.length === 0 && (TEXT_CALLS.has(only) || (inList && only === 'Ref'))
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
