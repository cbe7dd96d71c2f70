import { beforeAll, describe, expect, test } from 'vitest'
import { type HclFile, HclGrammar, type ParseHcl, readHclFile } from '../../../src/terraform/hcl/syntax/index.js'
import { checkTree } from '../../support/check.js'

/** Syntax trees take the parser's own memory, which is given back before it is full. */

let parse: ParseHcl

beforeAll(async () => {
  parse = await new HclGrammar().load()
})

const BLOCKS = 400
const text = (name: string) =>
  Array.from(
    { length: BLOCKS },
    (_, i) => `resource "aws_s3_bucket" "${name}_${i}" {\n  bucket = "${name}-${i}"\n  tags {\n    n = ${i}\n  }\n}\n`,
  ).join('')

/** The innermost value of the last block. */
function lastOf(file: HclFile) {
  const block = file.body.blocks.at(-1)
  const value = block?.body.blocks[0]?.body.attributes.get('n')?.value
  return [block?.labels[1], value?.kind]
}

describe('a file whose tree had to make room for others', () => {
  test('is still read to its last block', () => {
    const files = Array.from({ length: 80 }, (_, i) => readHclFile(`${i}.tf`, text(`f${i}`), parse))
    expect(files.reduce((sum, one) => sum + one.text.length, 0)).toBeGreaterThan(2_500_000)
    for (const file of files) expect(file.hasError).toBe(false)
    for (const [i, file] of files.entries()) expect(lastOf(file)).toEqual([`f${i}_${BLOCKS - 1}`, 'literal'])
  })

  test('a version that is not kept is read at once', () => {
    const file = readHclFile('main.tf', text('v'), parse, { keeps: false })
    expect(lastOf(file)).toEqual([`v_${BLOCKS - 1}`, 'literal'])
  })
})

test('a root with many edits that do not hold is judged to its end', async () => {
  const one = (i: number) => `resource "aws_s3_bucket_policy" "p${i}" {
  bucket = "b${i}"
  policy = replace(jsonencode({
    Statement = [{ Effect = "Deny", Principal = "*", Action = "s3:*", Resource = "arn:aws:s3:::b${i}/*" }]
  }), "role/", "X")
}
`
  const { report } = await checkTree({ 'main.tf': Array.from({ length: 40 }, (_, i) => one(i)).join('') })
  expect(report.findings).toHaveLength(40)
  expect(report.findings.filter(({ fix }) => fix?.applicability === 'edit')).toEqual([])
}, 60_000)
