import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A policy with a finding, so that a run loads what it loads only on a finding. */
const POLICY = {
  Statement: [
    {
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: ['arn:aws:s3:::data', 'arn:aws:s3:::data/*'],
      Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } },
    },
  ],
}

/** The same policy in Terraform, and as planned: its lines are found by the HCL parser. */
const RESOURCE = { address: 'aws_s3_bucket_policy.data', mode: 'managed', type: 'aws_s3_bucket_policy', name: 'data' }
const VALUES = { bucket: 'data', policy: JSON.stringify(POLICY) }
const SOURCE = `resource "aws_s3_bucket_policy" "data" {
  bucket = "data"
  policy = jsonencode(${JSON.stringify(POLICY, null, 2)})
}
`
const PLAN = {
  format_version: '1.2',
  terraform_version: '1.9.0',
  planned_values: { root_module: { resources: [{ ...RESOURCE, values: VALUES }] } },
  resource_changes: [{ ...RESOURCE, change: { actions: ['create'], before: null, after: VALUES, after_unknown: {} } }],
  configuration: {
    root_module: { resources: [{ ...RESOURCE, expressions: { bucket: { constant_value: 'data' }, policy: {} } }] },
  },
}

const ROLE = ['--clumio-role-id', 'arn:aws:iam::123456789012:role/clumio/Clumio']

/** Runs that must end with exit code 1, a finding, and say so on stdout. */
const RUNS = [
  { file: 'index.js', folder: 'policies', args: [], says: '::error' },
  ...['pretty', 'json', 'sarif', 'github', 'markdown'].map((format) => ({
    file: 'cli.js',
    folder: 'policies',
    args: ['--format', format, ...ROLE],
    says: 'vpc-1',
  })),
  {
    file: 'cli.js',
    folder: 'terraform',
    args: ['--format', 'github', '--plan-files', 'plan.json', ...ROLE],
    says: 'file=main.tf',
  },
]

/**
 * Runs the bundles of a folder from an empty one, where no `node_modules` can hide a hole in them.
 *
 * @returns the first failure as text, or null
 */
export function smoke(dist) {
  const empty = mkdtempSync(join(tmpdir(), 'smoke-'))
  try {
    for (const file of readdirSync(dist)) writeFileSync(join(empty, file), readFileSync(join(dist, file)))
    for (const [path, content] of [
      ['policies/policy.json', JSON.stringify(POLICY)],
      ['terraform/main.tf', SOURCE],
      ['terraform/plan.json', JSON.stringify(PLAN)],
    ]) {
      mkdirSync(join(empty, 'work', path, '..'), { recursive: true })
      writeFileSync(join(empty, 'work', path), content)
    }
    for (const { file, folder, args, says } of RUNS) {
      const cwd = join(empty, 'work', folder)
      const env = { PATH: process.env.PATH ?? '', GITHUB_WORKSPACE: cwd, RUNNER_TEMP: empty }
      const { status, stdout, stderr } = spawnSync(process.execPath, [join(empty, file), ...args], {
        cwd,
        env,
        encoding: 'utf8',
      })
      if (status !== 1 || !stdout.includes(says))
        return `${file} ${args.join(' ')} does not run on its own (${status}):\n${stdout}${stderr}`
    }
    return null
  } finally {
    rmSync(empty, { recursive: true, force: true })
  }
}
