import type { LineRange } from '../text/edit.js'
import type { LineIndex } from '../text/lines.js'

/** One line of a hunk. Numbers are 1-based; a removed line has no new one, an added line no old one. */
export interface HunkLine {
  readonly kind: 'same' | 'removed' | 'added'
  /** Without `\n`; a `\r` before it is part of the line, as in Git. */
  readonly text: string
  readonly oldLine: number | null
  readonly newLine: number | null
  /** True for the last line of a text that does not end in a line end. */
  readonly open: boolean
}

export interface Hunk {
  readonly oldStart: number
  readonly oldCount: number
  readonly newStart: number
  readonly newCount: number
  readonly lines: readonly HunkLine[]
}

/** Half-open ranges of line indices, zero-based, and the lines that come into their place. */
interface Change {
  readonly oldFrom: number
  readonly oldTo: number
  readonly newFrom: number
  readonly added: readonly Line[]
}

type Line = Pick<HunkLine, 'text' | 'open'>

/**
 * What whole-line edits change in a text, with `context` unchanged lines around; changes closer than that share a
 * hunk. Lines that an edit repeats at its ends are unchanged. Costs what the hunks hold, however long the text is.
 * Throws when edits overlap or lie outside the text.
 */
export function hunksOf(before: LineIndex, edits: readonly LineRange[], context: number): readonly Hunk[] {
  const hunks: Hunk[] = []
  let group: Change[] = []
  for (const change of changesOf(edits, before)) {
    const last = group.at(-1)
    if (last !== undefined && change.oldFrom - last.oldTo > 2 * context) {
      hunks.push(hunkOf(group, before, context))
      group = []
    }
    group.push(change)
  }
  if (group.length > 0) hunks.push(hunkOf(group, before, context))
  return hunks
}

/** @param at index of the line, zero-based */
function lineOf(index: LineIndex, at: number): Line {
  const { text, count } = index
  return { text: index.wholeLine(at + 1), open: at + 1 === count && text !== '' && !text.endsWith('\n') }
}

function changesOf(edits: readonly LineRange[], before: LineIndex): readonly Change[] {
  const unique = new Map(edits.map((edit) => [`${edit.startLine}:${edit.endLine}:${edit.replacement}`, edit]))
  const sorted = [...unique.values()].sort((a, b) => a.startLine - b.startLine)
  const changes: Change[] = []
  let shift = 0
  let last = 0
  for (const edit of sorted) {
    const { startLine, endLine } = edit
    if (startLine <= last || endLine < startLine || endLine > before.count) {
      throw new Error(`edit of lines ${startLine} to ${endLine} is overlapping another one or outside the text`)
    }
    last = endLine
    const added = addedBy(edit, before)
    const trimmed = trim({ oldFrom: startLine - 1, oldTo: endLine, newFrom: startLine - 1 + shift, added }, before)
    if (trimmed.oldFrom < trimmed.oldTo || trimmed.added.length > 0) changes.push(trimmed)
    shift += added.length - (endLine - startLine + 1)
  }
  return changes
}

/** The lines of a replacement, with the line ends of the text; the last one has that of the line which it replaces. */
function addedBy({ endLine, replacement }: LineRange, before: LineIndex): readonly Line[] {
  const replaced = lineOf(before, endLine - 1)
  const inner = before.eol.slice(0, -1)
  const texts = replacement.split('\n')
  const last = (texts.pop() ?? '') + (replaced.text.endsWith('\r') && !replaced.open ? '\r' : '')
  const added = texts.map((text) => ({ text: text + inner, open: false }))
  // Behind a line end at the end of a text there is no line.
  return replaced.open && last === '' ? added : [...added, { text: last, open: replaced.open }]
}

/** Leaves out lines at both ends that stay as they are, their line ends included. */
function trim({ oldFrom, oldTo, newFrom, added }: Change, before: LineIndex): Change {
  const isSame = (old: number, now: number) => {
    const line = lineOf(before, old)
    return line.text === added[now]?.text && line.open === added[now].open
  }
  const most = Math.min(oldTo - oldFrom, added.length)
  let head = 0
  while (head < most && isSame(oldFrom + head, head)) head++
  let tail = 0
  while (tail < most - head && isSame(oldTo - 1 - tail, added.length - 1 - tail)) tail++
  const left = added.slice(head, added.length - tail)
  return { oldFrom: oldFrom + head, oldTo: oldTo - tail, newFrom: newFrom + head, added: left }
}

function hunkOf(changes: readonly Change[], before: LineIndex, context: number): Hunk {
  const result: HunkLine[] = []
  const first = changes[0]?.oldFrom ?? 0
  let oldLine = Math.max(0, first - context)
  let newLine = (changes[0]?.newFrom ?? 0) - (first - oldLine)
  const start = { oldStart: oldLine + 1, newStart: newLine + 1 }
  const same = (until: number) => {
    for (; oldLine < until; oldLine++, newLine++) {
      result.push({ kind: 'same', ...lineOf(before, oldLine), oldLine: oldLine + 1, newLine: newLine + 1 })
    }
  }
  for (const { oldFrom, oldTo, added } of changes) {
    same(oldFrom)
    for (; oldLine < oldTo; oldLine++) {
      result.push({ kind: 'removed', ...lineOf(before, oldLine), oldLine: oldLine + 1, newLine: null })
    }
    for (const line of added) result.push({ kind: 'added', ...line, oldLine: null, newLine: ++newLine })
  }
  same(Math.min(before.count, oldLine + context))
  const count = (kind: HunkLine['kind']) => result.filter((each) => each.kind !== kind).length
  return { ...start, oldCount: count('added'), newCount: count('removed'), lines: result }
}
