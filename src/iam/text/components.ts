import { endsInRun, matchSymbols, type Symbols } from './glob.js'
import { and, type Tri } from './tri.js'

const COLON = ':'.charCodeAt(0)

/** Whether each pattern matches the component in its place. */
export function headMatches(patterns: readonly Symbols[], components: readonly Symbols[]): Tri {
  return patterns.map((part, i) => matchSymbols(part, components[i] ?? [])).reduce(and, 'T')
}

/** Whether the patterns can cover the first five components in order, those that end in `*` several of them. */
export function spans(patterns: readonly Symbols[], components: readonly Symbols[]): boolean {
  let ends = new Set([0])
  for (const pattern of patterns) {
    const next = new Set<number>()
    for (const from of ends) {
      const last = endsInRun(pattern) ? 5 : Math.min(from + 1, 5)
      for (let to = from + 1; to <= last; to++) {
        const covered = components.slice(from, to).flatMap((part, i) => (i === 0 ? part : [COLON, ...part]))
        if (matchSymbols(pattern, covered) !== 'F' && !crossesEarly(pattern, components.slice(from, to))) next.add(to)
      }
    }
    ends = next
  }
  return ends.has(5)
}

/** Only the last character of a segment runs on: what stands before it matches within the first component. */
function crossesEarly(pattern: Symbols, [first = [], ...others]: readonly Symbols[]): boolean {
  return others.length > 0 && matchSymbols(pattern, first) === 'F'
}
