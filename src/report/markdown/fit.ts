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

/** The text within a budget of UTF-8 bytes, cut at the end of a line and saying so. The last resort. */
export function cutBytes(text: string, budget: number): string {
  if (text.length * 3 <= budget || byteLength(text) <= budget) return text
  const notice = '\n\n_Cut here: this text is longer than GitHub takes._'
  const bytes = ENCODER.encode(text).subarray(0, Math.max(0, budget - byteLength(notice)))
  // A decoder that drops an incomplete last sequence cuts on a code point boundary.
  const cut = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes, { stream: true })
  const lineEnd = cut.lastIndexOf('\n')
  return (lineEnd > cut.length / 2 ? cut.slice(0, lineEnd) : cut) + notice
}
