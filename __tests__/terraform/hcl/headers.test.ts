import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { type HclFile, HclGrammar, type ParseHcl, readHclFile } from '../../../src/terraform/hcl/syntax/index.js'
import { fixtureFolder } from '../../support/terraform.js'

const FIXTURES = fixtureFolder('.')
const FILES = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.(?:tf|tofu)$/.test(path))

let parse: ParseHcl

beforeAll(async () => {
  parse = await new HclGrammar().load()
})

/** How often the parser was asked while a file was read. */
function counting(): { readonly parse: ParseHcl; readonly asked: () => number } {
  let asked = 0
  return {
    asked: () => asked,
    parse: (text) => {
      asked++
      return parse(text)
    },
  }
}

const headersOf = ({ body }: HclFile) =>
  body.blocks.map(({ type, labels, start, end }) => `${type} ${labels.join(' ')} ${start}-${end}`)

/** The same blocks in words that make nothing of them matter. */
function withoutMarks(text: string): string {
  return text.replace(/s3|polic(?=y|ies)|principal|module|\\u[0-9a-f]{4}/gi, (mark) => 'x'.repeat(mark.length))
}

describe('headers that the scanner finds are those of the grammar', () => {
  test.each(FILES)('%s', (path) => {
    const text = withoutMarks(readFileSync(join(FIXTURES, path), 'utf8'))
    const { parse: counted, asked } = counting()
    const file = readHclFile(path, text, counted)
    const found = headersOf(file)
    const early = asked()
    // A comment has the parser read the whole file.
    expect(found).toEqual(headersOf(readHclFile(path, `${text}\n# s3\n`, parse)))
    if (!file.hasError) expect(early).toBe(0)
  })
})

describe('a file is parsed', () => {
  const block = 'resource "aws_vpc" "main" {\n  cidr_block = "10.0.0.0/16"\n}\n'
  test.each([
    ['when a body is asked for', block, (file: HclFile) => file.body.blocks[0]?.body.attributes.has('cidr_block'), 1],
    ['not for its headers', block, (file: HclFile) => file.body.blocks.length === 1, 0],
    ['for its headers where it names a bucket', `${block}# s3\n`, (file: HclFile) => file.body.blocks.length === 1, 1],
    ['where a block does not end', block.slice(0, -2), (file: HclFile) => file.hasError, 1],
    ['where something stray stands in it', `) ${block}`, (file: HclFile) => file.body !== null, 1],
    ['where attributes stand at its top', `a = 1\n${block}`, (file: HclFile) => file.body.attributes.has('a'), 1],
  ])('%s', (_name, text, ask, times) => {
    const { parse: counted, asked } = counting()
    const file = readHclFile('main.tf', text, counted)
    expect([ask(file), asked()]).toEqual([true, times])
  })
})
