import { INPUT_NAMES, type RawInputs } from '../config/inputs.js'
import { commandOf } from '../report/commands.js'
import { forLog } from '../report/escape.js'

/** What the Action sees of the outside. `@actions/core` besides reads the paths of its command files by itself. */
export interface ActionRun {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Writes to the log of the step. */
  readonly write: (text: string) => void
  readonly now: () => Date
}

/** The inputs as the runner hands them over: upper case, hyphens stay (actions/toolkit `getInput`). */
export function rawInputs(env: ActionRun['env']): RawInputs {
  return Object.fromEntries(INPUT_NAMES.map((name) => [name, env[`INPUT_${name.toUpperCase()}`]]))
}

/** Null without one: then GitHub is not asked for anything. */
export function tokenOf(env: ActionRun['env']): string | null {
  const token = (env.INPUT_TOKEN ?? '').trim()
  return token === '' ? null : token
}

/** Annotates what went wrong besides the check, and changes nothing of its result. */
export function warn(run: ActionRun, message: string): void {
  run.write(`${commandOf({ level: 'warning', title: 'Clumio policy check', message })}\n`)
}

/** Writes lines to the log, whatever they hold. */
export function log(run: ActionRun, text: string): void {
  run.write(`${forLog(text)}\n`)
}
