import { describe, expect, test } from 'vitest'
import { check } from '../../src/check/index.js'
import type { CheckOptions } from '../../src/model/options.js'
import { literalTree } from '../../src/sources/literals.js'
import { sourcesOf } from '../../src/sources/sources.js'
import { OPTIONS } from '../support/check.js'

/** Whatever of a checkout a run is to look at, an edit is offered where a run of everything offers it, and nowhere else. */

const POLICY = `{
  "Version": "2012-10-17",
  "Statement": [
    { "Effect": "Deny", "Principal": "*", "Action": "s3:*", "Resource": "arn:aws:s3:::data/*" }
  ]
}
`
const attached = (policy: string, more = '') =>
  `resource "aws_s3_bucket_policy" "p" {\n  bucket = "data"\n  policy = ${policy}\n${more}}\n`
const FILE = 'file("${path.module}/../policies/q.json")'

/** How the fixes of the policy are offered. */
async function offered(
  files: Readonly<Record<string, string>>,
  paths: readonly string[],
  options: Partial<CheckOptions>,
) {
  const tree = literalTree({ 'policies/q.json': POLICY, ...files }, 'head')
  const sources = sourcesOf(
    tree,
    paths.flatMap((path) => tree.read(path) ?? []),
  )
  const { report } = await check(sources, { ...OPTIONS, ...options })
  const own = report.findings.filter(
    ({ location, rule }) => location.path === 'policies/q.json' && rule === 'deny-blocks-clumio',
  )
  return [...new Set(own.map(({ fix }) => fix?.applicability))]
}

describe('the edit of a policy file', () => {
  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['is offered where there is no Terraform', { 'a.yaml': 'a: 1\n' }, 'edit'],
    ['is offered where Terraform reads nothing', { 'a/main.tf': attached('var.p', 'variable "p" {}\n') }, 'edit'],
    [
      'is offered where Terraform reads another file',
      { 'a/main.tf': attached('file("x.json")'), 'a/x.json': '{"Statement":[]}' },
      'edit',
    ],
    ['is offered where the file is the policy', { 'a/main.tf': attached(FILE) }, 'edit'],
    [
      'is shown where text is exchanged in it',
      { 'a/main.tf': attached(`replace(join("9", split("1", ${FILE})), "x", "y")`) },
      'text-only',
    ],
    [
      'is shown where a data source reads it',
      {
        'a/main.tf': `data "local_file" "q" {\n  filename = "../policies/q.json"\n}\n${attached('data.local_file.q.content')}`,
      },
      'text-only',
    ],
    ['is shown where several roots use it', { 'a/main.tf': attached(FILE), 'b/main.tf': attached(FILE) }, 'text-only'],
    [
      'is shown where several roots use it by a module',
      {
        'm/main.tf': `variable "p" {}\n${attached('var.p')}`,
        'a/main.tf': `module "m" {\n  source = "../m"\n  p = ${FILE}\n}\n`,
        'b/main.tf': `module "m" {\n  source = "../m"\n  p = ${FILE}\n}\n`,
      },
      'text-only',
    ],
  ])('%s', async (_, files, expected) => {
    const all = ['policies/q.json', ...Object.keys(files)]
    const runs = {
      everything: await offered(files, all, {}),
      'some files': await offered(files, ['policies/q.json'], {}),
      'what changes': await offered(files, all, { onlyPaths: new Set(['policies/q.json']) }),
      'without a rule': await offered(files, all, { levels: { 'policy-unknown': 'off' } }),
    }
    expect(runs).toEqual({
      everything: [expected],
      'some files': [expected],
      'what changes': [expected],
      'without a rule': [expected],
    })
  })
})
