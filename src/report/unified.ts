import type { LineRange } from '../text/edit.js'
import { LineIndex } from '../text/lines.js'
import { type Hunk, hunksOf } from './hunks.js'

const CONTEXT = 3
const MARKS = { same: ' ', removed: '-', added: '+' } as const

/**
 * Whole-line edits of one file as a unified diff that `git apply` takes; empty when nothing changes. `text` is the
 * file's text with its byte order mark, if it has one.
 */
export function unifiedDiff(path: string, text: string, edits: readonly LineRange[]): string {
  const hunks = hunksOf(new LineIndex(text), edits, CONTEXT)
  if (hunks.length === 0) return ''
  const [a, b] = [quotePath(`a/${path}`), quotePath(`b/${path}`)]
  // A tab ends a name with blanks, as `git diff` writes it.
  const end = path.includes(' ') && !a.startsWith('"') ? '\t' : ''
  return `diff --git ${a} ${b}\n--- ${a}${end}\n+++ ${b}${end}\n${hunks.map(hunkText).join('')}`
}

/** A hunk as it stands in a diff, its last line end included. */
export function hunkText({ oldStart, oldCount, newStart, newCount, lines }: Hunk): string {
  const body = lines.map(
    ({ kind, text, open }) => `${MARKS[kind]}${text}\n${open ? '\\ No newline at end of file\n' : ''}`,
  )
  return `@@ -${oldStart},${oldCount} +${newStart},${newCount} @@\n${body.join('')}`
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\u0007': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
}

/** A file name as Git writes it: in double quotes with C escapes when it has bytes that are not plain (`core.quotePath`). */
export function quotePath(path: string): string {
  let quoted = ''
  for (const char of path) {
    const special = ESCAPES[char]
    if (special !== undefined) quoted += special
    else if (char >= ' ' && char <= '~') quoted += char
    else for (const byte of new TextEncoder().encode(char)) quoted += `\\${byte.toString(8).padStart(3, '0')}`
  }
  return quoted === path ? path : `"${quoted}"`
}
