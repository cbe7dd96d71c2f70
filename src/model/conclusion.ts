import { type FailOn, fails } from './options.js'
import type { Report } from './report.js'
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
