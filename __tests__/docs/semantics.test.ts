import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { ASSUMPTIONS } from '../../src/model/assumptions.js'
import { tableBelow } from './examples.js'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const page = read('docs/semantics.md')

/** The source files below a folder, with their text. */
function filesOf(folder: string): readonly { readonly file: string; readonly text: string }[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({ file, text: read(file) }))
}

const HEADINGS = [...page.matchAll(/^### (?:<a id="(d\d+)"><\/a>)?(.+)$/gm)]
const DECISIONS = new Set([...page.matchAll(/^### <a id="d\d+"><\/a>(D\d+)\. /gm)].map((match) => match[1] ?? ''))

/** `docs/semantics.md, D7, D9 to D11` → D7, D9, D11. */
function citedIn(text: string): readonly string[] {
  const citations = text.matchAll(/docs\/semantics\.md, (D\d+(?:(?:,| to| and) D\d+)*)/g)
  return [...citations].flatMap((match) => match[1]?.match(/D\d+/g) ?? [])
}

describe('the decisions', () => {
  it('are numbered in order, without one that occurs twice, and have their number as anchor', () => {
    const numbers = HEADINGS.map((match) => Number(/^D(\d+)\. /.exec(match[2] ?? '')?.[1]))
    expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b))
    expect(HEADINGS.map((match) => match[1])).toEqual(numbers.map((number) => `d${number}`))
  })

  it('refer to decisions that exist', () => {
    const named = [...page.matchAll(/\bD\d+\b/g)].map((match) => match[0])
    expect(named.filter((name) => !DECISIONS.has(name))).toEqual([])
  })

  it('name only sources that have an address, and no address goes unused', () => {
    const defined = [...page.matchAll(/^\[([a-z0-9]+)\]: \S+$/gm)].map((match) => match[1] ?? '')
    const used = [...page.matchAll(/\]\[([a-z0-9]+)\]/g)].map((match) => match[1] ?? '')
    expect([...new Set(used)].sort()).toEqual(defined.toSorted())
  })

  it('explain every assumption', () => {
    const explained = tableBelow(page, '### <a id="d32"></a>D32. What verdicts rest on').map((row) => row[0])
    expect(explained).toEqual(Object.keys(ASSUMPTIONS).map((id) => `**${id}**`))
  })
})

describe('citations', () => {
  const files = [...filesOf('src'), ...filesOf('__tests__')]

  it('are made in the code', () => {
    expect(new Set(filesOf('src').flatMap(({ text }) => citedIn(text))).size).toBeGreaterThan(15)
  })

  it('lead to a decision', () => {
    const broken = files.flatMap(({ file, text }) =>
      citedIn(text)
        .filter((name) => !DECISIONS.has(name))
        .map((name) => `${file}: ${name}`),
    )
    expect(broken).toEqual([])
  })

  /** Lines of the sources that hold something, as `file: line`. */
  const linesWith = (holds: (line: string) => boolean): readonly string[] =>
    filesOf('src').flatMap(({ file, text }) =>
      text
        .split('\n')
        .filter(holds)
        .map((line) => `${file}: ${line.trim()}`),
    )

  it.each([
    ['a note', /\b(?:semantics|ownership|clumio|github|terraform|vendor) note\b|\bof (?:a|the) note\b/i],
    ['a contract', /\(contract\b|\b(?:the|of) contract\b/i],
    ['a decision without its page', /\bdecisions? \d+/i],
    ['a file outside of the repository', /\breference\/[\w-]+\.|\bdesign\.md\b|\.\.\/shared\//],
  ])('in src name no document that the repository does not hold: %s', (_what, words) => {
    expect(linesWith((line) => words.test(line))).toEqual([])
  })

  it('of sections name the standard whose sections they are', () => {
    expect(linesWith((line) => line.includes('§') && !/(?:RFC \d+|\d\.\d\.\d), §/.test(line))).toEqual([])
  })
})
