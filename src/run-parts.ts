import type { CheckHooks } from './check/index.js'
import { DEFAULT_FAIL_ON } from './config/defaults.js'
import type { ConfigFile } from './config/model.js'
import { buildOptions } from './config/options.js'
import { UserError } from './model/errors.js'
import type { CheckOptions } from './model/options.js'
import type { CheckResult } from './model/report.js'
import type { RenderContext } from './report/format.js'
import { rulePages } from './report/links.js'
import { type Prepared, prepare } from './sources/prepare.js'
import { workspaceOf } from './sources/repository.js'
import type { Sources } from './sources/sources.js'
import type { RunArguments } from './terminal/arguments.js'
import { type CliSurroundings, columnsOf, type Messages, wantsColor } from './terminal/streams.js'

/** The check itself, which tests replace. */
export type Judge = (sources: Sources, options: CheckOptions, hooks?: CheckHooks) => Promise<CheckResult>

/** What every run of the command has in common: how it is asked, and where it stands. */
export type Asked = Pick<RunArguments, 'inputs' | 'format' | 'output' | 'noColor' | 'explain' | 'length'>

/** @throws {UserError} as `prepare` does */
export function prepareHere({ inputs }: Asked, around: CliSurroundings): Promise<Prepared> {
  const { cwd } = around
  return prepare(inputs, {
    start: cwd,
    workspaceOf: (folder) => workspaceOf(cwd, folder),
    stdin: () => around.stdin,
    standing: 'own',
  })
}

/** @param whole whether the run looks at all that the configuration is about */
export function optionsFor(
  { inputs, format, explain }: Asked,
  config: ConfigFile | null,
  { now }: CliSurroundings,
  whole: boolean,
): CheckOptions {
  const shown = { explain, alternatives: format.alternatives }
  return buildOptions({ inputs, config, today: now.toISOString().slice(0, 10), shown, whole })
}

/** The report as a text for a stream, or for the file that was asked for in its place. */
export async function rendered(
  result: CheckResult,
  { inputs, format, output, noColor, explain, length }: Asked,
  {
    stream,
    env,
    unmatched,
  }: Pick<CliSurroundings, 'env'> & {
    readonly stream: CliSurroundings['stdout']
    readonly unmatched: NonNullable<RenderContext['unmatched']>
  },
): Promise<string> {
  const render = await format.load()
  return render(result, {
    color: output === null && wantsColor(stream, env, noColor),
    explain,
    length,
    rulePages: rulePages(env),
    failOn: inputs.failOn ?? DEFAULT_FAIL_ON,
    width: output === null ? columnsOf(stream, env) : null,
    unmatched,
  })
}

/** The others were judged and are told; a run with a bug in it has not done its work all the same. */
export async function tellBugs({ failures = [] }: CheckResult, messages: Messages): Promise<readonly UserError[]> {
  const problems: UserError[] = []
  for (const { path, error } of failures) {
    const problem = new UserError(`${path} was not judged because of a bug in clumio-policy-check: please report it`)
    await messages.error(problem)
    await messages.stack(error)
    problems.push(problem)
  }
  return problems
}
