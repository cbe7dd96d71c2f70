import { expect, test } from 'vitest'
import { check } from '../../src/check/index.js'
import { OPTIONS, sourceOf, sourcesIn } from '../support/check.js'
import { textFiles } from './hcl/workspace.js'

const twice = (next: string) => `module "a" {\n  source = "${next}"\n}\nmodule "b" {\n  source = "${next}"\n}\n`
const policy = `resource "aws_s3_bucket_policy" "p" {
  bucket = "b"
  policy = jsonencode({
    Statement = [{ Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::b/*" }]
  })
}
`

/** Modules each of which calls the next one twice: 2^depth instances of the last. */
function chain(depth: number): Readonly<Record<string, string>> {
  const files: Record<string, string> = { 'main.tf': twice('./m1') }
  for (let at = 1; at < depth; at++) files[`m${at}/main.tf`] = twice(`../m${at + 1}`)
  return { ...files, [`m${depth}/main.tf`]: policy }
}

async function judged(depth: number) {
  const texts = chain(depth)
  const files = textFiles(texts)
  const lookup = Object.assign(files.lookup, { list: files.list })
  const sources = Object.entries(texts).map(([path, text]) => sourceOf(path, text))
  const { report } = await check(sourcesIn(sources, lookup), OPTIONS)
  return { policies: report.summary.policies, rules: [...new Set(report.findings.map(({ rule }) => rule))].sort() }
}

test('instances of modules that call others twice are all judged where they are few', async () => {
  expect(await judged(6)).toEqual({ policies: 64, rules: ['deny-blocks-clumio'] })
})

test('where they double with every level, some are judged, and the rest is told', async () => {
  const { policies, rules } = await judged(28)
  expect(policies).toBeGreaterThan(20)
  expect(policies).toBeLessThan(200)
  expect(rules).toEqual(['deny-blocks-clumio', 'policy-unknown'])
})
