import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { mergeGroupEvent, pullEvent, pushEvent } from '../../support/fake-github/events.js'
import { headText, push, pushBase, withSuggestions } from '../../support/fake-github/people.js'
import { blockingStatement, crlf, PRINCIPALS, policy, READ } from '../../support/policies.js'
import type { StepResult } from '../../support/runner.js'
import { findings, placesOf, scenario, standing, summaryOf } from '../../support/scenario.js'

/** What is checked out is a merge of the head into the base, old or new, or something else; comments stand on the head. */

const A = blockingStatement('A')
const OTHERS = Array.from({ length: 6 }, (_, i) => ({ ...READ, Sid: `Read${i}` }))
const NEW = { ...READ, Sid: 'New' }

scenario('the base moved the lines of the file since: suggestion on the lines of the head', async (s) => {
  const pull = s.open({ 'policy.json': policy(...OTHERS, A) }, { 'policy.json': policy(...OTHERS) })
  pushBase(pull, { 'policy.json': policy(NEW, ...OTHERS) })
  const step = await s.run(pull)
  expect(step.exitCode).toBe(1)
  const fixed = JSON.parse(withSuggestions(pull).get('policy.json') ?? '')
  expect(fixed.Statement.at(-1)).toMatchObject({ Sid: 'A', NotPrincipal: { AWS: PRINCIPALS } })
  await s.fix(pull)
})

scenario('the merge ref is older than the head: the head is judged', async (s) => {
  const pull = s.open({ 'policy.json': policy(A) })
  const stale = s.github.repository.merge(pull.baseSha, pull.headSha)
  push(pull, { 'policy.json': policy(...OTHERS, { ...A, Sid: 'Second' }) })
  const step = await s.run(pull, { checkout: stale })
  expect(placesOf(s.github, pull, step).inline).toEqual(['Second'])
  await s.fix(pull)
})

scenario('the head fixed what the older merge ref still holds: green', async (s) => {
  const pull = s.open({ 'policy.json': policy(A) })
  const stale = s.github.repository.merge(pull.baseSha, pull.headSha)
  push(pull, { 'policy.json': policy(READ) })
  const step = await s.run(pull, { checkout: stale })
  expect(step.exitCode).toBe(0)
  expect(s.github.writes()).toEqual([])
})

scenario('the merge ref is newer than the event: nothing inline for a head that is not the newest', async (s) => {
  const pull = s.open({ 'policy.json': policy(A) })
  const event = pullEvent(pull)
  const head = pull.headSha
  push(pull, { 'policy.json': policy(...OTHERS, A) })
  const step = await s.run(pull, { event })
  expect(step.exitCode).toBe(1)
  expect(standing(s.github, pull)).toEqual([])
  expect(summaryOf(s.github, pull)).toContain(head.slice(0, 12))
  // The run of the newer head says it all.
  await s.run(pull)
  expect(standing(s.github, pull)).toHaveLength(1)
  expect(summaryOf(s.github, pull)).not.toContain(head.slice(0, 12))
})

scenario('the head moves while the check runs: nothing inline, and the newer run repairs it', async (s) => {
  const pull = s.open({ 'policy.json': policy(A) })
  s.github.onRequest = (operation) => {
    if (operation !== 'pulls/get') return
    s.github.onRequest = () => undefined
    push(pull, { 'other.json': '{}\n' })
  }
  const step = await s.run(pull)
  expect(step.exitCode).toBe(1)
  expect(pull.comments).toEqual([])
  const second = await s.run(pull)
  expect(placesOf(s.github, pull, second).inline).toEqual(['A'])
})

scenario('a run that ends after the run of a newer head does not overwrite its summary', async (s) => {
  const pull = s.open({ 'policy.json': policy(A) })
  const old = { event: pullEvent(pull), checkout: s.github.repository.merge(pull.baseSha, pull.headSha) }
  push(pull, { 'policy.json': policy({ ...A, Sid: 'Newer' }) })
  await s.run(pull)
  const before = [summaryOf(s.github, pull), s.github.writes().length]
  await s.run(pull, old)
  expect([summaryOf(s.github, pull), s.github.writes().length]).toEqual(before)
})

for (const name of ['pull_request', 'pull_request_target'] as const) {
  scenario(
    `under ${name} a run that is started again judges the commit that it is for, which is not the newest`,
    async (s) => {
      const pull = s.open({ 'policy.json': policy(A) })
      const event = pullEvent(pull, name)
      const checkout = s.github.repository.merge(pull.baseSha, pull.headSha)
      push(pull, { 'policy.json': policy(READ) })
      const step = await s.run(pull, { event, checkout })
      expect(step.exitCode).toBe(1)
      expect(findings(step).map(({ statement }) => statement?.sid)).toEqual(['A'])
      expect(standing(s.github, pull)).toEqual([])
    },
  )
}

scenario('a run that is started again, where trees are cut, says nothing about its commit', async (s) => {
  const pull = s.open({ 'policy.json': policy(A) })
  const old = { event: pullEvent(pull), checkout: s.github.repository.merge(pull.baseSha, pull.headSha) }
  push(pull, { 'policy.json': policy(READ) })
  const cut = { status: 200, body: { sha: '0'.repeat(40), tree: [], truncated: true } }
  s.github.faults.push({ operation: 'git/get-tree', answer: cut, times: 9 })
  const step = await s.run(pull, old)
  expect(step.exitCode).toBe(2)
  expect(step.annotations[0]?.message).toContain('what it changes cannot be checked')
})

for (const [what, tree] of [
  ['nothing', (entries: readonly Entry[]) => entries.filter(({ path }) => path !== 'policy.json')],
  ['another blob', (entries: readonly Entry[]) => entries.map((one) => ({ ...one, sha: entries[0]?.sha ?? '' }))],
] as const) {
  scenario(`under pull_request_target a changed file of which the tree holds ${what} fails the step`, async (s) => {
    const pull = s.open({ 'policy.json': policy(A) })
    const alter = (body: unknown) => {
      const { tree: entries, ...rest } = body as { readonly tree: readonly Entry[] }
      return { ...rest, tree: tree(entries) }
    }
    s.github.faults.push({ operation: 'git/get-tree', alter, times: 9 })
    const step = await s.run(pull, { event: pullEvent(pull, 'pull_request_target'), checkout: pull.baseSha })
    expect(step.exitCode).toBe(2)
    expect(step.annotations[0]?.message).toContain('policy.json cannot be checked: by the list')
  })
}

type Entry = { readonly path: string; readonly sha: string }

scenario('the head itself is checked out (ref: head.sha)', async (s) => {
  const pull = s.open({ 'policy.json': policy(...OTHERS, A) }, { 'policy.json': policy(...OTHERS) })
  pushBase(pull, { 'policy.json': policy(NEW, ...OTHERS) })
  const step = await s.run(pull, { checkout: pull.headSha })
  expect(placesOf(s.github, pull, step).inline).toEqual(['A'])
  expect(s.github.calls.some(({ operation }) => operation === 'git/get-blob')).toBe(false)
  await s.fix(pull, {})
})

scenario('the base alone is checked out: what the head changes is judged as the head has it', async (s) => {
  const base = { 'policy.json': policy(...OTHERS), 'gone.json': policy({ ...A, Sid: 'Gone' }) }
  const pull = s.open({ 'policy.json': policy(...OTHERS, A), 'gone.json': null }, base)
  const step = await s.run(pull, { checkout: pull.baseSha })
  expect(findings(step).map(({ statement }) => statement?.sid)).toEqual(['A'])
  expect(placesOf(s.github, pull, step).inline).toEqual(['A'])
})

scenario('a step before rewrote the file: the head is judged, not the working tree', async (s) => {
  const pull = s.open({ 'policy.json': policy(A) })
  const prepare = (workspace: string) => writeFileSync(join(workspace, 'policy.json'), policy(NEW, ...OTHERS))
  const step = await s.run(pull, { prepare })
  expect(placesOf(s.github, pull, step).inline).toEqual(['A'])
})

scenario('the working tree has other line ends than the head: suggestion all the same', async (s) => {
  const pull = s.open({ 'policy.json': policy(A) })
  const prepare = (workspace: string) =>
    writeFileSync(join(workspace, 'policy.json'), crlf(headText(pull, 'policy.json')))
  await s.run(pull, { prepare })
  expect(JSON.parse(withSuggestions(pull).get('policy.json') ?? '').Statement[0]).toHaveProperty('NotPrincipal')
})

scenario('a file that a step makes is judged, and told in the summary', async (s) => {
  const pull = s.open({ 'other.json': '{}\n' })
  const prepare = (workspace: string) => writeFileSync(join(workspace, 'made.json'), policy(A))
  const step = await s.run(pull, { prepare })
  expect(placesOf(s.github, pull, step)).toEqual({ inline: [], summary: ['A'] })
})

scenario("the head's content cannot be read: what the checkout holds is judged, and that is said", async (s) => {
  const pull = s.open({ 'policy.json': policy(...OTHERS, A) }, { 'policy.json': policy(...OTHERS) })
  pushBase(pull, { 'policy.json': policy(NEW, ...OTHERS) })
  s.github.faults.push({ operation: 'git/get-blob', answer: { status: 404, body: { message: 'Not Found' } }, times: 9 })
  const step = await s.run(pull)
  expect(step.exitCode).toBe(1)
  expect(step.log).toContain('policy.json: judged as the checkout has it')
  expect(step.summary).toContain('judged as the checkout has it')
  expect(placesOf(s.github, pull, step)).toEqual({ inline: [], summary: ['A'] })
})

const UNREADABLE: readonly (readonly [name: string, files: number, fault: boolean, named: string])[] = [
  ['cannot be read', 1, true, 'policies/000.json'],
  ['are more than a run reads', 205, false, 'policies/200.json'],
]
for (const [name, count, fault, named] of UNREADABLE) {
  scenario(`files of the head that the checkout lacks and that ${name} fail the step, and are named`, async (s) => {
    const files = Array.from({ length: count }, (_, i) => [`policies/${String(i).padStart(3, '0')}.json`, policy(READ)])
    const pull = s.open(Object.fromEntries(files))
    const answer = { status: 404, body: { message: 'Not Found' } }
    if (fault) s.github.faults.push({ operation: 'git/get-blob', answer, times: 9 })
    const step = await s.run(pull, { checkout: pull.baseSha })
    expect(step.exitCode).toBe(2)
    expect(step.annotations).toMatchObject([{ level: 'error', message: expect.stringContaining(named) }])
  })
}

scenario('a pull request of more files than a page lists is commented on its last file', async (s) => {
  const files = Object.fromEntries(Array.from({ length: 140 }, (_, i) => [`a/${i}.txt`, `${i}\n`]))
  const pull = s.open({ ...files, 'z.json': policy(A) })
  const step = await s.run(pull)
  expect(placesOf(s.github, pull, step).inline).toEqual(['A'])
  await s.fix(pull)
})

/** The commit that the report says was judged. */
const commitOf = ({ report }: StepResult) =>
  (report as { readonly context: { readonly commit: string } }).context.commit

for (const name of ['pull_request', 'pull_request_target'] as const) {
  scenario(`under ${name} the commit that is told is the head, whatever GITHUB_SHA is`, async (s) => {
    const pull = s.open({ 'policy.json': policy(A) })
    const merge = s.github.repository.merge(pull.baseSha, pull.headSha)
    for (const checkout of [merge, pull.baseSha]) {
      const step = await s.run(pull, { event: pullEvent(pull, name), checkout })
      expect(findings(step).map(({ statement }) => statement?.sid)).toEqual(['A'])
      expect(commitOf(step)).toBe(pull.headSha)
      expect(JSON.stringify(s.github.writes())).not.toContain(merge)
    }
  })
}

scenario('without a pull request the commit that is told is that of the run', async (s) => {
  const commit = s.github.repository.commit('main', { 'policy.json': policy(A) })
  expect(commitOf(await s.runEvent(pushEvent(commit), commit))).toBe(commit)
  const head = s.github.repository.commit('queue', { 'new.json': policy(A) }, 'main')
  expect(commitOf(await s.runEvent(mergeGroupEvent(head, commit), head))).toBe(head)
})
