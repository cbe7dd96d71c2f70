import type { SharedCause } from '../../report/markdown/comment.js'
import type { Thread } from './placement.js'

/**
 * Of comments on one cause, the first explains it, and the others name it. Comments that tell several causes share all of
 * them or none.
 *
 * @param threads worst first
 */
export function sharedCauses(threads: readonly Thread[]): ReadonlyMap<Thread, SharedCause> {
  const byCause = new Map<string, Thread[]>()
  for (const thread of threads) {
    const key = causesOf(thread)
    if (key !== null) byCause.set(key, [...(byCause.get(key) ?? []), thread])
  }
  const shared = new Map<Thread, SharedCause>()
  for (const [first, ...others] of byCause.values()) {
    if (first === undefined || others.length === 0) continue
    shared.set(first, { kind: 'first', others })
    const told = first.findings.find(({ fix }) => fix !== null)?.fix ?? null
    const fixUnavailable = first.findings[0]?.fixUnavailable ?? null
    for (const one of others) shared.set(one, { kind: 'later', first, fix: told, fixUnavailable })
  }
  return shared
}

/** The causes of a comment's findings; null where one of them has none. */
function causesOf({ findings }: Thread): string | null {
  const causes = findings.map(({ cause }) => cause)
  return causes.includes(null) ? null : JSON.stringify([...new Set(causes)].sort())
}
