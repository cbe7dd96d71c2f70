/**
 * One hunk of a pull request's diff on its right side: the lines of the head that can carry a review comment. Added
 * and context lines count, deleted ones are on the left side.
 */
export interface HeadHunk {
  /** First and last line in the head's file, 1-based, both included. */
  readonly startLine: number
  readonly endLine: number
  /** The texts of those lines as the diff shows them, without line ends. */
  readonly lines: readonly string[]
}

/**
 * All hunks of a `patch` as `GET /pulls/{n}/files` gives it: from the first `@@` on, without a file header, `,1` left
 * out in a range, possibly with `\ No newline at end of file`. Hunks without a line on the right side are left out.
 * Null when the text is not such a patch: then nothing is known about the lines.
 */
export function parsePatch(patch: string): readonly HeadHunk[] | null {
  const hunks: HeadHunk[] = []
  const lines = patch.split('\n')
  let at = 0
  while (at < lines.length) {
    if (lines[at] === '' && at === lines.length - 1) break
    const range = parseHeader(lines[at] ?? '')
    if (range === null) return null
    const body = readBody(lines, at + 1, range)
    if (body === null) return null
    if (range.newCount > 0) {
      hunks.push({ startLine: range.newStart, endLine: range.newStart + range.newCount - 1, lines: body.right })
    }
    at = body.next
  }
  return hunks
}

interface HunkRange {
  readonly oldCount: number
  readonly newStart: number
  readonly newCount: number
}

function parseHeader(line: string): HunkRange | null {
  const match = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line)
  if (match === null) return null
  return { oldCount: Number(match[1] ?? 1), newStart: Number(match[2]), newCount: Number(match[3] ?? 1) }
}

/** Reads as many lines as the header promises; null when the patch ends too early or has a line of another kind. */
function readBody(
  lines: readonly string[],
  from: number,
  range: HunkRange,
): { readonly right: string[]; readonly next: number } | null {
  const right: string[] = []
  let left = 0
  let at = from
  while (left < range.oldCount || right.length < range.newCount) {
    const line = lines[at++]
    if (line === undefined) return null
    const text = line.endsWith('\r') ? line.slice(1, -1) : line.slice(1)
    switch (line[0]) {
      case '+':
        right.push(text)
        break
      case '-':
        left++
        break
      case ' ':
      case undefined:
        left++
        right.push(text)
        break
      case '\\':
        break
      default:
        return null
    }
  }
  if (left !== range.oldCount || right.length !== range.newCount) return null
  while (lines[at]?.startsWith('\\')) at++
  return { right, next: at }
}

/** The hunk that holds both ends of a range, or null. Two hunks that touch are still two hunks to GitHub. */
export function hunkAround(hunks: readonly HeadHunk[], startLine: number, endLine: number): HeadHunk | null {
  return hunks.find((hunk) => hunk.startLine <= startLine && endLine <= hunk.endLine) ?? null
}

/** The part of a range that one hunk holds, the longest where several do; null when no line is in any. */
export function commentablePart(
  hunks: readonly HeadHunk[],
  startLine: number,
  endLine: number,
): { readonly startLine: number; readonly endLine: number } | null {
  let best: { startLine: number; endLine: number } | null = null
  for (const hunk of hunks) {
    const part = { startLine: Math.max(hunk.startLine, startLine), endLine: Math.min(hunk.endLine, endLine) }
    const length = part.endLine - part.startLine
    if (length >= 0 && (best === null || length > best.endLine - best.startLine)) best = part
  }
  return best
}
