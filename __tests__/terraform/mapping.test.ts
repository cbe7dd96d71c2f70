import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { check } from '../../src/check/index.js'
import { type Finding, isStatementFinding } from '../../src/model/report.js'
import { OPTIONS, sourceOf, sourcesIn } from '../support/check.js'
import { folder } from '../support/folder.js'

const STYLES = fileURLToPath(new URL('../fixtures/terraform/styles', import.meta.url))

/** Addresses, statement and lines of the fixture's README: what a finding on the statement must point at. */
const LINES: readonly (readonly [string, number, string])[] = [
  ['aws_s3_bucket.inline', 0, 'main.tf:213'],
  ['aws_s3_bucket_policy.doc', 0, 'main.tf:87-97'],
  ['aws_s3_bucket_policy.doc', 1, 'main.tf:131-140'],
  ['aws_s3_bucket_policy.doc', 2, 'main.tf:117-126'],
  ['aws_s3_bucket_policy.doc', 3, 'main.tf:117-126'],
  ['aws_s3_bucket_policy.file', 0, 'policy.json:4-10'],
  ['aws_s3_bucket_policy.heredoc', 0, 'main.tf:46-52'],
  ['aws_s3_bucket_policy.heredoc', 1, 'main.tf:53'],
  ['aws_s3_bucket_policy.jsonenc', 0, 'main.tf:65-73'],
  ['aws_s3_bucket_policy.sensitive', 0, 'main.tf:205'],
  ['aws_s3_bucket_policy.tmpl', 0, 'policy.json.tftpl:5-10'],
  ['aws_s3_bucket_policy.tmpl', 2, 'policy.json.tftpl:12-18'],
  ['module.team["x"].module.inner.aws_s3_bucket_policy.p["main"]', 0, 'main.tf:172-178'],
]

describe('findings on a plan stand on the lines of the sources', async () => {
  const { files, lookup } = folder(STYLES)
  const paths = [...files.keys()].filter((path) => !path.startsWith('.terraform/') && !path.endsWith('.md'))
  const sources = paths.map((path) => sourceOf(path, files.get(path) ?? new Uint8Array()))
  const { report } = await check(sourcesIn(sources, lookup), { ...OPTIONS, integrations: [], account: '123456789012' })
  const of = (address: string, index: number): Finding | undefined =>
    report.findings.find(
      (finding) =>
        isStatementFinding(finding) && finding.policy.address === address && finding.statement.index === index,
    )

  test.each(LINES)('%s, statement %i: %s', (address, index, expected) => {
    const location = of(address, index)?.location
    const end = location && location.endLine > location.startLine ? `-${location.endLine}` : ''
    expect(location && `${location.path}:${location.startLine}${end}`).toBe(expected)
  })

  test('a statement of a policy file is reported once, through the plan; one that the plan has for other buckets stays', () => {
    const own = report.findings.filter(({ policy }) => policy?.source === 'policy-json')
    expect(own.map(({ policy }) => [policy?.path, policy?.bucket])).toEqual([
      ['modules/bucket/policies/own.json', 'demo'],
    ])
  })

  test('a policy known only after apply is judged from its sources, and says so', () => {
    expect(of('aws_s3_bucket_policy.unknown', 0)).toMatchObject({
      rule: 'deny-blocks-clumio',
      statement: { sid: 'UnknownDeny' },
      location: { path: 'main.tf', startLine: 191, endLine: 197 },
      policy: { source: 'terraform-source', bucket: 'brand-new' },
      assumptions: expect.arrayContaining(['A6']),
    })
  })

  test('the root is planned, so it is not called unchecked', () => {
    expect(report.findings.filter(({ rule }) => rule === 'policy-unknown')).toEqual([])
  })
})
