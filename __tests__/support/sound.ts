import { expect } from 'vitest'
import { check } from '../../src/check/index.js'
import type { CheckOptions } from '../../src/model/options.js'
import type { CheckResult, Finding, LineEdit } from '../../src/model/report.js'
import { REPORT_FORMATS } from '../../src/report/formats/index.js'
import { literals } from '../../src/sources/literals.js'
import { applied, OPTIONS } from './check.js'

/** What holds of every result, whatever was checked. */

const CONTEXT = { color: false, explain: true, rulePages: null, failOn: 'error' } as const

/** Milliseconds after which a small input counts as one on which the check hangs, however busy the machine is. */
const HANGS = 60_000

/** What only a mistake of ours writes. Inputs of tests must not hold these words. */
export const NOT_WORDS =
  /\bundefined\b|\[object \w+\]|\bNaN\b|internal error|error of (?:its|the check's) own|\n\s+at \S+ \(|\.js:\d+:\d+/i

/** Files to check, and which of them; all without a list. */
export interface Input {
  readonly files: Readonly<Record<string, string | Uint8Array>>
  readonly paths?: readonly string[]
  readonly options?: Partial<CheckOptions>
}

export function checkInput({ files, paths, options = {} }: Input): Promise<CheckResult> {
  return check(literals(files, paths, 'head'), { ...OPTIONS, ...options })
}

/**
 * Checks twice and holds the result to what every result is: complete, the same, in words, in proportion, with edits
 * that can be made.
 */
export async function expectSound(input: Input): Promise<CheckResult> {
  const begin = Date.now()
  const result = await checkInput(input)
  expect(Date.now() - begin, 'milliseconds').toBeLessThan(HANGS)
  expect((result.failures ?? []).map(({ path, error }) => `${path}: ${error.stack}`)).toEqual([])
  const formats = await rendered(result)
  expect(await rendered(await checkInput(input)), 'a second run').toEqual(formats)
  for (const [format, text] of Object.entries(formats)) expect(slips(text), format).toEqual([])
  expect(Buffer.byteLength(formats.json ?? '')).toBeLessThanOrEqual(50 * sizeOf(input) + 64 * 1024)
  expectEdits(input, result.report.findings)
  return result
}

/** The places of a text that only a mistake of ours writes. */
export function slips(text: string): readonly string[] {
  const found = NOT_WORDS.exec(text)
  return found === null ? [] : [text.slice(Math.max(0, found.index - 80), found.index + 80)]
}

async function rendered(result: CheckResult): Promise<Readonly<Record<string, string>>> {
  const texts: Record<string, string> = {}
  for (const { id, load } of REPORT_FORMATS) texts[id] = (await load())(result, CONTEXT)
  return texts
}

function sizeOf({ files }: Input): number {
  return Object.values(files).reduce((sum, text) => sum + Buffer.byteLength(text), 0)
}

export function editsOf(findings: readonly Finding[]): readonly LineEdit[] {
  return findings.flatMap(({ fix }) => (fix?.applicability === 'edit' ? fix.edits : []))
}

/** Every edit names lines of a file that was there, changes them, and meets no other one. */
function expectEdits({ files }: Input, findings: readonly Finding[]): void {
  const edits = new Map(editsOf(findings).map((edit) => [JSON.stringify(edit), edit]))
  const last = new Map<string, number>()
  for (const edit of [...edits.values()].sort((a, b) => a.startLine - b.startLine)) {
    const lines = linesOf(files[edit.path])
    expect(edit.startLine, JSON.stringify(edit)).toBeGreaterThan(last.get(edit.path) ?? 0)
    expect(edit.endLine).toBeGreaterThanOrEqual(edit.startLine)
    expect(edit.endLine).toBeLessThanOrEqual(lines.length)
    expect(edit.replacement).not.toBe('')
    expect(lines.slice(edit.startLine - 1, edit.endLine).join('\n')).not.toBe(edit.replacement)
    last.set(edit.path, edit.endLine)
  }
}

function linesOf(text: string | Uint8Array | undefined): readonly string[] {
  if (text === undefined) throw new Error('an edit of a file that was not there')
  return Buffer.from(text).toString().split(/\r?\n/)
}

/** The files with all edits made, as GitHub makes them. */
export function edited({ files }: Input, findings: readonly Finding[]): Readonly<Record<string, string | Uint8Array>> {
  const paths = new Set(editsOf(findings).map(({ path }) => path))
  const changed = [...paths].map((path) => {
    const own = findings.filter(({ fix }) => fix?.edits.every((edit) => edit.path === path))
    return [path, applied(Buffer.from(files[path] ?? '').toString(), own)] as const
  })
  return { ...files, ...Object.fromEntries(changed) }
}

/** Of a text, what stands outside of the lines that edits replace. */
export function linesOutside(text: string, edits: readonly LineEdit[]): readonly string[] {
  return text
    .split('\n')
    .filter((_, i) => !edits.some(({ startLine, endLine }) => i + 1 >= startLine && i + 1 <= endLine))
}

/** The edits as they stand in the edited text. */
export function movedEdits(edits: readonly LineEdit[]): readonly LineEdit[] {
  let shift = 0
  const once = new Map(edits.map((edit) => [JSON.stringify(edit), edit]))
  return [...once.values()]
    .sort((a, b) => a.startLine - b.startLine)
    .map((edit) => {
      const count = edit.replacement.split('\n').length
      const moved = { ...edit, startLine: edit.startLine + shift, endLine: edit.startLine + shift + count - 1 }
      shift += count - (edit.endLine - edit.startLine + 1)
      return moved
    })
}
