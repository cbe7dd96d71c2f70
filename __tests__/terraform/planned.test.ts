import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { check as run } from '../../src/check/index.js'
import type { CheckOptions } from '../../src/model/options.js'
import { type Finding, isStatementFinding } from '../../src/model/report.js'
import { asPlan } from '../../src/sources/source.js'
import { checkFiles, checkTree, OPTIONS, sourceOf, sourcesIn } from '../support/check.js'
import { ROLE_NAME } from '../support/vectors.js'

const AWS = 'registry.terraform.io/hashicorp/aws'
const deny = (bucket: string, more: object = {}) => ({
  Sid: 'Vpc',
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`],
  Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } },
  ...more,
})
const policyText = (...statements: object[]) => JSON.stringify({ Version: '2012-10-17', Statement: statements })

interface Change {
  readonly actions?: readonly string[]
  readonly before?: unknown
  readonly after?: unknown
  readonly after_unknown?: unknown
  readonly after_sensitive?: unknown
}

function resource(address: string, change: Change, more: object = {}) {
  const data = address.includes('data.')
  const [type = '', name = ''] = address.replace(/^(module\.[^.]+\.)*(data\.)?/, '').split('.')
  const full = { actions: ['create'], before: null, after: null, after_unknown: {}, after_sensitive: {}, ...change }
  return {
    address,
    mode: data ? 'data' : 'managed',
    type,
    name: name.replace(/\[.*/, ''),
    provider_name: AWS,
    change: full,
    ...more,
  }
}

const bucketPolicy = (bucket: string, change: Change = {}) =>
  resource('aws_s3_bucket_policy.p', { after: { bucket, policy: policyText(deny(bucket)) }, ...change })

const bucket = (change: Change) =>
  resource('aws_s3_bucket.b', { after: { bucket: 'b1', policy: policyText(deny('b1')) }, ...change })

const planText = (resources: readonly object[], members: object = {}) =>
  JSON.stringify({ format_version: '1.2', resource_changes: resources, ...members })

const configured = (
  ...resources: { type: string; name: string; mode?: string; address?: string; expressions: object }[]
) => ({
  configuration: { root_module: { resources: resources.map((one) => ({ mode: 'managed', ...one })) } },
})

async function check(text: string, options: Partial<CheckOptions> = {}) {
  return (await checkFiles({ 'plan.json': text }, options)).report
}

const verdicts = (findings: readonly Finding[]) =>
  findings.map((finding) => (isStatementFinding(finding) ? finding.verdict : finding.rule))

describe('the partition of a planned bucket', () => {
  const anywhere = policyText(deny('b1', { Resource: ['arn:*:s3:::b1', 'arn:*:s3:::b1/*'] }))
  const policy = (more: object) =>
    resource('aws_s3_bucket_policy.p', { after: { bucket: 'b1', policy: anywhere, ...more } })
  test.each<[string, object, Partial<CheckOptions>, string]>([
    ['is that of its Region', { region: 'cn-north-1' }, { integrations: [] }, 'arn:aws-cn:iam'],
    ['is aws where nothing tells it', {}, { integrations: [] }, 'arn:aws:iam'],
    ['is that of the role first', { region: 'cn-north-1' }, {}, 'arn:aws:iam'],
  ])('%s', async (_, more, options, start) => {
    const { findings } = await check(planText([policy(more)]), options)
    expect(findings).toMatchObject([{ rule: 'deny-blocks-clumio' }])
    expect(JSON.stringify(findings[0]?.fix)).toContain(start)
  })
})

describe('which policies of a plan are judged', () => {
  /** `planned_values` with the policy of one bucket. */
  const planned = (bucket: string, more: object = {}) => {
    const { change, ...of } = bucketPolicy(bucket)
    return { root_module: { resources: [{ ...of, values: change.after, sensitive_values: {}, ...more }] } }
  }
  test.each<[string, string, readonly string[]]>([
    ['a created policy', planText([bucketPolicy('b1')]), ['blocked']],
    ['a policy that stays as it is', planText([bucketPolicy('b1', { actions: ['no-op'] })]), ['blocked']],
    ['a replaced policy', planText([bucketPolicy('b1', { actions: ['delete', 'create'] })]), ['blocked']],
    ['a deleted policy', planText([bucketPolicy('b1', { actions: ['delete'], after: null })]), []],
    ['a forgotten policy', planText([bucketPolicy('b1', { actions: ['forget'], after: null })]), []],
    ['a deposed instance', planText([{ ...bucketPolicy('b1'), deposed: 'abc' }]), []],
    [
      'what was before',
      planText([
        bucketPolicy('b1', {
          before: { policy: policyText(deny('b1')) },
          after: { policy: policyText(deny('b1', { Effect: 'Allow' })) },
        }),
      ]),
      [],
    ],
    [
      'a policy whose address is none',
      planText([{ ...bucketPolicy('b1'), address: 'aws_s3_bucket_policy.p["\\f"' }]),
      ['policy-unreadable'],
    ],
    [
      'a policy that waits for another change',
      planText([], { deferred_changes: [{ reason: 'instance_count_unknown', resource_change: bucketPolicy('b1') }] }),
      ['blocked'],
    ],
    [
      'the same where no other change is listed',
      JSON.stringify({
        format_version: '1.2',
        planned_values: { root_module: {} },
        deferred_changes: [{ reason: 'resource_config_unknown', resource_change: bucketPolicy('b1') }],
      }),
      ['blocked'],
    ],
    [
      'and beside one that stays as it is planned',
      JSON.stringify({
        format_version: '1.2',
        planned_values: planned('b2', { address: 'aws_s3_bucket_policy.q', name: 'q' }),
        deferred_changes: [{ reason: 'resource_config_unknown', resource_change: bucketPolicy('b1') }],
      }),
      ['blocked', 'blocked'],
    ],
    ['a policy without its change', planText([{ ...bucketPolicy('b1'), change: null }]), ['policy-unreadable']],
    [
      'a policy of which nothing is known',
      planText([bucketPolicy('b1', { after: null, after_unknown: true })]),
      ['policy-unknown'],
    ],
    [
      'a policy that is no text',
      planText([bucketPolicy('b1', { after: { bucket: 'b1', policy: deny('b1') } })]),
      ['policy-unreadable'],
    ],
    ['a planned policy for which no change is listed', planText([], { planned_values: planned('b2') }), ['blocked']],
    [
      'beside one for which there is one',
      planText([bucketPolicy('b1')], {
        planned_values: planned('b2', { address: 'aws_s3_bucket_policy.q', name: 'q' }),
      }),
      ['blocked', 'blocked'],
    ],
    ['a planned policy once', planText([bucketPolicy('b1')], { planned_values: planned('b1') }), ['blocked']],
    [
      'a planned policy, not what the plan deletes',
      planText([bucketPolicy('b1', { actions: ['delete'], after: null })], { planned_values: planned('b1') }),
      [],
    ],
    [
      'what a refresh-only plan leaves in place',
      JSON.stringify({
        format_version: '1.2',
        planned_values: {},
        prior_state: {
          values: {
            root_module: {
              resources: [
                {
                  address: 'aws_s3_bucket_policy.p',
                  mode: 'managed',
                  type: 'aws_s3_bucket_policy',
                  name: 'p',
                  provider_name: AWS,
                  values: { bucket: 'b1', policy: policyText(deny('b1')) },
                },
              ],
            },
          },
        },
      }),
      ['blocked'],
    ],
    ['drift', planText([], { resource_drift: [bucketPolicy('b1')] }), []],
    [
      'a policy of a fork of the provider',
      planText([{ ...bucketPolicy('b1'), provider_name: 'example.com/x/fake' }]),
      ['blocked'],
    ],
    [
      'the legacy attribute of a bucket that is created by a plan without its configuration',
      planText([bucket({ actions: ['create'] }), bucketPolicy('b2')]),
      ['blocked', 'blocked'],
    ],
    [
      'the legacy attribute of a bucket that is there, in a plan without its configuration',
      planText([bucket({ actions: ['no-op'] })]),
      ['blocked'],
    ],
    [
      'the echo of a policy of its own, in a plan without its configuration',
      planText([bucket({ actions: ['no-op'] }), bucketPolicy('b1')]),
      ['blocked'],
    ],
    [
      'a change with two values, of which the first one is hidden',
      planText([bucketPolicy('b1')]).replace('"after":', '"after":{"bucket":"b0"},"after":'),
      ['blocked', 'policy-unreadable'],
    ],
    [
      'an access point policy',
      planText([resource('aws_s3_access_point.a', { after: { policy: policyText(deny('b1')) } })]),
      [],
    ],
    [
      'the legacy attribute when the configuration sets it',
      planText(
        [resource('aws_s3_bucket.b', { after: { bucket: 'b1', policy: policyText(deny('b1')) } })],
        configured({ type: 'aws_s3_bucket', name: 'b', expressions: { policy: {} } }),
      ),
      ['blocked'],
    ],
    [
      'the computed echo when it does not',
      planText(
        [resource('aws_s3_bucket.b', { actions: ['no-op'], after: { bucket: 'b1', policy: policyText(deny('b1')) } })],
        configured({ type: 'aws_s3_bucket', name: 'b', expressions: { bucket: {} } }),
      ),
      [],
    ],
    [
      'a text that is no policy',
      planText([bucketPolicy('b1', { after: { policy: 'data.aws_iam_policy_document.x.json' } })]),
      ['policy-unreadable'],
    ],
    [
      'a policy known only after apply',
      planText([bucketPolicy('b1', { after: {}, after_unknown: { policy: true } })]),
      ['policy-unknown'],
    ],
    [
      "the computed policy of a new bucket, which is nobody's",
      planText(
        [resource('aws_s3_bucket.b', { after: { bucket: 'b1' }, after_unknown: { policy: true } })],
        configured({ type: 'aws_s3_bucket', name: 'b', expressions: {} }),
      ),
      [],
    ],
    [
      'two plans in one file',
      `${planText([bucketPolicy('b1')])}\n${planText([bucketPolicy('b2')])}\n`,
      ['blocked', 'blocked'],
    ],
    [
      'a state',
      JSON.stringify({
        format_version: '1.0',
        values: {
          root_module: {
            resources: [
              {
                address: 'aws_s3_bucket_policy.p',
                mode: 'managed',
                type: 'aws_s3_bucket_policy',
                name: 'p',
                provider_name: AWS,
                values: { bucket: 'b1', policy: policyText(deny('b1')) },
              },
            ],
          },
        },
      }),
      ['blocked'],
    ],
  ])('%s', async (_name, text, expected) => {
    expect(verdicts((await check(text)).findings)).toEqual(expected)
  })

  test('a finding names the address, the bucket and the plan', async () => {
    const [finding] = (await check(planText([bucketPolicy('b1')]))).findings
    expect(finding).toMatchObject({
      policy: {
        source: 'terraform-plan',
        path: 'plan.json',
        pointer: null,
        address: 'aws_s3_bucket_policy.p',
        bucket: 'b1',
      },
    })
  })

  test("a bucket's sensitive name is judged and not shown", async () => {
    const secret = bucketPolicy('b1-secret', { after_sensitive: { bucket: true } })
    const report = await check(planText([secret]))
    expect(verdicts(report.findings)).toEqual(['blocked'])
    expect(JSON.stringify(report)).not.toContain('secret')
  })

  test('only-changed leaves out what stays as it is', async () => {
    const text = planText([
      bucketPolicy('b1'),
      { ...bucketPolicy('b2', { actions: ['no-op'] }), address: 'aws_s3_bucket_policy.q' },
    ])
    const { findings } = await check(text, { onlyPaths: new Set() })
    expect(findings.map(({ policy }) => policy?.bucket)).toEqual(['b1'])
  })
})

describe('a plan makes no answer poorer than the sources alone', () => {
  const module = `module "s3" {
  source        = "terraform-aws-modules/s3-bucket/aws"
  version       = "4.6.0"
  bucket        = "b1"
  attach_policy = true
  policy        = <<-EOT
    ${policyText(deny('b1'))}
  EOT
}
`
  const ofModule = resource('module.s3.aws_s3_bucket_policy.this[0]', {
    after: { bucket: 'b1', policy: policyText(deny('b1')) },
  })
  test('of a module of the registry that is not downloaded', async () => {
    const place = async (files: Record<string, string>) =>
      (await checkTree({ 'main.tf': module, ...files })).report.findings.map(
        ({ location, fix }) => [location.startLine, fix?.applicability, fix?.edits] as const,
      )
    const alone = await place({})
    expect(alone.map(([, kind]) => kind)).toEqual(['edit'])
    expect(await place({ 'plan.json': planText([ofModule]) })).toEqual(alone)
  })
})

describe('known only after apply', () => {
  const statement = {
    sid: 'Vpc',
    effect: 'Deny',
    actions: ['s3:*'],
    principals: [{ type: '*', identifiers: ['*'] }],
    resources: ['arn:aws:s3:::b1', 'arn:aws:s3:::b1/*'],
    condition: [{ test: 'StringNotEquals', variable: 'aws:SourceVpc', values: [null] }],
  }
  const unknownPolicy = bucketPolicy('b1', { after: { bucket: 'b1' }, after_unknown: { policy: true } })
  const read = (name: string, after: object, mask: object) =>
    resource(`data.aws_iam_policy_document.${name}`, {
      actions: ['read'],
      after,
      after_unknown: { json: true, ...mask },
    })
  const refers = configured({
    type: 'aws_s3_bucket_policy',
    name: 'p',
    expressions: { policy: { references: ['data.aws_iam_policy_document.d.json', 'data.aws_iam_policy_document.d'] } },
  })

  test('a deferred document is judged, an unknown value stays unknown', async () => {
    const document = read('d', { statement: [statement] }, { statement: [{ condition: [{ values: [true] }] }] })
    const { findings } = await check(planText([unknownPolicy, document], refers))
    // The VPC is not known, and still none of Clumio's (docs/semantics.md, D22).
    expect(verdicts(findings)).toEqual(['blocked'])
  })

  test('unknown resources leave the statement undecided', async () => {
    const document = read(
      'd',
      { statement: [{ ...statement, resources: [null, null] }] },
      { statement: [{ resources: [true, true] }] },
    )
    const { findings } = await check(planText([unknownPolicy, document], refers))
    expect(verdicts(findings)).toEqual(['undecided'])
  })

  test('a document that only merges others is followed to them', async () => {
    const outer = read(
      'd',
      { statement: [], source_policy_documents: [null], override_policy_documents: [] },
      { source_policy_documents: [true] },
    )
    const inner = read('inner', { statement: [{ ...statement, condition: [] }] }, {})
    const both = {
      configuration: {
        root_module: {
          resources: [
            ...refers.configuration.root_module.resources,
            {
              mode: 'data',
              type: 'aws_iam_policy_document',
              name: 'd',
              expressions: {
                source_policy_documents: {
                  references: ['data.aws_iam_policy_document.inner.json', 'data.aws_iam_policy_document.inner'],
                },
              },
            },
          ],
        },
      },
    }
    expect(verdicts((await check(planText([unknownPolicy, outer, inner], both))).findings)).toEqual(['blocked'])
  })

  test.each([
    ['StringNotEquals', []],
    ['StringEquals', ['blocked']],
  ] as const)('policy variables are written with an ampersand: %s', async (test, expected) => {
    const condition = [{ test, variable: 'aws:PrincipalAccount', values: ['&{aws:ResourceAccount}'] }]
    const document = read('d', { statement: [{ ...statement, condition }] }, {})
    expect(verdicts((await check(planText([unknownPolicy, document], refers))).findings)).toEqual(expected)
  })

  test('a statement whose Sid is not known may be the one that is overridden', async () => {
    const document = read(
      'd',
      { statement: [{ ...statement, sid: undefined }], override_policy_documents: [policyText(deny('b1'))] },
      { statement: [{ sid: true }] },
    )
    const { findings } = await check(planText([unknownPolicy, document], refers))
    expect(verdicts(findings)).toEqual(['blocked', 'undecided'])
  })

  test('nothing is shown of a document that holds something sensitive', async () => {
    const secret = { ...statement, sid: 'SECRET', condition: [{ ...statement.condition[0], values: ['vpc-SECRET'] }] }
    const document = {
      ...read('d', { statement: [secret] }, {}),
    }
    const marked = {
      ...document,
      change: { ...document.change, after_sensitive: { statement: [{ condition: true }] } },
    }
    const report = await check(planText([unknownPolicy, marked], refers))
    expect(verdicts(report.findings)).toEqual(['blocked'])
    expect(JSON.stringify(report)).not.toContain('SECRET')
  })

  test('a source that is in no plan is reported, never passed', async () => {
    const document = read('d', { statement: [], source_policy_documents: [null] }, { source_policy_documents: [true] })
    const report = await check(planText([unknownPolicy, document], refers))
    expect(report.findings).toMatchObject([
      { rule: 'policy-unknown', level: 'warning', policy: { address: 'aws_s3_bucket_policy.p', bucket: 'b1' } },
    ])
    expect(report.unread).toHaveLength(1)
  })
})

describe("Clumio's role in the plan", () => {
  const role = (change: Change) =>
    resource('module.clumio.aws_iam_role.clumio_iam_role', {
      after: {
        name: ROLE_NAME,
        path: '/clumio/',
        arn: `arn:aws:iam::111122223333:role/clumio/${ROLE_NAME}`,
        permissions_boundary: null,
      },
      actions: ['no-op'],
      ...change,
    })
  const roleOf = (finding: Finding | undefined) =>
    finding && isStatementFinding(finding) ? finding.roles[0] : undefined

  test('is used where nothing is configured, and said', async () => {
    const report = await check(planText([bucketPolicy('b1'), role({})]), { integrations: [] })
    expect(roleOf(report.findings[0])).toEqual({
      arn: `arn:aws:iam::111122223333:role/clumio/${ROLE_NAME}`,
      origin: 'the plan',
    })
    expect(report.notes.join()).toContain('module.clumio.aws_iam_role.clumio_iam_role')
  })

  test('gives way to what is configured', async () => {
    const report = await check(planText([bucketPolicy('b1'), role({})]))
    expect(roleOf(report.findings[0])?.origin).toBe('the inputs')
  })

  test.each<[string, Change, string, string]>([
    [
      'a boundary selects the other remedy',
      {
        after: {
          name: ROLE_NAME,
          path: '/clumio/',
          arn: `arn:aws:iam::111122223333:role/clumio/${ROLE_NAME}`,
          permissions_boundary: 'arn:aws:iam::111122223333:policy/b',
        },
      },
      'principal-arn',
      'permissions boundary',
    ],
    [
      'a role that the plan only creates does too',
      { actions: ['create'] },
      'principal-arn',
      'only creates the Clumio role',
    ],
    ['without either it is NotPrincipal', {}, 'not-principal', 'exempts the Clumio role'],
  ])('%s', async (_name, change, remedy, why) => {
    const { findings } = await check(planText([bucketPolicy('b1'), role(change)]), { integrations: [] })
    expect(findings[0]?.fix?.remedy).toBe(remedy)
    expect(findings[0]?.fix?.note.toLowerCase()).toContain(why.toLowerCase())
  })

  test('a role that the plan deletes is not the one to exempt', async () => {
    const values = { name: ROLE_NAME, path: '/clumio/', arn: `arn:aws:iam::111122223333:role/clumio/${ROLE_NAME}` }
    const address = 'module.clumio.aws_iam_role.clumio_iam_role'
    const prior = {
      address,
      mode: 'managed',
      type: 'aws_iam_role',
      name: 'clumio_iam_role',
      provider_name: AWS,
      values,
    }
    const text = planText([bucketPolicy('b1'), role({ actions: ['delete'], after: null })], {
      prior_state: { values: { root_module: { resources: [prior] } } },
    })
    const { findings } = await check(text, { integrations: [] })
    expect(roleOf(findings[0])?.origin).toBe('no input or configuration names it')
  })

  test('a boundary that the plan creates is one', async () => {
    const policy = { references: ['aws_iam_policy.b.arn', 'aws_iam_policy.b'] }
    const bounded = resource('aws_iam_role.clumio', {
      actions: ['no-op'],
      after: { name: ROLE_NAME, path: '/clumio/', arn: `arn:aws:iam::111122223333:role/clumio/${ROLE_NAME}` },
      after_unknown: { permissions_boundary: true },
    })
    const text = planText(
      [bucketPolicy('b1'), bounded],
      configured({ type: 'aws_iam_role', name: 'clumio', expressions: { permissions_boundary: policy } }),
    )
    const { findings } = await check(text, { integrations: [] })
    expect(findings[0]?.fix?.remedy).toBe('principal-arn')
  })

  test.each<[string, Change, number]>([
    ['a default tag', { after: { bucket: 'b1', tags: null, tags_all: { backup: 'clumio' } } }, 0],
    ['a tag of its own over a default one', { after: { tags: { backup: 'no' }, tags_all: { backup: 'no' } } }, 1],
    ['a value that is not known', { after: { tags: {} }, after_unknown: { tags: { backup: true } } }, 0],
    ['tags that are not known', { after: {}, after_unknown: { tags: true, tags_all: true } }, 0],
    ['other tags', { after: { tags: { team: 'x' }, tags_all: { team: 'x' } } }, 1],
    ['other tags, and those of the provider not known', { after: { tags: { team: 'x' } } }, 0],
    ['another value that the provider does not write', { after: { tags: { backup: 'no' }, tags_all: {} } }, 0],
    [
      'another value beside tags that are not known',
      { after: { tags_all: { backup: 'no' } }, after_unknown: { tags: true } },
      0,
    ],
    ['a bucket of which nothing is known', { after_unknown: true }, 0],
  ])('protect by tags: %s', async (_name, change, outOfScope) => {
    const after = { bucket: 'b1', ...(change.after as object) }
    const bucket = resource('aws_s3_bucket.b', { actions: ['no-op'], ...change, after })
    const protect = { files: [], buckets: [], addresses: [], tags: { backup: 'clumio' } }
    expect((await check(planText([bucketPolicy('b1'), bucket]), { protect })).summary).toMatchObject({ outOfScope })
  })

  test.each<[string, object, number]>([
    [
      'no tag that it may have',
      { keys: { constant_value: ['team'] }, key_prefixes: { constant_value: ['kubernetes.io/'] } },
      1,
    ],
    ['the tag', { keys: { constant_value: ['team', 'backup'] } }, 0],
    ['what begins like the tag', { key_prefixes: { constant_value: ['back'] } }, 0],
    ['what is not known', { keys: { references: ['var.ignored'] } }, 0],
  ])('protect by tags, where the provider leaves alone %s', async (_name, ignored, outOfScope) => {
    const protect = { files: [], buckets: [], addresses: [], tags: { backup: 'clumio' } }
    const provider_config = { aws: { name: 'aws', expressions: { ignore_tags: [ignored] } } }
    const after = { bucket: 'b1', tags: null, tags_all: {} }
    const text = planText([bucketPolicy('b1'), resource('aws_s3_bucket.b', { after })], {
      configuration: { provider_config },
    })
    expect((await check(text, { protect })).summary).toMatchObject({ outOfScope })
  })

  test.each<[string, string | null, readonly string[], Readonly<Record<string, string>>, number]>([
    ['the one of its name', 'b1', ['b1'], { b1: 'no' }, 1],
    ['another one', 'b1', ['b1'], { b2: 'no' }, 0],
    ['two of its name that say so', 'b1', ['b1'], { b1: 'no', 'b1 again': 'no' }, 1],
    ['two of its name, of which one has the tag', 'b1', ['b1'], { b1: 'no', 'b1 again': 'clumio' }, 0],
    ['all that its Resources name', null, ['b1', 'b2'], { b1: 'no', b2: 'no' }, 1],
    ['the first that its Resources name', null, ['b1', 'b2'], { b1: 'no' }, 0],
    ['one that is called as nothing is', null, ['*'], { undefined: 'no', null: 'no' }, 0],
  ])('protect by tags: a policy is of %s', async (_name, own, named, tagged, outOfScope) => {
    const statement = deny('b1', { Resource: named.map((name) => (name === '*' ? '*' : `arn:aws:s3:::${name}/*`)) })
    const policy = bucketPolicy('b1', {
      after: { policy: policyText(statement), ...(own === null ? {} : { bucket: own }) },
      after_unknown: own === null ? { bucket: true } : {},
    })
    const buckets = Object.entries(tagged).map(([name, backup], i) =>
      resource(`aws_s3_bucket.b${i}`, {
        after: { bucket: name.split(' ')[0], tags: { backup }, tags_all: { backup } },
      }),
    )
    const protect = { files: [], buckets: [], addresses: [], tags: { backup: 'clumio' } }
    expect((await check(planText([policy, ...buckets]), { protect })).summary).toMatchObject({ outOfScope })
  })

  test.each<[string, object]>([
    [
      'that is to be deleted',
      { change: { actions: ['delete'], before: { bucket: 'b1' }, after: null, after_unknown: {} } },
    ],
    ['that is only read', { mode: 'data', address: 'data.aws_s3_bucket.b' }],
    ['that is deposed', { deposed: 'abc' }],
  ])('protect by tags: a bucket %s says nothing', async (_name, more) => {
    const tags = { backup: 'no' }
    const bucket = resource('aws_s3_bucket.b', { after: { bucket: 'b1', tags, tags_all: tags } }, more)
    const protect = { files: [], buckets: [], addresses: [], tags: { backup: 'clumio' } }
    expect((await check(planText([bucketPolicy('b1'), bucket]), { protect })).summary).toMatchObject({ outOfScope: 0 })
  })

  test('tags of the bucket serve protect', async () => {
    const bucket = (tags: object) => resource('aws_s3_bucket.b', { actions: ['no-op'], after: { bucket: 'b1', tags } })
    const protect = { files: [], buckets: [], addresses: [], tags: { backup: 'clumio' } }
    expect(
      (await check(planText([bucketPolicy('b1'), bucket({ backup: 'clumio' })]), { protect })).summary,
    ).toMatchObject({ errors: 1, outOfScope: 0 })
    expect((await check(planText([bucketPolicy('b1'), bucket({ backup: 'no' })]), { protect })).summary).toMatchObject({
      errors: 0,
      outOfScope: 1,
    })
    expect((await check(planText([bucketPolicy('b1')]), { protect })).summary).toMatchObject({
      errors: 1,
      outOfScope: 0,
    })
  })
})

describe('a policy that is marked as sensitive', () => {
  test('is judged, and nothing of its text is in the report', async () => {
    const secret = deny('b1', { Sid: 'TopSecret', Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-secret' } } })
    const change = { after: { bucket: 'b1', policy: policyText(secret) }, after_sensitive: { policy: true } }
    const result = await checkFiles({ 'plan.json': planText([bucketPolicy('b1', change)]) }, {}, true)
    expect(verdicts(result.report.findings)).toEqual(['blocked'])
    const everything = JSON.stringify([result.report, result.explanations, [...result.texts]])
    expect(everything).not.toMatch(/TopSecret|vpc-secret/)
  })
})

describe('object ownership in a plan', () => {
  const controls = (after: unknown, change: Change = {}) =>
    resource('aws_s3_bucket_ownership_controls.c', {
      after: { bucket: 'b1', rule: [{ object_ownership: after }] },
      ...change,
    })
  const bucket = (change: Change) => resource('aws_s3_bucket.b', { after: { bucket: 'b1' }, ...change })
  const levels = async (...resources: object[]) => (await check(planText(resources))).findings.map(({ level }) => level)
  const group = [{ type: 'Group', uri: 'http://acs.amazonaws.com/groups/global/AllUsers', permissions: ['READ'] }]

  test.each<[string, readonly object[], readonly string[]]>([
    ['OO01: enforced', [controls('BucketOwnerEnforced')], []],
    ['OO03: the writer owns, nobody else writes', [controls('ObjectWriter')], ['notice']],
    [
      'OO04: preferred beside a log delivery ACL',
      [
        controls('BucketOwnerPreferred'),
        resource('aws_s3_bucket_acl.a', { after: { bucket: 'b1', acl: 'log-delivery-write' } }),
      ],
      ['warning'],
    ],
    ['OO06: a new bucket without controls is enforced', [bucket({})], []],
    ['OO07: an existing bucket without controls is undecided', [bucket({ actions: ['no-op'] })], []],
    [
      'OO08: an existing bucket with grants to a group',
      [bucket({ actions: ['no-op'], after: { bucket: 'b1', grant: group } })],
      ['warning'],
    ],
    [
      'OO09: controls that the plan deletes',
      [bucket({ actions: ['no-op'] }), controls(null, { actions: ['delete'], before: { bucket: 'b1' }, after: null })],
      ['notice'],
    ],
    [
      'OO10: a value known only after apply',
      [controls(null, { after_unknown: { rule: [{ object_ownership: true }] } })],
      [],
    ],
    ['OO11: a computed ACL means nothing', [bucket({ after_unknown: { acl: true, grant: true } })], []],
    [
      'OO12: the default ACL of old providers proves nothing',
      [bucket({ actions: ['no-op'], after: { bucket: 'b1', acl: 'private', grant: [] } })],
      [],
    ],
  ])('%s', async (_name, resources, expected) => {
    expect(await levels(...resources)).toEqual(expected)
  })
})

describe('files that are named as plans', () => {
  const named = (text: string) => run(sourcesIn([asPlan(sourceOf('plan.json', text))]), OPTIONS)

  test.each([
    ['a policy', policyText(deny('b1')), 'not a Terraform plan'],
    ['a binary plan', 'PK\u0003\u0004 tfplan', 'binary plan'],
    ['an event stream', '{"@level":"info","@message":"x","@module":"terraform.ui"}\n', 'event stream'],
    ['nothing', '', 'not a Terraform plan'],
    ['text for people', 'OpenTofu will perform the following actions:\n', 'terraform show -json'],
    ['a state as text', '# aws_s3_bucket.a:\nresource "aws_s3_bucket" "a" {\n}\n', 'terraform show -json'],
    ['a plan that is cut off', planText([bucketPolicy('b1')]).slice(0, -40), 'terraform show -json'],
  ])('%s must never pass', async (_name, text, why) => {
    const { report, mistakes } = await named(text)
    expect(mistakes).toEqual([{ path: 'plan.json', reason: expect.stringContaining(why) }])
    expect(report.conclusion).toBe('failure')
    expect(report.unread.map(({ path }) => path)).toContain('plan.json')
  })

  test('a state is judged, and is no plan', async () => {
    const policy = policyText(deny('b1'))
    const resource = { address: 'aws_s3_bucket_policy.p', mode: 'managed', type: 'aws_s3_bucket_policy', name: 'p' }
    const resources = [{ ...resource, values: { bucket: 'b1', policy }, sensitive_values: {} }]
    const state = { format_version: '1.0', terraform_version: '1.9.0', values: { root_module: { resources } } }
    const { report, mistakes } = await named(JSON.stringify(state))
    expect(mistakes).toEqual([{ path: 'plan.json', reason: expect.stringContaining('is a state') }])
    expect(report.findings.map(({ rule }) => rule)).toEqual(['deny-blocks-clumio'])
    expect(report.conclusion).toBe('failure')
  })

  test('what was whole before the end is missing is judged, and the rest is told', async () => {
    const whole = planText([bucketPolicy('b1')])
    const { report, mistakes } = await named(`${whole}\n${whole.slice(0, -40)}`)
    expect(report.findings.map(({ rule }) => rule)).toEqual(['deny-blocks-clumio', 'policy-unreadable'])
    expect(mistakes).toMatchObject([{ path: 'plan.json' }])
  })

  test('lines that a wrapper prints around a plan are no mistake', async () => {
    const text = `[command]/bin/terraform show -json plan\n${planText([bucketPolicy('b1')])}\n::debug::exit 0\n`
    const { report, mistakes } = await named(text)
    expect(mistakes).toEqual([])
    expect(report.summary.errors).toBe(1)
  })

  test('text that cannot be parsed is a finding even then', async () => {
    const { report } = await named(planText([bucketPolicy('b1')]).slice(0, -40))
    expect(report.findings).toMatchObject([{ rule: 'policy-unreadable' }])
  })
})

describe('files that are no plan in JSON', () => {
  test.each([
    ['a binary plan', 'PK\u0003\u0004 tfplan', 'binary plan'],
    ['an event stream', '{"@level":"info","@message":"x","@module":"terraform.ui"}\n', 'event stream'],
    ['broken JSON', planText([bucketPolicy('b1')]).slice(0, -40), 'not valid JSON'],
  ])('%s is unreadable, with the command that helps', async (_name, text, why) => {
    const { findings } = await check(text)
    expect(findings).toMatchObject([{ rule: 'policy-unreadable' }])
    expect(findings[0]?.message).toContain(why)
  })
})

describe('a root module without a plan', () => {
  const main = 'resource "aws_s3_bucket_policy" "p" {\n  bucket = "b1"\n  policy = var.none\n}\n'
  const root = 'module "m" {\n  source = "./modules/m"\n}\n'
  const unknown = async (files: Readonly<Record<string, string>>, options: Partial<CheckOptions> = {}) =>
    (await checkTree(files, options)).report.findings.map(
      ({ rule, level, location }) => `${rule} ${level} ${location.path}:${location.startLine}`,
    )

  test('must not look checked', async () => {
    expect(await unknown({ 'infra/main.tf': `\n${main}` })).toEqual(['policy-unknown warning infra/main.tf:4'])
  })

  test('counts its modules, and a module alone is no root', async () => {
    expect(await unknown({ 'main.tf': root, 'modules/m/main.tf': main })).toEqual([
      'policy-unknown warning modules/m/main.tf:3',
    ])
  })

  const body = { bucket: 'b1', policy: '${var.none}' }
  const laidOut = (value: unknown) => JSON.stringify(value, null, 1)

  test.each<[string, unknown]>([
    ['in objects', { resource: { aws_s3_bucket_policy: { p: body } } }],
    ['in lists', { resource: [{ aws_s3_bucket: { b: {} } }, { aws_s3_bucket_policy: [{ p: [body] }] }] }],
  ])('is told of JSON configuration too: %s', async (_name, value) => {
    const text = laidOut(value)
    const line = text.split('\n').findIndex((one) => one.includes('"policy"')) + 1
    expect(await unknown({ 'infra/main.tf.json': text })).toEqual([`policy-unknown warning infra/main.tf.json:${line}`])
  })

  test('counts the modules that JSON configuration calls, and is silent with their plan', async () => {
    const calls = laidOut({ module: { m: { source: './modules/m' } } })
    const files = {
      'main.tf.json': calls,
      'modules/m/main.tf.json': laidOut({ resource: { aws_s3_bucket_policy: { p: body } } }),
    }
    expect(await unknown(files)).toEqual(['policy-unknown warning modules/m/main.tf.json:6'])
    const harmless = policyText({ ...deny('b1'), Effect: 'Allow' })
    const planned = resource('module.m.aws_s3_bucket_policy.p', { after: { bucket: 'b1', policy: harmless } })
    expect(await unknown({ ...files, 'plan.json': planText([planned]) })).toEqual([])
  })

  test('is silent with JSON that declares none, and judges a policy whatever its file is called', async () => {
    expect(
      await unknown({ 'main.tf.json': laidOut({ resource: { aws_s3_bucket: { b: {} } } }), 'b.tf.json': '{' }),
    ).toEqual([])
    const statement = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::b1/*' }
    const policy = JSON.stringify({ Statement: [statement] })
    expect(await unknown({ 'odd.tf.json': policy })).toEqual(['deny-blocks-clumio error odd.tf.json:1'])
  })

  test('is silent without bucket policies', async () => {
    expect(await unknown({ 'main.tf': 'resource "aws_s3_bucket" "b" {}\n' })).toEqual([])
  })

  test.each<[string, string, Partial<CheckOptions>]>([
    ['in its folder', 'infra/plan.json', {}],
    ['named for it', 'elsewhere/plan.json', { terraformDirectory: 'infra' }],
    ['that holds what it declares', 'elsewhere/plan.json', {}],
  ])('is silent with a plan %s', async (_name, path, options) => {
    const plan = planText(
      [],
      configured({ address: 'aws_s3_bucket_policy.p', type: 'aws_s3_bucket_policy', name: 'p', expressions: {} }),
    )
    expect(await unknown({ 'infra/main.tf': main, [path]: plan }, options)).toEqual([])
  })
})

test('the real plan of the styles fixture: every policy is judged', async () => {
  const plan = readFileSync(new URL('../fixtures/terraform/styles/plan.json', import.meta.url), 'utf8')
  const { report } = await checkFiles({ 'plan.json': plan }, { integrations: [], account: '123456789012' })
  const blocked = report.findings.filter(isStatementFinding).filter(({ verdict }) => verdict === 'blocked')
  const sids = new Set(blocked.map(({ statement }) => statement.sid))
  expect([...sids].sort()).toEqual(
    [
      'BaseDeny',
      'CallerDeny',
      'FileDeny',
      'HeredocDeny',
      'Inline',
      'JsonDeny',
      'OneLine',
      'Overridden',
      'TmplDeny',
      'Dynone',
      'Dyntwo',
      null,
    ].sort(),
  )
  expect(report.findings.filter(({ rule }) => rule === 'policy-unknown').map(({ policy }) => policy?.address)).toEqual([
    'aws_s3_bucket_policy.unknown',
  ])
})
