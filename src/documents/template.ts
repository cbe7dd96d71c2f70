import { type Reader, readPlainText } from '../iam/parse.js'
import {
  isPlain,
  joinText,
  namesBucketArn,
  ownBucketArn,
  piecesOf,
  type Text,
  type Token,
  type TokenMeaning,
} from '../iam/text/text.js'

/** `${aws:username}` and its kind: a service prefix, one colon, a key; `${*}`, `${?}`, `${$}` are escapes. */
const POLICY_VARIABLE = /^(?:[A-Za-z][\w.-]*:[\w.][^:]*|[*?$])$/

const ACCOUNT = /^(?:AWS::AccountId|data\.aws_caller_identity\.[\w-]+\.account_id)$/
const PARTITION = /^(?:AWS::Partition|data\.aws_partition\.[\w-]+\.partition)$/

/**
 * Reads the strings of a JSON template: `${…}` that is no policy variable and the other spellings of templates are tokens,
 * `$${…}` is the escape of a literal `${…}`. A bare `NAME_IN_CAPITALS` is one where it can be nothing else (docs/semantics.md, D40).
 */
export const TEMPLATE_READER: Reader = {
  text: readString,
  resource(value) {
    const text = readString(value)
    if (text === null) return null
    if (!isPlain(text)) return expandBucketArn(text)
    const [spelled] = WHOLE.exec(text) ?? []
    if (spelled === undefined) return expandBucketArn(readBare(text, isBareBucket))
    return expandBucketArn(joinText([tokenOf(spelled.replace(/[{}@]/g, ''), spelled), text.slice(spelled.length)]))
  },
  principal: readBareString,
  condition: (value, key) => (namesSomebody(key.toLowerCase()) ? readBareString(value) : readString(value)),
  token: () => null,
}

/** `{name}` and `@@NAME@@` in the place of an ARN, where they can be nothing else. */
const WHOLE = /^(?:\{[A-Za-z_][\w.]{0,100}\}|@@?[A-Za-z_][\w.-]{0,100}@@?)(?=\/|$)/

function readString(value: unknown): Text | null {
  const text = readPlainText(value)
  return typeof text === 'string' && mayHoldExpression(text) ? readTemplate(text) : text
}

function mayHoldExpression(text: string): boolean {
  return /[$%#]\{|\{[{%]|[<$]|__/.test(text)
}

/** A word in capitals with an underscore in it, as people write what they will replace. */
const BARE = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/
/** No account, and no partition, has letters in capitals. */
const CAPITALS = /^[A-Z][A-Z0-9_]+$/

/** Bucket names have no capitals and no underscores. */
function isBareBucket(name: string): boolean {
  return BARE.test(name) || (CAPITALS.test(name) && name.includes('BUCKET'))
}

/**
 * Keys with values of a known form: ids, ARNs, addresses. A tag or a header may hold a word in capitals for good.
 *
 * @param key lower-cased
 */
function namesSomebody(key: string): boolean {
  if (key.startsWith('s3:')) return key.endsWith('account') || key.endsWith('arn')
  return !key.includes('/') && !key.endsWith('agent') && !key.endsWith('referer')
}

function readBareString(value: unknown): Text | null {
  const text = readString(value)
  return text === null || !isPlain(text) ? text : readBare(text, () => false)
}

/** A text with bare placeholders: the whole of it, or partition, account and name of an ARN. */
function readBare(text: string, isName: (name: string) => boolean): Text {
  const slash = text.indexOf('/')
  const first = slash === -1 ? text : text.slice(0, slash)
  if (BARE.test(first) && (slash === -1 || isName(first)))
    return joinText([tokenOf(first, first), text.slice(first.length)])
  const [, partition = '', service = '', region = '', account = '', name = ''] =
    /^arn:([^:]*):([^:]*):([^:]*):([^:]*):([^:/]*)/.exec(text) ?? []
  const piece = (part: string, isToken: boolean) => (isToken ? tokenOf(part, part) : part)
  const head = [
    'arn:',
    piece(partition, CAPITALS.test(partition)),
    `:${service}:${region}:`,
    piece(account, CAPITALS.test(account)),
    ':',
    piece(name, isName(name)),
  ]
  const length = `arn:${partition}:${service}:${region}:${account}:${name}`.length
  return head.every((one) => typeof one === 'string') ? text : joinText([...head, text.slice(length)])
}

function tokenOf(name: string, written?: string): Token {
  const means = meaningOf(name)
  return { token: name, ...(means === null ? {} : { means }), ...(written === undefined ? {} : { written }) }
}

/** What chooses or repeats text: `%{ if … }`, `{{ if … }}`, `{{#each …}}`, `{% if … %}`, `<% if … %>`. None looks far for its end. */
const DIRECTIVES =
  /%\{[-~]?[ \t]*(?:if|else|endif|for|endfor)\b[^{}]*\}|\{\{[-~]?[ \t]*(?:[#/^]|(?:if|else|end|range|with|block|define|template)\b)[^{}]*\}\}|\{%[^%]*%\}|<%-?[ \t]*(?:if|unless|else|elsif|end|case|when|for|while|[@\w]+\.each)\b[^%]*%>/g

/** A template string as text with tokens. From its first directive to its last one it is whatever they make of it. */
export function readTemplate(text: string): Text {
  const directives = [...text.matchAll(DIRECTIVES)]
  const [first, last] = [directives[0], directives.at(-1)]
  if (first === undefined || last === undefined) return readExpressions(text)
  const end = last.index + last[0].length
  const chosen = tokenOf(text.slice(first.index, end))
  const [before, after] = [text.slice(0, first.index), text.slice(end)]
  return joinText([
    ...piecesOf(readExpressions(STRIPS_BEFORE.test(first[0]) ? before.trimEnd() : before)),
    chosen,
    ...piecesOf(readExpressions(STRIPS_AFTER.test(last[0]) ? after.trimStart() : after)),
  ])
}

/** Marks that take away the white space on their side: `${~ x ~}` of Terraform, `{{- x -}}` of Go, `{{~ x ~}}` of Handlebars. */
const STRIPS_BEFORE = /^(?:[$%]\{~|\{\{[-~]|\{%-)/
const STRIPS_AFTER = /(?:^[$%]\{[^{}]*~\}|[-~]\}\}|-%\})$/

function readExpressions(text: string): Text {
  const pieces: (string | Token)[] = []
  const openings = new Openings(text)
  let at = 0
  let strips = false
  for (let next = openings.next(0); ; next = openings.next(at)) {
    let plain = text.slice(at, next?.start)
    const whole = next === null ? '' : text.slice(next.start, next.end)
    if (strips) plain = plain.trimStart()
    if (STRIPS_BEFORE.test(whole)) plain = plain.trimEnd()
    pieces.push(plain)
    if (next === null) break
    pieces.push(next.piece)
    strips = STRIPS_AFTER.test(whole)
    at = next.end
  }
  return joinText(pieces.flatMap((piece) => (typeof piece === 'string' ? readSpelled(piece) : [piece])))
}

/** `$(…)`, `#{…}`, `<%= … %>`, `<NAME>`, `$NAME`, `__NAME__`. None of them looks far for its end. */
const SPELLED = /\$\([^()]*\)|#\{[^{}]*\}|<%[^<>]*%>|<[A-Za-z][^<>]*>|\$[A-Z][A-Z0-9_]*|__[A-Z][A-Z0-9_]*__/g

function readSpelled(text: string): readonly (string | Token)[] {
  const pieces: (string | Token)[] = []
  let at = 0
  for (const { 0: spelled, index } of text.matchAll(SPELLED)) {
    pieces.push(text.slice(at, index), tokenOf(nameIn(spelled), spelled))
    at = index + spelled.length
  }
  return [...pieces, text.slice(at)]
}

/** What stands between the marks. */
function nameIn(spelled: string): string {
  return spelled.replace(/^(?:<%[=-]?|[$#<]?[({]?|)\s*/, '').replace(/\s*(?:-?%>|[)}>])$/, '')
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

/** The expressions of a text, in their order. Each opening mark is looked for once: a text may hold very many of one. */
class Openings {
  readonly #text: string
  readonly #found: (number | null)[] = OPENINGS.map(() => -1)

  constructor(text: string) {
    this.#text = text
  }

  next(from: number): Found | null {
    let best: Found | null = null
    for (const [i, [open, close]] of OPENINGS.entries()) {
      const start = this.#startOf(i, open, from)
      if (start === null || (best !== null && start >= best.start)) continue
      const stop = this.#text.indexOf(close, start + open.length)
      if (stop === -1) {
        this.#found[i] = null
        continue
      }
      const end = stop + close.length
      const piece = pieceOf(open, this.#text.slice(start + open.length, stop), this.#text.slice(start, end))
      best = { start, end, piece }
    }
    return best
  }

  #startOf(i: number, open: string, from: number): number | null {
    const known = this.#found[i]
    if (known === null || known === undefined || known >= from) return known ?? null
    const start = this.#text.indexOf(open, from)
    this.#found[i] = start === -1 ? null : start
    return this.#found[i] ?? null
  }
}

function pieceOf(open: string, inside: string, whole: string): string | Token {
  if (open === '$${') return whole.slice(1)
  const name = inside.replace(/^[-~]|[-~]$/g, '').trim()
  if (open === '${' && POLICY_VARIABLE.test(name)) return whole
  return tokenOf(name, open === '${' ? undefined : whole)
}

function meaningOf(name: string): TokenMeaning | null {
  if (name.length > 200) return null
  if (ACCOUNT.test(name)) return 'account'
  if (PARTITION.test(name)) return 'partition'
  return namesBucketArn(name) ? 'bucket-arn' : null
}

/**
 * A leading token that is the bucket's ARN, or is followed by `/`, stands for `arn:P:s3:::` and the bucket's name. True of
 * resources only: elsewhere such a token may be a role's ARN or the start of one.
 */
function expandBucketArn(text: Text): Text {
  if (isPlain(text)) return text
  const pieces = text
  const [first, second] = pieces
  if (first === undefined || typeof first === 'string') return pieces
  const slash = typeof second === 'string' && second.startsWith('/')
  if (first.means !== 'bucket-arn' && !slash) return pieces
  return ownBucketArn(first.token, pieces.slice(1))
}
