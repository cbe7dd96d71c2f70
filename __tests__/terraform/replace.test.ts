import { describe, expect, test } from 'vitest'
import { denyAllBut } from '../support/all-but.js'
import { checkTree } from '../support/check.js'

/** `replace()` works on the text of a document: on names, words and quotes as much as on what strings hold. */
async function rules(policy: string, more: Readonly<Record<string, string>> = {}): Promise<readonly string[]> {
  const main = `variable "x" {}\nresource "aws_s3_bucket_policy" "p" {\n  bucket = "b"\n  policy = ${policy}\n}\n`
  const { report } = await checkTree({ ...more, 'main.tf': main })
  return report.findings.map(({ rule }) => rule)
}

const document = (members: string) =>
  `jsonencode({ Statement = [{ Sid = "_ALL_", Action = "s3:*", Resource = ["arn:aws:s3:::b", "arn:aws:s3:::b/*"], ${members} }] })`
const ALLOW = document('Effect = "Allow", Principal = "*"')
const DENY = document('Effect = "Deny", Principal = "*"')
const quoted = (text: string) => JSON.stringify(text)

describe('a Deny that replace() makes', () => {
  test.each<[name: string, policy: string]>([
    ['of the word in a string', `replace(${ALLOW}, "Allow", "Deny")`],
    ['of a mark for a statement', `replace(${document('Effect = "_E_", Principal = "*"')}, "_E_", "Deny")`],
    [
      'of the name of a member',
      `replace(${document('Effect = "Deny", NotPrincipal = "*"')}, "NotPrincipal", "Principal")`,
    ],
    ['of a part of a name', `replace(${document('Effect = "Deny", _Principal_ = "*"')}, "_", "")`],
    ['in a file', 'replace(file("p.json"), "Allow", "Deny")'],
    [
      'with its quotes in a file',
      `replace(file("p.json"), ${quoted('"Effect":"Allow"')}, ${quoted('"Effect":"Deny"')})`,
    ],
    [
      'with its quotes in a heredoc',
      `replace(<<-E
      {"Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::b/*"}]}
      E
      , ${quoted('"Allow"')}, ${quoted('"Deny"')})`,
    ],
  ])('%s is found', async (_name, policy) => {
    const file = '{"Statement":[{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"arn:aws:s3:::b/*"}]}'
    expect(await rules(policy, { 'p.json': file })).toEqual(['deny-blocks-clumio'])
  })
})

describe('what replace() makes of more than strings is not known', () => {
  const open = ['policy-unknown']

  test.each<[name: string, policy: string]>([
    ['of the quotes of a string', `replace(${ALLOW}, ${quoted('"Effect":"Allow"')}, ${quoted('"Effect":"Deny"')})`],
    [
      'of quotes that are put into one',
      `replace(${document('Effect = "Allow", Principal = "*"')}, "_ALL_", ${quoted('a","Effect":"Deny')})`,
    ],
    [
      'of a name by something that is not known',
      `replace(${document('Effect = "Deny", NotPrincipal = "*"')}, "NotPrincipal", var.x)`,
    ],
    ['of brackets alone', `replace(${ALLOW}, "[", "")`],
    [
      'of a word',
      `replace(${document('Effect = "Allow", Principal = "*", Condition = { Bool = { "aws:SecureTransport" = true } }')}, "rue", "x")`,
    ],
    [
      'of what JSON escapes',
      `replace(${document('Effect = "Allow", Principal = "*", Condition = { StringLike = { "aws:UserAgent" = "<a>" } }')}, "u003c", "x")`,
    ],
  ])('%s', async (_name, policy) => {
    expect(await rules(policy)).toEqual(open)
  })
})

describe('what replace() makes of a value that is not known is not that value', () => {
  const found = async (bucket: string, excepted: string) => {
    const { report } = await checkTree({ 'main.tf': `variable "x" {}\n${denyAllBut(bucket, excepted)}` })
    return report.findings.map(({ rule }) => rule)
  }

  test.each([
    ['of a part of it', '"a-$${var.x}"', 'replace("a-$${var.x}", "prod", "dev")'],
    ['in upper case', '"a-$${var.x}"', 'lower(upper("a-$${var.x}"))'],
  ])('%s', async (_name, bucket, excepted) => {
    expect(await found(bucket.replaceAll('$$', '$'), excepted.replaceAll('$$', '$'))).toEqual(['deny-may-block-clumio'])
  })

  test('but the same each time', async () => {
    const made = `replace("a-$\{var.x}", "prod", "dev")`
    expect(await found(made, made)).toEqual([])
    const mark = `replace("_N_-$\{var.x}", "_N_", "a")`
    expect(await found(mark, mark)).toEqual([])
  })
})

test('a harmless replacement leaves the judgement and the edit as they are', async () => {
  const { report } = await checkTree({
    'main.tf': `resource "aws_s3_bucket_policy" "p" {\n  bucket = "b"\n  policy = replace(${DENY}, "_ALL_", "All")\n}\n`,
  })
  expect(
    report.findings.map((one) => [one.rule, 'statement' in one ? one.statement.sid : null, one.fix?.applicability]),
  ).toEqual([['deny-blocks-clumio', 'All', 'edit']])
})
