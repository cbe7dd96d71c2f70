import type { RoleSession } from '../iam/caller.js'
import { absent, type KeyState, known, maybe, type RequestContext, unknown } from '../iam/context.js'
import { identitiesOf } from '../iam/principal.js'
import type { AssumptionId } from '../iam/reason.js'
import { joinText, type Text, type Token } from '../iam/text/text.js'
import type { ContextFact } from '../model/options.js'
import { MULTIVALUED_S3 } from './s3-key-table.js'
import { carries, isDocumentedS3Key } from './s3-keys.js'

/** What is known about the requests of one run. */
export interface RequestFacts {
  /** The user's facts by lower-cased key; `aws:principaltag/*` covers the tags not named. */
  readonly context: Readonly<Record<string, ContextFact>>
  /** The bucket's Region, where the role's name or the user tells it. */
  readonly region: string | null
  /** `YYYY-MM-DD`, UTC. */
  readonly today: string
}

/** The organization of the bucket's account; one token, so that equal keys compare equal. */
export const ORGANIZATION: Text = ['o-', { token: 'organization', holds: 'organization' }]
const ROLE_ID: Token = { token: 'role-id', holds: 'name' }
/** The unique id of a role that nobody named. */
export const UNNAMED_ID: Text = ['AROA', ROLE_ID]
const UNKNOWN_ID = { token: 'id', holds: 'name' } as const

/** Keys that a direct request of an assumed role never carries (docs/semantics.md, D19, D21, D24). */
const ABSENT = new Set([
  'aws:principalservicename',
  'aws:principalservicenameslist',
  'aws:username',
  'aws:multifactorauthage',
  'aws:federatedprovider',
  'aws:signinsessionarn',
  'aws:assumedroot',
  'aws:chatbotsourcearn',
  'identitystore:userid',
  'aws:ec2instancesourcevpc',
  'aws:ec2instancesourceprivateipv4',
  'ec2:roledelivery',
  'ec2:sourceinstancearn',
  'lambda:sourcefunctionarn',
  'ssm:sourceinstancearn',
  'aws:sourceidentity',
  'aws:referer',
  'aws:tagkeys',
])

/** Absent because the request is made directly by the role (assumption A3). */
const ABSENT_DIRECT = new Set([
  'aws:calledvia',
  'aws:calledviafirst',
  'aws:calledvialast',
  'aws:calledviaawsmcp',
  'aws:sourceaccount',
  'aws:sourcearn',
  'aws:sourceorgid',
  'aws:sourceorgpaths',
])

const ABSENT_PREFIXES = ['glue:', 'codebuild:', 'sts:', 'aws:requesttag/']

interface Foreign {
  readonly shape: Text
  readonly multivalued: boolean
}

/** Network keys hold some id of the vendor's side, never one that the policy names (assumption A1). */
const FOREIGN: ReadonlyMap<string, Foreign> = new Map([
  ['aws:sourcevpc', { shape: ['vpc-', UNKNOWN_ID], multivalued: false }],
  ['aws:sourcevpce', { shape: ['vpce-', UNKNOWN_ID], multivalued: false }],
  [
    'aws:sourcevpcarn',
    { shape: ['arn:aws:ec2:', UNKNOWN_ID, ':', UNKNOWN_ID, ':vpc/vpc-', UNKNOWN_ID], multivalued: false },
  ],
  ['aws:vpceaccount', { shape: [UNKNOWN_ID], multivalued: false }],
  ['aws:vpceorgid', { shape: ['o-', UNKNOWN_ID], multivalued: false }],
  ['aws:vpceorgpaths', { shape: ['o-', UNKNOWN_ID, '/', { token: 'path' }], multivalued: true }],
])

/** Keys with a set of values; a stated fact gives the whole set. */
const MULTIVALUED = new Set([
  'aws:principalorgpaths',
  'aws:resourceorgpaths',
  'aws:vpceorgpaths',
  'aws:sourceorgpaths',
  'aws:calledvia',
  'aws:tagkeys',
  'aws:principalservicenameslist',
  ...MULTIVALUED_S3,
])

/** Documented global keys whose presence or value cannot be known statically. */
const UNKNOWN_GLOBAL = ['aws:useragent', 'aws:vpcsourceip']
const TAG_PREFIXES = ['aws:principaltag/', 'aws:resourcetag/', 's3:buckettag/']

/** The context of one action of one Clumio session. Facts of the user win over what is assumed. */
export function clumioContext(caller: RoleSession, action: string, facts: RequestFacts): RequestContext {
  return {
    lookup: (key) => lookup(key, caller, action, facts),
    isUnknownKey,
    isObjectState: (key) => key.startsWith('s3:existingobjecttag/') || key === 's3:versionid',
  }
}

/**
 * What of an action the answers for some keys depend on: equal for actions of which the context says the same.
 *
 * @param keys lower-cased
 */
export function actionKind(keys: readonly string[], action: string): string {
  const of = (key: string) => (!carries(action, key) ? '-' : key === 's3:versionid' && isOfVersion(action) ? 'v' : '+')
  return keys.map(of).join('')
}

function isOfVersion(action: string): boolean {
  return action.includes('version')
}

/** A key that is an expression, or holds one, may be any key. */
const EXPRESSION = /[$%#{]\{|\$[(a-z_]|<[a-z%]|__[a-z]/

function lookup(key: string, caller: RoleSession, action: string, facts: RequestFacts): KeyState {
  if (EXPRESSION.test(key)) return unknown('maybe')
  // Not even a stated fact puts an S3 key into a request that cannot carry it (docs/semantics.md, D27).
  if (key.startsWith('s3:') && isDocumentedS3Key(key) && !carries(action, key)) return absent('A3')
  return fact(key, facts) ?? principalKey(key, caller) ?? requestKey(key, facts) ?? s3Key(key, action)
}

/** The role's account is the bucket's (assumption A5): what is known of one's organization holds for the other. */
const TWINS: ReadonlyMap<string, string> = new Map([
  ['aws:principalorgid', 'aws:resourceorgid'],
  ['aws:resourceorgid', 'aws:principalorgid'],
  ['aws:principalorgpaths', 'aws:resourceorgpaths'],
  ['aws:resourceorgpaths', 'aws:principalorgpaths'],
])

/** A fact that the user stated: a value, alternatives, or never present. */
function fact(key: string, facts: RequestFacts): KeyState | null {
  const other = key.startsWith('aws:principaltag/') ? 'aws:principaltag/*' : (TWINS.get(key) ?? key)
  const name = Object.hasOwn(facts.context, key) ? key : other
  if (!Object.hasOwn(facts.context, name)) return null
  const rests: readonly AssumptionId[] = TWINS.has(key) && name !== key ? ['A5'] : []
  const values = facts.context[name]
  if (values === null || values === undefined) return absent(...rests)
  const multivalued = MULTIVALUED.has(key)
  const alternatives = multivalued ? [values] : values.map((value) => [value])
  return { presence: 'yes', value: { kind: 'values', alternatives }, multivalued, rests }
}

function principalKey(key: string, caller: RoleSession): KeyState | null {
  switch (key) {
    case 'aws:principalarn':
      // The key holds the role's ARN with its path, never the session's (IAM User Guide, global condition keys).
      return known(identitiesOf(caller).own ?? '')
    case 'aws:principalaccount':
    case 'aws:resourceaccount':
      return known(caller.account)
    case 's3:resourceaccount':
      return known(caller.account)
    case 'aws:principalorgid':
    case 'aws:resourceorgid':
      return { ...maybe(ORGANIZATION), presentUnder: 'A5' }
    case 'aws:principalorgpaths':
    case 'aws:resourceorgpaths':
      return { presence: 'maybe', value: { kind: 'unknown' }, multivalued: true, rests: [], presentUnder: 'A5' }
    case 'aws:viaawsmcpservice':
    case 'aws:ismcpserviceaction':
      // The page says both: false for direct calls, and there only for calls through MCP (docs/semantics.md, D24).
      return maybe('false')
    case 'aws:principalisawsservice':
    case 'aws:viaawsservice':
      return known('false')
    case 'aws:principaltype':
      return known('AssumedRole')
    case 'aws:userid':
      return known(userId(caller), 'A4')
    case 'aws:multifactorauthpresent':
      // Chained sessions carry no MFA; whether the key is absent or false is not documented.
      return maybe('false')
    default:
      return null
  }
}

/** `aws:userid` of a role session: the role's unique id, then the session name. */
function userId(caller: RoleSession): Text {
  return joinText([...(caller.roleId === null ? UNNAMED_ID : [caller.roleId]), `:${caller.session}`])
}

function requestKey(key: string, facts: RequestFacts): KeyState | null {
  if (ABSENT.has(key)) return absent()
  if (ABSENT_DIRECT.has(key)) return absent('A3')
  if (ABSENT_PREFIXES.some((prefix) => key.startsWith(prefix))) return absent()
  const foreign = FOREIGN.get(key)
  if (foreign) {
    const { shape, multivalued } = foreign
    return { presence: 'maybe', value: { kind: 'foreign', shape }, multivalued, rests: ['A1'] }
  }
  switch (key) {
    case 'aws:securetransport':
      return known('true', 'A3')
    case 'aws:sourceip':
      return { presence: 'maybe', value: { kind: 'public-address' }, multivalued: false, rests: ['A1'] }
    case 'aws:requestedregion':
      return facts.region === null ? unknown('yes') : known(facts.region, 'A3')
    case 'aws:currenttime':
    case 'aws:epochtime':
    case 'aws:tokenissuetime':
      return {
        presence: 'yes',
        value: { kind: 'now', today: facts.today, epoch: key === 'aws:epochtime' },
        multivalued: false,
        rests: [],
      }
    case 'aws:useragent':
      return unknown('yes')
    default:
      return key.startsWith('aws:') ? unknown('maybe', MULTIVALUED.has(key)) : null
  }
}

function s3Key(key: string, action: string): KeyState {
  if (!key.startsWith('s3:') || !isDocumentedS3Key(key)) return unknown('maybe')
  switch (key) {
    case 's3:tlsversion':
      // S3 accepts TLS 1.2 and later only (S3 User Guide, "Protecting data with encryption in transit").
      return {
        presence: 'yes',
        value: { kind: 'values', alternatives: [['1.2'], ['1.3']] },
        multivalued: false,
        rests: ['A3'],
      }
    case 's3:signatureversion':
      return known('AWS4-HMAC-SHA256', 'A3')
    case 's3:authtype':
      return known('REST-HEADER', 'A3')
    case 's3:signatureage':
      // Set for presigned requests only (S3 User Guide, "Signature Version 4 policy keys"); docs/semantics.md, D25.
      return absent('A3')
    case 's3:versionid':
      return unknown(isOfVersion(action) ? 'yes' : 'maybe')
    default:
      return unknown('maybe', MULTIVALUED.has(key))
  }
}

/** True for a key that holds a set of values, by its lower-cased name. */
export function isMultivalued(key: string): boolean {
  return MULTIVALUED.has(key)
}

/** True for a key that no AWS document lists, such as `aws:TLSVersion` (lint `unknown-key`). */
export function isUnknownKey(key: string): boolean {
  if (key.startsWith('s3:')) return !isDocumentedS3Key(key)
  if (ABSENT.has(key) || ABSENT_DIRECT.has(key) || FOREIGN.has(key)) return false
  if ([...ABSENT_PREFIXES, ...TAG_PREFIXES].some((prefix) => key.startsWith(prefix))) return false
  return !UNKNOWN_GLOBAL.includes(key) && !KNOWN_GLOBAL.has(key)
}

const KNOWN_GLOBAL = new Set([
  'aws:principalarn',
  'aws:principalaccount',
  'aws:principalorgid',
  'aws:principalisawsservice',
  'aws:principaltype',
  'aws:userid',
  'aws:multifactorauthpresent',
  'aws:resourceaccount',
  'aws:resourceorgid',
  'aws:principalorgpaths',
  'aws:resourceorgpaths',
  'aws:viaawsservice',
  'aws:viaawsmcpservice',
  'aws:ismcpserviceaction',
  'aws:securetransport',
  'aws:sourceip',
  'aws:requestedregion',
  'aws:currenttime',
  'aws:epochtime',
  'aws:tokenissuetime',
])
