import type { AssumptionId } from '../iam/reason.js'
import { ASSUMPTIONS } from '../model/assumptions.js'
import { outcomeOf } from '../model/conclusion.js'
import type { CheckOptions } from '../model/options.js'
import type { Assumption, Finding, IgnoredFinding, Report } from '../model/report.js'
import { LEVEL_ORDER } from '../model/rules.js'
import { VERSION } from '../model/tool.js'
import { compareText } from '../text/compare.js'
import type { Judgement } from './judgement.js'

/** What the steps before found. */
export interface Results {
  readonly files: number
  readonly judged: Judgement
  readonly findings: readonly Finding[]
  readonly ignored: readonly IgnoredFinding[]
  readonly unread: Report['unread']
  /** What was named could not be checked, or a bug showed on some file: such a check has not passed. */
  readonly hasFailed: boolean
}

/** Puts findings in order, counts them, and says by them whether the check passed. */
export function report(
  { files, judged, ignored, unread, findings: found, hasFailed }: Results,
  { failOn }: CheckOptions,
): Report {
  const findings = [...found].sort(inOrder)
  const { conclusion, counts } = outcomeOf(findings, failOn)
  return {
    version: 1,
    tool: { name: 'clumio-policy-check', version: VERSION },
    conclusion: hasFailed ? 'failure' : conclusion,
    summary: {
      files,
      policies: judged.policies,
      statements: judged.statements,
      ...counts,
      ignored: ignored.length,
      outOfScope: judged.outOfScope,
    },
    assumptions: counted(judged.assumptions),
    findings,
    ignored: [...ignored].sort(inOrder),
    unread,
    notes: [...new Set(judged.notes)],
  }
}

function counted(ids: readonly AssumptionId[]): readonly Assumption[] {
  return [...new Set(ids)].sort(compareText).map((id) => ({
    id,
    text: ASSUMPTIONS[id],
    policies: ids.filter((one) => one === id).length,
  }))
}

/** By path, line, column, then the worse level, then the rule: the same order in every output. */
function inOrder(a: Finding, b: Finding): number {
  return (
    compareText(a.location.path, b.location.path) ||
    a.location.startLine - b.location.startLine ||
    a.location.startColumn - b.location.startColumn ||
    LEVEL_ORDER[a.level] - LEVEL_ORDER[b.level] ||
    compareText(a.rule, b.rule) ||
    compareText(a.fingerprint, b.fingerprint)
  )
}
