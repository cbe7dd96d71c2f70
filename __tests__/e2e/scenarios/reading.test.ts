import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect } from 'vitest'
import { pullEvent, pushEvent } from '../../support/fake-github/events.js'
import type { Pull } from '../../support/fake-github/state.js'
import { blockingStatement, policy, READ, ROLE } from '../../support/policies.js'
import type { StepResult } from '../../support/runner.js'
import { findings, type Scenario, scenario } from '../../support/scenario.js'

/** Which files a pull request can make the job read, and which text of a file is judged. The secret must get nowhere. */

const SECRET = 'PLANTED-SECRET'
const A = blockingStatement('A')

/** A root whose policy takes its Sid from a file, and a plan that does not know the policy. */
function reads(path: string): Readonly<Record<string, string>> {
  const source = `resource "aws_s3_bucket_policy" "b" {
  bucket = "hd-test"
  policy = jsonencode({ Version = "2012-10-17", Statement = [{
    Sid = file("${path}"), Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::hd-test/*"
    Condition = { StringNotEquals = { "aws:SourceVpc" = "vpc-5680e03d" } }
  }] })
}
`
  const change = { actions: ['create'], before: null, after: { bucket: 'hd-test' }, after_unknown: { policy: true } }
  const place = { address: 'aws_s3_bucket_policy.b', mode: 'managed', type: 'aws_s3_bucket_policy', name: 'b' }
  const configuration = { root_module: { resources: [{ ...place, expressions: { policy: {} }, schema_version: 0 }] } }
  const plan = { format_version: '1.2', resource_changes: [{ ...place, change }], configuration }
  return { 'main.tf': source, 'plan.json': `${JSON.stringify(plan)}\n` }
}

function put(workspace: string, path: string, text: string): void {
  mkdirSync(dirname(join(workspace, path)), { recursive: true })
  writeFileSync(join(workspace, path), text)
}

function holdBack(s: Scenario, pull: Pull, step: StepResult): void {
  const said = [pull.comments, pull.conversation, pull.reviews].flat().map(({ body }) => body)
  const sent = JSON.stringify(s.github.calls)
  for (const text of [...said, step.log, step.summary, sent, JSON.stringify([step.outputs, step.report])]) {
    expect(text).not.toContain(SECRET)
  }
}

/** As Terraform stores it, with a policy and a password in it. */
const STATE = JSON.stringify({
  ...{ version: 4, terraform_version: '1.9.0', serial: 1, lineage: 'x', outputs: {} },
  resources: [
    { mode: 'managed', type: 'aws_db_instance', name: 'd', instances: [{ attributes: { password: SECRET } }] },
    { mode: 'managed', type: 'aws_s3_bucket_policy', name: 'p', instances: [{ attributes: { policy: policy(READ) } }] },
  ],
})

const LEFT: readonly (readonly [name: string, path: string, make: (workspace: string) => void])[] = [
  ['the configuration of Git', '.git/config', (ws) => put(ws, '.git/config', `[core]\n# ${SECRET}\n`)],
  ['a file that a step left', 'creds.json', (ws) => put(ws, 'creds.json', SECRET)],
  [
    'a file outside, through a link',
    'out.txt',
    (ws) => {
      put(ws, `../${SECRET}.txt`, SECRET)
      symlinkSync(`../${SECRET}.txt`, join(ws, 'out.txt'))
    },
  ],
  ['a state that a step left', 'terraform.tfstate', (ws) => put(ws, 'terraform.tfstate', STATE)],
  [
    'a file with the words of a policy in a comment',
    'creds.ini',
    (ws) => put(ws, 'creds.ini', `password=${SECRET}\n# "Statement": "Effect": "Principal": s3:\n`),
  ],
  ['a file of the commit that a step filled in', 'README.md', (ws) => put(ws, 'README.md', SECRET)],
]
for (const [name, path, prepare] of LEFT) {
  scenario(`${name} is not drawn into the result, and what blocks is told`, async (s) => {
    const pull = s.open(reads(path))
    const step = await s.run(pull, { prepare })
    expect(step.exitCode, step.log).toBe(1)
    expect(findings(step).map(({ rule, level }) => `${rule} ${level}`)).toContain('deny-blocks-clumio error')
    holdBack(s, pull, step)
  })

  scenario(`${name} is not read for a stranger, whatever the checkout is`, async (s) => {
    const pull = s.open(reads(path))
    const event = pullEvent(pull, 'pull_request_target')
    for (const checkout of [pull.baseSha, pull.headSha]) {
      const step = await s.run(pull, { event, checkout, prepare })
      expect(step.exitCode, step.log).toBe(1)
      holdBack(s, pull, step)
    }
  })
}

/** A root whose policy takes a value of a variable. */
const ASKS = `variable "token" {}
resource "aws_s3_bucket_policy" "b" {
  bucket = "hd-test"
  policy = jsonencode({ Version = "2012-10-17", Statement = [{
    Sid = "A", Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::hd-test/*"
    Condition = { StringNotEquals = { "aws:SourceVpc" = var.token } }
  }] })
}
`

for (const [name, link, leadsTo, text] of [
  ['the settings of a step', 'x.auto.tfvars', '.env', `token = "${SECRET}"\n`],
  ['a copy of values', 'terraform.tfvars', 'old/cred.tfvars.bak', `token = "${SECRET}"\n`],
  ['what lies in a folder of such a name', 'x.auto.tfvars', 'a/b.tfvars/creds', `token = "${SECRET}"\n`],
  ['credentials in JSON', 'terraform.tfvars.json', 'creds.json', JSON.stringify({ token: SECRET })],
  ['the settings of a step, as configuration', 'x.tf', '.env', `locals {\n  token = "${SECRET}"\n}\n`],
] as const) {
  scenario(`a link to ${name} gives variables no value`, async (s) => {
    const main = link === 'x.tf' ? ASKS.replace('variable "token" {}\n', '').replace('var.token', 'local.token') : ASKS
    const pull = s.open({ 'main.tf': main, [link]: { link: leadsTo } })
    const step = await s.run(pull, { prepare: (ws) => put(ws, leadsTo, text) })
    holdBack(s, pull, step)
    expect(step.exitCode, step.log).toBe(1)
  })
}

scenario('for a stranger a policy that only the disk holds is not judged, and the head is', async (s) => {
  const pull = s.open({ 'a.json': policy(A) }, { 'README.md': 'x\n', 'b.json': policy(READ) })
  const step = await s.run(pull, {
    event: pullEvent(pull, 'pull_request_target'),
    checkout: pull.baseSha,
    prepare: (ws) => {
      put(ws, 'left.json', policy(blockingStatement('Left')))
      put(ws, 'b.json', policy(blockingStatement('Rewritten')))
    },
  })
  expect(findings(step).map(({ statement }) => statement?.sid)).toEqual(['A'])
  expect(step.outputs.conclusion).toBe('failure')
})

scenario('for a stranger a link of the head is what it leads to there', async (s) => {
  const pull = s.open({
    'shared/a.json': policy(A),
    'prod/a.json': { link: '../shared/a.json' },
    'prod/out.json': { link: '/etc/hostname' },
  })
  const step = await s.run(pull, {
    event: pullEvent(pull, 'pull_request_target'),
    checkout: pull.baseSha,
    inputs: { ...ROLE, files: 'prod/**' },
  })
  expect(step.exitCode, step.log).toBe(1)
  expect(findings(step).map(({ location }) => location.path)).toEqual(['shared/a.json'])
  expect(JSON.stringify(step.report)).toContain('prod/out.json is a symbolic link that leads out of the repository')
})

const DENIES = (effect: string) =>
  `resource "aws_s3_bucket_policy" "a" {\n  bucket = "hd-test"\n  policy = jsonencode({ Statement = [{ Sid = "A", Effect = ${effect}, Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::hd-test/*" }] })\n}\n`
const ALLOWS = `variable "e" {\n  default = "Allow"\n}\n${DENIES('var.e')}`

for (const [name, head] of [
  ['configuration', { 'app/main.tf': { link: '../v/m.txt' }, 'v/m.txt': DENIES('"Deny"') }],
  [
    'a set of values',
    { 'app/main.tf': ALLOWS, 'app/envs/x.tfvars': { link: '../../v/a.tfvars' }, 'v/a.tfvars': 'e = "Deny"\n' },
  ],
  [
    'a unit of Terragrunt',
    {
      'mod/m.tf': ALLOWS,
      'live/a/terragrunt.hcl': { link: '../../v/t.hcl' },
      'v/t.hcl': 'terraform {\n  source = "../../mod"\n}\ninputs = {\n  e = "Deny"\n}\n',
    },
  ],
] as const) {
  for (const event of ['pull_request', 'pull_request_target'] as const) {
    scenario(`a link of the head that makes ${name} of a file is that on ${event}`, async (s) => {
      const pull = s.open(head)
      const checkout = event === 'pull_request' ? {} : { checkout: pull.baseSha }
      const step = await s.run(pull, { event: pullEvent(pull, event), inputs: ROLE, ...checkout })
      expect(findings(step).map(({ rule, statement }) => [rule, statement?.sid])).toEqual([['deny-blocks-clumio', 'A']])
    })
  }
}

const UNIT = `include "root" {
  path = find_in_parent_folders("root.hcl")
}
terraform {
  source = "\${get_repo_root()}/mod"
}
`
const given = (effect: string) => `inputs = {\n  e = "${effect}"\n}\n`

for (const [name, root, head] of [
  [
    'a unit of Terragrunt',
    'live/prod',
    {
      ...{ 'mod/m.tf': ALLOWS, 'shared/u/terragrunt.hcl': UNIT, 'live/prod': { link: '../shared/u' } },
      ...{ 'shared/root.hcl': given('Allow'), 'live/root.hcl': given('Deny') },
    },
  ],
  ['a root module', 'shared', { 'shared/m.tf': DENIES('"Deny"'), app: { link: 'shared' } }],
  [
    'one of node_modules',
    'node_modules/x',
    { 'node_modules/x/m.tf': DENIES('"Deny"'), app: { link: 'node_modules/x' } },
  ],
  ['one of .terraform', '.terraform/x', { '.terraform/x/m.tf': DENIES('"Deny"'), app: { link: '.terraform/x' } }],
  ['policies of node_modules', null, { 'node_modules/x/a.json': policy(A), app: { link: 'node_modules/x' } }],
  [
    'a policy that a link there makes',
    null,
    {
      ...{ 'node_modules/x/a.txt': policy(A), 'node_modules/x/a.json': { link: 'a.txt' } },
      ...{ app: { link: 'b' }, b: { link: 'node_modules/x' } },
    },
  ],
  [
    'configuration that a link there makes, in one more folder',
    'node_modules/y',
    {
      ...{ 'node_modules/y/m.txt': DENIES('"Deny"'), 'node_modules/y/main.tf': { link: 'm.txt' } },
      ...{ 'node_modules/x/z': { link: '../y' }, app: { link: 'node_modules/x' } },
    },
  ],
  [
    'a module that a link there makes',
    'app',
    {
      ...{ 'v/m.txt': DENIES('"Deny"'), 'mods/m/main.tf': { link: '../../v/m.txt' }, 'app/mods': { link: '../mods' } },
      'app/main.tf': 'module "m" {\n  source = "./mods/m"\n}\n',
    },
  ],
] as const) {
  for (const event of ['pull_request', 'pull_request_target'] as const) {
    scenario(`what is behind a link to a folder is judged once on ${event}: ${name}`, async (s) => {
      const pull = s.open(head)
      const checkout = event === 'pull_request' ? {} : { checkout: pull.baseSha }
      const step = await s.run(pull, { event: pullEvent(pull, event), inputs: ROLE, ...checkout })
      const { findings: all } = step.report as {
        findings: readonly { rule: string; policy: { root: string | null } }[]
      }
      expect(all.map(({ rule, policy: { root: found } }) => [rule, found])).toEqual([['deny-blocks-clumio', root]])
    })
  }
}

const CALLS = `module "m" {\n  source = "./m"\n}\n${ALLOWS}`
const EVENTS = ['pull_request', 'pull_request_target'] as const

for (const [name, link, target, files] of [
  ['the only configuration of a folder', 'app/main.tf', 'v/gone.tf', {}],
  ['configuration beside other', 'app/more.tf', 'v/gone.tf', { 'app/main.tf': ALLOWS }],
  ['values', 'app/terraform.tfvars', 'v/gone.tfvars', { 'app/main.tf': ALLOWS }],
  ['the folder of a module', 'app/m', 'v/gone/main.tf', { 'app/main.tf': CALLS }],
  ['a unit of Terragrunt', 'app/terragrunt.hcl', 'v/gone.hcl', { 'app/main.tf': ALLOWS }],
] as const) {
  const base = { ...files, [target]: DENIES('"Deny"'), [link]: { link: `../${target.replace('/main.tf', '')}` } }
  for (const event of EVENTS) {
    scenario(`a link to what the head removes is told as one that leads nowhere on ${event}: ${name}`, async (s) => {
      const pull = s.open({ [target]: null }, base)
      const checkout = event === 'pull_request' ? {} : { checkout: pull.baseSha }
      const inputs = { ...ROLE, 'only-changed': 'true' }
      const step = await s.run(pull, { event: pullEvent(pull, event), inputs, ...checkout })
      const told = { path: link, reason: `${link} is a link that leads nowhere` }
      expect((step.report as { unread: unknown }).unread).toContainEqual(told)
      expect(findings(step).map(({ rule }) => rule)).toContain('policy-unreadable')
    })
    scenario(`a link of the head that leads out is told on ${event}: ${name}`, async (s) => {
      const pull = s.open({ ...files, [link]: { link: '/etc/hostname' } })
      const checkout = event === 'pull_request' ? {} : { checkout: pull.baseSha }
      const step = await s.run(pull, { event: pullEvent(pull, event), inputs: ROLE, ...checkout })
      const { unread } = step.report as { unread: readonly { path: string; reason: string }[] }
      expect(unread.filter(({ path }) => path === link)).toEqual([
        { path: link, reason: expect.stringMatching(/link that leads out of the (?:workspace|repository)$/) },
      ])
      expect(findings(step).map(({ rule }) => rule)).toContain('policy-unreadable')
    })
  }
}

for (const [name, base, head, found] of [
  [
    'a link to what the head removes',
    { 'v/m.txt': DENIES('"Deny"'), 'q/main.tf': { link: '../v/m.txt' }, app: { link: 'q' } },
    { 'v/m.txt': null },
    [['policy-unreadable', 'q/main.tf']],
  ],
  [
    'a link to what the head changes',
    { 'v/m.tf': DENIES('"Deny"'), 'q/main.tf': { link: '../v/m.tf' } },
    { 'v/m.tf': DENIES('"Allow"') },
    [],
  ],
  [
    'a link that the head removes',
    { 'v/m.txt': DENIES('"Deny"'), 'q/main.tf': { link: '../v/m.txt' } },
    { 'q/main.tf': null },
    [],
  ],
] as const) {
  for (const event of EVENTS) {
    scenario(`where the base is checked out, ${name} is what the head has on ${event}`, async (s) => {
      const pull = s.open(head, base)
      const step = await s.run(pull, { event: pullEvent(pull, event), checkout: pull.baseSha })
      expect(findings(step).map(({ rule, location }) => [rule, location.path])).toEqual(found)
    })
  }
}

scenario('for a stranger what was named must be in the head', async (s) => {
  const pull = s.open({ 'a.json': policy(READ) })
  const step = await s.run(pull, {
    event: pullEvent(pull, 'pull_request_target'),
    checkout: pull.baseSha,
    inputs: { ...ROLE, files: 'a.json\nleft.json' },
    prepare: (ws) => put(ws, 'left.json', policy(A)),
  })
  expect(step.exitCode).toBe(2)
  expect(step.log).toContain('left.json is not in the head of the pull request')
})

scenario('the plan of the run is not drawn into the result by its sources, and what blocks is told', async (s) => {
  const { 'plan.json': text = '', ...sources } = reads('plan.json')
  const plan = JSON.parse(text)
  const change = { actions: ['create'], before: null, after: { password: SECRET }, after_sensitive: { password: true } }
  const database = { address: 'aws_db_instance.d', mode: 'managed', type: 'aws_db_instance', name: 'd', change }
  const told = { address: 'aws_s3_bucket_policy.o', mode: 'managed', type: 'aws_s3_bucket_policy', name: 'o' }
  const other = { ...told, change: { actions: ['create'], before: null, after: { bucket: 'o', policy: policy(READ) } } }
  const made = JSON.stringify({ ...plan, resource_changes: [database, other, ...plan.resource_changes] })
  const pull = s.open(sources)
  const inputs = { ...ROLE, 'plan-files': 'plan.json' }
  const step = await s.run(pull, { inputs, prepare: (ws) => put(ws, 'plan.json', made) })
  expect(findings(step)).toHaveLength(1)
  holdBack(s, pull, step)
})

scenario('a file that a step rewrote is judged as the head has it, and named', async (s) => {
  const pull = s.open({ 'a.json': policy(READ) })
  const step = await s.run(pull, { prepare: (ws) => put(ws, 'a.json', policy(A)) })
  expect(step.exitCode).toBe(0)
  expect(step.summary).toMatch(/a\.json: judged as commit [0-9a-f]{12} has it, while the checkout holds another text/)
})

scenario('a file that it leaves alone and a step rewrote is judged as the head has it, and named', async (s) => {
  const base = { 'a.json': policy(READ), 'b.json': policy(A) }
  const pull = s.open({ ...base, 'c.json': policy(READ) }, base)
  const step = await s.run(pull, {
    prepare: (ws) => {
      put(ws, 'a.json', policy(A))
      put(ws, 'b.json', policy(READ))
      put(ws, 'made.json', policy({ ...A, Sid: 'Made' }))
    },
  })
  expect(findings(step).map(({ location, statement }) => [location.path, statement?.sid])).toEqual([
    ['b.json', 'A'],
    ['made.json', 'Made'],
  ])
  expect(step.summary).toMatch(/a\.json \(and 1 more files\): judged as commit [0-9a-f]{12} has it/)
})

scenario('a plan that a step wrote over a file of the commit fails the run, and the commit is judged', async (s) => {
  const { 'plan.json': committed = '', ...sources } = reads('name.txt')
  const files = { ...sources, 'name.txt': 'Named', 'plan.json': committed, 'a.json': policy(A) }
  const pull = s.open(files)
  const step = await s.run(pull, {
    inputs: { ...ROLE, 'plan-files': 'plan.json' },
    prepare: (ws) => put(ws, 'plan.json', committed.replaceAll('hd-test', 'of-the-step')),
  })
  expect(step.exitCode).toBe(2)
  expect(step.log).toContain('plan.json is a file of the commit that a step wrote over')
  expect(step.outputs.conclusion).toBe('failure')
  expect(findings(step).map(({ location }) => location.path)).toContain('a.json')
  expect(JSON.stringify(step.report)).not.toContain('of-the-step')
})

scenario('a plan that a step writes to a name of its own is judged', async (s) => {
  const { 'plan.json': made = '', ...sources } = reads('name.txt')
  const pull = s.open({ ...sources, 'name.txt': 'Named' })
  const inputs = { ...ROLE, 'plan-files': 'plan.json' }
  const step = await s.run(pull, { inputs, prepare: (ws) => put(ws, 'plan.json', made) })
  expect(step.exitCode, step.log).toBe(1)
  expect(findings(step).map(({ statement }) => statement?.sid)).toEqual(['Named'])
})

scenario('a working directory that is a link out of the workspace fails the run, and names the input', async (s) => {
  const pull = s.open({ infra: { link: '../outside' }, 'a.json': policy(A) })
  const step = await s.run(pull, {
    inputs: { ...ROLE, 'working-directory': 'infra' },
    prepare: (ws) => put(ws, '../outside/b.json', policy(A)),
  })
  expect(step.exitCode).toBe(2)
  expect(step.annotations[0]?.message).toContain('working-directory: infra is a link that leads out of the workspace')
  expect(step.report).toBeNull()
})

scenario('without a pull request the disk is judged, and a file that differs from its commit is named', async (s) => {
  const pull = s.open({ 'a.json': policy(READ) })
  const step = await s.runEvent(pushEvent(pull.headSha), pull.headSha, {
    prepare: (ws) => put(ws, 'a.json', policy(A)),
  })
  expect(findings(step).map(({ statement }) => statement?.sid)).toEqual(['A'])
  expect(step.summary).toContain('a.json')
  expect(step.summary).toContain('differs from its commit')
})

scenario('a file in the checkout of another repository is judged from the disk', async (s) => {
  const pull = s.open({ 'second/a.json': policy(READ), 'a.json': policy(READ) })
  const step = await s.run(pull, {
    inputs: { ...ROLE, files: 'second' },
    prepare: (ws) => {
      execFileSync('git', ['init', '-q', join(ws, 'second')])
      put(ws, 'second/a.json', policy(A))
    },
  })
  expect(findings(step).map(({ statement }) => statement?.sid)).toEqual(['A'])
})

scenario('a pipe that a step made in the place of a file does not hold the run up', async (s) => {
  const pull = s.open({ 'a.json': policy(A) })
  const step = await s.run(pull, {
    inputs: { ...ROLE, files: 'a.json\npipe.json' },
    prepare: (ws) => void execFileSync('mkfifo', [join(ws, 'pipe.json')]),
  })
  expect(step.exitCode).toBe(2)
  expect(step.log).toContain('pipe.json is not a regular file')
  expect(findings(step)).toHaveLength(1)
})

scenario('reports are written through no link of the pull request', async (s) => {
  const pull = s.open({ 'a.json': policy(A) })
  let outside = ''
  const step = await s.run(pull, {
    inputs: { ...ROLE, 'json-file': 'r.json', 'sarif-file': 'git.sarif' },
    prepare: (ws) => {
      outside = join(ws, '../precious.txt')
      writeFileSync(outside, 'precious')
      symlinkSync('../precious.txt', join(ws, 'r.json'))
      symlinkSync('.git/config', join(ws, 'git.sarif'))
    },
  })
  expect(step.exitCode).toBe(1)
  expect(readFileSync(outside, 'utf8')).toBe('precious')
  expect(step.log).toContain('r.json is a link that leads out of the workspace')
  expect(step.outputs['sarif-file']).toBe('')
})
