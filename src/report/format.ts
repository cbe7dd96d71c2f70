import type { FailOn } from '../model/options.js'
import type { CheckResult } from '../model/report.js'

/** What a format may know besides the result. */
export interface RenderContext {
  readonly color: boolean
  readonly explain: boolean
  /** URL prefix of the rule pages, ending in `/`; null leaves the links out. */
  readonly rulePages: string | null
  readonly failOn: FailOn
}

/** A report format: the whole output as one string that ends in a newline. */
export type Format = (result: CheckResult, context: RenderContext) => string
