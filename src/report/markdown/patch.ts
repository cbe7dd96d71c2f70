import type { LineEdit } from '../../model/report.js'
import { LineIndex } from '../../text/lines.js'
import { shownFence } from '../escape.js'

const CONTEXT = 2

/**
 * Edits as diff blocks for a reader, one per file, with two lines of context. Empty when no text is known for them.
 */
export function patchBlocks(edits: readonly LineEdit[], texts: ReadonlyMap<string, string>): string {
  const byPath = new Map<string, LineEdit[]>()
  for (const edit of edits) byPath.set(edit.path, [...(byPath.get(edit.path) ?? []), edit])
  const blocks: string[] = []
  for (const [path, own] of byPath) {
    const text = texts.get(path)
    if (text === undefined) continue
    const index = new LineIndex(text)
    const hunks = [...own].sort((a, b) => a.startLine - b.startLine).map((edit) => hunkOf(edit, index))
    blocks.push(shownFence([`--- a/${path}`, `+++ b/${path}`, ...hunks].join('\n'), 'diff'))
  }
  return blocks.join('\n\n')
}

/** One edit as a hunk; lines that stay the same at its ends are shown as context. */
function hunkOf(edit: LineEdit, index: LineIndex): string {
  const old = linesBetween(index, edit.startLine, edit.endLine)
  const wanted = edit.replacement.split('\n')
  let same = 0
  while (same < old.length && same < wanted.length && old[same] === wanted[same]) same++
  let tail = 0
  while (
    tail < old.length - same &&
    tail < wanted.length - same &&
    old[old.length - 1 - tail] === wanted[wanted.length - 1 - tail]
  ) {
    tail++
  }
  const firstOld = edit.startLine + same
  const lastOld = edit.endLine - tail
  const from = Math.max(1, firstOld - CONTEXT)
  const to = Math.min(index.count, lastOld + CONTEXT)
  const added = wanted.slice(same, wanted.length - tail)
  const lines = [
    ...linesBetween(index, from, firstOld - 1).map((line) => ` ${line}`),
    ...linesBetween(index, firstOld, lastOld).map((line) => `-${line}`),
    ...added.map((line) => `+${line}`),
    ...linesBetween(index, lastOld + 1, to).map((line) => ` ${line}`),
  ]
  const oldCount = to - from + 1
  return [`@@ -${from},${oldCount} +${from},${oldCount - (lastOld - firstOld + 1) + added.length} @@`, ...lines].join(
    '\n',
  )
}

function linesBetween(index: LineIndex, from: number, to: number): string[] {
  const lines: string[] = []
  for (let line = from; line <= to; line++) lines.push(index.lineText(line))
  return lines
}
