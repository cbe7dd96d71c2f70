/** The order of two texts by code points, for `sort`: the same on every machine, whatever its language, and that of their bytes in UTF-8. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0
  if (!SURROGATE.test(a) && !SURROGATE.test(b)) return a < b ? -1 : 1
  const [left, right] = [[...a], [...b]]
  const at = left.findIndex((character, i) => character !== right[i])
  return at === -1 ? -1 : (left[at]?.codePointAt(0) ?? 0) < (right[at]?.codePointAt(0) ?? -1) ? -1 : 1
}

/** Half of a character beyond U+FFFF: by UTF-16 units it stands before U+FFFF. */
const SURROGATE = /[\ud800-\udfff]/
