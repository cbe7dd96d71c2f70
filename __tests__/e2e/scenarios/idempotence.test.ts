import { expect } from 'vitest'
import {
  beginReview,
  comment,
  commitSuggestions,
  deleteComment,
  push,
  pushBase,
  rebase,
  resolveThread,
  squash,
} from '../../support/fake-github/people.js'
import { type Pull, SOMEBODY, type StoredComment, type User } from '../../support/fake-github/state.js'
import { blockingStatement, policy, READ, ROLE } from '../../support/policies.js'
import { markerOf, placesOf, type Scenario, scenario, standing, summaryOf } from '../../support/scenario.js'

/** A run says what is new, and takes back what is gone; everything else stays as it is. */

const A = blockingStatement('A', 'bucket-a')
const B = blockingStatement('B', 'bucket-b')
const MALLORY: User = { login: 'mallory', type: 'User' }

/** The id of the one comment that stands. */
function only(s: Scenario, pull: Pull): StoredComment {
  const [first, ...more] = standing(s.github, pull)
  if (first === undefined || more.length > 0)
    throw new Error(`${more.length + Number(first !== undefined)} comments stand`)
  return first
}

async function writesOf(s: Scenario, run: () => Promise<unknown>): Promise<readonly string[]> {
  const before = s.github.writes().length
  await run()
  return s.github.writes().slice(before)
}

scenario('a second run of the same head posts nothing', async (s) => {
  const pull = s.open(
    { 'policy.json': policy(A, B), 'other.json': policy(READ) },
    { 'old.json': policy({ ...A, Sid: 'Old' }) },
  )
  const first = await s.run(pull)
  const second = await s.run(pull)
  expect(second.exitCode).toBe(1)
  expect(await writesOf(s, () => s.run(pull))).toEqual([])
  expect(second.report).toEqual(first.report)
  expect(second.outputs['comment-url']).toBe(first.outputs['comment-url'])
})

scenario('nothing is posted where there is nothing to say', async (s) => {
  const pull = s.open({ 'policy.json': policy(READ) })
  const step = await s.run(pull)
  expect(step.exitCode).toBe(0)
  expect(s.github.writes()).toEqual([])
})

const PUSHES: readonly (readonly [name: string, change: (pull: Pull) => void])[] = [
  ['a push to another file', (pull) => push(pull, { 'other.json': '{}\n' })],
  ['a push that moves the lines', (pull) => push(pull, { 'policy.json': policy(READ, { ...READ, Sid: 'Other' }, A) })],
  [
    'a rebase',
    (pull) => {
      pushBase(pull, { 'elsewhere.txt': 'moved on\n' })
      rebase(pull)
    },
  ],
  ['a push with force', (pull) => squash(pull, { 'other.json': '{}\n' })],
  [
    'a new title',
    (pull) => {
      pull.title = 'Another title'
    },
  ],
  [
    'a change to a draft',
    (pull) => {
      pull.draft = true
    },
  ],
]
for (const [name, change] of PUSHES) {
  scenario(`a finding keeps its comment across ${name}`, async (s) => {
    const pull = s.open({ 'policy.json': policy(READ, A) })
    await s.run(pull)
    const { id } = only(s, pull)
    change(pull)
    const step = await s.run(pull)
    expect(placesOf(s.github, pull, step).inline).toEqual(['A'])
    expect(only(s, pull).id).toBe(id)
    expect(pull.reviews.filter(({ user }) => user.type === 'Bot')).toHaveLength(1)
    await s.fix(pull)
  })
}

scenario('new findings are told together, in one more review', async (s) => {
  const pull = s.open({ 'policy.json': policy(A) })
  await s.run(pull)
  push(pull, { 'b.json': policy(B), 'c.json': policy({ ...B, Sid: 'C' }) })
  const step = await s.run(pull)
  expect(placesOf(s.github, pull, step).inline).toEqual(['A', 'B', 'C'])
  expect(pull.reviews).toHaveLength(2)
})

scenario('lines that were rewritten get a comment that can be applied, and lose the old one', async (s) => {
  const pull = s.open({ 'policy.json': policy(A) })
  await s.run(pull)
  push(pull, { 'policy.json': policy(A).replaceAll('  ', '\t') })
  const step = await s.run(pull)
  expect(placesOf(s.github, pull, step).inline).toEqual(['A'])
  await s.fix(pull)
})

scenario('a fixed finding is closed, and one that is back is told again', async (s) => {
  const pull = s.open({ 'policy.json': policy(A) })
  await s.run(pull)
  push(pull, { 'policy.json': policy(READ) })
  expect((await s.run(pull)).exitCode).toBe(0)
  expect(standing(s.github, pull)).toEqual([])
  expect(summaryOf(s.github, pull)).toContain('✅')
  expect(await writesOf(s, () => s.run(pull))).toEqual([])
  push(pull, { 'policy.json': policy(A) })
  const step = await s.run(pull)
  expect(placesOf(s.github, pull, step).inline).toEqual(['A'])
  await s.fix(pull)
})

scenario('a token that may write to the repository closes threads as well', async (s) => {
  s.github.rights = { contents: 'write', pullRequests: 'write' }
  const pull = s.open({ 'a.json': policy(A), 'b.json': policy(B) })
  await s.run(pull)
  push(pull, { 'a.json': policy(READ) })
  const step = await s.run(pull)
  expect(placesOf(s.github, pull, step).inline).toEqual(['B'])
  expect(await writesOf(s, () => s.run(pull))).toEqual([])
})

scenario('the answer of a person stays when the finding is gone, and so does what it answers', async (s) => {
  const pull = s.open({ 'policy.json': policy(A) })
  await s.run(pull)
  const own = only(s, pull)
  pull.reply(own.id, 'Why is that?')
  push(pull, { 'policy.json': policy(READ) })
  await s.run(pull)
  expect(standing(s.github, pull)).toEqual([])
  expect(pull.comments.map(({ id }) => id)).toContain(own.id)
  expect(await writesOf(s, () => s.run(pull))).toEqual([])
})

scenario('a thread that a person resolved is not opened again, nor told twice', async (s) => {
  const pull = s.open({ 'policy.json': policy(A) })
  await s.run(pull)
  resolveThread(pull, only(s, pull))
  push(pull, { 'other.json': '{}\n' })
  const step = await s.run(pull)
  expect(step.exitCode).toBe(1)
  expect(pull.comments).toHaveLength(1)
  expect(pull.resolved.size).toBe(1)
})

scenario('a comment that somebody deleted is written again', async (s) => {
  const pull = s.open({ 'policy.json': policy(A) })
  await s.run(pull)
  deleteComment(pull, only(s, pull))
  const step = await s.run(pull)
  expect(placesOf(s.github, pull, step).inline).toEqual(['A'])
})

scenario('a comment with an answer that somebody deleted leaves the answer alone', async (s) => {
  const pull = s.open({ 'policy.json': policy(A) })
  await s.run(pull)
  const own = only(s, pull)
  pull.reply(own.id, 'I see')
  deleteComment(pull, own)
  const step = await s.run(pull)
  expect(placesOf(s.github, pull, step).inline).toEqual(['A'])
  await s.fix(pull)
})

scenario('marks of this tool under another name change nothing', async (s) => {
  const pull = s.open({ 'policy.json': policy(A), 'b.json': policy(B) })
  await s.run(pull)
  const [first] = standing(s.github, pull)
  if (first === undefined) throw new Error('no comment')
  comment(pull, first.path, 8, first.body, MALLORY)
  pull.conversation.unshift({ id: pull.nextId(), user: MALLORY, body: summaryOf(s.github, pull) })
  expect(await writesOf(s, () => s.run(pull))).toEqual([])
  commitSuggestions(pull, standing(s.github, pull))
  expect((await s.run(pull)).exitCode).toBe(0)
  expect(standing(s.github, pull)).toEqual([])
})

scenario('marks of this tool that stand there before the first run change nothing', async (s) => {
  const other = s.open({ 'policy.json': policy(A) })
  await s.run(other)
  const { body } = only(s, other)
  const summary = summaryOf(s.github, other)
  const pull = s.github.openPull('main', 'change')
  comment(pull, 'policy.json', 8, body, MALLORY)
  pull.conversation.push({ id: pull.nextId(), user: MALLORY, body: summary })
  const step = await s.run(pull)
  expect(placesOf(s.github, pull, step).inline).toEqual(['A'])
})

scenario('other workflows under the same name are left alone', async (s) => {
  const pull = s.open({ 'policy.json': policy(A) })
  comment(pull, 'policy.json', 8, 'Please format this file.', s.github.user)
  comment(pull, 'policy.json', 9, '<!-- other-tool:v1 comment id=x -->\nhello', s.github.user)
  pull.conversation.push({ id: pull.nextId(), user: s.github.user, body: '<!-- other-tool -->\nCoverage: 80 %' })
  await s.run(pull)
  await s.fix(pull)
})

scenario("somebody's review that is not submitted is left alone", async (s) => {
  const pull = s.open({ 'policy.json': policy(A) })
  beginReview(pull, 'policy.json', 8)
  const step = await s.run(pull)
  expect(placesOf(s.github, pull, step).inline).toEqual(['A'])
  await s.fix(pull)
})

const IDS: readonly (readonly [name: string, first: Ways, second: Ways])[] = [
  ['ids of their own', { inputs: { id: 'east' } }, { inputs: { id: 'west' } }],
  ['folders of their own', { inputs: { 'working-directory': 'east' } }, { inputs: { 'working-directory': 'west' } }],
  ['names of their own', { env: { GITHUB_JOB: 'east' } }, { env: { GITHUB_JOB: 'west' } }],
]
interface Ways {
  readonly inputs?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
}
for (const [name, east, west] of IDS) {
  scenario(`two jobs with ${name} keep out of each other's way`, async (s) => {
    const pull = s.open({ 'east/policy.json': policy(A), 'west/policy.json': policy(B) })
    const run = (ways: Ways) => s.run(pull, { ...ways, inputs: { ...ROLE, ...ways.inputs } })
    await Promise.all([run(east), run(west)])
    const ids = new Set(standing(s.github, pull).map(({ body }) => markerOf(body)?.id))
    expect(ids.size).toBe(2)
    expect(pull.conversation).toHaveLength(2)
    expect(await writesOf(s, async () => [await run(east), await run(west)])).toEqual([])
    // One of them says that all is well; the other's comments stay.
    push(pull, { 'east/policy.json': policy(READ), 'west/policy.json': policy(READ) })
    await run(east)
    expect(new Set(standing(s.github, pull).map(({ body }) => markerOf(body)?.id)).size).toBe(1)
    await run(west)
    expect(standing(s.github, pull)).toEqual([])
  })
}

scenario('an app with another name than the workflow recognises its own comments', async (s) => {
  s.github.user = { login: 'policy-bot[bot]', type: 'Bot' }
  const pull = s.open({ 'policy.json': policy(A) })
  await s.run(pull)
  expect(await writesOf(s, () => s.run(pull))).toEqual([])
  await s.fix(pull)
})

scenario('the token of a person recognises its own comments', async (s) => {
  s.github.user = { login: 'carol', type: 'User' }
  const pull = s.open({ 'policy.json': policy(A) })
  await s.run(pull)
  pull.reply(only(s, pull).id, 'ok', SOMEBODY)
  expect(await writesOf(s, () => s.run(pull))).toEqual([])
  await s.fix(pull)
})

scenario('committed suggestions whose threads the page resolved need no closing', async (s) => {
  const pull = s.open({ 'policy.json': policy(A) })
  await s.run(pull)
  const own = only(s, pull)
  commitSuggestions(pull)
  resolveThread(pull, own)
  const step = await s.run(pull)
  expect(step.exitCode).toBe(0)
  expect(pull.resolved.get(own.id)?.login ?? SOMEBODY.login).toBe(SOMEBODY.login)
})

scenario('its own comments are found among more than a page of others', async (s) => {
  const pull = s.open({ 'policy.json': policy(A) })
  for (let i = 0; i < 130; i++) {
    comment(pull, 'policy.json', 3, `talk ${i}`)
    pull.conversation.push({ id: pull.nextId(), user: SOMEBODY, body: `talk ${i}` })
  }
  await s.run(pull)
  expect(await writesOf(s, () => s.run(pull))).toEqual([])
})
