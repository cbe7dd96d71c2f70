import type { CheckOptions } from '../../src/model/options.js'
import { isStatementFinding } from '../../src/model/report.js'
import { applied, checkTree } from './check.js'

/** Files written one behind the other, each below a line `=== path`. */
export function filesIn(text: string): Readonly<Record<string, string>> {
  const [, ...pieces] = text.split(/^=== (.*)\n/m)
  const paths = pieces.filter((_, i) => i % 2 === 0)
  return Object.fromEntries(paths.map((path, i) => [path, pieces[2 * i + 1] ?? '']))
}

/** What is told of files: verdict or rule, file, address and Sid of each finding, sorted. */
export async function told(
  files: Readonly<Record<string, string>>,
  options: Partial<CheckOptions> = {},
): Promise<readonly string[]> {
  const { report } = await checkTree(files, options)
  return report.findings
    .map((one) => {
      if (!isStatementFinding(one)) return `${one.rule} ${one.location.path}`
      return `${one.verdict} ${one.location.path} ${one.policy.address} ${one.statement.sid}`
    })
    .sort()
}

/** Files with all edits of a run applied. */
export async function edited(
  files: Readonly<Record<string, string>>,
  options: Partial<CheckOptions> = {},
): Promise<Readonly<Record<string, string>>> {
  const { report } = await checkTree(files, options)
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [
      path,
      applied(
        text,
        report.findings.filter((one) => one.location.path === path),
      ),
    ]),
  )
}

/** A template in YAML with one bucket policy; `statements` are its items, without indentation. */
export function policyOf(statements: string, around = ''): string {
  const lines = statements.trim().replaceAll('\n', '\n          ')
  return `${around}
Resources:
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: acme
      PolicyDocument:
        Version: 2012-10-17
        Statement:
          ${lines}
`
}
