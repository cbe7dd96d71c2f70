import { describe, expect, test } from 'vitest'
import { changedStatements, withTexts } from '../../../src/fix/sites/compare-sources.js'
import type { PolicyRequest, SourceFiles } from '../../../src/terraform/trace/index.js'

const POLICY = `resource "aws_s3_bucket_policy" "p" {
  bucket = "b"
  policy = jsonencode({ Statement = [{ Sid = local.sid, Effect = "Deny", Action = var.action }] })
}
`
const TEXTS: Readonly<Record<string, string>> = {
  'main.tf': POLICY,
  'locals.tf': 'locals {\n  sid = "S3"\n}\n',
  'variables.tf': 'variable "action" {\n  default = "s3:*"\n}\n',
}
const REQUEST: PolicyRequest = {
  rootDirectory: '',
  address: { modules: [], mode: 'managed', type: 'aws_s3_bucket_policy', name: 'p', key: null },
  attribute: 'policy',
  variables: {},
  statements: null,
}

/** Sources, and how often each of them was read. */
function counted(): { readonly files: SourceFiles; readonly reads: Map<string, number> } {
  const reads = new Map<string, number>()
  const lookup = (path: string) => {
    const text = TEXTS[path]
    if (text === undefined) return null
    const bytes = () => {
      reads.set(path, (reads.get(path) ?? 0) + 1)
      return new TextEncoder().encode(text)
    }
    return { path, size: text.length, bytes }
  }
  return { reads, files: { lookup, list: (folder) => (folder === '' ? Object.keys(TEXTS) : []) } }
}

describe('sources before and after an edit', () => {
  test('what the edit replaces is seen, wherever the statement takes it from', async () => {
    for (const [path, from, to, members] of [
      ['main.tf', 'Deny', 'Allow', ['Effect']],
      ['locals.tf', 'S3', 'S4', ['Sid']],
      ['variables.tf', 's3:*', 's3:Get*', ['Action']],
    ] as const) {
      const { files } = counted()
      const edited = withTexts(files, new Map([[path, (TEXTS[path] ?? '').replace(from, to)]]))
      expect(await changedStatements([REQUEST], files, edited)).toEqual([{ policy: 0, statement: 0, members }])
    }
  })

  test('what the edit leaves is read once for both', async () => {
    const { files, reads } = counted()
    const edited = withTexts(files, new Map([['locals.tf', 'locals {\n  sid = "S4"\n}\n']]))
    await changedStatements([REQUEST], files, edited)
    expect(Object.fromEntries(reads)).toEqual({ 'main.tf': 1, 'locals.tf': 1, 'variables.tf': 1 })
  })
})
