/**
 * The text that holds a bucket policy must be read or reported (docs/semantics.md, D40): it has `Statement`,
 * `Effect` and `Principal` as keys and names S3.
 */
export function holdsPolicy(written: string): boolean {
  const text = hasEscapedLetters(written) ? written.replace(ESCAPED, letterOf) : written
  if (!text.includes('Statement') || !text.includes('Effect') || !text.includes('Principal')) return false
  if (!text.includes('s3:')) return false
  const key = (name: string) => hasKey(text, name)
  return key('Statement') && key('Effect') && (key('Principal') || key('NotPrincipal'))
}

/** Letters, digits and the colon, which JSON lets anybody write as escapes; nobody does it without a purpose. */
const ESCAPED = /\\u00(?:[46][1-9a-f]|[57][0-9a]|3[0-9a])/gi

/** Whether names may be in a text that cannot be seen in it as it is written. */
export function hasEscapedLetters(text: string): boolean {
  return text.includes('\\u00') && text.search(ESCAPED) !== -1
}

function letterOf(escaped: string): string {
  return String.fromCharCode(Number.parseInt(escaped.slice(2), 16))
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

/** How deep a document with a policy may nest; a policy needs about eight levels, a template around it some more. */
const MAX_DEPTH = 200

/**
 * Whether a value nests deeper than any document does: what walks it later recurses, and must not run out. A text with
 * few brackets need not be looked at.
 */
export function nestsTooDeeply(root: unknown, text: string): boolean {
  if (count(text, '{') + count(text, '[') <= MAX_DEPTH) return false
  let level: readonly unknown[] = [root]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return true
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value) : []))
  }
  return false
}

function count(text: string, character: string): number {
  let found = 0
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) found++
  return found
}
