import { isFiller } from './embed.js'
import { asList, isObject } from './value.js'

/** The elements of a policy and of a statement (IAM User Guide, "Grammar of the IAM JSON policy language"). */
export const OF_POLICY: ReadonlySet<string> = new Set(['Version', 'Id', 'Statement'])
export const ELEMENTS = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
] as const
export const OF_STATEMENT: ReadonlySet<string> = new Set(ELEMENTS)

/** Whether a value is a policy or a list of statements as a whole, and nothing else. */
export function isPolicyShaped(value: unknown): boolean {
  if (Array.isArray(value)) return isStatements(value)
  if (!isObject(value) || !Object.hasOwn(value, 'Statement')) return false
  return Object.keys(value).every((name) => OF_POLICY.has(name)) && isStatements(value.Statement)
}

function isStatements(value: unknown): boolean {
  const list = asList(value)
  return list.length > 0 && list.every(isStatement)
}

/**
 * Whether a value is a statement and nothing else. What stands for statements in a template is an expression, whose value
 * comes from elsewhere.
 */
export function isStatement(value: unknown): boolean {
  if (typeof value === 'string') return isFiller(value)
  if (!isObject(value)) return false
  return Object.hasOwn(value, 'Effect') && Object.keys(value).every((name) => OF_STATEMENT.has(name))
}
