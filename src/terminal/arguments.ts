import { parseArgs } from 'node:util'
import { allowed, closest } from '../config/closest.js'
import { INPUT_NAMES, type Inputs, readInputs } from '../config/inputs.js'
import { toError, UserError } from '../model/errors.js'
import type { RenderContext, ReportFormat } from '../report/format.js'

export type Arguments =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | RunArguments
  | FixArguments
  | LearnArguments

/** `fix -`: a policy from standard input, corrected. */
export type FixArguments = Omit<RunArguments, 'kind' | 'fix' | 'diff'> & { readonly kind: 'fix' }

/** `learn -`: CloudTrail events from standard input. */
export type LearnArguments = Pick<RunArguments, 'inputs'> & { readonly kind: 'learn' }

export interface RunArguments {
  readonly kind: 'run'
  readonly inputs: Inputs
  readonly format: ReportFormat
  /** Where the report goes; null is stdout. */
  readonly output: string | null
  readonly fix: boolean
  readonly diff: boolean
  readonly explain: boolean
  readonly length: RenderContext['length']
  readonly noColor: boolean
}

const OPTIONS = {
  'plan-files': { type: 'string', multiple: true },
  'terraform-directory': { type: 'string', multiple: true },
  'working-directory': { type: 'string' },
  config: { type: 'string' },
  'aws-account-id': { type: 'string' },
  'clumio-role-id': { type: 'string' },
  features: { type: 'string' },
  remedy: { type: 'string' },
  'fail-on': { type: 'string' },
  'require-policies': { type: 'boolean' },
  format: { type: 'string' },
  output: { type: 'string' },
  fix: { type: 'boolean' },
  diff: { type: 'boolean' },
  explain: { type: 'boolean' },
  summary: { type: 'boolean' },
  all: { type: 'boolean' },
  'no-color': { type: 'boolean' },
  version: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const

/**
 * Reads the command line.
 *
 * @param formats those that `--format` knows, the default first
 * @throws {UserError} naming what is wrong with it.
 */
export function readArguments(argv: readonly string[], formats: readonly ReportFormat[]): Arguments {
  const { values, positionals } = parse(argv, formats)
  refuseEmpty(values, positionals)
  if (values.help === true) return { kind: 'help' }
  if (values.version === true) return { kind: 'version' }
  const format = formatOf(values.format, formats)
  const { fix = false, diff = false, explain = false, summary = false, all = false } = values
  if (summary && all) throw new UserError('--summary and --all exclude each other')
  // A dash is standard output, as it is standard input elsewhere.
  const output = values.output === '-' ? undefined : values.output
  if (fix && diff) throw new UserError('--fix and --diff exclude each other: --diff only shows what --fix would write')
  if (diff && values.format !== undefined && output === undefined) {
    throw new UserError('--diff writes the diff to stdout; say with --output FILE where the report goes')
  }
  const required = values['require-policies'] === true ? 'true' : undefined
  const filter = positionals.length === 2 && positionals[1] === '-' ? positionals[0] : undefined
  const isFix = filter === 'fix'
  const isLearn = filter === 'learn'
  refuseFiles(positionals)
  if (isFix) refuseBesideFix(values)
  if (isLearn) refuseBesideLearn(values)
  const files = isFix || isLearn ? positionals.slice(1) : positionals
  const inputs = readInputs({ ...values, 'require-policies': required, files }, '--')
  if (isLearn) return { kind: 'learn', inputs }
  const length: RenderContext['length'] = all ? 'all' : summary ? 'summary' : undefined
  const shown = { inputs, format, output: output ?? null, explain, length, noColor: values['no-color'] ?? false }
  return isFix ? { kind: 'fix', ...shown } : { kind: 'run', ...shown, fix, diff }
}

/** A command that reads standard input takes no files; a folder of its name is named with a dot before it. */
function refuseFiles([command = '', ...others]: readonly string[]): void {
  if ((command !== 'fix' && command !== 'learn') || others.length === 0 || others.join(' ') === '-') return
  const instead = command === 'fix' ? '; --fix edits files' : ''
  throw new UserError(
    `${command} reads standard input and takes no files: ${command} -${instead} (a folder: ./${command})`,
  )
}

/** What is for files has no use where a policy comes and goes by a pipe. */
function refuseBesideFix(values: Readonly<Record<string, unknown>>): void {
  const odd = ['fix', 'diff', 'plan-files', 'terraform-directory'].find((name) => values[name] !== undefined)
  if (odd !== undefined) throw new UserError(`fix - prints a corrected policy; --${odd} is for files`)
}

/** What it prints is a configuration, in no other format. */
function refuseBesideLearn(values: Readonly<Record<string, unknown>>): void {
  const used = ['aws-account-id', 'clumio-role-id', 'config', 'working-directory', 'no-color']
  const odd = Object.keys(values).find((name) => !used.includes(name))
  if (odd !== undefined)
    throw new UserError(`learn - has no use for --${odd}; it takes ${used.map((name) => `--${name}`).join(', ')}`)
}

function formatOf(name: string | undefined, formats: readonly ReportFormat[]): ReportFormat {
  const format = name === undefined ? formats[0] : formats.find(({ id }) => id === name)
  if (format !== undefined) return format
  const ids = formats.map(({ id }) => id)
  throw new UserError(`--format: ${JSON.stringify(name)} is not known; ${allowed(name ?? '', ids)}`)
}

/** An empty argument is most often a variable of the shell that is not set: it must not mean the default. */
function refuseEmpty(values: Readonly<Record<string, unknown>>, positionals: readonly string[]): void {
  const isEmpty = (value: unknown) => typeof value === 'string' && value.trim() === ''
  const name = Object.keys(values).find((key) => [values[key]].flat().some(isEmpty))
  if (name !== undefined) throw new UserError(`--${name}: the value is empty`)
  if (positionals.some(isEmpty)) throw new UserError('the name of a file is empty')
}

function parse(argv: readonly string[], formats: readonly ReportFormat[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true, strict: true })
  } catch (thrown) {
    throw explain(toError(thrown), formats)
  }
}

/** Node's message for a mistake on the command line, with a hint where there is one. */
function explain(error: Error, formats: readonly ReportFormat[]): Error {
  if (!('code' in error) || typeof error.code !== 'string' || !error.code.startsWith('ERR_PARSE_ARGS')) return error
  const unknown = /^Unknown option '(-[^']*)'/.exec(error.message)?.[1]
  if (unknown === undefined) return new UserError(`${error.message.split('\n')[0] ?? ''} (--help lists the options)`)
  return new UserError(`unknown option ${unknown}; ${hintFor(unknown.replace(/^-+/, ''), formats)}`)
}

function hintFor(name: string, formats: readonly ReportFormat[]): string {
  if (name === 'files') return 'name the files without an option'
  const format = formats.find(({ id }) => name === `${id}-file`)
  if (format !== undefined) return `use --format ${format.id} --output FILE`
  if ([...INPUT_NAMES, 'token'].some((input) => input === name))
    return 'it is an input of the action and does nothing here'
  const near = closest(name, Object.keys(OPTIONS))
  return near === null ? '--help lists the options' : `did you mean --${near}?`
}
