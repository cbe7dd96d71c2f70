import { isNamed, type NamedIntegration } from '../clumio/integrations.js'
import { looksLikeClumio } from '../clumio/roles.js'
import { compile, matchExact, matchSymbols } from '../iam/glob.js'
import type { Statement } from '../iam/model.js'
import { entryMatches, identitiesOf } from '../iam/principal.js'
import { evaluateResource } from '../iam/resource.js'
import { display, isPlain, type Text } from '../iam/text.js'
import type { Remedy } from '../model/options.js'
import type { JudgedStatement } from '../verdicts/judged.js'
import { cut } from '../rules/drafts/words.js'

/** Whether a remedy can be offered for a statement, with what to say about it (docs/semantics.md, D35). */
export type Offer =
  | { readonly offered: true; readonly caveats: readonly string[] }
  | { readonly offered: false; readonly why: string }

/** Why a statement gets no fix at all: it is invalid, or denies Clumio on purpose. Null when it may get one. */
export function noFixReason(subject: JudgedStatement): string | null {
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

/** The roles to exempt, when all of them are spelled out. */
export function namedRoles(subject: JudgedStatement): readonly NamedIntegration[] | null {
  const named = subject.integrations.filter(isNamed)
  return named.length === subject.integrations.length ? named : null
}

export function offer(remedy: Remedy, subject: JudgedStatement): Offer {
  return remedy === 'principal-arn' ? { offered: true, caveats: [] } : offerNotPrincipal(subject)
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
        ({ resource }) => evaluateResource(resource, target, question.bucket, false, context).value !== 'F',
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
