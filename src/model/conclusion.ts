import { UserError } from './errors.js'
import { type FailOn, fails } from './options.js'
import type { CheckResult, Report } from './report.js'
import type { Level } from './rules.js'

/** What a list of findings comes to: success or failure, and how many there are of each level. */
export interface Outcome {
  readonly conclusion: Report['conclusion']
  readonly counts: Pick<Report['summary'], 'errors' | 'warnings' | 'notices'>
}

/** A pure function of the levels found and of `fail-on`; computed before anything is posted. */
export function outcomeOf(findings: readonly { readonly level: Level }[], failOn: FailOn): Outcome {
  const count = (level: Level) => findings.filter((finding) => finding.level === level).length
  return {
    conclusion: findings.some(({ level }) => fails(level, failOn)) ? 'failure' : 'success',
    counts: { errors: count('error'), warnings: count('warning'), notices: count('notice') },
  }
}

/** What was named and was not checked: files that could not be opened, and whatever must be a plan and is no whole one. */
export function namedErrors(
  { unopened = [], mistakes = [] }: CheckResult,
  named: ReadonlySet<string>,
): readonly UserError[] {
  const told = new Set(mistakes.map(({ path }) => path))
  const others = unopened.filter(({ path }) => named.has(path) && !told.has(path))
  return [...others, ...mistakes].map(({ path, reason }) => new UserError(reason, { path }))
}

/** That no policy was judged, where somebody demands one. */
export function requiredProblems(
  { requirePolicies }: { readonly requirePolicies: boolean },
  { report }: Pick<CheckResult, 'report'>,
): readonly UserError[] {
  const isMissing = requirePolicies && report.summary.policies === 0
  return isMissing ? [new UserError('no bucket policy was judged, and require-policies demands one')] : []
}

/** What could not be checked fails a run, and its report says so. */
export function failed(result: CheckResult): CheckResult {
  return { ...result, report: { ...result.report, conclusion: 'failure' } }
}
