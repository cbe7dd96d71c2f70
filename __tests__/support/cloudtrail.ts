export const ACCOUNT = '123456789012'
export const ROLE = 'ClumioRole-us-west-2-831e8db1-7a77-4550-b2a4-838aa526b8df'
export const VENDORS = 'daebaksrv-S3Backup'

type Json = Readonly<Record<string, unknown>>

interface Who {
  readonly role?: string
  readonly account?: string
  readonly path?: string
  readonly session?: string
}

let id = 0

/** An event of a role's session, as S3 logs it; `more` replaces whole members. */
export function s3Event(more: Json = {}, who: Who = {}): Json {
  const { role = ROLE, account = ACCOUNT, path = '/clumio/', session = VENDORS } = who
  return {
    eventVersion: '1.11',
    userIdentity: {
      type: 'AssumedRole',
      principalId: `AROAEXAMPLEEXAMPLEEXA:${session}`,
      arn: `arn:aws:sts::${account}:assumed-role/${role}/${session}`,
      accountId: account,
      accessKeyId: 'ASIASECRETKEY',
      sessionContext: {
        sessionIssuer: { type: 'Role', arn: `arn:aws:iam::${account}:role${path}${role}`, userName: role },
        attributes: { creationDate: '2026-11-23T10:00:00Z', mfaAuthenticated: 'false' },
      },
    },
    eventTime: '2026-11-23T10:00:01Z',
    eventSource: 's3.amazonaws.com',
    eventName: 'GetObject',
    awsRegion: 'us-west-2',
    sourceIPAddress: '203.0.113.77',
    userAgent: '[person-of-acme/1.0]',
    requestParameters: { bucketName: 'acme-data', key: 'people/jane.json' },
    responseElements: null,
    additionalEventData: {
      SignatureVersion: 'SigV4',
      AuthenticationMethod: 'AuthHeader',
      SSEApplied: 'Default_SSE_S3',
    },
    eventID: `event-${id++}`,
    recipientAccountId: account,
    tlsDetails: { tlsVersion: 'TLSv1.3', cipherSuite: 'TLS_AES_128_GCM_SHA256' },
    ...more,
  }
}

/** A request with headers. */
export function sent(eventName: string, headers: Json = {}, more: Json = {}): Json {
  return s3Event({
    eventName,
    requestParameters: { bucketName: 'acme-data', key: 'people/jane.json', ...headers },
    ...more,
  })
}

/** A row of Athena or CloudTrail Lake. */
export function rowOf(event: Json): Json {
  const cells = Object.entries(event).map(([name, value]) => [
    name.toLowerCase(),
    typeof value === 'object' && value !== null ? JSON.stringify(value) : value,
  ])
  return Object.fromEntries([...cells, ['errorcode', event.errorCode ?? null]])
}
