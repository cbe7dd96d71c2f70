import type { CheckResult, Finding, Fix } from '../model/report.js'

/** The result with every path mapped. */
export function mapPaths(result: CheckResult, map: (path: string) => string): CheckResult {
  const mapFix = (fix: Fix): Fix => ({ ...fix, edits: fix.edits.map((edit) => ({ ...edit, path: map(edit.path) })) })
  const mapFinding = (finding: Finding): Finding => {
    const common = {
      location: { ...finding.location, path: map(finding.location.path) },
      fix: finding.fix === null ? null : mapFix(finding.fix),
    }
    if (finding.policy === null) return { ...finding, ...common }
    const policy = { ...finding.policy, path: map(finding.policy.path) }
    if (!('statement' in finding)) return { ...finding, ...common, policy }
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
      findings: report.findings.map(mapFinding),
      ignored: report.ignored.map((each) => ({
        ...each,
        location: { ...each.location, path: map(each.location.path) },
        policy: { ...each.policy, path: map(each.policy.path) },
      })),
      ...(report.changed === undefined
        ? {}
        : { changed: report.changed.map((each) => ({ ...each, path: map(each.path) })) }),
      unread: report.unread.map((each) => ({ ...each, path: map(each.path) })),
    },
    texts: new Map([...result.texts].map(([path, text]) => [map(path), text])),
    explanations: result.explanations.map((each) => ({ ...each, path: map(each.path) })),
  }
}
