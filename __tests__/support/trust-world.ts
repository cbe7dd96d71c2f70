import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Files, Repository } from './fake-github/repository.js'
import type { Pull } from './fake-github/state.js'
import { ACCOUNT_ID, blockingStatement, policy, ROLE_NAME } from './policies.js'
import type { Scenario } from './scenario.js'

/**
 * A repository in which somebody has tried everything at once that a pull request can: what each statement is named after
 * says where it stands. `SECRET` stands wherever it must never be read, or never be quoted.
 */

export const SECRET = 'PLANTED-SECRET'
export const KNOWN_ROLE = `arn:aws:iam::${ACCOUNT_ID}:role/clumio/${ROLE_NAME}`
export const NEW_ROLE = 'arn:aws:iam::999988887777:role/clumio/ClumioRole-evil'
export const CONFIG = '.github/clumio-policy-check.jsonc'

/** A policy on a bucket that is named like its statement, in small letters. */
const own = (sid: string) => policy(blockingStatement(sid, sid.toLowerCase()))
const hidden = policy({ ...blockingStatement(SECRET, 'secret'), Sid: SECRET })
const ignored = (member: object, reason: string) => ({ rule: 'deny-blocks-clumio', ...member, reason })
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`

const BASE_IGNORES = [ignored({ buckets: ['baseignored'] }, 'by the base')]
const BASE_CONFIG = { integrations: [{ role: KNOWN_ROLE }], ignore: BASE_IGNORES }
const HEAD_CONFIG = {
  integrations: [{ role: KNOWN_ROLE }, { role: NEW_ROLE, buckets: ['newrole'] }],
  ignore: [
    ...BASE_IGNORES,
    ignored({ buckets: ['headignored'] }, 'by the head'),
    ignored({ addresses: ['aws_s3_bucket_policy.silenced'] }, 'so that nobody tells it'),
  ],
}

/** A resource whose policy holds one statement; `sid` is an expression. */
const resource = (name: string, sid: string) => `resource "aws_s3_bucket_policy" "${name}" {
  bucket = "${name.replaceAll('_', '')}"
  policy = jsonencode({ Version = "2012-10-17", Statement = [{
    Sid = ${sid}, Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::${name.replaceAll('_', '')}/*"
    Condition = { StringNotEquals = { "aws:SourceVpc" = "vpc-5680e03d" } }
  }] })
}
`
const ofFile = (name: string, expression: string) =>
  `resource "aws_s3_bucket_policy" "${name}" {\n  bucket = "${name}"\n  policy = ${expression}\n}\n`

/** What is drawn into the policies of the root `held`, by the resource that draws it; `module.` stands before a module's. */
const DRAWN: Readonly<Record<string, string>> = {
  from_file: 'file("sid.tpl")',
  from_variable: 'var.sid',
  from_credentials: 'file("credentials.json")',
  from_git: 'file("../.git/config")',
  from_outside: 'file("../outside.txt")',
}
const MODULES = ['committed', 'downloaded']

interface Planned {
  readonly name: string
  readonly module?: string
  /** The policy as it is known; read from the sources without. */
  readonly policy?: string
}

function planOf(list: readonly Planned[]): string {
  const place = (name: string) => ({ mode: 'managed', type: 'aws_s3_bucket_policy', name })
  const provider = { provider_name: 'registry.terraform.io/hashicorp/aws' }
  const changes = list.map(({ name, module, policy: known }) => {
    const bucket = name.replaceAll('_', '')
    const prefix = module === undefined ? '' : `module.${module}.`
    const after = known === undefined ? { bucket } : { bucket, policy: known }
    const after_unknown = known === undefined ? { policy: true } : {}
    return {
      ...{ address: `${prefix}aws_s3_bucket_policy.${name}`, ...place(name), ...provider },
      ...(module === undefined ? {} : { module_address: `module.${module}` }),
      change: { actions: ['create'], before: null, after, after_unknown },
    }
  })
  const declared = (wanted: string | undefined) =>
    list
      .filter(({ module }) => module === wanted)
      .map(({ name }) => ({
        ...{ address: `aws_s3_bucket_policy.${name}`, ...place(name) },
        ...{ expressions: { policy: {} }, schema_version: 0 },
      }))
  const module_calls = Object.fromEntries(
    [...new Set(list.flatMap(({ module }) => module ?? []))].map((name) => [
      name,
      { source: name === 'downloaded' ? 'acme/bucket/aws' : `./${name}`, module: { resources: declared(name) } },
    ]),
  )
  return json({
    format_version: '1.2',
    resource_changes: changes,
    configuration: { root_module: { resources: declared(undefined), module_calls } },
  })
}

const HELD_MAIN = [
  ...Object.entries(DRAWN).map(([name, sid]) => resource(name, sid)),
  ofFile('from_template', 'templatefile("policy.json.tftpl", {})').replace(
    'bucket = "from_template"',
    'bucket = "fromtemplate"',
  ),
  ofFile('from_left', 'file("left-policy.json")').replace('bucket = "from_left"', 'bucket = "fromleft"'),
  ofFile('committedplan', 'file("unknown.json")'),
  ofFile('silenced', 'file("silenced.json")'),
  'variable "sid" {\n  default = "Default"\n}\n',
  'module "committed" {\n  source = "./committed"\n}\n',
  'module "downloaded" {\n  source  = "acme/bucket/aws"\n  version = "1.0.0"\n}\n',
].join('\n')

const HELD_PLAN = planOf([
  ...[...Object.keys(DRAWN), 'from_template', 'from_left'].map((name) => ({ name })),
  ...MODULES.map((module) => ({ name: `from_${module}`, module })),
  { name: 'committedplan', policy: own('CommittedPlan') },
  { name: 'silenced', policy: own('Silenced') },
])

/** A pointer of Git LFS to a text. */
function pointerTo(text: string): string {
  const oid = createHash('sha256').update(text).digest('hex')
  return `version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize ${Buffer.byteLength(text)}\n`
}

const ENCRYPTED = Buffer.concat([Buffer.from('\0GITCRYPT\0'), Buffer.from([1, 2, 3, 250, 251])])

const HEAD: Files = {
  [CONFIG]: json(HEAD_CONFIG),
  'policies/planted.json': own('Planted'),
  'policies/base-ignored.json': own('BaseIgnored'),
  'policies/head-ignored.json': own('HeadIgnored'),
  'policies/new-role.json': own('NewRole'),
  'held/main.tf': HELD_MAIN,
  'held/plan.json': HELD_PLAN,
  'held/silenced.json': own('Silenced'),
  'held/sid.tpl': 'FromFile',
  'held/policy.json.tftpl': own('FromTemplate'),
  'held/committed/main.tf': resource('from_committed', '"FromModule"'),
  'job/main.tf': `${ofFile('jobtold', 'file("told.json")')}\n`,
  'job/told.json': own('JobTold'),
  'lfs/smudged.json': pointerTo(own('Smudged')),
  'lfs/other.json': pointerTo(own('Meant')),
  'lfs/pointer.json': pointerTo(own('NotThere')),
}

/** Files whose content Git holds encrypted, or not as text: a stranger's run ends at the first of them. */
export const UNREADABLE: Files = { 'crypt/policy.json': ENCRYPTED, 'crypt/binary.json': Buffer.from([0, 1, 2, 0, 255]) }

/** Opens the pull request: the head has links out of the workspace and into Git's folder, and a submodule. */
export function openWorld(s: Scenario, more: Files = {}): Pull {
  const { repository } = s.github
  repository.commit('main', { 'README.md': 'read me\n', [CONFIG]: json(BASE_CONFIG) })
  repository.commit('change', { ...HEAD, ...more }, 'main')
  link(repository, '../outside.json', 'out.json')
  link(repository, '.git/planted.json', 'git.json')
  repository.commit('change', {})
  repository.git('update-index', '--add', '--cacheinfo', `160000,${'5'.repeat(40)},sub`)
  repository.git('commit', '--quiet', '--message', 'Add a submodule')
  return s.github.openPull('main', 'change')
}

function link({ folder }: Repository, target: string, path: string): void {
  symlinkSync(target, join(folder, path))
}

/** What steps leave in the workspace, and what lies around it. */
export function prepareWorld(workspace: string, { rewritten }: { readonly rewritten: boolean }): void {
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(workspace, path)), { recursive: true })
    writeFileSync(join(workspace, path), text)
  }
  const git = (folder: string) => execFileSync('git', ['init', '-q', join(workspace, folder)])
  const made: Readonly<Record<string, string>> = {
    'rendered.json': own('Rendered'),
    'job/plan.json': planOf([
      { name: 'jobplan', policy: own('JobPlan') },
      { name: 'jobtold', policy: own('JobTold') },
    ]),
    'held/left-policy.json': own('LeftPolicy'),
    'held/secret.auto.tfvars': 'sid = "FromVariables"\n',
    'held/credentials.json': SECRET,
    'held/.terraform/modules/modules.json': json({
      Modules: [
        { Key: '', Source: '', Dir: '.' },
        { Key: 'downloaded', Source: 'acme/bucket/aws', Dir: '.terraform/modules/downloaded' },
        { Key: 'committed', Source: './committed', Dir: 'committed' },
      ],
    }),
    'held/.terraform/modules/downloaded/main.tf': resource('from_downloaded', '"FromDownloaded"'),
    'lfs/smudged.json': own('Smudged'),
    'lfs/other.json': own('Exchanged'),
    'sub/policy.json': own('Submodule'),
    'second/policy.json': own('SecondCheckout'),
    '.git/planted.json': hidden,
    '../outside.json': hidden,
    '../outside.txt': SECRET,
    ...(rewritten
      ? {
          'held/sid.tpl': SECRET,
          'held/policy.json.tftpl': hidden,
          'held/committed/main.tf': resource('from_committed', `"${SECRET}"`),
          'policies/planted.json': policy({ ...blockingStatement(SECRET, 'secret'), Effect: 'Allow' }),
        }
      : {}),
  }
  for (const [path, text] of Object.entries(made)) put(path, text)
  for (const path of Object.keys(UNREADABLE))
    if (existsSync(join(workspace, path))) put(path, own(path.includes('binary') ? 'Binary' : 'Decrypted'))
  for (const folder of ['sub', 'second']) git(folder)
  execFileSync('git', ['-C', workspace, 'config', 'x.y', SECRET])
  execFileSync('mkfifo', [join(workspace, 'pipe.json')])
}
