/**
 * Matches a path or a name against a glob: `*` any run without `/`, `**` any run, `?` one character. A pattern that
 * names a folder (`prod` or `prod/`) covers what lies below it. No regular expression, and time linear in both for each
 * wildcard, because patterns come from a file that a pull request may change.
 */
export function matchesPath(pattern: string, path: string): boolean {
  const wanted = pattern.startsWith('./') ? pattern.slice(2) : pattern
  if (match(wanted, path)) return true
  return match(`${wanted.endsWith('/') ? wanted.slice(0, -1) : wanted}/**`, path)
}

/** Matches a name without separators (a bucket, a Sid, an address): `*` any run, `?` one character. */
export function matchesName(pattern: string, name: string): boolean {
  return match(pattern.replaceAll('*', '**'), name)
}

/**
 * Reads the path once, with the positions of the pattern that are alive: steps are the product of both lengths, and a
 * pattern that is longer than the path matches it only where most of it is stars.
 */
function match(pattern: string, path: string): boolean {
  const literal = pattern.search(/[*?]/)
  if (literal === -1) return pattern === path
  if (!path.startsWith(pattern.slice(0, literal))) return false
  const symbols = [...pattern.replace(MANY_STARS, '***')]
  const subject = [...path]
  if (symbols.filter(isNeeded).length > subject.length) return false
  let live = new Uint8Array(symbols.length + 1)
  live[0] = 1
  follow(symbols, live)
  for (const char of subject) {
    const next = new Uint8Array(symbols.length + 1)
    for (const [state, symbol] of symbols.entries()) {
      if (live[state] !== 1) continue
      if (symbol === '*') {
        if (symbols[state + 1] === '*' || char !== '/') next[state] = 1
      } else if (symbol === char || (symbol === '?' && char !== '/')) next[state + 1] = 1
    }
    if (!follow(symbols, next)) return false
    live = next
  }
  return live[symbols.length] === 1
}

/** More than three stars in a row say what three say. */
const MANY_STARS = /\*{4,}/g

/** Whether a symbol takes a character of the path for sure; a slash behind stars may not. */
function isNeeded(symbol: string, at: number, symbols: readonly string[]): boolean {
  return symbol !== '*' && !(symbol === '/' && symbols[at - 1] === '*')
}

/**
 * Adds the positions that follow without reading: a star may match nothing, `**` followed by a slash also stands for no
 * folder at all. All of them are further on. Returns whether any position is alive.
 */
function follow(symbols: readonly string[], live: Uint8Array): boolean {
  let isAlive = live[symbols.length] === 1
  for (const [state, symbol] of symbols.entries()) {
    if (live[state] !== 1) continue
    isAlive = true
    if (symbol !== '*') continue
    const double = symbols[state + 1] === '*'
    live[state + (double ? 2 : 1)] = 1
    if (double && symbols[state + 2] === '/' && (state === 0 || symbols[state - 1] === '/')) live[state + 3] = 1
  }
  return isAlive
}
