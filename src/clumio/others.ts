import type { Caller, RoleSession } from '../iam/caller.js'
import { absent, type KeyState, known, type RequestContext, unknown } from '../iam/context.js'
import { identitiesOf } from '../iam/principal.js'
import { isUnknownKey } from './requests.js'

/** The callers of docs/semantics.md, D36, for asking whom an edit affects. */
export interface OtherCallers {
  readonly root: Caller
  readonly user: Caller
  readonly role: Caller
  readonly boundedRole: Caller
  readonly otherAccount: Caller
  readonly anonymous: Caller
  readonly service: Caller
}

/** Stand-ins for everybody but Clumio; the names are none that a policy of this account would list. */
export function otherCallers(partition: string, account: string): OtherCallers {
  const role = (owner: string, boundary: 'none' | 'present'): Caller => ({
    kind: 'role-session',
    partition,
    account: owner,
    rolePath: '/',
    roleName: 'some-other-role',
    session: 'some-session',
    roleId: 'AROASOMEOTHERROLE0000',
    boundary,
  })
  return {
    root: { kind: 'root', partition, account },
    user: { kind: 'user', partition, account, userPath: '/', userName: 'some-user', boundary: 'none' },
    role: role(account, 'none'),
    boundedRole: role(account, 'present'),
    otherAccount: role(account === '000000000001' ? '000000000002' : '000000000001', 'none'),
    anonymous: { kind: 'anonymous' },
    service: { kind: 'service', service: 'logging.s3.amazonaws.com' },
  }
}

/** The same role under a session name that no list holds, and the role with a permissions boundary. */
export function variantsOf(session: RoleSession): {
  readonly otherSession: RoleSession
  readonly bounded: RoleSession
} {
  return {
    otherSession: { ...session, session: 'some-other-session' },
    bounded: { ...session, boundary: 'present' },
  }
}

/**
 * The context of somebody else's request: only who calls is known. Everything else stays unknown, so that any change an
 * edit makes for this caller shows.
 */
export function otherContext(caller: Caller): RequestContext {
  return {
    lookup: (key) => lookup(key, caller),
    isUnknownKey,
    isObjectState: () => false,
  }
}

function lookup(key: string, caller: Caller): KeyState {
  if (key === 'aws:principalarn') {
    const { own, account } = identitiesOf(caller)
    const arn = own ?? account[0]
    return arn === undefined ? absent() : known(arn)
  }
  if (key === 'aws:principalaccount' && 'account' in caller) return known(caller.account)
  if (key === 'aws:principalisawsservice') return known(String(caller.kind === 'service'))
  return unknown('maybe')
}
