/**
 * What an unreadable stretch of a string is known to be. `account` and `partition` are those of the bucket; `this-bucket` is
 * the name of the bucket whose policy it is, while a `bucket-name` may be that of another one;
 * `other-principal` is an identity of the same template that is certainly not the Clumio role.
 */
export type TokenMeaning = 'bucket-arn' | 'bucket-name' | 'this-bucket' | 'account' | 'partition' | 'other-principal'

/**
 * A stretch of a string that the file does not spell out: an intrinsic function, a template expression, a value known
 * only after apply. Two tokens with the same `token` stand for the same value, where `only` and `vague` do not say less.
 */
export interface Token {
  readonly token: string
  readonly means?: TokenMeaning
  /** How the file spells it, where that is not `${token}`. */
  readonly written?: string
  /** The role's name where it stands for one by id or ARN: that role may be the configured one. */
  readonly named?: string
  /** It stands for the ARN of the role that is there under that name. */
  readonly is?: 'role-arn'
  /**
   * What it can hold: the 12 digits of an account, the rest of an organization's id (10 to 32 lower-case letters or
   * digits), or characters of a name (neither `:` nor `/`); anything where it does not say.
   */
  readonly holds?: 'digits' | 'organization' | 'name'
  /**
   * The account that it is about, as a text that stands for that account: what it means holds where the policy's bucket is in
   * the same one.
   */
  readonly inAccount?: string
  /** Where the same words stand for several values, as within a loop: for the same one with the same symbol only. */
  readonly only?: symbol
  /** Its words name no value at all, as "a number" does: it stands for the same value as no other token. */
  readonly vague?: true
}

/** A token as the policy of a bucket in an account means it: what it says of another account is not known. */
export function seenFrom(account: string, { inAccount, ...token }: Token): Token {
  if (inAccount === undefined || inAccount === account) return token
  const { token: words, only, vague } = token
  return { token: words, ...(only === undefined ? {} : { only }), ...(vague === undefined ? {} : { vague }) }
}

/** Whether two tokens stand for the same value for certain. */
export function isSameToken(one: Token, other: Token): boolean {
  return one.token === other.token && one.only === other.only && one.vague !== true && other.vague !== true
}

/** A string of a policy: plain, or in pieces where some are not known. */
export type Text = string | readonly (string | Token)[]

export function isPlain(text: Text): text is string {
  return typeof text === 'string'
}

/** The single token that a text consists of, or null. */
export function wholeToken(text: Text): Token | null {
  if (isPlain(text) || text.length !== 1) return null
  const [piece] = text
  return piece === undefined || typeof piece === 'string' ? null : piece
}

/** Joins pieces, merging neighbouring strings; the result is a plain string when no token is left. */
export function joinText(pieces: readonly (string | Token)[]): Text {
  const merged: (string | Token)[] = []
  for (const piece of pieces) {
    const last = merged.at(-1)
    if (typeof piece === 'string' && typeof last === 'string') merged[merged.length - 1] = last + piece
    else if (piece !== '') merged.push(piece)
  }
  if (merged.length === 0) return ''
  const [only] = merged
  return merged.length === 1 && typeof only === 'string' ? only : merged
}

/**
 * Several texts of which one is meant, where they are one ARN in different partitions: that ARN in the bucket's own, since
 * no other can be meant (docs/semantics.md, D12). Null for any other choice.
 */
export function choiceOfPartitions(texts: readonly (Text | null)[]): Text | null {
  const [first, ...others] = texts.map(withoutPartition)
  if (first === undefined || first === null || others.length === 0) return null
  if (!others.every((one) => one !== null && isSameText(one, first))) return null
  const rest = piecesOf(first)
  return joinText(['arn:', { token: 'partition', means: 'partition' }, ...rest])
}

/** `arn:aws:s3:::b` → `:s3:::b` */
function withoutPartition(text: Text | null): Text | null {
  if (text === null) return null
  const [head] = piecesOf(text)
  const start = typeof head === 'string' ? /^arn:[a-z-]+(?=:)/.exec(head)?.[0] : undefined
  return start === undefined ? null : sliceText(text, start.length, lengthOf(text))
}

/** Whether two texts are the same for certain. */
export function isSameText(one: Text, other: Text): boolean {
  const [pieces, others] = [piecesOf(one), piecesOf(other)]
  return pieces.length === others.length && pieces.every((piece, i) => isSamePiece(piece, others[i] ?? ''))
}

function isSamePiece(one: string | Token, other: string | Token): boolean {
  if (typeof one === 'string' || typeof other === 'string') return one === other
  return isSameToken(one, other)
}

/** A text as a list of its pieces. */
export function piecesOf(text: Text): readonly (string | Token)[] {
  return isPlain(text) ? [text] : text
}

/** The length of a text, in which every token counts as one character. */
export function lengthOf(text: Text): number {
  return isPlain(text)
    ? text.length
    : text.reduce((sum, piece) => sum + (typeof piece === 'string' ? piece.length : 1), 0)
}

/** Part of a text, by positions in which every token counts as one character. */
export function sliceText(text: Text, from: number, to: number): Text {
  if (isPlain(text)) return text.slice(from, to)
  const pieces: (string | Token)[] = []
  let at = 0
  for (const piece of text) {
    const length = typeof piece === 'string' ? piece.length : 1
    if (typeof piece === 'string') pieces.push(piece.slice(Math.max(0, from - at), Math.max(0, to - at)))
    else if (at >= from && at < to) pieces.push(piece)
    at += length
  }
  return joinText(pieces)
}

/** Whether an expression is called after the ARN of a bucket. */
export function namesBucketArn(name: string): boolean {
  return name.length <= 200 && /(?:bucket|s3)\w*[._-]?arn$/i.test(name)
}

/** The ARN of the bucket whose policy it is, for an expression that stands for it whole, with what follows. */
export function ownBucketArn(token: string, rest: readonly (string | Token)[]): Text {
  const own: Token = { token, means: 'this-bucket' }
  return joinText(['arn:', { token: 'partition', means: 'partition' }, ':s3:::', own, ...rest])
}

/** The text for a reader, tokens as they are written, else as `${…}`. */
export function display(text: Text): string {
  if (isPlain(text)) return text
  return text.map((piece) => (typeof piece === 'string' ? piece : (piece.written ?? `\${${piece.token}}`))).join('')
}

/** What of a text the file does not spell out, for a reader: each expression once, as it is written; all of a plain one. */
export function openParts(text: Text): string {
  if (isPlain(text)) return text
  const tokens = text.filter((piece) => typeof piece !== 'string')
  // The account of the bucket is asked for by itself.
  const own = tokens.filter(({ token, holds }) => token !== 'account' || holds === undefined)
  return [...new Set((own.length > 0 ? own : tokens).map((token) => display([token])))].join('" and "')
}

/** Maps every string piece and keeps the tokens. */
export function mapStrings(text: Text, change: (piece: string) => string): Text {
  return isPlain(text) ? change(text) : text.map((piece) => (typeof piece === 'string' ? change(piece) : piece))
}

/** Puts known values in the place of tokens with a meaning. */
export function substitute(text: Text, known: (token: Token) => Text | null): Text {
  if (isPlain(text)) return text
  const pieces: (string | Token)[] = []
  for (const piece of text) {
    const value = typeof piece === 'string' ? piece : (known(piece) ?? piece)
    if (typeof value === 'string' || 'token' in value) pieces.push(value)
    else for (const one of value) pieces.push(one)
  }
  return joinText(pieces)
}
