import type { Placement } from '../../src/github/comments/placement.js'
import type { CheckResult, Finding, Fix, LineEdit, Report, StatementFinding } from '../../src/model/report.js'

/** Literal findings and reports for tests of what shows or places them. */

export const ROLE = 'arn:aws:iam::123456789012:role/clumio/ClumioRole-us-west-2-831e8db1-7a77-4550-b2a4-838aa526b8df'

export function edit(path: string, startLine: number, endLine: number, replacement: string): LineEdit {
  return { path, startLine, endLine, replacement }
}

export function fix(edits: readonly LineEdit[], more: Partial<Fix> = {}): Fix {
  return {
    remedy: 'not-principal',
    title: 'Exempt Clumio with NotPrincipal',
    applicability: 'edit',
    note: '',
    text: null,
    edits,
    ...more,
  }
}

type Where = { path?: string; lines?: readonly [number, number]; bucket?: string | null; address?: string | null }

export function blocking(where: Where = {}, more: Partial<StatementFinding> = {}): StatementFinding {
  const { path = 'policy.json', lines = [1, 1], bucket = 'hd-test', address = null } = where
  return {
    rule: 'deny-blocks-clumio',
    level: 'error',
    message: `The Deny statement blocks Clumio on ${bucket ?? 'a bucket'}.`,
    fingerprint: `fp-${path}-${lines[0]}-${bucket}-${address}`,
    cause: null,
    location: { path, startLine: lines[0], startColumn: 1, endLine: lines[1], endColumn: 2 },
    policy: {
      source: 'policy-json',
      path,
      pointer: `/Statement/${lines[0] - 1}`,
      address,
      bucket,
      root: null,
      account: null,
      region: null,
    },
    statement: { index: lines[0] - 1, sid: 'Access-to-specific-VPC-only' },
    verdict: 'blocked',
    scope: 'all',
    blocked: [
      { session: 'daebaksrv-S3Backup', feature: 'backup', actions: ['s3:GetObject', 's3:ListBucket'] },
      { session: 'Ingestion-ingesttool', feature: 'inventory', actions: ['s3:GetBucketLocation'] },
    ],
    undecided: [],
    because: ['the statement denies everyone', 'aws:SourceVpc is not vpc-5680e03d in requests of Clumio'],
    deciding: 'aws:SourceVpc is not vpc-5680e03d in requests of Clumio',
    assumptions: ['A1', 'A2'],
    missing: [],
    alternative: null,
    roles: [{ arn: ROLE, origin: 'the input clumio-role-id' }],
    fix: null,
    fixUnavailable: null,
    ...more,
  }
}

export function undecided(where: Where = {}, more: Partial<StatementFinding> = {}): StatementFinding {
  return blocking(where, {
    rule: 'deny-may-block-clumio',
    level: 'warning',
    verdict: 'undecided',
    blocked: [],
    undecided: [{ session: 'daebaksrv-S3Backup', feature: 'backup', actions: ['s3:GetObject'] }],
    because: ['whether aws:PrincipalOrgID is o-1 is not known'],
    deciding: 'whether aws:PrincipalOrgID is o-1 is not known',
    missing: [
      {
        id: 'aws:principalorgid',
        text: "the id of the role's organization is not known",
        ask: 'the administrator',
        configuration: '"context": { "aws:PrincipalOrgID": "o-…" }',
      },
    ],
    ...more,
  })
}

export function report(findings: readonly Finding[], more: Partial<Report> = {}): Report {
  const count = (level: string) => findings.filter((finding) => finding.level === level).length
  return {
    version: 1,
    tool: { name: 'clumio-policy-check', version: '0.0.0' },
    conclusion: count('error') > 0 ? 'failure' : 'success',
    summary: {
      files: 1,
      policies: 1,
      statements: 1,
      errors: count('error'),
      warnings: count('warning'),
      notices: count('notice'),
      ignored: 0,
      outOfScope: 0,
    },
    context: { repository: null, commit: null, root: null, id: () => 'job' },
    assumptions: [],
    findings,
    ignored: [],
    unread: [],
    notes: [],
    ...more,
  }
}

export function result(
  findings: readonly Finding[],
  texts: Readonly<Record<string, string>> = {},
  more: Partial<Report> = {},
): CheckResult {
  return { report: report(findings, more), texts: new Map(Object.entries(texts)), explanations: [] }
}

/** How many findings a plan holds; equal to how many it was made from. */
export function countPlaced(plan: Placement): number {
  const inThreads = plan.threads.reduce((sum, thread) => sum + thread.findings.length, 0)
  return inThreads + plan.summary.length + plan.jobSummary.length
}
