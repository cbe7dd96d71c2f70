import { MAX_ROUNDS } from './check/correct.js'
import { check } from './check/index.js'
import { isWhole } from './config/options.js'
import { failed, namedErrors, requiredProblems } from './model/conclusion.js'
import { UserError } from './model/errors.js'
import type { CheckResult } from './model/report.js'
import { VERSION } from './model/tool.js'
import { REPORT_FORMATS } from './report/formats/index.js'
import { nothingChecked } from './report/nothing.js'
import { mapPaths } from './report/paths.js'
import { runFix } from './run-fix.js'
import { type Judge, optionsFor, prepareHere, rendered, tellBugs } from './run-parts.js'
import { mapBetween } from './sources/files/paths.js'
import { jobId } from './sources/identity.js'
import type { Prepared } from './sources/prepare.js'
import { gitRoot, patchNames } from './sources/repository.js'
import { STDIN_PATH } from './sources/source.js'
import { writeReport } from './sources/write.js'
import { type RunArguments, readArguments } from './terminal/arguments.js'
import { inputProblems } from './terminal/demands.js'
import { diffOf, editsByPath, writeEdits } from './terminal/edits.js'
import { helpText } from './terminal/help.js'
import { progressOn } from './terminal/progress.js'
import { type CliSurroundings, EXIT, Messages, wantsColor, write } from './terminal/streams.js'

export type { Judge }

/**
 * The command line: reads `argv`, checks, reports, and returns the exit code. Never throws.
 *
 * @param judge the check itself, replaceable in tests.
 * @param formats the forms in which a report can be had, the default first.
 */
export async function runCli(
  argv: readonly string[],
  around: CliSurroundings,
  judge: Judge = check,
  formats = REPORT_FORMATS,
): Promise<number> {
  const messages = new Messages(around.stderr, wantsColor(around.stderr, around.env, argv.includes('--no-color')))
  try {
    const args = readArguments(argv, formats)
    if (args.kind === 'run') return await new Command(args, around, messages, judge).run()
    if (args.kind === 'fix') return await runFix(args, around, messages, judge)
    if (args.kind === 'learn') {
      const { runLearn } = await import('./run-learn.js')
      return await runLearn(args, around)
    }
    await write(around.stdout, args.kind === 'help' ? helpText(formats) : `${VERSION}\n`)
    return EXIT.clean
  } catch (thrown) {
    await messages.error(thrown)
    return EXIT.impossible
  }
}

/** One check from the command line. */
class Command {
  readonly #args: RunArguments
  readonly #around: CliSurroundings
  readonly #messages: Messages
  readonly #judge: Judge
  readonly #problems: UserError[] = []

  constructor(args: RunArguments, around: CliSurroundings, messages: Messages, judge: Judge) {
    this.#args = args
    this.#around = around
    this.#messages = messages
    this.#judge = judge
  }

  async run(): Promise<number> {
    const { inputs } = this.#args
    const prepared = await prepareHere(this.#args, this.#around)
    const { found, sources } = prepared
    for (const pattern of found.unmatched) await this.#messages.warning(`the pattern ${pattern} matches no file`)
    await this.#note(found.mistakes.map(withCommand))
    if (sources.files.length === 0 && found.mistakes.length > 0) return EXIT.impossible
    const first = await this.#check(prepared)
    await this.#note(namedErrors(first, found.named))
    await this.#note(await inputProblems(sources.files, first))
    await this.#note(requiredProblems(inputs, first))
    this.#problems.push(...(await tellBugs(first, this.#messages)))
    const fixed = this.#args.fix ? await this.#fix(first, prepared) : first
    // Exit code 2 and the report say the same.
    const result = this.#problems.length === 0 ? fixed : failed(fixed)
    if (this.#args.diff) await this.#printDiff(result, prepared)
    await this.#print(result, prepared)
    if (this.#problems.length > 0) return EXIT.impossible
    return result.report.conclusion === 'failure' ? EXIT.findings : EXIT.clean
  }

  async #check({ config, found, sources, disk, paths }: Prepared): Promise<CheckResult> {
    const progress = progressOn(this.#around.stderr, sources.files.length)
    try {
      const { inputs } = this.#args
      const { env } = this.#around
      const repository = disk.checkouts.repositoryOf(topOf(paths))
      const run = { repository, commit: null, id: () => inputs.id ?? jobId(inputs, env) }
      const options = { ...optionsFor(this.#args, config, this.#around, isWhole(inputs, config)), run }
      return withUnread(await this.#judge(sources, options, { progress: progress.tick }), found.mistakes)
    } finally {
      progress.clear()
    }
  }

  /** Writes edits and checks again until none is left. */
  async #fix(first: CheckResult, prepared: Prepared): Promise<CheckResult> {
    const written = new Set<string>()
    let result = first
    for (let round = 0; round < MAX_ROUNDS && editsByPath(result).size > 0; round++) {
      const edited = writeEdits(result, prepared.disk)
      for (const path of edited.written) written.add(path)
      await this.#note(edited.problems)
      if (edited.written.length === 0) break
      result = await this.#check(prepared)
      if (edited.problems.length > 0) break
    }
    const isPiped = prepared.sources.files.some(({ path }) => path === STDIN_PATH)
    const nothing = isPiped
      ? 'nothing to fix in files; "fix -" prints the policy of standard input corrected'
      : 'nothing to fix'
    await this.#messages.note(written.size === 0 ? nothing : `fixed: ${[...written].sort().join(', ')}`)
    return result
  }

  async #printDiff(result: CheckResult, { paths, sources, disk }: Prepared): Promise<void> {
    const known = new Map(sources.files.map((source) => [source.path, source]))
    const names = patchNames(this.#around.cwd, paths.cwd)
    const diff = diffOf(result, (path) => known.get(path) ?? disk.source(path), names)
    await this.#note(diff.problems)
    await write(this.#around.stdout, diff.text)
  }

  async #print(result: CheckResult, { paths, found }: Prepared): Promise<void> {
    const { output, diff } = this.#args
    const { stdout, env } = this.#around
    const { toRoot } = mapBetween(paths.cwd, topOf(paths))
    const placed = this.#args.format.rooted === true ? mapPaths(result, toRoot) : result
    const text = await rendered(placed, this.#args, { stream: stdout, env, unmatched: found.unmatched })
    const isWritten = output !== null && (await this.#writeReport(paths, output, text))
    // What cannot be written where it was asked for is told all the same.
    if (!isWritten && (output !== null || !diff)) await write(stdout, text)
    if (isWritten || diff) await this.#messages.note(counts(result))
    const nothing = nothingChecked(result.report)
    if (nothing !== null) await this.#messages.warning(nothing)
  }

  async #writeReport({ cwd, workspace }: Prepared['paths'], path: string, content: string): Promise<boolean> {
    try {
      writeReport({ cwd, path, content, workspace })
      return true
    } catch (thrown) {
      if (!(thrown instanceof UserError)) throw thrown
      await this.#note([thrown])
      return false
    }
  }

  async #note(problems: readonly UserError[]): Promise<void> {
    for (const problem of problems) await this.#messages.error(problem)
    this.#problems.push(...problems)
  }
}

/** A command without its dash is taken for the name of a file. */
function withCommand(problem: UserError): UserError {
  const name = problem.location?.path ?? ''
  if (name !== 'fix' && name !== 'learn') return problem
  return new UserError(`${problem.message}; the command that reads standard input is "${name} -"`, problem.location)
}

/** Files that were named and are missing are part of the report: it must not look as if they had been judged. */
function withUnread(result: CheckResult, problems: readonly UserError[]): CheckResult {
  if (problems.length === 0) return result
  const missing = problems.map(({ message, location }) => ({ path: location?.path ?? '', reason: message }))
  const unread = [...missing, ...result.report.unread]
  return { ...result, report: { ...result.report, conclusion: 'failure', unread } }
}

/** The folder that a report's paths may be from: that of the checkout, or where the command was started. */
function topOf({ cwd, workspace }: Prepared['paths']): string {
  return gitRoot(cwd, workspace) ?? cwd
}

function counts({ report: { summary } }: CheckResult): string {
  const { errors, warnings, notices } = summary
  return `errors: ${errors}, warnings: ${warnings}, notices: ${notices}`
}
