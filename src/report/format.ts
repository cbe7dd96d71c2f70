import type { FailOn } from '../model/options.js'
import type { CheckResult } from '../model/report.js'
import type { Annotation } from './commands.js'

/** What a format may know besides the result. */
export interface RenderContext {
  readonly color: boolean
  readonly explain: boolean
  /** One line for each finding, or all of each; absent leaves it to how many there are. */
  readonly length?: 'summary' | 'all' | undefined
  /** URL prefix of the rule pages, ending in `/`; null leaves the links out. */
  readonly rulePages: string | null
  readonly failOn: FailOn
  /** Columns of the terminal that the report is shown in; null or absent where it is not shown in one. */
  readonly width?: number | null
  /** Patterns that match no file. */
  readonly unmatched?: readonly string[]
  /** Only what a pull request changes is told: that this may be nothing is in order. */
  readonly onlyChanged?: boolean
  /** What of the checkout was annotated before it was known what is to be judged. */
  readonly told?: readonly Annotation[]
}

/** Writes a result as text that ends in a newline. */
export type Render = (result: CheckResult, context: RenderContext) => string

/** A form in which the report can be had. */
export interface ReportFormat {
  /** As `--format` takes it. */
  readonly id: string
  /** What it is for, in a few words of one line: `--help` says it. */
  readonly purpose: string
  /** True when it tells the other remedy of a finding too: making and judging that would be for nothing elsewhere. */
  readonly alternatives: boolean
  /**
   * True for what code scanning reads. It takes paths for those from the repository's root, and shows a suppressed
   * result as an open alert (github/codeql-action#1230): the Action writes it so.
   */
  readonly codeScanning: boolean
  /** True where its paths are those from the repository's root. */
  readonly rooted?: boolean
  /** Loads the format: most runs need one. */
  readonly load: () => Promise<Render>
}
