import { createServer } from 'node:net'
import { describe, expect } from 'vitest'
import { beginReview, push } from '../../support/fake-github/people.js'
import type { Fault } from '../../support/fake-github/server.js'
import { FakeGitHub } from '../../support/fake-github/server.js'
import type { Pull } from '../../support/fake-github/state.js'
import { blockingStatement, policy, READ, ROLE } from '../../support/policies.js'
import { findings, placesOf, type Scenario, scenario, standing, summaryOf } from '../../support/scenario.js'

/** Whatever goes wrong: the status is what it was, the findings are annotated, nothing is said twice, the next run repairs. */

const A = blockingStatement('A', 'bucket-a')
const B = blockingStatement('B', 'bucket-b')
const FILES = { 'a.json': policy(A), 'b.json': policy(B) }

/** After the trouble one more run brings everything into order. */
async function recovers(s: Scenario, pull: Pull): Promise<void> {
  s.github.faults.length = 0
  const step = await s.run(pull)
  expect(step.exitCode).toBe(1)
  expect(placesOf(s.github, pull, step)).toEqual({ inline: ['A', 'B'], summary: [] })
}

const body = (message: string, errors?: readonly unknown[]) => ({
  message,
  ...(errors === undefined ? {} : { errors }),
})
const SECONDARY = body('You have exceeded a secondary rate limit. Please wait a few minutes before you try again.')

type Trouble = Fault | ((pull: Pull) => Fault)

/** What happens on the first run, and what of it still arrives then. */
const TROUBLES: readonly (readonly [
  name: string,
  troubles: readonly Trouble[],
  arrives: 'all' | 'some' | 'nothing',
  said?: RegExp,
])[] = [
  [
    'the review is stored and answered with 502',
    [{ operation: 'pulls/create-review', answer: { status: 502 }, when: 'after' }],
    'all',
  ],
  [
    'the review is stored and the connection breaks',
    [{ operation: 'pulls/create-review', answer: 'close', when: 'after' }],
    'all',
  ],
  ['the review is lost with 500', [{ operation: 'pulls/create-review', answer: { status: 500 } }], 'all'],
  ['the review is lost with a broken connection', [{ operation: 'pulls/create-review', answer: 'close' }], 'all'],
  ['the review is lost twice', [{ operation: 'pulls/create-review', answer: { status: 503 }, times: 2 }], 'some'],
  [
    'the summary is stored and answered with 500',
    [{ operation: 'issues/create-comment', answer: { status: 500 }, when: 'after' }],
    'all',
  ],
  [
    'the summary is stored and the connection breaks',
    [{ operation: 'issues/create-comment', answer: 'close', when: 'after' }],
    'all',
  ],
  ['the summary is lost with 502', [{ operation: 'issues/create-comment', answer: { status: 502 } }], 'all'],
  [
    'the summary is refused',
    [{ operation: 'issues/create-comment', answer: { status: 422, body: body('Validation Failed', []) } }],
    'some',
  ],
  [
    'a secondary limit asks for a second',
    [{ operation: 'pulls/create-review', answer: { status: 403, headers: { 'retry-after': '1' }, body: SECONDARY } }],
    'all',
  ],
  [
    '429 asks for a second',
    [{ operation: 'issues/create-comment', answer: { status: 429, headers: { 'retry-after': '1' }, body: SECONDARY } }],
    'all',
  ],
  [
    '422 says that it was too quick',
    [
      {
        operation: 'pulls/create-review',
        answer: {
          status: 422,
          headers: { 'retry-after': '1' },
          body: body('was submitted too quickly', ['was submitted too quickly']),
        },
      },
    ],
    'all',
  ],
  [
    'the hour is used up and the next begins at once',
    [
      {
        operation: 'pulls/list-files',
        answer: {
          status: 403,
          headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1000' },
          body: body('API rate limit exceeded'),
        },
      },
    ],
    'all',
  ],
  [
    'a limit asks for an hour',
    [
      {
        operation: 'pulls/create-review',
        answer: { status: 429, headers: { 'retry-after': '3600' }, body: SECONDARY },
        times: 9,
      },
    ],
    'some',
    /wait/,
  ],
  [
    'listing breaks once each',
    ['pulls/list-files', 'pulls/get', 'issues/list-comments', 'pulls/list-review-comments'].map(
      (operation): Fault => ({ operation, answer: { status: 500 } }),
    ),
    'all',
  ],
  [
    'the files cannot be listed',
    [{ operation: 'pulls/list-files', answer: { status: 500 }, times: 9 }],
    'some',
    /could not be listed/,
  ],
  [
    'the files are hidden',
    [{ operation: 'pulls/list-files', answer: { status: 404, body: body('Not Found') }, times: 9 }],
    'some',
    /could not be listed/,
  ],
  [
    'the review comments cannot be listed',
    [{ operation: 'pulls/list-review-comments', answer: { status: 502 }, times: 9 }],
    'some',
    /could not be listed/,
  ],
  [
    'the conversation cannot be listed',
    [{ operation: 'issues/list-comments', answer: 'close', times: 9 }],
    'some',
    /could not be/,
  ],
  [
    'the pull request cannot be read',
    [
      {
        operation: 'pulls/get',
        answer: { status: 403, body: body('Resource not accessible by integration') },
        times: 9,
      },
    ],
    'nothing',
    /pull-requests: write/,
  ],
  ['GraphQL does not answer', [{ operation: 'graphql', answer: { status: 502 }, times: 99 }], 'all'],
  ['GraphQL breaks the connection', [{ operation: 'graphql', answer: 'close', times: 99 }], 'all'],
  ['everything is slow', [{ operation: '*', delay: 300, times: 99 }], 'all'],
  ['everything breaks', [{ operation: '*', answer: { status: 503 }, times: 999 }], 'nothing'],
  ['every connection breaks', [{ operation: '*', answer: 'close', times: 999 }], 'nothing'],
  [
    'the token is not known',
    [{ operation: '*', answer: { status: 401, body: body('Bad credentials') }, times: 999 }],
    'nothing',
    /Bad credentials\)\. The token is expired or not valid/,
  ],
]

describe('the status and the annotations are the same, nothing is said twice, and the next run repairs, when', () => {
  for (const [name, troubles, arrives, said] of TROUBLES) {
    scenario(name, async (s) => {
      const pull = s.open(FILES)
      s.github.faults.push(...troubles.map((each) => ({ ...(typeof each === 'function' ? each(pull) : each) })))
      const step = await s.run(pull)
      expect(step.exitCode).toBe(1)
      expect(step.annotations.map(({ level, file }) => [level, file])).toEqual([
        ['error', 'a.json'],
        ['error', 'b.json'],
      ])
      for (const sid of ['A', 'B']) expect(step.summary).toContain(`\`${sid}\``)
      if (arrives === 'all') expect(placesOf(s.github, pull, step)).toEqual({ inline: ['A', 'B'], summary: [] })
      if (arrives === 'nothing') expect([...pull.comments, ...pull.conversation]).toEqual([])
      if (said !== undefined) expect(step.log).toMatch(said)
      await recovers(s, pull)
      expect(standing(s.github, pull)).toHaveLength(2)
    })
  }
})

describe('one comment that GitHub does not take', () => {
  const names = (path: string) => (request: unknown) => JSON.stringify(request).includes(`"path":"${path}"`)
  const refusal = (text: string) => ({ status: 422, body: body('Unprocessable Entity', [text]) })

  scenario('goes to the summary, and the others still arrive', async (s) => {
    const pull = s.open({ ...FILES, 'c.json': policy({ ...B, Sid: 'C' }), 'd.json': policy({ ...B, Sid: 'D' }) })
    const answer = refusal('Pull request review thread line must be part of the diff')
    s.github.faults.push({ operation: 'pulls/create-review', answer, matches: names('b.json'), times: 99 })
    const step = await s.run(pull)
    expect(step.exitCode).toBe(1)
    const { inline, summary } = placesOf(s.github, pull, step)
    expect(summary).toContain('B')
    expect(inline.length).toBeGreaterThanOrEqual(2)
    expect(summaryOf(s.github, pull)).toContain('GitHub refused the comment')
    s.github.faults.length = 0
    expect(placesOf(s.github, pull, await s.run(pull)).inline).toEqual(['A', 'B', 'C', 'D'])
  })

  scenario('and that is stored all the same is not said twice', async (s) => {
    const pull = s.open(FILES)
    s.github.faults.push({ operation: 'pulls/create-review', answer: refusal('Validation Failed'), when: 'after' })
    const step = await s.run(pull)
    expect(placesOf(s.github, pull, step).inline).toEqual(['A', 'B'])
    expect(pull.comments).toHaveLength(2)
  })
})

describe('what people do', () => {
  scenario('a locked conversation gets nothing, and a word in the log', async (s) => {
    const pull = s.open(FILES)
    pull.locked = true
    const step = await s.run(pull)
    expect(step.exitCode).toBe(1)
    expect(s.github.writes()).toEqual([])
    expect(step.log).toContain('locked')
    pull.locked = false
    await recovers(s, pull)
  })

  scenario('a conversation that is locked while the check runs', async (s) => {
    const pull = s.open(FILES)
    s.github.onRequest = (operation) => {
      if (operation === 'pulls/create-review') pull.locked = true
    }
    const step = await s.run(pull)
    expect(step.exitCode).toBe(1)
    expect(s.github.writes()).toEqual([])
    expect(step.log).toContain('locked')
  })

  scenario('a review begun under the same name is left alone, and the findings are in the summary', async (s) => {
    const pull = s.open(FILES)
    beginReview(pull, 'a.json', 1, s.github.user)
    const step = await s.run(pull)
    expect(step.exitCode).toBe(1)
    expect(placesOf(s.github, pull, step)).toEqual({ inline: [], summary: ['A', 'B'] })
    expect(step.log).toContain('not submitted')
    expect(pull.reviews.map(({ state }) => state)).toEqual(['PENDING'])
  })

  scenario('a pull request that was closed gets no review', async (s) => {
    const pull = s.open(FILES)
    pull.open = false
    const step = await s.run(pull)
    expect(step.exitCode).toBe(1)
    expect(pull.reviews).toEqual([])
  })

  scenario('somebody deletes a comment while the check closes it', async (s) => {
    const pull = s.open(FILES)
    await s.run(pull)
    push(pull, { 'a.json': policy(READ) })
    let gone = false
    s.github.onRequest = (operation) => {
      if (gone || !/delete-review-comment|update-review-comment|minimizeComment|resolveReviewThread/.test(operation))
        return
      gone = true
      pull.comments = []
    }
    const step = await s.run(pull)
    expect(step.exitCode).toBe(1)
    expect(findings(step)).toHaveLength(1)
    s.github.onRequest = () => undefined
    expect(placesOf(s.github, pull, await s.run(pull)).inline).toEqual(['B'])
  })

  scenario('the pull request is forced back to commits that are gone when the review arrives', async (s) => {
    const pull = s.open(FILES)
    s.github.onRequest = (operation) => {
      if (operation !== 'pulls/create-review') return
      s.github.onRequest = () => undefined
      s.github.repository.git('checkout', '--quiet', '-B', 'change', 'main')
      s.github.repository.commit('change', { 'new.json': policy({ ...A, Sid: 'New' }) })
      pull.refresh()
    }
    const step = await s.run(pull)
    expect(step.exitCode).toBe(1)
    expect(pull.comments).toEqual([])
    expect(placesOf(s.github, pull, await s.run(pull)).inline).toEqual(['New'])
  })
})

describe('the summary comment of an earlier run', () => {
  const reword = (pull: Pull) => push(pull, { 'c.json': policy({ ...A, Sid: 'C' }) })

  scenario('is not written a second time when GitHub says once that it is not there', async (s) => {
    const pull = s.open(FILES)
    await s.run(pull)
    reword(pull)
    s.github.faults.push({ operation: 'issues/update-comment', answer: { status: 404, body: body('Not Found') } })
    await s.run(pull)
    expect(pull.conversation).toHaveLength(1)
    await s.run(pull)
    expect(summaryOf(s.github, pull)).toContain('3 Deny statements')
  })

  scenario('is written again when somebody deleted it, also while the check runs', async (s) => {
    const pull = s.open(FILES)
    await s.run(pull)
    reword(pull)
    s.github.onRequest = (operation) => {
      if (operation === 'issues/update-comment') pull.conversation = []
    }
    await s.run(pull)
    expect(summaryOf(s.github, pull)).toContain('3 Deny statements')
  })
})

describe('closing comments that are gone', () => {
  scenario('is finished by the next run when GitHub refuses it once', async (s) => {
    const pull = s.open(FILES)
    await s.run(pull)
    push(pull, { 'a.json': policy(READ), 'b.json': policy(READ) })
    for (const operation of [
      'pulls/delete-review-comment',
      'pulls/update-review-comment',
      'graphql:minimizeComment',
      'graphql:resolveReviewThread',
    ]) {
      s.github.faults.push({ operation, answer: { status: 403, body: body('Resource not accessible by integration') } })
    }
    const step = await s.run(pull)
    expect(step.exitCode).toBe(0)
    s.github.faults.length = 0
    await s.run(pull)
    expect(standing(s.github, pull)).toEqual([])
  })

  scenario('never happens on a list that broke off', async (s) => {
    const pull = s.open(FILES)
    await s.run(pull)
    const before = structuredClone(pull.comments)
    push(pull, { 'a.json': policy(READ) })
    s.github.faults.push({ operation: 'pulls/list-review-comments', answer: { status: 500 }, times: 9 })
    s.github.faults.push({ operation: 'graphql:repository', answer: { status: 500 }, times: 9 })
    await s.run(pull)
    expect(pull.comments).toEqual(before)
  })
})

describe('what went wrong is told whole', () => {
  scenario('all reasons that GraphQL gives', async (s) => {
    const pull = s.open(FILES)
    await s.run(pull)
    const errors = ['The first reason', 'The second reason'].map((message) => ({ type: 'FORBIDDEN', message }))
    s.github.faults.push({ operation: 'graphql:repository', answer: { status: 200, body: { data: null, errors } } })
    expect((await s.run(pull)).log).toContain('(403 The first reason; The second reason)')
  })

  scenario('a full disk, which changes nothing else', async (s) => {
    const pull = s.open(FILES)
    const step = await s.run(pull, { env: { GITHUB_STEP_SUMMARY: '/dev/full' } })
    expect(step.exitCode).toBe(1)
    expect(step.annotations.map(({ message }) => message)).toContain(
      'The job summary could not be written (the disk is full).',
    )
    expect(standing(s.github, pull)).toHaveLength(2)
  })

  scenario('that there is no token', async (s) => {
    const pull = s.open(FILES)
    const step = await s.run(pull, { inputs: { ...ROLE, token: '' } })
    expect(step.summary).toContain('There is no token, so nothing is told on the pull request')
    const quiet = await s.run(pull, { inputs: { ...ROLE, token: '', comments: 'off' } })
    expect(quiet.summary).not.toContain('There is no token')
  })

  scenario('a working directory that is not there, on no file', async (s) => {
    const pull = s.open(FILES)
    const step = await s.run(pull, { inputs: { ...ROLE, 'working-directory': 'nope' } })
    expect(step.annotations).toMatchObject([{ level: 'error', file: null, message: expect.stringContaining('nope') }])
  })
})

scenario('an API that nobody answers at: annotations and the status', async (s) => {
  const pull = s.open(FILES)
  const closed = createServer()
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve))
  const address = `127.0.0.1:${(closed.address() as { port: number }).port}`
  await new Promise((resolve) => closed.close(resolve))
  const step = await s.run(pull, { env: { GITHUB_API_URL: `http://${address}` }, mayContact: [address] })
  expect(step.exitCode).toBe(1)
  expect(step.annotations).toHaveLength(2)
  expect(s.github.calls).toEqual([])
  await recovers(s, pull)
})

scenario("another server's answers are not taken for GitHub's", async (s) => {
  const pull = s.open(FILES)
  const other = await FakeGitHub.start()
  try {
    const step = await s.run(pull, { env: { GITHUB_API_URL: other.url }, mayContact: [new URL(other.url).host] })
    expect(step.exitCode).toBe(1)
    expect(step.annotations).toHaveLength(2)
  } finally {
    await other.stop()
  }
})
