const ENCODER = new TextEncoder()

/** Length in UTF-8 bytes. */
export function byteLength(text: string): number {
  return ENCODER.encode(text).length
}

/**
 * Joins blocks by an empty line within a budget of UTF-8 bytes. `head` and `tail` always stay, of `items` as many
 * whole ones as fit, in order; what was left out is announced by `leftOut` in the place of the rest. An item that is
 * too long by itself does not keep shorter ones behind it from being shown.
 */
export function fitBlocks(
  blocks: { readonly head: readonly string[]; readonly items: readonly string[]; readonly tail: readonly string[] },
  budget: number,
  leftOut: (count: number) => string,
): string {
  const fixed = [...blocks.head, ...blocks.tail]
  const room = budget - sizeOf(fixed) - byteLength(leftOut(blocks.items.length)) - 2
  const kept: string[] = []
  let used = 0
  for (const item of blocks.items) {
    const size = byteLength(item) + 2
    if (used + size > room) continue
    kept.push(item)
    used += size
  }
  const missing = blocks.items.length - kept.length
  const notice = missing === 0 ? [] : [leftOut(missing)]
  return cutBytes([...blocks.head, ...kept, ...notice, ...blocks.tail].join('\n\n'), budget)
}

function sizeOf(blocks: readonly string[]): number {
  return blocks.reduce((sum, block) => sum + byteLength(block) + 2, 0)
}

const CUT = '_Cut here: this text is longer than GitHub takes._'

/**
 * The text within a budget of UTF-8 bytes, cut at the end of a line and saying so, with what stands open there closed:
 * the notice must not end up in a code block or behind a fold. The last resort.
 */
export function cutBytes(text: string, budget: number): string {
  if (text.length * 3 <= budget || byteLength(text) <= budget) return text
  for (let room = budget - byteLength(`\n\n${CUT}`); room > 0; room -= 64) {
    const start = cutAtLine(text, room)
    const cut = `${start}${closing(start)}\n\n${CUT}`
    if (byteLength(cut) <= budget) return cut
  }
  return ''
}

function cutAtLine(text: string, bytes: number): string {
  // A decoder that drops an incomplete last sequence cuts on a code point boundary.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const cut = decoder.decode(ENCODER.encode(text).subarray(0, bytes), { stream: true })
  const lineEnd = cut.lastIndexOf('\n')
  return lineEnd > cut.length / 2 ? cut.slice(0, lineEnd) : cut
}

/** What closes the code block and the folds that are open at the end of our own Markdown. */
function closing(text: string): string {
  let fence: string | null = null
  let folds = 0
  for (const line of text.split('\n')) {
    const ticks = /^`{3,}/.exec(line)?.[0]
    if (fence !== null) {
      if (line === fence) fence = null
    } else if (ticks !== undefined) fence = ticks
    else if (line.startsWith('<details>')) folds++
    else if (line === '</details>') folds--
  }
  return `${fence === null ? '' : `\n${fence}`}${'\n\n</details>'.repeat(folds)}`
}
