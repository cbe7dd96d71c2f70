import type { Integration } from '../../src/model/options.js'
import type { ConcreteCaller, ConcreteRequest } from './concrete.js'
import { ACCOUNT } from './vectors.js'

/** Who may be affected by an edit (docs/semantics.md, D36). */
export type Other =
  | 'clumio'
  | 'clumio, another session'
  | 'clumio, bounded'
  | 'root'
  | 'user'
  | 'listed user'
  | 'role'
  | 'bounded role'
  | 'other account'
  | 'anonymous'
  | 'service'

interface Asked {
  readonly who: Other
  readonly request: ConcreteRequest
}

const ACTIONS: readonly (readonly [action: string, resource: string])[] = [
  ['s3:GetObject', 'arn:aws:s3:::b1/a'],
  ['s3:ListBucket', 'arn:aws:s3:::b1'],
  ['s3:PutObject', 'arn:aws:s3:::b1/logs/x'],
]

/** Requests of everybody, from a VPC that policies of the tests allow and from elsewhere. */
export function* otherRequests(integrations: readonly Integration[]): Generator<Asked> {
  for (const [who, caller] of callers(integrations)) {
    for (const [action, resource] of ACTIONS) {
      for (const vpc of [null, 'vpc-1']) {
        const keys = new Map(keysOf(caller))
        if (vpc !== null) keys.set('aws:sourcevpc', [vpc])
        yield { who, request: { caller, partition: 'aws', canonicalId: 'c', action, resource, keys } }
      }
    }
  }
}

function* callers(integrations: readonly Integration[]): Generator<readonly [Other, ConcreteCaller]> {
  const session = (account: string, rolePath: string, roleName: string, name: string, bounded: boolean) =>
    ({ kind: 'session', account, rolePath, roleName, session: name, roleId: 'AROAX', bounded }) as const
  for (const { roleName, sessions } of integrations) {
    const clumio = (name: string, bounded: boolean) => session(ACCOUNT, '/clumio/', roleName ?? '', name, bounded)
    for (const name of sessions) yield ['clumio', clumio(name, false)]
    yield ['clumio, another session', clumio('another', false)]
    yield ['clumio, bounded', clumio(sessions[0] ?? '', true)]
  }
  yield ['root', { kind: 'root', account: ACCOUNT }]
  yield ['user', { kind: 'user', account: ACCOUNT, name: 'alice', bounded: false }]
  yield ['listed user', { kind: 'user', account: ACCOUNT, name: 'bob', bounded: false }]
  yield ['role', session(ACCOUNT, '/', 'Admin', 'x', false)]
  yield ['role', session(ACCOUNT, '/clumio/', 'ClumioSuppt-us-west-2', 'x', false)]
  yield ['bounded role', session(ACCOUNT, '/', 'Admin', 'x', true)]
  yield ['other account', session('999988887777', '/clumio/', 'ClumioBackup', 'daebaksrv-S3Backup', false)]
  yield ['other account', { kind: 'root', account: '999988887777' }]
  yield ['anonymous', { kind: 'anonymous' }]
  yield ['service', { kind: 'service', name: 'logging.s3.amazonaws.com' }]
  yield ['service', { kind: 'service', name: 'cloudtrail.amazonaws.com' }]
}

function keysOf(caller: ConcreteCaller): readonly (readonly [string, readonly string[]])[] {
  const common: readonly (readonly [string, readonly string[]])[] = [
    ['aws:securetransport', ['true']],
    ['aws:principalisawsservice', [String(caller.kind === 'service')]],
  ]
  switch (caller.kind) {
    case 'anonymous':
      return [...common, ['aws:principalaccount', ['anonymous']], ['aws:userid', ['anonymous']]]
    case 'service':
      return [...common, ['aws:principalservicename', [caller.name]]]
    default:
      return [
        ...common,
        ['aws:principalaccount', [caller.account]],
        ['aws:principalarn', [arnOf(caller)]],
        ['aws:userid', [idOf(caller)]],
      ]
  }
}

function arnOf(caller: Exclude<ConcreteCaller, { kind: 'anonymous' | 'service' }>): string {
  const iam = `arn:aws:iam::${caller.account}`
  if (caller.kind === 'root') return `${iam}:root`
  return caller.kind === 'user' ? `${iam}:user/${caller.name}` : `${iam}:role${caller.rolePath}${caller.roleName}`
}

function idOf(caller: Exclude<ConcreteCaller, { kind: 'anonymous' | 'service' }>): string {
  if (caller.kind === 'root') return caller.account
  return caller.kind === 'user' ? `AIDA${caller.name.toUpperCase()}` : `${caller.roleId}:${caller.session}`
}
