import { type CheckResult, type Finding, type Fix, isStatementFinding, type PolicyRef } from '../model/report.js'

/** The result with every path mapped. */
export function mapPaths(result: CheckResult, map: (path: string) => string): CheckResult {
  const mapFix = (fix: Fix): Fix => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit, path: map(edit.path) })) })
  const orNull = (path: string | null) => (path === null ? null : map(path))
  const mapRef = (policy: PolicyRef): PolicyRef => ({ ...policy, path: map(policy.path), root: orNull(policy.root) })
  const mapFinding = (finding: Finding): Finding => {
    const common = {
      location: { ...finding.location, path: map(finding.location.path) },
      fix: finding.fix === null ? null : mapFix(finding.fix),
    }
    if (finding.policy === null) return { ...finding, ...common }
    const policy = mapRef(finding.policy)
    if (!isStatementFinding(finding)) return { ...finding, ...common, policy }
    return {
      ...finding,
      ...common,
      policy,
      alternative: finding.alternative === null ? null : mapFix(finding.alternative),
    }
  }
  const { report } = result
  return {
    report: {
      ...report,
      context: { ...report.context, root: orNull(report.context.root) },
      findings: report.findings.map(mapFinding),
      ignored: report.ignored.map((each) => ({
        ...each,
        location: { ...each.location, path: map(each.location.path) },
        policy: mapRef(each.policy),
      })),
      ...(report.changed === undefined
        ? {}
        : { changed: report.changed.map((each) => ({ ...each, path: map(each.path) })) }),
      unread: report.unread.map((each) => ({ ...each, path: map(each.path) })),
    },
    texts: new Map([...result.texts].map(([path, text]) => [map(path), text])),
    explanations: result.explanations.map((each) => ({ ...each, path: map(each.path) })),
    ...(result.bytes === undefined ? {} : { bytes: result.bytes }),
  }
}
