import type { RoleSession } from '../iam/caller.js'
import type { Statement } from '../iam/model.js'
import { piecesOf, type Token } from '../iam/text/text.js'
import { hasVariable } from '../iam/variables.js'
import type { Need } from './needs.js'
import { actionKind } from './requests.js'

/** Numbers of the callers of whom Condition and Resource may say something different: sessions of one role share one. */
export function placesOf(
  callers: readonly RoleSession[],
  { ofSession }: Pick<Dependencies, 'ofSession'>,
): ReadonlyMap<RoleSession, number> {
  const places = new Map<RoleSession, number>()
  let last: RoleSession | null = null
  let place = -1
  for (const caller of callers) {
    if (ofSession || last === null || !isSameRole(caller, last)) place++
    places.set(caller, place)
    last = caller
  }
  return places
}

function isSameRole(a: RoleSession, b: RoleSession): boolean {
  const isSame = a.roleName === b.roleName && a.rolePath === b.rolePath && a.roleId === b.roleId
  return isSame && a.account === b.account && a.partition === b.partition && a.boundary === b.boundary
}

/** A key of S3 in a text, or what could be one: parts of ARNs make no difference. */
const S3_KEY = /s3:[^\s"'{},]*/g

/** What the parts of a statement depend on besides the bucket. */
export interface Dependencies {
  /** Policy variables stand in a resource. */
  readonly inResource: boolean
  /** What Condition or Resource says may differ between two callers. */
  readonly bySession: boolean
  /** Also between two sessions of one role. */
  readonly ofSession: boolean
  readonly severalRoles: boolean
  /** Equal for needs whose actions make no difference. */
  readonly kindOf: (need: Need) => string
}

/** Of all that is known of a request, what differs between roles; `aws:userid` differs between sessions of one, too. */
const OF_ROLE = ['aws:principalarn', 'aws:principalaccount', 'aws:resourceaccount', 's3:resourceaccount']

/** Of all that is known of a request, only some keys differ between callers, and between actions. */
export function dependenciesOf(
  statement: Pick<Statement, 'conditions' | 'resource'>,
  variables: boolean,
  callers: readonly RoleSession[],
): Dependencies {
  const [first, ...others] = callers
  const severalRoles = others.some((caller) => caller.roleName !== first?.roleName || caller.account !== first.account)
  const inResource = variables ? variablesIn(statement) : ''
  const conditions = statement.conditions.length === 0 ? '' : JSON.stringify(statement.conditions).toLowerCase()
  const reads = (key: string) => conditions.includes(key) || inResource.includes(key)
  const keys = [...new Set(`${conditions} ${inResource}`.match(S3_KEY))]
  const kinds = new Map<string, string>()
  return {
    inResource: inResource !== '',
    ofSession: reads('aws:userid'),
    bySession: reads('aws:userid') || (severalRoles && OF_ROLE.some(reads)),
    severalRoles,
    kindOf: ({ lower }) => (keys.length === 0 ? '' : memo(kinds, lower, () => actionKind(keys, lower))),
  }
}

/** What follows the first variable in each piece of a resource, in lower case: all its variables are in it. */
function variablesIn({ resource }: Pick<Statement, 'resource'>): string {
  const patterns = resource.kind === 'invalid' ? [] : resource.patterns.filter(hasVariable)
  const pieces = patterns.flatMap(piecesOf)
  const after = (piece: string | Token) =>
    typeof piece === 'string' && piece.includes('${') ? [piece.slice(piece.indexOf('${'))] : []
  return pieces.flatMap(after).join('\n').toLowerCase()
}

/** What was made for a key, or is made now. */
export function memo<K, V>(cache: Map<K, V>, key: K, make: () => V): V {
  const cached = cache.get(key)
  if (cached !== undefined) return cached
  const made = make()
  cache.set(key, made)
  return made
}
