import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as answers from '../../../src/github/api/answers.js'
import { AnswerError } from '../../../src/github/api/failure.js'
import { parseEvent } from '../../../src/github/pull/event.js'
import { UserError } from '../../../src/model/errors.js'
import { runAction } from '../../../src/run-action.js'
import { type Event, mergeGroupEvent, pullEvent, workflowRunEvent } from '../../support/fake-github/events.js'
import { comment } from '../../support/fake-github/people.js'
import { FakeGitHub, REPOSITORY, TOKEN } from '../../support/fake-github/server.js'
import type { Pull } from '../../support/fake-github/state.js'
import { type Mutation, mutateJson, mutations, runs, SEED } from '../../support/mutate.js'
import { blockingStatement, policy, ROLE } from '../../support/policies.js'
import { parseLog } from '../../support/runner.js'
import { slips } from '../../support/sound.js'

/**
 * Payloads and answers that GitHub never sends: members missing, null, of another type, huge. The run says what it could not
 * do, in words, and what blocks stays red.
 */

/** The members that are looked at of answers and payloads; GitHub sends many more. */
const READ: ReadonlySet<string> = new Set([
  ...['id', 'node_id', 'number', 'state', 'locked', 'sha', 'body', 'user', 'login', 'html_url', 'head', 'base', 'repo'],
  ...['path', 'line', 'start_line', 'in_reply_to_id', 'filename', 'status', 'changes', 'patch', 'type', 'encoding'],
  ...['content', 'tree', 'mode', 'data', 'viewer', 'repository', 'pullRequest', 'reviewThreads', 'nodes', 'pageInfo'],
  ...['full_name', 'pull_request', 'merge_group', 'head_sha', 'base_sha', 'workflow_run', 'event', 'head_repository'],
  ...['changed_files', 'message', 'errors', '0', 'value'],
])

/** A fake GitHub with one pull request, and a checkout of its head; every run finds both as they were. */
class Stage {
  readonly folder = mkdtempSync(join(tmpdir(), 'fuzz-github-'))
  readonly workspace = join(this.folder, 'checkout')
  readonly github: FakeGitHub
  readonly pull: Pull

  private constructor(github: FakeGitHub) {
    this.github = github
    const config = '{ "context": { "aws:SourceVpce": "vpce-1" } }\n'
    github.repository.commit('main', { 'README.md': 'read me\n', '.github/clumio-policy-check.jsonc': '{}\n' })
    const head = { 'a.json': policy(blockingStatement('A')), '.github/clumio-policy-check.jsonc': config }
    github.repository.commit('change', head, 'main')
    this.pull = github.openPull('main', 'change')
    github.repository.checkout(this.pull.headSha, this.workspace)
  }

  static async open(): Promise<Stage> {
    return new Stage(await FakeGitHub.start())
  }

  async close(): Promise<void> {
    await this.github.stop()
    rmSync(this.folder, { recursive: true, force: true })
  }

  /** Nothing is said yet but by people. */
  #reset(): void {
    Object.assign(this.pull, { comments: [], reviews: [], conversation: [] })
    this.github.faults.length = 0
    comment(this.pull, 'a.json', 3, 'why?')
  }

  /** One run of the action in this process. */
  async run(name: string, payload: unknown, { operation, changes }: Partial<Altered> = {}) {
    this.#reset()
    const alter = (body: unknown) => mutateJson(body, changes ?? [], READ)
    if (operation !== undefined) this.github.faults.push({ operation, alter, times: 99 })
    const event = join(this.folder, 'event.json')
    writeFileSync(event, JSON.stringify(payload))
    let log = ''
    const env = {
      GITHUB_API_URL: this.github.url,
      GITHUB_EVENT_NAME: name,
      GITHUB_EVENT_PATH: event,
      GITHUB_REPOSITORY: REPOSITORY,
      GITHUB_SERVER_URL: 'https://github.example',
      GITHUB_SHA: this.pull.headSha,
      GITHUB_WORKSPACE: this.workspace,
      INPUT_TOKEN: TOKEN,
      RUNNER_TEMP: this.folder,
      ...Object.fromEntries(Object.entries(ROLE).map(([input, value]) => [`INPUT_${input.toUpperCase()}`, value])),
    }
    const write = (text: string) => {
      log += text
    }
    const exitCode = await runAction({ env, write, now: () => new Date('2026-09-01') })
    return { exitCode, log, report: this.#report() }
  }

  /** The JSON report that the run has left behind, where there is one. */
  #report(): string {
    const folder = join(this.folder, 'clumio-policy-check')
    try {
      const [job = ''] = readdirSync(folder)
      return readFileSync(join(folder, job, 'report.json'), 'utf8')
    } catch {
      return '{}'
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }

  said(): readonly string[] {
    const { comments, conversation, reviews } = this.pull
    return [...comments, ...conversation, ...reviews].map(({ body }) => body)
  }
}

/** An operation whose answers are others. */
interface Altered {
  readonly operation: string
  readonly changes: readonly Mutation[]
}

/** Runs wait a second between writes: several stages, each of which plays its share of the cases. */
const LANES = 4
const stages: Stage[] = []

beforeAll(async () => {
  for (let lane = 0; lane < LANES; lane++) stages.push(await Stage.open())
})

afterAll(async () => {
  for (const stage of stages) await stage.close()
})

/** Plays generated cases side by side; the one that fails is named. */
async function playAll<T>(cases: readonly T[], play: (stage: Stage, one: T) => Promise<void>): Promise<void> {
  const lane = async (stage: Stage, index: number) => {
    for (let at = index; at < cases.length; at += LANES) {
      const one = cases[at]
      if (one === undefined) continue
      try {
        await play(stage, one)
      } catch (thrown) {
        throw new Error(`case ${at}: ${JSON.stringify(one)}`, { cause: thrown })
      }
    }
  }
  await Promise.all(stages.map(lane))
}

/** What a run may tell: in words, with the conclusion that its status has. */
function expectTold(stage: Stage, { exitCode, log, report }: Awaited<ReturnType<Stage['run']>>): void {
  for (const text of [log, report, ...stage.said()]) {
    expect(slips(text)).toEqual([])
    expect(text).not.toContain(TOKEN)
  }
  for (const { name } of parseLog(log)) expect(['error', 'warning', 'notice']).toContain(name)
  if (exitCode === 2) expect(parseLog(log).filter(({ name }) => name === 'error').length, log).toBeGreaterThan(0)
}

const OPERATIONS = [
  ...['pulls/list-files', 'pulls/get', 'pulls/list-review-comments', 'issues/list-comments', 'pulls/create-review'],
  ...['issues/create-comment', 'repos/get-content', 'git/get-blob', 'git/get-tree', 'pulls/list-comments-for-review'],
  ...['pulls/list-reviews', 'graphql', '*'],
]

const altered: fc.Arbitrary<Altered> = fc.record({ operation: fc.constantFrom(...OPERATIONS), changes: mutations })

describe('answers that GitHub never gives', () => {
  test('change nothing about the status of a pull request', async () => {
    await playAll(fc.sample(altered, { numRuns: runs(5, 0.1), seed: SEED }), async (stage, one) => {
      const step = await stage.run('pull_request', pullEvent(stage.pull).payload, one)
      expect(step.exitCode, step.log).toBeGreaterThan(0)
      expectTold(stage, step)
    })
  })

  test('are told in words where a stranger is judged', async () => {
    await playAll(fc.sample(altered, { numRuns: runs(4, 0.1), seed: SEED + 1 }), async (stage, one) => {
      const step = await stage.run('pull_request_target', pullEvent(stage.pull, 'pull_request_target').payload, one)
      // Only of a tree that leaves the file out, which the list of files has, nothing is judged.
      if (one.operation !== 'git/get-tree' && one.operation !== '*') expect(step.exitCode, step.log).toBeGreaterThan(0)
      expectTold(stage, step)
    })
  })

  const readers = Object.entries(answers).filter(([name]) => name !== 'list')
  test.each(readers)('%s takes them, or says which member is not as documented', (_name, read) => {
    const property = fc.property(mutations, (changes) => {
      try {
        read(mutateJson(ANSWER, changes))
      } catch (thrown) {
        if (!(thrown instanceof AnswerError)) throw thrown
        expect(slips(thrown.message)).toEqual([])
      }
    })
    fc.assert(property, { numRuns: runs(30, 0.5), seed: SEED })
  })
})

const SHA = 'a'.repeat(40)
const USER = { login: 'somebody' }

/** All that is read of any answer, in one. */
const ANSWER = {
  ...{ id: 1, node_id: 'x', number: 1, state: 'open', locked: false, sha: SHA, body: 'b', user: USER, html_url: 'u' },
  ...{ head: { sha: SHA }, base: { sha: SHA, repo: { id: 1 } }, path: 'p', line: 3, start_line: 2, in_reply_to_id: 1 },
  ...{ filename: 'f', previous_filename: 'g', status: 'renamed', changes: 1, patch: '@@ -1 +1 @@', truncated: false },
  ...{ type: 'file', target: 't', encoding: 'base64', content: 'eA==', files: [{ filename: 'f' }] },
  tree: [{ path: 'p', mode: '100644', sha: SHA }],
  viewer: USER,
  repository: {
    pullRequest: {
      reviewThreads: {
        pageInfo: { hasNextPage: true, endCursor: 'c' },
        nodes: [{ id: 't', isResolved: false, comments: { nodes: [{ id: 'c', isMinimized: false }] } }],
      },
    },
  },
}

describe('payloads that GitHub never sends', () => {
  const events = (pull: Pull): readonly Event[] => [
    pullEvent(pull),
    pullEvent(pull, 'pull_request_target'),
    mergeGroupEvent(pull.headSha, pull.baseSha),
    workflowRunEvent(pull),
  ]

  test('are read, or refused in one sentence', async () => {
    const [stage] = stages
    if (stage === undefined) return
    const property = fc.property(fc.constantFrom(...events(stage.pull)), mutations, ({ name, payload }, changes) => {
      try {
        const event = parseEvent(name, mutateJson(payload, changes, READ))
        expect(slips(JSON.stringify(event))).toEqual([])
      } catch (thrown) {
        if (!(thrown instanceof UserError)) throw thrown
        expect(thrown.message).toContain(name)
      }
    })
    fc.assert(property, { numRuns: runs(100), seed: SEED })
  })

  test('leave a run red, or refused', async () => {
    const arbitrary = fc.record({ event: fc.nat(3), changes: fc.array(mutations, { minLength: 1, maxLength: 3 }) })
    await playAll(fc.sample(arbitrary, { numRuns: runs(4, 0.1), seed: SEED }), async (stage, { event, changes }) => {
      const { name, payload } = events(stage.pull)[event] ?? pullEvent(stage.pull)
      const step = await stage.run(name, mutateJson(payload, changes.flat(), READ))
      expect(step.exitCode, step.log).toBeGreaterThan(0)
      expectTold(stage, step)
    })
  })
})
