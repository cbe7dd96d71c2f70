import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { suggestionsIn } from '../../support/apply.js'
import { pushEvent } from '../../support/fake-github/events.js'
import type { Files } from '../../support/fake-github/repository.js'
import { blockingStatement, policy, READ, ROLE, VPC_ONLY } from '../../support/policies.js'
import { findings, levelsOf, placesOf, scenario, summaryOf } from '../../support/scenario.js'

/** What the inputs of the step change. */

describe('a mistake fails the step with one error that names it:', () => {
  const MISTAKES: readonly (readonly [
    name: string,
    inputs: Record<string, string>,
    files: Files,
    named: string,
    besides?: string,
  ])[] = [
    ['a bad input', { 'fail-on': 'eror' }, {}, 'fail-on'],
    ['a configuration that is not there', { config: 'nowhere.jsonc' }, {}, 'nowhere.jsonc'],
    [
      'a broken configuration',
      {},
      { '.github/clumio-policy-check.jsonc': '{ "ignored": [] }\n' },
      '.github/clumio-policy-check.jsonc:1',
    ],
    ['a plan that is not there', { 'plan-files': 'plan.json' }, {}, 'plan.json'],
    [
      'a plan that is none',
      { 'plan-files': 'plan.json' },
      { 'plan.json': '{}\n' },
      'plan.json',
      'Nothing was checked: no bucket policy was judged in 1 file; 1 thing was not read.',
    ],
    ['a file that is not there', { files: 'nowhere.json' }, {}, 'nowhere.json'],
    ['a working directory that is not there', { 'working-directory': 'nowhere' }, {}, 'nowhere'],
  ]
  for (const [name, inputs, files, named, besides] of MISTAKES) {
    scenario(name, async (s) => {
      const commit = s.github.repository.commit('main', { 'README.md': 'read me\n', ...files })
      const step = await s.runEvent(pushEvent(commit), commit, { inputs })
      expect(step.exitCode).toBe(2)
      const [mistake, ...rest] = step.annotations
      expect(mistake).toMatchObject({ level: 'error', message: expect.stringContaining(named) })
      expect(rest.map(({ level, message }) => [level, message])).toEqual(
        besides === undefined ? [] : [['warning', besides]],
      )
    })
  }

  scenario('a file that is not there, while what is there is told on the pull request all the same', async (s) => {
    const pull = s.open({ 'policy.json': policy(VPC_ONLY) })
    const step = await s.run(pull, { inputs: { ...ROLE, files: 'policy.json\nnowhere.json' } })
    expect(step.exitCode).toBe(2)
    expect(pull.comments).toHaveLength(1)
  })
})

describe('folders', () => {
  scenario(
    'a working directory: annotations and comments have the path from the root, the report its own',
    async (s) => {
      const pull = s.open({ 'infra/policies/hd-test.json': policy(VPC_ONLY) })
      const inputs = { ...ROLE, 'working-directory': 'infra' }
      const step = await s.run(pull, { inputs })
      expect(step.annotations[0]?.file).toBe('infra/policies/hd-test.json')
      expect(pull.comments[0]?.path).toBe('infra/policies/hd-test.json')
      expect(findings(step)[0]?.location.path).toBe('policies/hd-test.json')
      await s.fix(pull, { inputs })
    },
  )

  for (const [where, inputs, path] of [
    ['from there', { 'working-directory': 'repo' }, 'infra/policy.json'],
    ['from a folder of it', { 'working-directory': 'repo/infra' }, 'policy.json'],
    ['from the workspace', {}, 'repo/infra/policy.json'],
  ] as const) {
    scenario(`a repository that is checked out into a folder of the workspace, and checked ${where}`, async (s) => {
      const pull = s.open({ 'infra/policy.json': policy(VPC_ONLY) })
      const step = await s.run(pull, { inputs: { ...ROLE, ...inputs }, path: 'repo' })
      expect(findings(step).map(({ location }) => location.path)).toEqual([path])
      expect(step.annotations.map(({ file }) => file)).toEqual(['infra/policy.json'])
      expect(pull.comments.map((each) => each.path)).toEqual(['infra/policy.json'])
      expect(await s.run(pull, { inputs: { ...ROLE, ...inputs }, path: 'repo' })).toMatchObject({ exitCode: 1 })
      expect(pull.comments).toHaveLength(1)
    })
  }

  scenario('a checkout without a repository', async (s) => {
    const commit = s.github.repository.commit('main', { 'policy.json': policy(VPC_ONLY) })
    const prepare = (workspace: string) => rmSync(join(workspace, '.git'), { recursive: true })
    expect((await s.runEvent(pushEvent(commit), commit, { prepare })).exitCode).toBe(1)
  })
})

scenario('json-file and sarif-file are written where they say, below the working directory', async (s) => {
  const commit = s.github.repository.commit('main', { 'infra/policy.json': policy(VPC_ONLY) })
  const files = { 'json-file': 'out/report.json', 'sarif-file': 'out/report.sarif', id: '../odd id' }
  let folder = ''
  const step = await s.runEvent(pushEvent(commit), commit, {
    inputs: { ...ROLE, ...files, 'working-directory': 'infra' },
    prepare: (workspace) => {
      folder = join(workspace, 'infra')
    },
  })
  const written = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'))
  expect(written('out/report.json')).toEqual(step.report)
  expect(written('out/report.sarif')).toMatchObject({ version: '2.1.0' })
  expect(step.outputs['sarif-file']).toBe(join(folder, 'out/report.sarif'))
})

describe('levels', () => {
  scenario('fail-on "never" is green, without an error annotation', async (s) => {
    const pull = s.open({ 'policy.json': policy(VPC_ONLY) })
    const step = await s.run(pull, { inputs: { ...ROLE, 'fail-on': 'never' } })
    expect(step.exitCode).toBe(0)
    expect(levelsOf(step)).toEqual(['warning'])
    expect(placesOf(s.github, pull, step).inline).toEqual([VPC_ONLY.Sid])
  })

  scenario('fail-on "warning" fails on a warning, with an error annotation that says why', async (s) => {
    const pull = s.open({ 'policy.json': policy({ ...VPC_ONLY, Action: 's3:DeleteObject' }) })
    const step = await s.run(pull, { inputs: { ...ROLE, 'fail-on': 'warning' } })
    expect(step.exitCode).toBe(1)
    expect(levelsOf(step)).toEqual(['error', 'warning'])
  })

  scenario('notices alone go to the job summary, and not to the pull request', async (s) => {
    const organization = {
      ...VPC_ONLY,
      Sid: 'Org',
      Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-abc1234567' } },
    }
    const pull = s.open({ 'policy.json': policy(organization) })
    const step = await s.run(pull)
    expect(findings(step).map(({ level }) => level)).toEqual(['notice'])
    expect(step.exitCode).toBe(0)
    expect(s.github.writes()).toEqual([])
    expect(step.summary).toContain('`Org`')
  })
})

scenario('without a role the fix is shown with placeholders, and not offered', async (s) => {
  const pull = s.open({ 'policy.json': policy(VPC_ONLY) })
  const step = await s.run(pull, { inputs: {} })
  expect(step.exitCode).toBe(1)
  expect(placesOf(s.github, pull, step).inline).toEqual([VPC_ONLY.Sid])
  expect(suggestionsIn(pull.comments[0]?.body ?? '')).toEqual([])
})

scenario('a policy that cannot be read is a warning, and the run goes on', async (s) => {
  const broken = policy(VPC_ONLY).replace('"s3:*",', '"s3:*"')
  const pull = s.open({ 'broken.json': broken, 'policy.json': policy(blockingStatement('A', 'a'), READ) })
  const step = await s.run(pull)
  expect(step.exitCode).toBe(1)
  expect(levelsOf(step)).toEqual(['error', 'warning'])
  expect(summaryOf(s.github, pull)).toContain('broken.json')
})
