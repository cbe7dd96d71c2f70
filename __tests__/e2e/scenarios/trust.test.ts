import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect } from 'vitest'
import { suggestionsIn } from '../../support/apply.js'
import { pullEvent, pushEvent } from '../../support/fake-github/events.js'
import type { Pull } from '../../support/fake-github/state.js'
import { ACCOUNT_ID, blockingStatement, policy, READ, ROLE, ROLE_NAME, VPC_ONLY } from '../../support/policies.js'
import type { StepResult } from '../../support/runner.js'
import { findings, scenario, standing, summaryOf } from '../../support/scenario.js'
import { UNREADABLE } from '../../support/trust-world.js'

/** A pull request's author writes its configuration too: it can silence, in the open, but not put a role into a suggestion. */

const CONFIG = '.github/clumio-policy-check.jsonc'
const KNOWN = `arn:aws:iam::${ACCOUNT_ID}:role/clumio/${ROLE_NAME}`
const EVIL = `arn:aws:iam::999988887777:role/clumio/ClumioRole-evil`
const POLICY = { 'policy.json': policy(VPC_ONLY) }
const config = (members: object) => `${JSON.stringify(members, null, 2)}\n`
const role = (arn: string) => config({ integrations: [{ role: arn }] })

function changesOf({ report }: StepResult): unknown {
  return (report as { readonly changed: unknown }).changed
}

function offered(pull: Pull): readonly string[] {
  return pull.comments.flatMap(({ body }) => suggestionsIn(body)).map((lines) => lines.join('\n'))
}

scenario('a role that the base names too is offered by one click', async (s) => {
  const pull = s.open(POLICY, { [CONFIG]: role(KNOWN) })
  await s.run(pull, { inputs: {} })
  expect(offered(pull)).toHaveLength(1)
  await s.fix(pull, { inputs: {} })
})

const INTRODUCED: readonly (readonly [name: string, base: string | null, head: string])[] = [
  ['a new configuration', null, role(EVIL)],
  ['a changed role', role(KNOWN), role(EVIL)],
  [
    'a role beside the known one',
    role(KNOWN),
    config({ integrations: [{ role: KNOWN }, { role: EVIL, buckets: ['hd-test'] }] }),
  ],
  ['a role below a base that cannot be read', '{ "integrations": [', role(EVIL)],
]
for (const [name, base, head] of INTRODUCED) {
  scenario(`${name} of the pull request never becomes a suggestion, and is told to be new`, async (s) => {
    const pull = s.open({ ...POLICY, [CONFIG]: head }, base === null ? undefined : { [CONFIG]: base })
    const step = await s.run(pull, { inputs: {} })
    expect(step.exitCode).toBe(1)
    expect(offered(pull)).toEqual([])
    expect(pull.comments.map(({ body }) => body).join()).toContain('new in this pull request')
    expect(summaryOf(s.github, pull)).toContain('Changed by this pull request')
  })
}

scenario('the role of the workflow is offered whatever the pull request configures', async (s) => {
  const pull = s.open({ ...POLICY, [CONFIG]: config({ features: ['backup'] }) })
  await s.run(pull)
  expect(offered(pull)).toHaveLength(1)
  expect(offered(pull).join()).not.toContain('evil')
})

const CHANGES: readonly (readonly [name: string, head: object, exit: number, said: RegExp])[] = [
  [
    'an exception',
    { ignore: [{ rule: 'deny-blocks-clumio', buckets: ['hd-test'], reason: 'so what' }] },
    0,
    /ignore|exception/i,
  ],
  ['a fact about requests', { context: { 'aws:SourceVpc': 'vpc-5680e03d' } }, 0, /aws:sourcevpc/],
  ['a rule that is off', { rules: { 'deny-blocks-clumio': 'off' } }, 0, /deny-blocks-clumio/],
  ['fewer features', { features: ['inventory'] }, 1, /features/],
  ['buckets to protect', { protect: { buckets: ['prod-*'] } }, 0, /which buckets are backed up/],
]
for (const [name, head, exit, said] of CHANGES) {
  scenario(`${name} of the pull request is honoured, and listed first`, async (s) => {
    const pull = s.open({ ...POLICY, 'b.json': policy(blockingStatement('B', 'prod-b')), [CONFIG]: config(head) })
    const step = await s.run(pull, { inputs: { ...ROLE, files: 'policy.json' } })
    expect(step.exitCode).toBe(exit)
    const lines = step.summary.split('\n').filter((line) => line.trim() !== '')
    expect(lines[0]).toMatch(/^> \*\*Changed by this pull request\*\*/)
    const changed = lines.slice(
      0,
      lines.findIndex((line) => line.startsWith('## ')),
    )
    expect(changed.join('\n')).toMatch(said)
    const annotation = step.annotations.find(({ message }) => message.startsWith('Changed by this pull request: '))
    expect(annotation).toMatchObject({ level: 'warning', file: CONFIG, message: expect.stringMatching(said) })
    expect(changesOf(step)).toEqual([{ path: CONFIG, line: expect.any(Number), text: expect.stringMatching(said) }])
  })
}

scenario('a configuration that the pull request removes is listed', async (s) => {
  const ignore = [{ rule: 'deny-blocks-clumio', buckets: ['hd-test'], reason: 'not backed up' }]
  const pull = s.open({ ...POLICY, [CONFIG]: null }, { [CONFIG]: config({ ignore }), 'README.md': 'read me\n' })
  const step = await s.run(pull)
  expect(step.exitCode).toBe(1)
  expect(summaryOf(s.github, pull)).toContain('Changed by this pull request')
})

scenario('an exception past its date is told on its own line', async (s) => {
  const ignore = [{ rule: 'deny-blocks-clumio', buckets: ['hd-test'], reason: 'not backed up', expires: '2020-01-31' }]
  const pull = s.open({ ...POLICY, [CONFIG]: config({ ignore }) })
  const step = await s.run(pull)
  expect(
    findings(step)
      .map(({ rule }) => rule)
      .sort(),
  ).toEqual(['deny-blocks-clumio', 'expired-ignore'])
  expect(
    standing(s.github, pull)
      .map(({ path }) => path)
      .sort(),
  ).toEqual([CONFIG, 'policy.json'])
})

scenario('a broken configuration in a pull request fails the step, and names its line', async (s) => {
  const pull = s.open({ ...POLICY, [CONFIG]: '{\n  "ignored": []\n}\n' })
  const step = await s.run(pull)
  expect(step.exitCode).toBe(2)
  expect(step.annotations).toMatchObject([{ level: 'error', file: CONFIG, line: 2 }])
  expect(s.github.writes()).toEqual([])
})

for (const [path, content] of Object.entries(UNREADABLE)) {
  scenario(`${path}, which is encrypted or binary there, ends the run of a stranger, and is named`, async (s) => {
    const pull = s.open({ ...POLICY, [path]: content })
    const event = pullEvent(pull, 'pull_request_target')
    const prepare = (workspace: string) => writeFileSync(join(workspace, path), policy(READ))
    const step = await s.run(pull, { event, checkout: pull.headSha, prepare })
    expect(step.exitCode).toBe(2)
    expect(step.annotations).toMatchObject([{ level: 'error', file: path }])
  })
}

scenario('nobody but GitHub is contacted, and without a pull request nobody at all', async (s) => {
  const pull = s.open({ ...POLICY, [CONFIG]: config({ $schema: 'https://example.com/schema.json' }) })
  const step = await s.run(pull, { event: pullEvent(pull, 'pull_request', 'opened') })
  expect(step.contacted).toEqual([new URL(s.github.url).host])
  const commit = s.github.repository.commit('main', { 'other.json': policy(READ) })
  expect((await s.runEvent(pushEvent(commit), commit)).contacted).toEqual([])
})

const put = (workspace: string, path: string, text: string) => {
  mkdirSync(dirname(join(workspace, path)), { recursive: true })
  writeFileSync(join(workspace, path), text)
}
const SILENT = config({ rules: { 'deny-blocks-clumio': 'off' } })
const NOT_READ = `${CONFIG} looks like the configuration and was not read: no commit of this repository holds it`

for (const [name, text] of [
  ['that silences', SILENT],
  ['with a role', role(EVIL)],
] as const) {
  scenario(`a configuration ${name} that no commit holds is not read, and a warning names it`, async (s) => {
    const pull = s.open({ ...POLICY, '.gitignore': `${CONFIG}\n` })
    const step = await s.run(pull, { prepare: (ws) => put(ws, CONFIG, text) })
    expect(step.exitCode).toBe(1)
    expect(offered(pull).join()).not.toContain('evil')
    expect(step.annotations.filter(({ level }) => level === 'warning').map(({ message }) => message)).toEqual([
      expect.stringContaining(NOT_READ),
    ])
    expect(step.summary).toContain('was not read')
  })

  scenario(`a configuration ${name} in a submodule of the pull request is not read, that above it is`, async (s) => {
    const { repository } = s.github
    repository.commit('main', { [CONFIG]: role(KNOWN) })
    mkdirSync(join(repository.folder, 'policies'))
    repository.embed('policies/.github')
    repository.commit('change', { 'policies/policy.json': policy(VPC_ONLY) }, 'main')
    const pull = s.github.openPull('main', 'change')
    const step = await s.run(pull, {
      inputs: { 'working-directory': 'policies' },
      prepare: (ws) => {
        execFileSync('git', ['init', '-q', join(ws, 'policies/.github')])
        put(ws, `policies/${CONFIG}`, text)
      },
    })
    expect(step.exitCode).toBe(1)
    expect(step.log).toContain(NOT_READ)
    expect(offered(pull).join()).toContain(ROLE_NAME)
    expect(offered(pull).join()).not.toContain('evil')
  })
}

scenario('a configuration in a submodule that the workflow names and the pull request moves is all new', async (s) => {
  const { repository } = s.github
  repository.commit('main', POLICY)
  repository.embed('shared')
  repository.commit('change', { 'policy.json': policy(VPC_ONLY, READ) }, 'main')
  const pull = s.github.openPull('main', 'change')
  const step = await s.run(pull, {
    inputs: { config: 'shared/c.jsonc' },
    prepare: (ws) => {
      execFileSync('git', ['init', '-q', join(ws, 'shared')])
      put(ws, 'shared/c.jsonc', role(EVIL))
    },
  })
  expect(step.exitCode).toBe(1)
  expect(offered(pull)).toEqual([])
  expect(changesOf(step)).not.toEqual([])
})

scenario("a configuration that the workflow names and a step makes is the workflow's own word", async (s) => {
  const pull = s.open(POLICY)
  const inputs = { config: 'made/c.jsonc' }
  const step = await s.run(pull, { inputs, prepare: (ws) => put(ws, 'made/c.jsonc', role(KNOWN)) })
  expect(step.exitCode).toBe(1)
  expect(offered(pull).join()).toContain(ROLE_NAME)
  expect(changesOf(step)).toEqual([])
})

for (const [name, inputs] of [
  ['in the usual place', ROLE],
  ['that the workflow names', { ...ROLE, config: CONFIG }],
] as const) {
  scenario(`a configuration ${name} that a step rewrote counts as the commit has it, which is told`, async (s) => {
    const pull = s.open({ 'policy.json': policy(VPC_ONLY, READ) }, { ...POLICY, [CONFIG]: '{}\n' })
    const step = await s.run(pull, { inputs, prepare: (ws) => put(ws, CONFIG, SILENT) })
    expect(step.exitCode).toBe(1)
    expect(findings(step).map(({ rule }) => rule)).toContain('deny-blocks-clumio')
    expect(step.summary).toContain('read as the commit has it')
  })
}

scenario('a rewritten configuration whose content in the commit cannot be had fails the step', async (s) => {
  const pull = s.open({ 'other.json': '{}\n' }, { ...POLICY, [CONFIG]: '{}\n' })
  s.github.faults.push({
    operation: 'repos/get-content',
    answer: { status: 403, body: { message: 'Forbidden' } },
    times: 9,
  })
  const step = await s.run(pull, { prepare: (ws) => put(ws, CONFIG, SILENT) })
  expect(step.exitCode).toBe(2)
  expect(step.annotations.map(({ message }) => message).join()).toContain(CONFIG)
})

scenario('under pull_request_target a base configuration that is not what its id says fails the step', async (s) => {
  const pull = s.open(POLICY, { [CONFIG]: role(KNOWN) })
  const run = () => s.run(pull, { event: pullEvent(pull, 'pull_request_target'), checkout: pull.baseSha, inputs: {} })
  expect((await run()).exitCode).toBe(1)
  const alter = (body: unknown) => ({ ...(body as object), content: Buffer.from(SILENT).toString('base64') })
  s.github.faults.push({ operation: 'repos/get-content', alter, times: 9 })
  const step = await run()
  expect(step.exitCode).toBe(2)
  expect(step.annotations[0]?.message).toContain('another content than the id of the file says')
})

scenario('under pull_request_target a base configuration may be a link', async (s) => {
  const pull = s.open(POLICY, { 'conf/c.jsonc': role(KNOWN), [CONFIG]: { link: '../conf/c.jsonc' } })
  const step = await s.run(pull, {
    event: pullEvent(pull, 'pull_request_target'),
    checkout: pull.baseSha,
    inputs: {},
  })
  expect(step.exitCode).toBe(1)
  expect(offered(pull)).toHaveLength(1)
})

/** What the base has taken back since the branch began. */
const OLD: readonly (readonly [name: string, members: object, said: RegExp])[] = [
  ['an ignore entry', { ignore: [{ rule: 'deny-blocks-clumio', reason: 'for now' }] }, /ignore/],
  ['a role', { integrations: [{ role: EVIL }] }, /999988887777/],
  ['a rule that is off', { rules: { 'deny-blocks-clumio': 'off' } }, /off/],
]

for (const [name, members, said] of OLD) {
  scenario(
    `${name} of an old base is told where the head itself is checked out, and is the base's in the merge`,
    async (s) => {
      const { repository } = s.github
      const own = { integrations: [{ role: KNOWN }] }
      repository.commit('main', { [CONFIG]: config({ ...own, ...members }) })
      repository.commit('change', POLICY, 'main')
      repository.commit('main', { [CONFIG]: config(own) })
      const pull = s.github.openPull('main', 'change')
      const step = await s.run(pull, { inputs: {}, checkout: pull.headSha })
      expect(JSON.stringify(step.report)).toContain('"changed":[{')
      expect(step.annotations.map(({ message }) => message).join()).toMatch(said)
      const bodies = standing(s.github, pull).map(({ body }) => body)
      expect(bodies.flatMap(suggestionsIn).join()).not.toContain('evil')
      const merged = await s.run(pull, { inputs: {} })
      expect([merged.exitCode, findings(merged).length]).toEqual([1, 1])
      expect(JSON.stringify(merged.report)).toContain('"changed":[]')
    },
  )
}
