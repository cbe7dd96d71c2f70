import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { check } from '../../src/check/index.js'
import { REPORT_FORMATS } from '../../src/report/formats/index.js'
import { literals } from '../../src/sources/literals.js'
import { Secrets } from '../../src/terraform/plan/index.js'
import { checkTree, OPTIONS } from '../support/check.js'

const SECRET = 'TOPSECRET'
/** One that stands for itself wherever it is a word. */
const WORD = 'Kx9pLw3mZ77'
const AWS = 'registry.terraform.io/hashicorp/aws'

const statement = {
  Sid: `${SECRET}Sid`,
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: ['arn:aws:s3:::acme-prod', 'arn:aws:s3:::acme-prod/*'],
  Condition: {
    StringNotEquals: { 'aws:SourceVpc': `vpc-${SECRET}` },
    ArnNotEquals: { 'aws:PrincipalArn': `arn:aws:iam::111122223333:role/${SECRET}` },
  },
}
const policyText = (one: object = statement) => JSON.stringify({ Version: '2012-10-17', Statement: [one] })

const about = {
  address: 'aws_s3_bucket_policy.b',
  mode: 'managed',
  type: 'aws_s3_bucket_policy',
  name: 'b',
  provider_name: AWS,
}

function change(after: object, more: object = {}, whole: object = about) {
  return { ...whole, change: { actions: ['create'], before: null, after, after_unknown: {}, ...more } }
}

const planOf = (changes: readonly object[], members: object = {}) => ({
  format_version: '1.2',
  resource_changes: changes,
  ...members,
})

const stateOf = (resources: readonly object[], outputs: object = {}) => ({
  format_version: '1.0',
  values: { outputs, root_module: { resources } },
})

const planned = change({ bucket: 'acme-prod', policy: policyText() })
const inState = (sensitive: unknown) => ({
  ...about,
  values: { bucket: 'acme-prod', policy: policyText() },
  sensitive_values: sensitive,
})

const VPC = `vpc-${SECRET}`
const JSON_TEXT = JSON.stringify({ user: 'somebody', vpc: [VPC] })
const RANDOM = { address: 'random_password.r', mode: 'managed', type: 'random_password', name: 'r' }

/** A resource of a type that is looked at for nothing else, with a value that is marked. */
function password(values: object = {}, when = 'after', mark: unknown = { result: true }) {
  const members = { actions: ['no-op'], [when]: { result: VPC, ...values }, [`${when}_sensitive`]: mark }
  return { ...RANDOM, change: { before: null, after: null, ...members } }
}

const passwordInState = { ...RANDOM, values: { result: VPC }, sensitive_values: { result: true } }
const valuesOf = (one: { readonly change: { readonly after: object } }) => ({ ...about, values: one.change.after })

/** Resources with nothing marked, in the forms that Terraform writes. */
const OTHERS = [{}, false, { tags: {}, list: [{}, {}] }, []].map((mark, i) => ({
  ...{ address: `other.o${i}`, mode: 'managed', type: 'other', name: `o${i}` },
  change: { actions: ['no-op'], before: { a: VPC }, after: { a: VPC }, before_sensitive: mark, after_sensitive: mark },
}))

/** Everything that leaves the process, in every format. */
async function everything(
  files: Readonly<Record<string, unknown>>,
): Promise<{ text: string; rules: readonly string[] }> {
  const texts = Object.fromEntries(
    Object.entries(files).map(([path, value]) => [path, typeof value === 'string' ? value : JSON.stringify(value)]),
  )
  const result = await check(literals(texts), { ...OPTIONS, explain: true })
  const context = { color: false, explain: true, rulePages: null, failOn: 'error' } as const
  const parts = [JSON.stringify([result.report, result.explanations])]
  for (const format of REPORT_FORMATS) {
    const render = await format.load()
    parts.push(render(result, context))
  }
  return { text: parts.join('\n'), rules: result.report.findings.map(({ rule }) => rule) }
}

const variable = (sensitive: unknown) => ({
  variables: { vpc: { value: `vpc-${SECRET}` } },
  configuration: { root_module: { variables: { vpc: { sensitive } } } },
})

describe('a policy is judged and nothing of it is shown', () => {
  const doc = {
    address: 'data.aws_iam_policy_document.d',
    mode: 'data',
    type: 'aws_iam_policy_document',
    name: 'd',
    provider_name: AWS,
  }
  const blocks = [
    {
      sid: statement.Sid,
      condition: [{ test: 'StringNotEquals', values: [`vpc-${SECRET}`], variable: 'aws:SourceVpc' }],
    },
  ]
  const marked = [{ sid: true, condition: [{ values: [true] }] }]
  const secretInConditionOnly = {
    ...statement,
    Sid: 'S',
    Condition: { StringNotEquals: { 'aws:SourceVpc': `vpc-${SECRET}` } },
  }
  const madeOf = change({ bucket: 'acme-prod', policy: policyText(secretInConditionOnly) })

  test.each<[string, object | string]>([
    ['marked in a change', planOf([change(planned.change.after, { after_sensitive: { policy: true } })])],
    ['all of a change', planOf([change(planned.change.after, { after_sensitive: true })])],
    ['a mark that is a text', planOf([change(planned.change.after, { after_sensitive: { policy: 'yes' } })])],
    ['a mark that is null', planOf([change(planned.change.after, { after_sensitive: { policy: null } })])],
    [
      'a mark of parts that a text does not have',
      planOf([change(planned.change.after, { after_sensitive: { policy: {} } })]),
    ],
    ['marks that are a list', planOf([change(planned.change.after, { after_sensitive: ['policy'] })])],
    ['marks that are null', planOf([change(planned.change.after, { after_sensitive: null })])],
    ['marked in a state', stateOf([inState({ policy: true })])],
    ['all of a resource of a state', stateOf([inState(true)])],
    ['marks of a state that cannot be read', stateOf([inState('no')])],
    [
      'marked in the state of a plan that only refreshes',
      { format_version: '1.2', planned_values: {}, prior_state: stateOf([inState({ policy: true })]) },
    ],
    ['made of a sensitive variable', planOf([madeOf], variable(true))],
    ['made of a variable whose mark cannot be read', planOf([madeOf], variable('true'))],
    [
      'made of a variable that no configuration declares',
      planOf([madeOf], { variables: { vpc: { value: `vpc-${SECRET}` } } }),
    ],
    [
      'made of what drifted and is marked',
      planOf([madeOf], {
        resource_drift: [
          change(
            { name: `vpc-${SECRET}` },
            { after_sensitive: { name: true } },
            { ...about, type: 'aws_s3_bucket', address: 'aws_s3_bucket.x' },
          ),
        ],
      }),
    ],
    [
      'made of a value that is marked before',
      planOf([
        change(madeOf.change.after, { before: { policy: `vpc-${SECRET}` }, before_sensitive: { policy: true } }),
      ]),
    ],
    [
      'made of a sensitive output',
      planOf([madeOf], { output_changes: { o: { after: `vpc-${SECRET}`, after_sensitive: true } } }),
    ],
    [
      'made of a sensitive planned output',
      planOf([madeOf], { planned_values: { outputs: { o: { sensitive: true, value: [`vpc-${SECRET}`] } } } }),
    ],
    [
      'beside a sensitive output of a state',
      stateOf([{ ...about, values: madeOf.change.after }], { o: { sensitive: true, value: `vpc-${SECRET}` } }),
    ],
    [
      'made of a document that is marked in the prior state',
      planOf([change({ bucket: 'acme-prod', policy: policyText({ ...secretInConditionOnly, Sid: statement.Sid }) })], {
        prior_state: stateOf([{ ...doc, values: { statement: blocks }, sensitive_values: { statement: marked } }]),
      }),
    ],
    [
      'given to a module as a sensitive argument',
      planOf([madeOf], {
        configuration: {
          root_module: {
            module_calls: {
              m: {
                source: './m',
                expressions: { vpc: { constant_value: `vpc-${SECRET}` } },
                module: { variables: { vpc: { sensitive: true } } },
              },
            },
          },
        },
      }),
    ],
    ['made of what another resource marks', planOf([password(), madeOf])],
    [
      'made of what another resource marks deep in lists',
      planOf([
        password({ result: 'x', list: [{}, { a: VPC }] }, 'after', { tags: {}, list: [{}, { a: true }] }),
        madeOf,
      ]),
    ],
    ['made of what another resource has marked before', planOf([password({}, 'before'), madeOf])],
    ['made of a part of what another resource marks in JSON', planOf([password({ result: JSON_TEXT }), madeOf])],
    ['made of what another resource marks as a whole', planOf([password({}, 'after', true), madeOf])],
    ['made of what another resource marks in a form that cannot be read', planOf([password({}, 'after', 'x'), madeOf])],
    ['made of what another resource marks among others', planOf([madeOf, ...OTHERS, password(), ...OTHERS])],
    ['made of what another resource marks, in a laid out plan', JSON.stringify(planOf([password(), madeOf]), null, 2)],
    [
      'made of what another resource marks, with names in order',
      JSON.stringify(planOf([password(), madeOf]), [
        ...['action', 'after', 'after_sensitive', 'after_unknown', 'address', 'bucket', 'change', 'format_version'],
        ...['mode', 'name', 'policy', 'resource_changes', 'result', 'type'],
      ]),
    ],
    ['made of what a drifted resource marks', planOf([madeOf], { resource_drift: [password()] })],
    [
      'made of what a deferred resource marks',
      planOf([madeOf], { deferred_changes: [{ resource_change: password() }] }),
    ],
    [
      'made of what the configuration of an action marks',
      planOf([madeOf], { action_invocations: [{ config_values: { key: VPC }, config_sensitive: { key: true } }] }),
    ],
    ['made of what the prior state marks', planOf([madeOf], { prior_state: stateOf([passwordInState]) })],
    [
      'made of what planned values mark',
      { format_version: '1.2', planned_values: { root_module: { resources: [passwordInState, valuesOf(madeOf)] } } },
    ],
    ['made of what a state marks', stateOf([passwordInState, valuesOf(madeOf)])],
    [
      'made of what a stored state marks',
      {
        ...{ version: 4, terraform_version: '1.9.0', serial: 1, lineage: 'x', outputs: {} },
        resources: [
          {
            ...{ mode: 'managed', type: 'random_password', name: 'r' },
            instances: [
              { attributes: { result: VPC }, sensitive_attributes: [[{ type: 'get_attr', value: 'result' }]] },
            ],
          },
          { mode: 'managed', type: about.type, name: 'b', instances: [{ attributes: madeOf.change.after }] },
        ],
      },
    ],
    [
      'the same as its own text before, which is marked',
      planOf([change(madeOf.change.after, { before: madeOf.change.after, before_sensitive: { policy: true } })]),
    ],
  ])('%s', async (_name, plan) => {
    const { text, rules } = await everything({ 'plan.json': plan })
    expect(rules).toContain('deny-blocks-clumio')
    expect(text).not.toContain(SECRET)
  })

  test.each<[string, (text: string) => string]>([
    ['in capitals', (text) => text.toUpperCase()],
    ['backwards', (text) => [...text].reverse().join('')],
    ['in base64', (text) => Buffer.from(text).toString('base64')],
    ['joined with others', (text) => `a-${text}-b`],
  ])('made of a marked value %s', async (_name, make) => {
    const secret = 'kept-from-everybody'
    const one = { ...secretInConditionOnly, Condition: { StringNotEquals: { 'aws:SourceVpc': make(secret) } } }
    const plan = planOf([password({ result: secret }), change({ bucket: 'acme-prod', policy: policyText(one) })])
    const { text, rules } = await everything({ 'plan.json': plan })
    expect(rules).toContain('deny-blocks-clumio')
    expect(text).not.toContain(make(secret))
  })

  test('beside a resource that is too large to be looked at', async () => {
    const large = change({ text: 'x'.repeat(33 * 1024 * 1024) }, {}, { ...about, type: 'other', address: 'other.o' })
    const { text, rules } = await everything({ 'plan.json': planOf([large, madeOf]) })
    expect(rules).toContain('deny-blocks-clumio')
    expect(text).not.toContain(SECRET)
  })

  test('the name of its bucket as well, where the bucket is what is marked', async () => {
    const bucket = `acme-${SECRET}`.toLowerCase()
    const one = {
      ...statement,
      Sid: 'S',
      Condition: {},
      Resource: [`arn:aws:s3:::${bucket}`, `arn:aws:s3:::${bucket}/*`],
    }
    const resource = { ...about, address: 'aws_s3_bucket.b', type: 'aws_s3_bucket' }
    const plan = planOf([
      change({ bucket, policy: policyText(one) }),
      change({ bucket }, { after_sensitive: { bucket: true } }, resource),
    ])
    const { text, rules } = await everything({ 'plan.json': plan })
    expect(rules).toContain('deny-blocks-clumio')
    expect(text).not.toContain(bucket)
  })

  test.each<[string, string]>([
    [
      'a variable that the sources declare as sensitive',
      'variable "vpc" {\n  default   = "vpc-TOPSECRET"\n  sensitive = true\n}\nlocals {\n  vpc = var.vpc\n}\n',
    ],
    ['a value that the sources wrap in sensitive()', 'locals {\n  vpc = sensitive("vpc-TOPSECRET")\n}\n'],
  ])('made of %s, in a policy that is known only after apply', async (_name, head) => {
    const hcl = `${head}resource "aws_s3_bucket_policy" "b" {
  bucket = "acme-prod"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:*"
      Resource  = ["arn:aws:s3:::acme-prod", "arn:aws:s3:::acme-prod/*"]
      Condition = { StringNotEquals = { "aws:SourceVpc" = local.vpc } }
    }]
  })
}
`
    const plan = planOf([change({ bucket: 'acme-prod' }, { after_unknown: { policy: true } })])
    const { text, rules } = await everything({ 'plan.json': plan, 'main.tf': hcl })
    expect(rules).toContain('deny-blocks-clumio')
    expect(text).not.toContain(SECRET)
  })

  describe('made of a marked value by any function or choice of the sources', () => {
    const VALUE = 'ab_cd-ef'
    const head = `variable "s" {\n  sensitive = true\n  default   = "${VALUE}"\n}\nlocals {\n  cut = split("-", var.s)[1]\n}\n`
    const hcl = (sid: string) => `${head}resource "aws_s3_bucket_policy" "b" {
  bucket = "acme-prod"
  policy = jsonencode({
    Statement = [{ Sid = ${sid}, Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::acme-prod/*" }]
  })
}
`
    test.each<[string, string]>([
      ['replaced', 'replace(var.s, "_", "X")'],
      ['cut', 'substr(var.s, 0, 3)'],
      ['cut elsewhere, and read before', '"${local.cut}${local.cut}"'],
      ['measured', '"L${length(var.s)}"'],
      ['hashed', 'md5(var.s)'],
      ['asked about', 'var.s == "x" ? "YES" : "NO"'],
      ['taken to pieces', 'join("Z", [for c in split("", var.s) : c])'],
      ['called public, which nobody else knows', 'nonsensitive(var.s)'],
    ])('%s', async (_name, sid) => {
      const { report } = await checkTree({ 'main.tf': hcl(sid) })
      expect(report.findings).toMatchObject([{ rule: 'deny-blocks-clumio', statement: { sid: null } }])
    })

    test('and what none took part in is shown', async () => {
      const { report } = await checkTree({ 'main.tf': hcl('"PUBLIC"') })
      expect(report.findings).toMatchObject([{ statement: { sid: 'PUBLIC' } }])
    })
  })

  describe('which are made for a sensitive key of for_each, which Terraform refuses', () => {
    const head = `variable "s" {\n  sensitive = true\n  default   = ${JSON.stringify(SECRET)}\n}\n`
    const mapped = 'variable "m" {\n  sensitive = true\n  default   = { s3cretWord1 = "" }\n}\n'
    const body = `bucket = "acme-prod"
  policy = jsonencode({
    Statement = [{ Sid = "S", Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::acme-prod/*" }]
  })
}
`
    const each = (keys: string) => `resource "aws_s3_bucket_policy" "b" {\n  for_each = ${keys}\n  ${body}`
    const called = (keys: string) => ({
      'main.tf': `${head}module "m" {\n  source   = "./m"\n  for_each = ${keys}\n  name     = each.key\n}\n`,
      'm/main.tf': `variable "name" {}\nresource "aws_s3_bucket_policy" "b" {\n  ${body}`,
    })
    test.each<[string, Record<string, string>]>([
      ['of a resource', { 'main.tf': `${head}${each('toset([var.s])')}` }],
      ['of a resource, in other letters', { 'main.tf': `${head}${each('toset([lower(var.s)])')}` }],
      ['of a resource, as a part', { 'main.tf': `${head}${each('{ for k in [var.s] : "k-${k}-x" => k }')}` }],
      ['of a resource, as a key of a map', { 'main.tf': `${mapped}${each('var.m')}` }],
      ['of a resource, beside others', { 'main.tf': `${head}${each('toset(["a", var.s])')}` }],
      ['of a module', called('toset([var.s])')],
      ['of a module, as a part', called('{ for k in [var.s] : "k-${k}" => k }')],
      [
        'of a module that is not at hand',
        {
          'main.tf': `${head}module "m" {\n  source   = "example.com/a/b/aws"\n  for_each = toset([var.s])\n  ${body}`,
        },
      ],
    ])('%s', async (_name, files) => {
      const { text, rules } = await everything(files)
      expect(rules).not.toEqual([])
      expect(text.toLowerCase()).not.toContain(SECRET.toLowerCase())
      expect(text).not.toContain('s3cretWord1')
    })

    test('and so is the source of a module that holds a sensitive value', async () => {
      const source = '"git::https://${var.s}@example.com/m.git"'
      const { text, rules } = await everything({ 'main.tf': `${head}module "m" {\n  source = ${source}\n  ${body}` })
      expect(rules).not.toEqual([])
      expect(text).not.toContain(SECRET)
    })

    test.each<[string, string]>([
      ['of which only the value is marked', '{ shown = var.s }'],
      ['of which nothing is marked', 'toset(["shown"])'],
      ['from which the mark is taken, as Terraform asks for', 'nonsensitive(toset([sensitive("shown")]))'],
    ])('but a key %s is', async (_name, keys) => {
      const { report } = await checkTree({ 'main.tf': `${head}${each(keys)}` })
      expect(report.findings).toMatchObject([{ policy: { address: 'aws_s3_bucket_policy.b["shown"]' } }])
    })
  })

  describe('nor is the name of a bucket in which a sensitive value of the sources takes part', () => {
    const head = 'variable "s" {\n  sensitive = true\n  default   = "ab-hidden-cd"\n}\n'
    const policy = 'jsonencode({ Statement = [{ Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "*" }] })'
    const bucket = 'aws_s3_bucket.b.bucket'
    const declared = 'resource "aws_s3_bucket" "b" {\n  bucket = split("-", var.s)[1]\n}\n'
    const one = (type: string, body: string) =>
      `${head}${declared}resource "${type}" "o" {\n  bucket = ${bucket}\n  ${body}\n}\n`
    test.each<[string, string, string]>([
      ['of a policy', one('aws_s3_bucket_policy', `policy = ${policy}`), 'deny-blocks-clumio'],
      ['of a policy that is not known', one('aws_s3_bucket_policy', 'policy = var.unknown'), 'policy-unknown'],
      [
        'of its Object Ownership',
        one('aws_s3_bucket_ownership_controls', 'rule {\n    object_ownership = "ObjectWriter"\n  }'),
        'object-ownership',
      ],
      ['of its ACL', one('aws_s3_bucket_acl', 'acl = "public-read"'), 'object-ownership'],
      [
        'of a module that is not at hand',
        `${head}module "m" {\n  source = "example.com/a/s3-bucket/aws"\n  bucket = split("-", var.s)[1]\n  policy = var.unknown\n}\n`,
        'policy-unknown',
      ],
    ])('%s', async (_name, hcl, rule) => {
      const { text, rules } = await everything({ 'main.tf': hcl })
      expect(rules).toEqual([rule])
      expect(text).not.toContain('hidden')
    })

    test('nor a sensitive Object Ownership itself', async () => {
      const written = 'rule {\n    object_ownership = "Hidden${var.s}"\n  }'
      const { text, rules } = await everything({
        'main.tf': one('aws_s3_bucket_ownership_controls', written).replace(declared, '').replace(bucket, '"acme"'),
      })
      expect(rules).toEqual(['object-ownership'])
      expect(text).not.toContain('-hidden-')
    })
  })

  test('for any marks that hide the policy', async () => {
    const mark: fc.Arbitrary<unknown> = fc.oneof(
      fc.constantFrom(true, null, 'x', 0, 1, [], {}, [true], { a: true }),
      fc.jsonValue().filter((value) => value !== false),
    )
    const marks = fc.oneof(
      fc.jsonValue().filter((value) => value !== false && (typeof value !== 'object' || Array.isArray(value))),
      mark.map((policy) => ({ policy })),
      mark.map((bucket) => ({ bucket, policy: false })),
    )
    await fc.assert(
      fc.asyncProperty(marks, fc.boolean(), async (sensitive, isState) => {
        const document = isState
          ? stateOf([inState(sensitive)])
          : planOf([change(planned.change.after, { after_sensitive: sensitive })])
        const { text, rules } = await everything({ 'plan.json': document })
        expect(rules).toContain('deny-blocks-clumio')
        expect(text).not.toContain(SECRET)
      }),
      { numRuns: Number(process.env.FC_RUNS ?? 40) },
    )
  })
})

describe('what is public is shown', () => {
  test.each<[string, object]>([
    ['without marks', planOf([planned])],
    [
      'with no mark set',
      planOf([change(planned.change.after, { before_sensitive: false, after_sensitive: { tags: {} } })]),
    ],
    ['beside resources without marks', planOf([...OTHERS, planned])],
    ['in a state without marks', stateOf([inState({})])],
    ['made of a variable that is declared as public', planOf([planned], variable(false))],
  ])('%s', async (_name, plan) => {
    expect((await everything({ 'plan.json': plan })).text).toContain(`vpc-${SECRET}`)
  })
})

describe('values that are secret', () => {
  const secrets = new Secrets()
  secrets.add({ a: 'hidden-name', b: ['x7'], c: 'Deny', d: 's3:GetObject', e: { f: 42 } }, true)
  secrets.add([' trimmed-name\n', ' Deny\n', 'with (space)/é', 12345678, 0.5625], true)
  secrets.add({ pair: { user0Key1: 'a' }, cut: 'left-zq77xyzw0-right' }, { pair: true, cut: true })

  test.each<[string, unknown, boolean]>([
    ['are found as a whole', 'hidden-name', true],
    ['are found as a part', 'arn:aws:s3:::hidden-name/*', true],
    ['are found deep in a value', { a: [{ b: 'hidden-name' }] }, true],
    ['are found in other letters', 'arn:aws:s3:::HIDDEN-Name/*', true],
    ['are found backwards', 'x eman-neddih', true],
    ['are found in base64', 'aGlkZGVuLW5hbWU=', true],
    ['are found in base64 of more, wherever they begin', Buffer.from('u:hidden-name!').toString('base64'), true],
    ['are found in base64 of more, a byte further', Buffer.from('us:hidden-name!').toString('base64'), true],
    ['are found in base64 of UTF-16', Buffer.from('u:hidden-name!', 'utf16le').toString('base64'), true],
    [
      'are found in base64 of UTF-16, a byte further',
      Buffer.from('us:hidden-name', 'utf16le').toString('base64'),
      true,
    ],
    [
      'are found in base64 of UTF-16, bytes swapped',
      Buffer.from('x-hidden-name', 'utf16le').swap16().toString('base64'),
      true,
    ],
    ['are found in an address', 'https://u:with+%28space%29%2F%C3%A9@x', true],
    ['are found without the white space around them', 'x-trimmed-name-y', true],
    ['are found in base64 without the white space around them', Buffer.from('trimmed-name').toString('base64'), true],
    ['are found as numbers in a text', 'id-12345678', true],
    ['are found as fractions', 'x0.5625', true],
    ['are found as a word of one that nobody writes', 'a zq77xyzw0', true],
    ['are found as a key of a map that is marked', 'user0Key1', true],
    ['are no words of one that people write', 'left right', false],
    ['are found in the name of a member', { 'hidden-name': 1 }, true],
    ['are found as a whole only where they are short', 'a x7 b', false],
    ['are found where they are short', ['x7'], true],
    ['are found as numbers', { a: 42 }, true],
    ['are no words that every policy holds', { Effect: 'Deny', Action: 's3:GetObject' }, false],
  ])('%s', (_name, value, found) => {
    expect(secrets.isIn(value)).toBe(found)
  })

  describe('are found as parts of others in every spelling that they have as a whole', () => {
    const part = 'Kx9pLw3~~~???'
    const encoded = (before: string) => Buffer.from(before + part).toString('base64')
    const spellings: readonly (readonly [string, string])[] = [
      ['as it is', part],
      ['backwards', [...part].reverse().join('')],
      ...['', 'u', 'us', 'u:'].map((before) => [`in base64 behind "${before}"`, encoded(before)] as const),
      ...['', 'u', 'us'].map(
        (before) =>
          [
            `in base64 of addresses behind "${before}"`,
            encoded(before).replaceAll('+', '-').replaceAll('/', '_'),
          ] as const,
      ),
      ['in base64 of UTF-16', Buffer.from(part, 'utf16le').toString('base64')],
      ['in an address', encodeURIComponent(part)],
    ]
    const holders: readonly (readonly [string, unknown])[] = [
      ['a value', part],
      ['JSON', JSON.stringify({ password: part })],
      ['a list in JSON', JSON.stringify([part])],
      ['JSON in JSON', JSON.stringify({ a: JSON.stringify({ password: part }) })],
      ['an object', { password: part }],
    ]
    test.each(
      holders.flatMap(([holder, value]) => spellings.map(([how, text]) => [`${holder}: ${how}`, value, text] as const)),
    )('%s', (_name, value, text) => {
      const marked = new Secrets()
      marked.add([value], true)
      expect(marked.isIn(`x-${text}`)).toBe(true)
    })

    test.each([
      ['as the word of another value', [`${WORD} and more`, WORD]],
      ['as the part of JSON that is a word', [JSON.stringify({ password: WORD })]],
      ['in other letters', [WORD.toLowerCase(), WORD]],
    ])('also one that is known %s already', (_name, values) => {
      const marked = new Secrets()
      marked.add(values, true)
      expect(marked.isIn([...WORD].reverse().join(''))).toBe(true)
      expect(marked.isIn(Buffer.from(`admin:${WORD}`).toString('base64'))).toBe(true)
    })

    test('and of a policy and of something else, in each of both', () => {
      const [own, others] = [new Secrets(), new Secrets()]
      own.add([JSON.stringify({ Statement: [{ Sid: WORD }] }), JSON.stringify({ password: WORD })], true)
      others.include(own)
      expect(others.isIn(Buffer.from(WORD).toString('base64'))).toBe(true)
    })
  })

  describe('are found where JSON escapes them', () => {
    const value = 'q"uo\\te<&>\nline-\u00c9-\u{1f600}'
    const quoted = new Secrets()
    quoted.add([value], true)
    const html = (text: string) => text.replace(/[<>&]/g, (char) => `\\u00${char.charCodeAt(0).toString(16)}`)
    const ascii = (text: string) =>
      text.replace(/[^ -~]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`)
    const once = JSON.stringify({ k: value })
    test.each<[string, string]>([
      ['as it is', value],
      ['once', once],
      ['as Terraform does', html(once)],
      ['in ASCII alone', ascii(html(once))],
      ['in the JSON of other JSON', JSON.stringify({ a: html(once) })],
    ])('%s', (_name, text) => {
      expect(quoted.isIn({ 'aws:UserAgent': text })).toBe(true)
      expect(quoted.isIn({ 'aws:UserAgent': text.replaceAll('q', 'x') })).toBe(false)
    })
  })

  test('are found among any number of others that begin alike', () => {
    const many = new Secrets()
    many.add(
      Array.from({ length: 5_000 }, (_, i) => `arn:aws:iam::${i}`),
      true,
    )
    expect(many.isIn('the arn:aws:iam::4999:role')).toBe(true)
    expect(many.isIn('arn:aws:iam::x')).toBe(false)
    expect(many.isIn('arn:aws:s3:::b')).toBe(false)
  })

  test.each([
    ['has more digits than a number keeps', '12345678901234567891'],
    ['is large', '1e21'],
    ['is written out small', '0.00000012345'],
    ['has more digits behind the point than a number keeps', '0.12345678901234567'],
  ])('are everything where a number %s: nobody knows how it is spelled', (_name, written) => {
    const numbers = new Secrets()
    numbers.add(JSON.parse(`{"pin": ${written}}`), { pin: true })
    expect(numbers.isIn('whatever')).toBe(true)
  })

  test('are everything where one of them is not known, or they are too many', () => {
    const closed = new Secrets()
    closed.close()
    const large = new Secrets()
    large.add(['x'.repeat(17 * 1024 * 1024)], true)
    const deep = new Secrets()
    deep.add(JSON.parse(`${'['.repeat(2_000)}1${']'.repeat(2_000)}`), true)
    for (const one of [closed, large, deep]) {
      expect(one.isIn('whatever')).toBe(true)
      expect(one.isIn(null)).toBe(false)
    }
  })

  test('are found wherever a text holds one, for any texts', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 4, maxLength: 8 })
    const property = fc.property(
      fc.array(text, { maxLength: 20 }),
      fc.string({ unit: fc.constantFrom('a', 'b', 'c') }),
      (all, whole) => {
        const some = new Secrets()
        some.add(all, true)
        const isMade = (one: string) => whole.includes(one) || whole.includes([...one].reverse().join(''))
        expect(some.isIn(whole)).toBe(all.some(isMade))
      },
    )
    fc.assert(property, { numRuns: Number(process.env.FC_RUNS ?? 200) })
  })
})
