import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import {
  dispatchEvent,
  mergeGroupEvent,
  pullEvent,
  pushEvent,
  scheduleEvent,
  workflowRunEvent,
} from '../../support/fake-github/events.js'
import type { Pull } from '../../support/fake-github/state.js'
import { ACCOUNT_ID, blockingStatement, policy, READ, ROLE, ROLE_NAME } from '../../support/policies.js'
import { ForwardProxy } from '../../support/proxy.js'
import { findings, placesOf, type RunOptions, type Scenario, scenario } from '../../support/scenario.js'

/** What a run does depends on what started it, and on what its token may do there; the conclusion does not. */

const A = blockingStatement('A', 'bucket-a')
const B = blockingStatement('B', 'bucket-b')
const FILES = { 'policy.json': policy(A) }
const READ_ONLY = { contents: 'read', pullRequests: 'read' } as const

describe('pull_request', () => {
  const ACTIONS = ['opened', 'synchronize', 'reopened', 'ready_for_review', 'edited']
  for (const action of ACTIONS) {
    scenario(`from the same repository, ${action}: everything is told`, async (s) => {
      const pull = s.open(FILES)
      const step = await s.run(pull, { event: pullEvent(pull, 'pull_request', action) })
      expect(placesOf(s.github, pull, step).inline).toEqual(['A'])
      expect(step.outputs).toMatchObject({
        errors: '1',
        warnings: '0',
        'review-url': expect.stringContaining('#pullrequestreview-'),
        'comment-url': expect.stringContaining('#issuecomment-'),
      })
    })
  }

  const READERS: readonly (readonly [name: string, change: (pull: Pull) => void, said: string])[] = [
    ['from a fork', (pull) => Object.assign(pull, { fork: true }), 'fork'],
    ['from a fork that was deleted', (pull) => Object.assign(pull, { fork: true, forkDeleted: true }), 'fork'],
    [
      'by Dependabot',
      (pull) => Object.assign(pull, { author: { login: 'dependabot[bot]', type: 'Bot' } }),
      'Dependabot',
    ],
    ['without pull-requests: write', () => undefined, 'pull-requests: write'],
  ]
  for (const [name, change, said] of READERS) {
    scenario(`${name}: annotations, summary, the same conclusion, and a word why`, async (s) => {
      const pull = s.open(FILES)
      change(pull)
      s.github.rights = READ_ONLY
      const step = await s.run(pull)
      expect(step.exitCode).toBe(1)
      expect(s.github.writes()).toEqual([])
      expect(step.annotations).toMatchObject([{ level: 'error', file: 'policy.json', line: 8 }])
      expect(step.summary).toContain('`A`')
      expect(step.log).toContain(said)
      expect(step.summary).toContain(said)
    })
  }

  scenario('without any right the checkout is judged', async (s) => {
    const pull = s.open(FILES)
    s.github.rights = { contents: 'none', pullRequests: 'none' }
    const step = await s.run(pull)
    expect(step.exitCode).toBe(1)
    expect(step.annotations).toHaveLength(1)
    expect(s.github.writes()).toEqual([])
  })

  scenario('without a token the checkout is judged, and nobody is asked', async (s) => {
    const pull = s.open(FILES)
    const step = await s.run(pull, { inputs: { ...ROLE, token: '' } })
    expect(step.exitCode).toBe(1)
    expect(step.contacted).toEqual([])
  })

  scenario('comments "summary" and "off" say less, with the same conclusion', async (s) => {
    const pull = s.open(FILES)
    const off = await s.run(pull, { inputs: { ...ROLE, comments: 'off' } })
    expect(s.github.writes()).toEqual([])
    const summary = await s.run(pull, { inputs: { ...ROLE, comments: 'summary' } })
    expect(s.github.writes()).toEqual(['issues/create-comment'])
    expect([off.exitCode, summary.exitCode]).toEqual([1, 1])
    expect(placesOf(s.github, pull, summary).summary).toEqual(['A'])
  })

  scenario('a draft is commented as any other', async (s) => {
    const pull = s.open(FILES)
    pull.draft = true
    expect(placesOf(s.github, pull, await s.run(pull)).inline).toEqual(['A'])
  })
})

describe('pull_request_target', () => {
  const target = (pull: Pull): RunOptions => ({ event: pullEvent(pull, 'pull_request_target'), checkout: pull.baseSha })

  scenario("of a fork: the head's files are data, and are commented", async (s) => {
    const pull = s.open(FILES)
    pull.fork = true
    const step = await s.run(pull, target(pull))
    expect(step.exitCode).toBe(1)
    expect(placesOf(s.github, pull, step).inline).toEqual(['A'])
    await s.fix(pull, () => target(pull))
  })

  scenario('refuses plans, which would run what a stranger wrote', async (s) => {
    const pull = s.open(FILES)
    const prepare = (workspace: string) => writeFileSync(join(workspace, 'plan.json'), '{}')
    const step = await s.run(pull, { ...target(pull), inputs: { ...ROLE, 'plan-files': 'plan.json' }, prepare })
    expect(step.exitCode).toBe(2)
    expect(step.annotations[0]?.message).toContain('plan-files')
    expect(s.github.writes()).toEqual([])
  })

  scenario("fails when the head cannot be read: the base's files say nothing about it", async (s) => {
    const pull = s.open(FILES)
    s.github.faults.push({ operation: 'pulls/list-files', answer: { status: 403, body: { message: 'no' } }, times: 9 })
    const step = await s.run(pull, target(pull))
    expect(step.exitCode).toBe(2)
  })
})

describe('workflow_run with the report of the first workflow (forks.test.ts has the rest)', () => {
  /** Runs the first workflow with rights to read only, and the second one with its report. */
  async function followUp(s: Scenario, pull: Pull, between: () => void = () => undefined) {
    s.github.rights = READ_ONLY
    const first = await s.run(pull)
    const event = workflowRunEvent(pull)
    between()
    s.github.rights = { contents: 'read', pullRequests: 'write' }
    const second = await s.runEvent(event, pull.baseSha, {
      inputs: { ...ROLE, 'report-file': 'artifact/report.json' },
      prepare: (workspace) => {
        mkdirSync(join(workspace, 'artifact'))
        writeFileSync(join(workspace, 'artifact/report.json'), JSON.stringify(first.report))
      },
    })
    return { first, second }
  }

  scenario('comments on a pull request of Dependabot, which is one of the same repository', async (s) => {
    const pull = s.open(FILES)
    pull.author = { login: 'dependabot[bot]', type: 'Bot' }
    const { first, second } = await followUp(s, pull)
    expect([first.exitCode, second.exitCode]).toEqual([1, 0])
    expect(placesOf(s.github, pull, first).inline).toEqual(['A'])
  })

  scenario('says nothing on a fork that was deleted since', async (s) => {
    const pull = s.open(FILES)
    pull.fork = true
    await followUp(s, pull, () => {
      pull.forkDeleted = true
    })
    expect(s.github.writes()).toEqual([])
  })
})

describe('events without a pull request', () => {
  scenario('push: annotations and a summary, and nobody is asked', async (s) => {
    const commit = s.github.repository.commit('main', FILES)
    const step = await s.runEvent(pushEvent(commit), commit)
    expect(step.exitCode).toBe(1)
    expect(step.annotations).toMatchObject([{ level: 'error', file: 'policy.json' }])
    expect(step.summary).toContain('`A`')
    expect(step.contacted).toEqual([])
  })

  scenario('push of a new branch', async (s) => {
    const commit = s.github.repository.commit('feature', { 'policy.json': policy(READ) }, 'main')
    expect((await s.runEvent(pushEvent(commit, undefined, 'feature'), commit)).exitCode).toBe(0)
  })

  scenario('merge_group: the whole group, or with only-changed what it changes', async (s) => {
    const base = s.github.repository.commit('main', { 'old.json': policy(A) })
    const head = s.github.repository.commit('queue', { 'new.json': policy(B) }, 'main')
    const event = mergeGroupEvent(head, base)
    const all = await s.runEvent(event, head)
    expect(findings(all)).toHaveLength(2)
    const changed = await s.runEvent(event, head, { inputs: { ...ROLE, 'only-changed': 'true' } })
    expect(changed.annotations.map(({ file }) => file)).toEqual(['new.json'])
    expect(s.github.writes()).toEqual([])
  })

  scenario('merge_group: everything is told when the changes cannot be listed', async (s) => {
    const base = s.github.repository.commit('main', { 'old.json': policy(A) })
    const head = s.github.repository.commit('queue', { 'new.json': policy(B) }, 'main')
    const operation = 'repos/compare-commits-with-basehead'
    s.github.faults.push({ operation, answer: { status: 404, body: { message: 'Not Found' } }, times: 9 })
    const step = await s.runEvent(mergeGroupEvent(head, base), head, { inputs: { ...ROLE, 'only-changed': 'true' } })
    expect(findings(step)).toHaveLength(2)
  })

  for (const event of [scheduleEvent(), dispatchEvent(), { name: 'issue_comment', payload: {} }]) {
    scenario(`${event.name}: the checkout is judged`, async (s) => {
      const commit = s.github.repository.commit('main', FILES)
      const step = await s.runEvent(event, commit)
      expect(step.exitCode).toBe(1)
      expect(step.contacted).toEqual([])
    })
  }

  scenario(
    'an event of a pull request that says nothing of it: the checkout is judged, and the log says so',
    async (s) => {
      const commit = s.github.repository.commit('main', FILES)
      const step = await s.runEvent({ name: 'pull_request', payload: {} }, commit)
      expect(step.exitCode).toBe(1)
      expect(step.log).toContain('The event holds no pull request')
      expect(step.contacted).toEqual([])
    },
  )

  scenario('a comment on a pull request: its configuration is told, and vouches for no role', async (s) => {
    const role = `arn:aws:iam::${ACCOUNT_ID}:role/clumio/${ROLE_NAME}`
    const config = JSON.stringify({ integrations: [{ role }] })
    const pull = s.open({ ...FILES, '.github/clumio-policy-check.jsonc': config })
    const payload = { issue: { number: pull.number, pull_request: { url: s.github.url } } }
    const step = await s.runEvent({ name: 'issue_comment', payload }, pull.headSha, { inputs: {} })
    expect(findings(step)).toMatchObject([{ fix: { applicability: 'text-only' } }])
    expect(step.report).toMatchObject({ changed: [{ text: `the integration ${role} is new` }] })
    expect(step.log).toContain('the event "issue_comment" comes with a pull request')
    expect(step.contacted).toEqual([])
  })

  scenario('pull_request_target without a pull request is a mistake of the workflow', async (s) => {
    const commit = s.github.repository.commit('main', FILES)
    const step = await s.runEvent({ name: 'pull_request_target', payload: {} }, commit)
    expect(step.exitCode).toBe(2)
    expect(step.annotations[0]?.message).toContain('pull_request_target')
  })

  scenario(
    'workflow_run without a report says that the checkout is judged, and which commit the run follows',
    async (s) => {
      const pull = s.open(FILES)
      const step = await s.runEvent(workflowRunEvent(pull), pull.baseSha, { inputs: ROLE })
      expect(step.summary).toContain(`only where a step checked that out`)
      expect(step.summary).toContain(pull.headSha.slice(0, 12))
    },
  )

  for (const name of ['pull_request_target', 'workflow_run'] as const) {
    scenario(
      `${name} without a token is a mistake of the workflow: the checkout does not say what counts`,
      async (s) => {
        const pull = s.open(FILES)
        const event = name === 'workflow_run' ? workflowRunEvent(pull) : pullEvent(pull, name)
        const step = await s.runEvent(event, pull.baseSha, { inputs: { ...ROLE, token: '' } })
        expect(step.exitCode).toBe(2)
        expect(step.annotations[0]?.message).toContain('token')
      },
    )
  }
})

describe('other servers', () => {
  scenario(
    'GitHub Enterprise Server has its API below /api/v3, and GraphQL at /api/graphql',
    async (s) => {
      s.github.rights = { contents: 'write', pullRequests: 'write' }
      const pull = s.open(FILES)
      await s.run(pull)
      expect(placesOf(s.github, pull, await s.run(pull)).inline).toEqual(['A'])
      expect(s.github.calls.map(({ path }) => path)).toContain('/api/graphql')
      await s.fix(pull)
    },
    { kind: 'enterprise' },
  )

  scenario('a proxy is used for all calls, GraphQL among them', async (s) => {
    const pull = s.open(FILES)
    const proxy = await ForwardProxy.start(s.github.url)
    try {
      const env = { GITHUB_API_URL: 'http://api.github.test', GITHUB_GRAPHQL_URL: 'http://api.github.test/graphql' }
      const options: RunOptions = { env: { ...env, http_proxy: `http://${proxy.host}` }, mayContact: [proxy.host] }
      await s.run(pull, options)
      const step = await s.run(pull, options)
      expect(placesOf(s.github, pull, step).inline).toEqual(['A'])
      expect(step.contacted).toEqual([proxy.host])
      expect(new Set(proxy.hosts.map((host) => host.replace(/:80$/, '')))).toEqual(new Set(['api.github.test']))
      expect(s.github.calls.some(({ operation }) => operation === 'graphql:viewer')).toBe(true)
    } finally {
      await proxy.stop()
    }
  })
})
