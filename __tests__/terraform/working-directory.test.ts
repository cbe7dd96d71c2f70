import { describe, expect, test } from 'vitest'
import { checkTree } from '../support/check.js'

/** Where Terraform runs is an absolute path that nobody knows here; files below it are found all the same. */
const DENY = '{"Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::b/*"}]}'

async function blocks(body: string): Promise<boolean> {
  const main = `resource "aws_s3_bucket_policy" "p" {\n  bucket = "b"\n  ${body}\n}\n`
  const { report } = await checkTree({ 'infra/main.tf': main, 'infra/p/p.json': DENY })
  return report.findings.some(
    ({ rule, policy }) => rule === 'deny-blocks-clumio' && policy?.source === 'terraform-source',
  )
}

describe('an absolute path is not known', () => {
  test.each([
    'startswith(abspath(path.root), "/")',
    'startswith(path.cwd, "/")',
    'dirname(path.cwd) != "."',
    'path.cwd != path.root',
    'abspath("a") != "a"',
    'basename(abspath(path.root)) == "infra"',
    'abspath("/a/../b") == "/b"',
    'abspath("/a/") == "/a"',
  ])('%s may hold', async (condition) => {
    expect(await blocks(`count = ${condition} ? 1 : 0\n  policy = ${JSON.stringify(DENY)}`)).toBe(true)
  })

  test('abspath("/a/../b") is known', async () => {
    expect(await blocks(`count = abspath("/a/../b") == "/b" ? 0 : 1\n  policy = ${JSON.stringify(DENY)}`)).toBe(false)
  })
})

test.each([
  'file("$${path.cwd}/p/p.json")',
  'file(abspath("p/p.json"))',
  'file(abspath("$${path.module}/p/p.json"))',
  'file("$${abspath(path.root)}/p/p.json")',
  'templatefile("$${path.cwd}/p/p.json", {})',
  'file("$${path.cwd}/p/$${one(fileset("$${path.cwd}/p", "*.json"))}")',
])('%s is read', async (policy) => {
  expect(await blocks(`policy = ${policy.replaceAll('$$', '$')}`)).toBe(true)
})
