import type { Span } from '../../../terraform/hcl/syntax/index.js'
import type { SourceOrigin } from '../../../terraform/hcl/values/index.js'
import { applyTextEdits, type TextEdit } from '../../../text/edit.js'
import type { Refusal } from '../layout/printer.js'
import type { SourceEdits, TextPatch } from './insert.js'

/** Comments are moved within the statement, or where something else is edited for it, on the edited lines. */
export function aligned(origin: SourceOrigin, result: TextPatch | Refusal): SourceEdits {
  if ('reason' in result) return result
  const { text, edits, ...made } = result
  const { path } = made
  const start = Math.min(...edits.map(({ offset }) => offset))
  const end = Math.max(...edits.map(({ offset, length }) => offset + length))
  const isOwn = path === origin.file.path && origin.start <= start && end <= origin.end
  return { ...made, edits: withComments(text, isOwn ? origin : { start, end }, edits) }
}

/** A comment behind code on its line. */
interface Trailing {
  readonly line: number
  readonly comment: number
  /** Blanks before it, and those that `terraform fmt` gives it. */
  readonly gap: number
  readonly wanted: number
}

/**
 * Edits with those of the comments behind the lines that they change: `terraform fmt` gives comments of consecutive
 * lines one column. Comments that were not in it before are left where they are, as are those outside of a span: another
 * edit may be about them.
 */
function withComments(text: string, within: Span, edits: readonly TextEdit[]): readonly TextEdit[] {
  if (edits.length === 0 || !mayMatter(text, edits)) return edits
  const before = new Map(trailingComments(text).map((one) => [one.comment, one]))
  const lineEnd = orEnd(text, text.indexOf('\n', within.end))
  const moved: TextEdit[] = []
  for (const { comment, gap, wanted } of trailingComments(applyTextEdits(text, edits))) {
    const offset = originalOffset(comment, edits)
    const old = offset === null ? undefined : before.get(offset)
    if (offset === null || old === undefined || old.gap !== old.wanted || gap === wanted) continue
    if (offset < within.start || offset > lineEnd) continue
    moved.push(
      wanted > gap
        ? { offset, length: 0, text: ' '.repeat(wanted - gap) }
        : { offset: offset - (gap - wanted), length: gap - wanted, text: '' },
    )
  }
  return [...edits, ...moved]
}

/** Whether a comment may stand on the changed lines or beside them. */
function mayMatter(text: string, edits: readonly TextEdit[]): boolean {
  const first = Math.min(...edits.map(({ offset }) => offset))
  const last = Math.max(...edits.map(({ offset, length }) => offset + length))
  const start = text.lastIndexOf('\n', text.lastIndexOf('\n', first - 1) - 1)
  const next = text.indexOf('\n', last)
  const end = next === -1 ? -1 : text.indexOf('\n', next + 1)
  return /#|\/\//.test(text.slice(Math.max(0, start), end === -1 ? text.length : end))
}

/** The offset before edits of a place behind them; null within what an edit wrote. */
function originalOffset(offset: number, edits: readonly TextEdit[]): number | null {
  let shift = 0
  for (const edit of [...edits].sort((a, b) => a.offset - b.offset)) {
    const start = edit.offset + shift
    if (offset < start) break
    if (offset < start + edit.text.length) return null
    shift += edit.text.length - edit.length
  }
  return offset - shift
}

function trailingComments(text: string): readonly Trailing[] {
  const found = commentsOf(text)
  const result: Trailing[] = []
  for (let i = 0; i < found.length; ) {
    let end = i + 1
    while (end < found.length && found[end]?.line === (found[end - 1]?.line ?? 0) + 1) end++
    const chain = found.slice(i, end)
    const widest = Math.max(...chain.map(({ width }) => width))
    result.push(...chain.map((one) => ({ ...one, wanted: widest - one.width + 1 })))
    i = end
  }
  return result
}

interface Found {
  readonly line: number
  readonly comment: number
  readonly gap: number
  /** Of the code before it. */
  readonly width: number
}

/** The comments behind code. A closed comment is a part of the code for `terraform fmt`. */
function commentsOf(text: string): readonly Found[] {
  const found: Found[] = []
  let line = 0
  let lineStart = 0
  const count = (from: number, to: number) => {
    for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) {
      line++
      lineStart = at + 1
    }
  }
  for (let at = 0; at < text.length; ) {
    const end = tokenEnd(text, at)
    if (text[at] === '#' || text.startsWith('//', at)) {
      const code = text.slice(lineStart, at).trimEnd()
      if (code.trim() !== '') {
        found.push({ line, comment: at, gap: at - lineStart - code.length, width: code.length })
      }
    }
    count(at, end)
    at = end
  }
  return found
}

/** Where a comment, a string or a heredoc ends; of anything else the next character. */
function tokenEnd(text: string, at: number): number {
  const char = text[at]
  if (char === '"') return stringEnd(text, at)
  if (char === '#' || text.startsWith('//', at)) return orEnd(text, text.indexOf('\n', at))
  if (text.startsWith('/*', at)) return orEnd(text, text.indexOf('*/', at + 2), 2)
  return char === '<' && text[at + 1] === '<' ? heredocEnd(text, at) : at + 1
}

function orEnd(text: string, found: number, more = 0): number {
  return found === -1 ? text.length : found + more
}

/** Strings may hold expressions, and these strings. */
function stringEnd(text: string, start: number): number {
  const closers = ['"']
  let at = start + 1
  while (at < text.length && closers.length > 0) {
    const char = text[at]
    const inString = closers.at(-1) === '"'
    if (char === closers.at(-1)) closers.pop()
    else if (inString && char === '\\') at++
    else if (inString && (char === '$' || char === '%') && text[at + 1] === '{' && text[at - 1] !== char) {
      closers.push('}')
      at++
    } else if (!inString && char === '"') closers.push('"')
    else if (!inString && char === '{') closers.push('}')
    else if (char === '\n' && inString) return at
    at++
  }
  return at
}

/** At the end of the line of the closing mark. */
function heredocEnd(text: string, start: number): number {
  const newline = text.indexOf('\n', start)
  const mark = /^<<-?([\p{L}_][\p{L}\p{N}_-]*)\r?$/u.exec(text.slice(start, orEnd(text, newline)))?.[1]
  if (mark === undefined || newline === -1) return start + 2
  for (let at = newline + 1; at < text.length; ) {
    const end = orEnd(text, text.indexOf('\n', at))
    if (text.slice(at, end).trim() === mark) return end
    at = end + 1
  }
  return text.length
}
