import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

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
  readonly summary: string
  /** The file of the output `report`; null without one. */
  readonly report: unknown
  readonly milliseconds: number
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
  /** More variables, or other values for those of the runner. */
  readonly env?: Readonly<Record<string, string>>
}

/** Runs the action as one step and reads what it leaves behind. */
export async function runStep(step: Step): Promise<StepResult> {
  const folder = mkdtempSync(join(tmpdir(), 'runner-'))
  try {
    const action = join(folder, 'action')
    cpSync(join(ROOT, 'dist'), join(action, 'dist'), { recursive: true })
    const temp = join(folder, 'temp')
    mkdirSync(temp)
    const commandFiles = ['OUTPUT', 'STEP_SUMMARY', 'STATE', 'ENV', 'PATH']
    for (const name of commandFiles) writeFileSync(join(folder, name), '')
    const eventPath = join(folder, 'event.json')
    writeFileSync(eventPath, JSON.stringify(step.payload))
    const env = {
      ...runnerVariables(step, temp, eventPath),
      ...Object.fromEntries(commandFiles.map((name) => [`GITHUB_${name}`, join(folder, name)])),
      ...inputVariables(step),
      ...step.env,
    }
    const started = performance.now()
    const { exitCode, stdout, stderr } = await spawnNode(join(action, 'dist', 'index.js'), step.workspace, env)
    const milliseconds = performance.now() - started
    const commands = [...parseLog(stdout), ...parseLog(stderr)]
    const outputs = parseOutputs(readFileSync(join(folder, 'OUTPUT'), 'utf8'))
    const summary = readFileSync(join(folder, 'STEP_SUMMARY'), 'utf8')
    if (Buffer.byteLength(summary) > 1_048_576) throw new Error('the job summary is too large to be uploaded')
    const annotations = annotationsOf(commands)
    const path = outputs.report ?? ''
    const report: unknown = path === '' ? null : JSON.parse(readFileSync(path, 'utf8'))
    return { exitCode, log: stdout + stderr, commands, annotations, outputs, summary, report, milliseconds }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
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
    GITHUB_GRAPHQL_URL: `${step.apiUrl}/graphql`,
    GITHUB_JOB: 'check',
    GITHUB_REPOSITORY: step.repository,
    GITHUB_RUN_ID: '1',
    GITHUB_SERVER_URL: 'https://github.example',
    GITHUB_SHA: step.sha ?? '0'.repeat(40),
    GITHUB_WORKFLOW: 'policies',
    GITHUB_WORKSPACE: step.workspace,
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

function spawnNode(script: string, cwd: string, env: Record<string, string>) {
  const node = process.env.TEST_NODE ?? process.execPath
  return new Promise<{ exitCode: number; stdout: string; stderr: string }>((resolve, reject) => {
    execFile(node, [script], { cwd, env, maxBuffer: 1 << 28, timeout: 120_000 }, (error, stdout, stderr) => {
      if (error !== null && typeof error.code !== 'number') reject(error)
      else resolve({ exitCode: typeof error?.code === 'number' ? error.code : 0, stdout, stderr })
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

/** Every command in a stream: the new form at the start of a line, else the old form anywhere in it. */
export function parseLog(text: string): Command[] {
  return text.split(/\r\n|\n|\r/).flatMap((line) => parseNew(line) ?? parseOld(line) ?? [])
}

function parseNew(line: string): Command | null {
  // .NET's TrimStart also takes U+0085, which JavaScript's does not.
  const trimmed = line.replace(/^[\s\u0085]+/, '')
  if (!trimmed.startsWith('::')) return null
  const end = trimmed.indexOf('::', 2)
  if (end === -1) return null
  return command(trimmed.slice(2, end), ' ', ',', trimmed.slice(end + 2), unescapeNew)
}

function parseOld(line: string): Command | null {
  const start = line.indexOf('##[')
  const end = start === -1 ? -1 : line.indexOf(']', start)
  return end === -1 ? null : command(line.slice(start + 3, end), ' ', ';', line.slice(end + 1), unescapeOld)
}

function command(
  head: string,
  blank: string,
  comma: string,
  data: string,
  decode: (text: string) => string,
): Command | null {
  const at = head.indexOf(blank)
  const name = (at === -1 ? head : head.slice(0, at)).toLowerCase()
  if (!KNOWN.has(name)) return null
  const pairs = at === -1 ? [] : head.slice(at + 1).split(comma)
  const properties = pairs.flatMap((pair) => {
    const equal = pair.indexOf('=')
    return equal < 1 ? [] : [[pair.slice(0, equal).trim(), decode(pair.slice(equal + 1))]]
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
