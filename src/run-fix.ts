import { correct } from './check/correct.js'
import type { CheckHooks } from './check/index.js'
import { DEFAULT_FAIL_ON } from './config/defaults.js'
import { buildOptions } from './config/options.js'
import { UserError } from './model/errors.js'
import type { CheckOptions } from './model/options.js'
import type { CheckResult } from './model/report.js'
import { rulePages } from './report/links.js'
import { prepare } from './sources/prepare.js'
import { workspaceOf } from './sources/repository.js'
import type { Sources } from './sources/sources.js'
import { writeReport } from './sources/write.js'
import type { RunArguments } from './terminal/arguments.js'
import { emptyInput } from './terminal/demands.js'
import { type CliSurroundings, columnsOf, EXIT, type Messages, wantsColor, write } from './terminal/streams.js'

/** The check itself, which tests replace. */
export type Judge = (sources: Sources, options: CheckOptions, hooks?: CheckHooks) => Promise<CheckResult>

/**
 * `fix -`: the policy on standard input, corrected, to standard output; the report on what is left to standard error.
 *
 * @returns the exit code
 * @throws {UserError} where there is no policy, or not one, on standard input
 */
export async function runFix(
  {
    inputs,
    format,
    output,
    noColor,
    explain,
  }: Pick<RunArguments, 'inputs' | 'format' | 'output' | 'noColor' | 'explain'>,
  { cwd, stdin, stdout, stderr, env, now }: CliSurroundings,
  messages: Messages,
  judge: Judge,
): Promise<number> {
  const { config, sources, paths } = await prepare(inputs, {
    start: cwd,
    workspaceOf: (folder) => workspaceOf(cwd, folder),
    stdin: () => stdin,
    standing: 'own',
  })
  const [source] = sources.files
  if (source === undefined) throw new UserError('fix takes a policy from standard input: fix -')
  const shown = { explain, alternatives: format.alternatives }
  const options = buildOptions({ inputs, config, today: now.toISOString().slice(0, 10), shown, whole: false })
  const corrected = await correct(source, options, judge)
  if (corrected === null) throw (await emptyInput(source)) ?? new UserError('standard input holds no bucket policy')
  const { text, result } = corrected
  await write(stdout, `${text}\n`)
  const render = await format.load()
  const report = render(result, {
    color: output === null && wantsColor(stderr, env, noColor),
    explain,
    rulePages: rulePages(env),
    failOn: inputs.failOn ?? DEFAULT_FAIL_ON,
    width: output === null ? columnsOf(stderr, env) : null,
    unmatched: [],
  })
  if (output === null) await write(stderr, report)
  else writeReport({ ...paths, path: output, content: report })
  for (const { error } of result.failures ?? []) await messages.error(error)
  return result.report.conclusion === 'failure' ? EXIT.findings : EXIT.clean
}
