import { isObject, type JsonObject, member, parsedJson } from '../tree/value.js'

/** What a CloudTrail event tells of one request (CloudTrail User Guide, "Record contents" and "userIdentity element"). */
export interface RequestEvent {
  /** The same in each copy of an event; null where a row does not say it. */
  readonly id: string | null
  /** Whether it was a request to S3. */
  readonly s3: boolean
  readonly operation: string
  readonly succeeded: boolean
  /** Null for whoever is no session of a role. */
  readonly caller: Caller | null
  /** Headers `x-amz-…` that were sent, lower-cased; null for a value that is no text. */
  readonly headers: ReadonlyMap<string, string | null>
  readonly endpoint: string | null
  /** As CloudTrail names them: `TLSv1.2`, `SigV4`, `AuthHeader`. */
  readonly tls: string | null
  readonly signature: string | null
  readonly authentication: string | null
  /** An AWS service made the request for the role. */
  readonly viaService: boolean
}

export interface Caller {
  readonly partition: string
  readonly account: string
  readonly role: string
  /** With its leading and trailing slash; null where the event does not tell it. */
  readonly path: string | null
  readonly session: string
}

// STS API reference, AssumeRole, `RoleSessionName`; IAM API reference, CreateRole, `RoleName` and `Path`.
const SESSION = /^arn:(aws[a-z-]{0,20}):sts::(\d{12}):assumed-role\/([\w+=,.@-]{1,64})\/([\w+=,.@-]{2,64})$/
const ROLE = /^arn:aws[a-z-]{0,20}:iam::\d{12}:role(\/(?:[\x21-\x7e]{0,510}\/)?)[\w+=,.@-]{1,64}$/

/**
 * One event, or one row of CloudTrail Lake or Athena: their names are in lower case, and members may be JSON in a text.
 *
 * @returns null for what is no event of CloudTrail
 */
export function requestEvent(value: unknown): RequestEvent | null {
  const source = textAt(value, 'eventSource')
  const operation = textAt(value, 'eventName')
  // Notifications of S3 have the same members, and the source `aws:s3`.
  if (source === null || operation === null || !/^[a-z0-9.-]+\.amazonaws\.com(?:\.cn)?$/.test(source)) return null
  const identity = within(value, 'userIdentity')
  const more = within(value, 'additionalEventData')
  return {
    id: textAt(value, 'sharedEventID') ?? textAt(value, 'eventID'),
    s3: /^s3\.amazonaws\.com/.test(source),
    operation,
    succeeded: textAt(value, 'errorCode') === null,
    caller: callerOf(identity),
    headers: headersIn(within(value, 'requestParameters')),
    endpoint: textAt(value, 'vpcEndpointId') ?? textAt(more, 'vpcEndpointId'),
    tls: textAt(within(value, 'tlsDetails'), 'tlsVersion'),
    signature: textAt(more, 'SignatureVersion'),
    authentication: textAt(more, 'AuthenticationMethod'),
    viaService:
      textAt(identity, 'invokedBy') !== null || /\.amazonaws\.com$/.test(textAt(value, 'sourceIPAddress') ?? ''),
  }
}

function callerOf(identity: JsonObject | null): Caller | null {
  const [, partition, account, role, session] = SESSION.exec(textAt(identity, 'arn') ?? '') ?? []
  if (partition === undefined || account === undefined || role === undefined || session === undefined) return null
  const issuer = within(within(identity, 'sessionContext'), 'sessionIssuer')
  const path = ROLE.exec(textAt(issuer, 'arn') ?? '')?.[1] ?? null
  return { partition, account, role, path, session }
}

function headersIn(parameters: JsonObject | null): RequestEvent['headers'] {
  const headers = new Map<string, string | null>()
  for (const [name, value] of Object.entries(parameters ?? {})) {
    const lower = name.toLowerCase()
    const [only, ...others] = Array.isArray(value) ? value : [value]
    // A row may have a column for each header, most of them empty.
    if (!lower.startsWith('x-amz-') || isNothing(only)) continue
    headers.set(lower, typeof only === 'string' && others.length === 0 ? only : null)
  }
  return headers
}

/** A member that is an object, or the JSON of one. */
function within(value: unknown, name: string): JsonObject | null {
  const found = memberOf(value, name)
  if (isObject(found)) return found
  if (typeof found !== 'string' || !found.startsWith('{')) return null
  const parsed = parsedJson(found)
  return isObject(parsed) ? parsed : null
}

function textAt(value: unknown, name: string): string | null {
  const found = memberOf(value, name)
  return typeof found === 'string' && !isNothing(found) ? found : null
}

function memberOf(value: unknown, name: string): unknown {
  return member(value, name) ?? member(value, name.toLowerCase())
}

/** Empty cells of a table. */
function isNothing(value: unknown): boolean {
  return value === undefined || value === null || value === '' || value === 'null' || value === '-'
}
