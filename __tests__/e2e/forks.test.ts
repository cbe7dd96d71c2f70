import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { pullEvent, workflowRunEvent } from '../support/fake-github/events.js'
import { applicable } from '../support/fake-github/people.js'
import type { Pull } from '../support/fake-github/state.js'
import { blockingStatement, policy, READ, ROLE, VPC_ONLY } from '../support/policies.js'
import type { StepResult } from '../support/runner.js'
import { findings, type Scenario, scenario, standing, summaryOf } from '../support/scenario.js'

/** Comments on pull requests from forks: one job checks with the fork's rights, a second one comments. */

const WRITE = { contents: 'read', pullRequests: 'write' } as const
const READ_ONLY = { contents: 'read', pullRequests: 'read' } as const

function openFork(stage: Scenario, files: Record<string, string>): Pull {
  const pull = stage.open(files, { 'old.json': policy(READ), 'README.md': 'read me\n' })
  pull.fork = true
  return pull
}

/** The first job: nothing can be posted. */
async function check(stage: Scenario, pull: Pull): Promise<StepResult> {
  stage.github.rights = READ_ONLY
  const step = await stage.run(pull)
  expect(stage.github.writes()).toEqual([])
  stage.github.rights = WRITE
  return step
}

interface Second {
  readonly inputs?: Record<string, string>
  /** The head and the state of the other run, when they are others. */
  readonly run?: Record<string, unknown>
}

/** The second job, on the default branch, with whatever the artifact holds. */
async function comment(stage: Scenario, pull: Pull, report: unknown, { inputs = {}, run = {} }: Second = {}) {
  const text = typeof report === 'string' ? report : JSON.stringify(report)
  return stage.runEvent(workflowRunEvent(pull, run), pull.baseSha, {
    inputs: { ...ROLE, 'report-file': 'artifact-report', ...inputs },
    prepare: (workspace) => writeFileSync(join(workspace, 'artifact-report'), text),
  })
}

scenario('a fork gets the same comments in two jobs as others in one', async (stage) => {
  const pull = openFork(stage, { 'policy.json': policy(VPC_ONLY) })
  const first = await check(stage, pull)
  expect(first.exitCode).toBe(1)
  const second = await comment(stage, pull, first.report)
  expect(second).toMatchObject({ exitCode: 0, commands: [], outputs: { errors: '1' } })
  expect(applicable(pull)).toHaveLength(1)
  expect(summaryOf(stage.github, pull)).toContain('❌')

  const before = stage.github.writes().length
  await comment(stage, pull, first.report)
  expect(stage.github.writes()).toHaveLength(before)
})

scenario('nothing of a report is believed but which findings it names', async (stage) => {
  const pull = openFork(stage, { 'policy.json': policy(VPC_ONLY) })
  const { report } = await check(stage, pull)
  const [real] = findings({ report } as StepResult)
  const hostile = {
    ...real,
    message: '@everyone <img src=x> [click](https://evil.example)',
    fix: { remedy: 'not-principal', applicability: 'edit', edits: [{ path: 'README.md', replacement: 'owned' }] },
    location: { path: '../../etc/passwd', startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 },
  }
  const invented = { ...hostile, fingerprint: 'invented' }
  await comment(stage, pull, { ...(report as object), findings: [hostile, invented] })
  const said = [...pull.comments, ...pull.conversation].map(({ body }) => body).join('\n')
  expect(said).not.toMatch(/everyone|evil\.example|owned|passwd|invented/)
  expect(standing(stage.github, pull).map(({ path }) => path)).toEqual(['policy.json'])
  expect(summaryOf(stage.github, pull)).toContain('1 finding of the first run cannot be confirmed here')
})

scenario('a report that leaves findings out gets them neither told nor closed', async (stage) => {
  const pull = openFork(stage, { 'policy.json': policy(VPC_ONLY, blockingStatement('Second')) })
  const { report } = await check(stage, pull)
  await comment(stage, pull, report)
  expect(standing(stage.github, pull)).toHaveLength(2)
  await comment(stage, pull, { ...(report as object), findings: [] })
  expect(standing(stage.github, pull)).toHaveLength(2)
  expect(summaryOf(stage.github, pull)).toContain('2 findings of this run are not in the report of the first run')
})

scenario('the head is read as data: a file of the fork in the checkout of the base', async (stage) => {
  const pull = openFork(stage, { 'old.json': policy(VPC_ONLY), 'new/policy.json': policy(blockingStatement('New')) })
  const { report } = await check(stage, pull)
  await comment(stage, pull, report)
  expect(
    standing(stage.github, pull)
      .map(({ path }) => path)
      .sort(),
  ).toEqual(['new/policy.json', 'old.json'])
})

scenario('a configuration of the fork does not count in the second job', async (stage) => {
  const ignore = JSON.stringify({ ignore: [{ rule: 'object-ownership', reason: 'x' }], features: ['restore'] })
  const pull = openFork(stage, { 'policy.json': policy(VPC_ONLY), '.github/clumio-policy-check.jsonc': ignore })
  const { report } = await check(stage, pull)
  await comment(stage, pull, report)
  expect(standing(stage.github, pull)[0]?.body).toContain('backup')
})

scenario('a push while the first job ran: nothing is told', async (stage) => {
  const pull = openFork(stage, { 'policy.json': policy(VPC_ONLY) })
  const { report } = await check(stage, pull)
  const old = pull.headSha
  stage.github.repository.commit('change', { 'more.json': '{}\n' })
  pull.refresh()
  const second = await comment(stage, pull, report, { run: { head_sha: old } })
  expect(second.exitCode).toBe(0)
  expect(second.log).toContain('No open pull request of this repository has')
  expect(stage.github.writes()).toEqual([])
})

scenario('two pull requests with one head, and one that is closed: nothing is told', async (stage) => {
  const pull = openFork(stage, { 'policy.json': policy(VPC_ONLY) })
  const { report } = await check(stage, pull)
  const other = stage.github.openPull('main', 'change')
  other.fork = true
  expect((await comment(stage, pull, report)).log).toContain('Several open pull requests')
  for (const each of [pull, other]) each.open = false
  expect((await comment(stage, pull, report)).log).toContain('No open pull request')
  expect(stage.github.writes()).toEqual([])
})

for (const [name, report, inputs, says] of [
  ['a broken report', '{ "version": 1', {}, 'is not JSON'],
  ['the report of something else', { version: 1, findings: [] }, {}, 'not a report of this tool'],
  ['a report that is not there', {}, { 'report-file': 'nowhere.json' }, 'nowhere.json'],
  ['a report and a plan', {}, { 'plan-files': 'artifact-report' }, 'plan-files'],
] as const) {
  scenario(`${name} fails the second job, with an error that names it`, async (stage) => {
    const pull = openFork(stage, { 'policy.json': policy(VPC_ONLY) })
    const second = await comment(stage, pull, report, { inputs })
    expect(second.exitCode).toBe(2)
    expect(second.annotations).toMatchObject([{ level: 'error', message: expect.stringContaining(says) }])
    expect(stage.github.writes()).toEqual([])
  })
}

scenario('a report under pull_request is refused: that run tells its own findings', async (stage) => {
  const pull = openFork(stage, { 'policy.json': policy(VPC_ONLY) })
  const step = await stage.run(pull, { event: pullEvent(pull), inputs: { ...ROLE, 'report-file': 'README.md' } })
  expect(step.exitCode).toBe(2)
  expect(step.annotations[0]?.message).toContain('workflow_run')
})

scenario('without a report, a run after another one checks the checkout and posts nothing', async (stage) => {
  const pull = openFork(stage, { 'policy.json': policy(VPC_ONLY) })
  const step = await stage.runEvent(workflowRunEvent(pull), pull.baseSha)
  expect(step.exitCode).toBe(0)
  // It is the base's configuration that counts, and nothing else is asked for.
  expect(stage.github.calls.every(({ operation }) => operation === 'repos/get-content')).toBe(true)
})
