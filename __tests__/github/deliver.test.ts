import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { GitHubClient } from '../../src/github/api/client.js'
import { API_CALLS, RESERVED_CALLS } from '../../src/github/api/limits.js'
import { type Delivery, deliver } from '../../src/github/comments/deliver.js'
import { parseEvent } from '../../src/github/pull/event.js'
import type { Finding } from '../../src/model/report.js'
import { applySuggestions, suggestionsIn } from '../support/apply.js'
import { FakeGitHub, REPOSITORY, TOKEN } from '../support/fake-github/server.js'
import { type Pull, SOMEBODY, type StoredComment } from '../support/fake-github/state.js'
import { blocking, edit, fix, result, undecided } from '../support/findings.js'
import { headOver } from '../support/head.js'

const LINES = Array.from({ length: 200 }, (_, i) => `line ${i + 1}`)
const TEXT = `${LINES.join('\n')}\n`

let github: FakeGitHub
let pull: Pull
let waits: number[]

beforeEach(async () => {
  github = await FakeGitHub.start()
  github.repository.commit('main', { 'README.md': 'read me\n' })
  github.repository.commit('change', { 'policy.json': TEXT }, 'main')
  pull = github.openPull('main', 'change')
  waits = []
})

afterEach(async () => {
  await github.stop()
  expect(github.violations).toEqual([])
})

function client(patience = { requestMs: 60_000, silenceMs: 60_000 }): GitHubClient {
  const [owner = '', repo = ''] = REPOSITORY.split('/')
  const clock = { now: () => 0, sleep: async (ms: number) => void waits.push(ms) }
  return new GitHubClient({ token: TOKEN, apiUrl: github.url, owner, repo, userAgent: 'test', clock, patience })
}

async function tell(
  findings: readonly Finding[],
  more: { id?: string; mode?: 'review' | 'summary'; api?: GitHubClient; complete?: boolean; run?: string } = {},
): Promise<Delivery> {
  const event = parseEvent('pull_request', { pull_request: pull.payload() })
  if (event.kind !== 'pull-request') throw new Error('not a pull request')
  const { api = client(), complete = true } = more
  const reader = client()
  const list = await reader.files(pull.number)
  const text = github.repository.file(pull.headSha, 'policy.json')?.toString() ?? ''
  const head = await headOver({ 'policy.json': text }, list, api)
  const texts = { 'policy.json': text }
  const runUrl = more.run ?? null
  const view = { rulePages: null, texts: new Map(Object.entries(texts)), permalink: () => null, runUrl }
  const { id = 'job', mode = 'review' } = more
  const request = {
    pull: event.pull,
    id,
    mode,
    view,
    files: { list, head },
    known: findings,
    complete,
    remarks: [],
    pullUrl: PAGE,
    about: {},
  }
  return deliver({ ...request, result: result(findings, texts) }, api)
}

const PAGE = 'https://github.com/o/r/pull/1/files'

function at(line: number, replacement = `fixed ${line}`): Finding {
  return blocking({ lines: [line, line] }, { fix: fix([edit('policy.json', line, line, replacement)]) })
}

function closed({ body }: StoredComment): boolean {
  return body.includes('Fixed: this finding is gone')
}

/** The comments that a reader sees and that tell an open finding. */
function visible(): readonly StoredComment[] {
  return pull.comments.filter(
    (each) => each.inReplyTo === null && !closed(each) && !pull.resolved.has(each.id) && (each.hidden ?? null) === null,
  )
}

function many(count: number): Finding[] {
  return Array.from({ length: count }, (_, i) => at(i + 1))
}

describe('first run', () => {
  test('posts one review and one summary comment', async () => {
    const delivery = await tell([at(10), at(20)])
    expect(github.writes()).toEqual(['pulls/create-review', 'issues/create-comment'])
    expect(delivery).toEqual({
      reviewUrl: expect.stringContaining('pullrequestreview'),
      commentUrl: expect.stringContaining('issuecomment'),
      problems: [],
    })
    const review = github.calls.find(({ operation }) => operation === 'pulls/create-review')
    expect(review?.body).toMatchObject({ event: 'COMMENT', commit_id: pull.headSha })
  })

  test('posts lower lines first, and suggestions that apply to the head', async () => {
    await tell([at(10), at(20), at(15, 'a\n```\nb')])
    expect(pull.comments.map(({ line }) => line)).toEqual([20, 15, 10])
    const fixed = applySuggestions(new Map([['policy.json', TEXT]]), pull.comments)
    const wanted = [...LINES]
    wanted[9] = 'fixed 10'
    wanted[14] = 'a\n```\nb'
    wanted[19] = 'fixed 20'
    expect(fixed.get('policy.json')).toBe(`${wanted.join('\n')}\n`)
  })

  test('says nothing when there is nothing to say', async () => {
    await tell([])
    await tell([undecided({ lines: [3, 3] }, { level: 'notice' })])
    expect(github.writes()).toEqual([])
  })

  test('leaves the diff alone in the mode "summary"', async () => {
    await tell([at(10)], { mode: 'summary' })
    expect(github.writes()).toEqual(['issues/create-comment'])
    expect(pull.conversation[0]?.body).toContain('fixed 10')
  })

  test('posts one review of thirty, the worst first, and announces the rest', async () => {
    const delivery = await tell(many(35))
    expect(pull.reviews).toHaveLength(1)
    expect(pull.comments).toHaveLength(30)
    expect(delivery.problems.join()).toContain('5 findings are in the summary')
    expect(pull.conversation[0]?.body).toContain('at most 30 review comments')
  })

  test('waits a second between writes', async () => {
    await tell(many(31))
    expect(waits).toEqual([1_000])
  })
})

describe('the next run', () => {
  test('of the same state posts nothing', async () => {
    await tell([at(10), at(20)])
    const before = github.writes().length
    const delivery = await tell([at(10), at(20)])
    expect(github.writes()).toHaveLength(before)
    expect(delivery.commentUrl).toContain('issuecomment')
  })

  test('that differs in the page of the run alone posts nothing', async () => {
    await tell([at(10)], { run: 'https://github.com/o/r/actions/runs/1' })
    const before = github.writes().length
    await tell([at(10)], { run: 'https://github.com/o/r/actions/runs/2' })
    expect(github.writes()).toHaveLength(before)
    expect(pull.conversation.at(-1)?.body).toContain('[the run](https://github.com/o/r/actions/runs/1)')
  })

  test('links review, summary and run to each other, where that costs no call', async () => {
    const run = 'https://github.com/o/r/actions/runs/1'
    await tell([at(10)], { run })
    const summary = () => pull.conversation.at(-1)?.body
    expect(pull.reviews.at(-1)?.body).toContain(`[the run](${run})`)
    expect(summary()).toMatch(/\[1 finding in review comments\]\([^)]*#pullrequestreview-\d+\)/)
    await tell([at(10), at(20)], { run })
    expect(pull.reviews.at(-1)?.body).toMatch(/ · \[Summary\]\([^)]*#issuecomment-\d+\) · /)
  })

  test('posts only what is new and updates the summary', async () => {
    await tell([at(10)])
    await tell([at(10), at(20)])
    expect(pull.reviews).toHaveLength(2)
    expect(pull.comments.map(({ line }) => line)).toEqual([10, 20])
    expect(pull.conversation).toHaveLength(1)
  })

  test('edits a comment whose text has changed', async () => {
    await tell([at(10)])
    await tell([at(10, 'better')])
    expect(github.writes().slice(2)).toEqual(['pulls/update-review-comment'])
    expect(suggestionsIn(pull.comments[0]?.body ?? '')).toEqual([['better']])
  })

  test('keeps a comment whose lines only moved', async () => {
    await tell([at(10)])
    github.repository.commit('change', { 'policy.json': `new\n${TEXT}` })
    pull.refresh()
    const moved = { ...at(11, 'fixed 10'), fingerprint: at(10).fingerprint }
    await tell([moved])
    expect(pull.reviews).toHaveLength(1)
    expect(pull.comments).toHaveLength(1)
  })

  test('replaces an outdated comment by one that can be applied', async () => {
    await tell([at(10)])
    github.repository.commit('change', { 'policy.json': TEXT.replace('line 10\n', 'line ten\n') })
    pull.refresh()
    await tell([at(10)])
    expect(pull.reviews).toHaveLength(2)
    expect(pull.comments).toHaveLength(1)
    expect(pull.comments[0]?.commit).toBe(pull.headSha)
  })

  test("never touches comments of others, even with this tool's marker", async () => {
    await tell([at(10)])
    const [own] = pull.comments
    if (own === undefined) throw new Error('no comment')
    pull.comments.push({ ...own, id: 1, user: { login: 'mallory', type: 'User' } })
    pull.conversation.unshift({
      id: 2,
      user: { login: 'mallory', type: 'User' },
      body: pull.conversation[0]?.body ?? '',
    })
    await tell([])
    expect(pull.comments.map(({ user }) => user.login)).toEqual(['mallory'])
    expect(pull.conversation[0]?.body).not.toContain('no finding')
    expect(pull.conversation[1]?.body).toContain('no finding')
  })

  test('keeps the comments of two jobs apart', async () => {
    await tell([at(10)], { id: 'one' })
    await tell([at(10)], { id: 'two' })
    const [, two] = pull.comments
    await tell([], { id: 'one' })
    expect(pull.comments).toEqual([two])
    expect(pull.conversation).toHaveLength(2)
  })

  test('finds its own among more comments than a page holds', async () => {
    const user = { login: 'somebody', type: 'User' } as const
    for (let i = 0; i < 150; i++) pull.conversation.push({ id: 10_000 + i, user, body: 'talk' })
    await tell([at(10)])
    await tell([at(10)])
    expect(github.writes()).toEqual(['pulls/create-review', 'issues/create-comment'])
  })
})

describe('a finding that is gone', () => {
  const answered = () => pull.reply(pull.comments[0]?.id ?? 0, 'why?')
  const reactedTo = () => Object.assign(pull.comments[0] ?? {}, { reactions: 1 })

  test('loses its comment, which is in the way of no merge then', async () => {
    await tell([at(10), at(20)])
    expect(pull.isBlocked).toBe(true)
    const { problems } = await tell([])
    expect(pull.comments).toEqual([])
    expect(pull.isBlocked).toBe(false)
    expect(pull.conversation[0]?.body).toContain('no finding')
    expect(problems).toEqual([])
  })

  test.each([
    ['answered', answered, [true, false]],
    ['reacted to', reactedTo, [true]],
  ])('keeps a comment that somebody %s, which says so, resolved where the token may', async (_how, act, said) => {
    github.rights = { contents: 'write', pullRequests: 'write' }
    await tell([at(10)])
    act()
    await tell([])
    expect(pull.comments.map(closed)).toEqual(said)
    expect([...pull.resolved.values()]).toEqual([github.user])
    expect(pull.isBlocked).toBe(false)
  })

  test.each([
    ['where the token may not resolve it', () => undefined],
    [
      'where GitHub does not tell the threads',
      () => github.faults.push({ operation: 'graphql:repository', answer: { status: 502 }, times: 9 }),
    ],
  ])('asks for such a comment to be resolved %s', async (_where, begin) => {
    await tell([at(10)])
    answered()
    begin()
    const { problems } = await tell([])
    expect(pull.comments[0]?.body).toMatch(/-->\nFixed: .* Please resolve this conversation\.$/)
    expect(pull.comments[0]?.hidden).toBeUndefined()
    expect(pull.resolved.size).toBe(0)
    expect(problems.filter((each) => !each.includes('threads'))).toEqual([])
  })

  test('is closed once, however many runs follow', async () => {
    await tell([at(10)])
    await tell([])
    const before = github.writes().length
    await tell([])
    expect(github.writes()).toHaveLength(before)
  })

  test('only because something could not be checked is not closed', async () => {
    await tell([at(10)])
    await tell([], { complete: false })
    expect(visible()).toHaveLength(1)
    await tell([])
    expect(visible()).toEqual([])
  })

  test('is told by a new comment when it is back', async () => {
    await tell([at(10)])
    await tell([])
    await tell([at(10)])
    expect(visible().map(({ body }) => suggestionsIn(body))).toEqual([[['fixed 10']]])
    expect(pull.comments).toHaveLength(1)
  })

  test('stays resolved by whom it was, as by the one who applied its suggestion', async () => {
    await tell([at(10)])
    answered()
    pull.resolved.set(pull.comments[0]?.id ?? 0, SOMEBODY)
    await tell([])
    expect(pull.comments.map(closed)).toEqual([true, false])
    expect(github.calls.filter(({ operation }) => operation.includes('resolveReviewThread'))).toEqual([])
    await tell([at(10)])
    expect(visible()).toHaveLength(1)
  })

  test('whose comment somebody deletes meanwhile does not keep others from being closed', async () => {
    await tell([at(10), at(20)])
    github.onRequest = (operation) => {
      if (operation === 'pulls/delete-review-comment') pull.comments.shift()
      github.onRequest = operation === 'pulls/delete-review-comment' ? () => undefined : github.onRequest
    }
    const { problems } = await tell([])
    expect(pull.comments).toEqual([])
    expect(problems).toEqual([])
  })
})

describe('a thread that a person is done with', () => {
  test.each<[string, (comment: StoredComment) => void]>([
    ['resolved', ({ id }) => void pull.resolved.set(id, SOMEBODY)],
    ['hidden', (comment) => void Object.assign(comment, { hidden: 'off-topic' })],
  ])('%s, is not posted again, and its finding is in the summary with the reason', async (_how, settle) => {
    await tell([at(10), at(20)])
    const [twenty] = pull.comments
    if (twenty === undefined) throw new Error('no comment')
    settle(twenty)
    await tell([at(10), at(20)])
    await tell([at(10), at(20, 'another text')])
    expect(pull.comments).toHaveLength(2)
    expect(pull.resolved.size + pull.comments.filter(({ hidden }) => hidden !== undefined).length).toBe(1)
    expect(pull.conversation[0]?.body).toContain('somebody resolved or hid its review comment')
    expect(pull.conversation[0]?.body).toContain('1 finding in review comments')
    const before = github.writes().length
    await tell([at(10), at(20, 'another text')])
    expect(github.writes()).toHaveLength(before)
  })

  test('may stand for it: where GitHub does not tell, nothing is posted twice', async () => {
    await tell([at(10)])
    pull.resolved.set(pull.comments[0]?.id ?? 0, SOMEBODY)
    github.repository.commit('change', { 'policy.json': TEXT.replace('line 10\n', 'line ten\n') })
    pull.refresh()
    github.faults.push({ operation: 'graphql:repository', answer: { status: 502 }, times: 9 })
    await tell([at(10)])
    expect(pull.comments).toHaveLength(1)
    expect(pull.conversation[0]?.body).toContain('GitHub did not say whether somebody has resolved that')
  })
})

describe('comments that tell the same finding', () => {
  const one = at(10)
  const two = { ...at(12), fingerprint: 'two' }
  const together = [one, { ...at(10), fingerprint: 'two' }]

  test('become one when the findings come to share their lines', async () => {
    await tell([one, two])
    await tell(together)
    expect(visible()).toHaveLength(1)
    expect(pull.comments).toHaveLength(1)
  })

  test('become two when the findings part', async () => {
    await tell(together)
    await tell([one, two])
    expect(
      visible()
        .map(({ line }) => line)
        .sort(),
    ).toEqual([10, 12])
  })

  test('an answered one says so, and is not deleted, when another takes its place', async () => {
    await tell([at(10)])
    pull.reply(pull.comments[0]?.id ?? 0, 'why?')
    github.repository.commit('change', { 'policy.json': TEXT.replace('line 10\n', 'line ten\n') })
    pull.refresh()
    await tell([at(10)])
    const own = pull.comments.filter(({ inReplyTo }) => inReplyTo === null)
    expect(own.map(({ body }) => body.includes('Replaced by a newer comment'))).toEqual([true, false])
    expect(pull.comments).toHaveLength(3)
  })
})

describe('thirty comments on a pull request, of all jobs and pushes together', () => {
  const of = (from: number, count: number) => many(from + count).slice(from)

  test('leave no room for more of another job', async () => {
    await tell(of(0, 20), { id: 'one' })
    await tell(of(20, 20), { id: 'two' })
    expect(visible()).toHaveLength(30)
    expect(pull.conversation[1]?.body).toContain('10 findings in review comments')
    const before = github.writes().length
    await tell(of(20, 20), { id: 'two' })
    expect(github.writes()).toHaveLength(before)
  })

  test('leave room again where findings are gone', async () => {
    await tell(of(0, 35))
    await tell(of(10, 25))
    expect(visible()).toHaveLength(25)
  })

  test('are made of more by the next run, as two jobs at once may have left them', async () => {
    let told = 0
    github.onRequest = (operation) => {
      // Neither sees what the other posts.
      if (operation === 'pulls/list-review-comments' && ++told <= 2) {
        github.faults.push({ operation, answer: { status: 200, body: [] } })
      }
    }
    await tell(of(0, 20), { id: 'one' })
    await tell(of(20, 20), { id: 'two' })
    expect(visible()).toHaveLength(40)
    await tell(of(0, 20), { id: 'one' })
    expect(visible()).toHaveLength(40)
    await tell(of(20, 20), { id: 'two' })
    expect(visible()).toHaveLength(30)
    expect(pull.conversation[1]?.body).toContain('at most 30 review comments')
    const before = github.writes().length
    for (const id of ['one', 'two']) await tell(id === 'one' ? of(0, 20) : of(20, 20), { id })
    expect(github.writes()).toHaveLength(before)
  })
})

describe('a second summary, as two runs at once may have left one', () => {
  const twice = async () => {
    await tell([at(10)])
    pull.conversation.push({ id: pull.nextId(), user: github.user, body: pull.conversation[0]?.body ?? '' })
  }

  test('is deleted by the next run, and the older one is kept up to date', async () => {
    await twice()
    const [oldest] = pull.conversation
    await tell([])
    expect(pull.conversation).toEqual([oldest])
    expect(oldest?.body).toContain('no finding')
  })

  test('is hidden where somebody reacted to it, once', async () => {
    await twice()
    Object.assign(pull.conversation[1] ?? {}, { reactions: 2 })
    await tell([at(10)])
    expect(pull.conversation.map(({ hidden }) => hidden)).toEqual([undefined, 'outdated'])
    const before = github.writes().length
    await tell([at(10)])
    expect(github.writes()).toHaveLength(before)
  })
})

describe('the budget of a run', () => {
  test('when it is used up, the summary comment comes before old comments', async () => {
    await tell(many(30))
    const api = client()
    for (let i = 0; i < API_CALLS - RESERVED_CALLS - 8; i++) await api.pull(pull.number)
    const { problems, commentUrl } = await tell([at(50)], { api })
    expect(commentUrl).toContain('issuecomment')
    expect(pull.conversation[0]?.body).toContain('1 finding in review comments')
    expect(problems.join('\n')).toContain('An old comment could not be closed')
    expect(problems.join('\n')).toContain('the next run goes on')
    expect(api.calls).toBe(API_CALLS)
  })
})

test('a GitHub that is silent is asked for each thing at first, for one of them again, and no more', async () => {
  const api = client({ requestMs: 50, silenceMs: 80 })
  github.onRequest = (operation) => {
    if (operation === 'pulls/get') github.faults.push({ operation: '*', answer: 'silence', times: 9 })
  }
  const { problems } = await tell([at(10)], { api })
  expect(problems).toEqual([expect.stringContaining('could not be told on the pull request (GitHub does not answer)')])
  expect(api.calls).toBe(4)
  expect(github.writes()).toEqual([])
})

test('a file on a later page of the pull request is commented', async () => {
  const many = Object.fromEntries(Array.from({ length: 120 }, (_, i) => [`a/${i}.txt`, `${i}\n`]))
  github.repository.commit('change', many)
  pull.refresh()
  await tell([at(10)])
  expect(pull.comments).toHaveLength(1)
})

describe('when GitHub does not do as asked', () => {
  test.each(['pulls/update-review-comment', 'pulls/delete-review-comment', 'issues/update-comment'])(
    '%s goes out once more after a server error',
    async (operation) => {
      await tell([at(10), at(20)])
      github.faults.push({ operation, answer: { status: 502 }, when: 'after' })
      const { problems } = await tell([at(10, 'better')])
      expect(problems).toEqual([])
      expect(visible().map(({ body }) => suggestionsIn(body))).toEqual([[['better']]])
    },
  )

  test('a summary comment that somebody deletes meanwhile is made again', async () => {
    await tell([at(10)])
    github.onRequest = (operation) => {
      if (operation === 'issues/update-comment') pull.conversation = []
    }
    await tell([at(10), at(20)])
    expect(pull.conversation).toHaveLength(1)
  })

  test('a review comment that somebody deletes meanwhile is told in the summary', async () => {
    await tell([at(10)])
    github.onRequest = (operation) => {
      if (operation === 'pulls/update-review-comment') pull.comments = []
    }
    const { problems } = await tell([at(10, 'better')])
    expect(pull.conversation[0]?.body).toContain('somebody deleted its review comment')
    expect(problems).toEqual([])
  })

  test("a token whose name GitHub does not tell is taken for the workflow's", async () => {
    github.faults.push({ operation: 'graphql', answer: { status: 403, body: { message: 'no' } }, times: 9 })
    await tell([at(10)])
    await tell([at(10)])
    expect(github.writes()).toEqual(['pulls/create-review', 'issues/create-comment'])
  })

  test('a token whose name GitHub does not tell posts nothing where another name has our marker', async () => {
    github.user = { login: 'our-app[bot]', type: 'Bot' }
    await tell([at(10)])
    const before = github.writes().length
    github.faults.push({ operation: 'graphql:viewer', answer: { status: 502 }, times: 9 })
    const { problems } = await tell([at(10), at(20)])
    expect(github.writes()).toHaveLength(before)
    expect(problems.join('\n')).toContain('The findings could not be told on the pull request (502')
  })

  test('a read-only token posts nothing and the missing permission is named', async () => {
    github.rights = { contents: 'read', pullRequests: 'read' }
    const { problems } = await tell([at(10)])
    expect(github.writes()).toEqual([])
    expect(problems.join('\n')).toContain('pull-requests: write')
  })

  test('a fork is told that its token may only read', async () => {
    github.rights = { contents: 'read', pullRequests: 'read' }
    pull.fork = true
    const { problems } = await tell([at(10)])
    expect(problems.join('\n')).toContain('fork')
  })

  test('a locked conversation gets nothing', async () => {
    pull.locked = true
    const { problems } = await tell([at(10)])
    expect(github.writes()).toEqual([])
    expect(problems.join('\n')).toContain('locked')
  })

  test('a head that moved gets nothing inline', async () => {
    github.onRequest = (operation) => {
      if (operation !== 'pulls/get') return
      github.onRequest = () => undefined
      github.repository.commit('change', { 'other.json': '{}\n' })
      pull.refresh()
    }
    await tell([at(10)])
    expect(github.writes()).toEqual(['issues/create-comment'])
    expect(pull.conversation[0]?.body).toContain('newer head')
  })

  test('a closed pull request gets nothing new, and what stands is brought up to date', async () => {
    pull.open = false
    await tell([at(10)])
    expect(github.writes()).toEqual([])
    pull.open = true
    await tell([at(10)])
    pull.open = false
    await tell([])
    expect(github.writes()).toContain('issues/update-comment')
    expect(github.writes().filter((each) => each === 'issues/create-comment')).toHaveLength(1)
  })

  test('a refused review is posted in halves, and what is still refused goes to the summary', async () => {
    github.faults.push({
      operation: 'pulls/create-review',
      answer: { status: 422, body: { message: 'Unprocessable Entity', errors: ['Line could not be resolved'] } },
      times: 2,
    })
    await tell([at(10), at(20)])
    expect(pull.comments).toHaveLength(1)
    expect(pull.conversation[0]?.body).toContain('GitHub refused the comment')
  })

  test('a review that was stored although the answer was 502 is not posted again', async () => {
    github.faults.push({ operation: 'pulls/create-review', answer: { status: 502 }, when: 'after' })
    const { reviewUrl, problems } = await tell([at(10)])
    expect(pull.reviews).toHaveLength(1)
    expect(reviewUrl).toContain('pullrequestreview')
    expect(problems).toEqual([])
  })

  test('a review that was lost is posted once more', async () => {
    github.faults.push({ operation: 'pulls/create-review', answer: 'close' })
    await tell([at(10)])
    expect(pull.reviews).toHaveLength(1)
  })

  test('a summary that was stored although the answer was 502 is not posted again', async () => {
    github.faults.push({ operation: 'issues/create-comment', answer: { status: 502 }, when: 'after' })
    const { commentUrl } = await tell([at(10)])
    expect(pull.conversation).toHaveLength(1)
    expect(commentUrl).toContain('issuecomment')
  })

  test("somebody's pending review is left alone", async () => {
    pull.reviews.push({ id: 1, user: github.user, commit: pull.headSha, state: 'PENDING', body: 'draft' })
    const { problems } = await tell([at(10)])
    expect(pull.reviews).toHaveLength(1)
    expect(problems.join('\n')).toContain('not submitted')
    expect(pull.conversation[0]?.body).toContain('fixed 10')
  })

  test('a failed listing of review comments posts and cleans up nothing inline', async () => {
    await tell([at(10)])
    github.faults.push({ operation: 'pulls/list-review-comments', answer: { status: 500 }, times: 9 })
    await tell([at(20)])
    expect(pull.comments.map(({ line }) => line)).toEqual([10])
  })

  test('retry-after is waited out', async () => {
    github.faults.push({
      operation: 'pulls/create-review',
      answer: {
        status: 403,
        headers: { 'retry-after': '7' },
        body: { message: 'You have exceeded a secondary rate limit' },
      },
    })
    await tell([at(10)])
    expect(pull.reviews).toHaveLength(1)
    expect(waits).toContain(7_000)
  })

  test('a wait that is too long is not waited out', async () => {
    github.faults.push({
      operation: 'pulls/create-review',
      answer: { status: 429, headers: { 'retry-after': '3600' }, body: { message: 'slow down' } },
    })
    const { problems } = await tell([at(10)])
    expect(pull.reviews).toEqual([])
    expect(problems.join('\n')).toContain('wait longer')
  })

  test('reading is tried again after a server error', async () => {
    github.faults.push({ operation: 'issues/list-comments', answer: { status: 503 } })
    await tell([at(10)])
    expect(github.writes()).toEqual(['pulls/create-review', 'issues/create-comment'])
  })
})
