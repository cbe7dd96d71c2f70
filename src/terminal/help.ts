import { CONFIG_PATH, DEFAULT_FILES } from '../config/defaults.js'
import type { ReportFormat } from '../report/format.js'

/**
 * The text of `--help`.
 *
 * @param formats those that `--format` knows, the default first
 */
export function helpText(formats: readonly ReportFormat[]): string {
  return `clumio-policy-check: which Deny statements of S3 bucket policies lock out the Clumio backup role

Usage
  clumio-policy-check [options] [files, directories or globs...]
  clumio-policy-check fix [options] -
  clumio-policy-check learn [options] -

  Without files, all of these below the working directory are read:
    ${listed(DEFAULT_FILES.endings.map((ending) => `*.${ending}`))}
  outside of ${listed(DEFAULT_FILES.ignoredFolders)}, lock files left out.
  A directory stands for the same files below it, a leading ! takes files away, and - is standard input.
  What a file is gets decided by its content; Terraform without a plan is judged from its sources, by root modules.

  fix - reads one policy from standard input, bare or in what a tool printed, and prints it corrected, as
  put-bucket-policy takes it; the report goes to stderr.

  learn - reads CloudTrail events and prints, as a configuration, what the role's requests that succeeded prove of its
  sessions and context. The role is that of the options or the configuration, else each that is named as Clumio does.

Which role
  --aws-account-id ID       the account that owns the buckets, 12 digits
  --clumio-role-id ROLE     name or full ARN of the Clumio role
                            (aws iam list-roles --path-prefix /clumio/ prints it)
  --features LIST           what must keep working (default: inventory,backup,continuous-backup,restore)
  --config FILE             configuration (default: ${CONFIG_PATH}, here or above)

What to read
  --plan-files PATTERN      output of "terraform show -json"; may be repeated, - is standard input
  --terraform-directory DIR root module of the plan; PLAN=DIR for each of several plans, may be repeated
  --working-directory DIR   everything is relative to it (default: the current directory)

What to do
  --fix                     apply every edit to the files, then report what is left
  --diff                    print the edits as a diff for "git apply" instead of the report
  --remedy REMEDY           not-principal (the vendor's way, default) or principal-arn
  --explain                 say why each Deny statement was judged as it was

What to print
  --format FORMAT           what the report is written as; it goes to stdout, all else to stderr
${formatLines(formats)}
  --summary, --all          one line a finding, as above 20 findings, or all of each (pretty)
  --output FILE             write the report there; - is standard output
  --no-color                no colours; NO_COLOR in the environment does the same
  --fail-on LEVEL           exit with 1 from this level on: error (default), warning, notice or never
  --require-policies        exit with 2 when no bucket policy was judged
  --version, -h, --help

Exit codes
  0  nothing at or above --fail-on
  1  a finding at or above --fail-on
  2  the check could not be done: a bad option or configuration, a named file that is missing, a plan that is none,
     nothing on standard input, no policy under --require-policies

Examples
  clumio-policy-check
      every policy below the current directory, with what the configuration says
  clumio-policy-check --aws-account-id 123456789012 --clumio-role-id ClumioRole-us-west-2-831e8db1-... policies/
      one folder, with the fixes written for this role
  clumio-policy-check --diff | git apply
      the same as --fix, but only to files of the repository
  aws s3api get-bucket-policy --bucket my-bucket | clumio-policy-check --explain -
      a bucket policy that is in force
  aws s3api get-bucket-policy --bucket my-bucket | clumio-policy-check fix - > policy.json
      the same policy, corrected, for "aws s3api put-bucket-policy --policy file://policy.json"
  gzip -dc trail/*.json.gz | clumio-policy-check learn -
      what CloudTrail saw of the role's requests, for the configuration (docs/learn.md)
  clumio-policy-check 'envs/**/*.json' '!envs/sandbox' --format json --output report.json
`
}

function listed(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}

function formatLines(formats: readonly ReportFormat[]): string {
  const widest = Math.max(...formats.map(({ id }) => id.length))
  return formats
    .map(({ id, purpose }, i) => `${' '.repeat(28)}${id.padEnd(widest)}  ${purpose}${i === 0 ? ' (default)' : ''}`)
    .join('\n')
}
