import { describe, expect, test } from 'vitest'
import { check } from '../../../src/check/index.js'
import { asPlan, type Lookup, vouchedBy } from '../../../src/sources/source.js'
import { OPTIONS, sourceOf, sourcesIn } from '../../support/check.js'
import { lookupIn } from '../../support/folder.js'
import { ROOT } from '../../support/vectors.js'

const STATEMENT = {
  Sid: 'S',
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: ['arn:aws:s3:::b1', 'arn:aws:s3:::b1/*'],
}
const TEXT = `${JSON.stringify(STATEMENT, null, 2)}\n`

const PLAN = JSON.stringify({
  format_version: '1.2',
  resource_changes: [
    {
      address: 'aws_s3_bucket_policy.p',
      mode: 'managed',
      type: 'aws_s3_bucket_policy',
      name: 'p',
      provider_name: 'registry.terraform.io/hashicorp/aws',
      change: {
        actions: ['create'],
        before: null,
        after: { bucket: 'b1', policy: JSON.stringify({ Version: '2012-10-17', Statement: [STATEMENT] }) },
      },
    },
  ],
})

describe('a statement in a file of its own is edited there', () => {
  test.each<[string, string]>([
    ['read by name', '[jsondecode(file("${path.module}/st/a.json"))]'],
    [
      'read with fileset()',
      '[for f in fileset("${path.module}/st", "*.json") : jsondecode(file("${path.module}/st/${f}"))]',
    ],
    ['read with fileset() from the module', '[for f in fileset(path.module, "st/*.json") : jsondecode(file(f))]'],
    ['read as a template', '[jsondecode(templatefile("st/a.json", {}))]'],
  ])('%s', async (_name, statements) => {
    const main = `resource "aws_s3_bucket_policy" "p" {
  bucket = "b1"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = ${statements}
  })
}
`
    const files = Object.entries({ 'main.tf': main, 'st/a.json': TEXT })
    const inMemory = lookupIn(new Map(files.map(([path, text]) => [path, new TextEncoder().encode(text)])))
    const committed = (path: string) => {
      const source = inMemory(path)
      return source === null ? null : vouchedBy(source, 'head')
    }
    const lookup: Lookup = Object.assign(committed, { list: (folder: string) => inMemory.list?.(folder) ?? [] })
    const { report } = await check(sourcesIn([asPlan(sourceOf('plan.json', PLAN))], lookup), OPTIONS)
    expect(report.findings[0]).toMatchObject({
      location: { path: 'st/a.json' },
      fix: { applicability: 'edit', edits: [{ path: 'st/a.json' }] },
    })
    expect(report.findings[0]?.fix?.edits[0]?.replacement).toContain(ROOT)
  })
})
