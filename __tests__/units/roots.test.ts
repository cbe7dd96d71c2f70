import { describe, expect, test } from 'vitest'
import { check } from '../../src/check/index.js'
import type { CheckOptions } from '../../src/model/options.js'
import { isStatementFinding } from '../../src/model/report.js'
import { literalTree } from '../../src/sources/literals.js'
import { sourcesOf } from '../../src/sources/sources.js'
import { applied, checkTree, OPTIONS } from '../support/check.js'

const CONDITION = '{ StringNotEquals = { "aws:SourceVpc" = "vpc-0a1b2c3d" } }'

/** A policy of one Deny in HCL; what is given takes the place of the usual text. */
function policy(
  bucket = '"b1"',
  { name = 'p', more = '', condition = CONDITION, resource = '"arn:aws:s3:::b1/*"' } = {},
) {
  return `resource "aws_s3_bucket_policy" "${name}" {
  ${more}
  bucket = ${bucket}
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "Vpc"
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = ${resource}
        Condition = ${condition}
      },
    ]
  })
}
`
}

async function told(files: Readonly<Record<string, string>>, options: Partial<CheckOptions> = {}) {
  const { report } = await checkTree(files, options)
  return report.findings.map(
    ({ rule, policy: of, location }) => `${rule} ${of?.address} ${of?.bucket} ${location.path}:${location.startLine}`,
  )
}

const BLOCKS = 'deny-blocks-clumio aws_s3_bucket_policy.p b1 main.tf:7'

test('JSON may list the bodies of a file', async () => {
  const statement = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::b1/*' }
  const body = { bucket: '${var.b}', policy: JSON.stringify({ Statement: [statement] }) }
  const bodies = [{ variable: { b: { default: 'b1' } } }, { resource: { aws_s3_bucket_policy: { p: body } } }]
  expect(await told({ 'main.tf.json': JSON.stringify(bodies) })).toEqual([
    expect.stringContaining('deny-blocks-clumio aws_s3_bucket_policy.p b1'),
  ])
})

test.each(['.zz.auto.tfvars', '.auto.tfvars', '.prod.tfvars'])('values count in %s, hidden as it is', async (path) => {
  const main = `${policy().replace('"Deny"', 'var.e')}variable "e" {\n  default = "Allow"\n}\n`
  expect(await told({ 'main.tf': main, [path]: 'e = "Deny"\n' })).toEqual([BLOCKS])
})

describe('a statement with several sets of values', () => {
  const files = {
    'main.tf': `variable "env" {}\nvariable "vpc" {}\n${policy('"${var.env}-b"', { resource: '"arn:aws:s3:::${var.env}-b/*"', condition: '{ StringNotEquals = { "aws:SourceVpc" = var.vpc } }' })}`,
    'envs/dev.tfvars': 'env = "dev"\nvpc = "vpc-1"\n',
    'envs/prod.tfvars': 'env = "prod"\nvpc = "vpc-2"\n',
  }
  const place = { files: [], buckets: ['dev-*'], addresses: [] }

  test('names every bucket, and the sets that it tells in other words', async () => {
    const { report } = await checkTree(files)
    expect(report.findings.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /on buckets dev-b and prod-b: .*vpc-1.* \(with envs\/dev\.tfvars; likewise, by its own values, with envs\/prod\.tfvars\)\.$/,
      ),
    ])
  })

  test('is ignored on one bucket and told on the other', async () => {
    const entry = {
      ...place,
      rule: null,
      fingerprint: null,
      sids: [],
      reason: 'r',
      expires: null,
      introduced: false,
      location: { path: 'c', startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
    }
    const { report } = await checkTree(files, { ignore: [entry] })
    expect(report.findings.map((one) => one.policy?.bucket)).toEqual(['prod-b'])
    expect(report.ignored.map((one) => one.policy?.bucket)).toEqual(['dev-b'])
    expect(report.summary.ignored).toBe(1)
  })

  test('counts the buckets that are out of scope', async () => {
    const { report } = await checkTree(files, { protect: { ...place, tags: {} } })
    expect(report.findings.map((one) => one.policy?.bucket)).toEqual(['dev-b'])
    expect(report.summary).toMatchObject({ policies: 1, outOfScope: 1 })
  })
})

describe('a policy text that is no JSON is told', () => {
  const quiet = '{"Effect":"Deny","Principal":{"AWS":"999988887777"} "Action":"s3:*","Resource":"arn:aws:s3:::b1/*"}'
  const broken = `{"Version":"2012-10-17","Statement":[${quiet}]}`
  const resource = (value: string) => `resource "aws_s3_bucket_policy" "p" {\n  bucket = "b1"\n  policy = ${value}\n}\n`
  const heredoc = (text: string) => resource(`<<-EOT\n    ${text}\n  EOT`)
  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['in a heredoc', { 'main.tf': heredoc(broken) }, ['policy-unknown main.tf']],
    ['behind another document', { 'main.tf': heredoc(`{"Statement":[]} ${broken}`) }, ['policy-unknown main.tf']],
    ['in a file', { 'main.tf': resource('file("p.json")'), 'p.json': broken }, ['policy-unreadable p.json']],
    [
      'never of one that is JSON around its loops',
      {
        'main.tf': heredoc(
          `{"Statement":[ %{ for a in ["999988887777", "999988886666"] ~} ${quiet.replace('} "Action', '}, "Action').replace('999988887777', '${a}')}, %{ endfor ~} ]}`,
        ),
      },
      [],
    ],
  ])('%s', async (_name, files, expected) => {
    const { report } = await checkTree(files)
    expect(report.findings.map(({ rule, location }) => `${rule} ${location.path}`)).toEqual(expected)
  })
})

test('a template that its root module reads is not unreadable too, whatever the root leaves open', async () => {
  const statement = (sid: string, action: string, condition: string) =>
    `{ "Sid": "${sid}", "Effect": "Deny", "Principal": "*", "Action": "${action}", "Resource": "arn:aws:s3:::b1/*", "Condition": ${condition} }`
  const files = {
    'main.tf': `variable "org" {}
resource "aws_s3_bucket_policy" "p" {
  bucket = "b1"
  policy = templatefile("p.tftpl", { org = var.org, roles = ["arn:aws:iam::111122223333:role/a"] })
}
`,
    'p.tftpl': `{ "Version": "2012-10-17", "Statement": [
  ${statement('Org', 's3:*', '{ "StringNotEquals": { "aws:PrincipalOrgID": "${org}" } }')},
  ${statement('Roles', 's3:GetBucketAcl', '{ "StringNotLike": { "aws:PrincipalArn": [ %{ for r in roles ~} "${r}" %{ endfor ~} ] } }')}
] }
`,
  }
  const { report } = await checkTree(files)
  expect(report.findings.map(({ rule }) => rule)).toEqual(['deny-may-block-clumio'])
  expect(report.unread).toEqual([])
})

describe('a root module without a plan is judged from its sources', () => {
  const other = policy('"b2"', { name: 'o', resource: '"arn:aws:s3:::b2/*"' })
  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['literals', { 'main.tf': policy() }, [BLOCKS]],
    ['defaults', { 'main.tf': policy('var.b'), 'v.tf': 'variable "b" {\n  default = "b1"\n}\n' }, [BLOCKS]],
    [
      'files of values that Terraform loads by itself',
      { 'main.tf': policy('var.b'), 'v.tf': 'variable "b" {}\n', 'x.auto.tfvars': 'b = "b1"\n' },
      [BLOCKS],
    ],
    [
      'labels with escaped letters',
      { 'main.tf': policy().replace('bucket_policy', 'bucket_\\u0070olicy').replace('"p"', '"\\u0070"') },
      [BLOCKS],
    ],
    [
      'a list of no statements is nothing',
      { 'main.tf': policy().replace(/jsonencode\(\{[\s\S]*\}\)/, 'jsonencode({ Statement = concat([], []) })') },
      [],
    ],
    ['a count of none is nothing', { 'main.tf': policy('"b1"', { more: 'count = 0' }) }, []],
    [
      'a count that is not known is planned',
      { 'main.tf': policy('"b1"', { more: 'count = var.on ? 1 : 0' }), 'v.tf': 'variable "on" {}\n' },
      [BLOCKS],
    ],
    [
      'each key that is known is an instance',
      {
        'main.tf': policy('each.key', {
          more: 'for_each = toset(["b1", "b2"])',
          resource: '"arn:aws:s3:::$' + '{each.key}/*"',
        }),
      },
      [
        'deny-blocks-clumio aws_s3_bucket_policy.p["b1"] b1 main.tf:7',
        'deny-blocks-clumio aws_s3_bucket_policy.p["b2"] b2 main.tf:7',
      ],
    ],
    [
      'a module that is called is judged through its caller',
      { 'app/main.tf': 'module "m" { source = "../m" }\n', 'm/main.tf': policy() },
      ['deny-blocks-clumio module.m.aws_s3_bucket_policy.p b1 m/main.tf:7'],
    ],
    [
      'the policy of a bucket as it was written before',
      { 'main.tf': policy().replace('aws_s3_bucket_policy', 'aws_s3_bucket') },
      ['deny-blocks-clumio aws_s3_bucket.p b1 main.tf:7'],
    ],
    [
      'a folder that keeps its own state is a root, called or not',
      {
        'app/main.tf': 'module "m" { source = "../m" }\n',
        'm/main.tf': `${policy()}terraform {\n  backend "s3" {}\n}\n`,
      },
      [
        'deny-blocks-clumio module.m.aws_s3_bucket_policy.p b1 m/main.tf:7',
        'deny-blocks-clumio aws_s3_bucket_policy.p b1 m/main.tf:7',
      ],
    ],
    [
      'a file of OpenTofu takes the place of the one with its name',
      { 'main.tf': policy(), 'main.tofu': other },
      ['deny-blocks-clumio aws_s3_bucket_policy.o b2 main.tofu:7', 'policy-unreadable null null main.tf:1'],
    ],
    ['what no policy is in is silent', { 'main.tf': 'resource "aws_s3_bucket" "b" {}\n' }, []],
    [
      'an exported document that is a bucket policy',
      {
        'main.tf': policy()
          .replace('resource "aws_s3_bucket_policy" "p"', 'output "p"')
          .replace('bucket = "b1"', '')
          .replace('policy =', 'value ='),
      },
      ['deny-blocks-clumio output.p b1 main.tf:7'],
    ],
  ])('%s', async (_name, files, expected) => {
    expect((await told(files)).sort()).toEqual([...expected].sort())
  })

  test('and edited there, after which nothing is left', async () => {
    const { report } = await checkTree({ 'main.tf': policy() })
    const [finding] = report.findings
    expect(finding).toMatchObject({
      policy: { source: 'terraform-source', path: 'main.tf' },
      fix: { applicability: 'edit' },
    })
    expect(report.summary.policies).toBe(1)
    expect(await told({ 'main.tf': applied(policy(), report.findings) })).toEqual([])
  })

  describe('a text that templatestring fills in', () => {
    const deny = (more = '') =>
      `{"Sid": "S", "Effect": "Deny", "Principal": "*",\n "Action": "s3:*", "Resource": "arn:aws:s3:::$\${b}/*"${more}}`
    const filled = (statements: string, variables = '{ b = "b1" }') => `locals {
  text = <<-EOT
    {"Version": "2012-10-17", "Statement": [
      ${statements}
    ]}
  EOT
}
resource "aws_s3_bucket_policy" "p" {
  bucket = "b1"
  policy = templatestring(local.text, ${variables})
}
`
    test('is edited where it is written', async () => {
      const text = filled(deny())
      const { report } = await checkTree({ 'main.tf': text })
      expect(report.findings).toMatchObject([{ location: { startLine: 4 }, fix: { applicability: 'edit' } }])
      const after = applied(text, report.findings)
      expect(after).toContain('"Resource": "arn:aws:s3:::$${b}/*"')
      expect(await told({ 'main.tf': after })).toEqual([])
    })

    test.each([
      ['a value with quotes in it', filled(deny(), `{ b = "b1/*\\", \\"X\\": \\"" }`)],
      ['a directive around members', filled(deny(' %%{ if true }, "X": "y" %%{ endif }'))],
    ])('is judged and not edited: %s', async (_, text) => {
      const { report } = await checkTree({ 'main.tf': text })
      expect(report.findings).toMatchObject([{ rule: 'deny-blocks-clumio', fix: { applicability: 'text-only' } }])
      expect(report.findings[0]?.fix?.note).toContain('what templatestring makes of a text')
    })
  })

  test('a file that the sources read is told once, where the statement stands', async () => {
    const text = JSON.stringify({
      Statement: [{ Sid: 'Vpc', Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::b1/*' }],
    })
    const main = 'resource "aws_s3_bucket_policy" "p" {\n  bucket = "b1"\n  policy = file("policy.json")\n}\n'
    expect(await told({ 'main.tf': main, 'policy.json': text })).toEqual([
      'deny-blocks-clumio aws_s3_bucket_policy.p b1 policy.json:1',
    ])
  })

  test('what rests on sources says so', async () => {
    const tls = '{ Bool = { "aws:SecureTransport" = "false" } }'
    const { report } = await checkTree({ 'main.tf': policy('"b1"', { condition: tls }) })
    expect(report.findings).toEqual([])
    expect(report.assumptions.map(({ id }) => id)).toContain('A7')
  })
})

describe('sets of values', () => {
  const variables = 'variable "b" {}\nvariable "vpc" {\n  default = "vpc-1"\n}\n'
  const own = policy('var.b', {
    resource: '"arn:aws:s3:::$' + '{var.b}/*"',
    condition: '{ StringNotEquals = { "aws:SourceVpc" = var.vpc } }',
  })
  const files = {
    'main.tf': own,
    'v.tf': variables,
    'envs/dev.tfvars': 'b = "dev"\n',
    'envs/prod.tfvars': 'b = "prod"\n',
  }

  test('are judged one by one, and told once where they agree', async () => {
    const { report } = await checkTree(files)
    expect(report.findings).toHaveLength(1)
    expect(report.findings[0]).toMatchObject({ rule: 'deny-blocks-clumio', fix: { applicability: 'edit' } })
    expect(report.findings[0]?.message).not.toContain('tfvars')
    expect(report.summary.policies).toBe(1)
  })

  test('a finding of some names them', async () => {
    const some = own.replace('Action    = "s3:*"', 'Action    = var.b == "dev" ? "s3:GetLifecycleX" : "s3:*"')
    const { report } = await checkTree({ ...files, 'main.tf': some })
    expect(report.findings).toHaveLength(1)
    expect(report.findings[0]?.message).toContain('(with envs/prod.tfvars)')
  })

  test('so does one of a policy that the others do not plan', async () => {
    const some = own.replace('bucket = ', 'count  = var.b == "prod" ? 1 : 0\n  bucket = ')
    const { report } = await checkTree({ ...files, 'main.tf': some })
    expect(report.findings.map(({ message }) => message)).toEqual([expect.stringContaining('(with envs/prod.tfvars)')])
  })

  test('an ignored bucket of one leaves the others', async () => {
    const entry = {
      rule: null,
      files: [],
      buckets: ['dev'],
      addresses: [],
      sids: [],
      fingerprint: null,
      reason: 'r',
      expires: null,
      introduced: false,
      location: { path: 'c', startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
    }
    const { report } = await checkTree(files, { ignore: [entry] })
    expect(report.findings.map(({ policy: of }) => of?.bucket)).toEqual(['prod'])
  })

  test.each<[string, Readonly<Record<string, string>>, Partial<CheckOptions>, readonly string[]]>([
    ['settings of a backend are none', { 'envs/x.tfvars': 'bucket = "state"\n' }, {}, ['dev']],
    [
      'named ones count wherever they lie',
      { 'vars/x.tfvars': 'b = "x"\n' },
      { terraformVariables: { '': ['vars/x.tfvars'] } },
      ['x'],
    ],
  ])('%s', async (_name, more, options, buckets) => {
    const { 'envs/prod.tfvars': _prod, ...rest } = files
    const { report } = await checkTree({ ...rest, ...more }, options)
    expect(report.findings.map(({ policy: of }) => of?.bucket)).toEqual(buckets)
  })
})

describe('Terragrunt', () => {
  const module = policy('var.b', { resource: '"arn:aws:s3:::$' + '{var.b}/*"' })
  const unit = (inputs: string, more = '') => `${more}terraform {\n  source = "../../m"\n}\ninputs = ${inputs}\n`
  const files = { 'm/main.tf': `variable "b" {}\n${module}` }
  const buckets = async (more: Readonly<Record<string, string>>) =>
    (await checkTree({ ...files, ...more })).report.findings.map(({ rule, policy: of }) => `${rule} ${of?.bucket}`)

  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['literal inputs are values', { 'live/dev/terragrunt.hcl': unit('{ b = "dev" }') }, 'deny-blocks-clumio dev'],
    ['computed ones are not known', { 'live/dev/terragrunt.hcl': unit('{ b = local.b }') }, 'deny-blocks-clumio null'],
    [
      'those of a file above count as well',
      {
        'live/dev/terragrunt.hcl': unit('{}', 'include "root" {\n  path = find_in_parent_folders("root.hcl")\n}\n'),
        'live/root.hcl': 'inputs = {\n  b = "above"\n}\n',
      },
      'deny-blocks-clumio above',
    ],
    [
      'what a function makes of literals is one',
      { 'live/dev/terragrunt.hcl': unit('{ b = join("-", ["a", "b"]) }') },
      'deny-blocks-clumio a-b',
    ],
  ])('%s', async (_name, more, expected) => {
    expect(await buckets(more)).toEqual([expected])
  })

  const from = (source: string, inputs = '{ b = "dev" }') =>
    `include "root" {\n  path = find_in_parent_folders("root.hcl")\n}\nterraform {\n  source = "${source}"\n}\ninputs = ${inputs}\n`
  const call = (expression: string) => `$${'{'}${expression}}`

  test.each([
    ['the folder of a file above', `${call('dirname(find_in_parent_folders("root.hcl"))')}/../m`],
    ['the folder of what is included', `${call('get_parent_terragrunt_dir()')}/../m`],
    ['the folder of what is included, by its name', `${call('get_parent_terragrunt_dir("root")')}/..//m`],
    ['the way to what is included', `${call('path_relative_from_include()')}/../m`],
    ['a folder above', call('find_in_parent_folders("m")')],
    ['its own folder', `${call('get_terragrunt_dir()')}/../../m`],
    ['the top of the repository', `${call('get_path_to_repo_root()')}/m`],
  ])('its module may be at %s', async (_name, source) => {
    const unitFiles = { 'live/root.hcl': '', 'live/dev/terragrunt.hcl': from(source) }
    expect(await buckets(unitFiles)).toEqual(['deny-blocks-clumio dev'])
  })

  test.each([
    ['a folder of the environment', `${call('get_env("MODULES")')}/m`],
    ['a local value that is not there', `${call('local.modules')}/m`],
    ['a folder above that is not there', `${call('dirname(find_in_parent_folders("none.hcl"))')}/m`],
  ])('statements for a module at %s are told', async (_name, source) => {
    const inputs = '{ statements = [{ Effect = "Deny" }] }'
    const unitFiles = { 'live/root.hcl': '', 'live/dev/terragrunt.hcl': from(source, inputs) }
    expect(await buckets(unitFiles)).toContain('policy-unreadable null')
  })
})

describe('what the sources do not tell', () => {
  const attached = (name: string, expression: string) =>
    `resource "aws_s3_bucket_policy" "${name}" {\n  bucket = "${name}"\n  policy = ${expression}\n}\n`

  test('is one finding for each value that is missing', async () => {
    const main = `${attached('a', 'var.x')}${attached('b', 'var.x')}${attached('c', 'var.y')}`
    const { report } = await checkTree({ 'main.tf': main })
    expect(report.findings.map(({ rule, level }) => `${rule} ${level}`)).toEqual([
      'policy-unknown warning',
      'policy-unknown warning',
    ])
    expect(report.findings[0]?.message).toContain('aws_s3_bucket_policy.a and aws_s3_bucket_policy.b')
    expect(report.findings[0]?.message).toContain('var.x')
    expect(report.unread).toHaveLength(3)
  })

  test.each<[string, string, string]>([
    ['a bare word', 'terraform.tfvars', 'x = hunter2hunter2\n'],
    ['a name with parts', 'terraform.tfvars', 'x = hunter2hunter2.y["z"]\n'],
    ['a call', 'a.auto.tfvars', 'x = hunter2hunter2("y")\n'],
    ['a hole in a text', 'terraform.tfvars', 'x = "a-${hunter2hunter2}"\n'],
    ['a hole in JSON', 'terraform.tfvars.json', '{"x": "${hunter2hunter2}"}\n'],
    ['a reference', 'terraform.tfvars', 'x = local.hunter2hunter2\n'],
  ])('repeats nothing of a file of values: %s', async (_name, path, values) => {
    const files = { 'main.tf': `variable "x" {}\n${attached('a', 'var.x')}`, [path]: values }
    const { report } = await checkTree(files)
    expect(report.findings).toMatchObject([{ rule: 'policy-unknown' }])
    expect(JSON.stringify(report)).not.toContain('hunter2')
  })

  test('a file that cannot be read as configuration is told', async () => {
    const broken =
      'resource "aws_s3_bucket" "x" {\n  bucket = {{{\n}\nresource "aws_s3_bucket_policy" "p" {\n  policy = "x"\n'
    expect((await told({ 'main.tf': broken })).every((one) => one.startsWith('policy-unknown'))).toBe(true)
    expect(await told({ 'main.tf': broken })).not.toEqual([])
  })

  test.each<[string, string, readonly string[]]>([
    [
      'a policy that a module from elsewhere gets',
      'source = "git::https://x.test/bucket.git"\n  policy = var.p',
      ['policy-unknown module.m null main.tf:1'],
    ],
    ['nothing where it gets none', 'source = "git::https://x.test/bucket.git"', []],
    [
      'nothing where policies are of another service',
      'source = "terraform-aws-modules/iam/aws//modules/iam-policy"\n  policy = var.p',
      [],
    ],
  ])('%s', async (_name, body, expected) => {
    expect(await told({ 'main.tf': `module "m" {\n  ${body}\n}\n` })).toEqual(expected)
  })
})

describe('modules of the registry that are known', () => {
  const call = (source: string, body: string) => ({ 'main.tf': `module "m" {\n  source = "${source}"\n${body}\n}\n` })
  const AWS = 'terraform-aws-modules/s3-bucket/aws'
  const POSSE = 'cloudposse/s3-bucket/aws'
  const denied = `jsonencode({ Statement = [{ Sid = "V", Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "_S3_BUCKET_ARN_/*" }] })`

  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    [
      'a flag that writes what lets Clumio alone',
      call(AWS, 'bucket = "b"\nattach_deny_insecure_transport_policy = true'),
      [],
    ],
    [
      'a policy with its flag',
      call(AWS, `bucket = "b"\nattach_policy = true\npolicy = ${denied}`),
      ['deny-blocks-clumio module.m.aws_s3_bucket_policy.this[0] b main.tf:5'],
    ],
    ['a policy without its flag is not attached', call(AWS, `bucket = "b"\npolicy = ${denied}`), []],
    [
      'a flag that is not known counts as set',
      call(AWS, `bucket = "b"\nattach_policy = var.x\npolicy = ${denied}`),
      ['deny-blocks-clumio module.m.aws_s3_bucket_policy.this b main.tf:5'],
    ],
    [
      'a list of addresses, where the module writes a policy at all',
      call(
        POSSE,
        'bucket_name = "b"\nallow_ssl_requests_only = true\nsource_ip_allow_list = ["10.0.0.0/8"]\ns3_object_ownership = "BucketOwnerEnforced"',
      ),
      ['deny-blocks-clumio module.m.aws_s3_bucket_policy.default[0] b main.tf:1'],
    ],
  ])('%s', async (_name, files, expected) => {
    expect(await told(files)).toEqual(expected)
  })

  test.each<[string, string, boolean]>([
    ['before 3.9.0', 'version = "3.8.2"', true],
    ['in a range that ends before', 'version = "< 3.9.0"', true],
    ['from then on', 'version = "~> 3.0"', false],
    ['where no version is given', '', false],
  ])('Object Ownership without a value: ObjectWriter %s', async (_name, version, isWriter) => {
    const found = await told(call(AWS, `${version}\nbucket = "b"\ncontrol_object_ownership = true`))
    expect(found.some((one) => one.startsWith('object-ownership'))).toBe(isWriter)
  })

  test('what a flag writes is shown and not edited', async () => {
    const { report } = await checkTree(
      call(POSSE, 'bucket_name = "b"\nallow_ssl_requests_only = true\nsource_ip_allow_list = ["10.0.0.0/8"]'),
    )
    expect(report.findings.filter(isStatementFinding).map(({ fix }) => fix?.applicability)).toEqual(['text-only'])
  })
})

describe('a plan of the root', () => {
  const change = (bucket: string) => ({
    address: 'aws_s3_bucket_policy.p',
    mode: 'managed',
    type: 'aws_s3_bucket_policy',
    name: 'p',
    provider_name: 'registry.terraform.io/hashicorp/aws',
    change: {
      actions: ['create'],
      before: null,
      after: {
        bucket,
        policy: JSON.stringify({
          Version: '2012-10-17',
          Statement: [
            {
              Sid: 'Vpc',
              Effect: 'Deny',
              Principal: '*',
              Action: 's3:*',
              Resource: `arn:aws:s3:::${bucket}/*`,
              Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-0a1b2c3d' } },
            },
          ],
        }),
      },
      after_unknown: {},
    },
  })
  const plan = (bucket: string) => JSON.stringify({ format_version: '1.2', resource_changes: [change(bucket)] })

  test('takes its place, and that of no other root', async () => {
    const files = { 'a/main.tf': policy(), 'a/plan.json': plan('b1'), 'b/main.tf': policy() }
    const { report } = await checkTree(files)
    expect(report.findings.map(({ policy: of, location }) => `${of?.source} ${location.path}`)).toEqual([
      'terraform-plan a/main.tf',
      'terraform-source b/main.tf',
    ])
  })

  test('and the sources give a statement the same fingerprint', async () => {
    const [ofPlan] = (await checkTree({ 'main.tf': policy(), 'plan.json': plan('b1') })).report.findings
    const [ofSources] = (await checkTree({ 'main.tf': policy() })).report.findings
    expect(ofPlan?.policy?.source).toBe('terraform-plan')
    expect(ofSources?.policy?.source).toBe('terraform-source')
    expect(ofSources?.fingerprint).toBe(ofPlan?.fingerprint)
  })
})

describe('with only-changed', () => {
  const values = {
    'main.tf': policy('var.b'),
    'v.tf': 'variable "b" {}\n',
    'w.tf': 'variable "c" {\n  default = 1\n}\n',
    'terraform.tfvars': 'b = "b1"\n',
  }
  test.each<[string, string, number]>([
    ['the file that it stands in', 'main.tf', 1],
    ['the values that it is made with', 'terraform.tfvars', 1],
    ['the declaration of a variable of it', 'v.tf', 1],
    ['another file', 'w.tf', 0],
  ])('a finding counts by %s', async (_name, path, count) => {
    const { report } = await checkTree(values, { onlyPaths: new Set([path]) })
    expect(report.findings).toHaveLength(count)
  })
})

describe('a root module that declares more than is followed', () => {
  const rest = 'policy-unknown further instances null'
  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    [
      'of more instances than are followed the rest is told',
      {
        'main.tf': policy('"b1"', { more: 'count = 501', condition: '{ Bool = { "aws:SecureTransport" = "false" } }' }),
      },
      [`${rest} main.tf:1`],
    ],
    [
      'of modules that nest deeper than is followed too',
      Object.fromEntries([
        ['main.tf', 'module "m" {\n  source = "./m0"\n}\n'],
        ...Array.from({ length: 40 }, (_, i) => [`m${i}/main.tf`, `module "m" {\n  source = "../m${i + 1}"\n}\n`]),
        ['m40/main.tf', policy()],
      ]),
      [`${rest} .:1`],
    ],
  ])('%s', async (_, files, expected) => {
    expect(await told(files)).toEqual(expect.arrayContaining([...expected]))
  })

  test('policies that take too much work are told without each being tried', async () => {
    const resource = '[for a in range(900): [for b in range(900): [for c in range(900): "arn:aws:s3:::b1/*"]]]'
    const { report } = await checkTree({ 'main.tf': policy('"b1"', { more: 'count = 400', resource }) })
    expect(report.findings.map(({ rule }) => rule)).toEqual(['policy-unknown'])
    expect(report.findings[0]?.message).toContain('and 397 more in the root module of the working directory')
    expect(report.unread).toHaveLength(400)
  })
})

test('a plan that may be of several roots silences none of them', async () => {
  const address = 'aws_s3_bucket_policy.p'
  const harmless = { Effect: 'Deny', Principal: '*', Action: 's3:DeleteBucket', Resource: 'arn:aws:s3:::b1' }
  const after = { bucket: 'b1', policy: JSON.stringify({ Statement: [harmless] }) }
  const resource = { address, mode: 'managed', type: 'aws_s3_bucket_policy', name: 'p' }
  const provider = 'registry.terraform.io/hashicorp/aws'
  const declared = { ...resource, provider_config_key: 'aws', expressions: { bucket: {}, policy: {} } }
  const plan = JSON.stringify({
    format_version: '1.2',
    terraform_version: '1.9.0',
    resource_changes: [
      { ...resource, provider_name: provider, change: { actions: ['create'], before: null, after, after_unknown: {} } },
    ],
    configuration: { root_module: { resources: [declared] } },
  })
  const files = { 'a/main.tf': policy(), 'b/main.tf': policy(), 'plans/a.json': plan }
  expect((await told(files)).sort()).toEqual([BLOCKS.replace('main', 'a/main'), BLOCKS.replace('main', 'b/main')])
  // Whoever calls one of them does not make the plan that of the other.
  for (const count of ['', '  count = 0\n']) {
    const called = { ...files, 'z/main.tf': `module "x" {\n  source = "../a"\n${count}}\n` }
    expect(await told(called)).toContain(BLOCKS.replace('main', 'b/main'))
  }
  const { 'b/main.tf': _other, ...one } = files
  expect(await told(one)).toEqual([])
})

describe('an ACL that lets others in, where no ownership controls are declared', () => {
  const bucket = (more = '') => `resource "aws_s3_bucket" "b" {\n  bucket = "b1"\n  ${more}\n}\n`
  const acl = (name: string) => `resource "aws_s3_bucket_acl" "a" {\n  bucket = "b1"\n  acl = "${name}"\n}\n`
  const controls =
    'resource "aws_s3_bucket_ownership_controls" "c" {\n  bucket = "b1"\n  rule {\n    object_ownership = "BucketOwnerEnforced"\n  }\n}\n'
  test.each<[string, string, boolean]>([
    ['of its own resource', acl('public-read'), true],
    ['of the bucket', bucket('acl = "log-delivery-write"'), true],
    ['that is private lets nobody in', acl('private'), false],
    ['beside controls that turn ACLs off is no matter', `${acl('public-read')}${controls}`, false],
  ])('%s', async (_name, text, isTold) => {
    const { report } = await checkTree({ 'main.tf': text })
    expect(report.findings.map(({ rule, level }) => `${level} ${rule}`)).toEqual(
      isTold ? ['warning object-ownership'] : [],
    )
  })

  const writer = '{ Effect = "Allow", Principal = { AWS = "999988887777" }, Action = "s3:PutObject", Resource = "*" }'
  const other = (name: string) =>
    `resource "aws_s3_bucket_policy" "o" {\n  bucket = ${name}\n  policy = jsonencode({ Statement = [${writer}] })\n}\n`
  const own = (name: string) => `resource "aws_s3_bucket" "a" {\n  ${name}\n}
resource "aws_s3_bucket_ownership_controls" "a" {\n  bucket = aws_s3_bucket.a.id\n  rule {\n    object_ownership = "ObjectWriter"\n  }\n}\n`
  const two = 'variable "o" {}\nresource "aws_s3_bucket" "o" {\n  bucket = var.o\n}\n'
  test.each<[string, string, string]>([
    ['a policy of another bucket of the root', own('bucket = "a"') + two + other('aws_s3_bucket.o.id'), 'notice'],
    [
      'an ACL of a bucket that may be another one',
      own('bucket_prefix = "a"') + acl('public-read-write'),
      'warning not known',
    ],
    ['an ACL of the bucket', own('bucket = "b1"') + acl('public-read-write'), 'warning lets others write'],
    ['a policy of the bucket', own('bucket = "a"') + other('aws_s3_bucket.a.id'), 'warning lets others write'],
  ])('what raises the level of a setting is told of its own bucket alone: %s', async (_name, text, expected) => {
    const { report } = await checkTree({ 'main.tf': text })
    const found = report.findings.filter(({ rule }) => rule === 'object-ownership')
    const words = (message: string) => /lets others write|not known/.exec(message)?.[0] ?? ''
    expect(found.map(({ level, message }) => `${level} ${words(message)}`.trim())).toEqual([expected])
  })
})

describe('variables in a policy have a meaning in its version only', () => {
  const condition = { StringNotEquals: { 'aws:PrincipalAccount': '${aws:ResourceAccount}' } }
  const deny = { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: 'arn:aws:s3:::b1/*', Condition: condition }
  const json = (version: string | null) =>
    JSON.stringify({ ...(version === null ? {} : { Version: version }), Statement: [deny] })
  const attached = (value: string) => `resource "aws_s3_bucket_policy" "p" {\n  bucket = "b1"\n  policy = ${value}\n}\n`
  const inHcl = (text: string) => text.replaceAll('${', () => '$${')
  const document = (version: string) => `${attached('data.aws_iam_policy_document.d.json')}
data "aws_iam_policy_document" "d" {
  ${version}
  statement {
    effect    = "Deny"
    actions   = ["s3:*"]
    resources = ["arn:aws:s3:::b1/*"]
    principals {
      type        = "*"
      identifiers = ["*"]
    }
    condition {
      test     = "StringNotEquals"
      variable = "aws:PrincipalAccount"
      values   = ["$\${aws:ResourceAccount}"]
    }
  }
}
`
  test.each<[string, Readonly<Record<string, string>>, boolean]>([
    ['a file of the old version', { 'main.tf': attached('file("p.json")'), 'p.json': json('2008-10-17') }, true],
    ['a file without one', { 'main.tf': attached('file("p.json")'), 'p.json': json(null) }, true],
    ['a file of the new one', { 'main.tf': attached('file("p.json")'), 'p.json': json('2012-10-17') }, false],
    ['jsonencode, old', { 'main.tf': attached(`jsonencode(${inHcl(json('2008-10-17'))})`) }, true],
    ['jsonencode, new', { 'main.tf': attached(`jsonencode(${inHcl(json('2012-10-17'))})`) }, false],
    ['a document, old', { 'main.tf': document('version = "2008-10-17"') }, true],
    ['a document, whose version is the new one', { 'main.tf': document('') }, false],
  ])('%s', async (_name, files, isBlocked) => {
    const { report } = await checkTree(files)
    expect(report.findings.some(({ rule }) => rule === 'deny-blocks-clumio')).toBe(isBlocked)
  })
})

test('of more statements than anybody writes the first are judged, and the rest is told', async () => {
  const text =
    `resource "aws_s3_bucket_policy" "p" {
  count  = 60
  bucket = "b1"
  policy = jsonencode({ Version = "2012-10-17", Statement = [for i in range(100) : {
    Sid = "S$` +
    `{i}", Effect = "Deny", Principal = "*", Action = "s3:DeleteBucket", Resource = "arn:aws:s3:::b1"
  }] })
}
`
  const { report } = await checkTree({ 'main.tf': text })
  expect(report.summary.statements).toBe(5000)
  expect(report.findings.map(({ rule }) => rule)).toEqual(['policy-unknown'])
  expect(report.findings[0]?.message).toContain('more statements than are judged')
})

test('a module above the working directory is judged, though nothing else speaks of policies', async () => {
  const tree = literalTree({ 'r/main.tf': 'module "m" {\n  source = "../m"\n}\n', 'm/main.tf': policy() }, 'head')
  const sources = sourcesOf(
    tree,
    [tree.read('r/main.tf')].flatMap((one) => one ?? []),
  )
  const { report } = await check(sources, OPTIONS)
  expect(report.findings.map(({ rule, location }) => `${rule} ${location.path}`)).toEqual([
    'deny-blocks-clumio m/main.tf',
  ])
})
