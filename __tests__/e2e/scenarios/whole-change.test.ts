import { expect } from 'vitest'
import { pullEvent } from '../../support/fake-github/events.js'
import type { Pull } from '../../support/fake-github/state.js'
import { blockingStatement, policy, READ, ROLE } from '../../support/policies.js'
import { findings, type RunOptions, type Scenario, scenario, summaryOf } from '../../support/scenario.js'

/** Green never means that a list was cut, that a name was another one, or that a stranger wrote the rules. */

const CONFIG = '.github/clumio-policy-check.jsonc'
const BAD = policy(blockingStatement('Planted', 'bucket-a'))
const OFF = '{ "rules": { "deny-blocks-clumio": "off" } }\n'
const target = (pull: Pull): RunOptions => ({ event: pullEvent(pull, 'pull_request_target'), checkout: pull.baseSha })
const sids = (step: Parameters<typeof findings>[0]) => findings(step).map(({ statement }) => statement?.sid)

/** A policy behind as many other files as GitHub lists. */
function openLarge(s: Scenario): Pull {
  const docs = Array.from({ length: 3_000 }, (_, i) => [`docs/${String(i).padStart(4, '0')}.md`, `${i}\n`])
  return s.open({ ...Object.fromEntries(docs), 'policies/z.json': BAD })
}

const CUT_TREE = { status: 200, body: { sha: '0'.repeat(40), tree: [], truncated: true } }

function cutTrees(s: Scenario): void {
  s.github.faults.push({ operation: 'git/get-tree', answer: CUT_TREE, times: 9 })
}

scenario('what GitHub leaves out of a long list is found in the trees of the commits', async (s) => {
  const pull = openLarge(s)
  const step = await s.run(pull, target(pull))
  expect(step.exitCode).toBe(1)
  expect(sids(step)).toEqual(['Planted'])
})

scenario(
  'a long list and cut trees: the checkout of the pull request is judged, with a warning; that of the base fails',
  async (s) => {
    const pull = openLarge(s)
    cutTrees(s)
    const own = await s.run(pull)
    expect(own.exitCode).toBe(1)
    expect(sids(own)).toEqual(['Planted'])
    expect(own.annotations.map(({ level, message }) => [level, message.includes('GitHub lists only')])).toContainEqual([
      'warning',
      true,
    ])
    expect(summaryOf(s.github, pull)).toContain(
      'GitHub lists only 3000 of the files that this pull request changes, and not this one',
    )
    for (const options of [target(pull), { checkout: pull.baseSha }]) {
      const blind = await s.run(pull, options)
      expect(blind.exitCode).toBe(2)
      expect(blind.annotations[0]?.message).toContain('cannot be checked')
    }
  },
)

scenario('under pull_request_target the old name of a renamed file is not judged', async (s) => {
  const filler = { 'README.md': 'read me\n' }
  const pull = s.open({ 'old.json': null, 'new.json': policy(READ) }, { ...filler, 'old.json': BAD })
  expect((await s.run(pull, target(pull))).exitCode).toBe(0)
  // Nor is a name that only moved with its text.
  const other = await s.github.repository.commit('moved', { 'old.json': null, 'moved.json': BAD }, 'main')
  expect(other).not.toBe('')
  const moved = s.github.openPull('main', 'moved')
  const step = await s.run(moved, target(moved))
  expect(findings(step).map(({ location }) => location.path)).toEqual(['moved.json'])
})

for (const checkout of ['base', 'head'] as const) {
  scenario(
    `under pull_request_target with the ${checkout} checked out, the head's configuration does not count`,
    async (s) => {
      const pull = s.open({ 'policy.json': BAD, [CONFIG]: OFF })
      const event = pullEvent(pull, 'pull_request_target')
      const step = await s.run(pull, { event, checkout: checkout === 'base' ? pull.baseSha : pull.headSha })
      expect(step.exitCode).toBe(1)
      expect(sids(step)).toEqual(['Planted'])
      expect(step.summary).toContain('The configuration of the base counts')
    },
  )

  scenario(`under pull_request_target with the ${checkout} checked out, the base's configuration counts`, async (s) => {
    const pull = s.open({ 'policy.json': BAD, [CONFIG]: '{ "nonsense": ' }, { [CONFIG]: OFF })
    const event = pullEvent(pull, 'pull_request_target')
    const step = await s.run(pull, { event, checkout: checkout === 'base' ? pull.baseSha : pull.headSha })
    expect(step.exitCode).toBe(0)
  })
}

scenario('under pull_request_target a named configuration must be in the base', async (s) => {
  const pull = s.open({ 'policy.json': BAD, 'rules.jsonc': OFF })
  const step = await s.run(pull, {
    ...target(pull),
    checkout: pull.headSha,
    inputs: { ...ROLE, config: 'rules.jsonc' },
  })
  expect(step.exitCode).toBe(2)
  expect(step.annotations[0]?.message).toContain('config: rules.jsonc')
})
