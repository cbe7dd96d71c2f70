import { INPUT_NAMES, type RawInputs } from '../config/inputs.js'
import { UserError } from '../model/errors.js'
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

/**
 * Null without one: then GitHub is not asked for anything.
 *
 * @throws {UserError} for what cannot be one, without repeating it: what stands in a header says so with all of it.
 */
export function tokenOf(env: ActionRun['env']): string | null {
  const token = (env.INPUT_TOKEN ?? '').trim()
  if (token === '') return null
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new UserError(
      'token: holds a space, a line break or another character that no token has; give the token and nothing else',
    )
  }
  return token
}

const PROXIES = ['http_proxy', 'https_proxy', 'all_proxy']

/** Passwords of the proxies that a run goes through, as their addresses and the header for a proxy write them. */
export function proxySecrets(env: ActionRun['env']): readonly string[] {
  const addresses = PROXIES.flatMap((name) => [env[name], env[name.toUpperCase()]])
  return addresses.flatMap((address) => {
    const user = /^(?:[\w+.-]+:\/\/)?(.*)@/.exec(address ?? '')?.[1]
    if (user === undefined) return []
    const clear = decoded(user)
    const passwords = [user, clear].map((each) => each.slice(each.indexOf(':') + 1))
    return [user, clear, ...passwords, Buffer.from(clear).toString('base64')]
  })
}

/** What a part of an address stands for; itself where it is not written as one. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** Annotates what went wrong besides the check, and changes nothing of its result. */
export function warn(run: ActionRun, message: string): void {
  run.write(`${commandOf({ level: 'warning', title: 'Clumio policy check', message })}\n`)
}

/** Writes lines to the log, whatever they hold. */
export function log(run: ActionRun, text: string): void {
  run.write(`${forLog(text)}\n`)
}
