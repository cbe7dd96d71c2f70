import { type FailOn, fails } from '../model/options.js'
import type { Level } from '../model/rules.js'

/** Success or failure of a run: a pure function of the levels found and of `fail-on`. Computed before anything is posted. */
export function conclusionOf(levels: Iterable<Level>, failOn: FailOn): 'success' | 'failure' {
  for (const level of levels) if (fails(level, failOn)) return 'failure'
  return 'success'
}
