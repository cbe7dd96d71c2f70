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

/** Positions of the pattern that are alive after each character of the path. */
function match(pattern: string, path: string): boolean {
  let states = closure(pattern, [0])
  for (const char of path) {
    const next: number[] = []
    for (const state of states) {
      const symbol = pattern[state]
      if (symbol === undefined) continue
      if (symbol === '*') {
        if (pattern[state + 1] === '*' || char !== '/') next.push(state)
      } else if (symbol === char || (symbol === '?' && char !== '/')) next.push(state + 1)
    }
    states = closure(pattern, next)
    if (states.size === 0) return false
  }
  return states.has(pattern.length)
}

/** A star may match nothing, `**` followed by a slash also stands for no folder at all. */
function closure(pattern: string, from: readonly number[]): Set<number> {
  const states = new Set<number>()
  const todo = [...from]
  for (let state = todo.pop(); state !== undefined; state = todo.pop()) {
    if (states.has(state)) continue
    states.add(state)
    if (pattern[state] !== '*') continue
    const double = pattern[state + 1] === '*'
    todo.push(state + (double ? 2 : 1))
    if (double && pattern[state + 2] === '/' && (state === 0 || pattern[state - 1] === '/')) todo.push(state + 3)
  }
  return states
}
