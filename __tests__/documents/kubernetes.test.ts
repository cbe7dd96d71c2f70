import { describe, expect, test } from 'vitest'
import { applied, checkFiles } from '../support/check.js'

/** The lines of a policy at an indentation. */
function policyLines(bucket: string, indent: number, sid = 'OnlyOurVpc'): string {
  const lines = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "${sid}",
      "Effect": "Deny",
      "Principal": "*",
      "Action": "s3:*",
      "Resource": [
        "arn:aws:s3:::${bucket}",
        "arn:aws:s3:::${bucket}/*"
      ],
      "Condition": {
        "StringNotEquals": { "aws:SourceVpc": "vpc-0a1b2c3d" }
      }
    }
  ]
}`
  return lines.replace(/^/gm, ' '.repeat(indent))
}

const line = (bucket: string) => JSON.stringify(JSON.parse(policyLines(bucket, 0)))

const ACK = `# The bucket of the team.
apiVersion: s3.services.k8s.aws/v1alpha1
kind: Bucket
metadata:
  name: data
  namespace: prod
  annotations:
    services.k8s.aws/region: eu-west-1
spec:
  name: acme-data
  policy: |
${policyLines('acme-data', 4)}
  versioning:
    status: Enabled
`

const UPBOUND = `apiVersion: s3.aws.upbound.io/v1beta1
kind: BucketPolicy
metadata:
  name: logs
spec:
  forProvider:
    region: us-west-2
    bucketRef:
      name: acme-logs
    policy: |-
${policyLines('acme-logs', 6)}
`

const RAW = `apiVersion: s3.aws.crossplane.io/v1alpha3
kind: BucketPolicy
metadata:
  name: raw
spec:
  forProvider:
    region: us-east-1
    bucketName: acme-raw
    rawPolicy: >
${policyLines('acme-raw', 6)}
  providerConfigRef:
    name: example
`

const STRUCTURED = `apiVersion: s3.aws.crossplane.io/v1alpha3
kind: BucketPolicy
metadata:
  name: structured
spec:
  forProvider:
    region: us-east-1
    bucketName: acme-structured
    policy:
      version: '2012-10-17'
      statements:
        - sid: OnlyOurVpc
          effect: Deny
          principal:
            allowAnon: true
          action:
            - s3:*
          resource:
            - arn:aws:s3:::acme-structured
            - arn:aws:s3:::acme-structured/*
          condition:
            - operatorKey: StringNotEquals
              conditions:
                - key: aws:SourceVpc
                  stringValue: vpc-0a1b2c3d
`

describe('manifests of buckets are judged', () => {
  test.each<{ name: string; text: string; policy: object; start: number; edit: boolean }>([
    {
      name: 'of the AWS Controllers for Kubernetes',
      text: ACK,
      policy: {
        address: 'prod/Bucket/data',
        bucket: 'acme-data',
        region: 'eu-west-1',
        account: null,
        pointer: '/spec/policy',
      },
      start: 18,
      edit: true,
    },
    {
      name: "of Upbound's provider, whose bucket is a reference",
      text: UPBOUND,
      policy: {
        address: 'BucketPolicy/logs',
        bucket: 'acme-logs',
        region: 'us-west-2',
        pointer: '/spec/forProvider/policy',
      },
      start: 17,
      edit: true,
    },
    {
      name: 'of the community provider, as a text',
      text: RAW,
      policy: { bucket: 'acme-raw', region: 'us-east-1', pointer: '/spec/forProvider/rawPolicy' },
      start: 16,
      edit: true,
    },
    {
      name: 'of the community provider, in its structure, where the fix is only shown',
      text: STRUCTURED,
      policy: { bucket: 'acme-structured', pointer: '/spec/forProvider/policy' },
      start: 10,
      edit: false,
    },
  ])('$name', async ({ text, policy, start, edit }) => {
    const { report } = await checkFiles({ 'bucket.yaml': text })
    expect(report.unread).toEqual([])
    expect(report.findings).toMatchObject([
      {
        rule: 'deny-blocks-clumio',
        level: 'error',
        policy: { source: 'kubernetes', ...policy },
        statement: { sid: 'OnlyOurVpc' },
        location: { startLine: start },
        fix: { remedy: 'not-principal', applicability: edit ? 'edit' : 'text-only' },
      },
    ])
    if (!edit) return
    const after = applied(text, report.findings)
    expect((await checkFiles({ 'bucket.yaml': after })).report.findings).toEqual([])
    // Nothing but the principal changes, and it is indented as the rest.
    const added = after.split('\n').filter((one) => !text.includes(one))
    expect(added.every((one) => /^ {8,}("NotPrincipal": \{|"AWS": \[|"arn:aws:|\]|\})/.test(one))).toBe(true)
    expect(text.split('\n').filter((one) => !after.includes(one))).toEqual([
      expect.stringContaining('"Principal": "*"'),
    ])
  })

  test('several documents of one file, each in its own lines', async () => {
    const text = ['# bucket\n', ACK, UPBOUND, 'apiVersion: v1\nkind: Namespace\nmetadata: {name: prod}\n', RAW].join(
      '---\n',
    )
    const { report } = await checkFiles({ 'all.yaml': text })
    expect(report.findings.map(({ policy }) => policy?.bucket)).toEqual(['acme-data', 'acme-logs', 'acme-raw'])
    const after = applied(text, report.findings)
    expect((await checkFiles({ 'all.yaml': after })).report).toMatchObject({ findings: [], summary: { policies: 3 } })
  })

  test.each<[string, string, string]>([
    [
      'a manifest in JSON',
      'bucket.json',
      JSON.stringify(
        {
          apiVersion: 's3.services.k8s.aws/v1alpha1',
          kind: 'Bucket',
          metadata: { name: 'a' },
          spec: { name: 'acme-a', policy: line('acme-a') },
        },
        null,
        2,
      ),
    ],
    [
      'a list of manifests',
      'list.json',
      JSON.stringify(
        {
          apiVersion: 'v1',
          kind: 'List',
          items: [
            {
              apiVersion: 's3.aws.m.upbound.io/v1beta1',
              kind: 'BucketPolicy',
              metadata: { name: 'a' },
              spec: { forProvider: { bucket: 'acme-a', policy: policyLines('acme-a', 0) } },
            },
          ],
        },
        null,
        2,
      ),
    ],
    [
      'double quotes',
      'a.yaml',
      `apiVersion: s3.services.k8s.aws/v1alpha1\nkind: Bucket\nmetadata: {name: a}\nspec:\n  name: acme-a\n  policy: ${JSON.stringify(line('acme-a'))} # one line\n`,
    ],
    [
      'single quotes',
      'a.yaml',
      `apiVersion: s3.services.k8s.aws/v1alpha1\nkind: Bucket\nmetadata: {name: a}\nspec:\n  name: acme-a\n  policy: '${line('acme-a').replace('OnlyOurVpc', "Our''s")}'\n`,
    ],
    [
      'one line in a block',
      'a.yaml',
      `apiVersion: s3.services.k8s.aws/v1alpha1\nkind: Bucket\nmetadata: {name: a}\nspec:\n  name: acme-a\n  policy: |\n    ${line('acme-a')}\n`,
    ],
    [
      'a composition of Crossplane',
      'a.yaml',
      `apiVersion: apiextensions.crossplane.io/v1\nkind: Composition\nmetadata: {name: c}\nspec:\n  resources:\n    - name: policy\n      base:\n        apiVersion: s3.aws.upbound.io/v1beta1\n        kind: BucketPolicy\n        spec:\n          forProvider:\n            bucket: acme-a\n            policy: |\n${policyLines('acme-a', 14)}\n`,
    ],
    ['CRLF', 'a.yaml', ACK.replaceAll('\n', '\r\n').replaceAll('acme-data', 'acme-a')],
  ])('%s is edited', async (_name, path, text) => {
    const { report } = await checkFiles({ [path]: text })
    expect(report.findings).toMatchObject([
      { policy: { source: 'kubernetes', bucket: 'acme-a' }, fix: { applicability: 'edit' } },
    ])
    const after = applied(text, report.findings)
    expect((await checkFiles({ [path]: after })).report).toMatchObject({
      findings: [],
      unread: [],
      summary: { policies: 1 },
    })
    expect(after.length - text.length).toBeLessThan(1500)
  })

  test.each<[string, string]>([
    [
      'a text over several lines in quotes',
      `apiVersion: s3.services.k8s.aws/v1alpha1\nkind: Bucket\nmetadata: {name: a}\nspec:\n  name: acme-a\n  policy: '${policyLines('acme-a', 4).trim()}'\n`,
    ],
    [
      'a text that an anchor shares',
      `${ACK.replace('policy: |', 'policy: &p |')}---\n${UPBOUND}`.replace(
        '  versioning:\n    status: Enabled\n',
        '  other: *p\n',
      ),
    ],
  ])('%s is judged, and the fix shown', async (_name, text) => {
    const { report } = await checkFiles({ 'a.yaml': text })
    expect(report.findings[0]).toMatchObject({
      rule: 'deny-blocks-clumio',
      fix: { applicability: 'text-only', edits: [] },
    })
  })

  test('a reference to a role of the cluster stays unknown', async () => {
    const text = STRUCTURED.replace(
      'principal:\n            allowAnon: true',
      'notPrincipal:\n            awsPrincipals:\n              - iamRoleArnRef: {name: backup}',
    )
    const { report } = await checkFiles({ 'a.yaml': text })
    expect(report.findings).toMatchObject([{ rule: 'deny-may-block-clumio' }])
  })
})

describe('what cannot be read of manifests is told', () => {
  test.each<[string, string, string]>([
    ['a template of Helm', ACK.replace('acme-data\n', '{{ .Values.bucket }}\n'), 'helm template'],
    ['a template of Helm that happens to parse', ACK.replaceAll('acme-data', '{{ .Values.bucket }}'), 'helm template'],
    [
      'a structure in a template of Helm',
      STRUCTURED.replace('- s3:*', '{{- toYaml .Values.actions | nindent 12 }}'),
      'helm template',
    ],
    ['a text that is no JSON', ACK.replace('"Deny",', '"Deny"'), 'no JSON object'],
  ])('%s', async (_name, text, why) => {
    const { report } = await checkFiles({ 'a.yaml': text })
    expect(report.findings.filter(({ rule }) => rule === 'policy-unreadable')).toMatchObject([{ level: 'warning' }])
    expect(report.unread).toMatchObject([{ reason: expect.stringContaining(why) }])
  })

  const MAP = `apiVersion: v1\nkind: ConfigMap\ndata:\n  policy.json: |\n${policyLines('acme-x', 4)}\n`
  test.each([
    ['alone', MAP],
    ['beside a manifest', `${ACK.replace('vpc-0a1b2c3d', 'x').replace('StringNotEquals', 'StringEquals')}---\n${MAP}`],
  ])('a policy in a ConfigMap %s, which may be that of a bucket, as a notice where it stands', async (_name, text) => {
    const { report } = await checkFiles({ 'a.yaml': text })
    const told = report.findings.filter(({ rule }) => rule === 'policy-unreadable')
    expect(told).toMatchObject([{ level: 'notice' }])
    expect(text.split('\n')[(told[0]?.location.startLine ?? 0) - 1]).toContain('"Statement"')
    expect(report.unread).toMatchObject([{ reason: expect.stringContaining('no manifest of a bucket') }])
  })
})

test.each<[string, string]>([
  [
    'an endpoint',
    `apiVersion: ec2.aws.upbound.io/v1beta1\nkind: VPCEndpoint\nspec:\n  forProvider:\n    policy: |\n${policyLines('acme-a', 6)}\n`,
  ],
  [
    'a role',
    `apiVersion: iam.services.k8s.aws/v1alpha1\nkind: Role\nspec:\n  assumeRolePolicyDocument: |\n${policyLines('acme-a', 4)}\n`,
  ],
  ['a bucket without a policy', ACK.replace(/ {2}policy: \|[\s\S]*?(?= {2}versioning)/, '')],
])('%s in a cluster is silent', async (_name, text) => {
  const { report } = await checkFiles({ 'a.yaml': text })
  expect([report.findings, report.unread]).toEqual([[], []])
})
