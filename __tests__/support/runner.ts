import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { GRACE_MS } from '../../src/github/api/limits.js'
import { holdToSchema } from './report-schema.js'

/**
 * The part of GitHub's runner that an action meets, rebuilt from its source (actions/runner 2.336.0): the environment
 * of a step, the commands it reads from the log, its command files. It runs the built bundle in an empty directory.
 */

/** The only expression in action.yml. */
const TOKEN_EXPRESSION = '$' + '{{ github.token }}'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

/** A workflow command as the runner understood it. */
export interface Command {
  readonly name: string
  readonly properties: Readonly<Record<string, string>>
  readonly data: string
}

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly message: string
  readonly title: string | null
  readonly file: string | null
  readonly line: number | null
  readonly endLine: number | null
  readonly column: number | null
  readonly endColumn: number | null
}

export interface StepResult {
  readonly exitCode: number
  /** Everything the step printed, stdout first. */
  readonly log: string
  /** In the order of the log, whatever their form. */
  readonly commands: readonly Command[]
  /** What the page would show: ten of each level, messages cut. */
  readonly annotations: readonly Annotation[]
  readonly outputs: Readonly<Record<string, string>>
  /** Empty when it is larger than what the runner uploads. */
  readonly summary: string
  /** The file of the output `report`; null without one. */
  readonly report: unknown
  /** Every address the action connected to, `host:port`, and every name it asked for, `name:host`; each once. */
  readonly contacted: readonly string[]
  /** What the runner itself would complain about. */
  readonly problems: readonly string[]
  /** Milliseconds from the start to the first annotation, null without one, and to the end. */
  readonly took: { readonly annotation: number | null; readonly end: number }
}

export interface Step {
  readonly workspace: string
  readonly inputs?: Readonly<Record<string, string>>
  readonly token: string
  readonly event: string
  readonly payload: unknown
  readonly repository: string
  readonly apiUrl: string
  readonly sha?: string
  /** Waits of so many milliseconds and more take longer, however busy the machine is; from the shortest limit on without it. */
  readonly patientFrom?: number
  /** More variables, or other values for those of the runner. */
  readonly env?: Readonly<Record<string, string>>
}

const CONNECTIONS = join(ROOT, '__tests__/support/connections.cjs')
const SUMMARY_BYTES = 1_048_576
const COMMAND_FILES = ['OUTPUT', 'STEP_SUMMARY', 'STATE', 'ENV', 'PATH'] as const

/** Runs the action as one step and reads what it leaves behind. */
export async function runStep(step: Step): Promise<StepResult> {
  const folder = mkdtempSync(join(tmpdir(), 'runner-'))
  try {
    const temp = join(folder, 'temp')
    mkdirSync(temp)
    for (const name of COMMAND_FILES) writeFileSync(join(folder, name), '')
    const eventPath = join(folder, 'event.json')
    writeFileSync(eventPath, JSON.stringify(step.payload))
    const env = {
      ...runnerVariables(step, temp, eventPath),
      ...Object.fromEntries(COMMAND_FILES.map((name) => [`GITHUB_${name}`, join(folder, name)])),
      ...inputVariables(step),
      NODE_OPTIONS: `--require=${CONNECTIONS}`,
      CONNECTIONS_FILE: join(folder, 'connections'),
      PATIENT_FROM: String(step.patientFrom ?? GRACE_MS),
      ...step.env,
    }
    writeFileSync(env.CONNECTIONS_FILE, '')
    const { exitCode, stdout, stderr, took } = await spawnNode(bundle(), step.workspace, env)
    const lines = readFileSync(env.CONNECTIONS_FILE, 'utf8').split('\n')
    const contacted = [...new Set(lines.filter((line) => line !== ''))]
    return { exitCode, log: stdout + stderr, contacted, took, ...readStep(folder, stdout, stderr) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What the runner reads when the step has ended. */
function readStep(folder: string, stdout: string, stderr: string) {
  const read = (name: (typeof COMMAND_FILES)[number]) => readFileSync(join(folder, name), 'utf8')
  const problems: string[] = []
  for (const name of ['ENV', 'PATH'] as const) if (read(name) !== '') problems.push(`GITHUB_${name} was written`)
  const commands = [...parseLog(stdout), ...parseLog(stderr)]
  const written = read('STEP_SUMMARY')
  const fits = Buffer.byteLength(written) <= SUMMARY_BYTES
  if (!fits) problems.push('the job summary is too large to be uploaded')
  let outputs: Record<string, string> = {}
  try {
    outputs = parseOutputs(read('OUTPUT'))
  } catch (thrown) {
    problems.push(String(thrown))
  }
  const path = outputs.report ?? ''
  const report: unknown = path === '' ? null : JSON.parse(readFileSync(path, 'utf8'))
  if (report !== null) holdToSchema(report)
  return { commands, annotations: annotationsOf(commands), outputs, summary: fits ? written : '', report, problems }
}

let action: string | null = null

/** The entry of the built action, in a folder that holds nothing else; one for all steps of a process. */
function bundle(): string {
  if (action === null) {
    const folder = mkdtempSync(join(tmpdir(), 'action-'))
    process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
    cpSync(join(ROOT, 'dist'), join(folder, 'dist'), { recursive: true })
    action = join(folder, 'dist', 'index.js')
  }
  return action
}

/** Nothing is inherited but PATH: what a workflow does not set, an action does not see. */
function runnerVariables(step: Step, temp: string, eventPath: string): Record<string, string> {
  return {
    PATH: process.env.PATH ?? '',
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: '__self',
    GITHUB_ACTOR: 'somebody',
    GITHUB_API_URL: step.apiUrl,
    GITHUB_EVENT_NAME: step.event,
    GITHUB_EVENT_PATH: eventPath,
    // On an Enterprise Server this is not below the address of REST.
    GITHUB_GRAPHQL_URL: `${step.apiUrl.replace(/\/v3$/, '')}/graphql`,
    GITHUB_JOB: 'check',
    GITHUB_REPOSITORY: step.repository,
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '1',
    GITHUB_SERVER_URL: 'https://github.example',
    GITHUB_SHA: step.sha ?? '0'.repeat(40),
    GITHUB_TRIGGERING_ACTOR: 'somebody',
    GITHUB_WORKFLOW: 'policies',
    GITHUB_WORKSPACE: step.workspace,
    RUNNER_ARCH: 'X64',
    RUNNER_OS: 'Linux',
    RUNNER_TEMP: temp,
  }
}

/** `INPUT_` variables: the defaults of action.yml, then `with:`. Upper case, blanks become `_`, hyphens stay. */
function inputVariables({ inputs = {}, token }: Step): Record<string, string> {
  const variables: Record<string, string> = {}
  for (const [name, value] of declaredInputs()) variables[variableName(name)] = value.replace(TOKEN_EXPRESSION, token)
  for (const [name, value] of Object.entries(inputs)) {
    if (!declaredInputs().has(name)) throw new Error(`action.yml has no input ${name}`)
    variables[variableName(name)] = value
  }
  return variables
}

function variableName(input: string): string {
  return `INPUT_${input.replaceAll(' ', '_').toUpperCase()}`
}

/** The inputs of action.yml with their defaults; its blocks are flat, so no YAML parser is needed. */
export function declaredInputs(): ReadonlyMap<string, string> {
  const text = readFileSync(join(ROOT, 'action.yml'), 'utf8')
  const block = /^inputs:\n((?: {2}.*\n|\n)+)/m.exec(text)?.[1] ?? ''
  const inputs = new Map<string, string>()
  let name = ''
  for (const line of block.split('\n')) {
    const key = /^ {2}([\w-]+):$/.exec(line)?.[1]
    if (key !== undefined) {
      name = key
      inputs.set(name, '')
    }
    const value = /^ {4}default: (.*)$/.exec(line)?.[1]
    if (value !== undefined) inputs.set(name, value)
  }
  return inputs
}

/** Milliseconds after which a step hangs for good, however busy the machine is; less than a test may take. */
const HANGS = 600_000

function spawnNode(script: string, cwd: string, env: Record<string, string>) {
  const node = process.env.TEST_NODE ?? process.execPath
  const start = performance.now()
  let annotation: number | null = null
  type Ended = Pick<StepResult, 'exitCode' | 'took'> & { readonly stdout: string; readonly stderr: string }
  return new Promise<Ended>((resolve, reject) => {
    const options = { cwd, env, maxBuffer: 1 << 28, timeout: HANGS }
    const child = execFile(node, [script], options, (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== 'number') reject(error)
      else {
        const took = { annotation, end: performance.now() - start }
        resolve({ exitCode: typeof error?.code === 'number' ? error.code : 0, stdout, stderr, took })
      }
    })
    child.stdout?.on('data', (text: string) => {
      if (/^::(?:error|warning|notice) /m.test(text)) annotation ??= performance.now() - start
    })
  })
}

const KNOWN = new Set([
  'add-mask',
  'add-matcher',
  'add-path',
  'debug',
  'echo',
  'endgroup',
  'error',
  'group',
  'internal-set-repo-path',
  'notice',
  'remove-matcher',
  'save-state',
  'set-env',
  'set-output',
  'stop-commands',
  'warning',
])

/**
 * Every command in a stream: the new form at the start of a line, else the old form anywhere in it. Between
 * `stop-commands` and the line that holds its token nothing is read.
 */
export function parseLog(text: string): Command[] {
  const commands: Command[] = []
  let stopped: string | null = null
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (stopped !== null) {
      if (line.trim() === `::${stopped}::`) stopped = null
      continue
    }
    const found = parseNew(line) ?? parseOld(line)
    if (found === null) continue
    commands.push(found)
    if (found.name === 'stop-commands') stopped = found.data
  }
  return commands
}

function parseNew(line: string): Command | null {
  // .NET's TrimStart also takes U+0085, which JavaScript's does not.
  const trimmed = line.replace(/^[\s\u0085]+/, '')
  if (!trimmed.startsWith('::')) return null
  const end = trimmed.indexOf('::', 2)
  if (end === -1) return null
  return command(trimmed.slice(2, end), ',', trimmed.slice(end + 2), unescapeNew)
}

function parseOld(line: string): Command | null {
  const start = line.indexOf('##[')
  const end = start === -1 ? -1 : line.indexOf(']', start)
  return end === -1 ? null : command(line.slice(start + 3, end), ';', line.slice(end + 1), unescapeOld)
}

/** A property without a value is no property. */
function command(head: string, comma: string, data: string, decode: (text: string) => string): Command | null {
  const at = head.indexOf(' ')
  const name = (at === -1 ? head : head.slice(0, at)).toLowerCase()
  if (!KNOWN.has(name)) return null
  const pairs =
    at === -1
      ? []
      : head
          .slice(at + 1)
          .trim()
          .split(comma)
  const properties = pairs.flatMap((pair) => {
    const equal = pair.indexOf('=')
    return equal < 1 || equal === pair.length - 1 ? [] : [[pair.slice(0, equal), decode(pair.slice(equal + 1))]]
  })
  return { name, properties: Object.fromEntries(properties), data: decode(data) }
}

function unescapeNew(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%')
}

function unescapeOld(text: string): string {
  return text
    .replaceAll('%3B', ';')
    .replaceAll('%5D', ']')
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%25', '%')
}

function annotationsOf(commands: readonly Command[]): Annotation[] {
  const count = new Map<string, number>()
  return commands.flatMap(({ name, properties, data }) => {
    if (name !== 'error' && name !== 'warning' && name !== 'notice') return []
    const seen = (count.get(name) ?? 0) + 1
    count.set(name, seen)
    return seen > 10 ? [] : [annotation(name, properties, data)]
  })
}

/** The runner's rules for places: a missing line is the end line, columns only on one line, no end before its start. */
function annotation(
  level: Annotation['level'],
  properties: Readonly<Record<string, string>>,
  data: string,
): Annotation {
  const number = (key: string) => (/^\d+$/.test(properties[key] ?? '') ? Number(properties[key]) : null)
  let endLine = number('endLine')
  const line = number('line') ?? endLine
  if (line !== null && endLine !== null && endLine < line) endLine = null
  let endColumn = number('endColumn')
  let column = number('col') ?? endColumn
  if (endLine !== null && endLine !== line) [column, endColumn] = [null, null]
  if (column !== null && endColumn !== null && endColumn < column) endColumn = null
  const { title = null, file = null } = properties
  return { level, message: data.slice(0, 4_096), title, file, line, endLine, column, endColumn }
}

/** `name=value` lines and heredocs; whichever of `=` and `<<` comes first decides. Malformed files fail the step. */
export function parseOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {}
  const lines = text.split('\n')
  for (let at = 0; at < lines.length; at++) {
    const line = (lines[at] ?? '').replace(/\r$/, '')
    if (line === '') continue
    const equal = line.indexOf('=')
    const heredoc = line.indexOf('<<')
    if (equal >= 0 && (heredoc < 0 || equal < heredoc)) {
      outputs[line.slice(0, equal)] = line.slice(equal + 1)
      continue
    }
    if (heredoc < 1) throw new Error(`malformed output: ${line}`)
    const delimiter = line.slice(heredoc + 2)
    const end = lines.findIndex((each, i) => i > at && each.replace(/\r$/, '') === delimiter)
    if (delimiter === '' || end === -1) throw new Error(`output without its end: ${line}`)
    outputs[line.slice(0, heredoc)] = lines.slice(at + 1, end).join('\n')
    at = end
  }
  return outputs
}
