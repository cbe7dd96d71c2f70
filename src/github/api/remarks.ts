import type { Failure } from './failure.js'

/** Why the token of a pull request may only read, whatever the workflow asks for; null when it may have more. */
export type ReadOnly = 'fork' | 'dependabot' | null

/** One sentence about what did not work and what to do about it. Holds GitHub's own words: untrusted. */
export function failureWords(what: string, failure: Failure, readOnly: ReadOnly): string {
  const status = failure.status === null ? '' : `${failure.status} `
  return `${what} (${status}${firstLine(failure.message)}). ${remedyFor(failure, readOnly)}`
}

const READ_ONLY = { fork: 'from a fork', dependabot: 'by Dependabot' } as const

function remedyFor(failure: Failure, readOnly: ReadOnly): string {
  switch (failure.kind) {
    case 'permission':
      return readOnly !== null
        ? `The token of a pull request ${READ_ONLY[readOnly]} may only read, so findings are told as annotations and in the job summary.`
        : 'Give the job "permissions: contents: read, pull-requests: write"; until then findings are told as annotations and in the job summary.'
    case 'locked':
      return 'The conversation of the pull request is locked; findings are told as annotations and in the job summary.'
    case 'rate-limit':
      return 'GitHub asks to wait longer than a run should; the next run tries again.'
    case 'pending-review':
      return 'A review was begun under the same name and not submitted; submit or discard it.'
    case 'invalid':
      return 'The findings concerned are told in the summary.'
    case 'unclear':
      return 'GitHub may have a disturbance; the next run tries again.'
    case 'budget':
      return 'What is left is told as annotations and in the job summary; the next run goes on.'
  }
}

function firstLine(message: string): string {
  const line = message.split(/\r\n|\r|\n/, 1)[0] ?? ''
  return line.length > 200 ? `${line.slice(0, 200)}…` : line
}
