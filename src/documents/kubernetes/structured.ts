import { markDuplicate } from '../../iam/duplicates.js'
import { isObject, type JsonObject, member } from '../../tree/value.js'

/**
 * A policy in the structure of Crossplane's community provider as S3 gets it (crossplane-contrib/provider-aws,
 * apis/s3/common/bucketpolicy_types.go and pkg/controller/s3/bucketpolicy, read 2026-11). What is a reference to another
 * resource of the cluster is an expression, which stays unknown.
 */
export function structuredPolicy(policy: JsonObject): JsonObject {
  const statements = member(policy, 'statements')
  return {
    Version: member(policy, 'version') ?? '2012-10-17',
    Statement: Array.isArray(statements) ? statements.map(statementOf) : [],
  }
}

const LISTS = { action: 'Action', notAction: 'NotAction', resource: 'Resource', notResource: 'NotResource' } as const

function statementOf(given: unknown): JsonObject {
  const conditions = member(given, 'condition')
  const members: [string, unknown][] = [
    ['Sid', member(given, 'sid')],
    ['Effect', member(given, 'effect')],
    ['Principal', principalOf(member(given, 'principal'))],
    ['NotPrincipal', principalOf(member(given, 'notPrincipal'))],
    ...Object.entries(LISTS).map(([name, named]): [string, unknown] => [named, member(given, name)]),
    ['Condition', Array.isArray(conditions) && conditions.length > 0 ? conditionOf(conditions) : undefined],
  ]
  return Object.fromEntries(members.filter(([, value]) => value !== undefined))
}

function principalOf(given: unknown): unknown {
  if (!isObject(given)) return undefined
  if (member(given, 'allowAnon') === true) return '*'
  const listed = member(given, 'awsPrincipals')
  const named: [string, unknown][] = [
    ['AWS', Array.isArray(listed) ? listed.map(awsPrincipal) : undefined],
    ['Service', member(given, 'service')],
    ['Federated', member(given, 'federated')],
  ]
  return Object.fromEntries(named.filter(([, value]) => value !== undefined))
}

function awsPrincipal(given: unknown): unknown {
  const value = member(given, 'iamUserArn') ?? member(given, 'iamRoleArn') ?? member(given, 'awsAccountId')
  // A reference, which the cluster resolves.
  return value ?? REFERENCE
}

const REFERENCE = '${reference}'

const VALUES = ['listValue', 'stringValue', 'booleanValue', 'numericValue', 'dateValue'] as const

/** Of two entries of one operator, or of one key, nobody knows which counts. */
function conditionOf(given: readonly unknown[]): JsonObject {
  const condition: Record<string, unknown> = {}
  for (const one of given) {
    const pairs = member(one, 'conditions')
    const keys: Record<string, unknown> = {}
    for (const pair of Array.isArray(pairs) ? pairs : []) {
      const value = VALUES.map((name) => member(pair, name)).find((held) => held !== undefined && held !== null)
      put(keys, String(member(pair, 'key')), value ?? REFERENCE)
    }
    put(condition, String(member(one, 'operatorKey')), keys)
  }
  return condition
}

function put(object: Record<string, unknown>, name: string, value: unknown): void {
  if (Object.hasOwn(object, name)) markDuplicate(object, name)
  Object.defineProperty(object, name, { value, enumerable: true, configurable: true, writable: true })
}
