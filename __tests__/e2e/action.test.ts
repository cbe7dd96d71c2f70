import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { applySuggestions, suggestionsIn } from '../support/apply.js'
import type { Files } from '../support/fake-github/repository.js'
import { FakeGitHub, REPOSITORY, TOKEN } from '../support/fake-github/server.js'
import type { Pull } from '../support/fake-github/state.js'
import { runStep, type StepResult } from '../support/runner.js'

/** The built action, as a step of a workflow, against a GitHub that holds it to the rules. */

const ROLE_NAME = 'ClumioRole-us-west-2-831e8db1-7a77-4550-b2a4-838aa526b8df'
const ROLE = { 'aws-account-id': '123456789011', 'clumio-role-id': ROLE_NAME }
const PRINCIPALS = [
  'arn:aws:iam::123456789011:root',
  `arn:aws:iam::123456789011:role/clumio/${ROLE_NAME}`,
  `arn:aws:sts::123456789011:assumed-role/${ROLE_NAME}/daebaksrv-createS3CustomerSession`,
  `arn:aws:sts::123456789011:assumed-role/${ROLE_NAME}/Ingestion-ingesttool`,
  `arn:aws:sts::123456789011:assumed-role/${ROLE_NAME}/daebaksrv-RestoreTargetCheck`,
  `arn:aws:sts::123456789011:assumed-role/${ROLE_NAME}/daebaksrv-S3Backup`,
]

interface Statement {
  readonly [member: string]: unknown
}

const VPC_ONLY: Statement = {
  Sid: 'Access-to-specific-VPC-only',
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: ['arn:aws:s3:::hd-test', 'arn:aws:s3:::hd-test/*'],
  Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-5680e03d' } },
}

function policy(...statements: Statement[]): string {
  return `${JSON.stringify({ Version: '2012-10-17', Id: 'Policy1415115909153', Statement: statements }, null, 2)}\n`
}

let github: FakeGitHub
let folder: string

beforeEach(async () => {
  github = await FakeGitHub.start()
  folder = mkdtempSync(join(tmpdir(), 'workspace-'))
})

afterEach(async () => {
  await github.stop()
  rmSync(folder, { recursive: true, force: true })
  expect(github.violations).toEqual([])
})

interface StepOptions {
  readonly event?: string
  readonly inputs?: Readonly<Record<string, string>>
  /** What is checked out; the test merge without it. */
  readonly commit?: string
  readonly prepare?: (workspace: string) => void
}

/** Runs the action on a pull request, in a fresh checkout. */
async function onPull(pull: Pull, options: StepOptions = {}): Promise<StepResult> {
  const { event = 'pull_request', inputs = ROLE } = options
  const commit = options.commit ?? github.repository.merge(pull.baseSha, pull.headSha)
  return run(
    commit,
    event,
    { action: 'synchronize', number: pull.number, pull_request: pull.payload() },
    { ...options, inputs },
  )
}

async function run(commit: string, event: string, payload: unknown, options: StepOptions = {}): Promise<StepResult> {
  const workspace = mkdtempSync(join(folder, 'checkout-'))
  github.repository.checkout(commit, workspace)
  options.prepare?.(workspace)
  const { inputs = ROLE } = options
  return runStep({
    workspace,
    inputs,
    token: TOKEN,
    event,
    payload,
    repository: REPOSITORY,
    apiUrl: github.url,
    sha: commit,
  })
}

function open(head: Files, base: Files = { 'README.md': 'read me\n' }): Pull {
  github.repository.commit('main', base)
  github.repository.commit('change', head, 'main')
  return github.openPull('main', 'change')
}

function push(files: Files): void {
  github.repository.commit('change', files)
  for (const pull of github.pulls) pull.refresh()
}

function headFiles(pull: Pull, ...paths: string[]): Map<string, string> {
  return new Map(paths.map((path) => [path, github.repository.file(pull.headSha, path)?.toString() ?? '']))
}

function levels(step: StepResult): readonly string[] {
  return step.commands.map(({ name }) => name)
}

describe('the VPC example of the vendor, in a pull request', () => {
  test('gives one review with one suggestion, which applied makes the next run green', async () => {
    const pull = open({ 'policies/hd-test.json': policy(VPC_ONLY) })
    const first = await onPull(pull)
    expect(first.exitCode).toBe(1)
    expect(levels(first)).toEqual(['error'])
    expect(github.writes()).toEqual(['pulls/create-review', 'issues/create-comment'])
    expect(pull.reviews).toHaveLength(1)
    expect(pull.comments).toHaveLength(1)
    expect(first.outputs).toMatchObject({
      conclusion: 'failure',
      errors: '1',
      'review-url': expect.stringContaining('pullrequestreview'),
      'comment-url': expect.stringContaining('issuecomment'),
    })

    const fixed = applySuggestions(headFiles(pull, 'policies/hd-test.json'), pull.comments)
    const text = fixed.get('policies/hd-test.json') ?? ''
    const { Principal: _, ...rest } = VPC_ONLY
    expect(JSON.parse(text).Statement).toEqual([{ ...rest, NotPrincipal: { AWS: PRINCIPALS } }])
    expect(withoutPrincipal(text)).toBe(withoutPrincipal(policy(VPC_ONLY)))

    push({ 'policies/hd-test.json': text })
    const second = await onPull(pull)
    expect(second.exitCode).toBe(0)
    expect(levels(second)).toEqual([])
    expect(second.outputs.conclusion).toBe('success')
    expect(pull.reviews).toHaveLength(1)
    expect(pull.comments.map(({ hidden }) => hidden)).toEqual(['resolved'])
    expect(pull.conversation).toHaveLength(1)
    expect(pull.conversation[0]?.body).toContain('✅')
  })

  test('says the same only once', async () => {
    const pull = open({ 'policy.json': policy(VPC_ONLY) })
    await onPull(pull)
    const before = github.writes().length
    const second = await onPull(pull)
    expect(second.exitCode).toBe(1)
    expect(github.writes()).toHaveLength(before)
  })

  test('in a working directory of its own is commented with the path from the root', async () => {
    const pull = open({ 'infra/policies/hd-test.json': policy(VPC_ONLY) })
    const step = await onPull(pull, { inputs: { ...ROLE, 'working-directory': 'infra' } })
    expect(step.annotations[0]?.file).toBe('infra/policies/hd-test.json')
    expect(pull.comments[0]?.path).toBe('infra/policies/hd-test.json')
    expect(step.report).toMatchObject({ findings: [{ location: { path: 'policies/hd-test.json' } }] })
  })

  test('in a repository that is checked out into a folder is commented with its own path', async () => {
    const pull = open({ 'policy.json': policy(VPC_ONLY) })
    const workspace = mkdtempSync(join(folder, 'workspace-'))
    mkdirSync(join(workspace, 'repo'))
    const commit = github.repository.merge(pull.baseSha, pull.headSha)
    github.repository.checkout(commit, join(workspace, 'repo'))
    const payload = { pull_request: pull.payload() }
    const inputs = { ...ROLE, 'working-directory': 'repo' }
    const place = { repository: REPOSITORY, apiUrl: github.url, token: TOKEN }
    const step = await runStep({ ...place, workspace, inputs, event: 'pull_request', payload })
    expect(step.annotations[0]?.file).toBe('repo/policy.json')
    expect(pull.comments[0]?.path).toBe('policy.json')
  })

  test('is green with fail-on "never", without an error annotation', async () => {
    const pull = open({ 'policy.json': policy(VPC_ONLY) })
    const step = await onPull(pull, { inputs: { ...ROLE, 'fail-on': 'never' } })
    expect(step.exitCode).toBe(0)
    expect(levels(step)).toEqual(['warning'])
  })

  test('is told in the summary comment only with comments "summary", and nowhere with "off"', async () => {
    const pull = open({ 'policy.json': policy(VPC_ONLY) })
    await onPull(pull, { inputs: { ...ROLE, comments: 'off' } })
    expect(github.writes()).toEqual([])
    await onPull(pull, { inputs: { ...ROLE, comments: 'summary' } })
    expect(github.writes()).toEqual(['issues/create-comment'])
  })

  test('shows placeholders as text where no role is known', async () => {
    const pull = open({ 'policy.json': policy(VPC_ONLY) })
    const step = await onPull(pull, { inputs: {} })
    expect(step.exitCode).toBe(1)
    expect(pull.comments).toHaveLength(1)
    expect(suggestionsIn(pull.comments[0]?.body ?? '')).toEqual([])
  })
})

/** A policy's lines but those of Principal and NotPrincipal. */
function withoutPrincipal(text: string): string {
  return text.replace(/ *"(?:Not)?Principal": (?:"\*"|\{[^{}]*\}),\n/, '')
}

describe('the lines are those of the head', () => {
  const filler: Statement = {
    Sid: 'Read',
    Effect: 'Allow',
    Principal: '*',
    Action: 's3:GetObject',
    Resource: 'arn:aws:s3:::hd-test/*',
  }
  const others = Array.from({ length: 6 }, (_, i) => ({ ...filler, Sid: `Read${i}` }))

  test('when the base has moved them since', async () => {
    const pull = open({ 'policy.json': policy(...others, VPC_ONLY) }, { 'policy.json': policy(...others) })
    github.repository.commit('main', { 'policy.json': policy({ ...filler, Sid: 'New' }, ...others) })
    pull.refresh()
    const step = await onPull(pull)
    expect(step.exitCode).toBe(1)
    const fixed = applySuggestions(headFiles(pull, 'policy.json'), pull.comments).get('policy.json') ?? ''
    expect(JSON.parse(fixed).Statement.at(-1)).toMatchObject({ NotPrincipal: { AWS: PRINCIPALS } })
  })

  test('when only the base is checked out (pull_request_target)', async () => {
    const pull = open({ 'policies/new.json': policy(VPC_ONLY) })
    const step = await onPull(pull, { event: 'pull_request_target', commit: pull.baseSha })
    expect(step.exitCode).toBe(1)
    expect(pull.comments).toMatchObject([{ path: 'policies/new.json' }])
  })

  test('or the step fails, when only the base is checked out and the head cannot be read', async () => {
    const pull = open({ 'policies/new.json': policy(VPC_ONLY) })
    github.faults.push({ operation: 'pulls/list-files', answer: { status: 403, body: { message: 'no' } }, times: 9 })
    const step = await onPull(pull, { event: 'pull_request_target', commit: pull.baseSha })
    expect(step.exitCode).toBe(2)
    expect(levels(step)).toEqual(['error'])
  })

  test('a finding outside of the diff is in the summary, with a permalink and the patch', async () => {
    const pull = open({ 'other.json': '{}\n' }, { 'policies/old one.json': policy(VPC_ONLY) })
    const step = await onPull(pull)
    expect(step.exitCode).toBe(1)
    expect(pull.reviews).toEqual([])
    const body = pull.conversation[0]?.body ?? ''
    expect(body).toMatch(
      new RegExp(`https://github\\.example/${REPOSITORY}/blob/${pull.headSha}/policies/old%20one\\.json#L\\d+`),
    )
    expect(body).toContain('+      "NotPrincipal": {')
  })

  test('only-changed reports only files of the pull request', async () => {
    const pull = open({ 'other.json': '{}\n' }, { 'old.json': policy(VPC_ONLY) })
    const step = await onPull(pull, { inputs: { ...ROLE, 'only-changed': 'true' } })
    expect(step.exitCode).toBe(0)
    expect(github.writes()).toEqual([])
  })
})

describe('other events', () => {
  test('a push gives annotations, a summary and nothing else', async () => {
    const commit = github.repository.commit('main', { 'policy.json': policy(VPC_ONLY) })
    const step = await run(commit, 'push', { before: '0'.repeat(40), after: commit, ref: 'refs/heads/main' })
    expect(step.exitCode).toBe(1)
    expect(step.annotations).toMatchObject([{ level: 'error', file: 'policy.json' }])
    expect(step.summary).toContain('hd-test')
    expect(github.calls).toEqual([])
  })

  test('reports are written where the inputs say, relative to the working directory', async () => {
    const commit = github.repository.commit('main', { 'infra/policy.json': policy(VPC_ONLY) })
    const files = { 'json-file': 'out/report.json', 'sarif-file': 'out/report.sarif', id: '../odd id' }
    let workspace = ''
    const step = await run(
      commit,
      'push',
      {},
      {
        inputs: { ...ROLE, ...files, 'working-directory': 'infra' },
        prepare: (folder) => {
          workspace = folder
        },
      },
    )
    const written = (name: string): unknown => JSON.parse(readFileSync(join(workspace, 'infra', name), 'utf8'))
    expect(written('out/report.json')).toEqual(step.report)
    expect(written('out/report.sarif')).toMatchObject({ version: '2.1.0' })
    expect(step.outputs['sarif-file']).toBe(join(workspace, 'infra/out/report.sarif'))
  })

  test('a merge group is checked, and only its changes with only-changed', async () => {
    const base = github.repository.commit('main', { 'old.json': policy(VPC_ONLY) })
    const head = github.repository.commit('queue', { 'new.json': policy({ ...VPC_ONLY, Sid: 'Other' }) }, 'main')
    const payload = { merge_group: { head_sha: head, base_sha: base, head_ref: 'refs/heads/queue' } }
    const all = await run(head, 'merge_group', payload)
    expect(all.outputs.errors).toBe('2')
    const changed = await run(head, 'merge_group', payload, { inputs: { ...ROLE, 'only-changed': 'true' } })
    expect(changed.annotations.map(({ file }) => file)).toEqual(['new.json'])
    expect(github.writes()).toEqual([])
  })

  test('a schedule has almost no payload', async () => {
    const commit = github.repository.commit('main', { 'README.md': 'read me\n' })
    expect((await run(commit, 'schedule', { schedule: '0 0 * * *' })).exitCode).toBe(0)
  })

  test('a fork with a read-only token gets the same conclusion, annotations, and a word why', async () => {
    const pull = open({ 'policy.json': policy(VPC_ONLY) })
    pull.fork = true
    github.rights = { contents: 'read', pullRequests: 'read' }
    const step = await onPull(pull)
    expect(step.exitCode).toBe(1)
    expect(github.writes()).toEqual([])
    expect(step.annotations).toHaveLength(1)
    expect(step.log).toContain('fork may only read')
    expect(step.summary).toContain('fork may only read')
  })

  test('without pull-requests: write the log names the permission', async () => {
    const pull = open({ 'policy.json': policy(VPC_ONLY) })
    github.rights = { contents: 'read', pullRequests: 'read' }
    expect((await onPull(pull)).log).toContain('pull-requests: write')
  })

  test('without any right the checkout is judged', async () => {
    const pull = open({ 'policy.json': policy(VPC_ONLY) })
    github.rights = { contents: 'none', pullRequests: 'none' }
    const step = await onPull(pull)
    expect(step.exitCode).toBe(1)
    expect(step.annotations).toHaveLength(1)
  })

  test('the token is never printed', async () => {
    const pull = open({ 'policy.json': policy(VPC_ONLY) })
    const step = await onPull(pull, { inputs: { ...ROLE, comments: 'review' } })
    expect(step.log).not.toContain(TOKEN)
    expect(step.summary).not.toContain(TOKEN)
  })
})

describe('mistakes', () => {
  test.each<[string, Record<string, string>, Files, string]>([
    ['a bad input', { 'fail-on': 'eror' }, {}, 'fail-on'],
    [
      'a broken configuration',
      {},
      { '.github/clumio-policy-check.jsonc': '{ "ignored": [] }\n' },
      '.github/clumio-policy-check.jsonc:1',
    ],
    ['a plan that is not there', { 'plan-files': 'plan.json' }, {}, 'plan.json'],
    ['a plan that is none', { 'plan-files': 'plan.json' }, { 'plan.json': '{}\n' }, 'plan.json'],
    ['a file that is not there', { files: 'nowhere.json' }, {}, 'nowhere.json'],
    ['a working directory that is not there', { 'working-directory': 'nowhere' }, {}, 'nowhere'],
  ])('%s fails the step with one error that names it', async (_name, inputs, files, named) => {
    const commit = github.repository.commit('main', { 'README.md': 'read me\n', ...files })
    const step = await run(commit, 'push', {}, { inputs })
    expect(step.exitCode).toBe(2)
    expect(levels(step)).toEqual(['error'])
    expect(step.annotations[0]?.message).toContain(named)
    expect(step.outputs.conclusion).toBe('failure')
  })

  test('a policy that cannot be read is a warning, and the run goes on', async () => {
    const pull = open({ 'broken.json': policy(VPC_ONLY).replace('"s3:*",', '"s3:*"'), 'policy.json': policy(VPC_ONLY) })
    const step = await onPull(pull)
    expect(step.exitCode).toBe(1)
    expect([...levels(step)].sort()).toEqual(['error', 'warning'])
    expect(pull.conversation[0]?.body).toContain('broken.json')
  })
})

describe('an ignore entry past its date', () => {
  test('is told on its own line of the configuration', async () => {
    const ignore = [
      { rule: 'deny-blocks-clumio', buckets: ['hd-test'], reason: 'not backed up', expires: '2020-01-31' },
    ]
    const config = `${JSON.stringify({ ignore }, null, 2)}\n`
    const pull = open({ 'policy.json': policy(VPC_ONLY), '.github/clumio-policy-check.jsonc': config })
    const step = await onPull(pull)
    expect([...levels(step)].sort()).toEqual(['error', 'warning'])
    expect(pull.comments.map(({ path }) => path).sort()).toEqual(['.github/clumio-policy-check.jsonc', 'policy.json'])
  })
})

describe('trust', () => {
  const config = (role: string) => JSON.stringify({ integrations: [{ role }] })
  const known = config(`arn:aws:iam::123456789011:role/clumio/${ROLE_NAME}`)
  const CONFIG = '.github/clumio-policy-check.jsonc'

  test('a role that the base names is offered by one click', async () => {
    const pull = open({ 'policy.json': policy(VPC_ONLY) }, { [CONFIG]: known })
    await onPull(pull, { inputs: {} })
    expect(suggestionsIn(pull.comments[0]?.body ?? '')).toHaveLength(1)
  })

  test('a role that the pull request introduces is shown as text, and the summary says that it is new', async () => {
    const pull = open({ 'policy.json': policy(VPC_ONLY), [CONFIG]: known })
    await onPull(pull, { inputs: {} })
    expect(suggestionsIn(pull.comments[0]?.body ?? '')).toEqual([])
    expect(pull.comments[0]?.body).toContain(ROLE_NAME)
    expect(pull.conversation[0]?.body).toContain('Changed by this pull request')
    expect(pull.comments[0]?.body).toContain('new in this pull request')
  })
})

describe('injection', () => {
  const evil = '::error::pwned\n##[error]pwned\r::set-output name=x::y ::stop-commands::z'

  test('nothing untrusted becomes a command, markup, a mention or a marker', async () => {
    const name = 'a ::error::x ##[warning]y,b%0A@org.json'
    const sid = `${evil} @org/team <img src=x> <!-- clumio-policy-check:v1 summary id=x -->`
    const pull = open({ [name]: policy({ ...VPC_ONLY, Sid: sid }), 'bad.json': `${policy(VPC_ONLY)}${evil}` })
    const step = await onPull(pull)
    expect([...levels(step)].sort()).toEqual(['error', 'warning'])
    expect(step.annotations.find(({ level }) => level === 'error')?.file).toBe(name)
    expect(Object.keys(step.outputs).sort()).toEqual(
      ['comment-url', 'conclusion', 'errors', 'notices', 'report', 'review-url', 'sarif-file', 'warnings'].sort(),
    )
    for (const text of [step.summary, pull.conversation[0]?.body ?? '', pull.comments[0]?.body ?? '']) {
      const outside = text.replace(/^<!-- clumio-policy-check:v1 [^>]*-->/, '').replace(/(`+)[^`]+\1/g, '')
      expect(outside).not.toMatch(/<img|<!--|@org/)
    }
  })
})

describe('the bundle', () => {
  test('starts quickly and contacts nobody on a push', async () => {
    const commit = github.repository.commit('main', { 'policy.json': policy(VPC_ONLY) })
    const step = await run(
      commit,
      'push',
      {},
      { prepare: (workspace) => writeFileSync(join(workspace, 'x.json'), '{}') },
    )
    expect(step.milliseconds).toBeLessThan(5_000)
    expect(github.calls).toEqual([])
  })

  test('works on a copied workspace without a repository', async () => {
    const commit = github.repository.commit('main', { 'policy.json': policy(VPC_ONLY) })
    const plain = mkdtempSync(join(folder, 'plain-'))
    github.repository.checkout(commit, plain)
    rmSync(join(plain, '.git'), { recursive: true })
    const copy = mkdtempSync(join(folder, 'copy-'))
    cpSync(plain, copy, { recursive: true })
    const step = await runStep({
      workspace: copy,
      inputs: ROLE,
      token: '',
      event: 'push',
      payload: {},
      repository: REPOSITORY,
      apiUrl: github.url,
    })
    expect(step.exitCode).toBe(1)
  })
})
