import type { CheckResult, Finding, IgnoredFinding, Report, StatementFinding } from '../../src/model/report.js'

/** Results made by hand: what a format gets. */

export const POLICY = `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "DenyOutsideVpc",
      "Effect": "Deny",
      "Principal": "*",
      "Action": "s3:*",
      "Resource": ["arn:aws:s3:::data", "arn:aws:s3:::data/*"],
      "Condition": { "StringNotEquals": { "aws:SourceVpc": "vpc-1" } }
    }
  ]
}
`

export function statementFinding(change: Partial<StatementFinding> = {}): StatementFinding {
  return {
    rule: 'deny-blocks-clumio',
    level: 'error',
    message: 'Deny statement "DenyOutsideVpc" denies s3:GetObject to the Clumio role.',
    fingerprint: 'f1',
    cause: null,
    location: { path: 'a.json', startLine: 7, startColumn: 7, endLine: 7, endColumn: 23 },
    policy: {
      source: 'policy-json',
      path: 'a.json',
      pointer: '/Statement/0',
      address: null,
      bucket: 'data',
      root: null,
      account: null,
      region: null,
    },
    statement: { index: 0, sid: 'DenyOutsideVpc' },
    verdict: 'blocked',
    scope: 'all',
    blocked: ['one', 'two', 'three'].map((session) => ({
      session,
      feature: 'backup',
      actions: ['s3:GetObject', 's3:GetObjectVersion', 's3:ListBucket', 's3:ListBucketVersions', 's3:GetObjectTagging'],
    })),
    undecided: [],
    because: ['Principal "*" includes the Clumio role', 'StringNotEquals aws:SourceVpc holds for calls from elsewhere'],
    deciding: 'StringNotEquals aws:SourceVpc holds for calls from elsewhere',
    assumptions: ['A1'],
    missing: [],
    alternative: null,
    roles: [{ arn: 'arn:aws:iam::111122223333:role/clumio/R', origin: 'configuration' }],
    fix: {
      remedy: 'not-principal',
      title: 'Exempt the Clumio role with NotPrincipal',
      applicability: 'edit',
      note: "The account's root user becomes exempt as well.",
      text: null,
      edits: [
        {
          path: 'a.json',
          startLine: 7,
          endLine: 7,
          replacement: '      "NotPrincipal": {\n        "AWS": ["arn:aws:iam::111122223333:root"]\n      },',
        },
      ],
    },
    fixUnavailable: null,
    ...change,
  }
}

export function undecidedFinding(change: Partial<StatementFinding> = {}): StatementFinding {
  return statementFinding({
    rule: 'deny-may-block-clumio',
    level: 'warning',
    message: 'Whether Deny statement 2 blocks Clumio depends on the organization.',
    fingerprint: 'f2',
    cause: null,
    statement: { index: 1, sid: null },
    verdict: 'undecided',
    blocked: [],
    undecided: [{ session: 'one', feature: 'restore', actions: ['s3:PutObject'] }],
    missing: [
      {
        id: 'aws:principalorgid',
        text: 'the organization of the account (aws:PrincipalOrgID)',
        ask: 'the administrator',
        configuration: '"context": { "aws:PrincipalOrgID": "o-…" }',
      },
    ],
    fix: null,
    ...change,
  })
}

/** A finding on a statement that an entry of the configuration ignores. */
export function ignoredFinding(change: Partial<IgnoredFinding & StatementFinding> = {}): IgnoredFinding {
  return { ...statementFinding(), fix: null, reason: 'logs', expires: '2027-01-31', ...change } as IgnoredFinding
}

export function expiredIgnore(): Finding {
  return {
    rule: 'expired-ignore',
    level: 'warning',
    message: 'This ignore entry expired on 2026-01-31.',
    fingerprint: 'f3',
    cause: null,
    location: { path: 'conf.jsonc', startLine: 2, startColumn: 3, endLine: 4, endColumn: 4 },
    policy: null,
    fix: null,
    fixUnavailable: null,
  }
}

export function resultOf(
  findings: readonly Finding[],
  change: Partial<Report> = {},
  texts = { 'a.json': POLICY },
): CheckResult {
  const count = (level: Finding['level']) => findings.filter((finding) => finding.level === level).length
  return {
    report: {
      version: 1,
      tool: { name: 'clumio-policy-check', version: '0.0.0' },
      conclusion: count('error') > 0 ? 'failure' : 'success',
      summary: {
        files: 3,
        policies: 2,
        statements: 5,
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
      ...change,
    },
    texts: new Map(Object.entries(texts)),
    explanations: [],
  }
}
