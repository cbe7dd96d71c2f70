/**
 * Characters that are not seen or that reorder what is seen: controls, bidirectional and other format characters (zero
 * width, tags, soft hyphen), half surrogate pairs, everything that Unicode lets a renderer leave out (fillers, variation
 * selectors), line and paragraph separators. Tabs, `\n` and `\r\n` do not count, nor does a variation selector that
 * belongs to an emoji: it is seen with it.
 */
const INVISIBLE =
  /(?![\t\n]|\r\n)(?!(?<=\p{Extended_Pictographic})[\ufe0e\ufe0f])(?!(?<=[0-9#*])\ufe0f\u20e3)[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u
const ALL_INVISIBLE = new RegExp(INVISIBLE.source, 'gu')

/** What the printable part of ASCII does not hold: most texts hold none of it, and the full test takes longer. */
const SUSPECT = /\r(?!\n)|[^\t\n\r\x20-\x7e]/

/** True when a text holds a character that a reader cannot see; a tab, `\n` and `\r\n` are not counted. */
export function hasInvisible(text: string): boolean {
  return SUSPECT.test(text) && INVISIBLE.test(text)
}

/** Puts something else in the place of every invisible character; tabs and line ends stay, `\r\n` becomes `\n`. */
export function replaceInvisible(text: string, replacement: (char: string) => string): string {
  return text.replaceAll('\r\n', '\n').replace(ALL_INVISIBLE, replacement)
}
