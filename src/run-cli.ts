import { check } from './check/index.js'
import { DEFAULT_FAIL_ON } from './config/defaults.js'
import { UserError } from './model/errors.js'
import { patchNames } from './sources/repository.js'
import { writeReport } from './sources/write.js'
import type { CheckResult } from './model/report.js'
import { VERSION } from './model/tool.js'
import { REPORT_FORMATS } from './report/formats/index.js'
import { rulePages } from './report/links.js'
import { type RunArguments, readArguments } from './terminal/arguments.js'
import { diffOf, editsByPath, writeEdits } from './terminal/edits.js'
import { helpText } from './terminal/help.js'
import { type Prepared, prepare } from './terminal/prepare.js'
import { progressOn } from './terminal/progress.js'
import { type CliStreams, type Environment, Messages, wantsColor, write } from './terminal/streams.js'

/** What the command may know of the process it runs in. */
export interface CliSurroundings extends CliStreams {
  /** Absolute. */
  readonly cwd: string
  readonly env: Environment
  readonly now: Date
}

/** The exit codes of the contract. */
export const EXIT = { clean: 0, findings: 1, impossible: 2 } as const

/** A fix can uncover a further finding; a fix that brings itself back must not run for ever. */
const MAX_ROUNDS = 5

/**
 * The command line: reads `argv`, checks, reports, and returns the exit code. Never throws.
 *
 * @param judge the check itself, replaceable in tests.
 * @param formats the forms in which a report can be had, the default first.
 */
export async function runCli(
  argv: readonly string[],
  around: CliSurroundings,
  judge = check,
  formats = REPORT_FORMATS,
): Promise<number> {
  const messages = new Messages(around.stderr, wantsColor(around.stderr, around.env, argv.includes('--no-color')))
  try {
    const args = readArguments(argv, formats)
    if (args.kind === 'run') return await new Run(args, around, messages, judge).run()
    await write(around.stdout, args.kind === 'help' ? helpText(formats) : `${VERSION}\n`)
    return EXIT.clean
  } catch (thrown) {
    await messages.error(thrown)
    return EXIT.impossible
  }
}

class Run {
  readonly #args: RunArguments
  readonly #around: CliSurroundings
  readonly #messages: Messages
  readonly #judge: typeof check
  readonly #problems: UserError[] = []

  constructor(args: RunArguments, around: CliSurroundings, messages: Messages, judge: typeof check) {
    this.#args = args
    this.#around = around
    this.#messages = messages
    this.#judge = judge
  }

  async run(): Promise<number> {
    const prepared = await prepare(this.#args.inputs, this.#around)
    for (const pattern of prepared.unmatched) await this.#messages.warning(`${pattern} matches no file`)
    await this.#note(prepared.problems)
    if (prepared.sources.length === 0 && prepared.problems.length > 0) return EXIT.impossible
    const first = await this.#check(prepared)
    await this.#note(namedErrors(first.unopened, prepared.named))
    const result = this.#args.fix ? await this.#fix(first, prepared) : first
    if (this.#args.diff) await this.#printDiff(result, prepared)
    await this.#print(result, prepared)
    if (this.#problems.length > 0) return EXIT.impossible
    return result.report.conclusion === 'failure' ? EXIT.findings : EXIT.clean
  }

  async #check({ sources, workspace, options, problems, unopened }: Prepared): Promise<CheckResult> {
    const progress = progressOn(this.#around.stderr, sources.length)
    try {
      const { explain, format } = this.#args
      const hooks = { explain, alternatives: format.alternatives, unopened, progress: progress.tick }
      return withUnread(await this.#judge(sources, workspace.lookup, options, hooks), problems)
    } finally {
      progress.clear()
    }
  }

  /** Writes edits and checks again until none is left. */
  async #fix(first: CheckResult, prepared: Prepared): Promise<CheckResult> {
    const written = new Set<string>()
    let result = first
    for (let round = 0; round < MAX_ROUNDS && editsByPath(result).size > 0; round++) {
      const edited = writeEdits(result, prepared.workspace)
      for (const path of edited.written) written.add(path)
      await this.#note(edited.problems)
      if (edited.written.length === 0) break
      result = await this.#check(prepared)
      if (edited.problems.length > 0) break
    }
    await this.#messages.note(written.size === 0 ? 'nothing to fix' : `fixed: ${[...written].sort().join(', ')}`)
    return result
  }

  async #printDiff(result: CheckResult, { folder, sources, workspace }: Prepared): Promise<void> {
    const known = new Map(sources.map((source) => [source.path, source]))
    const names = patchNames(this.#around.cwd, folder)
    const diff = diffOf(result, (path) => known.get(path) ?? workspace.source(path), names)
    await this.#note(diff.problems)
    await write(this.#around.stdout, diff.text)
  }

  async #print(result: CheckResult, { folder }: Prepared): Promise<void> {
    const { output, inputs, format, noColor, explain, diff } = this.#args
    const { stdout, env } = this.#around
    const color = output === null && wantsColor(stdout, env, noColor)
    const context = { color, explain, rulePages: rulePages(env), failOn: inputs.failOn ?? DEFAULT_FAIL_ON }
    const render = await format.load()
    if (output !== null) writeReport(folder, output, render(result, context))
    else if (!diff) await write(stdout, render(result, context))
    if (output !== null || diff) await this.#messages.note(counts(result))
  }

  async #note(problems: readonly UserError[]): Promise<void> {
    for (const problem of problems) await this.#messages.error(problem)
    this.#problems.push(...problems)
  }
}

/** Files that were named and are missing are part of the report: it must not look as if they had been judged. */
function withUnread(result: CheckResult, problems: readonly UserError[]): CheckResult {
  if (problems.length === 0) return result
  const missing = problems.map(({ message, location }) => ({ path: location?.path ?? '', reason: message }))
  return { ...result, report: { ...result.report, unread: [...missing, ...result.report.unread] } }
}

/** Of the files that could not be opened, those that were named. */
function namedErrors(unopened: CheckResult['unopened'] = [], named: ReadonlySet<string>): readonly UserError[] {
  return unopened.filter(({ path }) => named.has(path)).map(({ path, reason }) => new UserError(reason, { path }))
}

function counts({ report: { summary } }: CheckResult): string {
  const { errors, warnings, notices } = summary
  return `errors: ${errors}, warnings: ${warnings}, notices: ${notices}`
}
