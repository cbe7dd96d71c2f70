/**
 * Applies review suggestions as GitHub does, written from GitHub's documentation and the GFM specification and sharing
 * nothing with the product: the oracle of the tests.
 */

export interface Comment {
  readonly path: string
  /** Null for a comment on the file as a whole, which can suggest nothing. */
  readonly line: number | null
  readonly startLine: number | null
  readonly body: string
}

/** The content lines of the `suggestion` blocks of a comment, found by the rules for fenced code blocks. */
export function suggestionsIn(body: string): readonly (readonly string[])[] {
  const found: string[][] = []
  let open: { fence: string; lines: string[] | null } | null = null
  for (const line of body.split('\n')) {
    if (open === null) {
      const match = /^ {0,3}(`{3,}|~{3,})([^`]*)$/.exec(line)
      const fence = match?.[1]
      if (fence !== undefined) open = { fence, lines: match?.[2]?.trim() === 'suggestion' ? [] : null }
      continue
    }
    const closing = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line)?.[1]
    if (closing !== undefined && closing[0] === open.fence[0] && closing.length >= open.fence.length) {
      if (open.lines !== null) found.push(open.lines)
      open = null
    } else open.lines?.push(line)
  }
  // A block that is never closed runs to the end of the document.
  if (open?.lines != null) found.push(open.lines)
  return found
}

/** The files after all suggestions were committed in one batch. Throws where GitHub would not apply one. */
export function applySuggestions(
  files: ReadonlyMap<string, string>,
  comments: readonly Comment[],
): Map<string, string> {
  const result = new Map(files)
  const taken = new Map<string, Set<number>>()
  const bottomUp = [...comments].sort((a, b) => (b.line ?? 0) - (a.line ?? 0))
  for (const comment of bottomUp) {
    const [lines, ...more] = suggestionsIn(comment.body)
    if (lines === undefined) continue
    if (comment.line === null) throw new Error('a suggestion for a file as a whole')
    if (more.length > 0) throw new Error('more than one suggestion in a comment')
    const text = result.get(comment.path)
    if (text === undefined) throw new Error(`${comment.path} is not in the head`)
    const used = taken.get(comment.path) ?? new Set()
    taken.set(comment.path, used)
    const start = comment.startLine ?? comment.line
    for (let line = start; line <= comment.line; line++) {
      if (used.has(line)) throw new Error(`two suggestions for line ${line} of ${comment.path}`)
      used.add(line)
    }
    result.set(comment.path, replaceLines(text, start, comment.line, lines))
  }
  return result
}

function replaceLines(text: string, start: number, end: number, lines: readonly string[]): string {
  const all = text.split('\n')
  const last = all.at(-1) === '' ? all.length - 1 : all.length
  if (start < 1 || end > last) throw new Error(`lines ${start} to ${end} are outside of the file`)
  const crlf = all.slice(0, -1).every((line) => line.endsWith('\r')) && all.length > 1
  const mixed = !crlf && all.some((line) => line.endsWith('\r'))
  if (mixed) throw new Error('the file mixes line ends')
  const eol = crlf ? '\r' : ''
  const old = all.slice(start - 1, end).map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line))
  if (old.join('\n') === lines.join('\n')) throw new Error('a suggestion that changes nothing')
  // The last line keeps having, or not having, its line end.
  const added = lines.map((line, i) => (end === all.length && i === lines.length - 1 ? line : line + eol))
  return [...all.slice(0, start - 1), ...added, ...all.slice(end)].join('\n')
}
