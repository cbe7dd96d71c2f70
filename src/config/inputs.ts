import { UserError } from '../model/errors.js'
import { FAIL_ON, type FailOn, FEATURES, type Feature, REMEDIES, type Remedy } from '../model/options.js'
import { allowed } from './closest.js'
import { accountProblem, type NamedRole, parseRole } from './role.js'

/** The inputs of the Action; the flags of the command line are a subset with `--` in front. */
export const INPUT_NAMES = [
  'files',
  'plan-files',
  'terraform-directory',
  'working-directory',
  'config',
  'aws-account-id',
  'clumio-role-id',
  'features',
  'remedy',
  'fail-on',
  'only-changed',
  'require-policies',
  'comments',
  'report-file',
  'json-file',
  'sarif-file',
  'id',
] as const
export type InputName = (typeof INPUT_NAMES)[number]

/** As they were written; an absent input is undefined or blank. The two lists may come already split. */
export type RawInputs = Readonly<Partial<Record<InputName, string | readonly string[] | undefined>>>

export const COMMENTS = ['review', 'summary', 'off'] as const
export type Comments = (typeof COMMENTS)[number]

/** Validated inputs; null stands for "not given". */
export interface Inputs {
  readonly files: readonly string[]
  readonly planFiles: readonly string[]
  readonly terraformDirectory: string | null
  readonly workingDirectory: string | null
  readonly config: string | null
  readonly account: string | null
  readonly role: NamedRole | null
  readonly features: readonly Feature[] | null
  readonly remedy: Remedy | null
  readonly failOn: FailOn | null
  readonly onlyChanged: boolean
  /** The check fails when no bucket policy was judged. */
  readonly requirePolicies: boolean
  readonly comments: Comments
  /** A report of an earlier job, whose findings are told once they are confirmed. */
  readonly reportFile: string | null
  readonly jsonFile: string | null
  readonly sarifFile: string | null
  readonly id: string | null
}

/**
 * Validates what the user wrote, all of it before anything is said.
 *
 * @param prefix what stands before a name where the user wrote it: nothing for inputs, `--` for flags.
 * @throws {UserError} one message that names every bad input.
 */
export function readInputs(raw: RawInputs, prefix: '' | '--'): Inputs {
  const reader = new Reader(raw, prefix)
  const role = reader.role('clumio-role-id')
  const account = reader.account('aws-account-id')
  if (role?.account != null && account !== null && role.account !== account) {
    const value = reader.text('clumio-role-id')
    reader.problem(
      'clumio-role-id',
      `is in account ${role.account}, but ${prefix}aws-account-id is ${account}; give the account of the buckets, or leave one of the two out`,
      value,
    )
  }
  const inputs: Inputs = {
    files: reader.list('files'),
    planFiles: reader.list('plan-files'),
    terraformDirectory: reader.text('terraform-directory'),
    workingDirectory: reader.text('working-directory'),
    config: reader.text('config'),
    account,
    role,
    features: reader.features('features'),
    remedy: reader.choice('remedy', REMEDIES),
    failOn: reader.choice('fail-on', FAIL_ON),
    onlyChanged: reader.flag('only-changed'),
    requirePolicies: reader.flag('require-policies'),
    comments: reader.choice('comments', COMMENTS) ?? 'review',
    reportFile: reader.text('report-file'),
    jsonFile: reader.text('json-file'),
    sarifFile: reader.text('sarif-file'),
    id: reader.text('id'),
  }
  if (inputs.reportFile !== null && inputs.planFiles.length > 0) {
    reader.problem('plan-files', 'cannot be given together with report-file: a plan of somebody else proves nothing')
  }
  reader.finish()
  return inputs
}

class Reader {
  readonly #raw: RawInputs
  readonly #prefix: string
  readonly #problems: string[] = []

  constructor(raw: RawInputs, prefix: string) {
    this.#raw = raw
    this.#prefix = prefix
  }

  list(name: InputName): readonly string[] {
    const value = this.#raw[name] ?? []
    const lines = typeof value === 'string' ? value.split(/\r\n|\r|\n/) : value
    return lines.map((line) => line.trim()).filter((line) => line !== '')
  }

  text(name: InputName): string | null {
    const value = this.#raw[name] ?? ''
    const text = (typeof value === 'string' ? value : value.join('\n')).trim()
    return text === '' ? null : text
  }

  account(name: InputName): string | null {
    const text = this.text(name)
    const problem = text === null ? null : accountProblem(text)
    if (problem === null) return text
    this.problem(name, problem, text)
    return null
  }

  role(name: InputName): NamedRole | null {
    const text = this.text(name)
    if (text === null) return null
    const parsed = parseRole(text)
    if ('role' in parsed) return parsed.role
    this.problem(name, parsed.problem, text)
    return null
  }

  features(name: InputName): readonly Feature[] | null {
    const text = this.text(name)
    if (text === null) return null
    const words = text.split(/[\s,]+/).filter((word) => word !== '')
    if (words.length === 0) this.problem(name, `names no feature; allowed: ${FEATURES.join(', ')}`, text)
    for (const word of words) {
      if (!FEATURES.some((feature) => feature === word)) {
        this.problem(name, `is not a feature; ${allowed(word, FEATURES)}`, word)
      }
    }
    return FEATURES.filter((feature) => words.includes(feature))
  }

  choice<T extends string>(name: InputName, values: readonly T[]): T | null {
    const text = this.text(name)
    if (text === null) return null
    const value = values.find((each) => each === text)
    if (value === undefined) this.problem(name, `is not known; ${allowed(text, values)}`, text)
    return value ?? null
  }

  flag(name: InputName): boolean {
    const text = this.text(name)
    if (text === null || /^false$/i.test(text)) return false
    if (!/^true$/i.test(text)) this.problem(name, 'is neither true nor false', text)
    return true
  }

  problem(name: InputName, what: string, value: string | null = null): void {
    this.#problems.push(`${this.#prefix}${name}: ${value === null ? '' : `${JSON.stringify(value)} `}${what}`)
  }

  finish(): void {
    const [first, ...rest] = this.#problems
    if (first === undefined) return
    const kind = this.#prefix === '' ? 'inputs' : 'options'
    throw new UserError(
      rest.length === 0
        ? first
        : `${this.#problems.length} ${kind} are not valid:\n${this.#problems.map((each) => `- ${each}`).join('\n')}`,
    )
  }
}
