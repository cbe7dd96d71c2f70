/**
 * The text that holds a bucket policy must be read or reported (docs/semantics.md, D40): it has `Statement`,
 * `Effect` and `Principal` as keys and names S3, or a bucket policy of CloudFormation, whose ARNs functions may give.
 */
export function holdsPolicy(written: string): boolean {
  return looks(written).some(holdsWords)
}

function holdsWords(text: string): boolean {
  const isOfS3 = text.includes('s3:') || text.includes('S3::BucketPolicy')
  if (!isOfS3 || !text.includes('Statement') || !text.includes('Effect') || !text.includes('Principal')) return false
  const key = (name: string) => hasKey(text, name)
  return key('Statement') && key('Effect') && (key('Principal') || key('NotPrincipal'))
}

/** Longer than any of the words, with every letter escaped. */
const OVERLAP = 64

/**
 * Whether the words of a bucket policy stand in a text that comes in pieces, for files of which nobody makes one text. That
 * the words are keys is not looked at: any number of blanks may stand between one and its colon.
 */
export function mayHoldPolicyInPieces(pieces: Iterable<string>): boolean {
  const missing = new Set(['Statement', 'Effect', 'Principal', 's3:'])
  let before = ''
  for (const piece of pieces) {
    const text = withLetters(before + piece)
    for (const word of missing) if (text.includes(word)) missing.delete(word)
    if (missing.size === 0) return true
    before = (before + piece).slice(-OVERLAP)
  }
  return false
}

/**
 * Letters, digits, the marks in names and the backslash, with which another escape begins in a text within: JSON and YAML let
 * anybody write them as escapes, and nobody does it without a purpose. YAML joins lines between quotes whose end is escaped,
 * without the white space that the next one begins with (YAML 1.2.2, §7.3.1); the second form of such an end is that of a
 * text of YAML in one of JSON.
 */
const ESCAPED =
  /\\(?:(?:u00|x|U000000)(?:[46][1-9a-f]|[57][0-9a]|5[cf]|2[d-f]|3[0-9a])|\/|\r?\n[ \t]*|\\(?:\\r)?\\n[ \t]*)/gi

/** How the escapes begin, so that a text without any is not searched. */
const ESCAPES = ['\\u00', '\\x', '\\U', '\\/', '\\\n', '\\\r', '\\\\\\n', '\\\\\\r']

/** How tags begin that mean `!!binary`: the rest may be escaped, and a directive may give them any name. */
const OF_BASE64 = ['!!b', '!!%', '2002:b', '2002:%', '%TAG']

/** How a text begins what cannot be seen in it as it is written. */
export const UNSEEN: readonly string[] = [...ESCAPES, ...OF_BASE64]

/** Whether a text of YAML may hold a text in base64. */
export function mayHoldBase64(text: string): boolean {
  return OF_BASE64.some((start) => text.includes(start))
}

/** Escapes of escapes that are looked through. */
const MAX_ESCAPED = 4

/** Whether names may be in a text that cannot be seen in it as it is written. */
export function hasEscapedLetters(text: string): boolean {
  return ESCAPES.some((start) => text.includes(start)) && text.search(ESCAPED) !== -1
}

function letterOf(escaped: string): string {
  if (escaped === '\\/') return '/'
  const isLineEnd = /^\\[\r\n\\]/.test(escaped)
  return isLineEnd ? '' : String.fromCharCode(Number.parseInt(escaped.slice(-2), 16))
}

/** Whether a name is followed by a colon or an equals sign somewhere, quoted, escaped or bare. */
function hasKey(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
    const before = text[at - 1] ?? ' '
    if (/[\w.:-]/.test(before)) continue
    let end = at + name.length
    while (end < text.length && '\\"\' \t'.includes(text[end] ?? '')) end++
    if (text[end] === ':' || text[end] === '=') return true
  }
  return false
}

/** A text as it is written, and as it is meant where letters are escaped. */
export function looks(written: string): readonly string[] {
  return hasEscapedLetters(written) ? [written, withLetters(written)] : [written]
}

function withLetters(written: string): string {
  let text = written
  for (let i = 0; i < MAX_ESCAPED && hasEscapedLetters(text); i++) text = text.replace(ESCAPED, letterOf)
  return text
}

/** What plans, states and outputs of Terraform and states of Pulumi hold, in JSON, in a text of JSON, or in YAML. */
const SECRETS =
  /(?:after_unknown|(?:before|after|config)_sensitive|sensitive_(?:values|attributes)|resource_changes|planned_values|prior_state|output_changes|terraform_version)\\*["']?\s*:|\bsensitive\\*["']?\s*:\s*true|4dabf18193072939515e22adb298388d|additionalSecretOutputs/

/** Whether something in a text is marked as a secret, or a plan or a state is in it: no line of it is shown. */
export function mayHoldSecrets(written: string): boolean {
  return looks(written).some((text) => SECRETS.test(text))
}
