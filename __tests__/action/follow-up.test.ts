import { describe, expect, test } from 'vitest'
import { confirm, followUp, refuseUnsafe } from '../../src/action/follow-up.js'
import type { CommitPull } from '../../src/github/api/answers.js'
import type { GitHubEvent, PullEvent, WorkflowRunEvent } from '../../src/github/pull/event.js'
import { blocking, result, undecided } from '../support/findings.js'

const SHA = 'a'.repeat(40)
const SERVER = 'https://github.example'
const RUN: WorkflowRunEvent = {
  kind: 'workflow-run',
  cause: 'pull_request',
  headSha: SHA,
  headRepository: 'stranger/policies',
  repositoryId: 5,
  url: `${SERVER}/acme/policies/actions/runs/7`,
}
const PULL: CommitPull = { number: 3, open: true, locked: false, headSha: SHA, baseSha: 'b', baseRepositoryId: 5 }

function find(pulls: readonly CommitPull[], event: WorkflowRunEvent = RUN) {
  return followUp(event, [], SERVER, {
    pullsOf: async (repository, sha) => {
      expect([repository, sha]).toEqual(['stranger/policies', SHA])
      return pulls
    },
  })
}

describe('the pull request of the first run', () => {
  test('is the open one into this repository that has its head', async () => {
    const others: readonly CommitPull[] = [
      { ...PULL, number: 1, open: false },
      { ...PULL, number: 2, baseRepositoryId: 6 },
      { ...PULL, number: 4, headSha: 'c' },
    ]
    expect(await find([...others, PULL])).toMatchObject({
      event: { trusted: true, pull: { number: 3, headSha: SHA, readOnly: null } },
      runUrl: RUN.url,
    })
  })

  test.each<[string, readonly CommitPull[], Partial<WorkflowRunEvent>, string]>([
    ['none', [], {}, 'No open pull request'],
    ['several', [PULL, { ...PULL, number: 4 }], {}, 'Several open pull requests'],
    ['a run that was for something else', [PULL], { cause: 'push' }, 'but for push'],
    ['a fork that was deleted', [PULL], { headRepository: null }, 'was deleted'],
  ])('%s: nothing is told, with the reason', async (_name, pulls, change, reason) => {
    expect(await find(pulls, { ...RUN, ...change })).toEqual({ nowhere: expect.stringContaining(reason) })
  })

  test('that cannot be looked up is no failure of the check', async () => {
    const failing = { pullsOf: () => Promise.reject(new Error('socket hang up')) }
    expect(await followUp(RUN, [], SERVER, failing)).toEqual({ nowhere: expect.stringContaining('socket hang up') })
  })

  test.each([
    'https://evil.example/acme/policies/actions/runs/7',
    `${SERVER}.evil.example/x`,
    `${SERVER}/a)[b](c`,
    'javascript:alert(1)',
  ])('%s is no page of the first run', async (url) => {
    expect(await find([PULL], { ...RUN, url })).toMatchObject({ runUrl: null })
  })
})

describe('what is told', () => {
  const one = blocking({ lines: [1, 1] })
  const two = undecided({ lines: [2, 2] })
  const claim = ({ rule, fingerprint }: typeof one) => ({ rule, fingerprint })

  test('is what the report claims and this run confirms', () => {
    const told = confirm(result([one, two]), [claim(one), claim(two)], 'error')
    expect(told).toMatchObject({ result: { report: { findings: [one, two], conclusion: 'failure' } }, remarks: [] })
  })

  test('leaves out what the report does not know, and keeps it known', () => {
    const told = confirm(result([one, two]), [claim(two)], 'error')
    expect(told.result.report).toMatchObject({
      findings: [two],
      conclusion: 'success',
      summary: { errors: 0, warnings: 1 },
    })
    expect(told.known).toEqual([one, two])
    expect(told.remarks).toEqual([expect.stringContaining('1 finding of this run is not in the report')])
  })

  test('leaves out what only the report knows, with a count', () => {
    const forged = { rule: 'deny-blocks-clumio', fingerprint: '@forged' } as const
    const told = confirm(result([one]), [claim(one), forged, forged], 'error')
    expect(told.result.report.findings).toEqual([one])
    expect(told.remarks).toEqual([expect.stringContaining('1 finding of the first run cannot be confirmed')])
    expect(JSON.stringify(told)).not.toContain('forged')
  })

  test('needs the rule and the fingerprint to be the same', () => {
    const other = { rule: 'object-ownership', fingerprint: one.fingerprint } as const
    expect(confirm(result([one]), [other], 'error').result.report.findings).toEqual([])
  })
})

describe('inputs that an event does not allow', () => {
  const pull = { number: 1, headSha: SHA, baseSha: SHA, headRepository: null, readOnly: null, locked: false }
  const on = (trusted: boolean): PullEvent => ({ kind: 'pull-request', trusted, pull })
  const plans = { reportFile: null, planFiles: ['plan.json'] }
  const report = { reportFile: 'report.json', planFiles: [] }

  test.each<[string, GitHubEvent, Parameters<typeof refuseUnsafe>[1], string | null]>([
    ['plans on pull_request_target', on(true), plans, 'plan-files'],
    ['plans on pull_request', on(false), plans, null],
    ['a report on pull_request', on(false), report, 'report-file'],
    ['a report on push', { kind: 'other', name: 'push' }, report, 'report-file'],
    ['a report on pull_request_target', on(true), report, null],
    ['a report on workflow_run', RUN, report, null],
  ])('%s', (_name, event, inputs, refused) => {
    const act = () => refuseUnsafe(event, inputs)
    if (refused === null) act()
    else expect(act).toThrow(refused)
  })
})
