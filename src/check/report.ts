import type { AssumptionId } from '../iam/reason.js'
import { ASSUMPTIONS } from '../model/assumptions.js'
import { outcomeOf } from '../model/conclusion.js'
import type { CheckOptions, RunIdentity } from '../model/options.js'
import type { Assumption, Finding, IgnoredFinding, Report } from '../model/report.js'
import { LEVEL_ORDER } from '../model/rules.js'
import { VERSION } from '../model/tool.js'
import { compareText } from '../text/compare.js'
import type { Unit } from '../units/unit.js'
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
  readonly roots: PlanRoots
}

/** The folders of the root modules of plans by the paths of the plans; null where a file's plans are of several, or of none that is known. */
export type PlanRoots = ReadonlyMap<string, string | null>

export function planRoots(units: readonly Unit[]): PlanRoots {
  const roots = new Map<string, string | null>()
  for (const unit of units) {
    if (unit.kind !== 'plan') continue
    const root = unit.root === '' ? '.' : unit.root
    const isOther = roots.has(unit.path) && roots.get(unit.path) !== root
    roots.set(unit.path, isOther ? null : root)
  }
  return roots
}

/** A finding with the root module of the plan that it was read from. */
export function withRoot<F extends Finding>(finding: F, roots: PlanRoots): F {
  const { policy } = finding
  if (policy === null || policy.root !== null) return finding
  return { ...finding, policy: { ...policy, root: roots.get(policy.path) ?? null } }
}

/** Puts findings in order, counts them, and says by them whether the check passed. */
export function report(
  { files, judged, ignored, unread, findings: found, hasFailed, roots }: Results,
  { failOn, run = NOBODY, levels }: CheckOptions,
): Report {
  const untold = levels['deny-blocks-clumio'] === 'off'
  const [root = null, ...others] = new Set(roots.values())
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
    context: { ...run, root: others.length === 0 ? root : null },
    assumptions: counted(judged.assumptions),
    findings,
    ignored: [...ignored].sort(inOrder),
    unread,
    ...(untold ? ({ blocksUntold: true } as const) : {}),
    notes: [...new Set([...judged.notes, ...(untold ? [UNTOLD] : [])])],
  }
}

const UNTOLD =
  'The rule deny-blocks-clumio is off in the configuration: Deny statements that block Clumio are not told.'

const NOBODY: RunIdentity = { repository: null, commit: null, id: () => 'unnamed' }

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
