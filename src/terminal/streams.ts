import type { Readable, Writable } from 'node:stream'
import { toError, UserError } from '../model/errors.js'
import { forLog, forTerminal } from '../report/escape.js'
import { painter } from '../report/pretty/style.js'

/** What the command gets from its process. */
export interface CliStreams {
  readonly stdin: Readable & { readonly isTTY?: boolean }
  readonly stdout: Writable & { readonly isTTY?: boolean; readonly columns?: number }
  readonly stderr: Writable & { readonly isTTY?: boolean }
}

export type Environment = Readonly<Record<string, string | undefined>>

/** What the command may know of the process it runs in. */
export interface CliSurroundings extends CliStreams {
  /** Absolute. */
  readonly cwd: string
  readonly env: Environment
  readonly now: Date
}

/** The exit codes (README, "Exit codes"). */
export const EXIT = { clean: 0, findings: 1, impossible: 2 } as const

/** Colours only where somebody sees them: no-color.org, and FORCE_COLOR as Node reads it. */
export function wantsColor(stream: { readonly isTTY?: boolean }, env: Environment, noColor: boolean): boolean {
  if (noColor || (env.NO_COLOR ?? '') !== '') return false
  const forced = env.FORCE_COLOR
  if (forced !== undefined) return forced !== '0' && forced !== 'false'
  return stream.isTTY === true && env.TERM !== 'dumb'
}

/** Columns of the terminal that shows a stream; COLUMNS says it where the stream does not. Null for a file or a pipe. */
export function columnsOf(stream: CliStreams['stdout'], env: Environment): number | null {
  const stated = /^[1-9]\d{0,3}$/.test(env.COLUMNS ?? '') ? Number(env.COLUMNS) : null
  return (stream.isTTY === true ? stream.columns : null) ?? stated
}

/** Writes all of a text. A reader that has gone away (`| head`) is no failure. */
export function write(stream: Writable, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (error: Error) => {
      const code = 'code' in error ? error.code : null
      if (code === 'EPIPE') resolve()
      else
        reject(
          code === 'ENOSPC' ? new UserError('the output cannot be written: no space is left on the device') : error,
        )
    }
    // The error also comes as an event, which would end the process without a listener; it may come late.
    stream.once('error', failed)
    stream.write(text, (error) => {
      if (error === null || error === undefined) {
        stream.off('error', failed)
        resolve()
      } else failed(error)
    })
  })
}

/**
 * Messages for the person at the terminal, on stderr, each on one line: a name in one may hold line ends, and in a step of
 * a workflow a line of its own would be a command to the runner.
 */
export class Messages {
  readonly #stream: Writable
  readonly #color: boolean

  constructor(stream: Writable, color: boolean) {
    this.#stream = stream
    this.#color = color
  }

  /** A mistake of the user in one sentence with its place; anything else is a bug and shows its stack. */
  async error(thrown: unknown): Promise<void> {
    const error = toError(thrown)
    if (error instanceof UserError) return this.#say('error', 'red', placed(error))
    await this.#say('error', 'red', 'this is a bug in clumio-policy-check; nothing was decided. Please report it.')
    await this.stack(error)
  }

  warning(text: string): Promise<void> {
    return this.#say('warning', 'yellow', text)
  }

  note(text: string): Promise<void> {
    return write(this.#stream, `${forTerminal(text)}\n`)
  }

  /** Where a bug showed, in as many lines as that takes. */
  stack(error: Error): Promise<void> {
    return write(this.#stream, `${forLog(error.stack ?? error.message)}\n`)
  }

  #say(label: string, color: 'red' | 'yellow', text: string): Promise<void> {
    return write(this.#stream, `${painter(this.#color)(`${label}:`, color, 'bold')} ${escaped(text)}\n`)
  }
}

/** What several options have wrong is a list; a line of it begins no command. All other line ends are those of a name. */
function escaped(text: string): string {
  return text.split('\n- ').map(forTerminal).join('\n- ')
}

function placed({ message, location }: UserError): string {
  if (location?.line === undefined) return message
  return `${location.path}:${location.line}:${location.column ?? 1}: ${message}`
}
