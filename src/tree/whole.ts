/**
 * Whether every name and text in JSON is in the value that was parsed of it, so that no member hides another one. Each has
 * two quotes in the text: the text has more of them where one is hidden, and where some are escaped or in a comment. False as
 * well for what nests deeper than any policy.
 */
export function isWhole(value: unknown, text: string): boolean {
  let quotes = 0
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) === 0x22) quotes++
  return quotes === 2 * textsIn(value, 0)
}

/** How many names and texts a value has; NaN for what nests too deeply. */
function textsIn(value: unknown, depth: number): number {
  if (typeof value === 'string') return 1
  if (typeof value !== 'object' || value === null) return 0
  if (depth === MAX_WHOLE) return Number.NaN
  let count = 0
  if (Array.isArray(value)) for (const one of value) count += textsIn(one, depth + 1)
  else for (const one of Object.values(value)) count += 1 + textsIn(one, depth + 1)
  return count
}

/** A policy needs about eight levels, what is around it some more. */
const MAX_WHOLE = 100
