import { type Reader, readPlainText } from '../iam/parse.js'
import { isPlain, joinText, type Text, type Token, type TokenMeaning } from '../iam/text.js'

/** `${aws:username}` and its kind: a service prefix, one colon, a key; `${*}`, `${?}`, `${$}` are escapes. */
const POLICY_VARIABLE = /^(?:[A-Za-z][\w.-]*:[\w.][^:]*|[*?$])$/

const ACCOUNT = /^(?:AWS::AccountId|data\.aws_caller_identity\.[\w-]+\.account_id)$/
const PARTITION = /^(?:AWS::Partition|data\.aws_partition\.[\w-]+\.partition)$/
const BUCKET_ARN = /(?:bucket|s3)\w*[._]?arn$/i

/**
 * Reads the strings of a JSON template: `${…}` that is no policy variable, `%{…}` and `{{…}}` are tokens, `$${…}` is the
 * escape of a literal `${…}`.
 */
export const TEMPLATE_READER: Reader = {
  text: readString,
  resource(value) {
    const text = readString(value)
    return text === null || isPlain(text) ? text : expandBucketArn(text)
  },
  token: () => null,
}

function readString(value: unknown): Text | null {
  const text = readPlainText(value)
  return typeof text === 'string' && mayHoldExpression(text) ? readTemplate(text) : text
}

function mayHoldExpression(text: string): boolean {
  return text.includes('${') || text.includes('{{') || text.includes('%{')
}

/** A template string as text with tokens. */
export function readTemplate(text: string): Text {
  const pieces: (string | Token)[] = []
  let at = 0
  while (at < text.length) {
    const next = nextExpression(text, at)
    if (next === null) break
    pieces.push(text.slice(at, next.start), next.piece)
    at = next.end
  }
  pieces.push(text.slice(at))
  return joinText(pieces)
}

interface Found {
  readonly start: number
  readonly end: number
  readonly piece: string | Token
}

const OPENINGS: readonly (readonly [string, string])[] = [
  ['$${', '}'],
  ['${', '}'],
  ['%{', '}'],
  ['{{', '}}'],
]

function nextExpression(text: string, from: number): Found | null {
  let best: Found | null = null
  for (const [open, close] of OPENINGS) {
    const start = text.indexOf(open, from)
    if (start === -1 || (best !== null && start >= best.start)) continue
    const stop = text.indexOf(close, start + open.length)
    if (stop === -1) continue
    const end = stop + close.length
    best = { start, end, piece: pieceOf(open, text.slice(start + open.length, stop), text.slice(start, end)) }
  }
  return best
}

function pieceOf(open: string, inside: string, whole: string): string | Token {
  if (open === '$${') return whole.slice(1)
  const name = inside.trim()
  if (open === '${' && POLICY_VARIABLE.test(name)) return whole
  const means = meaningOf(name)
  return means === null ? { token: name } : { token: name, means }
}

function meaningOf(name: string): TokenMeaning | null {
  if (name.length > 200) return null
  if (ACCOUNT.test(name)) return 'account'
  if (PARTITION.test(name)) return 'partition'
  return BUCKET_ARN.test(name) ? 'bucket-arn' : null
}

/**
 * A leading token that is the bucket's ARN, or is followed by `/`, stands for `arn:P:s3:::` and the bucket's name. True of
 * resources only: elsewhere such a token may be a role's ARN or the start of one.
 */
function expandBucketArn(pieces: readonly (string | Token)[]): Text {
  const [first, second] = pieces
  if (first === undefined || typeof first === 'string') return pieces
  const slash = typeof second === 'string' && second.startsWith('/')
  if (first.means !== 'bucket-arn' && !slash) return pieces
  return [
    'arn:',
    { token: 'partition', means: 'partition' },
    ':s3:::',
    { token: first.token, means: 'bucket-name' },
    ...pieces.slice(1),
  ]
}
