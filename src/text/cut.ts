/** What a sentence holds of somebody else's text, for a reader to recognise it. */
const IN_A_SENTENCE = 120

/**
 * The text as at most `limit` UTF-16 units, with an ellipsis when something was left out. No character that a reader
 * sees as one is cut in two: neither a surrogate pair nor a letter from its accents (Unicode Standard Annex 29). Texts of
 * policies have no bound; sentences and pages do.
 */
export function cut(text: string, limit = IN_A_SENTENCE): string {
  if (text.length <= limit) return text
  const end = Math.max(0, limit - 1)
  return `${text.slice(0, startsCharacter(text, end) ? end : characterStart(text, end))}…`
}

/** Below the combining marks every unit is a character of its own, but for the end of a line. */
const FIRST_COMBINING = 0x300

/** True where a character certainly starts; the usual case, for which Unicode's tables need not be loaded. */
function startsCharacter(text: string, at: number): boolean {
  const isPlain = (unit: number) => unit < FIRST_COMBINING && unit !== 0x0a && unit !== 0x0d
  return at === 0 || (isPlain(text.charCodeAt(at)) && isPlain(text.charCodeAt(at - 1)))
}

/** Where the character starts that a unit is part of. */
function characterStart(text: string, at: number): number {
  // Whether a character begins somewhere depends only on what stands before that place and on its first code point.
  const near = text.slice(0, at + 2)
  const start = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(near).containing(at)?.index ?? at
  return start > 0 ? start : codePointStart(text, at)
}

/** A single character may be longer than any limit, with accents without end; then it is cut between those. */
function codePointStart(text: string, at: number): number {
  const code = text.charCodeAt(at)
  const before = text.charCodeAt(at - 1)
  return code >= 0xdc00 && code <= 0xdfff && before >= 0xd800 && before <= 0xdbff ? at - 1 : at
}
