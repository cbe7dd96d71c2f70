import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { applySuggestions, type Comment, suggestionsIn } from '../support/apply.js'
import type { Files } from '../support/fake-github/repository.js'
import { FakeGitHub, REPOSITORY, TOKEN } from '../support/fake-github/server.js'
import type { Pull } from '../support/fake-github/state.js'
import { runStep, type StepResult } from '../support/runner.js'
import { type ExpectedStatement, expectedOf, fixtureFolder } from '../support/terraform.js'

/**
 * The built action on pull requests that change Terraform sources. The plan stands in the workspace, where a step before
 * it would put it, and not in the repository.
 */

const FIXTURE = fixtureFolder('styles')
const EXPECTED = expectedOf('styles')
const INPUTS = { 'clumio-role-id': EXPECTED.role, 'plan-files': 'plan.json' }

/** The sources of the fixture, by path from its root. */
const SOURCES: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(FIXTURE, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(FIXTURE, path)).isFile() && !/^(?:plan|expected|fixture)\.json$/.test(path))
    .map((path) => [path, readFileSync(join(FIXTURE, path), 'utf8')]),
)
const ROLE_NAME = EXPECTED.role.slice(EXPECTED.role.lastIndexOf('/') + 1)
const PRINCIPALS = [
  'arn:aws:iam::123456789012:root',
  EXPECTED.role,
  ...['createS3CustomerSession', 'ingesttool', 'RestoreTargetCheck', 'S3Backup'].map((name) => {
    const session = name === 'ingesttool' ? 'Ingestion-ingesttool' : `daebaksrv-${name}`
    return `arn:aws:sts::123456789012:assumed-role/${ROLE_NAME}/${session}`
  }),
]
const MAIN = SOURCES['main.tf'] ?? ''

/**
 * Lines of the fixture that an exemption may change, with the planned statements that come from them: of those that
 * block more than `restore`, all that share the lines.
 */
const OFFERED = offeredIn(EXPECTED.plans['plan.json']?.statements ?? [])

function offeredIn(statements: readonly ExpectedStatement[]): ReadonlyMap<string, readonly ExpectedStatement[]> {
  const byLines = new Map<string, ExpectedStatement[]>()
  for (const statement of statements.filter(({ verdict }) => verdict === 'blocked')) {
    // The one without lines for NotPrincipal names its principals by a variable, and gets a condition in its one line.
    const lines = statement.notPrincipal ?? statement.location ?? ''
    byLines.set(lines, [...(byLines.get(lines) ?? []), statement])
  }
  return new Map([...byLines].filter(([, own]) => own.every(({ level }) => level === 'error')))
}

/** The item as `terraform fmt` writes it, indented. */
function notPrincipal(indent: number): string {
  const lines = ['NotPrincipal = {', '  AWS = [', ...PRINCIPALS.map((arn) => `    "${arn}",`), '  ]', '}']
  return lines.map((line) => `${' '.repeat(indent)}${line}`).join('\n')
}

/** The statement of the module's caller, exempted; `terraform fmt` aligns up to a value of several lines. */
const CALLER =
  `    Statement = [{
      Sid    = "CallerDeny"
      Effect = "Deny"
${notPrincipal(6)}
      Action   = "s3:*"
      Resource = "arn:aws:s3:::$` +
  `{each.value}/*"
    }]
`

/** The members of the statement in the heredoc that the exemption touches, and the next one. */
const HEREDOC = [
  '          "Effect": "Deny",',
  ...`"NotPrincipal": ${JSON.stringify({ AWS: PRINCIPALS }, null, 2)},`.split('\n').map((line) => `          ${line}`),
  '          "Action": "s3:*",\n',
].join('\n')

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

interface Options {
  readonly inputs?: Readonly<Record<string, string>>
  /** Where the plan is put, from the workspace. */
  readonly planAt?: string
  readonly event?: string
  /** What is checked out; the test merge without it. */
  readonly commit?: string
  readonly prepare?: (workspace: string) => void
}

function open(head: Files, base: Files = { 'README.md': 'read me\n' }): Pull {
  github.repository.commit('main', base)
  github.repository.commit('change', head, 'main')
  return github.openPull('main', 'change')
}

async function onPull(pull: Pull, options: Options = {}): Promise<StepResult> {
  const { inputs = {}, planAt = 'plan.json', event = 'pull_request', prepare } = options
  const commit = options.commit ?? github.repository.merge(pull.baseSha, pull.headSha)
  const workspace = mkdtempSync(join(folder, 'checkout-'))
  github.repository.checkout(commit, workspace)
  if (prepare !== undefined) prepare(workspace)
  else cpSync(join(FIXTURE, 'plan.json'), join(workspace, planAt))
  return runStep({
    workspace,
    inputs: { ...INPUTS, ...inputs },
    token: TOKEN,
    event,
    payload: { action: 'synchronize', number: pull.number, pull_request: pull.payload() },
    repository: REPOSITORY,
    apiUrl: github.url,
    sha: commit,
  })
}

const offered = ({ comments }: Pull) => comments.filter(({ body }) => suggestionsIn(body).length > 0)

interface Lines {
  readonly path: string
  readonly from: number
  readonly to: number
}

const linesOf = ({ path, startLine, line }: Comment): Lines => ({ path, from: startLine ?? line ?? 0, to: line ?? 0 })

/** A range of the fixture, `path:1-2`. */
function parseRange(range: string): Lines {
  const [, path = '', from = '', to = ''] = /^(.*):(\d+)-(\d+)$/.exec(range) ?? []
  return { path, from: Number(from), to: Number(to) }
}

function within(inner: Lines, outer: Lines): boolean {
  return inner.path === outer.path && inner.from >= outer.from && inner.to <= outer.to
}

describe('a pull request that adds the sources of a plan', () => {
  test('has one suggestion on the lines of each source, with the bucket and every planned resource', async () => {
    const pull = open(SOURCES)
    const step = await onPull(pull)
    expect(step.exitCode).toBe(1)
    expect(step.annotations.map(({ file }) => file)).not.toContain('plan.json')
    // The plan has this file's statement for the buckets of its modules, and not for the one that its text names.
    const others = offered(pull).filter(
      (one) => ![...OFFERED.keys()].some((at) => within(linesOf(one), parseRange(at))),
    )
    expect(others).toMatchObject([{ path: 'modules/bucket/policies/own.json', line: 7 }])
    expect(others[0]?.body).toContain('on `demo`**')
    expect(offered(pull)).toHaveLength(OFFERED.size + 1)
    for (const [range, statements] of OFFERED) {
      const [comment, ...more] = offered(pull).filter((one) => within(linesOf(one), parseRange(range)))
      expect(more, range).toEqual([])
      for (const { address } of statements) expect(comment?.body, range).toContain(`\`${address}\``)
    }
    const caller = offered(pull).find(({ body }) => body.includes('`CallerDeny`'))
    expect(caller?.body).toContain('on `team-x` and `team-y`**')

    // As GitHub applies them: the exemption once in every place, all other lines as they were.
    const fixed = applySuggestions(new Map(Object.entries(SOURCES)), pull.comments)
    for (const [path, text] of fixed) {
      const own = offered(pull).filter((one) => one.path === path)
      expect(text.split(`"${EXPECTED.role}"`), path).toHaveLength(own.length + 1)
    }
    // The edits stay on the lines that the fixture allows (above), so two of them tell what stands in these.
    expect(fixed.get('main.tf')).toContain(HEREDOC)
    expect(fixed.get('main.tf')).toContain(CALLER)
  })

  test('has the lines of its head where the base moved them in the same file', async () => {
    const first = MAIN.slice(0, MAIN.indexOf('# (f) locals\n'))
    const pull = open({ 'main.tf': MAIN }, { ...SOURCES, 'main.tf': first })
    github.repository.commit('main', { 'main.tf': `# one more line\n# and one more\n${first}` })
    pull.refresh()
    await onPull(pull)
    const ranges = [...OFFERED.keys()].filter((range) => {
      const { path, from } = parseRange(range)
      return path === 'main.tf' && from > first.split('\n').length
    })
    expect(ranges.length).toBeGreaterThan(2)
    expect(offered(pull)).toHaveLength(ranges.length)
    const fixed = applySuggestions(new Map([['main.tf', MAIN]]), pull.comments).get('main.tf') ?? ''
    expect(fixed).toContain(CALLER)
    expect(fixed.startsWith(first)).toBe(true)
    expect(fixed.split(EXPECTED.role)).toHaveLength(ranges.length + 1)
    // What the pull request does not change is told in the summary.
    expect(pull.conversation[0]?.body).toContain('`aws_s3_bucket_policy.heredoc`')
  })

  test('is refused under pull_request_target, where making it runs what a stranger wrote', async () => {
    const pull = open(SOURCES)
    const step = await onPull(pull, { event: 'pull_request_target', commit: pull.baseSha })
    expect(step.exitCode).toBe(2)
    expect(step.annotations).toMatchObject([{ level: 'error', message: expect.stringContaining('plan-files') }])
    expect(github.calls).toEqual([])
  })
})

describe('a working directory with a root of its own', () => {
  const source = (items: string) => `resource "aws_s3_bucket_policy" "ledger" {
  bucket = "acme-ledger"
  policy = jsonencode({
    Statement = [
      # Nobody from elsewhere.
      {
${items}
        Action    = "s3:*"
        Resource  = ["arn:aws:s3:::acme-ledger", "arn:aws:s3:::acme-ledger/*"]
        Condition = { StringNotEquals = { "aws:SourceVpc" = "vpc-1" } } # ours
      },
    ]
  })
}
`
  const OPEN = source('        Sid       = "OnlyOurVpc"\n        Effect    = "Deny"\n        Principal = "*"')
  const EXEMPT = source(`        Sid    = "OnlyOurVpc"\n        Effect = "Deny"\n${notPrincipal(8)}`)
  const statement = (principal: object) => ({
    Sid: 'OnlyOurVpc',
    Effect: 'Deny',
    ...principal,
    Action: 's3:*',
    Resource: ['arn:aws:s3:::acme-ledger', 'arn:aws:s3:::acme-ledger/*'],
    Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } },
  })
  /** What Terraform plans from the source, as far as it matters. */
  const planOf = (principal: object, actions: readonly string[] = ['create']) => {
    const after = { bucket: 'acme-ledger', policy: JSON.stringify({ Statement: [statement(principal)] }) }
    const named = {
      address: 'aws_s3_bucket_policy.ledger',
      mode: 'managed',
      type: 'aws_s3_bucket_policy',
      name: 'ledger',
    }
    const provider = { provider_name: 'registry.terraform.io/hashicorp/aws' }
    const before = actions[0] === 'no-op' ? after : null
    const expressions = { bucket: { constant_value: 'acme-ledger' }, policy: {} }
    return JSON.stringify({
      format_version: '1.2',
      terraform_version: '1.11.4',
      planned_values: { root_module: { resources: [{ ...named, ...provider, values: after }] } },
      resource_changes: [{ ...named, ...provider, change: { actions, before, after, after_unknown: {} } }],
      configuration: { root_module: { resources: [{ ...named, provider_config_key: 'aws', expressions }] } },
    })
  }
  const inputs = { 'working-directory': 'infra' }
  const place = (plan: string) => (workspace: string) => writeFileSync(join(workspace, 'infra/plan.json'), plan)

  test('goes from the suggestion, made once, to a green run, and changes nothing but the principal', async () => {
    const pull = open({ 'infra/main.tf': OPEN })
    const first = await onPull(pull, { inputs, prepare: place(planOf({ Principal: '*' })) })
    expect(first.exitCode).toBe(1)
    expect(first.annotations).toMatchObject([{ level: 'error', file: 'infra/main.tf', line: 6 }])
    expect(pull.comments).toMatchObject([{ path: 'infra/main.tf', line: 9 }])
    expect(pull.comments[0]?.body).toContain('of `aws_s3_bucket_policy.ledger`')
    expect(first.report).toMatchObject({ context: { root: '.' }, findings: [{ policy: { root: '.' } }] })
    expect(pull.conversation[0]?.body).toContain('(root `infra`, directory `infra`)')
    const fixed = applySuggestions(new Map([['infra/main.tf', OPEN]]), pull.comments).get('infra/main.tf') ?? ''
    expect(fixed).toBe(EXEMPT)

    const before = github.writes().length
    expect((await onPull(pull, { inputs, prepare: place(planOf({ Principal: '*' })) })).exitCode).toBe(1)
    expect(github.writes()).toHaveLength(before)

    github.repository.commit('change', { 'infra/main.tf': fixed })
    pull.refresh()
    const second = await onPull(pull, { inputs, prepare: place(planOf({ NotPrincipal: { AWS: PRINCIPALS } })) })
    expect(second.exitCode).toBe(0)
    expect(second.annotations).toEqual([])
    expect(pull.comments).toEqual([])
    expect(pull.conversation[0]?.body).toContain('✅')
  })

  test('where the source is not in the repository, the summary names the resource', async () => {
    const pull = open({ 'infra/README.md': 'read me\n' })
    const step = await onPull(pull, { inputs, prepare: place(planOf({ Principal: '*' })) })
    expect(step.exitCode).toBe(1)
    expect(pull.reviews).toEqual([])
    const body = pull.conversation[0]?.body ?? ''
    expect(body).toContain('`aws_s3_bucket_policy.ledger`')
    expect(body).not.toMatch(/\]\([^)]*plan\.json/)
  })
})

describe('mistakes with plan files', () => {
  const nothing = () => undefined
  const write = (text: string) => (workspace: string) => writeFileSync(join(workspace, 'plan.json'), text)

  test.each<[string, (workspace: string) => void]>([
    ['a pattern that matches no file', nothing],
    ['a file that is no plan', write('{}\n')],
  ])('%s fails the step with an annotation that names it', async (_name, prepare) => {
    const pull = open({ 'main.tf': MAIN })
    const step = await onPull(pull, { prepare })
    expect(step.exitCode).toBe(2)
    expect(step.outputs.conclusion).toBe('failure')
    // What the sources say is told all the same.
    const errors = step.annotations.filter(({ level, file }) => level === 'error' && file !== 'main.tf')
    expect(errors).toHaveLength(1)
    expect(errors[0]?.message).toContain('plan.json')
  })
  test('a plan that was cut off is told, and nothing of it is taken for fine', async () => {
    const pull = open({ 'other.tf': 'locals {}\n' })
    const whole = readFileSync(join(FIXTURE, 'plan.json'), 'utf8')
    const step = await onPull(pull, { prepare: write(whole.slice(0, -1_000)) })
    expect(step.exitCode).toBe(2)
    const message = expect.stringContaining('the text ends too early')
    expect(step.annotations).toMatchObject([
      { level: 'error', file: 'plan.json', message },
      { level: 'warning', file: 'plan.json', message },
    ])
    expect(step.report).toMatchObject({ findings: [{ rule: 'policy-unreadable' }], unread: [{ path: 'plan.json' }] })
  })
})
