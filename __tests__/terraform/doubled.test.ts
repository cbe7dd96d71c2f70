import { expect, test } from 'vitest'
import { check } from '../../src/check/index.js'
import { isStatementFinding } from '../../src/model/report.js'
import { asPlan } from '../../src/sources/source.js'
import { OPTIONS, sourceOf, sourcesIn } from '../support/check.js'
import { lookupIn } from '../support/folder.js'

const MAIN = `resource "aws_s3_bucket_policy" "p" {
  bucket = "b1"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Deny"
      Principal = "*"
      Action    = "s3:DeleteBucket"
      Action    = "s3:*"
      Resource  = "arn:aws:s3:::b1/*"
      Condition = {
        StringNotEquals = { "aws:SourceVpc" = "vpc-1" }
      }
    }]
  })
}
`

const POLICY = {
  Version: '2012-10-17',
  Statement: [
    {
      Action: 's3:*',
      Condition: { StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } },
      Effect: 'Deny',
      Principal: '*',
      Resource: 'arn:aws:s3:::b1/*',
    },
  ],
}

function planned(after: Record<string, unknown>) {
  const address = 'aws_s3_bucket_policy.p'
  const change = { actions: ['create'], before: null, after, after_unknown: {}, after_sensitive: {} }
  const expressions = { bucket: { constant_value: 'b1' }, policy: {} }
  return {
    resource: { address, mode: 'managed', type: 'aws_s3_bucket_policy', name: 'p', change },
    configured: { address, mode: 'managed', type: 'aws_s3_bucket_policy', name: 'p', expressions },
  }
}

test('of two equal names in HCL the last one is judged, and the reasons tell of the other', async () => {
  const { resource, configured } = planned({ bucket: 'b1', policy: JSON.stringify(POLICY) })
  const plan = JSON.stringify({
    format_version: '1.2',
    planned_values: {},
    resource_changes: [resource],
    configuration: { root_module: { resources: [configured] } },
  })
  const files = new Map([
    ['main.tf', new TextEncoder().encode(MAIN)],
    ['plan.json', new TextEncoder().encode(plan)],
  ])
  const sources = [asPlan(sourceOf('plan.json', plan)), sourceOf('main.tf', MAIN)]
  const { report } = await check(sourcesIn(sources, lookupIn(files)), OPTIONS)
  const [finding, ...others] = report.findings.filter(isStatementFinding)
  expect(others).toEqual([])
  expect(finding).toMatchObject({ rule: 'deny-blocks-clumio', location: { path: 'main.tf', startLine: 5 } })
  expect(finding?.because).toContain('"Action" stands twice in one element, of which the last counts')
})
