import { cut } from '../../text/cut.js'
import type { Failure } from './failure.js'

/** Why the token of a pull request may only read, whatever the workflow asks for; null when it may have more. */
export type ReadOnly = 'fork' | 'dependabot' | null

interface Words {
  /** Why something is not where it belongs, as part of a sentence. */
  readonly reason: string
  /** What to do about it, or what becomes of it, as a sentence. */
  readonly remedy: string
}

const WORDS: Readonly<Record<Failure['kind'], Words>> = {
  credentials: {
    reason: 'GitHub does not accept the token',
    remedy:
      'The token is expired or not valid; see the input token. Until then findings are told as annotations and in the job summary.',
  },
  permission: {
    reason: 'the token may not write to the pull request',
    remedy:
      'Give the job "permissions: contents: read, pull-requests: write"; until then findings are told as annotations and in the job summary.',
  },
  locked: {
    reason: 'the conversation is locked',
    remedy: 'The conversation of the pull request is locked; findings are told as annotations and in the job summary.',
  },
  'rate-limit': {
    reason: 'GitHub asks to post less',
    remedy: 'GitHub asks to wait longer than a run should; the next run tries again.',
  },
  'pending-review': {
    reason: 'a review that was begun under the same name and not submitted is in the way',
    remedy: 'A review was begun under the same name and not submitted; submit or discard it.',
  },
  invalid: {
    reason: 'GitHub refused the comment',
    remedy: 'The findings concerned are told in the summary.',
  },
  unclear: {
    reason: 'GitHub did not answer as expected',
    remedy: 'GitHub may have a disturbance; the next run tries again.',
  },
  unusable: {
    reason: 'GitHub did not answer as expected',
    remedy: 'GitHub does not answer so; look at what stands between the runner and GITHUB_API_URL.',
  },
  budget: {
    reason: 'this run has used up its calls or its time',
    remedy: 'What is left is told as annotations and in the job summary; the next run goes on.',
  },
}

/** UTF-16 units of GitHub's own words that are told. */
const MESSAGE_LENGTH = 200

const READ_ONLY = { fork: 'from a fork', dependabot: 'by Dependabot' } as const

/** One sentence about what did not work and what to do about it. Holds GitHub's own words: untrusted. */
export function failureWords(what: string, failure: Failure, readOnly: ReadOnly): string {
  const status = failure.status === null ? '' : `${failure.status} `
  return `${what} (${status}${firstLine(failure.message)}). ${remedyFor(failure, readOnly)}`
}

/** Why a finding is not told where it should be, in our own words. */
export function failureReason({ kind }: Failure): string {
  return WORDS[kind].reason
}

function remedyFor({ kind }: Failure, readOnly: ReadOnly): string {
  if (kind !== 'permission' || readOnly === null) return WORDS[kind].remedy
  return `The token of a pull request ${READ_ONLY[readOnly]} may only read, so findings are told as annotations and in the job summary.`
}

function firstLine(message: string): string {
  return cut(message.split(/\r\n|\r|\n/, 1)[0] ?? '', MESSAGE_LENGTH)
}
