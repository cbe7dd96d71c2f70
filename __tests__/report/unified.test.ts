import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { hunksOf } from '../../src/report/hunks.js'
import { quotePath, unifiedDiff } from '../../src/report/unified.js'
import { applyLineEdits, type LineRange } from '../../src/text/edit.js'
import { LineIndex } from '../../src/text/lines.js'

let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'diff-'))
})

afterEach(() => {
  rmSync(root, { recursive: true, force: true })
})

interface File {
  readonly path: string
  readonly text: string
  readonly edits: readonly LineRange[]
}

/** Writes the files, lets git apply their diffs, and returns what they hold then. */
function gitApply(files: readonly File[]): string[] {
  for (const { path, text } of files) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  const patch = files.map(({ path, text, edits }) => unifiedDiff(path, text, edits)).join('')
  execFileSync('git', ['-c', 'core.autocrlf=false', 'apply', '--whitespace=nowarn', '-'], { cwd: root, input: patch })
  return files.map(({ path }) => readFileSync(join(root, path), 'utf8'))
}

const replace = (startLine: number, endLine: number, replacement: string): LineRange => ({
  startLine,
  endLine,
  replacement,
})
const numbered = (count: number) => Array.from({ length: count }, (_, at) => `line ${at + 1}`).join('\n')

describe('git applies the diff to what the edits give', () => {
  const cases: { name: string; file: Omit<File, 'path'> & { path?: string } }[] = [
    { name: 'one line', file: { text: 'a\nb\nc\n', edits: [replace(2, 2, 'B')] } },
    { name: 'more lines than before', file: { text: 'a\nb\nc\n', edits: [replace(2, 2, 'x\ny\nz')] } },
    { name: 'fewer lines than before', file: { text: `${numbered(9)}\n`, edits: [replace(2, 8, 'x')] } },
    { name: 'a text of one line without an end', file: { text: 'a', edits: [replace(1, 1, 'b')] } },
    { name: 'the last line, without a final newline', file: { text: 'a\nb', edits: [replace(2, 2, 'b,\nc')] } },
    { name: 'a last line without a final newline as context', file: { text: 'a\nb', edits: [replace(1, 1, 'x')] } },
    { name: 'CRLF', file: { text: 'a\r\nb\r\nc\r\n', edits: [replace(2, 2, 'x\ny')] } },
    { name: 'CRLF without a final newline', file: { text: 'a\r\nb', edits: [replace(2, 2, 'x\ny')] } },
    { name: 'mixed line ends', file: { text: 'a\r\nb\nc\r\n', edits: [replace(2, 2, 'x')] } },
    { name: 'a byte order mark', file: { text: '\ufeffa\nb\n', edits: [replace(2, 2, 'x')] } },
    {
      name: 'several edits, close and far',
      file: { text: `${numbered(40)}\n`, edits: [replace(30, 31, 'y'), replace(3, 3, 'a\nb'), replace(8, 8, 'x')] },
    },
    { name: 'the same edit twice', file: { text: 'a\nb\n', edits: [replace(1, 1, 'x'), replace(1, 1, 'x')] } },
    { name: 'lines that the edit repeats', file: { text: 'a\nb\nc\n', edits: [replace(1, 3, 'a\nnew\nc')] } },
    { name: 'a line that loses its newline', file: { text: 'a\nb\nc', edits: [replace(2, 3, 'b')] } },
    { name: 'a pure insertion', file: { text: 'a\nb\n', edits: [replace(1, 1, 'a\nnew')] } },
    {
      name: 'lines that look like a diff',
      file: { text: '--- a\n+++ b\n@@ -1 +1 @@\n', edits: [replace(2, 2, '--- x')] },
    },
    { name: 'blanks in the name', file: { path: 'a b/c d.json', text: 'a\n', edits: [replace(1, 1, 'b')] } },
    {
      name: 'quotes and a backslash in the name',
      file: { path: 'a"b\\c.json', text: 'a\n', edits: [replace(1, 1, 'b')] },
    },
    {
      name: 'control characters and umlauts in the name',
      file: { path: 'ü\t\u0001\n.json', text: 'a\n', edits: [replace(1, 1, 'b')] },
    },
  ]
  test.each(cases)('$name', ({ file }) => {
    const full = { path: 'a.json', ...file }
    expect(gitApply([full])).toEqual([applyLineEdits(full.text, full.edits)])
  })

  test('any edits of any text', () => {
    const line = fc.constantFrom('', 'a', 'b', ' c', '\td', 'e ')
    const file = fc
      .record({
        lines: fc.array(line, { minLength: 1, maxLength: 30 }),
        eol: fc.constantFrom('\n', '\r\n'),
        final: fc.boolean(),
        cuts: fc.uniqueArray(fc.nat(29), { maxLength: 6 }),
        replacements: fc.array(fc.array(line, { minLength: 1, maxLength: 4 }), { minLength: 3, maxLength: 3 }),
      })
      .map(({ lines, eol, final, cuts, replacements }) => {
        const text = lines.join(eol) + (final || lines.at(-1) === '' ? eol : '')
        const sorted = cuts.filter((cut) => cut < lines.length).sort((a, b) => a - b)
        const edits = replacements.flatMap((replacement, at) => {
          const [from, to] = [sorted[2 * at], sorted[2 * at + 1]]
          const wanted = replacement.join('\n')
          // An edit's replacement is never empty.
          return from === undefined || to === undefined || wanted === '' ? [] : [replace(from + 1, to + 1, wanted)]
        })
        return { text, edits }
      })
    const changed = file.filter(({ text, edits }) => unifiedDiff('x', text, edits) !== '')
    fc.assert(
      fc.property(fc.array(changed, { minLength: 20, maxLength: 40 }), (files) => {
        const named = files.map((each, at) => ({ path: `f${at}.json`, ...each }))
        expect(gitApply(named)).toEqual(files.map(({ text, edits }) => applyLineEdits(text, edits)))
      }),
      { numRuns: Math.min(50, Number(process.env.FC_RUNS ?? 5)) },
    )
  })
})

describe('the diff', () => {
  test('is what git would write', () => {
    expect(unifiedDiff('a b.json', 'a\nb\nc', [replace(2, 3, 'b\nx')])).toBe(
      [
        'diff --git a/a b.json b/a b.json',
        '--- a/a b.json\t',
        '+++ b/a b.json\t',
        '@@ -1,3 +1,3 @@',
        ' a',
        ' b',
        '-c',
        '\\ No newline at end of file',
        '+x',
        '\\ No newline at end of file',
        '',
      ].join('\n'),
    )
  })

  test('is empty when nothing changes', () => {
    expect(unifiedDiff('a', 'a\nb\n', [])).toBe('')
    expect(unifiedDiff('a', 'a\nb\n', [replace(1, 2, 'a\nb')])).toBe('')
  })

  test('refuses edits that overlap', () => {
    expect(() => unifiedDiff('a', 'a\nb\n', [replace(1, 2, 'x'), replace(2, 2, 'y')])).toThrow(/overlapping/)
  })

  test('numbers the lines of both sides', () => {
    const [hunk] = hunksOf(new LineIndex('a\nb\nc\nd\n'), [replace(2, 2, 'x\ny')], 1)
    expect(hunk?.lines.map(({ kind, oldLine, newLine }) => [kind, oldLine, newLine])).toEqual([
      ['same', 1, 1],
      ['removed', 2, null],
      ['added', null, 2],
      ['added', null, 3],
      ['same', 3, 4],
    ])
  })

  test.each([
    ['a/b.json', 'a/b.json'],
    ['a b', 'a b'],
    ['ü', '"\\303\\274"'],
    ['a"b', '"a\\"b"'],
    ['a\\b', '"a\\\\b"'],
    ['a\nb\u0001', '"a\\nb\\001"'],
  ])('quotes %j', (path, quoted) => {
    expect(quotePath(path)).toBe(quoted)
  })
})
