import { expect, test } from 'vitest'
import { denyAllBut } from '../support/all-but.js'
import { checkTree } from '../support/check.js'

/** Functions over texts are Go's in Terraform: what a `count` hangs on comes to the same here. */
const DENY = '{"Statement":[{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::b/*"}]}'

async function isMade(condition: string): Promise<boolean> {
  const body = `count = ${condition} ? 1 : 0\n  bucket = "b"\n  policy = ${JSON.stringify(DENY)}`
  const { report } = await checkTree({ 'main.tf': `resource "aws_s3_bucket_policy" "p" {\n  ${body}\n}\n` })
  return report.findings.length === 1
}

test.each([
  'dirname("/a/b/../c") == "/a"',
  'dirname("a//b") == "a"',
  'dirname("./a/b") == "a"',
  'dirname("a/../b/c") == "b"',
  'dirname("/a") == "/"',
  'dirname("a") == "."',
  'dirname("a/./b") == "a"',
  'dirname("/../a/b") == "/a"',
  'basename("") == "."',
  'basename("/") == "/"',
  'basename("a//") == "a"',
  'basename("a/b") == "b"',
  'basename("./") == "."',
  'upper("ß") == "ß"',
  'upper("aé") == "AÉ"',
  'lower("AΣ") == "aσ"',
  'upper("\\ufb01") == "\\ufb01"',
  '"\\u00e9" == "e\\u0301"',
  'strrev("e\\u0301x") == "xe\\u0301"',
  'contains(["\\u00e9"], "e\\u0301")',
  '{ "e\\u0301" = 1 }["\\u00e9"] == 1',
  'trimspace("\\u00a0x\\u0085") == "x"',
  'trimspace("\\ufeffx") != "x"',
  'sort(["\\uffff", "\\U0001F600"])[0] == "\\uffff"',
  'tolist(toset(["\\U0001F600", "\\uffff"]))[1] == "\\U0001F600"',
  'keys({ "\\U0001F600" = 1, "\\uffff" = 2 })[0] == "\\uffff"',
])('%s holds', async (condition) => {
  expect(await isMade(condition)).toBe(true)
  expect(await isMade(`!(${condition})`)).toBe(false)
})

test.each(['uuid()', 'core::uuid()', 'timestamp()', 'bcrypt("a")'])('%s is another value each time', async (call) => {
  const text = (bucket: string, excepted: string) => `locals {\n  x = ${call}\n}\n${denyAllBut(bucket, excepted)}`
  const rules = async (main: string) => (await checkTree({ 'main.tf': main })).report.findings.map(({ rule }) => rule)
  expect(await rules(text(call, call))).toEqual(['deny-may-block-clumio'])
  expect(await rules(text('local.x', 'local.x'))).toEqual([])
})

/** What stands behind what cannot be read is lost to the parser. */
test('what stands behind a part that cannot be read is not known', async () => {
  const policy = (count: string) =>
    `resource "aws_s3_bucket_policy" "p" {\n  count = ${count}\n  bucket = "b"\n  policy = ${JSON.stringify(DENY)}\n}\n`
  const rules = async (files: Readonly<Record<string, string>>) =>
    (await checkTree(files)).report.findings.map(({ rule }) => rule)
  for (const count of ['1 2 == 3 ? 1 : 0', '1 = 2', '@', '"a', ''])
    expect(await rules({ 'main.tf': policy(count) }), count).not.toEqual([])
  const bucket = (line: string) =>
    `resource "aws_s3_bucket" "p" {\n  ${line}\n  bucket = "b"\n  policy = ${JSON.stringify(DENY)}\n}\n`
  for (const line of ['x = 1 2', 'x = @', 'x = "a', 'x =', '9x = 1', '<<<<<<< HEAD'])
    expect(await rules({ 'main.tf': bucket(line) }), line).not.toEqual([])
  const given = { 'main.tf': `variable "v" {}\n${policy('var.v == 100 ? 1 : 0')}` }
  expect(await rules({ ...given, 'terraform.tfvars': 'v = 1 2\n' })).toEqual(['deny-blocks-clumio'])
  for (const count of ['1e0', '1E0', '10e-1', '1e2 == 100 ? 1 : 0', '1e+0', 'x1e2 == 1 ? 1 : 1'])
    expect(await rules({ 'main.tf': policy(count) })).toEqual(['deny-blocks-clumio'])
  expect(await rules({ ...given, 'terraform.tfvars': 'x = 1e1\nv = 1e2\n' })).toEqual(['deny-blocks-clumio'])
  expect(await rules({ ...given, 'terraform.tfvars': 'x = 1e1\nv = 2e2\n' })).toEqual([])
})
