import { correct } from './check/correct.js'
import { failed } from './model/conclusion.js'
import { UserError } from './model/errors.js'
import { type Asked, type Judge, optionsFor, prepareHere, rendered, tellBugs } from './run-parts.js'
import { writeReport } from './sources/write.js'
import { emptyInput } from './terminal/demands.js'
import { type CliSurroundings, EXIT, type Messages, write } from './terminal/streams.js'

/**
 * `fix -`: the policy on standard input, corrected, to standard output; the report on what is left to standard error.
 *
 * @returns the exit code: 1 as long as something blocks, whatever its level, unless nothing is to fail
 * @throws {UserError} where there is no policy, or not one, on standard input
 */
export async function runFix(args: Asked, around: CliSurroundings, messages: Messages, judge: Judge): Promise<number> {
  const { config, sources, paths } = await prepareHere(args, around)
  const [source] = sources.files
  if (source === undefined) throw new UserError('fix takes a policy from standard input: fix -')
  const options = optionsFor(args, config, around, false)
  const corrected = await correct(source, options, judge)
  if (corrected === null) throw (await emptyInput(source)) ?? new UserError('standard input holds no bucket policy')
  const { stdout, stderr, env } = around
  await write(stdout, `${corrected.text}\n`)
  const hasBugs = (await tellBugs(corrected.result, messages)).length > 0
  const result = hasBugs ? failed(corrected.result) : corrected.result
  const report = await rendered(result, args, { stream: stderr, env, unmatched: [] })
  if (args.output === null) await write(stderr, report)
  else writeReport({ ...paths, path: args.output, content: report })
  if (hasBugs) return EXIT.impossible
  const isLeft = options.failOn !== 'never' && result.report.findings.some(({ rule }) => rule === 'deny-blocks-clumio')
  return isLeft || result.report.conclusion === 'failure' ? EXIT.findings : EXIT.clean
}
