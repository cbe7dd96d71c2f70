import type { FailOn } from './options.js'
import { LEVEL_ORDER, type Level } from './rules.js'

/** Success or failure of a run: a pure function of the levels found and of `fail-on`. Computed before anything is posted. */
export function conclusionOf(levels: Iterable<Level>, failOn: FailOn): 'success' | 'failure' {
  if (failOn === 'never') return 'success'
  for (const level of levels) if (LEVEL_ORDER[level] <= LEVEL_ORDER[failOn]) return 'failure'
  return 'success'
}
