import { applyLineEdits, type LineRange } from '../text/edit.js'

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

/** Half-open ranges of line indices, zero-based. */
interface Change {
  readonly oldFrom: number
  readonly oldTo: number
  readonly newFrom: number
  readonly newTo: number
}

/**
 * What whole-line edits change in a text, with `context` unchanged lines around; changes closer than that share a
 * hunk. Lines that an edit repeats at its ends are unchanged. Throws when edits overlap.
 */
export function hunksOf(text: string, edits: readonly LineRange[], context: number): readonly Hunk[] {
  const before = lines(text)
  const after = lines(applyLineEdits(text, edits))
  const hunks: Hunk[] = []
  let group: Change[] = []
  for (const change of changesOf(edits, before, after)) {
    const last = group.at(-1)
    if (last !== undefined && change.oldFrom - last.oldTo > 2 * context) {
      hunks.push(hunkOf(group, before, after, context))
      group = []
    }
    group.push(change)
  }
  if (group.length > 0) hunks.push(hunkOf(group, before, after, context))
  return hunks
}

interface Lines {
  readonly texts: readonly string[]
  /** True when the last line has no line end. */
  readonly open: boolean
}

function lines(text: string): Lines {
  const texts = text.split('\n')
  const open = texts.at(-1) !== ''
  return { texts: open ? texts : texts.slice(0, -1), open }
}

function isOpen({ texts, open }: Lines, at: number): boolean {
  return open && at === texts.length - 1
}

function changesOf(edits: readonly LineRange[], before: Lines, after: Lines): readonly Change[] {
  const unique = new Map(edits.map((edit) => [`${edit.startLine}:${edit.endLine}:${edit.replacement}`, edit]))
  const sorted = [...unique.values()].sort((a, b) => a.startLine - b.startLine)
  const changes: Change[] = []
  let shift = 0
  for (const { startLine, endLine, replacement } of sorted) {
    const count = replacement.split('\n').length
    const newFrom = startLine - 1 + shift
    const newTo = Math.min(newFrom + count, after.texts.length)
    const trimmed = trim({ oldFrom: startLine - 1, oldTo: endLine, newFrom, newTo }, before, after)
    if (trimmed.oldFrom < trimmed.oldTo || trimmed.newFrom < trimmed.newTo) changes.push(trimmed)
    shift += count - (endLine - startLine + 1)
  }
  return changes
}

/** Leaves out lines at both ends that stay as they are, their line ends included. */
function trim({ oldFrom, oldTo, newFrom, newTo }: Change, before: Lines, after: Lines): Change {
  const isSame = (old: number, now: number) =>
    before.texts[old] === after.texts[now] && isOpen(before, old) === isOpen(after, now)
  const most = Math.min(oldTo - oldFrom, newTo - newFrom)
  let head = 0
  while (head < most && isSame(oldFrom + head, newFrom + head)) head++
  let tail = 0
  while (tail < most - head && isSame(oldTo - 1 - tail, newTo - 1 - tail)) tail++
  return { oldFrom: oldFrom + head, oldTo: oldTo - tail, newFrom: newFrom + head, newTo: newTo - tail }
}

function hunkOf(changes: readonly Change[], before: Lines, after: Lines, context: number): Hunk {
  const result: HunkLine[] = []
  const first = changes[0]?.oldFrom ?? 0
  let oldLine = Math.max(0, first - context)
  let newLine = (changes[0]?.newFrom ?? 0) - (first - oldLine)
  const start = { oldStart: oldLine + 1, newStart: newLine + 1 }
  const same = (until: number) => {
    for (; oldLine < until; oldLine++, newLine++) {
      result.push(line('same', before, { oldLine, newLine }))
    }
  }
  for (const change of changes) {
    same(change.oldFrom)
    for (; oldLine < change.oldTo; oldLine++) result.push(line('removed', before, { oldLine, newLine: null }))
    for (; newLine < change.newTo; newLine++) result.push(line('added', after, { oldLine: null, newLine }))
  }
  same(Math.min(before.texts.length, oldLine + context))
  const count = (kind: HunkLine['kind']) => result.filter((each) => each.kind !== kind).length
  return { ...start, oldCount: count('added'), newCount: count('removed'), lines: result }
}

/** A line of one of the two texts, by its indices in both; the new text's is asked for only where the old has none. */
function line(kind: HunkLine['kind'], of: Lines, at: { oldLine: number | null; newLine: number | null }): HunkLine {
  const index = at.oldLine ?? at.newLine ?? 0
  return {
    kind,
    text: of.texts[index] ?? '',
    oldLine: at.oldLine === null ? null : at.oldLine + 1,
    newLine: at.newLine === null ? null : at.newLine + 1,
    open: isOpen(of, index),
  }
}
