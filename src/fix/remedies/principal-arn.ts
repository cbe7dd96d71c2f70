import { type Change, type Insert, type MapView, none, type StatementRemedy, type View } from './operation.js'

/** Negated operators whose list under aws:PrincipalArn exempts what it names; a set operator never does. Each is ANDed. */
export const OPERATORS = ['ArnNotEquals', 'ArnNotLike', 'StringNotEquals', 'StringNotLike']
export const WITH_LIST = OPERATORS.flatMap((name) => [name, `${name}IfExists`])
export const [PREFERRED = ''] = OPERATORS
export const KEY = 'aws:PrincipalArn'

/**
 * Exempts roles by `ArnNotEquals aws:PrincipalArn`, ANDed into the statement: appended to a negated list on that key,
 * else as a key of the `ArnNotEquals` that is there, else as the first operator that is free, else as a Condition.
 */
export function principalArn(roles: readonly Insert[]): StatementRemedy {
  return (statement) => {
    const condition = statement.member('Condition')
    if (condition === null) {
      if (!statement.extensible) return none('statement-in-parts')
      return { kind: 'add', at: [], names: ['Condition', PREFERRED, KEY], values: roles, asList: false }
    }
    if (condition.kind !== 'map') return none('condition-no-map')
    return appended(condition, roles) ?? added(condition, roles)
  }
}

/** The roles behind those of a list that is there; null where there is none to append to. */
function appended(condition: MapView, roles: readonly Insert[]): Change | null {
  for (const operator of WITH_LIST) {
    const tests = condition.member(operator)
    const key = keyOf(tests)
    const list = key === null || tests?.kind !== 'map' ? null : tests.member(key)
    if (key === null || list === null || list.kind === 'elsewhere') continue
    if (list.kind !== 'list' && list.kind !== 'text') return none('condition-list-unknown')
    const at = ['Condition', operator, key]
    return { kind: 'complete', at, missing: roles, standIns: new Map(), appended: roles }
  }
  return null
}

function added(condition: MapView, roles: readonly Insert[]): Change {
  if (!condition.extensible) return none('condition-no-map')
  const preferred = condition.member(PREFERRED)
  if (preferred?.kind === 'map' && preferred.extensible && keyOf(preferred) === null) {
    return { kind: 'add', at: ['Condition', PREFERRED], names: [KEY], values: roles, asList: false }
  }
  const free = OPERATORS.find((name) => condition.member(name) === null)
  if (free === undefined) return none('no-operator-free')
  return { kind: 'add', at: ['Condition'], names: [free, KEY], values: roles, asList: false }
}

/** The name that aws:PrincipalArn has among an operator's tests, whatever its case; the last one counts. */
function keyOf(tests: View | null): string | null {
  if (tests?.kind !== 'map') return null
  return tests.names.findLast((name) => name.toLowerCase() === KEY.toLowerCase()) ?? null
}
