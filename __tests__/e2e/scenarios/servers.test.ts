import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { pullEvent, pushEvent } from '../../support/fake-github/events.js'
import { ACTION } from '../../support/fake-github/names.js'
import { push, pushBase } from '../../support/fake-github/people.js'
import { blockingStatement, policy, READ, ROLE } from '../../support/policies.js'
import { findings, scenario, standing, summaryOf } from '../../support/scenario.js'

/** Other servers than github.com, and what stands between them and the runner. */

const A = blockingStatement('A', 'bucket-a')
const B = blockingStatement('B', 'bucket-b')

/** What a person is never told: the words of the language that this is written in. */
const INTERNALS = /TypeError|SyntaxError|undefined|is not a function|Cannot read|Unexpected token|\bat .*\.js:\d+/

describe('links to rule pages on an Enterprise Server', () => {
  const env = { GITHUB_ACTION_REPOSITORY: ACTION, GITHUB_ACTION_REF: 'v1' }
  const page = (server: string) => `${server}/${ACTION}/blob/v1/docs/rules/deny-blocks-clumio.md`

  for (const [name, others, server] of [
    ['lead to it where it has the action', [ACTION], 'https://github.example'],
    ['lead to github.com where the action comes from there by Connect', [], 'https://github.com'],
  ] as const) {
    scenario(
      name,
      async (s) => {
        for (const each of others) s.github.others.add(each)
        const pull = s.open({ 'a.json': policy(A) })
        await s.run(pull, { env })
        expect(pull.comments[0]?.body).toContain(page(server))
        const commit = s.github.repository.head('main')
        const step = await s.runEvent(pushEvent(commit), pull.headSha, { env })
        expect(step.summary).toContain(page(server))
        expect(s.github.calls.filter(({ operation }) => operation === 'repos/get')).toHaveLength(2)
      },
      { kind: 'enterprise' },
    )
  }

  scenario('lead to it where it does not say', async (s) => {
    s.github.faults.push({ operation: 'repos/get', answer: { status: 502 }, times: 9 })
    const pull = s.open({ 'a.json': policy(A) })
    await s.run(pull, { env })
    expect(pull.comments[0]?.body).toContain(page('https://github.example'))
  })
})

describe('Gitea and Forgejo', () => {
  const SAID = 'This server is not GitHub and tells no diffs'

  scenario(
    'get annotations and one comment, which is kept up to date, and a word why',
    async (s) => {
      const pull = s.open({ 'a.json': policy(A), 'b.json': policy(B) })
      const step = await s.run(pull)
      expect(step.exitCode).toBe(1)
      expect(step.annotations.map(({ level, file }) => [level, file])).toEqual([
        ['error', 'a.json'],
        ['error', 'b.json'],
      ])
      expect(step.summary).toContain(SAID)
      expect(step.log).not.toMatch(INTERNALS)
      expect(pull.comments).toEqual([])
      for (const sid of ['A', 'B']) expect(summaryOf(s.github, pull)).toContain(`\`${sid}\``)
      push(pull, { 'a.json': policy(READ) })
      await s.run(pull)
      expect(pull.conversation).toHaveLength(1)
      expect(summaryOf(s.github, pull)).not.toContain('`A`')
    },
    { kind: 'gitea' },
  )

  scenario(
    'fail under pull_request_target, where nothing but the head counts',
    async (s) => {
      const pull = s.open({ 'a.json': policy(A) })
      const event = pullEvent(pull, 'pull_request_target')
      const step = await s.run(pull, { event, checkout: pull.baseSha })
      expect(step.exitCode).toBe(2)
      expect(step.annotations).toMatchObject([{ level: 'error', message: expect.stringContaining(SAID) }])
      expect(step.log).not.toMatch(INTERNALS)
    },
    { kind: 'gitea' },
  )
})

const PAGE = '<!DOCTYPE html><html><title>Sign in</title></html>'

for (const [name, status, said] of [
  ['a page in the place of an answer', 200, /not JSON/],
  ['a page in the place of a refusal', 403, /403/],
] as const) {
  scenario(`${name} is told as that`, async (s) => {
    const pull = s.open({ 'a.json': policy(A) })
    const answer = { status, headers: { 'content-type': 'text/html' }, body: PAGE }
    s.github.faults.push({ operation: '*', answer, times: 99 })
    const step = await s.run(pull)
    expect(step.exitCode).toBe(1)
    expect(step.log).toMatch(said)
    expect(step.log).not.toMatch(INTERNALS)
    expect(step.log + step.summary).not.toContain('Sign in')
  })
}

scenario('code scanning gets the lines of the checkout, and the pull request those of its head', async (s) => {
  const pull = s.open({ 'a.json': policy(READ, A) }, { 'a.json': policy(READ) })
  // The base gets lines above, which the test merge has and the head has not.
  pushBase(pull, { 'a.json': policy(READ).replace('{\n', '{\n\n\n\n') })
  let folder = ''
  const step = await s.run(pull, {
    inputs: { ...ROLE, 'sarif-file': 'out.sarif' },
    prepare: (workspace) => {
      folder = workspace
    },
  })
  const lineIn = (text: string) => text.split('\n').findLastIndex((line) => line.includes('"Principal": "*"')) + 1
  const { results } = JSON.parse(readFileSync(join(folder, 'out.sarif'), 'utf8')).runs[0]
  const [{ locations, fixes }] = results
  const merged = lineIn(readFileSync(join(folder, 'a.json'), 'utf8'))
  const head = lineIn(String(pull.repository.file(pull.headSha, 'a.json')))
  expect(merged).toBe(head + 3)
  expect(locations[0].physicalLocation.region.startLine).toBe(merged)
  expect(fixes[0].artifactChanges[0].replacements[0].deletedRegion.startLine).toBe(merged)
  expect(findings(step)[0]?.location.startLine).toBe(head)
  expect(standing(s.github, pull)[0]?.line).toBe(head)
})
