import type { CheckOptions } from './model/options.js'
import type { CheckResult } from './model/report.js'
import type { Lookup, Source } from './text/source.js'

/** What the shells may listen to while a long check runs. */
export interface CheckHooks {
  /** Collect an explanation for every Deny statement judged, not only for those with a finding. */
  readonly explain?: boolean
  /** Called after each file. */
  readonly progress?: (filesDone: number) => void
}

/** The whole check: files → documents → policies → verdicts → findings → report. */
export async function check(
  _sources: Iterable<Source>,
  _lookup: Lookup,
  _options: CheckOptions,
  _hooks: CheckHooks = {},
): Promise<CheckResult> {
  throw new Error('in the making')
}
