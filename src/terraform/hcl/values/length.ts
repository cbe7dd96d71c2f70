import { joinText, type Text, type Token } from '../../../iam/text/text.js'

/**
 * Characters of a text that an expression makes. A policy has 20 KB; texts that are put into each other grow by a factor
 * with each line, and what is longer than this is not followed.
 */
export const MAX_MADE = 1024 * 1024

/** How many characters a token counts as: no text of which so much is not known says anything. */
const PER_TOKEN = 256

/** The length of a text as a reader would see it, about. */
export function sizeOf(text: Text): number {
  return typeof text === 'string' ? text.length : sumOf(text)
}

function sumOf(pieces: readonly (string | Token)[]): number {
  return pieces.reduce((sum, piece) => sum + (typeof piece === 'string' ? piece.length : PER_TOKEN), 0)
}

/** Joins pieces to a text; null where it would be too long. */
export function joinWithin(pieces: readonly (string | Token)[]): Text | null {
  return sumOf(pieces) > MAX_MADE ? null : joinText(pieces)
}
