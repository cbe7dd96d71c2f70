import type { Caller, RoleSession } from './caller.js'
import type { PrincipalElement, PrincipalEntry } from './model.js'
import type { Reason, Trace } from './reason.js'
import { matchExact, matchGlob } from './text/glob.js'
import { display, isPlain, joinText, openParts, piecesOf, type Text, type Token, wholeToken } from './text/text.js'
import { and, or, type Tri } from './text/tri.js'

type PrincipalReason = Extract<Reason, { part: 'principal' }>
type Given = Extract<PrincipalElement, { kind: 'principal' | 'not-principal' }>

/** The forms under which one caller can be named in a policy (docs/semantics.md, D4). */
export interface Identities {
  /** `arn:P:iam::A:root` and the bare account id, which are equivalent. */
  readonly account: readonly Text[]
  /** The role with its path, or the user. */
  readonly own: Text | null
  /** The role session; never carries the role's path. */
  readonly session: Text | null
}

const identityCache = new WeakMap<Caller, Identities>()

export function identitiesOf(caller: Caller): Identities {
  const known = identityCache.get(caller)
  if (known) return known
  const identities = buildIdentities(caller)
  identityCache.set(caller, identities)
  return identities
}

function buildIdentities(caller: Caller): Identities {
  if (caller.kind === 'anonymous' || caller.kind === 'service') return { account: [], own: null, session: null }
  const { partition, account } = caller
  const iam = (name: Text) => joinText([`arn:${partition}:iam::`, ...piecesOf(account), ':', ...piecesOf(name)])
  const root = [iam('root'), account]
  switch (caller.kind) {
    case 'root':
      return { account: root, own: null, session: null }
    case 'user':
      return { account: root, own: iam(`user${caller.userPath}${caller.userName}`), session: null }
    case 'role-session': {
      const { rolePath, roleName, session } = caller
      const name = piecesOf(roleName)
      return {
        account: root,
        own: iam(joinText([`role${rolePath}`, ...name])),
        session: joinText([`arn:${partition}:sts::`, ...piecesOf(account), ':assumed-role/', ...name, `/${session}`]),
      }
    }
  }
}

/** Whether the Principal or NotPrincipal element makes the statement apply to the caller. */
export function evaluatePrincipal(element: PrincipalElement, caller: Caller, trace?: Trace): Tri {
  if (element.kind === 'invalid') {
    trace?.unknowns.push({ kind: 'invalid', problem: `principal-${element.reason}` })
    return conclude(trace, 'U', 'invalid', null)
  }
  return element.kind === 'principal' ? positive(element, caller, trace) : negative(element, caller, trace)
}

/** The map form of everybody, as reasons quote it: it is not the same as the bare `"*"`. */
const AWS_STAR = '{"AWS": "*"}'

function conclude(trace: Trace | undefined, value: Tri, why: PrincipalReason['why'], entry: string | null): Tri {
  trace?.reasons.push({ part: 'principal', value, why, entry })
  return value
}

function positive(element: Given, caller: Caller, trace?: Trace): Tri {
  if (element.everyone) return conclude(trace, 'T', 'everyone', '*')
  let unknown: PrincipalEntry | null = null
  for (const entry of element.entries) {
    const value = entryMatches(entry, caller)
    if (value === 'T') {
      const why = matchedBy(entry, caller)
      if (why === 'names-session') trace?.assumptions.push('A4')
      return conclude(trace, 'T', why, why === 'everyone' ? AWS_STAR : display(entry.value))
    }
    if (value === 'U') unknown ??= entry
  }
  if (unknown !== null || element.partial) {
    noteUnknown(trace, unknown, caller)
    return conclude(trace, 'U', 'unknown', unknown === null ? null : display(unknown.value))
  }
  if (trace && element.entries.some((entry) => mayNameOtherSession(entry, caller))) trace.assumptions.push('A4')
  return conclude(trace, 'F', 'no-match', null)
}

/** Whether an entry names a session of the caller's role that is not the caller: harmless only if Clumio has no such session. */
function mayNameOtherSession({ type, value }: PrincipalEntry, caller: Caller): boolean {
  if (type !== 'AWS' || caller.kind !== 'role-session') return false
  if (!display(value).includes(':assumed-role/') || (isPlain(value) && hasWildcard(value))) return false
  const { session } = identitiesOf(caller)
  if (session === null) return false
  const { length } = caller.session
  const any = isPlain(session) ? session.slice(0, -length) : mapLast(session, (piece) => piece.slice(0, -length))
  return matchGlob(joinText([...piecesOf(any), '*']), value) !== 'F'
}

function mapLast(text: readonly (string | Token)[], change: (piece: string) => string): readonly (string | Token)[] {
  const last = text.at(-1)
  return typeof last === 'string' ? [...text.slice(0, -1), change(last)] : text
}

function matchedBy(entry: PrincipalEntry, caller: Caller): PrincipalReason['why'] {
  if (entry.value === '*') return 'everyone'
  const { own, session } = identitiesOf(caller)
  if (own !== null && matchExact(entry.value, own) === 'T') return 'names-role'
  if (session !== null && matchExact(entry.value, session) === 'T') return 'names-session'
  return isPlain(entry.value) && entry.value.startsWith('AROA') ? 'names-role' : 'account'
}

/** Whether one entry of a Principal element names the caller (docs/semantics.md, D6). */
export function entryMatches(entry: PrincipalEntry, caller: Caller): Tri {
  if (wholeToken(entry.value)?.means === 'other-principal') return 'F'
  switch (entry.type) {
    case 'AWS':
      return awsEntryMatches(entry.value, caller)
    case 'Service':
      return caller.kind === 'service' ? matchExact(entry.value, caller.service) : 'F'
    case 'CanonicalUser':
      // It stands for a whole account; whose it is cannot be read from the id.
      return caller.kind === 'anonymous' || caller.kind === 'service' ? 'F' : 'U'
    case 'Federated':
      return 'F'
  }
}

function awsEntryMatches(value: Text, caller: Caller): Tri {
  // `{"AWS": "*"}` is documented for IAM-type principals; whether a Deny in this form reaches services is not.
  if (value === '*') return caller.kind === 'service' ? 'U' : 'T'
  if (caller.kind === 'anonymous' || caller.kind === 'service') return 'F'
  if (isPlain(value)) {
    if (isUniqueId(value)) return uniqueIdMatches(value, caller)
    if (hasWildcard(value)) return 'F'
  }
  const { account, own, session } = identitiesOf(caller)
  let result: Tri = 'F'
  for (const identity of account) result = or(result, matchExact(value, identity))
  if (own !== null) result = or(result, matchExact(value, own))
  if (session !== null) result = or(result, matchExact(value, session))
  return result
}

/** S3 shows the unique id of an identity once it is deleted; ids are never reused (S3 User Guide, "Principals"). */
function isUniqueId(value: string): boolean {
  return /^A(?:ROA|IDA)[A-Z0-9]+$/.test(value)
}

export function hasWildcard(value: string): boolean {
  return value.includes('*') || value.includes('?')
}

function uniqueIdMatches(value: string, caller: Caller): Tri {
  if (!value.startsWith('AROA') || caller.kind !== 'role-session') return 'F'
  if (caller.roleId === null) return 'U'
  return value === caller.roleId ? 'T' : 'F'
}

function noteUnknown(trace: Trace | undefined, entry: PrincipalEntry | null, caller: Caller): void {
  if (!trace) return
  if (entry === null) trace.unknowns.push({ kind: 'token', token: 'Principal' })
  else if (entry.type === 'CanonicalUser') trace.unknowns.push({ kind: 'canonical-user' })
  else if (!isPlain(entry.value)) trace.unknowns.push({ kind: 'token', token: openParts(entry.value) })
  else if (entry.value.startsWith('AROA')) trace.unknowns.push({ kind: 'role-id' })
  else
    trace.unknowns.push(
      caller.kind === 'role-session' && isPlain(caller.account) ? { kind: 'role' } : { kind: 'account' },
    )
}

/** Which layers of the caller's identity a NotPrincipal list names. */
export interface Layers {
  readonly account: Tri
  readonly own: Tri
  readonly session: Tri
}

/** The entries of a NotPrincipal list that name somebody: a list of hundreds is asked for each session of as many roles. */
interface NamedEntries {
  readonly plain: ReadonlySet<string>
  readonly open: readonly Text[]
}

const lists = new WeakMap<Given, NamedEntries>()

function listOf(element: Given): NamedEntries {
  const known = lists.get(element)
  if (known !== undefined) return known
  const plain = new Set<string>()
  const open: Text[] = []
  for (const { type, value } of element.entries) {
    if (type !== 'AWS' || wholeToken(value)?.means === 'other-principal') continue
    if (!isPlain(value)) open.push(value)
    else if (!hasWildcard(value)) plain.add(value)
  }
  const made = { plain, open }
  lists.set(element, made)
  return made
}

/** Compares a NotPrincipal list with the layers of an identity; wildcards, wrong paths and malformed ARNs are inert. */
export function listedLayers(element: Given, caller: Caller): Layers {
  const { account, own, session } = identitiesOf(caller)
  const { plain, open } = listOf(element)
  const listed = (identities: readonly (Text | null)[]): Tri => {
    let result: Tri = element.partial ? 'U' : 'F'
    for (const identity of identities) {
      if (identity === null) continue
      if (isPlain(identity) && plain.has(identity)) return 'T'
      for (const value of isPlain(identity) ? open : [...plain, ...open])
        result = or(result, matchExact(value, identity))
    }
    return result
  }
  return { account: listed(account), own: listed([own]), session: listed([session]) }
}

/**
 * NotPrincipal with Deny (docs/semantics.md, D7, D8): a boundary voids the list; otherwise account, role and role
 * session must all be listed literally. "Does the Deny apply?"
 */
function negative(element: Given, caller: Caller, trace?: Trace): Tri {
  if (caller.kind === 'service') return listedService(element, caller.service, trace)
  const bounded = 'boundary' in caller ? caller.boundary : 'none'
  if (bounded === 'present') return conclude(trace, 'T', 'boundary', null)
  const listed = listDenies(element, caller, trace)
  if (bounded === 'unknown' && listed !== 'T') {
    trace?.unknowns.push({ kind: 'boundary' })
    return conclude(trace, 'U', 'boundary', null)
  }
  if (listed === 'F' && caller.kind === 'role-session') trace?.assumptions.push('A2', 'A4')
  return listed
}

function listDenies(element: Given, caller: Exclude<Caller, { kind: 'service' }>, trace?: Trace): Tri {
  const star = element.entries.some((entry) => entry.type === 'AWS' && entry.value === '*')
  if (element.everyone || star) return conclude(trace, 'F', 'exempts-everyone', element.everyone ? '*' : AWS_STAR)
  if (caller.kind === 'anonymous') return conclude(trace, element.partial ? 'U' : 'T', 'not-listed', null)
  const layers = listedLayers(element, caller)
  if (caller.kind === 'root') return conclude(trace, invert(layers.account), 'not-listed', null)
  if (caller.kind === 'user') return conclude(trace, chain(layers.account, 'T', layers.own), 'not-listed', null)
  return roleSessionDenied(element, caller, layers, trace)
}

function roleSessionDenied(element: Given, caller: RoleSession, layers: Layers, trace?: Trace): Tri {
  const value = chain(layers.account, layers.own, layers.session)
  if (value === 'T') return conclude(trace, 'T', 'session-not-listed', caller.session)
  if (value === 'F') return conclude(trace, 'F', 'complete-list', null)
  const missing = [...(layers.account === 'F' ? ['the account root'] : []), ...(layers.own === 'F' ? ['the role'] : [])]
  if (missing.length > 0) trace?.unknowns.push({ kind: 'layers', missing })
  else noteListUnknown(trace, element, caller)
  return conclude(trace, 'U', missing.length > 0 ? 'incomplete-layers' : 'unknown', missing.join(' and ') || null)
}

function noteListUnknown(trace: Trace | undefined, element: Given, caller: RoleSession): void {
  if (!trace) return
  if (!isPlain(caller.account)) trace.unknowns.push({ kind: 'account' })
  else if (!isPlain(caller.roleName)) trace.unknowns.push({ kind: 'role' })
  const token = element.entries.find((entry) => !isPlain(entry.value))
  if (token || element.partial) {
    trace.unknowns.push({ kind: 'token', token: token ? openParts(token.value) : 'NotPrincipal' })
  }
}

/** An unlisted session is denied; a listed one needs role and account too (docs/semantics.md, D8). */
function chain(account: Tri, own: Tri, session: Tri): Tri {
  if (session === 'F') return 'T'
  return and(and(account, own), session) === 'T' ? 'F' : 'U'
}

function invert(listed: Tri): Tri {
  return listed === 'T' ? 'F' : listed === 'F' ? 'T' : 'U'
}

function listedService(element: Given, service: string, trace?: Trace): Tri {
  if (element.everyone) return conclude(trace, 'F', 'exempts-everyone', '*')
  let listed: Tri = element.partial ? 'U' : 'F'
  for (const entry of element.entries) {
    if (entry.type === 'Service') listed = or(listed, matchExact(entry.value, service))
  }
  return conclude(trace, invert(listed), 'not-listed', null)
}
