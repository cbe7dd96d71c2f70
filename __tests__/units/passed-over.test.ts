import { describe, expect, test } from 'vitest'
import { check } from '../../src/check/index.js'
import type { CheckOptions } from '../../src/model/options.js'
import { literalTree } from '../../src/sources/literals.js'
import { sourcesOf } from '../../src/sources/sources.js'
import { checkTree, OPTIONS } from '../support/check.js'

const DOCUMENT = {
  Version: '2012-10-17',
  Statement: [
    {
      Sid: 'Vpc',
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: 'arn:aws:s3:::b1/*',
      Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } },
    },
  ],
}
const TEXT = JSON.stringify(DOCUMENT)
const HCL = `jsonencode(${TEXT})`
const ATTACHED = `resource "aws_s3_bucket_policy" "p" {\n  bucket = "b1"\n  policy = ${HCL}\n}\n`
const other = (type: string, body: string) => `resource "${type}" "x" {\n${body}\n}\n`
const TEMPLATE = `{"Resources": {"P": {"Type": "AWS::S3::BucketPolicy", "Properties": {"PolicyDocument": ${TEXT}}}}}`

type Files = Readonly<Record<string, string>>

async function told(files: Files, options: Partial<CheckOptions> = {}, unread: readonly string[] = []) {
  // Files of values are none of the files that a run looks at by itself.
  const tree = literalTree(files, 'head')
  const paths = Object.keys(files).filter((path) => !path.endsWith('.tfvars') && !unread.includes(path))
  const sources = sourcesOf(
    tree,
    paths.flatMap((path) => tree.read(path) ?? []),
  )
  const { report } = await check(sources, { ...OPTIONS, ...options })
  return report.findings.map(
    ({ rule, level, policy, location }) =>
      `${level} ${rule} ${policy?.address ?? '-'} ${location.path}:${location.startLine}`,
  )
}

const BLOCKS = 'error deny-blocks-clumio aws_s3_bucket_policy.p main.tf:3'
const unknown = (level: string, address: string, line = 1) => `${level} policy-unknown ${address} main.tf:${line}`

describe('a file that Terraform hands over is told where it is none of those that are looked at', () => {
  const indented = JSON.stringify(DOCUMENT, null, 2).replace(/^/gm, '        ')
  const YAML = `Resources:\n  P:\n    Type: AWS::S3::BucketPolicy\n    Properties:\n      PolicyDocument:\n${indented}\n`
  const MANIFEST = `kind: BucketPolicy\nspec:\n  policy: '${TEXT}'\n`
  const warning = unknown('warning', 'aws_cloudformation_stack.x')
  test.each<[string, string, string, readonly string[]]>([
    ['a template of a stack', other('aws_cloudformation_stack', 'template_body = file("x.txt")'), YAML, [warning]],
    ['one in JSON', other('aws_cloudformation_stack', 'template_body = file("x.txt")'), TEMPLATE, [warning]],
    [
      'one with variables',
      other('aws_cloudformation_stack', 'template_body = templatefile("x.txt", { a = 1 })'),
      YAML.replace('Resources', 'Description: ${a}\nResources'),
      [warning],
    ],
    [
      'a manifest',
      other('kubectl_manifest', 'yaml_body = file("x.txt")'),
      MANIFEST,
      [unknown('notice', 'kubectl_manifest.x')],
    ],
    [
      'one that is decoded',
      other('kubernetes_manifest', 'manifest = yamldecode(file("x.txt"))'),
      MANIFEST,
      [unknown('notice', 'kubernetes_manifest.x')],
    ],
    [
      'values of a chart',
      other('helm_release', 'values = [file("x.txt")]'),
      MANIFEST,
      [unknown('notice', 'helm_release.x')],
    ],
    ['a policy', other('local_file', 'content = file("x.txt")'), TEXT, [unknown('notice', 'local_file.x')]],
    [
      'one in another attribute',
      other('acme_thing', 'data = { a = file("x.txt") }'),
      TEXT,
      [unknown('notice', 'acme_thing.x')],
    ],
    ['nothing of the kind', other('local_file', 'content = file("x.txt")'), 'Statement of Effect: s3:*', []],
    ['what is of another kind by its type', other('aws_iam_policy', 'policy = file("x.txt")'), TEXT, []],
  ])('%s', async (_name, main, text, expected) => {
    expect(await told({ 'main.tf': main, 'x.txt': text }, {}, ['x.txt'])).toEqual(expected)
    // What is looked at is told by itself.
    const read = await told({ 'main.tf': main.replace('x.txt', 'x.yaml'), 'x.yaml': text })
    expect(read.filter((one) => one.includes('main.tf'))).toEqual([])
  })
})

describe('sources tell what holds a bucket policy and is not judged', () => {
  test.each<[string, string, readonly string[]]>([
    [
      'the template of a stack',
      other('aws_cloudformation_stack', `template_body = jsonencode(${TEMPLATE})`),
      [unknown('warning', 'aws_cloudformation_stack.x')],
    ],
    [
      'in a heredoc',
      other('aws_cloudformation_stack_set', `template_body = <<EOT\n${TEMPLATE}\nEOT`),
      [unknown('warning', 'aws_cloudformation_stack_set.x')],
    ],
    [
      'by a local value',
      `${other('aws_cloudformation_stack', 'template_body = local.body')}locals {\n  body = jsonencode(${TEMPLATE})\n}\n`,
      [unknown('warning', 'aws_cloudformation_stack.x')],
    ],
    [
      'a template in YAML that a function writes',
      other('aws_cloudformation_stack', `template_body = yamlencode(${TEMPLATE})`),
      [unknown('warning', 'aws_cloudformation_stack.x')],
    ],
    [
      'values of a chart in YAML that a function writes',
      other('helm_release', `values = [yamlencode({ access = ${HCL} })]`),
      [unknown('notice', 'helm_release.x')],
    ],
    [
      'a manifest that one writes, by a local value',
      `${other('kubectl_manifest', 'yaml_body = local.body')}locals {\n  body = yamlencode({ spec = { policy = ${HCL} } })\n}\n`,
      [unknown('notice', 'kubectl_manifest.x')],
    ],
    ['another one', other('kubectl_manifest', 'yaml_body = yamlencode({ spec = { policy = "Retain" } })'), []],
    ['a template without one', other('aws_cloudformation_stack', 'template_body = "{}"'), []],
    [
      'Cloud Control',
      other('aws_cloudcontrolapi_resource', `type_name = "AWS::S3::BucketPolicy"\ndesired_state = "{}"`),
      [unknown('warning', 'aws_cloudcontrolapi_resource.x')],
    ],
    ['a resource that nobody knows', other('acme_thing', `policy = ${HCL}`), [unknown('notice', 'acme_thing.x')]],
    ['a file', other('local_file', `content = ${HCL}`), [unknown('notice', 'local_file.x')]],
    [
      'a document by its name',
      `${other('acme_thing', 'policy = data.aws_iam_policy_document.d.json')}data "aws_iam_policy_document" "d" {
  statement {
    effect = "Deny"
    actions = ["s3:*"]
    resources = ["arn:aws:s3:::b1/*"]
    principals {
      type = "*"
      identifiers = ["*"]
    }
  }
}
`,
      [unknown('notice', 'acme_thing.x')],
    ],
    [
      'a text within a structure',
      other('acme_thing', `content = jsonencode({ a = [{ Policy = ${HCL} }] })`),
      [unknown('notice', 'acme_thing.x')],
    ],
    [
      'an object within one',
      other('acme_thing', `content = jsonencode({ Policy = ${TEXT} })`),
      [unknown('notice', 'acme_thing.x')],
    ],
    [
      'a block within',
      other('aws_lambda_function', `environment {\n  variables = { POLICY = ${HCL} }\n}`),
      [unknown('notice', 'aws_lambda_function.x')],
    ],
    [
      'a command',
      other(
        'terraform_data',
        `provisioner "local-exec" {\n  command = "aws s3api put-bucket-policy --policy '$\{${HCL}}'"\n}`,
      ),
      [unknown('notice', 'terraform_data.x')],
    ],
    [
      'a step',
      other('aws_sfn_state_machine', 'definition = "arn:aws:states:::aws-sdk:s3:putBucketPolicy Policy"'),
      [unknown('notice', 'aws_sfn_state_machine.x')],
    ],
    [
      'the address of a template',
      other('aws_cloudformation_stack', 'template_url = "https://example.com/x.json"'),
      [unknown('notice', 'aws_cloudformation_stack.x')],
    ],
    ['no resource without instances', other('acme_thing', `count = 0\npolicy = ${HCL}`), []],
    ['no policy of another kind', other('acme_thing', `policy = ${HCL.replaceAll('s3', 'sqs')}`), []],
    ['no policy of an endpoint', other('aws_vpc_endpoint', `policy = ${HCL}`), []],
    [
      'no policy that another resource attaches',
      `${ATTACHED}${other('local_file', 'content = aws_s3_bucket_policy.p.policy')}`,
      [BLOCKS],
    ],
  ])('%s', async (_, text, wanted) => {
    expect(await told({ 'main.tf': text })).toEqual(wanted)
  })

  test('but for what a whole plan tells', async () => {
    const configuration = { root_module: { resources: [] } }
    const plan = JSON.stringify({ format_version: '1.2', resource_changes: [], configuration })
    const files = { 'main.tf': other('acme_thing', `policy = ${HCL}`), 'plan.json': plan }
    expect(await told(files)).toEqual([])
  })
})

describe('sources tell of blocks that are no resources and hold a bucket policy', () => {
  const COMMAND = `aws s3api put-bucket-policy --bucket b1 --policy '${TEXT.replaceAll('"', '\\"')}'`
  const RUN = `provisioner "local-exec" {\n    when = destroy\n    command = "${COMMAND}"\n  }`
  const DOCUMENT_OF_IT = `data "aws_iam_policy_document" "d" {
  statement {
    effect = "Deny"
    actions = ["s3:*"]
    resources = ["arn:aws:s3:::b1/*"]
    principals {
      type = "*"
      identifiers = ["*"]
    }
  }
}
`
  const PROGRAM = `data "external" "x" {\n  program = ["bash", "-c", "${COMMAND}"]\n}\n`
  const json = (content: object) => JSON.stringify(content)
  const INVOKED = 'action.aws_lambda_invoke.x'
  test.each<[string, string, string | null]>([
    ['an action', `action "aws_lambda_invoke" "x" {\n  config {\n    payload = ${HCL}\n  }\n}\n`, INVOKED],
    [
      'an action with a text in a structure',
      `action "aws_lambda_invoke" "x" {\n  config {\n    payload = jsonencode({ policy = ${HCL} })\n  }\n}\n`,
      INVOKED,
    ],
    [
      'an action with a document by its name',
      `action "aws_lambda_invoke" "x" {\n  config {\n    payload = data.aws_iam_policy_document.d.json\n  }\n}\n${DOCUMENT_OF_IT}`,
      INVOKED,
    ],
    ['an ephemeral resource', `ephemeral "acme_thing" "x" {\n  policy = ${HCL}\n}\n`, 'ephemeral.acme_thing.x'],
    ['a data source that runs a command', PROGRAM, 'data.external.x'],
    ['one that is handed a policy', `data "external" "x" {\n  query = { p = ${HCL} }\n}\n`, 'data.external.x'],
    ['one in a check', `check "c" {\n  ${PROGRAM}\n}\n`, 'check.c'],
    [
      'what runs when something is removed',
      `removed {\n  from = null_resource.a\n  ${RUN}\n}\n`,
      'removed.null_resource.a',
    ],
    [
      'a policy in what is run then',
      `removed {\n  from = null_resource.a\n  ${RUN.replaceAll('put-bucket-policy', 'x')}\n}\n`,
      'removed.null_resource.a',
    ],
    ['no document that nothing uses', DOCUMENT_OF_IT, null],
    ['no document in a check', `check "c" {\n  ${DOCUMENT_OF_IT}\n}\n`, null],
    [
      'no action of another kind',
      `action "a" "x" {\n  config {\n    p = ${HCL.replaceAll('s3', 'sqs')}\n  }\n}\n`,
      null,
    ],
    ['no action without instances', `action "a" "x" {\n  count = 0\n  policy = ${HCL}\n}\n`, null],
    ['nothing that is removed alone', 'removed {\n  from = aws_s3_bucket_policy.a\n}\n', null],
  ])('%s', async (_, text, address) => {
    expect(await told({ 'main.tf': text })).toEqual(address === null ? [] : [unknown('notice', address)])
  })

  test.each<[string, object, string]>([
    ['an action', { action: { aws_lambda_invoke: { x: { config: { payload: TEXT } } } } }, INVOKED],
    ['a data source', { data: { external: { x: { program: ['bash', '-c', COMMAND] } } } }, 'data.external.x'],
    ['a check', { check: { c: { data: { external: { x: { program: [COMMAND] } } } } } }, 'check.c'],
    [
      'what is removed',
      { removed: [{ from: 'null_resource.a', provisioner: [{ 'local-exec': { command: COMMAND } }] }] },
      'removed.null_resource.a',
    ],
  ])('in JSON too: %s', async (_, content, address) => {
    const found = await told({ 'main.tf.json': json(content) })
    expect(found).toEqual([`notice policy-unknown ${address} main.tf.json:1`])
  })

  test('in a module that is called', async () => {
    const files = { 'main.tf': 'module "m" {\n  source = "./m"\n}\n', 'm/main.tf': PROGRAM }
    expect(await told(files)).toEqual(['notice policy-unknown module.m.data.external.x m/main.tf:1'])
  })

  test('beside a whole plan, which does not hold them', async () => {
    const configuration = { root_module: { resources: [] } }
    const plan = JSON.stringify({ format_version: '1.2', resource_changes: [], configuration })
    expect(await told({ 'main.tf': PROGRAM, 'plan.json': plan })).toEqual([unknown('notice', 'data.external.x')])
  })

  test('once for a document that is attached', async () => {
    const policy = 'policy = data.aws_iam_policy_document.d.json'
    const files = {
      'main.tf': `resource "aws_s3_bucket_policy" "p" {\n  bucket = "b1"\n  ${policy}\n}\n${DOCUMENT_OF_IT}`,
    }
    expect(await told(files)).toHaveLength(1)
  })
})

test('a whole plan that knows it only after apply leaves it to the sources', async () => {
  const address = 'aws_cloudformation_stack.x'
  const change = { actions: ['create'], before: null, after: { name: 's' }, after_unknown: { template_body: true } }
  const [type, name] = address.split('.')
  const one = { address, mode: 'managed', type, name, provider_name: 'aws', change }
  const plan = { format_version: '1.2', resource_changes: [one], configuration: { root_module: { resources: [] } } }
  const text = other('aws_cloudformation_stack', `template_body = jsonencode(${TEMPLATE})`)
  for (const written of [JSON.stringify(plan), JSON.stringify(plan, null, 2)]) {
    expect(await told({ 'main.tf': text, 'plan.json': written })).toEqual([unknown('warning', address)])
  }
})

describe('files of Terraform that nothing reads', () => {
  const values = `policy = <<EOF\n${TEXT}\nEOF\n`
  const variable = 'variable "policy" {\n  default = ""\n}\n'
  const NOTICE = (path: string, line: number) => `notice policy-unreadable - ${path}:${line}`
  test.each<[string, Files, readonly string[]]>([
    [
      'values with another name among them',
      { 'main.tf': ATTACHED + variable, 'x/a.tfvars': `${values}more = 1\n` },
      [BLOCKS, NOTICE('x/a.tfvars', 2)],
    ],
    [
      'values beside the root',
      { 'app/main.tf': ATTACHED + variable, 'envs/a.tfvars': values },
      [BLOCKS.replace('main.tf', 'app/main.tf'), NOTICE('envs/a.tfvars', 2)],
    ],
    [
      'values of another folder that give nothing but variables of the root',
      { 'app/main.tf': ATTACHED + variable, 'envs/a.tfvars': 'policy = "x"\n' },
      [BLOCKS.replace('main.tf', 'app/main.tf'), NOTICE('envs/a.tfvars', 1)],
    ],
    [
      'no values of another folder that give a name that is none',
      { 'app/main.tf': ATTACHED + variable, 'envs/a.tfvars': 'policy = "x"\nmore = 1\n' },
      [BLOCKS.replace('main.tf', 'app/main.tf')],
    ],
    [
      'no values that are those of another module',
      { 'app/main.tf': ATTACHED + variable, 'other/main.tf': variable, 'other/envs/a.tfvars': 'policy = "x"\n' },
      [BLOCKS.replace('main.tf', 'app/main.tf')],
    ],
    [
      'no values of another folder where no root has a policy',
      { 'app/main.tf': 'variable "policy" {}\n', 'envs/a.tfvars': 'policy = "x"\n' },
      [],
    ],
    ['no values that the root is judged with', { 'main.tf': ATTACHED + variable, 'a.tfvars': values }, [BLOCKS]],
    ['no values that are loaded', { 'main.tf': ATTACHED + variable, 'terraform.tfvars': values }, [BLOCKS]],
    ['no values without a policy', { 'main.tf': ATTACHED, 'a.tfvars': 'x = 1\n' }, [BLOCKS]],
    ['configuration for Terraform alone', { 'main.tf': ATTACHED, 'main.tofu': '# nothing\n' }, [NOTICE('main.tf', 1)]],
    [
      'no such configuration without a policy',
      { 'main.tf': 'locals {}\n', 'main.tofu': ATTACHED },
      [BLOCKS.replace('.tf', '.tofu')],
    ],
  ])('are told: %s', async (_, files, wanted) => {
    expect((await told(files)).sort()).toEqual([...wanted].sort())
  })

  test('where the change is about them', async () => {
    const files = { 'main.tf': ATTACHED, 'main.tofu': '# nothing\n' }
    expect(await told(files, { onlyPaths: new Set(['other.tf']) })).toEqual([])
  })
})

describe('modules that call each other in a circle', () => {
  const calls = (source: string) => `module "m" {\n  source = "${source}"\n}\n`
  test.each<[string, Files, readonly string[]]>([
    [
      'are judged from the first of them',
      { 'a/main.tf': ATTACHED + calls('../b'), 'b/main.tf': ATTACHED + calls('../a') },
      ['aws_s3_bucket_policy.p a/main.tf:3', 'module.m.aws_s3_bucket_policy.p b/main.tf:3'],
    ],
    [
      'are followed once where one calls itself',
      { 'a/main.tf': ATTACHED + calls('./.') },
      ['aws_s3_bucket_policy.p a/main.tf:3'],
    ],
    [
      'and are reached by a root that is none of them',
      { 'a/main.tf': ATTACHED + calls('../b'), 'b/main.tf': calls('../a'), 'main.tf': calls('./b') },
      ['module.m.module.m.aws_s3_bucket_policy.p a/main.tf:3'],
    ],
  ])('%s', async (_, files, wanted) => {
    expect(await told(files)).toEqual(wanted.map((one) => `error deny-blocks-clumio ${one}`))
  })
})

describe('a file of Terragrunt', () => {
  const generate = (contents: string) =>
    `generate "policy" {\n  path = "p.tf"\n  contents = <<EOF\n${contents}\nEOF\n}\n`
  const run = (source: string, inputs: string) => `terraform {\n  source = ${source}\n}\ninputs = {\n${inputs}\n}\n`
  const REGISTRY = '"tfr:///terraform-aws-modules/s3-bucket/aws?version=4.1.0"'
  test.each<[string, string, string | null]>([
    ['that generates a bucket policy', generate(ATTACHED), 'warning'],
    ['that generates something else', generate('provider "aws" {}'), null],
    ['that generates it by an attribute', `generate = { p = { contents = ${JSON.stringify(ATTACHED)} } }\n`, 'warning'],
    ['that gives a module of the registry a policy', run(REGISTRY, `policy = <<EOF\n${TEXT}\nEOF`), 'warning'],
    ['or a flag for one', run(REGISTRY, 'attach_deny_insecure_transport_policy = true'), 'warning'],
    ['or a flag that is off', run(REGISTRY, 'attach_policy = false\npolicy = null'), null],
    [
      'that gives another module a bucket policy',
      run('"git::https://x@example.com/m.git"', `document = <<EOF\n${TEXT}\nEOF`),
      'notice',
    ],
    ['that gives one of an expression a flag', run('"${local.base}/s3"', 'attach_policy = true'), 'notice'],
    ['that runs a module of the checkout', run('"../m"', `policy = <<EOF\n${TEXT}\nEOF`), null],
    ['that runs what is not in the checkout', run('"../gone"', `policy = <<EOF\n${TEXT}\nEOF`), 'notice'],
    ['that locks providers', 'provider "registry.terraform.io/hashicorp/aws" {}\n', null],
  ])('%s is told', async (_, text, level) => {
    const path = 'live/terragrunt.hcl'
    const { report } = await checkTree({ [path]: text, 'm/main.tf': 'variable "policy" {}\n' })
    expect(report.findings.map((one) => `${one.level} ${one.rule} ${one.location.path}`)).toEqual(
      level === null ? [] : [`${level} policy-unreadable ${path}`],
    )
    expect(JSON.stringify(report)).not.toContain('x@example')
  })

  test('is told though nobody names it and no configuration is there', async () => {
    const files = { 'ok.json': '{}', 'live/eu/terragrunt.hcl': run(REGISTRY, `policy = <<EOF\n${TEXT}\nEOF`) }
    const tree = literalTree(files, 'head')
    const { report } = await check(
      sourcesOf(
        tree,
        [tree.read('ok.json')].flatMap((one) => one ?? []),
      ),
      OPTIONS,
    )
    expect(report.findings.map(({ level, rule, location }) => `${level} ${rule} ${location.path}`)).toEqual([
      'warning policy-unreadable live/eu/terragrunt.hcl',
    ])
  })

  test('is told beside a root module that is judged, though nobody names it', async () => {
    const tree = literalTree({ 'main.tf': ATTACHED, 'live/terragrunt.hcl': generate(ATTACHED) }, 'head')
    const { report } = await check(
      sourcesOf(
        tree,
        [tree.read('main.tf')].flatMap((one) => one ?? []),
      ),
      OPTIONS,
    )
    expect(report.findings.map(({ rule, location }) => `${rule} ${location.path}`)).toEqual([
      'policy-unreadable live/terragrunt.hcl',
      'deny-blocks-clumio main.tf',
    ])
  })

  test('is told by the plan in its folder', async () => {
    const plan = JSON.stringify({ format_version: '1.2', resource_changes: [] })
    const files = { 'live/terragrunt.hcl': generate(ATTACHED), 'live/plan.json': plan }
    expect((await checkTree(files)).report.findings).toEqual([])
  })
})

describe('a file of values that gives more than the variables of a root', () => {
  const root = {
    'main.tf': `variable "effect" {\n  default = "Allow"\n}\nvariable "region" {\n  default = "r"\n}\n${ATTACHED.replace('"Deny"', 'var.effect').replace('jsonencode({', 'jsonencode({')}`,
  }
  test.each<[string, string, number]>([
    ['is told where no root is judged with it', 'effect = "Deny"\nother = 2\n', 1],
    ['is silent where it holds the settings of a backend', 'bucket = "state"\nkey = "k"\nregion = "r"\n', 0],
    ['is silent where it gives no variable of the root', 'other = 2\n', 0],
  ])('%s', async (_, values, count) => {
    const found = await told({ ...root, 'prod.tfvars': values })
    expect(found.filter((one) => one.includes('prod.tfvars'))).toHaveLength(count)
    expect(found.every((one) => one.startsWith('notice policy-unreadable'))).toBe(true)
  })
})

describe('a unit whose module lies outside of the checkout', () => {
  const unit = (source: string, inputs: string) =>
    `terraform {\n  source = "${source}"\n}\ninputs = {\n  bucket = "a"\n  ${inputs}\n}\n`
  const outside = '../../elsewhere/s3-bucket'
  test.each<[string, string, readonly string[]]>([
    ['that gets a policy', unit(outside, `policy = ${HCL}`), ['warning policy-unreadable - live/terragrunt.hcl:4']],
    [
      'of which the name tells nothing',
      unit('../../elsewhere/x', `document = ${HCL}`),
      ['notice policy-unreadable - live/terragrunt.hcl:4'],
    ],
    ['that gets none', unit(outside, 'attach_policy = false'), []],
    ['that is in the checkout', unit('../modules/s3-bucket', 'policy = "x"'), []],
  ])('%s', async (_name, text, expected) => {
    const files = { 'main.tf': 'locals {\n  policy = "x"\n}\n', 'live/terragrunt.hcl': text }
    const module = { 'modules/s3-bucket/main.tf': 'variable "policy" {}\nvariable "bucket" {}\n' }
    expect([...(await told({ ...files, ...module, 'p.tf': ATTACHED }))].sort()).toEqual(
      [BLOCKS.replace('main.tf', 'p.tf'), ...expected].sort(),
    )
  })
})

describe('what nobody asked about is silent', () => {
  const unit = `generate "p" {\n  contents = <<EOF\n${ATTACHED}EOF\n}\n`
  const files: Files = {
    'infra/app/main.tf': ATTACHED,
    'live/x/terragrunt.hcl': unit,
    'infra/app/terragrunt.hcl': unit,
    'live/other.tfvars': `policy = <<EOF\n${TEXT}\nEOF\n`,
  }
  const toldOf = async (means: (path: string) => boolean) => {
    const tree = literalTree(files, 'head')
    const judged = ['infra/app/main.tf'].flatMap((path) => tree.read(path) ?? [])
    const { report } = await check({ ...sourcesOf(tree, judged), means }, OPTIONS)
    return report.unread.map(({ path }) => path).sort()
  }

  test.each<[string, (path: string) => boolean, readonly string[]]>([
    ['all of it where everything is meant', () => true, Object.keys(files).filter((path) => !path.endsWith('.tf'))],
    ['outside of what is meant nothing', (path) => path.startsWith('infra/'), ['infra/app/terragrunt.hcl']],
    ['but for the unit of a module that was looked at', () => false, ['infra/app/terragrunt.hcl']],
  ])('%s', async (_, means, expected) => {
    expect(await toldOf(means)).toEqual([...expected].sort())
  })
})
