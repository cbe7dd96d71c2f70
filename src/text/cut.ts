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
  // Whether a character begins somewhere depends only on what stands before that place and on its first code point.
  const near = text.slice(0, end + 2)
  const start = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(near).containing(end)?.index ?? end
  return `${text.slice(0, start > 0 ? start : codePointStart(text, end))}…`
}

/** A single character may be longer than any limit, with accents without end; then it is cut between those. */
function codePointStart(text: string, at: number): number {
  const code = text.charCodeAt(at)
  const before = text.charCodeAt(at - 1)
  return code >= 0xdc00 && code <= 0xdfff && before >= 0xd800 && before <= 0xdbff ? at - 1 : at
}
