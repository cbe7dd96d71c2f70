import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { LEARNED_KEYS } from '../../src/clumio/learned-keys.js'
import { parseConfig } from '../../src/config/file.js'
import { ACCOUNT, ROLE, rowOf, s3Event, sent, VENDORS } from '../support/cloudtrail.js'
import { workplace } from '../terminal/harness.js'

const place = workplace()
const ARN = `arn:aws:iam::${ACCOUNT}:role/clumio/${ROLE}`
const json = (value: unknown) => JSON.stringify(value)
const records = (...events: readonly unknown[]) => json({ Records: events })

async function learn(stdin: string | Uint8Array, options: readonly string[] = []) {
  const { code, out, err } = await place.run([...options, 'learn', '-'], { stdin })
  const config = code === 0 && out.includes('{') ? await parseConfig(Buffer.from(out), 'learned.jsonc') : null
  return { code, out, err, context: config?.context ?? {}, integrations: config?.integrations ?? [] }
}

const ENDPOINT = { vpcEndpointId: 'vpce-0abc' }
const TLS = { 's3:tlsversion': ['1.3'], 's3:signatureversion': ['AWS4-HMAC-SHA256'], 's3:authtype': ['REST-HEADER'] }
const NO_ENDPOINT = { 'aws:sourcevpce': null, 'aws:sourcevpc': null, 'aws:vpcsourceip': null }
const PLAIN = { ...NO_ENDPOINT, ...TLS }

describe('events come', () => {
  const event = s3Event(ENDPOINT)
  test.each<[string, string | Uint8Array]>([
    ['alone', json(event)],
    ['as a file of a trail', records(event)],
    ['as such a file by gzip', gzipSync(records(event))],
    ['as several of them behind one another', records(event) + records(s3Event(ENDPOINT))],
    ['as several by gzip', Buffer.concat([gzipSync(records(event)), gzipSync(records(s3Event(ENDPOINT)))])],
    ['one a line', `${json(event)}\n${json(s3Event(ENDPOINT))}\n`],
    ['in a list', json([event])],
    ['laid out', JSON.stringify(event, null, 2)],
    ['in UTF-16', Buffer.from(`\ufeff${json(event)}`, 'utf16le')],
    ['from lookup-events', json({ Events: [{ EventId: 'x', CloudTrailEvent: json(event) }], NextToken: 'n' })],
    ['from EventBridge', json({ 'detail-type': 'AWS API Call via CloudTrail', detail: event })],
    ['as a row of Athena', json(rowOf(event))],
    ['as the text of an event in CloudTrail Lake', json({ QueryResultRows: [[{ eventJson: json(event) }]] })],
    [
      'as cells of CloudTrail Lake',
      json({ QueryResultRows: [Object.entries(rowOf(event)).map(([k, v]) => ({ [k]: v }))] }),
    ],
    ['with the endpoint among additional data', json(s3Event({ additionalEventData: ENDPOINT }))],
  ])('%s', async (_name, stdin) => {
    const { code, context } = await learn(stdin)
    expect(code).toBe(0)
    expect(context).toMatchObject({ 'aws:sourcevpce': ['vpce-0abc'], 'aws:sourceip': null, 's3:tlsversion': ['1.3'] })
  })

  test('twice, and count once', async () => {
    const { out } = await learn(records(event, event, { ...event, eventID: 'other' }))
    expect(out).toContain('2 events of 2')
  })
})

describe('what requests prove', () => {
  const sse = (value: string) => ({ 'x-amz-server-side-encryption': value })
  test.each<[string, readonly unknown[], Readonly<Record<string, readonly string[] | null>>]>([
    ['no endpoint in any: its keys are never there', [s3Event(), s3Event()], PLAIN],
    [
      'an endpoint in all: no address',
      [s3Event(ENDPOINT)],
      { 'aws:sourcevpce': ['vpce-0abc'], 'aws:sourceip': null, ...TLS },
    ],
    [
      'two endpoints: alternatives',
      [s3Event(ENDPOINT), s3Event({ vpcEndpointId: 'vpce-0def' })],
      { 'aws:sourcevpce': ['vpce-0abc', 'vpce-0def'], 'aws:sourceip': null, ...TLS },
    ],
    ['an endpoint in some: nothing', [s3Event(ENDPOINT), s3Event()], TLS],
    [
      'two versions of TLS: alternatives',
      [s3Event(), s3Event({ tlsDetails: { tlsVersion: 'TLSv1.2' } })],
      { ...PLAIN, 's3:tlsversion': ['1.2', '1.3'] },
    ],
    [
      'TLS that is told by some: nothing',
      [s3Event(), s3Event({ tlsDetails: null })],
      { ...PLAIN, 's3:tlsversion': undefined as never },
    ],
    [
      'a header of all that can carry it',
      [sent('PutObject', sse('AES256')), s3Event()],
      { ...PLAIN, 's3:x-amz-server-side-encryption': ['AES256'] },
    ],
    [
      'a header of several values',
      [sent('PutObject', sse('AES256')), sent('CopyObject', sse('aws:kms'))],
      { ...PLAIN, 's3:x-amz-server-side-encryption': ['AES256', 'aws:kms'] },
    ],
    ['a header of some: nothing', [sent('PutObject', sse('AES256')), sent('PutObject')], PLAIN],
    [
      'a header of one operation and not of another: nothing',
      [sent('PutObject', sse('AES256')), sent('CreateMultipartUpload')],
      PLAIN,
    ],
    [
      'parts say nothing against the upload that they belong to',
      [sent('CreateMultipartUpload', sse('AES256')), sent('UploadPart'), sent('CompleteMultipartUpload')],
      { ...PLAIN, 's3:x-amz-server-side-encryption': ['AES256'] },
    ],
    ['what S3 answered is no header', [sent('PutObject', {}, { responseElements: sse('AES256') })], PLAIN],
    ['a header that copies alone send: nothing', [sent('CopyObject', { 'x-amz-metadata-directive': 'COPY' })], PLAIN],
    [
      'values that hold keys and people: nothing',
      [sent('CopyObject', { 'x-amz-copy-source': 'acme/jane', 'x-amz-grant-read': 'emailaddress="jane@acme"' })],
      PLAIN,
    ],
    ['a placeholder: nothing', [sent('PutObject', { 'x-amz-acl': '<acl>' })], PLAIN],
    [
      'another way of signing',
      [s3Event({ additionalEventData: { SignatureVersion: 'SigV4', AuthenticationMethod: 'QueryString' } })],
      { ...PLAIN, 's3:authtype': ['REST-QUERY-STRING'] },
    ],
    [
      'requests of a service',
      [s3Event({ sourceIPAddress: 'backup.amazonaws.com' })],
      { ...PLAIN, 'aws:viaawsservice': ['true'] },
    ],
    [
      'what was refused proves nothing',
      [s3Event(), sent('PutObject', sse('AES256'), { errorCode: 'AccessDenied', ...ENDPOINT })],
      PLAIN,
    ],
    ['other services prove nothing', [s3Event(), s3Event({ eventSource: 'kms.amazonaws.com', ...ENDPOINT })], PLAIN],
    ['another role proves nothing', [s3Event(), s3Event(ENDPOINT, { role: 'deploy' })], PLAIN],
    [
      'a user proves nothing',
      [
        s3Event(),
        s3Event({ userIdentity: { type: 'IAMUser', arn: `arn:aws:iam::${ACCOUNT}:user/jane` }, ...ENDPOINT }),
      ],
      PLAIN,
    ],
  ])('%s', async (_name, events, wanted) => {
    const { code, out, context } = await learn(records(...events))
    expect(code).toBe(0)
    expect({ ...context }).toEqual(wanted)
    // Nothing of an event is printed that is no entry.
    expect(out).not.toMatch(/203\.0\.113|jane|acme|person|SECRET|AROA|deploy|<acl>/)
  })

  test('too many values make no entry', async () => {
    const events = Array.from({ length: 30 }, (_, i) =>
      sent('PutObject', { 'x-amz-server-side-encryption-aws-kms-key-id': `key-${i}` }),
    )
    const { out, context } = await learn(records(...events))
    expect(context).toEqual(PLAIN)
    expect(out).toContain(
      's3:x-amz-server-side-encryption-aws-kms-key-id: in 30 of 30 events, with values that are not shown',
    )
  })
})

describe('what is told beside the entries', () => {
  const events = [
    ...['GetObject', 'GetObjectTagging', 'GetBucketEncryption'].map((eventName) => s3Event({ eventName })),
    sent('PutObject', { 'x-amz-acl': 'private' }),
    sent('CopyObject'),
    s3Event({ errorCode: 'AccessDenied' }),
  ]
  test.each([
    ['the requests', `5 requests of ${ARN} succeeded`],
    ['features with their events', 'Features seen: inventory (1 event), backup (2 events), restore (2 events).'],
    ['features without one', 'Not seen, so that no entry is about them: continuous-backup.'],
    ['sessions with their events', `sessions: ${VENDORS} (5 events); all of them are the vendor's`],
    ['a key of some events', 's3:x-amz-acl: in 1 of 2 events: no entry'],
    ['which operations sent it', 'sent by requests of PutObject, not of CopyObject'],
    ['that absence is no proof', /no proof: .*s3:x-amz-server-side-encryption/],
    ['the events of an entry', '// 5 events of 5\n    "s3:TlsVersion": "1.3"'],
  ])('%s', async (_name, wanted) => {
    expect((await learn(records(...events))).out).toMatch(wanted)
  })
})

describe('sessions', () => {
  const other = s3Event({}, { session: 'daebaksrv-NewSession' })
  const VENDORS_FOUR = [
    'daebaksrv-createS3CustomerSession',
    'Ingestion-ingesttool',
    'daebaksrv-RestoreTargetCheck',
    VENDORS,
  ]

  test("of the vendor's make no entry", async () => {
    const { integrations } = await learn(records(s3Event()))
    expect(integrations).toEqual([])
  })

  test("beyond the vendor's are printed with them", async () => {
    const { integrations, out } = await learn(records(s3Event(), other))
    expect(integrations).toMatchObject([
      { role: { account: ACCOUNT, path: '/clumio/', name: ROLE }, sessions: [...VENDORS_FOUR, 'daebaksrv-NewSession'] },
    ])
    expect(out).toContain('daebaksrv-NewSession (1 event)')
  })

  test('that the configuration states stay in the list', async () => {
    place.write({ 'c.jsonc': json({ integrations: [{ role: ARN, sessions: [VENDORS, 'stated-one'] }] }) })
    const { integrations } = await learn(records(other), ['--config', 'c.jsonc'])
    expect(integrations[0]?.sessions).toEqual([...VENDORS_FOUR, 'stated-one', 'daebaksrv-NewSession'])
  })

  test('of several accounts are an integration each', async () => {
    const { integrations } = await learn(records(other, s3Event({}, { account: '210987654321', session: 'new' })))
    expect(integrations.map(({ role, sessions }) => [role.account, sessions?.length])).toEqual([
      [ACCOUNT, 5],
      ['210987654321', 5],
    ])
  })

  test('that differ from request to request make no entry', async () => {
    const { integrations, out } = await learn(
      records(...Array.from({ length: 25 }, (_, i) => s3Event({}, { session: `run-${i}` }))),
    )
    expect([integrations, out.includes('25 other names')]).toEqual([[], true])
  })
})

describe('the role', () => {
  const mine = s3Event(ENDPOINT, { role: 'backup-role', path: '/' })
  const named = ['--clumio-role-id', 'backup-role']
  test.each<[string, readonly string[], boolean]>([
    ['by its name', named, true],
    ['by its name and account', [...named, '--aws-account-id', ACCOUNT], true],
    ['by its ARN', ['--clumio-role-id', `arn:aws:iam::${ACCOUNT}:role/backup-role`], true],
    ['not by the ARN of another path', ['--clumio-role-id', `arn:aws:iam::${ACCOUNT}:role/clumio/backup-role`], false],
    ['not of another account', [...named, '--aws-account-id', '210987654321'], false],
    ['not by a name that is not the vendor’s', [], false],
  ])('is known %s', async (_name, options, isKnown) => {
    const { code, out } = await learn(records(mine), options)
    expect([code, out.includes('vpce-0abc')]).toEqual([0, isKnown])
    if (!isKnown) expect(out).toBe('No request of the role to S3 succeeded in 1 event: nothing is proved.\n')
  })

  test('is that of the configuration', async () => {
    place.write({ '.github/clumio-policy-check.jsonc': json({ integrations: [{ role: 'backup-role' }] }) })
    const { out } = await learn(records(mine, s3Event({ vpcEndpointId: 'vpce-0def' })))
    expect([out.includes('vpce-0abc'), out.includes('vpce-0def')]).toEqual([true, false])
  })
})

describe('nothing is proved', () => {
  test.each([
    [
      'where all was refused',
      records(s3Event({ errorCode: 'AccessDenied' })),
      'in 1 event, 1 of the role, which failed',
    ],
    ['by an empty list of the AWS CLI', json({ Events: [] }), 'in 0 events'],
  ])('%s', async (_name, stdin, why) => {
    const { code, out } = await learn(stdin)
    expect([code, out]).toEqual([0, expect.stringContaining(`No request of the role to S3 succeeded ${why}`)])
  })
})

describe('is no event of CloudTrail, and exits with 2:', () => {
  const deep = `{"Records":[${'['.repeat(200_000)}${']'.repeat(200_000)}]}`
  test.each<[string, string | Uint8Array, string]>([
    ['nothing', '', 'is empty'],
    ['blanks', ' \n', 'is empty'],
    ['the error of a command', 'An error occurred (AccessDenied)', 'is not valid JSON'],
    ['an object', '{}', 'line 1 holds no event'],
    ['a policy', json({ Version: '2012-10-17', Statement: [] }), 'line 1 holds no event'],
    ['a number', '7', 'is not valid JSON'],
    ['a notification of S3', records({ eventSource: 'aws:s3', eventName: 'ObjectCreated:Put' }), 'holds no event'],
    ['one of many', `${json(s3Event())}\n{"a":1}\n`, 'line 2 holds no event'],
    ['a text that is none', json({ Events: [{ CloudTrailEvent: 'x' }] }), 'holds no event'],
    ['what breaks off', records(s3Event()).slice(0, -9), 'is not valid JSON'],
    ['a broken package', gzipSync('{}').subarray(0, 12), 'gzip'],
    ['what nests deeply', deep, 'learn - takes events'],
  ])('%s', async (_name, stdin, why) => {
    const { code, out, err } = await learn(stdin)
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain(why)
  })

  test('options that say nothing to it', async () => {
    const { code, err } = await learn(records(s3Event()), ['--format', 'json'])
    expect([code, err]).toEqual([2, expect.stringContaining('learn - has no use for --format')])
  })
})

test('what it prints decides a statement', async () => {
  const policy = {
    Version: '2012-10-17',
    Statement: {
      Sid: 'OnlyEncrypted',
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:PutObject',
      Resource: 'arn:aws:s3:::acme-data/*',
      Condition: { StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' } },
    },
  }
  const verdicts = async () => {
    const { out } = await place.run(['policy.json', '--clumio-role-id', ARN, '--format', 'json'])
    return JSON.parse(out).findings.map(({ verdict }: { verdict: string }) => verdict)
  }
  place.write({ 'policy.json': json(policy) })
  expect(await verdicts()).toEqual(['undecided'])
  const { out } = await learn(records(sent('PutObject', { 'x-amz-server-side-encryption': 'aws:kms' })))
  place.write({ '.github/clumio-policy-check.jsonc': out })
  expect(await verdicts()).toEqual([])
  const plain = await learn(records(sent('PutObject', { 'x-amz-server-side-encryption': 'AES256' })))
  place.write({ '.github/clumio-policy-check.jsonc': plain.out })
  expect(await verdicts()).toEqual(['blocked'])
})

test('the keys that findings recommend it for are those that it prints entries of', async () => {
  const headers = [...LEARNED_KEYS].flatMap((key) => {
    const [, name] = /^s3:(x-amz-.*|object-lock-.*)$/.exec(key) ?? []
    return name === undefined ? [] : [[name.replace(/^object-lock/, 'x-amz-object-lock'), 'value']]
  })
  const all = sent('PutObject', Object.fromEntries(headers), { sourceIPAddress: 's3.amazonaws.com' })
  const runs = [await learn(json(all)), await learn(json({ ...all, ...ENDPOINT }))]
  const printed = new Set(runs.flatMap(({ context }) => Object.keys(context)))
  // Without an endpoint nothing is proved of addresses.
  printed.delete('aws:sourceip')
  expect([...printed].sort()).toEqual([...LEARNED_KEYS].sort())
})
