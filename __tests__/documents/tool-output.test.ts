import { describe, expect, test } from 'vitest'
import type { CheckOptions } from '../../src/model/options.js'
import { checkFiles, INTEGRATION } from '../support/check.js'

const ACCOUNT = '111122223333'
const OTHER_ACCOUNT = '444455556666'
const ROLE = 'ClumioRole-us-west-2-831e8db1-7a77-4550-b2a4-838aa526b8df'
const ACCOUNTS: Partial<CheckOptions> = {
  integrations: [ACCOUNT, OTHER_ACCOUNT].map((account) => ({ ...INTEGRATION, account, roleName: ROLE })),
}

/** A policy that keeps everybody out who does not come from a VPC, and one that only asks for TLS. */
function vpcOnly(bucket: string) {
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'OnlyOurVpc',
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`],
        Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-0a1b2c3d' } },
      },
    ],
  }
}

function tlsOnly(bucket: string) {
  const [statement] = vpcOnly(bucket).Statement
  return {
    Version: '2012-10-17',
    Statement: [{ ...statement, Sid: 'Tls', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }],
  }
}

const text = (value: unknown) => JSON.stringify(value)

/** An item as AWS Config delivers it to S3; the API prints the values of `supplementaryConfiguration` as texts. */
function configItem(bucket: string, policy: unknown, account = ACCOUNT, asApi = false) {
  const held = { policyText: policy === null ? null : text(policy) }
  return {
    relatedEvents: [],
    configuration: asApi ? text({ name: bucket, owner: { id: 'c0ffee' } }) : { name: bucket, owner: { id: 'c0ffee' } },
    supplementaryConfiguration: {
      AccessControlList: text({ grantSet: null, grantList: [] }),
      BucketPolicy: asApi ? text(held) : held,
      IsRequesterPaysEnabled: asApi ? 'false' : false,
    },
    tags: {},
    configurationItemVersion: '1.3',
    configurationItemCaptureTime: '2026-10-01T10:00:00.000Z',
    configurationStateId: 1_700_000_000_000,
    ...(asApi ? { accountId: account } : { awsAccountId: account }),
    configurationItemStatus: 'OK',
    resourceType: 'AWS::S3::Bucket',
    resourceId: bucket,
    resourceName: bucket,
    ARN: `arn:aws:s3:::${bucket}`,
    awsRegion: 'eu-west-1',
  }
}

function trailEvent(bucket: string, more: object = {}) {
  return {
    eventVersion: '1.10',
    userIdentity: {
      type: 'AssumedRole',
      accountId: OTHER_ACCOUNT,
      arn: 'arn:aws:sts::444455556666:assumed-role/Ops/me',
    },
    eventTime: '2026-10-01T10:00:00Z',
    eventSource: 's3.amazonaws.com',
    eventName: 'PutBucketPolicy',
    awsRegion: 'eu-west-1',
    requestParameters: { policy: '', bucketName: bucket, Host: 's3.amazonaws.com', bucketPolicy: vpcOnly(bucket) },
    responseElements: null,
    resources: [{ accountId: ACCOUNT, type: 'AWS::S3::Bucket', ARN: `arn:aws:s3:::${bucket}` }],
    recipientAccountId: OTHER_ACCOUNT,
    ...more,
  }
}

const URN = 'urn:pulumi:prod::estate::aws:s3/bucketPolicy:BucketPolicy::data'
const provider = 'urn:pulumi:prod::estate::pulumi:providers:aws::default::3b0c'
const pulumiResource = (state: object) => ({
  urn: URN,
  custom: true,
  type: 'aws:s3/bucketPolicy:BucketPolicy',
  provider,
  ...state,
})
const stack = (...resources: object[]) => ({ version: 3, deployment: { manifest: {}, resources } })

/** One finding, as far as a container tells where it is. */
interface Told {
  readonly bucket: string | null
  readonly account?: string | null
  readonly region?: string | null
  readonly pointer?: string
  readonly address?: string
}

describe('policies in what tools print are judged', () => {
  test.each<{ name: string; document: unknown; told: readonly Told[] }>([
    {
      name: 'a snapshot of AWS Config',
      document: {
        fileVersion: '1.0',
        configSnapshotId: '6b2f4a1c',
        configurationItems: [
          configItem('tls', tlsOnly('tls')),
          configItem('vpc', vpcOnly('vpc')),
          configItem('none', null),
        ],
      },
      told: [
        {
          bucket: 'vpc',
          account: ACCOUNT,
          region: 'eu-west-1',
          pointer: '/configurationItems/1/supplementaryConfiguration/BucketPolicy/policyText',
        },
      ],
    },
    {
      name: 'the history of AWS Config, whose values are texts',
      document: { configurationItems: [configItem('vpc', vpcOnly('vpc'), OTHER_ACCOUNT, true)] },
      told: [
        {
          bucket: 'vpc',
          account: OTHER_ACCOUNT,
          pointer: '/configurationItems/0/supplementaryConfiguration/BucketPolicy',
        },
      ],
    },
    {
      name: 'an item of an aggregator',
      document: { ConfigurationItem: configItem('vpc', vpcOnly('vpc'), ACCOUNT, true) },
      told: [{ bucket: 'vpc', account: ACCOUNT }],
    },
    {
      name: 'select-aggregate-resource-config',
      document: {
        Results: [
          text({
            accountId: ACCOUNT,
            awsRegion: 'us-east-1',
            resourceName: 'one',
            supplementaryConfiguration: { BucketPolicy: { policyText: text(vpcOnly('one')) } },
          }),
          text({
            accountId: OTHER_ACCOUNT,
            awsRegion: 'us-west-2',
            resourceName: 'two',
            supplementaryConfiguration: { BucketPolicy: { policyText: text(vpcOnly('two')) } },
          }),
        ],
        QueryInfo: { SelectFields: [{ Name: 'accountId' }] },
      },
      told: [
        { bucket: 'one', account: ACCOUNT, region: 'us-east-1', pointer: '/Results/0' },
        { bucket: 'two', account: OTHER_ACCOUNT, region: 'us-west-2', pointer: '/Results/1' },
      ],
    },
    {
      name: 'the results of a query alone, as texts in a list',
      document: [
        text({
          resourceName: 'one',
          supplementaryConfiguration: { BucketPolicy: { policyText: text(vpcOnly('one')) } },
        }),
      ],
      told: [{ bucket: 'one', account: null, pointer: '/0' }],
    },
    {
      name: 'a file of CloudTrail, whose bucket is of another account than its caller',
      document: {
        Records: [trailEvent('vpc'), { ...trailEvent('other'), eventName: 'GetBucketPolicy', requestParameters: {} }],
      },
      told: [
        {
          bucket: 'vpc',
          account: ACCOUNT,
          region: 'eu-west-1',
          pointer: '/Records/0/requestParameters/bucketPolicy/Statement/0',
        },
      ],
    },
    {
      name: 'lookup-events, whose events are texts',
      document: { Events: [{ EventName: 'PutBucketPolicy', CloudTrailEvent: text(trailEvent('vpc')) }] },
      told: [{ bucket: 'vpc', account: ACCOUNT, pointer: '/Events/0/CloudTrailEvent' }],
    },
    {
      name: 'an event on EventBridge',
      document: { account: OTHER_ACCOUNT, region: 'eu-west-1', source: 'aws.s3', detail: trailEvent('vpc') },
      told: [{ bucket: 'vpc', account: ACCOUNT }],
    },
    {
      name: 'rows of Steampipe, whose normalised copy is left out',
      document: {
        columns: [{ name: 'name', data_type: 'text' }],
        rows: [
          { name: 'vpc', account_id: ACCOUNT, region: 'eu-west-1', policy: vpcOnly('vpc'), policy_std: vpcOnly('vpc') },
          { name: 'plain', account_id: ACCOUNT, region: 'eu-west-1', policy: null, policy_std: null },
        ],
      },
      told: [{ bucket: 'vpc', account: ACCOUNT, region: 'eu-west-1', pointer: '/rows/0/policy/Statement/0' }],
    },
    {
      name: 'rows of Steampipe in a list, of one column alone',
      document: [{ policy: vpcOnly('vpc') }],
      told: [{ bucket: 'vpc', account: null, region: null }],
    },
    {
      name: 'rows of CloudQuery, which hold a policy as a text and as an object',
      document: {
        _cq_id: '1f9d',
        account_id: OTHER_ACCOUNT,
        bucket_arn: 'arn:aws:s3:::vpc',
        policy: text(vpcOnly('vpc')),
        policy_json: vpcOnly('vpc'),
      },
      told: [{ bucket: 'vpc', account: OTHER_ACCOUNT, pointer: '/policy' }],
    },
    {
      name: 'the state of a Pulumi stack, whose inputs say the same',
      document: stack(
        { urn: provider, type: 'pulumi:providers:aws', inputs: { region: 'eu-west-1' } },
        pulumiResource({
          inputs: { bucket: 'vpc', policy: text(vpcOnly('vpc')) },
          outputs: { bucket: 'vpc', id: 'vpc', policy: text(vpcOnly('vpc')) },
        }),
      ),
      told: [{ bucket: 'vpc', address: URN, pointer: '/deployment/resources/1/outputs/policy' }],
    },
    {
      name: 'a preview of Pulumi, which tells what will be',
      document: {
        steps: [
          {
            op: 'update',
            urn: URN,
            oldState: pulumiResource({ outputs: { bucket: 'vpc', policy: text(tlsOnly('vpc')) } }),
            newState: pulumiResource({
              inputs: { bucket: 'vpc', policy: text(vpcOnly('vpc')) },
              outputs: { bucket: 'vpc', policy: text(tlsOnly('vpc')) },
            }),
          },
          { op: 'delete', urn: `${URN}2`, oldState: pulumiResource({ outputs: { policy: text(vpcOnly('gone')) } }) },
        ],
      },
      told: [{ bucket: 'vpc', address: URN, pointer: '/steps/0/newState/inputs/policy' }],
    },
    {
      name: 'a bucket policy of the Cloud Control provider of Pulumi',
      document: stack({
        urn: URN,
        type: 'aws-native:s3:BucketPolicy',
        outputs: { bucket: 'vpc', policyDocument: vpcOnly('vpc') },
      }),
      told: [{ bucket: 'vpc', address: URN }],
    },
    {
      name: 'a pair of a bucket and its policy, deep in something else',
      document: { export: { buckets: { first: { bucket: 'vpc', policy_document: text(vpcOnly('vpc')) } } } },
      told: [{ bucket: 'vpc' }],
    },
    {
      name: 'a bucket whose policy has patterns only',
      document: {
        bucket: 'acme-logs',
        policy: { Statement: { ...vpcOnly('*').Statement[0], Resource: 'arn:aws:s3:::*/*' } },
      },
      told: [{ bucket: 'acme-logs' }],
    },
    {
      name: 'a policy beside a name that is not the bucket',
      document: [{ name: 'baseline-policy', region: 'eu-west-1', policy: vpcOnly('vpc') }],
      told: [{ bucket: 'vpc' }],
    },
  ])('$name', async ({ document, told }) => {
    const { report } = await checkFiles({ 'out.json': text(document) }, ACCOUNTS)
    expect(report.unread).toEqual([])
    expect(report.findings.map(({ rule, level, policy }) => ({ rule, level, policy }))).toMatchObject(
      told.map((policy) => ({
        rule: 'deny-blocks-clumio',
        level: 'error',
        policy: { source: 'policy-wrapped', ...policy },
      })),
    )
    for (const { fix } of report.findings) expect(fix).toMatchObject({ applicability: 'text-only', edits: [] })
  })

  test('each against the integration of its account, however the document is printed', async () => {
    const rows = [ACCOUNT, OTHER_ACCOUNT].map((account) => ({
      bucket: `b-${account}`,
      account_id: account,
      policy: vpcOnly(`b-${account}`),
    }))
    const files = {
      'list.json': text(rows),
      'lines.json': rows.map(text).join('\n'),
      'documents.json': rows.map((row) => JSON.stringify(row, null, 2)).join('\n'),
    }
    const { report } = await checkFiles(files, ACCOUNTS)
    expect(report.findings).toHaveLength(6)
    for (const finding of report.findings) {
      if (!('statement' in finding)) throw new Error(finding.rule)
      const { account } = finding.policy
      expect(finding.roles.map(({ arn }) => arn)).toEqual([`arn:aws:iam::${account}:role/clumio/${ROLE}`])
      expect(finding.fix?.text).toContain(`arn:aws:iam::${account}:root`)
    }
  })

  test('what normalises a policy is judged and not taken for the policy', async () => {
    const { report } = await checkFiles({ 'std.json': text([{ name: 'vpc', policy_std: vpcOnly('vpc') }]) }, ACCOUNTS)
    expect(report.findings).toMatchObject([{ rule: 'deny-blocks-clumio', fix: { applicability: 'text-only' } }])
    expect(report.findings[0]?.fix?.note).toContain('normalised copy')
  })
})

const SIGNATURE = '4dabf18193072939515e22adb298388d'
const SECRET = '1b47061264138c4ac30d75fd1eb44270'

describe('values that a tool marks', () => {
  const outputs = (policy: unknown) => ({
    'stack.json': text(stack(pulumiResource({ outputs: { bucket: 'vpc', policy } }))),
  })

  test('a secret in clear is judged and not shown', async () => {
    const plaintext = text(text(vpcOnly('vpc')))
    const { report } = await checkFiles(outputs({ [SIGNATURE]: SECRET, plaintext }), ACCOUNTS)
    expect(report.findings).toMatchObject([{ rule: 'deny-blocks-clumio', statement: { sid: null } }])
    expect(text(report)).not.toContain('OnlyOurVpc')
  })

  test.each([
    ['an encrypted secret', { [SIGNATURE]: SECRET, ciphertext: 'v1:abc' }, 'encrypted secret'],
    ['a value that is not known yet', '04da6b54-80e4-46f7-96ec-b56ff0331ba9', 'after the update'],
  ])('%s is unread, and told', async (_name, policy, why) => {
    const { report } = await checkFiles(outputs(policy), ACCOUNTS)
    expect(report.findings).toMatchObject([{ rule: 'policy-unreadable', level: 'warning' }])
    expect(report.unread).toMatchObject([{ reason: expect.stringContaining(why) }])
  })
})

describe('a policy in a place that nobody knows is told as a notice', () => {
  test.each<[string, unknown, number]>([
    ['somewhere inside other data', { tests: [{ expected: { policy: vpcOnly('a') } }] }, 1],
    ['in a list of cases, each with a name', [{ name: 'refuses-star', policy: vpcOnly('a'), valid: false }], 1],
    ['under the name of its bucket', { 'acme-a': vpcOnly('acme-a'), 'acme-b': vpcOnly('acme-b') }, 1],
    ['in a text of another name', { deployment: { document: text(vpcOnly('a')) } }, 1],
    ['in a text that is cut off', { note: text(vpcOnly('a')).slice(0, -5) }, 1],
    ...['aws:s3/bucketPolicyV9:BucketPolicyV9', 'aws-native:s3:BucketPolicyV9'].map(
      (type): [string, unknown, number] => [
        `in a Pulumi resource of a type that is not known: ${type}`,
        stack({ urn: `urn:pulumi:d::x::${type}::z`, type, outputs: { bucket: 'b', policy: text(vpcOnly('a')) } }),
        1,
      ],
    ),
    [
      'in a resource of AWS Config of a type that is not known',
      { configurationItems: [{ resourceType: 'AWS::S3::BucketPolicyV9', configuration: { policy: vpcOnly('a') } }] },
      1,
    ],
    [
      'in a resource outside of a template',
      { Type: 'AWS::S3::BucketPolicy', Properties: { PolicyDocument: vpcOnly('a') } },
      1,
    ],
  ])('%s', async (_name, document, unread) => {
    const { report } = await checkFiles({ 'x.json': text(document) })
    expect(report.findings).toMatchObject([{ rule: 'policy-unreadable', level: 'notice' }])
    expect(report.unread).toHaveLength(unread)
    expect(report.conclusion).toBe('success')
  })

  test('at its line, each reason once', async () => {
    const document = JSON.stringify({ a: 1, one: vpcOnly('a'), two: vpcOnly('b') }, null, 2)
    const { report } = await checkFiles({ 'x.json': document })
    expect(report.findings).toMatchObject([{ location: { startLine: 3 } }])
    expect(report.findings[0]?.message).toContain('and so do')
  })
})

const AP = 'arn:aws:s3:eu-west-1:111122223333:accesspoint/ap'

describe('places that hold another kind of policy are silent', () => {
  const policy = vpcOnly('acme-data')
  const ofAccessPoint = { Statement: [{ ...policy.Statement[0], Resource: `${AP}/object/*` }] }
  test.each<[string, unknown]>([
    ['describe-vpc-endpoints', { VpcEndpoints: [{ VpcEndpointId: 'vpce-1', PolicyDocument: text(policy) }] }],
    ['an endpoint in rows', [{ vpc_endpoint_id: 'vpce-1', policy, policy_std: policy }]],
    [
      'an endpoint in AWS Config',
      {
        configurationItems: [
          { resourceType: 'AWS::EC2::VPCEndpoint', configuration: { policyDocument: text(policy) } },
        ],
      },
    ],
    [
      'an access point',
      [
        {
          name: 'ap',
          bucket_name: 'acme-data',
          access_point_arn: AP,
          policy: ofAccessPoint,
        },
      ],
    ],
    ['a role', { RoleName: 'r', AssumeRolePolicyDocument: policy }],
    ['a key', { key_policy: policy }],
    ['an organization', { Policy: { PolicySummary: { Type: 'RESOURCE_CONTROL_POLICY' }, Content: text(policy) } }],
    ['an API', [{ rest_api_id: 'a1', policy: text(policy) }]],
    [
      'an endpoint of a Pulumi stack',
      stack({ urn: 'urn:x', type: 'aws:ec2/vpcEndpoint:VpcEndpoint', outputs: { policy: text(policy) } }),
    ],
    [
      'another event of CloudTrail',
      {
        Records: [
          {
            ...trailEvent('acme-data'),
            eventName: 'PutAccessPointPolicy',
            requestParameters: { name: 'ap', Policy: text(ofAccessPoint) },
          },
        ],
      },
    ],
    ['a request that was refused', { Records: [trailEvent('acme-data', { errorCode: 'AccessDenied' })] }],
    [
      'a bucket that is gone',
      { configurationItems: [{ ...configItem('acme-data', policy), configurationItemStatus: 'ResourceDeleted' }] },
    ],
    [
      "the CDK's tree of constructs",
      { tree: { attributes: { 'aws:cdk:cloudformation:props': { policyDocument: policy } } } },
    ],
    [
      'a report of this tool',
      { version: 1, tool: { name: 'clumio-policy-check' }, findings: [{ fix: { text: text(policy) } }] },
    ],
    [
      'a report in SARIF',
      { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [{ x: policy }] },
    ],
    [
      'what AWS Config tells of a bucket that is gone',
      {
        Message: text({
          configurationItemDiff: {
            changedProperties: {
              'SupplementaryConfiguration.BucketPolicy': {
                previousValue: { policyText: text(policy) },
                updatedValue: null,
                changeType: 'DELETE',
              },
            },
          },
          configurationItem: { ...configItem('acme-data', policy), configurationItemStatus: 'ResourceDeleted' },
        }),
      },
    ],
    ['an explanation in words', { description: `Use this policy: ${text(policy)}` }],
  ])('%s', async (_name, document) => {
    const { report } = await checkFiles({ 'x.json': text(document) })
    expect([report.findings, report.unread, report.summary.policies]).toEqual([[], [], 0])
  })
})

describe('what stands beside takes nothing away', () => {
  const policy = vpcOnly('acme-data')
  const row = { bucket: 'acme-data', policy: text(policy) }

  test.each<[string, unknown]>([
    ...['queue_url', 'vpc_endpoint_id', 'access_point_arn', 'topic_arn'].map((name): [string, unknown] => [
      `a row that names its bucket, with ${name}`,
      { ...row, [name]: 'x' },
    ]),
    ['a row with a trust policy', { ...row, AssumeRolePolicyDocument: {} }],
    ['a row of another type', { ...row, resourceType: 'AWS::IAM::Role' }],
    [
      'BucketPolicy of an item of another type',
      { configurationItems: [{ ...configItem('acme-data', policy), resourceType: 'AWS::EC2::VPC' }] },
    ],
    ...['AssumeRolePolicyDocument', 'VpcEndpointId', 'QueueUrl', 'AccessPointArn', 'RestApiId', 'TopicArn'].map(
      (name): [string, unknown] => [
        `what get-bucket-policy prints below BucketPolicy, with ${name} beside it`,
        { BucketPolicy: { Policy: text(policy) }, [name]: 'x' },
      ],
    ),
    ...['resourceType', 'Type', 'type'].map((name): [string, unknown] => [
      `the same with another ${name}`,
      { BucketPolicy: { Policy: text(policy) }, [name]: 'AWS::EC2::VPC' },
    ]),
    ['the same in a text', text({ BucketPolicy: { Policy: text(policy) }, QueueUrl: 'x' })],
    ['the same within the place', { BucketPolicy: { Policy: text(policy), QueueUrl: 'x' } }],
    ['an object in a list there', { BucketPolicy: [{ document: policy }], QueueUrl: 'x' }],
    ['bucketPolicy in another event', { Records: [{ ...trailEvent('acme-data'), eventName: 'PutAccessPointPolicy' }] }],
    ['a policy of another kind', { Statement: [{ Effect: 'Allow', Action: 's3:*', Resource: '*' }], Held: policy }],
  ])('%s: a notice', async (_name, document) => {
    const { report } = await checkFiles({ 'x.json': text(document) })
    expect(report.findings.map(({ rule, level }) => `${rule} ${level}`)).toEqual(['policy-unreadable notice'])
    expect(report.unread).toHaveLength(1)
  })

  const gone = { configurationItemStatus: 'ResourceDeleted' }
  const sarif = { $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [] }
  test.each<[string, unknown]>([
    [
      'items of a list, though something around is gone',
      { ...gone, configurationItems: [configItem('acme-data', policy)] },
    ],
    ['a policy beside an item that is gone', { ...configItem('acme-data', policy), ...gone, Policy: text(policy) }],
    [
      'a policy beside a request that was refused',
      { ...trailEvent('acme-data', { errorCode: 'AccessDenied' }), Policy: text(policy) },
    ],
    ['a policy in a report of this tool', { version: 1, tool: { name: 'clumio-policy-check' }, Policy: text(policy) }],
    ['a policy in a report in SARIF', { ...sarif, Policy: text(policy), bucket: 'acme-data' }],
  ])('%s: judged', async (_name, document) => {
    const { report } = await checkFiles({ 'x.json': text(document) })
    expect(report.findings.map(({ rule }) => rule)).toEqual(['deny-blocks-clumio'])
  })
})

describe('a place that holds the policy of a bucket needs no Resource to tell', () => {
  const [statement] = vpcOnly('acme-data').Statement
  const { Resource: _, ...without } = statement ?? {}
  const held = (inner: object, more: readonly object[] = []) => ({ Version: '2012-10-17', Statement: [inner, ...more] })
  const everything = held({ ...without, Resource: '*' })
  const trust = { Effect: 'Allow', Principal: '*', Action: 'sts:AssumeRole', Resource: '*' }

  test.each<[string, unknown]>([
    ['AWS Config', configItem('acme-data', everything)],
    ['beside a statement of another service', configItem('acme-data', held(statement ?? {}, [trust]))],
    [
      'CloudTrail',
      {
        Records: [
          trailEvent('acme-data', { requestParameters: { bucketName: 'acme-data', bucketPolicy: everything } }),
        ],
      },
    ],
    [
      'Pulumi',
      stack({
        urn: 'urn:x',
        type: 'aws:s3/bucketPolicy:BucketPolicy',
        outputs: { bucket: 'acme-data', policy: text(everything) },
      }),
    ],
  ])('%s', async (_name, document) => {
    const { report } = await checkFiles({ 'x.json': text(document) })
    expect(report.findings.map(({ rule, policy }) => [rule, policy?.bucket])).toEqual([
      ['deny-blocks-clumio', 'acme-data'],
    ])
  })

  test('of another service it is none', async () => {
    const express = held({ ...without, Action: 's3express:CreateSession', Resource: '*' })
    const { report } = await checkFiles({ 'x.json': text(configItem('acme-data', express)) })
    expect([report.findings, report.summary.policies]).toEqual([[], 0])
  })

  test('one that is cut off is told', async () => {
    const item = configItem('acme-data', null)
    const broken = {
      ...item,
      supplementaryConfiguration: { BucketPolicy: { policyText: '{"Statement":[{"Principal"' } },
    }
    const { report } = await checkFiles({ 'x.json': text(broken) })
    expect(report.findings.map(({ rule, level }) => `${rule} ${level}`)).toEqual(['policy-unreadable warning'])
  })
})
