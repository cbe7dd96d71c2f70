import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { afterEach, beforeEach } from 'vitest'
import type { ReportFormat } from '../../src/report/format.js'
import { type Judge, runCli } from '../../src/run-cli.js'

/** A stream that keeps what is written. */
export class Sink extends Writable {
  text = ''
  readonly isTTY: boolean

  constructor(isTTY = false) {
    super()
    this.isTTY = isTTY
  }

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString()
    done()
  }
}

export interface Outcome {
  readonly code: number
  readonly out: string
  readonly err: string
}

export interface RunSettings {
  readonly stdin?: string | Uint8Array
  readonly env?: Record<string, string>
  readonly tty?: boolean
  readonly check?: Judge
  readonly formats?: readonly ReportFormat[]
  /** Relative to the temporary directory. */
  readonly cwd?: string
}

/** A temporary directory for each test, and the command running in it. */
export function workplace() {
  const place = { root: '' }
  beforeEach(() => {
    place.root = realpathSync(mkdtempSync(join(tmpdir(), 'terminal-')))
  })
  afterEach(() => {
    rmSync(place.root, { recursive: true, force: true })
  })
  return {
    path: (name: string) => join(place.root, name),
    write: (files: Readonly<Record<string, string | Uint8Array>>) => {
      for (const [name, content] of Object.entries(files)) {
        mkdirSync(dirname(join(place.root, name)), { recursive: true })
        writeFileSync(join(place.root, name), content)
      }
    },
    read: (name: string) => readFileSync(join(place.root, name), 'utf8'),
    run: async (argv: readonly string[], settings: RunSettings = {}): Promise<Outcome> => {
      const stdout = new Sink(settings.tty)
      const stderr = new Sink(settings.tty)
      const around = {
        stdin: Readable.from(settings.stdin === undefined ? [] : [Buffer.from(settings.stdin)]),
        stdout,
        stderr,
        cwd: join(place.root, settings.cwd ?? ''),
        env: settings.env ?? {},
        now: new Date('2026-11-24T12:00:00Z'),
      }
      const code = await runCli(argv, around, settings.check, settings.formats)
      return { code, out: stdout.text, err: stderr.text }
    },
  }
}
