import { isMultivalued, isUnknownKey } from '../../clumio/requests.js'
import type { Condition, PolicyDocument, PrincipalElement, Statement } from '../../iam/model.js'
import { hasWildcard } from '../../iam/principal.js'
import { isPlain, type Text } from '../../iam/text/text.js'
import { hasVariable } from '../../iam/variables.js'
import { cut, quoted } from './words.js'

/**
 * What is odd about a statement whichever way it was judged: it tells why a test does not do what its author may have
 * meant (docs/semantics.md, D33). At most one sentence for each element and condition; attempts to exempt Clumio have
 * a rule of their own.
 */
export function lintsOf(statement: Statement, document: PolicyDocument): readonly string[] {
  const lints = [
    overwrittenLint(statement),
    principalLint(statement.principal),
    resourceLint(statement),
    variableLint(statement, document),
  ]
  for (const condition of statement.conditions) lints.push(conditionLint(condition))
  return [...new Set(lints.filter((lint) => lint !== null))]
}

/** In HCL the last of two equal names wins before AWS sees the document; two in JSON leave the statement undecided. */
export function overwrittenLint({ overwritten }: Pick<Statement, 'overwritten'>): string | null {
  return overwritten === null ? null : `"${cut(overwritten, 80)}" stands twice in one element, of which the last counts`
}

/** Six components separated by colons make an ARN, and no bucket has a colon in its name. */
function resourceLint({ resource }: Statement): string | null {
  const patterns = resource.kind === 'invalid' ? [] : resource.patterns.filter(isPlain)
  const odd = patterns.find((pattern) => pattern !== '*' && isOdd(pattern))
  return odd === undefined ? null : `"${cut(odd)}" is not the form of a bucket's ARN or of its objects'`
}

function isOdd(pattern: string): boolean {
  const [, partition, service = '', , account, ...rest] = pattern.split(':')
  if (partition === undefined || account === undefined || rest.length === 0) return true
  const [name = ''] = rest.join(':').split('/', 1)
  return service === 's3' && account === '' && name.includes(':') && !hasVariable(name)
}

function principalLint(principal: PrincipalElement): string | null {
  if (principal.kind === 'invalid') return null
  const values = principal.entries.flatMap(({ type, value }) => (type === 'AWS' && isPlain(value) ? [value] : []))
  const wild = principal.kind === 'principal' && values.find((value) => value !== '*' && hasWildcard(value))
  if (wild) return `the wildcard in Principal "${cut(wild)}" stands for nothing: principals are compared literally`
  const gone = values.find((value) => /^A(?:RO|ID)A[A-Z0-9]{12,}$/.test(value))
  if (gone === undefined) return null
  return `"${cut(gone)}" is a unique id, which AWS shows in place of a role or user that was deleted`
}

/** Policy variables came with version 2012-10-17 (IAM User Guide, "Version"). */
function variableLint(statement: Statement, { variables, version }: PolicyDocument): string | null {
  if (variables) return null
  const resources = statement.resource.kind === 'invalid' ? [] : statement.resource.patterns
  const texts: readonly Text[] = [...resources, ...statement.conditions.flatMap(({ values }) => values)]
  const variable = texts.filter(isPlain).find((text) => hasVariable(text) && text.includes('}'))
  if (variable === undefined) return null
  const why = version === null ? 'the policy has no Version' : `the Version of the policy is "${cut(version, 40)}"`
  return `"${cut(variable)}" is compared literally, since ${why}: variables need "2012-10-17"`
}

function conditionLint({ operator, key, values, set }: Condition): string | null {
  const name = key.toLowerCase()
  const plain = values.filter(isPlain)
  const literal = /^String(?:Not)?Equals/.test(operator) ? plain.filter(hasWildcard) : []
  if (literal.length > 0) return `${operator} compares ${quoted(literal, 'and')} literally, wildcards included`
  if (name === 'aws:principalarn' && operator.includes('Not')) {
    const root = plain.find((value) => value.endsWith(':root'))
    if (root !== undefined)
      return `"${cut(root)}" under ${cut(key, 80)} stands for the root user alone, not for the account`
  }
  if (isUnknownKey(name)) return isPlainKey(name) ? `no AWS document lists the condition key ${cut(key, 80)}` : null
  if (operator === 'Null') return null
  if (set !== null && !isMultivalued(name))
    return `${cut(key, 80)} holds one value, so a set operator on it is misplaced`
  if (set === null && isMultivalued(name)) return `${cut(key, 80)} holds several values, so it needs a set operator`
  return null
}

/** A key without an expression in it. */
function isPlainKey(key: string): boolean {
  return !/[$%{]\{/.test(key)
}
