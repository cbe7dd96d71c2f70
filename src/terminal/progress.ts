import type { Writable } from 'node:stream'

/** Nothing is shown for work that is done sooner. */
const QUIET_MS = 400
const INTERVAL_MS = 100

export interface Progress {
  readonly tick: (filesDone: number) => void
  readonly clear: () => void
}

/** A line with the number of files done, on a terminal and only when the work takes long. */
export function progressOn(stream: Writable & { readonly isTTY?: boolean }, total: number): Progress {
  if (stream.isTTY !== true) return { tick: () => {}, clear: () => {} }
  const started = performance.now()
  let shownAt = started + QUIET_MS - INTERVAL_MS
  let shown = false
  return {
    tick: (filesDone) => {
      const now = performance.now()
      if (now - shownAt < INTERVAL_MS) return
      shownAt = now
      shown = true
      stream.write(`\r\u001b[Kchecked ${filesDone} of ${total} files`)
    },
    clear: () => {
      if (shown) stream.write('\r\u001b[K')
    },
  }
}
