/**
 * The known word that a mistyped one was probably meant to be, or null when none is close: at most two slips, and
 * fewer than half of its letters.
 */
export function closest(word: string, known: readonly string[]): string | null {
  if (word.length > 64) return null
  const wanted = word.toLowerCase().replaceAll('_', '-')
  let best: string | null = null
  let bestDistance = 3
  for (const candidate of known) {
    const distance = slips(wanted, candidate.toLowerCase())
    if (distance < bestDistance && distance * 2 < candidate.length) {
      best = candidate
      bestDistance = distance
    }
  }
  return best
}

/** A sentence tail for an unknown word: what is allowed, and what was probably meant. */
export function allowed(word: string, known: readonly string[]): string {
  const near = closest(word, known)
  return `${near === null ? '' : `did you mean "${near}"? `}allowed: ${known.join(', ')}`
}

/** Levenshtein distance. */
function slips(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      row.push(Math.min(change, (previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
    previous = row
  }
  return previous[b.length] ?? 0
}
