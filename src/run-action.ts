import { posix } from 'node:path'
import { claimId } from './action/claim.js'
import { tellEarly } from './action/early.js'
import { type ActionRun, log, rawInputs, warn } from './action/environment.js'
import { type Confirmed, confirm, refuseUnsafe } from './action/follow-up.js'
import { gather, type Material, type PullPlace, readEvent, type UsedConfig } from './action/material.js'
import { onlyChanged } from './action/only-changed.js'
import { idOf, optionsOf, today } from './action/options.js'
import { addSummary, setOutputs, writeReports } from './action/output.js'
import { type PreparedRun, prepareRun } from './action/prepare.js'
import { rulePagesOf } from './action/rule-pages.js'
import { check } from './check/index.js'
import { markIntroduced } from './config/changes.js'
import { readInputs } from './config/inputs.js'
import { buildOptions } from './config/options.js'
import type { GitHubClient } from './github/api/client.js'
import { JOB_SUMMARY_BYTES } from './github/api/limits.js'
import type { GitHubEvent } from './github/pull/event.js'
import type { RepositoryPlace } from './github/pull/session.js'
import { failed, namedErrors, outcomeOf, requiredProblems } from './model/conclusion.js'
import { toError, UserError } from './model/errors.js'
import type { FailOn } from './model/options.js'
import type { CheckResult, Finding } from './model/report.js'
import { type Annotation, commandOf } from './report/commands.js'
import { forMarkdown } from './report/escape.js'
import type { RenderContext } from './report/format.js'
import { github } from './report/formats/github.js'
import { overview } from './report/markdown/overview.js'
import type { MarkdownView } from './report/markdown/words.js'
import { mapPaths } from './report/paths.js'
import { openDisk } from './sources/disk.js'
import { type PathMap, pathMap } from './sources/files/paths.js'
import { sourcesOf } from './sources/sources.js'
import { decode } from './text/decode.js'
import { plural } from './text/words.js'

const EXIT = { success: 0, failure: 1, broken: 2 } as const

/**
 * The Action: inputs → check → conclusion → reports, outputs, job summary, annotations → pull request. The conclusion
 * is settled before anything is published; nothing that fails then changes it.
 *
 * @returns the exit code: 0, 1 for findings at or above `fail-on`, 2 when the check could not be done.
 */
export async function runAction(run: ActionRun): Promise<number> {
  let { toRoot } = pathMap(run.env['INPUT_WORKING-DIRECTORY'] ?? '')
  try {
    const inputs = readInputs(rawInputs(run.env), '')
    const event = readEvent(run)
    const prepared = await prepareRun(run, inputs, event)
    toRoot = prepared.map.toRoot
    claimId(run, idOf(run, prepared), inputs)
    refuseUnsafe(event, inputs)
    const material = await gather(run, prepared, event, (checkout) => tellEarly(run, prepared, event, checkout))
    if ('nowhere' in material) return await publishNothing(run, prepared, material.nowhere)
    const checked = await checkAll(run, prepared, event, material)
    material.client?.letJudgementWait(false)
    const { conclusion } = checked.result.report
    const { mistakes, followUp } = checked
    for (const mistake of mistakes) run.write(`${commandOf(userAnnotation(mistake, toRoot))}\n`)
    try {
      await publish(run, checked)
    } catch (thrown) {
      log(run, `The result could not be told completely: ${toError(thrown).stack ?? String(thrown)}`)
      if (conclusion === 'failure' && followUp === null)
        run.write(`${commandOf(failedAnnotation('The check found what fails it; see the log.'))}\n`)
    }
    return mistakes.length > 0 ? EXIT.broken : EXIT[statusOf(checked)]
  } catch (thrown) {
    await fail(run, thrown, toRoot)
    return EXIT.broken
  }
}

/**
 * The status of the step. A run that follows another one stands on the default branch and passes when it could do its
 * work: the status of the pull request is that of the other one. What it found is in its outputs and its report.
 */
function statusOf({ mistakes, followUp, result }: Checked): 'success' | 'failure' {
  if (mistakes.length > 0) return 'failure'
  return followUp === null ? result.report.conclusion : 'success'
}

/** A run that follows another one, and has no pull request to publish anything on: its report says that, too. */
async function publishNothing(run: ActionRun, prepared: PreparedRun, reason: string): Promise<number> {
  log(run, reason)
  const options = buildOptions({ inputs: prepared.inputs, config: null, today: today(run) })
  const nothing = sourcesOf({ read: () => null, list: () => [], status: () => 'nothing' }, [])
  const { report, ...rest } = await check(nothing, options)
  const result = { ...rest, report: { ...report, notes: [reason] } }
  await publishReports(run, { prepared, result, context: contextOf(options.failOn), id: idOf(run, prepared) })
  await addSummary(run, `_${forMarkdown(`Clumio policy check: nothing is told. ${reason}`)}_`)
  return EXIT.success
}

/** A finished check, with what publishing it needs. */
interface Checked {
  readonly prepared: PreparedRun
  readonly id: string
  readonly result: CheckResult
  readonly context: RenderContext
  readonly pull: PullPlace | null
  readonly client: GitHubClient | null
  /** The path of the configuration, where it is one of the checkout. */
  readonly configuration: string | null
  /** What a run that follows another one adds: everything it found, and sentences for the reader as Markdown. */
  readonly followUp: { readonly known: readonly Finding[]; readonly remarks: readonly string[] } | null
  /** What was named and could not be checked. */
  readonly mistakes: readonly UserError[]
  /** Where less was looked at than was asked for; annotated. */
  readonly warnings: readonly string[]
  readonly problems: readonly string[]
}

async function checkAll(
  run: ActionRun,
  prepared: PreparedRun,
  event: GitHubEvent,
  material: Material,
): Promise<Checked> {
  const { inputs, map, found, standing } = prepared
  const { config } = material.configuration
  const problems: string[] = found.unmatched.map((pattern) => `files: ${JSON.stringify(pattern)} matches no file.`)
  const changed = inputs.onlyChanged ? await onlyChanged(event, material, map) : null
  if (changed?.problem != null) problems.push(changed.problem)
  const { paths: onlyPaths = null, change } = changed ?? {}
  const options = optionsOf(run, prepared, event, { config, onlyPaths, change })
  const trusted = material.trust === null ? options : markIntroduced(options, material.trust.introduced)
  const bare = await check(material.sources, trusted)
  const whole = withConfigText(withSaid(bare, material), prepared, material.configuration)
  const confirmation = material.followUp === null ? null : confirm(whole, material.followUp.claims, trusted.failOn)
  for (const note of [...material.notes, ...(confirmation?.remarks ?? [])]) log(run, note)
  const mistakes = mistakesOf(prepared, material, bare)
  for (const { error } of bare.failures ?? []) log(run, error.stack ?? String(error))
  const result = concluded(confirmation?.result ?? whole, mistakes)
  const { summary } = result.report
  log(
    run,
    `Checked ${plural(summary.files, 'file')}: ${plural(summary.policies, 'bucket policy', 'bucket policies')}, ${plural(result.report.findings.length, 'finding')}.`,
  )
  return {
    prepared,
    id: idOf(run, prepared),
    result,
    context: {
      ...contextOf(trusted.failOn),
      ...{ unmatched: found.unmatched, onlyChanged: inputs.onlyChanged, told: material.told },
    },
    pull: material.pull,
    client: material.client,
    configuration: standing === 'stranger' ? null : (config?.path ?? null),
    followUp: confirmation === null ? null : followUpOf(confirmation, material.followUp?.runUrl ?? null),
    mistakes,
    warnings: material.warnings,
    problems: [
      ...mistakes.map(({ message }) => `Not checked: ${message}.`),
      ...problems,
      ...(material.pull?.session.problems ?? []),
    ],
  }
}

/** What was named and was not checked; a file that the checkout lacks and the head has was checked all the same. */
function mistakesOf(
  { found, inputs }: PreparedRun,
  { sources, lost }: Material,
  result: CheckResult,
): readonly UserError[] {
  const read = new Set(sources.files.map(({ path }) => path))
  const isMissing = ({ location }: UserError) => location === null || !read.has(posix.normalize(location.path))
  return [
    ...found.mistakes.filter(isMissing),
    ...namedErrors(result, found.named),
    ...lost,
    ...requiredProblems(inputs, result),
    ...(result.failures ?? []).map(
      ({ path, error }) => new UserError(`${path} was not judged by an error of the check's own: ${error.message}`),
    ),
  ]
}

/** What is added to a result by a run that follows another one. */
function followUpOf({ known, remarks }: Confirmed, runUrl: string | null): NonNullable<Checked['followUp']> {
  const more = runUrl === null ? '' : ` [The first run](${runUrl}) tells all of its own.`
  return { known, remarks: remarks.map((each) => `_${forMarkdown(each)}_${more}`) }
}

/** What could not be checked fails a run, and its report says so. */
function concluded(result: CheckResult, mistakes: readonly UserError[]): CheckResult {
  return mistakes.length === 0 ? result : failed(result)
}

function contextOf(failOn: FailOn): RenderContext {
  return { color: false, explain: false, rulePages: null, failOn }
}

/** The result with what is to be said of this run besides: what the pull request configures, what was judged instead. */
function withSaid(result: CheckResult, { trust, warnings, notes }: Material): CheckResult {
  const { report } = result
  const said = trust === null || trust.changed.length === 0 ? {} : { changed: trust.changed }
  return { ...result, report: { ...report, ...said, notes: [...warnings, ...notes, ...report.notes] } }
}

/** Adds the text of the configuration when a finding is about it, as for every other file with a finding. */
function withConfigText(result: CheckResult, { disk }: PreparedRun, { config, bytes }: UsedConfig): CheckResult {
  if (config === null || !result.report.findings.some(({ location }) => location.path === config.path)) return result
  const decoded = decode(bytes ?? disk.source(config.path).bytes())
  return decoded.ok ? { ...result, texts: new Map([...result.texts, [config.path, decoded.text]]) } : result
}

/** Annotations, before anything waits for GitHub; then reports and outputs, the job summary, and the pull request. */
async function publish(run: ActionRun, bare: Checked): Promise<void> {
  annotate(run, bare)
  const { prepared, pull, result, client } = bare
  const { inputs, map } = prepared
  const context = { ...bare.context, rulePages: await rulePagesOf(run, bare.result, client) }
  const checked = { ...bare, context }
  const isOfHead = pull !== null && prepared.standing !== 'stranger'
  await publishReports(run, { ...checked, isOfHead })
  const rooted = mapPaths(result, map.toRoot)
  const permalink = pull === null ? () => null : await links(pull, prepared, rooted)
  const configuration = checked.configuration === null ? null : map.toRoot(checked.configuration)
  const view = { rulePages: context.rulePages, texts: rooted.texts, permalink, configuration }
  await addSummary(run, jobSummary(checked, rooted, view))
  if (pull !== null && inputs.comments !== 'off') {
    await comment(run, checked, {
      pull,
      mode: inputs.comments,
      rooted,
      view: { ...view, runUrl: runPage(pull.place, run) },
    })
  }
}

function annotate(run: ActionRun, checked: Checked): void {
  const { followUp, prepared, context, warnings, problems } = checked
  // The lines are the head's, which is not what a run that follows another one stands on.
  if (followUp === null) run.write(github(mapPaths(annotated(checked), prepared.map.toRoot), context))
  for (const message of warnings) warn(run, message)
  for (const problem of problems) log(run, problem)
}

/** What could not be checked has annotations of its own, which fail the run. */
function annotated({ result, mistakes, context }: Checked): CheckResult {
  if (mistakes.length === 0) return result
  const { report } = result
  return { ...result, report: { ...report, conclusion: outcomeOf(report.findings, context.failOn).conclusion } }
}

interface Publishing extends Pick<Checked, 'prepared' | 'result' | 'context' | 'id'> {
  /** True where the lines are those of a pull request's head, and the checkout may be a merge of it. */
  readonly isOfHead?: boolean
}

/** Reports and outputs: they say the same, whatever the status of the step is. */
async function publishReports(
  run: ActionRun,
  { prepared, result, context, id, isOfHead = false }: Publishing,
): Promise<void> {
  const { inputs, map, paths, disk } = prepared
  const files = { json: inputs.jsonFile, sarif: inputs.sarifFile }
  const checkout = isOfHead ? disk : null
  const written = await writeReports(run, result, context, { ...paths, toRoot: map.toRoot, checkout, id, files })
  const { conclusion, summary } = result.report
  const { errors, warnings, notices } = summary
  await setOutputs(run, {
    conclusion,
    errors,
    warnings,
    notices,
    report: written.report ?? '',
    'sarif-file': written.files.get('sarif') ?? '',
  })
}

function jobSummary(checked: Checked, rooted: CheckResult, view: MarkdownView): string {
  const files = checked.pull?.session.files ?? null
  const changed = files === null ? null : new Set(files.map(({ path }) => path))
  const page = {
    result: rooted,
    told: rooted.report.findings.map((finding) => ({
      finding,
      reason: null,
      outside: changed !== null && !changed.has(finding.location.path),
    })),
    inline: 0,
    notices: true,
    whose: whoseOf(checked, rooted),
    remarks: [...(checked.followUp?.remarks ?? []), ...checked.problems.map((each) => `_${forMarkdown(each)}_`)],
  }
  return overview(page, view, JOB_SUMMARY_BYTES)
}

/** What tells this run from others of the pull request, where it is about a part. */
function whoseOf({ prepared: { inputs } }: Checked, { report }: CheckResult): readonly [string, string][] {
  const names = { root: report.context.root, directory: inputs.workingDirectory, id: inputs.id }
  return Object.entries(names).flatMap(([word, name]): [string, string][] => (name === null ? [] : [[word, name]]))
}

/** A result on its way to a pull request; its paths are from the repository's root. */
interface Commenting {
  readonly pull: PullPlace
  readonly mode: 'review' | 'summary'
  readonly rooted: CheckResult
  readonly view: MarkdownView
}

async function comment(run: ActionRun, checked: Checked, { pull, mode, rooted, view }: Commenting): Promise<void> {
  const { deliver } = await import('./github/comments/deliver.js')
  const { session, client, place } = pull
  const listed = session.files === null ? null : { list: session.files, head: session.head }
  const { known = rooted.report.findings, remarks = [] } = checked.followUp ?? {}
  const complete = checked.mistakes.length === 0
  const { serverUrl, repository } = place
  const pullUrl = `${serverUrl}/${repository}/pull/${session.pull.number}/files`
  const page = view.runUrl ?? null
  const about = { whose: whoseOf(checked, rooted), ...(page === null ? {} : { rest: `the [job summary](${page})` }) }
  const of = { pull: session.pull, id: checked.id, files: listed, about, mode: place.tellsDiffs ? mode : 'summary' }
  const delivery = await deliver({ ...of, result: rooted, known, complete, remarks, view, pullUrl }, client)
  log(run, `Calls to GitHub: ${client.calls}.`)
  await setOutputs(run, { 'review-url': delivery.reviewUrl ?? '', 'comment-url': delivery.commentUrl ?? '' })
  for (const problem of delivery.problems) log(run, problem)
  if (delivery.problems.length > 0) {
    await addSummary(run, delivery.problems.map((problem) => `_${forMarkdown(problem)}_`).join('\n\n'))
  }
}

async function links({ place, session, client }: PullPlace, { root, paths }: PreparedRun, rooted: CheckResult) {
  const { permalinks } = await import('./github/comments/permalink.js')
  const wanted = rooted.report.findings.map(({ location }) => location.path)
  const disk = openDisk({ cwd: root, workspace: paths.workspace })
  const { serverUrl, repository } = place
  const { head, pull } = session
  return permalinks({ serverUrl, repository, headSha: pull.headSha, head, disk, paths: wanted }, client)
}

/** The page of this run, which shows the job summary; null where the run has none. */
function runPage({ serverUrl, repository }: RepositoryPlace, { env }: ActionRun): string | null {
  const id = env.GITHUB_RUN_ID ?? ''
  return /^\d+$/.test(id) ? `${serverUrl}/${repository}/actions/runs/${id}` : null
}

function failedAnnotation(message: string): Annotation {
  return { level: 'error', title: 'Clumio policy check', message }
}

/** A mistake of the user is told in one annotation; a bug also leaves its stack in the log. */
async function fail(run: ActionRun, thrown: unknown, toRoot: PathMap['toRoot']): Promise<void> {
  const error = toError(thrown)
  await setOutputs(run, { conclusion: 'failure' })
  if (error instanceof UserError) {
    run.write(`${commandOf(userAnnotation(error, toRoot))}\n`)
    return
  }
  run.write(`${commandOf(failedAnnotation(`The check failed on an error of its own: ${error.message}`))}\n`)
  log(run, error.stack ?? String(error))
}

/** The place stands in the message too: the log shows no more than that. */
function userAnnotation({ message, location }: UserError, toRoot: PathMap['toRoot']): Annotation {
  if (location === null) return failedAnnotation(message)
  const { path, line, column } = location
  const file = toRoot(path)
  const place = [path, line, column].filter((part) => part !== undefined).join(':')
  return {
    ...failedAnnotation(message.includes(path) && line === undefined ? message : `${place}: ${message}`),
    file,
    ...(line === undefined ? {} : { startLine: line, endLine: line }),
    ...(column === undefined ? {} : { startColumn: column }),
  }
}
