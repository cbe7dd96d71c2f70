import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LEVELS, RULES } from '../../src/model/rules.js'
import { type Event, pullEvent } from './fake-github/events.js'
import { applicable, commitSuggestions } from './fake-github/people.js'
import type { Files } from './fake-github/repository.js'
import { FakeGitHub, type Kind, TOKEN } from './fake-github/server.js'
import { type Pull, REPOSITORY, type StoredComment, threadOf, type User } from './fake-github/state.js'
import { ROLE } from './policies.js'
import { runStep, type StepResult } from './runner.js'

export interface RunOptions {
  /** `with:` of the step; the account and the role without it. */
  readonly inputs?: Readonly<Record<string, string>>
  readonly event?: Event
  /** The commit that is checked out; on a pull request the test merge without it. */
  readonly checkout?: string
  /** The folder of the workspace that it is checked out into (`path` of actions/checkout). */
  readonly path?: string
  /** For several steps of one job: the same folder of the runner for all of them. */
  readonly job?: string
  /** Steps before this one. */
  readonly prepare?: (workspace: string) => void
  readonly env?: Readonly<Record<string, string>>
  /** See `Step`: for scenarios about a GitHub that does not answer. */
  readonly patientFrom?: number
  /** What the action may connect to besides the fake. */
  readonly mayContact?: readonly string[]
}

/** What is said of a finding in a report, as far as scenarios look at it. */
export interface ReportedFinding {
  readonly rule: string
  readonly level: string
  readonly fingerprint: string
  readonly message: string
  readonly location: { readonly path: string; readonly startLine: number; readonly endLine: number }
  readonly statement?: { readonly sid: string | null }
}

const OUTPUTS = new Set([
  ...['conclusion', 'errors', 'warnings', 'notices'],
  ...['report', 'sarif-file', 'review-url', 'comment-url'],
])
const TITLES = new Set(['Clumio policy check', ...Object.values(RULES).map(({ title }) => title)])
const MARKER = /^<!-- clumio-policy-check:v1 (\w+) id=(\S+) head=(\S*) fp=(\S*) hash=(\S*) -->/

/** API calls that one run may make, its reviews, and their comments. */
const MOST_CALLS = 400
const MOST_REVIEWS = 3
const MOST_COMMENTS = 30

/**
 * The built action on one repository of a fake GitHub. Every run is held to what must be true of all of them: no
 * request that GitHub would not understand, no workflow command but annotations, nothing of others touched, nobody
 * contacted but GitHub, and a status that agrees with the annotations.
 */
export class Scenario {
  readonly github: FakeGitHub
  readonly #folder = mkdtempSync(join(tmpdir(), 'scenario-'))

  private constructor(github: FakeGitHub) {
    this.github = github
  }

  static async begin(options: { readonly kind?: Kind } = {}): Promise<Scenario> {
    return new Scenario(await FakeGitHub.start(options))
  }

  async end(): Promise<void> {
    await this.github.stop()
    rmSync(this.#folder, { recursive: true, force: true })
  }

  /** A pull request from the branch `change` into `main`. */
  open(head: Files, base: Files = { 'README.md': 'read me\n' }): Pull {
    this.github.repository.commit('main', base)
    this.github.repository.commit('change', head, 'main')
    return this.github.openPull('main', 'change')
  }

  /** Runs the action on a pull request, in a fresh checkout. */
  async run(pull: Pull, options: RunOptions = {}): Promise<StepResult> {
    const { event = pullEvent(pull) } = options
    const checkout = options.checkout ?? this.github.repository.merge(pull.baseSha, pull.headSha)
    return this.runEvent(event, checkout, options)
  }

  /** Runs the action on any event, on a commit. */
  async runEvent(event: Event, checkout: string, options: RunOptions = {}): Promise<StepResult> {
    const { inputs = ROLE, prepare, env = {}, mayContact = [], path = '.', job, patientFrom } = options
    const { github } = this
    const workspace = mkdtempSync(join(this.#folder, 'checkout-'))
    mkdirSync(join(workspace, path), { recursive: true })
    github.repository.checkout(checkout, join(workspace, path))
    prepare?.(workspace)
    const before = { others: this.#others(), calls: github.calls.length, reviews: this.#reviews().length }
    const step = await runStep({
      workspace,
      inputs,
      token: TOKEN,
      event: event.name,
      payload: event.payload,
      repository: REPOSITORY,
      apiUrl: github.url,
      sha: checkout,
      ...(patientFrom === undefined ? {} : { patientFrom }),
      env: { ...env, ...(job === undefined ? {} : { RUNNER_TEMP: this.#temp(job) }) },
    })
    // A run that follows another one up passes whatever it finds: the status is that of the first.
    if ('report-file' in inputs && step.exitCode === 0) expect(step.commands).toEqual([])
    else holdToStatus(step)
    this.#holdToRules(step, before, mayContact)
    return step
  }

  /**
   * Commits every suggestion as somebody does on the page, and runs again: green, and no comment is left standing.
   *
   * @returns the second run
   */
  async fix(pull: Pull, options: RunOptions | (() => RunOptions) = {}): Promise<StepResult> {
    expect(applicable(pull).length, 'suggestions to commit').toBeGreaterThan(0)
    commitSuggestions(pull)
    const step = await this.run(pull, typeof options === 'function' ? options() : options)
    expect(step.exitCode, step.log).toBe(0)
    expect(findings(step).filter(({ level }) => level !== 'notice')).toEqual([])
    expect(standing(this.github, pull)).toEqual([])
    return step
  }

  #temp(job: string): string {
    const folder = join(this.#folder, `job-${job}`)
    mkdirSync(folder, { recursive: true })
    return folder
  }

  #holdToRules(
    step: StepResult,
    before: { readonly others: unknown; readonly calls: number; readonly reviews: number },
    mayContact: readonly string[],
  ): void {
    const { github } = this
    expect(github.violations).toEqual([])
    expect(step.problems).toEqual([])
    for (const { name, properties } of step.commands) {
      expect([...LEVELS], step.log).toContain(name)
      expect([...TITLES], step.log).toContain(properties.title)
    }
    for (const output of Object.keys(step.outputs)) expect([...OUTPUTS]).toContain(output)
    expect(github.calls.length - before.calls).toBeLessThanOrEqual(MOST_CALLS)
    const reviews = this.#reviews().slice(before.reviews)
    expect(reviews.length).toBeLessThanOrEqual(MOST_REVIEWS)
    for (const comments of reviews) expect(comments).toBeLessThanOrEqual(MOST_COMMENTS)
    const address = new URL(github.url).host
    expect(step.contacted.filter((each) => each !== address && !mayContact.includes(each))).toEqual([])
    expect(this.#others()).toEqual(before.others)
    const said = github.pulls.flatMap(({ comments, conversation, reviews }) => [
      ...comments,
      ...conversation,
      ...reviews,
    ])
    for (const text of [step.log, step.summary, ...said.map(({ body }) => body)]) expect(text).not.toContain(TOKEN)
  }

  /** How many comments each review was sent with, refused ones left out. */
  #reviews(): readonly number[] {
    return this.github.calls
      .filter(({ wrote }) => wrote.includes('pulls/create-review'))
      .map(({ body }) => (body as { readonly comments?: readonly unknown[] }).comments?.length ?? 0)
  }

  /** Everything that is not the action's: what others said, other workflows among them, and reviews not submitted. */
  #others(): unknown {
    const { user, pulls } = this.github
    const foreign = ({ user: { login }, body }: { readonly user: User; readonly body: string }) =>
      login !== user.login || markerOf(body) === null
    return structuredClone(
      pulls.map((pull) => ({
        comments: pull.comments.filter((each) => foreign(each) || pull.isDraft(each)),
        conversation: pull.conversation.filter(foreign),
        reviews: pull.reviews.filter((each) => foreign(each) || each.state === 'PENDING'),
        title: pull.title,
        resolved: [...pull.resolved].filter(([, by]) => by.login !== user.login),
      })),
    )
  }
}

function holdToStatus(step: StepResult): void {
  const green = step.exitCode === 0
  expect(step.outputs.conclusion, step.log).toBe(green ? 'success' : 'failure')
  if (isEarly(step)) {
    // What was annotated before the judgement is no error, and may not be part of it.
    expect(
      step.commands.some(({ name }) => name === 'error'),
      step.log,
    ).toBe(!green)
    return
  }
  const said = Object.fromEntries(
    LEVELS.map((level) => [
      level,
      step.commands.filter(({ name, properties }) => name === level && !isSaid(name, properties.title)).length,
    ]),
  )
  if (step.exitCode === 2) expect(said.error).toBeGreaterThan(0)
  else expect(said).toEqual(annotationsFor(findings(step), green))
}

/** Whether a run annotated its checkout, since GitHub let it wait. */
export function isEarly({ log }: StepResult): boolean {
  return log.includes('GitHub has not answered for')
}

/** What a run says besides its findings: what the pull request configures, what was judged instead of something else. */
function isSaid(level: string, title: string | undefined): boolean {
  return level !== 'error' && title === 'Clumio policy check'
}

/** How many annotations a checked run makes: ten of a level at most, no error when it is green, one at least when not. */
function annotationsFor(all: readonly ReportedFinding[], green: boolean): Record<string, number> {
  const count = (wanted: string) => all.filter(({ level }) => level === wanted).length
  const errors = green ? 0 : Math.max(1, count('error'))
  const warnings = count('warning') + (green ? count('error') : 0)
  return { error: Math.min(10, errors), warning: Math.min(10, warnings), notice: Math.min(10, count('notice')) }
}

/** A test on a scenario of its own; those of a file run side by side. */
export function scenario(
  name: string,
  play: (scenario: Scenario) => Promise<void>,
  options: { readonly kind?: Kind } = {},
): void {
  test.concurrent(name, async () => {
    const stage = await Scenario.begin(options)
    try {
      await play(stage)
    } finally {
      await stage.end()
    }
  })
}

export function findings(step: StepResult): readonly ReportedFinding[] {
  return (step.report as { readonly findings: readonly ReportedFinding[] } | null)?.findings ?? []
}

/** The fingerprints that a text's own marker names; null for a text without one, or of another kind. */
export function markerOf(
  body: string,
): { readonly kind: string; readonly id: string; readonly fingerprints: readonly string[] } | null {
  const match = MARKER.exec(body)
  if (match === null) return null
  const [, kind = '', id = '', , list = ''] = match
  return { kind, id, fingerprints: list === '' ? [] : list.split(',') }
}

/** The action's review comments that still ask for something: shown, not resolved, not said to be settled. */
export function standing({ user }: FakeGitHub, pull: Pull): readonly StoredComment[] {
  return pull.comments.filter(
    (each) =>
      each.user.login === user.login &&
      markerOf(each.body)?.kind === 'comment' &&
      (each.hidden ?? null) === null &&
      !pull.resolved.has(threadOf(each)),
  )
}

/** The one summary comment; fails when there are several. */
export function summaryOf({ user }: FakeGitHub, pull: Pull): string {
  const own = pull.conversation.filter(
    (post) =>
      post.user.login === user.login && markerOf(post.body)?.kind === 'summary' && (post.hidden ?? null) === null,
  )
  expect(own.length, 'summary comments').toBeLessThanOrEqual(1)
  return own[0]?.body ?? ''
}

/**
 * Where each statement with a finding is told, by its Sid. Fails when one is told nowhere, in two comments, or both in
 * a comment and in the summary.
 */
export function placesOf(
  github: FakeGitHub,
  pull: Pull,
  step: StepResult,
): { readonly inline: readonly string[]; readonly summary: readonly string[] } {
  const summary = summaryOf(github, pull)
  const comments = standing(github, pull).map(({ body }) => markerOf(body)?.fingerprints ?? [])
  const inline: string[] = []
  const elsewhere: string[] = []
  for (const { fingerprint, level, statement } of findings(step)) {
    if (level === 'notice') continue
    const sid = statement?.sid ?? ''
    const told = comments.filter((fingerprints) => fingerprints.includes(fingerprint)).length
    const inSummary = sid !== '' && summary.includes(`\`${sid}\``)
    expect({ sid, places: told + Number(inSummary) }).toEqual({ sid, places: 1 })
    if (inSummary) elsewhere.push(sid)
    else inline.push(sid)
  }
  return { inline: inline.sort(), summary: elsewhere.sort() }
}

/** The names of the workflow commands of a step, sorted. */
export function levelsOf(step: StepResult): readonly string[] {
  return step.commands.map(({ name }) => name).sort()
}
