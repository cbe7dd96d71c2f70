import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { toError } from '../model/errors.js'
import type { CheckResult } from '../model/report.js'
import type { RenderContext, ReportFormat } from '../report/format.js'
import { REPORT_FORMATS } from '../report/formats/index.js'
import { type ReportFile, writeReport } from '../sources/write.js'
import { type ActionRun, log } from './environment.js'
import { mapPaths } from './paths.js'

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
  readonly id: string
  /** Where the inputs want a report, by the id of its format. */
  readonly files: Readonly<Record<string, string | null>>
  /** Those that there are unless others are given. */
  readonly formats?: readonly ReportFormat[]
}

/** Writes the JSON report, always, and the files that the inputs ask for. */
export async function writeReports(
  run: ActionRun,
  result: CheckResult,
  context: RenderContext,
  { cwd, workspace, toRoot, id, files, formats = REPORT_FORMATS }: ReportFiles,
): Promise<Written> {
  const { json } = await import('../report/formats/json.js')
  const temporary = join(
    run.env.RUNNER_TEMP ?? tmpdir(),
    'clumio-policy-check',
    id.replace(/[^\w-]/g, '_'),
    'report.json',
  )
  const whole = json(result, context)
  const report = save(run, { cwd, workspace, path: temporary, content: whole })
  const written = new Map<string, string>()
  for (const format of formats) {
    const path = files[format.id] ?? null
    if (path === null) continue
    const render = await format.load()
    const shown = format.codeScanning ? forCodeScanning(result, toRoot) : result
    const content = render === json && shown === result ? whole : render(shown, context)
    const saved = save(run, { cwd, workspace, path, content })
    if (saved !== null) written.set(format.id, saved)
  }
  return { report, files: written }
}

/** Paths from the repository's root, without what the configuration ignores. */
function forCodeScanning(result: CheckResult, toRoot: (path: string) => string): CheckResult {
  const { report, ...rest } = mapPaths(result, toRoot)
  return { ...rest, report: { ...report, ignored: [] } }
}

function save(run: ActionRun, file: ReportFile): string | null {
  try {
    writeReport(file)
    return resolve(file.cwd, file.path)
  } catch (thrown) {
    log(run, `A report could not be written: ${toError(thrown).message}.`)
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
    log(run, `The outputs could not be set: ${toError(thrown).message}.`)
  }
}

/** Adds to the summary of the job. */
export async function addSummary(run: ActionRun, markdown: string): Promise<void> {
  if ((run.env.GITHUB_STEP_SUMMARY ?? '') === '') return
  try {
    const { summary } = await import('@actions/core')
    await summary.addRaw(markdown, true).write()
  } catch (thrown) {
    log(run, `The job summary could not be written: ${toError(thrown).message}.`)
  }
}
