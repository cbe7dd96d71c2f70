import { describe, expect } from 'vitest'
import { pullEvent } from '../../support/fake-github/events.js'
import { commitSuggestions, push } from '../../support/fake-github/people.js'
import { type Pull, REPOSITORY } from '../../support/fake-github/state.js'
import { blockingStatement, manyPolicies, policy, READ, ROLE } from '../../support/policies.js'
import { findings, type Scenario, scenario, standing, summaryOf } from '../../support/scenario.js'

/** Which run is which: on the pull request, in one job, and in the reports. */

const A = blockingStatement('A', 'bucket-a')
const B = blockingStatement('B', 'bucket-b')
const OTHER_ROLE = { ...ROLE, 'clumio-role-id': 'ClumioRole-eu-west-1-831e8db1-7a77-4550-b2a4-838aa526b8df' }

interface Context {
  readonly repository: string
  readonly commit: string
  readonly root: string | null
  readonly id: string
}

function contextOf(step: { readonly report: unknown }): Context {
  return (step.report as { readonly context: Context }).context
}

describe('two steps of one job with the same id', () => {
  scenario('and another role: the second fails before it overwrites anything, and names the id', async (s) => {
    const pull = s.open({ 'a.json': policy(A) })
    const first = await s.run(pull, { inputs: { ...ROLE, id: 'east' }, job: '1' })
    const said = structuredClone([pull.comments, pull.conversation])
    const second = await s.run(pull, { inputs: { ...OTHER_ROLE, id: 'east' }, job: '1' })
    expect(second.exitCode).toBe(2)
    expect(second.annotations).toMatchObject([
      { level: 'error', message: expect.stringContaining('id: an earlier step') },
    ])
    expect(second.annotations[0]?.message).toContain('"east"')
    expect(second.outputs.report).toBeUndefined()
    expect([pull.comments, pull.conversation]).toEqual(said)
    expect(contextOf(first).id).toBe('east')
  })

  scenario('and the same role go on, as do ids of their own, and other jobs', async (s) => {
    const pull = s.open({ 'a.json': policy(A) })
    for (const [inputs, job] of [
      [{ ...ROLE, id: 'east' }, '1'],
      [{ ...ROLE, id: 'east' }, '1'],
      [{ ...OTHER_ROLE, id: 'west' }, '1'],
      [{ ...OTHER_ROLE, id: 'east' }, '2'],
    ] as const) {
      expect((await s.run(pull, { inputs, job })).exitCode).toBe(1)
    }
  })
})

describe('a report says whose it is', () => {
  scenario('on a pull request by its head', async (s) => {
    const pull = s.open({ 'a.json': policy(A) })
    const context = contextOf(await s.run(pull, { inputs: { ...ROLE, id: 'east' } }))
    expect(context).toEqual({ repository: REPOSITORY, commit: pull.headSha, root: null, id: 'east' })
  })
})

scenario('the headings of summary and review name directory and id, where they were given', async (s) => {
  const pull = s.open({ 'infra/a.json': policy(A) })
  await s.run(pull, { inputs: { ...ROLE, id: 'east', 'working-directory': 'infra' } })
  expect(summaryOf(s.github, pull)).toMatch(/## .*\(directory `infra`, id `east`\)\n/)
  expect(pull.reviews[0]?.body).toContain('**Clumio policy check (directory `infra`, id `east`):** One place')
  const plain = s.github.openPull('main', 'change')
  await s.run(plain)
  expect(summaryOf(s.github, plain)).toMatch(/## ❌ [^(\n]*\n/)
})

/** No second summary, nothing told twice, and nothing to do for yet another run. */
async function expectSettled(s: Scenario, pull: Pull): Promise<void> {
  await s.run(pull)
  summaryOf(s.github, pull)
  expect(pull.conversation).toHaveLength(1)
  expect(standing(s.github, pull)).toHaveLength(2)
  const writes = s.github.writes().length
  await s.run(pull)
  expect(s.github.writes()).toHaveLength(writes)
}

scenario('two runs at once: the next one takes away what is there twice', async (s) => {
  const pull = s.open({ 'a.json': policy(A), 'b.json': policy(B) })
  // Each posts before the other can see it.
  const waiting: (() => void)[] = []
  s.github.before = async (operation) => {
    if (operation !== 'pulls/create-review' || waiting.length === 2) return
    await new Promise<void>((go) => {
      waiting.push(go)
      if (waiting.length === 2) for (const each of waiting) each()
    })
  }
  await Promise.all([s.run(pull), s.run(pull)])
  expect([pull.conversation.length, pull.comments.length]).toEqual([2, 4])
  await expectSettled(s, pull)
})

describe('where all conversations must be resolved before a merge', () => {
  scenario("findings that are fixed are in nobody's way", async (s) => {
    const pull = s.open({ 'a.json': policy(A), 'b.json': policy(B) })
    await s.run(pull)
    expect(pull.isBlocked).toBe(true)
    commitSuggestions(pull)
    expect((await s.run(pull)).exitCode).toBe(0)
    expect(pull.isBlocked).toBe(false)
  })

  scenario('one that somebody answered asks to be resolved', async (s) => {
    const pull = s.open({ 'a.json': policy(A) })
    await s.run(pull)
    pull.reply(pull.comments[0]?.id ?? 0, 'Why?')
    push(pull, { 'a.json': policy(READ) })
    await s.run(pull)
    expect(pull.comments.map(({ body }) => body.split('\n')[1] ?? body)).toEqual([
      expect.stringMatching(/^Fixed: .*Please resolve this conversation\.$/),
      'Why?',
    ])
  })
})

scenario('two jobs share thirty comments', async (s) => {
  const pull = s.open({
    ...Object.fromEntries(Object.entries(manyPolicies(20)).map(([path, text]) => [`east/${path}`, text])),
    ...Object.fromEntries(Object.entries(manyPolicies(20)).map(([path, text]) => [`west/${path}`, text])),
  })
  for (const id of ['east', 'west']) await s.run(pull, { inputs: { ...ROLE, id, 'working-directory': id } })
  expect(standing(s.github, pull)).toHaveLength(30)
  expect(pull.conversation[1]?.body).toContain('10 findings in review comments')
  expect(pull.conversation[1]?.body).toContain('at most 30 review comments')
})

scenario(
  'on a pull request that was closed what stands is brought up to date, and nothing new is posted',
  async (s) => {
    const pull = s.open({ 'a.json': policy(A), 'b.json': policy(B) })
    await s.run(pull)
    push(pull, { 'a.json': policy(READ), 'c.json': policy({ ...B, Sid: 'C' }) })
    pull.open = false
    const writes = s.github.writes().length
    const step = await s.run(pull, { event: pullEvent(pull) })
    expect(findings(step)).toHaveLength(2)
    expect(s.github.writes().slice(writes).sort()).toEqual(['issues/update-comment', 'pulls/delete-review-comment'])
    expect(standing(s.github, pull).map(({ path }) => path)).toEqual(['b.json'])
  },
)
