import { describe, expect, test } from 'vitest'
import { check } from '../../../src/check/index.js'
import type { CheckOptions, Integration } from '../../../src/model/options.js'
import type { Finding } from '../../../src/model/report.js'
import { openDisk } from '../../../src/sources/disk.js'
import { asPlan, type Source } from '../../../src/sources/source.js'
import { sourcesOf } from '../../../src/sources/sources.js'
import { applyLineEdits } from '../../../src/text/edit.js'
import { INTEGRATION, OPTIONS, sourceOf, sourcesIn } from '../../support/check.js'
import { expectedOf, fixtureFolder } from '../../support/terraform.js'
import { textFiles } from '../../terraform/hcl/workspace.js'

function ownershipOf(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter((finding) => finding.rule === 'object-ownership')
}

function linesOf({ location }: Finding): string {
  return `${location.path}:${location.startLine}-${location.endLine}`
}

describe.each(['estate', 'lifecycle'])('the fixture %s', (name) => {
  const { role, plans } = expectedOf(name)

  test.each(Object.entries(plans))('%s: settings are found on the lines of their sources', async (plan, { others }) => {
    const disk = openDisk({ cwd: fixtureFolder(name), workspace: fixtureFolder(name) })
    const options = { ...OPTIONS, integrations: [integrationOf(role)], terraformDirectory: '' }
    const { report } = await check(sourcesOf(disk, [asPlan(disk.source(plan))]), options)
    const found = ownershipOf(report.findings).map((one) => `${one.policy?.address} ${one.level} ${linesOf(one)}`)
    const expected = others
      .filter(({ rule }) => rule === 'object-ownership')
      .map(({ address, level, location }) => `${address} ${level} ${location ?? `${plan}:1-1`}`)
    expect(found.sort()).toEqual(expected.sort())
  })
})

test('of the estate only the setting that serves one bucket without ACLs is edited', async () => {
  const disk = openDisk({ cwd: fixtureFolder('estate'), workspace: fixtureFolder('estate') })
  const options = { ...OPTIONS, terraformDirectory: '' }
  const { report } = await check(sourcesOf(disk, [asPlan(disk.source('plan.json'))]), options)
  const edited = ownershipOf(report.findings).filter(({ fix }) => fix?.applicability === 'edit')
  expect(edited.map(({ policy, fix }) => [policy?.address, fix?.edits])).toEqual([
    [
      'aws_s3_bucket_ownership_controls.wiki',
      [{ path: 'buckets.tf', startLine: 35, endLine: 35, replacement: '    object_ownership = "BucketOwnerEnforced"' }],
    ],
  ])
})

function integrationOf(arn: string): Integration {
  const [, partition = '', , , account = '', role = ''] = arn.split(':')
  const name = role.slice(role.lastIndexOf('/') + 1)
  return { ...INTEGRATION, partition, account, roleName: name, rolePath: role.slice('role'.length, -name.length) }
}

interface Planned {
  readonly address: string
  /** The bucket's name; null where it is known only after apply. */
  readonly bucket?: string | null
  readonly value?: string
  readonly type?: string
  readonly actions?: readonly string[]
  readonly after?: object | null
}

const CONTROLS = 'aws_s3_bucket_ownership_controls'

function resource({ address, bucket = 'acme-b1', value = 'ObjectWriter', type = CONTROLS, actions, after }: Planned) {
  const name = (address.split('.').at(-1) ?? '').replace(/\[.*/, '')
  const own = after === undefined ? { rule: [{ object_ownership: value }] } : after
  const full = own === null ? null : { bucket, ...own }
  const change = { actions: actions ?? ['update'], before: { bucket }, after: full, after_unknown: {} }
  const provider_name = 'registry.terraform.io/hashicorp/aws'
  return { address, mode: 'managed', type, name, provider_name, change }
}

const acl = (bucket: string | null, value: string | null = 'private') =>
  resource({ address: 'aws_s3_bucket_acl.a', type: 'aws_s3_bucket_acl', bucket, after: { acl: value } })

const planOf = (resources: readonly object[], members: object = {}) =>
  JSON.stringify({ format_version: '1.2', resource_changes: resources, ...members })

const ONE = { address: `${CONTROLS}.c` }
const TWO = [
  { address: `${CONTROLS}.c["x"]`, bucket: 'bx' },
  { address: `${CONTROLS}.c["y"]`, bucket: 'by' },
]

const block = (value: string, more = '', name = 'c') =>
  `resource "${CONTROLS}" "${name}" {\n  bucket = "acme-b1"\n${more}  rule {\n    object_ownership = ${value}\n  }\n}\n`
const EACH = '  for_each = toset(["x", "y"])\n'

/** Checks a plan beside its sources; `links` names the files that are reached through a symbolic link. */
async function findingsOf(
  plan: string,
  files: Readonly<Record<string, string>>,
  options: Partial<CheckOptions> = {},
  links: readonly string[] = [],
) {
  const { lookup: find, list } = textFiles(files)
  const lookup = Object.assign(
    (path: string): Source | null => {
      const source = find(path)
      return source !== null && links.includes(path) ? { ...source, linked: true } : source
    },
    { list },
  )
  const { report } = await check(sourcesIn([asPlan(sourceOf('plan.json', plan))], lookup), { ...OPTIONS, ...options })
  return ownershipOf(report.findings)
}

/** What the first finding offers: the edited file, or where it stands and why nothing is edited. */
async function offerOf(plan: string, files: Readonly<Record<string, string>>, links: readonly string[] = []) {
  const [finding] = await findingsOf(plan, files, {}, links)
  const edits = finding?.fix?.applicability === 'edit' ? finding.fix.edits : []
  const [edit] = edits
  return {
    at: finding === undefined ? null : `${finding.location.path}:${finding.location.startLine}`,
    edited: edit === undefined ? null : { [edit.path]: applyLineEdits(files[edit.path] ?? '', edits) },
    note: finding?.fix?.note ?? '',
    text: finding?.fix?.text ?? '',
  }
}

const ENFORCED = '"BucketOwnerEnforced"'
const WRITER = '"ObjectWriter"'
const LOCAL = (value: string) => `locals {\n  mode = ${value}\n}\n`
const VARIABLE = (value: string) => `variable "mode" {\n  default = ${value}\n}\n`
const CALL = (more: string) => `module "m" {\n  source = "./m"\n${more}}\n`
const IN_MODULE = planOf([resource({ address: `module.m.${CONTROLS}.c` })])

describe('a literal of one setting is edited where it is written', () => {
  test.each<[string, string, Readonly<Record<string, string>>, string, Readonly<Record<string, string>>]>([
    [
      'in the resource',
      planOf([resource(ONE)]),
      { 'main.tf': block(WRITER) },
      'main.tf:4',
      { 'main.tf': block(ENFORCED) },
    ],
    [
      'for every instance of it',
      planOf(TWO.map(resource)),
      { 'main.tf': block(WRITER, EACH) },
      'main.tf:5',
      { 'main.tf': block(ENFORCED, EACH) },
    ],
    [
      'with Windows line ends',
      planOf([resource(ONE)]),
      { 'main.tf': block(WRITER).replaceAll('\n', '\r\n') },
      'main.tf:4',
      { 'main.tf': block(ENFORCED).replaceAll('\n', '\r\n') },
    ],
    [
      'in a local value',
      planOf([resource(ONE)]),
      { 'main.tf': block('local.mode') + LOCAL(WRITER) },
      'main.tf:8',
      { 'main.tf': block('local.mode') + LOCAL(ENFORCED) },
    ],
    [
      "in a variable's default",
      planOf([resource(ONE)], { variables: { mode: { value: 'ObjectWriter' } } }),
      { 'main.tf': block('var.mode'), 'variables.tf': VARIABLE(WRITER) },
      'variables.tf:2',
      { 'variables.tf': VARIABLE(ENFORCED) },
    ],
    [
      'in the file of values that counts',
      planOf([resource(ONE)], { variables: { mode: { value: 'ObjectWriter' } } }),
      { 'main.tf': block('var.mode') + VARIABLE(ENFORCED), 'terraform.tfvars': `mode = ${WRITER}\n` },
      'terraform.tfvars:1',
      { 'terraform.tfvars': `mode = ${ENFORCED}\n` },
    ],
    [
      'in the argument of a call',
      IN_MODULE,
      { 'main.tf': CALL(`  mode = ${WRITER}\n`), 'm/main.tf': block('var.mode') + VARIABLE(ENFORCED) },
      'main.tf:3',
      { 'main.tf': CALL(`  mode = ${ENFORCED}\n`) },
    ],
    [
      'behind several names',
      IN_MODULE,
      {
        'main.tf': CALL('  mode = local.mode\n') + LOCAL(WRITER),
        'm/main.tf': block('"${var.mode}"') + VARIABLE('null'),
      },
      'main.tf:6',
      { 'main.tf': CALL('  mode = local.mode\n') + LOCAL(ENFORCED) },
    ],
  ])('%s', async (_name, plan, files, at, edited) => {
    expect(await offerOf(plan, files)).toMatchObject({ at, edited })
  })
})

describe('a literal that is not safe to edit is shown', () => {
  const plan = planOf([resource(ONE)])
  const conditional = `true ? ${WRITER} : ${ENFORCED}`
  test.each<[string, string, Readonly<Record<string, string>>, string, string]>([
    ['one branch of a choice', plan, { 'main.tf': block(conditional) }, 'main.tf:4', 'chosen by an expression'],
    [
      'a value of a loop',
      planOf(TWO.slice(0, 1).map(resource)),
      { 'main.tf': block('each.value', `  for_each = { x = ${WRITER}, y = ${ENFORCED} }\n`) },
      'main.tf:3',
      'chosen by an expression',
    ],
    [
      'a local value that something else uses',
      plan,
      { 'main.tf': `${block('local.mode')}${LOCAL(WRITER)}output "m" {\n  value = local.mode\n}\n` },
      'main.tf:8',
      'local.mode is used in other places',
    ],
    [
      'an argument that the module uses twice',
      IN_MODULE,
      {
        'main.tf': CALL(`  mode = ${WRITER}\n`),
        'm/main.tf': `${block('var.mode')}${VARIABLE(ENFORCED)}locals {\n  acl = var.mode == "ObjectWriter"\n}\n`,
      },
      'main.tf:3',
      'var.mode is used in other places',
    ],
    [
      'a file with syntax errors',
      plan,
      { 'main.tf': `${block(WRITER)}resource "x" {{{\n` },
      'main.tf:4',
      'syntax errors',
    ],
    ['mixed line ends', plan, { 'main.tf': `${block(WRITER)}# x\r\n` }, 'main.tf:4', 'mixes line ends'],
    [
      'JSON configuration',
      plan,
      {
        'main.tf.json': `{"resource": {"${CONTROLS}": {"c": {\n"bucket": "acme-b1", "rule": [{\n"object_ownership": "ObjectWriter"}]}}}}`,
      },
      'main.tf.json:3',
      'usually generated',
    ],
    [
      'sources of another plan',
      planOf([resource({ ...ONE, value: 'BucketOwnerPreferred' })]),
      { 'main.tf': block(WRITER) },
      'main.tf:4',
      'made from other ones',
    ],
    [
      'a value that only the plan knows',
      planOf([resource(ONE)], { variables: { mode: { value: 'ObjectWriter' } } }),
      { 'main.tf': `${block('var.mode')}variable "mode" {}\n` },
      'main.tf:4',
      'not written out in the sources',
    ],
    [
      'a private ACL of the same bucket',
      planOf([resource(ONE), acl('acme-b1')]),
      { 'main.tf': block(WRITER) },
      'main.tf:4',
      'aws_s3_bucket_acl.a must be removed in the same change',
    ],
    [
      'an ACL whose bucket is not known',
      planOf([resource(ONE), acl(null)]),
      { 'main.tf': block(WRITER) },
      'main.tf:4',
      'aws_s3_bucket_acl.a must be removed in the same change',
    ],
    [
      'an ACL that lets others write',
      planOf([resource(ONE), acl('acme-b1', 'public-read-write')]),
      { 'main.tf': block(WRITER) },
      'main.tf:4',
      'apply it once with acl = "private" before',
    ],
  ])('%s', async (_name, planned, files, at, why) => {
    const offer = await offerOf(planned, files)
    expect(offer).toMatchObject({ at, edited: null })
    expect(offer.note).toContain(why)
    expect(offer.text).toContain(`object_ownership = ${ENFORCED}`)
  })

  test('a file reached through a symbolic link', async () => {
    const offer = await offerOf(plan, { 'main.tf': block(WRITER) }, ['main.tf'])
    expect(offer).toMatchObject({ at: 'main.tf:4', edited: null })
    expect(offer.note).toContain('symbolic link')
  })
})

test('the ACL of another bucket does not stand in the way', async () => {
  const files = { 'main.tf': block(WRITER) }
  const offer = await offerOf(planOf([resource(ONE), acl('acme-b2')]), files)
  expect(offer.edited).toEqual({ 'main.tf': block(ENFORCED) })
})

test('two settings that are edited in one file keep an edit each', async () => {
  const plan = planOf([resource(ONE), resource({ address: `${CONTROLS}.d`, bucket: 'acme-b2' })])
  const text = block(WRITER) + block(WRITER, '', 'd')
  const findings = await findingsOf(plan, { 'main.tf': text })
  const edits = findings.flatMap(({ fix }) => fix?.edits ?? [])
  expect(applyLineEdits(text, edits)).toBe(block(ENFORCED) + block(ENFORCED, '', 'd'))
})

describe('lines that serve several instances', () => {
  const files = { 'main.tf': block(WRITER, EACH) }
  const about = (findings: readonly Finding[], key: string) =>
    findings.find(({ policy }) => policy?.address === `${CONTROLS}.c["${key}"]`)

  test('are not edited where one of them has an ACL', async () => {
    const findings = await findingsOf(planOf([...TWO.map(resource), acl('by')]), files)
    expect(about(findings, 'x')?.fix).toMatchObject({ applicability: 'text-only' })
    expect(about(findings, 'x')?.fix?.note).toContain(`do not need the same edit (${CONTROLS}.c["y"])`)
    expect(about(findings, 'y')?.fix?.note).toContain('aws_s3_bucket_acl.a must be removed')
  })

  test('are not edited where one of them is not to be reported', async () => {
    const plan = planOf(TWO.map(resource))
    const kept = about(await findingsOf(plan, files), 'y')
    const place = { path: '.github/x.json', startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 }
    const entry = {
      rule: null,
      sids: [],
      files: [],
      buckets: [],
      addresses: [],
      expires: null,
      introduced: false,
      location: place,
    }
    const ignore = [{ ...entry, fingerprint: kept?.fingerprint ?? '', reason: 'kept for a partner' }]
    const findings = await findingsOf(plan, files, { ignore })
    expect(about(findings, 'y')).toBeUndefined()
    expect(about(findings, 'x')?.fix).toMatchObject({ applicability: 'text-only' })
  })
})

describe('policies that may let others write stand against an edit', () => {
  const policy = (bucket: string | null, after: object) =>
    resource({ address: 'aws_s3_bucket_policy.p', type: 'aws_s3_bucket_policy', bucket, after })
  const upload = { Effect: 'Allow', Principal: { AWS: '999988887777' }, Action: 's3:PutObject', Resource: '*' }
  const text = { policy: JSON.stringify({ Version: '2012-10-17', Statement: [upload] }) }

  test.each<[string, object, 'edit' | 'text-only']>([
    ['of the same bucket', policy('acme-b1', text), 'text-only'],
    ['of a bucket whose name is not known', policy(null, text), 'text-only'],
    ['not those of another bucket', policy('acme-b2', text), 'edit'],
    ['a text that is no policy', policy('acme-b1', { policy: 'x' }), 'text-only'],
    ['not that of another bucket', policy('acme-b2', { policy: 'x' }), 'edit'],
  ])('%s', async (_name, other, expected) => {
    const [finding] = await findingsOf(planOf([resource(ONE), other]), { 'main.tf': block(WRITER) })
    expect(finding?.fix?.applicability).toBe(expected)
  })
})

describe('a module of the registry', () => {
  const manifest = (by: string) =>
    JSON.stringify({
      Modules: [
        { Key: '', Dir: '.' },
        { Key: 's3', Source: `registry.terraform.io/${by}-modules/s3-bucket/aws`, Dir: '.terraform/modules/s3' },
      ],
    })
  const fetched = (value: string, by = 'terraform-aws') => ({
    '.terraform/modules/modules.json': manifest(by),
    '.terraform/modules/s3/main.tf': `${block(value)}variable "object_ownership" {\n  default = "ObjectWriter"\n}\n`,
  })
  const call = (more: string) => `module "s3" {\n  source = "terraform-aws-modules/s3-bucket/aws"\n${more}}\n`
  const plan = planOf([resource({ address: `module.s3.${CONTROLS}.c` })])

  test('is told which arguments to set, on the block of the call', async () => {
    const offer = await offerOf(plan, { ...fetched('var.object_ownership'), 'main.tf': call('') })
    expect(offer).toMatchObject({ at: 'main.tf:1', edited: null })
    expect(offer.text).toBe(`control_object_ownership = true\nobject_ownership         = ${ENFORCED}`)
  })

  test('is never edited itself, whatever its source is called', async () => {
    const offer = await offerOf(plan, {
      ...fetched(WRITER, 'acme'),
      'main.tf': call('').replace('terraform-aws', 'acme'),
    })
    expect(offer).toMatchObject({ at: 'main.tf:1', edited: null })
    expect(offer.note).toContain('a module that is fetched')
    expect(offer.text).not.toContain('control_object_ownership')
  })

  test('has the argument of its caller edited', async () => {
    const argument = (value: string) => call(`  object_ownership = ${value}\n`)
    const offer = await offerOf(plan, { ...fetched('var.object_ownership'), 'main.tf': argument(WRITER) })
    expect(offer).toMatchObject({ at: 'main.tf:3', edited: { 'main.tf': argument(ENFORCED) } })
  })
})

describe('a setting that no source holds', () => {
  const bucket = (more: object = {}) =>
    resource({ address: 'aws_s3_bucket.b', type: 'aws_s3_bucket', actions: ['no-op'], after: more })

  test('whose controls are deleted stands on the plan, with the resource to write', async () => {
    const plan = planOf([bucket(), resource({ ...ONE, actions: ['delete'], after: null })])
    const offer = await offerOf(plan, { 'main.tf': 'resource "aws_s3_bucket" "b" {\n  bucket = "acme-b1"\n}\n' })
    expect(offer).toMatchObject({ at: 'plan.json:1', edited: null })
    expect(offer.text).toBe(block(ENFORCED, '\n').trimEnd())
  })

  test('of a bucket with an ACL of its own stands on that', async () => {
    const group = [{ type: 'Group', uri: 'http://acs.amazonaws.com/groups/s3/LogDelivery', permissions: ['WRITE'] }]
    const main = 'resource "aws_s3_bucket" "b" {\n  bucket = "acme-b1"\n  acl    = "log-delivery-write"\n}\n'
    const offer = await offerOf(planOf([bucket({ grant: group })]), { 'main.tf': main })
    expect(offer).toMatchObject({ at: 'main.tf:3', edited: null })
    expect(offer.text).toContain(`resource "${CONTROLS}" "b"`)
  })

  test('of a plan without sources stands on the plan', async () => {
    const offer = await offerOf(planOf([resource(ONE)]), {})
    expect(offer).toMatchObject({ at: 'plan.json:1', edited: null })
  })
})
