import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { toError } from '../model/errors.js'
import type { CheckResult } from '../model/report.js'
import type { RenderContext, ReportFormat } from '../report/format.js'
import { REPORT_FORMATS } from '../report/formats/index.js'
import { atLines } from '../report/lines.js'
import { mapPaths } from '../report/paths.js'
import type { Tree } from '../sources/sources.js'
import { codeOf, type ReportFile, writeReport } from '../sources/write.js'
import { decode } from '../text/decode.js'
import { type ActionRun, warn } from './environment.js'

/**
 * What a run leaves behind for later steps, as absolute paths: those steps may work in another folder. Whatever fails
 * here is said in the log and changes nothing else.
 */
export interface Written {
  readonly report: string | null
  /** By the id of their format: those that were asked for and could be written. */
  readonly files: ReadonlyMap<string, string>
}

export interface ReportFiles {
  /** Absolute; the files are relative to it. */
  readonly cwd: string
  /** Absolute; no link leads a file out of it. */
  readonly workspace: string
  /** Turns a path of the report into one from the repository's root. */
  readonly toRoot: (path: string) => string
  /** What is checked out, where the result has the lines of another commit. */
  readonly checkout: Pick<Tree, 'read'> | null
  readonly id: string
  /** Where the inputs want a report, by the id of its format. */
  readonly files: Readonly<Record<string, string | null>>
  /** Those that there are unless others are given. */
  readonly formats?: readonly ReportFormat[]
}

/** Where a run leaves what others of its job may want. */
export function folderOf(env: ActionRun['env'], id: string): string {
  return join(env.RUNNER_TEMP ?? tmpdir(), 'clumio-policy-check', id.replace(/[^\w-]/g, '_'))
}

/** Writes the JSON report, always, and the files that the inputs ask for. */
export async function writeReports(
  run: ActionRun,
  result: CheckResult,
  context: RenderContext,
  { cwd, workspace, toRoot, checkout, id, files, formats = REPORT_FORMATS }: ReportFiles,
): Promise<Written> {
  const { json } = await import('../report/formats/json.js')
  const temporary = join(folderOf(run.env, id), 'report.json')
  const whole = json(result, context)
  const report = save(run, { cwd, workspace, path: temporary, content: whole })
  const written = new Map<string, string>()
  for (const format of formats) {
    const path = files[format.id] ?? null
    if (path === null) continue
    const render = await format.load()
    const shown = format.codeScanning ? forCodeScanning(result, checkout, toRoot) : result
    const content = render === json && shown === result ? whole : render(shown, context)
    const saved = save(run, { cwd, workspace, path, content })
    if (saved !== null) written.set(format.id, saved)
  }
  return { report, files: written }
}

/** Paths from the repository's root, without what the configuration ignores. */
function forCodeScanning(
  result: CheckResult,
  checkout: ReportFiles['checkout'],
  toRoot: ReportFiles['toRoot'],
): CheckResult {
  const { report, ...rest } = mapPaths(checkout === null ? result : atLinesOf(checkout, result), toRoot)
  return { ...rest, report: { ...report, ignored: [] } }
}

/** With the lines of what is checked out: what code scanning is told belongs to that commit. */
function atLinesOf(checkout: Pick<Tree, 'read'>, result: CheckResult): CheckResult {
  return atLines(result, (path) => {
    try {
      const source = checkout.read(path)
      // What a step rewrote has the lines of no commit.
      const decoded = source === null || source.by === 'nobody' ? null : decode(source.bytes())
      return decoded?.ok ? decoded.text : null
    } catch {
      // It was judged as the head has it: that the checkout's cannot be read is said there, where it matters.
      return null
    }
  })
}

function save(run: ActionRun, file: ReportFile): string | null {
  try {
    writeReport(file)
    return resolve(file.cwd, file.path)
  } catch (thrown) {
    warn(run, `A report could not be written: ${toError(thrown).message}.`)
    return null
  }
}

/** Sets outputs of the step. Outside of a workflow there is nowhere to set them. */
export async function setOutputs(run: ActionRun, outputs: Readonly<Record<string, string | number>>): Promise<void> {
  if ((run.env.GITHUB_OUTPUT ?? '') === '') return
  try {
    const { setOutput } = await import('@actions/core')
    for (const [name, value] of Object.entries(outputs)) setOutput(name, value)
  } catch (thrown) {
    const names = Object.keys(outputs)
    warn(
      run,
      `The ${names.length === 1 ? 'output' : 'outputs'} ${names.join(', ')} could not be set (${codeOf(thrown)}).`,
    )
  }
}

/** Adds to the summary of the job. */
export async function addSummary(run: ActionRun, markdown: string): Promise<void> {
  if ((run.env.GITHUB_STEP_SUMMARY ?? '') === '') return
  try {
    const { summary } = await import('@actions/core')
    await summary.addRaw(markdown, true).write()
  } catch (thrown) {
    warn(run, `The job summary could not be written (${codeOf(thrown)}).`)
  }
}
